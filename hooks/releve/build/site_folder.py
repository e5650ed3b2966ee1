"""The folder in which a site is written: beside the old site, whose place it takes at the end.

Whatever fails before that leaves the old site as it was. Begin at `SiteFolder`.
"""

from __future__ import annotations

import atexit
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from ..language import reported, said
from ..source import Message, Problem, reason, tell

try:
    import fcntl
except ImportError:  # on Windows, nothing prevents two builds at once
    fcntl = None  # type: ignore[assignment]


class RefusedError(Exception):
    """Why no site is written, and what to do about it."""

    def __init__(self, why: Message, problems: Iterable[Problem] = ()) -> None:
        listed = [reported(problems)] if problems else []
        super().__init__("\n".join([said(why), *listed]))


class SiteFolder:
    """A new folder beside the site, for one build at a time."""

    def __init__(self, site: Path) -> None:
        """`site` is the folder of the finished site, which need not exist.

        Raises `RefusedError` where a build would delete what is not its own, where another build
        of the same site is under way, or where nothing can be written.
        """
        self.site = site
        self.new = site.with_name(f".{site.name}.new")
        """The folder to write."""
        self._old = site.with_name(f".{site.name}.old")
        for folder in (self.site, self.new, self._old):
            if refusal := refusal_of(folder):
                raise RefusedError(refusal)
        try:
            self._lock = self._locked()
            if self._old.is_dir() and not site.exists():
                self._old.rename(site)  # the last build was killed between two steps of `finish`
            _empty(self.new)
        except OSError as error:
            raise RefusedError(
                tell(
                    "%(file)s cannot be written: %(why)s. Look at its rights, and at "
                    "those of %(folder)s.",
                    file=error.filename,
                    why=reason(error),
                    folder=site.parent,
                )
            ) from None
        atexit.register(self._abandon)

    def _locked(self) -> int:
        """Make the folder `new` if there is none, and lock it as long as this process lives."""
        self.new.mkdir(parents=True, exist_ok=True)
        if not fcntl:
            return -1
        lock = os.open(self.new, os.O_RDONLY)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise RefusedError(
                tell(
                    "Another build is writing %(site)s. Wait until it has ended, and build again.",
                    site=self.site,
                )
            ) from None
        except OSError:
            pass  # a network disk without locks
        if self.new.is_dir() and os.path.samestat(os.fstat(lock), self.new.stat()):
            return lock
        os.close(lock)  # the other build ended meanwhile, and the folder is the site now
        return self._locked()

    def finish(self) -> None:
        """Let the new folder take the place of the site; hidden files in it stay.

        mkdocs keeps hidden files too: a site may be a checkout of its own, with a folder `.git`.
        """
        if self.site.is_dir():
            for entry in self.site.glob(".*"):
                if not (self.new / entry.name).exists():
                    entry.rename(self.new / entry.name)
            shutil.rmtree(self._old, ignore_errors=True)
            self.site.rename(self._old)
        atexit.unregister(self._abandon)  # from now on another build may write a folder `new`
        self.new.rename(self.site)
        shutil.rmtree(self._old, ignore_errors=True)

    def _abandon(self) -> None:
        """Delete the new folder, unless it holds hidden files of the site: see `finish`."""
        if self.new.is_dir() and not any(self.new.glob(".*")):
            shutil.rmtree(self.new, ignore_errors=True)


def refusal_of(folder: Path) -> Message | None:
    """Why a build does not write into a folder; None if it may.

    A build deletes what it finds there. Behind a link that may be anything.
    """
    if folder.is_symlink():
        return tell(
            "%(folder)s is a link, and a build would delete what it leads to. Delete the link.",
            folder=folder,
        )
    if folder.exists() and not folder.is_dir():
        return tell(
            "%(folder)s is not a folder. Move it away: a build writes a folder of this name.",
            folder=folder,
        )
    return None


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue  # of the site: the last build was killed in the midst of `finish`
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
