"""Every page of a register in a language, and the names of places on a record's page."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..register import Item, Kind, Listed, Meeting, Register, Thing
from ..source import schema
from .addresses import ANNEX, FOLDERS, INDEXES, RECORDS, YEARS, Addresses, Page


def entry_anchors(register: Register, meeting: Meeting) -> dict[Item | str, list[str]]:
    """The name of the place of each statement in a record, in the order in which they stand: under
    each item, in the `opening` and in the `closing`.

    It is made of what was said, so that it stays when another is added above, and is the same
    in every language.
    """
    said: Counter[str] = Counter()

    def name(statement: schema.Statement) -> str:
        known = [code for code in register.languages if code in statement.text]
        words = " ".join(statement.text[known[0]].split()) if known else ""
        name = hashlib.sha256(words.encode()).hexdigest()[:8]
        said[name] += 1
        return f"e-{name}" if said[name] == 1 else f"e-{name}-{said[name]}"

    parts: dict[Item | str, Iterable[schema.Entry]] = {
        "opening": meeting.data.opening,
        **{item: item.data.narrative for item in meeting.items},
        "closing": meeting.data.closing,
    }
    return {part: [*map(name, _statements(entries))] for part, entries in parts.items()}


def _statements(entries: Iterable[Any]) -> Iterator[schema.Statement]:
    for entry in entries:
        if isinstance(entry, schema.Statement):
            yield entry
            yield from _statements(entry.replies)


def pages(register: Register, addresses: Addresses, lists: Mapping[str, Listed]) -> Iterator[Page]:
    """Every page in the language of `addresses`, indexes first. `lists` are the register's.

    The pages of a meeting and of what came of it stand together: they say much of the same.
    """
    for kind in INDEXES:
        yield Page(kind, addresses.language, addresses.index(kind))
    for kind, index in YEARS.items():
        for year in lists[index].years:
            yield Page(kind, addresses.language, addresses.page(kind, year=year), year=year)
    for kind in FOLDERS:
        for thing in register.of_kind(kind):
            yield from pages_about(thing, addresses)
    for meeting in register.meetings:
        for thing in (meeting, *meeting.outcomes):
            yield from pages_about(thing, addresses)


def pages_about(thing: Thing, addresses: Addresses) -> Iterator[Page]:
    """The pages about a thing in the language of `addresses`; none where it has no page."""
    for kind in RECORDS:
        if _subject(kind) == thing.kind:
            yield Page(kind, addresses.language, addresses.page(kind, thing), thing)


def _subject(kind: str) -> Kind:
    """The kind of things that a kind of `RECORDS` is about."""
    return "meeting" if kind == ANNEX else kind  # type: ignore[return-value]
