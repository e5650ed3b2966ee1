"""The things of a register, each of which knows what it belongs to and what refers to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Literal

from ..source import File, Location, schema

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


_LINK: dict[str, bool] = {"link": True}
"""Marks a field that `link.py` fills from what other files say of a thing."""
_OWN: dict[str, bool] = {"link": False}
"""Marks a field that `link.py` fills from the thing's own file."""


@dataclass(eq=False, slots=True)
class Thing:
    """Anything that has a name or a number of its own, and that can be referred to.

    While a page is made, each read of a field of a thing is recorded as something that the page
    depends on (`reads_recorded` below, `dependencies.py`). A field that holds what other files say
    of the thing is marked as a link, and recorded by its name: it changes when they do. All other
    fields follow from the thing's own file.
    """

    kind: Kind
    key: str
    """What a reference writes: `isac-iccs`, `cm-jc/2019-09-25`, `cm-jc/2019-09-25#decision-3`."""
    data: Any
    """Its record: a model of `schema`; for an office, the words that name it."""
    file: File
    location: Location
    """Where it stands in its file."""
    mentioned_in: Sequence[Mention] = field(default=(), repr=False, metadata=_LINK)
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
    items: list[Item] = field(default_factory=list, metadata=_OWN)
    """Every item and lettered part, in order."""
    outcomes: list[Outcome] = field(default_factory=list, metadata=_OWN)
    approved_by: Outcome | None = field(default=None, metadata=_LINK)
    due: list[Outcome] = field(default_factory=list, metadata=_LINK)
    """Follow-ups that are due at this meeting."""
    reported: list[tuple[Outcome, schema.Report]] = field(default_factory=list, metadata=_LINK)
    """What was reported here, and on which follow-up."""
    deferred_here: list[Item] = field(default_factory=list, metadata=_LINK)
    """Items of other meetings that were put off to this one."""
    replaces: list[Meeting] = field(default_factory=list, metadata=_LINK)
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
    outcomes: list[Outcome] = field(default_factory=list, metadata=_OWN)

    @property
    def topics(self) -> list[str]:
        return self.data.topics or (self.parent.topics if self.parent else [])


@dataclass(eq=False, slots=True)
class Outcome(Thing):
    """A decision, a follow-up or a note of a meeting."""

    meeting: Meeting = field(kw_only=True)
    item: Item = field(kw_only=True)
    number: str = field(kw_only=True)
    follow_ups: list[Outcome] = field(default_factory=list, metadata=_LINK)
    """Of a decision: the follow-ups that arise from it."""
    acted_on_by: dict[Deed, list[Outcome]] = field(default_factory=dict, metadata=_LINK)
    """Of a decision: later ones that amend, supersede or rescind it, by that word."""
    reports: list[schema.Report] = field(default_factory=list, metadata=_LINK)
    """Of a follow-up: what has been reported since, oldest first."""
    continues: list[Outcome] = field(default_factory=list, metadata=_LINK)
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
        if _recorder:
            _recorder.listed(kind)
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
        thing = self.things.get(key)
        if thing is None and "#" in key:
            head, _, number = key.partition("#")
            thing = self.things.get(f"{head}#follow-up-{number}")
        if _recorder:
            _recorder.found(key, thing)
        return thing

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


def meeting_of(thing: Thing | None) -> Meeting | None:
    """The meeting that a thing is, or belongs to; None for people, organizations and so on."""
    return thing if isinstance(thing, Meeting) else getattr(thing, "meeting", None)


# --- what is read of a register -----------------------------------------------------------

LINKS = frozenset(
    field.name
    for kind in (Thing, Office, Meeting, Item, Outcome)
    for field in fields(kind)
    if field.metadata.get("link")
)
"""The fields of things that hold what other files say of them."""


@dataclass(frozen=True, slots=True)
class Recorder:
    """Functions that are told what is read of a register."""

    read: Callable[[Thing, str], Any]
    """A field is read. It stands in for `object.__getattribute__`, and gives what that gives."""
    found: Callable[[str, Thing | None], None]
    """The register was asked for what has a key."""
    listed: Callable[[Kind], None]
    """The register was asked for all things of a kind."""


_recorder: Recorder | None = None


@contextmanager
def reads_recorded(recorder: Recorder) -> Iterator[None]:
    """While this lasts, a recorder is told whatever is read of any thing and of any register.

    Fields are read by the thousand for each page. So nothing stands between Python and the
    recorder meanwhile, and whoever records nothing pays nothing.
    """
    global _recorder
    _recorder = recorder
    setattr(Thing, "__getattribute__", recorder.read)  # noqa: B010
    try:
        yield
    finally:
        del Thing.__getattribute__
        _recorder = None
