"""Files are read, and what follows from each alone is worked out, by several processes at once."""

from __future__ import annotations

from datetime import date
from itertools import repeat
from pathlib import Path

from . import cache, checks, made_from, seals
from .processes import copies, processors
from .reading import FOLDER, File, Place, places
from .register import Item, Meeting, Outcome, link

HOME = f"{FOLDER}/register.yml"

_FEW = 50
"""Files that are read before another process would have begun."""


def read_ahead(root: Path) -> dict[str, bytes]:
    """An entry of `reading.Known` for each file, packed.

    Empty where there are too few files for several processes. It only saves time: what is read
    afterwards is the same without it.
    """
    processes = processors()
    if processes == 1 or not (root / FOLDER).is_dir():
        return {}
    there = {place.file: place for place in places(root) if isinstance(place, Place)}
    if len(there) < _FEW or HOME not in there:
        return {}
    _, home, _ = there[HOME].read()
    by_size = sorted(there.values(), key=Place.size)
    shares = [by_size[part::processes] for part in range(processes)]
    with copies(processes) as pool:
        found = pool.map(_read, shares, repeat(home))
        return {file: packed for share in found for file, packed in share.items()}


def _read(share: list[Place], home: File | None) -> dict[str, bytes]:
    with cache.to_stay():
        read = {place.file: place.read() for place in share}
        files = [file for _, file, _ in read.values() if file and file.kind != "register"]
        register = link([home, *files], date.min) if home else None
        if register:
            for rule in checks.OF_EACH_FILE:
                list(rule(register))
            for meeting in register.meetings:
                seals.own_parts(meeting)
            for thing in register.things.values():
                if isinstance(thing, Meeting | Item | Outcome):
                    made_from.written(thing)
        return {
            path: cache.pack((digest, file and file.put_aside(), problems))
            for path, (digest, file, problems) in read.items()
        }
