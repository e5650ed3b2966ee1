"""A folder -> a register that may be published, or every problem that prevents it.

Begin at `load`. `load_quickly` does the same, and saves time with `.cache/` and several processes.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from ..checks import check, in_folders_of_bodies, in_its_own_terms, what_may_be_hidden
from ..register import Register, as_of, link
from ..runtime import cache, timing
from ..source import Known, Problem, read_folder, schema, tell, values
from .parallel_reading import SETTINGS_FILE, pack_entry, read_in_parallel

AS_OF = "AS_OF"
"""The environment variable that names a day, YYYY-MM-DD: the register is shown as of that day."""
EPOCH = "SOURCE_DATE_EPOCH"
"""The environment variable that says how late it is, for builds that are to be the same."""


def load_quickly(
    root: Path,
    known: Known,
    meanwhile: Callable[[Register], object] | None = None,
    *,
    at_length: bool = False,
) -> tuple[Register | None, list[Problem]]:
    """Do what `load` does, in less time: with the cache in `.cache/` and several processes.

    `known` holds what this process has read before, by file, and is updated in place. Only if it is
    empty are the cache and other processes used. `meanwhile` is called while other processes read:
    see `read_in_parallel`. The result is that of `load`.
    """
    if known:
        return load(root, known, at_length=at_length)
    timing.lap("start")
    saving = cache.is_kept(root)
    saved = cache.load(root, _PART)
    packed = dict(saved)
    known |= cache.unpack(saved)
    timing.lap("cache")
    for entries in () if saved else read_in_parallel(root, meanwhile):
        known |= cache.unpack(entries)
        packed |= entries if saving else {}
    timing.lap("reading ahead")
    before = dict(known)
    loaded = load(root, known, at_length=at_length)
    if known.get(SETTINGS_FILE) is not before.get(SETTINGS_FILE):
        packed = {}  # every entry depends on the languages that are listed in this file
    same = {file for file in packed if known.get(file) is before.get(file)}
    if known and (not saved or known.keys() != same) and saving:
        new = {file: pack_entry(known[file]) for file in known.keys() - same}
        cache.save(root, _PART, {file: packed[file] for file in same} | new)
    timing.lap("cache")
    return loaded


_PART = "register"


def load(
    root: Path, before: Known | None = None, *, at_length: bool = False
) -> tuple[Register | None, list[Problem]]:
    """Read, link and check `root/data`; then leave out all that is later than the register's day.

    The day is the one in the environment variable `AS_OF`, or else the one in `data/register.yml`,
    or else today. The whole register is checked, whatever the day.

    Returns the register and its problems, sorted. The register may be published if none of the
    problems is an error. It is None only if `data/register.yml` is missing or cannot be read; then
    the languages and bodies are unknown, and the problems are only those of each file's form.
    `before` is what was read earlier, and need not be read again: see `reading.py`. `at_length` has
    a missing translation told for each text, not once for each file and language.
    """
    timing.lap("start")
    files, problems = read_folder(root, before)
    timing.lap("reading YAML")
    files, misnamed = in_folders_of_bodies(files)
    problems = [*problems, *misnamed]
    broken = what_may_be_hidden(files, problems)
    home = next((file.content for file in files if file.kind == "register"), None)
    now, unreadable = _today(home) if home else (date.min, [])
    complete = link(files, now, broken)
    timing.lap("links")
    if complete is None:
        return None, sorted(set(in_its_own_terms(None, problems)))
    asked, wrong = _day_asked_for()
    problems = [
        *in_its_own_terms(complete, problems),
        *unreadable,
        *wrong,
        *check(complete, at_length=at_length),
    ]
    timing.lap("checks")
    day = asked or now
    cut = as_of(files, day)
    same = day == now and all(new is old for new, old in zip(cut, files, strict=True))
    register = complete if same else link(cut, day, broken)
    timing.lap("links")
    if register and home:
        register.shortened = frozenset(
            new.path for new, old in zip(cut, files, strict=True) if new is not old
        )
        register.is_dated = asked is not None or home.as_of is not None
    return register, sorted(set(problems))


def _day_asked_for() -> tuple[date | None, list[Problem]]:
    """The day in the variable `AS_OF`, None if there is none, with a problem if it is no day."""
    text = os.environ.get(AS_OF, "")
    try:
        return (values.day_of(text) if text else None), []
    except ValueError:
        message = tell("`%(text)s` is not a day in %(years)s.", text=text, years=values.YEARS)
        remedy = tell("Write it as year, month and day: %(variable)s=2019-11-20.", variable=AS_OF)
        return None, [Problem(AS_OF, 1, 1, message, remedy)]


def _today(home: schema.RegisterFile) -> tuple[date, list[Problem]]:
    """The register's own day; or else today, in its time zone.

    `SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch/), in seconds since
    1970, replaces the clock. With the day comes a problem if it is no such number.
    """
    zone = ZoneInfo(home.time_zone or "UTC")
    now, problems = datetime.now(UTC), []
    text = os.environ.get(EPOCH)
    try:
        now = datetime.fromtimestamp(int(text), UTC) if text is not None else now
        values.day_of(now.astimezone(zone).date().isoformat())
    except (ValueError, OverflowError, OSError):
        message = tell("`%(text)s` is not a time in %(years)s.", text=text, years=values.YEARS)
        remedy = tell(
            "Write it in seconds since 1970, %(variable)s=1574208000, or leave it out.",
            variable=EPOCH,
        )
        now, problems = datetime.now(UTC), [Problem(EPOCH, 1, 1, message, remedy)]
    return home.as_of or now.astimezone(zone).date(), problems
