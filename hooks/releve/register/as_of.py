"""Leaves out of the files whatever is dated after a given day.

With this one rule the site can be built as it stood on any day: everything later in the build
sees only what is left. These have a date:

    a meeting and its whole record      the date in the name of its file
    a report                            its `date`
    what was withheld, and is released  its release
    a correction                        its `date`, the date of the meeting that decided on it, or
                                        the release of what it corrects, if that is later
    a cancellation or a postponement    its `date`
    a name                              the day after the last one of the name before it
    the end of an organization          the day after `ended`
    the first and last day in an office `from` and `to`

What has no date (a name, a description, the announced agenda of a planned meeting) counts as
known from the beginning.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import Any, TypeVar

from ..runtime import LazyList
from ..source import File, day_in, schema
from .names import former_name
from .numbers import item_number

_Record = TypeVar("_Record", bound=schema.Record)


def as_of(files: list[File], day: date) -> list[File]:
    """The files as they stood at the end of a day.

    A file that holds nothing later is returned itself, not as a copy: what was remembered with it
    stays valid.
    """
    contents = [(file, _content_on(file, day)) for file in files]
    return [
        file if content is file.content else replace(file, content=content)
        for file, content in contents
    ]


def _content_on(file: File, day: date) -> Any:
    """The content of a file without what is dated later; the same object if nothing is."""
    if file.kind == "meeting":
        return _meeting(file.content, day_in(file.name[2]), day)
    if file.kind == "follow-up":
        reports = [report for report in file.content.reports if report.date <= day]
        return _updated(file.content, reports=reports)
    if file.kind in ("people", "organizations"):
        on_day = _person if file.kind == "people" else _organization
        entries = {key: on_day(entry, day) for key, entry in file.content.items()}
        same = all(entries[key] is entry for key, entry in file.content.items())
        return file.content if same else entries
    return file.content


def _updated(record: _Record, **values: Any) -> _Record:
    """A copy of a record with other values; the record itself if it has these values already."""
    changed = {name: value for name, value in values.items() if value != getattr(record, name)}
    return record.model_copy(update=changed) if changed else record


def _meeting(meeting: schema.Meeting, held_on: date | None, day: date) -> schema.Meeting:
    if held_on is None:
        return meeting  # `source` has reported that there is no such day
    for name in ("cancelled", "postponed_to"):
        notice = getattr(meeting, name)
        if notice and notice.date and notice.date > day:
            meeting = _updated(meeting, **{name: None})
    if held_on <= day:
        agenda = [_item(item, day) for item in meeting.agenda]
        outcomes = [_outcome(outcome, day) for outcome in meeting.outcomes]
        released = dict(_released(meeting)) if meeting.corrections else {}
        corrections = [
            correction
            for correction in meeting.corrections
            if (_day_of(correction.date, correction.decision) or day) <= day
            and released.get(correction.where.strip().casefold(), day) <= day
        ]
        return _updated(meeting, agenda=agenda, outcomes=outcomes, corrections=corrections)
    return _updated(
        meeting,
        adjourned=None,
        attendance=None,
        opening=LazyList(),
        agenda=[_announced(item) for item in meeting.agenda],
        outcomes=[],
        closing=LazyList(),
        corrections=[],
        accepted=[],
    )


def _announced(item: schema.Item) -> schema.Item:
    """An item as announced before its meeting, without what was said and decided there."""
    items = [_announced(part) for part in item.items]
    return _updated(
        item, items=items, narrative=LazyList(), outcomes=[], reviewed=[], deferred_to=None
    )


def _item(item: schema.Item, day: date) -> schema.Item:
    """An item of a meeting that was held, without what was released only later."""
    if item.withheld and (later := _withheld_again(item.withheld, day)):
        public = {"outcomes"} if item.withheld.outcomes_public else set()
        kept = {"item", "title", "shown_as", *public}
        fields = schema.Item.model_fields.items()
        values = {name: field.get_default() for name, field in fields if name not in kept}
        item = item.model_copy(update=values | {"withheld": later})
    items = [_item(part, day) for part in item.items]
    if item.outcomes == "none":
        return _updated(item, items=items)
    return _updated(
        item, items=items, outcomes=[_outcome(outcome, day) for outcome in item.outcomes]
    )


def _outcome(outcome: schema.Outcome, day: date) -> schema.Outcome:
    """An outcome without what was released only later."""
    withheld = getattr(outcome, "withheld", None)
    if not withheld or not (later := _withheld_again(withheld, day)):
        return outcome
    fields = type(outcome).model_fields
    values = {name: fields[name].get_default() for name in schema.WITHHELD_WITH_DECISION}
    return outcome.model_copy(update=values | {"withheld": later})


def _withheld_again(withheld: schema.Withheld, day: date) -> schema.Withheld | None:
    """What was said of something withheld before its release; None if it was released by a day,
    or never was.
    """
    released_on = release_day(withheld)
    return withheld.model_copy(update={"released": None}) if (released_on or day) > day else None


def release_day(withheld: schema.Withheld) -> date | None:
    """The day on which something that was withheld was released; None if it was not."""
    release = withheld.released
    return _day_of(release.date, release.by) if release else None


def _released(meeting: schema.Meeting) -> Iterator[tuple[str, date]]:
    """The parts of a record that were withheld at first, each by the name that a correction gives
    it, and the day of its release. A correction of their words quotes them.
    """
    items = list(_numbered(meeting.agenda))
    outcomes = [meeting.outcomes, *(item.outcomes for _, item in items if item.outcomes != "none")]
    parts: list[tuple[str, Any]] = [(f"item {number}", item) for number, item in items]
    parts += [
        (f"decision {outcome.decision}", outcome)
        for outcome in chain.from_iterable(outcomes)
        if isinstance(outcome, schema.Decision)
    ]
    for name, part in parts:
        if part.withheld and (released_on := release_day(part.withheld)):
            yield name.casefold(), released_on


def _numbered(items: list[schema.Item], parent: str = "") -> Iterator[tuple[str, schema.Item]]:
    """Items and their parts, each after its full number."""
    for item in items:
        number = item_number(parent, item.item)
        yield number, item
        yield from _numbered(item.items, number)


def _day_of(said: date | None, decision: str | None) -> date | None:
    """The later of a date that is given and that of the meeting that decided on it; None if there
    is neither.
    """
    meeting_key = (decision or "").partition("#")[0]
    days = (said, day_in(meeting_key.rpartition("/")[2]))
    return max(filter(None, days), default=None)


def _named(record: _Record, day: date) -> _Record:
    """A person or an organization by the name that it had on a day, without later ones."""
    then = former_name(record, day)
    if then is None:
        return record
    names = [name for name in record.names if name.to < then.to]  # type: ignore[attr-defined]
    acronym = {"acronym": then.acronym} if hasattr(record, "acronym") else {}
    return _updated(record, name=then.name, names=names, **acronym)


def _organization(organization: schema.Organization, day: date) -> schema.Organization:
    if organization.ended and organization.ended >= day:
        organization = _updated(organization, ended=None, successor=None)
    return _named(organization, day)


def _person(person: schema.Person, day: date) -> schema.Person:
    person = _named(person, day)
    offices = [
        _updated(held, to=held.to if held.to and held.to <= day else None)
        for held in person.offices
        if held.from_ is None or held.from_ <= day
    ]
    return _updated(person, offices=offices)
