"""The folder `data/` -> a `File` for each of its files, and problems.

Begin at `read_folder`, or at `places` to read only some of the files.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from ..runtime import Lazy, timing
from .file import File
from .folder import FOLDER, REQUIRED_FILES, kind_of, may_hold, walk
from .messages import tell, thousands
from .problems import Problem
from .source_file import read
from .typed import typed_content

MOST_FILES = 20_000
"""The most files of a register: those of a hundred bodies for ten years."""
Entry = tuple[bytes, "File | None", list[Problem]]
"""What reading one file gives: a digest of its bytes (empty if they cannot be read), the typed file
(None if nothing of it can be used), and its problems."""
Known = dict[str, Entry]
"""The entry of each file, by its path, from the last time that it was read. A program that reads a
register repeatedly passes the same dictionary each time; only files that changed are read again."""


@dataclass(frozen=True, slots=True)
class Place:
    """The place of one file of the register, and its kind."""

    path: Path
    file: str
    """Path from the project's folder, with slashes."""
    kind: str
    """A key of `schema.FILES`."""
    name: tuple[str, ...]
    """As `File.name`."""

    def digest(self) -> bytes:
        """SHA-256 of the bytes that the file has now; empty if it cannot be read."""
        try:
            with self.path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").digest()
        except OSError:
            return b""

    def size(self) -> int:
        """The number of bytes that the file has now; 0 if it cannot be read."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0

    def read(self) -> Entry:
        """Read the file, and type its content."""
        digest = self.digest()
        source, problems = read(self.path, self.file)
        timing.lap("reading YAML")
        if source is None:
            return digest, None, problems
        content, kept_indexes, format_problems = typed_content(self.kind, source)
        timing.lap("typed records")
        source = replace(source, kept_indexes=kept_indexes)
        file = None
        if content is not None:
            file = File(self.kind, self.name, self.file, content, Lazy(source))
        return digest, file, problems + format_problems


def places(root: Path) -> Iterator[Place | Problem]:
    """Each file of `root/data` in the order of names, and a problem for each that cannot be used.

    `root` is the project's folder.
    """
    data = root / FOLDER
    # `data` itself may be a link: then the register has a home of its own.
    home = data if data.is_symlink() else root
    for number, (path, steps, unreadable) in enumerate(walk(str(data), home)):
        if number == MOST_FILES:
            message = tell(
                "this register has more than %(most)s files.", most=thousands(MOST_FILES)
            )
            remedy = tell(
                "Divide it into several registers, which can be searched together: `sisters`."
            )
            yield Problem(FOLDER, 1, 1, message, remedy)
            return
        # Bytes of a name that are not UTF-8 are shown as U+FFFD.
        file = os.fsencode("/".join((FOLDER, *steps))).decode("utf-8", "replace")
        if unreadable:
            yield Problem(file, 1, 1, *unreadable)
            continue
        *folders, last = steps
        file_name = PurePath(last)
        name = (*folders, file_name.stem)
        kind, misplaced = kind_of(file_name.suffix, name, file)
        if misplaced:
            yield misplaced
        if kind:
            yield Place(Path(path), file, kind, name)


def read_folder(root: Path, known: Known | None = None) -> tuple[list[File], list[Problem]]:
    """Read all files of `root/data`, in the order of names.

    `known` holds the entries of an earlier reading, and is brought up to date. A file that cannot
    be understood is left out, and a problem says why. A file that can be understood in part is
    kept without its broken parts, so that references to the rest of it can still be checked.
    """
    folder = root / FOLDER
    if not folder.is_dir():
        remedy = tell(
            "Create it, with %(folder)s/register.yml in it; README.md shows how.", folder=FOLDER
        )
        return [], [Problem(FOLDER, 1, 1, tell("there is no folder of this name here."), remedy)]
    files: list[File] = []
    problems: list[Problem] = []
    current: Known = {}
    known = {} if known is None else known
    for place in places(root):
        if isinstance(place, Problem):
            problems.append(place)
            continue
        entry = known.get(place.file)
        if entry is None or not entry[0] or entry[0] != place.digest():
            entry = place.read()
        current[place.file] = entry
        _, typed_file, file_problems = entry
        problems += file_problems
        if typed_file:
            files.append(typed_file)
    known.clear()
    known.update(current)
    misnamed = {may_hold(file) for file in {problem.file for problem in problems}}
    for required in REQUIRED_FILES:
        file = f"{FOLDER}/{required}.yml"
        if file not in misnamed and not os.path.lexists(folder / f"{required}.yml"):
            remedy = tell("Create it; README.md shows what it holds.")
            problems.append(Problem(file, 1, 1, tell("this file is missing."), remedy))
    return files, problems
