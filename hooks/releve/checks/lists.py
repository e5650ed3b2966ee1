"""Doubts about lists: with more entries in one language than in another, or numbers used twice."""

from __future__ import annotations

import re
from functools import partial
from itertools import pairwise

from ..register import Item, Meeting, Outcome, Register, part_of
from ..source import File, Location, joined, tell, values
from .common import texts_of
from .doubts import Doubt, Doubts

_ENTRY = re.compile(r"(?m)^[^\S\n]*[-*+][^\S\n]+\S")
_NUMBERED_ENTRY = re.compile(r"(?m)^[^\S\n]*[0-9]{1,9}[.)][^\S\n]+\S")
_FIRST_ENTRY = re.compile(r"(?m)^[^\S\n]*1[.)][^\S\n]+\S")
"""Beginnings of an entry of a list (CommonMark 0.31, 5.2). Only after a first one is a number such
an entry: a line of a paragraph may begin with the year that ends a sentence (5.3)."""


def languages_have_lists_of_one_length(register: Register) -> Doubts:
    """A text has two entries in one language, and five in another."""
    languages = tuple(register.settings.languages)
    for meeting in register.meetings:
        file = meeting.file
        for location, text in file.remember("uneven lists", partial(_uneven, file)):
            counts = {code: _entries(text[code]) for code in languages if code in text}
            if len(set(counts.values())) < 2:
                continue
            thing = register.located(file, location)
            about = part_of(thing) if isinstance(thing, Item | Outcome) else "meeting"
            said = joined(
                *(
                    tell("%(count)s in `%(language)s`", count=count, language=code)
                    for code, count in counts.items()
                ),
                between=", ",
            )
            yield Doubt(
                meeting,
                "lists-differ",
                about,
                (*location, min(counts, key=lambda code: counts[code])),
                tell(
                    "the same list has another number of entries in each language: %(counts)s.",
                    counts=said,
                ),
                tell(
                    "Look for an entry that is missing, or for a dash that makes an entry of a "
                    "line."
                ),
            )


def _entries(words: str) -> int:
    """How many entries the lists of a text have."""
    numbered = _NUMBERED_ENTRY.findall(words) if _FIRST_ENTRY.search(words) else ()
    return len(_ENTRY.findall(words)) + len(numbered)


def _uneven(file: File) -> list[tuple[Location, values.Text]]:
    """The texts of a file whose lists are not of one length in all languages."""
    return [
        (location, text)
        for location, text in texts_of(file)
        if len({_entries(words) for words in text.values()}) > 1
    ]


def numbers_of_a_year_stand_once(register: Register) -> Doubts:
    """A body that numbers its decisions through the year uses a number for two of them."""
    by_year: dict[tuple[str, int, str], list[tuple[Meeting, list[Outcome]]]] = {}
    for meeting in register.meetings:
        for kind in ("decision", "follow_up"):
            numbered = [outcome for outcome in meeting.outcomes if outcome.kind == kind]
            if numbered:
                year = by_year.setdefault((meeting.body, meeting.date.year, kind), [])
                year.append((meeting, numbered))
    for meetings in by_year.values():
        if _numbers_go_on([numbered for _, numbered in meetings]):
            yield from _numbers_used_twice(meetings)


def _numbers_go_on(meetings: list[list[Outcome]]) -> bool:
    """Whether the numbers of most meetings go on where those of the meeting before ended."""
    going_on = [
        _last_figure(after[0].number) == _last_figure(before[-1].number) + 1
        for before, after in pairwise(meetings)
    ]
    return sum(going_on) > len(going_on) / 2


def _last_figure(number: str) -> int:
    """The last digits of a number, as they count: 7 of 2031-07; -9 where there is none."""
    digits = re.search("([0-9]{1,9})[^0-9]*$", number)
    return int(digits[1]) if digits else -9


def _numbers_used_twice(meetings: list[tuple[Meeting, list[Outcome]]]) -> Doubts:
    first: dict[str, Outcome] = {}
    for meeting, numbered in meetings:
        for outcome in numbered:
            other = first.setdefault(outcome.number.casefold(), outcome)
            if other.meeting is not meeting:
                name = part_of(outcome)
                yield Doubt(
                    meeting,
                    "number-twice",
                    name,
                    (*outcome.location, outcome.kind),
                    tell(
                        "`%(name)s` stands in `%(meeting)s` already, and the numbers of this "
                        "body go on through the year.",
                        name=name,
                        meeting=other.meeting.key,
                    ),
                    tell("Give it its own number."),
                )
