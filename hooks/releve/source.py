"""YAML text -> plain values (maps, lists and text) that know where they stand.

Nothing is guessed: `no`, `4.10`, `010` and `16:35` all stay the text that was typed, and
`schema.py` turns text into dates, times and numbers. Duplicate keys, tags, and aliases
that grow without bound are refused. What is read is YAML 1.2's core syntax as libyaml
reads it (https://yaml.org/spec/1.2.2/), with the failsafe schema.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from .problems import Problem

Value = dict[str, Any] | list[Any] | str
Location = tuple[str | int, ...]
"""Where a value stands in its file: keys of maps and indexes of lists, from the top."""
Kept = Mapping[Location, list[int]]
"""Of each list from which broken entries were left out: where the others stand in the file."""

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
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ufeff\ufffe\uffff\U000f0000-\U0010ffff]"
)
# `# ` begins a comment that is meant; `#3` is more likely part of the text.
_LOST_WORDS = re.compile(r"[ \t]+#(?=[^\s#])")

BLOCK_FORM = "write the text as a block: `fr: |`, then the text on the next line, indented further."
_IN_QUOTES = f"Put the text in quotes, or {BLOCK_FORM}"
_IF_TEXT = f"If it is text, put it in quotes, or {BLOCK_FORM}"


@dataclass(frozen=True, slots=True)
class _Span:
    """Indexes in the text of a file: of a value's key or dash, and of its own words."""

    mark: int
    start: int
    end: int


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
    def _spans(self) -> dict[Location, _Span]:
        # Places are looked up only when something is wrong: a good register never pays.
        builder = _Builder(self.file, self.text, keep_places=True)
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


def _place(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of a character of a text."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def read(path: Path, file: str) -> tuple[Source | None, list[Problem]]:
    """Read one file. Without a source, the problems say why it cannot be read."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        message = f"this file cannot be read: {error.strerror}."
        return None, [Problem(file, 1, 1, message, "Look at its rights, or put it there again.")]
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        line, column = _place(before, len(before))
        message = f"this file is not UTF-8: byte {error.object[error.start]:#04x} stands here."
        return None, [Problem(file, line, column, message, "Save the file again as UTF-8.")]
    text = re.sub("\r\n?", "\n", text)
    if unprintable := _unprintable_characters(file, text):
        return None, unprintable
    builder = _Builder(file, text)
    value = builder.build()
    if value is None and not builder.problems:
        message = "this file is empty."
        return None, [Problem(file, 1, 1, message, "Fill it in, or delete the file.")]
    if value is None:
        return None, builder.problems
    return Source(file, text, value), builder.problems


def _unprintable_characters(file: str, text: str) -> list[Problem]:
    """A problem for each character that cannot be printed, where it stands first."""
    firsts = {found[0]: found.start() for found in reversed(list(_UNPRINTABLE.finditer(text)))}
    return [
        Problem(
            file,
            *_place(text, index),
            f"a character that cannot be printed (U+{ord(character):04X}) stands here.",
            "Delete it, and type again what should stand there.",
        )
        for character, index in firsts.items()
    ]


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


class _Builder:
    """Builds values straight from the parser's events, without recursion."""

    def __init__(self, file: str, text: str, keep_places: bool = False) -> None:
        self.file = file
        self.text = text
        self.problems: list[Problem] = []
        self.spans: dict[Location, _Span] = {}
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
            self.problems.append(_syntax_problem(self.file, self.text, error))
            return None
        for anchor, mark in self._unused.items():
            message = f"`&{anchor}` is not shown: it only marks what follows for `*{anchor}`."
            self._complain(mark, message, _IF_TEXT, warning=True)
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
                self._complain(event.start_mark, star, _IF_TEXT)
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
            self.spans[self._next_location()] = _Span(mark.index, start.index, event.end_mark.index)
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
        if event.style == '"' and (found := _UNPRINTABLE.search(event.value)):
            number = f"U+{ord(found[0]):04X}"
            message = f"this text holds a character that cannot be printed ({number})."
            self._complain(
                event.start_mark, message, "Remove the backslash and what belongs to it."
            )
        if not event.style and (lost := _LOST_WORDS.match(self.text, event.end_mark.index)):
            self.problems.append(
                Problem(
                    self.file,
                    *_place(self.text, lost.end() - 1),
                    "the text stops here: what follows `#` is not published.",
                    f"{_IF_TEXT} If it is a comment, put a space after `#`.",
                    "warning",
                )
            )

    def _refuse_key(self, event: Any) -> None:
        self._complain(event.start_mark, "a field's name must be plain words.", _IF_TEXT)
        raise _StopError

    def _refuse_tag(self, event: Any) -> None:
        if event.tag is not None:
            self._complain(event.start_mark, "a text may not begin with `!`.", _IN_QUOTES)

    def _complain(self, mark: Any, message: str, remedy: str, *, warning: bool = False) -> None:
        line, column = mark.line + 1, mark.column + 1
        severity: Any = "warning" if warning else "error"
        self.problems.append(Problem(self.file, line, column, message, remedy, severity))


_TOO_LARGE = (
    "Divide it into several files. If it uses `*name`, write the text out only where it is needed."
)


# --- what the parser says, in plain words -------------------------------------------------

_SYNTAX = [
    (
        "mapping values are not allowed",
        "a colon followed by a space stands inside unquoted text, or the indentation is off.",
        f"Line it up with the fields above it; if it is text, put it in quotes, or {BLOCK_FORM}",
    ),
    (
        "block sequence entries are not allowed",
        "a text may not begin with `- ` here.",
        _IN_QUOTES,
    ),
    (
        "mapping keys are not allowed",
        "a text may not begin with `? ` here.",
        _IN_QUOTES,
    ),
    (
        "did not find expected ',' or '}'",
        "these braces cannot be read: a colon or a quote in the text must be quoted, "
        "or a comma or the closing `}` is missing.",
        'Put each text in quotes, as in {fr: "Suivi : x", en: "Follow-up: x"}.',
    ),
    (
        "did not find expected ',' or ']'",
        "this list in brackets cannot be read: a comma or the closing `]` is missing.",
        "Write [first, second], with quotes around a text that holds a comma.",
    ),
    (
        "did not find expected node content",
        "inside brackets or braces, a text is missing here or begins with a sign of YAML's own.",
        "Remove the comma that is too many, or put the text in quotes.",
    ),
    (
        "end of stream",
        "a quotation mark is opened here and never closed.",
        "Close it, or double it if it belongs to the text ('l''eau').",
    ),
    (
        "document indicator",
        "the quotation mark that is opened here is not closed before `---` or `...`.",
        "Close it, or double it if it belongs to the text ('l''eau').",
    ),
    (
        "escape c",
        "a backslash inside double quotes must be doubled.",
        "Write `\\\\`, or use single quotes.",
    ),
    (
        "hexdecimal number",
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
        "this line is not a field of the map that began above: its indentation is off, or it "
        "closes what was never opened.",
        f"Line it up with the fields above it; if it is text, {BLOCK_FORM}",
    ),
    (
        "could not find expected ':'",
        "this line is neither a field nor the rest of a text.",
        "Write `name: text`, or indent it so that it continues the text above.",
    ),
    (
        "incompatible YAML document",
        "this line asks for another version of YAML.",
        "Remove it: a register needs no line that begins with `%`.",
    ),
    (
        "did not find expected <document start>",
        "something follows `...`, which ends the file.",
        "Remove the line `...`.",
    ),
]
_OPENED_TOO_SOON = ("end of stream", "document indicator", "expected ':'")
"""Complaints about a beginning: where the quote was opened helps, where the file ends does not."""


def _syntax_problem(file: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """The parser's complaint, in words for somebody who writes records and not programs."""
    said, context = error.problem or "it cannot be read", error.context or ""
    stopped: Any = error.problem_mark or error.context_mark
    opened: Any = error.context_mark or stopped
    begins = re.search(r"\b(alias|anchor|tag|directive)\b", context)
    soon = begins or any(sign in said for sign in _OPENED_TOO_SOON)
    # Braces that are never closed are read to the end of the file.
    unclosed = said.endswith(("'}'", "']'")) and not text[stopped.index :].strip()
    index = (opened if soon or unclosed else stopped).index
    line, column = _place(text, index)
    here = text.split("\n")[line - 1]
    before = here[: column - 1]
    message, remedy = f"this is not valid YAML: {said}.", "Look at the indentation and the quotes."
    if here[column - 1 : column] == "\t":
        message = "a tab stands in the indentation of this line."
        remedy = "Use spaces: two for each level."
    elif begins or "cannot start any token" in said:
        message, remedy = f"a text may not begin with `{text[index : index + 1]}`.", _IN_QUOTES
    elif re.match(r"[- ]*[\w-]+\s*:\u00a0", here):
        message = "a no-break space follows the colon."
        remedy = "Delete it, and type an ordinary space."
        column = here.index(":\u00a0") + 2
    elif before.rstrip().endswith(("'", '"')) and "did not find expected" in said:
        message = "something follows a closing quotation mark."
        remedy = (
            "A quotation mark that belongs to the text is doubled ('l''eau'); between two texts "
            "in braces stands a comma."
        )
    elif "mapping values" in said and re.search(r":\s", before):
        message, remedy = "a colon followed by a space stands inside unquoted text.", _IN_QUOTES
    else:
        for sign, words, help in _SYNTAX:
            if sign in said:
                message, remedy = words, help
                break
        if said.endswith(("'}'", "']'")) and opened.line + 1 < line:
            message = f"{message[:-1]}; the opening one stands on line {opened.line + 1}."
    return Problem(file, line, column, message, remedy)
