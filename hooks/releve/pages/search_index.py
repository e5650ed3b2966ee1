"""Makes the index of the search, with Pagefind. Begin at `write_index`.

Pagefind (https://pagefind.app) makes an index of HTML pages, in many small files, of which a
browser loads only those that a search needs. Each meeting, agenda item, decision and so on is given
to it as a page of its own, which is not published: only the words by which it can be found.

Pagefind divides words at spaces only, and treats all kinds of spaces alike. So two control
characters are added: after the apostrophe of « l’identité » come `TIED` and a space, so that
« identité » is a word; a no-break space becomes `KEPT` and a space. `search.js` restores the text.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import repeat
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from markupsafe import Markup
from pagefind.service import get_executable

from ..language import NBSP
from ..runtime import copies, processors
from .search_entries import SearchEntry

INDEX_FOLDER = "assets/search"
"""The folder of the index in the site."""
TIED, KEPT = "\x1e", "\x1f"
"""See the docstring of this module. No text of a register may contain control characters."""
_WEIGHTS = {"decision": 8, "follow_up": 8, "meeting": 0.5, "page": 0.5}
"""The weight of the words of a kind in the ranking, 0 to 10, where it is not 1."""
Group = Callable[[], Iterable[SearchEntry]]
"""Makes all entries in one language, when it is called."""


def write_index(groups: Sequence[Group], folder: Path, in_parallel: bool = False) -> None:
    """Write the index of all `groups` to `folder`; it replaces an older index once it is complete.

    With `in_parallel`, other processes make the entries of all groups but the first. This process
    makes those of the first, because it has remembered most texts of that language.

    Raises `CalledProcessError` if Pagefind fails.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent) as name:
        temporary = Path(name)
        pages, new_index = temporary / "pages", temporary / "index"
        pages.mkdir()
        _write_pages(groups, pages, in_parallel)
        # One language at a time, because Pagefind holds all pages that it is given in memory.
        contents = [_add_to_index(group, new_index) for group in sorted(pages.iterdir())]
        languages = {
            code: language for part in contents for code, language in part["languages"].items()
        }
        content = contents[0] | {"languages": languages}
        for path in new_index.iterdir():
            if path.name.startswith(_UNUSED):
                path.unlink()
        (new_index / _ENTRY).write_text(json.dumps(content, sort_keys=True), encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        new_index.rename(folder)


def _add_to_index(pages: Path, new_index: Path) -> dict[str, Any]:
    """Add the pages of a folder to the index; return the content of `_ENTRY`, for them alone."""
    program = get_executable()
    assert program, "Pagefind is installed with its program: see pyproject.toml."
    places = ["--site", str(pages), "--output-path", str(new_index)]
    left_out = ["--exclude-selectors", ".only-language"]
    subprocess.run([program, "--silent", *places, *left_out], check=True, cwd=pages)
    return json.loads((new_index / _ENTRY).read_bytes())  # type: ignore[no-any-return]


_ENTRY = "pagefind-entry.json"
"""The file of the index that a browser loads first: it lists the languages."""
_groups: Sequence[Group] = ()
"""Set before other processes are forked, which inherit it."""


def _write_pages(groups: Sequence[Group], pages: Path, in_parallel: bool) -> None:
    """Write the entries of each group as pages, to a folder in `pages` with the group's number."""
    global _groups
    _groups = groups
    if in_parallel and processors() > 1:
        with copies(processors() - 1) as pool:
            others = pool.map(_write_group, range(1, len(groups)), repeat(pages))
            _write_group(0, pages)
            list(others)
    else:
        for number in range(len(groups)):
            _write_group(number, pages)
    _groups = ()


def _write_group(number: int, pages: Path) -> None:
    (pages / str(number)).mkdir()
    for place, entry in enumerate(_groups[number]()):
        html = _prepared(_page(entry))
        (pages / str(number) / f"{place:06}.html").write_text(html, encoding="utf-8")


_UNUSED = (
    "pagefind-component",
    "pagefind-highlight",
    "pagefind-modular",
    "pagefind-ui",
    "pagefind-worker",
)
"""Files of Pagefind that the site does not need: it has a user interface of its own."""


def _page(entry: SearchEntry) -> Markup:
    fields = [
        ("meta", "title", entry.title),
        ("meta", "address", entry.address),
        ("meta", "date", entry.dated),
        ("meta", "tongue", entry.tongue),
        ("meta", "marks", " ".join(_marks(entry))),
        ("sort", "day", f"{entry.day or date.min}"),  # a result without a day would be left out
    ]
    tags = Markup("").join(_TAG.format(*field) for field in fields if field[2])
    weight = _WEIGHTS.get(entry.kind, 1)
    return _PAGE.format(entry.language, tags, weight, entry.words)


_TAG = Markup('<meta data-pagefind-{}="{}[content]" content="{}">')
_PAGE = Markup(
    '<!doctype html><html lang="{}"><body>{}<div data-pagefind-weight="{}">{}</div></body></html>'
)


def _marks(entry: SearchEntry) -> Iterator[str]:
    """The filters of an entry, as words that nobody types.

    Pagefind has filters of its own, but writes them in another order each time, so that two builds
    would not be the same bytes.
    """
    yield _mark("kind", entry.kind)
    if entry.number:
        yield _mark("number", entry.number.lower())
    for body in entry.bodies:
        yield _mark("body", body)
    if entry.day:
        yield _mark("year", f"{entry.day.year}")
    for state in entry.states:
        yield _mark("state", state)
        if state in _AMONG:
            yield _mark("among", _AMONG[state])
    for topic in entry.topics:
        yield _mark("topic", topic)
    for organization in entry.organizations:
        yield _mark("organization", organization)


_AMONG = {
    "in-force": "standing",
    "amended": "standing",
    "open": "unclosed",
    "in-progress": "unclosed",
}
"""The groups of states by which results can be filtered, too."""


def _mark(name: str, value: str) -> str:
    """A filter as one word, which `search.js` makes in the same way.

    It begins and ends with a letter that no living language uses: Pagefind finds a word by its
    beginning. Pagefind would divide it at digits and punctuation, so other letters replace these.
    """
    return f"ƿ{name}ƿ{value.translate(_LETTERS)}ƿ"


_LETTERS = str.maketrans("0123456789-_", "абвгдежзиклм")


def _prepared(html: str) -> str:
    """The HTML with `TIED` and `KEPT` added: see the docstring of this module."""
    return _APOSTROPHE.sub(f"'{TIED} ", html).replace(NBSP, f"{KEPT} ")


_APOSTROPHE = re.compile(r"(?<=\w)\u2019(?=\w)")
