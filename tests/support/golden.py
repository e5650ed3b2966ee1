"""What the pages of the trial registers say, as words on lines: a tree to compare with.

`make golden` renews `tests/golden/`; a look at its difference in git then tells what changed
for the readers.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from releve.build.load import AS_OF, load
from releve.build.site import SiteBuild
from releve.pages import UNLISTED
from releve.register import Register, meeting_of

from .built_site import Element, read_html
from .paths import REGISTERS, ROOT

TREE = ROOT / "tests" / "golden"

VIEWS = (
    ("long-history", "2034-06-30", "fr"),
    ("long-history", "2034-06-30", "en"),
    ("long-history", "2034-06-30", "es"),
    ("long-history", "2032-06-15", "fr"),
    ("long-history", "2033-02-01", "en"),
    ("several-bodies", "2031-06-30", "en"),
    ("motions", "2032-12-31", "fr"),
    ("motions", "2032-12-31", "en"),
)
"""Registers, the days as of which they are shown, and in which language."""


def register_of(root: Path, day: str = "") -> Register:
    """The register in a folder, as of a day; as of its own if none is given."""
    with patch.dict(os.environ, {AS_OF: day}):
        register, problems = load(root)
    assert register is not None, problems
    return register


def site(register: Register) -> SiteBuild:
    """The site of a register, of which nothing is written."""
    return SiteBuild(ROOT, register, ROOT / "site", "", "")


def bodies(register: Register) -> dict[str, dict[str, str]]:
    """What stands in the middle of every page, as HTML, by language and address."""
    build = site(register)
    return {
        code: {page.address: renderer.slots(page)["body"] for page in build.pages(code)}
        for code, renderer in build.renderers.items()
    }


def golden(register_name: str, day: str, language: str) -> dict[Path, str]:
    """The files of one view: one for each meeting and index, and one for each directory."""
    build = site(register_of(REGISTERS / register_name, day))
    found: dict[Path, list[str]] = {}
    for page in build.pages(language):
        if page.kind in UNLISTED:
            continue  # all that it says stands on pages that are here
        meeting = meeting_of(page.thing)
        name = meeting.key if meeting else page.kind
        path = TREE / register_name / day / language / f"{name}.txt"
        said = outline(build.renderers[language].slots(page)["body"])
        found.setdefault(path, []).append(f"=== /{page.address}\n{said}\n")
    return {path: "\n".join(words) for path, words in found.items()}


def outline(html: str) -> str:
    """The words of a page, a line for each heading, paragraph, entry and row."""
    root, faults = read_html(html)
    assert faults == []
    return "\n".join(_lines(root))


_MARKS = {
    **{f"h{level}": f"{'#' * level} " for level in range(1, 7)},
    "li": "- ",
    "blockquote": "> ",
    "tr": "| ",
    "summary": "+ ",
}
_CELLS = ("td", "th", "dt")
_PARTS = {"p", "div", "ul", "ol", "section", "nav", "table", "tbody", "thead", "dl", "details"}
_PARTS |= {
    "footer",
    "aside",
    "hgroup",
    "caption",
    "dd",
    "figure",
    "figcaption",
    "form",
    *_MARKS,
    *_CELLS,
}


def _lines(element: Element, mark: str = "") -> Iterator[str]:
    """The lines of an element, the first of them after its mark."""
    words = ""
    for child in element.children:
        if isinstance(child, str):
            words += child
        elif child.tag not in _PARTS:
            words += " " if child.tag == "br" else child.text
        elif child.tag in _CELLS and element.tag in ("tr", "div"):
            words += f"{child.text}{': ' if child.tag == 'dt' else ' | '}"
        else:
            yield from _said(words, mark)
            mark, words = (mark if not words.strip() else "  "), ""
            yield from _lines(child, mark + _MARKS.get(child.tag, ""))
            mark = "  " if mark.strip() else mark
    yield from _said(words, mark)


def _said(words: str, mark: str) -> Iterator[str]:
    line = " ".join(words.split())
    if line:
        yield f"{mark}{line}".rstrip(" |")


def renew() -> None:
    """Write the whole tree anew."""
    shutil.rmtree(TREE, ignore_errors=True)
    for view in VIEWS:
        for path, words in golden(*view).items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(words, encoding="utf-8")


if __name__ == "__main__":
    renew()
