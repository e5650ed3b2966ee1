"""Dates, times and numbers, as each language writes them, and those that a text counts."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from releve.language import Language

NBSP = "\u00a0"
FRENCH = Language("fr", "CA")
ENGLISH = Language("en", "CA")
SUMMER, WINTER = date(2019, 9, 25), date(2019, 1, 25)


@pytest.mark.parametrize(
    ("language", "day", "said"),
    [
        (FRENCH, date(2019, 8, 1), f"1er{NBSP}août 2019"),
        (FRENCH, date(2019, 8, 11), f"11{NBSP}août 2019"),
        (FRENCH, date(2019, 12, 31), f"31{NBSP}décembre 2019"),
        (ENGLISH, date(2019, 8, 1), f"August{NBSP}1, 2019"),
        (Language("en"), date(2019, 12, 31), f"December{NBSP}31, 2019"),
        (Language("en", "GB"), date(2019, 8, 1), f"1{NBSP}August 2019"),
        (Language("es"), date(2019, 8, 1), f"1{NBSP}de agosto de 2019"),
    ],
)
def test_a_date_is_written_as_the_country_writes_it(
    language: Language, day: date, said: str
) -> None:
    written = language.date(day)
    # French may print the ordinal small; see the test of how it is written in a text.
    assert written.replace("\u1d49\u02b3", "er") == said


@pytest.mark.parametrize(
    ("language", "moment", "day", "zone", "said"),
    [
        (FRENCH, time(16, 35), SUMMER, "America/Winnipeg", "16 h 35, heure avancée du Centre"),
        (FRENCH, time(16, 35), WINTER, "America/Winnipeg", "16 h 35, heure normale du Centre"),
        (FRENCH, time(9, 0), WINTER, "America/Toronto", "9 h, heure normale de l\u2019Est"),
        (FRENCH, time(0, 5), SUMMER, None, "0 h 05"),
        (ENGLISH, time(16, 35), SUMMER, None, "4:35 p.m."),
        (ENGLISH, time(0, 5), SUMMER, None, "12:05 a.m."),
        (ENGLISH, time(16, 35), WINTER, "America/Winnipeg", "4:35 p.m., Central Standard Time"),
    ],
)
def test_a_time_is_written_with_its_zone_on_that_day(
    language: Language, moment: time, day: date, zone: str | None, said: str
) -> None:
    written = language.time(moment, day, zone)
    assert written.replace(NBSP, " ") == said
    clock = written.partition(",")[0]
    assert " " not in clock, "no line may break inside a time"
    assert "\u202f" not in written


def test_a_number_is_grouped_as_the_language_groups_it() -> None:
    assert FRENCH.number(60000) == f"60{NBSP}000"
    assert ENGLISH.number(60000) == "60,000"
    assert FRENCH.plural("%(n)s follow-up", "%(n)s follow-ups", 1) == "1 suivi"
    assert FRENCH.plural("%(n)s follow-up", "%(n)s follow-ups", 0) == "0 suivi"
    assert FRENCH.plural("%(n)s follow-up", "%(n)s follow-ups", 2) == "2 suivis"
    assert ENGLISH.plural("%(n)s follow-up", "%(n)s follow-ups", 0) == "0 follow-ups"


@pytest.mark.parametrize(
    ("first", "last", "french", "english"),
    [
        (date(2031, 1, 1), date(2031, 1, 1), "0 jour", "0 days"),
        (date(2031, 1, 1), date(2031, 2, 28), "58 jours", "58 days"),
        (date(2031, 1, 1), date(2031, 3, 1), "2 mois", "2 months"),
        (date(2031, 12, 31), date(2032, 2, 29), "2 mois", "2 months"),
        (date(2031, 1, 1), date(2031, 12, 31), "11 mois", "11 months"),
        (date(2031, 1, 1), date(2032, 1, 1), "1 an", "1 year"),
        (date(2032, 2, 29), date(2033, 2, 28), "1 an", "1 year"),
        (date(2031, 1, 1), date(2032, 2, 1), "13 mois", "13 months"),
        (date(2031, 1, 1), date(2032, 12, 31), "23 mois", "23 months"),
        (date(2031, 1, 1), date(2033, 1, 1), "2 ans", "2 years"),
    ],
)
def test_a_duration_is_counted_by_the_calendar(
    first: date, last: date, french: str, english: str
) -> None:
    assert FRENCH.duration(first, last).replace(NBSP, " ") == french
    assert ENGLISH.duration(first, last).replace(NBSP, " ") == english


@pytest.mark.parametrize(
    ("zone", "winter", "summer"),
    [
        ("Europe/Dublin", "Greenwich Mean Time", "Irish Standard Time"),
        ("Europe/London", "Greenwich Mean Time", "British Summer Time"),
        ("America/Toronto", "Eastern Standard Time", "Eastern Daylight Saving Time"),
        ("America/Regina", "Central Standard Time", "Central Standard Time"),
    ],
)
def test_winter_is_not_called_summer_time(zone: str, winter: str, summer: str) -> None:
    for month, name in ((1, winter), (7, summer)):
        assert ENGLISH.time(time(10), date(2031, month, 15), zone).endswith(f", {name}")


# --- what a text counts -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("60 000 $", "$60,000"),
        (f"60{NBSP}000{NBSP}$", "$60,000"),
        ("60\u202f000", "60000"),
        ("3,5 %", "3.5%"),
        ("1 234 567,89 $", "$1,234,567.89"),
        ("16 h 35", "16:35"),
        ("9 h", "9 a.m."),
        ("le 1er août 2019", "August 1, 2019"),
        ("le 25 septembre 2019", "2019-09-25"),
        ("article 4.10", "section 4.10"),
        ("les 5, 6 et 7", "the 5, 6 and 7"),
        ("en 2019, 100 personnes", "in 2019, 100 people"),
        ("sans chiffre", "without a figure"),
        ("voir https://a.example/fr/12?n=3", "see <https://a.example/en/55>"),
        ("écrire à un2@a.example", "write to [us](mailto:one1@a.example)"),
    ],
)
def test_the_same_figures_are_the_same_in_both_languages(french: str, english: str) -> None:
    assert FRENCH.figures(french) == ENGLISH.figures(english)


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("60 000 $", "$6,000"),
        ("3,5 %", "3.6%"),
        ("3,5 %", "35%"),
        ("le 25 septembre", "September 28"),
        ("le 25 septembre", "October 25"),
        ("en février", "in March"),
        ("2019", "2020"),
        ("5 membres", "members"),
    ],
)
def test_different_figures_are_told_apart(french: str, english: str) -> None:
    assert FRENCH.figures(french) != ENGLISH.figures(english)


@given(st.integers(min_value=0, max_value=10**9))
def test_a_number_counts_the_same_however_it_is_grouped(number: int) -> None:
    counted = FRENCH.figures(str(number))
    assert FRENCH.figures(FRENCH.number(number)) == counted
    assert ENGLISH.figures(ENGLISH.number(number)) == counted


@given(st.dates())
def test_a_day_counts_the_same_in_each_language(day: date) -> None:
    # « mai » and "May" are not always months, so they do not count.
    assert FRENCH.figures(FRENCH.date(day)) == ENGLISH.figures(ENGLISH.date(day))


@given(st.text())
def test_any_text_can_be_counted(text: str) -> None:
    assert FRENCH.figures(text) == FRENCH.figures(text)


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("à 9 h", "at 9:00 a.m."),
        ("à 13 h", "at 1 p.m."),
        ("à 16 h 35", "at 4:35 p.m."),
        ("à 0 h", "at 12 a.m."),
        ("à 12 h 05", "at 12:05 p.m."),
        ("à 16:35", "at 16:35"),
        ("à 13 h 30", "at 1:30pm"),
        ("à 13h30", "at 1:30 PM"),
        ("à 10 h 30", "at 10:30am"),
        ("de 13 h à 16 h", "from 1 to 4 p.m."),
        ("de 11 h à 13 h 30", "11-1:30pm"),
    ],
)
def test_a_time_is_the_same_by_either_clock(french: str, english: str) -> None:
    assert FRENCH.figures(french) == ENGLISH.figures(english)
