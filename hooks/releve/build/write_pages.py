"""Fills and writes every page of the register, in as many processes as there are processors.

Comes in: a `PageWriter` and lists of pages. Goes out: the files of the pages, and a record of what
each of them depends on. Begin at `write_pages`.

A page that depends on nothing that changed since the previous build is not made again: see
`register/dependencies.py`. Its file is shared with the old site, if its digest is still right.
"""

from __future__ import annotations

import math
import multiprocessing
import shutil
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_EXCEPTION, wait
from ctypes import c_int64
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from multiprocessing.sharedctypes import RawArray
from pathlib import Path
from typing import Any, Protocol, TypeVar

from ..pages import DATA, Page, Renderer, Shell
from ..register import PageDependencies, PageRecord, dependencies, digest, recording
from ..runtime import copies, processors, timing

_Written = TypeVar("_Written", contravariant=True)
"""What is written: a page, or another thing."""


@dataclass(frozen=True, slots=True)
class PageWriter:
    """Fills and writes single pages; holds all that this needs."""

    renderers: dict[str, Renderer]
    """One for each language, by its code."""
    shells: dict[tuple[str, str], Shell]
    """By code of language and kind of page."""
    folder: Path
    """The folder of the site."""
    recording: bool = True
    """Whether to record what each page depends on, for a later build."""
    old_site: Path | None = None
    """The folder of the previous build's site; None if no page of it may be kept."""
    unchanged: dict[str, PageRecord] = field(default_factory=dict)
    """Pages of the previous build that would be made the same, by address."""

    def write(self, page: Page, made: PageDependencies) -> None:
        """Write a page, unless its file is right already; add its dependencies to `made`."""
        if page.kind == DATA or self._keep(page):
            return  # the page of data tells the sizes of other files, and is written after them
        shell = self.shells[page.language, page.kind]
        with dependencies.one_at_a_time:
            dependencies.start_page()
            slots = self.renderers[page.language].slots(page)
            html = shell.fill(page.address, slots).encode()
            if self.recording:
                made.take(page.address, shell.digest, digest(html))
        write_if_new(self._path(page), html)

    def write_late(self, page: Page) -> None:
        """Write a page that is made anew each time."""
        with dependencies.one_at_a_time:
            slots = self.renderers[page.language].slots(page)
            html = self.shells[page.language, page.kind].fill(page.address, slots).encode()
        write_if_new(self._path(page), html)

    def _keep(self, page: Page) -> bool:
        """Take a page that would be the same from the old site; False if it must be made."""
        unchanged = self.unchanged.get(page.address) if self.old_site else None
        shell = self.shells[page.language, page.kind]
        if not self.old_site or not unchanged or unchanged.shell != shell.digest:
            return False
        old = self.old_site / page.address / "index.html"
        return take_over(old, self._path(page), unchanged.html)

    def _path(self, page: Page) -> Path:
        return self.folder / page.address / "index.html"


def write_if_new(path: Path, content: bytes) -> None:
    """Write a file, unless it has this content already: then a browser need not load it again."""
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
    elif path.read_bytes() == content:
        return
    path.write_bytes(content)


def take_over(old: Path, new: Path, expected: bytes) -> bool:
    """Put a file of the old site into the new one, if its content has the digest `expected`."""
    if not old.is_file() or digest(old.read_bytes()) != expected:
        return False
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        new.hardlink_to(old)  # until the new site takes its place, the old one stays whole
    except OSError:  # a disk without such links
        shutil.copyfile(old, new)
    return True


class Writer(Protocol[_Written]):
    """Writes pages, or other things, one by one."""

    @property
    def recording(self) -> bool:
        """Whether to record what each of them depends on."""
        ...

    def write(self, page: _Written, made: PageDependencies, /) -> None:
        """Write one of them, and add its dependencies to `made`."""
        ...


Share = Callable[[], Iterable[_Written]]
"""Lists pages one by one: a register of 1,280 meetings has 52,116, too many to hold at once."""

_FEW = 200
"""With fewer pages, one process has written them all before another one has started."""


def write_pages(writer: Writer[_Written], pages: Sequence[Share[_Written]]) -> PageDependencies:
    """Write every page; return what the pages depend on that were made.

    `pages` has one entry for each language. A process makes pages of one language at a time, so
    that a text that is on several of them is turned into HTML once. If the number of languages is
    no multiple of the number of processors, each language is divided into parts.

    The first error in any process ends the work, and is raised here.
    """
    processes = processors()
    parts = processes // math.gcd(processes, len(pages))
    shares = [partial(_part, share, part, parts) for share in pages for part in range(parts)]
    total = sum(1 for share in pages for _ in share())
    if processes > 1 and total >= _FEW:
        return _write_in_parallel(writer, shares, total)
    everything = chain.from_iterable(share() for share in pages)
    return _write_one_by_one(writer, everything, lambda done: timing.progress(done, total))


def _part(share: Share[_Written], part: int, parts: int) -> Iterable[_Written]:
    return islice(share(), part, None, parts)


def _write_one_by_one(
    writer: Writer[_Written], pages: Iterable[_Written], progress: Callable[[int], None]
) -> PageDependencies:
    made = PageDependencies()
    with recording(writer.recording):
        for done, page in enumerate(pages, 1):
            writer.write(page, made)
            progress(done)
    return made


# --- several processes --------------------------------------------------------------------

_writer: Writer[Any]
_shares: Sequence[Share[Any]]
_total: int
_done: Any
"""Set before the other processes are forked, which inherit these. `_done` is memory that all of
them share: how many pages of each share are done.
"""


def _write_in_parallel(
    writer: Writer[_Written], shares: Sequence[Share[_Written]], total: int
) -> PageDependencies:
    """Write the first share in this process and the others in new ones; return as `write_pages`.

    This process works too, because one that only waits would hold memory for nothing.
    """
    global _writer, _shares, _total, _done
    _writer, _shares, _total = writer, shares, total
    _done = RawArray(c_int64, len(shares))
    try:
        with copies(processors() - 1) as pool:
            others = [pool.submit(_write_share, number) for number in range(1, len(shares))]
            made = _write_share(0)
            for number, other in reversed([*enumerate(others, 1)]):
                if other.cancel():  # no process has begun it yet
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
