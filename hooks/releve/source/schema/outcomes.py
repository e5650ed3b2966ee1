"""What comes of a meeting: decisions with their votes, follow-ups, notes."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag

from ..values import Actor, Count, Date, Id, MeetingId, Number, References, Text, as_list
from .documents import Document
from .record import ACTORS, Record, Refers


def _map_of_votes(value: Any) -> Any:
    """`{count: 9}` for `9`, and `{members: [x, y]}` for `[x, y]`, which are short for them."""
    if isinstance(value, str) and value:
        return {"count": value}
    return {"members": value} if isinstance(value, list) else value


class Votes(Record):
    """One side of a vote: how many, or who."""

    count: Count | None = Field(None, description="How many.")
    members: Annotated[list[Actor], Refers(*ACTORS)] = Field(
        [], description="Who, where the vote is by member."
    )


Side = Annotated[
    Votes,
    BeforeValidator(_map_of_votes, json_schema_input_type=int | list[Actor] | Votes),
]


class Vote(Record):
    """How a decision was put to the vote."""

    for_: Side = Field(alias="for", description="In favour.")
    against: Side | None = Field(None, description="Against.")
    abstained: Side | None = Field(None, description="Abstained.")


class Appointment(Record):
    """A person named to an office by a decision."""

    person: Annotated[Id, Refers("person")] = Field(
        description="Who is appointed: an id in people.yml."
    )
    office: Id = Field(description="To which office of the organization.")
    of: Annotated[Id, Refers("organization")] = Field(description="Of which organization.")
    replaces: Annotated[Id | None, Refers("person")] = Field(
        None, description="Whom the person replaces."
    )


class Decision(Record):
    """A decision of the meeting."""

    decision: Number = Field(description="Its number in the record.")
    title: Text | None = Field(None, description="A short title, if the record gives one.")
    text: Text = Field(description="The words of the decision.")
    outcome: Literal["adopted", "adopted-in-principle", "rejected", "deferred", "noted"] = Field(
        "adopted", description="What became of the proposal."
    )
    moved_by: Annotated[Actor | None, Refers(*ACTORS)] = Field(None, description="Who moved it.")
    seconded_by: Annotated[Actor | None, Refers(*ACTORS)] = Field(
        None, description="Who seconded it."
    )
    vote: (
        Annotated[
            Annotated[Literal["consensus", "unanimous"], Tag("<word>")]
            | Annotated[Vote, Tag("<vote>")],
            Discriminator(lambda value: "<word>" if isinstance(value, str) else "<vote>"),
        ]
        | None
    ) = Field(None, description="`consensus`, `unanimous`, or the vote itself.")
    approves: Annotated[MeetingId | None, Refers("meeting")] = Field(
        None, description="The meeting whose record it approves."
    )
    appoints: Annotated[
        list[Appointment],
        BeforeValidator(as_list, json_schema_input_type=Appointment | list[Appointment]),
    ] = Field([], description="Appointments that it makes.")
    effective: Date | None = Field(None, description="When it takes effect, if not at once.")
    expires: Date | None = Field(None, description="The last day on which it is in force.")
    amends: Annotated[References, Refers("decision")] = Field(
        [], description="Decisions that it changes in part."
    )
    supersedes: Annotated[References, Refers("decision")] = Field(
        [], description="Decisions that it takes the place of."
    )
    rescinds: Annotated[References, Refers("decision")] = Field(
        [], description="Decisions that it ends."
    )
    topics: Annotated[list[Id], Refers("topic")] = Field(
        [], description="Its subjects, where they are not the item's."
    )
    documents: list[Document] = Field([], description="Documents it refers to.")


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

    follow_up: Number = Field(description="Its number in the record.")
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


class Note(Record):
    """A remark that was added to the record after the meeting."""

    note: Number = Field(description="Its number in the record.")
    text: Text = Field(description="Words of the remark.")


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
