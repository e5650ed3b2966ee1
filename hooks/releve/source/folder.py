"""Which files of `data/` the register has, and what each is by its name."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from . import values
from .problems import Problem, listed, nearest

FOLDER = "data"
SINGLE_FILES = ("register", "people", "organizations", "topics", "glossary", "seals")
REQUIRED_FILES = ("register", "organizations")
_MEETING_FILE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:-[0-9]+)?")
_FOLLOW_UP_FILE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9A-Za-z.-]+")
_ANYTHING_ELSE = "Remove it, or move it out of the register."
_Steps = tuple[str, ...]
"""A path below `data/`, as the names on the way."""


def walk(folder: str, above: _Steps = ()) -> Iterator[tuple[str, _Steps, tuple[str, str] | None]]:
    """Every file in `folder` in the order of names, or why it cannot be one of the register's.

    What begins with a dot belongs to the system or to an editor.
    """
    try:
        with os.scandir(folder) as inside:
            entries = sorted(inside, key=lambda entry: entry.name)
    except OSError as error:
        message = f"this folder cannot be read: {error.strerror}."
        yield folder, above, (message, "Look at its rights.")
        return
    for entry in entries:
        steps = (*above, entry.name)
        if entry.name.startswith("."):
            continue
        if entry.is_file(follow_symlinks=False) or Path(entry).is_file():
            yield entry.path, steps, None
        elif not Path(entry).is_dir():
            # A link that leads nowhere or in a circle, a pipe, a device.
            yield entry.path, steps, ("this is not a file that can be read.", _ANYTHING_ELSE)
        elif entry.is_symlink():
            message = "links to folders are not followed."
            yield entry.path, steps, (message, "Put the folder itself here.")
        elif entry.name.endswith(".yml"):
            message = "this is a folder, though its name is that of a file."
            remedy = "Rename it, or put its files where they belong."
            yield entry.path, steps, (message, remedy)
        else:
            yield from walk(entry.path, steps)


def kind_of(suffix: str, name: tuple[str, ...], file: str) -> tuple[str, Problem | None]:
    """The kind of a file from where it stands, or the problem with its name."""
    if suffix == ".yml":
        match name:
            case (single,) if single in SINGLE_FILES:
                return single, None
            case ("meetings", _, stem) if match := _MEETING_FILE.fullmatch(stem):
                return "meeting", _impossible_date(file, match[1])
            case ("follow-ups", _, stem) if _FOLLOW_UP_FILE.fullmatch(stem):
                return "follow-up", None
            case ("meetings", *_):
                message = "this file's name says neither whose meeting it is nor when."
                remedy = f"Name it {FOLDER}/meetings/<body>/<date>.yml, as in cm-jc/2019-09-25.yml."
                return "", Problem(file, 1, 1, message, remedy)
            case ("follow-ups", *_):
                message = "this file's name does not say which follow-up it reports on."
                remedy = (
                    f"Name it {FOLDER}/follow-ups/<body>/<date>-<number>.yml, "
                    "as in cm-jc/2019-09-25-5C.yml."
                )
                return "", Problem(file, 1, 1, message, remedy)
    expected = [f"{single}.yml" for single in SINGLE_FILES]
    near = nearest(Path(file).name, expected)
    if suffix != ".yml" and suffix.lower() in (".yaml", ".yml"):
        remedy = "Let its name end in .yml."
    else:
        remedy = (
            f"A register holds {listed(expected)}, and .yml files under meetings/ and "
            "follow-ups/. Rename the file or move it elsewhere."
        )
    if near and len(name) == 1:
        remedy = f"Did you mean {FOLDER}/{near}?"
    return "", Problem(file, 1, 1, "nothing reads a file of this name.", remedy)


def day_in(stem: str) -> date | None:
    """The day with which the name of a meeting's file begins; None if there is no such day."""
    try:
        return values.day_of(stem)
    except ValueError:
        return None


def _impossible_date(file: str, day: str) -> Problem | None:
    if day_in(day) is None:
        message = f"this file's name holds a day that does not exist: {day}."
        return Problem(file, 1, 1, message, "Rename the file with the day of the meeting.")
    return None
