"""A page drawn once by the site engine, filled for each record.

Pages of one kind differ only in a few places. The engine draws one of them, with a marker in
each such place; `Shell` splits it at the markers, and joins it again around each record's own
words. Links inside those words begin with `ROOT`, which becomes the way up to the site's root.
"""

from __future__ import annotations

import re

from ..register import digest

ROOT = "\ue002"
"""Stands for the root of the site at the start of an address. `source.py` refuses it in data."""
_MARKER = re.compile("\ue000([a-z]+)\ue001")


SLOTS = ("title", "heading", "head", "languages", "paper", "contents", "body")
"""The places of a shell that each page fills with its own words."""


def marker(slot: str) -> str:
    """What to put where the words of a `slot` will stand."""
    return f"\ue000{slot}\ue001"


def way_up(address: str) -> str:
    """The relative path from a page to the site's root: `../../` from `cm-jc/2019-09-25/`."""
    return "../" * address.count("/") or "./"


class Shell:
    """A finished page with holes in it."""

    def __init__(self, html: str) -> None:
        self.digest = digest(html.encode())
        pieces = _MARKER.split(html)
        self._fixed, self._slots = pieces[::2], pieces[1::2]

    def fill(self, address: str, words: dict[str, str]) -> str:
        """The page at `address`, with the words of each slot in their places."""
        joined = [self._fixed[0]]
        for slot, fixed in zip(self._slots, self._fixed[1:], strict=True):
            joined += [words[slot], fixed]
        return "".join(joined).replace(ROOT, way_up(address))
