"""Typography, dates, times and numbers, as each language is printed with."""

from __future__ import annotations

import re
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from releve.language import Language, has_words

NBSP = "\u00a0"
FRENCH = Language("fr", "CA")
ENGLISH = Language("en", "CA")
SUMMER, WINTER = date(2019, 9, 25), date(2019, 1, 25)

# Signs that the rules of typography look at, in every order.
TYPED = st.text(alphabet="«»:;!?%$°'\u2019\"- \u00a0\u202f0123456789hnoNeraIl.,\n[](")


# --- typography ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("« oui »", f"«{NBSP}oui{NBSP}»"),
        ("«oui»", f"«{NBSP}oui{NBSP}»"),
        (f"«{NBSP}oui\u202f»", f"«{NBSP}oui{NBSP}»"),
        ("Suivi : x", f"Suivi{NBSP}: x"),
        ("Suivi :", f"Suivi{NBSP}:"),
        ("Quoi ? Oui ! Bon ; fin", "Quoi? Oui! Bon; fin"),
        (f"Quoi{NBSP}?", "Quoi?"),
        ("60 000 $", f"60{NBSP}000{NBSP}$"),
        ("1 234 567", f"1{NBSP}234{NBSP}567"),
        ("97 %", f"97{NBSP}%"),
        ("3,5 %", f"3,5{NBSP}%"),
        ("25 °C", f"25{NBSP}°C"),
        ("16 h 35", f"16{NBSP}h{NBSP}35"),
        ("9 h", f"9{NBSP}h"),
        ("l'eau d'ici, aujourd'hui", "l\u2019eau d\u2019ici, aujourd\u2019hui"),
        ("no 5", f"n\u1d52{NBSP}5"),
        ("No 5", f"N\u1d52{NBSP}5"),
        ("n°5", f"n\u1d52{NBSP}5"),
        ("60000$", f"60{NBSP}000{NBSP}$"),
        ("60 000$", f"60{NBSP}000{NBSP}$"),
        ("2,5 M$", f"2,5{NBSP}M$"),
        ("97%", f"97{NBSP}%"),
        ("16h35", f"16{NBSP}h{NBSP}35"),
        ("à 9h, puis", f"à 9{NBSP}h, puis"),
        ('dit "oui".', f"dit «{NBSP}oui{NBSP}»."),
        ("dit \"l'autre 'oui' dit\"", f"dit «{NBSP}l\u2019autre “oui” dit{NBSP}»"),
        ("(Quoi ?)", "(Quoi?)"),
        ("et ainsi...", "et ainsi\u2026"),
        ("M. Roy, Mme Roy", f"M.{NBSP}Roy, Mme{NBSP}Roy"),
    ],
)
def test_french_is_set_as_canada_prints_it(typed: str, printed: str) -> None:
    assert FRENCH.typeset(typed) == printed


@pytest.mark.parametrize(
    "text",
    [
        "16:35",
        "a:b",
        "nos 5",
        "dis non 5 fois",
        "1986 2 fois",
        "deux hommes",
        "en 2019 huit",
        "2019 hommes",
        'a 8" de long',
        'il dit "oui',
        "b2h35",
        "5C",
        "60000",
        "12345,50",
        "rue 60000",
        "",
        " ",
        "x",
    ],
)
def test_what_needs_no_setting_stays_as_it_was_typed(text: str) -> None:
    assert FRENCH.typeset(text) == text


@pytest.mark.parametrize("language", [FRENCH, ENGLISH], ids=["fr", "en"])
@pytest.mark.parametrize(
    "address",
    [
        "https://exemple.example/l'eau",
        "https://exemple.example/?q=no%205&r=1er",
        "https://exemple.example/a:b;c!d?e",
        "mailto:d'ici@exemple.example",
    ],
)
def test_an_address_is_never_touched(language: Language, address: str) -> None:
    assert language.typeset(address) == address
    assert language.typeset(f"Voir {address} ici") == f"Voir {address} ici"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("It's the members' vote", "It\u2019s the members\u2019 vote"),
        ("$60,000 and 97%", "$60,000 and 97%"),
        ("Follow-up: done? Yes; now!", "Follow-up: done? Yes; now!"),
        ("« oui »", "« oui »"),
        ("no 5", "no 5"),
        ("97 %", "97%"),
        ("$60000, $1500, $123456.50", "$60,000, $1500, $123,456.50"),
        ("at 4:35 pm", f"at 4:35{NBSP}p.m."),
        ("at 9 AM.", f"at 9{NBSP}a.m."),
        ("No. 5", f"No.{NBSP}5"),
        ("said \"yes, 'maybe'\".", "said “yes, ‘maybe’”."),
        ("and so on...", "and so on\u2026"),
        ("the '90s and the members' vote", "the '90s and the members' vote"),
    ],
)
def test_english_has_its_own_rules(typed: str, printed: str) -> None:
    assert ENGLISH.typeset(typed) == printed


@pytest.mark.parametrize("language", [FRENCH, ENGLISH], ids=["fr", "en"])
@pytest.mark.parametrize("typed", ["le mot 'oui' ici", "the word 'yes' here", "rock 'n' roll"])
def test_the_two_quotes_around_a_word_are_set_alike(language: Language, typed: str) -> None:
    printed = language.typeset(typed)
    assert printed.count("'") in (0, 2), printed


def test_the_first_of_a_month_is_written_alike_in_a_text_and_in_a_date() -> None:
    day = FRENCH.date(date(2019, 8, 1))
    assert day.replace(NBSP, " ") == FRENCH.typeset("1er août 2019").replace(NBSP, " ")


@given(TYPED)
def test_setting_a_text_twice_is_setting_it_once(text: str) -> None:
    for language in (FRENCH, ENGLISH):
        once = language.typeset(text)
        assert language.typeset(once) == once


@given(TYPED | st.text())
def test_setting_changes_only_spaces_and_signs(text: str) -> None:
    def bare(words: str) -> str:
        for printed, typed in {"\u2026": "...", "\u1d52": "o", "°": "o", "º": "o"}.items():
            words = words.replace(printed, typed)
        return re.sub(r"""[\s'"«»“”‘’,.]""", "", words).casefold()

    for language in (FRENCH, ENGLISH):
        assert bare(language.typeset(text)) == bare(text)


# --- dates, times and numbers -------------------------------------------------------------


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
    assert FRENCH.plural("%(n)s decision", "%(n)s decisions", 1) == "1 décision"
    assert FRENCH.plural("%(n)s decision", "%(n)s decisions", 0) == "0 décision"
    assert FRENCH.plural("%(n)s decision", "%(n)s decisions", 2) == "2 décisions"
    assert ENGLISH.plural("%(n)s decision", "%(n)s decisions", 0) == "0 decisions"


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


# --- languages ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "name", "direction"),
    [
        ("fr", "Français", "ltr"),
        ("en", "English", "ltr"),
        ("es", "Español", "ltr"),
        ("ar", "العربية", "rtl"),
        ("xx", "xx", "ltr"),
    ],
)
def test_a_language_knows_its_own_name_and_direction(code: str, name: str, direction: str) -> None:
    language = Language(code, "CA")
    assert (language.name.casefold(), language.direction) == (name.casefold(), direction)


def test_a_language_names_another() -> None:
    assert FRENCH.name_of("en") == "anglais"
    assert ENGLISH.name_of("fr") == "French"
    assert FRENCH.name_of("xx") == "xx"


def test_words_come_from_the_catalogue_of_the_language_or_else_in_english() -> None:
    assert FRENCH.words("Decisions") == "Décisions"
    assert Language("fr-CA").words("Decisions") == "Décisions"
    assert Language("es").words("Decisions") == "Decisions"
    assert [has_words(code) for code in ("fr", "fr-CA", "en", "en-GB", "es")] == [
        True,
        True,
        True,
        True,
        False,
    ]


def test_values_are_put_into_the_words_as_they_are() -> None:
    said = ENGLISH.words("%(title)s, %(date)s", title="100 %(n)s", date="{{ x }}")
    assert said == "100 %(n)s, {{ x }}"


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("à 9 h", "at 9:00 a.m."),
        ("à 13 h", "at 1 p.m."),
        ("à 16 h 35", "at 4:35 p.m."),
        ("à 0 h", "at 12 a.m."),
        ("à 12 h 05", "at 12:05 p.m."),
        ("à 16:35", "at 16:35"),
    ],
)
def test_a_time_is_the_same_by_either_clock(french: str, english: str) -> None:
    assert FRENCH.figures(french) == ENGLISH.figures(english)
