"""Judges what was made of a register: its problems, or its pages.

A fault is a pair: what kind of fault it is, in words that are always the same, and what of this
page or problem shows it. Begin at `faults_of_page`, `faults_of_pages` and `faults_of_problem`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote, urldefrag, urlsplit

from releve.build.load import AS_OF
from releve.register import SEALS_FILE
from releve.source import FOLDER, Problem

from .built_site import SITE_URL, Element, Page

Fault = tuple[str, str]

PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
"""Signs that mark places in shells and prose, and must have been replaced."""
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of text."""

_HARMFUL = ("script", "img", "style", "iframe", "object", "embed", "u", "base")
"""Elements that no record brings into its page."""
_WITH_WORDS = ("h1", "h2", "h3", "h4", "a", "button", "summary", "option", "label", "title")
"""Elements of which a reader without words can make nothing."""
_SCHEMES = ("https", "http", "mailto", "webcal")
_LONGEST_NAME = 255
"""The most bytes of a file's name, as file systems have them."""


# --- pages ----------------------------------------------------------------------------------------


def faults_of_page(page: Page, own: bool = True) -> Iterator[Fault]:
    """What is wrong with a page by itself; unless it is `own` of the register, it may have images.

    Where its links lead is asked of all pages together: see `faults_of_pages`.
    """
    yield from (("not well nested", fault) for fault in page.faults[:3])
    for tag in ("h1", "main"):
        if (number := sum(element.tag == tag for element in page.elements)) != 1:
            yield f"not one <{tag}>", str(number)
    for element in page.elements:
        if element.tag in _WITH_WORDS and not _is_seen(element):
            yield f"a <{element.tag}> without words", str(element.attributes)
    doubled = [name for name, times in Counter(page.ids).items() if times > 1]
    if doubled:
        yield "an id that stands twice", ", ".join(doubled[:3])
    for signs in (PRIVATE_USE, TURNING):
        if found := signs.search(page.html):
            yield "a sign that must not reach a reader", f"U+{ord(found[0]):04X}"
    yield from _harm(page, own)
    yield from _facts(page)


def _is_seen(element: Element) -> bool:
    """Whether it has words, or a name in their place; those without a width are none."""
    if "aria-label" in element.attributes:
        return True
    if any(sign.isprintable() and not sign.isspace() for sign in element.text):
        return True
    above = element.parent
    while above and above.tag != "template":  # what stands in one gets its words in the browser
        above = above.parent
    return above is not None


def _harm(page: Page, own: bool) -> Iterator[Fault]:
    """What was brought into a page that can run, load or look like something else."""
    for element in page.content.all():
        if element.tag in _HARMFUL and (own or element.tag != "img"):
            yield f"<{element.tag}> in the words of a page", str(element.attributes)
    for element in page.elements:
        for name in element.attributes:
            if name.startswith("on"):
                yield "an attribute that runs a script", f"<{element.tag} {name}>"
    for element, url in page.links():
        if not url.startswith(SITE_URL) and urlsplit(url).scheme not in _SCHEMES:
            yield "an address of a kind that no page has", f"<{element.tag}> {url[:100]}"


def _facts(page: Page) -> Iterator[Fault]:
    """What is wrong with the facts that a page tells to programs."""
    for element in page.elements:
        if element.tag != "script" or element.attributes.get("type") != "application/ld+json":
            continue
        try:
            facts = json.loads("".join(map(str, element.children)))
        except ValueError as error:
            yield "JSON-LD that cannot be read", str(error)
            continue
        if not isinstance(facts, dict) or not facts.get("name") or not facts.get("@type"):
            yield "JSON-LD without a name or a type", str(facts)[:200]


@dataclass(frozen=True, slots=True)
class _Judged:
    """What a page is asked for, kept for the registers that have the very same page."""

    faults: tuple[Fault, ...]
    ids: frozenset[str]
    links: frozenset[str]
    """The addresses on this site to which it leads, without what is asked for after `?`."""


@lru_cache(maxsize=6_000)
def _judged(address: str, html: str) -> _Judged:
    page = Page(address, html)
    links = {url.partition("?")[0] for _, url in page.links() if url.startswith(SITE_URL)}
    return _Judged(tuple(faults_of_page(page)), frozenset(page.ids), frozenset(links))


def faults_of_pages(
    pages: Iterable[tuple[str, str]], is_file: Callable[[str], bool]
) -> Iterator[Fault]:
    """What is wrong with the pages of a register, given by address and HTML: each, and together.

    `is_file` says of a path below the site's root whether something else than a page is there.
    """
    judged: dict[str, _Judged] = {}
    for address, html in pages:
        if address in judged:
            yield "two pages at one address", address
        if any(len(unquote(part).encode()) > _LONGEST_NAME for part in address.split("/")):
            yield "an address that no file system can hold", address[:100]
        judged[address] = _judged(address, html)
        yield from ((kind, f"/{address}: {shown}") for kind, shown in judged[address].faults)
    by_folded = Counter(address.casefold() for address in judged)
    for address in judged:
        if by_folded[address.casefold()] > 1:
            yield "two addresses that differ in capitals alone", address
    known: dict[str, bool] = {}
    for address, one in judged.items():
        for url in sorted(one.links):
            if url not in known:
                known[url] = _leads_somewhere(url, judged, is_file)
            if not known[url]:
                yield "a link that leads nowhere", f"/{address}: {url[:200]}"


def _leads_somewhere(url: str, pages: dict[str, _Judged], is_file: Callable[[str], bool]) -> bool:
    address, anchor = urldefrag(url)
    path = unquote(address.removeprefix(SITE_URL))
    if page := pages.get(path):
        return not anchor or unquote(anchor) in page.ids
    return not anchor and is_file(path)


# --- problems -------------------------------------------------------------------------------------

_EXPECTED = (AS_OF, FOLDER, f"{FOLDER}/register.yml", f"{FOLDER}/organizations.yml", SEALS_FILE)
"""Where a problem may be though nothing is there."""
_LONGEST_PROBLEM = 2_000
"""More characters than anybody reads of one problem."""


def faults_of_problem(problem: Problem, files: dict[str, bytes]) -> Iterator[Fault]:
    """What is wrong with a problem, of a register whose files have these names below `data/`."""
    said = str(problem)
    shown = said[:300]
    if not problem.message.strip() or not problem.remedy.strip():
        yield "a problem without words", shown
    if len(f"{problem.message}{problem.remedy}".splitlines()) != 1:
        yield "a problem on more than two lines", shown
    if "Traceback" in said:
        yield "a problem that shows the program", shown
    if len(said) > _LONGEST_PROBLEM:
        yield "a problem too long to be read", shown
    # Bytes of a name that are not UTF-8 are shown as U+FFFD.
    names = {
        f"{FOLDER}/{name}".encode("utf-8", "surrogateescape").decode("utf-8", "replace"): content
        for name, content in files.items()
    }
    if problem.file not in names:
        folder = any(name.startswith(f"{problem.file}/") for name in names)
        if not folder and problem.file not in _EXPECTED:
            yield "a problem of a file that is not there", shown
    text = names.get(problem.file, b"")
    # Of UTF-16 and the like, only the first line is known; a sign alone may end a line elsewhere.
    lines = 1 + len(re.findall(rb"\r\n|\r|\n|\xc2\x85|\xe2\x80[\xa8\xa9]", text))
    if not 1 <= problem.line <= lines or problem.column < 1:
        yield "a problem of a line that is not there", f"{lines} lines; {shown}"
