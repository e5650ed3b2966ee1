"""The language of the terminal, in which problems and all other messages are told.

It is the one that gettext takes from the environment
(https://www.gnu.org/software/gettext/manual/html_node/Locale-Environment-Variables.html). No locale
of the system is needed: the words are in the same catalogues as those of the interface, in a
context of their own. Begin at `said` and `reported`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from ..source import Message, Problem, Translate, in_english, report
from .catalogues import SOURCE_LANGUAGE, TERMINAL, has_words, translations
from .language import Language


def said(message: Message) -> str:
    """A message in the language of the terminal."""
    return message.said(_to(_language_of_terminal()))


def reported(problems: Iterable[Problem]) -> str:
    """The text of problems in the language of the terminal: see `report`."""
    return report(problems, _to(_language_of_terminal()))


def annotated(problems: Iterable[Problem]) -> str:
    """Problems in the language of the terminal as GitHub's annotations, the errors first."""
    translate = _to(_language_of_terminal())
    ordered = sorted(set(problems), key=lambda problem: (problem.severity, problem))
    return "\n".join(problem.annotation(translate) for problem in ordered)


def _language_of_terminal() -> str:
    """The first language of the environment that the catalogues have; English if they have none."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, names), "")
    asked = [locale]
    if _code(locale) not in ("C", "POSIX"):
        asked = [*os.environ.get("LANGUAGE", "").split(":"), locale]
    known = (code for code in map(_code, asked) if _IS_CODE(code) and has_words(code))
    return next(known, SOURCE_LANGUAGE)


def _code(locale: str) -> str:
    """The code of a locale's language: `fr-CA` of `fr_CA.UTF-8`."""
    return re.split("[.@]", locale)[0].replace("_", "-")


_IS_CODE = re.compile("[a-z]{2,3}(-[A-Za-z0-9]+)*").fullmatch


@cache
def _to(code: str) -> Translate:
    """What says messages in a language."""
    if code.split("-")[0] == SOURCE_LANGUAGE:
        return in_english
    language, words = Language(code), translations(code)
    typeset = cache(lambda text: _typeset(language, text))

    def translate(message: Message) -> str:
        if isinstance(message, _InEachLanguage):
            return message.in_language(language)
        if message.plural:
            number: Any = message.values["n"]
            text = words.npgettext(TERMINAL, message.template, message.plural, number)
        else:
            text = words.pgettext(TERMINAL, message.template)
        return str(typeset(text))

    return translate


def _typeset(language: Language, text: str) -> str:
    """Words with the typography of their language; what stands between backticks is to be typed."""
    pieces = text.split("`")
    pieces[::2] = map(language.typeset, pieces[::2])
    return "`".join(pieces)


class _InEachLanguage(Message):
    """What each language has words of its own for, and no catalogue: see its subclasses."""

    __slots__ = ("of",)
    of: Any

    def __new__(cls, of: Any) -> _InEachLanguage:
        message = str.__new__(cls, cls._words(of, Language(SOURCE_LANGUAGE)))
        message.template, message.plural, message.values = str(message), "", {}
        message.of = of
        return message

    def in_language(self, language: Language) -> str:
        """The words in a language."""
        return self._words(self.of, language)

    @staticmethod
    def _words(of: Any, language: Language) -> str:
        raise NotImplementedError

    def __reduce__(self) -> Any:
        return type(self), (self.of,)


class _LanguageName(_InEachLanguage):
    """The name of a language, by its code."""

    __slots__ = ()

    @staticmethod
    def _words(of: str, language: Language) -> str:
        return language.name_of(of).split(" (")[0]


class _Day(_InEachLanguage):
    """A day."""

    __slots__ = ()

    @staticmethod
    def _words(of: date, language: Language) -> str:
        return language.date(of)


class _Text(_InEachLanguage):
    """A text of a register, by language."""

    __slots__ = ()

    @staticmethod
    def _words(of: Mapping[str, str], language: Language) -> str:
        base = language.code.split("-")[0]
        same = (words for code, words in of.items() if code.split("-")[0] == base)
        return language.typeset(next(same, next(iter(of.values()), "")))


def name_of(code: str) -> Message:
    """The name of a language, for a sentence: “French”."""
    return _LanguageName(code)


def day_of(day: date) -> Message:
    """A day, for a sentence: “September 25, 2019”."""
    return _Day(day)


def text_of(text: Mapping[str, str]) -> Message:
    """A text of a register, for a sentence; in its first language where there is no other."""
    return _Text(dict(text))


def said_in(message: Message, code: str) -> str:
    """A message in a language, whatever that of the terminal."""
    return message.said(_to(code))
