"""Names and links as HTML, and texts beside them, in one language of the register.

Comes in: things and texts of a register. Goes out: words for a page, as plain text or as `Markup`.
A text, a name or a link is the same on every page, so it is made once and remembered.
`texts.py` makes the texts. Begin at `Naming.name` and `Naming.link`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cached_property

from markupsafe import Markup, escape

from ..language import Language, as_markup
from ..register import (
    Item,
    Meeting,
    Memo,
    Office,
    Outcome,
    Register,
    Thing,
    former_name,
    meeting_of,
)
from ..source import ANY_LANGUAGE, Period, schema
from .addresses import ANNEX, Addresses
from .prose import Link, visible
from .shell import ROOT
from .subjects import beginning, subject_of, without_stop
from .texts import Texts
from .titles import INDEX_TITLES, KIND_TITLES, NAMES_BY_SUBJECT, SHORT_NAMES, WHOLE_NAMES

Actor = Thing | str | schema.Guest | schema.Said | None
"""Whoever a record names: by an id, or in words where there is no entry."""


class Naming:
    """Makes texts, names and links of a register, in the language of `addresses`."""

    def __init__(self, register: Register, language: Language, addresses: Addresses) -> None:
        self._register = register
        self._language = language
        self._addresses = addresses
        country = register.settings.country
        texts = Texts(language, register.languages, country, self._resolve, self._acronyms)
        self.words, self.plain, self.summary = texts.words, texts.plain, texts.summary
        self.prose, self.statement, self.foreign = texts.prose, texts.statement, texts.foreign
        self._choose = texts.choose
        self._urls: Memo[Thing, str] = Memo()
        self._headings: Memo[Thing, str] = Memo()
        self._names: Memo[tuple[Thing, bool, date | None], str] = Memo()
        self._links: Memo[tuple[Thing, bool, date | None], Markup] = Memo()
        self._day: date | None = None
        self._prose = texts.prose_in(language.code)

    @contextmanager
    def names_of(self, day: date | None) -> Iterator[None]:
        """Within this context, people and organizations have the names that they had on a day; the
        present ones if `day` is None.
        """
        before, self._day = self._day, day
        try:
            yield
        finally:
            self._day = before

    def _until(self, thing: Thing) -> date | None:
        """What tells the name of a thing on the day of the page: its last day, if it is past."""
        if isinstance(thing, Office):
            thing = thing.organization
        then = former_name(thing.data, self._day)
        return then.to if then else None

    # --- names and links

    def name(self, thing: Thing, whole: bool = False) -> str:
        """The name of a thing: the short one for use in a text, the `whole` one for a title."""
        return self._names((thing, whole, self._until(thing)), self._make_name, thing, whole)

    def _make_name(self, thing: Thing, whole: bool) -> str:
        say, data = self._language.words, thing.data
        match thing:
            case Meeting():
                day = self.day(thing)
                return say("%(title)s, %(date)s", title=self.plain(data.title), date=day)
            case Item():
                if not (number := self.shown_number(thing)):
                    return say("item “%(subject)s”", subject=self.plain(data.title))
                number = say("item %(number)s", number=number)
                return f"{number}, {self.plain(data.title)}" if whole and data.title else number
            case Outcome() if whole:
                day = self.day(thing.meeting)
                number = self.shown_number(thing)
                if number and not self._called(thing):
                    name = say(WHOLE_NAMES[thing.kind], number=number, date=day)
                else:
                    name = say("%(name)s of %(date)s", name=self.name(thing), date=day)
                return self.of_body(name, thing.meeting)
            case Outcome():
                return self._short_name(thing)
            case Office():
                organization = self.name(thing.organization, whole)
                return say(
                    "%(office)s, %(organization)s",
                    office=self.plain(data),
                    organization=organization,
                )
        short = self.plain(self._name_text(thing, whole=False))
        full = self.plain(self._name_text(thing, whole=True))
        if thing.kind == "person" and (place := self._told_apart.get(thing)):
            return f"{full} ({place})"
        return f"{full} ({short})" if whole and short != full else (full if whole else short)

    @cached_property
    def _told_apart(self) -> dict[Thing, str]:
        """The office or organization of each person who has the same name as another."""
        by_name: dict[str, list[Thing]] = {}
        for person in self._register.of_kind("person"):
            by_name.setdefault(self.plain(person.data.name).casefold(), []).append(person)
        with self.names_of(None):  # they are told apart in one way, whichever page comes first
            return {
                person: ", ".join(filter(None, self._place_of(person)))
                for namesakes in by_name.values()
                if len(namesakes) > 1
                for person in namesakes
            }

    def _place_of(self, person: Thing) -> tuple[str, str]:
        """A person's title or office, and the organization, as people.yml has them last."""
        held = person.data.offices[-1] if person.data.offices else None
        if held is None:
            return "", ""
        if office := self._register.find(f"{held.of}#{held.office}") if held.office else None:
            return self.name(office), ""
        organization = self._register.find(held.of) if held.of else None
        return self.plain(held.title), self.name(organization) if organization else ""

    def _short_name(self, outcome: Outcome) -> str:
        """The name of an outcome by its number, or by its subject if the record gives no number."""
        say, called = self._language.words, self._called(outcome)
        if number := self.shown_number(outcome):
            if called:
                return say("%(called)s %(number)s", called=called, number=number)
            return say(SHORT_NAMES[outcome.kind], number=number)
        subject = self._subject(outcome) or outcome.number
        if called:
            return say("%(called)s “%(subject)s”", called=called, subject=subject)
        return say(NAMES_BY_SUBJECT[outcome.kind], subject=subject)

    def _called(self, outcome: Outcome) -> str:
        """What the body or the register calls its decisions, in lower case; empty if that is
        “decision”.
        """
        if outcome.kind != "decision":
            return ""
        called = self._own_words(outcome.meeting.body, "decisions_called")
        return _lower(self.plain(called)) if called else ""

    def _own_words(self, body: str, field: str) -> Mapping[str, str] | None:
        """What a body calls its decisions, or else the register; `field` is the word for one or
        that for several.
        """
        found = self._register.find(body) if body else None
        if found and getattr(found.data, "decisions_called", None):
            return getattr(found.data, field)  # type: ignore[no-any-return]
        return getattr(self._register.settings, field)  # type: ignore[no-any-return]

    def decision_word(self, n: int = 1, body: str = "") -> str:
        """The word for `n` decisions, in lower case: that of a body, or of the register."""
        several = self._language.plural("decision", "decisions", n)
        one = self._language.plural("decision", "decisions", 1)
        field = "decisions_called" if several == one else "several_decisions_called"
        called = self._own_words(body, field)
        return _lower(self.plain(called)) if called else several

    def _subject(self, outcome: Outcome) -> str:
        """What an outcome is about: its title, or else its first words; empty if it has neither,
        as a decision whose text is withheld.
        """
        if title := getattr(outcome.data, "title", None):
            return self.plain(title)
        words = subject_of(outcome)
        return beginning(self.summary(words, outcome.meeting)) if words else ""

    def numbered(self, item: Item) -> Markup:
        """The title of an item after its number, if the record gives it one; “Item 2” for one
        without a title.
        """
        if not item.data.title:
            return escape(initial(self.name(item)))
        number, title = self.shown_number(item), self.words(item.data.title)
        return Markup("{}. {}").format(number, title) if number else title

    def shown_number(self, thing: Item | Outcome) -> str:
        """The number of an item or an outcome as the record writes it; empty if it gives none."""
        return visible(thing.shown_number)

    def day(self, meeting: Meeting) -> str:
        """The date of a meeting; with its sequence number, if that day has several meetings."""
        day = self._language.date(meeting.date)
        return f"{day} ({meeting.sequence})" if meeting.sequence else day

    def day_words(self, day: date | Period) -> str:
        """The words for a day, or for a month, a quarter or a year."""
        if isinstance(day, Period):
            return self._language.period(day.first, day.unit)
        return self._language.date(day)

    def day_or_period(self, day: date | Period) -> Markup:
        """A day, or a month, a quarter or a year, as an element that programs can read."""
        words = self.day_words(day)
        if isinstance(day, Period) and day.unit == "quarter":  # which HTML has no form for
            return escape(words)
        return Markup('<time datetime="{}">{}</time>').format(day, words)

    def _name_text(self, thing: Thing, whole: bool) -> Mapping[str, str]:
        """The text that names a thing: in full, or by its acronym if it has one."""
        data = thing.data
        match thing.kind:
            case "meeting" | "item":
                return data.title or {}
            case "office":
                return data  # type: ignore[no-any-return]
            case "term":
                full = data.term
            case _:
                full = data.name
        if then := former_name(data, self._day):
            data, full = then, then.name
        acronym = getattr(data, "acronym", None) or {}
        same_language = self._choose(acronym)[1] == self._choose(full)[1]
        return full if whole or not (acronym and same_language) else acronym

    def heading(self, thing: Thing) -> str:
        """What a thing is called in a title or a list: an outcome by what it is about, or else by
        its number. See `reference`.
        """
        if isinstance(thing, Outcome):
            return self._headings(thing, self._make_heading, thing)
        name = self.name(thing, whole=True)
        return initial(name) if isinstance(thing, Item) else name

    def _make_heading(self, outcome: Outcome) -> str:
        return initial(self._subject(outcome) or self.name(outcome, whole=True))

    def says_all(self, outcome: Outcome) -> bool:
        """Whether the heading of an outcome is the whole of its text; it may have tasks besides."""
        words = self.summary(outcome.data.text, outcome.meeting)
        return bool(words) and self.heading(outcome) == initial(without_stop(words))

    def in_full(self, outcome: Outcome) -> Markup | None:
        """The words of the record in place of a heading that says all of them; None otherwise."""
        text, meeting = outcome.data.text, outcome.meeting
        if not self.says_all(outcome) or self.summary(text, meeting)[0].islower():
            return None
        html = self.prose(text, meeting).strip()
        inner = html.removeprefix("<p>").removesuffix("</p>")
        is_one = html == f"<p>{inner}</p>" and "<p>" not in inner
        return as_markup(inner) if is_one else None

    def reference(self, outcome: Outcome, home: Meeting | None = None) -> str:
        """How an outcome is cited, beside its heading: “Decision 3 of September 25, 2019”; by its
        number alone on a page of its meeting, `home`. Empty if the heading says it already.
        """
        if not self._subject(outcome):
            return ""
        numbered = self.shown_number(outcome)
        if outcome.meeting is home:
            return initial(self.name(outcome)) if numbered else ""
        if numbered:
            return initial(self.name(outcome, whole=True))
        kind = self._called(outcome) or self._language.words(KIND_TITLES[outcome.kind])
        day = self.day(outcome.meeting)
        name = self._language.words("%(name)s of %(date)s", name=initial(kind), date=day)
        return self.of_body(name, outcome.meeting)

    def annex(self, meeting: Meeting) -> str:
        """The title of the annex of a meeting: see `addresses.ANNEX`."""
        return self.of_body(
            self._language.words("Follow-ups before %(date)s", date=self.day(meeting)), meeting
        )

    def of_body(self, name: str, meeting: Meeting) -> str:
        """A name, followed by those of the bodies that met if the register has several bodies: the
        names that they had then, so that a decision has one name, whichever page it is on.
        """
        bodies = [body for key in meeting.bodies if (body := self._register.find(key))]
        if len(self._register.bodies) == 1 or not bodies:
            return name
        with self.names_of(meeting.date):
            return f"{name} ({', '.join(map(self.name, bodies))})"

    def index_url(self, kind: str) -> str:
        """The address of one of `pages.INDEXES` from the site's root."""
        return ROOT + self._addresses.index(kind)

    def index_title(self, kind: str) -> str:
        """The title of one of `pages.INDEXES`."""
        called = self._register.settings.several_decisions_called
        if kind == "decisions" and called:
            return initial(self.plain(called))
        return self._language.words(INDEX_TITLES[kind])

    def index_link(self, kind: str) -> Markup:
        """A link to one of `pages.INDEXES`."""
        return self._prose.link(Link(self.index_url(kind), self.index_title(kind)))

    def marked(self, thing: Thing) -> Markup:
        """The heading of a thing; if it is not in the page's language, its language is marked."""
        return self._prose.link(Link(None, self.heading(thing), self._heading_language(thing)))

    def url(self, thing: Thing) -> str:
        """The address of a thing from the site's root."""
        return self._urls(thing, self._make_url, thing)

    def _make_url(self, thing: Thing) -> str:
        return ROOT + self._addresses.of(thing)

    def annex_url(self, meeting: Meeting) -> str:
        """The address, from the site's root, of the annex of a meeting."""
        return ROOT + self._addresses.page(ANNEX, meeting)

    def link(
        self, thing: Thing | None, label: str | None = None, whole: bool = False, heard: str = ""
    ) -> Markup:
        """A link to a thing by its name, or by `label` if given; empty if `thing` is None. `heard`
        is its name to those who hear it, where others would have the same.
        """
        if thing is None:
            return Markup("")
        if label is not None:
            return self._prose.link(Link(self.url(thing), label), heard=heard)
        if heard:
            return self.by_heading(thing, heard)
        return self._links((thing, whole, self._until(thing)), self._make_link, thing, whole)

    def by_heading(self, thing: Thing, heard: str = "") -> Markup:
        """A link to a thing by its heading alone, with its language if it is not the page's."""
        return self._prose.link(
            Link(self.url(thing), self.heading(thing), self._heading_language(thing)), heard=heard
        )

    def cited(self, outcome: Outcome, home: Meeting | None = None) -> Markup:
        """A link to an outcome by its heading, and its `reference` beside it."""
        reference = self.reference(outcome, home)
        return self.by_heading(outcome) + (_CITED.format(reference) if reference else "")

    def who(self, actor: Actor, whole: bool = False) -> Markup:
        """A link to whoever is named by an id, or else the name that the record gives."""
        if actor is None or isinstance(actor, Thing):
            return self.link(actor, whole=whole)
        if isinstance(actor, str):
            return self.link(self._register.find(actor), whole=whole)
        if isinstance(actor, schema.Said):
            return self.words(actor.said)
        of = self._register.find(actor.organization) if actor.organization else None
        words = self.words(actor.name)
        return Markup("{} ({})").format(words, self.link(of)) if of else words

    def owner_key(self, owner: Actor) -> str:
        """One word that stands for an owner in the filter of a list, in every language: an id, or
        the name of one who has no entry, which no id looks like.
        """
        if isinstance(owner, Thing):
            return owner.key
        if isinstance(owner, str) or owner is None:
            return owner or ""
        said = owner.said if isinstance(owner, schema.Said) else owner.name
        words = next(filter(None, map(said.get, self._register.languages)), self.plain(said))
        return ":" + "-".join(re.findall(r"\w+", words.casefold()))

    def _make_link(self, thing: Thing, whole: bool) -> Markup:
        if whole:
            return self.cited(thing) if isinstance(thing, Outcome) else self.by_heading(thing)
        name, language = self.name(thing), self.other_language(thing, whole=False)
        return self._prose.link(Link(self.url(thing), name, language))

    def _heading_language(self, thing: Thing) -> str | None:
        """The code of the language of a thing's heading; None if it is the page's."""
        if isinstance(thing, Outcome):
            return self.foreign(subject_of(thing))
        return self.other_language(thing)

    def other_language(self, thing: Thing, whole: bool = True) -> str | None:
        """The code of the language of a thing's name; None if it is the page's."""
        if isinstance(thing, Outcome | Item) and not thing.shown_number:
            words = subject_of(thing) if isinstance(thing, Outcome) else thing.data.title
            return self.foreign(words)
        if isinstance(thing, Outcome) or (isinstance(thing, Item) and not whole):
            return None
        return self.foreign(self._name_text(thing, whole=True))

    def _resolve(self, reference: str, meeting: Meeting | None) -> Link | None:
        thing = self._register.find(reference, meeting)
        if thing is None:
            return None
        same_meeting = meeting_of(thing) in (None, meeting) or isinstance(thing, Meeting)
        with self.names_of(meeting.date if meeting else None):
            name = self.name(thing, whole=not same_meeting)
            if isinstance(thing, Item) and not same_meeting:  # others have an item of that name too
                name = f"{name}, {self.day(thing.meeting)}"
            return Link(self.url(thing), name, self.other_language(thing, not same_meeting))

    def _acronyms(self, language: Language) -> dict[str, Link]:
        """By acronym in a language, a link to the thing that it stands for.

        An acronym that stands for several things is left out.
        """
        links_by_acronym: dict[str, list[Link]] = {}
        for kind, field in (("term", "term"), ("organization", "name")):
            for thing in self._register.of_kind(kind):  # type: ignore[arg-type]
                acronyms = thing.data.acronym or {}
                acronym = acronyms.get(language.code) or acronyms.get(ANY_LANGUAGE)
                text = getattr(thing.data, field)
                full = text.get(language.code) or text.get(ANY_LANGUAGE)
                if acronym and full:
                    link = Link(self.url(thing), language.typeset(visible(full)))
                    links_by_acronym.setdefault(language.typeset(acronym), []).append(link)
        return {acronym: links[0] for acronym, links in links_by_acronym.items() if len(links) == 1}


_CITED = Markup(' <span class="reference">{}</span>')


def initial(text: str) -> str:
    """The text with its first letter as a capital; not that of an address."""
    if text.startswith(("http:", "https:")):
        return text
    return text[:1].upper() + text[1:]


def _lower(word: str) -> str:
    """A word with a small first letter, unless all are capitals."""
    return word if word.isupper() else word[:1].lower() + word[1:]
