"""Records what each page depends on, so that a page is made again only if that has changed.

While a page is made, everything that it reads from a register is recorded as its dependencies.
There are five kinds:

    ("thing", key)          a thing's own record, or the fact that the thing exists
    ("link", key, field)    a field that other files fill: one of `LINKS`
    ("find", key)           the fact that no thing has this key
    ("kind", kind)          the list of things of a kind
    ("table", name, key)    one entry of a table that serves all pages: see `Table`

The directories, the day and the settings are not among them. Every page depends on those, so a
change there makes every page again.
Begin at `recording`, then `PageDependencies`. Whether a dependency has changed between two
registers is told by the digests of `dependency_values.py`.
"""

from __future__ import annotations

import hashlib
import os
import threading
from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar

from ..runtime import switches
from .collection import Recorder, reads_recorded
from .model import Item, Meeting, Office, Outcome, Thing

LINKS = frozenset(
    field.name
    for kind in (Thing, Office, Meeting, Item, Outcome)
    for field in fields(kind)
    if field.metadata.get("link")
)
"""The names of all fields of things that are filled from other files."""

Dependency = tuple[str, ...]

_reads: set[Any] = set()
"""What the page being made has read so far: things, links as (thing, field), and dependencies of
the other kinds. Things are turned into keys only once, in `PageDependencies`, for each is read
many times."""

one_at_a_time = threading.RLock()
"""A lock to hold while a page is made, and while another thread reads the register. `_reads` is
shared by all threads, so reads of one thread would count as dependencies of another's page.
"""


def _replace_lock_after_fork() -> None:
    """Make a new lock: a thread that held the old one does not exist in a forked process, and
    would never release it.
    """
    global one_at_a_time
    one_at_a_time = threading.RLock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_replace_lock_after_fork)


# --- recording ----------------------------------------------------------------------------


def _record_read(thing: Thing, name: str) -> Any:
    _reads.add((thing, name) if name in LINKS else thing)
    return object.__getattribute__(thing, name)


def _record_look_up(key: str, thing: Thing | None) -> None:
    _reads.add(("find", key) if thing is None else thing)


def _record_list(kind: str) -> None:
    _reads.add(("kind", kind))


@contextmanager
def recording(wanted: bool = True) -> Iterator[None]:
    """Within this context, reads of things and registers are recorded, if `wanted` is true."""
    if not wanted:
        yield
        return
    with reads_recorded(Recorder(_record_read, _record_look_up, _record_list)):
        yield


def start_page() -> None:
    """Forget what was recorded for the previous page; call this before each page."""
    _reads.clear()


_NOTHING: Set[Any] = frozenset()
_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class Memo(Generic[_Key, _Value]):
    """A cache of values that several pages use, which keeps their dependencies right.

    The text of a decision, for instance, is on about six pages. A build of 80 meetings without the
    index of the search takes 14.9 s, and 29.4 s without this (medians of three on two cores).

    What was read to make a value is kept with it, and becomes a dependency of each page that uses
    the value. Values that were not used for a while are dropped, so that memory does not grow with
    the register.
    """

    def __init__(self, capacity: int = 4_000) -> None:
        """Keep at least the last `capacity` values that were used, and at most twice as many."""
        self._capacity = capacity if switches.is_on("memo") else 0
        self._recent: dict[_Key, tuple[_Value, Set[Any]]] = {}
        self._older: dict[_Key, tuple[_Value, Set[Any]]] = {}

    def __call__(self, key: _Key, make: Callable[..., _Value], *arguments: Any) -> _Value:
        """The value kept under a key; if there is none, `make(*arguments)`, which is then kept."""
        global _reads
        if not self._capacity:
            return make(*arguments)
        if (entry := self._recent.get(key)) is None:
            if (entry := self._older.get(key)) is None:
                reads_of_page, _reads = _reads, set()
                try:
                    value = make(*arguments)
                    entry = (value, _reads or _NOTHING)
                finally:
                    _reads = reads_of_page
            if len(self._recent) >= self._capacity:
                self._older, self._recent = self._recent, {}
            self._recent[key] = entry
        _reads |= entry[1]
        return entry[0]


class Table:
    """A table of values by key, worked out once for all pages.

    A page that looks up an entry depends on that entry alone, not on everything that the table was
    made from: the page of an owner depends on that owner's follow-ups, and not on all of them.
    """

    def __init__(self, name: str, look_up: Callable[[str], Any]) -> None:
        self._name = name
        self._look_up = look_up

    def __call__(self, thing: Thing) -> Any:
        """The entry of a thing."""
        return self.under(thing.key)

    def under(self, key: str) -> Any:
        """The entry under the key of a thing, or under another name that the table uses."""
        _reads.add(("table", self._name, key))
        return self._look_up(key)


# --- dependencies of pages --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PageRecord:
    """What is kept of a page that was made."""

    shell: bytes
    """A digest of the page's shell, the frame that pages of one kind and language share."""
    html: bytes
    """A digest of the whole page as it was written."""
    dependencies: array[int]
    """The numbers of the page's dependencies, in ascending order."""


class PageDependencies:
    """The dependencies of each page.

    Each dependency has a number, the same for all pages, and a page keeps only numbers.
    """

    def __init__(
        self, numbered: Iterable[Dependency] = (), made: dict[str, PageRecord] | None = None
    ) -> None:
        """`numbered` are dependencies, each at the position of its number."""
        self.by_address = made or {}
        """The pages that were made, by address."""
        self._numbers: dict[Dependency, int] = {
            dependency: number for number, dependency in enumerate(numbered)
        }
        self._number_of_read: dict[Any, int] = {}

    @property
    def numbered(self) -> list[Dependency]:
        """Every dependency, at the position of its number."""
        return list(self._numbers)

    def take(self, address: str, shell: bytes, html: bytes) -> None:
        """Record the page at an address: what was read since `start_page`, and its two digests."""
        # Reading a key, in `_number`, adds to `_reads`: hence the copy.
        numbers = {self._number_of_read.get(read) or self._number(read) for read in list(_reads)}
        self.by_address[address] = PageRecord(shell, html, array("I", sorted(numbers)))

    def emptied(self) -> PageDependencies:
        """A new object without pages, in which dependencies have the same numbers."""
        empty = PageDependencies()
        empty._numbers = self._numbers
        return empty

    def portable(self) -> PageDependencies:
        """A copy that holds keys instead of things, so that another process can receive it."""
        return PageDependencies(self.numbered, self.by_address)

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
        self._number_of_read[read] = number
        return number

    def add(self, others: PageDependencies, addresses: Iterable[str] | None = None) -> None:
        """Copy the pages of `others` at some addresses, or all of them if `addresses` is None.

        Their dependencies are renumbered where the two number them differently.
        """
        if addresses is None:
            addresses = others.by_address
        copied = {address: others.by_address[address] for address in addresses}
        if others._numbers is self._numbers:
            self.by_address |= copied
            return
        their_dependencies = others.numbered
        our_number = {
            number: self._numbers.setdefault(their_dependencies[number], len(self._numbers))
            for number in set[int]().union(*(page.dependencies for page in copied.values()))
        }
        for address, page in copied.items():
            numbers = array("I", sorted({our_number[number] for number in page.dependencies}))
            self.by_address[address] = PageRecord(page.shell, page.html, numbers)


def digest(data: bytes) -> bytes:
    """A digest of 12 bytes (BLAKE2b, RFC 7693), to tell whether data has changed."""
    return hashlib.blake2b(data, digest_size=12).digest()
