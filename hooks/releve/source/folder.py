"""The files in `data/`, and the kind of each, which follows from its path.

Begin at `walk`, which lists the files, and `kind_of`, which tells their kinds.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from . import values
from .blanks import BODY
from .mending import as_number, mended
from .messages import Message, joined, reason, tell
from .problems import Problem, listed, nearest

FOLDER = "data"
SINGLE_FILES = ("register", "people", "organizations", "topics", "glossary", "seals")
REQUIRED_FILES = ("register", "organizations")
_MEETING_FILE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:-([0-9]+))?")
_FOLLOW_UP_FILE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9A-Za-z.-]+")
_REMOVE = tell("Remove it, or move it out of the register.")
_OF_THE_SYSTEM = {"desktop.ini", "thumbs.db"}
"""Files that Windows puts into folders, in small letters."""
_Steps = tuple[str, ...]
"""A path below `data/`, as a tuple of names."""


def walk(
    folder: str, home: Path, above: _Steps = ()
) -> Iterator[tuple[str, _Steps, tuple[Message, Message] | None]]:
    """Every file in `folder` and its subfolders, in the order of names.

    `home` is the folder that no link may lead out of: the project's. `above` is the path of
    `folder` below `data/`. Gives for each file its path, its path below `data/`, and None; or, for
    anything that cannot be a file of the register, a message and a remedy in place of None. Files
    of the system or of an editor are skipped: their names begin with a dot, or are known.
    """
    try:
        with os.scandir(folder) as inside:
            entries = sorted(inside, key=lambda entry: entry.name)
    except OSError as error:
        message = tell("this folder cannot be read: %(why)s.", why=reason(error))
        yield folder, above, (message, tell("Look at its rights."))
        return
    for entry in entries:
        steps = (*above, entry.name)
        if entry.name.startswith((".", "~$")) or entry.name.casefold() in _OF_THE_SYSTEM:
            continue
        try:
            is_file, is_folder = entry.is_file(), entry.is_dir()
        except OSError:  # a link in a circle, or into a folder that cannot be entered
            is_file = is_folder = False
        if entry.is_symlink() and leads_outside(Path(entry), home):
            yield entry.path, steps, (LEADS_OUTSIDE, tell("Put the file itself here."))
        elif is_file:
            yield entry.path, steps, None
        elif not is_folder:
            # A link that leads nowhere, a pipe, a device.
            yield entry.path, steps, (tell("this is not a file that can be read."), _REMOVE)
        elif entry.is_symlink():
            message = tell("links to folders are not followed.")
            yield entry.path, steps, (message, tell("Put the folder itself here."))
        elif entry.name.endswith(".yml"):
            message = tell("this is a folder, though its name is that of a file.")
            remedy = tell("Rename it, or put its files where they belong.")
            yield entry.path, steps, (message, remedy)
        else:
            yield from walk(entry.path, home, steps)


LEADS_OUTSIDE = tell("this is a link that leads out of the project.")
"""What is wrong with such a link: a build would publish, or try to read, what is not its own."""


def leads_outside(link: Path, home: Path) -> bool:
    """Whether a symbolic link leads to something that exists, but not in the folder `home`."""
    try:
        return not link.resolve(strict=True).is_relative_to(home.resolve())
    except (OSError, RuntimeError):  # it leads nowhere, or in a circle
        return False


def kind_of(suffix: str, name: tuple[str, ...], file: str) -> tuple[str, Problem | None]:
    """The kind of a file, a key of `schema.FILES`, and any problem with its name.

    `name` is its path below `data/` without the ending, `suffix` the ending with its dot, and
    `file` the path to show. The kind is empty if the name is that of no kind of file.
    """
    if suffix == ".yml":
        match name:
            case (single,) if single in SINGLE_FILES:
                return single, None
            case ("meetings", _, stem) if match := _MEETING_FILE.fullmatch(stem):
                return "meeting", _wrong_name(file, match[1], match[2] or "")
            case ("follow-ups", _, stem) if _FOLLOW_UP_FILE.fullmatch(stem):
                return "follow-up", None
            case ("meetings", *_):
                message = tell("this file's name says neither whose meeting it is nor when.")
                if len(name) == 3:
                    message = tell("this file's name does not say on which day the meeting is.")
                return "", Problem(file, 1, 1, message, _misnamed(name, file))
            case ("follow-ups", *_):
                message = tell("this file's name does not say which follow-up it reports on.")
                return "", Problem(file, 1, 1, message, _misnamed(name, file))
    remedy = tell(
        "A register holds %(names)s, and .yml files under meetings/ and follow-ups/. "
        "Rename the file or move it elsewhere.",
        names=listed(f"{single}.yml" for single in SINGLE_FILES),
    )
    if likely := likely_path(file):
        remedy = tell("Rename it %(path)s.", path=_shown(likely))
    return "", Problem(file, 1, 1, tell("nothing reads a file of this name."), remedy)


_DAY, _NUMBER = "<year-month-day>", "<number>"


def likely_path(file: str) -> str:
    """The path that was likely meant by that of a file which nothing reads; empty if none was.

    What it does not tell is left open, as in `data/meetings/cbf-hc/<year-month-day>.yml`.
    """
    *folders, last = file.split("/")[1:] or [""]
    stem, _, suffix = last.rpartition(".")
    if suffix.lower() not in ("yml", "yaml"):
        return ""
    if not folders:
        near = nearest(stem, SINGLE_FILES)
        return f"{FOLDER}/{near}.yml" if near else ""
    kind = nearest(folders[0], ("meetings", "follow-ups"))
    if not kind:
        return ""
    # Some put a folder for each year between the two.
    body = next((name for name in folders[1:] if not name.isdigit()), BODY)
    day = re.match(
        "[0-9]{4}[-._ ]?[0-9]{1,2}[-._ ]?[0-9]{1,2}|[0-9]{1,2}[-._ ][0-9]{1,2}[-._ ][0-9]{4}", stem
    )
    date_meant = mended("date_form", day[0].replace("_", "-")) if day else None
    written = date_meant or _DAY
    rest = stem[day.end() :].strip(" -_.") if day and date_meant else ""
    if kind == "follow-ups":
        written += f"-{as_number(rest) or _NUMBER}"
    elif rest.isdigit():
        written += f"-{rest}"
    return f"{FOLDER}/{kind}/{body}/{written}.yml"


def _misnamed(name: tuple[str, ...], file: str) -> Message:
    """The remedy for a file in the right folder, or below one, whose name says too little."""
    if len(name) == 3:
        return tell("Rename it %(path)s.", path=_shown(likely_path(file)))
    return tell("Move it to %(path)s.", path=_shown(likely_path(file)))


def _shown(path: str) -> Message:
    """A path in which what is left open is named in the language of the message."""
    return joined(*(_OPEN.get(step, step) for step in re.split("(<[^>]*>)", path)), between="")


_OPEN = {_DAY: tell("<year-month-day>"), _NUMBER: tell("<number>")}


def may_hold(file: str) -> str:
    """What a file that nothing reads may have been meant for: a path, or the head of many paths."""
    return (likely_path(file) or file).partition("<")[0].partition(BODY)[0]


def day_in(stem: str) -> date | None:
    """The day that the name of a meeting's file begins with; None if there is no such day."""
    try:
        return values.day_of(stem[:10])
    except ValueError:
        return None


def _wrong_name(file: str, day: str, sequence: str) -> Problem | None:
    """What is wrong with the day in the name of a meeting's file, or with the number after it."""
    remedy = tell("Rename the file with the day of the meeting.")
    if not values.FIRST_YEAR <= int(day[:4]) <= values.LAST_YEAR:
        message = tell(
            "this file's name holds a day that is not in %(years)s: %(day)s.",
            years=values.YEARS,
            day=day,
        )
    elif day_in(day) is None:
        message = tell("this file's name holds a day that does not exist: %(day)s.", day=day)
    elif len(sequence) > 3:
        message = tell(
            "this file's name ends in a number of more than three digits: %(sequence)s.",
            sequence=sequence,
        )
        remedy = tell(
            "Name the second meeting of the day %(day)s-2.yml, the third %(day)s-3.yml.", day=day
        )
    else:
        return None
    return Problem(file, 1, 1, message, remedy)
