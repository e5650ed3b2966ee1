"""What comes of a meeting: decisions, follow-ups, notes."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from ..values import Actor, Date, Id, MeetingId, Number, References, Text, Words
from .decisions import Decision
from .documents import Document
from .record import ACTORS, Record, Refers


class DueAtMeeting(Record):
    """Due at a meeting, whenever it is held."""

    meeting: Annotated[MeetingId, Refers("meeting")] = Field(description="Due at this meeting.")


class DueOnDate(Record):
    """Due on a day."""

    date: Date = Field(description="Due on this day.")


Due = Annotated[
    Annotated[DueAtMeeting, Tag("<meeting>")] | Annotated[DueOnDate, Tag("<date>")],
    Discriminator(
        lambda value: (
            "<date>"
            if isinstance(value, DueOnDate) or (isinstance(value, dict) and "date" in value)
            else "<meeting>"
        )
    ),
]


class FollowUp(Record):
    """Something that somebody undertook to do."""

    follow_up: Number = Field(
        description="Its number in the record; where the record numbers nothing, a short name of "
        "your choice in lower case, such as open-source-first."
    )
    title: Text | None = Field(None, description="A short title, if the record gives one.")
    text: Text = Field(description="What is to be done.")
    tasks: list[Text] = Field([], description="Its parts, where it has several.")
    owners: Annotated[list[Actor], Refers(*ACTORS)] = Field(
        [],
        description="Who owes it: a person, a group or an organization; or one of its offices, "
        "as `organization#office`.",
    )
    due: Due | None = Field(
        None, description="When it is due; left out if the record does not say."
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
