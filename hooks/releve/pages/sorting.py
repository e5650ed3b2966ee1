"""The order of names in a directory, and the letters under which they stand.

Begin at `sort_key`; for people, at `surname_first`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import TypeVar

_LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "ß": "ss", "ø": "o", "Ø": "O"}
)
_SMALL = """
af al ap ben bin d da das de del della den der des di do dos du e el et la las le les los san ten
ter und van vom von y zu zum zur
"""
_PARTICLES = frozenset(_SMALL.split())
"""Words in lower case that stand before surnames and are not sorted by."""
_LARGE = "De Del Della Der Des Di Du El La Le Les Mac Saint Sainte San Santa St St. Ste Van Von"
_BEFORE = frozenset(_LARGE.split())
"""Words with a capital that belong to the surname that follows."""
_AFTER = re.compile(r"(?:[js]r\.?|[ivx]+|ph\.?\s?d\.?|m\.?\s?d\.?)", re.IGNORECASE)
"""What may follow a surname."""
_ARTICLES = {"fr": r"(?:le|la|les|un|une|des)\s+|l['’]\s*", "en": r"(?:the|an?)\s+"}
DIGITS = "0–9"
"""Stands for the letter of names that begin with a number."""
SIGNS = "#"
"""Stands for the letter of names that begin with a sign."""

_Thing = TypeVar("_Thing")


def sort_key(name: str) -> str:
    """A key that sorts names as dictionaries do: œ is oe, case and signs before the first letter
    are ignored, accents decide ties; and numbers as people read them: Rule 9 before Rule 10.
    """
    letters = unicodedata.normalize("NFD", name.translate(_LIGATURES))
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign)).casefold()
    counted = re.sub(r"[0-9]+", lambda number: number[0].lstrip("0").zfill(20), bare)
    first = re.sub(r"^[^\w]+", "", counted) or counted
    return f"{first}\0{name}"


def surname_first(name: str) -> str:
    """The name of a person with its surname first, where it has one: the last word, if the name
    has several and reads like that of a person.
    """
    words = re.sub(r"\([^()]*\)", " ", name).split()
    while len(words) > 2 and _AFTER.fullmatch(words[-1]):
        words.pop()
    begins = len(words) - 1
    while begins > 1 and words[begins - 1] in _BEFORE:
        begins -= 1
    reads_like_one = begins > 0 and all(
        word in _PARTICLES or word[0].isupper() or not word[0].isalpha() for word in words
    )
    if not reads_like_one or "," in name or any(sign.isdigit() for sign in words[-1]):
        return name
    return " ".join([*words[begins:], *words[:begins]])


def without_article(name: str, language: str) -> str:
    """A name without the article at its head, in the language of the page: La norme is under N."""
    article = _ARTICLES.get(language.partition("-")[0])
    return re.sub(rf"^(?:{article})", "", name, flags=re.IGNORECASE) if article else name


def by_letter(
    things: Iterable[_Thing], key: Callable[[_Thing], str]
) -> list[tuple[str, list[_Thing]]]:
    """Things sorted by a key that `sort_key` made, under the letter with which it begins."""
    ordered = sorted(things, key=key)
    return [(letter, [*group]) for letter, group in groupby(ordered, lambda one: _letter(key(one)))]


def _letter(key: str) -> str:
    first = key[:1]
    if first.isdigit():
        return DIGITS
    return first.upper() if first.isalpha() else SIGNS
