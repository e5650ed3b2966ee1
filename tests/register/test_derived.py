"""What is worked out of a register, as of its day: whether it says what people would say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from releve import register as derived
from releve.__main__ import seal
from releve.build.load import load
from releve.register import Meeting, Outcome, Register, item_number

ORGANIZATIONS = """\
com:
  name: {en: Invented Committee}
  kind: committee
  offices:
    chair: {en: Chair}
"""
PEOPLE = """\
ann: {name: Ann Example, offices: [{of: com, office: chair, to: 2031-06-01}]}
bea: {name: Bea Example}
"""


def _register(folder: Path, as_of: str, meetings: dict[str, str], **files: str) -> Register:
    """A register in English of one body, from the words of its meetings by day."""
    data = folder / "data"
    (data / "meetings" / "com").mkdir(parents=True)
    settings = f"title: {{en: R}}\nlanguages: [en]\nbodies: [com]\nas_of: {as_of}\n"
    (data / "register.yml").write_text(settings, "utf-8")
    (data / "organizations.yml").write_text(ORGANIZATIONS, "utf-8")
    (data / "people.yml").write_text(files.get("people", PEOPLE), "utf-8")
    for day, words in meetings.items():
        (data / "meetings" / "com" / f"{day}.yml").write_text(
            f"title: {{en: Meeting}}\n{words}", "utf-8"
        )
    seal(folder)
    register, problems = load(folder)
    assert register is not None
    assert [str(problem) for problem in problems if problem.severity == "error"] == []
    return register


def _agenda(outcomes: str = "", narrative: str = "") -> str:
    said = f"    narrative: [{{text: {{en: '{narrative}'}}}}]\n" if narrative else ""
    return f"agenda:\n  - item: 1\n    title: {{en: One}}\n{said}" + (
        f"    outcomes: [{outcomes}]\n" if outcomes else ""
    )


def _meeting(register: Register, key: str) -> Meeting:
    meeting = register.find(key)
    assert isinstance(meeting, Meeting)
    return meeting


def _outcome(register: Register, key: str) -> Outcome:
    outcome = register.find(key)
    assert isinstance(outcome, Outcome)
    return outcome


@pytest.mark.parametrize(
    ("parent", "own", "number"),
    [
        ("1", "B", "1B"),
        ("1", "1B", "1B"),
        ("4", "10", "4.10"),
        ("4", "4.10", "4.10"),
        ("1", "10", "1.10"),
        ("1", "1", "1.1"),
        ("I", "ii", "I.ii"),
        ("I", "II", "I.II"),
        ("", "7", "7"),
    ],
)
def test_a_part_of_an_item_has_a_number_of_its_own(parent: str, own: str, number: str) -> None:
    assert item_number(parent, own) == number


def test_a_record_is_a_draft_until_a_later_meeting_approves_it(tmp_path: Path) -> None:
    meetings = {
        "2031-01-10": _agenda("{decision: 1, text: {en: Yes.}}"),
        "2031-03-10": _agenda("{decision: 1, text: {en: So.}, approves: com/2031-01-10}"),
    }
    register = _register(tmp_path / "later", "2031-03-10", meetings)
    assert _meeting(register, "com/2031-01-10").state == "approved"
    assert _meeting(register, "com/2031-03-10").state == "draft"
    register = _register(tmp_path / "earlier", "2031-03-09", meetings)
    assert _meeting(register, "com/2031-01-10").state == "draft"
    assert _meeting(register, "com/2031-03-10").state == "planned"


def test_a_rejected_decision_approves_nothing_and_appoints_nobody(tmp_path: Path) -> None:
    register = _register(
        tmp_path,
        "2031-12-31",
        {
            "2031-01-10": _agenda("{decision: 1, text: {en: Yes.}}"),
            "2031-03-10": _agenda(
                "{decision: 1, outcome: rejected, text: {en: No.}, approves: com/2031-01-10, "
                "appoints: {person: bea, office: chair, of: com}}"
            ),
        },
    )
    assert _meeting(register, "com/2031-01-10").state == "draft"
    assert [tenure.person.key for tenure in derived.tenures(register)] == ["ann"]


def test_a_meeting_whose_record_is_not_typed_yet_has_no_draft(tmp_path: Path) -> None:
    register = _register(
        tmp_path,
        "2031-12-31",
        {"2031-01-10": _agenda(), "2031-02-10": "opening: [{text: {en: Hi.}}]"},
    )
    assert _meeting(register, "com/2031-01-10").state == "held"
    assert _meeting(register, "com/2031-02-10").state == "draft"


def test_a_meeting_that_was_not_held_leaves_no_trace_but_itself(tmp_path: Path) -> None:
    register = _register(tmp_path, "2031-12-31", {"2031-01-10": "cancelled: true\n" + _agenda()})
    assert _meeting(register, "com/2031-01-10").state == "cancelled"
    assert not _meeting(register, "com/2031-01-10").held


def test_what_a_meeting_to_come_will_say_is_mentioned_nowhere(tmp_path: Path) -> None:
    meetings = {
        "2031-01-10": _agenda("{decision: 1, text: {en: Yes.}}"),
        "2031-09-10": _agenda(narrative="As in [[com/2031-01-10#decision-1]]."),
    }
    register = _register(tmp_path / "before", "2031-06-01", meetings)
    assert derived.mentions(_outcome(register, "com/2031-01-10#decision-1")) == {}
    register = _register(tmp_path / "after", "2031-09-10", meetings)
    ((mention, fields),) = derived.mentions(_outcome(register, "com/2031-01-10#decision-1")).items()
    assert (mention.key, fields) == ("com/2031-09-10#item-1", ["text"])


def test_what_was_due_at_a_postponed_meeting_is_due_at_the_one_held_in_its_place(
    tmp_path: Path,
) -> None:
    register = _register(
        tmp_path,
        "2031-06-01",
        {
            "2031-01-10": _agenda(
                "{follow_up: 1, text: {en: Do it.}, due: {meeting: com/2031-03-10}}"
            ),
            "2031-03-10": "postponed_to: com/2031-09-10",
            "2031-09-10": "",
        },
    )
    follow_up = _outcome(register, "com/2031-01-10#follow-up-1")
    status = derived.status(register, follow_up, register.as_of)
    assert (status.due_day, status.overdue) == (date(2031, 9, 10), 0)
    assert _meeting(register, "com/2031-09-10").due == [follow_up]


@pytest.mark.parametrize(
    ("as_of", "chair"), [("2031-06-01", ["ann"]), ("2031-06-02", []), ("2031-07-10", ["bea"])]
)
def test_an_office_is_held_up_to_its_last_day_and_from_the_day_of_the_appointment(
    tmp_path: Path, as_of: str, chair: list[str]
) -> None:
    register = _register(
        tmp_path,
        as_of,
        {
            "2031-07-10": _agenda(
                "{decision: 1, text: {en: Bea.}, appoints: {person: bea, office: chair, of: com}}"
            )
        },
    )
    current = [
        tenure.person.key for tenure in derived.tenures(register) if tenure.covers(register.as_of)
    ]
    assert current == chair


@pytest.mark.parametrize(
    ("begins", "last_day"),
    [
        ("", date(2031, 7, 10)),
        (", from: 2031-07-10", date(2031, 7, 10)),
        (", from: 2031-09-01", date(2031, 8, 31)),
    ],
    ids=["at once", "on the day of the meeting", "later"],
)
def test_whoever_is_replaced_is_in_office_on_the_day_of_the_meeting_or_until_the_eve(
    tmp_path: Path, begins: str, last_day: date
) -> None:
    register = _register(
        tmp_path,
        "2031-12-31",
        {
            "2031-07-10": _agenda(
                "{decision: 1, text: {en: Bea.}, "
                f"appoints: {{person: bea, office: chair, of: com, replaces: ann{begins}}}}}"
            )
        },
        people="ann: {name: Ann, offices: [{of: com, office: chair}]}\nbea: {name: Bea}\n",
    )
    ann, _ = derived.tenures(register)
    assert ann.end == last_day


def test_a_decision_that_was_ended_before_it_began_has_done_nothing(tmp_path: Path) -> None:
    register = _register(
        tmp_path,
        "2031-12-31",
        {
            "2031-01-10": _agenda("{decision: 1, text: {en: Yes.}}"),
            "2031-02-10": _agenda(
                "{decision: 1, text: {en: No.}, effective: 2031-06-01, "
                "supersedes: com/2031-01-10#decision-1}"
            ),
            "2031-03-10": _agenda(
                "{decision: 1, text: {en: Stop.}, rescinds: com/2031-02-10#decision-1}"
            ),
        },
    )
    first = _outcome(register, "com/2031-01-10#decision-1")
    assert derived.standing(first, register.as_of) == "in-force"
    assert [event.kind for event in derived.life(first)] == ["made"]
