"""Names over time: a record shows those of its day, and each page of its own the present one."""

from __future__ import annotations

from pathlib import Path

from support.built_site import Site
from support.small_register import problems_of, small_register
from support.small_site import pages_of, search_entries

RENAMED = {
    "people.yml": (
        "  name: Paul Modèle\n",
        "  name: Paul Nouveau\n  names: [{name: Paul Modèle, to: 2031-03-31}]\n",
    )
}
WINTER, SPRING = "en/cbf-hc/2031-02-05/", "en/cbf-hc/2031-04-02/"


def test_a_record_shows_the_name_of_its_day_and_the_page_the_present_one(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, RENAMED)
    winter = pages[WINTER].text
    assert "Paul Modèle" in winter
    assert "Paul Nouveau" not in winter
    person = pages["en/people/paul-modele/"].text
    assert person.startswith("Home People Paul Nouveau Earlier names Paul Modèle until March 31")
    assert "Paul Nouveau" in pages["en/people/"].text
    assert "Paul Modèle" in pages[f"{WINTER}decision-1/"].text, "who moved it"
    assert "Paul Nouveau" in pages["en/follow-ups/"].text, "who owes it now"


def test_a_new_name_leaves_the_seals_of_earlier_records_as_they_are(tmp_path: Path) -> None:
    assert problems_of(small_register(tmp_path / "kept", RENAMED)) == []
    lost = {"people.yml": ("Paul Modèle", "Paul Nouveau")}
    (problem,) = problems_of(small_register(tmp_path / "lost", lost))
    assert "what this sealed record shows was changed: names" in problem.message


def test_the_register_of_an_earlier_day_has_the_names_of_that_day(tmp_path: Path) -> None:
    person = pages_of(tmp_path, RENAMED, day="2031-03-01")["en/people/paul-modele/"].text
    assert person.startswith("Home People Paul Modèle ")
    assert "Nouveau" not in person
    assert "Earlier names" not in person


def test_an_earlier_name_is_found_by_a_search(tmp_path: Path) -> None:
    entry = search_entries(small_register(tmp_path, RENAMED))["en/people/paul-modele/"]
    assert entry.title == "Paul Nouveau"
    assert "Paul Modèle" in entry.words


def test_an_organization_has_ended_and_has_a_successor(several: Site) -> None:
    ended = several.pages["en/organizations/ministere-invente/"].text
    assert "Ended June 1, 2031 Succeeded by Example Council (EXC)" in ended
    successor = several.pages["en/organizations/conseil-exemple/"].text
    assert "Invented Department (succeeded by it)" in successor
    committee = several.pages["en/organizations/comite-fictif/"].text
    assert "Earlier names Fable Committee until May 10, 2031" in committee
    assert "Fable Committee" in several.pages["en/comite-fictif/2031-05-06/"].text
    assert "Fictitious Committee" in several.pages["en/comite-fictif/2031-05-27/"].text


def test_no_organization_is_its_own_successor(tmp_path: Path) -> None:
    change = {"organizations.yml": ("  parent: cbf-hc\n", "  successor: atelier-workshop\n")}
    told = {problem.message for problem in problems_of(small_register(tmp_path, change))}
    assert "`atelier-workshop` succeeds itself: `atelier-workshop` → `atelier-workshop`." in told
