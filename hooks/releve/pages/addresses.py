"""Which kinds of pages there are, and at which address each page is, in each language.

An address is a path from the root of the site, without a leading slash. It must work for ever, so
it is made of what does not change (body, date, number) and of words in the language of the page.
Begin at `Addresses`.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..language import Language
from ..register import LISTS, Item, Kind, Meeting, Outcome, Register, Thing

INDEXES = (
    "home",
    "meetings",
    "decisions",
    "follow-ups",
    "topics",
    "organizations",
    "people",
    "glossary",
    "search",
    "data",
)
"""Pages that list things, in the order of the menu. Each language has one of each."""
DATA = "data"
"""The page that explains the files in which the register can be taken away."""
ANNEX = "annex"
"""The page of a meeting that lists the follow-ups with their status before that meeting."""
SIDE_BY_SIDE = "side-by-side"
"""The page of a meeting that has its record in several languages side by side."""
BESIDE = (ANNEX, SIDE_BY_SIDE)
"""Pages of a meeting beside its own."""
UNLISTED = (SIDE_BY_SIDE,)
"""Kinds of pages that are in no sitemap, and that search engines are asked to leave out: all they
say stands on other pages, which are those to be found."""
THINGS: tuple[Kind, ...] = (
    "meeting",
    "decision",
    "follow_up",
    "topic",
    "organization",
    "person",
)
"""The kinds of things that have a page."""
THING_PAGES = ("meeting", *BESIDE, *THINGS[1:])
"""Kinds of pages of which there is one for each thing; a meeting has several."""
PARTS = {f"{index}-of-year": index for index in LISTS}
"""Kinds of pages that hold a part of a list that is too long for its index, with that index."""
LISTED: dict[str, Kind] = {
    "meetings": "meeting",
    "decisions": "decision",
    "follow-ups": "follow_up",
    "topics": "topic",
    "organizations": "organization",
    "people": "person",
    "glossary": "term",
}
"""The indexes that list things, with the kind of these."""
PAGE_KINDS = (*INDEXES, *PARTS, *THING_PAGES)
"""Every kind of page."""

MENU = {
    **PARTS,
    "meeting": "meetings",
    **dict.fromkeys(BESIDE, "meetings"),
    "decision": "decisions",
    "follow_up": "follow-ups",
    "topic": "topics",
    "organization": "organizations",
    "person": "people",
}
"""The index under which each other kind of page belongs in the menu."""

_IF_ANY: dict[str, Kind] = {"topics": "topic", "people": "person", "glossary": "term"}
"""The indexes that are in the menu only if they list something, with what they list."""


def in_menu(register: Register) -> list[str]:
    """The indexes in the menu: without the search, for each page has its box, and without the data,
    to which the foot of each page leads.
    """
    empty = {index for index, kind in _IF_ANY.items() if not register.of_kind(kind)}
    return [index for index in INDEXES if index not in (*empty, "search", DATA)]


ADDRESS_WORDS = (*INDEXES[1:], "decision", "follow-up", "item", "note", SIDE_BY_SIDE)
"""Words that are used in addresses. A catalogue translates each in the context `address`."""
FOLDERS: dict[Kind, str] = {"topic": "topics", "organization": "organizations", "person": "people"}
"""The index under whose address the pages of a kind of thing are."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language."""

    kind: str
    """One of `INDEXES`, `PARTS` or `THING_PAGES`."""
    language: str
    address: str
    thing: Thing | None = None
    """What the page is about, such as the meeting; None for an index or a part of a list."""
    part: str = ""
    """Which part of a list the page holds: see `register.Part`. Empty unless its kind is one of
    `PARTS`."""


class Addresses:
    """The address of every page and every thing, in one language."""

    def __init__(self, register: Register, language: Language) -> None:
        self.language = language.code
        self.prefix = "" if language.code == register.languages[0] else f"{language.code}/"
        self._language = language
        words = map(self._word, INDEXES[1:])
        reserved = {"", *register.languages, *register.bodies, *words}
        self._reserved = {first.casefold() for first in reserved}

    def _word(self, english: str) -> str:
        return self._language.word_in("address", english)

    def is_reserved(self, address: str) -> bool:
        """Whether an address is that of a page of the register, or could be of one to come."""
        first = address.casefold().removeprefix(self.prefix.casefold()).partition("/")[0]
        return first in self._reserved

    def index(self, kind: str) -> str:
        """The address of one of `INDEXES`."""
        return self.prefix if kind == "home" else f"{self.prefix}{self._word(kind)}/"

    def page(self, kind: str, thing: Thing | None = None, part: str = "") -> str:
        """The address of a page. Its `kind` is one of `INDEXES`, `PARTS` or `THING_PAGES`."""
        if part:
            return f"{self.index(PARTS[kind])}{part}/"
        if thing is None:
            return self.index(PARTS.get(kind, kind))
        word = {ANNEX: "follow-ups", SIDE_BY_SIDE: SIDE_BY_SIDE}.get(kind)
        return f"{self.of(thing)}{self._word(word)}/" if word else self.of(thing)

    def shell(self, kind: str) -> str:
        """The address at which the shell of a kind of page is drawn.

        For an index it is its own. For other pages it has as many folders as their addresses, since
        mkdocs writes relative links.
        """
        if kind in INDEXES:
            return self.index(kind)
        depth = 3 if kind in (*BESIDE, "decision", "follow_up") else 2
        return f"{self.prefix}{'/'.join([f'shell-{kind}'] * depth)}/"

    def of(self, thing: Thing) -> str:
        """The address of a thing: of its page, or of an anchor on a page."""
        if isinstance(thing, Meeting):
            return f"{self.prefix}{thing.key}/"
        if isinstance(thing, Item | Outcome):
            meeting = f"{self.prefix}{thing.meeting.key}/"
            if isinstance(thing, Item):
                return f"{meeting}#{self.anchor(thing)}"
            return (
                f"{meeting}#{self.anchor(thing)}"
                if thing.kind == "note"
                else (f"{meeting}{self.anchor(thing)}/")
            )
        if thing.kind == "term":
            return f"{self.index('glossary')}#{thing.key}"
        if thing.kind == "office":
            return f"{self.index('organizations')}{thing.key.partition('#')[0]}/"
        return f"{self.index(FOLDERS[thing.kind])}{thing.key}/"

    def anchor(self, thing: Item | Outcome) -> str:
        """The anchor of an item or an outcome on the page of its meeting, such as `suivi-5c`."""
        english = "follow-up" if thing.kind == "follow_up" else thing.kind
        return f"{self._word(english)}-{thing.number.lower()}"
