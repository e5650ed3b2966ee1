"""What each page depends on, so that it is made again only when something of that has changed.

While a page is made, whatever it reads of a register is recorded, as dependencies of these kinds:

    ("thing", key)          what a thing says itself; any of it, or that it is there at all
    ("link", key, field)    what other files say of a thing: one of `model.LINKS`
    ("find", key)           that the register holds nothing under a key
    ("kind", kind)          which things of a kind there are
    ("table", name, key)    what was worked out beforehand, for all pages: see `Table`

What is the same for every page is no dependency of any: the directories, the day, the settings.
What dependencies come to in a register, and so whether they have changed: `dependency_values.py`.
"""

from __future__ import annotations

import hashlib
import os
import threading
from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from ..runtime import switches
from .model import LINKS, Recorder, Thing, reads_recorded

Dependency = tuple[str, ...]

_reads: set[Any] = set()
"""What the page that is being made has read: things, links as (thing, field), and dependencies."""

one_at_a_time = threading.RLock()
"""Held while a page is made, and while another thread reads the register: reads are recorded
whoever reads.
"""


def _born() -> None:
    """A process is born without the other threads, one of which may have held the lock."""
    global one_at_a_time
    one_at_a_time = threading.RLock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_born)


# --- recording ----------------------------------------------------------------------------


def _read(thing: Thing, name: str) -> Any:
    _reads.add((thing, name) if name in LINKS else thing)
    return object.__getattribute__(thing, name)


def _found(key: str, thing: Thing | None) -> None:
    _reads.add(("find", key) if thing is None else thing)


def _listed(kind: str) -> None:
    _reads.add(("kind", kind))


@contextmanager
def recording(wanted: bool = True) -> Iterator[None]:
    """While this lasts, what is read of things and of registers is recorded, if that is wanted."""
    if not wanted:
        yield
        return
    with reads_recorded(Recorder(_read, _found, _listed)):
        yield


def start_page() -> None:
    """Forget what was recorded: another page comes now."""
    _reads.clear()


_NOTHING: Set[Any] = frozenset()
_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class Memo(Generic[_Key, _Value]):
    """What is worked out once for several pages, each of which then depends on what that read.

    The words of a decision stand on about six pages. MEMO_FIGURE
    What was not asked for in a while is forgotten, lest memory grow with the register.
    """

    def __init__(self, many: int = 4_000) -> None:
        """At least the last `many` values that were asked for are remembered."""
        self._many = many if switches.is_on("memo") else 0
        self._known: dict[_Key, tuple[_Value, Set[Any]]] = {}
        self._older: dict[_Key, tuple[_Value, Set[Any]]] = {}

    def __call__(self, key: _Key, make: Callable[..., _Value], *given: Any) -> _Value:
        """The value of a key: `make(*given)`, the first time."""
        global _reads
        if not self._many:
            return make(*given)
        if (known := self._known.get(key)) is None:
            if (known := self._older.get(key)) is None:
                around, _reads = _reads, set()
                try:
                    value = make(*given)
                    known = (value, _reads or _NOTHING)
                finally:
                    _reads = around
            if len(self._known) >= self._many:
                self._older, self._known = self._known, {}
            self._known[key] = known
        _reads |= known[1]
        return known[0]


class Table:
    """A table that was worked out beforehand.

    Who looks into it depends on that entry alone, and not on all that it was worked out from, as
    the follow-ups of an owner are from all follow-ups.
    """

    def __init__(self, name: str, look_up: Callable[[str], Any]) -> None:
        self._name = name
        self._look_up = look_up

    def __call__(self, thing: Thing) -> Any:
        return self.under(thing.key)

    def under(self, key: str) -> Any:
        """What stands under the key of a thing, or another name."""
        _reads.add(("table", self._name, key))
        return self._look_up(key)


# --- what was recorded ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PageRecord:
    """A page as it was made."""

    shell: bytes
    """A digest of its shell."""
    html: bytes
    """A digest of what was written."""
    dependencies: array[int]
    """The numbers of what it depends on."""


class PageDependencies:
    """What each page depends on, by its address. A dependency has one number for all pages."""

    def __init__(
        self, numbered: Iterable[Dependency] = (), made: dict[str, PageRecord] | None = None
    ) -> None:
        self.made = made or {}
        """Pages that were made, by address."""
        self._numbers: dict[Dependency, int] = {one: n for n, one in enumerate(numbered)}
        self._known: dict[Any, int] = {}

    @property
    def numbered(self) -> list[Dependency]:
        """Every dependency, at the place of its number."""
        return list(self._numbers)

    def take(self, address: str, shell: bytes, html: bytes) -> None:
        """Keep what the page at an address has read since `start_page`."""
        numbers = {self._known.get(read) or self._number(read) for read in list(_reads)}
        self.made[address] = PageRecord(shell, html, array("I", sorted(numbers)))

    def emptied(self) -> PageDependencies:
        """No page yet, but the same dependencies by the same numbers."""
        empty = PageDependencies()
        empty._numbers = self._numbers
        return empty

    def portable(self) -> PageDependencies:
        """The same without the things themselves: what another process can be told."""
        return PageDependencies(self.numbered, self.made)

    def _number(self, read: Any) -> int:
        dependency: Dependency
        match read:
            case Thing():
                dependency = ("thing", read.key)
            case (Thing() as thing, field):
                dependency = ("link", thing.key, field)
            case _:
                dependency = read
        number = self._numbers.setdefault(dependency, len(self._numbers))
        self._known[read] = number
        return number

    def add(self, others: PageDependencies, addresses: Iterable[str] | None = None) -> None:
        """Take over pages of others: those at some addresses, or all of them."""
        chosen = {at: others.made[at] for at in (others.made if addresses is None else addresses)}
        if others._numbers is self._numbers:
            self.made |= chosen
            return
        theirs = others.numbered
        numbers = {
            number: self._numbers.setdefault(theirs[number], len(self._numbers))
            for number in set[int]().union(*(page.dependencies for page in chosen.values()))
        }
        for address, page in chosen.items():
            ours = array("I", sorted({numbers[number] for number in page.dependencies}))
            self.made[address] = PageRecord(page.shell, page.html, ours)


def digest(data: bytes) -> bytes:
    """A short digest, that tells whether something is still the same."""
    return hashlib.blake2b(data, digest_size=12).digest()
