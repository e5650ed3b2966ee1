"""What was measured of a register, and on which machine."""

from __future__ import annotations

import contextlib
import os
import platform
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from operator import attrgetter
from pathlib import Path
from statistics import median

from releve.language import NBSP, Language

from . import hugo
from .measure import Run, Runs, counted

LANGUAGES = ("fr", "en")


BASE = 80
"""Meetings of the register that growth is compared with."""


LARGE = 320
"""Meetings above which everything is run once only, and no page is served."""


MARK = "†"
"""Stands after a figure, some runs of which are unusable."""


Pair = tuple[str, str]
"""Words in French and in English."""


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured of a register of one size. Runs that were made in turns stand in order."""

    meetings: int
    pages: int
    size: int
    """Bytes of all pages."""
    hugo_size: int
    full: Runs
    """Full builds without the index of the search, which Hugo does not make either."""
    hugo: Runs
    writing: Runs
    indexed: Runs
    """Full builds with the index."""
    again: Runs
    """Builds after one edit, without the index; each in a new process."""
    hugo_again: Runs
    again_indexed: Runs
    check: Runs
    shown: Runs
    """From saving an edit to the browser that shows it, while serving; there may be none."""

    @property
    def typical(self) -> Run:
        """The full build with the index that took neither the longest nor the shortest."""
        runs = sorted((run for (run,) in counted(self.indexed)), key=lambda run: run.seconds)
        return runs[len(runs) // 2]


def machine(command: str) -> list[Pair]:
    """Where, when and how it was measured."""
    today = date.today()
    days = [Language(code, "CA").date(today) for code in LANGUAGES]
    cores, memory = os.cpu_count() or 0, os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    gigabytes = round(memory / 2**30)
    software = (
        f"Python {platform.python_version()}, mkdocs {version('mkdocs')}, "
        f"Material {version('mkdocs-material')}, Hugo {hugo.version()}"
    )
    return [
        (
            f"Mesuré le {days[0]} avec `{command}`.",
            f"Measured on {days[1]} with `{command}`.",
        ),
        (
            f"Machine{NBSP}: {_processor()}, {cores} cœurs, {gigabytes} Go de mémoire, "
            f"{platform.system()} {platform.release()}.",
            f"Machine: {_processor()}, {cores} cores, {gigabytes} GB of memory, "
            f"{platform.system()} {platform.release()}.",
        ),
        (f"Logiciels{NBSP}: {software}.", f"Software: {software}."),
        (
            f"Fichiers écrits sur {_file_system()}. Chiffres{NBSP}: la médiane des mesures et, "
            "entre parenthèses, la plus basse et la plus élevée; "
            f"au-delà de {LARGE} réunions, une seule mesure.",
            f"Files written to {_file_system()}. Figures: the median of the runs and, in brackets, "
            f"the lowest and the highest; beyond {LARGE} meetings, a single run.",
        ),
    ]


def _file_system() -> str:
    """The kind of file system that holds temporary files: `tmpfs` is memory."""
    place, found = Path(tempfile.gettempdir()).resolve(), ("", "?")
    with contextlib.suppress(OSError):
        for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines():
            _, mount, kind, *_ = line.split()
            if place.is_relative_to(mount) and len(mount) >= len(found[0]):
                found = (mount, kind)
    return found[1]


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        text = ""
    found = re.search(r"^model name\s*: (.*)$", text, re.MULTILINE)
    return found[1] if found else platform.processor() or platform.machine()


SECONDS, PROCESSOR, PEAK = map(attrgetter, ("seconds", "processor", "peak"))


def mark(*runs: Runs) -> str:
    """What stands after a figure that comes of these runs."""
    return f"{NBSP}{MARK}" if any(run.fault for of_kind in runs for run in of_kind) else ""


def quotient(one: Run, other: Run) -> float:
    return one.seconds / other.seconds


def share_of(whole: float) -> Callable[[Run], float]:
    return lambda run: run.seconds / whole


def rate(pages: int) -> Callable[[Run], float]:
    return lambda run: pages / run.seconds


def usual(runs: Runs) -> float:
    """Seconds of the middle one of the runs that count."""
    return median(run.seconds for (run,) in counted(runs))
