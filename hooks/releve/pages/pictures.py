"""The positions of the marks in a picture. Numbers come in, positions go out; words play no part.

A picture is as wide as its page, on any screen and on paper, and its words keep their size. So
horizontal values are in per cent of the width, and vertical ones in per cent of the height or in
`em`, the size of the letters. Each value is text, written as an attribute of SVG.
Begin at `bars`, for counts over time, or at `railed`, for rows that are joined by lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from ..register import Calendar, Family, Outcome

MOST_OWNERS = 6
"""How many owners have a bar at first, those with the most follow-ups; others are in a list."""


def percent(share: float) -> str:
    """A share between 0 and 1 as SVG writes it: 0.125 is `12.5%`."""
    return f"{share * 100:.2f}".rstrip("0").rstrip(".") + "%"


# --- bars over time -----------------------------------------------------------------------

_GAP = 0.12
"""The empty space on each side of a bar, as a share of the width of its period."""


_MOST_YEARS_NAMED = 6
"""How many years are named on the axis; more would overlap on a screen of 320 px."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: its upper left corner and its size, as attributes of SVG."""

    x: str
    y: str
    width: str
    height: str


def bars(counts: Sequence[int], calendar: Calendar, top: int, hanging: bool = False) -> list[Box]:
    """The bar of each period whose count is not 0: above the axis, or below it if `hanging`.

    `counts` has one number for each period of the calendar; `top` is the count whose bar is as high
    as the picture.
    """
    width = 1 / calendar.size
    return [
        Box(
            percent((place + _GAP) * width),
            "0%" if hanging else percent(1 - number / top),
            percent((1 - 2 * _GAP) * width),
            percent(number / top),
        )
        for place, number in enumerate(counts)
        if number
    ]


def rules(most: int) -> list[int]:
    """Up to three round numbers, where lines are drawn across bars; `most` is the largest count."""
    step = next(step for step in _round_numbers() if most <= step * 3)
    return list(range(step, max(most, 1) + step, step))


def _round_numbers() -> Iterator[int]:
    """1, 2, 5, 10, 20, 50, … without end."""
    return (digit * 10**power for power in count() for digit in (1, 2, 5))


def years(calendar: Calendar) -> list[tuple[str, int | None]]:
    """The position on the axis of the start of each round year, and its name, None without room."""
    span = calendar.years
    room = len(span) / _MOST_YEARS_NAMED
    step = next(step for step in _round_numbers() if step >= room)
    marked = [year for year in span if year % step == 0]
    if not marked or marked[0] - span.start >= room:
        marked = [span.start, *marked]
    return [
        (percent((year - span.start) / len(span)), year if span.stop - year >= room else None)
        for year in marked
    ]


# --- lines between rows -------------------------------------------------------------------

_NODE = 0.84
"""The position of a row's mark, as a share of the width of its rail; lines are left of it."""


_WIDEST = 0.36
"""The largest distance between two of these lines, as a share of the width."""
_MIDDLE = "0.75em"
"""The height of a row's mark: the middle of the first line of words."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line from (x1, y1) to (x2, y2), as attributes of SVG."""

    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True, slots=True)
class Rail:
    """The drawing at the side of a row: the position of its mark, and the lines beside it."""

    x: str
    y: str
    strokes: list[Stroke]


@dataclass(frozen=True, slots=True)
class _Comb:
    """A vertical line, with a short horizontal line to each row that it joins."""

    rows: frozenset[int]

    @property
    def first(self) -> int:
        return min(self.rows)

    @property
    def last(self) -> int:
        return max(self.rows)


def rails(size: int, joined: Iterable[tuple[int, int]]) -> list[Rail]:
    """The rail of each of `size` rows; `joined` are pairs of numbers of rows, counted from 0."""
    lanes = _lanes(_combs(set(joined)))
    distance = min(_WIDEST, _NODE / (len(lanes) + 0.5))
    rails = [Rail(percent(_NODE), _MIDDLE, []) for _ in range(size)]
    for lane, combs in enumerate(lanes, 1):
        x = percent(_NODE - lane * distance)
        for comb in combs:
            for row in range(comb.first, comb.last + 1):
                start = _MIDDLE if row == comb.first else "0%"
                end = _MIDDLE if row == comb.last else "100%"
                rails[row].strokes.append(Stroke(x, start, x, end))
                if row in comb.rows:
                    rails[row].strokes.append(Stroke(x, _MIDDLE, percent(_NODE), _MIDDLE))
    return rails


def railed(family: Family) -> list[tuple[Outcome, Rail]]:
    """Each member of a family of decisions, with its rail."""
    row = {member: place for place, member in enumerate(family.members)}
    joined = ((row[bond.earlier], row[bond.later]) for bond in family.bonds)
    return list(zip(family.members, rails(len(row), joined), strict=True))


def _combs(pairs: set[tuple[int, int]]) -> list[_Comb]:
    """A few combs that join all pairs. Each takes all remaining pairs of the row that has most."""
    combs = []
    while pairs:
        rows = [row for pair in pairs for row in pair]
        hub = min(set(rows), key=lambda row: (-rows.count(row), row))
        taken = {pair for pair in pairs if hub in pair}
        pairs = pairs - taken
        combs.append(_Comb(frozenset(row for pair in taken for row in pair)))
    return sorted(combs, key=lambda comb: (comb.last - comb.first, comb.first))


def _lanes(combs: Iterable[_Comb]) -> list[list[_Comb]]:
    """Combs in lanes, where no two of a lane overlap; the shortest are nearest to the marks."""
    lanes: list[list[_Comb]] = []
    for comb in combs:
        free = (
            lane
            for lane in lanes
            if all(comb.last <= other.first or other.last <= comb.first for other in lane)
        )
        lane = next(free, None)
        if lane is None:
            lanes.append([comb])
        else:
            lane.append(comb)
    return lanes
