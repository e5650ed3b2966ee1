"""What each page says, in one language, through the templates of `overrides/register/`."""

from __future__ import annotations

import unicodedata
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape

from . import derived
from .language import Language
from .naming import Naming, initial
from .pages import Addresses, Page
from .register import (
    Item,
    Kind,
    Meeting,
    Register,
    Thing,
    meeting_of,
)
from .shell import ROOT
from .sitemap import absolute

TEMPLATES = Path("overrides") / "register"


class Renderer:
    """Fills the templates for one language of the register.

    `site` is the address at which the site is published, and `edit` that under which its
    files can be edited; each ends with a slash, and `edit` may be empty.
    """

    def __init__(
        self,
        root: Path,
        register: Register,
        language: Language,
        everywhere: dict[str, Addresses],
        site: str,
        edit: str,
    ) -> None:
        self.register = register
        self.language = language
        self._everywhere = everywhere
        self._tongues = {code: Language(code, register.settings.country) for code in everywhere}
        self._addresses = everywhere[language.code]
        self._site = site
        self._edit = edit
        self.naming = naming = Naming(register, language, self._addresses)
        self._discussions: dict[tuple[str, int], Markup] = {}
        self._neighbours = derived.neighbours(register)
        tenures = derived.tenures(register)
        self._env = jinja2.Environment(
            loader=jinja2.FileSystemLoader(root / TEMPLATES),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._env.filters["initial"] = initial
        self._env.globals.update(
            _=language.words,
            ngettext=language.plural,
            date=language.date,
            time=self._time,
            number=language.number,
            url=naming.url,
            index_url=naming.index_url,
            index_link=naming.index_link,
            anchor=self._addresses.anchor,
            name=naming.name,
            heading=naming.heading,
            words=naming.words,
            prose=naming.prose,
            link=naming.link,
            find=register.find,
            register=register,
            meeting_of=meeting_of,
            standing=lambda decision: derived.standing(decision, register.as_of),
            is_overdue=partial(derived.is_overdue, register),
            owed=partial(derived.owed, register, tenures),
            open_follow_ups=lambda: [f for f in register.follow_ups if not f.is_closed],
            closed_follow_ups=lambda: [f for f in register.follow_ups if f.is_closed],
            naming=derived.naming,
            about=partial(derived.about, register),
            sorted_by_name=self._sorted_by_name,
            tenures_of=lambda person: [t for t in tenures if t.person is person],
            tenures_in=lambda place: [t for t in tenures if t.organization is place],
            is_current=lambda tenure: derived.is_current(tenure, register.as_of),
            corrections=partial(derived.corrections, register),
            discussion=self._discussion,
        )

    # --- a page

    def title(self, page: Page) -> str:
        """The title of a page, as plain text."""
        if page.thing is None:
            return self.naming.index_title(page.kind)
        return self.naming.heading(page.thing)

    def slots(self, page: Page) -> dict[str, str]:
        """What stands in each place of the page's shell that is the page's own."""
        title = self.title(page)
        heading = self.naming.marked(page.thing) if page.thing else escape(title)
        twins = self.twins(page)
        body = self._template(page.kind, page=page, title=heading, **self._subject(page))
        return {
            "title": str(escape(title)),
            "heading": str(heading),
            "head": self.head(twins),
            "languages": self.languages(twins),
            "contents": self._template("contents", items=self._contents(page)),
            "body": body,
        }

    def twins(self, page: Page) -> dict[str, str]:
        """The addresses of a page in every language, itself included, by language."""
        found = {}
        for code, addresses in self._everywhere.items():
            address = addresses.of(page.thing) if page.thing else addresses.index(page.kind)
            if address is not None:
                found[code] = address
        return found

    def head(self, twins: dict[str, str]) -> str:
        """Links to the page itself and to its twins in other languages, for the page's head."""
        whole = {code: absolute(self._site, address) for code, address in twins.items()}
        return self._template("head", twins=whole, code=self.language.code) if self._site else ""

    def languages(self, twins: dict[str, str]) -> str:
        """The switch to the page's twins in other languages."""
        others = [
            (self._tongues[code], ROOT + address)
            for code, address in twins.items()
            if code != self.language.code
        ]
        return self._template("languages", others=others)

    def not_found(self) -> str:
        """What the page says that stands in for one that does not exist."""
        return self._template("not-found", code=self.language.code)

    def _template(self, name: str, **context: Any) -> str:
        return self._env.get_template(f"{name.replace('_', '-')}.html").render(context)

    def _subject(self, page: Page) -> dict[str, Any]:
        """The thing that a page is about under its own name, and what stands beside it."""
        file = self._source(page)
        subject: dict[str, Any] = {"edit": f"{self._edit}{file}" if self._edit else ""}
        if page.thing:
            before, after = self._neighbours.get(page.thing.key, (None, None))
            subject |= {page.kind: page.thing, "before": before, "after": after}
        return subject

    def _source(self, page: Page) -> str:
        """The file that a page is made from: of an index, the one that lists the same things."""
        if page.thing:
            return page.thing.file.source.file
        lists = (file for file in self.register.files if file.kind == page.kind)
        return next(lists, self.register.file).source.file

    def _contents(self, page: Page) -> list[Item]:
        meeting = page.thing
        if not isinstance(meeting, Meeting):
            return []
        return [item for item in meeting.items if item.parent is None]

    def _discussion(self, item: Item, level: int) -> Markup:
        """What was said on an item, its headings at a level."""
        key = (item.key, level)
        if (found := self._discussions.get(key)) is None:
            said = self._template("discussion", item=item, level=level)
            found = self._discussions[key] = Markup(said)
        return found

    def _time(self, meeting: Meeting, name: str) -> str:
        """The time at which a meeting `starts` or was `adjourned`, with its time zone."""
        zone = meeting.data.time_zone or self.register.settings.time_zone
        return self.language.time(getattr(meeting.data, name), meeting.date, zone)

    def _sorted_by_name(self, kind: Kind) -> list[Thing]:
        """Things of a kind as a directory lists them: by name, accents apart."""
        return sorted(
            self.register.of_kind(kind), key=lambda thing: _folded(self.naming.name(thing, True))
        )


def _folded(name: str) -> str:
    """A name as dictionaries order it: without case, and with accents last."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return f"{bare.casefold()}\0{name}"
