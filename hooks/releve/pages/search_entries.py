"""The entries of the search index: one for each thing that a search can find, with its words.

Begin at `SearchEntries.everything`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

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
    parts_of,
    sides,
    standing,
    status,
    tenures,
)
from ..source import guests, schema
from .addresses import Addresses
from .naming import Naming
from .prose import visible

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
"""The kinds of entries, in the order of results of equal rank; `page` is a page of docs/."""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A thing that a search can find: one result."""

    kind: str
    """One of `KINDS`."""
    language: str
    address: str
    title: str
    words: Markup
    """The words by which it is found, as HTML; none, if its names are all that is known of it."""
    subject: str = ""
    """What a decision or a follow-up is about, for its `title` is its number; empty otherwise."""
    names: tuple[str, ...] = ()
    """What it is called, in all languages: whoever asks for one of these wants this thing."""
    day: date | None = None
    """The day of its meeting; None if it has no meeting."""
    dated: str = ""
    """That day, as it is written in the language of the page; empty if there is none."""
    tongue: str = ""
    """The code of the language of its words; empty if it is that of the page."""
    number: str = ""
    states: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()


class SearchEntries:
    """Makes the entries of a register, in the language of `addresses`."""

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
        """All entries of the register: kind by kind, and the latest first."""
        for kind in KINDS[:-1]:
            for thing in reversed(self._register.of_kind(kind)):  # type: ignore[arg-type]
                yield self._entry(thing)

    def _entry(self, thing: Thing) -> SearchEntry:
        meeting = meeting_of(thing)
        words, tongue = self._words(thing)
        itself = {thing.kind: (thing.key,)}
        return SearchEntry(
            thing.kind,
            self._language.code,
            self._addresses.of(thing),
            title := self._title(thing),
            Markup("\n").join(filter(None, words)),
            subject=self._subject(thing, title),
            names=tuple(dict.fromkeys([title, *_names_of_thing(thing)])),
            day=meeting.date if meeting else None,
            dated=self._language.date(meeting.date) if meeting else "",
            tongue=tongue or "",
            number=thing.number if isinstance(thing, Item | Outcome) else "",
            states=self._states(thing),
            bodies=tuple(meeting.bodies) if meeting else (),
            topics=itself.get("topic") or tuple(_topics(thing)),
            organizations=itself.get("organization") or tuple(self._organizations.get(thing, ())),
        )

    def _title(self, thing: Thing) -> str:
        if isinstance(thing, Item) and thing.data.title:
            number, title = self._naming.shown_number(thing), self._naming.plain(thing.data.title)
            return f"{number}. {title}" if number else title
        cited = self._naming.reference(thing) if isinstance(thing, Outcome) else ""
        return cited or self._naming.heading(thing)

    def _subject(self, thing: Thing, title: str) -> str:
        heading = self._naming.heading(thing) if isinstance(thing, Outcome) else title
        return heading if heading != title else ""

    def _states(self, thing: Thing) -> tuple[str, ...]:
        if isinstance(thing, Meeting):
            return (thing.state,)
        if thing.kind == "decision":
            stands = standing(thing, self._register.as_of)  # type: ignore[arg-type]
            return (stands, "withheld") if thing.is_withheld else (stands,)  # type: ignore[attr-defined]
        if thing.kind == "follow_up":
            at = status(self._register, thing, self._register.as_of)  # type: ignore[arg-type]
            return (at.progress, "overdue") if at.overdue else (at.progress,)
        return ()

    def _words(self, thing: Thing) -> tuple[list[Markup], str | None]:
        """The words of a thing, and the code of their language; None if it is the page's."""
        naming, data = self._naming, thing.data
        match thing:
            case Outcome():
                texts = [data.text, *getattr(data, "tasks", ())]
                texts += [getattr(data, "reason", None), _why_withheld(data)]
                texts += [source.title for source in getattr(data, "grounds", ())]
                texts += [source.title for source in getattr(data, "amends_document", ())]
                texts += _reasons(getattr(data, "vote", None))
                texts += self._corrected(thing)
                # Whoever moved, seconded or voted without an entry is found nowhere else.
                unlisted = [guest for _, guest in guests(data)]
                names = self._names(getattr(data, "owners", unlisted))
                title = escape(naming.plain(data.title))
                words = [title, *self._texts(texts, thing.meeting)]
                for report in thing.reports:
                    words += self._texts([report.text], report.home)
                words += [names, *self._texts(_titles(data), thing.meeting)]
                said = data.text or next(iter(getattr(data, "tasks", ())), None)
                return words, naming.foreign(said or getattr(data, "title", None))
            case Item():
                return list(self._of_item(thing)), naming.foreign(data.title)
            case Meeting():
                there = data.attendance
                lists = ("present", "regrets", "absent", "observers", "presenters")
                people = [one for name in lists for one in getattr(there, name, ())]
                words = [self._names(thing.bodies), escape(naming.plain(data.place))]
                words += [self._names([*data.chairs, *people])]
                words += [*self._entries(data.opening, thing), *self._entries(data.closing, thing)]
                notes = [one.data.text for one in thing.outcomes if _is_note_of_meeting(one)]
                words += self._texts([*notes, *_titles(data)], thing)
                return words, naming.foreign(data.title)
        if thing.kind == "person":
            held = [tenure for tenure in self._tenures if tenure.person is thing]
            places = [tenure.office or tenure.organization for tenure in held]
            words = [escape(naming.name(place, whole=True)) for place in places if place]
            titles = [escape(naming.plain(tenure.title)) for tenure in held if tenure.title]
            before = [escape(naming.plain(former.name)) for former in data.names]
            return [*words, *titles, *before], None
        others = [getattr(data, "jurisdiction", None), *getattr(data, "offices", {}).values()]
        others += [getattr(data, "former_name", None), *getattr(data, "other_names", ())]
        others += [former.name for former in getattr(data, "names", ())]
        about = getattr(data, "description", None) or getattr(data, "definition", None)
        said = ", ".join(naming.plain(name) for name in others if name)
        words = [*self._texts([about]), Markup("<p>{}</p>").format(said)]
        return words, naming.other_language(thing)

    def _of_item(self, item: Item) -> Iterator[Markup]:
        data, meeting = item.data, item.meeting
        yield self._names(data.presenters)
        yield from self._entries(data.narrative, meeting)
        notes = [outcome.data.text for outcome in item.outcomes if outcome.kind == "note"]
        reason = data.deferred_to.reason if data.deferred_to else _why_withheld(data)
        reviews = [report.text for report in item.reviewed]
        texts = [*notes, *reviews, reason, *self._corrected(item), *_titles(data)]
        yield from self._texts(texts, meeting)

    def _corrected(self, thing: Item | Outcome) -> list[Mapping[str, str]]:
        found = corrections(self._register, thing)
        return [words for one in found if (words := one.should_say or one.inserts)]

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

    def _names(
        self, named: Iterable[str | schema.Participant | schema.Guest | schema.Said]
    ) -> Markup:
        """The names of things, given by their keys, and of attendees, separated by commas; with
        their roles, and the names of those on whose behalf they came.
        """
        names = [name for one in named for name in self._names_of(one) if name]
        return Markup("<p>{}</p>").format(", ".join(names)) if names else Markup("")

    def _names_of(self, one: Any) -> Iterator[str]:
        """The names that stand for one entry of a list of people."""
        if isinstance(one, str):
            thing = self._register.find(one)
            yield self._naming.name(thing, whole=True) if thing else ""
        elif isinstance(one, schema.Participant):
            yield from self._names_of(one.who)
        elif isinstance(one, schema.Said):
            yield self._naming.plain(one.said)
        else:
            organization = self._register.find(one.organization) if one.organization else None
            name = self._naming.plain(one.name)
            yield f"{name} ({self._naming.name(organization)})" if organization else name
        if isinstance(one, schema.Presence):
            yield self._naming.plain(one.role)
            for other in filter(None, [one.represents, *one.proxy_for]):
                yield from self._names_of(other)


def _names_of_thing(thing: Thing) -> Iterator[str]:
    """All names of a thing, present and former, whole and short, in all languages; its title, if
    it is of a record.
    """
    data = thing.data
    texts = [getattr(data, name, None) for name in ("title", "name", "term", "acronym")]
    texts += [getattr(data, "former_name", None), *getattr(data, "other_names", ())]
    for former in getattr(data, "names", ()):
        texts += [former.name, former.acronym]
    for text in filter(None, texts):
        yield from map(visible, text.values())


def _titles(data: Any) -> list[Mapping[str, str] | None]:
    """The titles of the documents of a record; a note has none."""
    return [document.title for document in getattr(data, "documents", ())]


def _why_withheld(data: Any) -> Mapping[str, str] | None:
    """Why a decision or an item is withheld, or was at first; a follow-up never is."""
    withheld = getattr(data, "withheld", None)
    return withheld.reason if withheld else None


def _is_note_of_meeting(outcome: Outcome) -> bool:
    """Whether an outcome is a note that no item has: it is found with its meeting."""
    return outcome.kind == "note" and outcome.item is None


def _reasons(vote: schema.Vote | str | None) -> list[Mapping[str, str]]:
    """The reasons that a vote gives for what its voters did, as of those who were recused."""
    if not isinstance(vote, schema.Vote):
        return []
    voters = [voter for part in parts_of(vote) for side in sides(part) for voter in side.voters]
    return [voter.reason for voter in voters if voter.reason]


def _topics(thing: Thing) -> list[str]:
    if isinstance(thing, Meeting):
        return list(dict.fromkeys(topic for item in thing.items for topic in item.topics))
    return thing.topics if isinstance(thing, Item | Outcome) else []


def _involved(register: Register) -> dict[Thing, list[str]]:
    """By thing, the keys of the organizations that it mentions, or whose offices it mentions."""
    keys_by_thing: dict[Thing, list[str]] = {}
    places = [(place, place) for place in register.of_kind("organization")]
    places += [(office, office.organization) for office in register.of_kind("office")]
    for place, organization in places:
        for _, thing in place.mentioned_in:
            keys = keys_by_thing.setdefault(thing, [])
            if organization.key not in keys:
                keys.append(organization.key)
    return keys_by_thing


def handwritten(address: str, language: str, html: str) -> SearchEntry:
    """The entry of a page of docs/: the title and the words are taken from its finished HTML, but
    not what its buttons say.
    """
    html = re.sub("<button.*?</button>", "", html, flags=re.DOTALL)
    title = re.search(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
    words = re.search(r"</h1>(.*?)(?:<footer|</article>)", html, re.DOTALL)
    assert title and words, address
    heading = Markup(title[1]).striptags()
    return SearchEntry("page", language, address, heading, Markup(words[1]), names=(heading,))
