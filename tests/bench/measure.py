"""Runs a command, and says how long it took and how much memory it needed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from .judge import Fault, fault
from .others import Others

SPARE = 2
"""How many runs of a kind are made again at the most, because they are unusable."""
_PAUSE = 2.0
"""Seconds before it is run again: what disturbed it may be over then."""
_EVERY = 0.25
"""Seconds between two looks at the memory of a command's processes."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took."""

    seconds: float
    processor: float = 0.0
    """Seconds of processor, of all its processes: hardly disturbed by what else is running."""
    peak: float = 0.0
    """Bytes of memory at the most, all its processes together."""
    others: float | None = None
    """The share of the machine that others took meanwhile, where the system tells."""
    stages: Mapping[str, float] = field(default_factory=dict)
    """Seconds of each stage and `in all`, as a build of ours prints them itself."""
    index: bool | None = None
    """Whether it was to make the index of the search; None if it is no build of ours."""
    fault: Fault | None = None
    """Why it is unusable, if it is."""


Runs = Sequence[Run]
"""Runs of the same thing, one in each turn."""


def run(command: list[str], folder: Path, **environment: str) -> Run:
    """Run a command in a folder. What earlier ones left to be written to disk is written first."""
    os.sync()
    others, start = Others(), time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    together = _Memory(process.pid)
    assert process.stderr is not None
    with process.stderr as told:
        said = told.read()
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{said}")
    together.stop()
    return Run(
        seconds,
        used.ru_utime + used.ru_stime,
        together.peak or used.ru_maxrss * 1024,
        others.share(),
        stages(said),
    )


def stages(said: str) -> dict[str, float]:
    """The stages of a build with their seconds, and `in all`, as it prints them if asked."""
    lines = re.findall(r"^(\S.*?) +(-?[\d.]+) s +-?\d+%$", said, re.MULTILINE)
    return {stage: float(seconds) for stage, seconds in lines}


def usable(attempt: Callable[[], Run], spare: Iterator[int]) -> Run:
    """A run, made again while it is unusable and there is a `spare` one; with its fault, if any."""
    made = _judged(attempt())
    while made.fault and next(spare, None) is not None:
        wrong = f"{made.fault.why}: {made.fault.found:.2f}"
        print(f"    unusable ({wrong}), again", file=sys.stderr, flush=True)
        time.sleep(_PAUSE)
        made = _judged(attempt())
    return made


def _judged(made: Run) -> Run:
    processors = os.cpu_count() or 1
    numbers = (made.seconds, made.processor, made.others, made.stages, made.index)
    return replace(made, fault=fault(*numbers, processors))


def turns(runs: int, of: str, *attempts: Callable[[], Run]) -> list[Runs]:
    """Usable runs of several things in turns, so that each stands beside its yardsticks."""
    found: list[list[Run]] = [[] for _ in attempts]
    spares = [iter(range(SPARE)) for _ in attempts]
    for turn in range(runs):
        print(f"  {of} {turn + 1} of {runs}", file=sys.stderr, flush=True)
        for of_each, attempt, spare in zip(found, attempts, spares, strict=True):
            of_each.append(usable(attempt, spare))
    return list(found)


def counted(*runs: Runs) -> list[tuple[Run, ...]]:
    """The turns that count of runs made in turns: the usable ones, or all if there is none."""
    every = list(zip(*runs, strict=True))
    return [turn for turn in every if not any(run.fault for run in turn)] or every


class _Memory:
    """Looks now and then at how much a process and its children share out among them.

    It is the proportional set size of `/proc`, which counts a page of memory that several
    processes share once; where there is no `/proc`, the largest process must do.
    """

    def __init__(self, session: int) -> None:
        self._session = session
        self.peak = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(_EVERY):
            self.peak = max(self.peak, sum(self._sizes()))

    def _sizes(self) -> Iterator[int]:
        for process in Path("/proc").glob("[0-9]*"):
            try:
                of_session = os.getsid(int(process.name)) == self._session
                rollup = (process / "smaps_rollup").read_text() if of_session else ""
            except OSError:
                continue  # it has ended meanwhile
            for line in rollup.splitlines():
                if line.startswith("Pss:"):
                    yield int(line.split()[1]) * 1024
