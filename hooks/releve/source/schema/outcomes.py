"""What comes of a meeting: decisions with their votes, follow-ups, notes."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from ..periods import DateOrPeriod
from ..values import Count, Id, MeetingId, Number, References, Text, as_list
from .actors import Anyone
from .dues import Dues
from .record import ACTORS, Record, Refers


def _map_of_votes(value: Any) -> Any:
    """`{count: 9}` for `9`, and `{members: [x, y]}` for `[x, y]`, which are short for them."""
    if isinstance(value, str) and value:
        return {"count": value}
    return {"members": value} if isinstance(value, list) else value


class Votes(Record):
    """One side of a vote: how many, or who."""

    count: Count | None = Field(None, description="How many.")
    members: Annotated[list[Anyone], Refers(*ACTORS)] = Field(
        [], description="Who, where the vote is by member."
    )


Side = Annotated[
    Votes,
    BeforeValidator(_map_of_votes, json_schema_input_type=int | list[Anyone] | Votes),
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
    moved_by: Annotated[Anyone | None, Refers(*ACTORS)] = Field(None, description="Who moved it.")
    seconded_by: Annotated[Anyone | None, Refers(*ACTORS)] = Field(
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
    effective: DateOrPeriod | None = Field(
        None,
        description="When it takes effect, if not at once: a day, a month, a quarter or a year.",
    )
    expires: DateOrPeriod | None = Field(
        None, description="The last day, month, quarter or year in which it is in force."
    )
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


class FollowUp(Record):
    """Something that somebody undertook to do."""

    follow_up: Number = Field(description="Its number in the record.")
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

    @model_validator(mode="after")
    def _check_that_it_says_something(self) -> FollowUp:
        """A follow-up says what is to be done: as a whole, in its parts, or both."""
        if self.text is None and not self.tasks:
            raise PydanticCustomError("nothing_to_do", "neither text nor tasks")
        return self


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
