"""What is looked up on many pages, in every language: worked out once for all of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from . import derived, series
from .lists import LISTS
from .made_from import Table
from .register import Meeting, Outcome, Register


class Tables:
    """The tables of a register, by name."""

    def __init__(self, register: Register) -> None:
        lists = {name: listed(register) for name, listed in LISTS.items()}
        tenures = derived.tenures(register)
        debts = derived.Debts(register, tenures)
        families = series.Families(register)
        stories = derived.stories(register)
        neighbours = derived.neighbours(register)
        binders = {meeting.key: binder for meeting, binder in derived.binders(register).items()}
        meetings: dict[str, list[Meeting]] = {}
        for meeting in register.meetings:
            meetings.setdefault(meeting.body, []).append(meeting)
        of_person: dict[str, list[derived.Tenure]] = {}
        in_place: dict[str, list[derived.Tenure]] = {}
        for tenure in tenures:
            of_person.setdefault(tenure.person.key, []).append(tenure)
            if tenure.organization:
                in_place.setdefault(tenure.organization.key, []).append(tenure)

        def family(key: str) -> series.Family | None:
            decision = register.find(key)
            return families.of(decision) if isinstance(decision, Outcome) else None

        def owed(key: str) -> list[Outcome]:
            owner = register.find(key)
            return debts.of(owner) if owner else []

        def of_year(list_and_year: str) -> list[Outcome]:
            name, year = list_and_year.split()
            return lists[name].years.get(int(year), [])

        self.held: dict[str, Callable[[str], Any]] = {
            "before_and_after": lambda key: neighbours.get(key, (None, None)),
            "binder": binders.get,
            "family": family,
            "listed": lists.get,
            "meetings_of": lambda key: meetings.get(key, []),
            "owed": owed,
            "story": lambda key: stories.get(key, []),
            "tenures_in": lambda key: in_place.get(key, []),
            "of_year": of_year,
            "tenures_of": lambda key: of_person.get(key, []),
        }
        """By the name of a table, what it holds under the key of a thing, or under another name."""

    def __getitem__(self, name: str) -> Table:
        return Table(name, self.held[name])
