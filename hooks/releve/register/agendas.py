"""What the site shows around a meeting: its neighbours, its binder and its draft agenda.

Everything here is derived from a linked `Register`; nothing of it is typed. `binders` gives the
follow-ups that are on the table before each meeting, `draft_agenda` what a planned meeting has to
deal with.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from .decisions import ENDED, Event, life
from .follow_ups import Owned, by_owner, most_urgent_first, status
from .model import Item, Meeting, Outcome, Register, Thing


def neighbours(register: Register) -> dict[str, tuple[Thing | None, Thing | None]]:
    """The previous and the next meeting, decision or follow-up of the same body.

    By the key of each meeting, decision and follow-up; None before the first and after the last.
    """
    sequences: dict[tuple[str, str], list[Thing]] = {}
    for meeting in register.meetings:
        sequences.setdefault(("meeting", meeting.body), []).append(meeting)
    for outcome in (*register.decisions, *register.follow_ups):
        sequences.setdefault((outcome.kind, outcome.meeting.body), []).append(outcome)
    return {
        thing.key: (before, after)
        for things in sequences.values()
        for before, thing, after in zip([None, *things], things, [*things[1:], None], strict=False)
    }


@dataclass(frozen=True, slots=True)
class Binder:
    """The follow-ups that a secretariat brings to a meeting, as they stand on the eve of it."""

    day: date
    """The eve of the meeting, or the day of the register if that is earlier."""
    before: list[Meeting]
    """Earlier meetings of the same body that were held, the latest first."""
    open: list[Outcome]
    """Open follow-ups of the meeting's body, and of other bodies if they are due at this meeting;
    the most urgent first."""
    closed: list[Outcome]
    """Follow-ups of the meeting's body that were closed since its previous meeting."""
    follows_others: bool
    """Whether the register holds any follow-up of the meeting's body from before the meeting; if
    not, nobody can tell from it whether one was open."""


def binders(register: Register, body: str) -> dict[Meeting, Binder]:
    """The binder of each meeting of a body.

    One pass over the meetings in order of time. A follow-up is pending from the meeting that
    agreed on it until a meeting whose binder shows it as closed, so that closed ones are not
    looked at again for every later meeting.
    """
    agreed = [follow_up for follow_up in register.follow_ups if follow_up.meeting.body == body]
    guests = _due_elsewhere(register)
    not_yet_agreed, pending = agreed[::-1], list[Outcome]()
    before: list[Meeting] = []
    by_meeting: dict[Meeting, Binder] = {}
    for meeting in register.meetings:
        if meeting.body != body:
            continue
        day = min(register.as_of, meeting.date - timedelta(days=1))
        while not_yet_agreed and not_yet_agreed[-1].meeting.date <= day:
            pending.append(not_yet_agreed.pop())
        closed = [follow_up for follow_up in pending if status(register, follow_up, day).is_closed]
        still_open = [follow_up for follow_up in pending if follow_up not in closed]
        of_other_bodies = [
            guest
            for guest in guests.get(meeting, ())
            if guest.meeting.date <= day
            and any(due.meeting is meeting for due in guest.due(day))
            and not status(register, guest, day).is_closed
        ]
        by_meeting[meeting] = Binder(
            day,
            before[::-1],
            most_urgent_first(register, [*still_open, *of_other_bodies], day),
            most_urgent_first(register, closed, day),
            follows_others=len(not_yet_agreed) < len(agreed),
        )
        if meeting.held:
            pending = still_open
            before.append(meeting)
    return by_meeting


def _due_elsewhere(register: Register) -> dict[Meeting, list[Outcome]]:
    """By meeting, the follow-ups of other bodies that were due there at any time."""
    guests_of: dict[Meeting, list[Outcome]] = {}
    for follow_up in register.follow_ups:
        moved = (due for report in follow_up.reports for due in report.due)
        for due in (*follow_up.agreed_due, *moved):
            meeting = due.meeting
            if meeting and meeting.body != follow_up.meeting.body:
                guests = guests_of.setdefault(meeting, [])
                if follow_up not in guests:
                    guests.append(follow_up)
    return guests_of


_AROUND = timedelta(days=31)
"""How long after a meeting a decision may begin or end and still be on its agenda."""


@dataclass(frozen=True, slots=True)
class DraftAgenda:
    """What a planned meeting has to deal with, as far as the register can tell."""

    unapproved: list[Meeting]
    """Meetings of the body whose record no decision has approved yet, the latest first."""
    due: list[Owned]
    """Follow-ups due at or before the meeting, by owner, the longest overdue first."""
    deferred: list[Item]
    """Items that earlier meetings put off to this one."""
    turning: list[Event]
    """Decisions of the body that take effect or expire between the previous meeting and 31 days
    after this one."""


def draft_agenda(register: Register, meeting: Meeting, binder: Binder) -> DraftAgenda:
    """The draft agenda of a planned meeting; `binder` is the one of that meeting."""
    due = [
        follow_up
        for follow_up in binder.open
        if (day := status(register, follow_up, binder.day).due_day) and day <= meeting.date
    ]
    since = binder.before[0].date if binder.before else date.min
    turning = [
        event
        for decision in register.decisions
        if decision.meeting.body == meeting.body and decision.has_effect
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
