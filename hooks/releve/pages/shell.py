"""A page drawn once by the site engine, then filled for each record.

Pages of one kind differ only in a few places, called slots. The engine draws one page of each kind,
with a marker in each slot. `Shell` splits its HTML at the markers, and puts the HTML of a record in
their place. Links in it begin with `ROOT`, which becomes the relative path to the site's root.
Begin at `Shell.fill`.
"""

from __future__ import annotations

import re

from ..register import digest

ROOT = "\ue002"
"""The root of the site, at the start of an address. The `source` package allows it in no text."""
_MARKER = re.compile("\ue000([a-z]+)\ue001")


SLOTS = ("title", "heading", "head", "languages", "paper", "contents", "body")
"""The slots of a shell, which each page fills with HTML of its own."""


def marker(slot: str) -> str:
    """The text that marks the place of a `slot` in a shell."""
    return f"\ue000{slot}\ue001"


def way_up(address: str) -> str:
    """The relative path from a page to the site's root: `../../` from `cm-jc/2019-09-25/`."""
    return "../" * address.count("/") or "./"


class Shell:
    """A finished page with slots in it."""

    def __init__(self, html: str) -> None:
        self.digest = digest(html.encode())
        pieces = _MARKER.split(html)
        self._fixed, self._slots = pieces[::2], pieces[1::2]

    def fill(self, address: str, slots: dict[str, str]) -> str:
        """The HTML of the page at `address`; `slots` has the HTML of each slot, by its name."""
        joined = [self._fixed[0]]
        for slot, fixed in zip(self._slots, self._fixed[1:], strict=True):
            joined += [slots[slot], fixed]
        return "".join(joined).replace(ROOT, way_up(address))
