"""Words and names as a search compares them: `search-words.js` does the same in the browser.

Begin at `name_key` and `vocabulary`.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable

from ..language import small_words

_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"<[^>]*>")
_SHORTEST = 3
"""Letters of the shortest word that is listed."""


def folded(text: str) -> str:
    """A text without case, accents and ligatures."""
    apart = unicodedata.normalize("NFKD", text).lower().translate(_LETTERS)
    return "".join(sign for sign in apart if not unicodedata.category(sign).startswith("M"))


def name_key(name: str, language: str) -> str:
    """A name as one word, by which it is found whole: without small words, if it has others."""
    words, small = _WORD.findall(folded(name)), small_words(language)
    return "".join([word for word in words if word not in small] or words)


def plain_words(markup: str) -> list[str]:
    """What stands between spaces in a piece of HTML, without its tags."""
    return html.unescape(_TAG.sub(" ", markup)).split()


def vocabulary(pieces: Iterable[str]) -> list[str]:
    """The words in what stands between spaces, in lower case and in alphabetical order; those that
    differ by accents alone, once.
    """
    found: dict[str, str] = {}
    for word in sorted({word for piece in pieces for word in _words_in(piece)}):
        if len(word) >= _SHORTEST and not word.isdigit():
            found[folded(word)] = word  # the last has most accents
    return [found[key] for key in sorted(found)]


def _words_in(piece: str) -> set[str]:
    """The words of what stands between two spaces: whole and, if it is compound, in parts."""
    words = _WORD.findall(unicodedata.normalize("NFC", piece).lower())
    return {"".join(words), *words}
