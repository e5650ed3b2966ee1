"""What a build writes, in order: one entry for each kind of file. An export is one more entry."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Protocol, TypeVar

from ..pages import INDEX_FOLDER, SearchEntries, SearchEntry, handwritten, index, sitemap
from ..runtime import timing
from .site import SiteBuild

LEAVE_OUT = "RELEVE_LEAVE_OUT"
"""The environment variable that names outputs to leave out, separated by commas: for measuring."""

_Step = TypeVar("_Step")


class Turns(Protocol):
    """How to go through steps that read the register: where others must come first, by turns."""

    def __call__(self, steps: Callable[[], Iterable[_Step]]) -> Iterator[_Step]: ...


def at_once(steps: Callable[[], Iterable[_Step]]) -> Iterator[_Step]:
    """One step after the other, while nobody else waits."""
    return iter(steps())


@dataclass(frozen=True, slots=True)
class Output:
    """Something that a build writes."""

    name: str
    """Its stage in the table of times (`timing.py`), and its name in `RELEVE_LEAVE_OUT`."""
    write: Callable[[SiteBuild, Turns], None]
    """Write it. Where it reads the register, it does so in the steps that it hands to `Turns`."""
    can_wait: bool = False
    """Whether a site that is served is shown before this is written."""


def _write_pages(build: SiteBuild, turns: Turns) -> None:
    for _ in turns(build.write_pages):
        pass


def _write_sitemap(build: SiteBuild, turns: Turns) -> None:
    default = build.register.languages[0]
    for text in turns(lambda: [sitemap(build.settings[0], build.translations, default)]):
        (build.site / "sitemap.xml").write_bytes(text.encode())


def _write_search_index(build: SiteBuild, turns: Turns) -> None:
    groups = [partial(_searched_for, build, turns, code) for code in build.languages]
    index(groups, build.site / INDEX_FOLDER, in_parallel=turns is at_once)


def _searched_for(build: SiteBuild, turns: Turns, code: str) -> Iterator[SearchEntry]:
    """All that can be searched for in a language."""
    naming, addresses = build.renderers[code].naming, build.addresses[code]
    entries = SearchEntries(build.register, build.languages[code], naming, addresses)
    yield from turns(entries.everything)
    for addresses_by_language in build.frame.handwritten:
        if address := addresses_by_language.get(code):
            html = (build.site / address / "index.html").read_text(encoding="utf-8")
            yield handwritten(address, code, html)


OUTPUTS = (
    Output("pages", _write_pages),
    Output("sitemap", _write_sitemap),
    Output("search", _write_search_index, can_wait=True),
)


def write_site(build: SiteBuild) -> None:
    """Write every output, one after the other."""
    for output in OUTPUTS:
        write_output(build, output)


def write_output(build: SiteBuild, output: Output, turns: Turns = at_once) -> None:
    """Write one of `OUTPUTS`, unless it is to be left out."""
    if output.name not in os.environ.get(LEAVE_OUT, "").split(","):
        output.write(build, turns)
    timing.lap(output.name)
