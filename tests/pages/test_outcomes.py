"""What the format can say of decisions and follow-ups, on their pages and on the record's."""

from __future__ import annotations

import pytest
from support.built_site import Element, Page, Site

RECORD = "en/conseil-exemple/2031-03-04/"


@pytest.mark.parametrize(
    ("number", "state"),
    [
        (1, "In force"),
        (3, "Not yet in force"),
        (4, "Expired"),
        (5, "Superseded"),
        (6, "In force, amended"),
        (7, "Rescinded"),
        (8, "Rejected"),
        (9, "Deferred"),
        (10, "Noted"),
        (11, "In force In principle"),
    ],
)
def test_a_decision_tells_its_state_on_each_page_that_shows_it(
    several: Site, number: int, state: str
) -> None:
    page = several.pages[f"{RECORD}decision-{number}/"]
    shown = page.content.all("div", class_="states")[0].all("span", class_="state")
    assert " ".join(chip.text for chip in shown) == state
    record = several.pages[RECORD].root.one(id=f"decision-{number}")
    assert record.one("p", class_="states").text == state
    listed = several.pages["en/decisions/"].content.all("tr")
    rows = [row.text for row in listed if row.all("a")[:1] and links_to(row, page)]
    assert len(rows) == 1
    assert rows[0].endswith(state)


def links_to(element: Element, page: Page) -> bool:
    """Whether an element's first link ends as the address of a page does."""
    end = page.address.removeprefix("en/")
    return element.all("a")[0].attributes["href"].endswith(end)


@pytest.mark.parametrize(
    ("page", "facts"),
    [
        (
            "decision-1",
            {
                "Moved by": "Ada Exemple",
                "Seconded by": "Secretary, EXC",
                "For": "7",
                "Against": "2",
                "Abstained": "0",
            },
        ),
        (
            "decision-2",
            {
                "For": "2 — Ada Exemple, Ben Modèle",
                "Against": "1 — Cléo Ancienne",
                "Abstained": "1 — Fable Committee",
            },
        ),
        ("decision-3", {"Vote": "By consensus", "Takes effect": "September 1, 2031"}),
        ("decision-4", {"Vote": "Unanimous", "Expires": "May 31, 2031"}),
        (
            "follow-up-1",
            {
                "Owner": "Ada Exemple, Invented Department, Secretary, Example Council (EXC)",
                "Due": "May meeting, May 6, 2031",
                "Arises from": "North bridge Decision 1 of March 4, 2031 (EXC)",
            },
        ),
        (
            "follow-up-2",
            {
                "Owner": "Fable Committee",
                "Due": "January 15, 2032 moved from December 1, 2031",
                "Age": "3 months",
            },
        ),
        ("follow-up-5", {"Owner": "Not named in the record", "Due": "April 15, 2031"}),
        (
            "",
            {
                "Body": "Example Council (EXC)",
                "Format": "In person and online",
                "Place": "Invented City",
                "Starts": "9:00 a.m., Central Standard Time",
                "Adjourned": "4:35 p.m., Central Standard Time",
                "Chaired by": "Ada Exemple",
                "Record approved by": "The record is approved Decision 1 of May 6, 2031 (EXC)",
                "Present": "Ada Exemple, Ben Modèle",
                "Regrets": "Cléo Ancienne",
                "Observers": "Eve Invitée (Invented Department)",
                "Presenters": "Fay Passante",
            },
        ),
    ],
)
def test_a_page_of_the_record_states_the_facts(
    several: Site, page: str, facts: dict[str, str]
) -> None:
    content = several.pages[f"{RECORD}{page}/" if page else RECORD].content
    stated: dict[str, str] = {}
    for listed in content.all("dl", class_="facts"):
        for pair in listed.all("div"):
            stated.setdefault(pair.one("dt").text, pair.one("dd").text)
    assert {name: stated.get(name) for name in facts} == facts


@pytest.mark.parametrize(
    ("page", "facts"),
    [
        ("2031-05-06/decision-1", "Approves the record of March meeting, March 4, 2031"),
        (
            "2031-05-06/decision-3",
            "Supersedes The east bridge closes Decision 5 of March 4, 2031 (EXC)",
        ),
        (
            "2031-05-06/decision-4",
            "Amends The west bridge closes Decision 6 of March 4, 2031 (EXC)",
        ),
        ("2031-05-06/decision-5", "Rescinds The ferries stop Decision 7 of March 4, 2031 (EXC)"),
        (
            "2031-05-06/decision-6",
            "Appoints Dan Échantillon, Secretary, Example Council (EXC) replaces Ben Modèle",
        ),
    ],
)
def test_a_decision_says_what_it_does_to_others(several: Site, page: str, facts: str) -> None:
    assert facts in several.pages[f"en/conseil-exemple/{page}/"].text


def test_a_decision_says_at_once_who_owes_what_because_of_it(several: Site) -> None:
    content = several.pages[f"{RECORD}decision-1/"].content
    assert content.one("div", class_="states").text == "In force 1 of 1 follow-up closed"
    assert content.one("section", class_="duties").text == (
        "Follow-ups that arise from it North estimate Follow-up 1 Done Obtain an estimate. "
        "Write to the companies. Compare the prices. "
        "Owner Ada Exemple, Invented Department, Secretary, Example Council (EXC) "
        "Due May meeting, May 6, 2031"
    )
    none = several.pages[f"{RECORD}decision-2/"].content
    assert "The record ties no follow-up to it." in none.text


@pytest.mark.parametrize(
    ("number", "states", "reports"),
    [
        (
            1,
            "Done",
            "Due: May meeting, May 6, 2031 "
            "April 2, 2031 In progress Two estimates were received. "
            "May 6, 2031 Done May meeting, May 6, 2031 The estimate was chosen.",
        ),
        (
            2,
            "In progress",
            "Due: December 1, 2031 May 6, 2031 In progress The paint is drying. "
            "Due date moved to: January 15, 2032",
        ),
        (3, "Dropped", "May 6, 2031 Dropped The ferries sank."),
        (
            4,
            "Carried over",
            "May 6, 2031 Carried over Continued by: Measure the tunnel again "
            "Follow-up 1 of May 6, 2031 (EXC) Not started",
        ),
        (
            5,
            "Not started Overdue by 2 months",
            "Due: April 15, 2031 Nothing has been reported on it yet.",
        ),
    ],
)
def test_a_follow_up_tells_where_it_stands_and_what_was_reported(
    several: Site, number: int, states: str, reports: str
) -> None:
    page = several.pages[f"{RECORD}follow-up-{number}/"]
    assert page.content.all("div", class_="states")[0].text == states
    (section,) = (
        element
        for element in page.content.all("section")
        if element.attributes.get("aria-labelledby") == "life"
    )
    agreed = "What became of it March 4, 2031 Agreed, March meeting, March 4, 2031"
    assert section.text.startswith(agreed)
    assert section.text.endswith(f" {reports}")
    outcome = several.pages[RECORD].root.one(id=f"follow-up-{number}")
    assert outcome.one("p", class_="states").text == states


def test_a_follow_up_is_found_with_each_of_its_owners(several: Site) -> None:
    for address in (
        "en/people/ada-exemple/",
        "en/organizations/ministere-invente/",
        "en/organizations/conseil-exemple/",
        "en/people/dan-echantillon/",
    ):
        assert "Obtain an estimate." in several.pages[address].text, address
    assert "Obtain an estimate." not in several.pages["en/people/cleo-specimen/"].text


def test_a_correction_stands_beside_the_words_that_stay(several: Site) -> None:
    for address in (f"{RECORD}decision-2/", RECORD):
        root = several.pages[address].root
        note = next(
            one for one in root.all("aside", class_="correction") if "Substantive" in one.text
        )
        assert note.text == (
            "Substantive correction The record says: south bridge. "
            "It should say: southeast bridge. The bridge was misnamed. "
            "Corrected on May 6, 2031 "
            "Authorized by: The correction is allowed Decision 2 of May 6, 2031 (EXC)"
        )
        assert "The south bridge is rebuilt." in root.text
    note = several.pages[RECORD].root.one(id="item-4a").one("aside", class_="correction")
    assert "Typographical correction The record says: Nothing to say." in note.text


def test_an_appointment_ends_the_office_of_whoever_is_replaced(several: Site) -> None:
    people = several.pages["en/people/"].text
    assert "Dan Échantillon Secretary, Example Council (EXC)" in people
    assert people.count("Secretary") == 1
    organization = several.pages["en/organizations/conseil-exemple/"].text
    assert (
        "Secretary Dan Échantillon since May 6, 2031 (decision 6) "
        "Before: Ben Modèle from January 1, 2029 to December 31, 2030" in organization
    )
