"""A register as it is at a commit of its repository, read beside the working tree."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from ..register import Register
from ..source import FOLDER, Message, tell
from .load import load


class NoRegisterError(Exception):
    """There is no register at a commit, or no such commit; `message` says which."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


def register_at(root: Path, commit: str) -> Register:
    """The register of the project in `root` as it is at a commit: a branch, a tag or an id.

    NoRegisterError if git knows no such commit, or if there is no register that can be read.
    """
    found = _git(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{commit}}"
    )
    if found is None:
        raise NoRegisterError(tell("git knows no commit `%(commit)s`.", commit=commit))
    archive = _git(root, "archive", found.decode().strip(), FOLDER)
    with TemporaryDirectory() as name:
        if archive is not None:
            with tarfile.open(fileobj=io.BytesIO(archive)) as files:
                files.extractall(name, filter="data")
        register, _ = load(Path(name))
    if register is None or register.broken:  # what a file holds that cannot be read would be new
        raise NoRegisterError(
            tell("there is no register that can be read at `%(commit)s`.", commit=commit)
        )
    return register


def _git(root: Path, *arguments: str) -> bytes | None:
    """What a command of git prints; None if it fails."""
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    except OSError:  # git is not there
        return None
    return done.stdout if done.returncode == 0 else None
