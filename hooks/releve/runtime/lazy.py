"""Values that are kept out of memory until somebody asks for them.

What another process or an earlier run has made of a file comes as bytes. Most of it is long (what
was said at a meeting, the text of its file) and asked for by few pages. Such a value stays packed,
in an unnamed temporary file, and is unpacked each time it is asked for; the last few are at hand.

A value is the same however it came: `Lazy` and `LazyList` hold what was put in, packed or not, and
nothing tells the two apart. At 1,280 meetings (52,116 pages) this keeps LAZY_FIGURE out of memory.
With `RELEVE_WITHOUT=lazy` everything is unpacked at once and stays in memory.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from tempfile import TemporaryFile
from typing import IO, Any, Generic, TypeVar, cast, get_args, overload

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from . import switches

_Value = TypeVar("_Value")

_AT_HAND = 16
"""Values that were unpacked and are kept for the next who asks: about one meeting's agenda."""


class Lazy(Generic[_Value]):
    """One value; a process that receives it, or finds it in the cache, leaves it packed."""

    __slots__ = ("_packed", "_value")

    def __init__(self, value: _Value) -> None:
        self._value = value
        self._packed: _Packed | None = None

    @property
    def value(self) -> _Value:
        """What was put in."""
        return self._value if self._packed is None else cast("_Value", _unpacked(self._packed))

    def __reduce__(self) -> Any:
        return _restored, (pickle.dumps(self.value, pickle.HIGHEST_PROTOCOL),)


class _Packed:
    """Where the bytes of a value are: in a file of this process or of the one it was born from."""

    __slots__ = ("at", "file", "size")

    def __init__(self, packed: bytes) -> None:
        self.file = _file_of(os.getpid())
        self.at, self.size = self.file.tell(), len(packed)
        self.file.write(packed)
        self.file.flush()

    def read(self) -> bytes:
        return os.pread(self.file.fileno(), self.size, self.at)


@cache
def _file_of(process: int) -> IO[bytes]:
    """A file without a name, which is gone with the last process that knows it."""
    return TemporaryFile(prefix="releve_")


@lru_cache(maxsize=_AT_HAND)
def _unpacked(packed: _Packed) -> object:
    return pickle.loads(packed.read())


def _restored(packed: bytes) -> Lazy[Any]:
    # Where `pread` is missing, no process is born as a copy, and all is in one memory anyway.
    if not switches.is_on("lazy") or not hasattr(os, "pread"):
        return Lazy(pickle.loads(packed))
    lazy: Lazy[Any] = Lazy(None)
    lazy._packed = _Packed(packed)
    return lazy


class LazyList(Sequence[_Value]):
    """A list that nobody changes, of which only the length is always in memory.

    As the type of a field it takes what `list` takes. It equals a list with the same values.
    """

    __slots__ = ("_lazy", "_length")

    def __init__(self, values: Iterable[_Value] = ()) -> None:
        held = list(values)
        self._lazy = Lazy(held)
        self._length = len(held)

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> _Value: ...
    @overload
    def __getitem__(self, index: slice) -> list[_Value]: ...
    def __getitem__(self, index: int | slice) -> _Value | list[_Value]:
        return self._lazy.value[index]

    def __iter__(self) -> Iterator[_Value]:
        return iter(self._lazy.value if self._length else ())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, LazyList | list) or len(other) != self._length:
            return False
        return all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]  # as of a list

    def __repr__(self) -> str:
        return repr(list(self))

    def __reduce__(self) -> Any:
        # What is empty needs no bytes anywhere.
        return (_restored_list, (self._length, self._lazy)) if self._length else (LazyList, ())

    def __copy__(self) -> LazyList[_Value]:
        return self

    def __deepcopy__(self, memo: Any) -> LazyList[_Value]:
        return self

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        (of,) = get_args(source) or (Any,)
        values = handler.generate_schema(list[of])  # type: ignore[valid-type]
        return core_schema.no_info_after_validator_function(
            cls,
            values,
            serialization=core_schema.plain_serializer_function_ser_schema(
                list, return_schema=values
            ),
        )


def _restored_list(length: int, lazy: Lazy[list[Any]]) -> LazyList[Any]:
    restored: LazyList[Any] = LazyList()
    restored._length, restored._lazy = length, lazy
    return restored
