"""Reads a register, once or repeatedly, and prints what is wrong with it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from ..language import reported, said
from ..register import Register
from ..source import Known, tell
from .load import load_quickly


class RegisterReader:
    """Reads the register of a project, and prints its problems when they are new."""

    def __init__(self, root: Path, incremental: bool = False) -> None:
        """If `incremental`, `read` may be called repeatedly, and reads only edited files."""
        self._root = root
        self._incremental = incremental
        self._known: Known = {}
        self._printed = ""

    def read(
        self, meanwhile: Callable[[Register], object] | None = None, quiet: bool = False
    ) -> Register | None:
        """The register, or None if it has errors and may not be published.

        Its problems, errors and warnings, are printed; if `quiet`, only when they are not the same
        as the last time. `meanwhile`: as in `load_quickly`.
        """
        register, problems = load_quickly(
            self._root, self._known if self._incremental else {}, meanwhile
        )
        text = reported(problems) if problems else ""
        if text and not (quiet and text == self._printed):
            print(text, file=sys.stderr, flush=True)
        elif self._printed and not text:
            print(said(tell("No problem is left.")), file=sys.stderr, flush=True)
        self._printed = text
        may_be_published = all(problem.severity == "warning" for problem in problems)
        return register if may_be_published else None

    @property
    def reported(self) -> str:
        """What was printed of the register when it was last read; empty if nothing is wrong."""
        return self._printed

    @property
    def digests(self) -> set[tuple[str, bytes]]:
        """Each file of the register when it was last read: its path, and a digest of it."""
        return {(file, entry[0]) for file, entry in self._known.items()}
