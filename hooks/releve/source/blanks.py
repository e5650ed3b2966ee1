"""Blanks in messages, for words that only the whole register can say.

A file is read alone, so its problems cannot name the register's languages, nor the id that a
mistyped name was meant for. They leave a blank instead; `checks` fills it once all files are read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from .problems import Problem

_BLANK = re.compile("\ue010([^\ue011]*)\ue011")
"""Characters that no file of a register can hold, since `parser.py` refuses them."""


def blank(name: str, *values: str) -> str:
    """A blank to be put into a message: what to fill in, and values that it depends on."""
    return "\ue010" + "\ue012".join((name, *values)) + "\ue011"


def filled(problem: Problem, fill: Callable[..., str]) -> Problem:
    """The problem with every blank filled by `fill`, which is given its name and its values."""

    def words(text: str) -> str:
        return _BLANK.sub(lambda match: fill(*match[1].split("\ue012")), text)

    message, remedy = words(problem.message), words(problem.remedy)
    if message == problem.message and remedy == problem.remedy:
        return problem
    return replace(problem, message=message, remedy=remedy)


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


def text_in_each_language(words: str = "…") -> str:
    """`{fr: "words", en: "…"}`, with the languages of the register."""
    return blank("text", words)


def what_is_meant(value: str, kinds: tuple[str, ...], otherwise: str = "") -> str:
    """A remedy for a value that should refer to a thing of one of `kinds`, and does not.

    `otherwise` is said where nothing like it is found.
    """
    return blank("meant", value, ",".join(kinds), otherwise)


def references(typed: list[str], kinds: tuple[str, ...]) -> str:
    """Ids separated by commas, each in place of what was typed for it."""
    if not kinds:
        return ", ".join(typed)
    return blank("references", ",".join(kinds), *typed)
