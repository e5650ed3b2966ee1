"""Feeds, by which programs learn what is new: Atom (RFC 4287) and JSON Feed 1.1.

Each has the latest of what happened, by the register's own dates. Begin at `Feeds`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

from ..language import message
from ..pages import FOLDERS
from ..register import Memo, Outcome, Thing, meeting_of
from .export import NEVER, Context, Export, Tongue, as_json, bodies, one_line, whole_name
from .happenings import Happening, Happenings

ATOM, JSON = "feed.xml", "feed.json"
"""The names of the files beside a page."""
ATOM_TYPE, JSON_TYPE = "application/atom+xml", "application/feed+json"
_ROOM = 100
"""How many entries a feed has at most."""
_NAMESPACE = "http://www.w3.org/2005/Atom"
_DECLARATION, _END = '<?xml version="1.0" encoding="utf-8"?>', "</feed>"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_TITLES = {
    "record": message("Record: %(name)s"),
    "approved": message("Record approved: %(name)s"),
    "announced": message("Meeting announced: %(name)s"),
    "cancelled": message("Meeting cancelled: %(name)s"),
    "postponed": message("Meeting postponed: %(name)s"),
    "report": message("Report: %(name)s"),
    "correction": message("Correction: %(name)s"),
}


class Feeds:
    """Makes the feeds of the register, of organizations, people, topics and follow-ups."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._happenings = Happenings(context)
        self._kept: Memo[str, list[Happening]] = Memo()
        self._makers = {code: _Maker(context, one) for code, one in context.tongues.items()}

    def __iter__(self) -> Iterator[Export]:
        register = self._context.register
        for code in self._context.tongues:
            yield from self.about(code, None)
            for kind in FOLDERS:
                for thing in register.of_kind(kind):
                    yield from self.about(code, thing)
            for follow_up in register.follow_ups:
                yield from self.about(code, follow_up)

    def about(self, code: str, thing: Thing | None) -> list[Export]:
        """The two feeds about a thing, or about all, in the language `code`."""
        addresses = self._context.tongues[code].addresses
        page = addresses.of(thing) if thing else addresses.index("home")
        made = partial(self._atom, code, thing), partial(self._json, code, thing)
        return [
            Export((f"{page}{file}",), make, code)
            for file, make in zip((ATOM, JSON), made, strict=True)
        ]

    def _atom(self, code: str, thing: Thing | None) -> bytes:
        return self._makers[code].atom(thing, self._latest(thing))

    def _json(self, code: str, thing: Thing | None) -> bytes:
        return self._makers[code].json(thing, self._latest(thing))

    def _latest(self, thing: Thing | None) -> list[Happening]:
        """The latest that happened, the last first: the same in each form of a feed."""
        return self._kept(thing.key if thing else "", self._find_latest, thing)

    def _find_latest(self, thing: Thing | None) -> list[Happening]:
        found = self._about(thing)
        return sorted(found, key=lambda one: one.order, reverse=True)[:_ROOM]

    def _about(self, thing: Thing | None) -> list[Happening]:
        context, of = self._context, self._happenings
        if thing is None:
            return of.of_all(context.register.meetings)
        if isinstance(thing, Outcome):
            return of.of_things([thing])
        if thing.kind == "topic":
            chapters = context.tables["story"](thing)
            return of.of_things(
                one for chapter in chapters for one in (*chapter.items, *chapter.outcomes)
            )
        owed = context.owed(thing)
        named = [one for _, one in thing.mentioned_in]
        found = of.of_things([*named, *owed])
        if thing.kind == "organization":
            found += of.of_all(context.tables["meetings_of"](thing))
        return [*{one.key: one for one in found}.values()]


class _Maker:
    """Writes feeds in one language."""

    def __init__(self, context: Context, tongue: Tongue) -> None:
        self._context = context
        self._tongue = tongue
        self._naming, self._language = tongue.naming, tongue.language
        self._entries: Memo[str, dict[str, Any]] = Memo(20_000)
        self._written: Memo[str, str] = Memo(20_000)

    def _head(self, thing: Thing | None, latest: list[Happening]) -> dict[str, str]:
        settings = self._context.register.settings
        register = self._naming.plain(settings.title)
        name = whole_name(self._naming, thing) if thing else register
        return {
            "id": self._tag(thing.key if thing else "register"),
            "title": one_line(name),
            "author": one_line(register),
            "updated": _moment(max((one.day for one in latest), default=NEVER)),
            "page": self._context.url(self._page(self._tongue, thing)),
        }

    def _tag(self, key: str) -> str:
        """An id that never changes (RFC 4151)."""
        return f"tag:{self._context.host},2000:{quote(key)}:{self._language.code}"

    def _page(self, tongue: Tongue, thing: Thing | None) -> str:
        return tongue.addresses.of(thing) if thing else tongue.addresses.index("home")

    def _entry(self, happening: Happening) -> dict[str, Any]:
        return self._entries(happening.key, self._make_entry, happening)

    def _make_entry(self, happening: Happening) -> dict[str, Any]:
        naming, thing = self._naming, happening.thing
        name = whole_name(naming, thing)
        if isinstance(thing, Outcome) and naming.shown_number(thing) and naming.reference(thing):
            subject = naming.heading(thing)
            name = self._language.words("%(name)s: %(subject)s", name=name, subject=subject)
        if title := _TITLES.get(happening.what):
            name = self._language.words(title, name=name)
        by = whole_name(naming, happening.by) if happening.by else ""
        text = naming.summary(happening.text) if happening.text else by
        topics = getattr(thing, "topics", ())
        found = map(self._context.register.find, topics)
        return {
            "id": self._tag(happening.key),
            "title": one_line(name),
            "updated": _moment(happening.day),
            "page": self._context.url(self._tongue.addresses.of(thing)),
            "text": one_line(text),
            "language": naming.foreign(happening.text) if happening.text else None,
            "topics": [one_line(naming.name(topic)) for topic in found if topic],
            "author": self._bodies(thing),
        }

    def _bodies(self, thing: Thing) -> str:
        meeting = meeting_of(thing)
        return one_line(bodies(self._context, self._naming, meeting)) if meeting else ""

    def atom(self, thing: Thing | None, latest: list[Happening]) -> bytes:
        """A feed as Atom."""
        head = self._head(thing, latest)
        feed = ElementTree.Element("feed", {"xmlns": _NAMESPACE, _LANG: self._language.code})
        _add(feed, "id", head["id"])
        _add(feed, "title", head["title"])
        _add(feed, "updated", head["updated"])
        _add(_add(feed, "author"), "name", head["author"])
        _add(feed, "link", rel="alternate", type="text/html", href=head["page"])
        for code, tongue in self._context.tongues.items():
            address = self._context.url(f"{self._page(tongue, thing)}{ATOM}")
            rel = {"rel": "self"} if tongue is self._tongue else {"rel": "alternate"}
            _add(feed, "link", **rel, type=ATOM_TYPE, hreflang=code, href=address)
        whole = ElementTree.tostring(feed, encoding="unicode", short_empty_elements=False)
        entries = [self._written(one.key, self._write_entry, one) for one in latest]
        text = "\n".join([_DECLARATION, whole.removesuffix(_END), *entries, _END, ""])
        return text.encode()

    def _write_entry(self, happening: Happening) -> str:
        """The XML of one entry: made once, for it stands in several feeds."""
        entry, said = ElementTree.Element("entry"), self._entry(happening)
        for field in ("id", "title", "updated"):
            _add(entry, field, said[field])
        _add(entry, "published", said["updated"])
        _add(entry, "link", rel="alternate", type="text/html", href=said["page"])
        if said["author"]:
            _add(_add(entry, "author"), "name", said["author"])
        for topic in said["topics"]:
            _add(entry, "category", term=topic)
        if said["text"]:
            summary = _add(entry, "summary", said["text"], type="text")
            if said["language"]:
                summary.set(_LANG, said["language"])
        return ElementTree.tostring(entry, encoding="unicode")

    def json(self, thing: Thing | None, latest: list[Happening]) -> bytes:
        """A feed as JSON Feed."""
        head = self._head(thing, latest)
        items = []
        for happening in latest:
            said = self._entry(happening)
            item = {
                "id": said["id"],
                "url": said["page"],
                "title": said["title"],
                "content_text": said["text"] or said["title"],
                "date_published": said["updated"],
                "date_modified": said["updated"],
                "language": said["language"] or self._language.code,
            }
            if said["author"]:
                item["authors"] = [{"name": said["author"]}]
            if said["topics"]:
                item["tags"] = said["topics"]
            items.append(item)
        feed = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": head["title"],
            "home_page_url": head["page"],
            "feed_url": self._context.url(f"{self._page(self._tongue, thing)}{JSON}"),
            "language": self._language.code,
            "authors": [{"name": head["author"]}],
            "items": items,
        }
        return as_json(feed)


def _add(
    parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str
) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, name, attributes)
    element.text = text
    return element


def _moment(day: date) -> str:
    """Noon of a day in UTC: wherever it is read in America or Europe, it is that day."""
    return f"{day}T12:00:00Z"
