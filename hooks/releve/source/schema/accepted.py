"""Answers to warnings: what looks like a mistake in a record, and is none."""

from __future__ import annotations

from pydantic import Field

from ..values import Id, Words
from .record import Record


class Accepted(Record):
    """Why something that `make check` warns of is right. It is for editors, and not published."""

    warning: Id = Field(description="The name of the warning, as the warning itself gives it.")
    about: Words = Field(
        description="What it is about, as the warning gives it: the id of a person, or a part of "
        "the record such as `decision 3`."
    )
    reason: Words = Field(description="Why the record is right.")
