"""One file of the register as it was read: its text, its plain values, and where each stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from .parser import UNPRINTABLE, Builder, Location, Span, Value
from .problems import Problem
from .syntax import line_and_column

Kept = Mapping[Location, list[int]]
"""Of each list from which broken entries were left out: where the others stand in the file."""


@dataclass(frozen=True)
class Source:
    """One file of the register, as it was read."""

    file: str
    """Path from the project's folder, with slashes."""
    text: str
    value: Value
    kept: Kept = field(default_factory=dict)

    def in_file(self, location: Location) -> Location:
        """The location in the file of what stands at `location` once broken parts are left out."""
        if not self.kept:
            return location
        return tuple(
            self.kept[location[:depth]][step]
            if isinstance(step, int) and location[:depth] in self.kept
            else step
            for depth, step in enumerate(location)
        )

    def holds(self, location: Location) -> bool:
        """Whether anything stands at `location` in the file, be it broken."""
        value: Any = self.value
        for step in self.in_file(location):
            if isinstance(value, str) or (isinstance(value, dict) and step not in value):
                return False
            value = value[step]
        return True

    @cached_property
    def _spans(self) -> dict[Location, Span]:
        # Places are looked up only when something is wrong: a good register never pays.
        builder = Builder(self.file, self.text, keep_places=True)
        builder.build()
        return builder.spans

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def problem(
        self,
        location: Location,
        message: str,
        remedy: str,
        *,
        at: str = "",
        nth: int = 0,
        warning: bool = False,
    ) -> Problem:
        """A problem with the value at `location`.

        With `at`, it stands where those words stand in the value's text for the `nth` time.
        """
        index = self._index(location, at, nth)
        line = bisect_right(self._line_starts, index)
        column = index - self._line_starts[line - 1] + 1
        severity: Any = "warning" if warning else "error"
        return Problem(self.file, line, column, message, remedy, severity)

    def typed(self, location: Location) -> str:
        """The value at `location` just as it was typed."""
        span = self._spans.get(location)
        return self.text[span.start : span.end].strip() if span else ""

    def _index(self, location: Location, at: str, nth: int) -> int:
        location = self.in_file(location)
        while location and location not in self._spans:
            location = location[:-1]
        span = self._spans.get(location)
        if span is None:
            return 0
        if at:
            # Where a text is folded, a space of it may be a line break in the file.
            words = re.compile(r"\s+".join(map(re.escape, at.split())) or re.escape(at))
            found = list(words.finditer(self.text, span.start, span.end))
            if found:
                return found[min(nth, len(found) - 1)].start()
        return span.mark


def read(path: Path, file: str) -> tuple[Source | None, list[Problem]]:
    """Read one file. Without a source, the problems say why it cannot be read."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        message = f"this file cannot be read: {error.strerror}."
        return None, [Problem(file, 1, 1, message, "Look at its rights, or put it there again.")]
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        line, column = line_and_column(before, len(before))
        message = f"this file is not UTF-8: byte {error.object[error.start]:#04x} stands here."
        return None, [Problem(file, line, column, message, "Save the file again as UTF-8.")]
    text = re.sub("\r\n?", "\n", text)
    if unprintable := _unprintable_characters(file, text):
        return None, unprintable
    builder = Builder(file, text)
    value = builder.build()
    if value is None and not builder.problems:
        message = "this file is empty."
        return None, [Problem(file, 1, 1, message, "Fill it in, or delete the file.")]
    if value is None:
        return None, builder.problems
    return Source(file, text, value), builder.problems


def _unprintable_characters(file: str, text: str) -> list[Problem]:
    """A problem for each character that cannot be printed, where it stands first."""
    firsts = {found[0]: found.start() for found in reversed(list(UNPRINTABLE.finditer(text)))}
    return [
        Problem(
            file,
            *line_and_column(text, index),
            f"a character that cannot be printed (U+{ord(character):04X}) stands here.",
            "Delete it, and type again what should stand there.",
        )
        for character, index in firsts.items()
    ]
