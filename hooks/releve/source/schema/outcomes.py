"""What comes of a meeting: decisions, follow-ups, notes."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from ..values import Id, Number, References, Text, Words
from .actors import Anyone
from .decisions import Decision
from .documents import Document
from .dues import Dues
from .record import ACTORS, Record, Refers


class FollowUp(Record):
    """Something that somebody undertook to do."""

    follow_up: Number = Field(
        description="Its number in the record; where the record numbers nothing, a short name of "
        "your choice in lower case, such as open-source-first."
    )
    title: Text | None = Field(None, description="A short title, if the record gives one.")
    text: Text | None = Field(
        None, description="What is to be done; may be left out where `tasks` say it."
    )
    tasks: list[Text] = Field([], description="Its parts, where it has several.")
    owners: Annotated[list[Anyone], Refers(*ACTORS)] = Field(
        [],
        description="Who owes it: a person, a group or an organization; one of its offices, "
        "as `organization#office`; or the name of someone without an entry.",
    )
    due: Dues | None = Field(
        None,
        description="When it is due; left out if the record does not say. A day (`2025-06-01`), a "
        "month, a quarter or a year (`2025-06`, `2025-Q2`, `2025`), a meeting, `next-meeting`, or "
        "`{said: …}` in the record's words; a list where there are several, of which the next "
        "counts.",
    )
    arises_from: Annotated[References, Refers("decision")] = Field(
        [], description="Decisions that it carries out."
    )
    topics: Annotated[list[Id], Refers("topic")] = Field(
        [], description="Its subjects, where they are not the item's."
    )
    documents: list[Document] = Field([], description="Documents it refers to.")
    shown_as: Words | None = Field(
        None,
        description="Its number as the record writes it, where that cannot be part of an address: "
        "CM/19/03.",
    )

    @model_validator(mode="after")
    def _check_that_it_says_something(self) -> FollowUp:
        """A follow-up says what is to be done: as a whole, in its parts, or both."""
        if self.text is None and not self.tasks:
            raise PydanticCustomError("nothing_to_do", "neither text nor tasks")
        return self


class Note(Record):
    """A remark that was added to the record after the meeting."""

    note: Number = Field(
        description="Its number in the record; where the record numbers nothing, a short name of "
        "your choice in lower case, such as open-source-first."
    )
    text: Text = Field(description="Words of the remark.")
    shown_as: Words | None = Field(
        None,
        description="Its number as the record writes it, where that cannot be part of an address: "
        "CM/19/03.",
    )


def _tag_of_outcome(value: Any) -> str | None:
    """The tag of the member of `Outcome` that a value belongs to; None if it belongs to none."""
    for kind in ("decision", "follow_up", "note"):
        if hasattr(value, kind) or (isinstance(value, dict) and kind in value):
            return f"<{kind}>"
    return None


Outcome = Annotated[
    Annotated[Decision, Tag("<decision>")]
    | Annotated[FollowUp, Tag("<follow_up>")]
    | Annotated[Note, Tag("<note>")],
    Discriminator(_tag_of_outcome),
]
