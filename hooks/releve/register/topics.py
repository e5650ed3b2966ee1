"""What is known of a topic across meetings; also deferred items, mentions and corrections.

Comes in: a linked `Register`. Begin at `story`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..source import schema
from .collection import Register
from .decisions import standing
from .dues import find_meeting
from .follow_ups import status
from .link import corrected
from .model import Item, Meeting, Outcome, Report, Thing, meeting_of


def taken_up(register: Register, item: Item) -> list[Item]:
    """The items that take up a deferred item, at the meeting to which it was deferred."""
    meeting = find_meeting(register, item.data.deferred_to) if item.data.deferred_to else None
    return [later for later in meeting.items if _takes_up(later, item)] if meeting else []


def put_off(item: Item) -> list[Item]:
    """The items of earlier meetings that were deferred and that this item takes up."""
    return [earlier for earlier in item.meeting.deferred_here if _takes_up(item, earlier)]


def _takes_up(later: Item, earlier: Item) -> bool:
    """Whether a later item has a topic in common with a deferred one.

    If the parent of the later item has one too, only the parent counts, and not each of its parts.
    """
    topics = set(earlier.topics)
    of_parent = later.parent.topics if later.parent else ()
    return not topics.isdisjoint(later.topics) and topics.isdisjoint(of_parent)


@dataclass(frozen=True, slots=True)
class Chapter:
    """What was said, decided and reported on a topic at one meeting, or on one day without one."""

    day: date
    meeting: Meeting | None
    """None for reports that were not made at a meeting."""
    items: list[Item]
    outcomes: list[Outcome]
    """Decisions and follow-ups that name the topic, or whose item does."""
    reports: list[Report]
    """Reports on follow-ups on the topic."""


def on_topics(register: Register) -> dict[str, list[Item | Outcome]]:
    """By the key of each topic, the items, decisions and follow-ups on it, in order of time."""
    by_topic: dict[str, list[Item | Outcome]] = {}
    for meeting in register.meetings:
        things: list[Item | Outcome] = [*meeting.items, *meeting.outcomes]
        for thing in things:
            if thing.kind != "note":
                for key in dict.fromkeys(thing.topics):
                    by_topic.setdefault(key, []).append(thing)
    return by_topic


def story(things: list[Item | Outcome]) -> list[Chapter]:
    """The story of a topic, one chapter for each meeting or day, in order of time.

    `things` are the items, decisions and follow-ups on the topic, as `on_topics` gives them.
    """
    chapters: dict[tuple[date, Meeting | None], Chapter] = {}

    def chapter(day: date, meeting: Meeting | None) -> Chapter:
        return chapters.setdefault((day, meeting), Chapter(day, meeting, [], [], []))

    for thing in things:
        if isinstance(thing, Item):
            chapter(thing.meeting.date, thing.meeting).items.append(thing)
        else:
            chapter(thing.meeting.date, thing.meeting).outcomes.append(thing)
    for follow_up in things:
        if isinstance(follow_up, Outcome):
            for report in follow_up.reports:
                chapter(report.date, report.meeting).reports.append(report)
    return sorted(chapters.values(), key=lambda chapter: chapter.day)


@dataclass(frozen=True, slots=True)
class Present:
    """What there is on a topic on the day of the register."""

    decisions: list[Outcome]
    """Decisions that stand, or are to, the latest first."""
    follow_ups: list[Outcome]
    """Open follow-ups, the latest first."""
    last: Meeting | None
    """The last meeting held that took it up."""


_STANDS = ("in-force", "amended", "not-yet-in-force", "awaiting-ratification")


def present(register: Register, chapters: list[Chapter]) -> Present:
    """What there is on a topic now, from the chapters of its story."""
    day = register.as_of
    outcomes = [outcome for chapter in reversed(chapters) for outcome in chapter.outcomes]
    held = [chapter.meeting for chapter in chapters if chapter.meeting and chapter.meeting.held]
    return Present(
        [one for one in outcomes if one.kind == "decision" and standing(one, day) in _STANDS],
        [
            one
            for one in outcomes
            if one.kind == "follow_up" and not status(register, one, day).is_closed
        ],
        held[-1] if held else None,
    )


def mentions(*things: Thing) -> dict[Thing, list[str]]:
    """The things that mention any of these things, the oldest first, each with the fields in which
    it does (`model.TEXT` for prose).
    """
    fields_by_source: dict[Thing, list[str]] = {}
    for thing in things:
        for field, source in thing.mentioned_in:
            fields = fields_by_source.setdefault(source, [])
            if field not in fields:
                fields.append(field)
    return dict(sorted(fields_by_source.items(), key=lambda pair: _day_of(pair[0])))


Role = Literal["spoke", "decided", "voted", "appointed", "owes", "attended", "mentioned"]
"""How something takes part in what mentions it; it is listed under the first that applies."""
_ROLES: dict[Role, str] = {
    "spoke": "speaker presenters",
    "decided": "approves amends supersedes rescinds amendment_to adopted_with referred_to "
    "subject_to ratifies arises_from continued_by follow_up decision continues",
    "voted": "moved_by seconded_by for against abstained not_voting recused invalid group casting "
    "candidates",
    "appointed": "person replaces of organization parent successor",
    "owes": "owners",
    "attended": "chairs present regrets absent represents proxy_for observers with",
    "mentioned": "",
}
"""The fields that tell each; what stands in none of them only mentions it."""
_ROLE_OF = {field: role for role, fields in _ROLES.items() for field in fields.split()}


def by_role(
    found: dict[Thing, list[str]], above: Collection[str] = (), but: Iterable[Thing] = ()
) -> dict[Role, dict[Thing, list[str]]]:
    """What `mentions` has found, the newest first, by role.

    A field in `above`, or a thing in `but`, is left out: the page lists it in another place.
    """
    listed = set(but)
    roles: dict[Role, dict[Thing, list[str]]] = {role: {} for role in _ROLES}
    for thing, fields in reversed(found.items()):
        told = [field for field in fields if field not in above]
        if told and thing not in listed:
            own = {_ROLE_OF.get(field, "mentioned") for field in told}
            roles[next(role for role in _ROLES if role in own)][thing] = told
    return {role: things for role, things in roles.items() if things}


NEAREST = 20
"""How many outcomes of an item are shown beside another one."""


def siblings(outcome: Outcome) -> list[Outcome]:
    """What else came of the item that an outcome came of: of many, those nearest to it."""
    if outcome.item is None:
        return []
    place = outcome.location[-1]
    assert isinstance(place, int), "an outcome stands in a list"
    every = outcome.item.outcomes
    first = max(min(place - NEAREST // 2, len(every) - NEAREST - 1), 0)
    return [other for other in every[first : first + NEAREST + 1] if other is not outcome]


def with_outcomes(meeting: Meeting) -> list[Item]:
    """The items of a meeting under which, or under a part of which, a decision or a follow-up
    stands.
    """
    found: list[Item] = []
    for outcome in meeting.outcomes:
        item = outcome.item if outcome.kind != "note" else None
        while item is not None:
            found.append(item)
            item = item.parent
    return found


def _day_of(thing: Thing) -> date:
    """The day of a thing's meeting; things without one, such as people, come first."""
    meeting = meeting_of(thing)
    return meeting.date if meeting else date.min


def corrections(register: Register, thing: Thing) -> Iterator[schema.Correction]:
    """The corrections of an item or an outcome; of a meeting, those of its other fields."""
    meeting = meeting_of(thing)
    for correction in meeting.data.corrections if meeting else ():
        if meeting and corrected(register, meeting, correction) is thing:
            yield correction
