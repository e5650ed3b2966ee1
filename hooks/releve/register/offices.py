"""Who holds an office and when, and which follow-ups a person or an organization owes.

Begin at `tenures`, which joins the offices of people.yml with the appointments in decisions.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from .collection import Register
from .decisions import last_day_in_force
from .follow_ups import Owned, Owner, by_owner, most_urgent_first, status
from .model import Outcome, Thing


@dataclass(frozen=True, slots=True)
class Tenure:
    """The time during which a person holds an office or belongs to an organization."""

    person: Thing
    organization: Thing | None
    office: Thing | None
    title: dict[str, str] | None
    """A title by language, where people.yml gives one instead of an office."""
    start: date | None
    """The first day; None if it is not known."""
    end: date | None
    """The last day; None if it is not known or has not been set."""
    by: Outcome | None
    """The decision that made the appointment; None if it is from people.yml."""

    def covers(self, day: date) -> bool:
        """Whether a day is within the tenure; an unknown first or last day sets no limit."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


def tenures(register: Register) -> list[Tenure]:
    """The tenures that people.yml gives and those that decisions made by appointing somebody.

    A decision that appoints a person in place of another also ends the tenure of that other.
    """
    all_tenures: list[Tenure] = []
    for person in register.of_kind("person"):
        for entry in person.data.offices:
            organization = register.find(entry.of) if entry.of else None
            office = register.find(f"{entry.of}#{entry.office}") if entry.office else None
            all_tenures.append(
                Tenure(person, organization, office, entry.title, entry.from_, entry.to, None)
            )
    for decision in register.decisions:
        for appointment in decision.data.appoints if decision.has_effect else ():
            person = register.find(appointment.person)
            ends = filter(None, (last_day_in_force(decision), appointment.to))
            end, start = min(ends, default=None), appointment.from_ or decision.begins
            if person is None or (end and end < start):
                continue  # an appointment that was undone before it began
            organization = register.find(appointment.of)
            office = None
            if appointment.office:
                office = register.find(f"{appointment.of}#{appointment.office}")
            new = Tenure(person, organization, office, None, start, end, decision)
            all_tenures = [_ended(tenure, appointment.replaces, new) for tenure in all_tenures]
            all_tenures.append(new)
    return all_tenures


def _ended(tenure: Tenure, replaced: str | None, new: Tenure) -> Tenure:
    """The tenure, ended by a `new` one if it is that of the person who is `replaced`.

    Whoever is replaced at a meeting was still in office that day; one whose successor begins on
    another day is in office until the eve.
    """
    same = tenure.office is new.office and (new.office or tenure.organization is new.organization)
    if new.start is None or new.by is None or tenure.person.key != replaced or not same:
        return tenure
    at_the_meeting = new.start == new.by.meeting.date
    end = new.start if at_the_meeting else new.start - timedelta(days=1)
    return replace(tenure, end=end) if tenure.covers(new.start) else tenure


class Debts:
    """The follow-ups of each person and organization, grouped by owner once for all pages."""

    def __init__(self, register: Register, all_tenures: list[Tenure]) -> None:
        self._register = register
        self._owned: dict[Thing, list[Outcome]] = {}
        self._without_entry: list[Owner] = []
        for owner, follow_ups in by_owner(register, register.follow_ups):
            if isinstance(owner, Thing):
                self._owned[owner] = follow_ups
            elif owner is not None:
                self._without_entry.append(owner)
        self._offices: dict[Thing, list[Thing]] = {}
        for office in register.of_kind("office"):
            self._offices.setdefault(office.organization, []).append(office)
        self._tenures: dict[Thing, list[Tenure]] = {}
        for tenure in all_tenures:
            self._tenures.setdefault(tenure.person, []).append(tenure)

    def of(self, owner: Thing) -> list[Owned]:
        """The follow-ups of an owner, open and closed, the most urgent first, by who owes them: the
        owner itself, then those through which it owes; each follow-up once, under the first.

        An organization owes through its offices. A person owes through the offices and the groups
        that the person belongs to on the register's day; what is closed, through those of the day
        on which it was closed.
        """
        today = self._register.as_of
        owed: dict[Outcome, None] = {}
        found: list[Owned] = []
        for other, tenures in self._ways(owner).items():
            new = [
                follow_up
                for follow_up in self._owned.get(other, ())
                if follow_up not in owed and self._is_covered(follow_up, tenures)
            ]
            if new:
                owed |= dict.fromkeys(new)
                found.append((other, most_urgent_first(self._register, new, today)))
        return found

    def answerable(self) -> list[tuple[Owner, list[str]]]:
        """Whoever owes a follow-up or answers for one on the register's day, each with the keys of
        the owners that it stands for; those without an entry have no key.
        """
        today = self._register.as_of
        everybody = dict.fromkeys([*self._owned, *self._offices, *self._tenures])
        found: list[tuple[Owner, list[str]]] = [(owner, []) for owner in self._without_entry]
        for thing in everybody:
            keys = [
                other.key
                for other, tenures in self._ways(thing).items()
                if other in self._owned
                and (not tenures or any(tenure.covers(today) for tenure in tenures))
            ]
            if keys:
                found.append((thing, keys))
        return found

    def _ways(self, owner: Thing) -> dict[Thing, list[Tenure]]:
        """The owner itself and those through which it owes, each with the tenures that make it so;
        none where that is so at any time.
        """
        ways: dict[Thing, list[Tenure]] = {owner: []}
        ways |= {office: [] for office in self._offices.get(owner, ())}
        tenures = self._tenures.get(owner, ())
        for tenure in tenures:
            if tenure.office:
                ways.setdefault(tenure.office, []).append(tenure)
        for tenure in tenures:
            if tenure.organization:
                ways.setdefault(tenure.organization, []).append(tenure)
        return ways

    def _is_covered(self, follow_up: Outcome, tenures: list[Tenure]) -> bool:
        today = self._register.as_of
        day = status(self._register, follow_up, today).closed or today
        return not tenures or any(tenure.covers(day) for tenure in tenures)
