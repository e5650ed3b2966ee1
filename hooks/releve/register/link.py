"""Joins the typed records of all files into one linked register, as of a day.

Comes in: files as `source` read them. Goes out: a `Register` in which every thing holds its links:
what it belongs to, what acts on it and what refers to it. Files name only what they refer to; the
links in the other direction are worked out here. Begin at `link`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeGuard

from ..source import File, Location, day_in, schema
from .collection import Register
from .dues import dues, find_meeting
from .kinds import DEEDS, TEXT, Kind, Named
from .model import Item, Meeting, Mention, Office, Outcome, Thing, meeting_of
from .numbers import item_number
from .references import references
from .reports import link_reports

_WHERE = re.compile(r"(item|decision|follow-up|note)\s+(\S+)")
"""The part of a record that a correction names: `item 1B`."""
_DIRECTORIES: tuple[tuple[str, Kind], ...] = (
    ("organizations", "organization"),
    ("people", "person"),
    ("topics", "topic"),
    ("glossary", "term"),
)
"""The kind of a directory file, and the kind of the things in it."""


def link(files: list[File], day: date, broken: Iterable[str] = ()) -> Register | None:
    """Link files to one register, as of a day.

    `files` are those that could be read, `broken` the paths of those that have errors. None if
    register.yml is not among the files. Raises nothing: a reference that leads nowhere is left
    unlinked, and `checks` reports it.
    """
    settings = next((file for file in files if file.kind == "register"), None)
    if settings is None:
        return None
    register = Register(
        settings=settings.content, file=settings, as_of=day, files=files, broken=frozenset(broken)
    )
    for directory, kind in _DIRECTORIES:
        for file in files:
            if file.kind == directory:
                _link_directory(register, file, kind)
    for file in sorted((file for file in files if file.kind == "meeting"), key=_meeting_order):
        _link_meeting(register, file)
    _link_postponements(register)
    link_reports(register)
    _link_meetings(register)
    _link_decisions(register)
    _link_follow_ups(register)
    _link_back(register)
    return register


def _meeting_order(file: File) -> tuple[str, ...]:
    """Sorts meetings by date, then by their number on that day, then by body."""
    stem = file.name[2]
    return (stem[:10], stem[11:].zfill(3), file.name[1])


def _link_directory(register: Register, file: File, kind: Kind) -> None:
    for key, data in sorted(file.content.items()):
        thing = Thing(kind, key, data, file, (key,))
        if register._add(thing) and kind == "organization":
            for office, title in sorted(data.offices.items()):
                location = (key, "offices", office)
                office_key = f"{key}#{office}"
                register._add(
                    Office("office", office_key, title, file, location, organization=thing)
                )


def _link_meeting(register: Register, file: File) -> None:
    body, stem = file.name[1], file.name[2]
    day = day_in(stem)
    if day is None:
        return  # `source` has reported the file's name
    of_body = next((one for one in register.settings.bodies if one.id == body), None)
    meeting = Meeting(
        "meeting",
        f"{body}/{stem}",
        file.content,
        file,
        (),
        body=body,
        bodies=list(dict.fromkeys([body, *file.content.with_])),
        date=day,
        held=day <= register.as_of and not (file.content.cancelled or file.content.postponed_to),
        as_published=of_body is not None and of_body.records == "as-published",
        languages=file.content.languages
        or (of_body.languages if of_body else [])
        or register.settings.languages,
    )
    if register._add(meeting):
        _link_items(register, meeting, file.content.agenda, ("agenda",), None)
        for position, outcome in enumerate(file.content.outcomes):
            _link_outcome(register, meeting, None, outcome, ("outcomes", position))


def _link_items(
    register: Register,
    meeting: Meeting,
    items: list[schema.Item],
    location: Location,
    parent: Item | None,
) -> None:
    for index, data in enumerate(items):
        number = item_number(parent.number if parent else "", data.item)
        item = Item(
            "item",
            f"{meeting.key}#item-{number}",
            data,
            meeting.file,
            (*location, index),
            meeting=meeting,
            number=number,
            parent=parent,
        )
        meeting.items.append(item)
        register._add(item)
        if data.outcomes != "none":
            for position, outcome in enumerate(data.outcomes):
                place = (*item.location, "outcomes", position)
                _link_outcome(register, meeting, item, outcome, place)
        _link_items(register, meeting, data.items, (*item.location, "items"), item)


def _link_outcome(
    register: Register,
    meeting: Meeting,
    item: Item | None,
    data: schema.Outcome,
    location: Location,
) -> None:
    kind: Kind
    if isinstance(data, schema.Decision):
        kind, word, number = "decision", "decision", data.decision
    elif isinstance(data, schema.FollowUp):
        kind, word, number = "follow_up", "follow-up", data.follow_up
    else:
        kind, word, number = "note", "note", data.note
    outcome = Outcome(
        kind,
        f"{meeting.key}#{word}-{number}",
        data,
        meeting.file,
        location,
        meeting=meeting,
        item=item,
        number=number,
    )
    if register._add(outcome):
        meeting.outcomes.append(outcome)
        if item:
            item.outcomes.append(outcome)


def _link_postponements(register: Register) -> None:
    """Link each meeting to the one that was held in its place in the end. Each is looked at once,
    however long the chain. A circle is an error that `checks` reports.
    """
    for meeting in register.meetings:
        chain: list[Meeting] = []
        here = meeting
        while here.held_as is None:
            here.held_as = here
            chain.append(here)
            postponed = here.data.postponed_to
            later = register.find(postponed.meeting) if postponed else None
            if not isinstance(later, Meeting):
                break
            here = later
        for postponed_one in chain:
            postponed_one.held_as = here.held_as


def _link_meetings(register: Register) -> None:
    """Link each meeting to those that it replaces, and to the items that were deferred to it."""
    for meeting in register.meetings:
        if meeting.data.postponed_to and (
            later := find_meeting(register, meeting.data.postponed_to)
        ):
            later.replaces.append(meeting)
        for item in meeting.items:
            for reference in dict.fromkeys(item.data.continues):
                earlier = register.find(reference, meeting)
                if isinstance(earlier, Item) and earlier is not item:
                    earlier.continued_by.append(item)
            if item.data.deferred_to and (later := find_meeting(register, item.data.deferred_to)):
                later.deferred_here.append(item)


def _link_decisions(register: Register) -> None:
    """Link each decision that has effect to those that it acts on and the records it approves."""
    for decision in register.decisions:
        for reference in dict.fromkeys(decision.data.ratifies):
            ratified = register.find(reference, decision.meeting)
            if _is_another_decision(ratified, decision):
                ratified.ratifications.append(decision)
    adopted = [decision for decision in register.decisions if decision.has_effect]
    for decision in adopted:
        for deed in DEEDS:
            for reference in dict.fromkeys(getattr(decision.data, deed)):
                earlier = register.find(reference, decision.meeting)
                if not isinstance(earlier, Outcome) or earlier.kind != "decision":
                    continue
                if earlier is not decision:
                    earlier.acted_on_by.setdefault(deed, []).append(decision)
    _drop_acts_of_undone_decisions(register)
    for decision in adopted:
        for key in decision.data.approves:
            meeting = register.find(key)
            if (
                isinstance(meeting, Meeting)
                and meeting.approved_by is None
                and meeting is not decision.meeting
                and meeting.date <= decision.meeting.date
                and decision.meeting.held
                and not decision.deeds_by("rescinds", register.as_of)
            ):
                meeting.approved_by = decision
    _link_motions(register)


def _link_motions(register: Register) -> None:
    """Link each motion to the motions to amend it, and each decision to those adopted with it."""
    for decision in register.decisions:
        motion = register.find(decision.data.amendment_to or "", decision.meeting)
        if _is_another_decision(motion, decision):
            motion.amendments.append(decision)
        carrier = register.find(decision.data.adopted_with or "", decision.meeting)
        if _is_another_decision(carrier, decision):
            carrier.adopted_together.append(decision)


def _is_another_decision(thing: Thing | None, decision: Outcome) -> TypeGuard[Outcome]:
    return isinstance(thing, Outcome) and thing.kind == "decision" and thing is not decision


def _drop_acts_of_undone_decisions(register: Register) -> None:
    """Unlink decisions that were ended before they took effect: they never acted on any other."""
    undone = {
        decision
        for decision in register.decisions
        for deed in ("rescinds", "supersedes")
        for later in decision.acted_on_by.get(deed, ())
        if later.begins < decision.begins
    }
    for decision in register.decisions if undone else ():
        for deed, others in decision.acted_on_by.items():
            decision.acted_on_by[deed] = [other for other in others if other not in undone]


def _link_follow_ups(register: Register) -> None:
    """Link each follow-up to the decisions behind it, to the meeting where it is due, and to the
    follow-ups and meetings that its reports name.
    """
    for follow_up in register.follow_ups:
        agreed = follow_up.meeting
        follow_up.agreed_due = dues(register, follow_up.data.due, agreed.body, agreed)
        for reference in dict.fromkeys(follow_up.data.arises_from):
            cause = register.find(reference, follow_up.meeting)
            if isinstance(cause, Outcome) and cause.kind == "decision":
                cause.follow_ups.append(follow_up)
        at = (due.meeting for due in follow_up.due(register.as_of) if due.meeting)
        for meeting in dict.fromkeys(at):
            meeting.due.append(follow_up)
        for report in follow_up.reports:
            if report.continued_by:
                report.continued_by.continues.append(follow_up)
            if report.meeting and report.item is None:
                report.meeting.reported.append(report)


def _link_back(register: Register) -> None:
    """Fill `Thing.mentioned_in` of each thing, and `Register.doubtful` with references that lead
    nowhere or to a wrong kind of thing.
    """
    mentions_of: dict[Thing, dict[Mention, None]] = {}
    # Equal mentions are kept as one object: a thing mentions many others in the same field.
    shared: dict[Mention, Mention] = {}
    for file in register.files:
        for named in named_in(file):
            location, field_, reference, kinds = named
            thing = register.located(file, location)
            target = register.find(reference, meeting_of(thing))
            if target is None or (kinds and target.kind not in kinds):
                register.doubtful.append((file, named))
            if thing and target and target is not thing:
                mention = field_, thing
                mentions_of.setdefault(target, {})[shared.setdefault(mention, mention)] = None
    for target, mentions in mentions_of.items():
        target.mentioned_in = list(mentions)


def named_in(file: File) -> list[Named]:
    """Every reference in a file, in fields and in prose."""
    return file.remember_packed("named", lambda: list(_named_in(file)))


def _named_in(file: File) -> Iterator[Named]:
    for location, value, kinds in file.leaves:
        if kinds:
            yield location, _field_of(location), value, kinds
        else:
            for _, match in references(value):
                yield location, TEXT, match[1], ()


def _field_of(location: Location) -> str:
    """The field that a reference stands in: for `present: [{who: x}]` it is `present`, and for one
    who voted, the side of the vote.
    """
    names = [step for step in location if isinstance(step, str)]
    if names[-1] == "who":
        names.pop()
    return names[-2] if names[-1] == "members" else names[-1]


def corrected(register: Register, meeting: Meeting, correction: schema.Correction) -> Thing | None:
    """The thing that a correction is about, from its `where`: `item 1B`, `follow-up 5C`, `meeting`.

    None if the record has no such part.
    """
    where = correction.where.strip().casefold()
    if where == "meeting":
        return meeting
    match = _WHERE.fullmatch(where)
    return register.find(f"#{match[1]}-{match[2]}", meeting) if match else None
