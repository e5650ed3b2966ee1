"""Data that one run saves in `.cache/` for the next, which works without it, only slower.

Continuous integration throws its folder away after a run, so nothing is saved there, unless a
folder `.cache/` exists already.

Each part is one file, which holds two things: a signature, and the content, which is a pickled
dictionary from names to packed values. The signature is an HMAC of the content and of all code that
made it, with a key that is kept in the user's own folder and in no checkout. A part whose code has
changed, whose content is damaged, or that somebody else has put there counts as absent, and is made
again. That matters because unpickling can run code.

Begin at `load` and `save`.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import pickle
import secrets
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pydantic

from . import switches

FOLDER = ".cache"
_HERE = Path(__file__).parent.parent
_INSTALLED = Path(pydantic.__file__).parent.parent


def is_kept(root: Path) -> bool:
    """Whether this run saves anything in `root`, the project's folder, for a next run."""
    if not switches.is_on("cache") or is_refused(root) or not _key(root):
        return False
    return not os.environ.get("CI") or (root / FOLDER).is_dir()


def is_refused(root: Path) -> bool:
    """Whether the folder is a link: what it leads to may be anything, and is left alone."""
    return (root / FOLDER).is_symlink()


def load(root: Path, part: str) -> dict[str, bytes]:
    """The packed values that were saved as `part`, by name; empty if there are none to be used."""
    if not switches.is_on("cache") or is_refused(root):
        return {}
    try:
        saved = (root / FOLDER / part).read_bytes()
    except OSError:
        return {}
    signature, content = saved[:_SIZE], memoryview(saved)[_SIZE:]
    if not hmac.compare_digest(signature, _signature(root, part, content)):
        return {}
    return pickle.loads(content)  # type: ignore[no-any-return]


def save(root: Path, part: str, packed: dict[str, bytes]) -> None:
    """Save packed values by name, as `part`. A folder that cannot be written to is no error."""
    if not is_kept(root):
        return
    content = pickle.dumps(packed, pickle.HIGHEST_PROTOCOL)
    path = root / FOLDER / part
    new = path.with_name(f"{part}.{os.getpid()}")
    with contextlib.suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        new.write_bytes(_signature(root, part, content) + content)
        new.replace(path)


def pack(value: Any) -> bytes:
    """A value as the bytes that are saved. The bytes of an unchanged value can be saved again."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def unpack(packed: dict[str, bytes]) -> dict[str, Any]:
    """The values of packed bytes, by name."""
    return {name: pickle.loads(pickled) for name, pickled in packed.items()}


_SIZE = hashlib.sha256().digest_size


def _signature(root: Path, part: str, content: bytes | memoryview) -> bytes:
    """The HMAC of a part; without a key it is random, and so no part can have it."""
    if not (key := _key(root)):
        return secrets.token_bytes(_SIZE)
    signature = hmac.new(key, _code_digest(root) + part.encode() + b"\0", "sha256")
    signature.update(content)
    return signature.digest()


@cache
def _key(root: Path) -> bytes:
    """The key of this user on this machine, made at first use; empty if none can be kept."""
    try:
        home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache").resolve()
        if home.is_relative_to(root.resolve()):
            return b""  # a checkout could bring it
        path = home / "releve" / "key"
        if not path.is_file():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            new = path.with_name(f"key.{os.getpid()}")
            new.touch(mode=0o600)
            new.write_bytes(secrets.token_bytes(_SIZE))
            new.replace(path)
        return path.read_bytes()
    except (OSError, RuntimeError):  # no such folder, no home, no right to write there
        return b""


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


@cache
def _code_digest(root: Path) -> bytes:
    """A digest of all code that reads a register: Python, packages, this package, templates."""
    ours = [(_HERE, path) for kind in ("*.py", "*.po") for path in sorted(_HERE.rglob(kind))]
    templates = [(root, path) for path in sorted((root / "overrides/register").rglob("*.html"))]
    installed = sorted(path.name for path in _INSTALLED.glob("*.dist-info"))
    digest = hashlib.sha256(repr((sys.version, installed)).encode())
    for folder, path in [*ours, *templates]:
        # Below its folder: a checkout that is moved keeps what it has saved.
        name = os.fsencode(path.relative_to(folder))
        with contextlib.suppress(OSError):  # a build says that it cannot be read; others need not
            digest.update(name + b"\0" + _digest(path.read_bytes()))
    return digest.digest()
