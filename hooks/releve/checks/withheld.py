"""Rules on what is withheld: it holds nothing else, and is released in time and in due form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..register import Item, Outcome, Register, release_day
from ..source import Message, schema, tell
from .common import Problems


def what_is_withheld_holds_nothing_else(register: Register) -> Problems:
    for thing, withheld in _withheld(register):
        if thing.file.path in register.broken:
            continue  # it may be that a release could not be read
        name, data = _name(thing), thing.data
        is_released = (release_day(withheld) or date.max) <= register.as_of
        held_back: list[str] = [*schema.WITHHELD_WITH_DECISION]
        if isinstance(withheld, schema.WithheldItem):
            public = {"outcomes"} if withheld.outcomes_public else set()
            told = {"item", "title", "shown_as", "withheld", *public}
            held_back = [name for name in type(data).model_fields if name not in told]
        for field in held_back if not is_released else ():
            if getattr(data, field):
                yield thing.file.source.problem(
                    (*thing.location, field),
                    tell(
                        "%(part)s is withheld, so it may not have `%(name)s`.",
                        part=name,
                        name=field,
                    ),
                    tell(
                        "Keep its number, title and reason only, and remove the rest from "
                        "the file: what is committed stays in the history."
                    ),
                )
        if is_released and isinstance(thing, Outcome) and not data.text:
            yield thing.file.source.problem(
                (*thing.location, "withheld", "released"),
                tell("%(part)s is released, and has no `text`.", part=name),
                tell("Add its words, or remove `released`."),
            )


def what_is_withheld_is_released_in_time(register: Register) -> Problems:
    for thing, withheld in _withheld(register):
        until = withheld.until
        if until and until <= register.as_of and not withheld.released:
            yield thing.file.source.problem(
                (*thing.location, "withheld", "until"),
                tell(
                    "%(part)s may be published since %(until)s, and is still withheld.",
                    part=_name(thing),
                    until=until,
                ),
                tell(
                    "Add its content, and `released: {date: %(until)s}` below `withheld`; or move "
                    "`until` to a later day if it is to stay withheld.",
                    until=until,
                ),
                warning=True,
            )


def what_is_released_may_be(register: Register) -> Problems:
    for thing, withheld in _withheld(register):
        day, release = release_day(withheld), withheld.released
        if day is None or release is None:
            continue
        location = (*thing.location, "withheld", "released")
        decision = register.find(release.by, thing.meeting) if release.by else None
        if decision is None and (withheld.until is None or day < withheld.until):
            yield thing.file.source.problem(
                location,
                tell(
                    "%(part)s is released on %(day)s, and no decision allows it.",
                    part=_name(thing),
                    day=day,
                )
                if withheld.until is None
                else tell(
                    "%(part)s is released on %(day)s, before %(until)s, and no decision allows it.",
                    part=_name(thing),
                    day=day,
                    until=withheld.until,
                ),
                tell(
                    "Add the decision, as in `by: %(decision)s`, or look at the day again.",
                    decision=_example(register, thing),
                ),
            )
        elif isinstance(decision, Outcome) and not decision.has_effect:
            yield thing.file.source.problem(
                (*location, "by"),
                tell(
                    "%(part)s is released by %(decision)s, which was not adopted.",
                    part=_name(thing),
                    decision=decision.key,
                ),
                tell("Name the decision that allows it."),
            )


def _withheld(register: Register) -> Iterator[tuple[Item | Outcome, schema.Withheld]]:
    for thing in (*register.of_kind("item"), *register.decisions):
        if thing.data.withheld:
            yield thing, thing.data.withheld


def _example(register: Register, thing: Item | Outcome) -> str:
    """The id of a decision that may allow the release of a thing: the last one."""
    others = (decision.key for decision in reversed(register.decisions) if decision is not thing)
    return next(others, f"{thing.meeting.key}#decision-2")


def _name(thing: Item | Outcome) -> Message:
    if isinstance(thing, Item):
        return tell("item %(number)s", number=thing.number)
    return tell("decision %(number)s", number=thing.number)
