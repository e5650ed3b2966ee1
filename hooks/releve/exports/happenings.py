"""What happened, by the register's own dates: what a feed tells of. Begin at `Happenings`.

A meeting that is only announced has no date on which that happened: it counts as of the last
meeting of its body.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..register import Item, Meeting, Memo, Outcome, Thing, corrected, meeting_of
from .export import Context, last_known

What = Literal[
    "record", "approved", "announced", "cancelled", "postponed", "made", "report", "correction"
]


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened to a thing on a day."""

    what: What
    day: date
    thing: Thing
    which: str = ""
    """What tells it from others of its kind."""
    text: dict[str, str] | None = None
    """What is said of it, by language."""
    by: Thing | None = None
    """The decision by which it happened, or the meeting that is held in place of another."""

    @property
    def key(self) -> str:
        """What tells it from all others, and never changes."""
        return f"{self.thing.key}!{self.what}{self.which}"

    @property
    def order(self) -> tuple[str, str, str]:
        """Sorts by day, then as in the records."""
        meeting = meeting_of(self.thing)
        return self.day.isoformat(), meeting.key if meeting else "", self.key


class Happenings:
    """Finds what happened to things, until the day of the register."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._register = context.register
        self._all: Memo[Meeting, list[Happening]] = Memo()

    def of_all(self, meetings: Iterable[Meeting]) -> list[Happening]:
        """What happened at some meetings, and to all that they agreed on."""
        return [one for meeting in meetings for one in self._all(meeting, self._of_all, meeting)]

    def _of_all(self, meeting: Meeting) -> list[Happening]:
        outcomes = (one for outcome in meeting.outcomes for one in self.of_outcome(outcome))
        items = (one for item in meeting.items for one in self._corrections(item))
        return [*self.of_meeting(meeting), *items, *outcomes]

    def of_things(self, things: Iterable[Thing]) -> list[Happening]:
        """What happened to some things; each of them counts once."""
        found = list[Happening]()
        for thing in dict.fromkeys(things):
            if isinstance(thing, Meeting):
                found += self.of_meeting(thing)
            elif isinstance(thing, Outcome):
                found += self.of_outcome(thing)
            elif isinstance(thing, Item):
                found.append(Happening("made", thing.meeting.date, thing))
                found += self._corrections(thing)
        return [one for one in found if one.day <= self._register.as_of]

    def of_meeting(self, meeting: Meeting) -> Iterator[Happening]:
        """What happened to a meeting and its record as a whole."""
        data, known = meeting.data, last_known(self._register, meeting)
        if data.cancelled:
            yield Happening("cancelled", known, meeting, text=data.cancelled.reason)
        elif data.postponed_to:
            later = self._register.find(data.postponed_to.meeting)
            yield Happening("postponed", known, meeting, text=data.postponed_to.reason, by=later)
        elif meeting.has_record:
            yield Happening("record", meeting.date, meeting)
        elif not meeting.held:
            yield Happening("announced", known, meeting)
        if approval := meeting.approved_by:
            yield Happening("approved", approval.meeting.date, meeting, by=approval)
        yield from self._corrections(meeting)

    def of_outcome(self, outcome: Outcome) -> Iterator[Happening]:
        """What happened to a decision, a follow-up or a note."""
        if outcome.kind != "note":
            yield Happening("made", outcome.meeting.date, outcome, text=outcome.data.text)
        on_day = Counter[date]()
        for report in outcome.reports:
            on_day[report.date] += 1
            which = f"-{report.date}-{on_day[report.date]}"
            yield Happening("report", report.date, outcome, which, report.text, report.meeting)
        yield from self._corrections(outcome)

    def _corrections(self, thing: Item | Outcome | Meeting) -> Iterator[Happening]:
        meeting = meeting_of(thing)
        assert meeting
        for number, one in enumerate(meeting.data.corrections, 1):
            if corrected(self._register, meeting, one) is not thing:
                continue
            by = self._register.find(one.decision, meeting) if one.decision else None
            decided = meeting_of(by)
            day = one.date or (decided.date if decided else meeting.date)
            text = one.should_say or one.inserts or one.deletes
            yield Happening("correction", day, thing, f"-{number}", text, by)
