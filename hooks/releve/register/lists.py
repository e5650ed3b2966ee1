"""Splits the lists of decisions and of follow-ups over several pages once they are long.

The index page of a list filters its rows at each key that a reader types. It holds the whole list
up to `LONG` rows, for which a browser takes 18 ms a key, about one frame (docs/speed.en.md);
beyond that, earlier years get pages of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import groupby

from .collection import Register
from .follow_ups import open_and_closed, status
from .model import Outcome

LONG = 3000
"""The most rows that an index page holds (open follow-ups, or a single year, may exceed it)."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list split over pages; each part in the order in which it is shown."""

    here: list[Outcome]
    """The rows on the index page, without open follow-ups."""
    open: list[Outcome] = field(default_factory=list)
    """Open follow-ups, all of them on the index page; empty for decisions."""
    years: dict[int, list[Outcome]] = field(default_factory=dict)
    """The rows on the page of each earlier year, the latest year first; empty if all rows fit on
    the index page."""


def decisions(register: Register) -> Listed:
    """The list of decisions, the latest first; pages are by the year in which they were made."""
    latest_first = register.decisions[::-1]
    here, years = _split(latest_first, LONG, lambda decision: decision.meeting.date.year)
    return Listed(here, years=years)


def follow_ups(register: Register) -> Listed:
    """The list of follow-ups: the open ones, the most urgent first, then the closed ones; pages
    are by the year in which they were closed.
    """
    still_open, closed = open_and_closed(register, register.follow_ups)

    def year_closed(follow_up: Outcome) -> int:
        day = status(register, follow_up, register.as_of).closed
        assert day, "only what is closed is listed by year"
        return day.year

    here, years = _split(closed, LONG - len(still_open), year_closed)
    return Listed(here, still_open, years)


LISTS: dict[str, Callable[[Register], Listed]] = {"decisions": decisions, "follow-ups": follow_ups}
"""The lists that may be split, by the name of their index page."""


def _split(
    rows: Iterable[Outcome], room: int, year_of: Callable[[Outcome], int]
) -> tuple[list[Outcome], dict[int, list[Outcome]]]:
    """Split rows, ordered by year, into those of the index page and those of each other year.

    The index page gets whole years, the latest ones, up to `room` rows; at least one year.
    """
    here: list[Outcome] = []
    years: dict[int, list[Outcome]] = {}
    for year, group in groupby(rows, year_of):
        rows_of_year = list(group)
        if here and (years or len(here) + len(rows_of_year) > room):
            years[year] = rows_of_year
        else:
            here += rows_of_year
    return here, years
