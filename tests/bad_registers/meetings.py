"""Meetings and their items: numbered, withheld, deferred, cancelled, postponed, to come."""

from __future__ import annotations

from support.small_register import LATER, SPRING, SUMMER, WINTER, Cases

CASES: Cases = {
    "A number of an item that is used twice": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
  - item: 1
    title: {fr: Deux, en: Two}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:5:5: error: `cbf-hc/2031-06-04#item-1` is used twice.
    It stands already at data/meetings/cbf-hc/2031-06-04.yml:3. Give one of the two another number.
1 error, 0 warnings
""",
    ),
    "A record and a report that are later than the day of the register": (
        {"register.yml": ("as_of: 2031-06-30", "as_of: 2031-03-01")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:6:5: warning: this report is later than `as_of` (2031-03-01), so it is not shown.
    To publish it, move `as_of` in data/register.yml to a later day, or take it out.
data/meetings/cbf-hc/2031-04-02.yml:1:1: warning: this meeting is later than `as_of` (2031-03-01), so only its agenda is shown.
    To publish it, move `as_of` in data/register.yml to a later day, or take it out.
0 errors, 2 warnings
""",
    ),
    "A cancelled meeting that has a record": (
        {SPRING: ("format: hybrid", "cancelled: true")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:7:5: error: nothing was reported at `cbf-hc/2031-04-02`, for it was cancelled.
    Name the meeting where it was reported, or remove the line.
data/meetings/cbf-hc/2031-04-02.yml:10:9: error: this meeting was cancelled, so item 1A may not have `outcomes`.
    Move it to the meeting where it happened, or remove `cancelled` or `postponed_to`.
data/meetings/cbf-hc/2031-04-02.yml:17:9: error: this meeting was cancelled, so item 1B may not have `outcomes`.
    Move it to the meeting where it happened, or remove `cancelled` or `postponed_to`.
data/meetings/cbf-hc/2031-04-02.yml:20:5: error: this meeting was cancelled, so item 2 may not have `outcomes`.
    Move it to the meeting where it happened, or remove `cancelled` or `postponed_to`.
4 errors, 0 warnings
""",
    ),
    "A withheld item that holds something": (
        {
            WINTER: (
                "      until: 2032-01-01\n",
                """\
      until: 2032-01-01
    documents: [{tab: 3}]
    outcomes: none
""",
            )
        },
        """\
data/meetings/cbf-hc/2031-02-05.yml:71:5: error: item 3 is withheld, so it may not have `documents`.
    Keep its number, title and reason only, and remove the rest from the file: what is committed stays in the history.
data/meetings/cbf-hc/2031-02-05.yml:71:5: error: this record is sealed, but it was changed: item 3: documents; list of outcomes.
    Put it back as it was. To correct it, add under `corrections`: `{where: item 3, kind: typographical, says: {…}, should_say: {…}, reason: {…}}`; a change of what it means is `substantive`, and names the decision that allows it.
data/meetings/cbf-hc/2031-02-05.yml:72:5: error: item 3 is withheld, so it may not have `outcomes`.
    Keep its number, title and reason only, and remove the rest from the file: what is committed stays in the history.
3 errors, 0 warnings
""",
    ),
    "An item that is deferred to an earlier meeting": (
        {
            SUMMER: "title: {fr: x, en: x}\nagenda:\n  - {item: 1, title: {fr: Un, en: One}, deferred_to: cbf-hc/2031-04-02}\n"
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:41: error: item 1 of 2031-06-04 is deferred to `cbf-hc/2031-04-02`, an earlier one.
    Name the later meeting that it was put off to.
1 error, 0 warnings
""",
    ),
    "An item that is deferred to its own meeting": (
        {
            SUMMER: "title: {fr: x, en: x}\nagenda:\n  - {item: 1, title: {fr: Un, en: One}, deferred_to: cbf-hc/2031-06-04}\n"
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:41: error: item 1 of 2031-06-04 is deferred to its own meeting.
    Name the later meeting that it was put off to.
1 error, 0 warnings
""",
    ),
    "Meetings that are held in place of each other": (
        {
            SUMMER: "title: {fr: x, en: x}\npostponed_to: cbf-hc/2031-06-20\n",
            LATER: "title: {fr: x, en: x}\npostponed_to: {meeting: cbf-hc/2031-06-04, date: 2031-06-01}\n",
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: this meeting is held in place of itself: `cbf-hc/2031-06-04` → `cbf-hc/2031-06-20` → `cbf-hc/2031-06-04`.
    Name the meeting that was held in the end, or remove the line.
1 error, 0 warnings
""",
    ),
    "A meeting that is both cancelled and postponed": (
        {
            SUMMER: "title: {fr: x, en: x}\ncancelled: true\npostponed_to: cbf-hc/2031-06-20\n",
            LATER: "title: {fr: x, en: x}\n",
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: this meeting was cancelled and postponed, but it can only be one of the two.
    Keep `postponed_to` if another was held in its place, and `cancelled` if not.
1 error, 0 warnings
""",
    ),
    "A withheld item with a topic": (
        {
            SUMMER: "title: {fr: x, en: x}\nagenda:\n  - {item: 1, title: {fr: Un, en: One}, topics: [hiver], withheld: {reason: {fr: Secret., en: Secret.}}}\n"
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:41: error: item 1 is withheld, so it may not have `topics`.
    Keep its number, title and reason only, and remove the rest from the file: what is committed stays in the history.
1 error, 0 warnings
""",
    ),
}
