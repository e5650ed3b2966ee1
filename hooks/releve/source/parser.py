"""YAML text -> plain values: maps, lists and text, built from the events of libyaml's parser.

Every scalar stays the text that was typed, be it `no`, `4.10`, `010` or `16:35`; `schema` later
turns text into dates, times and numbers. Refused are duplicate keys, tags, and aliases that
repeat so much that the values would fill the memory. The syntax is that of YAML 1.2 as libyaml
reads it (https://yaml.org/spec/1.2.2/), with its failsafe schema. Begin at `Builder.build`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any
from unicodedata import normalize

import yaml

from .messages import Message, joined, tell, thousands, write
from .problems import Problem, short
from .slips import FIELD_ON_A_LINE, LONGEST_LINE, comment_in_braces, marks_of_git
from .syntax import (
    BLOCK_FORM,
    IF_TEXT,
    IN_QUOTES,
    in_quotes_on_its_line,
    line_and_column,
    syntax_problem,
)

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

_SURELY_FIELDS = 3
"""A text with as many lines that begin as fields do has swallowed them."""

UNINTENDED_COMMENT = re.compile(r"[ \t]+#(?=[^\s#]|[ \t]?\d)")
"""What cuts a text off: `# ` begins a comment on purpose, but `#3` and `# 3` were more likely meant
as text, and YAML drops them."""
_LANGUAGE = re.compile("[a-z]{2}(-.*)?")


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

    __slots__ = ("anchor", "key", "key_marks", "lacks_dash", "location", "mark", "size", "value")

    def __init__(self, value: Any, location: Location, event: Any) -> None:
        self.value = value
        self.location = location
        self.anchor = event.anchor
        self.mark = event.start_mark
        self.key: str | None = None
        """Of a map: the key whose value comes next; None if a key comes next."""
        self.key_marks: dict[str, Any] = {}
        """Of a map: the mark of each key."""
        self.lacks_dash = False
        """Of a map: whether another entry of its list begins in it, without a dash."""
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
        self.problems += marks_of_git(self.file, self.text)
        if self.problems:
            return None
        try:
            for event in yaml.parse(self.text, Loader=yaml.CBaseLoader):
                self._handle(event)
        except _StopError:
            return None
        except yaml.MarkedYAMLError as error:
            found = syntax_problem(self.file, self.text, error)
            place = (found.line, found.column)
            is_in_flow = (error.problem or "").endswith(("'}'", "']'"))
            comments = [
                problem for problem in self.problems if problem.line == found.line and is_in_flow
            ]
            if comments:
                # Braces are not closed because a comment hides the end of them.
                line = self.text.split("\n")[found.line - 1]
                mended = comment_in_braces(line) if len(line) < LONGEST_LINE else ""
                remedy = write(mended) if mended else comments[0].remedy
                self.problems = [replace(comments[0], severity="error", remedy=remedy)]
                return None
            self.problems = [
                *(problem for problem in self.problems if (problem.line, problem.column) != place),
                found,
            ]
            return None
        for anchor, mark in self._unused.items():
            message = tell(
                "`&%(anchor)s` is not shown: it only marks what follows for `*%(anchor)s`.",
                anchor=anchor,
            )
            self._complain(mark, message, IF_TEXT, warning=True)
        return self._root

    def _handle(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._check_scalar(event)
            # An escape between double quotes can write an accent that is not yet composed.
            words = normalize("NFC", event.value) if event.style == '"' else event.value
            self._add(words, 1 + len(words) // _CHARACTERS_PER_VALUE, event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._refuse_tag(event)
            empty: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            if len(self._stack) >= DEEPEST:
                self._complain(
                    event.start_mark, tell("this is nested too deeply to be read."), _TOO_DEEP
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
                message = tell(
                    "`*%(anchor)s` refers to nothing that stands before it.", anchor=event.anchor
                )
                self._complain(event.start_mark, message, IF_TEXT)
                raise _StopError
            self._unused.pop(event.anchor, None)
            value, size = self._anchors[event.anchor]
            self._add(value, size, event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                message = tell("`---` starts a second document in this file.")
                self._complain(
                    event.start_mark,
                    message,
                    tell("Keep one document in each file: remove the line."),
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
            self._complain(event.start_mark, tell("this file is too large to be read."), _TOO_LARGE)
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
        if key != value:
            self._complain_of_space(key, value, event.start_mark)
        if key in frame.value and not frame.lacks_dash:
            self._complain_of_key_that_stands_twice(frame, key, event.start_mark)
        frame.key = key
        frame.key_marks[key] = event.start_mark

    def _complain_of_space(self, key: str, value: str, mark: Any) -> None:
        """Complain of a space beside a key that is no space for YAML, such as a no-break one."""
        if not value.startswith(key):
            message = tell("a no-break space stands in the indentation of this line.")
            line = self.text[mark.index :].partition("\n")[0]
            indent = " " * (mark.column + len(value) - len(value.lstrip()))
            remedy = tell(
                "Delete it, and type an ordinary space: `%(line)s`.", line=f"{indent}{short(line)}"
            )
            self._complain(mark, message, remedy)
            raise _StopError
        message = tell("a no-break space stands between `%(key)s` and its colon.", key=key)
        self._complain(mark, message, tell("Delete it: `%(key)s: …`.", key=short(key)))

    def _complain_of_key_that_stands_twice(self, frame: _Frame, key: str, mark: Any) -> None:
        first = frame.key_marks[key].line + 1
        in_list = len(self._stack) > 1 and isinstance(self._stack[-2].value, list)
        # Where an entry of a list begins anew, all its keys stand twice; one problem says so.
        if in_list and key == next(iter(frame.value)) and mark.line + 1 > first:
            frame.lacks_dash = True
            before = self.text[: mark.index].rpartition("\n")[2]
            dash = f"{before[:-2]}- " if before.endswith("  ") else "- "
            line = self.text[mark.index :].partition("\n")[0]
            self._complain(
                mark,
                tell(
                    "a dash is missing before `%(key)s`: without it, this would be the same "
                    "entry of the list as the one that begins on line %(first)s.",
                    key=key,
                    first=first,
                ),
                tell(
                    "Write `%(line)s`, with the dash below the one on line %(above)s.",
                    line=f"{dash}{short(line)}",
                    above=first,
                ),
            )
            return
        message = tell("`%(key)s` stands twice here, so one of the two would be lost.", key=key)
        remedy = tell("Keep one of them; the other stands on line %(first)s.", first=first)
        if re.fullmatch("[a-z]{2}", key):
            remedy = tell(
                "If one of them is in another language, write its code before it; "
                "otherwise keep one of them. The other stands on line %(first)s.",
                first=first,
            )
        self._complain(mark, message, remedy)

    def _check_scalar(self, event: Any) -> None:
        """Complain of unprintable characters, and of words that YAML takes for a comment."""
        self._refuse_tag(event)
        # Only between double quotes can an escape produce a character that the file has not.
        if event.style == '"' and (unprintable := UNPRINTABLE.search(event.value)):
            number = f"U+{ord(unprintable[0]):04X}"
            message = tell(
                "this text holds a character that cannot be printed (%(code)s).", code=number
            )
            self._complain(
                event.start_mark, message, tell("Remove the backslash and what belongs to it.")
            )
        elif event.style in ("'", '"') and (inside := self._field_inside(event)):
            self._complain(
                event.start_mark,
                tell(
                    "this text in quotes holds what looks like a field, on line %(line)s: "
                    "the quotation mark that should close it may be missing.",
                    line=inside,
                ),
                tell(
                    "Close it where the text ends: `%(line)s`. If all of it is text, "
                    "%(write_a_block)s",
                    line=self._closed_at_once(event),
                    write_a_block=BLOCK_FORM,
                ),
            )
        after = event.end_mark.index
        comment = (
            None if event.style or not event.value else UNINTENDED_COMMENT.match(self.text, after)
        )
        if comment and (self._is_text(event.value) or self.text[comment.end()] not in " \t"):
            self.problems.append(
                Problem(
                    self.file,
                    *line_and_column(self.text, comment.end() - 1),
                    tell("the text stops here: what follows `#` is not published."),
                    joined(IF_TEXT, tell("If it is a comment, put it on a line of its own.")),
                )
            )

    def _field_inside(self, event: Any) -> int:
        """The line of a field that a text in quotes holds; 0 if it holds none, as it should."""
        if event.start_mark.line == event.end_mark.line:
            return 0
        start, end = event.start_mark.index, event.end_mark.index
        found = list(FIELD_ON_A_LINE.finditer(self.text, start, end))
        # Other texts have a line or two that begin so, as the parts of a seal have.
        if len(found) < _SURELY_FIELDS and not any(len(field[1]) == 2 for field in found):
            return 0
        return line_and_column(self.text, found[0].end())[0]

    def _closed_at_once(self, event: Any) -> str:
        """The line where a text in quotes begins, with its quotation mark closed at its end."""
        start = event.start_mark.index
        line = self.text[: self.text.index("\n", start)].rpartition("\n")[2].strip()
        return f"{short(line)}{event.style}"

    def _is_text(self, value: str) -> bool:
        """Whether a value that was just read is words, and neither a date nor an id."""
        key = self._stack[-1].key if self._stack else None
        return " " in value or bool(key and _LANGUAGE.fullmatch(key))

    def _refuse_key(self, event: Any) -> None:
        self._complain(event.start_mark, tell("a field's name must be plain words."), IF_TEXT)
        raise _StopError

    def _refuse_tag(self, event: Any) -> None:
        if event.tag is not None:
            remedy = in_quotes_on_its_line(self.text, event.start_mark.line + 1) or IN_QUOTES
            self._complain(event.start_mark, tell("a text may not begin with `!`."), remedy)

    def _complain(
        self, mark: Any, message: Message, remedy: Message, *, warning: bool = False
    ) -> None:
        line, column = mark.line + 1, mark.column + 1
        severity: Any = "warning" if warning else "error"
        self.problems.append(Problem(self.file, line, column, message, remedy, severity))


_TOO_LARGE = tell(
    "Divide it into several files, of no more than %(most)s values each. If it uses "
    "`*name`, write the text out only where it is needed.",
    most=thousands(LARGEST),
)
_TOO_DEEP = tell(
    "Simplify it: a file may have %(most)s levels of lists and fields in one another.",
    most=DEEPEST,
)
