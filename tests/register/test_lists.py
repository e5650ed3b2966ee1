"""A list that is too long for a page has the others of its years on pages of their own."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from support.built_site import SITE_URL, Page, Site

from releve.pages.sorting import sort_key, surname_first, without_article
from releve.register import lists

LISTS = {"": ("decisions/", "suivis/"), "en/": ("decisions/", "follow-ups/")}


def rows(page: Page) -> list[str]:
    """Where the rows of a page's lists lead to."""
    return [
        row.one("th").all("a")[0].attributes["href"].lstrip("./")
        for row in page.content.all("tr")
        if "data-state" in row.attributes
    ]


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize("place", [0, 1])
def test_each_row_stands_on_the_index_or_on_the_page_of_one_earlier_year(
    split: Site, site_of: object, prefix: str, place: int
) -> None:
    index = prefix + LISTS[prefix][place]
    years = [address for address in split.pages if address.startswith(index) and address != index]
    here = rows(split.pages[index])
    earlier = [row for address in sorted(years, reverse=True) for row in rows(split.pages[address])]
    whole = rows(site_of("long-history").pages[index])  # type: ignore[operator]
    assert len(years) > 1
    assert 0 < len(here) < len(whole)
    assert here + earlier == whole


@pytest.mark.parametrize("index", ["suivis/", "en/follow-ups/"])
def test_what_is_open_stays_on_the_index(split: Site, index: str) -> None:
    for address, page in split.pages.items():
        if address.startswith(index):
            states = [
                row.attributes["data-state"]
                for row in page.content.all("tr")
                if "data-state" in row.attributes
            ]
            open_ones = sum("unclosed" in state for state in states)
            assert open_ones == (13 if address == index else 0)


@pytest.mark.parametrize(
    ("index", "year", "title"),
    [
        ("decisions/", "2032", "Décisions de 2032"),
        ("en/decisions/", "2032", "Decisions of 2032"),
        ("suivis/", "2032", "Suivis clos en 2032"),
        ("en/follow-ups/", "2032", "Follow-ups closed in 2032"),
    ],
)
def test_an_index_leads_to_each_earlier_year_and_that_back_and_to_its_twins(
    split: Site, index: str, year: str, title: str
) -> None:
    page = split.pages[f"{index}{year}/"]
    assert page.content.one("h1").text == title
    assert SITE_URL + index in {url for _, url in page.links()}
    assert page.url in {url for _, url in split.pages[index].links()}
    twins = [link for link in page.root.all("link") if "hreflang" in link.attributes]
    assert len(twins) == 4, "three languages and the default"
    assert all(split.leads_somewhere(twin.attributes["href"]) for twin in twins)


def test_every_link_leads_somewhere_where_lists_are_split(split: Site) -> None:
    broken = {
        (page.address, url)
        for page in split.pages.values()
        for _, url in page.links()
        if url.startswith(SITE_URL) and not split.leads_somewhere(url.partition("?")[0])
    }
    assert broken == set()


# --- how lists are cut into pages, and put in order ---------------------------------------------


def sizes(weights: list[tuple[int | None, int]]) -> dict[str, int]:
    """How many rows each page has, of rows that each have a year and letters in a text."""
    rows = [
        SimpleNamespace(year=year, data=SimpleNamespace(text={"fr": "x" * letters}))
        for year, letters in weights
    ]
    return {part.name: len(part.rows) for part in lists.split(rows, lambda row: row.year)}


def test_whole_years_stand_on_the_index_while_there_is_room() -> None:
    year = lists.ROOM // 500  # rows of 250 letters fill a page
    assert sizes([(2032, 250)] * (year - 1) + [(2031, 250)]) == {"": year}
    assert sizes([(2032, 250)] * (year - 1) + [(2031, 250)] * 2) == {"": year - 1, "2031": 2}
    assert sizes([(2032, 250)] * (year + 1)) == {"": year, "2032-2": 1}
    assert sizes([]) == {"": 0}


def test_a_year_that_fills_a_page_goes_on_on_others_and_so_does_what_is_open() -> None:
    page = lists.ROOM // 500
    cut = sizes([(None, 250)] * (page + 2) + [(2032, 250)] * (page * 2 + 1) + [(2030, 9)])
    assert cut == {"": page, "2": 2, "2032": page, "2032-2": page, "2032-3": 1, "2030": 1}


def test_a_text_longer_than_a_page_has_one_of_its_own() -> None:
    assert sizes([(2032, 9), (2032, lists.ROOM * 2), (2032, 9)]) == {
        "": 1,
        "2032-2": 1,
        "2032-3": 1,
    }


def test_names_are_sorted_as_people_read_them() -> None:
    read = ["Ébauche", "« Étoile »", "Œuvre", "Rule 9", "Rule 9.10", "Rule 10", "Zone"]
    typed = [*read[3:], *read[:3]]
    assert sorted(typed, key=sort_key) == read
    people = [
        "Zoé Arès",
        "Jean de la Fontaine",
        "Anne-Marie La Rue",
        "Office of the Clerk",
        "Madonna",
    ]
    assert sorted(people, key=lambda name: sort_key(surname_first(name))) == [
        "Zoé Arès",
        "Jean de la Fontaine",
        "Anne-Marie La Rue",
        "Madonna",
        "Office of the Clerk",
    ]
    assert without_article("L’énergie", "fr") == "énergie"
    assert without_article("The energy", "en-CA") == "energy"
    assert without_article("The energy", "fr") == "The energy"
