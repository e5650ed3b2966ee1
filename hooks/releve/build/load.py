"""A folder -> a register that is whole, or every problem that keeps it from being so."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from ..checks import check
from ..register import Register, as_of, link
from ..runtime import cache, timing
from ..source import Known, Problem, read_folder, schema
from .parallel_reading import HOME, pack_entry, read_in_parallel

AS_OF = "AS_OF"
"""The environment variable that asks for the register as it stood on a day."""


def load_again(
    root: Path, known: Known, meanwhile: Callable[[Register], object] | None = None
) -> tuple[Register | None, list[Problem]]:
    """`load`, with what an earlier run has left in `.cache/`, and for the next one.

    `known` learns what was read, and spares the same process from reading it again. `meanwhile` is
    what this process may do while others read: see `ahead.py`.
    """
    if known:
        return load(root, known)
    timing.lap("start")
    kept_for_next = cache.is_kept(root)
    left = cache.load(root, _PART)
    ready = dict(left)
    known |= cache.unpack(left)
    timing.lap("cache")
    with cache.to_stay():
        for some in () if left else read_in_parallel(root, meanwhile):
            known |= cache.unpack(some)
            ready |= some if kept_for_next else {}
        timing.lap("reading ahead")
        before = dict(known)
        found = load(root, known)
        if known.get(HOME) is not before.get(HOME):
            ready = {}  # what was worked out of each file depends on its languages
        kept = {file for file in ready if known.get(file) is before.get(file)}
        if known and (not left or known.keys() != kept) and kept_for_next:
            new = {file: pack_entry(known[file]) for file in known.keys() - kept}
            cache.save(root, _PART, {file: ready[file] for file in kept} | new)
    timing.lap("cache")
    return found


_PART = "register"


def load(root: Path, before: Known | None = None) -> tuple[Register | None, list[Problem]]:
    """Read, link and check `root/data`; then leave out what is later than the day asked for.

    The day is that of the variable `AS_OF`, or else that of `data/register.yml`, or else today.
    The whole register is checked, whatever the day. Without errors among the problems, the
    register is fit to be published. It is None only where there is no readable
    `data/register.yml`; then the problems are those of shape alone, for languages and bodies
    are not known. `before` is what was read then: see `reading.py`.
    """
    timing.lap("start")
    files, problems = read_folder(root, before)
    timing.lap("reading YAML")
    broken = {problem.file for problem in problems if problem.severity == "error"}
    home = next((file.content for file in files if file.kind == "register"), None)
    now = home.as_of or _today(home) if home else date.min
    whole = link(files, now, broken)
    timing.lap("links")
    if whole is None:
        return None, sorted(set(problems))
    asked, unreadable = _asked()
    problems = [*problems, *unreadable, *check(whole)]
    timing.lap("checks")
    day = asked or now
    known = as_of(files, day)
    same = day == now and all(one is other for one, other in zip(known, files, strict=True))
    register = whole if same else link(known, day, broken)
    timing.lap("links")
    if register and home:
        register.is_dated = asked is not None or home.as_of is not None
    return register, sorted(set(problems))


def _asked() -> tuple[date | None, list[Problem]]:
    """The day that the environment asks for."""
    said = os.environ.get(AS_OF, "")
    try:
        return (date.fromisoformat(said) if said else None), []
    except ValueError:
        message = f"`{said}` is not a day."
        remedy = f"Write it as year, month and day: {AS_OF}=2019-11-20."
        return None, [Problem(AS_OF, 1, 1, message, remedy)]


def _today(home: schema.RegisterFile) -> date:
    """Today where the register is kept; `SOURCE_DATE_EPOCH` (reproducible-builds.org) moves it."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.astimezone(ZoneInfo(home.time_zone or "UTC")).date()
