"""What each page says, in one language, through the templates of `overrides/register/`."""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from ..language import Language
from ..register import (
    Item,
    Kind,
    Meeting,
    Memo,
    Outcome,
    Register,
    Status,
    Tables,
    Thing,
    by_owner,
    meeting_of,
    status,
)
from . import metadata
from .addresses import ANNEX, Addresses, Page
from .listing import entry_anchors
from .naming import Naming
from .shell import ROOT
from .sitemap import absolute
from .template_functions import FILTERS, TESTS, facts, words_and_links
from .templates import environment

TEMPLATES = Path("overrides") / "register"
_ROWS = 100_000
"""Rows of lists that are remembered: one stands on pages that are far from each other."""
_DISCUSSIONS = 100
"""Discussions that are: one stands on the pages of its meeting and of its outcomes only."""


class Renderer:
    """Fills the templates for one language of the register.

    `site` is the address at which the site is published, and `edit` that under which its
    files can be edited; each ends with a slash, and `edit` may be empty.
    """

    def __init__(
        self,
        root: Path,
        register: Register,
        tables: Tables,
        language: Language,
        everywhere: dict[str, Addresses],
        site: str,
        edit: str,
    ) -> None:
        self.register = register
        self.language = language
        self._everywhere = everywhere
        self._languages = {code: Language(code, register.settings.country) for code in everywhere}
        self._addresses = everywhere[language.code]
        self._site = site
        self._edit = edit
        self.naming = naming = Naming(register, language, self._addresses)
        self._linked = metadata.LinkedData(register, naming, language.code)
        self._rows: Memo[tuple[object, ...], bytes] = Memo(_ROWS)
        self._discussions: Memo[tuple[object, ...], Markup] = Memo(_DISCUSSIONS)
        self._statuses: Memo[tuple[Outcome, date], Status] = Memo()
        self._entries: Memo[Meeting, dict[Item | str, list[str]]] = Memo()
        self._before_and_after = tables["before_and_after"]
        self._env = environment(root / TEMPLATES)
        self._env.tests.update(TESTS)
        self._env.filters.update(FILTERS, status=self._status)
        self._env.globals.update(
            **words_and_links(language, naming, self._addresses, site),
            **facts(register, tables),
            register_title=naming.plain(register.settings.title),
            status=self._status,
            time=self._time,
            places=self._places,
            sorted_by_name=self._sorted_by_name,
            sorted_owners=self._sorted_owners,
            searches_elsewhere=self._searches_elsewhere,
            fragment=self._fragment,
        )

    def compile_templates(self) -> None:
        """Have every template at hand."""
        for name in self._env.list_templates():
            self._env.get_template(name)

    # --- a page

    def title(self, page: Page) -> str:
        """The title of a page, as plain text."""
        if page.year is not None:
            return self.naming.year_title(page.kind, page.year)
        if page.thing is None:
            return self.naming.index_title(page.kind)
        if page.kind == ANNEX:
            assert isinstance(page.thing, Meeting)
            return self.naming.annex(page.thing)
        return self.naming.heading(page.thing)

    def slots(self, page: Page) -> dict[str, str]:
        """What stands in each place of the page's shell that is the page's own."""
        title = self.title(page)
        named = None if page.kind == ANNEX else page.thing
        heading = self.naming.marked(named) if named else escape(title)
        translations = self.translations(page)
        body = self._template(page.kind, page=page, title=heading, **self._subject(page))
        return {
            "title": str(escape(title)),
            "heading": str(heading),
            "head": self.head(translations, title, page),
            "languages": self.languages(translations),
            "paper": self.paper(page.address, title, page.thing),
            "contents": self._template("contents", items=self._contents(page)),
            "body": body,
        }

    def translations(self, page: Page) -> dict[str, str]:
        """The addresses of a page in every language, itself included, by language."""
        return {
            code: addresses.page(page.kind, page.thing, page.year)
            for code, addresses in self._everywhere.items()
        }

    def head(self, translations: dict[str, str], title: str, page: Page | None = None) -> str:
        """Links to the page itself and to its translations, and what other sites are told of it."""
        if not self._site:
            return ""
        code = self.language.code
        whole = {code: absolute(self._site, address) for code, address in translations.items()}
        thing = page.thing if page and page.kind != ANNEX else None
        facts = ""
        if isinstance(thing, Meeting | Outcome):
            status = self._status(thing) if thing.kind == "follow_up" else None  # type: ignore[arg-type]
            facts = metadata.script(self._linked.of(thing, whole[code], status))
        said = metadata.description(self.naming, thing) if thing else ""
        return self._template(
            "head", twins=whole, code=code, title=title, said=said, facts=Markup(facts)
        )

    def paper(self, address: str, title: str, thing: Thing | None = None) -> str:
        """What is printed around every page of paper: see `print.css`."""
        where = absolute(self._site, address)
        return self._template("paper", where=where, title=title, meeting=meeting_of(thing))

    def languages(self, translations: dict[str, str]) -> str:
        """The switch to the page's translations in other languages."""
        return self._template("languages", others=self._others(translations))

    def _others(self, translations: dict[str, str]) -> list[tuple[Language, str]]:
        """The other languages, each with the way to the twin in it."""
        return [
            (self._languages[code], ROOT + address)
            for code, address in translations.items()
            if code != self.language.code
        ]

    def _searches_elsewhere(self, page: Page) -> list[tuple[str, str, str]]:
        """For each other language its code, its page to search, and a link's words in it."""
        return [
            (
                other.code,
                address,
                other.words("The same search in %(language)s", language=other.name_of(other.code)),
            )
            for other, address in self._others(self.translations(page))
        ]

    def frame(
        self, translations: dict[str, str], title: str, address: str, edit: str
    ) -> dict[str, Any]:
        """What stands around a page that is not of the register, and is edited at `edit`."""
        return {
            "title": escape(title),
            "head": self.head(translations, title),
            "languages": self.languages(translations),
            "paper": self.paper(address, title),
            "colophon": self._template("foot", edit=edit),
        }

    def not_found(self) -> str:
        """What the page says that stands in for one that does not exist."""
        return self._template("not-found", code=self.language.code)

    def day(self) -> str:
        """What stands at the head of every page, where the day of the register is not today."""
        return self._template("day", code=self.language.code) if self.register.is_dated else ""

    def _template(self, name: str, **context: Any) -> str:
        return self._env.get_template(f"{name.replace('_', '-')}.html").render(context)

    def _subject(self, page: Page) -> dict[str, Any]:
        """The thing that a page is about under its own name, and what stands beside it."""
        file = self._source(page)
        subject: dict[str, Any] = {"edit": f"{self._edit}{file}" if self._edit else ""}
        if page.thing:
            before, after = self._before_and_after(page.thing)
            kind = "meeting" if page.kind == ANNEX else page.kind
            subject |= {kind: page.thing, "before": before, "after": after}
        return subject

    def _source(self, page: Page) -> str:
        """The file that a page is made from: of an index, the one that lists the same things."""
        if page.thing:
            return page.thing.file.path
        lists = (file for file in self.register.files if file.kind == page.kind)
        return next(lists, self.register.file).path

    def _contents(self, page: Page) -> list[Item]:
        meeting = page.thing
        if not isinstance(meeting, Meeting) or page.kind == ANNEX:
            return []
        return [item for item in meeting.items if item.parent is None]

    def _fragment(self, name: str, thing: Thing, *rest: object) -> Markup:
        """A piece that stands on several pages, made once: a template's words of a thing."""
        key, given = (name, thing, *rest), (name, thing, rest)
        if isinstance(thing, Item):
            return self._discussions(key, self._fragmented, *given)
        return Markup(zlib.decompress(self._rows(key, self._packed, *given)).decode())

    def _fragmented(self, name: str, thing: Thing, rest: tuple[object, ...]) -> Markup:
        return Markup(self._template(name, thing=thing, rest=rest))

    def _packed(self, name: str, thing: Thing, rest: tuple[object, ...]) -> bytes:
        return zlib.compress(self._fragmented(name, thing, rest).encode(), 1)

    def _status(self, follow_up: Outcome, day: date | None = None) -> Status:
        """Where a follow-up stands on a day; on that of the register if none is given."""
        key = (follow_up, day or self.register.as_of)
        return self._statuses(key, status, self.register, *key)

    def _places(self, part: Item | str, meeting: Meeting) -> Iterator[str]:
        """The names of the places of what was said, one by one: see `entry_anchors`."""
        return iter(self._entries(meeting, entry_anchors, self.register, meeting)[part])

    def _time(self, meeting: Meeting, name: str) -> str:
        """The time at which a meeting `starts` or was `adjourned`, with its time zone."""
        zone = meeting.data.time_zone or self.register.settings.time_zone
        return self.language.time(getattr(meeting.data, name), meeting.date, zone)

    def _sorted_by_name(self, kind: Kind) -> list[Thing]:
        """Things of a kind as a directory lists them: by name, accents apart."""
        return self._in_order(self.register.of_kind(kind), whole=True)

    def _sorted_owners(self, follow_ups: list[Outcome]) -> list[Thing]:
        """Everybody who owes one of these follow-ups, by the name that the list shows."""
        owned = by_owner(self.register, follow_ups)
        return self._in_order((owner for owner, _ in owned if owner), whole=False)

    def _in_order(self, things: Iterable[Thing], whole: bool) -> list[Thing]:
        return sorted(things, key=lambda thing: _folded(self.naming.name(thing, whole)))


def _folded(name: str) -> str:
    """A name as dictionaries order it: without case, and with accents last."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return f"{bare.casefold()}\0{name}"
