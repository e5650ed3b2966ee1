"""Follow-ups that a meeting reviews in its own record: one history, sealed with the record."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from support.golden import bodies
from support.small_register import SUMMER, problems_of, report_of, small_register

from releve import register as derived
from releve.__main__ import seal
from releve.build.load import load
from releve.register import Item, Outcome, Register

KEY = "cbf-hc/2031-04-02#follow-up-2A"
TITLE = "title: {fr: Un, en: One}\n"
REVIEWED = f"""\
{TITLE}agenda:
  - item: 1
    {TITLE}    reviewed:
      - follow_up: cbf-hc/2031-04-02#2A
        status: done
        text: {{fr: C'est fait., en: It is done.}}
"""
APPROVAL = f"""\
{TITLE}agenda:
  - item: 1
    {TITLE}    outcomes:
      - decision: 1
        text: {{fr: Approuvé., en: Approved.}}
        approves: cbf-hc/2031-06-04
"""
LATER = "meetings/cbf-hc/2031-06-20.yml"
BETWEEN = "follow-ups/cbf-hc/2031-04-02-2A.yml"


def _register(root: Path) -> Register:
    register, problems = load(root)
    assert register is not None
    assert [str(problem) for problem in problems if problem.severity == "error"] == []
    return register


def _follow_up(register: Register) -> Outcome:
    follow_up = register.find(KEY)
    assert isinstance(follow_up, Outcome)
    return follow_up


def test_a_review_closes_a_follow_up_on_the_day_of_its_meeting(tmp_path: Path) -> None:
    register = _register(small_register(tmp_path, {SUMMER: REVIEWED}))
    follow_up = _follow_up(register)
    assert derived.status(register, follow_up, date(2031, 6, 3)).progress == "open"
    status = derived.status(register, follow_up, date(2031, 6, 4))
    assert (status.progress, status.closed) == ("done", date(2031, 6, 4))


def test_reviews_and_files_of_reports_are_one_history_in_order_of_time(tmp_path: Path) -> None:
    reports = "reports: [{date: 2031-05-01, status: in-progress}]\n"
    register = _register(small_register(tmp_path, {SUMMER: REVIEWED, BETWEEN: reports}))
    history = [(report.date, report.status) for report in _follow_up(register).reports]
    assert history == [(date(2031, 5, 1), "in-progress"), (date(2031, 6, 4), "done")]


def test_a_review_is_mentioned_at_its_follow_up_and_stands_under_its_item(tmp_path: Path) -> None:
    register = _register(small_register(tmp_path, {SUMMER: REVIEWED}))
    item = register.find("cbf-hc/2031-06-04#item-1")
    assert isinstance(item, Item)
    assert [report.follow_up.key for report in item.reviewed] == [KEY]
    assert ("follow_up", item) in _follow_up(register).mentioned_in


def test_a_review_is_left_out_before_the_day_of_its_meeting(tmp_path: Path) -> None:
    root = small_register(
        tmp_path, {SUMMER: REVIEWED, "register.yml": ("2031-06-30", "2031-06-03")}
    )
    assert _follow_up(_register(root)).reports == []


def test_four_hundred_follow_ups_are_closed_from_one_record(tmp_path: Path) -> None:
    agreed = "".join(f"      - {{follow_up: {n}, text: {{fr: A, en: A}}}}\n" for n in range(400))
    reviewed = "".join(
        f"      - {{follow_up: cbf-hc/2031-06-04#{n}, status: done}}\n" for n in range(400)
    )
    head = f"{TITLE}agenda:\n  - item: 1\n    {TITLE}"
    changes = {
        SUMMER: f"{head}    outcomes:\n{agreed}",
        LATER: f"{head}    reviewed:\n{reviewed}",
    }
    register = _register(small_register(tmp_path, changes))
    opened = [one for one in register.follow_ups if one.meeting.key == "cbf-hc/2031-06-04"]
    states = [derived.status(register, one, register.as_of).progress for one in opened]
    assert states == ["done"] * 400


def test_a_sealed_review_cannot_be_changed_in_any_part(tmp_path: Path) -> None:
    root = small_register(tmp_path, {SUMMER: REVIEWED, LATER: APPROVAL})
    seal(root)
    assert problems_of(root) == []
    path = root / "data" / SUMMER
    for before, after in (
        ("status: done", "status: dropped"),
        ("It is done.", "It is not done."),
        ("cbf-hc/2031-04-02#2A", "cbf-hc/2031-02-05#1A"),
    ):
        path.write_text(REVIEWED.replace(before, after), "utf-8")
        assert "sealed, but it was changed: item 1: follow-ups reviewed" in report_of(root)


def test_a_follow_up_that_a_sealed_record_closed_can_be_reopened(tmp_path: Path) -> None:
    reopened = """\
reports:
  - date: 2031-06-25
    status: reopened
    text: {fr: Il restait à faire., en: More was to be done.}
"""
    changes = {SUMMER: REVIEWED, LATER: APPROVAL}
    root = small_register(tmp_path, changes)
    seal(root)
    (root / "data" / BETWEEN).parent.mkdir(exist_ok=True)
    (root / "data" / BETWEEN).write_text(reopened, "utf-8")
    planned = "meetings/cbf-hc/2031-07-08.yml"
    (root / "data" / planned).write_text(TITLE, "utf-8")
    register = _register(root)
    follow_up = _follow_up(register)
    states = {
        day: derived.status(register, follow_up, date(2031, 6, day)).progress for day in (3, 10, 26)
    }
    assert states == {3: "open", 10: "done", 26: "open"}
    binder = derived.Tables(register)["binder"]
    (sequel, later) = register.meetings[-2:]
    assert follow_up in binder(sequel).closed
    assert follow_up in binder(later).open
    page = bodies(register)["en"]["en/cbf-hc/2031-04-02/follow-up-2a/"]
    assert "Reopened" in page


def test_what_is_open_cannot_be_reopened(tmp_path: Path) -> None:
    report = "reports: [{date: 2031-06-25, status: reopened}]\n"
    root = small_register(tmp_path, {BETWEEN: report})
    assert "error: this report reopens a follow-up that is open." in report_of(root)
