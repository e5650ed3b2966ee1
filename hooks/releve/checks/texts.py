"""Rules on texts: they are in every language of the register, with the same numbers in each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from ..language import Language
from ..register import REFERENCE, Register, meeting_of
from ..source import (
    ANY_LANGUAGE,
    DIRECTORIES,
    INVISIBLE,
    File,
    Location,
    Problem,
    field_elsewhere,
    listed,
    mended,
    nearest,
    short,
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
            guess = f"Did you mean `{near}`? " if near else ""
            remedy = f"{guess}Languages of this register: {listed(languages)}."
            if not near and re.fullmatch("[a-z]{2}", language):
                remedy += (
                    f" If it is to be in `{language}` too, add that to `languages` in "
                    f"{register.file.path}; if not, remove this text."
                )
            # Unquoted, `Note: the rest` is read in YAML as a text in the language `Note`.
            if not near and not re.fullmatch("[a-z]{2,3}(-.*)?", language):
                remedy += " If a colon or a comma made it one, put the text in quotes."
            yield file.source.problem(
                (*location, language), f"unknown language `{short(language)}`.", remedy
            )


_MAY_DIFFER = {"acronym", "former_name", "other_names", "names", "says", "should_say"}
"""Fields that need not be in every language: names, and corrections of words that are wrong in one
language only."""


def _fields(file: File, location: Location) -> set[str]:
    """The names of the fields in a location. In a directory, a location begins with an id, which
    is left out: it may happen to be the name of a field.
    """
    steps = location[1:] if file.kind in DIRECTORIES else location
    return {step for step in steps if isinstance(step, str)}


def texts_are_translated(register: Register) -> Problems:
    for file, location, text in _texts_in_other_languages(register):
        meeting = meeting_of(register.located(file, location))
        wanted = meeting.languages if meeting else register.settings.languages
        missing = [
            language
            for language in wanted
            if language not in text and not file.source.holds((*location, language))
        ]
        if not text.keys() <= {*register.settings.languages}:
            continue  # the unknown language is reported by `texts_are_in_known_languages`
        if not missing or not _MAY_DIFFER.isdisjoint(_fields(file, location)):
            continue
        if register.settings.one_language_suffices:
            continue
        if len(file.source.keys_at(location)) > len(text):
            continue  # the missing one may stand there and be broken, which is reported
        approved = meeting is not None and meeting.state == "approved"
        yield file.source.problem(
            location,
            f"the translation is missing: {listed(missing)}.",
            f"The record is approved, so it must stand in every language: add `{missing[0]}: …`."
            if approved
            else f"Add `{missing[0]}: …`; until then the page shows another language, and says so.",
            warning=not approved,
        )


_language = cache(Language)


def _figures(code: str, country: str | None, words: str) -> set[str]:
    """The numbers and months in a text, written in the same way for all languages.

    Digits in the target of a reference are not part of the text.
    """
    plain = REFERENCE.sub(lambda match: f" {match[2] or ''} ", words)
    return _language(code, country).figures(plain)


def languages_say_the_same_numbers(register: Register) -> Problems:
    languages, country = tuple(register.settings.languages), register.settings.country
    for file in register.files:
        yield from file.remember(
            ("numbers", languages, country),
            partial(_numbers_that_differ, file, languages, country),
        )


def _numbers_that_differ(
    file: File, languages: tuple[str, ...], country: str | None
) -> list[Problem]:
    problems = []
    for location, text in texts_of(file):
        if len(text) < 2 or not any(map(_HAS_DIGIT.search, text.values())):
            continue
        counted = {
            code: _figures(code, country, words)
            for code, words in text.items()
            if code in languages
        }
        codes = list(counted)
        for other in codes[1:]:
            if counted[codes[0]] != counted[other]:
                only = counted[codes[0]] - counted[other]
                extra = counted[other] - counted[codes[0]]
                problem = file.source.problem(
                    (*location, other),
                    f"`{codes[0]}` and `{other}` do not hold the same numbers or dates: "
                    f"{_only_in(codes[0], only)}{_only_in(other, extra, first=not only)}.",
                    "Both languages must say the same; mend the one that is wrong.",
                    warning=True,
                )
                problems.append(problem)
    return problems


_HAS_DIGIT = re.compile(r"\d")


def _only_in(code: str, figures: set[str], *, first: bool = True) -> str:
    """The words for figures that are in one language only; `first` if nothing is before them."""
    if not figures:
        return ""
    return f"{'' if first else '; '}{listed(sorted(figures))} only in `{code}`"


def texts_hold_no_invisible_signs(register: Register) -> Problems:
    for file in register.files:
        yield from file.remember("invisible signs", partial(_invisible_signs, file))


def _invisible_signs(file: File) -> list[Problem]:
    return [
        file.source.problem(
            (*location, language),
            f"an invisible sign that turns the direction of text stands here "
            f"(U+{ord(character):04X}).",
            "Delete it; until then the page shows it by its number.",
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
            f"a sign that cannot be seen (U+{ord(match[1]):04X}) stands in this address.",
            "Delete it: the link would lead elsewhere than it seems to.",
            at=match[0],
        )
        for location, text in texts_of(file)
        for language, words in text.items()
        if "://" in words or "mailto:" in words
        for match in _SIGN_IN_ADDRESS.finditer(words)
    ]


_SIGN_IN_ADDRESS = re.compile(rf"(?:https?://|mailto:)[^\s<>\[\]{INVISIBLE}]*+([{INVISIBLE}])")
"""The beginning of an address, up to a sign that shows nothing."""
