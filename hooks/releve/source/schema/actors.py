"""Who speaks, chairs, votes or owes something, whether or not they have an entry."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, Tag

from ..mending import mended
from ..values import Actor, Id, Name, Text, as_list, is_blank
from .record import Record, Refers


class Guest(Record):
    """Someone, or a group, that has no entry of its own in the register."""

    name: Name = Field(description="The name, as it is written in the record.")
    organization: Annotated[Id | None, Refers("organization")] = Field(
        None, description="The organization: its id."
    )


class Said(Record):
    """Someone whom the record does not name."""

    said: Text = Field(description="Who, in the words of the record, such as “several members”.")


def map_of_name(value: Any) -> Any:
    """`{name: x}` for `x` where it is a name and no id: it has a space, a capital or an accent.

    An id with a sign that only looks like another, as a no-break hyphen does, is no name.
    """
    if not isinstance(value, str) or is_blank(value) or "#" in value or mended("owner", value):
        return value
    return {"name": value} if re.search(r"\s|^[A-Z]|[^\x00-\x7f]", value) else value


def _tag_of_actor(value: Any) -> str:
    """The tag of the member of `Anyone` that a value belongs to."""
    if isinstance(value, Said) or (isinstance(value, dict) and "said" in value):
        return "<said>"
    if isinstance(value, Guest) or (
        isinstance(value, dict) and {"name", "organization"} & {*value}
    ):
        return "<guest>"
    return "<id>"


Anyone = Annotated[
    Annotated[
        Annotated[Actor, Tag("<id>")]
        | Annotated[Guest, Tag("<guest>")]
        | Annotated[Said, Tag("<said>")],
        Discriminator(_tag_of_actor),
    ],
    BeforeValidator(map_of_name, json_schema_input_type=str | Guest | Said),
]
"""The id of a person, an organization or an office; the name of someone who has no entry; or
someone whom the record does not name."""
SeveralOfAnyone = Annotated[
    list[Anyone], BeforeValidator(as_list, json_schema_input_type=Anyone | list[Anyone])
]
"""One or several of them; one may be written without a list."""
