"""Functions, words of messages and types that several rules use.

A rule is a function that takes a `Register` and yields a `Problem` for each place that breaks it.
Where a file could not be read, a rule reports nothing that the content of that file could explain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..register import Outcome, Register
from ..source import FOLDER, File, Location, Problem, values

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
    "person": "a person",
    "organization": "an organization",
    "office": "an office",
    "topic": "a topic",
    "term": "a term",
    "meeting": "a meeting",
    "item": "an item",
    "decision": "a decision",
    "follow_up": "a follow-up",
    "note": "a note",
}
"""The name of each kind of thing in a message, with its article."""


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
    home = f"{FOLDER}/meetings/{head}.yml" if head else file.path
    return home in register.broken


MOVE_AS_OF = "To publish it, move `as_of` in data/register.yml to a later day, or take it out."
"""The remedy for what is not shown because it is later than the register's day."""
DIRECTION_SIGNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that change the direction of the text after them, and so can make it read otherwise
than it is (Unicode Standard Annex 9)."""
NOT_HELD = ("cancelled", "postponed")
"""States of meetings that did not take place."""


def way_back(start: Outcome, leads_to: Mapping[Outcome, list[Outcome]]) -> list[Outcome]:
    """The outcomes on a path from `start` back to itself, beginning with `start`; [] if none.

    `leads_to` are the outcomes one step from each.
    """
    came_from: dict[Outcome, Outcome] = {}
    waiting = [start]
    while waiting:
        outcome = waiting.pop()
        for following in leads_to.get(outcome, ()):
            if following is start:
                path = [outcome]
                while path[-1] is not start:
                    path.append(came_from[path[-1]])
                return path[::-1]
            if following not in came_from:
                came_from[following] = outcome
                waiting.append(following)
    return []
