"""What dependencies come to in a register: two registers in which they come to the same make the
same pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from typing import Any

from ..source import File, Location, schema
from .dependencies import Dependency, digest
from .model import Item, Meeting, Outcome, Register, Thing

Lookups = dict[str, Callable[[str], Any]]
"""What was worked out beforehand, by the name of the table and then by the key of a thing."""

_NOT_OF_EVERY_PAGE = ("meeting", "follow-up", "seals")
"""The kinds of files whose things are dependencies, and the one of which no page says anything."""


class DependencyValues:
    """What dependencies come to in a register, as digests, each worked out once.

    `settings` are what its pages are made from beside it.
    """

    def __init__(self, register: Register, tables: Lookups, *settings: object) -> None:
        self._register = register
        self._tables = tables
        self._known: dict[Dependency, bytes] = {}
        self._records: dict[int, str] = {}
        common = [file for file in register.files if file.kind not in _NOT_OF_EVERY_PAGE]
        texts = [(file.path, file.source.text) for file in common]
        self.common = _digest((texts, register.as_of, register.is_dated, settings))
        """What is the same for every page: if it changes, all of them do."""

    def __call__(self, dependencies: Iterable[Dependency]) -> list[bytes]:
        """What each of some dependencies comes to."""
        return [self._known.get(one) or self._work_out(one) for one in dependencies]

    def _work_out(self, dependency: Dependency) -> bytes:
        value = self._known[dependency] = self._value(dependency)
        return value

    def _value(self, dependency: Dependency) -> bytes:
        register = self._register
        match dependency:
            case ("thing", key):
                return self._digest_of_thing(register.things.get(key.casefold()))
            case ("link", key, field):
                link = getattr(register.things.get(key.casefold()), field, None)
                return _digest(self._plain(link)) if link else _NO_LINK
            case ("find", key):
                return _digest(self._plain(register.find(key)))
            case ("kind", kind):
                return _digest(self._plain(register.of_kind(kind)))  # type: ignore[arg-type]
            case ("table", name, key):
                return _digest(self._plain(self._tables[name](key)))
        raise AssertionError(dependency)

    def _digest_of_thing(self, thing: Thing | None) -> bytes:
        """Of what stands in a directory, only that it is there: directories are common to all."""
        match thing:
            case Meeting():
                inside = self._plain([thing.items, thing.outcomes])
            case Item():
                inside = self._plain(thing.parent)
            case Outcome():
                inside = self._plain(thing.item)
            case _:
                return _digest(thing is not None)
        return _digest((source_digest(self._register, thing), inside))

    def _plain(self, value: Any) -> Any:
        """A value as text, lists and tuples of text: things by their keys, records in full."""
        if value is None or type(value) is str:
            return value
        if isinstance(value, Thing):
            return value.key
        if isinstance(value, list | tuple):
            return [self._plain(one) for one in value]
        if isinstance(value, dict):
            return [(self._plain(key), self._plain(one)) for key, one in value.items()]
        if isinstance(value, schema.Record):
            # A report is told by its meeting and its follow-up alike.
            if (plain := self._records.get(id(value))) is None:
                plain = self._records[id(value)] = repr(value)
            return plain
        if is_dataclass(value):
            return [self._plain(getattr(value, field.name)) for field in fields(value)]
        # A method may be named as a link of another kind of thing is: `Outcome.due`.
        return "" if callable(value) else str(value)


def source_digest(register: Register, thing: Thing) -> bytes:
    """A digest of what is written where a thing stands; of a meeting, without its agenda."""
    return source_digests(register, thing.file)[thing.location]


def source_digests(register: Register, file: File) -> dict[Location, bytes]:
    """The same of every thing that stands in a file, by its place there."""
    things = [thing for thing in register.of_file(file.path) if thing.file is file]
    return file.remember_packed(
        "source digests", lambda: {thing.location: _source_digest(thing) for thing in things}
    )


def _source_digest(thing: Thing) -> bytes:
    value: Any = thing.file.source.value
    for step in thing.location:
        if isinstance(value, list) or step != 0:  # a list of one may be written without its dash
            value = value[step]
    if isinstance(thing, Meeting):
        value = {field: inner for field, inner in value.items() if field != "agenda"}
    return _digest(value)


def _digest(value: Any) -> bytes:
    return digest(repr(value).encode())


_NO_LINK = b"none"
