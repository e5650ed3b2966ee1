"""Functions, words of messages and types that several rules use.

A rule is a function that takes a `Register` and yields a `Problem` for each place that breaks it.
Where a file could not be read, a rule reports nothing that the content of that file could explain.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from ..register import Kind, Register, Thing
from ..source import FOLDER, File, Location, Message, Problem, either, joined, tell, values

Problems = Iterator[Problem]
"""What a rule returns."""
HOMES = {
    "person": f"{FOLDER}/people.yml",
    "organization": f"{FOLDER}/organizations.yml",
    "office": f"{FOLDER}/organizations.yml",
    "topic": f"{FOLDER}/topics.yml",
    "term": f"{FOLDER}/glossary.yml",
}
"""By kind of thing, the file in which things of this kind are listed."""
NAMES = {
    "person": tell("a person"),
    "organization": tell("an organization"),
    "office": tell("an office"),
    "topic": tell("a topic"),
    "term": tell("a term"),
    "meeting": tell("a meeting"),
    "item": tell("an item"),
    "decision": tell("a decision"),
    "follow_up": tell("a follow-up"),
    "note": tell("a note"),
}
"""The name of each kind of thing in a message, with its article."""
_KINDS = {
    "person": tell("person"),
    "organization": tell("organization"),
    "office": tell("office"),
    "topic": tell("topic"),
    "term": tell("term"),
    "meeting": tell("meeting"),
    "item": tell("item"),
    "decision": tell("decision"),
    "follow_up": tell("follow-up"),
    "note": tell("note"),
}


def any_kind(kinds: Sequence[str]) -> Message:
    """The names of kinds of things of which one is asked for: “person, organization or office”."""
    *others, last = (_KINDS[kind] for kind in kinds)
    return either([joined(*others, between=", "), last]) if others else last


def home_is_broken(register: Register) -> bool:
    """Whether register.yml has errors, so that languages or bodies may be missing."""
    return register.file.path in register.broken


def texts_of(file: File) -> Iterator[tuple[Location, values.Text]]:
    """Every text of a file, by language, with its location."""
    return ((location, text) for location, text, refers in file.leaves if not refers)


def may_stand_in_a_broken_file(
    register: Register, reference: str, kinds: tuple[str, ...], file: File
) -> bool:
    """Whether a reference in `file`, to a thing of one of `kinds`, may lead to a file with errors.

    If so, the rule cannot tell that there is no such thing.
    """
    head = reference.partition("#")[0]
    if head and "/" not in head:
        return any(HOMES.get(kind) in register.broken for kind in kinds)
    return is_hidden(register, f"{FOLDER}/meetings/{head}.yml" if head else file.path)


def is_hidden(register: Register, path: str) -> bool:
    """Whether the file of a path, or one in the folder of a path, may be one that has errors."""
    if path.endswith("/") and any(hidden.startswith(path) for hidden in register.broken):
        return True
    return path in register.broken or any(
        path.startswith(hidden) for hidden in register.broken if not hidden.endswith(".yml")
    )


MOVE_AS_OF = tell(
    "To publish it, move `as_of` in data/register.yml to a later day, or take it out."
)
"""The remedy for what is not shown because it is later than the register's day."""
DIRECTION_SIGNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that change the direction of the text after them, and so can make it read otherwise
than it is (Unicode Standard Annex 9)."""
NOT_HELD = {"cancelled": tell("cancelled"), "postponed": tell("postponed")}
"""States of meetings that did not take place, with the words for them."""


_Node = TypeVar("_Node", bound=Thing)
Ways = dict[_Node, list[_Node]]
"""By thing, the things one step from it."""


def ways_by(register: Register, kind: Kind, reference: Callable[[Any], str | None]) -> Ways[Thing]:
    """The way from each thing of a kind to the one of its kind that a field names, if it names one.

    `reference` gives what the field says, of a thing's data.
    """
    ways: Ways[Thing] = {}
    for thing in register.of_kind(kind):
        other = register.find(reference(thing.data) or "")
        if other and other.kind == kind:
            ways[thing] = [other]
    return ways


def circles(ways: Ways[_Node]) -> Iterator[list[_Node]]:
    """Circles on which one comes back to where one began, each with its things in order.

    As long as there is one, one is given; of circles that have things in common, perhaps not all.
    The time that it takes goes with the number of ways, where there is none.
    """
    ways = _turned(_without_ends(_turned(_without_ends(ways))))
    seen: set[_Node] = set()
    for start in ways:
        if start not in seen and (circle := _way_back(start, ways)):
            seen |= {*circle}
            yield circle


def _turned(ways: Ways[_Node]) -> Ways[_Node]:
    turned: Ways[_Node] = {}
    for thing, following in ways.items():
        for other in following:
            turned.setdefault(other, []).append(thing)
    return turned


def _without_ends(ways: Ways[_Node]) -> Ways[_Node]:
    """The ways that do not end: without what leads nowhere, nor what leads to nothing else."""
    before = _turned(ways)
    left = {thing: len(following) for thing, following in ways.items()}
    ends = [thing for thing in before if not left.get(thing)]
    while ends:
        for thing in before.get(ends.pop(), ()):
            left[thing] -= 1
            if not left[thing]:
                ends.append(thing)
    return {
        thing: [other for other in following if left.get(other)]
        for thing, following in ways.items()
        if left[thing]
    }


def _way_back(start: _Node, ways: Ways[_Node]) -> list[_Node]:
    """The things on a way from `start` back to itself, beginning with `start`; [] if none."""
    came_from: dict[_Node, _Node] = {}
    waiting = [start]
    while waiting:
        thing = waiting.pop()
        for following in ways.get(thing, ()):
            if following is start:
                path = [thing]
                while path[-1] is not start:
                    path.append(came_from[path[-1]])
                return path[::-1]
            if following not in came_from:
                came_from[following] = thing
                waiting.append(following)
    return []


def way(circle: list[_Node]) -> str:
    """The way round a circle, for a message; of a long one, how it begins and how it ends."""
    keys = [f"`{thing.key}`" for thing in [*circle, circle[0]]]
    return " → ".join(keys if len(keys) <= 12 else [*keys[:10], "…", *keys[-2:]])
