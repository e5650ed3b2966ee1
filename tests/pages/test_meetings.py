"""What the format can say of meetings: held, to come, or neither."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

from support.built_site import Site
from support.projects import Build
from support.small_register import SUMMER
from support.small_site import pages_of

RECORD = "en/conseil-exemple/2031-03-04/"
PYTHON_PATH = {**os.environ, "PYTHONPATH": "hooks"}
SiteOf = Callable[[str], Site]


def test_the_record_shows_what_was_said_and_who_presented(several: Site) -> None:
    item = several.pages[RECORD].root.one(id="item-1")
    presented = item.one("p", class_="presenters").text
    assert presented.endswith("Ben Modèle, Chair, Example Council (EXC)")
    assert "Discussion Ben Modèle Three bridges were to be rebuilt:" in item.text
    assert len(item.one("div", class_="discussion").all("ol")[0].all("li")) == 2
    replies = item.one("div", class_="entry__replies")
    assert replies.text.startswith("Example Council (EXC) The QPL provides for it")
    whole = several.pages[RECORD].text
    assert "The meeting came to order." in whole
    assert "The meeting was closed." in whole
    assert "Note 1 Added after the meeting." in whole
    assert "Obtain an estimate. Write to the companies. Compare the prices." in whole


def test_a_document_without_an_address_is_said_not_to_be_published(several: Site) -> None:
    documents = several.pages[RECORD].root.one(id="item-1").one("p", class_="documents")
    (link,) = documents.all("a")
    assert link.attributes["href"] == "https://documents.example/plan.pdf"
    assert link.attributes["hreflang"] == "fr"
    assert link.text == "Tab 1A, Plan of the bridges"
    assert documents.text.endswith("Note never published (not published here)")


def test_withheld_and_deferred_items_say_why(several: Site) -> None:
    root = several.pages[RECORD].root
    assert root.one(id="item-2").text.endswith(
        "Not published Information of a third party. May be published from January 1, 2041"
    )
    assert root.one(id="item-3").text.endswith(
        "Deferred to: May meeting, May 6, 2031 For want of time."
    )


def test_an_item_without_an_outcome_says_so_where_the_record_does(several: Site) -> None:
    item = several.pages[RECORD].root.one(id="item-4a")
    assert item.one("p", class_="no-outcome").text
    assert several.pages[RECORD].root.all("p", class_="no-outcome") == item.all(
        "p", class_="no-outcome"
    )


def test_a_meeting_to_come_shows_its_agenda_and_nothing_that_has_not_happened(
    several: Site,
) -> None:
    page = several.pages["en/conseil-exemple/2031-09-10/"]
    assert "Upcoming" in page.text
    assert "1. Draft budget" in page.text
    assert "10:00 a.m., Eastern Daylight" in page.text
    assert "Measure the tunnel again." in page.text, "a follow-up due there"
    not_yet = [
        "Secret opening",
        "Secret closing",
        "secrète",
        "not yet spoken",
        "pas encore tenus",
        "not yet made",
        "pas encore prise",
        "not yet agreed",
        "pas encore convenu",
        "pas encore faite",
        "Report still to come",
        "Rapport encore à venir",
        "12:45",
        "12 h 45",
    ]
    told = {
        (address, words)
        for address, content in several.bytes().items()
        for words in not_yet
        if words.encode() in content
    }
    assert told == set()
    assert not any(
        "2031-09-10/" in address[:-1] for address in several.pages if "decision" in address
    )
    lit = several.pages["en/conseil-exemple/2031-05-06-2/decision-1/"]
    assert lit.content.all("div", class_="states")[0].text.startswith("In force")


def test_cancelled_and_postponed_meetings_say_so(several: Site) -> None:
    cancelled = several.pages["en/groupe-imagine/2031-05-06/"].text
    assert "This meeting was cancelled. May 5, 2031 Snow storm." in cancelled
    postponed = several.pages["en/groupe-imagine/2031-06-03/"]
    words = "This meeting was postponed to: Replacement meeting, September 9, 2031"
    assert words in postponed.text
    listed = several.pages["en/meetings/"].text
    assert "May 6, 2031 Called-off meeting Imagined Group Cancelled" in listed
    assert "June 3, 2031 Moved meeting Imagined Group Postponed" in listed


def test_a_meeting_that_was_not_held_is_not_said_to_lack_a_record(several: Site) -> None:
    for address in ("en/groupe-imagine/2031-05-06/", "en/groupe-imagine/2031-06-03/"):
        assert "does not hold the record" not in several.pages[address].text


def test_meetings_of_several_bodies_on_one_day_each_have_their_own_pages(several: Site) -> None:
    words = {
        "en/conseil-exemple/2031-05-06/decision-1/": "The record is approved.",
        "en/conseil-exemple/2031-05-06-2/decision-1/": "The lighthouse is lit.",
        "en/comite-fictif/2031-05-06/decision-1/": "The lighthouses are counted.",
    }
    for address, said in words.items():
        assert several.pages[address].content.one("h1").text == said
    assert "en/groupe-imagine/2031-05-06/" in several.pages


def test_a_reference_leads_to_its_target_and_the_target_leads_back(several: Site) -> None:
    source = several.pages["en/comite-fictif/2031-05-06/"]
    target = several.pages["en/conseil-exemple/2031-05-06-2/decision-1/"]
    links = {urljoin(source.url, link.attributes["href"]) for link in source.content.all("a")}
    assert target.url in links
    assert "Mentioned in Item 1, Lighthouses" in target.text
    back = {urljoin(target.url, link.attributes["href"]) for link in target.content.all("a")}
    assert f"{source.url}#item-1" in back


def test_a_link_to_a_passage_stays_when_another_is_added_above(
    site_of: SiteOf, project: Callable[[str], Path], build: Build
) -> None:
    before = site_of("several-bodies").pages[RECORD].root
    (spoken,) = (one for one in before.all(class_="entry") if "Three bridges" in one.text[:60])
    root = project("several-bodies")
    path = root / "data/meetings/conseil-exemple/2031-03-04.yml"
    above = "narrative:\n      - {text: {fr: Ajout., en: Added.}}\n"
    path.write_text(path.read_text("utf-8").replace("narrative:\n", above, 1), "utf-8")
    (root / "data/seals.yml").unlink()
    subprocess.run([sys.executable, "-m", "releve", "seal"], cwd=root, env=PYTHON_PATH, check=True)
    assert build(root).returncode == 0
    after = Site(root).pages[RECORD].root.one(id=spoken.attributes["id"])
    assert "Three bridges" in after.text


def test_an_acronym_is_explained_once_in_each_text(several: Site) -> None:
    replies = several.pages[RECORD].root.one(id="item-1").one("div", class_="entry__replies")
    assert replies.text.count("QPL") == 2
    (explained,) = replies.all("abbr")
    assert (explained.text, explained.attributes["title"]) == ("QPL", "Quay plan")


def test_an_item_put_off_without_a_date_stays_on_draft_agendas_until_another_goes_on_with_it(
    tmp_path: Path,
) -> None:
    put_off = (
        SUMMER_TITLE
        + """\
agenda: [{item: 1, title: {fr: Enseigne, en: Sign}, deferred_to: later}]
"""
    )
    planned = "meetings/cbf-hc/2031-07-08.yml"
    goes_on = (
        SUMMER_TITLE
        + """\
agenda: [{item: 4, title: {fr: Enseigne, en: Sign}, continues: cbf-hc/2031-06-04#item-1}]
"""
    )
    for name, after, listed in (("open", SUMMER_TITLE, True), ("taken up", goes_on, False)):
        changes = {SUMMER: put_off, "meetings/cbf-hc/2031-06-20.yml": after, planned: SUMMER_TITLE}
        agenda = pages_of(tmp_path / name, changes)["en/cbf-hc/2031-07-08/"]
        said = agenda.one(class_="draft-agenda").text
        assert ("Items deferred without a date Item 1, Sign" in said) == listed


SUMMER_TITLE = "title: {fr: Réunion, en: Meeting}\n"
