"""Reads the files of a register in several processes at once.

They also compute everything that depends on one file alone: the checks of each file, the parts that
seals protect, and digests. Meanwhile this process does work that does not need the whole register.
Begin at `read_in_parallel`.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from datetime import date
from itertools import repeat
from pathlib import Path

from ..checks import OF_EACH_FILE
from ..register import Register, link, seals, source_digests
from ..runtime import cache, copies, processors
from ..source import FOLDER, Entry, File, Place, places

SETTINGS_FILE = f"{FOLDER}/register.yml"
_FEW = 50
"""With fewer files, one process has read them all before another one has started."""
_AT_A_TIME = 20
"""How many files a process reads before it sends them, which limits its memory."""


def read_in_parallel(
    root: Path, meanwhile: Callable[[Register], object] | None = None
) -> Iterator[dict[str, bytes]]:
    """Yield an entry of `reading.Known` for each file, packed, by path: up to 20 at a time.

    `meanwhile` is called while other processes read; its argument is a register that holds
    `data/register.yml` alone. Nothing is yielded where there is only one processor, or too few
    files. Only time is saved: files that are not yielded are read later, with the same result.
    """
    processes = processors()
    if processes == 1 or not (root / FOLDER).is_dir():
        return
    files = {place.file: place for place in places(root) if isinstance(place, Place)}
    if len(files) < _FEW or SETTINGS_FILE not in files:
        return
    _, settings, _ = files[SETTINGS_FILE].read()
    by_size = sorted(files.values(), key=Place.size, reverse=True)
    shares = [by_size[start : start + _AT_A_TIME] for start in range(0, len(by_size), _AT_A_TIME)]
    with copies(processes) as pool:
        entries = pool.map(_read, shares, repeat(settings))
        if meanwhile and (register := _linked(settings)):
            meanwhile(register)
        yield from entries


def _linked(settings: File | None, *files: File) -> Register | None:
    """A register that holds only these files; None if `settings` could not be read."""
    return link([settings, *files], date.min) if settings else None


def _read(share: list[Place], settings: File | None) -> dict[str, bytes]:
    gc.disable()
    gc.freeze()  # leaves memory shared with the parent process alone: 23 MB of 160 at 80 meetings
    entries = _read_and_packed(share, settings)
    gc.collect()  # things refer to each other in cycles, which only a collection frees
    return entries


def _read_and_packed(share: list[Place], settings: File | None) -> dict[str, bytes]:
    read = {place.file: place.read() for place in share}
    files = [file for _, file, _ in read.values() if file and file.kind != "register"]
    if register := _linked(settings, *files):
        for rule in OF_EACH_FILE:
            list(rule(register))
        for meeting in register.meetings:
            seals.own_parts(meeting)
            source_digests(register, meeting.file)
    return {file: pack_entry(entry) for file, entry in read.items()}


def pack_entry(entry: Entry) -> bytes:
    """What was made of a file, as bytes for another process or for the cache."""
    return cache.pack(entry)
