"""When a follow-up is due, by its record or by a report: at which meeting, or by which day.

Begin at `dues`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from itertools import islice
from typing import Protocol

from ..source import schema
from .collection import Register
from .model import Due, Meeting


class NamesMeeting(Protocol):
    """A due date, a deferral or a postponement: each has the key of another meeting."""

    @property
    def meeting(self) -> str | None: ...


def find_meeting(register: Register, entry: NamesMeeting) -> Meeting | None:
    """The meeting that an entry names, or the one held in its place if it was postponed.

    None if it names none, or if there is no such meeting.
    """
    meeting = register.find(entry.meeting) if entry.meeting else None
    return meeting.held_as if isinstance(meeting, Meeting) else None


def dues(
    register: Register, said: schema.Dues | None, body: str, since: Meeting | date
) -> list[Due]:
    """The due dates that a record or a report sets, in its order.

    The next meeting is that of `body` after the meeting or the day `since`, where it was said.
    """
    if said is None:
        return []
    return [
        _due(register, one, body, since) for one in (said if isinstance(said, list) else [said])
    ]


def _due(register: Register, said: schema.Due, body: str, since: Meeting | date) -> Due:
    if said == schema.NEXT_MEETING:
        meeting = _next_meeting(register, body, since)
        return Due(said, meeting, meeting)
    if isinstance(said, schema.DueAtMeeting):
        named = register.find(said.meeting)
        return Due(
            said, named if isinstance(named, Meeting) else None, find_meeting(register, said)
        )
    return Due(said, None, None)


def _next_meeting(register: Register, body: str, since: Meeting | date) -> Meeting | None:
    """The first later meeting of a body that was held, or is still to be held."""
    meetings = register.meetings_of(body)
    if isinstance(since, Meeting):
        first = bisect_right(meetings, since.order, key=lambda meeting: meeting.order)
    else:
        first = bisect_right(meetings, since, key=lambda meeting: meeting.date)
    later = islice(meetings, first, None)
    return next((meeting for meeting in later if meeting.state not in _NOT_HELD), None)


_NOT_HELD = ("cancelled", "postponed")


def next_due(all_dues: Iterable[Due], day: date) -> Due | None:
    """Of several due dates, the one that counts on a day.

    The first that has not passed; one without a date, such as a meeting that is not convened yet,
    if all others have; else the last. None if there are none.
    """
    dated = [due for due in all_dues if due.day]
    undated = [due for due in all_dues if not due.day]
    dated.sort(key=lambda due: due.day or date.max)
    coming = [due for due in dated if due.day and due.day >= day]
    return next(iter([*coming, *undated, *dated[::-1]]), None)
