"""How much of the machine other programs take while something is measured."""

from __future__ import annotations

import os
import resource
import time
from pathlib import Path

PROC = Path("/proc")
"""Where Linux says what the machine does. macOS has nothing like it."""
_TICKS = os.sysconf("SC_CLK_TCK")


class Others:
    """Watches the machine, from when it is made on."""

    def __init__(self) -> None:
        self._start, self._before = time.perf_counter(), _reading()

    def share(self) -> float | None:
        """The share of the machine's processor time that was neither ours nor left unused.

        It went to other programs, or to other machines where this one is virtual. None where the
        system does not tell.
        """
        seconds, after = time.perf_counter() - self._start, _reading()
        if self._before is None or after is None:
            return None
        processors, accounted = after[0], after[1] - self._before[1]
        return max(0.0, 1 - accounted / (processors * seconds))


def _reading() -> tuple[int, float] | None:
    """How many processors there are, and their seconds that were unused or ours until now."""
    try:
        together, *each = (PROC / "stat").read_text().splitlines()
    except OSError:
        return None
    _, _, _, _, idle, waiting, *_ = together.split()
    processors = sum(line.startswith("cpu") for line in each)
    return processors, (int(idle) + int(waiting)) / _TICKS + _ours()


def _ours() -> float:
    """Processor seconds of this process and of all that it started, directly or not."""
    ended = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    parents, spent = {}, {}
    for file in PROC.glob("[0-9]*/stat"):
        try:
            fields = file.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it has ended meanwhile
        process = int(file.parent.name)
        parents[process] = int(fields[1])
        spent[process] = sum(map(int, fields[11:15])) / _TICKS  # with its children that ended
    running = sum(seconds for process, seconds in spent.items() if _descends(process, parents))
    return sum(used.ru_utime + used.ru_stime for used in ended) + running


def _descends(process: int, parents: dict[int, int]) -> bool:
    """Whether this process has started another one, directly or not."""
    while process := parents.get(process, 0):
        if process == os.getpid():
            return True
    return False
