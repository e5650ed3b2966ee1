"""What GitHub's Markdown has beyond CommonMark, for `prose.py`: bare addresses, and tables.

Each function is a rule of markdown-it-py that works on the tokens of a whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from ..source import leads_out

_ADDRESS = re.compile(
    r"(?<![\w./@+-])(?:(?:https?://|www\.)(?=[^\s<>\0])[^\s<>\0]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
)
"""An address of the web or of mail, perhaps with punctuation after it."""
MAY_BE_ADDRESS = re.compile(r"://|www\.|@").search
_TRAILING = re.compile(r"[?!.,:;*_~'\"»”’]+$")


def link_addresses(state: StateCore) -> None:
    """Make a link of each address that stands in a text as it is."""
    for block in state.tokens:
        if block.children and MAY_BE_ADDRESS(block.content):
            block.children = list(_with_links(block.children))


def _with_links(tokens: list[Token]) -> Iterator[Token]:
    in_link = False
    for token in tokens:
        if token.type in ("link_open", "link_close"):
            in_link = token.type == "link_open"
        if token.type == "text" and not in_link:
            yield from _divided(token.content)
        else:
            yield token


def _divided(text: str) -> Iterator[Token]:
    """The tokens of a text: its words, and a link for each address that can be followed."""
    end = 0
    for match in _ADDRESS.finditer(text):
        address = _without_punctuation(match[0])
        scheme = "" if "://" in address else "mailto:" if "@" in address else "http://"
        if not leads_out(scheme + address):
            continue
        if text[end : match.start()]:
            yield _token("text", "", 0, text[end : match.start()])
        opening = _token("link_open", "a", 1)
        opening.attrSet("href", scheme + address)
        opening.markup = "autolink"
        yield opening
        yield _token("text", "", 0, address)
        yield _token("link_close", "a", -1)
        end = match.start() + len(address)
    if text[end:] or not end:
        yield _token("text", "", 0, text[end:])


def _token(kind: str, tag: str, nesting: int, content: str = "") -> Token:
    token = Token(kind, tag, nesting)  # type: ignore[arg-type]
    token.content = content
    return token


def _without_punctuation(address: str) -> str:
    """The address without what ends the sentence: a full stop, a bracket that it did not open."""
    while True:
        shorter = _TRAILING.sub("", address)
        if shorter.endswith(")") and shorter.count(")") > shorter.count("("):
            shorter = shorter[:-1]
        if shorter == address:
            return address
        address = shorter


def align_by_class(state: StateCore) -> None:
    """Say by a class how a cell is aligned: the pages' policy forbids styles in attributes."""
    for token in state.tokens:
        if token.type in ("th_open", "td_open") and (style := str(token.attrs.pop("style", ""))):
            token.attrSet("class", style.replace("text-align:", "is-"))
        elif token.type == "table_open":
            token.attrSet("class", "in-text")
