"""Names of files and folders: a wrong one is one problem, and hides what it holds."""

from __future__ import annotations

from support.paths import SMALL
from support.small_register import REPORTS, SPRING, SUMMER, WINTER, Cases


def _text(path: str) -> str:
    """A file of the small register, to be put elsewhere."""
    return (SMALL / "data" / path).read_text("utf-8")


CASES: Cases = {
    "A file of organizations with another spelling": (
        {"organizations.yml": None, "organisations.yml": _text("organizations.yml")},
        """\
data/organisations.yml:1:1: error: nothing reads a file of this name.
    Rename it data/organizations.yml.
1 error, 0 warnings
""",
    ),
    "A meeting's file without the zeros of its date": (
        {SPRING: None, "meetings/cbf-hc/2031-4-2.yml": _text(SPRING)},
        """\
data/meetings/cbf-hc/2031-4-2.yml:1:1: error: this file's name does not say on which day the meeting is.
    Rename it data/meetings/cbf-hc/2031-04-02.yml.
1 error, 0 warnings
""",
    ),
    "A meeting's file with another ending": (
        {SPRING: None, "meetings/cbf-hc/2031-04-02.yaml": _text(SPRING)},
        """\
data/meetings/cbf-hc/2031-04-02.yaml:1:1: error: nothing reads a file of this name.
    Rename it data/meetings/cbf-hc/2031-04-02.yml.
1 error, 0 warnings
""",
    ),
    "A body's folder with two letters exchanged": (
        {
            WINTER: None,
            SPRING: None,
            SUMMER: None,
            "meetings/cbf-ch/2031-02-05.yml": _text(WINTER),
            "meetings/cbf-ch/2031-04-02.yml": _text(SPRING),
            "meetings/cbf-ch/2031-06-04.yml": _text(SUMMER),
        },
        """\
data/meetings/cbf-ch:1:1: error: this folder is named `cbf-ch`, which is not a body of this register.
    Rename it data/meetings/cbf-hc, or move its files there.
1 error, 0 warnings
""",
    ),
    "A body's folder in capitals": (
        {
            WINTER: None,
            SPRING: None,
            SUMMER: None,
            "meetings/CBF-HC/2031-02-05.yml": _text(WINTER),
            "meetings/CBF-HC/2031-04-02.yml": _text(SPRING),
            "meetings/CBF-HC/2031-06-04.yml": _text(SUMMER),
        },
        """\
data/meetings/CBF-HC:1:1: error: this folder is named `CBF-HC`, which is not a body of this register.
    Rename it data/meetings/cbf-hc, or move its files there.
1 error, 0 warnings
""",
    ),
    "A file of reports with a hyphen in the number": (
        {REPORTS: None, "follow-ups/cbf-hc/2031-02-05-1-A.yml": _text(REPORTS)},
        """\
data/follow-ups/cbf-hc/2031-02-05-1-A.yml:1:1: error: this file's name is not that of a follow-up.
    Name it data/follow-ups/cbf-hc/<date>-<number>.yml. If it is on follow-up cbf-hc/2031-02-05-1A, rename it data/follow-ups/cbf-hc/2031-02-05-1A.yml.
1 error, 0 warnings
""",
    ),
}
