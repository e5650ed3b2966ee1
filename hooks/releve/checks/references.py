"""Rules on keys and references: each key is used once, and each reference leads to a thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from ..register import Meeting, Office, Outcome, Register, Thing, meeting_of, references
from ..source import (
    File,
    Location,
    Message,
    Problem,
    either,
    is_blank,
    joined,
    short,
    tell,
    values,
)
from .common import HOMES, NAMES, Problems, any_kind, may_stand_in_a_broken_file, texts_of
from .meant import Meant
from .terms import remedy_for, what_there_is


def numbers_and_ids_stand_once(register: Register) -> Problems:
    for thing, taken in register.clashes:
        line, _ = taken.file.source.place(taken.location)
        remedy = tell("It stands already at %(place)s. Give one of the two another id.")
        if "#" in thing.key:
            remedy = tell("It stands already at %(place)s. Give one of the two another number.")
        yield thing.file.source.problem(
            thing.location,
            tell("`%(thing)s` is used twice.", thing=thing.key),
            remedy.given(place=f"{taken.file.path}:{line}"),
        )


def fields_refer_to_something(register: Register) -> Problems:
    meant = Meant(register)
    for file, (location, _, reference, kinds) in register.doubtful:
        if not kinds:
            continue
        target = register.find(reference, meeting_of(register.located(file, location)))
        if target and _is_clash(register, target):
            continue
        if not target and may_stand_in_a_broken_file(register, reference, kinds, file):
            continue
        yield _wrong_reference(meant, file, location, reference, kinds, target)


def _is_clash(register: Register, thing: Thing) -> bool:
    """Whether another thing has the same key. That is reported already, and the reference may mean
    the other one.
    """
    return any(taken is thing for _, taken in register.clashes)


def _wrong_reference(
    meant: Meant,
    file: File,
    location: Location,
    reference: str,
    kinds: tuple[str, ...],
    target: Thing | None,
) -> Problem:
    """The problem of a reference to a thing that is none of `kinds`, or to nothing."""
    wanted = any_kind(kinds)
    meeting = meeting_of(meant.register.located(file, location))
    message = tell("unknown %(kinds)s `%(reference)s`.", kinds=wanted, reference=reference)
    if target:
        message = tell(
            "`%(reference)s` is %(name)s; expected here: %(kinds)s.",
            reference=reference,
            name=NAMES[target.kind],
            kinds=wanted,
        )
    return file.source.problem(location, message, remedy_for(meant, reference, meeting, kinds))


def prose_refers_to_something(register: Register) -> Problems:
    meant = Meant(register)
    in_prose = dict.fromkeys(
        (file, location) for file, (location, _, _, kinds) in register.doubtful if not kinds
    )
    for file, places in groupby(in_prose, lambda place: place[0]):
        texts = dict(texts_of(file))
        for _, location in places:
            yield from _wrong_references(meant, file, location, texts[location])


def _wrong_references(meant: Meant, file: File, location: Location, text: values.Text) -> Problems:
    """A problem for each reference of a text that leads to nothing."""
    meeting = meeting_of(meant.register.located(file, location))
    for language, match in references(text):
        reference = match[1]
        if meant.register.find(reference, meeting):
            continue
        if may_stand_in_a_broken_file(meant.register, reference, tuple(HOMES), file):
            continue
        if match.string[match.end() : match.end() + 1] == "(":
            message, remedy = _link_of_markdown(match)
        else:
            message = tell("[[%(reference)s]] refers to nothing.", reference=short(reference))
            remedy = _remedy_in_prose(meant, reference, meeting)
        yield file.source.problem(
            (*location, language),
            message,
            remedy,
            at=match[0],
            nth=match.string.count(match[0], 0, match.start()),
        )


def _link_of_markdown(match: re.Match[str]) -> tuple[Message, Message]:
    """What is wrong, and the remedy, where the words of a link stand in brackets of their own."""
    address = match.string[match.end() + 1 :].partition(")")[0]
    words = match[2] or match[1]
    return (
        tell(
            "[[%(words)s]](…) is a link whose words stand in two pairs of brackets, and these "
            "make a reference to a thing of the register.",
            words=short(words),
        ),
        tell(
            "Write [%(words)s](%(address)s), with one pair.",
            words=short(words),
            address=short(address),
        ),
    )


_OUTCOMES = ("decision", "follow_up")


def _remedy_in_prose(meant: Meant, reference: str, meeting: Meeting | None) -> Message:
    likely = meant.by(reference, meeting)
    guesses: list[str] = [f"[[{meant.written(thing, meeting)}]]" for thing in likely]
    if len({thing.kind for thing in likely}) > 1:
        guesses = [
            tell("%(reference)s (%(kind)s)", reference=guess, kind=NAMES[thing.kind])
            for guess, thing in zip(guesses, likely, strict=True)
        ]
    if guesses:
        return tell("Did you mean %(names)s?", names=either(guesses))
    if "#" in reference and (there := what_there_is(meant, reference, meeting, _OUTCOMES)):
        return joined(there, tell("Write what is meant, or take the brackets away."))
    such = [tell('"#decision-1" for a decision of this meeting')] if meeting else []
    examples = [
        tell("%(id)s for %(kind)s", id=other.key, kind=NAMES[other.kind])
        for kind in ("meeting", "decision", "organization", "topic")
        for other in list(meant.register.of_kind(kind))[-1:]
    ]
    return tell(
        "Write the id of what is meant, such as %(examples)s; without brackets, it is text "
        "like any other.",
        examples=joined(*[*examples, *such][:3], between=", "),
    )


def names_refer_to_plain_names(register: Register) -> Problems:
    """So no name holds itself, and none grows from name to name."""
    for thing in register.things.values():
        for location, text in _own_names(thing):
            for language, match in references(text):
                target = None if _has_words(match) else register.find(match[1])
                if target and _names_hold_references(register, target):
                    yield thing.file.source.problem(
                        (*thing.location, *location, language),
                        tell(
                            "the name of `%(target)s`, which would stand here, holds [[…]] itself.",
                            target=target.key,
                        ),
                        tell(
                            "Write the words that are to stand here: [[%(reference)s|words]].",
                            reference=short(match[1]),
                        ),
                        at=match[0],
                        nth=match.string.count(match[0], 0, match.start()),
                    )


def _has_words(match: re.Match[str]) -> bool:
    """Whether a reference has words of its own, which stand in place of the name."""
    return not is_blank(match[2] or "")


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
        not _has_words(match)
        for part in named
        for _, text in _own_names(part)
        for _, match in references(text)
    )
