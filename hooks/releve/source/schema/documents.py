"""Documents that a meeting, an item or an outcome refers to."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from ..values import Address, Language, Number, Text
from .record import NoText, Record


def _tag_of_address(value: Any) -> str:
    return "<one>" if isinstance(value, str) else "<each>"


Addresses = Annotated[
    Annotated[Address, Tag("<one>")] | Annotated[dict[Language, Address], Tag("<each>")],
    Discriminator(_tag_of_address),
]


class Document(Record):
    """A document that the record refers to. Without an address it is listed as not published."""

    tab: Number | None = Field(None, description="Its tab in the meeting binder.")
    title: Text | None = Field(None, description="What the document is called.")
    url: Annotated[Addresses | None, NoText()] = Field(
        None,
        description="Where it can be read; `{fr: https://…, en: https://…}` where it stands in "
        "each language at another address.",
    )
    language: Language | None = Field(
        None, description="The language it is written in, where it has one address."
    )
