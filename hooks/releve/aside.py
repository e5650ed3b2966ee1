"""What is said at length, put aside: few pages ask for it, and all the rest fits in memory."""

from __future__ import annotations

import os
import pickle
import zlib
from collections.abc import Sequence
from functools import cache, lru_cache
from tempfile import TemporaryFile
from typing import IO, Any, TypeVar, overload

_Value = TypeVar("_Value")


class Aside:
    """Values that are unpacked when they are asked for, and soon forgotten again.

    Once another process has sent them, they are in a file.
    """

    __slots__ = ("_at", "_packed", "_size")

    _packed: bytes | IO[bytes]
    """As bytes, or the file that holds them: so many, from there on."""
    _at: int
    _size: int

    def put(self, values: list[Any]) -> None:
        self._packed = zlib.compress(pickle.dumps(values, pickle.HIGHEST_PROTOCOL), 1)

    def __getitem__(self, place: int) -> Any:
        return _unpacked(self)[place]

    def packed(self) -> bytes:
        if isinstance(self._packed, bytes):
            return self._packed
        return os.pread(self._packed.fileno(), self._size, self._at)

    def __reduce__(self) -> Any:
        return _in_file, (self.packed(),)


def _in_file(packed: bytes) -> Aside:
    aside, file = Aside(), _file_of(os.getpid())
    aside._packed, aside._at, aside._size = file, file.tell(), len(packed)
    file.write(packed)
    file.flush()
    return aside


@cache
def _file_of(process: int) -> IO[bytes]:
    """It has no name, and is gone with the last process that knows it."""
    return TemporaryFile(prefix="releve_")


@lru_cache(maxsize=4)
def _unpacked(aside: Aside) -> list[Any]:
    return pickle.loads(zlib.decompress(aside.packed()))  # type: ignore[no-any-return]


class Passage(Sequence[_Value]):
    """A list that stands at a place among what was put aside."""

    __slots__ = ("_aside", "_length", "_place")

    def __init__(self, aside: Aside, place: int, length: int) -> None:
        self._aside = aside
        self._place = place
        self._length = length

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> _Value: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[_Value]: ...
    def __getitem__(self, index: int | slice) -> _Value | Sequence[_Value]:
        return self._aside[self._place][index]  # type: ignore[no-any-return]
