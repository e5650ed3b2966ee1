"""What a decision, a follow-up or a note is about, in a few words. Begin at `subject_of`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..register import Outcome

_LONGEST = 80
_SHORTEST = 40
_STOP = re.compile(r"(?<![.\s][^\W\d_])\.$")
"""A full stop, and not the end of a shortened word: “3 p.m.”."""
_BETWEEN_SENTENCES = re.compile(r"[.!?…]\s")
_FIRST_SENTENCE = re.compile(r".{20,}?[^\W\d_]{4}\.(?=\s[A-ZÀ-Þ])")
"""Up to a full stop after a word that is not shortened, as “Hon. Members” would be."""
_LEFT_OVER = re.compile(r"([\s,;:(\u2013\u2014-]+\w{0,3}|[\s,;:(\u2013\u2014-])$")
"""What a text may not end with once it is cut: an article, a preposition, the day of a date."""


def subject_of(outcome: Outcome) -> Mapping[str, str] | None:
    """The title of an outcome, or else its text or its first task; None if it has none of these, as
    a decision whose text is withheld.
    """
    data: Any = outcome.data
    return getattr(data, "title", None) or data.text or next(iter(getattr(data, "tasks", ())), None)


def beginning(text: str) -> str:
    """A text on one line as a heading has it: if it is long, its first sentence, or else its first
    words.
    """
    if len(text) <= _LONGEST:
        return without_stop(text)
    if first := _FIRST_SENTENCE.match(text[: _LONGEST + 2]):
        return without_stop(first[0])
    words = text[: _LONGEST + 1].rpartition(" ")[0] or text[:_LONGEST]
    while len(words) > _SHORTEST and (shorter := _LEFT_OVER.sub("", words)) != words:
        words = shorter
    return f"{words}…"


def without_stop(text: str) -> str:
    """A sentence without its full stop; several sentences keep theirs."""
    return text if _BETWEEN_SENTENCES.search(text) else _STOP.sub("", text)
