"""Whether a decision is in force on a day, what happened to it, and how far it is carried out.

Comes in: a decision of a linked `Register`, and a day. Begin at `standing`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from ..source import Period, schema
from .collection import Register
from .follow_ups import heirs, status
from .kinds import DEEDS, Deed
from .model import Outcome

Standing = Literal[
    "in-force",
    "not-yet-in-force",
    "amended",
    "superseded",
    "rescinded",
    "expired",
    "awaiting-ratification",
    "not-ratified",
    "adopted",
    "rejected",
    "withdrawn",
    "lapsed",
    "tabled",
    "referred",
    "deferred",
    "noted",
]
ENDED: dict[Deed, Standing] = {"rescinds": "rescinded", "supersedes": "superseded"}
"""What ends a decision, with the standing that it then has."""


def standing(decision: Outcome, day: date) -> Standing:
    """Whether a decision is in force on a day, and if not, why.

    What does its work at once, as the approval of a record, is `adopted`, and is never in force.

    If the decision that rescinded or superseded this one is itself rescinded later, this one does
    not come back: repealing a repeal does not revive what was repealed (Interpretation Act,
    R.S.C. 1985, c. I-21, paragraph 43(a)).
    """
    data: schema.Decision = decision.data
    if data.outcome in ("rejected", "withdrawn", "lapsed", "noted"):
        return data.outcome
    for deed, state in ENDED.items():
        if decision.deeds_by(deed, day):
            return state
    if data.outcome in ("tabled", "referred", "deferred"):
        return data.outcome  # a later decision could still end what was only put off
    if not decision.has_effect:
        return "not-ratified" if decision.is_refused else "awaiting-ratification"
    if decision.is_lasting and decision.ends and decision.ends < day:
        return "expired"
    if decision.begins > day:
        return "not-yet-in-force"
    if not decision.is_lasting:
        return "adopted"
    return "amended" if decision.deeds_by("amends", day) else "in-force"


def days_in_force(decision: Outcome) -> tuple[date | None, date | None]:
    """The first and the last day in force; None where none is known, and both None of a decision
    that has no effect or does its work at once.
    """
    if not (decision.is_lasting and decision.has_effect):
        return None, None
    return decision.begins, last_day_in_force(decision)


def last_day_in_force(decision: Outcome) -> date | None:
    """The last day on which a decision is in force; None if no end is known."""
    ends = [
        later.begins - timedelta(days=1)
        for deed in ENDED
        for later in decision.acted_on_by.get(deed, ())
    ]
    return min([*ends, *filter(None, [decision.ends])], default=None)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or is set to happen, to a decision on a day."""

    day: date
    kind: Literal["made", "effective", "expires", "ratifies", "refuses"] | Deed
    of: Outcome
    """The decision."""
    by: Outcome | None = None
    """The later decision that amends, supersedes or rescinds `of`, ratifies it or refuses to; None
    for the other kinds."""

    @property
    def said(self) -> date | Period:
        """The day as the record gives it, which may be a month, a quarter or a year."""
        match self.kind:
            case "made":
                return self.day
            case "expires":
                return self.of.data.expires or self.day
        return (self.by or self.of).data.effective or self.day


def life(decision: Outcome) -> list[Event]:
    """What happened to a decision and what is set to happen, in order of time."""
    events = [Event(decision.meeting.date, "made", decision)]
    if decision.data.effective:
        events.append(Event(decision.begins, "effective", decision))
    events += [
        Event(later.begins, deed, decision, later)
        for deed in DEEDS
        for later in decision.acted_on_by.get(deed, ())
    ]
    for later in decision.ratifications:
        if later.has_effect:
            events.append(Event(later.begins, "ratifies", decision, later))
        elif later.data.outcome == "rejected":
            events.append(Event(later.meeting.date, "refuses", decision, later))
    if decision.ends:
        events.append(Event(decision.ends, "expires", decision))
    return sorted(events, key=lambda event: event.day)


def carried_out(register: Register, decision: Outcome) -> tuple[int, int]:
    """How many of a decision's follow-ups are closed, and how many there are.

    A follow-up that was carried over into another counts as closed once that other is closed.
    """
    last_heirs = [heirs(follow_up)[-1] for follow_up in decision.follow_ups]
    closed = sum(status(register, heir, register.as_of).is_closed for heir in last_heirs)
    return closed, len(last_heirs)


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers on the home page: how many follow-ups and decisions of which state."""

    open: int
    overdue: int
    """Of the open follow-ups, those whose due day has passed."""
    closed: int
    """Follow-ups closed in the calendar year of the register's day."""
    in_force: int
    """Decisions in force, amended ones among them."""


def figures(
    register: Register, follow_ups: Iterable[Outcome], decisions: Iterable[Outcome]
) -> Figures:
    """The figures of some follow-ups and decisions on the day of their register."""
    day = register.as_of
    states = [status(register, follow_up, day) for follow_up in follow_ups]
    standings = [standing(decision, day) for decision in decisions]
    return Figures(
        open=sum(not state.is_closed for state in states),
        overdue=sum(state.overdue > 0 for state in states),
        closed=sum(state.closed is not None and state.closed.year == day.year for state in states),
        in_force=sum(state in ("in-force", "amended") for state in standings),
    )
