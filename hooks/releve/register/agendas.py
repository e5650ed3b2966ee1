"""What stands around a meeting: the one before and after, its binder, its draft agenda."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ..source import schema
from .decisions import ENDED, Event, life
from .follow_ups import Owned, by_owner, most_urgent_first, status
from .link import find_meeting
from .model import Item, Meeting, Outcome, Register, Thing


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
        if not any(decision.deeds_by(deed, event.day) for deed in ENDED)
    ]
    return DraftAgenda(
        unapproved=[other for other in binder.before if other.state == "draft"],
        due=by_owner(register, due),
        deferred=meeting.deferred_here,
        turning=sorted(turning, key=lambda event: event.day),
    )
