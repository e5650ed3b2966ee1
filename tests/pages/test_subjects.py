"""Decisions and follow-ups are called by what they are about; their numbers stand beside."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.built_site import Element
from support.small_register import LATER, SUMMER, meeting_with
from support.small_site import pages_of, search_entries

MEETING = "en/cbf-hc/2031-06-04/"


def text(words: str) -> str:
    return f"text: {{fr: 'Fr. {words}', en: '{words}'}}"


OUTCOMES = (
    "decision: 1, title: {fr: Peinture, en: Paint}, text: {fr: Du bleu., en: Blue it is.}",
    f"decision: 2, {text('The hydrant is painted.')}",
    "decision: 3, "
    + text(
        "The members of the committee agree to have all hydrants of the district painted in "
        "red and blue."
    ),
    "decision: 4, withheld: {reason: {fr: Une personne., en: A person.}}",
    "follow_up: 1, tasks: [{fr: Laver., en: Wash it.}, {fr: Sécher., en: Dry it.}]",
    "decision: again, title: {fr: Encore, en: Again}, " + text("It is painted again."),
    "decision: 5, "
    + text(
        "The committee adopts the plan for the hydrants. The members then agree on a date for "
        "the next inspection."
    ),
    f"decision: 6, {text('<https://' + 'x' * 90 + '.example>')}",
    f"decision: 7, {text('Two words. And three.')}",
    "decision: 8, text: {fr: Seulement en français.}",
    f"decision: 9, {text('As [[#decision-7]] says, at 3 p.m.')}",
    "follow_up: 2, title: {fr: Devis, en: Estimate}, " + text("Estimate."),
    "follow_up: 3, tasks: [{fr: Un., en: One.}, {fr: Deux., en: Two.}], " + text("Both."),
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Element]:
    later = "title: {fr: Suite, en: Sequel}\noutcomes: [{decision: 1, %s}]\n"
    changes = {
        SUMMER: meeting_with(*OUTCOMES),
        LATER: later % text("Nothing is painted."),
    }
    return pages_of(tmp_path_factory.mktemp("subjects"), changes)


DAY = "June 4, 2031"


@pytest.mark.parametrize(
    ("address", "number", "heading", "quoted"),
    [
        ("decision-1", f"Decision 1 of {DAY}", "Paint", ["Blue it is."]),
        ("decision-2", f"Decision 2 of {DAY}", "The hydrant is painted.", []),
        (
            "decision-3",
            f"Decision 3 of {DAY}",
            "The members of the committee agree to have all hydrants of the district painted…",
            [
                "The members of the committee agree to have all hydrants of the district painted "
                "in red and blue."
            ],
        ),
        ("decision-4", "", f"Decision 4 of {DAY}", []),
        ("follow-up-1", f"Follow-up 1 of {DAY}", "Wash it", ["Wash it. Dry it."]),
        ("decision-again", f"Decision of {DAY}", "Again", ["It is painted again."]),
        (
            "decision-5",
            f"Decision 5 of {DAY}",
            "The committee adopts the plan for the hydrants",
            [
                "The committee adopts the plan for the hydrants. The members then agree on a date "
                "for the next inspection."
            ],
        ),
        (
            "decision-6",
            f"Decision 6 of {DAY}",
            "https://" + "x" * 72 + "…",
            ["https://" + "x" * 90 + ".example"],
        ),
        ("decision-7", f"Decision 7 of {DAY}", "Two words. And three.", []),
        (
            "decision-8",
            f"Decision 8 of {DAY}",
            "Seulement en français",
            ["In French only Seulement en français."],
        ),
        ("decision-9", f"Decision 9 of {DAY}", "As decision 7 says, at 3 p.m.", []),
        ("follow-up-2", f"Follow-up 2 of {DAY}", "Estimate.", []),
        ("follow-up-3", f"Follow-up 3 of {DAY}", "Both.", ["One. Two."]),
    ],
)
def test_a_page_is_headed_by_its_subject_under_its_number(
    pages: dict[str, Element], address: str, number: str, heading: str, quoted: list[str]
) -> None:
    page = pages[f"{MEETING}{address}/"]
    head = page.one("hgroup")
    assert [one.text for one in head.all("p", class_="reference")] == [number] * bool(number)
    assert head.one("h1").text == heading
    assert [one.text for one in page.all("div", class_="quoted")] == quoted


def test_a_subject_in_another_language_is_marked(pages: dict[str, Element]) -> None:
    heading = pages[f"{MEETING}decision-8/"].one("h1")
    assert [one.language for one in heading.all("span")] == ["fr"]
    way = pages[f"{MEETING}decision-7/"].one("a", rel="next")
    assert [(one.text, one.language) for one in way.all("span") if one.language == "fr"] == [
        ("Seulement en français", "fr")
    ]


def test_the_ways_on_name_a_subject_and_its_day_if_that_is_another(
    pages: dict[str, Element],
) -> None:
    first = pages[f"{MEETING}decision-1/"]
    assert first.one("a", rel="next").text == "Next · Decision 2 The hydrant is painted"
    last = pages[f"{MEETING}decision-9/"]
    assert last.one("a", rel="next").text == (
        "Next · Decision 1 of June 20, 2031 Nothing is painted"
    )
    withheld = pages[f"{MEETING}decision-3/"].one("a", rel="next")
    assert withheld.text == f"Next Decision 4 of {DAY}"


def test_what_came_of_the_same_item_is_named_by_its_subject(pages: dict[str, Element]) -> None:
    related = pages[f"{MEETING}decision-1/"].one(**{"aria-labelledby": "related"})
    named = [
        re.sub(r" (In force|Adopted|Not started|Not named).*", "", one.text)
        for one in related.all("li")
    ]
    assert named[:6] == [
        "The hydrant is painted Decision 2",
        "The members of the committee agree to have all hydrants of the district painted… "
        "Decision 3",
        f"Decision 4 of {DAY}",
        "Wash it Follow-up 1",
        "Again",
        "The committee adopts the plan for the hydrants Decision 5",
    ]


def test_a_citation_says_the_number_and_the_subject(pages: dict[str, Element]) -> None:
    said = {
        "decision-1": ", decision 1, Paint (",
        "decision-4": ", decision 4 (",
        "decision-again": ", decision “Again” (",
    }
    for address, words in said.items():
        assert words in pages[f"{MEETING}{address}/"].one("cite").text.replace("\n", " ")


def test_a_result_of_a_search_is_found_by_number_and_called_by_subject(tmp_path: Path) -> None:
    pages_of(tmp_path, {SUMMER: meeting_with(*OUTCOMES)})
    found = {
        address.removeprefix(MEETING): (entry.title, entry.subject)
        for address, entry in search_entries(tmp_path).items()
        if address.startswith(MEETING)
    }
    assert found["decision-1/"] == ("Decision 1 of June\u00a04, 2031", "Paint")
    assert found["follow-up-1/"] == ("Follow-up 1 of June\u00a04, 2031", "Wash it")
    assert found["decision-4/"] == ("Decision 4 of June\u00a04, 2031", "")
    assert found["#item-1"] == ("1. One", "")
