"""What is wrong with a project besides its register: links, docs/, the settings of mkdocs.

Comes in: the project's folder, and the warnings of mkdocs. Goes out: problems that say where.
Begin at `refuse_to_build`, which looks at the folders before mkdocs reads them, and at `Warnings`.
"""

from __future__ import annotations

import logging
import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from ..language import reported
from ..pages import Addresses
from ..runtime import cache, switches
from ..source import LEADS_OUTSIDE, Problem, leads_outside, short, tell
from .site_folder import RefusedError, refusal_of


def refuse_to_build(root: Path, docs: Path) -> None:
    """Raise `RefusedError` if the environment or the folders of a project forbid to build its site.

    `docs` is the folder of the pages that are written by hand.
    """
    if unknown := switches.unknown():
        raise RefusedError(
            tell(
                "`%(name)s` is no trick. %(variable)s may name: %(names)s; or all.",
                name=unknown,
                variable=switches.WITHOUT,
                names=", ".join(switches.TRICKS),
            )
        )
    if refusal := refusal_of(root / cache.FOLDER):
        raise RefusedError(refusal)
    if problems := [*_unreadable(docs, root), *_unreadable(root / "overrides", root)]:
        raise RefusedError(tell("There are files that no site can be built from:"), problems)


def _unreadable(docs: Path, root: Path) -> Iterator[Problem]:
    """A problem for each entry of `docs` that a build should not, or could not, read to its end."""
    if not os.access(docs, os.R_OK | os.X_OK) and os.path.lexists(docs):
        message = tell("this folder cannot be read.")
        yield Problem(docs.relative_to(root).as_posix(), 1, 1, message, tell("Look at its rights."))
        return
    for entry in sorted(docs.iterdir()) if docs.is_dir() else ():
        if entry.name.startswith("."):
            continue  # mkdocs leaves these out
        file = entry.relative_to(root).as_posix()
        is_link = entry.is_symlink()
        if is_link and leads_outside(entry, root):
            yield Problem(file, 1, 1, LEADS_OUTSIDE, tell("Put what it leads to here."))
        elif is_link and entry.is_dir() and docs.resolve().is_relative_to(entry.resolve()):
            yield Problem(
                file, 1, 1, tell("this is a link to a folder that it is in."), tell("Delete it.")
            )
        elif entry.is_dir():
            yield from _unreadable(entry, root)
        elif not entry.is_file():  # a link that leads nowhere, a pipe, a device
            yield Problem(
                file, 1, 1, tell("this is not a file that can be read."), tell("Remove it.")
            )
        elif not os.access(entry, os.R_OK):
            yield Problem(
                file, 1, 1, tell("this file cannot be read."), tell("Look at its rights.")
            )
        elif entry.suffix == ".md":
            yield from _address(entry.read_text(encoding="utf-8-sig", errors="replace"), file)


def _address(text: str, file: str) -> Iterator[Problem]:
    """A problem if the `address` in a page's front matter could lead out of the site."""
    number, address = _address_in(text)
    if address is not None and not _PLAIN.fullmatch(address.strip()):
        message = tell("a page cannot have the address %(address)s.", address=short(address))
        remedy = tell(
            "Use letters, digits and hyphens, no more than 100 between two slashes, "
            "as in: address: rules-of-procedure"
        )
        yield Problem(file, number, 1, message, remedy)


def _address_in(text: str) -> tuple[int, str | None]:
    """The line of the `address` in a page's front matter, and what it says; else 1 and None."""
    head = _FRONT_MATTER.match(text)
    found = _ADDRESS.search(head[0]) if head else None
    return (text.count("\n", 0, found.start()) + 1, found[1]) if found else (1, None)


def refuse_addresses(root: Path, pages: Mapping[Path, str], addresses: Addresses) -> None:
    """Raise `RefusedError` if pages of docs/ have the address of another page.

    `pages` are files with their addresses, all of one language, whose `addresses` are given.
    """
    problems, taken = [], dict[str, str]()
    for path, address in pages.items():
        file = path.relative_to(root).as_posix()
        same = unquote(address).casefold().removeprefix("./")
        whose: str = taken.setdefault(same, file)
        if addresses.is_reserved(same):
            whose = tell("the register")
        if whose != file:
            number, _ = _address_in(path.read_text(encoding="utf-8-sig", errors="replace"))
            message = tell(
                "the address of this page, `/%(address)s`, belongs to %(whose)s.",
                address=short(same),
                whose=whose,
            )
            remedy = tell("Write another one between two lines `---` at the top: address: my-page")
            problems.append(Problem(file, number, 1, message, remedy))
    if problems:
        raise RefusedError(tell("Each page needs an address of its own:"), problems)


class Warnings(logging.Handler):
    """Collects the warnings of mkdocs, and prints them in place of mkdocs, with their places."""

    def __init__(self, root: Path, docs: Path, settings: Path) -> None:
        """`settings` is the file mkdocs.yml. From now on mkdocs prints no warnings itself.

        Nor can it be silenced: with its option `--quiet` it would not even count its warnings, and
        `--strict` would have no effect.
        """
        super().__init__(logging.WARNING)
        self._root, self._docs, self._settings = root, docs, settings
        self._messages: list[str] = []
        logger = logging.getLogger("mkdocs")
        logger.setLevel(min(logger.level, logging.WARNING))
        for printer in logger.handlers:
            if type(printer) is logging.StreamHandler:
                printer.addFilter(lambda record: record.levelno != logging.WARNING)
        logger.addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Remember a message."""
        self._messages.append(" ".join(record.getMessage().split()))

    def print_all(self, strict: bool) -> bool:
        """Print what was collected, if anything, and say whether there was: `strict` as errors."""
        problems = [self._problem(message, strict) for message in self._messages]
        if problems:
            print(reported(problems), file=sys.stderr)
        return bool(problems)

    def _problem(self, message: str, strict: bool) -> Problem:
        """Points to the first page of docs/ that the warning names, where it holds the second."""
        named = _NAMED.findall(message)
        page = next((name for name in named if (self._docs / name).is_file()), "")
        path, line, column = self._settings, 1, 1
        remedy = tell("Mend it in this file, or in what is in docs/.")
        if page:
            path = self._docs / page
            remedy = tell("Mend it there, or add what it needs.")
            text = path.read_text(encoding="utf-8-sig", errors="replace")
            other = next((name for name in named if name != page), "")
            index = max(text.find(other), 0)
            line, column = text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
        file = path.relative_to(self._root).as_posix()
        severity: Any = "error" if strict else "warning"
        return Problem(
            file, line, column, tell("mkdocs: %(message)s", message=message), remedy, severity
        )


_NAMED = re.compile("'([^']+)'")
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n.*?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_ADDRESS = re.compile(r"^address[ \t]*:(.*)$", re.MULTILINE)
_PLAIN = re.compile(r"""(["']?)[\w-]{1,100}(?:/[\w-]{1,100})*\1""")
