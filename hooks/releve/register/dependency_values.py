"""Digests of what dependencies stand for, to tell whether a page has to be made again.

Comes in: the dependencies that `dependencies.py` has recorded, and a register. Goes out: for each
dependency a digest of its value there. If all dependencies of a page have the same digests in two
registers, the page is the same for both. Begin at `DependencyValues`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from typing import Any

from ..source import File, Location, schema
from .collection import Register
from .dependencies import Dependency, digest
from .model import Item, Meeting, Outcome, Thing

Lookups = dict[str, Callable[[str], Any]]
"""By the name of a table, the function that gives its entry for a key: see `tables.Tables`."""

_NOT_COMMON = ("meeting", "follow-up", "seals")
"""Kinds of files that are not common to all pages: the things of meetings and follow-ups are
dependencies of single pages, and seals are shown on none."""


class DependencyValues:
    """The digests of dependencies in a register, each worked out once.

    `settings` are the other things that all pages are made from.
    """

    def __init__(self, register: Register, tables: Lookups, *settings: object) -> None:
        self._register = register
        self._tables = tables
        self._known: dict[Dependency, bytes] = {}
        self._records: dict[int, str] = {}
        common = [file for file in register.files if file.kind not in _NOT_COMMON]
        texts = [(file.path, file.source.text) for file in common]
        self.common = _digest((texts, register.as_of, register.is_dated, settings))
        """A digest of what all pages are made from: if it changes, every page is made again."""

    def __call__(self, dependencies: Iterable[Dependency]) -> list[bytes]:
        """The digests of some dependencies, in the same order."""
        return [
            self._known.get(dependency) or self._work_out(dependency) for dependency in dependencies
        ]

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
        """A digest of a thing's own record and of its place in the meeting.

        Of a thing of a directory, only whether it exists: the text of directories is in `common`.
        """
        match thing:
            case Meeting():
                relatives = self._plain([thing.items, thing.outcomes])
            case Item():
                relatives = self._plain(thing.parent)
            case Outcome():
                relatives = self._plain(thing.item)
            case _:
                return _digest(thing is not None)
        return _digest((source_digest(self._register, thing), relatives))

    def _plain(self, value: Any) -> Any:
        """A value as text, or as lists and tuples of text, which `repr` always writes the same way.

        A thing becomes its key, a record its full content.
        """
        if value is None or type(value) is str:
            return value
        if isinstance(value, Thing):
            return value.key
        if isinstance(value, list | tuple):
            return [self._plain(element) for element in value]
        if isinstance(value, File):
            return value.path
        if isinstance(value, dict):
            return [(self._plain(key), self._plain(inner)) for key, inner in value.items()]
        if isinstance(value, schema.Record):
            # Kept, for a report is in the links both of its meeting and of its follow-up.
            if (plain := self._records.get(id(value))) is None:
                plain = self._records[id(value)] = repr(value)
            return plain
        if is_dataclass(value):
            return [self._plain(getattr(value, field.name)) for field in fields(value)]
        # `due` is a link of a meeting but a method of an outcome, and `LINKS` holds only names.
        return "" if callable(value) else str(value)


def source_digest(register: Register, thing: Thing) -> bytes:
    """A digest of a thing's record as written in its file; of a meeting, without its agenda."""
    return source_digests(register, thing.file)[thing.location]


def source_digests(register: Register, file: File) -> dict[Location, bytes]:
    """The digests of `source_digest` for every thing of a file, by its location there."""
    things = [thing for thing in register.of_file(file.path) if thing.file is file]
    return file.remember_packed(
        "source digests", lambda: {thing.location: _source_digest(thing) for thing in things}
    )


def _source_digest(thing: Thing) -> bytes:
    value: Any = thing.file.source.value
    for step in thing.location:
        # A list of one element may be written without the list: then index 0 is the value itself.
        if isinstance(value, list) or step != 0:
            value = value[step]
    if isinstance(thing, Meeting):
        value = {field: inner for field, inner in value.items() if field != "agenda"}
    return _digest(value)


def _digest(value: Any) -> bytes:
    return digest(repr(value).encode())


_NO_LINK = b"none"
