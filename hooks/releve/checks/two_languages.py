"""Rules that compare the texts of one entry in two languages: they say the same numbers, and each
stands in its own language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from itertools import combinations
from typing import NamedTuple

from ..language import Language, reads_as
from ..register import REFERENCE, Register
from ..source import File, Problem, joined, short, tell, values
from .common import Problems, texts_of
from .lost_text import is_spoilt

_language = cache(Language)


def each_language_holds_its_own_words(register: Register) -> Problems:
    languages = tuple(register.settings.languages)
    for file in register.files:
        yield from file.remember(("exchanged", languages), partial(_exchanged_in, file, languages))


def _exchanged_in(file: File, languages: tuple[str, ...]) -> list[Problem]:
    return [
        file.source.problem(
            location,
            tell(
                "the texts in `%(one)s` and `%(other)s` seem to be exchanged.", one=one, other=other
            ),
            tell(
                "Put each after its own language: {%(one)s: …, %(other)s: …}.", one=one, other=other
            ),
            warning=True,
        )
        for location, text in texts_of(file)
        for one, other in exchanged(text, languages)
    ]


def exchanged(text: values.Text, languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The pairs of languages of which each has the words of the other."""
    codes = [code for code in text if code in languages]
    for one, other in combinations(codes, 2):
        if reads_as(text[one], one, other) == other and reads_as(text[other], one, other) == one:
            yield one, other


class _Counted(NamedTuple):
    """The numbers and months that a text holds, written in the same way for all languages."""

    figures: frozenset[str]
    in_words: frozenset[str]
    """Its numbers up to twelve that are said in words."""

    def lacks(self, other: _Counted) -> set[str]:
        """What the other holds and this does not, neither in digits nor in words.

        A word counts only where both hold one that the other has not: "one" and « un » stand in
        many a sentence that counts nothing, and « une année » may be "twelve months".
        """
        all_here = self.figures | self.in_words
        lacking = {*(other.figures - all_here)}
        if (self.in_words - other.figures - other.in_words) - _SMALL:
            lacking |= other.in_words - all_here - _SMALL
        return lacking


_SMALL = {"0", "1", "2"}
"""Numbers whose words have other senses too: "one", « second »."""


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
        counted = {
            code: _counted(code, country, words)
            for code, words in text.items()
            if code in languages
        }
        if len(counted) < 2 or not any(map(any, counted.values())):
            continue
        base = _most_agreed_on(counted)
        for other, found in counted.items():
            only, extra = found.lacks(counted[base]), counted[base].lacks(found)
            if not (only or extra) or _has_another_cause(file, location, text, languages):
                continue
            problem = file.source.problem(
                (*location, other),
                tell(
                    "`%(base)s` and `%(other)s` do not hold the same numbers or dates: "
                    "%(figures)s.",
                    base=base,
                    other=other,
                    figures=joined(_only_in(base, only), _only_in(other, extra), between="; "),
                ),
                tell("Both languages must say the same; mend the one that is wrong."),
                warning=True,
            )
            problems.append(problem)
    return problems


def _counted(code: str, country: str | None, words: str) -> _Counted:
    """Digits in the target of a reference are not part of the text."""
    plain = REFERENCE.sub(lambda match: f" {match[2] or ''} ", words)
    language = _language(code, country)
    return _Counted(
        frozenset(language.figures(plain) if _HAS_DIGIT(plain) else ()),
        frozenset(language.numbers_in_words(plain)),
    )


_HAS_DIGIT = re.compile(r"\d").search


def _most_agreed_on(counted: dict[str, _Counted]) -> str:
    """The language with whose numbers most others agree, so that the one that is wrong is named."""
    return max(
        counted,
        key=lambda code: sum(
            not counted[code].lacks(found) and not found.lacks(counted[code])
            for found in counted.values()
        ),
    )


def _has_another_cause(
    file: File, location: tuple[str | int, ...], text: values.Text, languages: tuple[str, ...]
) -> bool:
    """Whether numbers differ because a text is cut off, spoilt or exchanged: that is told."""
    return (
        any(map(is_spoilt, text.values()))
        or any(file.source.is_cut_off((*location, code)) for code in text)
        or any(exchanged(text, languages))
    )


def _only_in(code: str, figures: set[str]) -> str:
    """The words for figures that are in one language only; empty if there are none."""
    if not figures:
        return ""
    names = joined(*map(_figure, sorted(figures)[:_MOST]), between=", ")
    more = tell("%(figures)s, …", figures=names) if len(figures) > _MOST else names
    return tell("%(figures)s only in `%(language)s`", figures=more, language=code)


_MOST = 12
"""The most figures that are named."""


def _figure(figure: str) -> str:
    month = re.fullmatch("month ([0-9]+)", figure)
    return tell("month %(number)s", number=month[1]) if month else short(figure)
