"""Other processes, born as copies of this one, so that they know all that it knows."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor

from . import switches


def processors() -> int:
    """How many processes can work at once; one where none can be born as a copy."""
    if not switches.is_on("parallel") or not hasattr(os, "fork"):
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # as on macOS


def copies(number: int) -> ProcessPoolExecutor:
    """So many of them, to work beside this one."""
    return ProcessPoolExecutor(number, mp_context=multiprocessing.get_context("fork"))
