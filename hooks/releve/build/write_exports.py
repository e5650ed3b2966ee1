"""Writes the files in which the register leaves its site, and remembers what each depends on.

As with pages, a file that depends on nothing that has changed is not made again. Begin at
`WrittenExports`, which stays the same from one edit of a served site to the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from ..exports import Context, Export, Exports
from ..register import (
    DependencyValues,
    PageDependencies,
    PageRecord,
    dependencies,
    digest,
    recording,
)
from .previous_build import PreviousBuild
from .write_pages import take_over, write_if_new, write_pages

PART = "exports"
"""The part of `.cache/` in which one build leaves to the next what its exports depend on."""
_NO_SHELL = b""
_SLICE = 500
"""How many dependencies are compared in one step, which takes about 0.01 s."""


@dataclass(frozen=True, slots=True)
class ExportWriter:
    """Makes and writes single files."""

    context: Context
    folder: Path
    """The folder of the site."""
    recording: bool
    """Whether to record what each file depends on."""
    old_site: Path | None = None
    """The folder of the previous build's site; None if nothing of it may be kept."""
    unchanged: dict[str, PageRecord] = field(default_factory=dict)
    """Files of the previous build that would be made the same, by address."""

    def write(self, export: Export, made: PageDependencies, /) -> None:
        """Write a file, unless it is right already; add its dependencies to `made`."""
        if self._keep(export):
            return
        with dependencies.one_at_a_time:
            dependencies.start_page()
            content = self.context.content(export)
            if self.recording:
                made.take(export.address, _NO_SHELL, digest(content))
        for address in export.addresses:
            write_if_new(self.folder / address, content)

    def _keep(self, export: Export) -> bool:
        """Take a file that would be the same from the old site; False if it must be made."""
        unchanged = self.unchanged.get(export.address)
        if not self.old_site or not unchanged:
            return False
        old, new = self.old_site, self.folder
        return all(
            take_over(old / address, new / address, unchanged.html) for address in export.addresses
        )


class WrittenExports:
    """The exports of a site as they were last written, and how they are written again."""

    def __init__(self) -> None:
        self.complete: PreviousBuild | None = None
        """The last time that all of them were written; None if they never were."""
        self._since: set[str] = set()
        """Those that were written since, when a newer edit came before all were."""
        self._files: set[str] = set()
        """The addresses at which there may be files."""

    def write_all(self, exports: Exports, values: DependencyValues, writer: ExportWriter) -> None:
        """Write all of them at once, in several processes."""
        made = write_pages(
            writer, [partial(exports.share, code) for code in exports.context.tongues]
        )
        if self.complete:
            kept = writer.unchanged.keys() - made.by_address.keys()
            made.add(self.complete.pages, kept)
        self._take(made, values)

    def steps(
        self, exports: Exports, values: DependencyValues, writer: ExportWriter
    ) -> Iterator[None]:
        """Write those that changed and delete those that no longer exist, step by step.

        If a newer edit comes between two steps, no further step of this one is taken.
        """
        made = self.complete.pages.emptied() if self.complete else PageDependencies()
        numbered = self.complete.pages.numbered if self.complete else []
        for start in range(0, len(numbered), _SLICE):
            values(numbered[start : start + _SLICE])
            yield
        current = {export.address: export for export in exports.everything()}
        yield
        if self.complete:
            unchanged = self.complete.unchanged(values, current.keys() - self._since)
            made.add(self.complete.pages, unchanged)
        present = {address for one in current.values() for address in one.addresses}
        for address in self._files - present:
            (writer.folder / address).unlink(missing_ok=True)
        self._files = present
        yield
        for address in sorted(current.keys() - made.by_address.keys()):
            self._since.add(address)
            with recording():
                writer.write(current[address], made)
            yield
        self._take(made, values)

    def _take(self, made: PageDependencies, values: DependencyValues) -> None:
        self.complete = PreviousBuild(made, values(made.numbered), values.common)
        self._since.clear()
