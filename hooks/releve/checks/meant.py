"""What was meant by a reference that leads to nothing: by its id, name, acronym, title or number.

Comes in: what was typed where the register needs a reference. Goes out: the references that it may
have been meant for, the likeliest first. Begin at `Meant.by`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count

from ..register import Item, Meeting, Outcome, Register, Thing, meeting_of
from ..source import as_id, nearest, plain
from .common import NAMES

_GUESSES = 200
"""How many references to nothing are compared letter by letter with what there is. Whoever has more
of them has not mistyped each, and comparing takes long."""
_MOST = 3
"""How many things are named. Where more are equally likely, none is."""
_NAME_FIELDS = ("name", "acronym", "former_name", "other_names", "title", "term")
_NUMBERED = re.compile(
    r"(?P<head>[^#]*?)(?:^|[#\s]|(?<=\d)[-/])#?(?:(?P<word>[^\W\d]+(?:[ _-][^\W\d]+)?)[ _-])?"
    r"(?P<number>[0-9A-Za-z.-]+)"
)
"""A reference by number, however it is typed: `#2`, `2A`, `2031-04-02#2A`, `décision 2`."""
_DAY = re.compile(r"([0-9]{4})[-/. ]?([0-9]{1,2})[-/. ]?([0-9]{1,2})")


class Meant:
    """Finds what references of a register were meant for."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._asked = count()
        self._names: dict[str, dict[str, list[Thing]]] = {}
        self._on: dict[str, list[Meeting]] = {}
        for meeting in register.meetings:
            self._on.setdefault(f"{meeting.date}", []).append(meeting)

    def by(
        self, reference: str, meeting: Meeting | None, kinds: Iterable[str] = NAMES
    ) -> list[Thing]:
        """The things of one of `kinds` that a reference typed in `meeting` may be meant for."""
        kinds = tuple(kinds)
        reference = plain(reference[:200])
        for found in (
            self._of_id(reference, kinds),
            self._of_number(reference, meeting, kinds),
            self._of_day(reference, meeting, kinds),
            self._of_name(reference, kinds),
        ):
            likely = list(dict.fromkeys(found))
            if 0 < len(likely) <= _MOST:
                return likely
        return self._like(reference, meeting, kinds)

    def written(self, thing: Thing, meeting: Meeting | None, *, quoted: bool = False) -> str:
        """The reference to a thing, shortest in `meeting`; `quoted` for a field of YAML."""
        inside = f"{meeting.key}#" if meeting else ""
        if inside and thing.key.startswith(inside):
            own = thing.key[len(inside) - 1 :]
            return f'"{own}"' if quoted else own
        return thing.key

    def _of_id(self, reference: str, kinds: tuple[str, ...]) -> Iterator[Thing]:
        head, mark, office = reference.partition("#")
        key = as_id(head) + (f"#{as_id(office)}" if mark else "")
        thing = self.register.things.get(key)
        if thing and thing.kind in kinds:
            yield thing

    def _of_number(
        self, reference: str, meeting: Meeting | None, kinds: tuple[str, ...]
    ) -> Iterator[Thing]:
        found = _NUMBERED.fullmatch(reference)
        if not found or not {"decision", "follow_up", "item", "note"} & {*kinds}:
            return
        meetings = [*self._meetings(found["head"], meeting)] if found["head"] else [meeting]
        word = as_id(found["word"] or "")
        asked = [kind for kind, words in _WORDS.items() if word in words] or kinds
        number = found["number"].casefold()
        is_relative = found["head"] or reference.startswith("#")
        anywhere = [] if is_relative or next(self._asked) >= _GUESSES else self.register.meetings
        for places in (meetings, anywhere):
            things: list[Item | Outcome] = [
                thing
                for place in places
                if place
                for thing in (*place.outcomes, *place.items)
                if isinstance(thing, Item | Outcome)
                if thing.kind in kinds and thing.kind in asked
                if thing.number.casefold() == number
            ]
            if things:
                break
        # `#5C` stands for the follow-up, so that is what it was most likely meant for.
        yield from sorted(things, key=lambda thing: _ORDER.index(thing.kind))

    def _of_day(
        self, reference: str, meeting: Meeting | None, kinds: tuple[str, ...]
    ) -> Iterator[Thing]:
        if "meeting" in kinds and "#" not in reference:
            yield from self._meetings(reference, meeting)

    def _meetings(self, head: str, meeting: Meeting | None) -> list[Meeting]:
        """The meetings that a text names by their day: of the body it names, or of all."""
        day = _DAY.search(head)
        if not day:
            return []
        date = f"{day[1]}-{day[2]:0>2}-{day[3]:0>2}"
        found = self._on.get(date, [])
        body = as_id(head[: day.start()])
        named = [other for other in found if other.body == body]
        own = [other for other in found if meeting and other.body == meeting.body]
        return named or (own if not body else []) or found

    def _of_name(self, reference: str, kinds: tuple[str, ...]) -> Iterator[Thing]:
        name = as_id(reference)
        exact = [thing for kind in kinds for thing in self._named(kind).get(name, ())]
        yield from exact
        words = {*name.split("-")}
        if not exact and max(map(len, words)) >= 3 and next(self._asked) < _GUESSES:
            for kind in kinds:
                for other, things in self._named(kind).items():
                    if words <= {*other.split("-")}:
                        yield from things

    def _named(self, kind: str) -> dict[str, list[Thing]]:
        """The things of a kind by each of their names, written as an id."""
        if kind not in self._names:
            self._names[kind] = {}
            for thing in self.register.things.values():
                if thing.kind == kind:
                    for words in _names_of(thing):
                        self._names[kind].setdefault(as_id(words), []).append(thing)
        return self._names[kind]

    def _like(self, reference: str, meeting: Meeting | None, kinds: tuple[str, ...]) -> list[Thing]:
        """The thing whose id, or whose name, looks most like the reference."""
        if next(self._asked) >= _GUESSES:
            return []
        known = {thing.key: thing for thing in self.register.things.values() if thing.kind in kinds}
        if reference.startswith("#") and meeting:
            own = {
                key[len(meeting.key) :]: thing
                for key, thing in known.items()
                if key.startswith(f"{meeting.key}#")
            }
            near = nearest(reference, own)
            same = near and near.rpartition("-")[2] == reference.rpartition("-")[2]
            return [own[near]] if near and same else []
        looked_up = reference if "/" in reference or "#" in reference else as_id(reference)
        near = nearest(looked_up, known)
        if near and not _may_be_mistyped(looked_up, near):
            return []
        if near is None and looked_up is not reference:
            known = {
                name: things[0] for kind in kinds for name, things in self._named(kind).items()
            }
            near = nearest(looked_up, known)
        return [known[near]] if near else []


def _may_be_mistyped(reference: str, key: str) -> bool:
    """Whether a key may be meant by a reference: another number is another thing, and a day that
    differs in more than one digit is another day.
    """
    head, _, inside = key.partition("#")
    typed_head, _, typed_inside = reference.partition("#")
    if "/" not in head:
        return True
    number, typed_number = inside.rpartition("-")[2], typed_inside.rpartition("-")[2]
    day, typed_day = re.sub(r"\D", "", head), re.sub(r"\D", "", typed_head)
    wrong = [
        at for at, digits in enumerate(zip(day, typed_day, strict=False)) if len({*digits}) > 1
    ]
    # A meeting of another month is another one, such as one whose file is still to come.
    is_same_day = len(day) == len(typed_day) and len(wrong) <= 1 and not {4, 5} & {*wrong}
    return is_same_day and number == typed_number


_WORDS = {
    "decision": ("decision", "decisions", "resolution", "d"),
    "follow_up": ("follow-up", "followup", "suivi", "suivis", "action", "f"),
    "item": ("item", "items", "point", "points"),
    "note": ("note", "notes", "remarque"),
}
"""By kind of thing, the words that people put before its number."""
_ORDER = ("follow_up", "decision", "item", "note")


def _names_of(thing: Thing) -> Iterator[str]:
    if thing.kind == "office":
        yield from thing.data.values()
        yield thing.key.partition("#")[2]
        return
    for record in (thing.data, *getattr(thing.data, "names", ())):
        for field in _NAME_FIELDS:
            value = getattr(record, field, None)
            for text in value if isinstance(value, list) else [value]:
                if text:
                    yield from text.values()


def meeting_around(register: Register, file: str) -> Meeting | None:
    """The meeting of which a file holds the record; None if it is another kind of file."""
    things = register.of_file(file)
    return meeting_of(things[0]) if things else None
