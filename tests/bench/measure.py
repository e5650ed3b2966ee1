"""Runs a command, and says how long it took and how much memory it needed."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

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
    alone: float = 0.0
    """The same, without the program that makes the index of the search."""
    said: str = ""
    """What it printed to standard error."""


def run(command: list[str], folder: Path, **environment: str) -> Run:
    """Run a command in a folder. What earlier ones left to be written to disk is written first."""
    os.sync()
    start = time.perf_counter()
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
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{said}")
    together.stop()
    largest = used.ru_maxrss * 1024 if not together.peak else 0
    processor = used.ru_utime + used.ru_stime
    return Run(seconds, processor, together.peak or largest, together.alone or largest, said)


class _Memory:
    """Looks now and then at how much a process and its children share out among them.

    It is the proportional set size of `/proc`, which counts a page of memory that several
    processes share once; where there is no `/proc`, the largest process must do.
    """

    def __init__(self, session: int) -> None:
        self._session = session
        self.peak = 0
        self.alone = 0
        """The peak without the program that makes the index of the search."""
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(_EVERY):
            sizes = list(self._sizes())
            self.peak = max(self.peak, sum(size for _, size in sizes))
            self.alone = max(self.alone, sum(size for name, size in sizes if name != "pagefind"))

    def _sizes(self) -> Iterator[tuple[str, int]]:
        for process in Path("/proc").glob("[0-9]*"):
            try:
                of_session = os.getsid(int(process.name)) == self._session
                rollup = (process / "smaps_rollup").read_text() if of_session else ""
                name = (process / "comm").read_text().strip()
            except OSError:
                continue  # it has ended meanwhile
            for line in rollup.splitlines():
                if line.startswith("Pss:"):
                    yield name, int(line.split()[1]) * 1024


def middle(runs: list[Run]) -> Run:
    """The median of each figure."""
    return Run(
        median(run.seconds for run in runs),
        median(run.processor for run in runs),
        median(run.peak for run in runs),
        median(run.alone for run in runs),
        runs[-1].said,
    )
