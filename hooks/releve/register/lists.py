"""The lists of decisions and of follow-ups, and where their parts stand once they are long.

An index holds a whole list as long as a browser answers to a key in it at once. Of a longer one,
the earlier years have pages of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import groupby

from .follow_ups import open_and_closed, status
from .model import Outcome, Register

LONG = 3000
"""How many rows an index may hold."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list in its parts, each in the order in which it is shown."""

    here: list[Outcome]
    """What the index holds, beside what is open."""
    open: list[Outcome] = field(default_factory=list)
    """Follow-ups that are open: the index holds them all."""
    years: dict[int, list[Outcome]] = field(default_factory=dict)
    """What the page of each earlier year holds, the latest first; empty if the list is short."""


def decisions(register: Register) -> Listed:
    """Decisions, the latest first, by the year in which they were made."""
    found = register.decisions[::-1]
    here, years = _parted(found, LONG, lambda decision: decision.meeting.date.year)
    return Listed(here, years=years)


def follow_ups(register: Register) -> Listed:
    """Follow-ups: the open ones, the most urgent first; others by the year in which they closed."""
    open_ones, closed = open_and_closed(register, register.follow_ups)

    def year(follow_up: Outcome) -> int:
        at = status(register, follow_up, register.as_of).closed
        assert at, "only what is closed is listed by year"
        return at.year

    here, years = _parted(closed, LONG - len(open_ones), year)
    return Listed(here, open_ones, years)


LISTS: dict[str, Callable[[Register], Listed]] = {"decisions": decisions, "follow-ups": follow_ups}
"""The lists whose earlier years may have pages, by the index that holds the rest."""


def _parted(
    things: Iterable[Outcome], room: int, year_of: Callable[[Outcome], int]
) -> tuple[list[Outcome], dict[int, list[Outcome]]]:
    """The latest years for which there is room, one at least, and the others."""
    here: list[Outcome] = []
    years: dict[int, list[Outcome]] = {}
    for year, group in groupby(things, year_of):
        of_year = list(group)
        if here and (years or len(here) + len(of_year) > room):
            years[year] = of_year
        else:
            here += of_year
    return here, years
