"""One build of a site: its pages, all that is needed to make them, and what they depend on.

Comes in: a checked register. Goes out: files of pages, and what the next build needs to know.
Begin at `SiteBuild`.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import Any

from ..exports import Context, Exports, Tongue
from ..language import Language
from ..pages import COMPILED, DATA, ROOT, UNLISTED, Addresses, Page, Renderer, Shell, pages
from ..register import (
    DependencyValues,
    PageDependencies,
    PageRecord,
    Register,
    Tables,
)
from ..runtime import cache, timing
from .frame_problems import refuse_addresses
from .previous_build import (
    PreviousBuild,
    load_previous_build,
    save_for_next_build,
)
from .write_exports import PART as EXPORTS
from .write_exports import ExportWriter, WrittenExports
from .write_pages import PageWriter, write_pages


@dataclass
class Frame:
    """What mkdocs made around the pages; it does not change while the register is edited."""

    shells: dict[tuple[str, str], Shell] = field(default_factory=dict)
    """By code of language and kind of page."""
    handwritten: list[dict[str, str]] = field(default_factory=list)
    """For each page of docs/, its addresses by language."""
    docs: dict[str, dict[Path, str]] = field(default_factory=dict)
    """By code of language, the addresses of its pages of docs/ by their files."""
    assets: list[Any] = field(default_factory=list)
    """Files of docs/ that are not pages."""


class SiteBuild:
    """One build of the site of a register, from its first step to its last."""

    def __init__(self, root: Path, register: Register, site: Path, *settings: str) -> None:
        """`site` is the folder to write; `settings` are the address at which the site is published,
        and the address below which its sources can be edited.
        """
        self.root = root
        self.register = register
        self.site = site
        """The folder in which the site is written."""
        self.settings = settings
        country = register.settings.country
        self.languages = {code: Language(code, country) for code in register.languages}
        self.addresses = {
            code: Addresses(register, language) for code, language in self.languages.items()
        }
        self.tables = Tables(register)
        self.renderers: dict[str, Renderer] = {}
        for language in self.languages.values():
            made = Renderer(root, register, self.tables, language, self.addresses, *settings)
            self.renderers[language.code] = made.among(self.renderers)
        self.exports = Exports(self._context())
        for renderer in self.renderers.values():
            renderer.offers = self.exports.offered
            renderer.know(explained=self.exports.explained, left_out=self.exports.left_out)
        self.frame = Frame()
        self.recording = cache.is_kept(root)
        """Whether to record what the pages depend on, for the next build or for a served site."""
        self.page_dependencies = PageDependencies()
        """What the pages of this build depend on."""
        self.previous: PreviousBuild | None = None
        """The build whose pages may be kept; None if there is none."""
        self.unchanged: dict[str, PageRecord] = {}
        """Pages of the previous build that would be made the same, by address."""
        self.old_site: Path | None = None
        """The folder of the previous build's site; None if no page of it may be kept."""
        self.written_exports = WrittenExports()
        self._unchanged_exports: dict[str, PageRecord] = {}

    def _context(self) -> Context:
        tongues = {
            code: Tongue(language, self.renderers[code].naming, self.addresses[code])
            for code, language in self.languages.items()
        }
        return Context(self.register, self.tables, tongues, self.settings[0])

    def pages(self, code: str) -> Iterator[Page]:
        """Every page in the language `code`."""
        return pages(self.register, self.addresses[code], self.tables.lists)

    @property
    def by_address(self) -> dict[str, Page]:
        """Every page in every language, by address."""
        all_pages = chain.from_iterable(map(self.pages, self.addresses))
        return {page.address: page for page in all_pages}

    @property
    def translations(self) -> Iterator[dict[str, str]]:
        """For each page that is to be found, written by hand or not, its addresses by language."""
        default = self.register.languages[0]
        found = (page for page in self.pages(default) if page.kind not in UNLISTED)
        yield from map(self.renderers[default].translations, found)
        yield from self.frame.handwritten

    @cached_property
    def values(self) -> DependencyValues:
        """Digests of dependencies, as they are in this register."""
        return DependencyValues(self.register, self.tables.lookups, *self.settings)

    def compile_templates(self) -> None:
        """Compile every template, before other processes are forked, which would do it again."""
        COMPILED.take(self.root)
        for renderer in self.renderers.values():
            renderer.compile_templates()

    def not_found(self, home: str) -> dict[str, str]:
        """The slots of the 404 page, with its words in every language.

        `home` is the path of the site's root on its host, such as `/releve/`: the page is shown at
        any address, where relative links would not work.
        """
        renderers = self.renderers.values()
        body = "".join(renderer.not_found() for renderer in renderers)
        day = "".join(renderer.day() for renderer in renderers)
        foot = self.around(self.register.languages[0])["foot"].replace(ROOT, home)
        return {"title": "404", "body": body.replace(ROOT, home), "day": day, "foot": foot}

    def take_docs(self, code: str, pages: dict[Path, str]) -> None:
        """Keep the addresses of the pages of docs/ in a language, unless two pages share one."""
        refuse_addresses(self.root, pages, self.addresses[code])
        self.frame.docs[code] = pages

    def around(self, code: str) -> dict[str, str]:
        """What the frame says on every page in a language, by the name of its place."""
        renderer, pages = self.renderers[code], self.frame.docs.get(code, {})
        docs = {path.name.split(".")[0]: address for path, address in pages.items()}
        return {"day": renderer.day(), "foot": renderer.foot(docs)}

    # --- the previous build, and the next one

    def begin_from_previous(self, old_site: Path) -> None:
        """Find the pages of the previous build that may be kept; its site is in `old_site`."""
        if previous := load_previous_build(self.root):
            self.compare(previous)
            if self.unchanged:
                self.old_site = old_site
        if exports := load_previous_build(self.root, EXPORTS):
            self.compare_exports(exports)
        timing.lap("kept pages")

    def compare(self, previous: PreviousBuild) -> None:
        """Find the pages of `previous` that would be made the same: see `unchanged`."""
        self.previous = previous
        self.unchanged = previous.unchanged(self.values, self.by_address)

    def compare_exports(self, previous: PreviousBuild) -> None:
        """Find the exports of `previous` that would be made the same."""
        self.written_exports.complete = previous
        addresses = (export.address for export in self.exports.everything())
        self._unchanged_exports = previous.unchanged(self.values, addresses)

    def as_previous(self) -> PreviousBuild:
        """This build, as the next one will be compared with it."""
        return PreviousBuild(
            self.page_dependencies, self.values(self.page_dependencies.numbered), self.values.common
        )

    def leave_to_next(self) -> None:
        """Save what the next build needs; to be called at the end of the process."""
        COMPILED.leave(self.root)
        if cache.is_kept(self.root):
            save_for_next_build(self.root, self.as_previous())
            if exports := self.written_exports.complete:
                save_for_next_build(self.root, exports, EXPORTS)
        gc.freeze()  # a last collection as the process ends would take 2 s at 320 meetings
        timing.lap("kept pages")

    # --- pages

    def write_pages(self) -> Iterator[None]:
        """Write every page; yields once, at the end. `EditedSite` does the same in many steps."""
        self.tables.work_out()
        timing.lap("templates, tables")
        shares = [partial(self.pages, code) for code in self.languages]
        self.page_dependencies = write_pages(self.writer(), shares)
        if self.previous:
            self.page_dependencies.add(
                self.previous.pages,
                self.unchanged.keys() - self.page_dependencies.by_address.keys(),
            )
        yield

    def writer(self) -> PageWriter:
        """A writer for the pages of this build."""
        return PageWriter(
            self.renderers,
            self.frame.shells,
            self.site,
            self.recording,
            self.old_site,
            self.unchanged,
        )

    # --- exports

    def write_exports(self) -> None:
        """Write the files in which the register leaves its site, all at once."""
        self.written_exports.write_all(self.exports, self.values, self._export_writer())
        self._write_page_of_data()

    def export_steps(self) -> Iterator[None]:
        """Write those of these files that changed, step by step: other threads may run between."""
        yield from self.written_exports.steps(self.exports, self.values, self._export_writer())
        self._write_page_of_data()
        yield

    def _write_page_of_data(self) -> None:
        """Write the page that tells the sizes of these files, once they are written."""
        for export in self.exports.of_form("tables"):
            self.exports.sizes[export.address] = (self.site / export.address).stat().st_size
        for code, addresses in self.addresses.items():
            self.writer().write_late(Page(DATA, code, addresses.index(DATA)))

    def _export_writer(self) -> ExportWriter:
        old_site, unchanged = self.old_site, self._unchanged_exports
        return ExportWriter(self.exports.context, self.site, self.recording, old_site, unchanged)
