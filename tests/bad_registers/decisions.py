"""Decisions: their numbers, what they approve, and what they do to others over time."""

from __future__ import annotations

from support.small_register import LATER, SPRING, SUMMER, WINTER, Cases, meeting_with

CASES: Cases = {
    "A number of a decision that is used twice": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:9: error: `cbf-hc/2031-06-04#decision-1` is used twice.
    It stands already at data/meetings/cbf-hc/2031-06-04.yml:6. Give one of the two another number.
1 error, 0 warnings
""",
    ),
    "A gap in the numbers of the decisions": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
      - decision: 3
        text: {fr: Oui., en: 'Yes.'}
      - decision: 7
        text: {fr: Oui., en: 'Yes.'}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:9: warning: the decisions of this meeting skip 2.
    If a decision was left out, add it; if the record itself skips, nothing need change.
data/meetings/cbf-hc/2031-06-04.yml:10:9: warning: the decisions of this meeting skip 4 to 6.
    If a decision was left out, add it; if the record itself skips, nothing need change.
0 errors, 2 warnings
""",
    ),
    "A decision that approves the record of a later meeting": (
        {WINTER: ("expires: 2032-02-05", "approves: cbf-hc/2031-04-02")},
        """\
data/meetings/cbf-hc/2031-02-05.yml:38:9: error: this record is sealed, but it was changed: decision 1: expires; approves.
    Put it back as it was. To correct it, add under `corrections`: `{where: decision 1, kind: typographical, says: {…}, should_say: {…}, reason: {…}}`; a change of what it means is `substantive`, and names the decision that allows it.
data/meetings/cbf-hc/2031-02-05.yml:48:9: error: this decision of 2031-02-05 approves the record of `cbf-hc/2031-04-02`, later.
    Name the meeting whose record was approved: an earlier one.
2 errors, 0 warnings
""",
    ),
    "A decision that approves the record of its own meeting": (
        {SPRING: ("approves: cbf-hc/2031-02-05", "approves: cbf-hc/2031-04-02")},
        """\
data/meetings/cbf-hc/2031-04-02.yml:14:13: error: this decision of 2031-04-02 approves the record of its own meeting.
    Name the meeting whose record was approved: an earlier one.
data/seals.yml:3:1: error: the record of `cbf-hc/2031-02-05` is sealed, but no decision approves it.
    Add `approves` to the decision that approved it, or remove this entry.
2 errors, 0 warnings
""",
    ),
    "A decision that acts on itself and on later ones": (
        {
            SUMMER: meeting_with(
                'decision: 1, text: {fr: Oui., en: Yes.}, amends: "#decision-1"',
                'decision: 2, text: {fr: Oui., en: Yes.}, supersedes: "#decision-3"',
                "decision: 3, text: {fr: Oui., en: Yes.}",
                "decision: 4, text: {fr: Oui., en: Yes.}, rescinds: cbf-hc/2031-06-20#decision-1",
            ),
            LATER: meeting_with("decision: 1, text: {fr: Oui., en: Yes.}"),
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:51: error: decision 1 of 2031-06-04 amends itself.
    Name an earlier decision; what a later one does to this one stands there.
data/meetings/cbf-hc/2031-06-04.yml:7:51: error: decision 2 of 2031-06-04 supersedes `cbf-hc/2031-06-04#decision-3`, a later one.
    Name an earlier decision; what a later one does to this one stands there.
data/meetings/cbf-hc/2031-06-04.yml:9:51: error: decision 4 of 2031-06-04 rescinds `cbf-hc/2031-06-20#decision-1`, a later one.
    Name an earlier decision; what a later one does to this one stands there.
3 errors, 0 warnings
""",
    ),
    "Decisions that act on each other in a circle": (
        {
            SUMMER: meeting_with(
                'decision: 1, text: {fr: Oui., en: Yes.}, amends: "#decision-3"',
                'decision: 2, text: {fr: Oui., en: Yes.}, amends: "#decision-1"',
                'decision: 3, text: {fr: Oui., en: Yes.}, supersedes: "#decision-2"',
            )
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:51: error: decision 1 of 2031-06-04 amends `cbf-hc/2031-06-04#decision-3`, a later one.
    Name an earlier decision; what a later one does to this one stands there.
data/meetings/cbf-hc/2031-06-04.yml:7:9: error: decisions act on each other in a circle: `cbf-hc/2031-06-04#decision-2` → `cbf-hc/2031-06-04#decision-1` → `cbf-hc/2031-06-04#decision-3` → `cbf-hc/2031-06-04#decision-2`.
    Remove the one of these references that the record does not bear out.
2 errors, 0 warnings
""",
    ),
    "A decision that is superseded twice": (
        {
            SUMMER: meeting_with(
                "decision: 1, text: {fr: Oui., en: Yes.}",
                'decision: 2, text: {fr: Oui., en: Yes.}, supersedes: "#decision-1"',
                'decision: 3, text: {fr: Oui., en: Yes.}, supersedes: "#decision-1"',
            )
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:51: error: `cbf-hc/2031-06-04#decision-1` is superseded already, by `cbf-hc/2031-06-04#decision-2`.
    If this one takes the place of that one, name `cbf-hc/2031-06-04#decision-2` instead.
1 error, 0 warnings
""",
    ),
    "A decision that acts on one that has ended": (
        {
            SUMMER: meeting_with(
                "decision: 1, text: {fr: Oui., en: Yes.}",
                'decision: 2, text: {fr: Oui., en: Yes.}, rescinds: "#decision-1"',
            ),
            LATER: meeting_with(
                "decision: 1, text: {fr: Oui., en: Yes.}, amends: cbf-hc/2031-06-04#decision-1"
            ),
        },
        """\
data/meetings/cbf-hc/2031-06-20.yml:6:51: warning: `cbf-hc/2031-06-04#decision-1` stands no longer: `cbf-hc/2031-06-04#decision-2` had ended it by then.
    If the record says so all the same, nothing need change.
0 errors, 1 warning
""",
    ),
    "A decision that expires before it takes effect": (
        {
            SUMMER: meeting_with(
                "decision: 1, text: {fr: Oui., en: Yes.}, effective: 2031-07-01, expires: 2031-06-30",
            )
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:74: error: this decision expires on 2031-06-30, before it takes effect on 2031-07-01.
    Look at the two dates again.
1 error, 0 warnings
""",
    ),
    "A decision that approves the record of a cancelled meeting": (
        {
            SUMMER: "title: {fr: x, en: x}\ncancelled: true\n",
            LATER: meeting_with(
                "decision: 1, text: {fr: Oui., en: Yes.}, approves: cbf-hc/2031-06-04"
            ),
        },
        """\
data/meetings/cbf-hc/2031-06-20.yml:6:51: error: this decision of 2031-06-20 approves the record of `cbf-hc/2031-06-04`, which was cancelled.
    Name the meeting whose record was approved: an earlier one.
1 error, 0 warnings
""",
    ),
}
