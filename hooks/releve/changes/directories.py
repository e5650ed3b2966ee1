"""People, organizations, topics and terms; and the settings of the register."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..language import day_of, text_of
from ..register import Kind, Register, Thing
from ..source import Message, listed, tell

_ADDED: dict[Kind, Message] = {
    "person": tell("Adds a person: %(name)s."),
    "organization": tell("Adds an organization: %(name)s."),
    "topic": tell("Adds a topic: %(name)s."),
    "term": tell("Adds a term to the glossary: %(name)s."),
}
_CHANGED: dict[Kind, Message] = {
    "person": tell("Changes the entry of a person: %(name)s."),
    "organization": tell("Changes the entry of an organization: %(name)s."),
    "topic": tell("Changes the entry of a topic: %(name)s."),
    "term": tell("Changes a term of the glossary: %(name)s."),
}
_REMOVED: dict[Kind, Message] = {
    "person": tell("Takes out a person: %(name)s."),
    "organization": tell("Takes out an organization: %(name)s."),
    "topic": tell("Takes out a topic: %(name)s."),
    "term": tell("Takes a term out of the glossary: %(name)s."),
}


def of_directories(before: Register, after: Register) -> Iterator[Message]:
    """What becomes of the entries to which records refer."""
    for kind in _ADDED:
        old = {thing.key: thing for thing in before.of_kind(kind)}
        new = {thing.key: thing for thing in after.of_kind(kind)}
        for key, thing in new.items():
            if key not in old:
                yield _ADDED[kind].given(name=_name(thing))
            elif thing.data != old[key].data:
                yield _CHANGED[kind].given(name=_name(thing))
        for key in old.keys() - new.keys():
            yield _REMOVED[kind].given(name=_name(old[key]))


def _name(thing: Thing) -> Message:
    data: Any = thing.data
    return text_of(data.term if thing.kind == "term" else data.name)


def of_settings(before: Register, after: Register) -> Iterator[Message]:
    """What becomes of the settings of the register."""
    if before.is_dated and after.is_dated and before.as_of != after.as_of:
        yield tell("Moves the day of the register to %(day)s.", day=day_of(after.as_of))
    old, new = before.settings.model_dump(), after.settings.model_dump()
    fields = [f"`{name}`" for name in new if new[name] != old[name] and name != "as_of"]
    if fields:
        yield tell("Changes the settings of the register: %(fields)s.", fields=listed(fields))
