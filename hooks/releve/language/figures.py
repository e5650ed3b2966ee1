"""The numbers and months that a text holds, to compare a text with its translation.

Comes in: a text, and the names of the months in its language. Goes out: a set of strings, which
is the same for a faithful translation, however its language writes numbers, dates and times.
Begin at `FigureFinder.figures`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from .typography import DIGIT

_MAY = 5
_ISO_DATE = re.compile(r"(\d\d{3})-(\d{2})-(\d{2})")
_NUMBER = re.compile(r"\d(?:(\d{0,2}(?:[ \u00a0\u202f,.]\d{3})+(?!\d))|\d*(?:[.,]\d+)?)")
"""A number. Group 1 matches if its digits stand in groups of three: "60,000", « 60 000 »."""
_TIME = re.compile(
    r"(\d(?<!\w.)\d?)"
    r"(?:(?::|[ \u00a0\u202f]?h[ \u00a0\u202f]?)(\d{2})(?!\d)|(?=[ \u00a0\u202f]?[ap]\.?m\b))"
    r"(?:[ \u00a0\u202f]?([ap])\.?m\b)?",
    re.IGNORECASE,
)
"""A time: « 16 h 35 », "4:35 p.m.", "1:30pm", "9 a.m.". « 9 h » alone is a number like any other.
Groups: hours; minutes; `a` or `p`."""
_TIMES = re.compile(
    r"(\d(?<!\w.)\d?)(:\d{2})?(?=[ \u00a0\u202f]?(?:to|until|and|[-\u2013\u2014])[ \u00a0\u202f]?"
    r"(\d{1,2})(?::\d{2})?[ \u00a0\u202f]?([ap])\.?m\b)",
    re.IGNORECASE,
)
"""The first of two times that share one "a.m." or "p.m.": "from 1:30 to 4 p.m.".
Groups: hours; minutes with their colon; the hours of the second time; `a` or `p`."""
_ADDRESS = re.compile(
    r"(?:https?://|mailto:|www\.)[^\s<>()]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
)
"""An address of the web or of mail, whose digits are no number; a translation may have another."""


class FigureFinder:
    """Finds numbers and months in texts of one language."""

    def __init__(self, month_names: Mapping[int, str]) -> None:
        self._month_names = month_names
        # May is not looked for: "the board may" names no month.
        by_name = {name.casefold(): month for month, name in month_names.items() if month != _MAY}
        self._months = {name: (_whole_word(name), month) for name, month in by_name.items()}
        """By the name of each month: a pattern for it, and its number."""

    def figures(self, text: str) -> set[str]:
        """The numbers of a text as digits with a decimal point, and its months as "month 3".

        A day as 2019-03-05 counts as one with the month's name. A time is reduced to the 24-hour
        clock: its hours, and its minutes unless they are 00.
        """
        figures: set[str] = set()
        if DIGIT(text):
            text = _ADDRESS.sub(" ", text)
            text = _TIMES.sub(_with_half_of_day, text)
            text = _ISO_DATE.sub(self._with_month_name, text)
            text = _TIME.sub(_on_24_hour_clock, text)
            for match in _NUMBER.finditer(text):
                number, grouped = match[0], match[1]
                digits = re.sub(r"\D", "", number) if grouped else number.replace(",", ".")
                figures.add(digits.lstrip("0") or "0")
        folded = text.casefold()
        for name, (pattern, month) in self._months.items():
            if name in folded and pattern.search(folded):
                figures.add(f"month {month}")
        return figures

    def _with_month_name(self, iso_date: re.Match[str]) -> str:
        year, month, day = iso_date.groups()
        return f"{year} {self._month_names.get(int(month), int(month))} {day}"


def _with_half_of_day(first: re.Match[str]) -> str:
    """The first of two times with an "am" or "pm" of its own: "11 am" in "11 to 1 p.m."."""
    hours, minutes, hours_of_second, half = first.groups(default="")
    if int(hours) % 12 > int(hours_of_second) % 12:
        half = "a" if half.lower() == "p" else "p"
    return f"{hours}{minutes} {half}m"


def _on_24_hour_clock(time: re.Match[str]) -> str:
    """« 16 35 » for "4:35 p.m.", and « 16 » for "4 p.m.", between spaces."""
    hours, minutes, half = int(time[1]), time[2] or "00", (time[3] or "").lower()
    if half:
        hours = hours % 12 + (12 if half == "p" else 0)
    return f" {hours} " if minutes == "00" else f" {hours} {minutes} "


def _whole_word(word: str) -> re.Pattern[str]:
    """A pattern for a word that is not part of a longer one."""
    escaped = re.escape(word)
    return re.compile(rf"{escaped}(?<![^\W\d_]{escaped})(?![^\W\d_])")
