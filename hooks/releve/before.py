"""What the build before has left: what its pages were made from, and its site."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from . import cache
from .made_from import Fact, Made, Pages, Values

_PART = "pages"
_SITE = "site"


@dataclass(frozen=True, slots=True)
class Before:
    """What pages were made from, and what that came to when they were."""

    pages: Pages
    values: list[bytes]
    """What each fact came to."""
    ground: bytes
    """What was the same for every page."""

    def kept(self, now: Values) -> dict[str, Made]:
        """Pages that would be made from the same now, by their address."""
        if self.ground != now.ground:
            return {}
        same = self.pages.unchanged(self.values, now(self.pages.facts))
        return {address: self.pages.made[address] for address in same}


def last_build(root: Path) -> Before | None:
    """What the last build has left, if it can be used."""
    found = cache.unpack(cache.load(root, _PART))
    if not found:
        return None
    facts: list[Fact] = found["facts"]
    return Before(Pages(facts, found["made"]), found["values"], found["ground"])


def leave_to_next(root: Path, pages: Pages, now: Values) -> None:
    """Leave to the next build what pages were made from, and what that comes to now."""
    parts = {
        "facts": pages.facts,
        "made": pages.made,
        "values": now(pages.facts),
        "ground": now.ground,
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
