"""Data that one run saves in `.cache/` for the next, which never needs it.

Continuous integration throws its folder away after a run, so nothing is saved there, unless a
folder `.cache/` exists already.

Each part is one file, which holds three things: a digest of the code that made it, a digest of the
content, and the content, which is a pickled dictionary from names to packed values. A part whose
code has changed, or whose content is damaged, counts as absent, and is made again. That finds
accidents and not attacks: whoever can write into the folder can run code (SECURITY.md).

Begin at `load` and `save`.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
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
    if not switches.is_on("cache"):
        return False
    return not os.environ.get("CI") or (root / FOLDER).is_dir()


def load(root: Path, part: str) -> dict[str, bytes]:
    """The packed values that were saved as `part`, by name; empty if there are none to be used."""
    if not switches.is_on("cache"):
        return {}
    try:
        saved = (root / FOLDER / part).read_bytes()
    except OSError:
        return {}
    made_by, digest = saved[:_SIZE], saved[_SIZE : 2 * _SIZE]
    content = memoryview(saved)[2 * _SIZE :]
    if made_by != _code_digest(root) or digest != _digest(content):
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
        new.write_bytes(_code_digest(root) + _digest(content) + content)
        new.replace(path)


def pack(value: Any) -> bytes:
    """A value as the bytes that are saved. The bytes of an unchanged value can be saved again."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def unpack(packed: dict[str, bytes]) -> dict[str, Any]:
    """The values of packed bytes, by name."""
    return {name: pickle.loads(pickled) for name, pickled in packed.items()}


_SIZE = hashlib.sha256().digest_size


def _digest(content: bytes | memoryview) -> bytes:
    return hashlib.sha256(content).digest()


@cache
def _code_digest(root: Path) -> bytes:
    """A digest of all code that reads a register: Python, packages, this package, templates."""
    ours = [path for kind in ("*.py", "*.po") for path in sorted(_HERE.rglob(kind))]
    templates = sorted((root / "overrides" / "register").rglob("*.html"))
    installed = sorted(path.name for path in _INSTALLED.glob("*.dist-info"))
    digest = hashlib.sha256(repr((sys.version, installed)).encode())
    for path in [*ours, *templates]:
        digest.update(os.fsencode(path) + b"\0" + _digest(path.read_bytes()))
    return digest.digest()
