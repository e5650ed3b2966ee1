"""Rules on keys and references: each key is used once, and each reference leads to a thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count, groupby

from ..register import Meeting, Office, Outcome, Register, Thing, meeting_of, references
from ..source import FOLDER, File, Location, Problem, nearest, short, values
from .common import HOMES, NAMES, Problems, may_stand_in_a_broken_file, texts_of

_GUESSES = 100
"""How many references to nothing are compared with what there is. Whoever has more of them has
not mistyped each, and comparing takes long."""


def numbers_and_ids_stand_once(register: Register) -> Problems:
    for thing, taken in register.clashes:
        place = taken.file.source.problem(taken.location, "", "")
        yield thing.file.source.problem(
            thing.location,
            f"`{thing.key}` is used twice.",
            f"It stands already at {place.file}:{place.line}. Give one of the two another "
            f"{'number' if '#' in thing.key else 'id'}.",
        )


def fields_refer_to_something(register: Register) -> Problems:
    guesses = _Guesses(register)
    for file, (location, _, reference, kinds) in register.doubtful:
        if not kinds:
            continue
        target = register.find(reference, meeting_of(register.located(file, location)))
        if target and _is_clash(register, target):
            continue
        if not target and may_stand_in_a_broken_file(register, reference, kinds, file):
            continue
        yield _wrong_reference(guesses, file, location, reference, kinds, target)


def _is_clash(register: Register, thing: Thing) -> bool:
    """Whether another thing has the same key. That is reported already, and the reference may mean
    the other one.
    """
    return any(taken is thing for _, taken in register.clashes)


def _wrong_reference(
    guesses: _Guesses,
    file: File,
    location: Location,
    reference: str,
    kinds: tuple[str, ...],
    target: Thing | None,
) -> Problem:
    """The problem of a reference to a thing that is none of `kinds`, or to nothing."""
    names = [NAMES[kind].split()[-1] for kind in kinds]
    name = " or ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
    meeting = meeting_of(guesses.register.located(file, location))
    near = guesses.nearest(reference, meeting, kinds)
    guess = f"Did you mean `{near}`? " if near else ""
    homes = sorted({HOMES[kind] for kind in kinds if kind in HOMES})
    if homes:
        expected = f"Expected: an id of {' or '.join(homes)}."
    elif kinds == ("meeting",):
        expected = f"Expected: a meeting under {FOLDER}/meetings/; add its file if it is not there."
    else:
        expected = f"Expected: {NAMES[kinds[0]]} of a meeting under {FOLDER}/meetings/."
    message = f"unknown {name} `{reference}`."
    if target:
        message = f"`{reference}` is {NAMES[target.kind]}; expected here: {name}."
    return file.source.problem(location, message, f"{guess}{expected}")


class _Guesses:
    """What was meant by references to nothing: the first `_GUESSES` that are asked for."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._asked = count()

    def nearest(
        self, reference: str, meeting: Meeting | None, kinds: Iterable[str] = NAMES
    ) -> str | None:
        """The reference to a thing of one of `kinds` that looks most like one in `meeting`."""
        if next(self._asked) >= _GUESSES:
            return None
        known = [thing.key for thing in self.register.things.values() if thing.kind in kinds]
        if meeting and reference.startswith("#"):
            inside = f"{meeting.key}#"
            known = [key[len(inside) - 1 :] for key in known if key.startswith(inside)]
        return nearest(reference, known)


def prose_refers_to_something(register: Register) -> Problems:
    guesses = _Guesses(register)
    in_prose = dict.fromkeys(
        (file, location) for file, (location, _, _, kinds) in register.doubtful if not kinds
    )
    for file, places in groupby(in_prose, lambda place: place[0]):
        texts = dict(texts_of(file))
        for _, location in places:
            yield from _wrong_references(guesses, file, location, texts[location])


def _wrong_references(
    guesses: _Guesses, file: File, location: Location, text: values.Text
) -> Problems:
    """A problem for each reference of a text that leads to nothing."""
    meeting = meeting_of(guesses.register.located(file, location))
    for language, match in references(text):
        reference = match[1]
        if guesses.register.find(reference, meeting):
            continue
        if may_stand_in_a_broken_file(guesses.register, reference, tuple(HOMES), file):
            continue
        near = guesses.nearest(reference, meeting)
        guess = f"Did you mean [[{near}]]? " if near else ""
        yield file.source.problem(
            (*location, language),
            f"[[{short(reference)}]] refers to nothing.",
            f"{guess}Write an id, a meeting such as cm-jc/2019-09-25, or #decision-3 and #5C "
            "for this meeting.",
            at=match[0],
            nth=match.string.count(match[0], 0, match.start()),
        )


def names_refer_to_plain_names(register: Register) -> Problems:
    """So no name holds itself, and none grows from name to name."""
    for thing in register.things.values():
        for location, text in _own_names(thing):
            for language, match in references(text):
                target = None if match[2] else register.find(match[1])
                if target and _names_hold_references(register, target):
                    yield thing.file.source.problem(
                        (*thing.location, *location, language),
                        f"the name of `{target.key}`, which would stand here, holds [[…]] itself.",
                        f"Write the words that are to stand here: [[{short(match[1])}|words]].",
                        at=match[0],
                        nth=match.string.count(match[0], 0, match.start()),
                    )


def _own_names(thing: Thing) -> Iterator[tuple[Location, values.Text]]:
    """The texts that name a thing, with their locations in its record."""
    if thing.kind == "office":
        yield (), thing.data
    for field in _NAMES[thing.kind]:
        if text := getattr(thing.data, field):
            yield (field,), text


_NAMES = {
    "person": ("name",),
    "organization": ("name", "acronym"),
    "office": (),
    "topic": ("name",),
    "term": ("term", "acronym"),
    "meeting": ("title",),
    "item": ("title",),
    "decision": (),
    "follow_up": (),
    "note": (),
}
"""By kind of thing: the fields of which its name is made. That of an outcome is its number."""


def _names_hold_references(register: Register, thing: Thing) -> bool:
    """Whether a thing's name takes in that of another: also by the name of what it belongs to."""
    named = [thing]
    if isinstance(thing, Office):
        named.append(thing.organization)
    elif isinstance(thing, Outcome) and (body := register.find(thing.meeting.body)):
        named.append(body)
    return any(
        match[2] is None
        for part in named
        for _, text in _own_names(part)
        for _, match in references(text)
    )
