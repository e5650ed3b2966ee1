"""What the pages of a changed small register say, without a build: only their middle is made."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from releve.__main__ import seal
from releve.pages import SearchEntries, SearchEntry

from .built_site import Element, read_html
from .golden import bodies, register_of, site
from .small_register import Change, small_register


def pages_of(
    folder: Path, changes: Mapping[str, Change] | None = None, day: str = ""
) -> dict[str, Element]:
    """The middle of every page by its address, of the small register with some changes.

    What is approved is sealed first, as `make seal` does; `day` is the one as of which it is shown.
    """
    root = small_register(folder, changes)
    seal(root)
    pages = {}
    for by_address in bodies(register_of(root, day)).values():
        for address, html in by_address.items():
            element, faults = read_html(html)
            assert faults == [], address
            pages[address] = element
    return pages


def search_entries(root: Path) -> dict[str, SearchEntry]:
    """What can be found in the register in a folder, in each language, by its address."""
    build = site(register_of(root))
    found: dict[str, SearchEntry] = {}
    for code, language in build.languages.items():
        naming, addresses = build.renderers[code].naming, build.addresses[code]
        entries = SearchEntries(build.register, language, naming, addresses)
        found |= {entry.address: entry for entry in entries.everything()}
    return found
