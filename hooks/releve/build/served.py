"""A served site after an edit: first the pages about what was edited, then what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..pages import pages_about
from ..register import Register, Thing, dependencies
from .build import Build

_SLICE = 500
"""Facts that are compared in one step: a hundredth of a second."""


class Edited(Build):
    """A site whose register was edited since `old`."""

    _standing: set[str]
    """Addresses at which a page may stand."""
    _shown: set[str]
    """Addresses of pages that were made since `before`."""

    def __init__(self, old: Build, register: Register) -> None:
        super().__init__(old.root, register, old.site, *old.settings)
        self.frame = old.frame
        if isinstance(old, Edited) and old.before:  # edited again before it was compared
            self.before, self._standing, self._shown = old.before, old._standing, old._shown
        else:
            self.before, self._standing, self._shown = old.as_before(), {*old.by_address}, set()
        self.made = self.before.pages.emptied()

    def show(self, files: Iterable[str], was: Register) -> None:
        """Make the pages about what is new in some files; `was` is the register before."""
        assert self.before
        about = {
            page.address: page
            for file in files
            for thing in self.register.of_file(file)
            if _is_new(thing, file, self.register, was)
            for addresses in self.addresses.values()
            for page in pages_about(thing, addresses)
        }
        kept = self.before.kept(self.values, about.keys() - self._shown)
        work, new = self.work(noting=True), about.keys() - kept.keys()
        with dependencies.noting():
            for address in sorted(new):
                work.do(about[address], self.made)
        self._shown |= new
        self._standing |= new

    def follow(self) -> Iterator[None]:
        """Make all other pages that are not as they were, one step at a time.

        Other threads may work between steps; an edit may come there too, and have the last word.
        """
        assert self.before
        facts = self.before.pages.facts
        for start in range(0, len(facts), _SLICE):
            self.values(facts[start : start + _SLICE])
            yield
        here = self.by_address
        yield
        self.made.add(self.before.pages, self.before.kept(self.values, here.keys() - self._shown))
        for address in self._standing - here.keys():
            (self.site / address / "index.html").unlink(missing_ok=True)
        self.before = None
        yield
        work = self.work(noting=True)
        for address in sorted(here.keys() - self.made.made.keys()):
            with dependencies.noting():
                work.do(here[address], self.made)
            yield
        self.as_before()  # now, and not when somebody waits for an edit


def _is_new(thing: Thing, file: str, now: Register, before: Register) -> bool:
    """Whether a file is about a thing, or says of it what it did not say before."""
    if thing.file.path != file or not thing.location:
        return True
    was = before.things.get(thing.key.casefold())
    return was is None or dependencies.written(before, was) != dependencies.written(now, thing)
