"""Reads a register, once or again and again, and prints what is wrong with it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from ..register import Register
from ..source import Known, report
from .load import load_again


class RegisterReader:
    """Reads the register of a project, and prints its problems when they are new."""

    def __init__(self, root: Path, again: bool = False) -> None:
        """`again`: whether it will be asked more than once, and then reads only what was edited."""
        self._root = root
        self._again = again
        self._known: Known = {}
        self._printed = ""

    def read(
        self, meanwhile: Callable[[Register], object] | None = None, quiet: bool = False
    ) -> Register | None:
        """The register, if it may be published: without errors. All its problems are printed.

        If `quiet`, not those that were printed last time. `meanwhile`: as in `load_again`.
        """
        register, problems = load_again(self._root, self._known if self._again else {}, meanwhile)
        said = report(problems) if problems else ""
        if said and not (quiet and said == self._printed):
            print(said, file=sys.stderr, flush=True)
        elif self._printed and not said:
            print("No problem is left.", file=sys.stderr, flush=True)
        self._printed = said
        fit = all(problem.severity == "warning" for problem in problems)
        return register if fit else None

    @property
    def digests(self) -> set[tuple[str, bytes]]:
        """The files of the register as they were read last, each with a digest of what it held."""
        return {(file, entry[0]) for file, entry in self._known.items()}
