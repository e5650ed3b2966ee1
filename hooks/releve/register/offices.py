"""Who holds an office and when, and what its holders owe."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from .decisions import last_day
from .follow_ups import by_owner, most_urgent_first, status
from .model import Outcome, Register, Thing


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

    def covers(self, day: date) -> bool:
        """Whether the person is there on a day; a date that is not known excludes nothing."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


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
            end = last_day(decision)
            if person is None or (end and end < decision.begins):
                continue  # an appointment that was undone before it began
            organization = register.find(named.of)
            place = register.find(f"{named.of}#{named.office}")
            held = [_ended(tenure, named.replaces, place, decision.begins) for tenure in held]
            held.append(Tenure(person, organization, place, None, decision.begins, end, decision))
    return held


def _ended(tenure: Tenure, replaced: str | None, office: Thing | None, day: date) -> Tenure:
    """The tenure, ended on the eve of `day` if it is the one that an appointment replaces."""
    if tenure.person.key != replaced or tenure.office is not office or not tenure.covers(day):
        return tenure
    return replace(tenure, end=day - timedelta(days=1))


class Debts:
    """Who owes what: the follow-ups of each owner, looked up once for all pages."""

    def __init__(self, register: Register, held: list[Tenure]) -> None:
        self._register = register
        self._owned: dict[Thing, list[Outcome]] = {}
        for owner, follow_ups in by_owner(register, register.follow_ups):
            if owner:
                self._owned[owner] = follow_ups
        self._offices: dict[Thing, list[Thing]] = {}
        for office in register.of_kind("office"):
            self._offices.setdefault(office.organization, []).append(office)
        self._held: dict[Thing, list[Tenure]] = {}
        for tenure in held:
            self._held.setdefault(tenure.person, []).append(tenure)

    def of(self, owner: Thing) -> list[Outcome]:
        """Follow-ups that a person, an organization or its offices owe or have delivered.

        What an office owes is owed by whoever holds it now, and what it has delivered was
        delivered by whoever held it then.
        """
        found = dict.fromkeys(self._owned.get(owner, ()))
        for office in self._offices.get(owner, ()):
            found |= dict.fromkeys(self._owned.get(office, ()))
        for tenure in self._held.get(owner, ()):
            for follow_up in self._owned.get(tenure.office, ()) if tenure.office else ():
                at = status(self._register, follow_up, self._register.as_of)
                if tenure.covers(at.closed or self._register.as_of):
                    found[follow_up] = None
        return most_urgent_first(self._register, found, self._register.as_of)
