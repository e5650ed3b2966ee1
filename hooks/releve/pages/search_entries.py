"""What can be found in the register, with the words that a reader would look for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from ..language import Language
from ..register import (
    Item,
    Meeting,
    Outcome,
    Register,
    Thing,
    corrections,
    meeting_of,
    standing,
    status,
    tenures,
)
from ..source import schema
from .addresses import Addresses
from .naming import Naming

KINDS = (
    "decision",
    "follow_up",
    "item",
    "meeting",
    "topic",
    "organization",
    "person",
    "term",
    "page",
)
"""What is found, first what stands first among equals; `page` is one that was written by hand."""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """Something that can be found: one result of a search."""

    kind: str
    """One of `KINDS`."""
    language: str
    address: str
    title: str
    words: Markup
    """Its own words, as HTML."""
    day: date | None = None
    dated: str = ""
    """The day as the page's language writes it."""
    tongue: str = ""
    """The language of its words, where it is not that of the page."""
    number: str = ""
    states: tuple[str, ...] = ()
    body: str = ""
    topics: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()


class SearchEntries:
    """What can be found of a register, in the language of `addresses`."""

    def __init__(
        self, register: Register, language: Language, naming: Naming, addresses: Addresses
    ) -> None:
        self._register = register
        self._language = language
        self._naming = naming
        self._addresses = addresses
        self._tenures = tenures(register)
        self._organizations = _involved(register)

    def everything(self) -> Iterator[SearchEntry]:
        """All that can be found, by kind, and the latest first."""
        for kind in KINDS[:-1]:
            for thing in reversed(self._register.of_kind(kind)):  # type: ignore[arg-type]
                yield self._found(thing)

    def _found(self, thing: Thing) -> SearchEntry:
        meeting = meeting_of(thing)
        words, tongue = self._words(thing)
        own = {thing.kind: (thing.key,)}
        return SearchEntry(
            thing.kind,
            self._language.code,
            self._addresses.of(thing),
            self._title(thing),
            Markup("\n").join(words),
            day=meeting.date if meeting else None,
            dated=self._language.date(meeting.date) if meeting else "",
            tongue=tongue or "",
            number=thing.number if isinstance(thing, Item | Outcome) else "",
            states=self._states(thing),
            body=meeting.body if meeting else "",
            topics=own.get("topic") or tuple(_topics(thing)),
            organizations=own.get("organization") or tuple(self._organizations.get(thing, ())),
        )

    def _title(self, thing: Thing) -> str:
        if isinstance(thing, Item):
            return f"{thing.number}. {self._naming.plain(thing.data.title)}"
        return self._naming.heading(thing)

    def _states(self, thing: Thing) -> tuple[str, ...]:
        if isinstance(thing, Meeting):
            return (thing.state,)
        if thing.kind == "decision":
            return (standing(thing, self._register.as_of),)  # type: ignore[arg-type]
        if thing.kind == "follow_up":
            at = status(self._register, thing, self._register.as_of)  # type: ignore[arg-type]
            return (at.progress, "overdue") if at.overdue else (at.progress,)
        return ()

    def _words(self, thing: Thing) -> tuple[list[Markup], str | None]:
        """What is said of a thing, and in which language if it is not the page's."""
        say, data = self._naming, thing.data
        match thing:
            case Outcome():
                texts = [data.text, *getattr(data, "tasks", ())]
                texts += [report.text for report in thing.reports]
                texts += [one.should_say for one in corrections(self._register, thing)]
                names = self._names(getattr(data, "owners", ()))
                said = [escape(say.plain(data.title)), *self._texts(texts, thing.meeting), names]
                return said, say.foreign(data.text)
            case Item():
                return list(self._of_item(thing)), say.foreign(data.title)
            case Meeting():
                there = data.attendance
                people = [*there.present, *there.observers, *there.presenters] if there else []
                body = self._names([thing.body])
                names = self._names([*data.chairs, *people])
                said = [*self._entries(data.opening, thing), *self._entries(data.closing, thing)]
                return [body, escape(say.plain(data.place)), names, *said], say.foreign(data.title)
        if thing.kind == "person":
            held = [one for one in self._tenures if one.person is thing]
            places = [one.office or one.organization for one in held]
            said = [escape(say.name(place, whole=True)) for place in places if place]
            return [*said, *(escape(say.plain(one.title)) for one in held if one.title)], None
        others = [getattr(data, "former_name", None), *getattr(data, "other_names", ())]
        about = getattr(data, "description", None) or getattr(data, "definition", None)
        said = [*self._texts([about]), *(escape(say.plain(name)) for name in others if name)]
        return said, say.other_language(thing)

    def _of_item(self, item: Item) -> Iterator[Markup]:
        data, meeting = item.data, item.meeting
        yield self._names(data.presenters)
        yield from self._entries(data.narrative, meeting)
        notes = [one.data.text for one in item.outcomes if one.kind == "note"]
        reason = data.deferred_to.reason if data.deferred_to else None
        mended = [one.should_say for one in corrections(self._register, item)]
        titles = [document.title for document in data.documents]
        yield from self._texts([*notes, reason, *mended, *titles], meeting)

    def _entries(self, entries: Iterable[schema.Entry], meeting: Meeting) -> Iterator[Markup]:
        for entry in entries:
            if isinstance(entry, schema.Heading):
                yield escape(self._naming.plain(entry.heading))
            else:
                yield self._names([entry.speaker] if entry.speaker else [])
                yield self._naming.statement(entry.text, meeting)
                yield from self._entries(entry.replies, meeting)

    def _texts(
        self, texts: Iterable[Mapping[str, str] | None], meeting: Meeting | None = None
    ) -> list[Markup]:
        return [self._naming.prose(text, meeting) for text in texts if text]

    def _names(self, named: Iterable[str | schema.Guest]) -> Markup:
        """Names in a row: those of things by their keys, and those of guests."""
        found = (self._register.find(one) if isinstance(one, str) else one for one in named)
        names = [
            self._naming.heading(one) if isinstance(one, Thing) else self._naming.plain(one.name)
            for one in found
            if one
        ]
        return Markup("<p>{}</p>").format(", ".join(names)) if names else Markup("")


def _topics(thing: Thing) -> list[str]:
    if isinstance(thing, Meeting):
        return list(dict.fromkeys(topic for item in thing.items for topic in item.topics))
    return thing.topics if isinstance(thing, Item | Outcome) else []


def _involved(register: Register) -> dict[Thing, list[str]]:
    """By thing, the organizations that it names, themselves or one of their offices."""
    found: dict[Thing, list[str]] = {}
    places = [(place, place) for place in register.of_kind("organization")]
    places += [(office, office.organization) for office in register.of_kind("office")]
    for place, organization in places:
        for _, thing in place.mentioned_in:
            known = found.setdefault(thing, [])
            if organization.key not in known:
                known.append(organization.key)
    return found


def handwritten(address: str, language: str, html: str) -> SearchEntry:
    """A finished page that was written by hand: its title, and its words without the frame."""
    title = re.search(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
    words = re.search(r"</h1>(.*?)(?:<footer|</article>)", html, re.DOTALL)
    assert title and words, address
    return SearchEntry("page", language, address, Markup(title[1]).striptags(), Markup(words[1]))
