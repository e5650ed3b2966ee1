"""What the register held on a day: whatever is dated later is left out.

This is the one rule by which the site can be built as it stood on any day; what is worked out
after this knows nothing of what is later. Dated are a meeting, by its file's name, and with it
its whole record; a report; a correction, by its own date or that of the decision that allows
it; a cancellation and a postponement; the first and the last day in an office. What has no date
(a name, a description, what is announced of a meeting to come) has always been there.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from ..runtime import LazyList
from ..source import File, day_in, schema

_Record = TypeVar("_Record", bound=schema.Record)


def as_of(files: list[File], day: date) -> list[File]:
    """The files as they stood at the end of a day. One that holds nothing later is itself."""
    known = [(file, _known(file, day)) for file in files]
    return [
        file if content is file.content else replace(file, content=content)
        for file, content in known
    ]


def _known(file: File, day: date) -> Any:
    """The content of a file without what is later than a day; itself if nothing is."""
    if file.kind == "meeting":
        return _meeting(file.content, day_in(file.name[2]), day)
    if file.kind == "follow-up":
        reports = [report for report in file.content.reports if report.date <= day]
        return _with(file.content, reports=reports)
    if file.kind == "people":
        people = {key: _person(person, day) for key, person in file.content.items()}
        same = all(people[key] is person for key, person in file.content.items())
        return file.content if same else people
    return file.content


def _with(record: _Record, **values: Any) -> _Record:
    """The record with other values; itself if they are those that it has."""
    changed = {name: value for name, value in values.items() if value != getattr(record, name)}
    return record.model_copy(update=changed) if changed else record


def _meeting(meeting: schema.Meeting, held_on: date | None, day: date) -> schema.Meeting:
    if held_on is None:
        return meeting  # a day that does not exist: said already
    for name in ("cancelled", "postponed_to"):
        said = getattr(meeting, name)
        if said and said.date and said.date > day:
            meeting = _with(meeting, **{name: None})
    if held_on <= day:
        corrections = [one for one in meeting.corrections if (_made_on(one) or day) <= day]
        return _with(meeting, corrections=corrections)
    return _with(
        meeting,
        adjourned=None,
        attendance=None,
        opening=LazyList(),
        agenda=[_announced(item) for item in meeting.agenda],
        closing=LazyList(),
        corrections=[],
    )


def _announced(item: schema.Item) -> schema.Item:
    """An item before its meeting: what is to be discussed, not what was."""
    items = [_announced(part) for part in item.items]
    return _with(item, items=items, narrative=LazyList(), outcomes=[], deferred_to=None)


def _made_on(correction: schema.Correction) -> date | None:
    """The day of a correction: its own, or that of the meeting that allowed it if later."""
    allowed_at = (correction.decision or "").partition("#")[0]
    days = (correction.date, day_in(allowed_at.rpartition("/")[2]))
    return max(filter(None, days), default=None)


def _person(person: schema.Person, day: date) -> schema.Person:
    offices = [
        _with(held, to=held.to if held.to and held.to <= day else None)
        for held in person.offices
        if held.from_ is None or held.from_ <= day
    ]
    return _with(person, offices=offices)
