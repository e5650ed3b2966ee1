"""Every page of the register, filled and written, by as many processes as there are processors.

A page that would be made from the same as by the build before is not made again: see
`made_from.py`. It is taken from the site that was set aside, if it still is what was written.
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
from ..register import PageRecord, dependencies, digest
from ..runtime import copies, processors, timing


@dataclass(frozen=True, slots=True)
class PageWriter:
    """What there is to do."""

    renderers: dict[str, Renderer]
    """By language."""
    shells: dict[tuple[str, str], Shell]
    """By language and kind of page."""
    folder: Path
    """Where the site stands."""
    noting: bool = True
    """Whether anybody will ask what the pages were made from."""
    aside: Path | None = None
    """Where the site of the build before was set aside."""
    kept: dict[str, PageRecord] = field(default_factory=dict)
    """Pages that would be made from the same as by the build before, by their address."""

    def do(self, page: Page, made: dependencies.PageDependencies) -> None:
        """Write a page, unless it stands there as it is; `made` learns from what."""
        shell = self.shells[page.language, page.kind]
        path = self.folder / page.address / "index.html"
        if self.aside and (kept := self.kept.get(page.address)) and kept.around == shell.digest:
            old = self.aside / page.address / "index.html"
            if old.is_file() and digest(old.read_bytes()) == kept.html:
                path.parent.mkdir(parents=True, exist_ok=True)
                old.rename(path)
                return
        with dependencies.one_at_a_time:
            dependencies.begin()
            slots = self.renderers[page.language].slots(page)
            html = shell.fill(page.address, slots).encode()
            if self.noting:
                made.take(page.address, shell.digest, digest(html))
        if not path.is_file():
            path.parent.mkdir(parents=True, exist_ok=True)
        elif path.read_bytes() == html:
            return
        path.write_bytes(html)


Share = Callable[[], Iterable[Page]]
"""Pages, listed only while they are made: in a large register, the list alone is large."""


def write_pages(work: PageWriter, pages: Sequence[Share]) -> dependencies.PageDependencies:
    """Write every page, given by language, and tell what those were made from that were made.

    A failure of one ends the whole, with its own error. A process does pages of one language, so
    that a text that stands on several is set once. Where the processors cannot share the languages
    evenly, they share each of them.
    """
    processes = processors()
    parts = processes // math.gcd(processes, len(pages))
    shares = [partial(_some, every, part, parts) for every in pages for part in range(parts)]
    whole = sum(1 for every in pages for _ in every())
    if processes > 1 and whole >= _FEW:
        return _do_in_parallel(work, shares, whole)
    everything = chain.from_iterable(every() for every in pages)
    return _do_some(work, everything, lambda done: timing.tell(done, whole))


def _some(every: Share, part: int, parts: int) -> Iterable[Page]:
    return islice(every(), part, None, parts)


_FEW = 200
"""Pages that are written before another process would have begun."""
_MANY = 50_000
"""New things after which garbage is searched for: a page makes thousands, and hardly any."""
_work: PageWriter
_shares: Sequence[Share]
_whole: int
_done: Any
"""What the other processes were born with: they are copies of this one."""


def _do_in_parallel(
    work: PageWriter, shares: Sequence[Share], whole: int
) -> dependencies.PageDependencies:
    """Do the first share here and the others elsewhere: an idle process would hold memory."""
    global _work, _shares, _whole, _done
    _work, _shares, _whole, _done = work, shares, whole, RawArray(c_int64, len(shares))
    gc.freeze()  # what never changes is not looked at again, nor copied for that
    try:
        with copies(processors() - 1) as pool:
            others = [pool.submit(_do_share, number) for number in range(1, len(shares))]
            made = _do_share(0)
            for number, other in reversed([*enumerate(others, 1)]):
                if other.cancel():  # nobody has begun it yet
                    made.add(_do_share(number))
            running = {other for other in others if not other.cancelled()}
            while running:
                ended, running = wait(running, timeout=0.2, return_when=FIRST_EXCEPTION)
                for one in ended:
                    made.add(one.result())
                _tell()
    finally:
        del _work, _shares, _whole, _done
    return made


def _do_share(number: int) -> dependencies.PageDependencies:
    here = multiprocessing.parent_process() is None

    def tell(done: int) -> None:
        _done[number] = done
        if here:
            _tell()

    made = _do_some(_work, _shares[number](), tell)
    return made if here else made.alone()


def _tell() -> None:
    timing.tell(sum(_done), _whole)


def _do_some(
    work: PageWriter, pages: Iterable[Page], tell: Callable[[int], None]
) -> dependencies.PageDependencies:
    made = dependencies.PageDependencies()
    before = gc.get_threshold()
    gc.set_threshold(_MANY)
    try:
        with dependencies.noting(work.noting):
            for done, page in enumerate(pages, 1):
                work.do(page, made)
                tell(done)
    finally:
        gc.set_threshold(*before)
    return made
