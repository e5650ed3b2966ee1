"""Words of the interface, dates, times, numbers and typography, for any language.

Words come from the gettext catalogues in `locales/`, whose keys are the English words; dates
and times come from CLDR through Babel. Nothing here knows which languages a register uses.
"""

from __future__ import annotations

import datetime
import re
from functools import cache, cached_property
from zoneinfo import ZoneInfo

import babel
from babel.dates import (
    format_date,
    format_skeleton,
    format_time,
    get_month_names,
    get_timezone_name,
)
from babel.numbers import format_decimal
from babel.units import format_unit
from markupsafe import Markup, escape

from .catalogues import translations
from .figures import ISO_DATE, NUMBERS, TIME, hours_and_minutes, whole_word
from .typography import (
    ADDRESS,
    ANYWHERE,
    APOSTROPHE,
    DIGIT,
    NBSP,
    OPENING,
    QUOTED,
    QUOTES,
    RULES,
    WITHIN_WORDS,
)


@cache
def _locale(language: str, country: str | None) -> babel.Locale:
    """CLDR's locale for a language in a country; English, its root, where CLDR has none."""
    for code in (f"{language}_{country}" if country else language, language, "en"):
        try:
            return babel.Locale.parse(code.replace("-", "_"))
        except (babel.UnknownLocaleError, ValueError):
            continue
    raise AssertionError("CLDR always holds English")


class Language:
    """How one language of the register says things."""

    def __init__(self, code: str, country: str | None = None) -> None:
        self.code = code
        self._locale = _locale(code, country)
        self._words = translations(code)
        self._said: dict[str, str] = {}
        self._labels: dict[str, Markup] = {}
        self._numbers: dict[int, str] = {}
        self._durations: dict[tuple[int, str], str] = {}
        self._days: dict[datetime.date, str] = {}
        self._base = code.split("-")[0]
        self._french = self._base == "fr"
        self._quotes = [
            (typed, self.word_in("quotes", printed).replace("%s", r"\1"))
            for typed, printed in QUOTES.items()
        ]

    @property
    def name(self) -> str:
        """The language's name in itself: Français, English."""
        named = self._locale.get_display_name(self._locale) if self._known else self.code
        name = str(named).split(" (")[0]
        return name[:1].upper() + name[1:]

    @property
    def _known(self) -> bool:
        return self._locale.language == self.code.split("-")[0]

    def name_of(self, other: str) -> str:
        """The name of another language, in this one: « anglais »."""
        try:
            return str(babel.Locale.parse(other, sep="-").get_display_name(self._locale) or other)
        except (babel.UnknownLocaleError, ValueError):
            return other

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`."""
        return self._locale.text_direction

    # --- words of the interface

    def words(self, message: str, **values: object) -> str:
        """Words of the interface, in this language."""
        found = self._said.get(message)
        if found is None:
            found = self._said[message] = self.typeset(self._words.gettext(message))
        return found % values if values else found

    def label(self, message: str, **values: object) -> Markup:
        """The same words as HTML."""
        if values:
            return escape(self.words(message, **values))
        if (found := self._labels.get(message)) is None:
            found = self._labels[message] = escape(self.words(message))
        return found

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """Words of the interface that depend on a number, which they hold as `%(n)s`."""
        found = self._words.ngettext(one, many, n)
        return self.typeset(found % {"n": self.number(n), **values})

    def word_in(self, context: str, message: str) -> str:
        """A word whose sense depends on where it is used, such as a part of an address."""
        return self._words.pgettext(context, message)

    # --- dates, times and numbers

    def number(self, number: int) -> str:
        """« 60 000 », "60,000"."""
        if (found := self._numbers.get(number)) is None:
            said = format_decimal(number, locale=self._locale)
            found = self._numbers[number] = said.replace("\u202f", NBSP)
        return found

    def date(self, day: datetime.date) -> str:
        """« 1er août 2019 », "August 1, 2019": as the country writes it.

        No line breaks between the day and the month.
        """
        if (found := self._days.get(day)) is None:
            found = self._days[day] = self._dated(day)
        return found

    def _dated(self, day: datetime.date) -> str:
        said = format_date(day, "long", locale=self._locale)
        if self._french and day.day == 1:
            said = re.sub(r"^1\b", "1er", said)  # CLDR leaves the ordinal out
        return re.sub(r"(?<=\w) (?=\w)", NBSP, said, count=1)

    def period(self, first: datetime.date, unit: str) -> str:
        """« 1er trimestre 2031 », "September 2031": the month, quarter, year or decade that
        begins on a day.
        """
        if unit == "decade":
            return f"{first.year}–{first.year + 9}"
        skeleton = {"month": "yMMMM", "quarter": "yQQQQ", "year": "y"}[unit]
        return format_skeleton(skeleton, first, locale=self._locale)

    def time(self, moment: datetime.time, day: datetime.date, zone: str | None) -> str:
        """« 16 h 35, heure avancée du Centre »: the time, and its zone on that day."""
        if self._french:
            minutes = f"{NBSP}{moment:%M}" if moment.minute else ""
            said = f"{moment.hour}{NBSP}h{minutes}"  # CLDR pads the hour; French does not
        else:
            said = format_time(moment, "short", locale=self._locale).replace("\u202f", NBSP)
        if zone is None:
            return said
        when = datetime.datetime.combine(day, moment, ZoneInfo(zone))
        return f"{said}, {get_timezone_name(when, locale=self._locale)}"

    def duration(self, days: int) -> str:
        """« 12 jours », "8 months", "2 years": whole months from the second, years likewise."""
        for unit, length in (("year", 365.25), ("month", 30.44)):
            if days >= 2 * length:
                return self._lasting(int(days / length), unit)
        return self._lasting(days, "day")

    def _lasting(self, n: int, unit: str) -> str:
        if (found := self._durations.get((n, unit))) is None:
            said = format_unit(n, f"duration-{unit}", locale=self._locale)
            found = self._durations[n, unit] = said.replace("\u202f", NBSP)
        return found

    # --- typography

    def typeset(self, text: str) -> str:
        """Text with the spaces, quotes and apostrophes that this language is printed with.

        French and English follow Canadian use (Le guide du rédacteur; The Canadian Style;
        Translation Bureau). French has a no-break space before a colon, inside « », before %, $,
        ° and h, and none before ; ! ? Addresses stay as they are, and so does what may mean two
        things, such as a quote that is never closed.
        """
        if text.isascii() and text.isalpha():
            return text
        if ":" not in text:
            return self._set(text)
        pieces = ADDRESS.split(text)
        pieces[::2] = [self._set(piece) for piece in pieces[::2]]
        return "".join(pieces)

    def _set(self, text: str) -> str:
        if "'" in text:
            text = WITHIN_WORDS.sub("\u2019", text)
        for typed, printed in self._quotes:
            if typed in text:
                text = QUOTED[typed].sub(printed, text)
        if "'" in text and not OPENING.search(text):  # what is opened may be closed as well
            text = APOSTROPHE.sub("\u2019", text)
        for rule in RULES.get(self._base, ANYWHERE):
            if rule.signs(text):
                text = rule.pattern.sub(rule.printed, text)
        return text

    def figures(self, text: str) -> set[str]:
        """The numbers and months of a text, to compare it with its translation.

        « 60 000 $ » and "$60,000" hold the same, and so do « 3,5 % » and "3.5%", « 16 h 35 » and
        "4:35 p.m.".
        """
        found: set[str] = set()
        if DIGIT(text):
            text = ISO_DATE.sub(self._spelled_day, text)
            text = TIME.sub(hours_and_minutes, text)
            for match in NUMBERS.finditer(text):
                said = match[0]
                digits = re.sub(r"\D", "", said) if match[1] else said.replace(",", ".")
                found.add(digits.lstrip("0") or "0")
        bare = text.casefold()
        for name, (word, month) in self._months.items():
            if name in bare and word.search(bare):
                found.add(f"month {month}")
        return found

    def _spelled_day(self, match: re.Match[str]) -> str:
        names = get_month_names("wide", locale=self._locale)
        month = int(match[2])
        return f"{match[1]} {names.get(month, month)} {match[3]}"

    @cached_property
    def _months(self) -> dict[str, tuple[re.Pattern[str], int]]:
        """What finds each month as a whole word, and its number, by name."""
        names = get_month_names("wide", locale=self._locale)
        # « mars » and "March" are sure signs of a date; "May" and "mai" are not always one.
        by_name = {name.casefold(): month for month, name in names.items() if month != 5}
        return {name: (whole_word(name), month) for name, month in by_name.items()}
