"""Where each follow-up stands on a day, who owes it, and what it goes on as."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..source import schema
from .link import find_meeting, heir_of
from .model import CLOSED, Outcome, Progress, Register, Thing


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
