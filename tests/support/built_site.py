"""A built site, read the way a browser reads it: pages, elements, links, words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import yaml

SITE_URL = "https://register.example/base/"
EDIT_URI = "https://edit.example/files/"

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
_INLINE = frozenset(
    ("a", "abbr", "b", "code", "del", "em", "i", "ins", "q", "span", "strong", "sub", "sup", "time")
)
_SILENT = frozenset(("script", "style", "svg"))
_ADDRESSES = frozenset(("href", "src", "action", "data", "poster"))


@dataclass(eq=False)
class Element:
    """An element of a page."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    def all(self, tag: str = "", **wanted: str) -> list[Element]:
        """Elements in it with this tag and these attributes; `class_` names one of its classes."""
        return list(self._walk(tag, {name.rstrip("_"): value for name, value in wanted.items()}))

    def one(self, tag: str = "", **wanted: str) -> Element:
        """The only such element."""
        found = self.all(tag, **wanted)
        assert len(found) == 1, f"{len(found)} of <{tag} {wanted}>"
        return found[0]

    def _walk(self, tag: str, wanted: dict[str, str]) -> Iterator[Element]:
        # Pages are deep, and thousands of them are read: one loop, and no call for each level.
        left = self.children[::-1]
        while left:
            child = left.pop()
            if isinstance(child, Element):
                if tag in ("", child.tag) and (not wanted or child._has(wanted)):
                    yield child
                left += child.children[::-1]

    def _has(self, wanted: dict[str, str]) -> bool:
        return all(
            value in self.attributes.get(name, "").split()
            if name in ("class", "rel")
            else self.attributes.get(name) == value
            for name, value in wanted.items()
        )

    @property
    def text(self) -> str:
        """Its words on one line, as a reader sees them; no-break spaces as spaces."""
        return " ".join("".join(self._words()).split())

    def _words(self) -> Iterator[str]:
        if self.tag in _SILENT:
            return
        space = "" if self.tag in _INLINE else " "
        yield space
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child._words()
        yield space

    @property
    def language(self) -> str:
        """The language that its words are marked to be in."""
        here: Element | None = self
        while here is not None and "lang" not in here.attributes:
            here = here.parent
        return here.attributes["lang"] if here is not None else ""


def heading(page: Element, place: str) -> str:
    """The words of the first heading in the part of a page that has an id."""
    return next(one for one in page.one(id=place).all() if re.fullmatch("h[1-6]", one.tag)).text


class _Reader(HTMLParser):
    """Builds the tree, and notes what is not well nested."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.faults: list[str] = []
        self._open = self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len(dict(attrs)) != len(attrs):
            self.faults.append(f"an attribute stands twice in <{tag}> at {self.getpos()}")
        element = Element(tag, {name: value or "" for name, value in attrs}, self._open)
        self._open.children.append(element)
        if tag not in _VOID:
            self._open = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if tag != self._open.tag:
            self.faults.append(f"</{tag}> at {self.getpos()} inside <{self._open.tag}>")
            return
        assert self._open.parent is not None
        self._open = self._open.parent

    def handle_data(self, data: str) -> None:
        self._open.children.append(data)

    def close(self) -> None:
        super().close()
        if self._open is not self.root:
            self.faults.append(f"<{self._open.tag}> is never closed")


def read_html(text: str) -> tuple[Element, list[str]]:
    """The tree of some HTML, and what is not well nested in it."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.root, reader.faults


class Page:
    """One page of a site: the file that was written, or the HTML itself."""

    def __init__(self, address: str, written: Path | str) -> None:
        self.address = address
        self.html = written if isinstance(written, str) else written.read_text(encoding="utf-8")
        self.root, self.faults = read_html(self.html)
        self.elements = self.root.all()
        self.ids = [
            element.attributes["id"] for element in self.elements if "id" in element.attributes
        ]

    @property
    def url(self) -> str:
        """Where it is published."""
        return SITE_URL + self.address

    @cached_property
    def content(self) -> Element:
        """What stands between the menu and the foot of the frame."""
        return self.root.one("article")

    @cached_property
    def text(self) -> str:
        """The words of its content."""
        return self.content.text

    @cached_property
    def language(self) -> str:
        return self.root.one("html").attributes["lang"]

    @cached_property
    def alternates(self) -> dict[str, str]:
        """The addresses that its head gives for each language, and for `x-default`."""
        return {
            link.attributes["hreflang"]: link.attributes["href"]
            for link in self.root.all("link", rel="alternate")
            if "hreflang" in link.attributes
        }

    @cached_property
    def source(self) -> str:
        """The file that its edit link opens, from the project's folder."""
        return self.root.one("a", rel="edit").attributes["href"].removeprefix(EDIT_URI)

    def links(self) -> Iterator[tuple[Element, str]]:
        """Everything it links to or loads, as whole addresses."""
        for element in self.elements:
            if not element.attributes:
                continue
            for name in _ADDRESSES & element.attributes.keys():
                yield element, urljoin(self.url, element.attributes[name])
            for one in element.attributes.get("srcset", "").split(","):
                if one.strip():
                    yield element, urljoin(self.url, one.split()[0])


def _kind(page: Page) -> object:
    """What a page has in common with its like: its address, but for names, days and numbers."""
    parts = page.address.removeprefix(f"{page.language}/").strip("/").split("/")
    if len(parts) > 1:
        parts[0] = "*" if parts[1][0].isdigit() else parts[0]  # a body, before the day
        parts[1] = "*"
    shape = tuple(re.sub(r"-\d\w*$", "", part) for part in parts)
    return shape, "draft-agenda" in page.ids


class Site:
    """A project that was built, and its pages by their addresses."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.folder = project / "site"
        settings = yaml.safe_load((project / "data" / "register.yml").read_text(encoding="utf-8"))
        default = settings.get("default_language", settings["languages"][0])
        self.languages = [
            default,
            *(language for language in settings["languages"] if language != default),
        ]

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every page, by its address from the root of the site."""
        found = {}
        for path in sorted(self.folder.rglob("index.html")):
            folder = path.parent.relative_to(self.folder).as_posix()
            address = "" if folder == "." else f"{folder}/"
            found[address] = Page(address, path)
        return found

    @cached_property
    def of_register(self) -> list[Page]:
        """Pages that come from the register, and not from docs/."""
        return [page for page in self.pages.values() if not page.source.startswith("docs/")]

    def of_each_kind(self, language: str) -> list[str]:
        """An address for each kind of page in a language, that of the page that says most; and the
        page for wrong addresses.
        """
        kinds: dict[object, Page] = {}
        for page in self.pages.values():
            if page.language == language:
                known = kinds.setdefault(_kind(page), page)
                kinds[_kind(page)] = max(known, page, key=lambda one: len(one.html))
        return [*(page.address for page in kinds.values()), "404.html"]

    def by_turns(self, language: str, other: str) -> list[str]:
        """An address for each kind of page, in one language and the other by turns."""
        found = self.of_each_kind(language)
        for place, address in enumerate(found[:-1]):
            if place % 2:
                found[place] = self.pages[address].alternates[other].removeprefix(SITE_URL)
        return found

    def leads_somewhere(self, url: str) -> bool:
        """Whether an address of this site is a page or a file, and its anchor is there."""
        address, anchor = urldefrag(url)
        path = unquote(address.removeprefix(SITE_URL))
        if page := self.pages.get(path):
            return not anchor or unquote(anchor) in page.ids
        return not anchor and (self.folder / path).is_file()

    def bytes(self) -> dict[str, bytes]:
        """Every file of the site."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }
