"""Rules on texts: they are in every language of the register, and hold no hidden signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import groupby

from ..register import Register, meeting_of
from ..source import (
    ANY_LANGUAGE,
    DIRECTORIES,
    INVISIBLE,
    File,
    Location,
    Problem,
    did_you_mean,
    field_elsewhere,
    joined,
    listed,
    mended,
    nearest,
    short,
    tell,
    tell_number,
    values,
)
from .common import DIRECTION_SIGNS, Problems, home_is_broken, texts_of


def _texts_in_other_languages(register: Register) -> Iterator[tuple[File, Location, values.Text]]:
    """Texts whose languages are not exactly those of the register.

    They are kept with each file, for two rules use them.
    """
    languages = {*register.settings.languages}
    for file in register.files:
        for location, text in file.remember(
            ("texts not in", *sorted(languages)), partial(_texts_not_in, languages, file)
        ):
            yield file, location, text


def _texts_not_in(languages: set[str], file: File) -> list[tuple[Location, values.Text]]:
    return [(location, text) for location, text in texts_of(file) if text.keys() != languages]


def texts_are_in_known_languages(register: Register) -> Problems:
    languages = register.settings.languages
    default = register.languages[0]
    if home_is_broken(register) or default not in languages or len({*languages}) < len(languages):
        return  # the list of languages may be wrong, and the text right
    for file, location, text in _texts_in_other_languages(register):
        for language in text:
            if language in languages or language == ANY_LANGUAGE:
                continue
            place = file.source.in_file((*location, language))
            if elsewhere := field_elsewhere(file.kind, file.source, place):
                place, message, remedy = elsewhere
                yield file.source.problem((*location, place[-1]), message, remedy)
                continue
            near = nearest(language, languages) or mended("language_code", language)
            near = near if near in languages else None
            near = near or next((code for code in languages if language[:3] == f"{code}-"), None)
            remedy = joined(
                did_you_mean(near),
                tell("Languages of this register: %(languages)s.", languages=listed(languages)),
            )
            if not near and re.fullmatch("[a-z]{2}", language):
                add_it = tell(
                    "If it is to be in `%(language)s` too, add that to `languages` in %(file)s; if "
                    "not, remove this text.",
                    language=language,
                    file=register.file.path,
                )
                remedy = joined(remedy, add_it)
            # Unquoted, `Note: the rest` is read in YAML as a text in the language `Note`.
            if not near and not re.fullmatch("[a-z]{2,3}(-.*)?", language):
                quote_it = tell("If a colon or a comma made it one, put the text in quotes.")
                remedy = joined(remedy, quote_it)
            yield file.source.problem(
                (*location, language),
                tell("unknown language `%(language)s`.", language=short(language)),
                remedy,
            )


_MAY_DIFFER = {"acronym", "former_name", "other_names", "names", "says", "should_say"}
_MAY_DIFFER |= {"inserts", "after", "deletes"}
"""Fields that need not be in every language: names, and corrections of words that are wrong in one
language only."""


def _fields(file: File, location: Location) -> set[str]:
    """The names of the fields in a location. In a directory, a location begins with an id, which
    is left out: it may happen to be the name of a field.
    """
    steps = location[1:] if file.kind in DIRECTORIES else location
    return {step for step in steps if isinstance(step, str)}


def texts_are_translated(register: Register) -> Problems:
    """One problem for each file and language, however many of its texts lack the translation."""
    for file, by_language in _untranslated(register):
        for language, locations in by_language.items():
            yield _untranslated_problem(register, file, locations, language)


def each_text_is_translated(register: Register) -> Problems:
    """The same, with a problem for each text: `make check ALL=1`."""
    for file, by_language in _untranslated(register):
        for language, locations in by_language.items():
            for location in locations:
                yield _untranslated_problem(register, file, [location], language)


def _untranslated(register: Register) -> Iterator[tuple[File, dict[str, list[Location]]]]:
    """Each file in which translations are missing, with the texts that lack each language."""
    if register.settings.one_language_suffices:
        return
    languages = {*register.settings.languages}
    texts = _texts_in_other_languages(register)
    for file, of_file in groupby(texts, key=lambda found: found[0]):
        missing: dict[str, list[Location]] = {}
        for _, location, text in of_file:
            if not text.keys() <= languages:
                continue  # the unknown language is reported by `texts_are_in_known_languages`
            if not _MAY_DIFFER.isdisjoint(_fields(file, location)):
                continue
            if len(file.source.keys_at(location)) > len(text):
                continue  # the missing one may stand there and be broken, which is reported
            meeting = meeting_of(register.located(file, location))
            for language in meeting.languages if meeting else register.settings.languages:
                if language not in text and not file.source.holds((*location, language)):
                    missing.setdefault(language, []).append(location)
        yield file, missing


def _untranslated_problem(
    register: Register, file: File, locations: list[Location], language: str
) -> Problem:
    """The problem of the texts at `locations`, shown at the first of them."""
    meeting = meeting_of(register.located(file, locations[0]))
    approved = meeting is not None and meeting.state == "approved"
    message = tell_number(
        "the translation is missing: %(language)s.",
        "the translation of %(n)s texts is missing: %(language)s; the first of them is here.",
        len(locations),
        language=language,
    )
    several = len(locations) > 1
    each = tell("`make check ALL=1` shows each of them.") if several else ""
    if approved:
        remedy = tell(
            "The record is approved, so it must stand in every language: add `%(language)s: …`.",
            language=language,
        )
    else:
        remedy = tell(
            "Add `%(language)s: …`; until then the page shows another language, and says so.",
            language=language,
        )
    return file.source.problem(locations[0], message, joined(remedy, each), warning=not approved)


def texts_hold_no_invisible_signs(register: Register) -> Problems:
    for file in register.files:
        yield from file.remember("invisible signs", partial(_invisible_signs, file))


def _invisible_signs(file: File) -> list[Problem]:
    return [
        file.source.problem(
            (*location, language),
            tell(
                "an invisible sign that turns the direction of text stands here (%(code)s).",
                code=f"U+{ord(character):04X}",
            ),
            tell("Delete it; until then the page shows it by its number."),
            at=character,
            warning=True,
        )
        for location, text in texts_of(file)
        for language, words in text.items()
        for character in dict.fromkeys(DIRECTION_SIGNS.findall(words))
    ]


def addresses_hold_no_invisible_signs(register: Register) -> Problems:
    for file in register.files:
        yield from file.remember("addresses", partial(_signs_in_addresses, file))


def _signs_in_addresses(file: File) -> list[Problem]:
    return [
        file.source.problem(
            (*location, language),
            tell(
                "a sign that cannot be seen (%(code)s) stands in this address.",
                code=f"U+{ord(match[1]):04X}",
            ),
            tell("Delete it: the link would lead elsewhere than it seems to."),
            at=match[0],
        )
        for location, text in texts_of(file)
        for language, words in text.items()
        if "://" in words or "mailto:" in words
        for match in _SIGN_IN_ADDRESS.finditer(words)
    ]


_SIGN_IN_ADDRESS = re.compile(rf"(?:https?://|mailto:)[^\s<>\[\]{INVISIBLE}]*+([{INVISIBLE}])")
"""The beginning of an address, up to a sign that shows nothing."""
