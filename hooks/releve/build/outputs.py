"""What a build writes: `OUTPUTS` has one entry for each kind of file, in order.

Begin at `OUTPUTS`: another kind of export is one more entry in it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Protocol, TypeVar
from urllib.parse import unquote

from ..pages import INDEX_FOLDER, SearchEntries, SearchEntry, handwritten, sitemap, write_index
from ..runtime import timing
from .site import SiteBuild

LEAVE_OUT = "RELEVE_LEAVE_OUT"
"""The environment variable that names outputs not to write, separated by commas; for benchmarks."""

_Step = TypeVar("_Step")


class Turns(Protocol):
    """Runs steps that read the register, and yields the result of each.

    `at_once` runs them without a pause. A served site pauses between two steps when something more
    urgent has to be done: see `ServedSite._turns`.
    """

    def __call__(self, steps: Callable[[], Iterable[_Step]]) -> Iterator[_Step]: ...


def at_once(steps: Callable[[], Iterable[_Step]]) -> Iterator[_Step]:
    """Run the steps without a pause: no other thread reads the register."""
    return iter(steps())


@dataclass(frozen=True, slots=True)
class Output:
    """One kind of file that a build writes."""

    name: str
    """The name of its stage in the table of times (`timing.py`) and in `RELEVE_LEAVE_OUT`."""
    write: Callable[[SiteBuild, Turns], None]
    """Writes it. All code that reads the register must be in steps that are passed to `Turns`."""
    can_wait: bool = False
    """Whether a served site is shown before this is written."""


def _write_pages(build: SiteBuild, turns: Turns) -> None:
    for _ in turns(build.write_pages):
        pass


def _write_sitemap(build: SiteBuild, turns: Turns) -> None:
    default = build.register.languages[0]
    for text in turns(lambda: [sitemap(build.settings[0], build.translations, default)]):
        (build.site / "sitemap.xml").write_bytes(text.encode())


def _write_search_index(build: SiteBuild, turns: Turns) -> None:
    groups = [partial(_search_entries, build, turns, code) for code in build.languages]
    write_index(groups, build.site / INDEX_FOLDER, in_parallel=turns is at_once)


def _search_entries(build: SiteBuild, turns: Turns, code: str) -> Iterator[SearchEntry]:
    """All entries of the search index in the language `code`."""
    naming, addresses = build.renderers[code].naming, build.addresses[code]
    entries = SearchEntries(build.register, build.languages[code], naming, addresses)
    yield from turns(entries.everything)
    for addresses_by_language in build.frame.handwritten:
        if address := addresses_by_language.get(code):
            html = (build.site / unquote(address) / "index.html").read_text(encoding="utf-8")
            yield handwritten(address, code, html)


def _write_exports(build: SiteBuild, turns: Turns) -> None:
    if turns is at_once:
        build.write_exports()
        return
    for _ in turns(build.export_steps):
        pass


OUTPUTS = (
    Output("pages", _write_pages),
    Output("sitemap", _write_sitemap),
    Output("search", _write_search_index, can_wait=True),
    Output("exports", _write_exports, can_wait=True),
)


def write_site(build: SiteBuild) -> None:
    """Write every output, in order."""
    for output in OUTPUTS:
        write_output(build, output)


def write_output(build: SiteBuild, output: Output, turns: Turns = at_once) -> None:
    """Write one of `OUTPUTS`, unless `RELEVE_LEAVE_OUT` names it."""
    if output.name not in os.environ.get(LEAVE_OUT, "").split(","):
        output.write(build, turns)
    timing.lap(output.name)
