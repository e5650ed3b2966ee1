"""Typography, as each language is printed with."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from releve.language import Language

NBSP = "\u00a0"
FRENCH = Language("fr", "CA")
ENGLISH = Language("en", "CA")
# Signs that the rules of typography look at, in every order.
TYPED = st.text(alphabet="«»:;!?%$°'\u2019\"- \u00a0\u202f0123456789hnoNeraIl.,\n[](")


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
