"""Blanks in messages, for words that only the whole register can say.

A file is read alone, so its problems cannot name the register's languages, nor the id that a
mistyped name was meant for. They leave a blank instead; `checks` fills it once all files are read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from .messages import Message, joined
from .problems import Problem

_BLANK = re.compile("\ue010([^\ue011]*)\ue011")
"""Characters that no file of a register can hold, since `parser.py` refuses them."""


def blank(name: str, *values: str) -> str:
    """A blank to be put into a message: what to fill in, and values that it depends on."""
    return "\ue010" + "\ue012".join((name, *values)) + "\ue011"


def filled(problem: Problem, fill: Callable[..., str]) -> Problem:
    """The problem with every blank filled by `fill`, which is given its name and its values."""

    def words(text: str | int) -> Any:
        if isinstance(text, Message):
            return text.given(**{name: words(value) for name, value in text.values.items()})
        if not isinstance(text, str):
            return text
        if blank := _BLANK.fullmatch(text):  # whose words may be a message
            return fill(*blank[1].split("\ue012"))
        return _BLANK.sub(lambda match: fill(*match[1].split("\ue012")), text)

    if not (_BLANK.search(problem.message) or _BLANK.search(problem.remedy)):
        return problem
    return replace(problem, message=words(problem.message), remedy=words(problem.remedy))


ID = blank("id")
"""An id of the register, as an example."""
BODY = blank("body")
"""The body whose records the register holds, if it is only one."""
LANGUAGE = blank("language")
"""The first language of the register."""
LANGUAGES = blank("languages")
"""All its languages."""
MEETING = blank("meeting")
"""A meeting, an earlier one of the same body if there is one."""
DECISION = blank("decision")
FOLLOW_UP = blank("follow_up")
DAY = blank("day")
"""A day on which there was a meeting."""
MONTH = blank("month")
QUARTER = blank("quarter")
YEAR = blank("year")
"""The month, the quarter and the year of that day."""


def text_in_each_language(words: str = "…") -> str:
    """`{fr: "words", en: "…"}`, with the languages of the register."""
    return blank("text", words)


def what_is_meant(value: str, kinds: tuple[str, ...], guest: str = "") -> Message:
    """A remedy for a value that should refer to a thing of one of `kinds`, and does not.

    `guest` is the name to write for somebody without an entry, where that may be written.
    """
    return joined(blank("meant", value, ",".join(kinds), guest))


def references(typed: list[str], kinds: tuple[str, ...]) -> str:
    """Ids separated by commas, each in place of what was typed for it."""
    if not kinds:
        return ", ".join(typed)
    return blank("references", ",".join(kinds), *typed)
