"""Follow-ups and reports on them: when, at which meeting, and what becomes of them."""

from __future__ import annotations

from support.small_register import LATER, REPORTS, SUMMER, Cases, meeting_with

CASES: Cases = {
    "Reports that stand newest first": (
        {REPORTS: ("2031-03-01", "2031-04-03")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:6:5: error: this report of 2031-04-02 stands after one of 2031-04-03.
    Put the oldest first: the last one says where the follow-up stands.
1 error, 0 warnings
""",
    ),
    "A follow-up that arises from a later decision": (
        {
            SUMMER: meeting_with(
                "follow_up: 1, text: {fr: Agir., en: Act.}, arises_from: cbf-hc/2031-06-20#decision-1",
            ),
            LATER: meeting_with("decision: 1, text: {fr: Oui., en: Yes.}"),
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:53: error: this follow-up of 2031-06-04 arises from `cbf-hc/2031-06-20#decision-1`, a later decision.
    Name a decision of this meeting or of an earlier one.
1 error, 0 warnings
""",
    ),
    "A follow-up that says nothing, neither as a whole nor in parts": (
        {SUMMER: meeting_with("follow_up: 1, tasks: []", "follow_up: 2, due: 2031-07-01")},
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:9: error: this follow-up does not say what is to be done.
    Add `text: {fr: "…", en: "…"}`, or its parts under `tasks`.
data/meetings/cbf-hc/2031-06-04.yml:7:9: error: this follow-up does not say what is to be done.
    Add `text: {fr: "…", en: "…"}`, or its parts under `tasks`.
2 errors, 0 warnings
""",
    ),
    "A follow-up that is due before it is agreed": (
        {
            SUMMER: meeting_with(
                "follow_up: 1, text: {fr: Agir., en: Act.}, due: {date: 2031-06-03}",
                "follow_up: 2, text: {fr: Agir., en: Act.}, due: {meeting: cbf-hc/2031-04-02}",
            )
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:53: warning: this follow-up of 2031-06-04 was due on 2031-06-03, before it was agreed.
    Look at the date again. If the record says so, correct it under `corrections`.
data/meetings/cbf-hc/2031-06-04.yml:7:53: warning: this follow-up of 2031-06-04 was due on 2031-04-02, before it was agreed.
    Look at the date again. If the record says so, correct it under `corrections`.
0 errors, 2 warnings
""",
    ),
    "A report before the follow-up was agreed": (
        {REPORTS: ("2031-03-01", "2031-02-04")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:2:5: error: this report of 2031-02-04 is on a follow-up that was agreed on 2031-02-05.
    Look at the date again, and at the name of the file.
1 error, 0 warnings
""",
    ),
    "A report after the one that closed the follow-up": (
        {REPORTS: ("in-progress", "done")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:6:5: error: this report stands after the one of 2031-03-01, which closed the follow-up (`status: done`).
    Remove it. If there is more to do, it is a new follow-up: let the earlier report say `carried-over`, and name that one in `continued_by`. If it was closed by mistake, report `reopened` first.
1 error, 0 warnings
""",
    ),
    "A report that is dated in the future": (
        {"register.yml": ("as_of: 2031-06-30\n", "")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:2:5: error: this report is dated 2031-03-01, a day still to come.
    Look at the date again.
data/follow-ups/cbf-hc/2031-02-05-1A.yml:6:5: error: this report is dated 2031-04-02, a day still to come.
    Look at the date again.
2 errors, 0 warnings
""",
    ),
    "A report at a meeting of another day": (
        {
            SUMMER: meeting_with(
                "follow_up: 1, text: {fr: Agir., en: Act.}",
            ),
            "follow-ups/cbf-hc/2031-06-04-1.yml": "reports:\n  - {date: 2031-06-19, status: in-progress, meeting: cbf-hc/2031-06-20}\n  - {date: 2031-06-21, status: done, meeting: cbf-hc/2031-06-20}\n",
            LATER: "title: {fr: x, en: x}\n",
        },
        """\
data/follow-ups/cbf-hc/2031-06-04-1.yml:2:45: error: this report of 2031-06-19 cannot be made at a meeting of 2031-06-20.
    Let `date` be the day of the meeting, or remove the line.
data/follow-ups/cbf-hc/2031-06-04-1.yml:3:38: warning: this report of 2031-06-21 cannot be made at a meeting of 2031-06-20.
    Let `date` be the day of the meeting, or remove the line.
1 error, 1 warning
""",
    ),
    "A report at a postponed meeting": (
        {
            SUMMER: meeting_with(
                "follow_up: 1, text: {fr: Agir., en: Act.}",
            ),
            "follow-ups/cbf-hc/2031-06-04-1.yml": "reports: [{date: 2031-06-20, status: done, meeting: cbf-hc/2031-06-20}]\n",
            LATER: "title: {fr: x, en: x}\npostponed_to: cbf-hc/2031-06-04\n",
        },
        """\
data/follow-ups/cbf-hc/2031-06-04-1.yml:1:44: error: nothing was reported at `cbf-hc/2031-06-20`, for it was postponed.
    Name the meeting where it was reported, or remove the line.
1 error, 0 warnings
""",
    ),
    "A follow-up that is carried over into itself": (
        {
            REPORTS: (
                "continued_by: cbf-hc/2031-04-02#follow-up-2A",
                'continued_by: "#follow-up-1A"',
            )
        },
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:9:5: error: this follow-up is carried over into itself.
    Name the follow-up that continues it. If it goes on under its own number, write `status: in-progress`, and `due` if the date moves.
1 error, 0 warnings
""",
    ),
    "A follow-up that is carried over into one of a later meeting": (
        {
            REPORTS: (
                "continued_by: cbf-hc/2031-04-02#follow-up-2A",
                "continued_by: cbf-hc/2031-06-04#follow-up-1",
            ),
            SUMMER: meeting_with(
                "follow_up: 1, text: {fr: Agir., en: Act.}",
            ),
        },
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:9:5: error: this report of 2031-04-02 names `cbf-hc/2031-06-04#follow-up-1`, which was agreed later.
    Date the report on the day when the other follow-up was agreed, or after.
1 error, 0 warnings
""",
    ),
    "Follow-ups that are carried over into each other": (
        {
            SUMMER: meeting_with(
                "follow_up: 1, text: {fr: Agir., en: Act.}",
                "follow_up: 2, text: {fr: Agir., en: Act.}",
            ),
            "follow-ups/cbf-hc/2031-06-04-1.yml": "reports: [{date: 2031-06-05, status: carried-over, continued_by: '#follow-up-2'}]\n",
            "follow-ups/cbf-hc/2031-06-04-2.yml": "reports: [{date: 2031-06-06, status: carried-over, continued_by: '#follow-up-1'}]\n",
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:7:9: error: follow-ups are carried over in a circle: `cbf-hc/2031-06-04#follow-up-2` → `cbf-hc/2031-06-04#follow-up-1` → `cbf-hc/2031-06-04#follow-up-2`.
    Mend the `continued_by` that is wrong.
1 error, 0 warnings
""",
    ),
}
