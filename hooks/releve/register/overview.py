"""What matters now: in a register, or to one of its bodies.

Begin at `overview`.
"""

from __future__ import annotations

from dataclasses import dataclass

from .collection import Register
from .decisions import Figures, figures
from .follow_ups import Owned, by_owner, most_urgent_first, status
from .model import Meeting, Outcome


@dataclass(frozen=True, slots=True)
class Coming:
    """A meeting to come."""

    meeting: Meeting
    due: list[Outcome]
    """Open follow-ups that are due at it, or after the day of the register and by its day; the
    most urgent first."""


@dataclass(frozen=True, slots=True)
class Overview:
    """What matters on the day of a register."""

    figures: Figures
    overdue: list[Owned]
    """Overdue follow-ups by owner; whatever has waited longest comes first."""
    coming: list[Coming]
    """The next meeting of each body, the soonest first."""
    last: list[tuple[Meeting, list[Outcome]]]
    """The last record of each body, the latest first, with its decisions: see `by_weight`."""


def overview(register: Register, body: str) -> Overview:
    """What matters to a body, or in the whole register if `body` is empty."""
    day = register.as_of
    bodies = [body] if body else register.bodies
    follow_ups = [one for one in register.follow_ups if not body or body in one.meeting.bodies]
    decisions = [one for one in register.decisions if not body or body in one.meeting.bodies]
    late = [one for one in follow_ups if status(register, one, day).overdue]
    planned = [meeting for meeting in register.meetings if meeting.state == "planned"]
    held = [meeting for meeting in reversed(register.meetings) if meeting.has_record]
    return Overview(
        figures(register, follow_ups, decisions),
        by_owner(register, most_urgent_first(register, late, day)),
        [Coming(meeting, _due(register, meeting)) for meeting in _first_of_each(planned, bodies)],
        [(meeting, by_weight(meeting.outcomes)) for meeting in _first_of_each(held, bodies)],
    )


def by_weight(outcomes: list[Outcome]) -> list[Outcome]:
    """The decisions of a meeting, those that matter beyond it before approvals of agendas and of
    records, and what came to nothing last; otherwise in the order of the record.
    """

    def rank(decision: Outcome) -> int:
        if not decision.is_adopted:
            return 2
        return 1 if decision.data.approves and not decision.is_lasting else 0

    decisions = [outcome for outcome in outcomes if outcome.kind == "decision"]
    return sorted(decisions, key=rank)


def _first_of_each(meetings: list[Meeting], bodies: list[str]) -> list[Meeting]:
    """The first of these meetings of each body, each meeting once, in their order."""
    firsts = (next((one for one in meetings if body in one.bodies), None) for body in bodies)
    found = {meeting for meeting in firsts if meeting}
    return [meeting for meeting in meetings if meeting in found]


def _due(register: Register, meeting: Meeting) -> list[Outcome]:
    day = register.as_of
    due = []
    for follow_up in register.follow_ups:
        at = status(register, follow_up, day)
        here = any(one.meeting is meeting for one in at.dues)
        meets = not set(follow_up.meeting.bodies).isdisjoint(meeting.bodies)
        by_then = meets and at.due_day and day <= at.due_day <= meeting.date
        if not at.is_closed and not at.overdue and (here or by_then):
            due.append(follow_up)
    return most_urgent_first(register, due, day)
