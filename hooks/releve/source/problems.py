"""What is wrong with a register, said so that the person who wrote it can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, where it stands, and what to do about it.

    `line` and `column` count from 1. An error stops the build; a warning does not.
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
    """All problems in the order of the files, then a line that counts them."""
    ordered = sorted(set(problems))
    errors = sum(problem.severity == "error" for problem in ordered)
    count = f"{_count(errors, 'error')}, {_count(len(ordered) - errors, 'warning')}"
    return "\n".join([*map(str, ordered), count])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _printable(words: str) -> str:
    """Words for a terminal, whatever was typed: a sign that does not print, as its number."""
    if words.isprintable():
        return words
    return "".join(
        sign if sign.isprintable() or sign == "\u00a0" else f"[U+{ord(sign):04X}]" for sign in words
    )


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that looks most like `name`, or none that is near enough."""
    folded = {candidate.casefold(): candidate for candidate in known}
    found = get_close_matches(short(name).casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def listed(names: Iterable[str], limit: int = 12) -> str:
    """Names for a sentence, cut short where there are many."""
    ordered = [short(name) for name in names]
    shown = ", ".join(ordered[:limit])
    return f"{shown}, …" if len(ordered) > limit else shown


def short(text: str) -> str:
    """What was typed, on one line and cut short, to be quoted in a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
