"""Worker processes, forked from this one, so that they start with all that it has in memory."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import connection

from . import switches


def processors() -> int:
    """How many processes can work at once; 1 where the system cannot fork."""
    if not switches.is_on("parallel") or not hasattr(os, "fork"):
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # macOS cannot say which processors a process may use


def copies(number: int) -> ProcessPoolExecutor:
    """A pool of `number` processes. They are forked when it is first given work.

    They end with this process, however it ends, and at once at Ctrl+C.
    """
    fork = multiprocessing.get_context("fork")
    return ProcessPoolExecutor(number, mp_context=fork, initializer=_end_with_parent)


def _end_with_parent() -> None:
    if signal.getsignal(signal.SIGINT) != signal.SIG_IGN:  # as a shell starts what ends in `&`
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # otherwise they would go on to the next work
    parent = multiprocessing.parent_process()
    assert parent, "runs in a forked process"

    def wait_for_its_end() -> None:
        connection.wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=wait_for_its_end, daemon=True).start()
