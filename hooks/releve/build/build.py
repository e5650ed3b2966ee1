"""What one build knows from its first event to its last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import Any

from ..language import Language
from ..pages import COMPILED, Addresses, Page, Renderer, Shell, pages
from ..register import Register, Tables, dependencies
from ..runtime import timing
from .previous_build import PreviousBuild
from .write_pages import PageWriter, write_pages


class Build:
    """The site of a register: its pages, what they are made with, and what they were made from."""

    def __init__(self, root: Path, register: Register, site: Path, *settings: str) -> None:
        """`settings` are the address of the site, and where its sources can be edited."""
        self.root = root
        self.register = register
        self.site = site
        """Where it is written."""
        self.settings = settings
        country = register.settings.country
        self.tongues = {code: Language(code, country) for code in register.languages}
        self.addresses = {
            code: Addresses(register, language) for code, language in self.tongues.items()
        }
        self.tables = Tables(register)
        self.renderers = {
            code: Renderer(root, register, self.tables, language, self.addresses, *settings)
            for code, language in self.tongues.items()
        }
        self.frame = Frame()
        self.made = dependencies.PageDependencies()
        self.before: PreviousBuild | None = None
        """What its pages are compared with."""
        self.kept: dict[str, dependencies.PageRecord] = {}
        """Pages that would be made from the same as before, by address."""
        self.aside: Path | None = None
        """Where the site of the build before was set aside."""

    def pages(self, code: str) -> Iterator[Page]:
        """Every page in a language."""
        return pages(self.register, self.addresses[code], self.tables.lists)

    @property
    def by_address(self) -> dict[str, Page]:
        """Every page, by address."""
        every = chain.from_iterable(map(self.pages, self.addresses))
        return {page.address: page for page in every}

    @cached_property
    def values(self) -> dependencies.DependencyValues:
        """What its pages are made from."""
        return dependencies.DependencyValues(self.register, self.tables.held, *self.settings)

    def compile(self) -> None:
        """Have every template at hand, before anything is written and other processes are born."""
        COMPILED.take(self.root)
        for renderer in self.renderers.values():
            renderer.compile()

    def compare(self, before: PreviousBuild) -> None:
        """Find the pages that need not be made again."""
        self.before = before
        self.kept = before.kept(self.values, self.by_address)

    def make(self, noting: bool) -> None:
        """Write every page. `noting`: as in `Work`."""
        self.tables.work_out()
        timing.lap("templates, tables")
        self.made = write_pages(
            self.work(noting), [partial(self.pages, code) for code in self.tongues]
        )
        if self.before:
            self.made.add(self.before.pages, self.kept.keys() - self.made.made.keys())
        timing.lap("pages")

    def work(self, noting: bool) -> PageWriter:
        """What pages are filled with. `noting`: as in `Work`."""
        return PageWriter(
            self.renderers, self.frame.shells, self.site, noting, self.aside, self.kept
        )

    def as_before(self) -> PreviousBuild:
        """What the next build will be compared with."""
        return PreviousBuild(self.made, self.values(self.made.facts), self.values.ground)


@dataclass
class Frame:
    """What mkdocs has made: it stays as it is while the register is edited."""

    shells: dict[tuple[str, str], Shell] = field(default_factory=dict)
    """By language and kind of page."""
    handwritten: list[dict[str, str]] = field(default_factory=list)
    """Of each page of docs/, its addresses by language."""
    assets: list[Any] = field(default_factory=list)
    """Files of docs/ that are not pages."""
