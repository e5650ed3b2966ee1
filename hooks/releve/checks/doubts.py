"""Doubts: what looks like a mistake in a record, but can be true, and is then answered there.

Two people may have one name, and a vote may have been miscounted at the time: the record has to say
so. So a doubt is a warning, never an error; and a line under `accepted` in the file of the meeting
answers it, for good. A function that finds doubts yields a `Doubt` for each, and stands in the list
`DOUBTS` of `rules.py`. What is no longer in doubt needs no answer, and is reported too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from ..register import Meeting, Register
from ..source import Location, Message, Problem, joined, tell
from .common import Problems


def _as_typed(about: str) -> str:
    """What a warning is about, without regard to capitals and to where lines are broken."""
    return " ".join(about.split()).casefold()


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something in the file of a meeting that is probably a mistake."""

    meeting: Meeting
    warning: str
    """The name of this sort of doubt: `present-twice`."""
    about: str
    """What of the record it is about: an id, or a part as corrections name it (`decision 3`)."""
    location: Location
    message: Message
    remedy: Message

    @property
    def answer(self) -> tuple[str, str, str]:
        """What an entry of `accepted` must say to answer it: where, which, and about what."""
        return self.meeting.key, self.warning, _as_typed(self.about)

    def problem(self) -> Problem:
        """The warning, with the line that answers it."""
        return self.meeting.file.source.problem(
            self.location,
            self.message,
            joined(
                self.remedy,
                tell(
                    "If the record is right, say so at the end of this file: `%(line)s`.",
                    line=f"accepted: [{{warning: {self.warning}, about: {self.about}, "
                    'reason: "…"}]',
                ),
            ),
            warning=True,
        )


Doubts = Iterator[Doubt]
"""What a function that finds doubts returns."""
Finder = Callable[[Register], Doubts]


def doubts_are_answered(finders: Iterable[Finder]) -> Callable[[Register], Problems]:
    """The rule that what looks like a mistake is mended, or accepted in the file of its meeting."""
    return partial(_unanswered, tuple(finders))


def _unanswered(finders: tuple[Finder, ...], register: Register) -> Problems:
    answers = {
        (meeting.key, accepted.warning, _as_typed(accepted.about)): (meeting, index)
        for meeting in register.meetings
        for index, accepted in enumerate(meeting.data.accepted)
    }
    needed = set()
    for doubt in (doubt for find in finders for doubt in find(register)):
        if doubt.answer in answers:
            needed.add(doubt.answer)
        else:
            yield doubt.problem()
    for answer, (meeting, index) in answers.items():
        if answer not in needed and not register.broken:
            yield meeting.file.source.problem(
                ("accepted", index),
                tell(
                    "nothing is in doubt here: no warning `%(warning)s` about `%(about)s`.",
                    warning=answer[1],
                    about=meeting.data.accepted[index].about,
                ),
                tell("Remove this entry, or write both names as the warning gives them."),
                warning=True,
            )
