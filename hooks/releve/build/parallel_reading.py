"""Files are read, and what follows from each alone is worked out, by several processes at once.

While they do, this one does what can be done before the register is known.
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

HOME = f"{FOLDER}/register.yml"
_FEW = 50
"""Files that are read before another process would have begun."""
_AT_A_TIME = 20
"""Files that a process holds at once."""


def read_in_parallel(
    root: Path, meanwhile: Callable[[Register], object] | None = None
) -> Iterator[dict[str, bytes]]:
    """An entry of `reading.Known` for each file, packed, some at a time.

    `meanwhile` is called with a register of `data/register.yml` alone, while others read the rest.
    Nothing is done where there are too few files for several processes. It only saves time: what
    is read afterwards is the same without it.
    """
    processes = processors()
    if processes == 1 or not (root / FOLDER).is_dir():
        return
    there = {place.file: place for place in places(root) if isinstance(place, Place)}
    if len(there) < _FEW or HOME not in there:
        return
    _, home, _ = there[HOME].read()
    by_size = sorted(there.values(), key=Place.size, reverse=True)
    shares = [by_size[at : at + _AT_A_TIME] for at in range(0, len(by_size), _AT_A_TIME)]
    with copies(processes) as pool:
        entries = pool.map(_read, shares, repeat(home))
        if meanwhile and (register := _linked(home)):
            meanwhile(register)
        yield from entries


def _linked(home: File | None, *files: File) -> Register | None:
    """A register of some files."""
    return link([home, *files], date.min) if home else None


def _read(share: list[Place], home: File | None) -> dict[str, bytes]:
    gc.disable()
    gc.freeze()  # what this process was born with
    found = _read_and_packed(share, home)
    gc.collect()  # things know each other, and would stay
    return found


def _read_and_packed(share: list[Place], home: File | None) -> dict[str, bytes]:
    read = {place.file: place.read() for place in share}
    files = [file for _, file, _ in read.values() if file and file.kind != "register"]
    if register := _linked(home, *files):
        for rule in OF_EACH_FILE:
            list(rule(register))
        for meeting in register.meetings:
            seals.own_parts(meeting)
            source_digests(register, meeting.file)
    return {file: pack_entry(entry) for file, entry in read.items()}


def pack_entry(entry: Entry) -> bytes:
    """What was made of a file, as it is sent to another process or left to the next run."""
    return cache.pack(entry)
