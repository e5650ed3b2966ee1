"""Items that are put off: to which meeting."""

from __future__ import annotations

from support.small_register import SUMMER, Cases


def deferred_to(words: str) -> str:
    """A meeting with an item that is put off."""
    title = "title: {fr: Un, en: One}\n"
    return f"{title}agenda:\n  - item: 1\n    {title}    deferred_to: {words}\n"


CASES: Cases = {
    "An item put off to a later meeting that is not known": (
        {SUMMER: deferred_to("later")},
        """\
0 errors, 0 warnings
""",
    ),
    "An item put off to a later meeting, with a reason": (
        {SUMMER: deferred_to("{meeting: later, reason: {fr: Oui., en: Yes.}}")},
        """\
0 errors, 0 warnings
""",
    ),
    "An item put off to words that are not a meeting": (
        {SUMMER: deferred_to("some day")},
        """\
data/meetings/cbf-hc/2031-06-04.yml:5:5: error: `some day` is not a meeting's id.
    Expected: a meeting under data/meetings/; add its file if it is not there. Where the record does not say which, write `deferred_to: later`.
1 error, 0 warnings
""",
    ),
    "An item put off with a reason only": (
        {SUMMER: deferred_to("{reason: {fr: Oui., en: Yes.}}")},
        """\
data/meetings/cbf-hc/2031-06-04.yml:5:5: error: the field `meeting` is missing.
    Add a line: `meeting: cbf-hc/2031-04-02`.
1 error, 0 warnings
""",
    ),
}
