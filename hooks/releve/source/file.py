"""One file of the register with its typed content, and answers computed from it."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

from ..runtime import Lazy
from .shape import Leaf, leaves
from .source_file import Source

_Result = TypeVar("_Result")


@dataclass(frozen=True, eq=False, slots=True)
class File:
    """One file of the register, read and typed.

    Two files are equal only if they are the same object. When a register is read again, a file
    that nobody has changed since stays the same object.
    """

    kind: str
    """A key of `schema.FILES`."""
    name: tuple[str, ...]
    """Its path below `data/` without the ending: ("meetings", "cm-jc", "2019-09-25")."""
    path: str
    """Path from the project's folder, with slashes."""
    content: Any
    """The content, of the type that `schema.FILES` gives, without what could not be understood."""
    _source: Lazy[Source] = field(repr=False)
    _remembered: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False)

    @property
    def source(self) -> Source:
        """The file as it was read."""
        return self._source.value

    def remember(self, key: Hashable, compute: Callable[[], _Result]) -> _Result:
        """The result of `compute`, which is called only once for each `key` of this file.

        The result must depend on this file alone, for it is kept as long as the file is unchanged.
        """
        if key not in self._remembered:
            self._remembered[key] = compute()
        return self._remembered[key]  # type: ignore[no-any-return]

    def remember_packed(self, key: Hashable, compute: Callable[[], _Result]) -> _Result:
        """As `remember`, for large results: kept as pickled bytes, and unpickled at each call.

        For the trial register `long-history` the bytes take 30 kB, and the objects 155 kB.
        """
        packed = self.remember(key, lambda: pickle.dumps(compute(), pickle.HIGHEST_PROTOCOL))
        return pickle.loads(packed)  # type: ignore[no-any-return]

    @property
    def leaves(self) -> list[Leaf]:
        """Every text and every reference in the file."""
        return self.remember(_LEAVES, lambda: list(leaves(self.content)))

    def __reduce__(self) -> Any:
        # The leaves are left out, since they would repeat the content: for the trial register
        # `long-history` they would add a fifth to the bytes.
        remembered = {key: result for key, result in self._remembered.items() if key != _LEAVES}
        return _restored, (
            remembered,
            self.kind,
            self.name,
            self.path,
            self.content,
            self._source,
        )


_LEAVES = "leaves"


def _restored(
    remembered: dict[Hashable, Any], kind: str, name: tuple[str, ...], *other_fields: Any
) -> File:
    """A file from what `__reduce__` gives."""
    file = File(_shared(kind), (*map(_shared, name[:-1]), *name[-1:]), *other_fields)
    for key, result in remembered.items():
        file._remembered[_shared(key)] = result
    return file


@cache
def _shared(value: _Result) -> _Result:
    """The first value equal to this one, so that files with the same strings share them."""
    return value
