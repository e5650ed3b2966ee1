"""YAML text -> plain values: maps, lists and text, built from the parser's events.

Nothing is guessed: `no`, `4.10`, `010` and `16:35` all stay the text that was typed, and
`schema` turns text into dates, times and numbers. Duplicate keys, tags, and aliases
that grow without bound are refused. What is read is YAML 1.2's core syntax as libyaml
reads it (https://yaml.org/spec/1.2.2/), with the failsafe schema.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from .problems import Problem
from .syntax import IF_TEXT, IN_QUOTES, line_and_column, syntax_problem

Value = dict[str, Any] | list[Any] | str
Location = tuple[str | int, ...]
"""Where a value stands in its file: keys of maps and indexes of lists, from the top."""
DEEPEST = 60
"""Levels of nesting that no record needs; a file that goes deeper is refused."""
LARGEST = 200_000
"""Values in one file once its aliases are written out; a long text counts for several."""
_LONG = 16
"""Characters for which a text counts as one value more."""
_OF_PROSE = 8
"""Characters for each of which a file may hold a value more, where that comes to more than
`LARGEST`: what is long but written out, such as the seals of a thousand records, is read."""

# What cannot be seen on a page, cannot be typed on purpose. Among it are separators of lines
# that YAML 1.1 takes for the end of a line and an editor does not.
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ufeff\ufffe\uffff\U000f0000-\U0010ffff]"
)

# `# ` begins a comment that is meant; `#3` is more likely part of the text.
_LOST_WORDS = re.compile(r"[ \t]+#(?=[^\s#])")


@dataclass(frozen=True, slots=True)
class Span:
    """Indexes in the text of a file: of a value's key or dash, and of its own words."""

    mark: int
    start: int
    end: int


class _StopError(Exception):
    """Nothing more of this file can be read."""


class _Frame:
    """A map or a list that is being filled."""

    __slots__ = ("anchor", "key", "location", "mark", "places", "size", "value")

    def __init__(self, value: Any, location: Location, event: Any) -> None:
        self.value = value
        self.location = location
        self.anchor = event.anchor
        self.mark = event.start_mark
        self.key: str | None = None
        self.places: dict[str, Any] = {}
        """Of a map: where each key stands."""
        self.size = 1


class Builder:
    """Builds values straight from the parser's events, without recursion."""

    def __init__(self, file: str, text: str, keep_places: bool = False) -> None:
        self.file = file
        self.text = text
        self.problems: list[Problem] = []
        self.spans: dict[Location, Span] = {}
        self._keep_places = keep_places
        self._anchors: dict[str, tuple[Value, int]] = {}
        self._unused: dict[str, Any] = {}
        self._stack: list[_Frame] = []
        self._root: Value | None = None
        self._documents = 0

    def build(self) -> Value | None:
        try:
            for event in yaml.parse(self.text, Loader=yaml.CBaseLoader):
                self._take(event)
        except _StopError:
            return None
        except yaml.MarkedYAMLError as error:
            self.problems.append(syntax_problem(self.file, self.text, error))
            return None
        for anchor, mark in self._unused.items():
            message = f"`&{anchor}` is not shown: it only marks what follows for `*{anchor}`."
            self._complain(mark, message, IF_TEXT, warning=True)
        return self._root

    def _take(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._look_at(event)
            self._add(event.value, 1 + len(event.value) // _LONG, event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._refuse_tag(event)
            empty: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            if len(self._stack) >= DEEPEST:
                self._complain(
                    event.start_mark, "this is nested too deeply to be read.", "Simplify it."
                )
                raise _StopError
            if self._stack and self._is_key_next():
                self._refuse_key(event)
            location = self._next_location() if self._keep_places else ()
            self._stack.append(_Frame(empty, location, event))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            frame = self._stack.pop()
            self._add(frame.value, frame.size, event, frame)
        elif isinstance(event, yaml.AliasEvent):
            if event.anchor not in self._anchors:
                star = f"`*{event.anchor}` refers to nothing that stands before it."
                self._complain(event.start_mark, star, IF_TEXT)
                raise _StopError
            self._unused.pop(event.anchor, None)
            value, size = self._anchors[event.anchor]
            self._add(value, size, event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                second = "`---` starts a second document in this file."
                self._complain(
                    event.start_mark, second, "Keep one document in each file: remove the line."
                )
                raise _StopError

    def _is_key_next(self) -> bool:
        frame = self._stack[-1]
        return isinstance(frame.value, dict) and frame.key is None

    def _next_location(self) -> Location:
        if not self._stack:
            return ()
        frame = self._stack[-1]
        step = len(frame.value) if frame.key is None else frame.key
        return (*frame.location, step)

    def _add(self, value: Value, size: int, event: Any, opened: _Frame | None = None) -> None:
        """Put a finished value where it belongs: the root, a list, or a map."""
        start = opened.mark if opened else event.start_mark
        anchor = opened.anchor if opened else event.anchor
        if anchor and not isinstance(event, yaml.AliasEvent):
            self._anchors[anchor] = (value, size)
            self._unused[anchor] = start
        if not self._stack:
            # `key:` alone on a line is text without words; a file without a value is empty.
            self._root = None if value == "" else value
            return
        frame = self._stack[-1]
        frame.size += size
        if frame.size > max(LARGEST, len(self.text) // _OF_PROSE):
            self._complain(event.start_mark, "this file is too large to be read.", _TOO_LARGE)
            raise _StopError
        if self._is_key_next():
            self._take_key(frame, value, event)
            return
        if self._keep_places:
            mark = start if frame.key is None else frame.places[frame.key]
            self.spans[self._next_location()] = Span(mark.index, start.index, event.end_mark.index)
        if frame.key is None:
            frame.value.append(value)
        else:
            frame.value[frame.key] = value
            frame.key = None

    def _take_key(self, frame: _Frame, value: Value, event: Any) -> None:
        if not isinstance(value, str):
            self._refuse_key(event)
            return
        key = value.strip()
        if "\u00a0" in value and key != value:
            message = f"a no-break space stands beside `{key}`."
            self._complain(
                event.start_mark, message, "Delete it, and type an ordinary space if need be."
            )
        if key in frame.value:
            twice = f"`{key}` stands twice here, so one of the two would be lost."
            other = f"Keep one of them; the other stands on line {frame.places[key].line + 1}."
            self._complain(event.start_mark, twice, other)
        frame.key = key
        frame.places[key] = event.start_mark

    def _look_at(self, event: Any) -> None:
        """Complain of what a text may not hold, and of words that are lost from it."""
        self._refuse_tag(event)
        if event.style == '"' and (found := UNPRINTABLE.search(event.value)):
            number = f"U+{ord(found[0]):04X}"
            message = f"this text holds a character that cannot be printed ({number})."
            self._complain(
                event.start_mark, message, "Remove the backslash and what belongs to it."
            )
        if not event.style and (lost := _LOST_WORDS.match(self.text, event.end_mark.index)):
            self.problems.append(
                Problem(
                    self.file,
                    *line_and_column(self.text, lost.end() - 1),
                    "the text stops here: what follows `#` is not published.",
                    f"{IF_TEXT} If it is a comment, put a space after `#`.",
                    "warning",
                )
            )

    def _refuse_key(self, event: Any) -> None:
        self._complain(event.start_mark, "a field's name must be plain words.", IF_TEXT)
        raise _StopError

    def _refuse_tag(self, event: Any) -> None:
        if event.tag is not None:
            self._complain(event.start_mark, "a text may not begin with `!`.", IN_QUOTES)

    def _complain(self, mark: Any, message: str, remedy: str, *, warning: bool = False) -> None:
        line, column = mark.line + 1, mark.column + 1
        severity: Any = "warning" if warning else "error"
        self.problems.append(Problem(self.file, line, column, message, remedy, severity))


_TOO_LARGE = (
    "Divide it into several files. If it uses `*name`, write the text out only where it is needed."
)
