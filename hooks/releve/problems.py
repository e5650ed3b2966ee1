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
            f"{self.file}:{self.line}:{self.column}: {self.severity}: {self.message}\n"
            f"    {self.remedy}"
        )


def report(problems: Iterable[Problem]) -> str:
    """All problems in the order of the files, then a line that counts them."""
    ordered = sorted(set(problems))
    errors = sum(problem.severity == "error" for problem in ordered)
    count = f"{_count(errors, 'error')}, {_count(len(ordered) - errors, 'warning')}"
    return "\n".join([*map(str, ordered), count])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that looks most like `name`, or none that is near enough."""
    folded = {candidate.casefold(): candidate for candidate in known}
    found = get_close_matches(name.casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def listed(names: Iterable[str], limit: int = 12) -> str:
    """Names for a sentence, cut short where there are many."""
    ordered = list(names)
    shown = ", ".join(ordered[:limit])
    return f"{shown}, …" if len(ordered) > limit else shown
