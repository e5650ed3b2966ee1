"""Rules on keys and references: each key is used once, and each reference leads to a thing."""

from __future__ import annotations

from ..register import Register, Thing, meeting_of, references
from ..source import FOLDER, File, Location, Problem, nearest
from .common import HOMES, NAMES, Problems, may_stand_in_a_broken_file, texts_of


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
    for file, (location, _, reference, kinds) in register.doubtful:
        if not kinds:
            continue
        target = register.find(reference, meeting_of(register.located(file, location)))
        if target and _is_clash(register, target):
            continue
        if not target and may_stand_in_a_broken_file(register, reference, kinds, file):
            continue
        yield _wrong_reference(register, file, location, reference, kinds, target)


def _is_clash(register: Register, thing: Thing) -> bool:
    """Whether another thing has the same key. That is reported already, and the reference may mean
    the other one.
    """
    return any(taken is thing for _, taken in register.clashes)


def _wrong_reference(
    register: Register,
    file: File,
    location: Location,
    reference: str,
    kinds: tuple[str, ...],
    target: Thing | None,
) -> Problem:
    """The problem of a reference to a thing that is none of `kinds`, or to nothing."""
    names = [NAMES[kind].split()[-1] for kind in kinds]
    name = " or ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
    known = [thing.key for thing in register.things.values() if thing.kind in kinds]
    if reference.startswith("#") and (meeting := meeting_of(register.located(file, location))):
        known = [key.removeprefix(meeting.key) for key in known if key.startswith(meeting.key)]
    near = nearest(reference, known)
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


def prose_refers_to_something(register: Register) -> Problems:
    in_prose = (
        (file, location) for file, (location, _, _, kinds) in register.doubtful if not kinds
    )
    for file, location in dict.fromkeys(in_prose):
        text = next(text for other, text in texts_of(file) if other == location)
        meeting = meeting_of(register.located(file, location))
        for language, match in references(text):
            before = match.string[: match.start()]
            reference = match[1]
            if register.find(reference, meeting):
                continue
            if may_stand_in_a_broken_file(register, reference, tuple(HOMES), file):
                continue
            known = [thing.key for thing in register.things.values()]
            if meeting and reference.startswith("#"):
                known = [key.removeprefix(meeting.key) for key in known if meeting.key + "#" in key]
            near = nearest(reference, known)
            guess = f"Did you mean [[{near}]]? " if near else ""
            yield file.source.problem(
                (*location, language),
                f"[[{reference}]] refers to nothing.",
                f"{guess}Write an id, a meeting such as cm-jc/2019-09-25, or #decision-3 and #5C "
                "for this meeting.",
                at=match[0],
                nth=before.count(match[0]),
            )
