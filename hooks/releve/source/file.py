"""One file of the register, typed."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

from ..runtime import Lazy
from .shape import Leaf, leaves
from .source_file import Source

_Answer = TypeVar("_Answer")


@dataclass(frozen=True, eq=False, slots=True)
class File:
    """One file of the register, read and typed. It is itself as long as it is not written anew."""

    kind: str
    """A key of `schema.FILES`."""
    name: tuple[str, ...]
    """Its path below `data/` without the ending: ("meetings", "cm-jc", "2019-09-25")."""
    path: str
    """Path from the project's folder, with slashes."""
    content: Any
    """What the file holds, typed as `schema.FILES` says, without what could not be understood."""
    _source: Lazy[Source] = field(repr=False)
    _remembered: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False)

    @property
    def source(self) -> Source:
        """The file as it was read."""
        return self._source.value

    def remember(self, question: Hashable, answer: Callable[[], _Answer]) -> _Answer:
        """What follows from this file alone: worked out once, and kept as long as the file is."""
        if question not in self._remembered:
            self._remembered[question] = answer()
        return self._remembered[question]  # type: ignore[no-any-return]

    def remember_packed(self, question: Hashable, answer: Callable[[], _Answer]) -> _Answer:
        """The same of what is bulky: it is kept as bytes, and unpacked whenever it is asked for."""
        packed = self.remember(question, lambda: pickle.dumps(answer(), pickle.HIGHEST_PROTOCOL))
        return pickle.loads(packed)  # type: ignore[no-any-return]

    @property
    def leaves(self) -> list[Leaf]:
        """Every text and every reference in the file."""
        return self.remember(_LEAVES, lambda: list(leaves(self.content)))

    def __reduce__(self) -> Any:
        # The leaves are the content once more.
        remembered = {
            question: answer for question, answer in self._remembered.items() if question != _LEAVES
        }
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
    remembered: dict[Hashable, Any], kind: str, name: tuple[str, ...], *rest: Any
) -> File:
    """A file as it was; files share the words that they have in common."""
    file = File(_shared(kind), (*map(_shared, name[:-1]), *name[-1:]), *rest)
    for question, answer in remembered.items():
        file._remembered[_shared(question)] = answer
    return file


@cache
def _shared(value: _Answer) -> _Answer:
    return value
