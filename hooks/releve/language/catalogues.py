"""The words of the interface in each language.

They come from the gettext catalogues `locales/<language>.po`, whose keys are the English words.
Begin at `read_catalogue`; what is wrong with the translations in it is for `checks/catalogues.py`.
"""

from __future__ import annotations

import gettext
import io
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from ..source import Problem, read_text, tell

CATALOGUES = Path(__file__).parent / "locales"
SOURCE_LANGUAGE = "en"
"""The language of the catalogues' keys, which therefore needs no catalogue."""
TERMINAL = "terminal"
"""The context, in the catalogues, of what is said to those who edit a register or build its site:
see `terminal.py`."""


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


class Catalogue(NamedTuple):
    """One catalogue as it was read."""

    file: str
    """Path from the project's folder."""
    entries: Catalog | None
    """None if the file cannot be read; `problems` then say why."""
    translations: gettext.NullTranslations
    """Without the translations that are marked `fuzzy`, which nobody has vouched for."""
    problems: list[Problem]


@cache
def read_catalogue(path: Path) -> Catalogue:
    """Read a catalogue. One that is broken translates nothing, and has problems that say why."""
    file = f"{_FOLDER}/{path.name}"
    text, problems = read_text(path, file)
    if text is not None:
        problems = [
            Problem(
                file, number, 1, tell("this line of the catalogue cannot be read."), _LINE_REMEDY
            )
            for number, line in enumerate(text.split("\n"), 1)
            if not _LINE.fullmatch(line)
        ]
    if text is None or problems:
        return Catalogue(file, None, gettext.NullTranslations(), problems)
    try:
        entries = read_po(io.StringIO(text), path.stem.replace("-", "_"), abort_invalid=True)
        entries.charset = "utf-8"  # whatever the head of the file says: the text is read already
        return Catalogue(file, entries, _compiled(entries), [])
    except PoFileError as error:
        problem = Problem(file, error.lineno + 1, 1, _ENTRY, _ENTRY_REMEDY)
    except ValueError:
        problem = Problem(file, 1, 1, _HEAD, _HEAD_REMEDY)
    return Catalogue(file, None, gettext.NullTranslations(), [problem])


_FOLDER = "hooks/releve/language/locales"
_LINE = re.compile(
    r'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s*)?"(?:[^"\\]|\\.)*"\s*)?'
)
_LINE_REMEDY = tell(
    'Expected: `msgid` or `msgstr`, and words between two quotation marks `"`; write `\\"` '
    "for one among the words."
)
_ENTRY = tell("this entry has no `msgstr`, or more of them than `Plural-Forms` at the top says.")
_ENTRY_REMEDY = tell("Write one `msgstr`, or for a plural `msgstr[0]`, `msgstr[1]` and so on.")
_HEAD = tell("the head of this catalogue, which is its first entry, cannot be read.")
_HEAD_REMEDY = tell("Look at its dates and at `Plural-Forms`; that of fr.po is an example.")


def _compiled(entries: Catalog) -> gettext.NullTranslations:
    """Entries as Python's gettext wants them. ValueError if no plural can be chosen by them."""
    choose = gettext.c2py(entries.plural_expr)
    if not {choose(n) for n in range(1000)} <= {*range(entries.num_plurals)}:
        raise ValueError(entries.plural_expr)
    compiled = io.BytesIO()
    write_mo(compiled, entries)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def catalogue_of(language: str) -> Catalogue | None:
    """The catalogue of a language, as it was read; None if it has none."""
    path = catalogue(language)
    return read_catalogue(path) if path else None


def translations(language: str) -> gettext.NullTranslations:
    """The translations of a language; without a catalogue, each English word is its own."""
    found = catalogue_of(language)
    return found.translations if found else gettext.NullTranslations()


def wanted() -> list[Message]:
    """Every word of the interface, to be translated. Those of the terminal are not among them: a
    register's readers never see them, and whoever edits it may do without.
    """
    template = read_catalogue(CATALOGUES / "messages.pot").entries
    assert template, "`make words` writes it"
    return [message for message in template if message.id and message.context != TERMINAL]
