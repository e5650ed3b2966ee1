"""The form of the JSON that stands beside pages. It changes by additions alone.

Each class is one kind of object; `json_schema` publishes them all, with what is said of them here.
A field that means something else, or goes away, needs a higher `SCHEMA_VERSION`.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, TypeAdapter, with_config
from typing_extensions import TypedDict  # which pydantic needs before Python 3.12

SCHEMA_VERSION: Literal[1] = 1
SCHEMA = "schema/export.json"
"""Where the schema is published, from the root of the site."""

Text = Annotated[
    dict[str, str], Field(description="The same words by language, as {fr: …, en: …}.")
]
Day = Annotated[str, Field(description="A day as 2019-09-25 (ISO 8601).")]
As = Field  # what is said of a field
Record = Annotated[
    dict[str, Any],
    As(
        description="What the file of the register says, field by field, as the schema of that "
        "file has it (schema/meeting.json, schema/people.json, …). Texts are Markdown; in them, "
        "[[#5C]] or [[cm-jc/2019-09-25#5C]] stands for another thing."
    ),
]
_closed = with_config(ConfigDict(extra="forbid"))


@_closed
class Reference(TypedDict):
    """Another thing of the register."""

    key: Annotated[str, As(description="Its key, by which the files of the register name it.")]
    name: Text
    url: Annotated[Text, As(description="The address of its page by language.")]


@_closed
class Somebody(TypedDict):
    """Who owes or holds something; key and url are null for one who has no entry."""

    key: str | None
    name: Text
    url: Text | None


class Head(TypedDict):
    """What every object begins with."""

    schema_version: Literal[1]
    key: Annotated[str, As(description="Its key, which never changes.")]
    name: Text
    heading: Annotated[Text, As(description="What it is called in titles: what it is about.")]
    url: Annotated[Text, As(description="The address of its page by language.")]
    as_of: Annotated[Day, As(description="The day whose state all of this is.")]


RecordState = Annotated[
    Literal["cancelled", "postponed", "planned", "approved", "published", "draft", "held"],
    As(
        description="`draft` until a later decision approves the record, `approved` from then on; "
        "`published` where the body approves none; `held`: the register has no record of it."
    ),
]


class _Outcome(Head):
    number: str
    date: Annotated[Day, As(description="The day of the meeting.")]
    meeting: Reference
    item: Reference | None
    bodies: list[Reference]
    record_state: RecordState
    topics: list[Reference]
    corrections: Annotated[list[Record], As(description="Corrections made in it since.")]


@_closed
class Decision(_Outcome):
    """A decision, or a motion that came to nothing."""

    kind: Literal["decision"]
    state: Annotated[
        str, As(description="in-force, amended, superseded, rescinded, expired, rejected, …")
    ]
    in_force_from: Annotated[Day | None, As(description="Its first day in force.")]
    in_force_until: Annotated[Day | None, As(description="Its last day in force, if one is set.")]
    amended_by: list[Reference]
    superseded_by: list[Reference]
    rescinded_by: list[Reference]
    ratified_by: Annotated[list[Reference], As(description="Or by which that was refused.")]
    amendments: Annotated[list[Reference], As(description="Motions to amend it before the vote.")]
    adopted_together: Annotated[list[Reference], As(description="What its vote adopted too.")]
    follow_ups: Annotated[list[Reference], As(description="What carries it out.")]
    record: Record


@_closed
class Report(TypedDict):
    """What was reported on a follow-up."""

    follow_up: Reference
    date: Day
    meeting: Reference | None
    item: Reference | None
    status: str
    text: Text | None
    due: Annotated[list[Any], As(description="A new due date, as the register's file gives it.")]
    continued_by: Reference | None


@_closed
class FollowUp(_Outcome):
    """Something that somebody undertook to do."""

    kind: Literal["follow_up"]
    state: Annotated[str, As(description="open, in-progress, done, dropped, carried-over")]
    due: Annotated[Day | None, As(description="The day by whose end it is due.")]
    due_at: Annotated[Reference | None, As(description="The meeting at which it is due.")]
    days_overdue: Annotated[int, As(description="0 unless it is open after that day.")]
    closed: Annotated[Day | None, As(description="The day on which a report closed it.")]
    owners: list[Somebody]
    arises_from: Annotated[list[Reference], As(description="Decisions that it carries out.")]
    continues: list[Reference]
    continued_by: Reference | None
    reports: list[Report]
    record: Record


@_closed
class Meeting(Head):
    """A meeting, with its record if it was held, or its agenda."""

    kind: Literal["meeting"]
    date: Day
    last_date: Annotated[Day, As(description="Its last day; the same, if it has one day.")]
    starts: Annotated[str | None, As(description="When it starts, with the zone's offset.")]
    ends: Annotated[str | None, As(description="When it ended or, before that, is to end.")]
    time_zone: Annotated[str | None, As(description="As in the IANA time zone database.")]
    bodies: list[Reference]
    state: RecordState
    approved_by: Reference | None
    postponed_to: Reference | None
    replaces: Annotated[list[Reference], As(description="Meetings postponed to this one.")]
    languages: Annotated[list[str], As(description="Those in which its record is to stand.")]
    decisions: list[Reference]
    follow_ups: list[Reference]
    due: Annotated[list[Reference], As(description="Follow-ups due at it.")]
    reported: Annotated[list[Report], As(description="Reports that stand in files of their own.")]
    deferred_here: Annotated[list[Reference], As(description="Items put off to it.")]
    record: Record


@_closed
class Topic(Head):
    """A subject, with all that was said and decided on it."""

    kind: Literal["topic"]
    items: list[Reference]
    decisions: list[Reference]
    follow_ups: list[Reference]
    record: Record


@_closed
class Tenure(TypedDict):
    """For how long a person holds an office, or belongs to an organization."""

    person: Reference
    organization: Reference | None
    office: Reference | None
    title: Text | None
    start: Day | None
    end: Day | None
    by: Annotated[Reference | None, As(description="The decision that appointed the person.")]


class _Owner(Head):
    tenures: list[Tenure]
    owes: Annotated[list[Reference], As(description="Follow-ups it owes or owed.")]
    record: Record


@_closed
class Person(_Owner):
    """Somebody whom the records name."""

    kind: Literal["person"]


@_closed
class Organization(_Owner):
    """An organization that the records name, or one that meets."""

    kind: Literal["organization"]
    parent: Reference | None
    groups: Annotated[list[Reference], As(description="Organizations that belong to it.")]
    offices: list[Reference]
    meetings: Annotated[list[Reference], As(description="Its meetings, if it is a body.")]


@_closed
class Entry(TypedDict):
    """One thing in a list."""

    key: str
    name: Text
    url: Text
    date: Annotated[Day | None, As(description="The day of its meeting, if it has one.")]
    state: str | None
    record: Annotated[Record | None, As(description="Of a term, which has no page of its own.")]


@_closed
class List(Head):
    """All things of a kind. Its key is its name, as `decisions`."""

    kind: Literal["list"]
    entries: list[Entry]


@_closed
class Register(Head):
    """The whole register in short. What is said of each thing stands beside its page."""

    kind: Literal["register"]
    title: Text
    languages: list[str]
    bodies: list[Reference]
    settings: Annotated[Record, As(description="What register.yml says.")]
    lists: Annotated[dict[str, list[Entry]], As(description="All things, by kind.")]


def json_schema() -> str:
    """The text of the JSON Schema of all these objects."""
    whole = Decision | FollowUp | Meeting | Topic | Person | Organization | List | Register
    generated = TypeAdapter(whole).json_schema(ref_template="#/$defs/{model}")
    titled = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Relevé: JSON beside pages",
        "description": "Fields are added from one version of the software to the next; a field "
        "that goes away or means something else raises `schema_version`.",
        **generated,
    }
    return json.dumps(titled, ensure_ascii=False, indent=1) + "\n"
