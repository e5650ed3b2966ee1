"""Prose beyond CommonMark: tables and addresses as on GitHub, and lists as Word pastes them."""

from __future__ import annotations

import re
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.built_site import read_html
from support.prose import ATTRIBUTES, FRENCH, PROSE, TAGS, root

from releve.pages import Prose


def test_tables_are_as_githubs_and_may_hold_references() -> None:
    table = root(
        "| Nom | Somme |\n|:---:|---:|\n| [[council|the *Council*]] | 5 $ |\n| EXC | `a|b` |\n"
    ).one("table")
    assert [one.text for one in table.all("th")] == ["Nom", "Somme"]
    assert table.all("td")[0].one("a").attributes["href"] == "people/council/"
    assert table.all("td")[0].text == "the *Council*"
    assert [one.attributes["class"] for one in table.all("th")] == ["is-center", "is-right"]
    assert "style" not in str(PROSE.html("|a|\n|-:|\n|b|"))


def test_what_was_struck_out_is_struck_out() -> None:
    assert PROSE.html("un ~~deux~~") == "<p>un <s>deux</s></p>\n"


def test_code_between_fences_stands_as_it_was_typed() -> None:
    code = "[[council|x]] EXC <b> l'eau : https://a.example \u202e"
    for fence in ("```", "~~~"):
        html = str(FRENCH.html(f"Voici :\n{fence}yaml\n{code}\n{fence}\n"))
        (shown,) = read_html(html)[0].all("pre")
        assert shown.text.strip() == code.replace("\u202e", "[U+202E]")
        assert shown.one("code").all() == []


@pytest.mark.parametrize(
    ("text", "address", "words"),
    [
        (
            "See https://a.example/b?c=1&d.",
            "https://a.example/b?c=1&d",
            "https://a.example/b?c=1&d",
        ),
        ("(voir http://a.example/b_(c))", "http://a.example/b_(c)", "http://a.example/b_(c)"),
        ("Sur www.a.example, oui", "http://www.a.example", "www.a.example"),
        ("Écrire à un.nom@a.example.", "mailto:un.nom@a.example", "un.nom@a.example"),
        ("**https://a.example/**", "https://a.example/", "https://a.example/"),
        ("- https://a.example/l'eau\n", "https://a.example/l'eau", "https://a.example/l'eau"),
    ],
)
def test_a_bare_address_is_a_link(text: str, address: str, words: str) -> None:
    for prose in (PROSE, FRENCH):
        (link,) = read_html(str(prose.html(text)))[0].all("a")
        assert (link.attributes["href"], link.text) == (address, words)


@pytest.mark.parametrize("text", ["@ann", "a@b", "://x", "`https://a.example`", "xhttps://", "5@"])
def test_what_only_looks_like_an_address_is_no_link(text: str) -> None:
    assert root(text).all("a") == []


@pytest.mark.parametrize(
    ("pasted", "meant"),
    [
        ("• un\n• deux", "- un\n- deux"),
        ("➢\tun\n➢\tdeux", "- un\n- deux"),
        ("o un\no deux", "- un\n- deux"),
        (
            "Suit :\n• un\no deux\n▪ trois\no quatre\n• cinq",
            "Suit :\n- un\n  - deux\n    - trois\n  - quatre\n- cinq",
        ),
        ("1. un\n  - a\n    - b\n  - c\n2. deux", "1. un\n   - a\n     - b\n   - c\n2. deux"),
        ("1. un\n\n  suite\n2. deux", "1. un\n\n   suite\n2. deux"),
        ("- un\n  - deux\n    - trois", "- un\n  - deux\n    - trois"),
        ("uno\no dos", "uno\no dos"),
        ("a o b • c", "a o b • c"),
        ("```\n• un\n1. a\n  - b\n```", "```\n\u2022 un\n1. a\n  - b\n```"),
    ],
)
def test_lists_are_read_as_they_are_pasted_or_typed(pasted: str, meant: str) -> None:
    with patch("releve.pages.prose.with_lists", lambda text: text):
        expected = PROSE.html(meant)
    assert PROSE.html(pasted) == expected


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Un **mot** et `du code`", "Un mot et du code"),
        ("1. Un *point*\n2. Deux", "Un point Deux"),
        ("[le site](https://a.example) de [[council]]", "le site de Example Council"),
        ("| a | b |\n|---|---|\n| c | [[council|d]] |", "a b c d"),
        ("• un\n• ~~deux~~", "un deux"),
        ("# <b> & d", "# <b> & d"),
    ],
)
def test_a_text_on_one_line_shows_no_marks(text: str, line: str) -> None:
    assert PROSE.summary(text) == line


def test_a_title_on_one_line_is_as_it_was_typed() -> None:
    assert PROSE.plain("1. A *b* & <c>\n[[council]]") == "1. A *b* & <c> Example Council"


GITHUB = st.sampled_from(
    [
        "|", "|a|b|\n|-|-:|\n", "|[[council|EXC]]|x|\n", "~~", "~~~", "```", "\n", "www.a.example",
        "https://a.example/(b)", "x@y.example",
        "• ", "o ", "➢\t", "  ", "1. ", "- ", "[[#5C|a]]", "a", ".",
    ]
)  # fmt: skip


@given(st.lists(GITHUB, max_size=20).map("".join), st.sampled_from([PROSE, FRENCH]))
def test_tables_code_and_addresses_whatever_they_hold_become_well_formed_html(
    text: str, prose: Prose
) -> None:
    tree, faults = read_html(str(prose.html(text, "m")))
    assert faults == []
    for element in tree.all():
        assert element.tag in TAGS
        assert set(element.attributes) <= ATTRIBUTES
        assert element.tag != "a" or element.all("a") == []
    assert not re.search("[\ue000-\uf8ff]", str(prose.html(text, "m")))
    assert "\n" not in prose.summary(text, "m")
