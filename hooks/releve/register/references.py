"""References in prose: `[[target]]` and `[[target|words]]`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..source import values

REFERENCE = re.compile(r"\[\[\s*([^\[\]|]+?)\s*(?:\|\s*([^\[\]]+?)\s*)?\]\]")
"""A reference in prose: `[[target]]` or `[[target|words]]`."""


def references(text: values.Text) -> Iterator[tuple[str, re.Match[str]]]:
    """Every `[[reference]]` of a text, with the language in which it stands."""
    for language, words in text.items():
        if "[[" in words:
            for found in REFERENCE.finditer(words):
                yield language, found
