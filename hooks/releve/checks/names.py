"""Rules on people and groups that have no entry of their own."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import partial

from ..register import Register
from ..source import File, Location, as_id, did_you_mean, guests, joined, schema, short, tell
from .common import HOMES, Problems
from .meant import Meant

OFTEN = 5
"""A name that stands this often would be of more use with an entry."""
_ALIKE = 0.85
"""How much a name must be like an id for the id to have been meant."""


def names_without_an_entry_have_none(register: Register) -> Problems:
    """A name that is that of an entry, or nearly its id, may well be a mistyped id."""
    if any(home in register.broken for home in HOMES.values()):
        return
    by_name = _entries_by_name(register)
    ids = sorted({*by_name.values()})
    meant = Meant(register)
    for file, location, words, is_settled in _names(register):
        if is_settled:
            continue
        slug = as_id(words)
        if key := by_name.get(slug):
            yield file.source.problem(
                location,
                tell("“%(words)s” has an entry: `%(key)s`.", words=short(words), key=key),
                tell(
                    "Write `%(key)s`, so that its page shows this. For somebody else of that "
                    "name, write {name: …, organization: …}.",
                    key=key,
                ),
                warning=True,
            )
        elif near := get_close_matches(slug, ids, n=1, cutoff=_ALIKE) or _by_one_word(meant, words):
            yield file.source.problem(
                location,
                tell(
                    "“%(words)s” is no id, so it is taken for a name without an entry.",
                    words=short(words),
                ),
                joined(
                    did_you_mean(near[0]),
                    tell("If it is somebody else, write {name: …, organization: …}."),
                ),
                warning=True,
            )


def names_that_come_often_have_an_entry(register: Register) -> Problems:
    places: dict[str, list[tuple[File, Location]]] = {}
    for file, location, words, _ in _names(register):
        places.setdefault(words, []).append((file, location))
    for words, found in places.items():
        if len(found) >= OFTEN:
            file, location = found[0]
            yield file.source.problem(
                location,
                tell(
                    "“%(words)s” stands %(count)s times without an entry.",
                    words=short(words),
                    count=len(found),
                ),
                tell(
                    "Give it one in %(organizations)s or %(people)s, and write its id: then it "
                    "has a page with all that it owes and says.",
                    organizations=HOMES["organization"],
                    people=HOMES["person"],
                ),
                warning=True,
            )


def _by_one_word(meant: Meant, words: str) -> list[str]:
    """The key of whom a single word is meant for, as a surname or the title of an office is."""
    likely = [] if " " in words.strip() else meant.by(words, None, schema.ACTORS)
    return [likely[0].key] if len(likely) == 1 else []


_Found = tuple[Location, str, bool]
"""Where a name without an entry stands; the name; and whether an organization is given with it,
which says that this is somebody else of that name."""


def _names(register: Register) -> Iterator[tuple[File, Location, str, bool]]:
    for file in register.files:
        if file.kind == "meeting":
            for location, words, has_organization in file.remember(
                "names without an entry", partial(_names_in, file)
            ):
                yield file, location, words, has_organization


def _names_in(file: File) -> list[_Found]:
    return [
        (location, next(iter(guest.name.values())), guest.organization is not None)
        for location, guest in guests(file.content)
    ]


def _entries_by_name(register: Register) -> dict[str, str]:
    """The key of each person and organization, by the forms of its names and by the key itself."""
    found: dict[str, str] = {}
    for kind in ("person", "organization"):
        for thing in register.of_kind(kind):
            names = [thing.data.name, getattr(thing.data, "acronym", None) or {}]
            names += [former.name for former in thing.data.names]
            for words in (thing.key, *(words for name in names for words in name.values())):
                if slug := as_id(words):  # empty where the name is in another script
                    found.setdefault(slug, thing.key)
    return found
