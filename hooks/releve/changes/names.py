"""Meetings and follow-ups, as a sentence names them."""

from __future__ import annotations

from collections.abc import Iterable

from ..checks import part_words
from ..language import day_of, text_of
from ..register import Meeting, Outcome, Register
from ..source import joined, tell


def meeting_words(register: Register, meeting: Meeting) -> str:
    """The day of a meeting, with its number on that day, and its body where there are several."""
    day: str = day_of(meeting.date)
    if meeting.sequence:
        day = tell("%(day)s, no. %(number)s", day=day, number=meeting.sequence)
    body = register.find(meeting.body)
    if len(register.bodies) == 1 or body is None:
        return day
    name = text_of(body.data.acronym or body.data.name)
    return tell("%(meeting)s (%(body)s)", meeting=day, body=name)


def outcome_words(register: Register, outcome: Outcome) -> str:
    """A decision or a follow-up, and its meeting."""
    return tell(
        "%(outcome)s of %(meeting)s",
        outcome=part_words(f"{outcome.kind.replace('_', '-')} {outcome.number}"),
        meeting=meeting_words(register, outcome.meeting),
    )


def all_of(words: Iterable[str]) -> str:
    """Several words in one, between semicolons."""
    return joined(*words, between="; ")
