"""States are told where they say something, once, in words that mean one thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.built_site import Site

LISTS = {"decisions/": "fr", "suivis/": "fr", "en/decisions/": "en", "en/follow-ups/": "en"}
DRAFTS = {
    "fr": "Comptes rendus provisoires, pas encore approuvés :",
    "en": "Draft records, not approved yet:",
}


@pytest.mark.parametrize("address", LISTS)
def test_a_list_says_once_which_records_are_drafts(
    address: str, site_of: Callable[[str], Site]
) -> None:
    page = site_of("long-history").pages[address].content
    assert page.all(class_="state--draft") == []
    (said,) = (one for one in page.all("p") if one.text.startswith(DRAFTS[LISTS[address]]))
    assert [link.attributes["href"].split("/")[-2] for link in said.all("a")] == [
        "2034-05-08",
        "2034-03-13",
        "2033-09-19",
    ]


def test_the_page_of_an_outcome_says_once_that_its_record_is_a_draft(
    site_of: Callable[[str], Site],
) -> None:
    page = site_of("long-history").pages["en/cgp-lkc/2034-05-08/decision-2/"].content
    assert len(page.all(class_="state--draft")) == 1


def test_open_is_what_is_not_closed_and_what_nobody_began_is_not_started(
    site_of: Callable[[str], Site],
) -> None:
    pages = site_of("long-history").pages
    assert {one.text for one in pages["suivis/"].content.all(class_="state--open")} == {
        "Pas commencé"
    }
    assert {one.text for one in pages["en/follow-ups/"].content.all(class_="state--open")} == {
        "Not started"
    }
    choices = pages["en/follow-ups/"].content.one("select", name="state").all("option")
    assert [one.text for one in choices][:4] == ["All", "Open", "Overdue", "Not started"]
