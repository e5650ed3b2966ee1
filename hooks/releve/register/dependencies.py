"""What a page was made from, so that it is made again only when something of that has changed.

While pages are made, whatever is asked of a register is noted, as facts of these kinds:

    ("thing", key)          what a thing says itself; any of it, or that it is there at all
    ("link", key, field)    what others say of a thing: one of `LINKS`
    ("find", key)           that the register holds nothing under a key
    ("kind", kind)          which things of a kind there are
    ("table", name, key)    what was worked out beforehand, for all pages: see `Table`

What is the same for every page is no fact: the directories, the day, the settings.
"""

from __future__ import annotations

import hashlib
import os
import threading
from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Generic, TypeVar

from ..runtime import Map
from ..source import File, Location, schema
from .model import Item, Meeting, Outcome, Register, Thing

Dependency = tuple[str, ...]
Tables = dict[str, Callable[[str], Any]]
"""What was worked out beforehand, by the name of the table and then by the key of a thing."""
LINKS = frozenset(
    (
        "mentioned_in",
        "approved_by",
        "due",
        "reported",
        "deferred_here",
        "replaces",
        "follow_ups",
        "acted_on_by",
        "reports",
        "continues",
    )
)
"""The fields of things that are filled when a register is linked."""
_NOT_OF_EVERY_PAGE = ("meeting", "follow-up", "seals")
"""The kinds of files whose things are facts, and the one of which no page says anything."""
_noted: set[Any] = set()
"""Things of which something was asked, links of things as (thing, field), and facts."""
one_at_a_time = threading.RLock()
"""Held while a page is made, and while another thread asks something: it is noted for all alike."""


def _born() -> None:
    """A process is born without the other threads, one of which may have held the lock."""
    global one_at_a_time
    one_at_a_time = threading.RLock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_born)


@contextmanager
def noting(wanted: bool = True) -> Iterator[None]:
    """While this lasts, what is asked of things and of registers is noted, if that is wanted."""
    if not wanted:
        yield
        return
    find, of_kind = Register.find, Register.of_kind

    def noted_find(self: Register, reference: str, meeting: Meeting | None = None) -> Thing | None:
        found = find(self, reference, meeting)
        if found is None:
            key = reference.strip().casefold()
            _noted.add(("find", f"{meeting.key}{key}" if meeting and key[:1] == "#" else key))
        else:
            _noted.add(found)
        return found

    def noted_of_kind(self: Register, kind: Any) -> list[Any]:
        _noted.add(("kind", kind))
        return of_kind(self, kind)

    ways: list[tuple[type, str, Any]] = [
        (Thing, "__getattribute__", _asked),
        (Register, "find", noted_find),
        (Register, "of_kind", noted_of_kind),
    ]
    for kind, name, way in ways:
        setattr(kind, name, way)
    try:
        yield
    finally:
        del Thing.__getattribute__
        setattr(Register, "find", find)  # noqa: B010
        setattr(Register, "of_kind", of_kind)  # noqa: B010


def _asked(thing: Thing, name: str) -> Any:
    _noted.add((thing, name) if name in LINKS else thing)
    return object.__getattribute__(thing, name)


def begin() -> None:
    """Forget what was noted: another page comes now."""
    _noted.clear()


_NOTHING: Set[Any] = frozenset()
_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class Memo(Generic[_Key, _Value]):
    """What is worked out once for several pages, each with what it was made from.

    What was not asked for in a while is forgotten, lest memory grow with the register.
    """

    def __init__(self, many: int = 4_000) -> None:
        """At least the last `many` values that were asked for are remembered."""
        self._many = many
        self._known: dict[_Key, tuple[_Value, Set[Any]]] = {}
        self._older: dict[_Key, tuple[_Value, Set[Any]]] = {}

    def __call__(self, key: _Key, make: Callable[..., _Value], *given: Any) -> _Value:
        """The value of a key: `make(*given)`, the first time."""
        global _noted
        if (known := self._known.get(key)) is None:
            if (known := self._older.get(key)) is None:
                around, _noted = _noted, set()
                try:
                    value = make(*given)
                    known = (value, _noted or _NOTHING)
                finally:
                    _noted = around
            if len(self._known) >= self._many:
                self._older, self._known = self._known, {}
            self._known[key] = known
        _noted |= known[1]
        return known[0]


class Table:
    """A table that was worked out beforehand: whoever looks into it asks for no more than that."""

    def __init__(self, name: str, look_up: Callable[[str], Any]) -> None:
        self._name = name
        self._look_up = look_up

    def __call__(self, thing: Thing) -> Any:
        return self.under(thing.key)

    def under(self, key: str) -> Any:
        """What stands under the key of a thing, or another name."""
        _noted.add(("table", self._name, key))
        return self._look_up(key)


@dataclass(frozen=True, slots=True)
class PageRecord:
    """A page as it was made."""

    around: bytes
    """A digest of its shell."""
    html: bytes
    """A digest of what was written."""
    facts: array[int]
    """What it was made from: numbers of facts."""


class PageDependencies:
    """What each page was made from, by its address; a fact stands once for all of them."""

    def __init__(
        self, facts: Iterable[Dependency] = (), made: dict[str, PageRecord] | None = None
    ) -> None:
        self.made = made or {}
        self._numbers: dict[Dependency, int] = {fact: n for n, fact in enumerate(facts)}
        self._known: dict[Any, int] = {}

    @property
    def facts(self) -> list[Dependency]:
        return list(self._numbers)

    def take(self, address: str, around: bytes, html: bytes) -> None:
        """Note that a page was made from what was noted since its beginning."""
        numbers = {self._known.get(one) or self._number(one) for one in list(_noted)}
        self.made[address] = PageRecord(around, html, array("I", sorted(numbers)))

    def emptied(self) -> PageDependencies:
        """None of the pages yet, but the same facts by the same numbers."""
        found = PageDependencies()
        found._numbers = self._numbers
        return found

    def alone(self) -> PageDependencies:
        """The same without the things themselves: what another process can be told."""
        return PageDependencies(self.facts, self.made)

    def _number(self, noted: Any) -> int:
        fact: Dependency
        match noted:
            case Thing():
                fact = ("thing", noted.key)
            case (Thing() as thing, field):
                fact = ("link", thing.key, field)
            case _:
                fact = noted
        number = self._numbers.setdefault(fact, len(self._numbers))
        self._known[noted] = number
        return number

    def add(self, others: PageDependencies, addresses: Iterable[str] | None = None) -> None:
        """Take over pages of others: those at some addresses, or all of them."""
        chosen = {at: others.made[at] for at in (others.made if addresses is None else addresses)}
        if others._numbers is self._numbers:
            self.made |= chosen
            return
        facts_of_others = others.facts
        numbers = {
            number: self._numbers.setdefault(facts_of_others[number], len(self._numbers))
            for number in set[int]().union(*(made.facts for made in chosen.values()))
        }
        for address, made in chosen.items():
            facts = array("I", sorted({numbers[one] for one in made.facts}))
            self.made[address] = PageRecord(made.around, made.html, facts)


# --- what facts come to --------------------------------------------------------------------


class DependencyValues:
    """What facts come to in a register, as digests, each worked out once.

    `settings` are what its pages are made from beside it.
    """

    def __init__(self, register: Register, tables: Tables, *settings: object) -> None:
        self._register = register
        self._tables = tables
        self._known: dict[Dependency, bytes] = {}
        self._records: dict[int, str] = {}
        same = [file for file in register.files if file.kind not in _NOT_OF_EVERY_PAGE]
        texts = [(file.path, file.source.text) for file in same]
        self.ground = _digest((texts, register.as_of, register.is_dated, settings))
        """What is the same for every page: if it changes, all of them do."""

    def __call__(self, facts: Iterable[Dependency]) -> list[bytes]:
        """What each of some facts comes to."""
        return [self._known.get(fact) or self._work_out(fact) for fact in facts]

    def _work_out(self, fact: Dependency) -> bytes:
        found = self._known[fact] = self._value(fact)
        return found

    def _value(self, fact: Dependency) -> bytes:
        register = self._register
        match fact:
            case ("thing", key):
                return self._digest_of_thing(register.things.get(key.casefold()))
            case ("link", key, field):
                link = getattr(register.things.get(key.casefold()), field, None)
                return _digest(self._said(link)) if link else _NO_LINK
            case ("find", key):
                return _digest(self._said(register.find(key)))
            case ("kind", kind):
                return _digest(self._said(register.of_kind(kind)))  # type: ignore[arg-type]
            case ("table", name, key):
                return _digest(self._said(self._tables[name](key)))
        raise AssertionError(fact)

    def _digest_of_thing(self, thing: Thing | None) -> bytes:
        """Of a directory, only that it is there."""
        match thing:
            case Meeting():
                return _digest(
                    (written(self._register, thing), self._said([thing.items, thing.outcomes]))
                )
            case Item():
                return _digest((written(self._register, thing), self._said(thing.parent)))
            case Outcome():
                return _digest((written(self._register, thing), self._said(thing.item)))
        return _digest(thing is not None)

    def _said(self, value: Any) -> Any:
        """A value as text, lists and tuples of text: things by their keys, records in full."""
        if value is None or type(value) is str:
            return value
        if isinstance(value, Thing):
            return value.key
        if isinstance(value, list | tuple):
            return [self._said(one) for one in value]
        if isinstance(value, dict | Map):
            return [(self._said(key), self._said(one)) for key, one in value.items()]
        if isinstance(
            value, schema.Record
        ):  # a report is told by its meeting and its follow-up alike
            if (said := self._records.get(id(value))) is None:
                said = self._records[id(value)] = repr(value)
            return said
        if is_dataclass(value):
            return [self._said(getattr(value, field.name)) for field in fields(value)]
        # A method may be named as a link of another kind of thing is.
        return "" if callable(value) else str(value)


def written(register: Register, thing: Thing) -> bytes:
    """A digest of what is written where a thing stands; of a meeting, without its agenda."""
    return written_in(register, thing.file)[thing.location]


def written_in(register: Register, file: File) -> dict[Location, bytes]:
    """The same of every thing that stands in a file, by its place there."""
    things = register.of_file(file.path)
    return file.seldom(
        "written", lambda: {one.location: _written(one) for one in things if one.file is file}
    )


def _written(thing: Thing) -> bytes:
    value: Any = thing.file.source.value
    for step in thing.location:
        if isinstance(value, list) or step != 0:  # a list of one may be written without its dash
            value = value[step]
    if isinstance(thing, Meeting):
        value = {field: said for field, said in value.items() if field != "agenda"}
    return _digest(value)


def _digest(value: Any) -> bytes:
    return digest(repr(value).encode())


_NO_LINK = b"none"


def digest(said: bytes) -> bytes:
    """Tells whether something else is the same."""
    return hashlib.blake2b(said, digest_size=12).digest()
