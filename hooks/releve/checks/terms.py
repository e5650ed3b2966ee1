"""Fills the blanks in problems of single files, in the terms of the register at hand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import partial

from ..register import Meeting, Register
from ..source import (
    FOLDER,
    Message,
    Problem,
    as_id,
    either,
    filled,
    joined,
    listed,
    plain,
    short,
    tell,
)
from .common import HOMES, NAMES, any_kind
from .meant import Meant, meeting_around


def in_its_own_terms(register: Register | None, problems: Iterable[Problem]) -> list[Problem]:
    """The problems, each with the languages and the ids of the register in its blanks.

    `register` is None if register.yml cannot be read; then the blanks are filled in general terms.
    """
    terms = _Terms(register)
    return [filled(problem, partial(terms.words, problem.file)) for problem in problems]


class _Terms:
    def __init__(self, register: Register | None) -> None:
        self._register = register
        self._examples: dict[tuple[str, str], str] = {}
        self._meant = Meant(register) if register else None
        self._languages = register.settings.languages if register else ["<language>"]

    def words(self, file: str, name: str, *values: str) -> str:
        """What fills a blank of a problem of a file."""
        if name == "text":
            rest = [f'{code}: "…"' for code in self._languages[1:]]
            first = json.dumps(values[0], ensure_ascii=False)
            return f"{{{', '.join([f'{self._languages[0]}: {first}', *rest])}}}"
        if name == "language":
            return self._languages[0]
        if name == "languages":
            return ", ".join(self._languages)
        if name == "meant":
            value, kinds, guest = values
            otherwise = _GUEST.given(name=guest) if guest else ""
            return self.remedy(file, value, tuple(kinds.split(",")), otherwise)
        if name == "references":
            kinds_of_all, *typed = values
            return ", ".join(self._reference(file, each, kinds_of_all) for each in typed)
        if name in ("month", "quarter", "year"):
            year, month, _ = self._example(file, "day").split("-")
            quarter = (int(month) + 2) // 3
            return {"month": f"{year}-{month}", "quarter": f"{year}-Q{quarter}"}.get(name, year)
        return self._example(file, name)

    def _reference(self, file: str, typed: str, kinds: str) -> str:
        """The id that was meant by what was typed, if it is plain which; else what was typed."""
        if self._register is None or self._meant is None:
            return typed
        meeting = meeting_around(self._register, file)
        likely = self._meant.by(typed, meeting, kinds.split(","))
        return self._meant.written(likely[0], meeting, quoted=True) if len(likely) == 1 else typed

    def remedy(self, file: str, value: str, kinds: tuple[str, ...], otherwise: str) -> str:
        if self._register is None or self._meant is None:
            return otherwise or tell("Write the id.")
        meeting = meeting_around(self._register, file)
        return remedy_for(self._meant, value, meeting, kinds, otherwise)

    def _example(self, file: str, name: str) -> str:
        if (file, name) not in self._examples:
            self._examples[file, name] = self._found_example(file, name)
        return self._examples[file, name]

    def _found_example(self, file: str, name: str) -> str:
        register = self._register
        bodies = register.bodies if register else []
        if name == "body":
            return bodies[0] if len(bodies) == 1 else tell("<body>")
        if register is None:
            return _GENERAL[name]
        if name == "id":
            return register.bodies[0]
        here = meeting_around(register, file)
        meetings = [meeting for meeting in register.meetings if meeting is not here]
        own = [meeting for meeting in meetings if here and meeting.body == here.body]
        around: list[Meeting] = own or meetings or register.meetings
        if not around:
            return f"{register.bodies[0]}/{_A_DAY}" if name == "meeting" else _GENERAL[name]
        if name in ("meeting", "day"):
            return around[-1].key if name == "meeting" else f"{around[-1].date}"
        kind = "decision" if name == "decision" else "follow_up"
        outcomes = [
            outcome.key
            for meeting in around
            for outcome in meeting.outcomes
            if outcome.kind == kind
        ]
        return outcomes[-1] if outcomes else f"{around[-1].key}#{kind.replace('_', '-')}-1"


_A_DAY = "2031-06-04"
_GENERAL: dict[str, str] = {
    "id": tell("<id>"),
    "day": _A_DAY,
    "meeting": tell("<body>/<date>"),
    "decision": tell("<body>/<date>#decision-1"),
    "follow_up": tell("<body>/<date>#follow-up-1"),
}
"""What stands in a blank where the register has nothing of the kind."""


_GUEST = tell("For somebody who is not in people.yml, write {name: %(name)s}.")


def remedy_for(
    meant: Meant, value: str, meeting: Meeting | None, kinds: tuple[str, ...], otherwise: str = ""
) -> Message:
    """The remedy for a value that should refer to a thing of one of `kinds`, and does not."""
    likely = [
        f"`{meant.written(thing, meeting, quoted=True)}`"
        for thing in meant.by(value, meeting, kinds)
    ]
    guess: str = tell("Did you mean %(names)s?", names=either(likely)) if likely else ""
    if not likely and not {*HOMES} & {*kinds} and kinds != ("meeting",):
        guess = what_there_is(meant, value, meeting, kinds)
    return joined(guess, _expected(meant.register, value, kinds, bool(likely)), otherwise)


def what_there_is(meant: Meant, value: str, meeting: Meeting | None, kinds: tuple[str, ...]) -> str:
    """The things of one of `kinds` that the meeting has of which a reference names another."""
    head = value.partition("#")[0]
    place = meant.register.find(head) if head else meeting
    if not isinstance(place, Meeting):
        return ""
    things = [
        meant.written(thing, meeting, quoted=True)
        for thing in (*place.outcomes, *place.items)
        if thing.kind in kinds
    ]
    whose = f"`{place.key}`" if head else tell("This meeting")
    if things:
        return tell("%(meeting)s has %(names)s.", meeting=whose, names=listed(things))
    return tell("%(meeting)s has no %(kinds)s.", meeting=whose, kinds=any_kind(kinds))


def _expected(register: Register, value: str, kinds: tuple[str, ...], is_guessed: bool) -> Message:
    """What a field refers to; and, where nothing like the value is there, how to add it."""
    homes = sorted({HOMES[kind] for kind in kinds if kind in HOMES})
    if kinds == ("meeting",):
        return tell(
            "Expected: a meeting under %(folder)s/meetings/; add its file if it is not there.",
            folder=FOLDER,
        )
    if not homes:
        return tell(
            "Expected: %(kind)s of a meeting under %(folder)s/meetings/.",
            kind=NAMES[kinds[0]],
            folder=FOLDER,
        )
    expected = tell("Expected: an id of %(files)s.", files=either(homes))
    name = short(plain(value))
    is_a_name = name.isprintable() and re.match(r"[^\W\d_]", name) and "#" not in name
    if is_guessed or not is_a_name or not as_id(name) or register.find(as_id(name)):
        return expected
    words = json.dumps("…" if name == as_id(name) else name, ensure_ascii=False)
    text = ", ".join(f"{code}: {words}" for code in register.settings.languages)
    entries = {
        "person": f"{{name: {words}}}",
        "organization": f"{{name: {words}, kind: other}}",
        "topic": f"{{name: {{{text}}}}}",
    }
    for kind in kinds:
        if kind in entries:
            return joined(
                expected,
                tell(
                    "To add it to %(file)s: `%(line)s`.",
                    file=HOMES[kind],
                    line=f"{as_id(name)}: {entries[kind]}",
                ),
            )
    return expected
