"""One meeting: its agenda, what was said, what came of it, and corrections."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    BeforeValidator,
    Discriminator,
    Field,
    Tag,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from ...runtime import LazyList
from ..values import (
    Date,
    Id,
    Language,
    MeetingId,
    Name,
    Number,
    Reference,
    References,
    Text,
    Time,
    TrueOrFalse,
    Words,
    Zone,
    as_list,
)
from .accepted import Accepted
from .actors import Anyone
from .attendance import Attendance
from .documents import Document
from .outcomes import Outcome
from .record import ACTORS, Record, Refers
from .reports import Review
from .withheld import WithheldItem


def _map_of_meeting(value: Any) -> Any:
    """`{meeting: x}` for `x`, which is short for it where there is no reason to give."""
    return {"meeting": value} if isinstance(value, str) and value else value


def _map_of_deferral(value: Any) -> Any:
    """A map with the meeting, for its id alone; None in place of `later`, which names none."""
    value = _map_of_meeting(value)
    is_later = isinstance(value, dict) and value.get("meeting") == "later"
    return {**value, "meeting": None} if is_later else value


def _map_of_cancellation(value: Any) -> Any:
    """An empty map for `true`, which is short for it."""
    return {} if value == "true" else value


class Heading(Record):
    """A heading within the discussion."""

    heading: Text = Field(description="Words of the heading.")
    added: TrueOrFalse = Field(
        False,
        description="`true` if the record has no such heading and the register adds it: pages say "
        "so.",
    )


class Statement(Record):
    """What was said or reported: a paragraph or a list, by a speaker or by nobody in particular."""

    text: Text = Field(description="What was said. Markdown for lists, emphasis and links.")
    speaker: Annotated[Anyone | None, Refers(*ACTORS)] = Field(
        None,
        description="Who said it: the id of a person or of an organization; the name of someone "
        "without an entry; or `{said: …}` for someone whom the record does not name.",
    )
    see: Annotated[References, Refers("follow_up", "decision", "note", "item")] = Field(
        [],
        description="What the register points to from here, where the record does not: "
        "`#follow-up-1A`, cm-jc/2019-02-27#decision-3. Pages say that the register adds it.",
    )
    replies: list[Statement] = Field([], description="Answers to it, in order.")


def _tag_of_entry(value: Any) -> str:
    """The tag of the member of `Entry` that a value belongs to."""
    if isinstance(value, Heading) or (isinstance(value, dict) and "heading" in value):
        return "<heading>"
    return "<statement>"


Entry = Annotated[
    Annotated[Heading, Tag("<heading>")] | Annotated[Statement, Tag("<statement>")],
    Discriminator(_tag_of_entry),
]


_MEETING_OR_LATER = {
    "type": "string",
    "pattern": "^(later|[a-z0-9-]+/[0-9]{4}-[0-9]{2}-[0-9]{2}(-[0-9]+)?)$",
}


class Deferral(Record):
    """An item put off to a later meeting."""

    meeting: Annotated[
        Annotated[MeetingId | None, WithJsonSchema(_MEETING_OR_LATER)], Refers("meeting")
    ] = Field(
        description="The meeting it is put off to; `later` where the record does not say which."
    )
    reason: Text | None = Field(None, description="Why.")


class Item(Record):
    """An item of the agenda, with what was said and what came of it."""

    item: Number = Field(
        description="Its number or letter; where the agenda numbers nothing, a short name of your "
        "choice in lower case, such as new-premises."
    )
    title: Text | None = Field(None, description="Its title; left out where the record gives none.")
    items: list[Item] = Field([], description="Its lettered parts.")
    documents: list[Document] = Field([], description="Documents it refers to.")
    topics: Annotated[list[Id], Refers("topic")] = Field(
        [], description="Its subjects: ids in topics.yml."
    )
    continues: Annotated[References, Refers("item")] = Field(
        [], description="The earlier items whose matter it goes on with: cm-jc/2019-02-27#item-4."
    )
    presenters: Annotated[list[Anyone], Refers(*ACTORS)] = Field(
        [], description="Who presented it: ids, or names of those without an entry."
    )
    narrative: LazyList[Entry] = Field(LazyList(), description="What was said, in order.")
    outcomes: Annotated[
        Annotated[Literal["none"], Tag("<none>")] | Annotated[list[Outcome], Tag("<list>")],
        Discriminator(lambda value: "<none>" if isinstance(value, str) else "<list>"),
    ] = Field(
        [],
        description="Decisions, follow-ups and notes, in the record's order; `none` where the "
        "record says in so many words that there is none.",
    )
    reviewed: list[Review] = Field(
        [],
        description="Follow-ups of earlier meetings that were gone over here, and where each "
        "stands now.",
    )
    deferred_to: (
        Annotated[
            Deferral,
            BeforeValidator(
                _map_of_deferral,
                json_schema_input_type=Literal["later"] | MeetingId | Deferral,
            ),
        ]
        | None
    ) = Field(
        None,
        description="The meeting it was put off to; `later` where the record does not say which.",
    )
    withheld: WithheldItem | None = Field(
        None, description="Why its content is not published, or was not at first."
    )
    shown_as: Words | None = Field(
        None,
        description="Its number as the agenda writes it, where that cannot be part of an address: "
        "CM/19/03.",
    )


LeftOut = Literal[
    "title",
    "format",
    "place",
    "starts",
    "ends_at",
    "adjourned",
    "ends",
    "opened",
    "chairs",
    "attendance",
    "documents",
    "presenters",
    "moved_by",
    "seconded_by",
    "vote",
    "effective",
    "expires",
    "reason",
    "grounds",
    "owners",
    "due",
]
"""The fields that a record may have left out, and that a correction can supply."""


class Correction(Record):
    """A mistake in the record, shown beside the original words, which stay."""

    where: str = Field(
        description="Where it stands: `item 1B`, `decision 3`, `follow-up 5C`, `note 1`; or "
        "`meeting`, for what stands outside the items."
    )
    kind: Literal["typographical", "substantive"] = Field(
        description="A slip of the pen, or a change of what the record means."
    )
    says: Text | None = Field(
        None,
        description="The words as they stand in the record; of an owner, the name; of a day or a "
        "time, as it is typed there.",
    )
    should_say: Text | None = Field(None, description="The words as they should be.")
    reason: Text | None = Field(None, description="Why.")
    date: Date | None = Field(
        None, description="When it was corrected, if that is not the day of the decision below."
    )
    decision: Annotated[Reference | None, Refers("decision")] = Field(
        None, description="The decision that allows it; needed for a substantive correction."
    )
    inserts: Text | None = Field(
        None, description="Words that are missing, in place of `says`; `after` tells where."
    )
    after: Text | None = Field(
        None,
        description="For `inserts`: the words of the record after which they belong, as many as "
        "stand there once only.",
    )
    deletes: Text | None = Field(
        None,
        description="Words that are too many, in place of `says`: with as many of those around "
        "them as stand there once only.",
    )
    field: LeftOut | None = Field(
        None,
        description="A field that the record left out, in place of `says`: its name, as "
        "`adjourned` or `moved_by`. `should_say` then has what belongs there.",
    )

    @model_validator(mode="after")
    def _check_that_it_is_one_of_its_forms(self) -> Correction:
        names = ("says", "should_say", "inserts", "after", "deletes", "field")
        given = {name for name in names if getattr(self, name) is not None}
        if given not in _FORMS_OF_CORRECTION:
            raise PydanticCustomError("correction_form", "not one way to correct")
        return self


_FORMS_OF_CORRECTION = (
    {"says", "should_say"},
    {"inserts", "after"},
    {"deletes"},
    {"field", "should_say"},
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
    ends_at: Time | None = Field(
        None, description="Time at which it was planned to end; `adjourned` is when it did."
    )
    starts_before: Time | None = Field(
        None, description="Time announced at first, where `starts` was moved."
    )
    ends: Date | None = Field(
        None, description="Last day, where it goes on for several; the file is named for the first."
    )
    opened: Date | None = Field(
        None,
        description="First day of a procedure in writing; the file is named for the day on which "
        "it closes.",
    )
    chairs: Annotated[list[Anyone], Refers(*ACTORS)] = Field(
        [], description="Who chaired: ids of people, or names of those without an entry."
    )
    attendance: Attendance | None = Field(None, description="Who was there.")
    documents: list[Document] = Field([], description="Documents of the meeting as a whole.")
    opening: LazyList[Entry] = Field(LazyList(), description="What was said before the first item.")
    agenda: list[Item] = Field([], description="Items of the agenda, in order.")
    outcomes: list[Outcome] = Field(
        [], description="Decisions, follow-ups and notes that the record puts under no item."
    )
    closing: LazyList[Entry] = Field(LazyList(), description="What was said after the last item.")
    corrections: list[Correction] = Field([], description="Mistakes found since.")
    cancelled: (
        Annotated[
            Cancellation,
            BeforeValidator(
                _map_of_cancellation, json_schema_input_type=Literal[True] | Cancellation
            ),
        ]
        | None
    ) = Field(None, description="Given if it was not held.")
    postponed_to: (
        Annotated[
            Postponement,
            BeforeValidator(_map_of_meeting, json_schema_input_type=MeetingId | Postponement),
        ]
        | None
    ) = Field(None, description="The meeting held in its place.")
    with_: Annotated[
        list[Id],
        BeforeValidator(as_list, json_schema_input_type=Id | list[Id]),
        Refers("organization"),
    ] = Field(
        [],
        alias="with",
        description="Other bodies that met together with this one: ids. The record is written "
        "once, and stands among those of each body.",
    )
    languages: list[Language] = Field(
        [],
        description="The languages of this record, where these are not all the languages of the "
        "register or of its body: [en] for one in English only.",
    )
    accepted: list[Accepted] = Field(
        [],
        description="Answers to warnings of `make check`: what looks like a mistake here, and why "
        "it is none. Nothing of it is published.",
    )
