"""When a follow-up is due."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag
from pydantic_core import PydanticCustomError

from ..periods import DateOrPeriod, is_period
from ..values import Date, MeetingId, Text
from .record import Record, Refers

NEXT_MEETING = "next-meeting"


class DueAtMeeting(Record):
    """Due at a meeting, whenever it is held."""

    meeting: Annotated[MeetingId, Refers("meeting")] = Field(description="Due at this meeting.")


class DueOnDate(Record):
    """Due on a day."""

    date: Date = Field(description="Due on this day.")


class DueBy(Record):
    """Due by the end of a month, a quarter or a year."""

    by: DateOrPeriod = Field(
        description="Due by the end of this month, quarter or year: `2025-06`, `2025-Q2`, `2025`; "
        "or by this day."
    )


class DueAsSaid(Record):
    """Due at a time that the record tells in words only, such as “before the summer”."""

    said: Text = Field(description="When it is due, in the words of the record.")


def _map_of_due(value: Any) -> Any:
    """The map that a single word is short for: `{by: 2025-06}` for `2025-06`."""
    if not isinstance(value, str) or value in ("", NEXT_MEETING):
        return value
    if "/" in value:
        return {"meeting": value}
    if is_period(value):
        return {"by": value}
    if re.fullmatch(r"[0-9]+-[0-9]+-[0-9]+", value):
        return {"date": value}
    raise PydanticCustomError("due_form", "not a time when something may be due")


def _tag_of_due(value: Any) -> str:
    """The tag of the member of `Due` that a value belongs to."""
    if isinstance(value, str):
        return "<next>"
    for name in ("date", "by", "said"):
        if hasattr(value, name) or (isinstance(value, dict) and name in value):
            return f"<{name}>"
    return "<meeting>"


Due = Annotated[
    Annotated[Literal["next-meeting"], Tag("<next>")]
    | Annotated[DueAtMeeting, Tag("<meeting>")]
    | Annotated[DueOnDate, Tag("<date>")]
    | Annotated[DueBy, Tag("<by>")]
    | Annotated[DueAsSaid, Tag("<said>")],
    Discriminator(_tag_of_due),
]
OneDue = Annotated[
    Due,
    BeforeValidator(
        _map_of_due,
        json_schema_input_type=Literal["next-meeting"]
        | MeetingId
        | DateOrPeriod
        | DueAtMeeting
        | DueOnDate
        | DueBy
        | DueAsSaid,
    ),
]
Dues = Annotated[
    Annotated[OneDue, Tag("<one>")]
    | Annotated[list[OneDue], Field(min_length=1), Tag("<several>")],
    Discriminator(lambda value: "<several>" if isinstance(value, list) else "<one>"),
]
"""When a follow-up is due: once, or several times, of which the next one counts."""
