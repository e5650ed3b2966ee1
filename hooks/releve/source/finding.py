"""One error of pydantic, with the file it is about, and the line that would mend it.

Comes in: an error that `explain` describes. Goes out: words of its message: what it is about, and
a line to write. Begin at `Finding`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from . import values
from .blanks import DAY, LANGUAGES, MEETING, text_in_each_language
from .messages import Message, either, tell
from .parser import Location
from .places import entry_of
from .problems import short
from .shape import fields_at, is_text_at, words_at
from .source_file import Source

CUT_AT_A_COMMA = tell("If a comma cut it off the text before it, put that whole text in quotes.")


@dataclass(frozen=True, slots=True)
class Finding:
    """An error of pydantic, with the file it is about."""

    kind: str
    """The kind of the file."""
    source: Source
    error: str
    """Pydantic's name of the error: `missing`, `string_type`; or one that `values.py` gives."""
    tagged_location: Location
    """Pydantic's location, with the tags of unions."""
    location: Location
    """The same location in the file, without tags."""
    value: Any
    details: dict[str, Any]
    """Pydantic's `message`, and the parameters of the error."""

    @property
    def name(self) -> str:
        """What the error is about, for a sentence: a field, or an entry of a list."""
        if not self.location:
            return tell("this file")
        *_, last = self.location
        if isinstance(last, str):
            return f"`{short(last)}`"
        return entry_of(last, self.location[-2])

    @property
    def quoted(self) -> str:
        """The value for a sentence, if it is a text; otherwise `name`."""
        is_text = isinstance(self.value, str) and self.value
        return f"`{short(self.value)}`" if is_text else self.name

    @property
    def is_empty(self) -> bool:
        """Whether the error is about a field without a value, or with one that nobody sees."""
        is_text = isinstance(self.value, str) and self.tagged_location[-1:] != ("[key]",)
        return is_text and values.is_blank(self.value)

    def fields(self, tagged_location: Location) -> list[str]:
        """The fields that the format has at a location."""
        return fields_at(self.kind, tagged_location)


def joined_by_a_comma(finding: Finding) -> Message:
    """The remedy for a text that a comma has cut in two: the whole, in quotes."""
    text: Any = finding.source.value
    for step in finding.location[:-1]:
        text = text[step]
    keys = list(text)
    at = keys.index(finding.location[-1])
    first = next((key for key in reversed(keys[:at]) if text[key]), None)
    if first is None:
        return CUT_AT_A_COMMA
    parts = [text[first], *keys[keys.index(first) + 1 : at + 1]]
    line = f"{first}: {in_quotes(short(', '.join(parts)))}"
    return tell("If a comma cut it off, write `%(line)s`.", line=line)


def line_to_write(finding: Finding) -> str:
    """The line of a field that is missing or empty, with a value such as it may have."""
    name = str(finding.location[-1])
    if is_text_at(finding.kind, finding.tagged_location):
        return f"`{name}: {text_in_each_language()}`"
    if words := words_at(finding.kind, finding.tagged_location):
        return either(f"`{name}: {word}`" for word in words)
    if name in NUMBERED:
        return f"`{name}: {next_number(finding, name)}`"
    return f"`{name}: {_SUCH_AS.get(name, '…')}`"


NUMBERED = ("item", "decision", "follow_up", "note")
_SUCH_AS = {"date": DAY, "meeting": MEETING, "languages": f"[{LANGUAGES}]"}


def next_number(finding: Finding, name: str) -> int:
    """A number that no other thing of this kind has in the file, after the last one typed."""
    return _highest(finding.source.text, name) + 1


@lru_cache(maxsize=16)
def _highest(text: str, name: str) -> int:
    """The highest number that is typed after a name in a file; 0 if there is none."""
    marks = re.findall(rf"^[ \t-]*{name}:[ \t]+([0-9]{{1,9}})", text, re.MULTILINE)
    return max(map(int, marks), default=0)


def in_quotes(text: str) -> str:
    """A text in double quotes, as YAML reads it."""
    return json.dumps(text, ensure_ascii=False)
