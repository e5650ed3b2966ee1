"""Dates that are known in part: a month, a quarter or a year."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Annotated, Any, Literal

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from .values import DAY, FIRST_YEAR, LAST_YEAR, existing_day

_PERIOD = r"[0-9]{4}(-(0[1-9]|1[0-2]|Q[1-4]))?"


class Period(str):
    """A month (`2025-06`), a quarter of a year (`2025-Q2`) or a year (`2025`), as it is typed."""

    __slots__ = ()

    @property
    def unit(self) -> Literal["month", "quarter", "year"]:
        """How long it is."""
        if len(self) == 4:
            return "year"
        return "quarter" if self[5] == "Q" else "month"

    @property
    def first(self) -> date:
        """Its first day."""
        part = self[5:]
        month = int(part[1:]) * 3 - 2 if part.startswith("Q") else int(part or 1)
        return date(int(self[:4]), month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        months = {"month": 1, "quarter": 3, "year": 12}[self.unit]
        years, month = divmod(self.first.month - 1 + months, 12)
        return date(self.first.year + years, month + 1, 1) - timedelta(days=1)


def is_period(text: str) -> bool:
    """Whether a text is a month, a quarter or a year, written as in `Period`."""
    return bool(re.fullmatch(_PERIOD, text)) and FIRST_YEAR <= int(text[:4]) <= LAST_YEAR


def _date_or_period(value: Any) -> date | Period:
    if isinstance(value, str) and is_period(value):
        return Period(value)
    if not isinstance(value, str) or not re.fullmatch(DAY, value):
        raise PydanticCustomError("date_or_period_form", "neither a date nor a period")
    return existing_day(value)


DateOrPeriod = Annotated[
    date | Period,
    PlainValidator(_date_or_period),
    # An editor reads a lone year as a number.
    WithJsonSchema({"type": ["string", "integer"], "pattern": f"^({DAY}|{_PERIOD})$"}),
]


def first_day(when: date | Period) -> date:
    """The day itself, or the first one of a period."""
    return when.first if isinstance(when, Period) else when


def last_day(when: date | Period) -> date:
    """The day itself, or the last one of a period."""
    return when.last if isinstance(when, Period) else when
