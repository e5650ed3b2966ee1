"""What one run leaves to the next, in `.cache/`: never trusted, and never needed.

In continuous integration, which throws its folder away, nothing is left unless `.cache/` is there.

Each part is one file: a digest of the code that made it, a digest of what follows, and values by
name. If either does not hold, the part is as good as absent, and is made anew.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
import pickle
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pydantic

FOLDER = ".cache"

_HERE = Path(__file__).parent
_INSTALLED = Path(pydantic.__file__).parent.parent


def is_kept(root: Path) -> bool:
    """Whether there may be a next run that finds what this one leaves."""
    return not os.environ.get("CI") or (root / FOLDER).is_dir()


def load(root: Path, part: str) -> dict[str, bytes]:
    """What was saved as a `part`; empty if there is nothing, or nothing that can be used."""
    try:
        said = (root / FOLDER / part).read_bytes()
    except OSError:
        return {}
    made_by, digest, rest = said[:_SIZE], said[_SIZE : 2 * _SIZE], memoryview(said)[2 * _SIZE :]
    if made_by != _code(root) or digest != _digest(rest):
        return {}
    return pickle.loads(rest)  # type: ignore[no-any-return]


def save(root: Path, part: str, packed: dict[str, bytes]) -> None:
    """Leave a `part` to the next run. Where nothing can be written, nothing is left."""
    if not is_kept(root):
        return
    rest = pickle.dumps(packed, pickle.HIGHEST_PROTOCOL)
    path = root / FOLDER / part
    new = path.with_name(f"{part}.{os.getpid()}")
    with contextlib.suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        new.write_bytes(_code(root) + _digest(rest) + rest)
        new.replace(path)


def pack(value: Any) -> bytes:
    """A value as it is saved. What did not change need not be packed again."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def unpack(packed: dict[str, bytes]) -> dict[str, Any]:
    """The values that were packed, by name."""
    with to_stay():
        return {name: pickle.loads(one) for name, one in packed.items()}


@contextlib.contextmanager
def to_stay() -> Iterator[None]:
    """What is made meanwhile is no garbage, and is never searched for any."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


_SIZE = hashlib.sha256().digest_size


def _digest(said: bytes | memoryview) -> bytes:
    return hashlib.sha256(said).digest()


@cache
def _code(root: Path) -> bytes:
    """A digest of all that works on a register: Python, what is installed, ours, the templates."""
    ours = [path for kind in ("*.py", "*.po") for path in sorted(_HERE.rglob(kind))]
    templates = sorted((root / "overrides" / "register").rglob("*.html"))
    installed = sorted(path.name for path in _INSTALLED.glob("*.dist-info"))
    found = hashlib.sha256(repr((sys.version, installed)).encode())
    for path in [*ours, *templates]:
        found.update(path.name.encode() + b"\0" + _digest(path.read_bytes()))
    return found.digest()
