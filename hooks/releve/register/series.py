"""What the pictures show: counts over time, what each owner owes, a decision's relations.

As of the register's day, like all that is derived. What would draw a picture that says no more
than its page's words is None, or empty.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, chain
from typing import Literal

from .follow_ups import by_owner, heirs, status
from .model import DEEDS, Deed, Outcome, Register, Thing
from .topics import Chapter

# --- how much a picture needs before it says something ------------------------------------

MEETINGS_FOR_TREND = 4
"""Meetings that agreed on follow-ups, over a year or more: three points are no trend, and the
sentence below the picture compares what was opened and closed in a year."""


OPEN_FOR_OWNERS = 10
"""Open follow-ups: fewer are seen at a glance in the list itself."""
MEETINGS_FOR_OWNERS = 2
"""Meetings that they come from: those of one stand together in its record, by number."""
LONGEST_FOR_OWNERS = 3
"""Open follow-ups of whoever owes most: bars of one or two are all alike."""
RELATIVES_FOR_FAMILY = 2
"""Relations of a decision, one of them another decision: the page says a single one in a line,
and has a table of the follow-ups that arise from it."""
CHAPTERS_FOR_LINE = 5
"""Days on which something came up on a topic: the story of fewer fits on a screen."""
MOST_PERIODS = 50
"""Beyond these, a bar is thinner than 5 px on a screen of 320 px; periods are then longer."""
MOST_RELATIVES = 8
"""Relatives of a decision that are drawn, the nearest: decisions before it, decisions after it
and follow-ups, each."""


# --- periods ------------------------------------------------------------------------------

Unit = Literal["month", "quarter", "year", "decade"]


_MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "year": 12, "decade": 120}


@dataclass(frozen=True, slots=True)
class Calendar:
    """Whole years, or whole decades, in periods of one length."""

    unit: Unit
    years: range

    @property
    def size(self) -> int:
        """How many periods there are."""
        return len(self.years) * 12 // _MONTHS[self.unit]

    def place(self, day: date) -> int:
        """Which of the periods a day is in, from 0."""
        return ((day.year - self.years.start) * 12 + day.month - 1) // _MONTHS[self.unit]

    def first_day(self, place: int) -> date:
        """The day on which a period begins."""
        years, months = divmod(place * _MONTHS[self.unit], 12)
        return date(self.years.start + years, months + 1, 1)


def calendar(first: date, last: date, shortest: Unit) -> Calendar:
    """The shortest periods, at least of a given length, of which there are not too many."""
    years = range(first.year, last.year + 1)
    for unit in list(_MONTHS)[list(_MONTHS).index(shortest) : -1]:
        found = Calendar(unit, years)
        if found.size <= MOST_PERIODS:
            return found
    return Calendar("decade", range(years.start // 10 * 10, last.year // 10 * 10 + 10))


def _counted(calendar: Calendar, days: Iterable[date], until: date) -> list[int]:
    """How many of some days are in each period, up to the one that `until` is in."""
    counts = Counter(map(calendar.place, days))
    return [counts[place] for place in range(calendar.place(until) + 1)]


# --- follow-ups over time -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Trend:
    """Follow-ups by period, from the first one agreed to the day of the register."""

    calendar: Calendar
    opened: list[int]
    """How many were agreed in each period."""
    closed: list[int]
    open: list[int]
    """How many were open at the end of each period; at the last, on the day of the register."""
    opened_lately: int
    """How many were agreed in the year that ends on the day of the register."""
    closed_lately: int

    def rows(self) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Each period, with how many were opened and closed in it and open at its end."""
        return enumerate(zip(self.opened, self.closed, self.open, strict=True))


def trend(register: Register, follow_ups: list[Outcome]) -> Trend | None:
    """Whether a body, or all of them, are catching up with their follow-ups or falling behind."""
    today = register.as_of
    opened = [one.meeting.date for one in follow_ups]
    eve = _year_before(today)
    meetings = {one.meeting for one in follow_ups}
    if len(meetings) < MEETINGS_FOR_TREND or min(opened) > eve:
        return None
    at = (status(register, one, today).closed for one in follow_ups)
    closed = [day for day in at if day]
    periods = calendar(min(opened), today, "quarter")
    more, less = _counted(periods, opened, today), _counted(periods, closed, today)
    return Trend(
        calendar=periods,
        opened=more,
        closed=less,
        open=list(accumulate(up - down for up, down in zip(more, less, strict=True))),
        opened_lately=sum(day > eve for day in opened),
        closed_lately=sum(day > eve for day in closed),
    )


def _year_before(day: date) -> date:
    """The same day a year earlier; of 29 February, the 28th."""
    eve = day - timedelta(days=day.month == 2 and day.day == 29)
    return eve.replace(year=day.year - 1)


@dataclass(frozen=True, slots=True)
class Load:
    """How many open follow-ups an owner has, and how many of those are overdue."""

    owner: Thing | None
    """None for nobody whom the record names."""
    open: int
    overdue: int


def loads(register: Register, open_ones: list[Outcome]) -> list[Load]:
    """What each owner of open follow-ups owes, whoever owes most first."""
    found = []
    for owner, owed in by_owner(register, open_ones):
        late = sum(status(register, one, register.as_of).overdue > 0 for one in owed)
        found.append(Load(owner, len(owed), late))
    found.sort(key=lambda load: (-load.open, -load.overdue))
    meetings = {one.meeting for one in open_ones}
    enough = (
        len(open_ones) >= OPEN_FOR_OWNERS
        and len(meetings) >= MEETINGS_FOR_OWNERS
        and found[0].open >= LONGEST_FOR_OWNERS
    )
    return found if enough else []


# --- a topic over time --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """What came up on a topic in each period, until the day of the register."""

    calendar: Calendar
    items: list[int]
    decisions: list[int]
    follow_ups: list[int]
    reports: list[int]

    def rows(self) -> Iterator[tuple[int, tuple[int, ...]]]:
        """The periods in which something came up, with how much of each kind."""
        counts = zip(self.items, self.decisions, self.follow_ups, self.reports, strict=True)
        return ((place, count) for place, count in enumerate(counts) if any(count))


def line(register: Register, chapters: list[Chapter]) -> Line | None:
    """A topic's line of time, from its story."""
    today = register.as_of
    past = [
        one for one in chapters if one.day <= today and (one.meeting is None or one.meeting.held)
    ]
    if len(past) < CHAPTERS_FOR_LINE:
        return None
    periods = calendar(past[0].day, today, "month")

    def counted(days: Iterable[date]) -> list[int]:
        return _counted(periods, days, today)

    outcomes = [(outcome.kind, chapter.day) for chapter in past for outcome in chapter.outcomes]
    return Line(
        calendar=periods,
        items=counted(chapter.day for chapter in past for _ in chapter.items),
        decisions=counted(day for kind, day in outcomes if kind == "decision"),
        follow_ups=counted(day for kind, day in outcomes if kind == "follow_up"),
        reports=counted(chapter.day for chapter in past for _ in chapter.reports),
    )


# --- a decision's family ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bond:
    """What a decision or a follow-up does to an earlier one."""

    later: Outcome
    kind: Deed | Literal["arises_from", "continues"]
    earlier: Outcome


@dataclass(frozen=True, slots=True)
class Family:
    """A decision, those that it goes back to and those that changed it, and its follow-ups."""

    members: list[Outcome]
    """In order of time; follow-ups stand below the decision that they arise from."""
    bonds: list[Bond]
    is_whole: bool
    """Whether all relatives are there, and not the nearest alone."""


class Families:
    """The family of each decision. What each does to others is looked up once for all pages."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._acts_on: dict[Outcome, list[tuple[Deed, Outcome]]] = {}
        self._order = {decision: place for place, decision in enumerate(register.decisions)}
        for earlier in register.decisions:
            for deed in DEEDS:
                for later in earlier.acted_on_by.get(deed, ()):
                    self._acts_on.setdefault(later, []).append((deed, earlier))

    def of(self, decision: Outcome) -> Family | None:
        """The family of a decision, if it is more than its page says in a line."""
        before = _nearest(decision, self._changed_by)
        after = _nearest(decision, _changing)
        lines = [heirs(self._register, one) for one in decision.follow_ups]
        own = list(dict.fromkeys(chain(*lines)))
        others = len(before) + len(after)
        if not others or others + len(own) < RELATIVES_FOR_FAMILY:
            return None
        members = [
            *sorted(before[:MOST_RELATIVES], key=self._order.__getitem__),
            decision,
            *own[:MOST_RELATIVES],
            *sorted(after[:MOST_RELATIVES], key=self._order.__getitem__),
        ]
        is_whole = all(len(side) <= MOST_RELATIVES for side in (before, own, after))
        return Family(members, list(self._bonds(decision, members)), is_whole)

    def _changed_by(self, decision: Outcome) -> list[Outcome]:
        return [earlier for _, earlier in self._acts_on.get(decision, ())]

    def _bonds(self, decision: Outcome, members: list[Outcome]) -> Iterator[Bond]:
        known = set(members)
        for member in members:
            for deed, earlier in self._acts_on.get(member, ()):
                if earlier in known:
                    yield Bond(member, deed, earlier)
            if member in decision.follow_ups:
                yield Bond(member, "arises_from", decision)
            for earlier in member.continues:
                if earlier in known:
                    yield Bond(member, "continues", earlier)


def _changing(decision: Outcome) -> list[Outcome]:
    return [later for deed in DEEDS for later in decision.acted_on_by.get(deed, ())]


def _nearest(start: Outcome, around: Callable[[Outcome], list[Outcome]]) -> list[Outcome]:
    """What is reached from a decision step by step, the nearest first: one more than is drawn,
    if there are so many.
    """
    found = {start: None}
    waiting = deque([start])
    while waiting and len(found) <= MOST_RELATIVES + 1:
        new = [one for one in around(waiting.popleft()) if one not in found]
        found |= dict.fromkeys(new)
        waiting.extend(dict.fromkeys(new))
    return list(found)[1:]
