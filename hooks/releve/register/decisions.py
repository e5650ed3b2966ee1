"""Whether a decision stands on a day, what became of it, and how far it is carried out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from ..source import schema
from .follow_ups import heirs, status
from .model import DEEDS, Deed, Outcome, Register

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
ENDED: dict[Deed, Standing] = {"rescinds": "rescinded", "supersedes": "superseded"}


def standing(decision: Outcome, day: date) -> Standing:
    """Whether a decision stands on a day.

    What ended a decision may itself end; that does not bring the first one back, as repealing
    a repeal does not (Interpretation Act, R.S.C. 1985, c. I-21, paragraph 43(a)).
    """
    data: schema.Decision = decision.data
    if data.outcome in ("rejected", "deferred", "noted"):
        return data.outcome
    for deed, state in ENDED.items():
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
        for deed in ENDED
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
