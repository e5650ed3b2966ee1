"""Meetings announced, held, cancelled, approved; records changed or corrected."""

from __future__ import annotations

from collections.abc import Iterator

from ..checks import changed_words, part_words
from ..register import NAMES, Change, Meeting, Register, parts, seal_of, seals_of
from ..register import changes as changes_of_record
from ..source import Message, joined, tell, tell_number
from .names import all_of, meeting_words, outcome_words

_LISTS = frozenset(("agenda", "items", "outcomes"))
"""Fields that only say which parts a record has: a part that came or went says so itself."""
_STATES = frozenset(("cancelled", "postponed_to"))
"""Fields that have a sentence of their own: see `_state`."""


def of_meetings(before: Register, after: Register) -> Iterator[Message]:
    """What becomes of meetings and their records."""
    old = {meeting.key: meeting for meeting in before.meetings}
    new = {meeting.key: meeting for meeting in after.meetings}
    for key, meeting in new.items():
        was = old.get(key)
        if was is None or (meeting.has_record and not was.has_record):
            yield _arrived(after, meeting)
        elif meeting.has_record:
            yield from _in_the_record(before, was, after, meeting)
        elif changed := _differences(before, was, after, meeting):
            yield tell(
                "Changes the announced meeting of %(meeting)s: %(what)s.",
                meeting=meeting_words(after, meeting),
                what=all_of(map(_change, changed)),
            )
        yield from _state(after, meeting, was)
        yield from _approval(after, meeting, was)
    for key in old.keys() - new.keys():
        yield tell(
            "Takes out the meeting of %(meeting)s, with all of its pages.",
            meeting=meeting_words(before, old[key]),
        )


def _arrived(register: Register, meeting: Meeting) -> Message:
    words = meeting_words(register, meeting)
    if not meeting.has_record:
        return tell("Announces the meeting of %(meeting)s.", meeting=words)
    kinds = [outcome.kind for outcome in meeting.outcomes]
    decisions, follow_ups = kinds.count("decision"), kinds.count("follow_up")
    counts = [
        tell_number("%(n)s decision", "%(n)s decisions", decisions) if decisions else "",
        tell_number("%(n)s follow-up", "%(n)s follow-ups", follow_ups) if follow_ups else "",
    ]
    if not any(counts):
        return tell("Adds the record of %(meeting)s.", meeting=words)
    return tell(
        "Adds the record of %(meeting)s: %(counts)s.",
        meeting=words,
        counts=joined(*counts, between=", "),
    )


def _state(register: Register, meeting: Meeting, was: Meeting | None) -> Iterator[Message]:
    words = meeting_words(register, meeting)
    if meeting.data.cancelled and not (was and was.data.cancelled):
        yield tell("Cancels the meeting of %(meeting)s.", meeting=words)
    if meeting.data.postponed_to and not (was and was.data.postponed_to):
        yield tell("Postpones the meeting of %(meeting)s.", meeting=words)


def _approval(register: Register, meeting: Meeting, was: Meeting | None) -> Iterator[Message]:
    decision = meeting.approved_by
    if decision and not (was and was.approved_by):
        yield tell(
            "Approves the record of %(meeting)s, by %(decision)s.",
            meeting=meeting_words(register, meeting),
            decision=outcome_words(register, decision),
        )
    elif was and was.approved_by and not decision:
        yield tell(
            "Takes back the approval of the record of %(meeting)s.",
            meeting=meeting_words(register, meeting),
        )


def _in_the_record(
    before: Register, was: Meeting, after: Register, meeting: Meeting
) -> Iterator[Message]:
    words = meeting_words(after, meeting)
    if changed := _differences(before, was, after, meeting):
        refused = meeting.key in seals_of(before) and not all(one.renewable for one in changed)
        form = _REFUSED if refused else _CHANGED
        yield form.given(meeting=words, what=all_of(map(_change, changed)))
    corrected = [one for one in meeting.data.corrections if one not in was.data.corrections]
    if corrected:
        places = dict.fromkeys(correction.where for correction in corrected)
        yield tell(
            "Corrects the record of %(meeting)s: %(what)s.",
            meeting=words,
            what=all_of(map(part_words, places)),
        )


_CHANGED = tell("Changes the record of %(meeting)s: %(what)s.")
_REFUSED = tell("Changes the record of %(meeting)s, which is sealed (refused): %(what)s.")


def _differences(before: Register, was: Meeting, after: Register, meeting: Meeting) -> list[Change]:
    """The parts that differ, without what follows from parts that came or went."""
    found = changes_of_record(seal_of(before, was), parts(after, meeting))
    found = [change for change in found if change.part != NAMES]
    told = _STATES if all(change.fields for change in found) else _STATES | _LISTS
    kept = []
    for change in found:
        fields = tuple(field for field in change.fields if field.split(".")[0] not in told)
        if fields or not change.fields:
            kept.append(Change(change.part, fields, change.kind, change.renewable))
    return kept


def _change(change: Change) -> Message:
    return tell(
        "%(part)s (%(changed)s)",
        part=part_words(change.part),
        changed=changed_words(change),
    )
