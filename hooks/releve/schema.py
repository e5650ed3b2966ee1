"""The shape of each file in `data/`: what may stand in it, and what each field is for.

The models here are the one definition of the format. From them come the checks of a
file's shape, and the JSON Schema that lets an editor complete and explain each field
while it is typed (`shape.py`).
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError

from .values import (
    Actor,
    Address,
    Count,
    Country,
    Date,
    Fingerprint,
    Id,
    Language,
    Mail,
    MeetingId,
    Name,
    Number,
    Path,
    Reference,
    References,
    Text,
    Time,
    TrueOrFalse,
    Words,
    Zone,
    as_list,
)

ACTORS = ("person", "organization", "office")
"""Kinds of things that can speak, own a follow-up or move a decision."""


class Refers:
    """Marks a field whose text names other things of the register, and of which kinds."""

    __slots__ = ("kinds",)

    def __init__(self, *kinds: str) -> None:
        self.kinds = kinds


class Record(BaseModel):
    """What every model has in common: no field that is not in the format, and no change."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, hide_input_in_errors=True, defer_build=True
    )

    def __reduce__(self) -> Any:
        model = type(self)
        return _unpickled, (model, *map(self.__dict__.__getitem__, model.model_fields))


def _unpickled(model: type[Record], *values: Any) -> Record:
    """A record as it was, in half the memory: Python shares the names of attributes that are set
    one by one, all records share what is empty, and which fields were given is not asked any more.
    """
    record = model.__new__(model)
    for name, value in zip(model.model_fields, values, strict=True):
        _set(record, name, _EMPTY if value == _EMPTY else value)
    _set(record, "__pydantic_fields_set__", _NOT_TOLD)
    _set(record, "__pydantic_extra__", None)
    _set(record, "__pydantic_private__", None)
    return record


_set = object.__setattr__
_NOT_TOLD: set[str] = set()
_EMPTY: list[Any] = []


def _counted_or_named(value: Any) -> Any:
    if isinstance(value, str) and value:
        return {"count": value}
    return {"members": value} if isinstance(value, list) else value


def _meeting_alone(value: Any) -> Any:
    return {"meeting": value} if isinstance(value, str) and value else value


def _cancelled_alone(value: Any) -> Any:
    return {} if value == "true" else value


# --- people, organizations, topics, terms -------------------------------------------------


class OfficeHeld(Record):
    """An office that a person holds, or the organization that a person belongs to."""

    of: Annotated[Id | None, Refers("organization")] = Field(
        None, description="The organization: its id in organizations.yml."
    )
    office: Id | None = Field(
        None, description="An office of that organization: its id under `offices` there."
    )
    title: Text | None = Field(
        None, description="The person's title, where it is not an office of the organization."
    )
    from_: Date | None = Field(
        None, alias="from", description="First day in office, where it is known."
    )
    to: Date | None = Field(None, description="Last day in office, where it is known.")


class Person(Record):
    """Someone who is named in a record."""

    name: Name = Field(description="The person's name, as it is written in the record.")
    offices: list[OfficeHeld] = Field(
        [], description="Offices and organizations, past and present."
    )


OrganizationKind = Literal[
    "council",
    "committee",
    "working-group",
    "secretariat",
    "government",
    "department",
    "agency",
    "institute",
    "association",
    "company",
    "other",
]


class Organization(Record):
    """A body, a group, a department or a company that is named in a record."""

    name: Name = Field(description="Full official name.")
    acronym: Name | None = Field(
        None, description="Short form, explained to the reader wherever it stands in a text."
    )
    former_name: Name | None = Field(None, description="The name it had before.")
    other_names: list[Name] = Field([], description="Other forms that the records use.")
    kind: OrganizationKind = Field(description="What kind of organization it is.")
    parent: Annotated[Id | None, Refers("organization")] = Field(
        None, description="The organization that it belongs to."
    )
    jurisdiction: Name | None = Field(None, description="The government it is part of.")
    description: Text | None = Field(None, description="What it does, in a sentence or two.")
    offices: dict[Id, Text] = Field(
        {}, description="Its offices: an id of your choice, and what the office is called."
    )
    website: Address | None = Field(None, description="Its own site.")


class Topic(Record):
    """A subject that comes back from meeting to meeting."""

    name: Text = Field(description="What the subject is called.")
    description: Text | None = Field(None, description="What it is about.")


class Term(Record):
    """An acronym or a term that is not an organization."""

    term: Text = Field(description="The term in full.")
    acronym: Name | None = Field(None, description="Its short form.")
    definition: Text | None = Field(None, description="What it means, in a sentence or two.")


# --- a meeting ----------------------------------------------------------------------------


class Document(Record):
    """A document that an item refers to. Without an address it is listed as not published."""

    tab: Number | None = Field(None, description="Its tab in the meeting binder.")
    title: Text | None = Field(None, description="What the document is called.")
    url: Address | None = Field(None, description="Where it can be read.")
    language: Language | None = Field(None, description="The language it is written in.")


class Guest(Record):
    """Someone present who has no entry in people.yml."""

    name: Name = Field(description="The person's name.")
    organization: Annotated[Id | None, Refers("organization")] = Field(
        None, description="The organization: its id."
    )


Attendee = Annotated[
    Annotated[Id, Tag("<person>")] | Annotated[Guest, Tag("<guest>")],
    Discriminator(lambda value: "<person>" if isinstance(value, str) else "<guest>"),
]


class Attendance(Record):
    """Who was there, and who sent regrets."""

    present: Annotated[list[Attendee], Refers("person")] = Field(
        [], description="Members who took part."
    )
    regrets: Annotated[list[Attendee], Refers("person")] = Field(
        [], description="Members who could not come."
    )
    observers: Annotated[list[Attendee], Refers("person")] = Field(
        [], description="Those who took part without a vote."
    )
    presenters: Annotated[list[Attendee], Refers("person")] = Field(
        [], description="Those invited to present an item."
    )


class Heading(Record):
    """A heading within the discussion."""

    heading: Text = Field(description="Words of the heading.")


class Statement(Record):
    """What was said or reported: a paragraph or a list, by a speaker or by nobody in particular."""

    text: Text = Field(description="What was said. Markdown for lists, emphasis and links.")
    speaker: Annotated[Actor | None, Refers(*ACTORS)] = Field(
        None, description="Who said it: the id of a person, or of an organization."
    )
    replies: list[Statement] = Field([], description="Answers to it, in order.")


def _entry_kind(value: Any) -> str:
    if isinstance(value, Heading) or (isinstance(value, dict) and "heading" in value):
        return "<heading>"
    return "<statement>"


Entry = Annotated[
    Annotated[Heading, Tag("<heading>")] | Annotated[Statement, Tag("<statement>")],
    Discriminator(_entry_kind),
]


class Votes(Record):
    """One side of a vote: how many, or who."""

    count: Count | None = Field(None, description="How many.")
    members: Annotated[list[Actor], Refers(*ACTORS)] = Field(
        [], description="Who, where the vote is by member."
    )


Side = Annotated[
    Votes,
    BeforeValidator(_counted_or_named, json_schema_input_type=int | list[Actor] | Votes),
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


class Note(Record):
    """A remark that was added to the record after the meeting."""

    note: Number = Field(description="Its number in the record.")
    text: Text = Field(description="Words of the remark.")


def _outcome_kind(value: Any) -> str | None:
    for kind in ("decision", "follow_up", "note"):
        if hasattr(value, kind) or (isinstance(value, dict) and kind in value):
            return f"<{kind}>"
    return None


Outcome = Annotated[
    Annotated[Decision, Tag("<decision>")]
    | Annotated[FollowUp, Tag("<follow_up>")]
    | Annotated[Note, Tag("<note>")],
    Discriminator(_outcome_kind),
]


class Deferral(Record):
    """An item put off to a later meeting."""

    meeting: Annotated[MeetingId, Refers("meeting")] = Field(
        description="The meeting it is put off to."
    )
    reason: Text | None = Field(None, description="Why.")


class Withheld(Record):
    """Why the content of an item is not published. Its content never enters the register."""

    reason: Text = Field(description="Why, and under which rule.")
    until: Date | None = Field(None, description="The day from which it may be published.")


class Item(Record):
    """An item of the agenda, with what was said and what came of it."""

    item: Number = Field(description="Its number or letter.")
    title: Text = Field(description="Its title.")
    items: list[Item] = Field([], description="Its lettered parts.")
    documents: list[Document] = Field([], description="Documents it refers to.")
    topics: Annotated[list[Id], Refers("topic")] = Field(
        [], description="Its subjects: ids in topics.yml."
    )
    presenters: Annotated[list[Actor], Refers(*ACTORS)] = Field(
        [], description="Who presented it: ids."
    )
    narrative: list[Entry] = Field([], description="What was said, in order.")
    outcomes: Annotated[
        Annotated[Literal["none"], Tag("<none>")] | Annotated[list[Outcome], Tag("<list>")],
        Discriminator(lambda value: "<none>" if isinstance(value, str) else "<list>"),
    ] = Field(
        [],
        description="Decisions, follow-ups and notes, in the record's order; `none` where the "
        "record says in so many words that there is none.",
    )
    deferred_to: (
        Annotated[
            Deferral, BeforeValidator(_meeting_alone, json_schema_input_type=MeetingId | Deferral)
        ]
        | None
    ) = Field(None, description="Where it was put off to.")
    withheld: Withheld | None = Field(None, description="Why its content is not published.")


class Correction(Record):
    """A mistake in the record, shown beside the original words, which stay."""

    where: str = Field(
        description="Where it stands: `item 1B`, `decision 3`, `follow-up 5C`, `note 1`; or "
        "`meeting`, for what stands outside the items."
    )
    kind: Literal["typographical", "substantive"] = Field(
        description="A slip of the pen, or a change of what the record means."
    )
    says: Text = Field(
        description="The words as they stand in the record; of an owner, the name; of a day or a "
        "time, as it is typed there."
    )
    should_say: Text = Field(description="The words as they should be.")
    reason: Text | None = Field(None, description="Why.")
    date: Date | None = Field(
        None, description="When it was corrected, if that is not the day of the decision below."
    )
    decision: Annotated[Reference | None, Refers("decision")] = Field(
        None, description="The decision that allows it; needed for a substantive correction."
    )


class Cancellation(Record):
    """Why a meeting was not held."""

    reason: Text | None = Field(None, description="Why.")
    date: Date | None = Field(None, description="When this was made known.")


class Postponement(Record):
    """A meeting held in place of another."""

    meeting: Annotated[MeetingId, Refers("meeting")] = Field(
        description="The meeting held in its place."
    )
    reason: Text | None = Field(None, description="Why.")
    date: Date | None = Field(None, description="When this was made known.")


class Meeting(Record):
    """One meeting: its agenda while it is to come, its record once it is held.

    The body and the date are not fields: they come from the folder and the file's name.
    """

    title: Text = Field(description="What the meeting is called.")
    format: Literal["in-person", "teleconference", "hybrid", "written"] | None = Field(
        None, description="How it met."
    )
    place: Name | None = Field(None, description="Where, if the source says so.")
    time_zone: Zone | None = Field(
        None, description="Time zone of the times below, such as America/Winnipeg."
    )
    starts: Time | None = Field(None, description="Time at which it starts, as 09:00.")
    adjourned: Time | None = Field(None, description="Time at which it ended, as 16:35.")
    chairs: Annotated[list[Actor], Refers(*ACTORS)] = Field(
        [], description="Who chaired: ids of people."
    )
    attendance: Attendance | None = Field(None, description="Who was there.")
    opening: list[Entry] = Field([], description="What was said before the first item.")
    agenda: list[Item] = Field([], description="Items of the agenda, in order.")
    closing: list[Entry] = Field([], description="What was said after the last item.")
    corrections: list[Correction] = Field([], description="Mistakes found since.")
    cancelled: (
        Annotated[
            Cancellation,
            BeforeValidator(_cancelled_alone, json_schema_input_type=Literal[True] | Cancellation),
        ]
        | None
    ) = Field(None, description="Given if it was not held.")
    postponed_to: (
        Annotated[
            Postponement,
            BeforeValidator(_meeting_alone, json_schema_input_type=MeetingId | Postponement),
        ]
        | None
    ) = Field(None, description="The meeting held in its place.")


# --- reports on follow-ups ----------------------------------------------------------------


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
    def _carried_over_names_its_heir(self) -> Report:
        if (self.status == "carried-over") != (self.continued_by is not None):
            raise PydanticCustomError("carried_over", "status and continued_by disagree")
        return self


class Reports(Record):
    """Reports on one follow-up since it was agreed. The file's name says which."""

    reports: list[Report] = Field(min_length=1, description="Reports, oldest first.")


# --- the register itself ------------------------------------------------------------------


class Contact(Record):
    """Whom to write to about the register."""

    name: Text | None = Field(None, description="Who answers.")
    email: Mail | None = Field(None, description="Address for mail.")
    url: Address | None = Field(None, description="A page with a form or more ways to write.")


class Licence(Record):
    """The terms on which the register may be used again."""

    name: Text = Field(description="What the licence is called.")
    url: Address | None = Field(None, description="Where its text can be read.")


class Sister(Record):
    """Another register on the same host, which is searched together with this one."""

    title: Text = Field(description="What that register is called.")
    path: Path = Field(
        description="Where its site is, from the root of this one: ../comite-b/ for its neighbour."
    )


class RegisterFile(Record):
    """The register itself: what it is, in which languages, and whose records it holds."""

    title: Text = Field(description="What the register is called.")
    description: Text | None = Field(None, description="What it holds, in a sentence or two.")
    languages: list[Language] = Field(
        min_length=1, description="The languages it is published in, such as [fr, en]."
    )
    default_language: Language | None = Field(
        None, description="The language whose pages stand at the root; the first if left out."
    )
    country: Country | None = Field(
        None,
        description="Country code (ISO 3166), such as CA: how dates and amounts are written.",
    )
    one_language_suffices: TrueOrFalse = Field(
        False, description="`true` if a record may be approved in one language only."
    )
    bodies: Annotated[list[Id], Refers("organization")] = Field(
        min_length=1, description="Organizations that meet and keep a record here."
    )
    time_zone: Zone | None = Field(
        None,
        description="Time zone of meetings that give none. Left out, times stand without a zone.",
    )
    contact: Contact | None = Field(None, description="Whom to write to.")
    licence: Licence | None = Field(None, description="Terms of use.")
    sisters: list[Sister] = Field(
        [], description="Other registers on the same host, to be searched together with this one."
    )
    as_of: Date | None = Field(
        None, description="The day whose state the site shows; today if left out."
    )


# --- seals --------------------------------------------------------------------------------


class Seal(Record):
    """The fingerprint of an approved record, written by `make seal`. See `seals.py`."""

    fingerprint: Fingerprint = Field(description="SHA-256 of the record's parts, in hexadecimal.")
    parts: Words | None = Field(
        None,
        description="A line for each part of the record, with a short fingerprint of each of its "
        "fields: what says which of them was changed.",
    )


# --- the files ----------------------------------------------------------------------------


FILES: dict[str, Any] = {
    "register": RegisterFile,
    "people": dict[Id, Person],
    "organizations": dict[Id, Organization],
    "topics": dict[Id, Topic],
    "glossary": dict[Id, Term],
    "meeting": Meeting,
    "follow-up": Reports,
    "seals": dict[MeetingId, Seal],
}
"""Each kind of file in `data/`, and the type of what it holds."""
