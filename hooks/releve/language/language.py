"""Words of the interface, dates, times, numbers and typography, for any language.

Words come from the gettext catalogues in `locales/`, whose keys are the English words; dates,
times and numbers come from CLDR through Babel. Nothing here knows which languages a register uses.

A page asks for the same words, days and numbers again and again, and Babel takes about 30 µs to
format one: each `Language` keeps its answers, which takes 0.2 µs from the second time on (0.7 for
a duration).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from functools import cache, cached_property
from typing import Literal
from zoneinfo import ZoneInfo

import babel
from babel.core import get_global
from babel.dates import (
    format_date,
    format_skeleton,
    format_time,
    get_month_names,
    get_timezone_name,
)
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit
from markupsafe import Markup, escape

from .calendar import is_summer_time, whole_months
from .catalogues import SOURCE_LANGUAGE, has_words, translations
from .figures import FigureFinder
from .number_words import numbers_in_words
from .typography import NBSP, QUOTES, Typography


@cache
def _locale(language: str, country: str | None) -> babel.Locale:
    """CLDR's locale for a language in a country, or for the language alone, or else English."""
    for code in (f"{language}_{country}" if country else language, language, "en"):
        try:
            return babel.Locale.parse(code.replace("-", "_"))
        except (babel.UnknownLocaleError, ValueError):
            continue
    raise AssertionError("CLDR always holds English")


class Language:
    """The conventions of one language.

    `code` is a language tag such as `fr` or `fr-CA`; `country` a code of ISO 3166 such as `CA`.
    A language without a catalogue has English words, and one that CLDR does not know has English
    dates and numbers.
    """

    def __init__(self, code: str, country: str | None = None) -> None:
        self.code = code
        self._locale = _locale(code, country)
        self._words = translations(code)
        self._messages: dict[str, str] = {}
        self._labels: dict[str, Markup] = {}
        self._numbers: dict[int, str] = {}
        self._durations: dict[tuple[int, str], str] = {}
        self._days: dict[datetime.date, str] = {}
        base = code.split("-")[0]
        self._base = base
        self._french = base == "fr"
        quotes = {typed: self.word_in("quotes", printed) for typed, printed in QUOTES.items()}
        self._typography = Typography(base, quotes)

    @property
    def name(self) -> str:
        """The language's name in itself: Français, English."""
        display_name = self._locale.get_display_name(self._locale) if self._known else self.code
        name = str(display_name).split(" (")[0]  # CLDR's: français (Canada)
        return name[:1].upper() + name[1:]

    @property
    def _known(self) -> bool:
        """Whether CLDR has this language."""
        base = self._base
        return bool(self._locale.language == get_global("language_aliases").get(base, base))

    def name_of(self, other: str) -> str:
        """The name of another language, given by its tag, in this one: « anglais »."""
        try:
            return str(babel.Locale.parse(other, sep="-").get_display_name(self._locale) or other)
        except (babel.UnknownLocaleError, ValueError):
            return other

    @property
    def of_interface(self) -> str:
        """The code of the language in which the interface speaks here; English if it has no words
        in this one.
        """
        return self.code if has_words(self.code) else SOURCE_LANGUAGE

    @property
    def direction(self) -> str:
        """Direction of writing: `rtl` or `ltr`."""
        return self._locale.text_direction

    # --- words of the interface

    def words(self, message: str, **values: object) -> str:
        """A message of the interface in this language, with `values` for its `%(name)s`.

        `message` is the English one, which is the key of the catalogues.
        """
        text = self._messages.get(message)
        if text is None:
            text = self._messages[message] = self.typeset(self._words.gettext(message))
        return text % values if values else text

    def label(self, message: str, **values: object) -> Markup:
        """The same as `words`, as HTML."""
        if values:
            return escape(self.words(message, **values))
        if (label := self._labels.get(message)) is None:
            label = self._labels[message] = escape(self.words(message))
        return label

    def plural(self, singular: str, plural: str, n: int, **values: object) -> str:
        """A message of the interface that depends on a number, which it holds as `%(n)s`.

        `singular` and `plural` are the English forms; a language may have more than two.
        """
        text = self._words.ngettext(singular, plural, n)
        return self.typeset(text % {"n": self.number(n), **values})

    def enumerated(self, words: Iterable[str]) -> str:
        """« français, anglais et inuktitut »: words in a row, as the language puts them."""
        return format_list([*words], locale=self._locale)

    def word_in(self, context: str, message: str) -> str:
        """A word of the catalogues whose sense depends on where it is used: its `context`."""
        return self._words.pgettext(context, message)

    # --- dates, times and numbers

    def number(self, number: int) -> str:
        """« 60 000 », "60,000"."""
        if (text := self._numbers.get(number)) is None:
            formatted = format_decimal(number, locale=self._locale)
            text = self._numbers[number] = formatted.replace("\u202f", NBSP)
        return text

    def date(self, day: datetime.date) -> str:
        """« 1er août 2019 », "August 1, 2019": as the country writes it.

        No line breaks between the day and the month.
        """
        if (text := self._days.get(day)) is None:
            text = self._days[day] = self._format_date(day)
        return text

    def _format_date(self, day: datetime.date) -> str:
        text = format_date(day, "long", locale=self._locale)
        if self._french and day.day == 1:
            text = re.sub(r"^1\b", "1er", text)  # CLDR leaves the ordinal out
        return re.sub(r"(?<=\w) (?=\w)", NBSP, text, count=1)

    def period(self, first: datetime.date, unit: str) -> str:
        """« 1er trimestre 2031 », "September 2031": the period that begins on the day `first`.

        `unit` is `month`, `quarter`, `year` or `decade`.
        """
        if unit == "decade":
            return f"{first.year}–{first.year + 9}"
        skeleton = {"month": "yMMMM", "quarter": "yQQQQ", "year": "y"}[unit]
        return format_skeleton(skeleton, first, locale=self._locale)

    def time(self, moment: datetime.time, day: datetime.date, zone: str | None) -> str:
        """« 16 h 35, heure avancée du Centre »: the time, and the name of its zone on that day.

        `zone` is a name of the IANA time zone database; None leaves the zone out.
        """
        if self._french:
            minutes = f"{NBSP}{moment:%M}" if moment.minute else ""
            text = f"{moment.hour}{NBSP}h{minutes}"  # CLDR pads the hour; French does not
        else:
            text = format_time(moment, "short", locale=self._locale).replace("\u202f", NBSP)
        if zone is None:
            return text
        when = datetime.datetime.combine(day, moment, ZoneInfo(zone))
        variant: Literal["daylight", "standard"]
        variant = "daylight" if is_summer_time(when) else "standard"
        name = get_timezone_name(when, locale=self._locale, zone_variant=variant)
        return f"{text}, {name}"

    def duration(self, first: datetime.date, last: datetime.date) -> str:
        """« 12 jours », "8 months", "1 year": from one day to another, by the calendar.

        It is rounded down. Years are used for one whole year and from 2 years on, months from 2
        months on, and days for anything shorter.
        """
        months = whole_months(first, last)
        if months >= 24 or months == 12:
            return self._duration_in(months // 12, "year")
        if months >= 2:
            return self._duration_in(months, "month")
        return self._duration_in((last - first).days, "day")

    def _duration_in(self, n: int, unit: str) -> str:
        if (text := self._durations.get((n, unit))) is None:
            formatted = format_unit(n, f"duration-{unit}", locale=self._locale)
            text = self._durations[n, unit] = formatted.replace("\u202f", NBSP)
        return text

    def file_size(self, size: int) -> str:
        """« 12 ko », "12 kB": the size of a file, rounded up; never less than one."""
        unit = "kilobyte" if size < 1_000_000 else "megabyte"
        n = -(-size // {"kilobyte": 1_000, "megabyte": 1_000_000}[unit]) or 1
        text = format_unit(n, f"digital-{unit}", length="short", locale=self._locale)
        return text.replace(" ", NBSP).replace("\u202f", NBSP)

    # --- typography

    def typeset(self, text: str) -> str:
        """Text with the spaces, quotes and apostrophes that this language is printed with."""
        return self._typography.typeset(text)

    def figures(self, text: str) -> set[str]:
        """The numbers and months of a text, to compare it with its translation.

        « 60 000 $ » and "$60,000" give the same set, and so do « 3,5 % » and "3.5%", « 16 h 35 »
        and "4:35 p.m.". Addresses are left out.
        """
        return self._figure_finder.figures(text)

    def numbers_in_words(self, text: str) -> set[str]:
        """The numbers up to twelve that a text says in words, as digits: {"2"} for "two"."""
        return numbers_in_words(self._base, text)

    @cached_property
    def _figure_finder(self) -> FigureFinder:
        # Only the checks need it.
        return FigureFinder(get_month_names("wide", locale=self._locale))
