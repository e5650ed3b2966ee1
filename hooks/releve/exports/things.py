"""What the JSON beside a page says of a thing: the record itself, and what follows from it.

Begin at `facts`. The form of each object is in `format.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from ..register import (
    Meeting,
    Memo,
    Outcome,
    Owner,
    Thing,
    by_owner,
    corrections,
    days_in_force,
    heirs,
    standing,
)
from ..register import Report as ReportOfRegister
from ..register import Tenure as TenureOfRegister
from ..source import ANY_LANGUAGE, schema
from . import format
from .export import Context, found, text_day
from .plain import plain

Object = dict[str, Any]
"""An object of one of the classes in `format.py`."""


class Facts:
    """Makes the objects of `format.py` from the things of a register."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._register = context.register
        self._references: Memo[Thing, format.Reference] = Memo()

    def of(self, thing: Thing) -> Object:
        """All that is said of a thing that has a page."""
        match thing:
            case Meeting():
                return self.meeting(thing)
            case Outcome() if thing.kind == "decision":
                return self.decision(thing)
            case Outcome():
                return self.follow_up(thing)
        return {
            "topic": self.topic,
            "person": self.person,
            "organization": self.organization,
        }[thing.kind](thing)

    # --- what every object has

    def _head(self, thing: Thing) -> Object:
        return {
            "schema_version": format.SCHEMA_VERSION,
            "kind": thing.kind,
            "key": thing.key,
            "name": self._context.names(thing),
            "heading": self._context.headings(thing),
            "url": self._context.urls(thing),
            "as_of": self._register.as_of.isoformat(),
        }

    def reference(self, thing: Thing) -> format.Reference:
        """A thing by its key, its names and its addresses."""
        return self._references(thing, self._make_reference, thing)

    def _make_reference(self, thing: Thing) -> format.Reference:
        return {
            "key": thing.key,
            "name": self._context.names(thing),
            "url": self._context.urls(thing),
        }

    def _perhaps(self, thing: Thing | None) -> format.Reference | None:
        return self.reference(thing) if thing else None

    def _all(self, things: Iterable[Thing]) -> list[format.Reference]:
        return [self.reference(thing) for thing in things]

    def _text(self, text: dict[str, str] | None) -> dict[str, str] | None:
        if text and ANY_LANGUAGE in text:
            return dict.fromkeys(self._context.tongues, text[ANY_LANGUAGE])
        return text

    # --- decisions and follow-ups

    def _outcome(self, outcome: Outcome) -> Object:
        meeting = outcome.meeting
        return {
            **self._head(outcome),
            "number": outcome.number,
            "date": meeting.date.isoformat(),
            "meeting": self.reference(meeting),
            "item": self._perhaps(outcome.item),
            "bodies": self._all(found(self._context, meeting.bodies)),
            "record_state": meeting.state,
            "topics": self._all(found(self._context, outcome.topics)),
            "corrections": [plain(one) for one in corrections(self._register, outcome)],
        }

    def decision(self, decision: Outcome) -> Object:
        """What is said of a decision."""
        acted, day = decision.acted_on_by, self._register.as_of
        first, last = days_in_force(decision)
        return {
            **self._outcome(decision),
            "state": standing(decision, day),
            "in_force_from": text_day(first),
            "in_force_until": text_day(last),
            "amended_by": self._all(acted.get("amends", ())),
            "superseded_by": self._all(acted.get("supersedes", ())),
            "rescinded_by": self._all(acted.get("rescinds", ())),
            "ratified_by": self._all(decision.ratifications),
            "amendments": self._all(decision.amendments),
            "adopted_together": self._all(decision.adopted_together),
            "follow_ups": self._all(decision.follow_ups),
            "record": plain(decision.data),
        }

    def follow_up(self, follow_up: Outcome) -> Object:
        """What is said of a follow-up."""
        state = self._context.status(follow_up)
        next_of_kin = heirs(follow_up)[1:2]
        decisions = [
            one
            for reference in follow_up.data.arises_from
            if (one := self._register.find(reference, follow_up.meeting))
        ]
        return {
            **self._outcome(follow_up),
            "state": state.progress,
            "due": text_day(state.due_day),
            "due_at": self._perhaps(state.due.meeting if state.due else None),
            "days_overdue": state.overdue,
            "closed": text_day(state.closed),
            "owners": self._owners(follow_up),
            "arises_from": self._all(decisions),
            "continues": self._all(follow_up.continues),
            "continued_by": self._perhaps(next_of_kin[0] if next_of_kin else None),
            "reports": [self._report(report) for report in state.reports],
            "record": plain(follow_up.data),
        }

    def _report(self, report: ReportOfRegister) -> format.Report:
        return {
            "follow_up": self.reference(report.follow_up),
            "date": report.date.isoformat(),
            "meeting": self._perhaps(report.meeting),
            "item": self._perhaps(report.item),
            "status": report.status,
            "text": self._text(report.text),
            "due": [plain(due.said) for due in report.due],
            "continued_by": self._perhaps(report.continued_by),
        }

    def _owners(self, follow_up: Outcome) -> list[format.Somebody]:
        owners = [owner for owner, _ in by_owner(self._register, [follow_up])]
        return [self._somebody(owner) for owner in owners if owner is not None]

    def _somebody(self, owner: Owner) -> format.Somebody:
        if isinstance(owner, Thing):
            reference = self.reference(owner)
            return {"key": owner.key, "name": reference["name"], "url": reference["url"]}
        assert owner is not None
        said = owner.said if isinstance(owner, schema.Said) else owner.name
        return {"key": None, "name": self._text(said) or {}, "url": None}

    # --- meetings

    def meeting(self, meeting: Meeting) -> Object:
        """What is said of a meeting."""
        data: schema.Meeting = meeting.data
        record = plain(data, without=("agenda",))
        agenda = [plain(item.data) for item in meeting.items if item.parent is None]
        postponed_to = data.postponed_to and self._register.find(data.postponed_to.meeting)
        zone = self._register.time_zone_of(meeting)
        return {
            **self._head(meeting),
            "date": meeting.date.isoformat(),
            "last_date": meeting.last_date.isoformat(),
            "starts": moment(meeting.date, data.starts, zone),
            "ends": moment(meeting.last_date, meeting.end_time, zone),
            "time_zone": zone,
            "bodies": self._all(found(self._context, meeting.bodies)),
            "state": meeting.state,
            "approved_by": self._perhaps(meeting.approved_by),
            "postponed_to": self._perhaps(postponed_to or None),
            "replaces": self._all(meeting.replaces),
            "languages": meeting.languages,
            "decisions": self._all(_of_kind(meeting.outcomes, "decision")),
            "follow_ups": self._all(_of_kind(meeting.outcomes, "follow_up")),
            "due": self._all(meeting.due),
            "reported": [self._report(report) for report in meeting.reported],
            "deferred_here": self._all(meeting.deferred_here),
            "record": {**record, "agenda": agenda} if agenda else record,
        }

    # --- topics, people, organizations

    def topic(self, topic: Thing) -> Object:
        """What is said of a topic."""
        chapters = self._context.tables["story"](topic)
        outcomes = [one for chapter in chapters for one in chapter.outcomes]
        return {
            **self._head(topic),
            "items": self._all(item for chapter in chapters for item in chapter.items),
            "decisions": self._all(_of_kind(outcomes, "decision")),
            "follow_ups": self._all(_of_kind(outcomes, "follow_up")),
            "record": plain(topic.data),
        }

    def person(self, person: Thing) -> Object:
        """What is said of a person."""
        tenures = self._context.tables["tenures_of"](person)
        return self._owner(person, tenures)

    def organization(self, organization: Thing) -> Object:
        """What is said of an organization."""
        data, tables = organization.data, self._context.tables
        offices = found(self._context, (f"{organization.key}#{one}" for one in data.offices))
        parent = self._register.find(data.parent) if data.parent else None
        return {
            **self._owner(organization, tables["tenures_in"](organization)),
            "parent": self._perhaps(parent),
            "groups": self._all(tables["groups_of"](organization)),
            "offices": self._all(offices),
            "meetings": self._all(tables["meetings_of"](organization)),
        }

    def _owner(self, owner: Thing, tenures: Iterable[TenureOfRegister]) -> Object:
        owed = self._context.owed(owner)
        return {
            **self._head(owner),
            "tenures": [self._tenure(tenure) for tenure in tenures],
            "owes": self._all(owed),
            "record": plain(owner.data),
        }

    def _tenure(self, tenure: TenureOfRegister) -> format.Tenure:
        return {
            "person": self.reference(tenure.person),
            "organization": self._perhaps(tenure.organization),
            "office": self._perhaps(tenure.office),
            "title": self._text(tenure.title),
            "start": text_day(tenure.start),
            "end": text_day(tenure.end),
            "by": self._perhaps(tenure.by),
        }

    # --- lists

    def entry(self, thing: Thing) -> format.Entry:
        """A thing in a list of its kind."""
        day, state, record = None, None, None
        match thing:
            case Meeting():
                day, state = thing.date, str(thing.state)
            case Outcome():
                day, state = thing.meeting.date, self.state(thing)
        if thing.kind == "term":
            record = plain(thing.data)
        reference = self.reference(thing)
        return {
            "key": thing.key,
            "name": reference["name"],
            "url": reference["url"],
            "date": text_day(day),
            "state": state,
            "record": record,
        }

    def state(self, outcome: Outcome) -> str:
        """The state of a decision or of a follow-up, as of the register's day."""
        if outcome.kind == "decision":
            return standing(outcome, self._register.as_of)
        return self._context.status(outcome).progress


def moment(day: date, clock: time | None, zone: str | None) -> str | None:
    """A time of a day with its offset (ISO 8601), or without one where the zone is not known."""
    if clock is None:
        return None
    return datetime.combine(day, clock, ZoneInfo(zone) if zone else None).isoformat()


def _of_kind(things: Iterable[Thing], kind: str) -> list[Thing]:
    return [thing for thing in things if thing.kind == kind]
