"""Values that are kept out of memory until somebody asks for them.

Another process or an earlier run sends what it made of a file as bytes. Most of these bytes are
long texts (the discussion at a meeting, the text of its file) that few pages read. Such a value
stays packed, in an unnamed temporary file, and is unpacked each time it is read; the last few that
were unpacked stay in memory.

Begin at `Lazy`, one value, and `LazyList`, a list. Both give back the value that was put in, and
nothing shows a reader whether it was packed.

A register of 320 meetings takes 97 MB of memory once it is read, and 201 MB with
`RELEVE_WITHOUT=lazy`, which unpacks everything at once.
"""

from __future__ import annotations

import atexit
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
"""How many unpacked values stay in memory: about those of one meeting's agenda."""


class Lazy(Generic[_Value]):
    """Holds one value, which stays packed in a process that unpickles this object."""

    __slots__ = ("_packed", "_value")

    def __init__(self, value: _Value) -> None:
        self._value = value
        self._packed: _Packed | None = None

    @property
    def value(self) -> _Value:
        """The value that was put in."""
        return self._value if self._packed is None else cast("_Value", _unpacked(self._packed))

    def __reduce__(self) -> Any:
        return _restored, (pickle.dumps(self.value, pickle.HIGHEST_PROTOCOL),)


class _Packed:
    """Where the bytes of a value are: in a file of this process, or of its parent process."""

    __slots__ = ("file", "offset", "size")

    def __init__(self, packed: bytes) -> None:
        self.file = _file_of(os.getpid())
        self.offset, self.size = self.file.tell(), len(packed)
        self.file.write(packed)
        self.file.flush()

    def read(self) -> bytes:
        return os.pread(self.file.fileno(), self.size, self.offset)


@cache
def _file_of(process: int) -> IO[bytes]:
    """The temporary file of a process; the system deletes it when no process has it open."""
    file = TemporaryFile(prefix="releve_")  # noqa: SIM115 (it is read as long as the process lasts)
    atexit.register(file.close)  # Python 3.13 complains of a file that is still open
    return file


@lru_cache(maxsize=_AT_HAND)
def _unpacked(packed: _Packed) -> object:
    return pickle.loads(packed.read())


def _restored(packed: bytes) -> Lazy[Any]:
    # Where `pread` is missing, so is `fork`: one process then holds everything in memory anyway.
    if not switches.is_on("lazy") or not hasattr(os, "pread"):
        return Lazy(pickle.loads(packed))
    lazy: Lazy[Any] = Lazy(None)
    lazy._packed = _Packed(packed)
    return lazy


_NOTHING: Lazy[Any] = Lazy([])
"""What all empty lists hold."""


class LazyList(Sequence[_Value]):
    """An immutable list whose values may be packed; only its length is always in memory.

    A pydantic field of this type accepts what a `list` field accepts. A `LazyList` equals a list
    that holds equal values.
    """

    __slots__ = ("_lazy", "_length")

    def __init__(self, values: Iterable[_Value] = ()) -> None:
        as_list = list(values)
        self._lazy = Lazy(as_list) if as_list else _NOTHING
        self._length = len(as_list)

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

    __hash__ = None  # type: ignore[assignment]  # a list has no hash either

    def __repr__(self) -> str:
        return repr(list(self))

    def __reduce__(self) -> Any:
        # An empty list needs no bytes in the temporary file.
        return (_restored_list, (self._length, self._lazy)) if self._length else (LazyList, ())

    def __copy__(self) -> LazyList[_Value]:
        return self

    def __deepcopy__(self, memo: Any) -> LazyList[_Value]:
        return self

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        (value_type,) = get_args(source) or (Any,)
        values = handler.generate_schema(list[value_type])  # type: ignore[valid-type]
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
