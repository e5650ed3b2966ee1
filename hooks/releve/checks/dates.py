"""Rules on dates: their years are not those of a slip of the finger."""

from __future__ import annotations

from datetime import date
from functools import partial

from ..register import Register
from ..source import File, Location, dates, day_in, tell
from .common import Problems

_FIRST = 1800
"""The first year of which a committee's record is likely to be kept here."""
_CALLED, _AHEAD = 10, 100
"""How many years after the register's day a meeting is likely to be called, and any other date to
lie: a decision may expire, or an item stay withheld, for as long as people live."""


def years_are_likely(register: Register) -> Problems:
    for file in register.files:
        for location, day in file.remember("dates", partial(_dates, file)):
            ahead = _AHEAD if location else _CALLED
            why = None
            if day.year < _FIRST:
                why = tell("before %(year)s", year=_FIRST)
            elif day.year > register.as_of.year + ahead:
                why = tell(
                    "more than %(years)s years after the register's day, %(day)s",
                    years=ahead,
                    day=register.as_of,
                )
            if why:
                yield file.source.problem(
                    location,
                    tell("the year %(year)s is unlikely: it is %(why)s.", year=day.year, why=why),
                    tell("Look at it again; if it is right, nothing need change."),
                    warning=True,
                )


def _dates(file: File) -> list[tuple[Location, date]]:
    """Every date of a file; that of a meeting, which its file's name says, has no location."""
    held = day_in(file.name[2]) if file.kind == "meeting" else None
    return [*([((), held)] if held else []), *dates(file.content)]
