"""A decision: what became of the proposal, how it was voted on, and what it does to others."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from ..periods import DateOrPeriod
from ..values import (
    Actor,
    Address,
    Date,
    Id,
    MeetingId,
    Name,
    Number,
    Reference,
    References,
    Text,
    TrueOrFalse,
    Words,
    as_list,
)
from .actors import Anyone, SeveralOfAnyone
from .documents import Document
from .record import ACTORS, Record, Refers
from .votes import Vote
from .withheld import Withheld


class Appointment(Record):
    """A person named to an office by a decision."""

    person: Annotated[Id, Refers("person")] = Field(
        description="Who is appointed: an id in people.yml."
    )
    office: Id | None = Field(
        None, description="To which office of the organization; left out for a plain member."
    )
    of: Annotated[Id, Refers("organization")] = Field(description="Of which organization.")
    replaces: Annotated[Id | None, Refers("person")] = Field(
        None, description="Whom the person replaces."
    )
    from_: Date | None = Field(
        None, alias="from", description="First day in office, if not that of the decision."
    )
    to: Date | None = Field(
        None,
        description="Last day in office, where the term is set; the day of the meeting, for an "
        "office held for that meeting.",
    )


class Source(Record):
    """Something outside this register: a law, a policy, a document."""

    title: Name | None = Field(None, description="What it is called.")
    url: Address | None = Field(None, description="Where it can be read.")

    @model_validator(mode="after")
    def _check_named(self) -> Source:
        if self.title is None and self.url is None:
            raise PydanticCustomError("source_unnamed", "neither title nor address")
        return self


Sources = Annotated[
    list[Source], BeforeValidator(as_list, json_schema_input_type=Source | list[Source])
]


AGENDA = "agenda"
"""What `approves` says of a decision on the agenda of its own meeting."""
Approved = Annotated[
    Annotated[MeetingId, Tag("<meeting>")] | Annotated[Literal["agenda"], Tag("<agenda>")],
    Discriminator(lambda value: "<agenda>" if value == AGENDA else "<meeting>"),
]


class Decision(Record):
    """A decision of the meeting, or a motion that came to nothing."""

    decision: Number = Field(
        description="Its number in the record; where the record numbers nothing, a short name of "
        "your choice in lower case, such as open-source-first."
    )
    title: Text | None = Field(None, description="A short title, if the record gives one.")
    text: Text | None = Field(
        None, description="The words of the decision; left out only where it is `withheld`."
    )
    outcome: Literal[
        "adopted",
        "adopted-in-principle",
        "rejected",
        "withdrawn",
        "lapsed",
        "tabled",
        "referred",
        "deferred",
        "noted",
    ] = Field(
        "adopted",
        description="What became of the proposal. `withdrawn`: by its mover; `lapsed`: for want of "
        "a seconder, say; `tabled`: set aside without a date; `referred`: to another body.",
    )
    moved_by: Annotated[Anyone | None, Refers(*ACTORS)] = Field(None, description="Who moved it.")
    seconded_by: Annotated[SeveralOfAnyone, Refers(*ACTORS)] = Field(
        [], description="Who seconded it: one, or a list."
    )
    vote: (
        Annotated[
            Annotated[Literal["consensus", "unanimous"], Tag("<word>")]
            | Annotated[Vote, Tag("<vote>")],
            Discriminator(lambda value: "<word>" if isinstance(value, str) else "<vote>"),
        ]
        | None
    ) = Field(None, description="`consensus`, `unanimous`, or the vote itself.")
    approves: Annotated[
        list[Approved],
        Refers("meeting", besides=(AGENDA,)),
        BeforeValidator(as_list, json_schema_input_type=Approved | list[Approved]),
    ] = Field(
        [],
        description="The meeting whose record it approves, or a list of several; `agenda` for the "
        "agenda of its own meeting.",
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
        None,
        description="The last day, month, quarter or year in which it is in force; of an "
        "appointment, the end of the term.",
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
    documents: list[Document] = Field([], description="Documents it refers to.")
    lasting: TrueOrFalse | None = Field(
        None,
        description="`false` for a decision that does its work at once, as one to adjourn: it is "
        "shown as adopted, and never as in force. Left out, that is so of a decision that only "
        "approves a record or an agenda, of an appointment, of an amendment to a motion and of "
        "what is `withheld`.",
    )
    reason: Text | None = Field(None, description="Why it was decided, if the record says so.")
    grounds: Sources = Field(
        [],
        description="On what it rests outside this register, as a law or a policy: "
        "`{title: …, url: …}`.",
    )
    amends_document: Sources = Field(
        [],
        description="A document outside this register that it changes, as a by-law: "
        "`{title: …, url: …}`.",
    )
    amendment_to: Annotated[Reference | None, Refers("decision")] = Field(
        None,
        description="For a motion to amend another one before that is put to the vote: the motion "
        "that it would change. To change an earlier decision, write `amends`.",
    )
    adopted_with: Annotated[Reference | None, Refers("decision")] = Field(
        None,
        description="The decision by whose vote this one was adopted too, as that on a consent "
        "agenda.",
    )
    referred_to: Annotated[SeveralOfAnyone, Refers(*ACTORS)] = Field(
        [], description="For `referred`: to whom."
    )
    subject_to: Annotated[Actor | None, Refers(*ACTORS)] = Field(
        None,
        description="Who must ratify it before it has effect: the id of an organization or of an "
        "office.",
    )
    ratifies: Annotated[References, Refers("decision")] = Field(
        [], description="Decisions, as of another body, that it ratifies."
    )
    shown_as: Words | None = Field(
        None,
        description="Its number as the record writes it, where that cannot be part of an address: "
        "CM/19/03.",
    )
    withheld: Withheld | None = Field(
        None, description="Why its words are not published, or were not at first."
    )

    @model_validator(mode="after")
    def _check_that_it_says_something(self) -> Decision:
        if self.text is None and self.withheld is None:
            raise PydanticCustomError("nothing_decided", "neither text nor withheld")
        return self


WITHHELD_WITH_DECISION = (
    "text",
    "reason",
    "grounds",
    "documents",
    "appoints",
    "amends_document",
    "topics",
)
"""The fields of a decision that would tell what is withheld."""
