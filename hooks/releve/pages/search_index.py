"""What can be found in the register, and the index in which Pagefind finds it.

Pagefind (https://pagefind.app) makes an index of pages, in parts of which a browser asks only for
those that a search needs. Each meeting, agenda item, decision and so on is given to it as a page of
its own that nobody sees: the words that its reader would look for, and none of the frame.

Two signs stand for what Pagefind would not tell apart. It breaks words at spaces alone, and takes
all spaces for one: after the apostrophe of « l’identité » comes `TIED` and a space, so that
« identité » is a word; a no-break space is `KEPT` and a space. `search.js` puts them right again.
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
"""Where the index stands in the site."""
TIED, KEPT = "\x1e", "\x1f"
_WEIGHTS = {"decision": 8, "follow_up": 8, "meeting": 0.5, "page": 0.5}
"""How much the words of a kind count, where it is not 1 (0 to 10)."""
Group = Callable[[], Iterable[SearchEntry]]
"""What can be found in a language, once it is asked for."""


def index(groups: Sequence[Group], folder: Path, in_parallel: bool = False) -> None:
    """Write the index of what can be found, in place of another one, once it is whole.

    With `in_parallel`, other processes collect all groups but the first, of which this one knows
    most.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent) as name:
        room = Path(name)
        pages, made = room / "pages", room / "index"
        pages.mkdir()
        _collect(groups, pages, in_parallel)
        # One language at a time: Pagefind holds all of them in memory.
        entries = [_indexed(group, made) for group in sorted(pages.iterdir())]
        languages = {code: one for each in entries for code, one in each["languages"].items()}
        entry = entries[0] | {"languages": languages}
        for path in made.iterdir():
            if path.name.startswith(_UNUSED):
                path.unlink()
        (made / _ENTRY).write_text(json.dumps(entry, sort_keys=True), encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        made.rename(folder)


def _indexed(pages: Path, made: Path) -> dict[str, Any]:
    """Add the index of some pages to what is made; what Pagefind then says of it."""
    program = get_executable()
    assert program, "Pagefind is installed with its program: see pyproject.toml."
    places = ["--site", str(pages), "--output-path", str(made)]
    unread = ["--exclude-selectors", ".only-language"]
    subprocess.run([program, "--silent", *places, *unread], check=True, cwd=pages)
    return json.loads((made / _ENTRY).read_bytes())  # type: ignore[no-any-return]


_ENTRY = "pagefind-entry.json"
_groups: Sequence[Group] = ()
"""What the processes that collect were born with."""


def _collect(groups: Sequence[Group], pages: Path, in_parallel: bool) -> None:
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
    for place, found in enumerate(_groups[number]()):
        html = _prepared(_page(found))
        (pages / str(number) / f"{place:06}.html").write_text(html, encoding="utf-8")


_UNUSED = (
    "pagefind-component",
    "pagefind-highlight",
    "pagefind-modular",
    "pagefind-ui",
    "pagefind-worker",
)
"""What Pagefind brings beside the index and what reads it: interfaces, in place of ours."""


def _page(found: SearchEntry) -> Markup:
    told = [
        ("meta", "title", found.title),
        ("meta", "address", found.address),
        ("meta", "date", found.dated),
        ("meta", "tongue", found.tongue),
        ("meta", "marks", " ".join(_marks(found))),
        ("sort", "day", f"{found.day or date.min}"),  # what has none would be left out
    ]
    tags = Markup("").join(_TAG.format(*one) for one in told if one[2])
    weight = _WEIGHTS.get(found.kind, 1)
    return _PAGE.format(found.language, tags, weight, found.words)


_TAG = Markup('<meta data-pagefind-{}="{}[content]" content="{}">')
_PAGE = Markup(
    '<!doctype html><html lang="{}"><body>{}<div data-pagefind-weight="{}">{}</div></body></html>'
)


def _marks(found: SearchEntry) -> Iterator[str]:
    """What a search is narrowed by, as words that nobody types.

    Pagefind has filters of its own, but writes them in another order each time, so that two builds
    would not be the same bytes.
    """
    yield _mark("kind", found.kind)
    if found.number:
        yield _mark("number", found.number.lower())
    if found.body:
        yield _mark("body", found.body)
    if found.day:
        yield _mark("year", f"{found.day.year}")
    for state in found.states:
        yield _mark("state", state)
        if state in _AMONG:
            yield _mark("among", _AMONG[state])
    for topic in found.topics:
        yield _mark("topic", topic)
    for organization in found.organizations:
        yield _mark("organization", organization)


_AMONG = {
    "in-force": "standing",
    "amended": "standing",
    "open": "unclosed",
    "in-progress": "unclosed",
}
"""States that are also asked for together, under one name."""


def _mark(name: str, value: str) -> str:
    """One word, which begins and ends with a letter of no living language; `search.js` says it too.

    Words are found by their beginnings and broken at digits and signs, which other letters replace.
    """
    return f"ƿ{name}ƿ{value.translate(_LETTERS)}ƿ"


_LETTERS = str.maketrans("0123456789-_", "абвгдежзиклм")


def _prepared(html: str) -> str:
    """HTML whose words Pagefind tells apart: see the head of this file."""
    return _APOSTROPHE.sub(f"'{TIED} ", html).replace(NBSP, f"{KEPT} ")


_APOSTROPHE = re.compile(r"(?<=\w)\u2019(?=\w)")
