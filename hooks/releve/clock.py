"""Where the time of a build goes, and how far it has come.

With `RELEVE_PROFILE` set, a build prints a table of its stages. On a terminal, a build that
takes a while shows how many pages it has made; elsewhere, as in continuous integration, it is
silent.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

PROFILE = "RELEVE_PROFILE"
"""The environment variable that asks for the table."""

_T = TypeVar("_T")
_QUIET = 1.0
"""Seconds for which a loop says nothing of how far it is."""
_EVERY = 0.2
"""Seconds from one time that it says so to the next."""

_seconds: dict[str, float] = {}
# What the process has done before this module was loaded was to start.
_last = time.perf_counter() - time.process_time()


def lap(stage: str) -> None:
    """Count the time since the last lap, or since the start, as that of a stage."""
    global _last
    now = time.perf_counter()
    _seconds[stage] = _seconds.get(stage, 0.0) + now - _last
    _last = now


def report() -> None:
    """Print the stages with their seconds and their share, if asked for, and begin anew."""
    if os.environ.get(PROFILE):
        whole = sum(_seconds.values())
        for stage, seconds in [*_seconds.items(), ("in all", whole)]:
            print(f"{stage:<24}{seconds:>9.2f} s{seconds / whole:>7.0%}", file=sys.stderr)
    _seconds.clear()


def counted(things: Sequence[_T], said: str) -> Iterator[_T]:
    """Each of the things; a long loop over them shows on a terminal how far it is."""
    shows = sys.stderr.isatty() and not os.environ.get("CI")
    first = due = time.perf_counter() + _QUIET
    for number, thing in enumerate(things, 1):
        yield thing
        if shows and (now := time.perf_counter()) > due:
            due = now + _EVERY
            print(f"\r{said}: {number} / {len(things)}", end="", file=sys.stderr, flush=True)
    if due > first:
        print(f"\r{said}: {len(things)} / {len(things)}", file=sys.stderr)
