"""The words of the interface in each language: gettext catalogues, whose keys are English words."""

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
    """The catalogue of a language, or of the language without its region; None if none exists."""
    for code in (language, language.split("-")[0]):
        path = CATALOGUES / f"{code}.po"
        if path.is_file():
            return path
    return None


def has_words(language: str) -> bool:
    """Whether the interface has words in a language."""
    return language.split("-")[0] == SOURCE_LANGUAGE or catalogue(language) is not None


def message(english: str) -> str:
    """Marks words of the interface that stand apart from where they are said."""
    return english


@cache
def translations(language: str) -> gettext.NullTranslations:
    """The words of a language, by the English ones; those themselves where it has no catalogue."""
    path = catalogue(language)
    if path is None:
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
