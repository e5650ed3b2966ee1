"""What matters now: on the home page, on that of each body, and in the menu."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.built_site import Element, Site
from support.small_register import LATER, SUMMER
from support.small_site import pages_of

HELD = """\
title: {fr: Réunion d'été, en: Summer meeting}
outcomes:
  - {decision: 1, text: {fr: Ordre du jour adopté., en: Agenda adopted.}, approves: agenda}
  - {decision: 2, text: {fr: Refusé., en: Refused.}, outcome: rejected}
  - {decision: 3, text: {fr: Peindre en rouge., en: Paint it red.}}
  - follow_up: 1
    text: {fr: Acheter la peinture., en: Buy the paint.}
    owners: [atelier-workshop]
    due: {date: 2031-06-10}
  - follow_up: 2
    text: {fr: Choisir le rouge., en: Choose the red.}
    owners: [paul-modele]
    due: {date: 2031-07-01}
"""
COMING = "meetings/cbf-hc/2031-07-09.yml"
PLANNED = "title: {fr: Réunion de juillet, en: July meeting}\n"


def section(page: Element, name: str) -> str:
    """What a section says under its heading."""
    return page.one("section", **{"aria-labelledby": name}).text


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Element]:
    """The pages of a register in which something is overdue, and something is due soon."""
    return pages_of(tmp_path_factory.mktemp("home"), {SUMMER: HELD, COMING: PLANNED})


def test_home_says_who_is_late_with_what_and_what_is_due_next(pages: dict[str, Element]) -> None:
    late, coming = section(pages["en/"], "overdue"), section(pages["en/"], "next")
    assert "Paint Workshop Buy the paint Overdue by 20 days" in late
    assert "Choose the red" not in late
    assert "July meeting, July 9, 2031 1 follow-up due Choose the red Paul Modèle" in coming
    assert "Buy the paint" not in coming
    assert "Paul Modèle" in section(pages[""], "next")


def test_decisions_that_matter_come_before_approvals_of_agendas(pages: dict[str, Element]) -> None:
    last = section(pages["en/"], "last")
    places = [last.index(words) for words in ("Paint it red", "Agenda adopted", "Refused")]
    assert places == sorted(places)


def test_a_person_answers_for_the_group_that_the_person_belongs_to(
    pages: dict[str, Element],
) -> None:
    owed = section(pages["en/people/paul-modele/"], "owed")
    assert "Owed by name 1" in owed
    assert "As a member: Paint Workshop" in owed
    (options,) = (page.one("datalist") for page in [pages["en/follow-ups/"]])
    keys = {one.text: one.attributes["data-keys"] for one in options.all("option")}
    assert keys["Paul Modèle"] == "paul-modele atelier-workshop"


def test_where_nothing_is_late_or_announced_home_says_so(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, {SUMMER: HELD.replace("2031-06-10", "2031-09-10")})
    assert "None announced." in section(pages["en/"], "next")
    assert "Buy the paint" not in section(pages["en/"], "overdue")


def test_a_body_has_such_a_page_of_its_own_where_there_are_several(
    busy: Site, pages: dict[str, Element]
) -> None:
    for body in ("first-body", "second-body"):
        page = busy.pages[f"en/organizations/{body}/"].root
        other = "first-body" if body == "second-body" else "second-body"
        links = [
            one.attributes["href"]
            for one in page.one("section", **{"aria-labelledby": "last"}).all("a")
        ]
        assert any(f"/{body}/2031-" in link for link in links)
        assert not any(f"/{other}/2031-" in link for link in links)
        figures = page.one("ul", class_="figures").all("a")
        assert all(f"&body={body}" in one.attributes["href"] for one in figures)
    assert pages["en/organizations/cbf-hc/"].all("ul", class_="figures") == []


def test_a_part_without_entries_leaves_the_menu_and_keeps_its_page(busy: Site, site: Site) -> None:
    assert "Glossary" in site.pages["en/"].root.one("nav", id="menu").text
    menu = busy.pages["en/"].root.one("nav", id="menu").text
    assert "Topics" in menu
    assert "Glossary" not in menu
    assert "None yet." in busy.pages["en/glossary/"].text


def test_what_mentions_somebody_is_listed_by_role_the_newest_first_and_folded_after_ten(
    tmp_path: Path,
) -> None:
    spoken = "\n".join(
        f"  - item: {n}\n    title: {{fr: Point, en: Item}}\n"
        f"    narrative: [{{speaker: lea-specimen, text: {{fr: Oui., en: Yes.}}}}]"
        for n in range(1, 13)
    )
    head = "title: {fr: Suite, en: Sequel}\nattendance: {present: [lea-specimen]}\nagenda:\n"
    record = f"{head}{spoken}\n"
    pages = pages_of(tmp_path, {LATER: record})
    mentions = pages["en/people/lea-specimen/"].one("section", **{"aria-labelledby": "mentions"})
    roles = [one.text for one in mentions.all("h3")]
    assert roles == ["Spoke or presented 12", "Attendance 2"]
    folded = mentions.one("details")
    assert folded.one("summary").text == "2 more"
    assert len(folded.all("li")) == 2
    days = [one.text for one in mentions.all("ul")[-1].all("li")]
    assert days[0].startswith("Sequel, June 20, 2031")
    assert len(days) == 2
