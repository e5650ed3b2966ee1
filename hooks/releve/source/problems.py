"""Mistakes in a register, described so that the person who wrote it can mend them.

`Problem` is what all checks return, `report` prints problems, and the other functions put names
and quotations into the sentences of a problem.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from heapq import nlargest
from itertools import pairwise
from typing import Literal

from .messages import Message, Translate, in_english, said, tell, tell_number

MOST_SHOWN = 100
"""How many problems of one file a report shows. More of them would hide those of other files."""

INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Characters that show nothing, for a class of a regular expression: those that Unicode lets a
program ignore (Default_Ignorable_Code_Point, Unicode Standard Annex 44), and an empty braille cell.
Some languages need some of them in a text; an address never does."""
A_SIGN_UNSEEN = re.compile(f"[{INVISIBLE}]")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake: where it is, what is wrong (`message`), and what to do about it (`remedy`).

    `file` is a path from the project's folder; `line` and `column` count from 1. An error stops
    the build; a warning does not.
    """

    file: str
    line: int
    column: int
    message: Message
    remedy: Message
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        return self.said(in_english)

    def said(self, translate: Translate) -> str:
        """The problem as it is printed, in a language."""
        message, remedy = self._words(translate)
        form = _ERROR if self.severity == "error" else _WARNING
        described = form.given(message=message).said(translate)
        return f"{_printable(self.file)}:{self.line}:{self.column}: {described}\n    {remedy}"

    def annotation(self, translate: Translate) -> str:
        """The problem as the command by which a workflow of GitHub shows it at its line.

        Nothing that is quoted in it can be a command of its own: it is one line, and escaped as
        GitHub's toolkit does (https://github.com/actions/toolkit, packages/core/src/command.ts).
        """
        message, remedy = self._words(translate)
        file = _escaped(_printable(self.file)).replace(":", "%3A").replace(",", "%2C")
        words = _escaped(f"{message}\n{remedy}")
        return f"::{self.severity} file={file},line={self.line},col={self.column}::{words}"

    def _words(self, translate: Translate) -> tuple[str, str]:
        """The message and the remedy in a language, as they can be printed."""
        message, remedy = (
            _printable(_shortened(said(text, translate))) for text in (self.message, self.remedy)
        )
        return message, remedy


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


_ERROR, _WARNING = tell("error: %(message)s"), tell("warning: %(message)s")


def report(problems: Iterable[Problem], translate: Translate = in_english) -> str:
    """The text of all problems, without duplicates; then a line of totals.

    Errors stand before warnings, for they stop the build; each by file and line. Of each file,
    `MOST_SHOWN` problems are shown, and the others counted.
    """
    ordered = sorted(set(problems))
    errors_first = sorted(ordered, key=lambda problem: problem.severity)
    seen: Counter[str] = Counter()
    shown = []
    for problem in errors_first:
        seen[problem.file] += 1
        if seen[problem.file] <= MOST_SHOWN:
            shown.append(problem)
    lines = [
        *(problem.said(translate) for problem in shown),
        *(
            f"{_printable(file)}: {_others(count - MOST_SHOWN).said(translate)}\n"
            f"    {_MEND_FIRST.said(translate)}"
            for file, count in seen.items()
            if count > MOST_SHOWN
        ),
    ]
    errors = sum(problem.severity == "error" for problem in ordered)
    totals = (
        tell_number("%(n)s error", "%(n)s errors", errors),
        tell_number("%(n)s warning", "%(n)s warnings", len(ordered) - errors),
    )
    return "\n".join([*lines, ", ".join(total.said(translate) for total in totals)])


def _others(number: int) -> Message:
    return tell_number(
        "%(n)s more problem in this file.", "%(n)s more problems in this file.", number
    )


_MEND_FIRST = tell("Mend those above, and check again.")
"""What to do about problems that are not shown."""


_LONG_WORD = re.compile(r"(\S{59})\S{61,}?([^\w\s]{0,3})(?!\S)")
"""A word of more than 120 characters, with what closes a quotation of it. No id is as long, nor is
a fingerprint."""


_LONGEST = 2_000
"""The most characters of a message, or of a remedy, that are printed."""


def _shortened(text: str) -> str:
    """The text of a message, with an ellipsis in place of most of a quoted value that is long."""
    text = _LONG_WORD.sub(r"\1…\2", text) if len(text) > 120 else text
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _printable(text: str) -> str:
    """A text for a terminal, with `[U+202E]` in place of a character that does not print."""
    if text.isprintable() and not A_SIGN_UNSEEN.search(text):
        return text
    return "".join(sign if _prints(sign) else f"[U+{ord(sign):04X}]" for sign in text)


def _prints(sign: str) -> bool:
    return (sign.isprintable() and not A_SIGN_UNSEEN.match(sign)) or sign == "\u00a0"


_LIKELY = 20


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that looks most like `name`; None if none is at least 60 % like it.

    The likeness is the ratio of `difflib`, without regard to capitals. As that takes long, it is
    only taken of the `_LIKELY` names that have the most pairs of letters in common with this one.
    """
    folded = {candidate.casefold(): candidate for candidate in known}
    word = short(name).casefold()
    likely: Iterable[str] = folded
    if len(folded) > _LIKELY:
        pairs = _pairs(word)
        likely = nlargest(_LIKELY, folded, key=lambda other: len(pairs & _pairs(other)))
    matches = get_close_matches(word, likely, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else None


@lru_cache(maxsize=100_000)
def _pairs(word: str) -> frozenset[str]:
    """The pairs of letters that stand side by side in a word."""
    return frozenset(map("".join, pairwise(word)))


def listed(names: Iterable[str], limit: int = 12) -> str:
    """Names joined by commas, for a sentence; an ellipsis replaces those beyond `limit`."""
    ordered = [short(name) for name in names]
    text = ", ".join(ordered[:limit])
    return f"{text}, …" if len(ordered) > limit else text


def short(text: str) -> str:
    """A text on one line and at most 60 characters long, to be quoted in a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
