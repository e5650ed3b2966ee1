"""What the site shows around a meeting: its neighbours, its binder and its draft agenda.

Everything here is derived from a linked `Register`; nothing of it is typed. `binders` gives the
follow-ups that are on the table before each meeting, `draft_agenda` what a planned meeting has to
deal with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from .collection import Register
from .decisions import ENDED, Event, life
from .follow_ups import Owned, by_owner, most_urgent_first, status
from .model import Item, Meeting, Outcome, Thing


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The previous and the next meeting, decision or follow-up of a body."""

    body: str
    before: Thing | None
    """None before the first."""
    after: Thing | None
    """None after the last."""


def neighbours(register: Register) -> dict[str, list[Neighbours]]:
    """By the key of each meeting, decision and follow-up, its neighbours in each of its bodies, its
    own body first.
    """
    found: dict[str, list[Neighbours]] = {}
    for body in register.bodies:
        meetings = register.meetings_of(body)
        outcomes = [outcome for meeting in meetings for outcome in meeting.outcomes]
        decisions = [outcome for outcome in outcomes if outcome.kind == "decision"]
        follow_ups = [outcome for outcome in outcomes if outcome.kind == "follow_up"]
        sequences: list[Sequence[Thing]] = [meetings, decisions, follow_ups]
        for things in sequences:
            around = zip([None, *things], things, [*things[1:], None], strict=False)
            for before, thing, after in around:
                there = found.setdefault(thing.key, [])
                own = thing.key.startswith(f"{body}/")
                there.insert(0 if own else len(there), Neighbours(body, before, after))
    return found


@dataclass(frozen=True, slots=True)
class Binder:
    """The follow-ups that a secretariat brings to a meeting, as they stand on the eve of it."""

    day: date
    """The eve of the meeting, or the day of the register if that is earlier."""
    before: list[Meeting]
    """Earlier meetings of its bodies that were held, the latest first."""
    open: list[Outcome]
    """Open follow-ups of the meeting's bodies, and of others if they are due at this meeting; the
    most urgent first."""
    closed: list[Outcome]
    """Follow-ups of each of the meeting's bodies that were closed since its previous meeting."""
    follows_others: bool
    """Whether the register holds any follow-up of the meeting's bodies from before the meeting; if
    not, nobody can tell from it whether one was open."""


def binders(register: Register, body: str) -> dict[Meeting, Binder]:
    """The binder of each meeting of a body.

    One pass over the meetings in order of time. A follow-up is pending from the meeting that
    agreed on it until a meeting whose binder shows it as closed, so that closed ones are not
    looked at again for every later meeting.
    """
    agreed = [follow_up for follow_up in register.follow_ups if body in follow_up.meeting.bodies]
    guests = _due_elsewhere(register)
    not_yet_agreed, pending = agreed[::-1], list[Outcome]()
    set_aside: dict[Outcome, date | None] = {}
    before: list[Meeting] = []
    by_meeting: dict[Meeting, Binder] = {}
    for meeting in register.meetings_of(body):
        day = min(register.as_of, meeting.date - timedelta(days=1))
        while not_yet_agreed and not_yet_agreed[-1].meeting.date <= day:
            pending.append(not_yet_agreed.pop())
        # What was reopened since it was set aside, and perhaps closed again, is pending again.
        for one in [one for one, day_ in set_aside.items() if _closed(register, one, day) != day_]:
            del set_aside[one]
            pending.append(one)
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
            set_aside |= {
                one: _closed(register, one, day)
                for one in closed
                if any(report.status == "reopened" for report in one.reports)
            }
            before.append(meeting)
    return by_meeting


def _closed(register: Register, follow_up: Outcome, day: date) -> date | None:
    """The day on which a follow-up was closed, as of a day; None if it was open then."""
    return status(register, follow_up, day).closed


def joined(register: Register, of_bodies: list[Binder]) -> Binder:
    """The binder of a meeting of several bodies, from that which it has in each of them."""
    if len(of_bodies) == 1:
        return of_bodies[0]
    day = of_bodies[0].day
    before = dict.fromkeys(meeting for binder in of_bodies for meeting in binder.before)
    still_open, closed = (
        dict.fromkeys(follow_up for binder in of_bodies for follow_up in getattr(binder, name))
        for name in ("open", "closed")
    )
    return Binder(
        day,
        sorted(before, key=lambda meeting: meeting.order, reverse=True),
        most_urgent_first(register, still_open, day),
        most_urgent_first(register, closed, day),
        follows_others=any(binder.follows_others for binder in of_bodies),
    )


def _due_elsewhere(register: Register) -> dict[Meeting, list[Outcome]]:
    """By meeting, the follow-ups of other bodies that were due there at any time."""
    guests_of: dict[Meeting, list[Outcome]] = {}
    for follow_up in register.follow_ups:
        moved = (due for report in follow_up.reports for due in report.due)
        for due in (*follow_up.agreed_due, *moved):
            meeting = due.meeting
            if meeting and not set(meeting.bodies) & set(follow_up.meeting.bodies):
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
    """Meetings of its bodies whose record no decision has approved yet, the latest first."""
    due: list[Owned]
    """Follow-ups due at or before the meeting, by owner, the longest overdue first."""
    deferred: list[Item]
    """Items that earlier meetings put off to this one."""
    undated: list[Item]
    """Items that earlier meetings of its bodies put off without saying until when, and that no
    later item goes on with."""
    turning: list[Event]
    """Decisions of its bodies that take effect or expire between their previous meeting and 31
    days after this one."""


def draft_agenda(register: Register, meeting: Meeting, binder: Binder) -> DraftAgenda:
    """The draft agenda of a planned meeting; `binder` is the one of that meeting."""
    due = [
        follow_up
        for follow_up in binder.open
        if (day := status(register, follow_up, binder.day).due_day) and day <= meeting.date
    ]
    since = {body: other.date for other in reversed(binder.before) for body in other.bodies}
    turning = [
        event
        for decision in register.decisions
        if decision.has_effect
        for bodies in [set(decision.meeting.bodies) & set(meeting.bodies)]
        if bodies
        for last in [min(since.get(body, date.min) for body in bodies)]
        for event in life(decision)
        if event.kind in ("effective", "expires") and last < event.day <= meeting.date + _AROUND
        if not any(decision.deeds_by(deed, event.day) for deed in ENDED)
    ]
    return DraftAgenda(
        unapproved=[other for other in binder.before if other.state == "draft"],
        due=by_owner(register, due),
        deferred=meeting.deferred_here,
        undated=[
            item
            for earlier in reversed(binder.before)
            for item in earlier.items
            if item.data.deferred_to
            and item.data.deferred_to.meeting is None
            and not item.continued_by
        ],
        turning=sorted(turning, key=lambda event: event.day),
    )
