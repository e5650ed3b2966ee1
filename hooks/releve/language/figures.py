"""The numbers and months of a text, to compare it with its translation."""

from __future__ import annotations

import re


def whole_word(word: str) -> re.Pattern[str]:
    """What finds a word, but not as a part of another one."""
    bare = re.escape(word)
    return re.compile(rf"{bare}(?<![^\W\d_]{bare})(?![^\W\d_])")


ISO_DATE = re.compile(r"(\d\d{3})-(\d{2})-(\d{2})")
NUMBERS = re.compile(r"\d(?:(\d{0,2}(?:[ \u00a0\u202f,.]\d{3})+(?!\d))|\d*(?:[.,]\d+)?)")
TIME = re.compile(
    r"(\d(?<!\w.)\d?)"
    r"(?:(?::|[ \u00a0\u202f]?h[ \u00a0\u202f]?)(\d{2})\b|(?=[ \u00a0\u202f]?[ap]\.?m\b))"
    r"(?:[ \u00a0\u202f]?([ap])\.?m\b)?",
    re.IGNORECASE,
)
"""A time: « 16 h 35 », "4:35 p.m.", "9 a.m.". « 9 h » alone is a number like any other."""


def hours_and_minutes(match: re.Match[str]) -> str:
    """A time by the clock of 24 hours, without minutes on the hour."""
    hours, minutes, half = int(match[1]), match[2] or "00", (match[3] or "").lower()
    if half:
        hours = hours % 12 + (12 if half == "p" else 0)
    return f" {hours} " if minutes == "00" else f" {hours} {minutes} "
