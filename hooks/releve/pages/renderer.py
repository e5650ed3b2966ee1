"""Fills the templates of `overrides/register/`: the HTML of each page, in one language.

Comes in: a page of `listing`. Goes out: the HTML of each slot of its shell. Begin at
`Renderer.slots`.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from ..language import Language, message
from ..register import (
    Item,
    Kind,
    Meeting,
    Memo,
    Outcome,
    Part,
    Register,
    Status,
    Tables,
    Thing,
    meeting_of,
    status,
)
from ..source import schema
from . import metadata
from .addresses import ANNEX, BESIDE, PARTS, SIDE_BY_SIDE, UNLISTED, Addresses, Page, in_menu
from .begin_links import begin_link
from .listing import entry_anchors
from .naming import Naming
from .offers import Offer, Offers, nothing
from .shell import ROOT
from .side_by_side import SideBySideWords, in_order
from .sitemap import absolute
from .sorting import by_letter, sort_key, surname_first, without_article
from .template_functions import FILTERS, TESTS, facts, words_and_links
from .templates import environment
from .titles import FIELD_TITLES, part_title

TEMPLATES = Path("overrides") / "register"
"""The folder of the templates, in that of the project."""
_PASSAGES = {
    "item": message("%(item)s, passage %(number)s"),
    "opening": message("the opening, passage %(number)s"),
    "closing": message("the closing, passage %(number)s"),
}
_ROWS = 100_000
"""How many rows of lists are remembered: a row is on pages that are made far apart in time."""
_DISCUSSIONS = 100
"""How many discussions are: each is only on the pages of its meeting and of its outcomes."""


class Renderer:
    """Fills the templates in one language of the register.

    `everywhere` has the addresses of each language, by its code. `site` is the address at which the
    site is published, and `edit` the address below which its files can be edited. Both end with a
    slash, or are empty if there is none.
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
        self._beside = SideBySideWords(language, naming, self._addresses)
        self._linked_data = metadata.LinkedData(register, naming, language.code)
        self._rows: Memo[tuple[object, ...], bytes] = Memo(_ROWS)
        self._discussions: Memo[tuple[object, ...], Markup] = Memo(_DISCUSSIONS)
        self._statuses: Memo[tuple[Outcome, date], Status] = Memo()
        self._entries: Memo[Meeting, dict[Item | str, list[str]]] = Memo()
        self._neighbours = tables["neighbours"]
        self._owners = partial(tables["owners"].under, "all")
        self._all: dict[str, Renderer] = {language.code: self}
        self.offers: Offers = nothing
        """What each page offers to take away."""
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
            by_letter=self._by_letter,
            sorted_owners=self._sorted_owners,
            searches_elsewhere=self._searches_elsewhere,
            fragment=self._fragment,
            tongues_of=self._tongues,
        )

    def among(self, renderers: dict[str, Renderer]) -> Renderer:
        """This renderer, once it knows those of every language, for pages that speak several."""
        self._all = renderers
        return self

    def know(self, **functions: Any) -> None:
        """Let templates call more functions, by their names."""
        self._env.globals.update(functions)

    def compile_templates(self) -> None:
        """Compile every template now."""
        for name in self._env.list_templates():
            self._env.get_template(name)

    # --- a page

    def title(self, page: Page) -> str:
        """The title of a page, as plain text."""
        if page.part:
            return self._part_title(page)
        if page.thing is None:
            return self.naming.index_title(page.kind)
        if page.kind in BESIDE:
            assert isinstance(page.thing, Meeting)
            named = {ANNEX: self.naming.annex, SIDE_BY_SIDE: self._beside.title}
            return named[page.kind](page.thing)
        heading = self.naming.heading(page.thing)
        cited = self.naming.reference(page.thing) if isinstance(page.thing, Outcome) else ""
        return f"{heading} – {cited}" if cited else heading

    def _part_title(self, page: Page) -> str:
        index = self.naming.index_title(PARTS[page.kind])
        return part_title(self.language, page.kind, Part(page.part, []), index)

    def slots(self, page: Page) -> dict[str, str]:
        """The HTML of each slot of the page's shell, by the name of the slot: see `SLOTS`."""
        title = self.title(page)
        thing = None if page.kind in BESIDE else page.thing
        heading = self.naming.marked(thing) if thing else escape(title)
        translations = self.translations(page)
        meeting = None if page.kind == ANNEX else meeting_of(page.thing)
        files = self.offers(page)
        with self._names_of(meeting.date if meeting else None):
            subject = {"page": page, "title": heading, "files": files, **self._subject(page)}
            body = self._template(page.kind, **subject)
        return {
            "title": str(escape(title)),
            "heading": str(heading),
            "head": self.head(translations, title, page, files),
            "languages": self.languages(translations),
            "paper": self.paper(page.address, title, page.thing),
            "contents": self._template("contents", items=self._contents(page)),
            "body": body,
        }

    def translations(self, page: Page) -> dict[str, str]:
        """The addresses of a page in every language, including its own, by code of language."""
        return {
            code: addresses.page(page.kind, page.thing, page.part)
            for code, addresses in self._everywhere.items()
        }

    def head(
        self,
        translations: dict[str, str],
        title: str,
        page: Page | None = None,
        files: Sequence[Offer] = (),
    ) -> str:
        """The HTML for the `head` element: links to translations, a preview, and linked data.

        `page` is None for a page of docs/; `files` are what it offers to take away. Empty if
        the address of the site is not known.
        """
        if not self._site:
            return ""
        code = self.language.code
        urls = {code: absolute(self._site, address) for code, address in translations.items()}
        thing = page.thing if page and page.kind not in BESIDE else None
        facts = ""
        if isinstance(thing, Meeting | Outcome):
            status = self._status(thing) if thing.kind == "follow_up" else None  # type: ignore[arg-type]
            facts = metadata.script(self._linked_data.of(thing, urls[code], status))
        words = metadata.description(self.naming, thing) if thing else ""
        return self._template(
            "head",
            twins=urls,
            code=code,
            title=title,
            said=words,
            facts=Markup(facts),
            files=[(file, absolute(self._site, file.address)) for file in files],
            unlisted=page is not None and page.kind in UNLISTED,
        )

    def paper(self, address: str, title: str, thing: Thing | None = None) -> str:
        """The HTML that is printed around every sheet of paper: see `print.css`."""
        url = absolute(self._site, address)
        return self._template("paper", where=url, title=title, meeting=meeting_of(thing))

    def languages(self, translations: dict[str, str]) -> str:
        """The HTML of the links to the page's translations."""
        return self._template("languages", others=self._others(translations))

    def _others(self, translations: dict[str, str]) -> list[tuple[Language, str]]:
        """The other languages, each with the address of the translation from the site's root."""
        return [
            (self._languages[code], ROOT + address)
            for code, address in translations.items()
            if code != self.language.code
        ]

    def _searches_elsewhere(self, page: Page) -> list[tuple[str, str, str]]:
        """For each other language: its code, the address of its search page, words for a link."""
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
        """The slots of a page of docs/, whose source can be edited at the address `edit`."""
        return {
            "title": escape(title),
            "head": self.head(translations, title),
            "languages": self.languages(translations),
            "paper": self.paper(address, title),
            "colophon": self._template("foot", edit=edit),
        }

    def not_found(self) -> str:
        """The HTML of the 404 page, in this language."""
        lists = [index for index in in_menu(self.register) if index != "home"]
        return self._template("not-found", code=self.language.code, lists=lists)

    def foot(self, docs: dict[str, str]) -> str:
        """The HTML of the foot of the frame; `docs` has the addresses of pages of docs/ by name."""
        interface = self.language.of_interface
        # Where files are edited one by one, as on GitHub and GitLab, they are also listed.
        source = self._edit.replace("/edit/", "/tree/") if "/edit/" in self._edit else ""
        known = {name: docs.get(name, "") for name in ("about", "accessibility")}
        return self._template("frame-foot", **known, interface=interface, source=source)

    def day(self) -> str:
        """The HTML that names the day of the register on every page; empty if that day is today."""
        return self._template("day", code=self.language.code) if self.register.is_dated else ""

    def _template(self, name: str, **context: Any) -> str:
        return self._env.get_template(f"{name.replace('_', '-')}.html").render(context)

    def _subject(self, page: Page) -> dict[str, Any]:
        """The values for the template: the thing, by the name of its kind, and its neighbours."""
        file = self._source(page)
        subject: dict[str, Any] = {
            "edit": f"{self._edit}{file}" if self._edit else "",
            "begin": begin_link(self.register, self._edit, page),
        }
        if page.thing:
            kind = "meeting" if page.kind in BESIDE else page.kind
            subject |= {kind: page.thing, "neighbours": self._neighbours(page.thing)}
        return subject

    def _source(self, page: Page) -> str:
        """The path of the file to edit for a page; for an index, the file that lists its things.

        For a follow-up, it is that of its reports, once there is one: what it says grows there,
        while the record that agreed on it is done.
        """
        thing = page.thing
        if isinstance(thing, Outcome) and thing.kind == "follow_up":
            between = (report for report in thing.reports if report.item is None)
            return next((report.file for report in between), thing.file).path
        if thing:
            return thing.file.path
        lists = (file for file in self.register.files if file.kind == page.kind)
        return next(lists, self.register.file).path

    def _contents(self, page: Page) -> list[Item]:
        """The items in the table of contents, which only the pages of a record have."""
        meeting = page.thing
        if not isinstance(meeting, Meeting) or page.kind == ANNEX:
            return []
        return [item for item in meeting.items if item.parent is None]

    def _fragment(self, name: str, thing: Thing, *rest: object) -> Markup:
        """The HTML of template `name` for a thing that is on several pages; it is made once.

        `rest` are further values for the template, which can be used as keys. Rows are remembered
        in compressed form, for they are many.
        """
        key, arguments = (name, thing, *rest), (name, thing, rest)
        if isinstance(thing, Item):
            return self._discussions(key, self._make_fragment, *arguments)
        # A row is on many pages, all of them with the present names.
        return Markup(zlib.decompress(self._rows(key, self._compressed, *arguments)).decode())

    def _make_fragment(self, name: str, thing: Thing, rest: tuple[object, ...]) -> Markup:
        return Markup(self._template(name, thing=thing, rest=rest))

    def _compressed(self, name: str, thing: Thing, rest: tuple[object, ...]) -> bytes:
        with self.naming.names_of(None):
            return zlib.compress(self._make_fragment(name, thing, rest).encode(), 1)

    def _status(self, follow_up: Outcome, day: date | None = None) -> Status:
        """The status of a follow-up on a day, or on that of the register if `day` is None."""
        key = (follow_up, day or self.register.as_of)
        return self._statuses(key, status, self.register, *key)

    def _places(self, part: Item | str, meeting: Meeting) -> Iterator[tuple[str, str]]:
        """The anchor of each statement under an item, or in another part, and what it is called:
        see `entry_anchors`.
        """
        anchors = self._entries(meeting, entry_anchors, self.register, meeting)[part]
        item = self.naming.name(part) if isinstance(part, Item) else ""
        form = _PASSAGES["item" if isinstance(part, Item) else part]
        for number, anchor in enumerate(anchors, 1):
            yield anchor, self.language.words(form, item=item, number=number)

    @contextmanager
    def _names_of(self, day: date | None) -> Iterator[None]:
        """Within this context, names are those of a day, in every language."""
        with ExitStack() as stack:
            for renderer in self._all.values():
                stack.enter_context(renderer.naming.names_of(day))
            yield

    def _tongues(self, codes: list[str]) -> list[Tongue]:
        """What a page that speaks several languages takes from each, the page's own first."""
        return [
            Tongue(self._all[code])
            for code in in_order(codes, self.language.code)
            if code in self._all
        ]

    def _time(self, meeting: Meeting, name: str) -> str:
        """The time in a field of a meeting, `starts` or `adjourned`, with its time zone."""
        zone = self.register.time_zone_of(meeting)
        return self.language.time(getattr(meeting.data, name), meeting.date, zone)

    def _sorted_by_name(self, kind: Kind) -> list[Thing]:
        """Things of a kind, sorted by name as in a directory: see `sort_key`."""
        return sorted(self.register.of_kind(kind), key=self._sort_key)

    def _by_letter(self, kind: Kind) -> list[tuple[str, list[Thing]]]:
        """The same, under the letters with which their names begin."""
        return by_letter(self.register.of_kind(kind), self._sort_key)

    def _sort_key(self, thing: Thing) -> str:
        name = self.naming.name(thing, whole=True)
        if thing.kind == "person":
            return sort_key(surname_first(name))
        return sort_key(without_article(name, self.language.code))

    def _sorted_owners(self) -> list[tuple[str, str, list[str], str | None]]:
        """Whoever owes a follow-up or answers for one, sorted by name: the name; what stands for it
        in addresses; what stands for the owners that it answers for; and the language of the name,
        if it is not the page's.
        """
        naming, found = self.naming, dict[str, tuple[str, str, list[str], str | None]]()
        for owner, keys in self._owners():
            key = naming.owner_key(owner)
            if isinstance(owner, Thing):
                name, tongue = naming.name(owner, True), naming.other_language(owner)
            else:
                said = owner.said if isinstance(owner, schema.Said) else owner.name
                name, tongue = naming.plain(said), naming.foreign(said)
            found.setdefault(key, (name, key, keys or [key], tongue))
        return sorted(found.values(), key=lambda owner: sort_key(owner[0]))


class Tongue:
    """One language of a page that speaks several: its words, names and texts."""

    def __init__(self, renderer: Renderer) -> None:
        self.code = renderer.language.code
        self.name = renderer.language.name
        self.direction = renderer.language.direction
        self.label = renderer.language.label
        self.naming = renderer.naming
        self._renderer = renderer

    def field(self, name: str) -> Markup:
        """What a field of a record is called."""
        return self.label(FIELD_TITLES[name])

    def part(self, name: str, thing: Thing) -> Markup:
        """The HTML of template `name` for a thing, as a page in this language has it."""
        return Markup(self._renderer._template(name, thing=thing))
