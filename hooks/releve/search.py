"""What can be found in the register, and the index in which Pagefind finds it.

Pagefind (https://pagefind.app) makes an index of pages, in parts of which a browser asks only for
those that a search needs. Each meeting, agenda item, decision and so on is given to it as a page of
its own that nobody sees: the words that its reader would look for, and none of the frame.

Two signs stand for what Pagefind would not tell apart. It breaks words at spaces alone, and takes
all spaces for one: after the apostrophe of « l’identité » comes `TIED` and a space, so that
« identité » is a word; a no-break space is `KEPT` and a space. `search.js` puts them right again.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import repeat
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from markupsafe import Markup, escape
from pagefind.service import get_executable

from . import derived, schema
from .language import NBSP, Language
from .naming import Naming
from .pages import Addresses
from .processes import copies, processors
from .register import Item, Meeting, Outcome, Register, Thing, meeting_of

FOLDER = "assets/search"
"""Where the index stands in the site."""

TIED, KEPT = "\x1e", "\x1f"

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

_WEIGHTS = {"decision": 8, "follow_up": 8, "meeting": 0.5, "page": 0.5}
"""How much the words of a kind count, where it is not 1 (0 to 10)."""


@dataclass(frozen=True, slots=True)
class Found:
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


class Finder:
    """What can be found of a register, in the language of `addresses`."""

    def __init__(
        self, register: Register, language: Language, naming: Naming, addresses: Addresses
    ) -> None:
        self._register = register
        self._language = language
        self._naming = naming
        self._addresses = addresses
        self._tenures = derived.tenures(register)
        self._organizations = _involved(register)

    def everything(self) -> Iterator[Found]:
        """All that can be found, by kind, and the latest first."""
        for kind in KINDS[:-1]:
            for thing in reversed(self._register.of_kind(kind)):  # type: ignore[arg-type]
                yield self._found(thing)

    def _found(self, thing: Thing) -> Found:
        meeting = meeting_of(thing)
        words, tongue = self._words(thing)
        own = {thing.kind: (thing.key,)}
        return Found(
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
            return (derived.standing(thing, self._register.as_of),)  # type: ignore[arg-type]
        if thing.kind == "follow_up":
            at = derived.status(self._register, thing, self._register.as_of)  # type: ignore[arg-type]
            return (at.progress, "overdue") if at.overdue else (at.progress,)
        return ()

    def _words(self, thing: Thing) -> tuple[list[Markup], str | None]:
        """What is said of a thing, and in which language if it is not the page's."""
        say, data = self._naming, thing.data
        match thing:
            case Outcome():
                texts = [data.text, *getattr(data, "tasks", ())]
                texts += [report.text for report in thing.reports]
                texts += [one.should_say for one in derived.corrections(self._register, thing)]
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
        mended = [one.should_say for one in derived.corrections(self._register, item)]
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


def handwritten(address: str, language: str, html: str) -> Found:
    """A finished page that was written by hand: its title, and its words without the frame."""
    title = re.search(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
    words = re.search(r"</h1>(.*?)(?:<footer|</article>)", html, re.DOTALL)
    assert title and words, address
    return Found("page", language, address, Markup(title[1]).striptags(), Markup(words[1]))


# --- the index ----------------------------------------------------------------------------


Group = Callable[[], Iterable[Found]]
"""What can be found in a language, once it is asked for."""


def index(groups: Sequence[Group], folder: Path, at_once: bool = False) -> None:
    """Write the index of what can be found, in place of another one, once it is whole.

    With `at_once`, other processes collect all groups but the first, of which this one knows most.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent) as name:
        room = Path(name)
        pages, made = room / "pages", room / "index"
        pages.mkdir()
        _collect(groups, pages, at_once)
        # One language at a time: Pagefind holds all of them in memory.
        entries = [_indexed(group, made) for group in sorted(pages.iterdir())]
        languages = {code: one for each in entries for code, one in each["languages"].items()}
        entry = entries[0] | {"languages": languages}
        for path in made.iterdir():
            if path.name.startswith(_UNUSED):
                path.unlink()
        (made / _ENTRY).write_text(json.dumps(entry, sort_keys=True), encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        made.rename(folder)


def _indexed(pages: Path, made: Path) -> dict[str, Any]:
    """Add the index of some pages to what is made; what Pagefind then says of it."""
    program = get_executable()
    assert program, "Pagefind is installed with its program: see pyproject.toml."
    places = ["--site", str(pages), "--output-path", str(made)]
    unread = ["--exclude-selectors", ".only-language"]
    subprocess.run([program, "--silent", *places, *unread], check=True, cwd=pages)
    return json.loads((made / _ENTRY).read_bytes())  # type: ignore[no-any-return]


_ENTRY = "pagefind-entry.json"

_groups: Sequence[Group] = ()
"""What the processes that collect were born with."""


def _collect(groups: Sequence[Group], pages: Path, at_once: bool) -> None:
    global _groups
    _groups = groups
    if at_once and hasattr(os, "fork"):
        with copies(max(1, processors() - 1)) as pool:
            others = pool.map(_write_group, range(1, len(groups)), repeat(pages))
            _write_group(0, pages)
            list(others)
    else:
        for number in range(len(groups)):
            _write_group(number, pages)
    _groups = ()


def _write_group(number: int, pages: Path) -> None:
    (pages / str(number)).mkdir()
    for place, found in enumerate(_groups[number]()):
        html = _prepared(_page(found))
        (pages / str(number) / f"{place:06}.html").write_text(html, encoding="utf-8")


_UNUSED = (
    "pagefind-component",
    "pagefind-highlight",
    "pagefind-modular",
    "pagefind-ui",
    "pagefind-worker",
)
"""What Pagefind brings beside the index and what reads it: interfaces, in place of ours."""


def _page(found: Found) -> Markup:
    told = [
        ("meta", "title", found.title),
        ("meta", "address", found.address),
        ("meta", "date", found.dated),
        ("meta", "tongue", found.tongue),
        ("meta", "marks", " ".join(_marks(found))),
        ("sort", "day", f"{found.day or date.min}"),  # what has none would be left out
    ]
    tags = Markup("").join(_TAG.format(*one) for one in told if one[2])
    weight = _WEIGHTS.get(found.kind, 1)
    return _PAGE.format(found.language, tags, weight, found.words)


_TAG = Markup('<meta data-pagefind-{}="{}[content]" content="{}">')
_PAGE = Markup(
    '<!doctype html><html lang="{}"><body>{}<div data-pagefind-weight="{}">{}</div></body></html>'
)


def _marks(found: Found) -> Iterator[str]:
    """What a search is narrowed by, as words that nobody types.

    Pagefind has filters of its own, but writes them in another order each time, so that two builds
    would not be the same bytes.
    """
    yield _mark("kind", found.kind)
    if found.number:
        yield _mark("number", found.number.lower())
    if found.body:
        yield _mark("body", found.body)
    if found.day:
        yield _mark("year", f"{found.day.year}")
    for state in found.states:
        yield _mark("state", state)
        if state in _AMONG:
            yield _mark("among", _AMONG[state])
    for topic in found.topics:
        yield _mark("topic", topic)
    for organization in found.organizations:
        yield _mark("organization", organization)


_AMONG = {
    "in-force": "standing",
    "amended": "standing",
    "open": "unclosed",
    "in-progress": "unclosed",
}
"""States that are also asked for together, under one name."""


def _mark(name: str, value: str) -> str:
    """One word, which begins and ends with a letter of no living language; `search.js` says it too.

    Words are found by their beginnings and broken at digits and signs, which other letters replace.
    """
    return f"ƿ{name}ƿ{value.translate(_LETTERS)}ƿ"


_LETTERS = str.maketrans("0123456789-_", "абвгдежзиклм")


def _prepared(html: str) -> str:
    """HTML whose words Pagefind tells apart: see the head of this file."""
    return _APOSTROPHE.sub(f"'{TIED} ", html).replace(NBSP, f"{KEPT} ")


_APOSTROPHE = re.compile(r"(?<=\w)\u2019(?=\w)")
