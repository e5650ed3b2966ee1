"""Other processes, born as copies of this one, so that they know all that it knows."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor


def processors() -> int:
    """How many processes can work at once; one where none can be born as a copy."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "fork") else 1


def copies(number: int) -> ProcessPoolExecutor:
    """So many of them, to work beside this one."""
    return ProcessPoolExecutor(number, mp_context=multiprocessing.get_context("fork"))
