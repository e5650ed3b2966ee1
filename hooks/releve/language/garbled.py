"""Finds letters that were read in the wrong encoding, as in `TÃ©lÃ©confÃ©rence`.

A program that takes UTF-8 for an older encoding makes two or three letters of each accented one.
Begin at `garbled`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SIGNS = "àâäæçèéêëîïñôöœùûüÿÀÂÆÇÈÉÊËÎÏÑÔŒÙÛÜ‘’“”–—…•«»°€\u00a0\u202f"
"""What texts in French, English or Spanish hold beside ASCII."""
_ENCODINGS = ("cp1252", "latin-1", "mac-roman", "cp850")
"""What UTF-8 is taken for: by Windows, by old web pages, by a Macintosh, by a console."""
_MAY_BE_MEANT = {"Â»", "Â\u00a0", "Ã\u00a0"}
"""Two letters that also end a word: « CHÂ » in capitals."""


def _as_misread() -> Iterator[tuple[str, str]]:
    """Each sign as an older encoding shows it, and the sign."""
    for encoding in _ENCODINGS:
        for sign in _SIGNS:
            try:
                misread = sign.encode("utf-8").decode(encoding)
            except UnicodeDecodeError:
                continue
            if misread not in _MAY_BE_MEANT:
                yield misread, sign


_MEANT = dict(_as_misread())
_GARBLED = re.compile("|".join(map(re.escape, sorted(_MEANT, key=len, reverse=True))))
_LEADING = re.compile(f"[{re.escape(''.join(sorted({misread[0] for misread in _MEANT})))}]")


def garbled(text: str) -> tuple[str, str] | None:
    """The first letters of a text that stand for another sign, with that sign: ("Ã©", "é")."""
    # Most texts hold none of the first letters, and looking for one letter is much faster.
    if text.isascii() or not _LEADING.search(text):
        return None
    match = _GARBLED.search(text)
    return (match[0], _MEANT[match[0]]) if match else None


def mended(text: str) -> str:
    """The text with each group of garbled letters replaced by the sign that was meant."""
    return _GARBLED.sub(lambda match: _MEANT[match[0]], text)
