"""One file as it was read: its text, its plain values, and the line and column of each.

Comes in: the path of a file. Goes out: a `Source`, or problems that say why it cannot be read.
Begin at `read`.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from .messages import Message, reason, tell
from .parser import UNINTENDED_COMMENT, UNPRINTABLE, Builder, Location, Span, Value
from .problems import Problem
from .syntax import line_and_column

LARGEST_FILE = 20_000_000
"""The most bytes of a file: the seals of several thousand records take as many."""
KeptIndexes = Mapping[Location, list[int]]
"""By the location of each list from which broken entries were left out: the indexes, in the file,
of the entries that are left."""


@dataclass(frozen=True)
class Source:
    """One file of the register, as it was read.

    Its methods take locations in the typed content, from which broken parts may have been left
    out; only `text_at` takes a location in the file.
    """

    file: str
    """Path from the project's folder, with slashes."""
    text: str
    """Its content, with each line ended by a line feed."""
    value: Value
    kept_indexes: KeptIndexes = field(default_factory=dict)

    def in_file(self, location: Location) -> Location:
        """The location in the file of the value that is at `location` in the typed content.

        A step is left out where the file has the short form of what the format holds: one value
        for a list of one, and `[x, y]` for the `members` of a vote.
        """
        value: Any = self.value
        plain: list[str | int] = []
        in_file: list[str | int] = []
        for step in location:
            is_short = (step == 0 and isinstance(value, dict | str)) or (
                step == "members" and isinstance(value, list)
            )
            if is_short:
                continue
            kept = self.kept_indexes.get(tuple(plain)) if isinstance(step, int) else None
            plain.append(step)
            in_file.append(kept[step] if kept and isinstance(step, int) else step)
            value = _below(value, in_file[-1])
        return tuple(in_file)

    def holds(self, location: Location) -> bool:
        """Whether the file has a value at `location`, even one that is broken."""
        value: Any = self.value
        for step in self.in_file(location):
            if isinstance(value, str) or (isinstance(value, dict) and step not in value):
                return False
            value = value[step]
        return True

    def keys_at(self, location: Location) -> list[str]:
        """The names of the fields that the map at `location` has in the file, broken ones too."""
        value: Any = self.value
        for step in self.in_file(location):
            value = value[step]
        return list(value) if isinstance(value, dict) else []

    @cached_property
    def _spans(self) -> dict[Location, Span]:
        # Reading YAML takes about a third longer with places than without. Only problems need
        # them, so a file is read a second time once it has one.
        builder = Builder(self.file, self.text, keep_places=True)
        builder.build()
        return builder.spans

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    @cached_property
    def _found(self) -> dict[tuple[Location, str], list[int]]:
        """By a location and words that were looked for in its value: where they begin."""
        return {}

    def problem(
        self,
        location: Location,
        message: Message,
        remedy: Message,
        *,
        at: str = "",
        nth: int = 0,
        warning: bool = False,
    ) -> Problem:
        """A problem with the value at `location`.

        With `at`, it is shown at the place where these words occur in the value's text: at their
        first occurrence, or at a later one with `nth` = 1, 2, …
        """
        line, column = self._line_and_column(self._index(location, at, nth))
        severity: Any = "warning" if warning else "error"
        return Problem(self.file, line, column, message, remedy, severity)

    def place(self, location: Location) -> tuple[int, int]:
        """The line and the column of the value at `location`: of its key, or of its dash."""
        return self._line_and_column(self._index(location, "", 0))

    def _line_and_column(self, index: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, index)
        return line, index - self._line_starts[line - 1] + 1

    def line_at(self, location: Location) -> str:
        """The whole line of the file on which the value at `location` begins."""
        start = self._line_starts[self.place(location)[0] - 1]
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else None]

    def is_cut_off(self, location: Location) -> bool:
        """Whether words after the value at `location` are lost, as `parser.py` tells of them."""
        span = self._spans.get(self.in_file(location))
        return bool(span and UNINTENDED_COMMENT.match(self.text, span.end))

    def text_at(self, location: Location) -> str:
        """The value at `location` in the file as it was typed; empty if there is none."""
        span = self._spans.get(location)
        return self.text[span.start : span.end].strip() if span else ""

    def _index(self, location: Location, at: str, nth: int) -> int:
        """The index in the file's text of the place that `problem` is to show."""
        location = self.in_file(location)
        while location and location not in self._spans:
            location = location[:-1]
        span = self._spans.get(location)
        if span is None:
            return 0
        if at:
            if (location, at) not in self._found:
                # In a text on several lines, a space may be a line break in the file.
                words = re.compile(r"\s+".join(map(re.escape, at.split())) or re.escape(at))
                matches = words.finditer(self.text, span.start, span.end)
                self._found[location, at] = [match.start() for match in matches]
            if starts := self._found[location, at]:
                return starts[min(nth, len(starts) - 1)]
        return span.mark


def _below(value: Any, step: str | int) -> Any:
    """What a plain value holds at a step; None if it holds nothing there."""
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None


def read(path: Path, file: str) -> tuple[Source | None, list[Problem]]:
    """Read the file at `path`, which problems call `file`.

    A file that cannot be read gives None and at least one problem; a file that can be read may
    have problems as well.
    """
    text, problems = read_text(path, file)
    if text is None:
        return None, problems
    builder = Builder(file, text)
    value = builder.build()
    if value is None and not builder.problems:
        message = tell("this file is empty.")
        return None, [Problem(file, 1, 1, message, tell("Fill it in, or delete the file."))]
    if value is None:
        return None, builder.problems
    return Source(file, text, value), builder.problems


def read_text(path: Path, file: str) -> tuple[str | None, list[Problem]]:
    """The text of the file at `path`, which problems call `file`; None, and why, if it has none.

    Lines end with a line feed, whatever they end with in the file. Letters are composed (Unicode
    NFC): `é` is one character, also where a Macintosh or a PDF has a letter and its accent.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            message = tell("this file is larger than %(most)s MB.", most=LARGEST_FILE // 1_000_000)
            return None, [Problem(file, 1, 1, message, tell("Divide it into several files."))]
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        message = tell("this file cannot be read: %(why)s.", why=reason(error))
        return None, [
            Problem(file, 1, 1, message, tell("Look at its rights, or put it there again."))
        ]
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        line, column = line_and_column(before, len(before))
        message = tell(
            "this file is not UTF-8: byte %(byte)s stands here.",
            byte=f"{error.object[error.start]:#04x}",
        )
        return None, [Problem(file, line, column, message, tell("Save the file again as UTF-8."))]
    text = unicodedata.normalize("NFC", re.sub("\r\n?", "\n", text))
    if unprintable := _unprintable_characters(file, text):
        return None, unprintable
    return text, []


def _unprintable_characters(file: str, text: str) -> list[Problem]:
    """A problem for each kind of unprintable character, at its first occurrence."""
    matches = list(UNPRINTABLE.finditer(text))
    # Later entries of a dictionary replace earlier ones, hence from the end to the beginning.
    firsts = {match[0]: match.start() for match in reversed(matches)}
    return [
        Problem(
            file,
            *line_and_column(text, index),
            tell(
                "a character that cannot be printed (%(code)s) stands here.",
                code=f"U+{ord(character):04X}",
            ),
            tell("Delete it, and type again what should stand there."),
        )
        for character, index in firsts.items()
    ]
