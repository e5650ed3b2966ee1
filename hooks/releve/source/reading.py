"""A folder of YAML -> typed records, or problems of shape, all at once."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from ..runtime import Lazy, timing
from .file import File
from .folder import FOLDER, REQUIRED_FILES, kind_of, walk
from .problems import Problem
from .source_file import read
from .typed import typed_content

Entry = tuple[bytes, "File | None", list[Problem]]
Known = dict[str, Entry]
"""What was made of each file when it was read before, with a digest of what it held: whoever reads
a register again and again passes the same, and only what was written since is read anew."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file of the register is."""

    path: Path
    file: str
    """Path from the project's folder, with slashes."""
    kind: str
    """A key of `schema.FILES`."""
    name: tuple[str, ...]
    """As `File.name`."""

    def digest(self) -> bytes:
        """Of what it holds now; of what cannot be read, of nothing."""
        try:
            return hashlib.sha256(self.path.read_bytes()).digest()
        except OSError:
            return b""

    def size(self) -> int:
        """How many bytes it holds now; of what cannot be read, none."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0

    def read(self) -> Entry:
        digest = self.digest()
        source, problems = read(self.path, self.file)
        timing.lap("reading YAML")
        if source is None:
            return digest, None, problems
        content, kept, shapeless = typed_content(self.kind, source)
        timing.lap("typed records")
        source = replace(source, kept=kept)
        typed = None
        if content is not None:
            typed = File(self.kind, self.name, self.file, content, Lazy(source))
        return digest, typed, problems + shapeless


def places(root: Path) -> Iterator[Place | Problem]:
    """Every file of `root/data`, in the order of names, or why it cannot be of the register."""
    for path, steps, unreadable in walk(str(root / FOLDER)):
        # A name that is not UTF-8 is shown as far as it can be.
        file = os.fsencode("/".join((FOLDER, *steps))).decode("utf-8", "replace")
        if unreadable:
            yield Problem(file, 1, 1, *unreadable)
            continue
        *folders, last = steps
        ending = PurePath(last)
        name = (*folders, ending.stem)
        kind, misplaced = kind_of(ending.suffix, name, file)
        if misplaced:
            yield misplaced
        if kind:
            yield Place(Path(path), file, kind, name)


def read_folder(root: Path, known: Known | None = None) -> tuple[list[File], list[Problem]]:
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
    seen: Known = {}
    known = {} if known is None else known
    for place in places(root):
        if isinstance(place, Problem):
            problems.append(place)
            continue
        entry = known.get(place.file)
        if entry is None or not entry[0] or entry[0] != place.digest():
            entry = place.read()
        seen[place.file] = entry
        problems += entry[2]
        if entry[1]:
            files.append(entry[1])
    known.clear()
    known.update(seen)
    for required in REQUIRED_FILES:
        if not os.path.lexists(folder / f"{required}.yml"):
            file = f"{FOLDER}/{required}.yml"
            remedy = "Create it; README.md shows what it holds."
            problems.append(Problem(file, 1, 1, "this file is missing.", remedy))
    return files, problems
