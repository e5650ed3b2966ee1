"""What is longer, deeper, earlier or later than a register may hold."""

from __future__ import annotations

from support.small_register import SUMMER, Cases, meeting_with

_TITLE = "title: {fr: Réunion d'été, en: Summer meeting}\n"
_LONG = "a" * 101
_SHOWN = f"{'a' * 59}…"

CASES: Cases = {
    "An id of more than a hundred characters": (
        {"topics.yml": ("hiver:", f"{_LONG}:")},
        f"""\
data/topics.yml:6:1: error: `{_SHOWN}` is longer than 100 characters.
    Shorten it: it becomes a part of the addresses of pages.
1 error, 0 warnings
""",
    ),
    "A number of more than a hundred characters": (
        {SUMMER: meeting_with(f"decision: {_LONG}, text: {{fr: Oui., en: Yes.}}")},
        f"""\
data/meetings/cbf-hc/2031-06-04.yml:6:10: error: `{_SHOWN}` is longer than 100 characters.
    Shorten it: it becomes a part of the addresses of pages.
1 error, 0 warnings
""",
    ),
    "A text of more than a hundred thousand characters": (
        {SUMMER: f"{_TITLE}opening:\n  - text: {{fr: {'a' * 100_001}, en: a}}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:12: error: `fr` is longer than 100,000 characters.
    Divide it into several texts, or publish it as a document and give its `url`.
1 error, 0 warnings
""",
    ),
    "A reference of a hundred thousand characters": (
        {
            SUMMER: f"{_TITLE}agenda:\n  - item: 1\n    title: {{fr: Un, en: One}}\n"
            f"    outcomes:\n      - {{decision: 1, text: {{fr: x, en: x}}, "
            f"supersedes: '#decision-{'1' * 99_000}'}}\n"
        },
        f"""\
data/meetings/cbf-hc/2031-06-04.yml:6:45: error: unknown decision `#decision-{"1" * 48}…`.
    This meeting has "#decision-1". Expected: a decision of a meeting under data/meetings/.
1 error, 0 warnings
""",
    ),
    "A meeting that is the thousandth of its day": (
        {f"{SUMMER[:-4]}-1000.yml": _TITLE},
        """\
data/meetings/cbf-hc/2031-06-04-1000.yml:1:1: error: this file's name ends in a number of more than three digits: 1000.
    Name the second meeting of the day 2031-06-04-2.yml, the third 2031-06-04-3.yml.
1 error, 0 warnings
""",
    ),
    "A meeting in a year before the calendar's first": (
        {"meetings/cbf-hc/0203-06-04.yml": _TITLE},
        """\
data/meetings/cbf-hc/0203-06-04.yml:1:1: error: this file's name holds a day that is not in the years 1000 to 9000: 0203-06-04.
    Rename the file with the day of the meeting.
1 error, 0 warnings
""",
    ),
    "A date in a year after the calendar's last": (
        {
            SUMMER: meeting_with(
                "decision: 1, text: {fr: Oui., en: Yes.}, effective: 9001-01-01",
            )
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:51: error: `9001-01-01` is not a day in the years 1000 to 9000.
    Look at the year again.
1 error, 0 warnings
""",
    ),
    "Meetings in years that are unlikely": (
        {"meetings/cbf-hc/1031-06-04.yml": _TITLE, "meetings/cbf-hc/2301-06-04.yml": _TITLE},
        """\
data/meetings/cbf-hc/1031-06-04.yml:1:1: warning: the year 1031 is unlikely: it is before 1800.
    Look at it again; if it is right, nothing need change.
data/meetings/cbf-hc/2301-06-04.yml:1:1: warning: the year 2301 is unlikely: it is more than 10 years after the register's day, 2031-06-30.
    Look at it again; if it is right, nothing need change.
0 errors, 2 warnings
""",
    ),
    "Dates in years that are unlikely": (
        {
            "people.yml": ("from: 2030-01-01", "from: 1030-01-01"),
            SUMMER: meeting_with(
                "follow_up: 1, text: {fr: Agir., en: Act.}, due: {date: 2301-07-01}",
                "decision: 1, text: {fr: Oui., en: Yes.}, expires: 2131-07-01",
            ),
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:59: warning: the year 2301 is unlikely: it is more than 100 years after the register's day, 2031-06-30.
    Look at it again; if it is right, nothing need change.
data/people.yml:6:7: warning: the year 1030 is unlikely: it is before 1800.
    Look at it again; if it is right, nothing need change.
0 errors, 2 warnings
""",
    ),
}
