"""Typed records -> one linked register, as of a date.

Every thing knows what it belongs to, what acts on it and what refers to it; none of these
links is ever typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, Protocol

from . import schema, values
from .reading import File, day_in
from .source import Location

REFERENCE = re.compile(r"\[\[\s*([^\[\]|]+?)\s*(?:\|\s*([^\[\]]+?)\s*)?\]\]")
"""A reference in prose: `[[target]]` or `[[target|words]]`."""

_WHERE = re.compile(r"(item|decision|follow-up|note)\s+(\S+)")

Kind = Literal[
    "person",
    "organization",
    "office",
    "topic",
    "term",
    "meeting",
    "item",
    "decision",
    "follow_up",
    "note",
]


Progress = Literal["open", "in-progress", "done", "dropped", "carried-over"]
CLOSED = frozenset(("done", "dropped", "carried-over"))
"""After a report of these, nothing more is expected of a follow-up."""

Deed = Literal["amends", "supersedes", "rescinds"]
DEEDS: tuple[Deed, ...] = ("amends", "supersedes", "rescinds")
"""What a decision can do to an earlier one: the names of the fields that say so."""

TEXT = "text"
"""Stands among the fields of `Thing.mentioned_in` for a `[[reference]]` in prose."""

Named = tuple[Location, str, str, tuple[str, ...]]
"""A reference in a file: where it stands, in which field or `TEXT`, what it names, and the kinds
of things that it may name; none where it may name any."""


Mention = tuple[str, "Thing"]
"""The field that names a thing, or `TEXT`, and the thing in whose record that stands."""


@dataclass(eq=False, slots=True)
class Thing:
    """Anything that has a name or a number of its own, and that can be referred to."""

    kind: Kind
    key: str
    """What a reference writes: `isac-iccs`, `cm-jc/2019-09-25`, `cm-jc/2019-09-25#decision-3`."""
    data: Any
    """Its record: a model of `schema`; for an office, the words that name it."""
    file: File
    location: Location
    """Where it stands in its file."""
    mentioned_in: Sequence[Mention] = field(default=(), repr=False)
    """What refers to this thing, each once, in the order of the files."""


@dataclass(eq=False, slots=True)
class Office(Thing):
    """An office of an organization."""

    organization: Thing = field(kw_only=True)


@dataclass(eq=False, slots=True)
class Meeting(Thing):
    """A meeting of a body on a date."""

    body: str = field(kw_only=True)
    date: date = field(kw_only=True)
    held: bool = field(kw_only=True)
    """Whether it took place on or before the day of the register."""
    items: list[Item] = field(default_factory=list)
    """Every item and lettered part, in order."""
    outcomes: list[Outcome] = field(default_factory=list)
    approved_by: Outcome | None = None
    due: list[Outcome] = field(default_factory=list)
    """Follow-ups that are due at this meeting."""
    reported: list[tuple[Outcome, schema.Report]] = field(default_factory=list)
    """What was reported here, and on which follow-up."""
    deferred_here: list[Item] = field(default_factory=list)
    """Items of other meetings that were put off to this one."""
    replaces: list[Meeting] = field(default_factory=list)
    """Meetings in whose place it is held."""

    @property
    def state(self) -> Literal["cancelled", "postponed", "planned", "approved", "draft", "held"]:
        if self.data.cancelled:
            return "cancelled"
        if self.data.postponed_to:
            return "postponed"
        if not self.held:
            return "planned"
        if self.approved_by:
            return "approved"
        return "draft" if self.has_record else "held"

    @property
    def sequence(self) -> str:
        """Which of several meetings of the body on one day: "2"; empty for the first."""
        return self.key[len(self.body) + len("/2019-09-25-") :]

    @property
    def has_record(self) -> bool:
        """Whether this register holds the record, and not only the meeting or its agenda."""
        return self.held and self.holds_words

    @property
    def holds_words(self) -> bool:
        """Whether the file says what happened, and not only what was to be discussed."""
        return bool(
            self.data.opening
            or self.data.closing
            or any(item.data.narrative or item.data.outcomes for item in self.items)
        )


@dataclass(eq=False, slots=True)
class Item(Thing):
    """An item of an agenda, or a lettered part of one."""

    meeting: Meeting = field(kw_only=True)
    number: str = field(kw_only=True)
    parent: Item | None = field(kw_only=True)
    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def topics(self) -> list[str]:
        return self.data.topics or (self.parent.topics if self.parent else [])


@dataclass(eq=False, slots=True)
class Outcome(Thing):
    """A decision, a follow-up or a note of a meeting."""

    meeting: Meeting = field(kw_only=True)
    item: Item = field(kw_only=True)
    number: str = field(kw_only=True)
    follow_ups: list[Outcome] = field(default_factory=list)
    """Of a decision: the follow-ups that arise from it."""
    acted_on_by: dict[Deed, list[Outcome]] = field(default_factory=dict)
    """Of a decision: later ones that amend, supersede or rescind it, by that word."""
    reports: list[schema.Report] = field(default_factory=list)
    """Of a follow-up: what has been reported since, oldest first."""
    continues: list[Outcome] = field(default_factory=list)
    """Of a follow-up: those that were carried over into it."""

    @property
    def topics(self) -> list[str]:
        return getattr(self.data, "topics", []) or self.item.topics

    @property
    def is_adopted(self) -> bool:
        """Whether a decision was taken, so that what it says comes about."""
        return self.data.outcome in ("adopted", "adopted-in-principle")

    @property
    def begins(self) -> date:
        """The day from which a decision is in force."""
        return self.data.effective or self.meeting.date

    def deeds_by(self, deed: Deed, day: date) -> list[Outcome]:
        """Decisions that amend, supersede or rescind this one and are in force on a day."""
        return [later for later in self.acted_on_by.get(deed, ()) if later.begins <= day]

    def reports_by(self, day: date) -> list[schema.Report]:
        """What had been reported on a follow-up at the end of a day."""
        return [report for report in self.reports if report.date <= day]

    def due(self, day: date) -> schema.Due | None:
        """When a follow-up was due, as last agreed at the end of a day."""
        moved = [report.due for report in self.reports_by(day) if report.due]
        return moved[-1] if moved else self.data.due


@dataclass(slots=True)
class Register:
    """Everything that the files say, linked, as of a day."""

    settings: schema.RegisterFile
    file: File
    as_of: date
    files: list[File]
    is_dated: bool = False
    """Whether the day was chosen, by the register or by whoever built it, and is not today's."""
    things: dict[str, Thing] = field(default_factory=dict)
    """Every thing by its key, folded to lower case."""
    clashes: list[tuple[Thing, Thing]] = field(default_factory=list)
    """Things whose key was taken already, with the thing that took it."""
    doubtful: list[tuple[File, Named]] = field(default_factory=list)
    """What refers to nothing, or to another kind of thing than it may."""
    broken: frozenset[str] = frozenset()
    """Files with errors: what they may hold is not known, so nothing is said to be missing."""

    @property
    def languages(self) -> list[str]:
        """Languages of the register, the default one first."""
        default = self.settings.default_language or self.settings.languages[0]
        return [default, *(code for code in self.settings.languages if code != default)]

    def of_kind(self, kind: Kind) -> list[Any]:
        """All things of a kind, in the order of the register."""
        return self._by_kind.get(kind, [])

    @property
    def meetings(self) -> list[Meeting]:
        """All meetings, oldest first."""
        return self.of_kind("meeting")

    @property
    def decisions(self) -> list[Outcome]:
        """All decisions, in the order in which they were made."""
        return self.of_kind("decision")

    @property
    def follow_ups(self) -> list[Outcome]:
        """All follow-ups, in the order in which they were agreed."""
        return self.of_kind("follow_up")

    def find(self, reference: str, meeting: Meeting | None = None) -> Thing | None:
        """The thing that a reference names; `#…` is within `meeting`. None if there is none."""
        key = reference.strip().casefold()
        if key.startswith("#") and meeting:
            key = meeting.key + key
        if found := self.things.get(key):
            return found
        head, hash_sign, number = key.partition("#")
        return self.things.get(f"{head}#follow-up-{number}") if hash_sign else None

    def located(self, file: File, location: Location) -> Thing | None:
        """The innermost thing of `file` that stands at or around `location`."""
        by_place = self._by_place.get(file.path, {})
        for length in range(len(location), -1, -1):
            if found := by_place.get(location[:length]):
                return found
        return None

    def of_file(self, file: str) -> list[Thing]:
        """What stands in a file; of one with reports, the follow-up that they are about."""
        return list(self._by_place.get(file, {}).values())

    _by_place: dict[str, dict[Location, Thing]] = field(default_factory=dict)
    _by_kind: dict[Kind, list[Any]] = field(default_factory=dict)

    def _add(self, thing: Thing) -> bool:
        """Take a thing in, unless its key is taken."""
        key = thing.key.casefold()
        if taken := self.things.get(key):
            self.clashes.append((thing, taken))
            return False
        self.things[thing.key if key == thing.key else key] = thing
        self._by_kind.setdefault(thing.kind, []).append(thing)
        self._by_place.setdefault(thing.file.path, {})[thing.location] = thing
        return True


# --- linking ------------------------------------------------------------------------------

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
    return file.seldom("named", lambda: list(_named_in(file)))


def _named_in(file: File) -> Iterator[Named]:
    for location, value, kinds in file.leaves:
        if kinds:
            name = next(str(one) for one in reversed(location) if type(one) is str)
            yield location, name, value, kinds
        else:
            for _, found in references(value):
                yield location, TEXT, found[1], ()


def references(text: values.Text) -> Iterator[tuple[str, re.Match[str]]]:
    """Every `[[reference]]` of a text, with the language in which it stands."""
    for language, words in text.items():
        if "[[" in words:
            for found in REFERENCE.finditer(words):
                yield language, found


def meeting_of(thing: Thing | None) -> Meeting | None:
    """The meeting that a thing is, or belongs to; None for people, organizations and so on."""
    return thing if isinstance(thing, Meeting) else getattr(thing, "meeting", None)


def corrected(register: Register, meeting: Meeting, correction: schema.Correction) -> Thing | None:
    """What a correction is about: `item 1B`, `follow-up 5C`; the meeting itself for `meeting`."""
    where = correction.where.strip().casefold()
    if where == "meeting":
        return meeting
    match = _WHERE.fullmatch(where)
    return register.find(f"#{match[1]}-{match[2]}", meeting) if match else None
