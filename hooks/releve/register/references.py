"""Finds the references in prose: `[[target]]` and `[[target|words]]`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..source import values


def reference_pattern(bar: str = "|") -> re.Pattern[str]:
    """A pattern for a reference in prose; group 1 is the target, group 2 its words or None.

    `bar` are the characters that may divide the two. Nothing in the pattern gives back what it has
    taken (`++`), so that no text takes long to search, whatever spaces it holds.
    """
    target = rf"[^\[\]{bar}\s]++(?:\s++[^\[\]{bar}\s]++)*+"
    words = r"[^\[\]\s]++(?:\s++[^\[\]\s]++)*+"
    return re.compile(rf"\[\[\s*+({target})\s*+(?:[{bar}]\s*+({words})\s*+)?\]\]")


REFERENCE = reference_pattern()
_CODE = re.compile(
    r"^[ ]{0,3}(?P<fence>`{3,}+|~{3,}+)[^\n]*+\n(?:.*?^[ ]{0,3}(?P=fence)|.*)"
    r"|(?<!`)(?P<ticks>`++)(?:(?!\n\s*\n).)+?(?<!`)(?P=ticks)(?!`)",
    re.MULTILINE | re.DOTALL,
)
"""Code in Markdown: between two lines of ``` or ~~~, or between backticks."""


def without_code(text: str) -> str:
    """The text with a space for each character of code in it, where no sign has a meaning."""
    if "`" not in text and "~~~" not in text:
        return text
    return _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def with_references(text: str, say: Callable[[re.Match[str]], str]) -> str:
    """The text with what `say` makes of each match of `REFERENCE` that is no code."""
    plain = without_code(text)
    return REFERENCE.sub(
        lambda match: say(match) if plain.startswith("[[", match.start()) else match[0], text
    )


def references(text: values.Text) -> Iterator[tuple[str, re.Match[str]]]:
    """Every `[[reference]]` of a text: the language it is in, and the match of `REFERENCE`."""
    for language, words in text.items():
        if "[[" in words:
            plain = without_code(words)
            for match in REFERENCE.finditer(words):
                if plain.startswith("[[", match.start()):
                    yield language, match
