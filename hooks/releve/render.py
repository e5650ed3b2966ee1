"""What each page says, in one language, through the templates of `overrides/register/`."""

from __future__ import annotations

import unicodedata
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape

from . import derived, schema
from .language import Language, message
from .pages import INDEXES, RECORDS, Addresses, Page
from .prose import Link, Prose, visible
from .register import (
    Item,
    Kind,
    Meeting,
    Office,
    Outcome,
    Register,
    Thing,
    corrected,
    meeting_of,
)
from .shell import ROOT
from .sitemap import absolute
from .values import ANY_LANGUAGE

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
        self._addresses = everywhere[language.code]
        self._site = site
        self._edit = edit
        self._prose = Prose(self._resolve, self._acronyms(), language.typeset)
        self._codes = [language.code, *register.languages]
        # A text, a name or a link is the same on every page, so each is made once.
        self._proses: dict[tuple[int, str | None], Markup] = {}
        self._words: dict[int, Markup] = {}
        self._discussions: dict[tuple[str, int], Markup] = {}
        self._names: dict[tuple[str, bool], str] = {}
        self._links: dict[tuple[str, bool], Markup] = {}
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
        self._env.filters["initial"] = _initial
        self._env.globals.update(
            _=language.words,
            ngettext=language.plural,
            date=language.date,
            time=self._time,
            number=language.number,
            url=self.url,
            index_url=self._index_url,
            index_link=self._index_link,
            anchor=self._addresses.anchor,
            name=self.name,
            heading=self.heading,
            words=self.words,
            prose=self.prose,
            link=self.link,
            find=register.find,
            register=register,
            meeting_of=meeting_of,
            standing=partial(_as_of, derived.standing, register),
            is_overdue=partial(derived.is_overdue, register),
            due_date=partial(derived.due_date, register),
            owed=partial(derived.owed, register, tenures),
            open_follow_ups=lambda: [f for f in register.follow_ups if not f.is_closed],
            closed_follow_ups=lambda: [f for f in register.follow_ups if f.is_closed],
            naming=_naming,
            about=self._about,
            sorted_by_name=self._sorted_by_name,
            tenures_of=lambda person: [t for t in tenures if t.person is person],
            tenures_in=lambda place: [t for t in tenures if t.organization is place],
            is_current=lambda tenure: derived.is_current(tenure, register.as_of),
            corrections=self._corrections,
            discussion=self._discussion,
        )

    # --- a page

    def title(self, page: Page) -> str:
        """The title of a page, as plain text."""
        if page.thing is None:
            return self.language.words(_INDEX_TITLES[page.kind])
        return self.heading(page.thing)

    def slots(self, page: Page) -> dict[str, str]:
        """What stands in each place of the page's shell that is the page's own."""
        title = self.title(page)
        other = self._other_language(page.thing) if page.thing else None
        heading = self._prose.link(Link(None, title, other))
        body = self._template(page.kind, page=page, title=heading, **self._subject(page))
        return {
            "title": str(escape(title)),
            "heading": str(heading),
            "head": self.head(self.twins(page)),
            "languages": self.languages(self.twins(page)),
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
        return self._template("head", twins=whole, code=self.language.code)

    def languages(self, twins: dict[str, str]) -> str:
        """The switch to the page's twins in other languages."""
        others = [
            (Language(code, self.register.settings.country), ROOT + address)
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

    # --- words

    def words(self, text: dict[str, str] | None) -> Markup:
        """A short text on one line, marked with its language where it is not the page's."""
        if (found := self._words.get(id(text))) is None:
            found = self._words[id(text)] = self._worded(text)
        return found

    def _worded(self, text: dict[str, str] | None) -> Markup:
        said, code = self._spoken(text)
        shown = escape(self._prose.plain(said))
        if code == self.language.code:
            return shown
        name = self.language.words("(in %(language)s)", language=self.language.name_of(code))
        return Markup(
            '<span lang="{}" class="other-language">{}</span> <span class="only-language">{}</span>'
        ).format(code, shown, name)

    def prose(self, text: dict[str, str], meeting: Meeting | None = None) -> Markup:
        """A text of one or more paragraphs, marked with its language where it is not the page's."""
        key = (id(text), meeting.key if meeting else None)
        if (found := self._proses.get(key)) is None:
            found = self._proses[key] = self._rendered(text, meeting)
        return found

    def _rendered(self, text: dict[str, str], meeting: Meeting | None) -> Markup:
        said, code = self._spoken(text)
        html = self._prose.html(said, meeting)
        if code == self.language.code:
            return html
        only = self.language.words("In %(language)s only", language=self.language.name_of(code))
        return Markup(
            '<p class="only-language">{}</p><div lang="{}" class="other-language">{}</div>'
        ).format(only, code, html)

    def _spoken(self, text: dict[str, str] | None) -> tuple[str, str]:
        """The words of a text in the page's language, or else in the first that it has."""
        text = text or {}
        for code in self._codes:
            if code in text:
                return text[code], code
        return text.get(ANY_LANGUAGE, ""), self.language.code

    def plain(self, text: dict[str, str] | None) -> str:
        return self._prose.plain(self._spoken(text)[0])

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

    # --- names and links

    def name(self, thing: Thing, whole: bool = False) -> str:
        """What to call a thing: short within a text, whole in a title."""
        key = (thing.key, whole)
        if (found := self._names.get(key)) is None:
            found = self._names[key] = self._named(thing, whole)
        return found

    def _named(self, thing: Thing, whole: bool) -> str:
        say, data = self.language.words, thing.data
        match thing:
            case Meeting():
                day = self._day(thing)
                return say("%(title)s, %(date)s", title=self.plain(data.title), date=day)
            case Item():
                number = say("item %(number)s", number=thing.number)
                return f"{number}, {self.plain(data.title)}" if whole else number
            case Outcome() if whole:
                day = self._day(thing.meeting)
                name = say(_WHOLE_NAMES[thing.kind], number=thing.number, date=day)
                body = self.register.find(thing.meeting.body)
                one_body = len(self.register.settings.bodies) == 1
                return name if one_body or body is None else f"{name} ({self.name(body)})"
            case Outcome():
                return say(_SHORT_NAMES[thing.kind], number=thing.number)
            case Office():
                organization = self.name(thing.organization, whole)
                return say(
                    "%(office)s, %(organization)s",
                    office=self.plain(data),
                    organization=organization,
                )
        short = self.plain(self._name(thing, whole=False))
        full = self.plain(self._name(thing, whole=True))
        return f"{full} ({short})" if whole and short != full else (full if whole else short)

    def _day(self, meeting: Meeting) -> str:
        """The date of a meeting, and which one it is of several on that day."""
        day = self.language.date(meeting.date)
        return f"{day} ({meeting.sequence})" if meeting.sequence else day

    def _name(self, thing: Thing, whole: bool) -> dict[str, str]:
        """The text that names a thing: in full, or by its acronym where it has one."""
        data = thing.data
        match thing.kind:
            case "meeting" | "item":
                return data.title  # type: ignore[no-any-return]
            case "office":
                return data  # type: ignore[no-any-return]
            case "term":
                full = data.term
            case _:
                full = data.name
        acronym = getattr(data, "acronym", None) or {}
        known = self._spoken(acronym)[1] == self._spoken(full)[1]
        return full if whole or not (acronym and known) else acronym

    def heading(self, thing: Thing) -> str:
        """The whole name of a thing, as it stands alone: in a title or a list."""
        name = self.name(thing, whole=True)
        return _initial(name) if isinstance(thing, Item | Outcome) else name

    def _index_url(self, kind: str) -> str:
        return ROOT + self._addresses.index(kind)

    def _index_link(self, kind: str) -> Markup:
        title = self.language.words(_INDEX_TITLES[kind])
        return self._prose.link(Link(self._index_url(kind), title))

    def url(self, thing: Thing) -> str | None:
        """The address of a thing from the site's root; None if it has no page."""
        address = self._addresses.of(thing)
        return None if address is None else ROOT + address

    def link(self, thing: Thing | None, said: str | None = None, whole: bool = False) -> Markup:
        """A link to a thing, by its own name unless other words are given."""
        if thing is None:
            return Markup("")
        if said is not None:
            return self._prose.link(Link(self.url(thing), said))
        key = (thing.key, whole)
        if (found := self._links.get(key)) is None:
            name = self.heading(thing) if whole else self.name(thing)
            link = Link(self.url(thing), name, self._other_language(thing, whole))
            found = self._links[key] = self._prose.link(link)
        return found

    def _other_language(self, thing: Thing, whole: bool = True) -> str | None:
        """The language of a thing's name, where it is not the page's."""
        if isinstance(thing, Outcome) or (isinstance(thing, Item) and not whole):
            return None
        code = self._spoken(self._name(thing, whole=True))[1]
        return None if code == self.language.code else code

    def _resolve(self, reference: str, meeting: Meeting | None) -> Link | None:
        thing = self.register.find(reference, meeting)
        if thing is None:
            return None
        same_meeting = meeting_of(thing) in (None, meeting) or isinstance(thing, Meeting)
        name = self.name(thing, whole=not same_meeting)
        return Link(self.url(thing), name, self._other_language(thing, not same_meeting))

    def _acronyms(self) -> dict[str, Link]:
        """What each acronym of this language stands for, and where it is explained."""
        found = {}
        for kind, field in (("term", "term"), ("organization", "name")):
            for thing in self.register.of_kind(kind):  # type: ignore[arg-type]
                acronyms = thing.data.acronym or {}
                acronym = acronyms.get(self.language.code) or acronyms.get(ANY_LANGUAGE)
                text = getattr(thing.data, field)
                full = text.get(self.language.code) or text.get(ANY_LANGUAGE)
                if acronym and full:
                    link = Link(self.url(thing), self.language.typeset(visible(full)))
                    found[self.language.typeset(acronym)] = link
        return found

    def _about(self, topic: Thing, kind: str) -> list[Outcome]:
        """Decisions or follow-ups on a topic, of their own or through their item."""
        outcomes = self.register.decisions if kind == "decision" else self.register.follow_ups
        return [outcome for outcome in outcomes if topic.key in outcome.topics]

    def _sorted_by_name(self, kind: Kind) -> list[Thing]:
        """Things of a kind as a directory lists them: by name, accents apart."""
        return sorted(
            self.register.of_kind(kind), key=lambda thing: _folded(self.name(thing, True))
        )

    def _corrections(self, thing: Thing) -> list[schema.Correction]:
        """Corrections of what stands in an item or an outcome."""
        meeting = meeting_of(thing)
        if meeting is None:
            return []
        return [
            correction
            for correction in meeting.data.corrections
            if corrected(self.register, meeting, correction) is thing
        ]


def _initial(text: str) -> str:
    """The text with a capital at its start, and the rest as it is."""
    return text[:1].upper() + text[1:]


def _folded(name: str) -> str:
    """A name as dictionaries order it: without case, and with accents last."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return f"{bare.casefold()}\0{name}"


def _naming(thing: Thing, fields: list[str], kinds: list[str]) -> list[Thing]:
    """Things of these kinds that name `thing` in one of these fields, each once."""
    found = [
        other
        for field, other in thing.named_in
        if field in fields and other.kind in kinds and getattr(meeting_of(other), "held", True)
    ]
    return list(dict.fromkeys(found))


def _as_of(derive: Any, register: Register, thing: Outcome) -> Any:
    return derive(thing, register.as_of)


_INDEX_TITLES = {
    "home": message("Home"),
    "meetings": message("Meetings"),
    "decisions": message("Decisions"),
    "follow-ups": message("Follow-ups"),
    "topics": message("Topics"),
    "organizations": message("Organizations"),
    "people": message("People"),
    "glossary": message("Glossary"),
}
_SHORT_NAMES = {
    "decision": message("decision %(number)s"),
    "follow_up": message("follow-up %(number)s"),
    "note": message("note %(number)s"),
}
_WHOLE_NAMES = {
    "decision": message("decision %(number)s of %(date)s"),
    "follow_up": message("follow-up %(number)s of %(date)s"),
    "note": message("note %(number)s of %(date)s"),
}
assert set(_INDEX_TITLES) == set(INDEXES)
assert set(_WHOLE_NAMES) - {"note"} <= set(RECORDS)
