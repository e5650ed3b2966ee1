"""Follow-ups that a meeting reviews: which, when, and what its own record says twice."""

from __future__ import annotations

from support.small_register import LATER, REPORTS, SUMMER, Cases, meeting_with

_TITLE = "title: {fr: Un, en: One}\n"


def reviewing(*reviews: str) -> str:
    """A meeting with one item, under which it reviews follow-ups."""
    lines = [f"      - {{{review}}}\n" for review in reviews]
    return f"{_TITLE}agenda:\n  - item: 1\n    {_TITLE}    reviewed:\n{''.join(lines)}"


CASES: Cases = {
    "A review of a follow-up that is closed": (
        {SUMMER: reviewing("follow_up: cbf-hc/2031-02-05#1A, status: done")},
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:10: error: this review of `cbf-hc/2031-02-05#follow-up-1A` stands after the one of 2031-04-02 in data/follow-ups/cbf-hc/2031-02-05-1A.yml, which closed the follow-up (`status: carried-over`).
    Name `cbf-hc/2031-04-02#follow-up-2A`, which continues it.
1 error, 0 warnings
""",
    ),
    "A review of a follow-up of a later meeting": (
        {
            SUMMER: reviewing("follow_up: cbf-hc/2031-06-20#1, status: done"),
            LATER: meeting_with("follow_up: 1, text: {fr: Agir., en: Act.}"),
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:10: error: this meeting of 2031-06-04 reviews `cbf-hc/2031-06-20#follow-up-1`, which was agreed later.
    Name a follow-up of an earlier meeting.
1 error, 0 warnings
""",
    ),
    "A review of nothing": (
        {SUMMER: reviewing("follow_up: cbf-hc/2031-02-05#1B, status: done")},
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:10: error: unknown follow-up `cbf-hc/2031-02-05#1B`.
    `cbf-hc/2031-02-05` has cbf-hc/2031-02-05#follow-up-1A. Expected: a follow-up of a meeting under data/meetings/.
1 error, 0 warnings
""",
    ),
    "A review whose follow-up is not written as one": (
        {SUMMER: reviewing("follow_up: 1A, status: done")},
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:10: error: `1A` does not name a follow-up.
    Did you mean `cbf-hc/2031-02-05#follow-up-1A`? Expected: a follow-up of a meeting under data/meetings/.
1 error, 0 warnings
""",
    ),
    "A review that does not say where the follow-up stands": (
        {SUMMER: reviewing("follow_up: cbf-hc/2031-02-05#1A")},
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:9: error: the field `status` is missing.
    Add a line: `status: in-progress` or `status: done` or `status: dropped` or `status: carried-over` or `status: reopened`.
1 error, 0 warnings
""",
    ),
    "A review that carries a follow-up over without saying into which": (
        {SUMMER: reviewing("follow_up: cbf-hc/2031-02-05#1A, status: carried-over")},
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:9: error: a follow-up is carried over to another one, and `continued_by` says to which.
    Give both `status: carried-over` and `continued_by: cbf-hc/2031-04-02#follow-up-2A`, or neither.
1 error, 0 warnings
""",
    ),
    "A review of what a file of reports says was reported at that meeting": (
        {
            REPORTS: None,
            SUMMER: reviewing("follow_up: cbf-hc/2031-02-05#1A, status: done"),
            "follow-ups/cbf-hc/2031-02-05-1a.yml": "reports: [{date: 2031-06-04, status: done, meeting: cbf-hc/2031-06-04}]\n",
        },
        """\
data/follow-ups/cbf-hc/2031-02-05-1a.yml:1:12: error: the record of `cbf-hc/2031-06-04` says under item 1 what was reported there.
    Keep it in the record of the meeting, and remove it here. These files are for what is reported between meetings.
1 error, 0 warnings
""",
    ),
    "A report after the meeting that closed the follow-up": (
        {
            REPORTS: "reports: [{date: 2031-06-10, status: in-progress}]\n",
            SUMMER: reviewing("follow_up: cbf-hc/2031-02-05#1A, status: done"),
        },
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:1:12: error: this report stands after the one of 2031-06-04 in data/meetings/cbf-hc/2031-06-04.yml, which closed the follow-up (`status: done`).
    Remove it. If there is more to do, it is a new follow-up: let the earlier report say `carried-over`, and name that one in `continued_by`. If it was closed by mistake, report `reopened` first.
1 error, 0 warnings
""",
    ),
    "A review at a meeting that was cancelled": (
        {
            REPORTS: None,
            SUMMER: "cancelled: true\n"
            + reviewing("follow_up: cbf-hc/2031-02-05#1A, status: done"),
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:5: error: this meeting was cancelled, so item 1 may not have `reviewed`.
    Move it to the meeting where it happened, or remove `cancelled` or `postponed_to`.
1 error, 0 warnings
""",
    ),
}
