"""Typed records -> one linked register, as of a date.

Every thing knows what it belongs to, what acts on it and what refers to it; none of these
links is ever typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol

from ..source import File, Location, day_in, schema
from .model import (
    DEEDS,
    TEXT,
    Item,
    Kind,
    Meeting,
    Mention,
    Named,
    Office,
    Outcome,
    Register,
    Thing,
    meeting_of,
)
from .references import references

_WHERE = re.compile(r"(item|decision|follow-up|note)\s+(\S+)")
_DIRECTORIES: tuple[tuple[str, Kind], ...] = (
    ("organizations", "organization"),
    ("people", "person"),
    ("topics", "topic"),
    ("glossary", "term"),
)


def link(files: list[File], day: date, broken: Iterable[str] = ()) -> Register | None:
    """One register from the files that could be read, as of a day; None without a register.yml.

    Never fails: what refers to nothing is left unlinked, for `checks` to report.
    """
    home = next((file for file in files if file.kind == "register"), None)
    if home is None:
        return None
    register = Register(
        settings=home.content, file=home, as_of=day, files=files, broken=frozenset(broken)
    )
    for name, kind in _DIRECTORIES:
        for file in files:
            if file.kind == name:
                _link_directory(register, file, kind)
    for file in sorted((file for file in files if file.kind == "meeting"), key=_by_date):
        _link_meeting(register, file)
    for file in files:
        if file.kind == "follow-up" and (follow_up := _named_by(register, file)):
            follow_up.reports = file.content.reports
            register._by_place[file.path] = {(): follow_up}
    _link_meetings(register)
    _link_decisions(register)
    _link_follow_ups(register)
    _link_back(register)
    return register


def _by_date(file: File) -> tuple[str, ...]:
    stem = file.name[2]
    return (stem[:10], stem[11:].zfill(3), file.name[1])


def _link_directory(register: Register, file: File, kind: Kind) -> None:
    for key, data in sorted(file.content.items()):
        thing = Thing(kind, key, data, file, (key,))
        if register._add(thing) and kind == "organization":
            for office, words in sorted(data.offices.items()):
                place = (key, "offices", office)
                name = f"{key}#{office}"
                register._add(Office("office", name, words, file, place, organization=thing))


def _link_meeting(register: Register, file: File) -> None:
    body, stem = file.name[1], file.name[2]
    day = day_in(stem)
    if day is None:
        return  # said already, of the file's name
    held = day <= register.as_of and not (file.content.cancelled or file.content.postponed_to)
    meeting = Meeting(
        "meeting", f"{body}/{stem}", file.content, file, (), body=body, date=day, held=held
    )
    if register._add(meeting):
        _link_items(register, meeting, file.content.agenda, ("agenda",), None)


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
            for place, outcome in enumerate(data.outcomes):
                _link_outcome(register, item, outcome, (*item.location, "outcomes", place))
        _link_items(register, meeting, data.items, (*item.location, "items"), item)


def item_number(parent: str, own: str) -> str:
    """The full number of a part.

    1 and B give 1B; 1 and 10 give 1.10, and I and ii give I.ii, where running them together
    would blur them; 4 and 4.10, or 1 and 1B, give the part's own number, which is full already.
    """
    if not parent:
        return own
    rest = own[len(parent) :] if own.casefold().startswith(parent.casefold()) else ""
    if rest and (rest[0] in ".-" or rest[0].isdigit() != parent[-1].isdigit()):
        return own
    return f"{parent}.{own}" if parent[-1].isdigit() == own[0].isdigit() else parent + own


def _link_outcome(register: Register, item: Item, data: schema.Outcome, location: Location) -> None:
    kind: Kind
    if isinstance(data, schema.Decision):
        kind, word, number = "decision", "decision", data.decision
    elif isinstance(data, schema.FollowUp):
        kind, word, number = "follow_up", "follow-up", data.follow_up
    else:
        kind, word, number = "note", "note", data.note
    outcome = Outcome(
        kind,
        f"{item.meeting.key}#{word}-{number}",
        data,
        item.file,
        location,
        meeting=item.meeting,
        item=item,
        number=number,
    )
    if register._add(outcome):
        item.outcomes.append(outcome)
        item.meeting.outcomes.append(outcome)


def reported_on(register: Register, file: File) -> Outcome | None:
    """The follow-up that a file of reports is about."""
    found = register.located(file, ())
    return found if isinstance(found, Outcome) else None


def _named_by(register: Register, file: File) -> Outcome | None:
    """The follow-up that the name of a file of reports names."""
    body, stem = file.name[1], file.name[2]
    for hyphen in re.finditer("-", stem[10:]):
        cut = 10 + hyphen.start()
        found = register.find(f"{body}/{stem[:cut]}#follow-up-{stem[cut + 1 :]}")
        if isinstance(found, Outcome):
            return found
    return None


def _link_meetings(register: Register) -> None:
    """Join each meeting to those held in its place, and to the items that were put off to it."""
    for meeting in register.meetings:
        if meeting.data.postponed_to and (
            later := find_meeting(register, meeting.data.postponed_to)
        ):
            later.replaces.append(meeting)
        for item in meeting.items:
            if item.data.deferred_to and (later := find_meeting(register, item.data.deferred_to)):
                later.deferred_here.append(item)


def _link_decisions(register: Register) -> None:
    """Join each decision that was adopted to those it acts on and to the record it approves."""
    adopted = [decision for decision in register.decisions if decision.is_adopted]
    for decision in adopted:
        for deed in DEEDS:
            for reference in dict.fromkeys(getattr(decision.data, deed)):
                earlier = register.find(reference, decision.meeting)
                if not isinstance(earlier, Outcome) or earlier.kind != "decision":
                    continue
                if earlier is not decision:
                    earlier.acted_on_by.setdefault(deed, []).append(decision)
    _forget_what_never_began(register)
    for decision in adopted:
        meeting = register.find(decision.data.approves or "")
        if (
            isinstance(meeting, Meeting)
            and meeting.approved_by is None
            and meeting is not decision.meeting
            and meeting.date <= decision.meeting.date
            and decision.meeting.held
            and not decision.deeds_by("rescinds", register.as_of)
        ):
            meeting.approved_by = decision


def _forget_what_never_began(register: Register) -> None:
    """A decision that was ended before it took effect has done nothing to others."""
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
    """Join each follow-up to what it arises from, where it is due, and what became of it."""
    for follow_up in register.follow_ups:
        for reference in dict.fromkeys(follow_up.data.arises_from):
            cause = register.find(reference, follow_up.meeting)
            if isinstance(cause, Outcome) and cause.kind == "decision":
                cause.follow_ups.append(follow_up)
        due = follow_up.due(register.as_of)
        if isinstance(due, schema.DueAtMeeting) and (meeting := find_meeting(register, due)):
            meeting.due.append(follow_up)
        for report in follow_up.reports:
            if heir := heir_of(register, follow_up, report):
                heir.continues.append(follow_up)
            if report.meeting and isinstance(at := register.find(report.meeting), Meeting):
                at.reported.append((follow_up, report))


def heir_of(register: Register, follow_up: Outcome, report: schema.Report) -> Outcome | None:
    """The follow-up that continues another one from a report on."""
    heir = register.find(report.continued_by or "", follow_up.meeting)
    return heir if isinstance(heir, Outcome) and heir.kind == "follow_up" else None


class Elsewhere(Protocol):
    """A date due, a deferral or a postponement: what names a meeting."""

    @property
    def meeting(self) -> str: ...


def find_meeting(register: Register, named: Elsewhere) -> Meeting | None:
    """The meeting that is named, or the one that was held in its place."""
    meeting = register.find(named.meeting)
    seen: set[str] = set()
    while isinstance(meeting, Meeting) and meeting.data.postponed_to and meeting.key not in seen:
        seen.add(meeting.key)
        meeting = register.find(meeting.data.postponed_to.meeting)
    return meeting if isinstance(meeting, Meeting) else None


def _link_back(register: Register) -> None:
    """Tell each thing what refers to it, in prose and in fields, and note what is doubtful."""
    mentioned: dict[Thing, dict[Mention, None]] = {}
    same: dict[Mention, Mention] = {}
    for file in register.files:
        for named in named_in(file):
            location, field_, reference, kinds = named
            thing = register.located(file, location)
            target = register.find(reference, meeting_of(thing))
            if target is None or (kinds and target.kind not in kinds):
                register.doubtful.append((file, named))
            if thing and target and target is not thing:
                mention = field_, thing
                mentioned.setdefault(target, {})[same.setdefault(mention, mention)] = None
    for target, mentions in mentioned.items():
        target.mentioned_in = list(mentions)


def named_in(file: File) -> list[Named]:
    """All that a file refers to."""
    return file.remember_packed("named", lambda: list(_named_in(file)))


def _named_in(file: File) -> Iterator[Named]:
    for location, value, kinds in file.leaves:
        if kinds:
            name = next(str(one) for one in reversed(location) if type(one) is str)
            yield location, name, value, kinds
        else:
            for _, found in references(value):
                yield location, TEXT, found[1], ()


def corrected(register: Register, meeting: Meeting, correction: schema.Correction) -> Thing | None:
    """What a correction is about: `item 1B`, `follow-up 5C`; the meeting itself for `meeting`."""
    where = correction.where.strip().casefold()
    if where == "meeting":
        return meeting
    match = _WHERE.fullmatch(where)
    return register.find(f"#{match[1]}-{match[2]}", meeting) if match else None
