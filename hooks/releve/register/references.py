"""Finds the references in prose: `[[target]]` and `[[target|words]]`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..source import values

REFERENCE = re.compile(r"\[\[\s*([^\[\]|]+?)\s*(?:\|\s*([^\[\]]+?)\s*)?\]\]")
"""A reference in prose; group 1 is the target, group 2 the words shown for it or None."""


def references(text: values.Text) -> Iterator[tuple[str, re.Match[str]]]:
    """Every `[[reference]]` of a text: the language it is in, and the match of `REFERENCE`."""
    for language, words in text.items():
        if "[[" in words:
            for match in REFERENCE.finditer(words):
                yield language, match
