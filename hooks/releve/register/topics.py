"""The story of a topic across meetings, items put off, mentions, and corrections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..source import schema
from .link import corrected, find_meeting
from .model import Item, Meeting, Outcome, Register, Thing, meeting_of


def taken_up(register: Register, item: Item) -> list[Item]:
    """Items of the meeting that an item was put off to, on a topic of its own: its sequel."""
    later = find_meeting(register, item.data.deferred_to) if item.data.deferred_to else None
    return [one for one in later.items if _share_a_topic(item, one)] if later else []


def put_off(item: Item) -> list[Item]:
    """Items that were put off to an item's meeting and that it takes up: its first part."""
    return [one for one in item.meeting.deferred_here if _share_a_topic(one, item)]


def _share_a_topic(earlier: Item, later: Item) -> bool:
    """Whether an item takes up another one; of an item and its parts, the item itself."""
    topics = set(earlier.topics)
    above = later.parent.topics if later.parent else ()
    return not topics.isdisjoint(later.topics) and topics.isdisjoint(above)


@dataclass(frozen=True, slots=True)
class Chapter:
    """What was said, decided and reported on a topic at a meeting, or on a day between two."""

    day: date
    meeting: Meeting | None
    items: list[Item]
    outcomes: list[Outcome]
    """Decisions and follow-ups on it, through their item or on their own."""
    reports: list[tuple[Outcome, schema.Report]]


def on_topics(register: Register) -> dict[str, list[Item | Outcome]]:
    """The items, decisions and follow-ups on each topic, in order of time, by the topic's key."""
    found: dict[str, list[Item | Outcome]] = {}
    for meeting in register.meetings:
        things: list[Item | Outcome] = [*meeting.items, *meeting.outcomes]
        for thing in things:
            if thing.kind != "note":
                for key in dict.fromkeys(thing.topics):
                    found.setdefault(key, []).append(thing)
    return found


def story(register: Register, things: list[Item | Outcome]) -> list[Chapter]:
    """The story of a topic across the meetings, in order of time, from what is on it."""
    found: dict[tuple[date, Meeting | None], Chapter] = {}

    def chapter(day: date, meeting: Meeting | None) -> Chapter:
        return found.setdefault((day, meeting), Chapter(day, meeting, [], [], []))

    for thing in things:
        if isinstance(thing, Item):
            chapter(thing.meeting.date, thing.meeting).items.append(thing)
        else:
            chapter(thing.meeting.date, thing.meeting).outcomes.append(thing)
    for follow_up in things:
        if isinstance(follow_up, Outcome):
            for report in follow_up.reports:
                at = register.find(report.meeting) if report.meeting else None
                where = at if isinstance(at, Meeting) else None
                chapter(report.date, where).reports.append((follow_up, report))
    return sorted(found.values(), key=lambda chapter: chapter.day)


def mentions(*things: Thing) -> dict[Thing, list[str]]:
    """What refers to any of these things, oldest first, and in which fields."""
    found: dict[Thing, list[str]] = {}
    for thing in things:
        for field, other in thing.mentioned_in:
            fields = found.setdefault(other, [])
            if field not in fields:
                fields.append(field)
    return dict(sorted(found.items(), key=lambda pair: _when(pair[0])))


def _when(thing: Thing) -> date:
    meeting = meeting_of(thing)
    return meeting.date if meeting else date.min


def corrections(register: Register, thing: Thing) -> Iterator[schema.Correction]:
    """Corrections of what stands in an item or an outcome, or in a meeting outside of them."""
    meeting = meeting_of(thing)
    for correction in meeting.data.corrections if meeting else ():
        if meeting and corrected(register, meeting, correction) is thing:
            yield correction
