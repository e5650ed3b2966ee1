"""A further language needs a catalogue and no code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from support.built_site import Element, Page, Site
from support.projects import BuiltOnce, copy_project

from releve.language import TERMINAL

MARKED = re.compile("¡[^¡!]*!")


def unmarked(words: str) -> str:
    """What is left of some words without those that are marked: one may stand inside another."""
    while (rest := MARKED.sub("", words)) != words:
        words = rest
    return words


def in_spanish(template: Catalog) -> Catalog:
    """A catalogue whose words show that they come from it: ¡Home!"""
    spanish = Catalog(locale="es")
    for message in template:
        if not message.id:
            continue
        if message.context == "address":
            said: str | tuple[str, ...] = f"x{message.id}"
        elif message.context == "quotes":
            said = "«%s»"
        elif isinstance(message.id, tuple):
            said = tuple(f"¡{words}!" for words in message.id)
        else:
            said = f"¡{message.id}!"
        spanish.add(message.id, said, context=message.context)
    return spanish


@pytest.fixture(scope="module")
def with_spanish(built_once: BuiltOnce) -> tuple[Site, str]:
    """The site of a register with a catalogue of its third language, and what its build said."""

    def prepare(project: Path) -> None:
        copy_project("three-languages", project)
        locales = project / "hooks" / "releve" / "language" / "locales"
        with (locales / "messages.pot").open("rb") as file:
            catalogue = in_spanish(read_po(file))
        with (locales / "es.po").open("wb") as file:
            write_po(file, catalogue)

    return built_once("spanish", prepare)


def spanish_pages(site: Site) -> Iterator[Page]:
    return (page for page in site.pages.values() if page.language == "es")


def spoken(element: Element) -> Iterator[str]:
    """All that a page says in its own language, aloud or in writing."""
    for one in element.all():
        if one.language == "es":
            yield from (child for child in one.children if isinstance(child, str))
            yield from (one.attributes.get(name) or "" for name in ("aria-label", "data-copied"))


def test_a_language_with_a_catalogue_is_not_warned_of(with_spanish: tuple[Site, str]) -> None:
    assert "es.po" not in with_spanish[1]


def test_every_word_of_the_interface_comes_from_the_catalogue(
    with_spanish: tuple[Site, str],
) -> None:
    site, _ = with_spanish
    root = Path(site.folder).parent / "hooks" / "releve" / "language" / "locales" / "messages.pot"
    with root.open("rb") as file:
        words_of_pages = [word for word in read_po(file) if word.context != TERMINAL]
    ids = [message.id for message in words_of_pages if message.id]
    english = {one for words in ids for one in ([words] if isinstance(words, str) else words)}
    phrases = {re.sub(r"%\(\w+\)s", "", words).strip(" .,:;") for words in english}
    wanted = re.compile(
        rf"\b(?:{'|'.join(re.escape(words) for words in phrases if len(words) > 5)})\b"
    )
    seen, left = 0, set()
    for page in spanish_pages(site):
        for words in spoken(page.root.one("body")):
            seen += len(MARKED.findall(words))
            if leaked := wanted.search(unmarked(words)):
                left.add((page.address, leaked[0]))
    assert seen > 500
    assert left == set()


def test_addresses_are_in_the_words_of_the_catalogue(with_spanish: tuple[Site, str]) -> None:
    site, _ = with_spanish
    assert "es/xfollow-ups/" in site.pages
    assert any(page.address.endswith("/xdecision-2/") for page in spanish_pages(site))


def test_dates_and_the_name_of_the_language_come_from_cldr(with_spanish: tuple[Site, str]) -> None:
    site, _ = with_spanish
    assert "2 de mayo de 2031" in site.pages["es/"].text.replace("\u00a0", " ")
    switch = site.pages[""].root.one("a", hreflang="es")
    assert (switch.text, switch.language) == ("Español", "es")
