"""The words of the interface in each language.

They come from the gettext catalogues `locales/<language>.po`, whose keys are the English words.
Begin at `translations`.
"""

from __future__ import annotations

import gettext
import io
from functools import cache
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

CATALOGUES = Path(__file__).parent / "locales"
SOURCE_LANGUAGE = "en"
"""The language of the catalogues' keys, which therefore needs no catalogue."""


def catalogue(language: str) -> Path | None:
    """Path of the catalogue for `fr-CA`, or else for `fr`; None if there is neither."""
    for code in (language, language.split("-")[0]):
        path = CATALOGUES / f"{code}.po"
        if path.is_file():
            return path
    return None


def has_words(language: str) -> bool:
    """Whether the interface has words in a language."""
    return language.split("-")[0] == SOURCE_LANGUAGE or catalogue(language) is not None


def message(english: str) -> str:
    """Mark a string for translation, and return it unchanged.

    For words that are written in one place, such as a table, and translated in another: the
    extraction of words for the catalogues finds them by this call.
    """
    return english


@cache
def translations(language: str) -> gettext.NullTranslations:
    """The translations of a language; without a catalogue, each English word is its own."""
    path = catalogue(language)
    if path is None:
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
