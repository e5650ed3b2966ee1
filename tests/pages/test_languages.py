"""Pages in one language, two or three: whatever is in another is marked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.built_site import Element, Site

SiteOf = Callable[[str], Site]


def test_a_register_in_one_language_has_no_switch(site_of: SiteOf) -> None:
    site = site_of("french-only")
    assert site.languages == ["fr"]
    for address, page in site.pages.items():
        assert not address.startswith("en/")
        assert page.root.all("nav", class_="languages") == []
        assert set(page.alternates) == {"fr", "x-default"}


def test_a_register_in_three_languages_offers_the_two_others(site_of: SiteOf) -> None:
    site = site_of("three-languages")
    assert site.languages == ["en", "fr", "es"]
    names = {"en": "English", "fr": "Français", "es": "Español"}
    for page in site.of_register:
        links = page.root.one("nav", class_="languages").all("a")
        offered = {link.attributes["lang"]: link.text for link in links}
        assert offered == {code: name for code, name in names.items() if code != page.language}


@pytest.mark.parametrize(
    ("address", "words", "language", "said"),
    [
        ("table-imaginaire/2031-05-02/", "Décision prise en français.", "fr", "In French only"),
        ("table-imaginaire/2031-05-02/", "Traducir el acta.", "es", "In Spanish only"),
        ("fr/table-imaginaire/2031-05-02/", "Decided in English.", "en", "En anglais seulement"),
        ("fr/table-imaginaire/2031-05-02/", "Second task.", "en", "En anglais seulement"),
        (
            "fr/table-imaginaire/2031-05-02/suivi-1a/",
            "Traducir el acta.",
            "es",
            "En espagnol seulement",
        ),
        ("fr/glossaire/", "A list that is kept.", "en", "En anglais seulement"),
    ],
)
def test_a_text_that_is_not_translated_is_marked_and_the_reader_is_told(
    site_of: SiteOf, address: str, words: str, language: str, said: str
) -> None:
    page = site_of("three-languages").pages[address]
    found = [element for element in page.content.all("p") if element.text == words]
    assert found
    for element in found:
        assert element.language == language
        block = element.parent
        assert block is not None and block.parent is not None
        beside = [one for one in block.parent.children if isinstance(one, Element)]
        told = beside[beside.index(block) - 1]
        assert told.text == said
        assert told.language == page.language


def test_every_word_in_another_language_is_marked_wherever_it_stands(site_of: SiteOf) -> None:
    only = {
        "Réunion sans traduction": "fr",
        "Ministère inventé": "fr",
        "Un intertitre en français": "fr",
        "Décision prise en français.": "fr",
        "Première tâche.": "fr",
        "This was said in English.": "en",
        "Second task.": "en",
        "A list that is kept.": "en",
        "Apertura de la sesión": "es",
        "Agua potable": "es",
        "Un registro inventado.": "es",
        "Traducir el acta.": "es",
    }
    unmarked = set()
    for page in site_of("three-languages").pages.values():
        for element in page.root.one("body").all():
            own = "".join(child for child in element.children if isinstance(child, str))
            for words, language in only.items():
                if words in " ".join(own.split()) and element.language != language:
                    unmarked.add((page.address, element.tag, words))
    assert unmarked == set()


def test_a_text_in_the_pages_own_language_is_not_marked(site_of: SiteOf) -> None:
    page = site_of("three-languages").pages["fr/table-imaginaire/2031-05-02/decision-1/"]
    words = page.content.one("h1")
    assert (words.text, words.language) == ("Décision prise en français.", "fr")
    assert all("lang" not in one.attributes for one in words.all())


def test_words_of_the_interface_are_marked_as_english_where_it_speaks_no_other(
    site_of: SiteOf,
) -> None:
    site = site_of("three-languages")
    page = site.pages["es/table-imaginaire/2031-05-02/decision-2/"]
    assert page.root.one("html").attributes["lang"] == "es"
    assert page.root.one("body").attributes["lang"] == "en"
    words = page.content.one("div", class_="quoted").one("p")
    assert (words.text, words.language) == ("Decidido en español.", "es")
    labels = {label.text: label.language for label in page.content.all("dt")}
    assert labels["Meeting"] == "en"
    for code in ("fr", "en"):
        address = {"fr": "fr/", "en": ""}[code] + "table-imaginaire/2031-05-02/"
        assert "lang" not in site.pages[address].root.one("body").attributes


def test_dates_follow_the_language_where_no_country_is_given(site_of: SiteOf) -> None:
    site = site_of("without-a-country")
    assert "June 1, 2031" in site.pages["example-committee/2031-06-01/"].text
    assert "1er juin 2031" in site.pages["fr/example-committee/2031-06-01/"].text
    assert "14 h 05" in site.pages["fr/example-committee/2031-06-01/"].text
