"""A list that is too long for its index has its earlier years on pages of their own."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest
from support.built_site import SITE_URL, Page, Site
from support.projects import BuiltOnce, copy_project

LISTS = {"": ("decisions/", "suivis/"), "en/": ("decisions/", "follow-ups/")}


@pytest.fixture(scope="module")
def split(built_once: BuiltOnce) -> Site:
    """The site of a register whose indexes have room for a few rows."""

    def prepare(project: Path) -> None:
        copy_project("long-history", project)
        code = project / "hooks" / "releve" / "register" / "lists.py"
        text = code.read_text()
        assert "LONG = 3000" in text
        code.write_text(text.replace("LONG = 3000", "LONG = 15"))

    return built_once("split", prepare)[0]


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


@pytest.mark.parametrize(("home", "search"), [("", "recherche/"), ("en/", "en/search/")])
def test_what_is_in_force_is_counted_by_a_search_where_no_list_holds_it_all(
    split: Site, home: str, search: str
) -> None:
    figures = split.pages[home].content.one("ul", class_="figures").all("a")
    leads_to = [urljoin(split.pages[home].url, figure.attributes["href"]) for figure in figures]
    assert f"{SITE_URL}{search}?kind=decision&state=in-force" in leads_to
