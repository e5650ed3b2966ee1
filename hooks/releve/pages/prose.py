"""CommonMark and `[[references]]` -> safe HTML.

Raw HTML, images and headings are off, so that a text can neither bring markup of its own into
a page nor load anything from another site; links lead to http, https and mailto only. The
grammar is CommonMark's (https://spec.commonmark.org/), read by markdown-it-py, with tables,
strikethrough and bare addresses as GitHub has them (https://github.github.com/gfm/). What is not
rendered is told to whoever writes it: `checks/prose_marks.py`.

Begin at `Prose.html`. Texts without Markdown, as most are, are set without the parser, with the
same result (`_is_plain`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup

from ..language import as_markup, isolated, shown
from ..register import REFERENCE, reference_pattern, with_references
from ..runtime import switches
from ..source import is_blank, leads_out
from .pasted_lists import with_lists
from .prose_rules import align_by_class, link_addresses

_SIGNS = {
    **{code: f"[U+{code:04X}]" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))},
    **dict.fromkeys(range(0xE000, 0xE003), "\ufffd"),
}
_A_SIGN = re.compile(f"[{''.join(map(chr, _SIGNS))}]")


def visible(text: str) -> str:
    """The text with the characters that change its direction replaced by their numbers: `[U+202E]`.

    Invisible, they could make a text look like another. The characters that mark slots in a shell
    (`shell.py`) are replaced by U+FFFD: `&#xE000;` could still write one.
    """
    return text.translate(_SIGNS) if _A_SIGN.search(text) else text


@dataclass(frozen=True, slots=True)
class Link:
    """The target of a reference: its address, None if it has no page, and its name."""

    address: str | None
    name: str
    language: str | None = None
    """The code of the language of the name; None if it is that of the page."""


class Prose:
    """Turns texts in one language into HTML.

    `resolve` takes a reference and a meeting, and returns the target, or None if there is none;
    `explain` has the full name and the address of each acronym; `typeset` sets spaces and quotes.
    """

    def __init__(
        self,
        resolve: Callable[[str, Any], Link | None],
        explain: dict[str, Link],
        typeset: Callable[[str], str],
    ) -> None:
        self._resolve = resolve
        self._explain = explain
        self._typeset = typeset
        self._short_cut = switches.is_on("prose")
        longest_first = sorted(explain, key=len, reverse=True)
        names = "|".join(re.escape(acronym) for acronym in longest_first) or r"(?!)"
        self._acronym = re.compile(rf"(?<![\w-])(?:{names})(?![\w-])")
        self._markdown = MarkdownIt("commonmark", {"html": False})
        self._markdown.disable(["image", "heading", "lheading", "code"])
        self._markdown.enable(["table", "strikethrough"])
        self._markdown.core.ruler.after("normalize", "bars", _hide_bars)
        self._markdown.inline.ruler.before("link", "reference", _take_reference)
        setattr(self._markdown, "validateLink", leads_out)  # noqa: B010
        self._markdown.core.ruler.push("visible", _make_visible)
        self._markdown.core.ruler.push("links", _drop_empty_links)
        self._markdown.core.ruler.push("bare", link_addresses)
        self._markdown.core.ruler.push("addresses", _mark_links)
        self._markdown.core.ruler.push("cells", align_by_class)
        self._markdown.core.ruler.push("typeset", self._set_type)
        self._markdown.core.ruler.push("names", _name_links)
        renderer = self._markdown.renderer
        assert isinstance(renderer, RendererHTML)
        renderer.rules["text"] = self._text  # type: ignore[assignment]
        renderer.rules["reference"] = self._reference  # type: ignore[assignment]
        renderer.rules["fence"] = _fence  # type: ignore[assignment]

    def html(self, text: str, meeting: Any = None) -> Markup:
        """The text as HTML blocks; `[[#5C]]` in it is a follow-up of `meeting`."""
        seen: set[str] = set()
        text = with_lists(text)
        if not (self._short_cut and _is_plain(text)):
            return as_markup(self._markdown.render(text, {"meeting": meeting, "seen": seen}))
        html = []
        for block in filter(None, _BLANK.split(text.strip("\n"))):
            if block.startswith("- "):
                lines = (self._inline(line[2:], meeting, seen) for line in block.split("\n"))
                html += ["<ul>\n", *(f"<li>{line}</li>\n" for line in lines), "</ul>\n"]
            else:
                html.append(f"<p>{self._inline(block, meeting, seen)}</p>\n")
        return as_markup("".join(html))

    def _inline(self, block: str, meeting: Any, seen: set[str]) -> str:
        """The HTML of a block of words and references, as the parser would make it."""
        tokens: list[tuple[str, str | None]] = []
        end = 0
        for match in _TOKEN.finditer(block):
            target, words = match.groups()
            content = words or "" if target else "\n"
            tokens += [(block[end : match.start()], None), (content, target)]
            end = match.end()
        tokens.append((block[end:], None))
        tokens = [(visible(words), target) for words, target in tokens if words or target]
        typeset = self._typeset(_EDGE.join([words for words, _ in tokens])).split(_EDGE)
        html: list[str] = []
        for words, (_, target) in zip(typeset, tokens, strict=True):
            if target is None:
                html += self._explain_acronyms(words, seen)
            else:
                html.append(self._reference_html(target, words, meeting))
        return "".join(html)

    def plain(self, text: str, meeting: Any = None) -> str:
        """A title or a name on one line, as typed but for a name or words for each reference."""
        named = with_references(text, lambda match: self._named(match, meeting))
        return self._on_one_line(named)

    def summary(self, text: str, meeting: Any = None) -> str:
        """A text of Markdown on one line without its marks, with a name for each reference."""
        pieces: list[str] = []
        for block in self._markdown.parse(with_lists(text), {"meeting": meeting, "seen": set()}):
            pieces += (self._said(token, meeting) for token in block.children or ())
            pieces.append(f"{block.content} " if block.type == "fence" else " ")
        return self._on_one_line("".join(pieces))

    def _on_one_line(self, text: str) -> str:
        return self._typeset(" ".join(visible(text).split()))

    def _said(self, token: Token, meeting: Any) -> str:
        """What a token says on one line."""
        if token.type == "reference":
            return self._named(token.meta["match"], meeting)
        return " " if token.type in ("softbreak", "hardbreak") else token.content

    def _named(self, match: re.Match[str], meeting: Any) -> str:
        """The words of a reference, or else the name of what it leads to."""
        if words := _seen(match[2]):
            return words
        link = self._resolve(match[1], meeting)
        return link.name if link else match[1]

    def link(self, link: Link, words: str | None = None, heard: str = "") -> Markup:
        """A link by `words` or else by its name, as HTML; without an address, only its words.
        `heard` is what it is called to those who hear it, where that is more.
        """
        html: str = isolated(words or link.name)
        if link.language and not words:
            html = f'<span lang="{shown(link.language)}">{html}</span>'
        if link.address is None:
            return as_markup(html)
        label = f' aria-label="{shown(heard)}"' if heard else ""
        return as_markup(f'<a href="{shown(link.address)}"{label}>{html}</a>')

    def _set_type(self, state: StateCore) -> None:
        # A block is set as one text, because a quotation, or the space before a colon, may begin in
        # one token and end in another. Code is left as it is.
        for block in state.tokens:
            if children := block.children:
                typeset = self._typeset(_EDGE.join(map(_words, children))).split(_EDGE)
                for child, words in zip(children, typeset, strict=True):
                    if child.type in ("text", "reference"):
                        child.content = words

    def _text(self, tokens: Sequence[Token], index: int, options: Any, env: dict[str, Any]) -> str:
        text = tokens[index].content
        if "in link" in tokens[index].meta:  # inside a link, where HTML allows no other link
            return shown(text)
        return "".join(self._explain_acronyms(text, env["seen"]))

    def _explain_acronyms(self, text: str, seen: set[str]) -> list[str]:
        """The text as pieces of HTML. The first use of each acronym links to its full name.

        `seen` holds the acronyms that were used before, and is updated.
        """
        pieces: list[str] = []
        end = 0
        for match in self._acronym.finditer(text):
            acronym = match[0]
            if acronym in seen:
                continue
            seen.add(acronym)
            link = self._explain[acronym]
            pieces += [
                shown(text[end : match.start()]),
                f'<a class="acronym" href="{shown(link.address)}">'
                f'<abbr title="{shown(link.name)}">{shown(acronym)}</abbr></a>',
            ]
            end = match.end()
        return [*pieces, shown(text[end:])]

    def _reference(
        self, tokens: Sequence[Token], index: int, options: Any, env: dict[str, Any]
    ) -> str:
        token = tokens[index]
        return self._reference_html(token.meta["target"], token.content, env["meeting"])

    def _reference_html(self, target: str, words: str, meeting: Any) -> str:
        """A link to the target, by its words or else by its name; without a target, words alone."""
        link = self._resolve(target, meeting)
        words = _seen(words)
        return self.link(link, words or None) if link else shown(words or target)


def _seen(words: str | None) -> str:
    """The words of a reference; empty if it has none, or none that is seen."""
    return words if words and not is_blank(words) else ""


_BLANK = re.compile(r"\n\n+")
_TOKEN = re.compile(rf"{REFERENCE.pattern}|\n")
_MARKUP = re.compile(r"[\\`*_\[\]<>&\t\r\0~|@]|://|www\.").search
"""Finds a character that may be markup wherever it is."""
_MARKED = re.compile(
    r"""\n(?:
    (?<=[^\S\n]\n)                              # the line before ends with a space,
    |(?:-[ ])?+(?:[^\S\n]|[-+#]|\d{1,9}[.)])    # or a line begins with one, a rule or another list,
    |-.*\n(?!-|\n)|[^-\n].*\n-|-.*\n\n+-        # or a list touches a paragraph or another list
    )""",
    re.VERBOSE,
).search
"""Finds a line that is neither plain words nor an item, on one line, of a simple list."""


def _is_plain(text: str) -> bool:
    """Whether a text has only paragraphs, simple lists and references, and so needs no parser."""
    bare = REFERENCE.sub("x", text)
    # A reference on two lines needs the parser: the second line may begin a list instead.
    return (
        not _MARKUP(bare)
        and not _MARKED("\n" + bare.strip("\n") + "\n\n")
        and bare.count("\n") == text.count("\n")
    )


_EDGE = "\0"
"""Separates two tokens while a block is set. CommonMark replaces this character in any text."""


def _words(token: Token) -> str:
    """The words of a token within its block; empty for markup and code."""
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    return token.content if token.type in ("text", "reference") else ""


def _drop_empty_links(state: StateCore) -> None:
    # markdown-it shows a link with a forbidden address as text, but keeps an empty address.
    for block in state.tokens:
        dropped: list[bool] = []
        for token in block.children or ():
            if token.type == "link_open":
                dropped.append(not token.attrs.get("href"))
            if token.type in ("link_open", "link_close"):
                if dropped[-1]:
                    token.hidden = True
                if token.type == "link_close":
                    dropped.pop()
        if block.children:
            block.children = [token for token in block.children if not token.hidden]


def _mark_links(state: StateCore) -> None:
    for block in state.tokens:
        in_link = False
        for token in block.children or ():
            if token.type in ("link_open", "link_close"):
                in_link = token.type == "link_open"
            elif in_link and token.type == "text":
                token.meta["in link"] = True
            # On paper an address follows each link, except one whose words are its address:
            # print.css.
            if token.type == "link_open" and token.markup == "autolink":
                token.attrSet("class", "address")


def _name_links(state: StateCore) -> None:
    # A link without words, such as `[](https://…)` or an image without a description, would be
    # nothing to see and nothing to hear: it is called by its address.
    for block in state.tokens:
        inside: list[Token] = []
        named: list[Token] = []
        opened: Token | None = None
        for token in block.children or ():
            if token.type == "link_open":
                opened, inside = token, []
            elif token.type == "link_close" and opened:
                if all(one.type != "reference" and is_blank(one.content) for one in inside):
                    opened.attrSet("class", "address")
                    address = visible(str(opened.attrs["href"]))
                    named.append(Token("text", "", 0, content=address, meta={"in link": True}))
                opened = None
            elif opened:
                inside.append(token)
            named.append(token)
        if block.children:
            block.children = named


def _make_visible(state: StateCore) -> None:
    # After parsing: only then are character references such as `&#x202E;` decoded.
    for block in state.tokens:
        if block.type == "fence":
            block.content = visible(block.content.replace(_BAR, "|"))
        for token in block.children or ():
            token.content = visible(token.content.replace(_BAR, "|"))
            if "title" in token.attrs:
                token.attrs["title"] = visible(str(token.attrs["title"]))


_BAR = "\ue004"
"""Stands for the `|` of a reference, which would end the cell of a table. No text can hold it."""
_REFERENCE = reference_pattern("|" + _BAR)


def _hide_bars(state: StateCore) -> None:
    if "|" in state.src:
        state.src = REFERENCE.sub(lambda match: match[0].replace("|", _BAR), state.src)


def _fence(tokens: Sequence[Token], index: int, options: Any, env: dict[str, Any]) -> str:
    return f"<pre><code>{shown(tokens[index].content)}</code></pre>\n"


def _take_reference(state: StateInline, silent: bool) -> bool:
    match = _REFERENCE.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        token = state.push("reference", "", 0)
        token.content = match[2] or ""
        token.meta = {"target": match[1], "match": match}
    state.pos = match.end()
    return True
