"""The register itself: its title, languages, bodies and day; and the seals of its records."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field

from ..values import (
    Address,
    Country,
    Date,
    Fingerprint,
    Id,
    Language,
    Mail,
    Path,
    Text,
    TrueOrFalse,
    Words,
    Zone,
)
from .record import Record, Refers


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


def _map_of_body(value: Any) -> Any:
    """`{id: x}` for `x`, which is short for it where nothing else is said of the body."""
    return {"id": value} if isinstance(value, str) and value else value


class Body(Record):
    """An organization that meets and keeps a record here."""

    id: Annotated[Id, Refers("organization")] = Field(
        description="The organization: its id in organizations.yml."
    )
    records: Literal["approved", "as-published"] = Field(
        "approved",
        description="What makes a record of this body final: `approved` where a later decision "
        "approves it, `as-published` where it stands from the day on which it is published.",
    )
    languages: list[Language] = Field(
        [],
        description="The languages of its records, where these are not all the languages of the "
        "register.",
    )


ExportForm = Literal["json", "yaml", "calendars", "feeds", "tables"]
"""The forms in which a register leaves its site."""


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
    bodies: list[
        Annotated[Body, BeforeValidator(_map_of_body, json_schema_input_type=Id | Body)]
    ] = Field(
        min_length=1,
        description="Organizations that meet and keep a record here: their ids. A body that "
        "approves no record is written as `{id: cm-jc, records: as-published}`.",
    )
    decisions_called: Text | None = Field(
        None,
        description="What decisions are called here, if not decisions: `{fr: Résolution, "
        "en: Resolution}`. A body may have a word of its own, in organizations.yml.",
    )
    several_decisions_called: Text | None = Field(
        None,
        description="The same word for several, which titles and choices show: `{fr: Résolutions, "
        "en: Resolutions}`.",
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
    exports: list[ExportForm] = Field(
        [*get_args(ExportForm)],
        description="In which forms the register can be taken away: `json`, beside each page; "
        "`yaml`, the files of the records; `calendars`, meetings and due dates; "
        "`feeds`, what is new; `tables`, CSV, a workbook and a database; "
        "all of them, if left out, and `[]` for none.",
    )
    as_of: Date | None = Field(
        None, description="The day whose state the site shows; today if left out."
    )


class Seal(Record):
    """The fingerprint of an approved record, written by `make seal`. See `seals.py`."""

    fingerprint: Fingerprint = Field(description="SHA-256 of the record's parts, in hexadecimal.")
    parts: Words | None = Field(
        None,
        description="A line for each part of the record, with a short fingerprint of each of its "
        "fields: what says which of them was changed.",
    )
