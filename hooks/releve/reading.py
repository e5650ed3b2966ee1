"""A folder of YAML -> typed records, or problems of shape, all at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from . import schema
from .problems import Problem, listed, nearest
from .source import BLOCK_FORM, Location, Source, Value, read

FOLDER = "data"
SINGLE_FILES = ("register", "people", "organizations", "topics", "glossary")
REQUIRED_FILES = ("register", "organizations")

_MEETING_FILE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-\d+)?")
_FOLLOW_UP_FILE = re.compile(r"(\d{4}-\d{2}-\d{2})-[0-9A-Za-z.-]+")


@dataclass(frozen=True, slots=True)
class File:
    """One file of the register, read and typed."""

    kind: str
    """A key of `schema.FILES`."""
    name: tuple[str, ...]
    """Its path below `data/` without the ending: ("meetings", "cm-jc", "2019-09-25")."""
    source: Source
    content: Any
    """What the file holds, typed as `schema.FILES` says."""
    whole: bool
    """False where parts that could not be understood were left out of `content`."""


def read_folder(root: Path) -> tuple[list[File], list[Problem]]:
    """Read all of `root/data`, in the order of names.

    Files that cannot be understood are left out, and the problems say why. Of a file that
    can be understood in part, the rest is kept, so that what refers to it is still checked.
    """
    folder = root / FOLDER
    if not folder.is_dir():
        remedy = f"Create it, with {FOLDER}/register.yml in it; README.md shows how."
        return [], [Problem(FOLDER, 1, 1, "there is no folder of this name here.", remedy)]
    files: list[File] = []
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).parts):
        if path.is_dir() or any(part.startswith(".") for part in path.relative_to(root).parts):
            continue
        file = path.relative_to(root).as_posix()
        name = path.relative_to(folder).with_suffix("").parts
        kind, misplaced = _kind_of(path.suffix, name, file)
        if misplaced:
            problems.append(misplaced)
        if not kind:
            continue
        source, unreadable = read(path, file)
        problems += unreadable
        if source:
            content, whole, shapeless = _typed(kind, source)
            problems += shapeless
            if content is not None:
                files.append(File(kind, name, source, content, whole and not unreadable))
    for required in REQUIRED_FILES:
        if not (folder / f"{required}.yml").is_file():
            file = f"{FOLDER}/{required}.yml"
            remedy = "Create it; README.md shows what it holds."
            problems.append(Problem(file, 1, 1, "this file is missing.", remedy))
    return files, problems


def _kind_of(suffix: str, name: tuple[str, ...], file: str) -> tuple[str, Problem | None]:
    """The kind of a file from where it stands, or the problem with its name."""
    if suffix == ".yml":
        match name:
            case (single,) if single in SINGLE_FILES:
                return single, None
            case ("meetings", _, stem) if match := _MEETING_FILE.fullmatch(stem):
                return "meeting", _impossible_date(file, match[1])
            case ("follow-ups", _, stem) if match := _FOLLOW_UP_FILE.fullmatch(stem):
                return "follow-up", _impossible_date(file, match[1])
            case ("meetings", *_):
                message = "this file's name says neither whose meeting it is nor when."
                remedy = "Name it data/meetings/<body>/<date>.yml, as in cm-jc/2019-09-25.yml."
                return "", Problem(file, 1, 1, message, remedy)
            case ("follow-ups", *_):
                message = "this file's name does not say which follow-up it reports on."
                remedy = (
                    "Name it data/follow-ups/<body>/<date>-<number>.yml, "
                    "as in cm-jc/2019-09-25-5C.yml."
                )
                return "", Problem(file, 1, 1, message, remedy)
    expected = [f"{single}.yml" for single in SINGLE_FILES]
    near = nearest(Path(file).name, expected)
    remedy = (
        f"Did you mean {FOLDER}/{near}?"
        if near and len(name) == 1
        else f"A register holds {listed(expected)}, and .yml files under meetings/ and "
        "follow-ups/. Rename the file or move it elsewhere."
    )
    return "", Problem(file, 1, 1, "nothing reads a file of this name.", remedy)


def _impossible_date(file: str, day: str) -> Problem | None:
    try:
        date.fromisoformat(day)
    except ValueError:
        message = f"this file's name holds a day that does not exist: {day}."
        return Problem(file, 1, 1, message, "Rename the file with the day of the meeting.")
    return None


# --- from plain values to typed ones ------------------------------------------------------


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(schema.FILES[kind])


def _typed(kind: str, source: Source) -> tuple[Any, bool, list[Problem]]:
    """The typed content of a file; whether it is whole; and its problems of shape."""
    try:
        return _adapter(kind).validate_python(source.value), True, []
    except ValidationError as error:
        problems = [_explain(kind, source, found) for found in error.errors(include_url=False)]
        return _what_can_be_kept(kind, source.value, error), False, problems


def _what_can_be_kept(kind: str, value: Value, error: ValidationError) -> Any:
    """The content without its broken parts, so that one slip does not hide the next."""
    for _ in range(8):
        for found in error.errors(include_url=False, include_input=False):
            value = _without(value, found["loc"], missing=found["type"] == "missing")
        try:
            return _adapter(kind).validate_python(value)
        except ValidationError as again:
            error = again
    return None


def _without(value: Value, location: Location, *, missing: bool) -> Any:
    """A copy of `value` without what stands at `location`; without its holder if `missing`."""
    steps = list(_steps(value, location))
    for cut in range(len(steps) - (1 if missing else 0), 0, -1):
        copy = _copied(value, steps[:cut])
        if copy is not None:
            return copy
    return value


def _copied(value: Any, steps: list[str | int]) -> Any:
    step, rest = steps[0], steps[1:]
    if isinstance(value, dict) and step in value:
        if not rest:
            return {key: inner for key, inner in value.items() if key != step}
        inner = _copied(value[step], rest)
        return None if inner is None else {**value, step: inner}
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        if not rest:
            return value[:step] + value[step + 1 :]
        inner = _copied(value[step], rest)
        return None if inner is None else [*value[:step], inner, *value[step + 1 :]]
    return None


def _steps(value: Any, location: Location) -> Iterator[str | int]:
    """A location of pydantic's without the tags of unions, which are written `<like this>`."""
    for step in location:
        if not (isinstance(step, str) and step.startswith("<")) and step != "[key]":
            yield step


# --- what pydantic finds, in plain words --------------------------------------------------

_NUMBER_HELP = "Write letters and digits, as in 3, 5C or 2019-04."
_FORMS = {
    "date_form": ("is not a date.", "Write the day as 2019-09-25: year, month, day."),
    "date_impossible": ("is a day that does not exist.", "Look at the month and the day again."),
    "time_form": ("is not a time.", "Write the time as 16:35: hours from 0 to 23, then minutes."),
    "time_zone": (
        "is not a known time zone.",
        "Use a name of the IANA list, such as America/Toronto or America/Winnipeg.",
    ),
    "language_code": ("is not a language code.", "Write fr, en, or a code such as fr-CA."),
    "number": ("cannot be a number in the record.", _NUMBER_HELP),
    "id": ("is not an id.", "Write lower-case letters and digits joined by hyphens, as in cm-jc."),
    "meeting_id": ("is not a meeting's id.", "Write its body and its date: cm-jc/2019-09-25."),
    "reference": (
        "does not refer to a decision or a follow-up.",
        "Write #decision-3 for this meeting, or cm-jc/2019-09-25#decision-3 for another.",
    ),
    "owner": (
        "is not the id of a person, an organization or an office.",
        "Write an id such as guy-gordon or isac-iccs, or an office as isac-iccs#chair.",
    ),
    "address": (
        "is not an address of the web.",
        "Write it whole, beginning with https:// (or mailto: for mail).",
    ),
    "bool_parsing": ("is neither true nor false.", "Write true or false."),
    "int_parsing": ("is not a whole number.", "Write digits only."),
    "greater_than_equal": ("is less than nothing.", "Write 0 or more."),
    "string_pattern_mismatch": ("is not of the form that is expected here.", "See the schema."),
}
_SAYS_WHERE_ALREADY = {"body", "date", "id"}


def _explain(kind: str, source: Source, found: Any) -> Problem:
    """A problem of shape, worded for the person who wrote the file."""
    location = tuple(_steps(source.value, found["loc"]))
    message, remedy = _worded(kind, found, location)
    return source.problem(location, message, remedy)


def _worded(kind: str, found: Any, location: Location) -> tuple[str, str]:
    what, value = found["type"], found["input"]
    name = str(location[-1]) if location else "this file"
    if isinstance(location[-1] if location else "", int):
        name = f"entry {int(location[-1]) + 1} of `{location[-2]}`" if location[:-1] else "an entry"
    else:
        name = f"`{name}`" if location else name
    shown = f"`{value}`" if isinstance(value, str) and value else name
    if what == "extra_forbidden":
        return _unknown_field(kind, found, str(location[-1]))
    if what == "missing":
        fields = schema.fields_at(kind, found["loc"][:-1])
        return f"the field {name} is missing.", f"Add it. Fields here: {listed(fields, 30)}."
    if value == "":
        return f"{name} is empty.", "Fill it in, or remove the line."
    if what == "too_short":
        return f"{name} is empty.", "Give at least one."
    if what == "union_tag_not_found":
        return (
            f"{name} is not a decision, a follow-up or a note.",
            "Begin it with its number: `decision: 3`, `follow_up: 5C` or `note: 1`.",
        )
    if what == "carried_over":
        return (
            "a follow-up is carried over to another one, and `continued_by` says to which.",
            "Give both `status: carried-over` and `continued_by: cm-jc/2019-11-20#follow-up-2`, "
            "or neither.",
        )
    if what == "string_type":
        return _not_text(name, value)
    if what in ("dict_type", "model_type") and isinstance(value, str):
        return _not_a_map(kind, found, name, value)
    if what in ("dict_type", "model_type"):
        return f"{name} must hold fields, not a list.", _fields_help(kind, found["loc"])
    if what == "list_type":
        return f"{name} must be a list.", "Write [first, second], or a line `- …` for each."
    if what == "literal_error":
        expected = re.findall(r"'([^']+)'", found["ctx"]["expected"])
        near = nearest(str(value), expected)
        guess = f" Did you mean {near}?" if near else ""
        return f"{shown} is not one of the words expected here.", (
            f"Expected: {listed(expected)}.{guess}"
        )
    said, remedy = _FORMS.get(what, (f"cannot be used here: {found['msg']}.", "See the schema."))
    return f"{shown} {said}", remedy


def _unknown_field(kind: str, found: Any, name: str) -> tuple[str, str]:
    fields = schema.fields_at(kind, found["loc"][:-1])
    if kind == "meeting" and len(found["loc"]) == 1 and name in _SAYS_WHERE_ALREADY:
        return (
            f"`{name}` is not a field: the folder and the file's name say it.",
            "Remove the line. If it disagrees with the file's name, rename the file.",
        )
    near = nearest(name, fields)
    guess = f"Did you mean `{near}`? " if near else ""
    return f"unknown field `{name}`.", f"{guess}Fields here: {listed(fields, 30)}."


def _not_text(name: str, value: Any) -> tuple[str, str]:
    if isinstance(value, dict) and len(value) == 1:
        ((before, after),) = value.items()
        return (
            f"{name} must be text, but a colon made a field of `{before}`.",
            f'Put the text in quotes, "{before}: {after}", or {BLOCK_FORM}',
        )
    return f"{name} must be text.", "Write words after the colon, in quotes if need be."


def _not_a_map(kind: str, found: Any, name: str, value: str) -> tuple[str, str]:
    if fields := schema.fields_at(kind, found["loc"]):
        return f"{name} must hold fields, not text.", f"Fields here: {listed(fields, 30)}."
    return (
        f"{name} must give its text by language.",
        f'Write {{fr: "{_short(value)}", en: "…"}}, with the languages of {FOLDER}/register.yml.',
    )


def _fields_help(kind: str, location: Location) -> str:
    fields = schema.fields_at(kind, location)
    return f"Fields here: {listed(fields, 30)}." if fields else "Write `name: …` on each line."


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"
