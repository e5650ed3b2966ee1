"""Lists every page of a register in a language, and the anchors on the page of a meeting."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..register import Item, Kind, Listed, Meeting, Register, Thing, is_compared
from ..source import schema
from .addresses import BESIDE, FOLDERS, INDEXES, PARTS, SIDE_BY_SIDE, THING_PAGES, Addresses, Page


def entry_anchors(register: Register, meeting: Meeting) -> dict[Item | str, list[str]]:
    """The anchor of each statement in a record: those under each item, in the `opening` and in the
    `closing`, in the order of the record.

    An anchor is a digest of the words of its statement, so that it stays the same when a statement
    is added above, and is the same in every language.
    """
    uses: Counter[str] = Counter()

    def name(statement: schema.Statement) -> str:
        codes = [code for code in register.languages if code in statement.text]
        words = " ".join(statement.text[codes[0]].split()) if codes else ""
        name = hashlib.sha256(words.encode()).hexdigest()[:8]
        uses[name] += 1
        return f"e-{name}" if uses[name] == 1 else f"e-{name}-{uses[name]}"

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
    """Every page in the language of `addresses`, indexes first. `lists` are `Tables.lists`.

    The page of a meeting is followed by those of its outcomes: they show many of the same texts,
    which are then still in memory.
    """
    for kind in INDEXES:
        yield Page(kind, addresses.language, addresses.index(kind))
    for kind, index in PARTS.items():
        for part in lists[index].parts[1:]:
            address = addresses.page(kind, part=part.name)
            yield Page(kind, addresses.language, address, part=part.name)
    for kind in FOLDERS:
        for thing in register.of_kind(kind):
            yield from pages_about(thing, addresses)
    for meeting in register.meetings:
        for thing in (meeting, *meeting.outcomes):
            yield from pages_about(thing, addresses)


def pages_about(thing: Thing, addresses: Addresses) -> Iterator[Page]:
    """The pages about a thing in the language of `addresses`; none where it has no page."""
    for kind in THING_PAGES:
        if _subject(kind) == thing.kind and _exists(kind, thing):
            yield Page(kind, addresses.language, addresses.page(kind, thing), thing)


def _exists(kind: str, thing: Thing) -> bool:
    """Whether a thing has a page of this kind, one of those about its kind of things."""
    return kind != SIDE_BY_SIDE or (isinstance(thing, Meeting) and is_compared(thing))


def _subject(kind: str) -> Kind:
    """The kind of thing that pages of this kind, one of `THING_PAGES`, are about."""
    return "meeting" if kind in BESIDE else kind  # type: ignore[return-value]
