"""Rules on names, numbers and references."""

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
        found = register.find(reference, meeting_of(register.located(file, location)))
        if found and _is_clash(register, found):
            continue
        if not found and may_stand_in_a_broken_file(register, reference, kinds, file):
            continue
        yield _refers_to_nothing(register, file, location, reference, kinds, found)


def _is_clash(register: Register, found: Thing) -> bool:
    """Whether another thing goes by the same name: said already, and it may be the one meant."""
    return any(taken is found for _, taken in register.clashes)


def _refers_to_nothing(
    register: Register,
    file: File,
    location: Location,
    reference: str,
    kinds: tuple[str, ...],
    found: Thing | None,
) -> Problem:
    names = [NAMES[kind].split()[-1] for kind in kinds]
    name = " or ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
    known = [thing.key for thing in register.things.values() if thing.kind in kinds]
    if reference.startswith("#") and (meeting := meeting_of(register.located(file, location))):
        known = [key.removeprefix(meeting.key) for key in known if key.startswith(meeting.key)]
    near = nearest(reference, known)
    guess = f"Did you mean `{near}`? " if near else ""
    homes = sorted({HOMES[kind] for kind in kinds if kind in HOMES})
    if homes:
        where = f"Expected: an id of {' or '.join(homes)}."
    elif kinds == ("meeting",):
        where = f"Expected: a meeting under {FOLDER}/meetings/; add its file if it is not there."
    else:
        where = f"Expected: {NAMES[kinds[0]]} of a meeting under {FOLDER}/meetings/."
    wrong = f"unknown {name} `{reference}`."
    if found:
        wrong = f"`{reference}` is {NAMES[found.kind]}; expected here: {name}."
    return file.source.problem(location, wrong, f"{guess}{where}")


def prose_refers_to_something(register: Register) -> Problems:
    doubtful = ((file, place) for file, (place, _, _, kinds) in register.doubtful if not kinds)
    for file, location in dict.fromkeys(doubtful):
        text = next(text for place, text in texts_of(file) if place == location)
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
