"""Mistakes in a register, described so that the person who wrote it can mend them.

`Problem` is what all checks return, `report` prints problems, and the other functions put names
and quotations into the sentences of a problem.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake: where it is, what is wrong (`message`), and what to do about it (`remedy`).

    `file` is a path from the project's folder; `line` and `column` count from 1. An error stops
    the build; a warning does not.
    """

    file: str
    line: int
    column: int
    message: str
    remedy: str
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        return (
            f"{_printable(self.file)}:{self.line}:{self.column}: {self.severity}: "
            f"{_printable(self.message)}\n    {_printable(self.remedy)}"
        )


def report(problems: Iterable[Problem]) -> str:
    """The text of all problems, without duplicates, by file and line; then a line of totals."""
    ordered = sorted(set(problems))
    errors = sum(problem.severity == "error" for problem in ordered)
    count = f"{_count(errors, 'error')}, {_count(len(ordered) - errors, 'warning')}"
    return "\n".join([*map(str, ordered), count])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _printable(text: str) -> str:
    """A text for a terminal, with `[U+202E]` in place of a character that does not print."""
    if text.isprintable():
        return text
    return "".join(
        sign if sign.isprintable() or sign == "\u00a0" else f"[U+{ord(sign):04X}]" for sign in text
    )


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that looks most like `name`; None if none is at least 60 % like it.

    The likeness is the ratio of `difflib`, without regard to capitals.
    """
    folded = {candidate.casefold(): candidate for candidate in known}
    matches = get_close_matches(short(name).casefold(), folded, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else None


def listed(names: Iterable[str], limit: int = 12) -> str:
    """Names joined by commas, for a sentence; an ellipsis replaces those beyond `limit`."""
    ordered = [short(name) for name in names]
    text = ", ".join(ordered[:limit])
    return f"{text}, …" if len(ordered) > limit else text


def short(text: str) -> str:
    """A text on one line and at most 60 characters long, to be quoted in a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
