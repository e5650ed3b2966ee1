"""YAML text -> plain values (maps, lists and text) that know where they stand.

Nothing is guessed: `no`, `4.10`, `010` and `16:35` all stay the text that was typed, and
`schema.py` turns text into dates, times and numbers. Duplicate keys, tags, and aliases
that grow without bound are refused. What is read is YAML 1.2's core syntax as libyaml
reads it (https://yaml.org/spec/1.2.2/), with the failsafe schema.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from .problems import Problem

Value = dict[str, Any] | list[Any] | str
Location = tuple[str | int, ...]
"""Where a value stands in its file: keys of maps and indexes of lists, from the top."""

DEEPEST = 60
"""Levels of nesting that no record needs; a file that goes deeper is refused."""
LARGEST = 200_000
"""Values in one file once its aliases are written out."""

_PLAIN_TAGS = {None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")

BLOCK_FORM = "write the text as a block: `fr: |`, then the text on the next line, indented further."


@dataclass(frozen=True, slots=True)
class _Span:
    """The position of a value: of its key or its dash, and of its text."""

    line: int
    column: int
    start: int
    end: int


@dataclass(frozen=True)
class Source:
    """One file of the register, as it was read."""

    file: str
    """Path from the project's folder, with slashes."""
    text: str
    value: Value

    @cached_property
    def _spans(self) -> dict[Location, _Span]:
        # Places are looked up only when something is wrong: a good register never pays.
        builder = _Builder(self.file, keep_places=True)
        builder.build(self.text)
        return builder.spans

    def problem(
        self, location: Location, message: str, remedy: str, *, at: str = "", warning: bool = False
    ) -> Problem:
        """A problem with the value at `location`, or with the words `at` inside its text."""
        line, column = self._place(location, at)
        severity: Any = "warning" if warning else "error"
        return Problem(self.file, line, column, message, remedy, severity)

    def _place(self, location: Location, at: str) -> tuple[int, int]:
        while location and location not in self._spans:
            location = location[:-1]
        span = self._spans.get(location)
        if span is None:
            return 1, 1
        if at and (found := self.text.find(at, span.start, span.end)) >= 0:
            return self.text.count("\n", 0, found) + 1, found - self.text.rfind("\n", 0, found)
        return span.line, span.column


def read(path: Path, file: str) -> tuple[Source | None, list[Problem]]:
    """Read one file. Without a source, the problems say why it cannot be read."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        message = f"this file is not UTF-8: byte {data[error.start]:#04x} stands here."
        return None, [Problem(file, line, column, message, "Save the file again as UTF-8.")]
    if private := _PRIVATE_USE.search(text):
        line = text.count("\n", 0, private.start()) + 1
        column = private.start() - text.rfind("\n", 0, private.start())
        message = f"a private-use character (U+{ord(private.group()):04X}) stands here."
        return None, [Problem(file, line, column, message, "Delete it and type the letter again.")]
    builder = _Builder(file)
    value = builder.build(text.replace("\r\n", "\n"))
    if value is None and not builder.problems:
        message = "this file is empty."
        return None, [Problem(file, 1, 1, message, "Fill it in, or delete the file.")]
    if value is None:
        return None, builder.problems
    return Source(file, text.replace("\r\n", "\n"), value), builder.problems


class _StopError(Exception):
    """Nothing more of this file can be read."""


class _Frame:
    """A map or a list that is being filled."""

    __slots__ = ("anchor", "key", "location", "mark", "size", "value")

    def __init__(self, value: Any, location: Location, anchor: str | None, mark: Any) -> None:
        self.value = value
        self.location = location
        self.anchor = anchor
        self.mark = mark
        self.key: tuple[str, Any] | None = None
        self.size = 1


class _Builder:
    """Builds values straight from the parser's events, without recursion."""

    def __init__(self, file: str, keep_places: bool = False) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.spans: dict[Location, _Span] = {}
        self._keep_places = keep_places
        self._anchors: dict[str, tuple[Value, int]] = {}
        self._stack: list[_Frame] = []
        self._root: Value | None = None
        self._documents = 0

    def build(self, text: str) -> Value | None:
        try:
            for event in yaml.parse(text, Loader=yaml.CBaseLoader):
                self._take(event)
        except _StopError:
            return None
        except yaml.MarkedYAMLError as error:
            self.problems.append(_syntax_problem(self.file, text, error))
            return None
        except yaml.reader.ReaderError as error:
            line = text.count("\n", 0, error.position) + 1
            column = error.position - text.rfind("\n", 0, error.position)
            message = f"an unprintable character (U+{ord(text[error.position]):04X}) stands here."
            self.problems.append(Problem(self.file, line, column, message, "Delete it."))
            return None
        return self._root

    def _take(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_tag(event)
            self._add(event.value, 1, event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._refuse_tag(event)
            empty: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            if len(self._stack) >= DEEPEST:
                self._complain(event, "this is nested too deeply to be read.", "Simplify it.")
                raise _StopError
            if self._stack and self._is_key_next():
                self._complain(event, "a field's name must be plain words.", _QUOTE)
                raise _StopError
            location = self._next_location() if self._keep_places else ()
            self._stack.append(_Frame(empty, location, event.anchor, event.start_mark))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            frame = self._stack.pop()
            self._add(frame.value, frame.size, event, frame)
        elif isinstance(event, yaml.AliasEvent):
            if event.anchor not in self._anchors:
                star = f"`*{event.anchor}` refers to nothing that stands before it."
                self._complain(event, star, _QUOTE)
                raise _StopError
            value, size = self._anchors[event.anchor]
            self._add(value, size, event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                second = "`---` starts a second document in this file."
                self._complain(event, second, "Keep one document in each file: remove the line.")
                raise _StopError

    def _is_key_next(self) -> bool:
        frame = self._stack[-1]
        return isinstance(frame.value, dict) and frame.key is None

    def _next_location(self) -> Location:
        if not self._stack:
            return ()
        frame = self._stack[-1]
        step = frame.key[0] if frame.key else len(frame.value)
        return (*frame.location, step)

    def _add(self, value: Value, size: int, event: Any, opened: _Frame | None = None) -> None:
        """Put a finished value where it belongs: the root, a list, or a map."""
        anchor = opened.anchor if opened else getattr(event, "anchor", None)
        if anchor and not isinstance(event, yaml.AliasEvent):
            self._anchors[anchor] = (value, size)
        if not self._stack:
            # `key:` alone on a line is text without words; a file without a value is empty.
            self._root = None if value == "" else value
            return
        frame = self._stack[-1]
        frame.size += size
        if frame.size > LARGEST:
            self._complain(event, "the aliases of this file grow without bound.", _NO_ALIAS)
            raise _StopError
        if self._is_key_next():
            self._take_key(frame, value, event)
            return
        if self._keep_places:
            start = opened.mark if opened else event.start_mark
            mark = frame.key[1] if frame.key else start
            self.spans[self._next_location()] = _Span(
                mark.line + 1, mark.column + 1, start.index, event.end_mark.index
            )
        if frame.key:
            frame.value[frame.key[0]] = value
            frame.key = None
        else:
            frame.value.append(value)

    def _take_key(self, frame: _Frame, value: Value, event: Any) -> None:
        if not isinstance(value, str):
            self._complain(event, "a field's name must be plain words.", _QUOTE)
            raise _StopError
        if value in frame.value:
            twice = f"`{value}` stands twice here, so one of the two would be lost."
            self._complain(event, twice, "Keep one of them.")
        frame.key = (value, event.start_mark)

    def _refuse_tag(self, event: Any) -> None:
        if event.tag not in _PLAIN_TAGS:
            message = f"the tag `{event.tag}` is not used in a register."
            self._complain(event, message, "Remove the word that begins with `!`, or quote it.")

    def _complain(self, event: Any, message: str, remedy: str) -> None:
        mark = event.start_mark
        self.problems.append(Problem(self.file, mark.line + 1, mark.column + 1, message, remedy))


_QUOTE = f"If it is text, put it in quotes, or {BLOCK_FORM}"
_NO_ALIAS = "Write the text out where it is needed instead of `*name`."

_SYNTAX = [
    (
        "mapping values are not allowed",
        "a colon followed by a space stands inside unquoted text, or the indentation is off.",
        f"Put the text in quotes, or {BLOCK_FORM}",
    ),
    (
        "block sequence entries are not allowed",
        "a text may not begin with `- ` here.",
        f"Put the text in quotes, or {BLOCK_FORM}",
    ),
    (
        "mapping keys are not allowed",
        "a text may not begin with `? ` here.",
        f"Put the text in quotes, or {BLOCK_FORM}",
    ),
    (
        "did not find expected ',' or '}'",
        "these braces cannot be read: a colon or a quote in the text must be quoted, "
        "or the closing `}` is missing.",
        'Put each text in quotes, as in {fr: "Suivi : x", en: "Follow-up: x"}.',
    ),
    (
        "did not find expected ',' or ']'",
        "this list in brackets cannot be read: a comma or the closing `]` is missing.",
        "Write [first, second], with quotes around a text that holds a comma.",
    ),
    (
        "unexpected end of stream",
        "a quotation mark is opened here and never closed.",
        "Close it, or double it if it belongs to the text ('l''eau').",
    ),
    (
        "unknown escape character",
        "a backslash inside double quotes must be doubled.",
        "Write `\\\\`, or use single quotes.",
    ),
    (
        "did not find expected comment or line break",
        "nothing may follow `|` or `>` on its line.",
        "Begin the text on the next line, indented further.",
    ),
    (
        "did not find expected '-' indicator",
        "this line is not an entry of the list that began above.",
        "Begin it with `- `, or set it back to the indentation of its own field.",
    ),
    (
        "did not find expected key",
        "this line is not a field of the map that began above: its indentation is off, or text "
        "follows a closing quote.",
        f"Line it up with the fields above it; if it is text, {BLOCK_FORM}",
    ),
    (
        "could not find expected ':'",
        "this line is neither a field nor the rest of a text.",
        "Write `name: text`, or indent it so that it continues the text above.",
    ),
]


def _syntax_problem(file: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """The parser's complaint, in words for somebody who writes records and not programs."""
    mark = error.problem_mark or error.context_mark
    said = error.problem or "it cannot be read"
    if "end of stream" in said and error.context_mark:
        mark = error.context_mark  # where the quote was opened helps; where the file ends does not
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.split("\n")
    here = lines[line - 1] if line <= len(lines) else ""
    if "\t" in here[: len(here) - len(here.lstrip())]:
        message = "a tab stands in the indentation of this line."
        return Problem(file, line, here.index("\t") + 1, message, "Use spaces: two for each level.")
    if "cannot start any token" in said:
        character = here[column - 1 : column]
        message = f"a text may not begin with `{character}`."
        return Problem(file, line, column, message, f"Put the text in quotes, or {BLOCK_FORM}")
    for sign, message, remedy in _SYNTAX:
        if sign in said:
            return Problem(file, line, column, message, remedy)
    message = f"this is not valid YAML: {said}."
    return Problem(
        file, line, column, message, f"Look at the indentation and the quotes; {BLOCK_FORM}"
    )
