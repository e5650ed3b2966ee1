"""Values that many pages look up, worked out once for the pages of all languages.

`Tables(register)["binder"](meeting)` is the binder of a meeting; the names are in `Tables.lookups`.
Each entry that a page looks up becomes a dependency of it: see `dependencies.Table`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, TypeVar

from . import series
from .agendas import Binder, Neighbours, binders, joined, neighbours
from .collection import Register
from .dependencies import Table
from .follow_ups import Owned, Owner
from .lists import LISTS, Listed, Part
from .model import Item, Meeting, Outcome, Thing
from .offices import Debts, Tenure, tenures
from .overview import overview
from .topics import on_topics, story
from .votes import Ballot, ballots

_Entry = TypeVar("_Entry")


class Tables:
    """The tables of a register, by name; each is worked out when it is first used."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._binders: dict[str, dict[Meeting, Binder]] = {}
        self._whole_binders: dict[Meeting, Binder] = {}
        self.lookups: dict[str, Callable[[str], Any]] = {
            "neighbours": lambda key: self._neighbours.get(key, []),
            "binder": self._binder,
            "family": self._family,
            "groups_of": lambda key: self._groups.get(key, []),
            "listed": lambda name: self.lists[name],
            "meetings_of": lambda key: self._meetings.get(key, []),
            "overview": lambda body: overview(self._register, body),
            "part": self._part,
            "owed": self._owed,
            "owners": lambda _: self._answerable,
            "text": self._text,
            "story": lambda key: story(self._on_topics.get(key, [])),
            "tenures_in": lambda key: self._tenures_in.get(key, []),
            "ballots_of": lambda key: self._ballots.get(key, []),
            "tenures_of": lambda key: self._tenures_of.get(key, []),
        }
        """By the name of a table, the function that gives its entry for the key of a thing, or for
        another name: `listed` takes that of an index, `part` that of an index and of
        its part, `overview` that of a body or nothing."""

    def __getitem__(self, name: str) -> Table:
        return Table(name, self.lookups[name])

    def work_out(self) -> None:
        """Work out all tables now. Call this before forking, or each process would do it again."""
        for name, attribute in vars(Tables).items():
            if isinstance(attribute, cached_property):
                getattr(self, name)
        for meeting in self._register.meetings:
            self._binder(meeting.key)

    @cached_property
    def lists(self) -> dict[str, Listed]:
        """The lists that may be split, by the name of their index page."""
        return {name: make_list(self._register) for name, make_list in LISTS.items()}

    def _part(self, list_and_part: str) -> Part | None:
        name, _, part = list_and_part.partition(" ")
        return self.lists[name].part(part)

    def _binder(self, key: str) -> Binder | None:
        meeting = self._register.find(key)
        if not isinstance(meeting, Meeting):
            return None
        if meeting not in self._whole_binders:
            bodies = [body for body in meeting.bodies if body in self._register.bodies]
            of_bodies = [self._binders_of(body)[meeting] for body in bodies]
            self._whole_binders[meeting] = joined(self._register, of_bodies)
        return self._whole_binders[meeting]

    def _text(self, key: str) -> str | None:
        """The file of a meeting as it was read; None where it tells what came after the day."""
        meeting = self._register.find(key)
        if meeting is None or meeting.file.path in self._register.shortened:
            return None
        return meeting.file.source.text

    def _binders_of(self, body: str) -> dict[Meeting, Binder]:
        if body not in self._binders:
            self._binders[body] = binders(self._register, body)
        return self._binders[body]

    def _family(self, key: str) -> series.Family | None:
        decision = self._register.find(key)
        return self._families.of(decision) if isinstance(decision, Outcome) else None

    def _owed(self, key: str) -> list[Owned]:
        owner = self._register.find(key)
        return self._debts.of(owner) if owner else []

    @cached_property
    def _families(self) -> series.Families:
        return series.Families(self._register)

    @cached_property
    def _debts(self) -> Debts:
        return Debts(self._register, self._tenures)

    @cached_property
    def _answerable(self) -> list[tuple[Owner, list[str]]]:
        return self._debts.answerable()

    @cached_property
    def _groups(self) -> dict[str, list[Thing]]:
        organizations = self._register.of_kind("organization")
        return _grouped(lambda organization: organization.data.parent, organizations)

    @cached_property
    def _meetings(self) -> dict[str, list[Meeting]]:
        bodies = {body for meeting in self._register.meetings for body in meeting.bodies}
        return {body: self._register.meetings_of(body) for body in bodies}

    @cached_property
    def _neighbours(self) -> dict[str, list[Neighbours]]:
        return neighbours(self._register)

    @cached_property
    def _on_topics(self) -> dict[str, list[Item | Outcome]]:
        return on_topics(self._register)

    @cached_property
    def _ballots(self) -> dict[str, list[Ballot]]:
        by_voter: dict[str, list[Ballot]] = {}
        for key, ballot in ballots(self._register):
            by_voter.setdefault(key, []).append(ballot)
        return by_voter

    @cached_property
    def _tenures(self) -> list[Tenure]:
        return tenures(self._register)

    @cached_property
    def _tenures_of(self) -> dict[str, list[Tenure]]:
        return _grouped(lambda tenure: tenure.person.key, self._tenures)

    @cached_property
    def _tenures_in(self) -> dict[str, list[Tenure]]:
        inside = [tenure for tenure in self._tenures if tenure.organization]
        return _grouped(lambda tenure: tenure.organization.key, inside)  # type: ignore[union-attr]


def _grouped(key: Callable[[_Entry], str], entries: Iterable[_Entry]) -> dict[str, list[_Entry]]:
    groups: dict[str, list[_Entry]] = {}
    for entry in entries:
        groups.setdefault(key(entry), []).append(entry)
    return groups
