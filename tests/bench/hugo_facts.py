"""The facts of a register as Hugo is given them: ready-made, so that it need not work them out."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Any

from releve import register as derived
from releve.language import Language
from releve.pages import ANNEX, INDEXES, ROOT, Addresses, Naming, entry_anchors, initial, metadata
from releve.register import REFERENCE, Item, Meeting, Outcome, Register, Thing, meeting_of
from releve.source import schema

Facts = dict[str, Any]


class Teller:
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
        self.binder = derived.Tables(register)["binder"]
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
        around = next(iter(self.neighbours.get(thing.key, ())), None)
        before, after = (around.before, around.after) if around else (None, None)
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
        binder = self.binder(meeting)
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
                self.report(report) | {"key": report.follow_up.key} for report in meeting.reported
            ],
            "annex": self.page(meeting, ANNEX)
            | {
                "day": f"{binder.day}",
                "open": [
                    {
                        "owner": owner.key if isinstance(owner, Thing) else "",
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
        name = self.naming.name(part) if isinstance(part, Item) else part
        called = (f"{name}, passage {number}" for number in itertools.count(1))
        return self.said(entries, meeting, zip(self.anchors[part], called, strict=False))

    def said(
        self, entries: Iterable[Any], meeting: Meeting, places: Iterator[tuple[str, str]]
    ) -> list[Facts]:
        return [
            {"heading": self.naming.plain(entry.heading)}
            if isinstance(entry, schema.Heading)
            else {
                **dict(zip(("place", "called"), next(places), strict=True)),
                "speaker": entry.speaker or "",
                "text": self.text(entry.text, meeting),
                "replies": self.said(entry.replies, meeting, places),
            }
            for entry in entries
        ]

    def outcome(self, outcome: Outcome) -> Facts:
        item, place = outcome.item, list[str]()
        if item:
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
            "item_link": self.link(item, whole=True) if item else "",
            "topics": outcome.topics,
            "related": [one.key for one in derived.siblings(outcome)],
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
            "approves": next(iter(data.approves), ""),
            "moved_by": data.moved_by or "",
            "seconded_by": next(iter(data.seconded_by), ""),
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
        line = derived.heirs(follow_up)
        return self.outcome(follow_up) | {
            "owners": data.owners,
            "row": self.row(follow_up, self.register.as_of),
            "due": f"{at.due_day or ''}",
            "due_first": self.due(data.due),
            "age": self.language.duration(at.since, at.until),
            "arises_from": [
                earlier.key
                for reference in data.arises_from
                if (earlier := self.register.find(reference, follow_up.meeting))
            ],
            "continues": [one.key for one in follow_up.continues],
            "heir": line[-1].key if len(line) > 1 else "",
            "reports": [self.report(report) for report in at.reports],
        }

    def due(self, due: schema.Dues | None) -> str:
        return f"{due.date}" if isinstance(due, schema.DueOnDate) else ""

    def report(self, report: derived.Report) -> Facts:
        return {
            "day": f"{report.date}",
            "meeting": report.meeting.key if report.meeting else "",
            "status": report.status,
            "text": self.text(report.text, report.home),
            "due": self.due(report.due[0].said if report.due else None),
            "heir": report.continued_by.key if report.continued_by else "",
        }

    def row(self, follow_up: Outcome, day: Any) -> Facts:
        """What a table says of a follow-up on a day, beside its words."""
        at = derived.status(self.register, follow_up, day)
        last = at.reports[-1] if at.reports else None
        heir = last and last.continued_by
        return {
            "key": follow_up.key,
            "day": f"{day}",
            "progress": at.progress,
            "overdue": self.language.duration(at.due_day, at.until) if at.overdue else "",
            "due": f"{at.due_day or ''}",
            "age": self.language.duration(at.since, at.until),
            "closed": f"{at.closed or ''}",
            "last": f"{last.date}" if last else "",
            "heir": heir.key if heir else "",
        }

    # --- things that are named

    def described(self, thing: Thing) -> Facts:
        return self.page(thing) | {
            "description": self.text(getattr(thing.data, "description", None))
        }

    def owed(self, thing: Thing) -> Facts:
        owned = derived.open_and_closed(
            self.register, [one for _, owed in self.debts.of(thing) for one in owed]
        )
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
                        self.report(report) | {"key": report.follow_up.key}
                        for report in chapter.reports
                    ],
                }
                for chapter in derived.story(self.on_topics.get(topic.key, []))
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
                    if place.key in meeting.bodies
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
                        one.key for one in reversed(register.meetings) if body in one.bodies
                    ],
                }
                for body in register.bodies
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
                if isinstance(owner, Thing)
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
