"""What the build before has left: what its pages depended on, and its site."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..register import Dependency, DependencyValues, PageDependencies, PageRecord
from ..runtime import cache, switches

_PART = "pages"
_SITE = "site"


@dataclass(frozen=True, slots=True)
class PreviousBuild:
    """What pages depended on, and what that came to when they were made."""

    pages: PageDependencies
    values: list[bytes]
    """What each dependency came to, by its number."""
    common: bytes
    """What was the same for every page: see `DependencyValues`."""

    def unchanged(self, now: DependencyValues, addresses: Iterable[str]) -> dict[str, PageRecord]:
        """Those pages at some addresses that would be made the same now."""
        if self.common != now.common:
            return {}
        pages = {at: self.pages.made[at] for at in addresses if at in self.pages.made}
        asked = sorted(set[int]().union(*(page.dependencies for page in pages.values())))
        numbered = self.pages.numbered
        values = now(numbered[number] for number in asked)
        changed = {n for n, value in zip(asked, values, strict=True) if value != self.values[n]}
        return {at: page for at, page in pages.items() if changed.isdisjoint(page.dependencies)}


def load_previous_build(root: Path) -> PreviousBuild | None:
    """What the last build has left, if it can be used."""
    left = cache.unpack(cache.load(root, _PART)) if switches.is_on("incremental") else {}
    if not left:
        return None
    numbered: list[Dependency] = left["numbered"]
    return PreviousBuild(PageDependencies(numbered, left["made"]), left["values"], left["common"])


def save_for_next_build(root: Path, this: PreviousBuild) -> None:
    """Leave to the next build what will then be the one before."""
    parts = {
        "numbered": this.pages.numbered,
        "made": this.pages.made,
        "values": this.values,
        "common": this.common,
    }
    cache.save(root, _PART, {name: cache.pack(value) for name, value in parts.items()})


def move_site_away(root: Path, site: Path) -> Path | None:
    """Move a site to where its pages can be taken from; None if that cannot be done."""
    old_site = root / cache.FOLDER / _SITE
    shutil.rmtree(old_site, ignore_errors=True)
    if site.is_symlink():
        return None
    try:
        return site.rename(old_site)  # in `.cache/`, which is there: something was loaded from it
    except OSError:
        return None
