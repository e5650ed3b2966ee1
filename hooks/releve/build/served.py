"""A site that is served on this machine while somebody writes its register."""

from __future__ import annotations

import gc
import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext, suppress
from pathlib import Path
from subprocess import CalledProcessError
from tempfile import TemporaryDirectory
from typing import TypeVar

from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from ..register import Register, dependencies
from ..source import FOLDER
from .edited_site import EditedSite
from .outputs import OUTPUTS, Output, write_output
from .reader import RegisterReader
from .site import SiteBuild

_Step = TypeVar("_Step")

Written = dict[str, tuple[int, int]]
"""Of each file, when it was written last, in nanoseconds, and its size."""

_PAGES = OUTPUTS[0]


class _OvertakenError(Exception):
    """A newer build has begun."""


class ServedSite:
    """Follows the edits of a register, and shows them in the browser.

    The way from a saved file to the browser:

    1. The operating system says that something below `data/` was written, or a look every half
       second finds it (`_look_for_edits`, a thread).
    2. A file is written into `nudges`, which the server of mkdocs watches. It calls `rebuild`.
    3. The register is read again, but only the files that were written, and all of it is checked.
       If there are errors, they are printed and the site stays as it was.
    4. The pages about what was edited are made (`EditedSite.show`). `rebuild` returns, and the
       server has the browser load its page again.
    5. Everything else that depends on the edit is written by a thread, `_write_rest`: all other
       pages, after which browsers load their page once more; the sitemap; the index of the search.
       An edit that comes meanwhile goes first: see `_turns`.

    When the frame of the pages was edited, or the settings of the register, mkdocs builds all anew.
    """

    def __init__(self, root: Path, frame: Iterable[str], complain: Callable[[str], object]) -> None:
        """`frame` are the files and folders around the register that pages are made from;
        `complain` is told, in a sentence, that the register cannot be shown.
        """
        self._data = root / FOLDER
        self._frame = [root / name for name in frame]
        self._complain = complain
        self._reader = RegisterReader(root, again=True)
        self._build: SiteBuild | None = None
        self._built_from: set[tuple[str, bytes]] = set()
        """The files that the current build was made from, each with a digest."""
        self._read_at: Written = {}
        """What there was to read when the register was read last."""
        self._frame_at: Written = {}
        self._nudges = TemporaryDirectory(prefix="releve_")
        self._nobody_waits = threading.Event()
        """Set while there is time for what nobody waits for. A thread that computes would slow
        down others that ask for many files.
        """
        self._nobody_waits.set()
        self._waiting = threading.Lock()
        """Held while something is written that can wait: an older build may still be at it."""

    @property
    def nudges(self) -> str:
        """A folder: whenever something is written there, `rebuild` is to be called."""
        return self._nudges.name

    # --- the first build, and all that begin anew

    def register(self, ready: Callable[[Register], object]) -> Register:
        """The register as it stands, or as it was while it has errors; the first time, this waits
        until it has none. `ready`: as `meanwhile` in `load_again`.
        """
        register = self._read(ready)
        if register is None and self._build:
            self._complain("The register has errors, listed above. The site stays as it was.")
            return self._build.register
        if register is None:
            self._complain("The register has errors, listed above. Waiting until they are mended.")
        while register is None:
            time.sleep(0.5)
            register = self._read(quiet=True)
        return register

    def begin(self, build: SiteBuild) -> None:
        """Let a build be the current one, and no step of an older one be done any more."""
        build.recording = True
        with dependencies.one_at_a_time:
            self._build, self._built_from = build, self._reader.digests

    def write(self, build: SiteBuild) -> None:
        """Write a site for the first time: what is shown now, and the rest behind."""
        for output in OUTPUTS:
            if not output.can_wait:
                write_output(build, output)
        build.as_previous()  # now, and not when somebody waits for an edit
        self._write_behind(build, [output for output in OUTPUTS if output.can_wait])

    # --- edits

    def follow_edits(self, build_all: Callable[[], object]) -> Callable[[], None]:
        """Begin to look for edits. What is given is called where all must be built anew; what is
        returned is to be called after each nudge.
        """
        self._frame_at = _written(self._frame)
        threading.Thread(target=self._look_for_edits, daemon=True).start()

        def rebuild() -> None:
            self._nobody_waits.clear()
            now = _written(self._frame)
            try:
                if now != self._frame_at or not self._show_edits():
                    self._frame_at = now
                    build_all()
            finally:
                self._nobody_waits.set()

        return rebuild

    def _look_for_edits(self) -> None:
        """Nudge the server whenever a file of the register was written.

        The system says when to look. On a shared disk or in a container it may not, so there is a
        look every half second anyway.
        """
        woken = threading.Event()
        edits = FileSystemEventHandler()
        edits.on_any_event = lambda event: woken.set()  # type: ignore[method-assign]
        kinds = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]
        observer = Observer()
        observer.schedule(edits, str(self._data), recursive=True, event_filter=kinds)
        with suppress(OSError):  # the system tells of no more files
            observer.start()
        known = self._read_at
        while True:
            self._nobody_waits.clear()
            now = _written([self._data])
            if now == known:
                self._nobody_waits.set()
            else:
                known = now
                self._nudge()
            woken.wait(timeout=0.5)
            woken.clear()

    def _nudge(self) -> None:
        Path(self.nudges, "nudge").touch()

    def _show_edits(self) -> bool:
        """Show what was edited; False if that takes more than pages of the register."""
        old = self._build
        assert old, "a site is served once it was built"
        if _written([self._data]) == self._read_at:
            return True
        with dependencies.one_at_a_time:
            register = self._read(quiet=True)
            if register is None:
                self._complain("The register has errors, listed above. The site stays as it was.")
                return True
            if (register.settings, register.as_of) != (old.register.settings, old.register.as_of):
                return False
            edited = {file for file, _ in self._reader.digests ^ self._built_from}
            if edited:
                build = EditedSite(old, register)
                build.show(edited, old.register)
                self.begin(build)
                self._write_behind(build, OUTPUTS)
        return True

    def _read(
        self, meanwhile: Callable[[Register], object] | None = None, quiet: bool = False
    ) -> Register | None:
        self._read_at = _written([self._data])
        return self._reader.read(meanwhile, quiet)

    # --- what nobody waits for

    def _write_behind(self, build: SiteBuild, outputs: Iterable[Output]) -> None:
        thread = threading.Thread(target=self._write_rest, args=(build, outputs), daemon=True)
        thread.start()

    def _write_rest(self, build: SiteBuild, outputs: Iterable[Output]) -> None:
        """Write some outputs, unless a newer build has begun."""

        def turns(steps: Callable[[], Iterable[_Step]]) -> Iterator[_Step]:
            return self._turns(build, steps)

        try:
            for output in outputs:
                with self._waiting if output.can_wait else nullcontext():
                    write_output(build, output, turns)
                if output is _PAGES:
                    self._nudge()  # browsers load these pages too
        except _OvertakenError:
            return
        except (OSError, CalledProcessError):
            if build is self._build:  # else that one has cleared the site
                raise
            return
        gc.collect()  # the register as it was before the edit

    def _turns(self, build: SiteBuild, steps: Callable[[], Iterable[_Step]]) -> Iterator[_Step]:
        """The steps of a build, each while no page is made elsewhere and nobody waits."""
        iterator = iter(steps())
        while True:
            self._nobody_waits.wait()
            with dependencies.one_at_a_time:
                if build is not self._build:
                    raise _OvertakenError
                try:
                    step = next(iterator)
                except StopIteration:
                    return
            yield step


def _written(places: Iterable[Path | os.DirEntry[str]]) -> Written:
    """When each file at some places, or below them, was written last, and its size."""
    files: Written = {}
    for place in places:
        with suppress(OSError):  # it is gone
            if place.is_dir() and not place.is_symlink():
                with os.scandir(place) as inside:
                    files |= _written(inside)
            else:
                at = place.stat()
                files[os.fspath(place)] = at.st_mtime_ns, at.st_size
    return files
