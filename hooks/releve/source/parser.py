"""YAML text -> plain values: maps, lists and text, built from the events of libyaml's parser.

Every scalar stays the text that was typed, be it `no`, `4.10`, `010` or `16:35`; `schema` later
turns text into dates, times and numbers. Refused are duplicate keys, tags, and aliases that
repeat so much that the values would fill the memory. The syntax is that of YAML 1.2 as libyaml
reads it (https://yaml.org/spec/1.2.2/), with its failsafe schema. Begin at `Builder.build`.
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
"""The way to a value in its file: keys of maps and indexes of lists, from the top."""
DEEPEST = 60
"""The most levels of nesting that a file may have; no record needs as many."""
LARGEST = 200_000
"""The most values that a file of any length may have, once each alias is replaced by its value.
A text counts for one value, and for one more for each `_CHARACTERS_PER_VALUE`."""
_CHARACTERS_PER_VALUE = 16
_FILE_CHARACTERS_PER_VALUE = 8
"""A file may have one value for each of so many of its characters, where that is more than
`LARGEST`. This is for long files without aliases, such as the seals of a thousand records."""

# Characters that have no shape on a page are in a file by mistake. Among them are the line
# separators that end a line for YAML 1.1, but not for an editor.
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ufeff\ufffe\uffff\U000f0000-\U0010ffff]"
)

# `# ` begins a comment on purpose; `#3` was more likely meant as text, and YAML drops it.
_UNINTENDED_COMMENT = re.compile(r"[ \t]+#(?=[^\s#])")


@dataclass(frozen=True, slots=True)
class Span:
    """Where a value is in the text of its file, as indexes of characters."""

    mark: int
    """Of its key, or of its dash in a list: the place to show for a problem with the value."""
    start: int
    end: int


class _StopError(Exception):
    """Raised after a problem that makes the rest of the file unreadable."""


class _Frame:
    """A map or a list of which the parser has read the beginning and not yet the end."""

    __slots__ = ("anchor", "key", "key_marks", "location", "mark", "size", "value")

    def __init__(self, value: Any, location: Location, event: Any) -> None:
        self.value = value
        self.location = location
        self.anchor = event.anchor
        self.mark = event.start_mark
        self.key: str | None = None
        """Of a map: the key whose value comes next; None if a key comes next."""
        self.key_marks: dict[str, Any] = {}
        """Of a map: the mark of each key."""
        self.size = 1
        """Number of values, as `LARGEST` counts them."""


class Builder:
    """Builds the value of one file from the parser's events, without recursion.

    `file` is its path to show in problems, and `text` its content. After `build`, `problems` holds
    what is wrong; and, with `keep_places`, `spans` holds the place of each value.
    """

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
        """The value of the file; None if it is empty, or broken as `problems` then says."""
        try:
            for event in yaml.parse(self.text, Loader=yaml.CBaseLoader):
                self._handle(event)
        except _StopError:
            return None
        except yaml.MarkedYAMLError as error:
            self.problems.append(syntax_problem(self.file, self.text, error))
            return None
        for anchor, mark in self._unused.items():
            message = f"`&{anchor}` is not shown: it only marks what follows for `*{anchor}`."
            self._complain(mark, message, IF_TEXT, warning=True)
        return self._root

    def _handle(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._check_scalar(event)
            self._add(event.value, 1 + len(event.value) // _CHARACTERS_PER_VALUE, event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._refuse_tag(event)
            empty: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            if len(self._stack) >= DEEPEST:
                self._complain(event.start_mark, "this is nested too deeply to be read.", _TOO_DEEP)
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
                message = f"`*{event.anchor}` refers to nothing that stands before it."
                self._complain(event.start_mark, message, IF_TEXT)
                raise _StopError
            self._unused.pop(event.anchor, None)
            value, size = self._anchors[event.anchor]
            self._add(value, size, event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                message = "`---` starts a second document in this file."
                self._complain(
                    event.start_mark, message, "Keep one document in each file: remove the line."
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
        """Put a finished value where it belongs: the root, a list, or a map.

        `size` is its number of values, `event` the one that ended it, and `opened`, for a map or
        a list, the frame it was built in.
        """
        start = opened.mark if opened else event.start_mark
        anchor = opened.anchor if opened else event.anchor
        if anchor and not isinstance(event, yaml.AliasEvent):
            self._anchors[anchor] = (value, size)
            self._unused[anchor] = start
        if not self._stack:
            # A file that holds only `---` has an empty text for its value.
            self._root = None if value == "" else value
            return
        frame = self._stack[-1]
        frame.size += size
        if frame.size > max(LARGEST, len(self.text) // _FILE_CHARACTERS_PER_VALUE):
            self._complain(event.start_mark, "this file is too large to be read.", _TOO_LARGE)
            raise _StopError
        if self._is_key_next():
            self._add_key(frame, value, event)
            return
        if self._keep_places:
            mark = start if frame.key is None else frame.key_marks[frame.key]
            self.spans[self._next_location()] = Span(mark.index, start.index, event.end_mark.index)
        if frame.key is None:
            frame.value.append(value)
        else:
            frame.value[frame.key] = value
            frame.key = None

    def _add_key(self, frame: _Frame, value: Value, event: Any) -> None:
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
            message = f"`{key}` stands twice here, so one of the two would be lost."
            remedy = f"Keep one of them; the other stands on line {frame.key_marks[key].line + 1}."
            self._complain(event.start_mark, message, remedy)
        frame.key = key
        frame.key_marks[key] = event.start_mark

    def _check_scalar(self, event: Any) -> None:
        """Complain of unprintable characters, and of words that YAML takes for a comment."""
        self._refuse_tag(event)
        # Only between double quotes can an escape produce a character that the file has not.
        if event.style == '"' and (unprintable := UNPRINTABLE.search(event.value)):
            number = f"U+{ord(unprintable[0]):04X}"
            message = f"this text holds a character that cannot be printed ({number})."
            self._complain(
                event.start_mark, message, "Remove the backslash and what belongs to it."
            )
        after = event.end_mark.index
        if not event.style and (comment := _UNINTENDED_COMMENT.match(self.text, after)):
            self.problems.append(
                Problem(
                    self.file,
                    *line_and_column(self.text, comment.end() - 1),
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
    f"Divide it into several files, of no more than {LARGEST:,} values each. If it uses `*name`, "
    "write the text out only where it is needed."
)
_TOO_DEEP = f"Simplify it: a file may have {DEEPEST} levels of lists and fields in one another."
