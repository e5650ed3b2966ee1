"""Every page of the register, filled and written, by as many processes as there are processors.

A page that depends on nothing that has changed since the previous build is not made again: see
`register/dependencies.py`. It is taken from the old site, if it still is what was written there.
"""

from __future__ import annotations

import gc
import math
import multiprocessing
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_EXCEPTION, wait
from ctypes import c_int64
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from multiprocessing.sharedctypes import RawArray
from pathlib import Path
from typing import Any

from ..pages import Page, Renderer, Shell
from ..register import PageDependencies, PageRecord, dependencies, digest, recording
from ..runtime import copies, processors, timing


@dataclass(frozen=True, slots=True)
class PageWriter:
    """Fills and writes pages."""

    renderers: dict[str, Renderer]
    """By language."""
    shells: dict[tuple[str, str], Shell]
    """By language and kind of page."""
    folder: Path
    """Where the site is written."""
    recording: bool = True
    """Whether anybody will ask what the pages depend on."""
    old_site: Path | None = None
    """Where the site of the previous build was moved."""
    unchanged: dict[str, PageRecord] = field(default_factory=dict)
    """Pages of the previous build that would be made the same, by address."""

    def write(self, page: Page, made: PageDependencies) -> None:
        """Write a page, unless it is there already; `made` learns what it depends on."""
        if self._take_from_old_site(page):
            return
        shell = self.shells[page.language, page.kind]
        with dependencies.one_at_a_time:
            dependencies.start_page()
            slots = self.renderers[page.language].slots(page)
            html = shell.fill(page.address, slots).encode()
            if self.recording:
                made.take(page.address, shell.digest, digest(html))
        path = self._path(page)
        if not path.is_file():
            path.parent.mkdir(parents=True, exist_ok=True)
        elif path.read_bytes() == html:
            return
        path.write_bytes(html)

    def _take_from_old_site(self, page: Page) -> bool:
        """Move a page here from the old site, if it would be the same; whether that was done."""
        unchanged = self.unchanged.get(page.address) if self.old_site else None
        shell = self.shells[page.language, page.kind]
        if not self.old_site or not unchanged or unchanged.shell != shell.digest:
            return False
        old = self.old_site / page.address / "index.html"
        if not old.is_file() or digest(old.read_bytes()) != unchanged.html:
            return False
        self._path(page).parent.mkdir(parents=True, exist_ok=True)
        old.rename(self._path(page))
        return True

    def _path(self, page: Page) -> Path:
        return self.folder / page.address / "index.html"


Share = Callable[[], Iterable[Page]]
"""Pages, listed only while they are made: in a large register, the list alone is large."""

_FEW = 200
"""Pages that are written before another process would have begun."""


def write_pages(writer: PageWriter, pages: Sequence[Share]) -> PageDependencies:
    """Write every page, given by language; what those depend on that were made.

    A failure of one ends the whole, with its own error. A process does pages of one language, so
    that a text that stands on several is set once. Where the processors cannot share the languages
    evenly, they share each of them.
    """
    processes = processors()
    parts = processes // math.gcd(processes, len(pages))
    shares = [partial(_part, every, part, parts) for every in pages for part in range(parts)]
    total = sum(1 for every in pages for _ in every())
    if processes > 1 and total >= _FEW:
        return _write_in_parallel(writer, shares, total)
    everything = chain.from_iterable(every() for every in pages)
    return _write_one_by_one(writer, everything, lambda done: timing.progress(done, total))


def _part(every: Share, part: int, parts: int) -> Iterable[Page]:
    return islice(every(), part, None, parts)


def _write_one_by_one(
    writer: PageWriter, pages: Iterable[Page], progress: Callable[[int], None]
) -> PageDependencies:
    made = PageDependencies()
    with recording(writer.recording):
        for done, page in enumerate(pages, 1):
            writer.write(page, made)
            progress(done)
    return made


# --- several processes --------------------------------------------------------------------

_writer: PageWriter
_shares: Sequence[Share]
_total: int
_done: Any
"""What the other processes are born with, as copies of this one; `_done` is shared by all: how many
pages of each share are done.
"""


def _write_in_parallel(writer: PageWriter, shares: Sequence[Share], total: int) -> PageDependencies:
    """Write the first share here and the others elsewhere: an idle process would hold memory."""
    global _writer, _shares, _total, _done
    _writer, _shares, _total = writer, shares, total
    _done = RawArray(c_int64, len(shares))
    gc.freeze()  # what never changes is not looked at again, nor copied for that
    try:
        with copies(processors() - 1) as pool:
            others = [pool.submit(_write_share, number) for number in range(1, len(shares))]
            made = _write_share(0)
            for number, other in reversed([*enumerate(others, 1)]):
                if other.cancel():  # nobody has begun it yet
                    made.add(_write_share(number))
            running = {other for other in others if not other.cancelled()}
            while running:
                ended, running = wait(running, timeout=0.2, return_when=FIRST_EXCEPTION)
                for other in ended:
                    made.add(other.result())
                _show_progress()
    finally:
        del _writer, _shares, _total, _done
    return made


def _write_share(number: int) -> PageDependencies:
    in_first_process = multiprocessing.parent_process() is None

    def progress(done: int) -> None:
        _done[number] = done
        if in_first_process:
            _show_progress()

    made = _write_one_by_one(_writer, _shares[number](), progress)
    return made if in_first_process else made.portable()


def _show_progress() -> None:
    timing.progress(sum(_done), _total)
