"""Serves a site on this machine while somebody edits its register. Begin at `ServedSite`."""

from __future__ import annotations

import gc
import os
import sys
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

from ..language import said
from ..pages import in_menu
from ..register import Register, dependencies
from ..source import FOLDER, Message, tell
from .edited_site import EditedSite
from .outputs import OUTPUTS, Output, write_output
from .reader import RegisterReader
from .site import SiteBuild

_Step = TypeVar("_Step")

Snapshot = dict[str, tuple[int, int]]
"""By the path of each file: when it was last written, in nanoseconds since 1970, and its size."""

_PAGES = OUTPUTS[0]


class _OvertakenError(Exception):
    """A newer build has begun."""


_PROBLEMS = "problems.txt"
_OPEN = tell("Open %(address)s once the first build is done; Ctrl+C stops the server.")
_SITE_STAYS = tell("The register has errors, listed above. The site stays as it was.")


class ServedSite:
    """Follows the edits of a register, and shows them in the browser.

    These are the steps from a saved file to the browser:

    1. The thread `_look_for_edits` learns that something below `data/` was written: from the
       operating system, or from looking itself every half second.
    2. It writes a file into the folder `nudges`. The server of mkdocs watches that folder and then
       calls `rebuild`.
    3. The register is read again, but only the files that were written, and all of it is checked.
       If there are errors, they are printed and the site stays as it was; a bar over the page in
       the browser says them too (`overrides/partials/served.html`).
    4. The pages about what was edited are made (`EditedSite.show`). `rebuild` returns, and the
       server has the browser load its page again.
    5. Everything else that depends on the edit is written by a thread, `_write_outputs`: all other
       pages, after which browsers load their page once more; the sitemap; the index of the search.
       A newer edit interrupts this thread: see `_turns`.

    When the frame of the pages or the settings of the register were edited, mkdocs builds the whole
    site again instead.
    """

    def __init__(
        self, root: Path, frame: Iterable[str], complain: Callable[[str], object], address: str
    ) -> None:
        """`frame` names files and folders in `root` that pages are made from, besides the register.

        `complain` is called with a sentence when the register has errors and cannot be shown.
        `address` is where the site is served.
        """
        print(said(_OPEN.given(address=address)), file=sys.stderr, flush=True)
        self._data = (root / FOLDER).resolve()  # it may be a link to a folder elsewhere
        self._frame = [root / name for name in frame]
        self._complain: Callable[[Message], object] = lambda why: complain(said(why))
        self._reader = RegisterReader(root, incremental=True)
        self._build: SiteBuild | None = None
        self._is_good = False
        """Whether the register, as it was last read, has no errors."""
        self._built_from: set[tuple[str, bytes]] = set()
        """The files that the current build was made from, each with a digest."""
        self._files_read: Snapshot = {}
        """The files of the register when it was last read."""
        self._frame_seen: Snapshot = {}
        """The files of the frame when the whole site was last built."""
        self._nudges = TemporaryDirectory(prefix="releve_")
        self._idle = threading.Event()
        """Cleared while an edit is looked for and shown; the thread that writes then pauses, for it
        would slow that down.
        """
        self._idle.set()
        self._writing_late = threading.Lock()
        """Held while an output is written that can wait: two builds must not write it at once."""

    @property
    def nudges(self) -> str:
        """The path of a folder: whenever a file is written there, call `rebuild`."""
        return self._nudges.name

    # --- the first build, and all later builds of the whole site

    def register(self, prepare: Callable[[Register], object]) -> Register:
        """Read the register; while it has errors, return the one of the current build.

        Before the first build, wait until it has no errors. `prepare` is passed on as `meanwhile`:
        see `load_quickly`.
        """
        register = self._read(prepare)
        if register is None and self._build:
            self._complain(_SITE_STAYS)
            return self._build.register
        if register is None:
            self._complain(
                tell("The register has errors, listed above. Waiting until they are mended.")
            )
        while register is None:
            time.sleep(0.5)
            register = self._read(quiet=True)
        return register

    def begin(self, build: SiteBuild) -> None:
        """Make `build` the current one. Older builds take no further step: see `_turns`."""
        build.recording = True
        with dependencies.one_at_a_time:
            self._build, self._built_from = build, self._reader.digests

    def write(self, build: SiteBuild) -> None:
        """Write the whole site: outputs that can wait in a thread, the others before returning."""
        for output in OUTPUTS:
            if not output.can_wait:
                write_output(build, output)
        self._tell_browser(build)
        build.as_previous()  # computed now, so that the first edit is shown sooner
        self._write_in_background(build, [output for output in OUTPUTS if output.can_wait])

    # --- edits

    def follow_edits(self, build_all: Callable[[], object]) -> Callable[[], None]:
        """Begin to look for edits; return `rebuild`, to be called after each write into `nudges`.

        `rebuild` calls `build_all` when the whole site must be built again.
        """
        self._frame_seen = _snapshot(self._frame)
        threading.Thread(target=self._look_for_edits, daemon=True).start()

        def rebuild() -> None:
            self._idle.clear()
            now = _snapshot(self._frame)
            try:
                if now != self._frame_seen or not self._show_edits():
                    self._frame_seen = now
                    build_all()
            finally:
                self._idle.set()

        return rebuild

    def _look_for_edits(self) -> None:
        """Write into `nudges` whenever a file of the register was written. Never returns.

        The operating system reports such writes, but not always on a network disk or in a
        container. So this looks at the files every half second, too.
        """
        reported = threading.Event()
        edits = FileSystemEventHandler()
        edits.on_any_event = lambda event: reported.set()  # type: ignore[method-assign]
        kinds = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]
        observer = Observer()
        observer.schedule(edits, str(self._data), recursive=True, event_filter=kinds)
        with suppress(OSError):  # the system's limit of watched folders is reached
            observer.start()
        known = self._files_read
        while True:
            self._idle.clear()
            now = _snapshot([self._data])
            if now == known:
                self._idle.set()
            else:
                known = now
                self._nudge()
            reported.wait(timeout=0.5)
            reported.clear()

    def _nudge(self) -> None:
        Path(self.nudges, "nudge").touch()

    def _show_edits(self) -> bool:
        """Show the edits of the register; False if the whole site must be built again instead."""
        old = self._build
        assert old, "a site is served once it was built"
        if _snapshot([self._data]) == self._files_read:
            return True
        with dependencies.one_at_a_time:
            register = self._read(quiet=True)
            self._tell_browser(old)
            if register is None:
                self._complain(_SITE_STAYS)
                return True
            if _of_the_frame(register) != _of_the_frame(old.register):
                return False
            edited = {file for file, _ in self._reader.digests ^ self._built_from}
            if edited:
                build = EditedSite(old, register)
                build.show(edited, old.register)
                self.begin(build)
                self._write_in_background(build, OUTPUTS)
        return True

    def _tell_browser(self, build: SiteBuild) -> None:
        """Write what is wrong with the register beside the pages, which show it above their own."""
        wrong = "" if self._is_good else f"{self._reader.reported}\n\n{said(_SITE_STAYS)}"
        (build.site / _PROBLEMS).write_text(wrong, encoding="utf-8")

    def _read(
        self, meanwhile: Callable[[Register], object] | None = None, quiet: bool = False
    ) -> Register | None:
        self._files_read = _snapshot([self._data])
        register = self._reader.read(meanwhile, quiet)
        self._is_good = register is not None
        return register

    # --- writing in the background

    def _write_in_background(self, build: SiteBuild, outputs: Iterable[Output]) -> None:
        thread = threading.Thread(target=self._write_outputs, args=(build, outputs), daemon=True)
        thread.start()

    def _write_outputs(self, build: SiteBuild, outputs: Iterable[Output]) -> None:
        """Write some outputs, until a newer build begins."""

        def turns(steps: Callable[[], Iterable[_Step]]) -> Iterator[_Step]:
            return self._turns(build, steps)

        try:
            for output in outputs:
                with self._writing_late if output.can_wait else nullcontext():
                    write_output(build, output, turns)
                if output is _PAGES:
                    self._nudge()  # browsers then load their pages again
        except _OvertakenError:
            return
        except (OSError, CalledProcessError):
            if build is self._build:  # otherwise the newer build may have deleted the folder
                raise
            return
        gc.collect()  # frees the register as it was before the edit

    def _turns(self, build: SiteBuild, steps: Callable[[], Iterable[_Step]]) -> Iterator[_Step]:
        """Run the steps of a build, each only when no other thread makes pages and nobody waits.

        Raises `_OvertakenError` as soon as a newer build has begun.
        """
        iterator = iter(steps())
        while True:
            self._idle.wait()
            with dependencies.one_at_a_time:
                if build is not self._build:
                    raise _OvertakenError
                try:
                    step = next(iterator)
                except StopIteration:
                    return
            yield step


def _of_the_frame(register: Register) -> tuple[object, ...]:
    """What the frame of the pages, which mkdocs draws, has of a register."""
    return register.settings, register.as_of, in_menu(register)


def _snapshot(paths: Iterable[Path | os.DirEntry[str]]) -> Snapshot:
    """All files at these paths, and in the folders among them, each with its date and size."""
    files: Snapshot = {}
    for path in paths:
        with suppress(OSError):  # it was deleted meanwhile
            if path.is_dir() and not path.is_symlink():
                with os.scandir(path) as inside:
                    files |= _snapshot(inside)
            else:
                state = path.stat()
                files[os.fspath(path)] = state.st_mtime_ns, state.st_size
    return files
