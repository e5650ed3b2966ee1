"""`make fuzz`: thousands of damaged registers, in as many processes as there are processors.

What is found is written to `.fuzz/`: for each kind of find, the first register that showed it.
Begin at `main`; what is done with each register is in `fuzz_trial.py`.
"""

from __future__ import annotations

import argparse
import contextlib
import multiprocessing
import os
import resource
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from random import Random

from .fuzz_trial import SECONDS, Result, Trial, tried
from .paths import ROOT

FOLDER = ROOT / ".fuzz"
_MEMORY = 3 * 2**30
"""The most bytes of memory that one process may ask for."""
_PATIENCE = 600
"""The most seconds for one register, whatever it waits for, be it for other programs."""

Task = tuple[int, bool]
"""The number of a register, and whether its site is built by mkdocs."""


# --- processes ------------------------------------------------------------------------------------


def _work(seed: int, tasks: Connection) -> None:
    """What a process does: try the registers whose numbers it is told, until it is ended."""
    with contextlib.suppress(ValueError, OSError):  # not every system can
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, resource.RLIM_INFINITY))
    parent = os.getppid()
    while True:
        while not tasks.poll(1):
            if os.getppid() != parent:  # it was killed, and nobody is there to ask for more
                return
        number, whole = tasks.recv()
        # What even `TooSlowError` does not end, the system ends.
        spent = int(time.process_time())
        most = spent + 20 * SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))
        tasks.send(tried(seed, number, whole))


class _Process:
    """A process that tries one register after the other."""

    def __init__(self, seed: int) -> None:
        ours, theirs = multiprocessing.Pipe()
        self.tasks = ours
        self.task: Task | None = None
        self._since = 0.0
        fork = multiprocessing.get_context("fork")
        self._process = fork.Process(target=_work, args=(seed, theirs), daemon=True)
        self._process.start()
        theirs.close()

    def begin(self, task: Task) -> None:
        self.task, self._since = task, time.monotonic()
        self.tasks.send(task)

    def result(self) -> Result:
        """What became of the register; the process may have ended over it."""
        assert self.task
        number = self.task[0]
        try:
            return self.tasks.recv()
        except (EOFError, ConnectionError):
            self._process.join()
            status = self._process.exitcode
            return Result(number, finds=[("the process ended", f"with status {status}")])

    @property
    def is_late(self) -> bool:
        return self.task is not None and time.monotonic() - self._since > _PATIENCE

    @property
    def is_alive(self) -> bool:
        return self._process.is_alive()

    def end(self) -> None:
        """End it, be it in the midst of a register."""
        self._process.kill()
        self._process.join()


def results(seed: int, tasks: list[Task], processes: int) -> Iterator[Result]:
    """What became of each register, in the order in which they are done."""
    left = iter(tasks)
    working: list[_Process] = []

    def give(process: _Process) -> None:
        if task := next(left, None):
            process.begin(task)
            working.append(process)
        else:
            process.end()

    for _ in range(min(processes, len(tasks))):
        give(_Process(seed))
    while working:
        wait([process.tasks for process in working], timeout=1)
        for process in [*working]:
            if process.tasks.poll():
                working.remove(process)
                yield process.result()
                give(process if process.is_alive else _Process(seed))
            elif process.is_late:
                working.remove(process)
                process.end()
                yield Result(process.task[0], finds=[("nothing came for ten minutes", "")])
                give(_Process(seed))


# --- what was found -------------------------------------------------------------------------------


@dataclass
class Finds:
    """What was found, by its kind."""

    seed: int
    numbers: dict[str, list[int]] = field(default_factory=dict)

    def add(self, result: Result) -> None:
        """Count what was found of a register; of a kind not seen before, write it down."""
        for kind in dict.fromkeys(kind for kind, _ in result.finds):
            numbers = self.numbers.setdefault(kind, [])
            numbers.append(result.number)
            if len(numbers) == 1:
                self._write(kind, result)
                print(f"Found: {kind} (register {result.number})", flush=True)

    def _write(self, kind: str, result: Result) -> None:
        root = FOLDER / f"{len(self.numbers)}"
        trial = Trial.of(self.seed, result.number)
        trial.write(root)
        shown = [f"{one}: {what}" for one, what in result.finds if one == kind]
        lines = [kind, self.again(result.number), *shown[:20], str(trial)]
        said = "\n\n".join(lines).encode("utf-8", "backslashreplace")
        (root / "report.txt").write_bytes(said)

    def again(self, number: int) -> str:
        """How to try this register alone."""
        return f"make fuzz SEED={self.seed} ONLY={number}"

    def __str__(self) -> str:
        lines = []
        for place, (kind, numbers) in enumerate(self.numbers.items(), 1):
            lines.append(f"{kind}: {len(numbers)} times; .fuzz/{place}/report.txt")
            lines.append(f"    again: {self.again(numbers[0])}")
        return "\n".join(lines) or "Nothing was found."


# --- the command ----------------------------------------------------------------------------------


def one(seed: int, number: int) -> int:
    """Try one register, and print all there is to say of it."""
    result = tried(seed, number)
    print(Trial.of(seed, number))
    print(f"\n{'accepted' if result.accepted else 'refused'}, {result.seconds:.2f} s of processor")
    for kind, shown in result.finds:
        print(f"\n{kind}: {shown}")
    return int(bool(result.finds))


def many(seed: int, registers: int, wholes: int, processes: int) -> int:
    """Try many registers; then build the whole sites of some that were accepted."""
    begun = time.monotonic()
    shutil.rmtree(FOLDER, ignore_errors=True)
    finds, accepted, pages, slowest = Finds(seed), [], 0, Result(0)
    for count, result in enumerate(
        results(seed, [(number, False) for number in range(registers)], processes), 1
    ):
        finds.add(result)
        pages += result.pages
        slowest = max(slowest, result, key=lambda one: one.seconds)
        accepted += [result.number] * result.accepted
        if count % 1_000 == 0:
            spent = time.monotonic() - begun
            print(f"{count} registers in {spent:.0f} s, {len(accepted)} accepted", flush=True)
    chosen = Random(seed).sample(sorted(accepted), min(wholes, len(accepted)))
    for result in results(seed, [(number, True) for number in chosen], processes):
        finds.add(result)
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        f"Seed {seed}: {registers} registers in {time.monotonic() - begun:.0f} s, with "
        f"{spent.ru_utime + spent.ru_stime:.0f} s of processor in {processes} processes. "
        f"{len(accepted)} were accepted, and their {pages} pages rendered and judged; "
        f"of {len(chosen)}, the whole site was built. The slowest took {slowest.seconds:.1f} s "
        f"of processor (ONLY={slowest.number}).\n{finds}"
    )
    return int(bool(finds.numbers))


def main() -> int:
    """Run the command that the arguments name; its result is the exit status."""
    options = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    options.add_argument("--seed", type=int, default=int(time.time()))
    options.add_argument("--registers", type=int, default=10_000)
    options.add_argument("--wholes", type=int, default=4)
    options.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    options.add_argument("--only", type=int, help="the number of the only register to try")
    asked = options.parse_args()
    if asked.only is not None:
        return one(asked.seed, asked.only)
    return many(asked.seed, asked.registers, asked.wholes, asked.processes)


if __name__ == "__main__":
    sys.exit(main())
