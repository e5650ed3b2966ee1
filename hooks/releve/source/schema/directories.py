"""The files that list what records refer to: people, organizations, topics, terms."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ..values import Address, Date, Id, Name, Text
from .record import Record, Refers


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


class FormerName(Record):
    """A name that a person or an organization had until a day. Records of its time show it."""

    name: Name = Field(description="The name it had.")
    acronym: Name | None = Field(None, description="Its short form then, of an organization.")
    to: Date = Field(description="The last day on which it had this name.")


class Person(Record):
    """Someone who is named in a record."""

    name: Name = Field(description="The person's name, as it is written in the record.")
    offices: list[OfficeHeld] = Field(
        [], description="Offices and organizations, past and present."
    )
    names: list[FormerName] = Field(
        [], description="Earlier names, each with its last day: records of that time show it."
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
    names: list[FormerName] = Field(
        [], description="Earlier names, each with its last day: records of that time show it."
    )
    ended: Date | None = Field(None, description="The last day on which it existed.")
    successor: Annotated[Id | None, Refers("organization")] = Field(
        None, description="The organization that took its place."
    )
    kind: OrganizationKind = Field(description="What kind of organization it is.")
    parent: Annotated[Id | None, Refers("organization")] = Field(
        None, description="The organization that it belongs to."
    )
    jurisdiction: Name | None = Field(None, description="The government it is part of.")
    description: Text | None = Field(None, description="What it does, in a sentence or two.")
    offices: dict[Id, Text] = Field(
        {}, description="Its offices: an id of your choice, and what the office is called."
    )
    not_named: list[Id] = Field(
        [],
        description="Those of its offices that somebody holds whom the records do not name, alone "
        "or beside others who are named: they are not said to be vacant, or held by these alone.",
    )
    website: Address | None = Field(None, description="Its own site.")
    decisions_called: Text | None = Field(
        None,
        description="Of a body: what its decisions are called, if not decisions: `{fr: Résolution, "
        "en: Resolution}`.",
    )
    several_decisions_called: Text | None = Field(
        None, description="The same word for several: `{fr: Résolutions, en: Resolutions}`."
    )


class Topic(Record):
    """A subject that comes back from meeting to meeting."""

    name: Text = Field(description="What the subject is called.")
    description: Text | None = Field(None, description="What it is about.")


class Term(Record):
    """An acronym or a term that is not an organization."""

    term: Text = Field(description="The term in full.")
    acronym: Name | None = Field(None, description="Its short form.")
    definition: Text | None = Field(None, description="What it means, in a sentence or two.")
