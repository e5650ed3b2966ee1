"""What pages say of follow-ups: when they are due, in parts, by whom, and who reviewed them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support.built_site import Site
from support.small_register import LATER, REPORTS, SUMMER
from support.small_site import pages_of

RECORD = "en/cgp-lkc/2034-05-08/"


@pytest.fixture
def long_history(site_of: Callable[[str], Site]) -> Site:
    """The site of the register with follow-ups of every kind."""
    return site_of("long-history")


@pytest.mark.parametrize(
    ("number", "due"),
    [
        (
            3,
            "June 2034 also due: Next meeting: Autumn meeting of the Council, "
            "September 11, 2034; 4th quarter 2034; 2035",
        ),
        (4, "before the first snow"),
        (5, "Next meeting: Autumn meeting of the Council, September 11, 2034"),
    ],
)
def test_a_follow_up_is_due_when_the_record_says(long_history: Site, number: int, due: str) -> None:
    facts = long_history.pages[f"{RECORD}follow-up-{number}/"].content.all("dl", class_="facts")
    assert facts[0].text.endswith(f"Due {due}")


def test_a_follow_up_in_parts_says_them_without_words_for_the_whole(long_history: Site) -> None:
    parts = "Read the plan again. Tell the seals."
    for address in (f"{RECORD}follow-up-5/", RECORD, "en/follow-ups/"):
        assert parts in long_history.pages[address].text, address


def test_whoever_has_no_entry_is_named_and_has_no_link(long_history: Site) -> None:
    facts = long_history.pages[f"{RECORD}follow-up-4/"].content.all("dl", class_="facts")[0]
    owners = (
        "Toutes les équipes, Lighthouse Keepers Council (LKC), Friends of Seals (Lens Workshop)"
    )
    assert f"Owner {owners}" in facts.text
    linked = [link.text for link in facts.all("a")]
    assert linked == ["Lighthouse Keepers Council (LKC)", "Lens Workshop"]


def test_a_speaker_is_told_in_the_words_of_the_record(long_history: Site) -> None:
    speakers = [
        one.text for one in long_history.pages[RECORD].content.all("p", class_="entry__speaker")
    ]
    assert speakers == ["Perle Lanterne", "Several members", "Zoé Écume (CFC)"]


def test_what_a_meeting_reviewed_stands_under_the_item_of_its_record(long_history: Site) -> None:
    item = long_history.pages[RECORD].content.one(id="item-4")
    reviewed = item.one("section", class_="reviewed").text
    assert "Make an eyelid for each lamp Follow-up 2 of May 9, 2033 (LKC) Done" in reviewed
    assert "Half of the horns are counted; see follow-up 1." in reviewed


def test_an_item_put_off_to_a_later_meeting_says_so(long_history: Site) -> None:
    item = long_history.pages[RECORD].content.one(id="item-5")
    assert item.one("div", class_="deferred").text == "Deferred to a later meeting. It has melted."


def test_a_decision_takes_effect_and_expires_when_the_record_says(long_history: Site) -> None:
    text = long_history.pages[f"{RECORD}decision-3/"].content.text
    assert "Takes effect April 2035 Expires 2036" in text
    assert "April 2035 Takes effect" in text
    assert "2036 Last day in force" in text


def test_a_meeting_tells_that_nothing_was_open_only_where_the_register_goes_back_before_it(
    tmp_path: Path,
) -> None:
    done = "reports: [{date: 2031-05-01, status: done}]\n"
    pages = pages_of(
        tmp_path,
        {
            REPORTS: done,
            "follow-ups/cbf-hc/2031-04-02-2A.yml": done,
            LATER: "title: {fr: Suite, en: Sequel}\n",
        },
        "2031-06-20",
    )
    said = {
        day: pages[f"en/cbf-hc/{day}/follow-ups/"].one("p", class_="empty").text
        for day in ("2031-02-05", "2031-06-20")
    }
    assert said == {
        "2031-02-05": "There is no follow-up to list before this meeting: the register holds none "
        "from before it.",
        "2031-06-20": "No follow-up was open before this meeting.",
    }


def test_the_list_can_be_narrowed_to_an_owner_without_an_entry(tmp_path: Path) -> None:
    record = """\
title: {fr: Réunion d'été, en: Summer meeting}
outcomes:
  - follow_up: 1
    text: {fr: Répondre., en: Answer.}
    owners: ["All client teams", paul-modele]
  - follow_up: 2
    text: {fr: Répondre encore., en: Answer again.}
    owners: [{said: {fr: Plusieurs membres, en: Several members}}, {name: All client teams}]
"""
    pages = pages_of(tmp_path, {SUMMER: record})
    for address, said in (("en/follow-ups/", "Several members"), ("suivis/", "Plusieurs membres")):
        page = pages[address]
        options = {
            one.text: one.attributes["data-key"] for one in page.one("datalist").all("option")
        }
        rows = {
            one.attributes["data-owner"] for one in page.all("tr") if "data-owner" in one.attributes
        }
        assert f"{options['All client teams']} paul-modele" in rows
        assert f"{options[said]} {options['All client teams']}" in rows
        assert all(" " not in value for value in options.values())
