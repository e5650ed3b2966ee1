"""When a follow-up is due, or a decision in force: days that are known in part."""

from __future__ import annotations

from support.small_register import SUMMER, Cases, meeting_with


def due(words: str) -> str:
    """A meeting with a follow-up that is due so."""
    return meeting_with(f"follow_up: 1, text: {{fr: Agir., en: Act.}}, due: {words}")


CASES: Cases = {
    "A due date in words that are not said to be words": (
        {SUMMER: due("soon")},
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:53: error: `soon` does not say when.
    Write a day (2031-04-02), a month, a quarter or a year (2031-04, 2031-Q2, 2031), next-meeting, a meeting (cbf-hc/2031-04-02), or {said: …} for the record's own words.
1 error, 0 warnings
""",
    ),
    "A due date in a quarter that does not exist": (
        {SUMMER: due("2031-Q5")},
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:53: error: `2031-Q5` does not say when.
    Write a day (2031-04-02), a month, a quarter or a year (2031-04, 2031-Q2, 2031), next-meeting, a meeting (cbf-hc/2031-04-02), or {said: …} for the record's own words.
1 error, 0 warnings
""",
    ),
    "A quarter where a day is due": (
        {SUMMER: due("{date: 2031-Q3}")},
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:59: error: `2031-Q3` is not a date.
    Write the day as 2031-04-02: year, month, day. For a month, a quarter or a year, write {by: 2031-Q2}.
1 error, 0 warnings
""",
    ),
    "A month that does not exist, by which something is due": (
        {SUMMER: due("{by: 2031-13}")},
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:59: error: `2031-13` is neither a day, a month, a quarter nor a year.
    Write the day as 2031-04-02, the month as 2031-04, the quarter as 2031-Q2, or the year.
1 error, 0 warnings
""",
    ),
    "A due date on a day that does not exist": (
        {SUMMER: due("2031-06-31")},
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:53: error: `2031-06-31` is a day that does not exist.
    Look at the month and the day again.
1 error, 0 warnings
""",
    ),
    "The next meeting where a meeting's id stands": (
        {SUMMER: due("{meeting: next}")},
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:59: error: `next` is not a meeting's id.
    Expected: a meeting under data/meetings/; add its file if it is not there. For the next one, whenever it is held, write `due: next-meeting`.
1 error, 0 warnings
""",
    ),
    "Several due dates, one of which is before the meeting": (
        {SUMMER: due("[2031-07, 2031-05, next-meeting]")},
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:68: warning: this follow-up of 2031-06-04 was due on 2031-05-31, before it was agreed.
    Look at the date again. If the record says so, correct it under `corrections`.
0 errors, 1 warning
""",
    ),
    "Several due dates, one of which says nothing": (
        {SUMMER: due("[2031-07, {}, {date: 2031-08-01, said: {fr: x, en: x}}]")},
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:68: error: `due` does not say when.
    Write a day (2031-04-02), a month, a quarter or a year (2031-04, 2031-Q2, 2031), next-meeting, a meeting (cbf-hc/2031-04-02), or {said: …} for the record's own words.
data/meetings/cbf-hc/2031-06-04.yml:6:91: error: unknown field `said`.
    Fields here: date.
2 errors, 0 warnings
""",
    ),
    "No due date in a list": (
        {SUMMER: due("[]")},
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:53: error: `due` is empty.
    Give at least one.
1 error, 0 warnings
""",
    ),
    "A decision that takes effect in a month that does not exist": (
        {SUMMER: meeting_with("decision: 1, text: {fr: Oui., en: Yes.}, effective: 2031-00")},
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:51: error: `2031-00` is neither a day, a month, a quarter nor a year.
    Write the day as 2031-04-02, the month as 2031-04, the quarter as 2031-Q2, or the year.
1 error, 0 warnings
""",
    ),
    "A decision that expires in a year before it takes effect": (
        {
            SUMMER: meeting_with(
                "decision: 1, text: {fr: Oui., en: Yes.}, effective: 2032-02, expires: 2031"
            )
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:71: error: this decision expires on 2031-12-31, before it takes effect on 2032-02-01.
    Look at the two dates again.
1 error, 0 warnings
""",
    ),
}
