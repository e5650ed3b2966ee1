"""Where the time of a build goes, and how far it has come.

With `RELEVE_PROFILE` set, a build prints a table of its stages. On a terminal, a build that
takes a while shows how many pages it has made; elsewhere, as in continuous integration, it is
silent.
"""

from __future__ import annotations

import os
import sys
import time

PROFILE = "RELEVE_PROFILE"
"""The environment variable that asks for the table."""
_QUIET = 1.0
"""Seconds for which a stage says nothing of how far it is."""
_EVERY = 0.2
"""Seconds from one time that it says so to the next."""
_seconds: dict[str, float] = {}

# What the process has done before this module was loaded was to start.
_last = time.perf_counter() - time.process_time()
_told = 0.0


def lap(stage: str) -> None:
    """Count the time since the last lap, or since the start, as that of a stage."""
    global _last
    now = time.perf_counter()
    _seconds[stage] = _seconds.get(stage, 0.0) + now - _last
    _last = now


def report() -> None:
    """Print the stages with their seconds and their share, if asked for, and begin anew."""
    if os.environ.get(PROFILE):
        total = sum(_seconds.values())
        for stage, seconds in [*_seconds.items(), ("in all", total)]:
            print(f"{stage:<24}{seconds:>9.2f} s{seconds / total:>7.0%}", file=sys.stderr)
    _seconds.clear()


def progress(done: int, total: int) -> None:
    """Show on a terminal how far the stage has come that is under way, once it takes a while."""
    global _told
    now = time.perf_counter()
    ends = done == total and _told > _last
    if not ends and now < max(_last + _QUIET, _told + _EVERY):
        return
    if sys.stderr.isatty() and not os.environ.get("CI"):
        _told = now
        print(f"\r{done} / {total}", end="\n" if ends else "", file=sys.stderr, flush=True)
