"""The folder in which a site is written: beside the old site, whose place it takes at the end.

Whatever fails before that leaves the old site as it was. Begin at `SiteFolder`.
"""

from __future__ import annotations

import atexit
import contextlib
import errno
import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from subprocess import CalledProcessError

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
        Where a step fails, those before it are undone, so that the old site is there as it was.
        Raises `RefusedError` then.
        """
        moved: list[tuple[Path, Path]] = []

        def move(path: Path, to: Path) -> None:
            path.rename(to)
            moved.append((path, to))

        try:
            if self.site.is_dir():
                for entry in self.site.glob(".*"):
                    if not (self.new / entry.name).exists():
                        move(entry, self.new / entry.name)
                shutil.rmtree(self._old, ignore_errors=True)
                move(self.site, self._old)
            move(self.new, self.site)
        except OSError as error:
            for path, to in reversed(moved):
                with contextlib.suppress(OSError):
                    to.rename(path)
            raise RefusedError(
                tell(
                    "%(site)s cannot be replaced by the new site: %(why)s. Look at its rights, and "
                    "at those of %(folder)s; on Windows, close what has files of it open.",
                    site=self.site,
                    why=reason(error),
                    folder=self.site.parent,
                )
            ) from None
        atexit.unregister(self._abandon)
        shutil.rmtree(self._old, ignore_errors=True)

    def _abandon(self) -> None:
        """Delete the new folder, unless it holds hidden files of the site: see `finish`."""
        if self.new.is_dir() and not any(self.new.glob(".*")):
            shutil.rmtree(self.new, ignore_errors=True)


_RIGHTS = tell("Look at its rights.")
_REMEDIES = {
    errno.ENOSPC: tell("Make room on that disk, and build again."),
    errno.EDQUOT: tell("Make room in your share of that disk, and build again."),
    errno.EFBIG: tell("Raise the limit that the system sets to the size of a file (`ulimit -f`)."),
    errno.EROFS: tell("Nothing can be written on that disk: build elsewhere."),
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.EIO: tell("The disk has a fault: build elsewhere."),
}
"""What to do about each way in which a disk fails."""


def reason_of(error: Exception, folder: SiteFolder | None) -> str:
    """Why no site was written to a folder, and what to do about it; empty if the error is neither
    a refusal nor of the disk, but a fault of the program.
    """
    if isinstance(error, RefusedError):
        return str(error)
    if isinstance(error, CalledProcessError) and folder:
        return said(
            tell(
                "The index of the search cannot be written in %(folder)s: Pagefind stopped "
                "(%(status)s). See what it says above, and whether there is room on that disk.",
                folder=folder.new,
                status=error.returncode,
            )
        )
    if not isinstance(error, OSError) or error.errno not in _REMEDIES or folder is None:
        return ""
    where = error.filename2 or error.filename or folder.new
    failed = tell("%(where)s cannot be written: %(reason)s.", where=where, reason=reason(error))
    return f"{said(failed)} {said(_REMEDIES[error.errno])}"


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
