"""When a follow-up is due: at the next meeting, on several days, in a month, in words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.small_register import LATER, SUMMER, meeting_with, small_register

from releve import register as derived
from releve.build.load import load
from releve.register import Meeting, Outcome, Register, Tables

HELD = "title: {fr: Un, en: One}\n"
AUTUMN = "meetings/cbf-hc/2031-09-10.yml"


def _register(root: Path, as_of: str = "2031-06-30") -> Register:
    home = root / "data" / "register.yml"
    home.write_text(
        home.read_text("utf-8").replace("as_of: 2031-06-30", f"as_of: {as_of}"), "utf-8"
    )
    register, problems = load(root)
    assert register is not None
    assert [str(problem) for problem in problems if problem.severity == "error"] == []
    return register


def _status(register: Register, day: date) -> derived.Status:
    follow_up = register.find("cbf-hc/2031-06-04#follow-up-1")
    assert isinstance(follow_up, Outcome)
    return derived.status(register, follow_up, day)


def _due(words: str) -> str:
    return meeting_with(f"follow_up: 1, text: {{fr: Agir., en: Act.}}, due: {words}")


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("2031-06-20", date(2031, 6, 20)),
        ("{by: 2031-06-20}", date(2031, 6, 20)),
        ("2031-06", date(2031, 6, 30)),
        ("2031-12", date(2031, 12, 31)),
        ("{by: 2032-02}", date(2032, 2, 29)),
        ("2031-Q3", date(2031, 9, 30)),
        ("2031-Q4", date(2031, 12, 31)),
        ("2031", date(2031, 12, 31)),
    ],
)
def test_it_is_overdue_only_once_the_last_day_of_what_is_said_has_passed(
    tmp_path: Path, words: str, last: date
) -> None:
    register = _register(small_register(tmp_path, {SUMMER: _due(words)}))
    assert _status(register, last).overdue == 0
    assert _status(register, date.fromordinal(last.toordinal() + 1)).overdue == 1


def test_what_is_due_in_words_is_never_overdue(tmp_path: Path) -> None:
    register = _register(small_register(tmp_path, {SUMMER: _due("{said: {fr: Tôt, en: Soon}}")}))
    assert _status(register, date(2039, 1, 1)).overdue == 0


def test_the_next_meeting_is_the_next_that_is_held(tmp_path: Path) -> None:
    changes = {
        SUMMER: _due("next-meeting"),
        LATER: f"{HELD}cancelled: true\n",
        "meetings/cbf-hc/2031-08-01.yml": f"{HELD}postponed_to: cbf-hc/2031-09-10\n",
        AUTUMN: HELD,
    }
    register = _register(small_register(tmp_path, changes))
    assert _status(register, date(2031, 6, 30)).due_day == date(2031, 9, 10)


def test_the_next_meeting_has_no_day_until_it_is_convened(tmp_path: Path) -> None:
    register = _register(small_register(tmp_path, {SUMMER: _due("next-meeting")}))
    assert _status(register, date(2039, 1, 1)).due_day is None


def test_what_is_due_at_the_next_meeting_stands_on_its_draft_agenda(tmp_path: Path) -> None:
    register = _register(small_register(tmp_path, {SUMMER: _due("next-meeting"), AUTUMN: HELD}))
    meeting = register.find("cbf-hc/2031-09-10")
    assert isinstance(meeting, Meeting)
    draft = derived.draft_agenda(register, meeting, Tables(register)["binder"](meeting))
    due = [follow_up.key for _, follow_ups in draft.due for follow_up in follow_ups]
    assert "cbf-hc/2031-06-04#follow-up-1" in due


def test_a_report_that_moves_it_to_the_next_meeting_means_the_one_after_the_report(
    tmp_path: Path,
) -> None:
    moved = "reports: [{date: 2031-07-01, status: in-progress, due: next-meeting}]\n"
    changes = {
        SUMMER: _due("2031-06-10"),
        LATER: HELD,
        AUTUMN: HELD,
        "follow-ups/cbf-hc/2031-06-04-1.yml": moved,
    }
    register = _register(small_register(tmp_path, changes), "2031-07-31")
    assert _status(register, date(2031, 6, 30)).due_day == date(2031, 6, 10)
    assert _status(register, date(2031, 7, 1)).due_day == date(2031, 9, 10)


@pytest.mark.parametrize(
    ("day", "due_day", "overdue"),
    [
        (date(2031, 6, 5), date(2031, 6, 30), 0),
        (date(2031, 7, 1), date(2031, 9, 30), 0),
        (date(2031, 10, 1), date(2031, 12, 1), 0),
        (date(2031, 12, 2), date(2031, 12, 1), 1),
    ],
)
def test_of_several_due_dates_the_next_counts(
    tmp_path: Path, day: date, due_day: date, overdue: int
) -> None:
    words = "[2031-12-01, 2031-06, 2031-Q3]"
    register = _register(small_register(tmp_path, {SUMMER: _due(words)}))
    status = _status(register, day)
    assert (status.due_day, status.overdue) == (due_day, overdue)


def test_a_decision_is_in_force_from_the_first_to_the_last_day_of_what_is_said(
    tmp_path: Path,
) -> None:
    words = "decision: 1, text: {fr: Oui., en: Yes.}, effective: 2031-Q3, expires: 2032-02"
    register = _register(small_register(tmp_path, {SUMMER: meeting_with(words)}))
    decision = register.find("cbf-hc/2031-06-04#decision-1")
    assert isinstance(decision, Outcome)
    states = {
        date(2031, 6, 30): "not-yet-in-force",
        date(2031, 7, 1): "in-force",
        date(2032, 2, 29): "in-force",
        date(2032, 3, 1): "expired",
    }
    assert {day: derived.standing(decision, day) for day in states} == states
