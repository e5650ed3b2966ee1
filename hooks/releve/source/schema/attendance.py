"""Who was at a meeting, who was not, and on whose behalf they came."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from ..values import Actor, Count, Text, Time, TrueOrFalse
from .actors import Anyone, Guest, SeveralOfAnyone
from .record import ACTORS, Record, Refers


class Presence(Record):
    """How somebody took part: in which role, on whose behalf, and for how long."""

    role: Text | None = Field(
        None, description="What the person was at this meeting, such as secretary or acting chair."
    )
    represents: Annotated[Anyone | None, Refers(*ACTORS)] = Field(
        None,
        description="On whose behalf: the id of a person, an organization or an office, or the "
        "name of somebody without an entry.",
    )
    proxy_for: Annotated[SeveralOfAnyone, Refers(*ACTORS)] = Field(
        [],
        description="Those who were away and whose vote the person held: ids, or names of those "
        "without an entry.",
    )
    arrived: Time | None = Field(
        None, description="Time of arrival, as 10:15, where it was after the beginning."
    )
    left: Time | None = Field(
        None, description="Time of departure, as 14:30, where it was before the end."
    )


class Listed(Record):
    """Somebody who has an entry."""

    who: Annotated[Actor, Refers(*ACTORS)] = Field(
        description="Who: the id of a person, an organization or an office."
    )


class Participant(Presence, Listed):
    """Somebody with an entry, of whom the record says more than the name."""


class Visitor(Presence, Guest):
    """Someone present who has no entry in people.yml."""


def _tag_of_attendee(value: Any) -> str:
    """The tag of the member of `Attendee` that a value belongs to."""
    if isinstance(value, str):
        return "<person>"
    if isinstance(value, Participant) or (isinstance(value, dict) and "who" in value):
        return "<participant>"
    return "<guest>"


Attendee = Annotated[
    Annotated[Actor, Tag("<person>")]
    | Annotated[Participant, Tag("<participant>")]
    | Annotated[Visitor, Tag("<guest>")],
    Discriminator(_tag_of_attendee),
]


class Quorum(Record):
    """How many had to be there, and whether they were."""

    needed: Count | None = Field(None, description="How many members must be present.")
    met: TrueOrFalse | None = Field(
        None, description="`true` if they were, `false` if not; left out where it is not said."
    )


class Attendance(Record):
    """Who was there, and who was not. Each is an id, or a map where the record says more."""

    present: Annotated[list[Attendee], Refers(*ACTORS)] = Field(
        [], description="Members who took part: people, or organizations that are members."
    )
    regrets: Annotated[list[Attendee], Refers(*ACTORS)] = Field(
        [], description="Members who could not come, and said so."
    )
    absent: Annotated[list[Attendee], Refers(*ACTORS)] = Field(
        [], description="Members who did not come."
    )
    observers: Annotated[list[Attendee], Refers(*ACTORS)] = Field(
        [], description="Those who took part without a vote."
    )
    presenters: Annotated[list[Attendee], Refers(*ACTORS)] = Field(
        [], description="Those invited to present an item."
    )
    quorum: Quorum | None = Field(None, description="The quorum, where the record speaks of it.")
