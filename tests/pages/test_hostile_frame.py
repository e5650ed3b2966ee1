"""Hostile words in what stands around a register: a catalogue, and the titles of docs/."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po
from support.built_site import Element, Site
from support.projects import HOSTILE_WORDS, Build, copy_project

TITLE = '<script>alert(1)</script> & "x"'
MARKUP = " ".join(words for words in HOSTILE_WORDS if words.isprintable() and "%" not in words)


def write_catalogue(path: Path, added: str) -> None:
    """A catalogue that adds the same words to each of the interface."""
    with path.with_name("messages.pot").open("rb") as file:
        catalogue = read_po(file, locale="es")
    for message in catalogue:
        if message.context:
            message.string = message.id
        elif message.id:
            # What is filled in stays as it is: the check refuses anything else.
            words = added.replace("{", "(").replace("}", ")")
            ids = message.id if isinstance(message.id, tuple) else (message.id,)
            said = tuple(f"{one} {words}" for one in ids)
            message.string = said if isinstance(message.id, tuple) else said[0]
    with path.open("wb") as file:
        write_po(file, catalogue)


def built(folder: Path, build: Build, words: str, title: str) -> Site:
    copy_project("three-languages", folder)
    write_catalogue(folder / "hooks/releve/language/locales/es.po", words)
    for name, page in {
        "front": f"---\ntitle: '{title}'\naddress: front\n---\n\nWords.\n",
        "heading": f"---\naddress: heading\n---\n\n# `{title}`\n\nWords.\n",
    }.items():
        for code in ("fr", "en", "es"):
            (folder / "docs" / f"{name}.{code}.md").write_text(page, encoding="utf-8")
    done = build(folder)
    assert done.returncode == 0, done.stderr
    return Site(folder)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory, build: Build) -> tuple[Site, Site]:
    """One that wishes its readers ill, and the same in good faith."""
    folder = tmp_path_factory.mktemp("frame")
    return (
        built(folder / "hostile", build, MARKUP, TITLE),
        built(folder / "tame", build, "tame", "tame"),
    )


def shape(root: Element) -> list[tuple[str, list[str]]]:
    """The elements of a page and the names of their attributes, in order."""
    return [(element.tag, sorted(element.attributes)) for element in root.all()]


def test_hostile_translations_and_titles_bring_no_element_into_a_page(
    sites: tuple[Site, Site],
) -> None:
    hostile, tame = sites
    assert set(hostile.pages) == set(tame.pages)
    changed = [
        address
        for address, page in hostile.pages.items()
        if shape(page.root) != shape(tame.pages[address].root)
    ]
    assert changed == []


@pytest.mark.parametrize("address", ["front/", "heading/"])
def test_the_title_of_a_page_of_docs_comes_out_as_the_words_it_is(
    sites: tuple[Site, Site], address: str
) -> None:
    page = sites[0].pages[f"es/{address}"]
    assert page.content.one("h1").text.strip() == TITLE
    assert page.root.one("title").text.startswith(f"{TITLE} – ")
    assert page.root.one("meta", property="og:title").attributes["content"] == TITLE
    menu = [link.text for link in page.root.one("nav", class_="menu").all() if link.tag == "a"]
    assert menu.count(TITLE) == 2
