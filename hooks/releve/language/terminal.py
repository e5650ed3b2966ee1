"""The language of the terminal, in which problems and all other messages are told.

It is the one that gettext takes from the environment
(https://www.gnu.org/software/gettext/manual/html_node/Locale-Environment-Variables.html). No locale
of the system is needed: the words are in the same catalogues as those of the interface, in a
context of their own. Begin at `said` and `reported`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
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
        if isinstance(message, _LanguageName):
            return language.name_of(message.template).split(" (")[0]
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


class _LanguageName(Message):
    """The name of a language, whose code is the `template`."""

    __slots__ = ()

    def __new__(cls, template: str, *_: object) -> _LanguageName:
        name = Language(SOURCE_LANGUAGE).name_of(template).split(" (")[0]
        message = str.__new__(cls, name)
        message.template, message.plural, message.values = template, "", {}
        return message


def name_of(code: str) -> Message:
    """The name of a language, for a sentence: “French”."""
    return _LanguageName(code)
