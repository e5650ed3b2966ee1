"""Reports on follow-ups, and reviews of them at a meeting."""

from __future__ import annotations

from typing import Annotated, Literal, TypeVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ..values import Date, FollowUpReference, MeetingId, Reference, Text
from .dues import Dues
from .record import Record, Refers

Progress = Literal["in-progress", "done", "dropped", "carried-over", "reopened"]
_Reported = TypeVar("_Reported", "Report", "Review")


def _with_continuation(reported: _Reported) -> _Reported:
    """Exactly what carries a follow-up over names the one that continues it."""
    if (reported.status == "carried-over") != (reported.continued_by is not None):
        raise PydanticCustomError("carried_over", "status and continued_by disagree")
    return reported


class Report(Record):
    """What was reported on a follow-up, on a day."""

    date: Date = Field(description="The day of the report.")
    meeting: Annotated[MeetingId | None, Refers("meeting")] = Field(
        None, description="Where it was reported, if at a meeting."
    )
    status: Progress = Field(
        description="Where the follow-up stands after it; `reopened` after it was closed, where "
        "that turned out to be wrong."
    )
    text: Text | None = Field(None, description="What was reported.")
    due: Dues | None = Field(None, description="A new due date; the old one stays in the history.")
    continued_by: Annotated[Reference | None, Refers("follow_up")] = Field(
        None, description="For `carried-over`: the follow-up that continues it."
    )

    @model_validator(mode="after")
    def _check_continued_by(self) -> Report:
        return _with_continuation(self)


class Reports(Record):
    """Reports on one follow-up since it was agreed. The file's name says which."""

    reports: list[Report] = Field(min_length=1, description="Reports, oldest first.")


class Review(Record):
    """What a meeting heard of a follow-up that was agreed earlier."""

    follow_up: Annotated[FollowUpReference, Refers("follow_up")] = Field(
        description="The follow-up: `cm-jc/2019-09-25#5C`."
    )
    status: Progress = Field(description="Where the follow-up stands after this meeting.")
    text: Text | None = Field(None, description="What was reported, if the record says more.")
    due: Dues | None = Field(None, description="A new due date; the old one stays in the history.")
    continued_by: Annotated[Reference | None, Refers("follow_up")] = Field(
        None, description="For `carried-over`: the follow-up that continues it."
    )

    @model_validator(mode="after")
    def _check_continued_by(self) -> Review:
        return _with_continuation(self)
