"""Who was at a meeting: what the record says of each, on its page, and where else it shows."""

from __future__ import annotations

from pathlib import Path

from support.small_register import SUMMER, WINTER, problems_of, small_register
from support.small_site import pages_of, search_entries

RECORD = """\
title: {fr: Réunion d'été, en: Summer meeting}
chairs: [anne-exemple]
attendance:
  present:
    - anne-exemple
    - {who: paul-modele, role: {fr: Secrétaire, en: Secretary}, arrived: 10:15, left: 14:30}
    - {who: atelier-workshop, proxy_for: lea-specimen}
    - {name: Marc Témoin, organization: atelier-workshop, represents: {name: Zoé Absente}}
    - {name: Ève Autre, represents: "atelier-workshop#lead"}
  absent: [lea-specimen, {name: Hugo Loin}]
  quorum: {needed: 7, met: false}
opening:
  - text: {fr: La réunion s'ouvre., en: The meeting opens.}
"""
MEETING = "en/cbf-hc/2031-06-04/"


def test_the_record_says_how_each_took_part(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, {SUMMER: RECORD})
    assert pages[MEETING].one("details", class_="attendance").text == (
        "Attendance Present Anne Exemple, Paul Modèle (Secretary; arrived at: 10:15 a.m.; left at: "
        "2:30 p.m.), Paint Workshop (proxy for: Lea Specimen), Marc Témoin (Paint Workshop; on "
        "behalf of: Zoé Absente), Ève Autre (on behalf of: Lead, Paint Workshop) "
        "Absent Lea Specimen, Hugo Loin"
    )
    french = pages["cbf-hc/2031-06-04/"].text
    assert "Paul Modèle (Secrétaire; arrivée : 10 h 15; départ : 14 h 30)" in french
    assert "Quorum Non atteint, 7 membres requis" in french
    assert "Quorum Not reached, 7 members needed" in pages[MEETING].text


def test_an_absence_a_proxy_and_a_mandate_are_told_on_the_pages_of_those_concerned(
    tmp_path: Path,
) -> None:
    pages = pages_of(tmp_path, {SUMMER: RECORD})
    summer = "Summer meeting, June 4, 2031"
    for address, ways in {
        "en/people/lea-specimen/": "gave a proxy, absent",
        "en/people/paul-modele/": "present",
    }.items():
        assert f"{summer} ({ways})" in pages[address].text, address
    assert f"{summer} (present, organization)" in pages["en/organizations/atelier-workshop/"].text
    assert f"{summer} (represented)" in pages["en/organizations/atelier-workshop/"].text


def test_whoever_is_named_is_found_by_a_search(tmp_path: Path) -> None:
    found = search_entries(small_register(tmp_path, {SUMMER: RECORD}))[MEETING]
    for words in ("Hugo Loin", "Zoé Absente", "Secretary", "Lead", "Ève Autre"):
        assert words in found.words


def test_a_record_that_says_no_more_than_before_keeps_its_seal(tmp_path: Path) -> None:
    changes = {
        WINTER: (
            "present: [anne-exemple, paul-modele]",
            "present:\n    - anne-exemple\n    - paul-modele",
        )
    }
    assert problems_of(small_register(tmp_path / "same", changes)) == []
    absent = {WINTER: ("  regrets: [lea-specimen]\n", "  absent: [lea-specimen]\n")}
    (problem,) = problems_of(small_register(tmp_path / "other", absent))
    assert "sealed, but it was changed: meeting: attendance" in problem.message


def test_nobody_is_said_to_be_at_a_meeting_that_is_to_come(tmp_path: Path) -> None:
    page = pages_of(tmp_path, {SUMMER: RECORD}, day="2031-05-01")[MEETING]
    assert "Attendance" not in page.text
    assert "Quorum" not in page.text
