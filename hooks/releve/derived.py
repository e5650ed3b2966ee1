"""What is worked out from a linked register, as of its day, and never typed.

Whether a decision still stands and how far it is carried out, where a follow-up stands, who
holds an office, who owes what, what is before a meeting to come, the story of a topic.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from . import schema
from .register import (
    CLOSED,
    DEEDS,
    Deed,
    Item,
    Meeting,
    Outcome,
    Progress,
    Register,
    Thing,
    corrected,
    find_meeting,
    heir_of,
    meeting_of,
)

# --- decisions ----------------------------------------------------------------------------

Standing = Literal[
    "in-force",
    "not-yet-in-force",
    "amended",
    "superseded",
    "rescinded",
    "expired",
    "rejected",
    "deferred",
    "noted",
]
_ENDED: dict[Deed, Standing] = {"rescinds": "rescinded", "supersedes": "superseded"}


def standing(decision: Outcome, day: date) -> Standing:
    """Whether a decision stands on a day.

    What ended a decision may itself end; that does not bring the first one back, as repealing
    a repeal does not (Interpretation Act, R.S.C. 1985, c. I-21, paragraph 43(a)).
    """
    data: schema.Decision = decision.data
    if data.outcome in ("rejected", "deferred", "noted"):
        return data.outcome
    for deed, state in _ENDED.items():
        if decision.deeds_by(deed, day):
            return state
    if data.expires and data.expires < day:
        return "expired"
    if decision.begins > day:
        return "not-yet-in-force"
    return "amended" if decision.deeds_by("amends", day) else "in-force"


def last_day(decision: Outcome) -> date | None:
    """The last day on which a decision is in force, as far as it is known to end."""
    ends = [
        later.begins - timedelta(days=1)
        for deed in _ENDED
        for later in decision.acted_on_by.get(deed, ())
    ]
    return min([*ends, *filter(None, [decision.data.expires])], default=None)


@dataclass(frozen=True, slots=True)
class Event:
    """Something in the life of a decision."""

    day: date
    kind: Literal["made", "effective", "expires"] | Deed
    of: Outcome
    by: Outcome | None = None
    """The later decision that amends, supersedes or rescinds it."""


def life(decision: Outcome) -> list[Event]:
    """What happened to a decision and what is set to happen, in order of time."""
    events = [Event(decision.meeting.date, "made", decision)]
    if decision.data.effective:
        events.append(Event(decision.data.effective, "effective", decision))
    events += [
        Event(later.begins, deed, decision, later)
        for deed in DEEDS
        for later in decision.acted_on_by.get(deed, ())
    ]
    if decision.data.expires:
        events.append(Event(decision.data.expires, "expires", decision))
    return sorted(events, key=lambda event: event.day)


def carried_out(register: Register, decision: Outcome) -> tuple[int, int]:
    """How many of a decision's follow-ups are closed, and how many there are.

    One that is carried over into another is closed when that one is.
    """
    last = [heirs(register, follow_up)[-1] for follow_up in decision.follow_ups]
    closed = sum(status(register, one, register.as_of).is_closed for one in last)
    return closed, len(last)


# --- follow-ups ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Status:
    """Where a follow-up stands at the end of a day."""

    progress: Progress
    due: schema.Due | None
    due_day: date | None
    """The day on which it is due, through the meeting where it is due at one."""
    overdue: int
    """Days since it was due, while it is open."""
    closed: date | None
    """The day of the report that closed it."""
    age: int
    """Days since it was agreed; of a closed one, those it took."""
    reports: list[schema.Report]

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is expected of it."""
        return self.closed is not None


def status(register: Register, follow_up: Outcome, day: date) -> Status:
    """Where a follow-up stands at the end of a day, after the reports made until then."""
    reports = follow_up.reports_by(day)
    closing = next((report for report in reports if report.status in CLOSED), None)
    due = follow_up.due(day)
    due_day = _due_day(register, due)
    return Status(
        progress=closing.status if closing else reports[-1].status if reports else "open",
        due=due,
        due_day=due_day,
        overdue=max((day - due_day).days, 0) if due_day and not closing else 0,
        closed=closing.date if closing else None,
        age=((closing.date if closing else day) - follow_up.meeting.date).days,
        reports=reports,
    )


def _due_day(register: Register, due: schema.Due | None) -> date | None:
    if isinstance(due, schema.DueOnDate):
        return due.date
    meeting = find_meeting(register, due) if due else None
    return meeting.date if meeting else None


def heirs(register: Register, follow_up: Outcome) -> list[Outcome]:
    """The follow-up, the one it was carried over into, and so on to the last one."""
    line = [follow_up]
    while line[-1].reports:
        heir = heir_of(register, line[-1], line[-1].reports[-1])
        if heir is None or heir in line:
            break
        line.append(heir)
    return line


def most_urgent_first(
    register: Register, follow_ups: Iterable[Outcome], day: date
) -> list[Outcome]:
    """Open follow-ups first, the longest overdue at the top and those without a date last;
    then the closed ones, the latest first.
    """

    def rank(follow_up: Outcome) -> tuple[bool, int]:
        at = status(register, follow_up, day)
        if at.closed:
            return True, -at.closed.toordinal()
        return False, (at.due_day or date.max).toordinal()

    return sorted(follow_ups, key=rank)


def open_and_closed(
    register: Register, follow_ups: Iterable[Outcome]
) -> tuple[list[Outcome], list[Outcome]]:
    """Open follow-ups, the most urgent first, and closed ones, the latest first."""
    ordered = most_urgent_first(register, follow_ups, register.as_of)
    closed = [one for one in ordered if status(register, one, register.as_of).is_closed]
    return ordered[: len(ordered) - len(closed)], closed


@dataclass(frozen=True, slots=True)
class Figures:
    """What there is to know of a register at a glance: numbers of follow-ups and decisions."""

    open: int
    overdue: int
    closed: int
    """Follow-ups closed in the year of the register's day."""
    in_force: int


def figures(register: Register) -> Figures:
    """The figures of a register on its day."""
    day = register.as_of
    found = [status(register, follow_up, day) for follow_up in register.follow_ups]
    return Figures(
        open=sum(not at.is_closed for at in found),
        overdue=sum(at.overdue > 0 for at in found),
        closed=sum(at.closed is not None and at.closed.year == day.year for at in found),
        in_force=sum(standing(one, day) in ("in-force", "amended") for one in register.decisions),
    )


Owned = tuple[Thing | None, list[Outcome]]
"""Somebody who owes follow-ups, and those; None for nobody whom the record names."""


def by_owner(register: Register, follow_ups: Iterable[Outcome]) -> list[Owned]:
    """Follow-ups under each of their owners, in the order in which the owners come up."""
    found: dict[Thing | None, list[Outcome]] = {}
    for follow_up in follow_ups:
        owners = [register.find(owner) for owner in follow_up.data.owners] or [None]
        for owner in dict.fromkeys(owners):
            found.setdefault(owner, []).append(follow_up)
    return list(found.items())


# --- offices and debts --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person in an office or an organization, over a time."""

    person: Thing
    organization: Thing | None
    office: Thing | None
    title: dict[str, str] | None
    start: date | None
    end: date | None
    by: Outcome | None
    """The decision that made the appointment."""

    def covers(self, day: date) -> bool:
        """Whether the person is there on a day; a date that is not known excludes nothing."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


def tenures(register: Register) -> list[Tenure]:
    """Offices as people.yml gives them, changed by the appointments that decisions made."""
    held: list[Tenure] = []
    for person in register.of_kind("person"):
        for office in person.data.offices:
            organization = register.find(office.of) if office.of else None
            place = register.find(f"{office.of}#{office.office}") if office.office else None
            held.append(
                Tenure(person, organization, place, office.title, office.from_, office.to, None)
            )
    for decision in register.decisions:
        for named in decision.data.appoints if decision.is_adopted else ():
            person = register.find(named.person)
            end = last_day(decision)
            if person is None or (end and end < decision.begins):
                continue  # an appointment that was undone before it began
            organization = register.find(named.of)
            place = register.find(f"{named.of}#{named.office}")
            held = [_ended(tenure, named.replaces, place, decision.begins) for tenure in held]
            held.append(Tenure(person, organization, place, None, decision.begins, end, decision))
    return held


def _ended(tenure: Tenure, replaced: str | None, office: Thing | None, day: date) -> Tenure:
    """The tenure, ended on the eve of `day` if it is the one that an appointment replaces."""
    if tenure.person.key != replaced or tenure.office is not office or not tenure.covers(day):
        return tenure
    return replace(tenure, end=day - timedelta(days=1))


class Debts:
    """Who owes what: the follow-ups of each owner, looked up once for all pages."""

    def __init__(self, register: Register, held: list[Tenure]) -> None:
        self._register = register
        self._owned: dict[Thing, list[Outcome]] = {}
        for owner, follow_ups in by_owner(register, register.follow_ups):
            if owner:
                self._owned[owner] = follow_ups
        self._offices: dict[Thing, list[Thing]] = {}
        for office in register.of_kind("office"):
            self._offices.setdefault(office.organization, []).append(office)
        self._held: dict[Thing, list[Tenure]] = {}
        for tenure in held:
            self._held.setdefault(tenure.person, []).append(tenure)

    def of(self, owner: Thing) -> list[Outcome]:
        """Follow-ups that a person, an organization or its offices owe or have delivered.

        What an office owes is owed by whoever holds it now, and what it has delivered was
        delivered by whoever held it then.
        """
        found = dict.fromkeys(self._owned.get(owner, ()))
        for office in self._offices.get(owner, ()):
            found |= dict.fromkeys(self._owned.get(office, ()))
        for tenure in self._held.get(owner, ()):
            for follow_up in self._owned.get(tenure.office, ()) if tenure.office else ():
                at = status(self._register, follow_up, self._register.as_of)
                if tenure.covers(at.closed or self._register.as_of):
                    found[follow_up] = None
        return most_urgent_first(self._register, found, self._register.as_of)


# --- meetings -----------------------------------------------------------------------------


def neighbours(register: Register) -> dict[str, tuple[Thing | None, Thing | None]]:
    """By key, the meeting, decision or follow-up of the same body before and after each one."""
    rows: dict[tuple[str, str], list[Thing]] = {}
    for meeting in register.meetings:
        rows.setdefault(("meeting", meeting.body), []).append(meeting)
    for outcome in (*register.decisions, *register.follow_ups):
        rows.setdefault((outcome.kind, outcome.meeting.body), []).append(outcome)
    return {
        thing.key: (before, after)
        for row in rows.values()
        for before, thing, after in zip([None, *row], row, [*row[1:], None], strict=False)
    }


@dataclass(frozen=True, slots=True)
class Binder:
    """Follow-ups as they stand before a meeting: what a secretariat brings to it."""

    day: date
    """The eve of the meeting, or the day of the register where that comes first."""
    before: list[Meeting]
    """Meetings of the same body that were held before, the latest first."""
    open: list[Outcome]
    """Those that its body has agreed, and those of other bodies due there, most urgent first."""
    closed: list[Outcome]
    """Those of its body that were closed since the meeting before it."""


def binders(register: Register, body: str) -> dict[Meeting, Binder]:
    """The binder of each meeting of a body. A follow-up is taken up once and put away once."""
    agreed = [one for one in register.follow_ups if one.meeting.body == body]
    guests = _due_elsewhere(register)
    waiting, opened = agreed[::-1], list[Outcome]()
    before: list[Meeting] = []
    found: dict[Meeting, Binder] = {}
    for meeting in [one for one in register.meetings if one.body == body]:
        day = min(register.as_of, meeting.date - timedelta(days=1))
        while waiting and waiting[-1].meeting.date <= day:
            opened.append(waiting.pop())
        closed = [one for one in opened if status(register, one, day).is_closed]
        still = [one for one in opened if one not in closed]
        others = [
            one
            for one in guests.get(meeting, ())
            if one.meeting.date <= day
            and _is_due_at(register, one, meeting, day)
            and not status(register, one, day).is_closed
        ]
        found[meeting] = Binder(
            day,
            before[::-1],
            most_urgent_first(register, [*still, *others], day),
            most_urgent_first(register, closed, day),
        )
        if meeting.held:
            opened = still
            before.append(meeting)
    return found


def _due_elsewhere(register: Register) -> dict[Meeting, list[Outcome]]:
    """By meeting, follow-ups of other bodies that have ever been due there."""
    found: dict[Meeting, list[Outcome]] = {}
    for follow_up in register.follow_ups:
        for due in (follow_up.data.due, *(report.due for report in follow_up.reports)):
            meeting = find_meeting(register, due) if isinstance(due, schema.DueAtMeeting) else None
            if meeting and meeting.body != follow_up.meeting.body:
                guests = found.setdefault(meeting, [])
                if follow_up not in guests:
                    guests.append(follow_up)
    return found


def _is_due_at(register: Register, follow_up: Outcome, meeting: Meeting, day: date) -> bool:
    due = follow_up.due(day)
    return isinstance(due, schema.DueAtMeeting) and find_meeting(register, due) is meeting


_AROUND = timedelta(days=31)
"""How long after a meeting a decision may begin or end and still be on its agenda."""


@dataclass(frozen=True, slots=True)
class DraftAgenda:
    """What the register brings before a meeting to come."""

    unapproved: list[Meeting]
    """Meetings of the body whose record no decision has approved yet, the latest first."""
    due: list[Owned]
    """Follow-ups due at or before the meeting, by owner, the longest overdue first."""
    deferred: list[Item]
    """Items that were put off to it."""
    turning: list[Event]
    """Decisions of the body that begin or end between the meeting before it and a month after."""


def draft_agenda(register: Register, meeting: Meeting, binder: Binder) -> DraftAgenda:
    """The agenda of a meeting to come, as far as the register tells it."""
    due = [
        follow_up
        for follow_up in binder.open
        if (day := status(register, follow_up, binder.day).due_day) and day <= meeting.date
    ]
    since = binder.before[0].date if binder.before else date.min
    turning = [
        event
        for decision in register.decisions
        if decision.meeting.body == meeting.body and decision.is_adopted
        for event in life(decision)
        if event.kind in ("effective", "expires") and since < event.day <= meeting.date + _AROUND
        if not any(decision.deeds_by(deed, event.day) for deed in _ENDED)
    ]
    return DraftAgenda(
        unapproved=[other for other in binder.before if other.state == "draft"],
        due=by_owner(register, due),
        deferred=meeting.deferred_here,
        turning=sorted(turning, key=lambda event: event.day),
    )


# --- items put off, topics, mentions, corrections -----------------------------------------


def taken_up(register: Register, item: Item) -> list[Item]:
    """Items of the meeting that an item was put off to, on a topic of its own: its sequel."""
    later = find_meeting(register, item.data.deferred_to) if item.data.deferred_to else None
    return [one for one in later.items if _share_a_topic(item, one)] if later else []


def put_off(item: Item) -> list[Item]:
    """Items that were put off to an item's meeting and that it takes up: its first part."""
    return [one for one in item.meeting.deferred_here if _share_a_topic(one, item)]


def _share_a_topic(earlier: Item, later: Item) -> bool:
    """Whether an item takes up another one; of an item and its parts, the item itself."""
    topics = set(earlier.topics)
    above = later.parent.topics if later.parent else ()
    return not topics.isdisjoint(later.topics) and topics.isdisjoint(above)


@dataclass(frozen=True, slots=True)
class Chapter:
    """What was said, decided and reported on a topic at a meeting, or on a day between two."""

    day: date
    meeting: Meeting | None
    items: list[Item]
    outcomes: list[Outcome]
    """Decisions and follow-ups on it, through their item or on their own."""
    reports: list[tuple[Outcome, schema.Report]]


def on_topics(register: Register) -> dict[str, list[Item | Outcome]]:
    """The items, decisions and follow-ups on each topic, in order of time, by the topic's key."""
    found: dict[str, list[Item | Outcome]] = {}
    for meeting in register.meetings:
        things: list[Item | Outcome] = [*meeting.items, *meeting.outcomes]
        for thing in things:
            if thing.kind != "note":
                for key in dict.fromkeys(thing.topics):
                    found.setdefault(key, []).append(thing)
    return found


def story(register: Register, things: list[Item | Outcome]) -> list[Chapter]:
    """The story of a topic across the meetings, in order of time, from what is on it."""
    found: dict[tuple[date, Meeting | None], Chapter] = {}

    def chapter(day: date, meeting: Meeting | None) -> Chapter:
        return found.setdefault((day, meeting), Chapter(day, meeting, [], [], []))

    for thing in things:
        if isinstance(thing, Item):
            chapter(thing.meeting.date, thing.meeting).items.append(thing)
        else:
            chapter(thing.meeting.date, thing.meeting).outcomes.append(thing)
    for follow_up in things:
        if isinstance(follow_up, Outcome):
            for report in follow_up.reports:
                at = register.find(report.meeting) if report.meeting else None
                where = at if isinstance(at, Meeting) else None
                chapter(report.date, where).reports.append((follow_up, report))
    return sorted(found.values(), key=lambda chapter: chapter.day)


def mentions(*things: Thing) -> dict[Thing, list[str]]:
    """What refers to any of these things, oldest first, and in which fields."""
    found: dict[Thing, list[str]] = {}
    for thing in things:
        for field, other in thing.mentioned_in:
            fields = found.setdefault(other, [])
            if field not in fields:
                fields.append(field)
    return dict(sorted(found.items(), key=lambda pair: _when(pair[0])))


def _when(thing: Thing) -> date:
    meeting = meeting_of(thing)
    return meeting.date if meeting else date.min


def corrections(register: Register, thing: Thing) -> Iterator[schema.Correction]:
    """Corrections of what stands in an item or an outcome, or in a meeting outside of them."""
    meeting = meeting_of(thing)
    for correction in meeting.data.corrections if meeting else ():
        if meeting and corrected(register, meeting, correction) is thing:
            yield correction
