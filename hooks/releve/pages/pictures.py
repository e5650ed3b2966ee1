"""Where the marks of a picture stand. Plain numbers in, places out; no words.

A picture is as wide as its page, on any screen and on paper, and its words keep their size: what
lies along the page is in per cent of the width, and what lies across is in per cent of the height
or in `em`, which CSS sets. Each value is written as an attribute of SVG writes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count

from ..register import Calendar, Family, Outcome

MOST_OWNERS = 6
"""Owners whose bars are shown at once, those who owe most; the others are a list to open."""


def percent(share: float) -> str:
    """A share of one, as SVG writes it."""
    return f"{share * 100:.2f}".rstrip("0").rstrip(".") + "%"


# --- bars over time -----------------------------------------------------------------------

_GAP = 0.12
"""The part of a period's width on either side of its bar that stays empty."""


_MOST_YEARS_NAMED = 6
"""More would run together on a screen of 320 px."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: str
    y: str
    width: str
    height: str


def bars(counts: Sequence[int], calendar: Calendar, top: int, hanging: bool = False) -> list[Box]:
    """A bar for each period that counts something, standing on the axis or hanging from it.

    `top` is the count whose bar is as high as the picture.
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
    """Up to three round numbers, at which to draw lines across bars of up to `most`."""
    steps = (digit * 10**power for power in count() for digit in (1, 2, 5))
    step = next(step for step in steps if most <= step * 3)
    return list(range(step, max(most, 1) + step, step))


def years(calendar: Calendar) -> list[tuple[str, int | None]]:
    """Where round years begin on the axis, and which year each is, if there is room to name it."""
    span = calendar.years
    room = len(span) / _MOST_YEARS_NAMED
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100) if step >= room)
    marked = [year for year in span if year % step == 0]
    if not marked or marked[0] - span.start >= room:
        marked = [span.start, *marked]
    return [
        (percent((year - span.start) / len(span)), year if span.stop - year >= room else None)
        for year in marked
    ]


# --- lines between rows -------------------------------------------------------------------

_NODE = 0.84
"""How far along its rail a row's own mark stands; the lines that join rows stand before it."""


_WIDEST = 0.36
"""The most that is between two of these lines."""
_MIDDLE = "0.75em"
"""How far down its row a mark stands: the middle of the first line of words."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True, slots=True)
class Rail:
    """What is drawn at the side of a row: the place of its mark, and the lines that pass it."""

    x: str
    y: str
    strokes: list[Stroke]


@dataclass(frozen=True, slots=True)
class _Comb:
    """An upright line with a tooth for each row that it joins."""

    rows: frozenset[int]

    @property
    def first(self) -> int:
        return min(self.rows)

    @property
    def last(self) -> int:
        return max(self.rows)


def rails(size: int, joined: Iterable[tuple[int, int]]) -> list[Rail]:
    """The rail of each of `size` rows, some of which are joined in pairs."""
    lanes = _lanes(_combs(set(joined)))
    apart = min(_WIDEST, _NODE / (len(lanes) + 0.5))
    found = [Rail(percent(_NODE), _MIDDLE, []) for _ in range(size)]
    for lane, combs in enumerate(lanes, 1):
        x = percent(_NODE - lane * apart)
        for comb in combs:
            for row in range(comb.first, comb.last + 1):
                start = _MIDDLE if row == comb.first else "0%"
                end = _MIDDLE if row == comb.last else "100%"
                found[row].strokes.append(Stroke(x, start, x, end))
                if row in comb.rows:
                    found[row].strokes.append(Stroke(x, _MIDDLE, percent(_NODE), _MIDDLE))
    return found


def railed(family: Family) -> list[tuple[Outcome, Rail]]:
    """Each member of a family, with its rail."""
    row = {member: place for place, member in enumerate(family.members)}
    joined = ((row[bond.earlier], row[bond.later]) for bond in family.bonds)
    return list(zip(family.members, rails(len(row), joined), strict=True))


def _combs(pairs: set[tuple[int, int]]) -> list[_Comb]:
    """As few combs as join all pairs: each takes what is left at the row that joins most."""
    found = []
    while pairs:
        rows = [row for pair in pairs for row in pair]
        hub = min(set(rows), key=lambda row: (-rows.count(row), row))
        taken = {pair for pair in pairs if hub in pair}
        pairs = pairs - taken
        found.append(_Comb(frozenset(row for pair in taken for row in pair)))
    return sorted(found, key=lambda comb: (comb.last - comb.first, comb.first))


def _lanes(combs: Iterable[_Comb]) -> list[list[_Comb]]:
    """Combs in as many lanes as they need not to cover each other, the shortest nearest."""
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
