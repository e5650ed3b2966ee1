"""Splits the lists of meetings, decisions and follow-ups over several pages once they are long.

A page of a list weighs at most about 300 kB, and 30 kB compressed, however large the register:
`ROOM` says how much it holds. The index page of a list comes first; what has no room there is on
further pages, most of them for a year. The filter of a list looks through all its pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from .collection import Register
from .follow_ups import open_and_closed, status
from .model import Meeting, Outcome

ROOM = 60_000
"""What a page of a list holds: the letters of the texts in its rows, and `_AROUND` for each row."""
_AROUND = 250
"""What a row weighs without its text, beside the letters of a text, once a page is compressed."""

Year = int | None
"""The year under which rows are listed; None for open follow-ups, which are under none."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one page of a list holds."""

    name: str
    """The end of its address: `2032` for a year, `2032-2` for the second page of one, `2` for the
    second page of open follow-ups; empty for the index page."""
    rows: list[Any]
    """Meetings, decisions or follow-ups, in the order in which they are shown."""

    @property
    def year(self) -> str:
        """The year that the page holds; empty for the index and for open follow-ups."""
        first = self.name.partition("-")[0]
        return first if len(first) == 4 else ""

    @property
    def number(self) -> str:
        """Which of several pages of the year, or of open follow-ups, it is; empty for the first."""
        return self.name.partition("-")[2] if self.year else self.name


@dataclass(frozen=True, slots=True)
class Listed:
    """A list split over pages."""

    parts: list[Part]
    """The index page first, even if it is empty."""
    years: list[int] = field(default_factory=list)
    """The years of the meetings of all rows, the latest first."""
    closed_in: list[int] = field(default_factory=list)
    """The years in which follow-ups were closed, the latest first."""

    @property
    def size(self) -> int:
        """The number of rows on all pages."""
        return sum(len(part.rows) for part in self.parts)

    def part(self, name: str) -> Part | None:
        """The page with a name; None if there is none."""
        return next((part for part in self.parts if part.name == name), None)


def meetings(register: Register) -> Listed:
    """The list of meetings by year, the latest first."""
    latest_first = register.meetings[::-1]
    return _listed(latest_first, lambda meeting: meeting.date.year, lambda meeting: meeting)


def decisions(register: Register) -> Listed:
    """The list of decisions by the year in which they were made, the latest first."""
    latest_first = register.decisions[::-1]
    return _listed(latest_first, lambda decision: decision.meeting.date.year, _meeting)


def follow_ups(register: Register) -> Listed:
    """The list of follow-ups: the open ones, the most urgent first, then the closed ones by the
    year in which they were closed.
    """
    still_open, closed = open_and_closed(register, register.follow_ups)

    def year_closed(follow_up: Outcome) -> Year:
        day = status(register, follow_up, register.as_of).closed
        return day.year if day else None

    years = sorted({year for one in closed if (year := year_closed(one))}, reverse=True)
    return _listed([*still_open, *closed], year_closed, _meeting, years)


LISTS: Mapping[str, Callable[[Register], Listed]] = {
    "meetings": meetings,
    "decisions": decisions,
    "follow-ups": follow_ups,
}
"""The lists that may be split, by the name of their index page."""


def _meeting(outcome: Outcome) -> Meeting:
    return outcome.meeting


def _listed(
    rows: list[Any],
    year_of: Callable[[Any], Year],
    meeting_of: Callable[[Any], Meeting],
    closed_in: list[int] | None = None,
) -> Listed:
    years = sorted({meeting_of(row).date.year for row in rows}, reverse=True)
    return Listed(split(rows, year_of), years, closed_in or [])


def split(rows: Iterable[Any], year_of: Callable[[Any], Year]) -> list[Part]:
    """Split rows, ordered by year, into those of the index page and those of further pages.

    The index page gets what is first, and whole years as long as there is room. What has no room on
    one page, be it the index, is split within its year.
    """
    here: list[Any] = []
    left: list[Part] = []
    for year, group in groupby(rows, year_of):
        of_year = list(group)
        if not left and _weight(here) + _weight(of_year) <= ROOM:
            here += of_year
            continue
        pages = enumerate(_pages(of_year), 1)
        if not here:
            here += next(pages)[1]
        left += (Part(_name(year, number), page) for number, page in pages)
    return [Part("", here), *left]


def _name(year: Year, number: int) -> str:
    return "-".join([*([str(year)] if year else []), *([str(number)] if number > 1 else [])])


def _pages(rows: list[Any]) -> Iterator[list[Any]]:
    """Rows cut into pages, each as full as `ROOM` lets it be."""
    page: list[Any] = []
    weight = 0
    for row in rows:
        weight += (own := _weight([row]))
        if page and weight > ROOM:
            yield page
            page, weight = [], own
        page.append(row)
    yield page


def _weight(rows: Iterable[Any]) -> int:
    return sum(_AROUND + _letters(row) for row in rows)


def _letters(row: Any) -> int:
    """The letters of a row's text, in the language in which it is longest."""
    if isinstance(row, Meeting):
        return 0
    texts = [row.data.text, *getattr(row.data, "tasks", ())]
    return sum(max(map(len, text.values()), default=0) for text in texts if text)
