"""What the previous build saved in `.cache/`, so that unchanged pages need not be made again.

It saves what each of its pages depended on; the pages themselves are still in the site.
Begin at `PreviousBuild.unchanged`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..register import Dependency, DependencyValues, PageDependencies, PageRecord
from ..runtime import cache, switches

PAGES = "pages"
"""The part of `.cache/` that holds what the pages depend on."""


@dataclass(frozen=True, slots=True)
class PreviousBuild:
    """What the pages of a build depended on, and a digest of each dependency at that time."""

    pages: PageDependencies
    values: list[bytes]
    """The digest of each dependency, at the index that is its number in `pages.numbered`."""
    common: bytes
    """The digest of everything that all pages depend on: see `DependencyValues`."""

    def unchanged(self, now: DependencyValues, addresses: Iterable[str]) -> dict[str, PageRecord]:
        """The pages that would be the same if they were made now, by address.

        `now` gives the present digests of dependencies; only pages at `addresses` are compared.
        """
        if self.common != now.common:
            return {}
        made = self.pages.by_address
        pages = {address: made[address] for address in addresses if address in made}
        numbers = sorted(set[int]().union(*(page.dependencies for page in pages.values())))
        numbered = self.pages.numbered
        values = now(numbered[number] for number in numbers)
        changed = {n for n, value in zip(numbers, values, strict=True) if value != self.values[n]}
        same = (item for item in pages.items() if changed.isdisjoint(item[1].dependencies))
        return dict(same)


def load_previous_build(root: Path, part: str = PAGES) -> PreviousBuild | None:
    """The previous build; None if it saved nothing, or nothing that can be used."""
    saved = cache.unpack(cache.load(root, part)) if switches.is_on("incremental") else {}
    if not saved:
        return None
    numbered: list[Dependency] = saved["numbered"]
    pages = PageDependencies(numbered, saved["made"])
    return PreviousBuild(pages, saved["values"], saved["common"])


def save_for_next_build(root: Path, this: PreviousBuild, part: str = PAGES) -> None:
    """Save `this` build, to be the previous one of the next build."""
    parts = {
        "numbered": this.pages.numbered,
        "made": this.pages.by_address,
        "values": this.values,
        "common": this.common,
    }
    cache.save(root, part, {name: cache.pack(value) for name, value in parts.items()})
