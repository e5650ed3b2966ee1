"""The texts of a record in its order, to be read in one language beside the others.

Begin at `side_by_side`, which takes a meeting. Names that are the same in every language, and what
is not published, are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ..source import ANY_LANGUAGE, leaves, schema
from .model import Item, Meeting, Outcome

Text = Mapping[str, str]
"""A text by the code of its language."""
Sort = Literal["title", "text", "heading", "statement", "task", "review", "field"]
"""What a text is in the record; `field` for one that stands in a field by itself."""

_WORDS = ("text", "statement", "task", "review")
"""The sorts of texts that are what a record says; titles only say what it is about."""
_OWN_PLACE = {
    "title", "text", "tasks", "narrative", "items", "outcomes", "reviewed", "opening", "agenda",
    "closing", "corrections", "accepted", "owners", "due",
}  # fmt: skip
"""Fields that are not shown by their name: those that have a place of their own on the page, that
page takes from elsewhere in each language, or that are published nowhere."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of a record, in its languages."""

    sort: Sort
    text: Text
    speaker: Any = None
    """Who said it, as the record names the speaker of a statement."""
    is_reply: bool = False
    field: str = ""
    """The name of the field that holds it, if its sort is `field`."""
    follow_up: Outcome | None = None
    """What was reviewed, if its sort is `review`."""

    def is_in(self, code: str) -> bool:
        """Whether it can be read in a language, given by its code."""
        return code in self.text or ANY_LANGUAGE in self.text


@dataclass(frozen=True, slots=True)
class Part:
    """The texts of a meeting, of an item or of an outcome, without those of the parts below it."""

    thing: Meeting | Item | Outcome
    level: int
    """How deep it stands in the record: 1 for the meeting, 2 for an item and so on."""
    passages: list[Passage]
    is_closing: bool = False
    """Whether it is what was said after the last item."""

    def is_called_in(self, code: str) -> bool:
        """Whether it has a name in a language: an item has its title, and an outcome that has no
        number its first words.
        """
        by_words = self.thing.kind == "item" or (
            isinstance(self.thing, Outcome) and not self.thing.shown_number
        )
        first = self.passages[0] if by_words and self.passages else None
        is_name = first and (first.sort == "title" or self.thing.kind != "item")
        return not (first and is_name) or first.is_in(code)

    def lacks(self, code: str) -> int:
        """How many of its texts cannot be read in a language."""
        return sum(not passage.is_in(code) for passage in self.passages)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A record, to be read in several languages at a time."""

    languages: list[str]
    """The languages that its words are in, of those that it is to stand in."""
    absent: list[str]
    """The languages that it is to stand in, and in which there are at most titles yet."""
    parts: list[Part]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing in any language."""
        return not self.absent and not any(map(self.lacking, self.languages))

    def number_missing(self, code: str) -> int:
        """How many texts cannot be read in a language."""
        return sum(part.lacks(code) for part in self.parts)

    def lacking(self, code: str) -> list[Part]:
        """The parts that have a text which cannot be read in a language."""
        return [part for part in self.parts if part.lacks(code)]


def is_compared(meeting: Meeting) -> bool:
    """Whether there is something of a record to read side by side: more than a title, in more than
    one language.
    """
    return len(meeting.languages) > 1 and bool(meeting.data.agenda or meeting.holds_words)


def side_by_side(meeting: Meeting) -> SideBySide:
    """The texts of a record in its order, part by part."""
    parts = [*_parts(meeting)]
    said_in = _spoken(parts)
    return SideBySide(
        [code for code in meeting.languages if code in said_in],
        [code for code in meeting.languages if code not in said_in],
        parts,
    )


def spoken(meeting: Meeting) -> set[str]:
    """The languages of what a record says; of one that only has titles, those of the titles."""
    return _spoken(_parts(meeting))


def _spoken(parts: Iterable[Part]) -> set[str]:
    passages = [passage for part in parts for passage in part.passages]
    return _languages_of(one for one in passages if one.sort in _WORDS) or _languages_of(passages)


def languages_of(entries: Iterable[Any]) -> set[str]:
    """The languages of what was said under an item."""
    return _languages_of(_said(entries))


def _languages_of(passages: Iterable[Passage]) -> set[str]:
    return {code for passage in passages for code in passage.text} - {ANY_LANGUAGE}


def _parts(meeting: Meeting) -> Iterator[Part]:
    data: schema.Meeting = meeting.data
    yield Part(meeting, 1, [*_own_texts(data), *_said(data.opening)])
    for item in meeting.items:
        level = 3 if item.parent else 2
        told = [*_own_texts(item.data), *_said(item.data.narrative), *_reviews(item)]
        yield Part(item, level, told)
        for outcome in item.outcomes:
            yield Part(outcome, level + 1, [*_own_texts(outcome.data)])
    for outcome in meeting.outcomes:
        if outcome.item is None:
            yield Part(outcome, 2, [*_own_texts(outcome.data)])
    if data.closing:
        yield Part(meeting, 2, [*_said(data.closing)], is_closing=True)


def _own_texts(data: Any) -> Iterator[Passage]:
    """The texts of one record of the file: its title, its words, then its other fields."""
    if title := getattr(data, "title", None):
        yield Passage("title", title)
    if text := getattr(data, "text", None):
        yield Passage("text", text)
    for task in getattr(data, "tasks", ()):
        yield Passage("task", task)
    for name in type(data).model_fields:
        if name not in _OWN_PLACE:
            yield from (
                Passage("field", text, field=name)
                for _, text, refers in leaves(getattr(data, name))
                if not refers and ANY_LANGUAGE not in text
            )


def _said(entries: Iterable[Any], is_reply: bool = False) -> Iterator[Passage]:
    """What was said, in order, the replies after what they reply to."""
    for entry in entries:
        if isinstance(entry, schema.Heading):
            yield Passage("heading", entry.heading)
        else:
            yield Passage("statement", entry.text, entry.speaker, is_reply)
            yield from _said(entry.replies, is_reply=True)


def _reviews(item: Item) -> Iterator[Passage]:
    """What was said of the follow-ups that were reviewed under an item."""
    for report in item.reviewed:
        if report.text:
            yield Passage("review", report.text, follow_up=report.follow_up)
