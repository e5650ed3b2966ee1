"""What several rules share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..register import Outcome, Register, reported_on
from ..source import FOLDER, File, Location, Problem, schema, values

Problems = Iterator[Problem]
HOMES = {
    "person": f"{FOLDER}/people.yml",
    "organization": f"{FOLDER}/organizations.yml",
    "office": f"{FOLDER}/organizations.yml",
    "topic": f"{FOLDER}/topics.yml",
    "term": f"{FOLDER}/glossary.yml",
}
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


def home_is_broken(register: Register) -> bool:
    """Whether languages or bodies may be missing from what could be read of register.yml."""
    return register.file.path in register.broken


def texts_of(file: File) -> Iterator[tuple[Location, values.Text]]:
    return ((location, text) for location, text, refers in file.leaves if not refers)


def may_stand_in_a_broken_file(
    register: Register, reference: str, kinds: tuple[str, ...], file: File
) -> bool:
    head = reference.partition("#")[0]
    if head and "/" not in head:
        return any(HOMES.get(kind) in register.broken for kind in kinds)
    home = f"{FOLDER}/meetings/{head}.yml" if head else file.path
    return home in register.broken


MOVE_AS_OF = "To publish it, move `as_of` in data/register.yml to a later day, or take it out."
NOT_HELD = ("cancelled", "postponed")


def way_back(start: Outcome, leads_to: Mapping[Outcome, list[Outcome]]) -> list[Outcome]:
    """The outcomes on the way from one of them back to itself, beginning with it; [] if none."""
    came_from: dict[Outcome, Outcome] = {}
    waiting = [start]
    while waiting:
        here = waiting.pop()
        for there in leads_to.get(here, ()):
            if there is start:
                way = [here]
                while way[-1] is not start:
                    way.append(came_from[way[-1]])
                return way[::-1]
            if there not in came_from:
                came_from[there] = here
                waiting.append(there)
    return []


def reports_on_follow_ups(
    register: Register,
) -> Iterator[tuple[Outcome, File, list[schema.Report]]]:
    for file in register.files:
        if file.kind == "follow-up" and (follow_up := reported_on(register, file)):
            yield follow_up, file, file.content.reports
