"""What is said at length, put aside: few pages ask for it, and all the rest fits in memory."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, TypeVar, overload

_Value = TypeVar("_Value")


class Aside:
    """Values that are unpacked when they are asked for, and soon forgotten again."""

    __slots__ = ("_packed",)

    def __init__(self) -> None:
        self._packed = b""

    def put(self, values: list[Any]) -> None:
        self._packed = zlib.compress(pickle.dumps(values, pickle.HIGHEST_PROTOCOL), 1)

    def __getitem__(self, place: int) -> Any:
        return _unpacked(self)[place]


@lru_cache(maxsize=4)
def _unpacked(aside: Aside) -> list[Any]:
    return pickle.loads(zlib.decompress(aside._packed))  # type: ignore[no-any-return]


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
