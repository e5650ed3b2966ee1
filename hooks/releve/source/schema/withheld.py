"""What a record does not publish, and its release later on."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ..values import Date, Reference, Text, TrueOrFalse
from .record import Record, Refers


class Release(Record):
    """When, or by which decision, something that was withheld came to be published."""

    date: Date | None = Field(
        None, description="The day on which it was published, if not that of the decision."
    )
    by: Annotated[Reference | None, Refers("decision")] = Field(
        None, description="The decision that allows it; not needed once `until` has passed."
    )

    @model_validator(mode="after")
    def _check_dated(self) -> Release:
        if self.date is None and self.by is None:
            raise PydanticCustomError("release_undated", "neither date nor decision")
        return self


class Withheld(Record):
    """Why something is not published. Its content does not enter the register until its release."""

    reason: Text = Field(description="Why, and under which rule.")
    until: Date | None = Field(None, description="The day from which it may be published.")
    released: Release | None = Field(
        None,
        description="Given once it is published. What was withheld is then written where it would "
        "have stood, and `withheld` stays.",
    )


class WithheldItem(Withheld):
    """Why the content of an item is not published."""

    outcomes_public: TrueOrFalse = Field(
        False,
        description="`true` if what came of it is published, though what was said is not: then the "
        "item may have `outcomes`.",
    )
