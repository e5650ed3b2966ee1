"""Bodies with ways of their own: those that approve no record, those of one language."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.small_register import SUMMER, problems_of, small_register
from support.small_site import pages_of

from releve.__main__ import seal

AS_PUBLISHED = ("bodies: [cbf-hc]", "bodies: [{id: cbf-hc, records: as-published}]")
LATER = "meetings/cbf-hc/2031-09-03.yml"
PLANNED = "title: {fr: Réunion d'automne, en: Autumn meeting}\n"


def test_a_record_of_a_body_that_approves_none_is_never_a_draft(tmp_path: Path) -> None:
    usual = pages_of(tmp_path / "usual", {LATER: PLANNED})
    pages = pages_of(tmp_path / "published", {"register.yml": AS_PUBLISHED, LATER: PLANNED})
    assert "Draft record" in usual["en/cbf-hc/2031-04-02/"].text
    assert "Record to approve" in usual["en/cbf-hc/2031-09-03/"].text
    spring = pages["en/cbf-hc/2031-04-02/"].one("p", class_="lead")
    assert spring.text == "April 2, 2031 Record published"
    assert "Compte rendu publié" in pages["cbf-hc/2031-04-02/"].text
    assert "Record to approve" not in pages["en/cbf-hc/2031-09-03/"].text
    told = {address for address, page in pages.items() if "Draft record" in page.text}
    assert told <= {"en/search/", "en/meetings/"}, "only as a choice of the search and the list"
    body = pages["en/organizations/cbf-hc/"]
    assert "Final as published: this body approves none" in body.text


def test_a_record_that_such_a_body_approves_nonetheless_is_approved(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, {"register.yml": AS_PUBLISHED})
    assert "Record approved" in pages["en/cbf-hc/2031-02-05/"].one("p", class_="lead").text


def test_only_a_register_with_such_a_body_offers_its_state_to_the_search(tmp_path: Path) -> None:
    offered = {
        name: "Record published" in pages_of(tmp_path / name, changes)["en/search/"].text
        for name, changes in {"usual": {}, "published": {"register.yml": AS_PUBLISHED}}.items()
    }
    assert offered == {"usual": False, "published": True}


def test_the_ids_of_bodies_are_checked_in_either_form(tmp_path: Path) -> None:
    wrong = ("bodies: [cbf-hc]", "bodies: [{id: cbf-ch, records: as-published}]")
    told = [str(one) for one in problems_of(small_register(tmp_path, {"register.yml": wrong}))]
    assert any("unknown organization `cbf-ch`. " in one.replace("\n", " ") for one in told), told


# --- records in one language ---------------------------------------------------------------

ENGLISH = """\
title: {en: Summer meeting}
opening: [{text: {en: The meeting opens.}}]
agenda:
  - item: 1
    title: {en: One}
    outcomes: [{decision: 1, text: {en: Decided.}}]
"""
APPROVAL = """\
title: {fr: Suite, en: Sequel}
outcomes:
  - {decision: 1, text: {fr: Approuvé., en: Approved.}, approves: cbf-hc/2031-06-04}
"""
SEQUEL = "meetings/cbf-hc/2031-06-20.yml"
ONE_LANGUAGE = {
    "of a meeting": {SUMMER: f"languages: [en]\n{ENGLISH}"},
    "of a body": {
        SUMMER: ENGLISH,
        "register.yml": ("bodies: [cbf-hc]", "bodies: [{id: cbf-hc, languages: [en]}]"),
    },
}


@pytest.mark.parametrize("whose", ONE_LANGUAGE)
def test_a_record_in_one_language_can_be_approved_and_needs_no_translation(
    whose: str, tmp_path: Path
) -> None:
    root = small_register(tmp_path, {**ONE_LANGUAGE[whose], SEQUEL: APPROVAL})
    seal(root)
    assert problems_of(root) == []


@pytest.mark.parametrize("whose", ONE_LANGUAGE)
def test_a_record_in_one_language_says_so_once_at_its_head(whose: str, tmp_path: Path) -> None:
    pages = pages_of(tmp_path, ONE_LANGUAGE[whose])
    french, english = pages["cbf-hc/2031-06-04/"], pages["en/cbf-hc/2031-06-04/"]
    notice = "Ce compte rendu n’est pas dans cette langue. Il est rédigé en : anglais"
    assert french.one("p", class_="notice").text == notice
    assert english.all("p", class_="notice") == []
    # The style hides what would be said of each text again.
    inside = french.one("div", class_="in-another-language")
    assert len(inside.all(class_="only-language")) > 3
    parts = (inside, *french.all("cite"))
    told = {id(one) for part in parts for one in part.all(class_="only-language")}
    assert {id(one) for one in french.all(class_="only-language")} == told


def test_a_translation_may_be_added_to_a_sealed_record_in_one_language(tmp_path: Path) -> None:
    root = small_register(tmp_path, {**ONE_LANGUAGE["of a meeting"], SEQUEL: APPROVAL})
    seal(root)
    path = root / "data" / SUMMER
    whole = ENGLISH
    for english, french in {
        "Summer meeting": "Réunion d'été",
        "The meeting opens.": "La réunion s'ouvre.",
        "One": "Un",
        "Decided.": "Décidé.",
    }.items():
        whole = whole.replace(f"{{en: {english}}}", f'{{en: {english}, fr: "{french}"}}')
    path.write_text(whole, "utf-8")
    assert {one.message.split(":")[0] for one in problems_of(root)} == {
        "what this sealed record shows was changed"
    }
    seal(root)
    assert seal(root) == 0


def test_the_languages_of_a_record_are_among_those_of_the_register(tmp_path: Path) -> None:
    for changes in ONE_LANGUAGE.values():
        wrong = {
            name: tuple(part.replace("[en]", "[de]") for part in change)
            if isinstance(change, tuple)
            else change.replace("[en]", "[de]")
            for name, change in changes.items()
        }
        folder = tmp_path / str(len(wrong))
        told = [one.message for one in problems_of(small_register(folder, wrong))]
        assert any("is not one of the register's languages" in one for one in told), told
