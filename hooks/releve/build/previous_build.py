"""What the build before has left: what its pages were made from, and its site."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..register import Dependency, DependencyValues, PageDependencies, PageRecord
from ..runtime import cache

_PART = "pages"
_SITE = "site"


@dataclass(frozen=True, slots=True)
class PreviousBuild:
    """What pages were made from, and what that came to when they were."""

    pages: PageDependencies
    values: list[bytes]
    """What each fact came to."""
    ground: bytes
    """What was the same for every page."""

    def kept(self, now: DependencyValues, addresses: Iterable[str]) -> dict[str, PageRecord]:
        """Those pages at some addresses that would be made from the same now."""
        if self.ground != now.ground:
            return {}
        made = {at: self.pages.made[at] for at in addresses if at in self.pages.made}
        asked = sorted(set[int]().union(*(one.facts for one in made.values())))
        facts = self.pages.facts
        values = now(facts[number] for number in asked)
        changed = {n for n, value in zip(asked, values, strict=True) if value != self.values[n]}
        return {at: one for at, one in made.items() if changed.isdisjoint(one.facts)}


def load_previous_build(root: Path) -> PreviousBuild | None:
    """What the last build has left, if it can be used."""
    found = cache.unpack(cache.load(root, _PART))
    if not found:
        return None
    facts: list[Dependency] = found["facts"]
    return PreviousBuild(PageDependencies(facts, found["made"]), found["values"], found["ground"])


def save_for_next_build(root: Path, this: PreviousBuild) -> None:
    """Leave to the next build what will then be the one before."""
    parts = {
        "facts": this.pages.facts,
        "made": this.pages.made,
        "values": this.values,
        "ground": this.ground,
    }
    cache.save(root, _PART, {name: cache.pack(value) for name, value in parts.items()})


def set_aside(root: Path, site: Path) -> Path | None:
    """Move a site to where its pages can be taken from; None if that cannot be done."""
    aside = root / cache.FOLDER / _SITE
    shutil.rmtree(aside, ignore_errors=True)
    if site.is_symlink():
        return None
    try:
        return site.rename(aside)  # within `.cache/`, which is there: something was loaded from it
    except OSError:
        return None
