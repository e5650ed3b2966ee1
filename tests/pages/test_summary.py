"""The record in one screen: what a meeting decided and asked for, a line each, over the record."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.built_site import Element, Site
from support.small_register import SUMMER
from support.small_site import pages_of

RECORD = "en/conseil-exemple/2031-03-04/"


def lines_of(page: Element) -> list[str]:
    return [one.text for one in page.one("section", class_="summary").all("li")]


def test_each_decision_and_follow_up_is_a_line_with_its_state_if_that_is_not_expected(
    several: Site,
) -> None:
    page = several.pages[RECORD].root
    assert lines_of(page) == [
        "1 North bridge",
        "2 The south bridge is rebuilt",
        "3 The toll is abolished Not yet in force",
        "4 Passage is free of charge Expired",
        "5 The east bridge closes Superseded",
        "6 The west bridge closes In force, amended",
        "7 The ferries stop Rescinded",
        "8 A tunnel is dug Rejected",
        "9 A viaduct is built Deferred",
        "10 The report is received Noted",
        "11 A quay is added In principle",
        "1 North estimate Done Ada Exemple, Invented Department, Secretary, EXC May 6, 2031",
        "2 Paint the bridge In progress Fable Committee January 15, 2032",
        "3 Count the ferries Dropped Imagined Group No date",
        "4 Measure the tunnel Carried over Ben Modèle No date",
        "5 Write to the harbour Overdue by 2 months Not named April 15, 2031",
    ]
    headings = [one.text for one in page.one("section", class_="summary").all("h3")]
    assert headings == ["Decisions 11", "Follow-ups 5"]


def test_each_line_leads_to_its_place_below(several: Site) -> None:
    for prefix in ("", "en/"):
        root = several.pages[f"{prefix}{RECORD.removeprefix('en/')}"].root
        lines = root.one("section", class_="summary").all("li")
        places = [one.all("a")[0].attributes["href"] for one in lines]
        outcomes = [one.attributes["id"] for one in root.all("div", class_="outcome")]
        assert places == [f"#{one}" for one in outcomes if not one.startswith(("note", "rem"))]
    french = several.pages["conseil-exemple/2031-03-04/"].root.one("section", class_="summary")
    assert french.one("h2").text == "Résumé des décisions"


PART = """\
  - item: {number}
    title: {{fr: Un, en: One}}
"""
SAID = "    narrative: [{text: {fr: On en parle., en: It is discussed.}}]\n"
CAME = "    outcomes: [%s]\n"
DECISION = "{decision: %d, text: {fr: Oui., en: 'Yes.'}}"
RECORD_OF_PARTS = (
    "title: {fr: Un, en: One}\nopening: [{text: {fr: On ouvre., en: It opens.}}]\nagenda:\n"
    + PART.format(number=1)
    + SAID
    + CAME % (DECISION % 1)
    + PART.format(number=2)
    + SAID
    + PART.format(number=3)
    + CAME % (DECISION % 2)
    + PART.format(number=4)
    + SAID
    + "    outcomes: none\n"
    + PART.format(number=5)
    + "    items:\n      - item: A\n        title: {fr: Un, en: One}\n    "
    + CAME % "{follow_up: 1, text: {fr: Agir., en: Act.}}"
    + PART.format(number=6)
    + CAME % "{note: 1, text: {fr: Noter., en: Note it.}}"
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Element]:
    return pages_of(tmp_path_factory.mktemp("parts"), {SUMMER: RECORD_OF_PARTS})


def test_what_has_nothing_beside_it_takes_the_whole_width(pages: dict[str, Element]) -> None:
    page = pages["en/cbf-hc/2031-06-04/"]
    ways = {
        place: {
            part.attributes["class"]: [
                one.attributes["class"] for one in part.all("div") if part is one.parent
            ]
            for part in page.one(id=place).all("div")
            if part.attributes.get("class", "").startswith("columns")
        }
        for place in ("item-1", "item-2", "item-3", "item-4", "item-5a", "item-6")
    }
    assert ways == {
        "item-1": {"columns": ["discussion", "outcomes"]},
        "item-2": {"columns columns--one": ["discussion"]},
        "item-3": {"columns columns--one": ["outcomes"]},
        "item-4": {"columns columns--one": ["discussion", "outcomes"]},
        "item-5a": {"columns columns--one": ["outcomes"]},
        "item-6": {"columns columns--one": ["outcomes"]},
    }


def test_contents_tell_which_items_have_outcomes_themselves_or_in_a_part(
    pages: dict[str, Element],
) -> None:
    contents = pages["en/cbf-hc/2031-06-04/"].one("details", class_="on-this-page")
    without = {
        one.one("a").attributes["href"]: "class" in one.attributes for one in contents.all("li")
    }
    assert without == {
        "#item-1": False,
        "#item-2": True,
        "#item-3": False,
        "#item-4": True,
        "#item-5": False,
        "#item-6": True,
    }


def test_a_record_of_which_nothing_came_has_no_summary(tmp_path: Path) -> None:
    record = "title: {fr: Un, en: One}\nagenda:\n" + PART.format(number=1) + SAID
    page = pages_of(tmp_path, {SUMMER: record})["en/cbf-hc/2031-06-04/"]
    assert page.all("section", class_="summary") == []


def test_what_is_withheld_is_in_the_summary_by_its_number(tmp_path: Path) -> None:
    withheld = "{decision: 1, withheld: {reason: {fr: Secret., en: Secret.}}}"
    record = "title: {fr: Un, en: One}\nagenda:\n" + PART.format(number=1) + CAME % withheld
    page = pages_of(tmp_path, {SUMMER: record})["en/cbf-hc/2031-06-04/"]
    assert lines_of(page) == ["1 Not published"]
