"""Whether a follow-up is open, overdue or closed on a day, who owes it, and what continues it.

Comes in: follow-ups of a linked `Register`, and a day. Begin at `status`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..source import schema
from .collection import Register
from .dues import next_due
from .kinds import CLOSED
from .model import Due, Office, Outcome, Report, Thing

Progress = Literal["open", "in-progress", "done", "dropped", "carried-over"]


@dataclass(frozen=True, slots=True)
class Status:
    """The state of a follow-up at the end of a day."""

    progress: Progress
    due: Due | None
    """When it is due; of several dates, the next one. None if the record does not say."""
    due_day: date | None
    """The due day; if it is due at a meeting, the date of that meeting; of a month or a year, the
    last day. None if there is none."""
    dues: list[Due]
    """All dates on which it is due, as last set."""
    overdue: int
    """Days since the due day, while the follow-up is open; otherwise 0."""
    closed: date | None
    """The day of the report that closed it; None while it is open."""
    age: int
    """Days from `since` to `until`."""
    reports: list[Report]
    """Reports made by the end of the day, the oldest first."""
    since: date
    """The day it was agreed."""
    until: date
    """The day it was closed, or the given day while it is open."""

    @property
    def is_closed(self) -> bool:
        """Whether a report has closed the follow-up: done, dropped or carried over."""
        return self.closed is not None


def status(register: Register, follow_up: Outcome, day: date) -> Status:
    """The state of a follow-up at the end of a day, by the reports made until then."""
    reports = follow_up.reports_by(day)
    closing = closing_report(reports)
    dues = follow_up.due(day)
    due = next_due(dues, day)
    due_day = due.day if due else None
    since, until = follow_up.meeting.date, closing.date if closing else day
    return Status(
        progress=_progress((closing or reports[-1]).status) if reports else "open",
        due=due,
        due_day=due_day,
        dues=dues,
        overdue=max((day - due_day).days, 0) if due_day and not closing else 0,
        closed=closing.date if closing else None,
        age=(until - since).days,
        reports=reports,
        since=since,
        until=until,
    )


def closing_report(reports: list[Report]) -> Report | None:
    """The report that closed a follow-up; None while it is open, or open again."""
    closing: Report | None = None
    for report in reports:
        if report.status == "reopened":
            closing = None
        elif report.status in CLOSED:
            closing = closing or report
    return closing


def _progress(said: schema.Progress) -> Progress:
    return "open" if said == "reopened" else said


def heirs(follow_up: Outcome) -> list[Outcome]:
    """The follow-up itself, the one it was carried over into, and so on to the last one.

    Stops before a follow-up that would be there twice: a circle of them is an error that `checks`
    reports.
    """
    chain = {follow_up: None}
    heir: Outcome | None = follow_up
    while heir and heir.reports:
        heir = heir.reports[-1].continued_by
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


Owner = Thing | schema.Guest | schema.Said | None
"""Who owes a follow-up: a thing, someone without an entry, or nobody whom the record tells."""
Owned = tuple[Owner, list[Outcome]]
"""An owner and the follow-ups that it owes."""


def by_owner(register: Register, follow_ups: Iterable[Outcome]) -> list[Owned]:
    """Follow-ups grouped by owner, in the order in which the owners come up.

    A follow-up with several owners is listed under each of them.
    """
    owed: dict[Hashable, Owned] = {}
    for follow_up in follow_ups:
        owners: dict[Hashable, Owner] = {}
        for named in follow_up.data.owners:
            owner = register.find(named) if isinstance(named, str) else named
            owners[repr(owner) if isinstance(owner, schema.Record) else owner] = owner
        for key, owner in (owners or {None: None}).items():
            owed.setdefault(key, (owner, []))[1].append(follow_up)
    return list(owed.values())


def owners_together(register: Register, follow_up: Outcome) -> list[list[str | Owner]]:
    """Those who owe a follow-up, in the order of the record; offices of one organization that
    follow each other stand together.
    """
    together: list[list[str | Owner]] = []
    before = None
    for owner in follow_up.data.owners:
        office = register.find(owner) if isinstance(owner, str) else None
        of = office.organization if isinstance(office, Office) else None
        if of and of is before:
            together[-1].append(owner)
        else:
            together.append([owner])
        before = of
    return together
