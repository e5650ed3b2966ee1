"""A served site after an edit: first the pages about what was edited, then what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..pages import pages_about
from ..register import Register, Thing, recording, source_digest
from .site import SiteBuild

_SLICE = 500
"""Dependencies that are compared in one step: a hundredth of a second."""


class EditedSite(SiteBuild):
    """A site whose register was edited since `old`."""

    _standing: set[str]
    """Addresses at which a page may stand."""
    _shown: set[str]
    """Addresses of pages that were made since `previous`."""

    def __init__(self, old: SiteBuild, register: Register) -> None:
        super().__init__(old.root, register, old.site, *old.settings)
        self.frame = old.frame
        self.recording = True
        if isinstance(old, EditedSite) and old.previous:  # edited again before it was compared
            self.previous, self._standing, self._shown = old.previous, old._standing, old._shown
        else:
            self.previous, self._standing = old.as_previous(), {*old.by_address}
            self._shown = set()
        self.made = self.previous.pages.emptied()

    def show(self, files: Iterable[str], before: Register) -> None:
        """Make the pages about what is new in some files; `before` is the register as it was."""
        assert self.previous
        about = {
            page.address: page
            for file in files
            for thing in self.register.of_file(file)
            if _is_new(thing, file, self.register, before)
            for addresses in self.addresses.values()
            for page in pages_about(thing, addresses)
        }
        unchanged = self.previous.unchanged(self.values, about.keys() - self._shown)
        writer, new = self.writer(), about.keys() - unchanged.keys()
        with recording():
            for address in sorted(new):
                writer.write(about[address], self.made)
        self._shown |= new
        self._standing |= new

    def write_pages(self) -> Iterator[None]:
        """Make all other pages that are not as they were, one step at a time.

        Other threads may work between steps; an edit may come there too, and have the last word.
        """
        assert self.previous
        compared = self.previous.pages.numbered
        for start in range(0, len(compared), _SLICE):
            self.values(compared[start : start + _SLICE])
            yield
        here = self.by_address
        yield
        unchanged = self.previous.unchanged(self.values, here.keys() - self._shown)
        self.made.add(self.previous.pages, unchanged)
        for address in self._standing - here.keys():
            (self.site / address / "index.html").unlink(missing_ok=True)
        self.previous = None
        yield
        yield from self._write_changed(here.keys() - self.made.made.keys())
        self.as_previous()  # now, and not when somebody waits for an edit

    def _write_changed(self, addresses: Iterable[str]) -> Iterator[None]:
        pages, writer = self.by_address, self.writer()
        for address in sorted(addresses):
            with recording():
                writer.write(pages[address], self.made)
            yield


def _is_new(thing: Thing, file: str, now: Register, before: Register) -> bool:
    """Whether a file is about a thing, or says of it what it did not say before."""
    if thing.file.path != file or not thing.location:
        return True
    was = before.things.get(thing.key.casefold())
    return was is None or source_digest(before, was) != source_digest(now, thing)
