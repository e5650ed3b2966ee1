"""A record in its languages, statement beside statement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
from support.built_site import Element, Page, Site
from support.small_register import SUMMER
from support.small_site import pages_of

from releve.pages.titles import FIELD_TITLES
from releve.source import schema

SiteOf = Callable[[str], Site]
RECORD = "cm-jc/2019-09-25/"
MANY = """\
title: {fr: Réunion d'été, en: Summer meeting}
place: {en: Town hall}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    narrative:
      - {heading: {fr: Intertitre, en: Subheading}}
      - speaker: {said: {fr: Un membre, en: A member}}
        text: {fr: La pompe fuit., en: The pump leaks.}
        replies: [{text: {fr: "Elle fuit, oui."}}]
    outcomes:
      - {decision: 1, text: {fr: Réparer., en: Repair.}, reason: {en: It leaks.}}
      - {follow_up: 1A, text: {fr: Appeler., en: Call.}, tasks: [{fr: Vite., en: Soon.}]}
  - item: pumps
    title: {fr: Pompes}
    outcomes: [{decision: no-number, text: {fr: Sans numéro.}}]
"""
IN_ENGLISH = """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    narrative: [{text: {en: The pump leaks.}}, {text: {en: It does.}}]
    outcomes: [{decision: 1, text: {en: Repair.}}]
"""


def cells(pair: Element) -> list[tuple[str, str]]:
    """The language and the words of each column of a row; no language where a text is missing."""
    return [(cell.attributes.get("lang", ""), cell.text) for cell in pair.all(class_="tongue")]


def rows(page: Element) -> list[list[tuple[str, str]]]:
    return [cells(pair) for pair in page.all(class_="pair")]


def test_each_text_of_a_record_stands_beside_its_translation(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, {SUMMER: MANY})
    french = rows(pages["cbf-hc/2031-06-04/cote-a-cote/"])
    missing = ("", "Aucun texte en anglais")
    assert french == [
        [("fr", "Français"), ("en", "English")],
        [("fr", "Réunion d’été"), ("en", "Summer meeting")],
        [("", "Aucun texte en français"), ("en", "Place Town hall")],
        [("fr", "1. Un"), ("en", "1. One")],
        [("fr", "Intertitre"), ("en", "Subheading")],
        [("fr", "Un membre La pompe fuit."), ("en", "A member The pump leaks.")],
        [("fr", "Elle fuit, oui."), missing],
        [("fr", "Décision 1"), ("en", "Decision 1")],
        [("fr", "Réparer."), ("en", "Repair.")],
        [("", "Aucun texte en français"), ("en", "Reason It leaks.")],
        [("fr", "Suivi 1A"), ("en", "Follow-up 1A")],
        [("fr", "Appeler."), ("en", "Call.")],
        [("fr", "Vite."), ("en", "Soon.")],
        [
            ("fr", "Responsable Aucun responsable nommé dans le compte rendu"),
            ("en", "Owner Not named in the record"),
        ],
        [("fr", "Pompes"), missing],
        [("fr", "Décision « Sans numéro »"), missing],
        [("fr", "Sans numéro."), missing],
    ]
    english = rows(pages["en/cbf-hc/2031-06-04/side-by-side/"])
    assert [{words for _, words in row if "Aucun texte" not in words} for row in french] == [
        {words for _, words in row if not words.startswith("No text")} for row in english
    ]
    assert english[0] == [("en", "English"), ("fr", "Français")]


def test_the_page_says_at_its_head_how_many_texts_are_missing_and_where(tmp_path: Path) -> None:
    page = pages_of(tmp_path, {SUMMER: MANY})["en/cbf-hc/2031-06-04/side-by-side/"]
    told = [notice.text for notice in page.all("p", class_="notice")]
    assert told == [
        "2 texts are missing in French: Meeting, Decision 1",
        "3 texts are missing in English: Item 1, Item “Pompes”, Decision “Sans numéro”",
    ]
    ids = {one.attributes.get("id") for one in page.all()}
    for notice in page.all("p", class_="notice"):
        for link in notice.all("a"):
            assert link.attributes["href"].removeprefix("#") in ids


def test_a_record_that_no_one_has_translated_says_so_once(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, {SUMMER: IN_ENGLISH})
    page = pages["cbf-hc/2031-06-04/cote-a-cote/"]
    [notice] = page.all("p", class_="notice")
    assert notice.text == "Le texte de ce compte rendu n’existe pas encore en français."
    assert page.all(class_="tongue--missing") == []
    assert {language for row in rows(page) for language, _ in row} == {"en"}
    record = pages["cbf-hc/2031-06-04/"]
    assert len(record.all("p", class_="notice")) == 1
    hidden = record.one("div", class_="in-another-language").all(class_="only-language")
    cited = [one for cite in record.all("cite") for one in cite.all(class_="only-language")]
    assert len(record.all(class_="only-language")) == len(hidden) + len(cited) > 2


def test_every_record_decision_and_follow_up_leads_to_its_place_side_by_side(site: Site) -> None:
    for prefix, word in (("", "cote-a-cote"), ("en/", "side-by-side")):
        beside = site.pages[f"{prefix}{RECORD}{word}/"]
        for address, page in site.pages.items():
            if not address.startswith(prefix + RECORD) or page.content.all(class_="tongues"):
                continue
            if not page.content.all(class_="citation"):
                continue  # the list of follow-ups, which holds no text of its own
            [way] = page.content.all("p", class_="beside")
            href = way.one("a").attributes["href"]
            anchor = address.removeprefix(prefix + RECORD).strip("/")
            assert href.endswith(f"{RECORD}{word}/" + (f"#{anchor}" if anchor else ""))
            assert not anchor or anchor in beside.ids
        statements = [one for one in site.pages[prefix + RECORD].ids if one.startswith("e-")]
        assert [one for one in beside.ids if one.startswith("e-")] == statements


def test_where_a_register_has_one_language_nothing_leads_there(site_of: SiteOf) -> None:
    for page in site_of("french-only").pages.values():
        assert page.content.all(class_="beside") == []
        assert "cote-a-cote" not in page.html


def test_three_languages_stand_side_by_side_each_page_beginning_with_its_own(
    site_of: SiteOf,
) -> None:
    pages = site_of("three-languages").pages
    key = "table-imaginaire/2031-05-02/"
    first = {
        address: [language for language, _ in rows(pages[address].content)[0]]
        for address in (f"{key}side-by-side/", f"fr/{key}cote-a-cote/", f"es/{key}side-by-side/")
    }
    assert [*first.values()] == [["en", "fr", "es"], ["fr", "en", "es"], ["es", "fr", "en"]]


def test_the_page_is_left_out_of_search_engines_for_the_record_is_to_be_found(site: Site) -> None:
    page: Page = site.pages[f"{RECORD}cote-a-cote/"]
    assert page.root.one("meta", name="robots").attributes["content"] == "noindex, follow"
    sitemap = (site.folder / "sitemap.xml").read_text("utf-8")
    assert "cote-a-cote" not in sitemap and "side-by-side" not in sitemap


ELSEWHERE = {
    *("title", "text", "tasks", "narrative", "items", "outcomes", "reviewed", "opening"),
    *("agenda", "closing", "corrections", "accepted", "owners", "due"),
}
"""Fields that have a place of their own on the page, or are not published."""


def holds_text(type_: Any, marks: Sequence[Any] = (), above: tuple[Any, ...] = ()) -> bool:
    """Whether a value of this type can hold a text in several languages."""
    if type_ in above or any(isinstance(mark, schema.NoText) for mark in marks):
        return False
    if get_origin(type_) is dict:
        return True
    if isinstance(type_, type) and issubclass(type_, schema.Record):
        fields = type_.model_fields.values()
        return any(holds_text(one.annotation, one.metadata, (*above, type_)) for one in fields)
    return any(holds_text(one, (), above) for one in get_args(type_))


@pytest.mark.parametrize(
    "model", [schema.Meeting, schema.Item, schema.Decision, schema.FollowUp, schema.Note]
)
def test_every_field_that_holds_a_text_has_a_name_on_the_page(model: type[schema.Record]) -> None:
    fields = model.model_fields.items()
    with_text = {name for name, field in fields if holds_text(field.annotation, field.metadata)}
    assert with_text & ELSEWHERE
    assert with_text - ELSEWHERE <= FIELD_TITLES.keys()
