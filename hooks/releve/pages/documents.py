"""Where a document can be read: at one address, or at one for each language."""

from __future__ import annotations

from dataclasses import dataclass

from ..source import schema


@dataclass(frozen=True, slots=True)
class Place:
    """An address at which a document can be read."""

    url: str
    language: str
    """The code of the language that it is written in; empty if the record does not say."""
    foreign: bool
    """Whether that is another language than the page's."""


def addresses_of(document: schema.Document, page_language: str) -> list[Place]:
    """Where a document can be read, first in the language of the page; [] if nowhere.

    The order in which the record gives addresses by language means nothing.
    """
    if document.url is None:
        return []
    if isinstance(document.url, str):
        languages = {document.language or "": document.url}
    else:
        languages = document.url
    own = page_language.split("-")[0]
    places = [
        Place(url, code, bool(code) and code.split("-")[0] != own)
        for code, url in languages.items()
    ]
    return sorted(places, key=lambda place: (place.foreign, place.language))
