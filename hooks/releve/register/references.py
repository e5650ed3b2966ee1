"""Finds the references in prose: `[[target]]` and `[[target|words]]`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..source import values

_TARGET = r"[^\[\]|\s]++(?:\s++[^\[\]|\s]++)*+"
_WORDS = r"[^\[\]\s]++(?:\s++[^\[\]\s]++)*+"
REFERENCE = re.compile(rf"\[\[\s*+({_TARGET})\s*+(?:\|\s*+({_WORDS})\s*+)?\]\]")
"""A reference in prose; group 1 is the target, group 2 the words shown for it or None.

Nothing in it gives back what it has taken (`++`), so that no text takes long to search, whatever
spaces it holds."""


def references(text: values.Text) -> Iterator[tuple[str, re.Match[str]]]:
    """Every `[[reference]]` of a text: the language it is in, and the match of `REFERENCE`."""
    for language, words in text.items():
        if "[[" in words:
            for match in REFERENCE.finditer(words):
                yield language, match
