"""What is withheld, and its release."""

from __future__ import annotations

from support.small_register import SUMMER, Cases

TITLE = "title: {fr: x, en: x}\n"
REASON = "reason: {fr: Secret., en: Secret.}"


def _decision(withheld: str, rest: str = "") -> str:
    held = f"withheld: {{{REASON}{withheld}}}"
    return f"{TITLE}outcomes:\n  - decision: 1\n    {held}\n{rest}"


TEXT = "    text: {fr: Un., en: One.}\n"

CASES: Cases = {
    "A withheld decision with its words": (
        {SUMMER: _decision("", TEXT)},
        """\
data/meetings/cbf-hc/2031-06-04.yml:5:5: error: decision 1 is withheld, so it may not have `text`.
    Keep its number, title and reason only, and remove the rest from the file: what is committed stays in the history.
1 error, 0 warnings
""",
    ),
    "A withheld decision that may be published": (
        {SUMMER: _decision(", until: 2031-06-10")},
        """\
data/meetings/cbf-hc/2031-06-04.yml:4:52: warning: decision 1 may be published since 2031-06-10, and is still withheld.
    Add its content, and `released: {date: 2031-06-10}` below `withheld`; or move `until` to a later day if it is to stay withheld.
0 errors, 1 warning
""",
    ),
    "A decision released without its words": (
        {SUMMER: _decision(", until: 2031-06-10, released: {date: 2031-06-10}")},
        """\
data/meetings/cbf-hc/2031-06-04.yml:4:71: error: decision 1 is released, and has no `text`.
    Add its words, or remove `released`.
1 error, 0 warnings
""",
    ),
    "A release before its day, by no decision": (
        {SUMMER: _decision(", until: 2031-06-20, released: {date: 2031-06-10}", TEXT)},
        """\
data/meetings/cbf-hc/2031-06-04.yml:4:71: error: decision 1 is released on 2031-06-10, before 2031-06-20, and no decision allows it.
    Add the decision, as in `by: cbf-hc/2031-04-02#decision-2`, or look at the day again.
1 error, 0 warnings
""",
    ),
    "A release that does not say when": (
        {SUMMER: _decision(", released: {}", TEXT)},
        """\
data/meetings/cbf-hc/2031-06-04.yml:4:52: error: `released` does not say when it was released, nor by what.
    Give the day, `{date: 2031-04-02}`, or the decision, `{by: cbf-hc/2031-04-02#decision-2}`.
1 error, 0 warnings
""",
    ),
    "A release of the future, with its words": (
        {SUMMER: _decision(", until: 2031-07-10, released: {date: 2031-07-10}", TEXT)},
        """\
data/meetings/cbf-hc/2031-06-04.yml:5:5: error: decision 1 is withheld, so it may not have `text`.
    Keep its number, title and reason only, and remove the rest from the file: what is committed stays in the history.
1 error, 0 warnings
""",
    ),
    "A release by a decision that was rejected": (
        {
            SUMMER: _decision(", released: {by: '#decision-2', date: 2031-06-20}", TEXT)
            + "  - {decision: 2, outcome: rejected, text: {fr: Publier., en: Publish.}}\n"
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:4:63: error: decision 1 is released by cbf-hc/2031-06-04#decision-2, which was not adopted.
    Name the decision that allows it.
1 error, 0 warnings
""",
    ),
}
