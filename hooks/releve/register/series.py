"""The numbers behind the pictures: counts over time, follow-ups by owner, relations of decisions.

Comes in: a linked `Register`; everything is counted up to its day. Goes out: a series for
`pages/pictures.py` to draw, or None (or an empty list) where a picture would tell a reader nothing
that the text of the page does not. Begin at `trend`, `loads`, `line` and `Families`.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, chain
from typing import Literal

from .collection import Register
from .follow_ups import Owner, by_owner, heirs, status
from .kinds import DEEDS, Deed
from .model import Outcome
from .topics import Chapter

# --- the least that each picture needs, and the most that it can show ---------------------

MEETINGS_FOR_TREND = 4
"""The trend needs this many meetings that agreed on follow-ups, over a year or more: three points
show no trend, and the sentence below the picture counts what was opened and closed in a year."""
OPEN_FOR_OWNERS = 10
"""The picture of owners needs this many open follow-ups: fewer are seen at a glance in the list."""
MEETINGS_FOR_OWNERS = 2
"""It also needs follow-ups of this many meetings: those of one are listed in its record."""
LONGEST_FOR_OWNERS = 3
"""It also needs an owner with this many open follow-ups: bars of one or two all look alike."""
RELATIVES_FOR_FAMILY = 2
"""The picture of a decision's family needs this many relatives, one of them a decision: the page
names a single one in a line, and lists the follow-ups of the decision in a table."""
CHAPTERS_FOR_LINE = 5
"""A topic's line of time needs this many chapters: the story of fewer fits on a screen."""
MOST_PERIODS = 50
"""The most periods in a picture: with more, a bar would be thinner than 5 px on a screen 320 px
wide. Longer periods are used instead."""
MOST_RELATIVES = 8
"""The most relatives of each sort in the picture of a family, the nearest ones: earlier decisions,
later decisions, and follow-ups."""


# --- periods ------------------------------------------------------------------------------

Unit = Literal["month", "quarter", "year", "decade"]


_MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
"""The length of each unit in months, the shortest first."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A span of whole years, or whole decades, divided into periods of equal length."""

    unit: Unit
    years: range

    @property
    def size(self) -> int:
        """The number of periods."""
        return len(self.years) * 12 // _MONTHS[self.unit]

    def place(self, day: date) -> int:
        """The index of the period that a day is in, from 0."""
        return ((day.year - self.years.start) * 12 + day.month - 1) // _MONTHS[self.unit]

    def first_day(self, place: int) -> date:
        """The first day of the period with an index."""
        years, months = divmod(place * _MONTHS[self.unit], 12)
        return date(self.years.start + years, months + 1, 1)


def calendar(first: date, last: date, shortest: Unit) -> Calendar:
    """A calendar from one day to another, in the shortest unit that gives at most `MOST_PERIODS`.

    No unit shorter than `shortest` is used.
    """
    years = range(first.year, last.year + 1)
    for unit in list(_MONTHS)[list(_MONTHS).index(shortest) : -1]:
        candidate = Calendar(unit, years)
        if candidate.size <= MOST_PERIODS:
            return candidate
    return Calendar("decade", range(years.start // 10 * 10, last.year // 10 * 10 + 10))


def _counted(calendar: Calendar, days: Iterable[date], until: date) -> list[int]:
    """For each period up to the one that `until` is in, the number of `days` in it."""
    counts = Counter(map(calendar.place, days))
    return [counts[place] for place in range(calendar.place(until) + 1)]


# --- follow-ups over time -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Trend:
    """Follow-ups by period, from the first one agreed to the day of the register."""

    calendar: Calendar
    opened: list[int]
    """The number agreed in each period."""
    closed: list[int]
    """The number closed in each period."""
    open: list[int]
    """The number open at the end of each period; for the last, on the day of the register."""
    opened_lately: int
    """The number agreed in the year that ends on the day of the register."""
    closed_lately: int
    """The number closed in that year."""

    def rows(self) -> Iterator[tuple[int, tuple[int, ...]]]:
        """For each period its index, and how many were opened, closed, and open at its end."""
        return enumerate(zip(self.opened, self.closed, self.open, strict=True))


def trend(register: Register, follow_ups: list[Outcome]) -> Trend | None:
    """The follow-ups of a body, or of all bodies, over time: is the number of open ones growing?

    None if there is too little to see: `MEETINGS_FOR_TREND`.
    """
    today = register.as_of
    days_opened = [follow_up.meeting.date for follow_up in follow_ups]
    year_ago = _year_before(today)
    meetings = {follow_up.meeting for follow_up in follow_ups}
    if len(meetings) < MEETINGS_FOR_TREND or min(days_opened) > year_ago:
        return None
    days_closed = [
        day for follow_up in follow_ups if (day := status(register, follow_up, today).closed)
    ]
    periods = calendar(min(days_opened), today, "quarter")
    opened, closed = _counted(periods, days_opened, today), _counted(periods, days_closed, today)
    return Trend(
        calendar=periods,
        opened=opened,
        closed=closed,
        open=list(accumulate(up - down for up, down in zip(opened, closed, strict=True))),
        opened_lately=sum(day > year_ago for day in days_opened),
        closed_lately=sum(day > year_ago for day in days_closed),
    )


def _year_before(day: date) -> date:
    """The same day a year earlier; for 29 February, the 28th."""
    day_of_any_year = day - timedelta(days=day.month == 2 and day.day == 29)
    return day_of_any_year.replace(year=day.year - 1)


@dataclass(frozen=True, slots=True)
class Load:
    """How many open follow-ups an owner has, and how many of those are overdue."""

    owner: Owner
    """None for follow-ups whose owner the record does not name."""
    open: int
    overdue: int


def loads(register: Register, open_follow_ups: list[Outcome]) -> list[Load]:
    """The load of each owner, the largest first; [] if there is too little to see.

    What is enough: `OPEN_FOR_OWNERS`, `MEETINGS_FOR_OWNERS`, `LONGEST_FOR_OWNERS`.
    """
    today = register.as_of
    by_size = []
    for owner, owed in by_owner(register, open_follow_ups):
        overdue = sum(status(register, follow_up, today).overdue > 0 for follow_up in owed)
        by_size.append(Load(owner, len(owed), overdue))
    by_size.sort(key=lambda load: (-load.open, -load.overdue))
    meetings = {follow_up.meeting for follow_up in open_follow_ups}
    is_enough = (
        len(open_follow_ups) >= OPEN_FOR_OWNERS
        and len(meetings) >= MEETINGS_FOR_OWNERS
        and by_size[0].open >= LONGEST_FOR_OWNERS
    )
    return by_size if is_enough else []


# --- a topic over time --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """The number of things on a topic in each period, up to the day of the register."""

    calendar: Calendar
    items: list[int]
    decisions: list[int]
    follow_ups: list[int]
    reports: list[int]

    def rows(self) -> Iterator[tuple[int, tuple[int, ...]]]:
        """For each period that is not empty its index, and the numbers in order of the fields."""
        counts = zip(self.items, self.decisions, self.follow_ups, self.reports, strict=True)
        return ((place, count) for place, count in enumerate(counts) if any(count))


def line(register: Register, chapters: list[Chapter]) -> Line | None:
    """A topic's line of time, from the chapters of its story.

    None if there are fewer than `CHAPTERS_FOR_LINE` up to the day of the register.
    """
    today = register.as_of
    past = [
        chapter
        for chapter in chapters
        if chapter.day <= today and (chapter.meeting is None or chapter.meeting.held)
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
    """A relation between a decision or follow-up and an earlier one."""

    later: Outcome
    kind: Deed | Literal["arises_from", "continues"]
    earlier: Outcome


@dataclass(frozen=True, slots=True)
class Family:
    """A decision with the decisions that it changed, those that changed it, and its follow-ups."""

    members: list[Outcome]
    """Earlier decisions, the decision itself, its follow-ups, later decisions."""
    bonds: list[Bond]
    is_whole: bool
    """Whether all relatives are members; otherwise only the nearest `MOST_RELATIVES` of a sort."""


class Families:
    """The families of all decisions; which decision changed which is looked up only once."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._acts_on: dict[Outcome, list[tuple[Deed, Outcome]]] = {}
        self._order = {decision: place for place, decision in enumerate(register.decisions)}
        for earlier in register.decisions:
            for deed in DEEDS:
                for later in earlier.acted_on_by.get(deed, ()):
                    self._acts_on.setdefault(later, []).append((deed, earlier))

    def of(self, decision: Outcome) -> Family | None:
        """The family of a decision; None if it has too few relatives: `RELATIVES_FOR_FAMILY`."""
        before = _nearest(decision, self._changed_by)
        after = _nearest(decision, _changing)
        chains = [heirs(follow_up) for follow_up in decision.follow_ups]
        follow_ups = list(dict.fromkeys(chain(*chains)))
        decisions = len(before) + len(after)
        if not decisions or decisions + len(follow_ups) < RELATIVES_FOR_FAMILY:
            return None
        members = [
            *sorted(before[:MOST_RELATIVES], key=self._order.__getitem__),
            decision,
            *follow_ups[:MOST_RELATIVES],
            *sorted(after[:MOST_RELATIVES], key=self._order.__getitem__),
        ]
        is_whole = all(len(sort) <= MOST_RELATIVES for sort in (before, follow_ups, after))
        return Family(members, list(self._bonds(decision, members)), is_whole)

    def _changed_by(self, decision: Outcome) -> list[Outcome]:
        """The earlier decisions that a decision amends, supersedes or rescinds."""
        return [earlier for _, earlier in self._acts_on.get(decision, ())]

    def _bonds(self, decision: Outcome, members: list[Outcome]) -> Iterator[Bond]:
        drawn = set(members)
        for member in members:
            for deed, earlier in self._acts_on.get(member, ()):
                if earlier in drawn:
                    yield Bond(member, deed, earlier)
            if member in decision.follow_ups:
                yield Bond(member, "arises_from", decision)
            for earlier in member.continues:
                if earlier in drawn:
                    yield Bond(member, "continues", earlier)


def _changing(decision: Outcome) -> list[Outcome]:
    """The later decisions that amend, supersede or rescind a decision."""
    return [later for deed in DEEDS for later in decision.acted_on_by.get(deed, ())]


def _nearest(start: Outcome, neighbours: Callable[[Outcome], list[Outcome]]) -> list[Outcome]:
    """The decisions reached from `start` step by step, the nearest first.

    `neighbours` gives those one step away. The search ends soon after `MOST_RELATIVES`, with at
    least one more if there are more, so that the caller can tell that some are left out.
    """
    reached = {start: None}
    waiting = deque([start])
    while waiting and len(reached) <= MOST_RELATIVES + 1:
        new = [near for near in neighbours(waiting.popleft()) if near not in reached]
        reached |= dict.fromkeys(new)
        waiting.extend(dict.fromkeys(new))
    return list(reached)[1:]
