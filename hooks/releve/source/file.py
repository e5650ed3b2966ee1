"""One file of the register, typed."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, TypeVar

from ..runtime import Aside, Map, Passage
from . import schema
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
    _source: Source | Aside = field(repr=False)
    _worked_out: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False)

    @property
    def source(self) -> Source:
        """The file as it was read."""
        return self._source[_SOURCE] if isinstance(self._source, Aside) else self._source

    def put_aside(self) -> File:
        """The same file, with what it says at length put aside, and what was worked out of it."""
        aside = Aside()
        at_length: list[Any] = [self.source]
        content = self.content
        if self.kind == "meeting":
            agenda = [_outline(item, aside, at_length) for item in content.agenda]
            content = content.model_copy(update={"agenda": agenda})
        elif self.kind == "follow-up":
            reports = [_without_text(report) for report in content.reports]
            content = content.model_copy(update={"reports": reports})
        elif self.kind == "seals" and content:
            content = Map(content)
        aside.put(at_length)
        found = replace(self, content=content, _source=aside)
        for question, answer in self._worked_out.items():
            if question != "leaves":
                found._worked_out[question] = answer or ()
        return found

    def once(self, question: Hashable, answer: Callable[[], _Answer]) -> _Answer:
        """What follows from this file alone: worked out once, and kept as long as the file is."""
        if question not in self._worked_out:
            self._worked_out[question] = answer()
        return self._worked_out[question]  # type: ignore[no-any-return]

    def seldom(self, question: Hashable, answer: Callable[[], _Answer]) -> _Answer:
        """The same of what is bulky: it is kept as bytes."""
        packed = self.once(question, lambda: pickle.dumps(answer(), pickle.HIGHEST_PROTOCOL))
        return pickle.loads(packed)  # type: ignore[no-any-return]

    @property
    def leaves(self) -> list[Leaf]:
        """Every text and every reference in the file."""
        return self.once("leaves", lambda: list(leaves(self.content)))

    def __reduce__(self) -> Any:
        said = (self.kind, self.name, self.path, self.content, self._source)
        return _unpickled, (self._worked_out, *said)


def _unpickled(
    worked_out: dict[Hashable, Any], kind: str, name: tuple[str, ...], *rest: Any
) -> File:
    """A file as it was; files share the words that they have in common."""
    file = File(_same(kind), (*map(_same, name[:-1]), *name[-1:]), *rest)
    for question, answer in worked_out.items():
        file._worked_out[_same(question)] = answer
    return file


@cache
def _same(value: _Answer) -> _Answer:
    return value


_SOURCE = 0
"""Where the source of a file stands among what it has put aside."""


def _outline(item: schema.Item, aside: Aside, at_length: list[Any]) -> schema.Item:
    """An item of an agenda without what was said, which is then to be put aside."""
    narrative: Any = item.narrative
    if narrative:
        narrative = Passage(aside, len(at_length), len(narrative))
        at_length.append(item.narrative)
    items = [_outline(part, aside, at_length) for part in item.items]
    outcomes: Any = item.outcomes
    if outcomes != "none":
        outcomes = [_without_text(outcome) for outcome in item.outcomes]
    return item.model_copy(update={"items": items, "narrative": narrative, "outcomes": outcomes})


def _without_text(record: Any) -> Any:
    """A decision, a follow-up, a note or a report, with its text put aside."""
    return record.model_copy(update={"text": Map(record.text)}) if record.text else record
