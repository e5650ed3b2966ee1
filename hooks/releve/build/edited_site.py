"""A served site after an edit: the pages about the edit first, then all others that changed.

Comes in: the build before the edit, and the edited register. Goes out: the pages that changed, in
the folder of the site. Begin at `EditedSite.show`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..pages import pages_about
from ..register import Register, Thing, recording, source_digest
from .site import SiteBuild

_SLICE = 500
"""How many dependencies are compared in one step, which takes about 0.01 s."""


class EditedSite(SiteBuild):
    """The build of a site whose register was edited after the build `old`."""

    _written: set[str]
    """Addresses whose files may exist in the folder of the site."""
    _made_by_show: set[str]
    """Addresses of the pages made by `show` since the build `previous`."""

    def __init__(self, old: SiteBuild, register: Register) -> None:
        super().__init__(old.root, register, old.site, *old.settings)
        self.frame = old.frame
        self.recording = True
        self.written_exports = old.written_exports
        if isinstance(old, EditedSite) and old.previous:  # a new edit before the comparison ended
            self.previous, self._written = old.previous, old._written
            self._made_by_show = old._made_by_show
        else:
            self.previous, self._written = old.as_previous(), {*old.by_address}
            self._made_by_show = set()
        self.page_dependencies = self.previous.pages.emptied()

    def show(self, files: Iterable[str], before: Register) -> None:
        """Write the pages about the things that were edited.

        `files` are the paths of the edited files; `before` is the register before the edit.
        """
        assert self.previous
        about = {
            page.address: page
            for file in files
            for thing in self.register.of_file(file)
            if _is_new(thing, file, self.register, before)
            for addresses in self.addresses.values()
            for page in pages_about(thing, addresses)
        }
        unchanged = self.previous.unchanged(self.values, about.keys() - self._made_by_show)
        writer, new = self.writer(), about.keys() - unchanged.keys()
        with recording():
            for address in sorted(new):
                writer.write(about[address], self.page_dependencies)
        self._made_by_show |= new
        self._written |= new

    def write_pages(self) -> Iterator[None]:
        """Write all other pages that changed and delete those that no longer exist, step by step.

        Other threads may run between two steps. If one of them begins a build after a newer edit,
        the caller takes no further step of this one.
        """
        assert self.previous
        dependencies = self.previous.pages.numbered
        for start in range(0, len(dependencies), _SLICE):
            self.values(dependencies[start : start + _SLICE])
            yield
        current_pages = self.by_address
        yield
        unchanged = self.previous.unchanged(self.values, current_pages.keys() - self._made_by_show)
        self.page_dependencies.add(self.previous.pages, unchanged)
        for address in self._written - current_pages.keys():
            (self.site / address / "index.html").unlink(missing_ok=True)
        self.previous = None
        yield
        yield from self._write_changed(
            current_pages.keys() - self.page_dependencies.by_address.keys()
        )
        self.as_previous()  # computed now, so that the next edit is shown sooner

    def _write_changed(self, addresses: Iterable[str]) -> Iterator[None]:
        pages, writer = self.by_address, self.writer()
        for address in sorted(addresses):
            with recording():
                writer.write(pages[address], self.page_dependencies)
            yield


def _is_new(thing: Thing, file: str, now: Register, before: Register) -> bool:
    """Whether the edit of `file` may have changed a thing that is written in it.

    Where the thing is one part of its own file, its text is compared with that before the edit.
    Where it is the whole file, or `file` only reports on it, the edit changed it in any case.
    """
    if thing.file.path != file or not thing.location:
        return True
    old_thing = before.things.get(thing.key.casefold())
    return old_thing is None or source_digest(before, old_thing) != source_digest(now, thing)
