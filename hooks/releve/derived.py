"""What is worked out from a linked register, as of its day, and never typed.

Whether a decision still stands, what is due and overdue, who holds an office, who owes what.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from . import schema
from .register import Outcome, Register, Thing, corrected, meeting_of, rescheduled

Standing = Literal[
    "in-force",
    "not-yet-in-force",
    "amended",
    "superseded",
    "rescinded",
    "expired",
    "rejected",
    "deferred",
    "noted",
]


def standing(decision: Outcome, as_of: date) -> Standing:
    """Whether a decision still stands on a day."""
    data: schema.Decision = decision.data
    if data.outcome in ("rejected", "deferred", "noted"):
        return data.outcome
    ended: dict[str, Standing] = {"rescinds": "rescinded", "supersedes": "superseded"}
    for deed, state in ended.items():
        if any(_begins(later) <= as_of for later in decision.acted_on_by.get(deed, ())):
            return state
    if data.expires and data.expires < as_of:
        return "expired"
    if _begins(decision) > as_of:
        return "not-yet-in-force"
    amended = any(_begins(later) <= as_of for later in decision.acted_on_by.get("amends", ()))
    return "amended" if amended else "in-force"


def _begins(decision: Outcome) -> date:
    return decision.data.effective or decision.meeting.date


def due_date(register: Register, follow_up: Outcome) -> date | None:
    """The day on which it is due, through the meeting where it is due at one."""
    when = follow_up.due
    if isinstance(when, schema.DueAtMeeting):
        meeting = rescheduled(register, when.meeting)
        return meeting.date if meeting else None
    return when.date if when else None


def is_overdue(register: Register, follow_up: Outcome) -> bool:
    """Whether a follow-up was due before the day of the register, and is not closed."""
    day = due_date(register, follow_up)
    return day is not None and day < register.as_of and not follow_up.is_closed


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person in an office or an organization, over a time."""

    person: Thing
    organization: Thing | None
    office: Thing | None
    title: dict[str, str] | None
    start: date | None
    end: date | None
    by: Outcome | None
    """The decision that made the appointment."""


def tenures(register: Register) -> list[Tenure]:
    """Offices as people.yml gives them, changed by the appointments that decisions made."""
    held: list[Tenure] = []
    for person in register.of_kind("person"):
        for office in person.data.offices:
            organization = register.find(office.of) if office.of else None
            place = register.find(f"{office.of}#{office.office}") if office.office else None
            held.append(
                Tenure(person, organization, place, office.title, office.from_, office.to, None)
            )
    for decision in register.decisions:
        for named in decision.data.appoints if decision.is_adopted else ():
            person = register.find(named.person)
            if person is None:
                continue
            day = decision.data.effective or decision.meeting.date
            organization = register.find(named.of)
            place = register.find(f"{named.of}#{named.office}")
            held = [_ended(tenure, named.replaces, place, day) for tenure in held]
            held.append(Tenure(person, organization, place, None, day, None, decision))
    return held


def _ended(tenure: Tenure, replaced: str | None, office: Thing | None, day: date) -> Tenure:
    """The tenure, ended on the eve of `day` if it is the one that an appointment replaces."""
    if tenure.person.key != replaced or tenure.office is not office or tenure.end:
        return tenure
    return replace(tenure, end=day - timedelta(days=1))


def is_current(tenure: Tenure, day: date) -> bool:
    """Whether the person is in office on a day; a date that is not known excludes nothing."""
    return (tenure.start is None or tenure.start <= day) and (
        tenure.end is None or day <= tenure.end
    )


def owed(register: Register, held: list[Tenure], owner: Thing) -> list[Outcome]:
    """Follow-ups that a person, an organization or its offices owe or have delivered."""
    offices = [office for office in register.of_kind("office") if office.organization is owner]
    offices += [
        tenure.office
        for tenure in held
        if tenure.person is owner and tenure.office and is_current(tenure, register.as_of)
    ]
    owned = {
        id(thing)
        for one in (owner, *offices)
        for name, thing in one.named_in
        if name == "owners" and thing.kind == "follow_up"
    }
    return [follow_up for follow_up in register.follow_ups if id(follow_up) in owned]


def neighbours(register: Register) -> dict[str, tuple[Thing | None, Thing | None]]:
    """By key, the meeting, decision or follow-up of the same body before and after each one."""
    rows: dict[tuple[str, str], list[Thing]] = {}
    for meeting in register.meetings:
        rows.setdefault(("meeting", meeting.body), []).append(meeting)
    for outcome in (*register.decisions, *register.follow_ups):
        rows.setdefault((outcome.kind, outcome.meeting.body), []).append(outcome)
    return {
        thing.key: (before, after)
        for row in rows.values()
        for before, thing, after in zip([None, *row], row, [*row[1:], None], strict=False)
    }


def naming(thing: Thing, fields: list[str], kinds: list[str]) -> list[Thing]:
    """Things of these kinds that name `thing` in one of these fields, each once."""
    found = [
        other
        for field, other in thing.named_in
        if field in fields and other.kind in kinds and getattr(meeting_of(other), "held", True)
    ]
    return list(dict.fromkeys(found))


def about(register: Register, topic: Thing, kind: str) -> list[Outcome]:
    """Decisions or follow-ups on a topic, of their own or through their item."""
    outcomes = register.decisions if kind == "decision" else register.follow_ups
    return [outcome for outcome in outcomes if topic.key in outcome.topics]


def corrections(register: Register, thing: Thing) -> list[schema.Correction]:
    """Corrections of what stands in an item or an outcome."""
    meeting = meeting_of(thing)
    if meeting is None:
        return []
    return [
        correction
        for correction in meeting.data.corrections
        if corrected(register, meeting, correction) is thing
        and (correction.date is None or correction.date <= register.as_of)
    ]
