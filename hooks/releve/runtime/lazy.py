"""What is said at length, put aside: few pages ask for it, and all the rest fits in memory."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from tempfile import TemporaryFile
from typing import IO, Any, TypeVar, overload

_Value = TypeVar("_Value")


class _Packed:
    """What was said, as bytes; in a file, once another process has sent it."""

    __slots__ = ("_at", "_bytes", "_size")

    _bytes: bytes | IO[bytes]
    """The bytes, or the file that holds so many of them from there on."""
    _at: int
    _size: int

    def put(self, value: object) -> None:
        """Put it aside as it is now."""
        self._bytes = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)

    def _packed(self) -> bytes:
        if isinstance(self._bytes, bytes):
            return self._bytes
        return os.pread(self._bytes.fileno(), self._size, self._at)

    def __reduce__(self) -> Any:
        return _received, (type(self), self._packed())


def _received(kind: type[_Packed], packed: bytes) -> _Packed:
    found = kind.__new__(kind)
    if not hasattr(os, "pread"):  # nor can processes be born there that would share the memory
        found._bytes = packed
        return found
    file = _file_of(os.getpid())
    found._bytes, found._at, found._size = file, file.tell(), len(packed)
    file.write(packed)
    file.flush()
    return found


@cache
def _file_of(process: int) -> IO[bytes]:
    """It has no name, and is gone with the last process that knows it."""
    return TemporaryFile(prefix="releve_")


class Map(_Packed, Mapping[str, Any]):
    """A map that is not empty: a text by language, or all seals."""

    __slots__ = ()
    __hash__ = object.__hash__

    def __init__(self, entries: Mapping[str, Any]) -> None:
        self.put(dict(entries))

    def __getitem__(self, key: str) -> Any:
        return _map(self)[key]

    def __iter__(self) -> Iterator[str]:
        return iter(_map(self))

    def __len__(self) -> int:
        return len(_map(self))

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        return self is other

    def __repr__(self) -> str:
        return repr(_map(self))


@lru_cache(maxsize=500)
def _map(entries: Map) -> dict[str, Any]:
    return pickle.loads(entries._packed())  # type: ignore[no-any-return]


class Aside(_Packed):
    """Values that were put aside together, and are forgotten again soon after they were asked."""

    __slots__ = ()

    def __getitem__(self, place: int) -> Any:
        return _values(self)[place]


@lru_cache(maxsize=4)
def _values(aside: Aside) -> list[Any]:
    return pickle.loads(aside._packed())  # type: ignore[no-any-return]


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
