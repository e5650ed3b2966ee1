"""Every page of the register, filled and written, by as many processes as there are processors."""

from __future__ import annotations

import gc
import math
import multiprocessing
import os
from concurrent.futures import FIRST_EXCEPTION, Future, ProcessPoolExecutor, wait
from ctypes import c_int64
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import clock
from .pages import Page
from .render import Renderer
from .shell import Shell


@dataclass(frozen=True, slots=True)
class Work:
    """What there is to do."""

    pages: dict[str, list[Page]]
    """By language."""
    renderers: dict[str, Renderer]
    shells: dict[tuple[str, str], Shell]
    """By language and kind of page."""
    folder: Path
    """Where the site stands."""

    def write(self, page: Page) -> None:
        """Write a page, unless it stands there as it is."""
        slots = self.renderers[page.language].slots(page)
        html = self.shells[page.language, page.kind].fill(page.address, slots).encode()
        path = self.folder / page.address / "index.html"
        if not path.is_file():
            path.parent.mkdir(parents=True, exist_ok=True)
        elif path.read_bytes() == html:
            return
        path.write_bytes(html)


def write_all(work: Work) -> None:
    """Write every page. A failure of one ends the whole, with its own error.

    A process does pages of one language, so that a text that stands on several is set once. Where
    the processors cannot share the languages evenly, they share each of them.
    """
    processes = len(os.sched_getaffinity(0)) if hasattr(os, "fork") else 1
    parts = processes // math.gcd(processes, len(work.pages))
    shares = [every[part::parts] for every in work.pages.values() for part in range(parts)]
    whole = sum(map(len, shares))
    if processes == 1 or whole < _FEW:
        for done, page in enumerate(page for share in shares for page in share):
            work.write(page)
            clock.tell(done, whole)
        return
    _write_in_parallel(work, shares, processes)


_FEW = 200
"""Pages that are written before another process would have begun."""

_work: Work
_shares: list[list[Page]]
_done: Any
"""What the processes of a pool were born with: they are copies of this one."""


def _write_in_parallel(work: Work, shares: list[list[Page]], processes: int) -> None:
    global _work, _shares, _done
    born = multiprocessing.get_context("fork")
    _work, _shares, _done = work, shares, born.RawArray(c_int64, len(shares))
    gc.collect()
    gc.freeze()  # what never changes is not looked at again, nor copied for that
    try:
        with ProcessPoolExecutor(processes, mp_context=born) as pool:
            running: set[Future[None]] = {pool.submit(_write_share, n) for n in range(len(shares))}
            while running:
                ended, running = wait(running, timeout=0.2, return_when=FIRST_EXCEPTION)
                for one in ended:
                    one.result()
                clock.tell(sum(_done), sum(map(len, shares)))
    finally:
        gc.unfreeze()
        del _work, _shares, _done


def _write_share(number: int) -> None:
    for page in _shares[number]:
        _work.write(page)
        _done[number] += 1
