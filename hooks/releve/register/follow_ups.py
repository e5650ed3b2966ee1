"""Whether a follow-up is open, overdue or closed on a day, who owes it, and what continues it.

Comes in: follow-ups of a linked `Register`, and a day. Begin at `status`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..source import schema
from .link import find_meeting, heir_of
from .model import CLOSED, Outcome, Progress, Register, Thing


@dataclass(frozen=True, slots=True)
class Status:
    """The state of a follow-up at the end of a day."""

    progress: Progress
    due: schema.Due | None
    due_day: date | None
    """The due day; if it is due at a meeting, the date of that meeting. None if there is none."""
    overdue: int
    """Days since the due day, while the follow-up is open; otherwise 0."""
    closed: date | None
    """The day of the report that closed it; None while it is open."""
    age: int
    """Days from the day it was agreed to the day it was closed, or to the given day while open."""
    reports: list[schema.Report]
    """Reports made by the end of the day, the oldest first."""

    @property
    def is_closed(self) -> bool:
        """Whether a report has closed the follow-up: done, dropped or carried over."""
        return self.closed is not None


def status(register: Register, follow_up: Outcome, day: date) -> Status:
    """The state of a follow-up at the end of a day, by the reports made until then."""
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
    """The follow-up itself, the one it was carried over into, and so on to the last one.

    Stops before a follow-up that would be there twice: a circle of them is an error that `checks`
    reports.
    """
    chain = {follow_up: None}
    heir: Outcome | None = follow_up
    while heir and heir.reports:
        heir = heir_of(register, heir, heir.reports[-1])
        if heir is None or heir in chain:
            break
        chain[heir] = None
    return [*chain]


def most_urgent_first(
    register: Register, follow_ups: Iterable[Outcome], day: date
) -> list[Outcome]:
    """Follow-ups in the order in which lists show them, by their state on a day.

    First the open ones, by due day, with those that have none at the end; then the closed ones,
    the latest first.
    """

    def rank(follow_up: Outcome) -> tuple[bool, int]:
        state = status(register, follow_up, day)
        if state.closed:
            return True, -state.closed.toordinal()
        return False, (state.due_day or date.max).toordinal()

    return sorted(follow_ups, key=rank)


def open_and_closed(
    register: Register, follow_ups: Iterable[Outcome]
) -> tuple[list[Outcome], list[Outcome]]:
    """Open follow-ups, the most urgent first, and closed ones, the latest first."""
    ordered = most_urgent_first(register, follow_ups, register.as_of)
    day = register.as_of
    closed = [follow_up for follow_up in ordered if status(register, follow_up, day).is_closed]
    return ordered[: len(ordered) - len(closed)], closed


Owned = tuple[Thing | None, list[Outcome]]
"""An owner and the follow-ups that it owes; the owner is None where the record names nobody."""


def by_owner(register: Register, follow_ups: Iterable[Outcome]) -> list[Owned]:
    """Follow-ups grouped by owner, in the order in which the owners come up.

    A follow-up with several owners is listed under each of them.
    """
    owed: dict[Thing | None, list[Outcome]] = {}
    for follow_up in follow_ups:
        owners = [register.find(owner) for owner in follow_up.data.owners] or [None]
        for owner in dict.fromkeys(owners):
            owed.setdefault(owner, []).append(follow_up)
    return list(owed.items())
