"""The things of a register: meetings, items, decisions, follow-ups, people and so on.

A `Thing` is one record of a file, with links to the things that it belongs to and to those that
refer to it; `link.py` fills the links. `collection.py` has the register that holds all things.
Begin at `Thing`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from ..source import File, Location, Period, first_day, last_day, schema
from .kinds import Deed, Kind, MeetingState
from .numbers import is_short_name

Mention = tuple[str, "Thing"]
"""Where a thing is mentioned: the field, or `TEXT`, and the thing whose record holds it."""

_Date = date
"""A day, by a name that no field of `Meeting` has."""
_LINK: dict[str, bool] = {"link": True}
"""Marks a field of a thing that `link.py` fills from other files."""
_OWN: dict[str, bool] = {"link": False}
"""Marks a field of a thing that `link.py` fills from the thing's own file."""


@dataclass(eq=False, repr=False, slots=True)
class Thing:
    """Anything that can be referred to by a key: a person, a meeting, a decision and so on.

    While a page is made, each read of a field of a thing is recorded as a dependency of the page
    (`collection.py`, `dependencies.py`). A field that is filled from other files is marked
    `_LINK` and recorded by its name, for it changes when those files do. All other fields follow
    from the thing's own file and are recorded together.
    """

    kind: Kind
    key: str
    """As references write it: `isac-iccs`, `cm-jc/2019-09-25`, `cm-jc/2019-09-25#decision-3`."""
    data: Any
    """The record, a model of `schema`; for an office, its name by language."""
    file: File
    location: Location
    """The place of the record in the file."""
    mentioned_in: Sequence[Mention] = field(default=(), metadata=_LINK)
    """Where this thing is mentioned, without repetitions, in the order of the files."""

    def __repr__(self) -> str:
        # Short, for things refer to each other in circles: written out, each holds the register.
        return f"<{type(self).__name__} {self.key}>"


@dataclass(eq=False, repr=False, slots=True)
class Office(Thing):
    """An office of an organization."""

    organization: Thing = field(kw_only=True)


@dataclass(eq=False, repr=False, slots=True)
class Meeting(Thing):
    """A meeting of a body on a date."""

    body: str = field(kw_only=True)
    date: date = field(kw_only=True)
    held: bool = field(kw_only=True)
    """Whether it took place on or before the day of the register."""
    as_published: bool = field(kw_only=True)
    """Whether its record stands from the day of its publication, for its body approves none."""
    languages: list[str] = field(kw_only=True)
    """Codes of the languages in which its record is to stand."""
    bodies: list[str] = field(kw_only=True)
    """Keys of the bodies that met: its own first, then those that met together with it."""
    items: list[Item] = field(default_factory=list, metadata=_OWN)
    """Every item and part of an item, in the order of the agenda."""
    outcomes: list[Outcome] = field(default_factory=list, metadata=_OWN)
    approved_by: Outcome | None = field(default=None, metadata=_LINK)
    held_as: Meeting | None = field(default=None, metadata=_LINK)
    """The meeting itself, or the one held in its place in the end if it was postponed."""
    due: list[Outcome] = field(default_factory=list, metadata=_LINK)
    """Follow-ups that are due at this meeting."""
    reported: list[Report] = field(default_factory=list, metadata=_LINK)
    """Reports made at this meeting that its own record does not hold."""
    deferred_here: list[Item] = field(default_factory=list, metadata=_LINK)
    """Items of other meetings that were deferred to this one."""
    replaces: list[Meeting] = field(default_factory=list, metadata=_LINK)
    """Meetings that were postponed to this one."""

    @property
    def state(self) -> MeetingState:
        if self.data.cancelled:
            return "cancelled"
        if self.data.postponed_to:
            return "postponed"
        if not self.held:
            return "planned"
        if self.approved_by:
            return "approved"
        if not self.has_record:
            return "held"
        return "published" if self.as_published else "draft"

    @property
    def last_date(self) -> _Date:
        """Its last day: where it takes several, not that of its file."""
        return self.data.ends or self.date

    @property
    def end_time(self) -> time | None:
        """When it ended or, before that, is to end."""
        data: schema.Meeting = self.data
        return data.adjourned or data.ends_at

    @property
    def notice(self) -> schema.Cancellation | schema.Postponement | None:
        """That it was cancelled, or postponed; None if it was neither."""
        data: schema.Meeting = self.data
        return data.cancelled or data.postponed_to

    @property
    def sequence(self) -> str:
        """Which of several meetings of the body on one day: "2"; empty for the first."""
        return self.key[len(self.body) + len("/2019-09-25-") :]

    @property
    def order(self) -> tuple[str, int, str]:
        """Sorts meetings by date, then by their number on that day, then by body."""
        return str(self.date), int(self.sequence or 0), self.body

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
            or self.data.outcomes
            or any(
                item.data.narrative or item.data.outcomes or item.data.reviewed
                for item in self.items
            )
        )


@dataclass(eq=False, repr=False, slots=True)
class Item(Thing):
    """An item of an agenda, or a part of one."""

    meeting: Meeting = field(kw_only=True)
    number: str = field(kw_only=True)
    """The full number: `2`, `2A`."""
    parent: Item | None = field(kw_only=True)
    outcomes: list[Outcome] = field(default_factory=list, metadata=_OWN)
    reviewed: list[Report] = field(default_factory=list, metadata=_LINK)
    """Reports on follow-ups that were reviewed under this item."""
    continued_by: list[Item] = field(default_factory=list, metadata=_LINK)
    """Later items that go on with the matter of this one."""

    @property
    def shown_number(self) -> str:
        """The number that pages show; empty if the record gives none. An item needs a number or a
        title to be called by, so one without a title shows its short name.
        """
        if self.data.shown_as:
            return str(self.data.shown_as)
        if is_short_name(self.data.item) and self.data.title:
            return ""
        above = self.parent is None or self.parent.shown_number
        return self.number if above else str(self.data.item)

    @property
    def topics(self) -> list[str]:
        """Keys of the item's own topics, or of its parent's if it names none."""
        return self.data.topics or (self.parent.topics if self.parent else [])


@dataclass(eq=False, repr=False, slots=True)
class Outcome(Thing):
    """A decision, a follow-up or a note of a meeting."""

    meeting: Meeting = field(kw_only=True)
    item: Item | None = field(kw_only=True)
    """The item that it came of; None if the record puts it under none."""
    number: str = field(kw_only=True)
    follow_ups: list[Outcome] = field(default_factory=list, metadata=_LINK)
    """Of a decision: the follow-ups that arise from it."""
    acted_on_by: dict[Deed, list[Outcome]] = field(default_factory=dict, metadata=_LINK)
    """Of a decision: the later decisions that amend, supersede or rescind it."""
    amendments: list[Outcome] = field(default_factory=list, metadata=_LINK)
    """Of a motion: the motions to amend it before it was put to the vote."""
    ratifications: list[Outcome] = field(default_factory=list, metadata=_LINK)
    """Of a decision: those by which it was ratified, or refused."""
    adopted_together: list[Outcome] = field(default_factory=list, metadata=_LINK)
    """Of a decision, as one on a consent agenda: those that its vote adopted too."""
    agreed_due: list[Due] = field(default_factory=list, metadata=_LINK)
    """Of a follow-up: when it is due by the record that agreed on it."""
    reports: list[Report] = field(default_factory=list, metadata=_LINK)
    """Of a follow-up: the reports on it, the oldest first."""
    continues: list[Outcome] = field(default_factory=list, metadata=_LINK)
    """Of a follow-up: the earlier follow-ups that were carried over into it."""

    @property
    def shown_number(self) -> str:
        """The number that pages show; empty if the record gives none."""
        if self.data.shown_as:
            return str(self.data.shown_as)
        return "" if is_short_name(self.number) else self.number

    @property
    def topics(self) -> list[str]:
        """Keys of the outcome's own topics, or of its item's if it names none."""
        return getattr(self.data, "topics", []) or (self.item.topics if self.item else [])

    @property
    def is_withheld(self) -> bool:
        """Whether the words of a decision are not published."""
        return bool(self.data.withheld and not self.data.withheld.released)

    @property
    def is_adopted(self) -> bool:
        """Whether a decision was adopted, be it in principle."""
        return self.data.outcome in ("adopted", "adopted-in-principle")

    @property
    def has_effect(self) -> bool:
        """Whether a decision was adopted, and ratified if it was subject to that."""
        return self.is_adopted and (not self.data.subject_to or self._ratified_on is not None)

    @property
    def is_refused(self) -> bool:
        """Whether the ratification that a decision was subject to was refused."""
        refused = any(other.data.outcome == "rejected" for other in self.ratifications)
        return bool(self.data.subject_to and refused and self._ratified_on is None)

    @property
    def _ratified_on(self) -> date | None:
        """The day from which the first ratification has effect; None if there is none."""
        days = (other.begins for other in self.ratifications if other.is_adopted)
        return min(days, default=None)

    @property
    def is_lasting(self) -> bool:
        """Whether a decision, once adopted, goes on being in force, or did its work at once.

        Unless the record says, these are taken to do their work at once: an appointment (what lasts
        is the tenure), the approval of a record or an agenda, a ratification, an amendment to a
        motion, and what only adopts other decisions; and whatever is withheld, of which no more is
        known than that it was adopted, unless something shows that it lasts.
        """
        data: schema.Decision = self.data
        if data.lasting is not None:
            return data.lasting
        if self.is_withheld:
            return bool(data.effective or data.expires or self.acted_on_by)
        if data.appoints or data.ratifies or data.amendment_to or self.adopted_together:
            return False
        changes_others = data.amends or data.supersedes or data.rescinds
        return not data.approves or bool(data.expires or changes_others)

    @property
    def begins(self) -> date:
        """The day from which a decision is in force."""
        own_day = first_day(self.data.effective or self.meeting.date)
        ratified_on = self._ratified_on if self.data.subject_to else None
        return max(own_day, ratified_on) if ratified_on else own_day

    @property
    def ends(self) -> date | None:
        """The last day on which a decision is in force by its own words; None if it sets none."""
        return last_day(self.data.expires) if self.data.expires else None

    def deeds_by(self, deed: Deed, day: date) -> list[Outcome]:
        """The later decisions that do `deed` to this one and have taken effect by a day."""
        return [later for later in self.acted_on_by.get(deed, ()) if later.begins <= day]

    def reports_by(self, day: date) -> list[Report]:
        """The reports on a follow-up that were made by the end of a day."""
        return [report for report in self.reports if report.date <= day]

    def due(self, day: date) -> list[Due]:
        """When a follow-up is due, as last set by the end of a day; [] if that was never set."""
        moved = [report.due for report in self.reports_by(day) if report.due]
        return moved[-1] if moved else self.agreed_due


@dataclass(frozen=True, eq=False, slots=True)
class Due:
    """When a follow-up is due."""

    said: schema.Due
    """What the record or the report says."""
    named: Meeting | None
    """The meeting that it names; for `next-meeting`, the next one that is held."""
    meeting: Meeting | None
    """The meeting at which it is due: the one named, or the one held in its place."""

    @property
    def day(self) -> date | None:
        """The day from whose end it is overdue; None if none is known."""
        if self.meeting:
            return self.meeting.date
        return last_day(self.by) if self.by else None

    @property
    def by(self) -> date | Period | None:
        """The day, or the month, quarter or year by whose end it is due; None if none is said."""
        if isinstance(self.said, schema.DueBy):
            return self.said.by
        return self.said.date if isinstance(self.said, schema.DueOnDate) else None


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class Report:
    """A report on a follow-up, from a file of reports or from the record of a meeting."""

    follow_up: Outcome
    date: date
    meeting: Meeting | None
    """The meeting where it was made; None if it was made between meetings."""
    item: Item | None
    """The item under which the record of that meeting holds it; None if a file of reports does."""
    status: schema.Progress
    text: dict[str, str] | None
    due: list[Due]
    """A new due date; [] if the report sets none."""
    continued_by: Outcome | None
    """The follow-up that continues this one, if it was carried over into another."""
    file: File
    location: Location
    """The place of the report in the file."""

    def __repr__(self) -> str:
        return f"<Report on {self.follow_up.key} of {self.date}>"

    @property
    def home(self) -> Meeting:
        """The meeting to which references such as `[[#5C]]` in its text belong."""
        return self.item.meeting if self.item else self.follow_up.meeting


def meeting_of(thing: Thing | None) -> Meeting | None:
    """The thing itself if it is a meeting, or the meeting that it belongs to.

    None for people, organizations and so on.
    """
    return thing if isinstance(thing, Meeting) else getattr(thing, "meeting", None)
