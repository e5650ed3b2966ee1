"""Measures how long each stage of a build takes, and shows how far the build has come.

With `RELEVE_PROFILE` set, a build prints a table of its stages. On a terminal, a build that
runs for more than a second shows how many pages it has made; elsewhere, as in continuous
integration, it shows nothing.
"""

from __future__ import annotations

import os
import sys
import time

PROFILE = "RELEVE_PROFILE"
"""The environment variable that makes a build print the table."""
_QUIET = 1.0
"""Seconds that a stage runs before it shows progress."""
_EVERY = 0.2
"""Seconds between two lines of progress."""
_seconds: dict[str, float] = {}

# The first stage is the start: all processor time before this module was loaded.
_last = time.perf_counter() - time.process_time()
_last_shown = 0.0


def lap(stage: str) -> None:
    """Add the time since the last lap, or since the process began, to that of `stage`."""
    global _last
    now = time.perf_counter()
    _seconds[stage] = _seconds.get(stage, 0.0) + now - _last
    _last = now


def report() -> None:
    """Print each stage with its seconds and its share, if `RELEVE_PROFILE` is set; then reset."""
    if os.environ.get(PROFILE):
        total = sum(_seconds.values())
        for stage, seconds in [*_seconds.items(), ("in all", total)]:
            print(f"{stage:<24}{seconds:>9.2f} s{seconds / total:>7.0%}", file=sys.stderr)
    _seconds.clear()


def progress(done: int, total: int) -> None:
    """Show on a terminal that `done` of `total` pages are made, if the stage is slow."""
    global _last_shown
    now = time.perf_counter()
    is_last = done == total and _last_shown > _last
    if not is_last and now < max(_last + _QUIET, _last_shown + _EVERY):
        return
    if sys.stderr.isatty() and not os.environ.get("CI"):
        _last_shown = now
        print(f"\r{done} / {total}", end="\n" if is_last else "", file=sys.stderr, flush=True)
