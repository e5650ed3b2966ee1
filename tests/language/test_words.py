"""Words of the interface, and what a language knows of itself and of others."""

from __future__ import annotations

import pytest

from releve.language import Language, has_words

FRENCH = Language("fr", "CA")
ENGLISH = Language("en", "CA")


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
