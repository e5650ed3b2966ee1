"""Reports on follow-ups."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ..values import Date, MeetingId, Reference, Text
from .outcomes import Due
from .record import Record, Refers


class Report(Record):
    """What was reported on a follow-up, on a day."""

    date: Date = Field(description="The day of the report.")
    meeting: Annotated[MeetingId | None, Refers("meeting")] = Field(
        None, description="Where it was reported, if at a meeting."
    )
    status: Literal["in-progress", "done", "dropped", "carried-over"] = Field(
        description="Where the follow-up stands after it."
    )
    text: Text | None = Field(None, description="What was reported.")
    due: Due | None = Field(None, description="A new due date; the old one stays in the history.")
    continued_by: Annotated[Reference | None, Refers("follow_up")] = Field(
        None, description="For `carried-over`: the follow-up that continues it."
    )

    @model_validator(mode="after")
    def _check_continued_by(self) -> Report:
        """Exactly the reports that carry a follow-up over name the one that continues it."""
        if (self.status == "carried-over") != (self.continued_by is not None):
            raise PydanticCustomError("carried_over", "status and continued_by disagree")
        return self


class Reports(Record):
    """Reports on one follow-up since it was agreed. The file's name says which."""

    reports: list[Report] = Field(min_length=1, description="Reports, oldest first.")
