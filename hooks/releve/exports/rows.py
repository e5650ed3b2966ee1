"""The rows of each table of `columns.py`. Begin at `Rows.of`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..register import (
    Item,
    Memo,
    Office,
    Outcome,
    Thing,
    days_in_force,
    heirs,
    parts_of,
    sides,
    standing,
)
from ..source import schema
from .columns import Table
from .export import Context
from .values import Value, Values, Wanted, as_value

Row = dict[str, Value]
"""The values of a row by the names of its columns."""


class Rows(Values):
    """Finds the rows of each table in a register."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._rows: Memo[str, list[Row]] = Memo()

    def of(self, table: Table) -> list[Row]:
        """The rows of a table, in the order of the register."""
        return self._rows(table.name, self._find, table)

    def names(self, table: Table) -> list[str]:
        """The names of its columns, in order."""
        return [name for column in table.columns for name in column.names(self.codes)]

    def _find(self, table: Table) -> list[Row]:
        return [self._row(table, one) for one in getattr(self, f"_{table.name}")()]

    def _row(self, table: Table, wanted: Wanted) -> Row:
        row: Row = {}
        for column in table.columns:
            value = wanted.get(column.name)
            if column.is_text:
                texts = value or {}
                for code, name in zip(self.codes, column.names(self.codes), strict=True):
                    row[name] = texts.get(code) or None
            else:
                row[column.name] = as_value(value)
        return row

    # --- directories

    def _actors(self) -> Iterator[Wanted]:
        for kind in ("person", "organization", "office"):
            for thing in self._register.of_kind(kind):
                yield {"key": thing.key, "kind": kind, "name": self._name(thing)}

    def _people(self) -> Iterator[Wanted]:
        for one in self._register.of_kind("person"):
            yield {"key": one.key, "name": self._name(one), "url": self._context.urls(one)}

    def _organizations(self) -> Iterator[Wanted]:
        for one in self._register.of_kind("organization"):
            data: schema.Organization = one.data
            yield {
                "key": one.key,
                "name": self._text(data.name),
                "acronym": self._text(data.acronym),
                "kind": data.kind,
                "is_body": one.key in self._register.bodies,
                "parent": self._key(data.parent),
                "ended": data.ended,
                "successor": self._key(data.successor),
                "description": self._text(data.description),
                "website": data.website,
                "url": self._context.urls(one),
            }

    def _offices(self) -> Iterator[Wanted]:
        for one in self._register.of_kind("office"):
            assert isinstance(one, Office)
            yield {
                "key": one.key,
                "organization": one.organization.key,
                "name": self._text(one.data),
            }

    def _topics(self) -> Iterator[Wanted]:
        for one in self._register.of_kind("topic"):
            yield {
                "key": one.key,
                "name": self._text(one.data.name),
                "description": self._text(one.data.description),
                "url": self._context.urls(one),
            }

    def _terms(self) -> Iterator[Wanted]:
        for one in self._register.of_kind("term"):
            yield {
                "key": one.key,
                "name": self._text(one.data.term),
                "acronym": self._text(one.data.acronym),
                "definition": self._text(one.data.definition),
            }

    def _appointments(self) -> Iterator[Wanted]:
        for person in self._register.of_kind("person"):
            for position, tenure in enumerate(self._context.tables["tenures_of"](person), 1):
                yield {
                    "person": person.key,
                    "position": position,
                    "organization": tenure.organization.key if tenure.organization else None,
                    "office": tenure.office.key if tenure.office else None,
                    "title": self._text(tenure.title),
                    "start": tenure.start,
                    "end": tenure.end,
                    "by": tenure.by.key if tenure.by else None,
                }

    # --- meetings

    def _meetings(self) -> Iterator[Wanted]:
        for meeting in self._register.meetings:
            data: schema.Meeting = meeting.data
            yield {
                "key": meeting.key,
                "body": meeting.body,
                "date": data.opened or meeting.date,
                "last_date": meeting.last_date,
                "starts": data.starts,
                "ends": meeting.end_time,
                "time_zone": self._register.time_zone_of(meeting),
                "format": data.format,
                "state": meeting.state,
                "approved_by": meeting.approved_by.key if meeting.approved_by else None,
                "postponed_to": data.postponed_to and self._key(data.postponed_to.meeting),
                "title": self._text(data.title),
                "place": self._text(data.place),
                "reason": self._text(meeting.notice.reason if meeting.notice else None),
                "url": self._context.urls(meeting),
            }

    def _meeting_bodies(self) -> Iterator[Wanted]:
        for meeting in self._register.meetings:
            for body in dict.fromkeys(meeting.bodies):
                yield {"meeting": meeting.key, "body": self._key(body)}

    def _attendance(self) -> Iterator[Wanted]:
        for meeting in self._register.meetings:
            data: schema.Meeting = meeting.data
            lists = {"chairs": data.chairs}
            if data.attendance:
                names = ("present", "regrets", "absent", "observers", "presenters")
                lists |= {name: getattr(data.attendance, name) for name in names}
            everybody = [(name, one) for name, several in lists.items() for one in several]
            for position, (name, one) in enumerate(everybody, 1):
                more = one if isinstance(one, schema.Presence) else None
                yield {
                    "meeting": meeting.key,
                    "position": position,
                    "list": name,
                    **self._who(one),
                    "role": self._text(more.role if more else None),
                    "represents": self._whose_names(
                        [more.represents] if more and more.represents else []
                    ),
                    "arrived": more.arrived if more else None,
                    "left": more.left if more else None,
                }

    def _items(self) -> Iterator[Wanted]:
        for meeting in self._register.meetings:
            for item in meeting.items:
                deferred = item.data.deferred_to
                yield {
                    **self._of(item),
                    "parent": item.parent.key if item.parent else None,
                    "deferred_to": self._key(deferred.meeting) if deferred else None,
                }

    def _statements(self) -> Iterator[Wanted]:
        for meeting in self._register.meetings:
            said: list[Wanted] = []
            self._add_entries(said, meeting.data.opening, None, None)
            for item in meeting.items:
                self._add_entries(said, item.data.narrative, item.key, None)
            self._add_entries(said, meeting.data.closing, None, None)
            for one in said:
                yield {"meeting": meeting.key, **one}

    def _add_entries(
        self, said: list[Wanted], entries: Iterable[Any], item: str | None, reply: int | None
    ) -> None:
        for entry in entries:
            position = len(said) + 1
            where = {"position": position, "item": item, "reply_to": reply}
            if isinstance(entry, schema.Heading):
                said.append({**where, "kind": "heading", "text": self._text(entry.heading)})
                continue
            who = self._who(entry.speaker) if entry.speaker else {}
            text = self._text(entry.text)
            said.append({**where, "kind": "statement", **who, "text": text})
            self._add_entries(said, entry.replies, item, position)

    def _corrections(self) -> Iterator[Wanted]:
        texts = ("says", "should_say", "inserts", "after", "deletes", "reason")
        for meeting in self._register.meetings:
            for position, one in enumerate(meeting.data.corrections, 1):
                yield {
                    "meeting": meeting.key,
                    "position": position,
                    "where": one.where,
                    "kind": one.kind,
                    "field": one.field,
                    "date": one.date,
                    "by": self._key(one.decision, meeting),
                    **{name: self._text(getattr(one, name)) for name in texts},
                }

    # --- decisions

    def _decisions(self) -> Iterator[Wanted]:
        for decision in self._register.decisions:
            data: schema.Decision = decision.data
            first, last = days_in_force(decision)
            yield {
                **self._of(decision),
                "outcome": data.outcome,
                "state": standing(decision, self._register.as_of),
                "in_force_from": first,
                "in_force_until": last,
                "vote": data.vote if isinstance(data.vote, str) else None,
                "reason": self._text(data.reason),
                "moved_by": self._whose_names([data.moved_by] if data.moved_by else []),
                "seconded_by": self._whose_names(data.seconded_by),
                "withheld": self._text(data.withheld.reason if data.withheld else None),
            }

    def _decision_links(self) -> Iterator[Wanted]:
        deeds = ("amends", "supersedes", "rescinds", "ratifies", "amendment_to", "adopted_with")
        for decision in self._register.decisions:
            for deed in deeds:
                named = getattr(decision.data, deed) or []
                several = [named] if isinstance(named, str) else named
                others = [self._key(one, decision.meeting) for one in several]
                for other in dict.fromkeys(filter(None, others)):
                    yield {"decision": decision.key, "does": deed, "other": other}

    def _votes(self) -> Iterator[Wanted]:
        for decision in self._register.decisions:
            for position, (part, group, side) in enumerate(_sides(decision), 1):
                yield {
                    "decision": decision.key,
                    "position": position,
                    "part": part,
                    "group": self._who(group)["name"] if group else None,
                    "side": side.name,
                    "total": side.total,
                }

    def _voters(self) -> Iterator[Wanted]:
        for decision in self._register.decisions:
            voters = [(side, one) for _, _, side in _sides(decision) for one in side.voters]
            for position, (side, voter) in enumerate(voters, 1):
                yield {
                    "decision": decision.key,
                    "position": position,
                    "side": side.name,
                    **self._who(voter),
                    "weight": voter.weight,
                    "reason": self._text(voter.reason),
                }

    # --- follow-ups, notes

    def _follow_ups(self) -> Iterator[Wanted]:
        for follow_up in self._register.follow_ups:
            state = self._context.status(follow_up)
            heir = next(iter(heirs(follow_up)[1:]), None)
            tasks = follow_up.data.tasks
            said = state.due.said if state.due else None
            wanted = self._of(follow_up)
            if tasks:
                texts = [wanted["text"], *map(self._text, tasks)]
                wanted["text"] = {
                    code: "; ".join(filter(None, (one.get(code) for one in texts)))
                    for code in self.codes
                }
            yield {
                **wanted,
                "state": state.progress,
                "due": state.due_day,
                "due_at": state.due.meeting.key if state.due and state.due.meeting else None,
                "days_overdue": state.overdue,
                "closed": state.closed,
                "continued_by": heir.key if heir else None,
                "due_said": self._text(said.said if isinstance(said, schema.DueAsSaid) else None),
            }

    def _owners(self) -> Iterator[Wanted]:
        for follow_up in self._register.follow_ups:
            for position, owner in enumerate(follow_up.data.owners, 1):
                who = self._who(owner)
                yield {"follow_up": follow_up.key, "position": position, **who}

    def _follow_up_decisions(self) -> Iterator[Wanted]:
        for follow_up in self._register.follow_ups:
            named = follow_up.data.arises_from
            keys = [self._key(one, follow_up.meeting) for one in named]
            for key in dict.fromkeys(filter(None, keys)):
                yield {"follow_up": follow_up.key, "decision": key}

    def _reports(self) -> Iterator[Wanted]:
        for follow_up in self._register.follow_ups:
            for position, report in enumerate(follow_up.reports, 1):
                days = (due.day for due in report.due)
                yield {
                    "follow_up": follow_up.key,
                    "position": position,
                    "date": report.date,
                    "meeting": report.meeting.key if report.meeting else None,
                    "item": report.item.key if report.item else None,
                    "status": report.status,
                    "due": next(filter(None, days), None),
                    "text": self._text(report.text),
                }

    def _notes(self) -> Iterator[Wanted]:
        for note in self._register.of_kind("note"):
            yield self._of(note)

    # --- what several kinds of things have

    def _things(self) -> Iterator[Thing]:
        for meeting in self._register.meetings:
            yield meeting
            yield from meeting.items
            yield from meeting.outcomes

    def _topic_links(self) -> Iterator[Wanted]:
        for thing in self._things():
            if isinstance(thing, Item | Outcome) and thing.kind != "note":
                topics = map(self._key, thing.topics)
                for topic in dict.fromkeys(filter(None, topics)):
                    yield {"thing": thing.key, "topic": topic}

    def _documents(self) -> Iterator[Wanted]:
        for thing in self._things():
            for position, one in enumerate(getattr(thing.data, "documents", ()), 1):
                address = one.url
                if isinstance(address, str):
                    address = dict.fromkeys(self.codes, address)
                yield {
                    "thing": thing.key,
                    "position": position,
                    "tab": one.tab,
                    "title": self._text(one.title),
                    "address": address,
                }


def _sides(decision: Outcome) -> Iterator[tuple[str, Any, Any]]:
    """The sides of a vote, each with the part that it is of, and the group that voted apart."""
    vote = decision.data.vote
    if isinstance(vote, schema.Vote):
        for part in parts_of(vote):
            group = part if isinstance(part, schema.GroupVote) else None
            kind = "round" if isinstance(part, schema.Round) else "whole"
            for side in sides(part):
                yield "group" if group else kind, group, side
