"""A register: all things of the files, found by key, by kind and by place. Begin at `Register`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ..source import File, Location, schema
from .kinds import Kind, Named
from .model import Meeting, Outcome, Thing
from .numbers import is_short_name


@dataclass(repr=False, slots=True)
class Register:
    """All things of the files, linked, as of a day."""

    settings: schema.RegisterFile
    file: File
    as_of: date
    files: list[File]
    is_dated: bool = False
    """Whether `as_of` is set in register.yml or in the environment; otherwise it is today."""
    shortened: frozenset[str] = frozenset()
    """Paths of files that tell what came after `as_of`, which was left out of their content."""
    things: dict[str, Thing] = field(default_factory=dict)
    """Every thing by its key, case-folded."""
    clashes: list[tuple[Thing, Thing]] = field(default_factory=list)
    """Things left out because their key was taken, each with the thing that has the key."""
    doubtful: list[tuple[File, Named]] = field(default_factory=list)
    """References to nothing, or to another kind of thing than their field allows."""
    broken: frozenset[str] = frozenset()
    """Paths of files with errors. Their content is unknown, so no rule may report as missing what
    they may hold."""

    @property
    def languages(self) -> list[str]:
        """Codes of the register's languages, the default one first."""
        default = self.settings.default_language or self.settings.languages[0]
        return [default, *(code for code in self.settings.languages if code != default)]

    @property
    def bodies(self) -> list[str]:
        """The keys of the organizations that meet and keep a record here."""
        return [body.id for body in self.settings.bodies]

    def of_kind(self, kind: Kind) -> list[Any]:
        """All things of a kind, in the order of the register."""
        if _recorder:
            _recorder.listed(kind)
        return self._by_kind.get(kind, [])

    @property
    def meetings(self) -> list[Meeting]:
        """All meetings, oldest first."""
        return self.of_kind("meeting")

    def time_zone_of(self, meeting: Meeting) -> str | None:
        """The time zone in which a meeting gives its times: its own, or else the register's."""
        return meeting.data.time_zone or self.settings.time_zone

    def meetings_of(self, body: str) -> list[Meeting]:
        """The meetings of a body, oldest first, with those that it held together with others."""
        if _recorder:
            _recorder.listed("meeting")
        return self._by_body.get(body, [])

    @property
    def decisions(self) -> list[Outcome]:
        """All decisions, in the order in which they were made."""
        return self.of_kind("decision")

    @property
    def follow_ups(self) -> list[Outcome]:
        """All follow-ups, in the order in which they were agreed."""
        return self.of_kind("follow_up")

    def find(self, reference: str, meeting: Meeting | None = None) -> Thing | None:
        """The thing that a reference names; None if there is none.

        A reference that begins with `#` is looked up within `meeting`. `#5C` may stand for
        `#follow-up-5C`, and `#open-source-first` for whatever has that short name.
        """
        key = reference.strip().casefold()
        if key.startswith("#") and meeting:
            key = meeting.key + key
        thing = self.things.get(key)
        if thing is None and "#" in key:
            head, _, number = key.partition("#")
            kinds = ("decision", "follow-up", "item", "note")
            for kind in kinds if is_short_name(number) else ("follow-up",):
                if thing := self.things.get(f"{head}#{kind}-{number}"):
                    break
        if _recorder:
            _recorder.looked_up(key, thing)
        return thing

    def located(self, file: File, location: Location) -> Thing | None:
        """The innermost thing of `file` whose record is at `location` or encloses it."""
        by_place = self._by_place.get(file.path, {})
        for length in range(len(location), -1, -1):
            if thing := by_place.get(location[:length]):
                return thing
        return None

    def of_file(self, file: str) -> list[Thing]:
        """The things of a file, given by its path; of a file of reports, their follow-up."""
        return list(self._by_place.get(file, {}).values())

    _by_place: dict[str, dict[Location, Thing]] = field(default_factory=dict)
    _by_kind: dict[Kind, list[Any]] = field(default_factory=dict)
    _by_body: dict[str, list[Meeting]] = field(default_factory=dict)

    def _add(self, thing: Thing) -> bool:
        """Add a thing, unless its key is taken; returns whether it was added."""
        key = thing.key.casefold()
        if taken := self.things.get(key):
            self.clashes.append((thing, taken))
            return False
        self.things[thing.key if key == thing.key else key] = thing
        self._by_kind.setdefault(thing.kind, []).append(thing)
        self._by_place.setdefault(thing.file.path, {})[thing.location] = thing
        if isinstance(thing, Meeting):
            for body in thing.bodies:
                self._by_body.setdefault(body, []).append(thing)
        return True


# --- recording of reads -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Recorder:
    """Functions that are called when something is read from a register."""

    read: Callable[[Thing, str], Any]
    """Called in place of `object.__getattribute__` for each field read; returns the value."""
    looked_up: Callable[[str, Thing | None], None]
    """Called when a thing was looked up by key: the key, and the thing or None."""
    listed: Callable[[Kind], None]
    """Called when all things of a kind were asked for."""


_recorder: Recorder | None = None


@contextmanager
def reads_recorded(recorder: Recorder) -> Iterator[None]:
    """Within this context, a recorder is called for each read of any thing and any register.

    Fields are read by the thousand for each page. So `Thing.__getattribute__` is replaced by the
    recorder's own function with nothing between them, and only for as long as reads are recorded:
    at other times reading a field costs nothing more than usual.
    """
    global _recorder
    _recorder = recorder
    setattr(Thing, "__getattribute__", recorder.read)  # noqa: B010
    try:
        yield
    finally:
        del Thing.__getattribute__
        _recorder = None
