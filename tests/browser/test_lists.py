"""Lists on several pages are narrowed as one; what an address opens does not move."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect
from support.built_site import Site
from support.watched_page import opened

Serve = Callable[[Site], str]
SHIFTS = """
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) window.shift = (window.shift ?? 0) + one.value;
}).observe({ type: "layout-shift", buffered: true });
"""


def names(page: Page) -> list[str]:
    """Where the rows that can be seen lead to, from the root of the site."""
    links = page.locator(".rows tbody tr[data-state]:visible th > a")
    return links.evaluate_all("links => links.map((link) => link.href)")


@pytest.mark.parametrize("asked", ["state=done", "q=les", "order=oldest", "year=2033"])
@pytest.mark.parametrize("address", ["suivis/", "suivis/2032/"])
def test_the_filter_looks_through_all_pages_of_a_list(
    browser: Browser,
    served: Serve,
    split: Site,
    site_of: Callable[[str], Site],
    address: str,
    asked: str,
) -> None:
    whole, parts = served(site_of("long-history")), served(split)
    with opened(browser, whole) as (page, _):
        page.goto(f"{whole}suivis/?{asked}")
        expected = [one.removeprefix(whole) for one in names(page)]
    with opened(browser, parts) as (page, watch):
        page.goto(f"{parts}{address}?{asked}")
        expect(page.locator(".rows tbody tr[data-state]:visible")).to_have_count(len(expected))
        assert [one.removeprefix(parts) for one in names(page)] == expected
        page.locator("[type=reset]").click()
        expect(page).to_have_url(parts + address)
        assert len(names(page)) == split.pages[address].html.count("data-state")
        assert watch.faults == []


def test_where_other_pages_cannot_be_read_the_list_says_so(
    browser: Browser, served: Serve, split: Site
) -> None:
    base = served(split)
    with opened(browser, base) as (page, _):
        page.route(f"{base}en/follow-ups/2032/", lambda route: route.fulfill(status=404))
        page.goto(f"{base}en/follow-ups/?state=done")
        expect(page.locator(".filters__missing")).to_be_visible()


def test_a_list_in_which_nothing_matches_says_so_and_shows_all_again(
    browser: Browser, served: Serve, site_of: Callable[[str], Site]
) -> None:
    base = served(site_of("long-history"))
    with opened(browser, base) as (page, watch):
        page.goto(f"{base}en/follow-ups/?q=zzzz")
        expect(page.locator(".rows")).to_be_hidden()
        none = page.locator(".no-match")
        expect(none).to_contain_text("Nothing in this list matches.")
        none.get_by_role("button", name="Show all").click()
        expect(none).to_be_hidden()
        expect(page.locator(".rows")).to_be_visible()
        assert watch.faults == []


def test_the_owner_filter_takes_the_name_of_a_person_for_the_office_that_the_person_holds(
    browser: Browser, served: Serve, site_of: Callable[[str], Site]
) -> None:
    base = served(site_of("long-history"))
    with opened(browser, base) as (page, _):
        page.goto(f"{base}en/people/felix-cumulus/")
        owed = names(page)
        page.goto(f"{base}en/follow-ups/?state=unclosed")
        page.locator("[name=owner]").fill("felix cumulus")
        assert set(owed) & set(names(page))
        expect(page).to_have_url(re.compile(r"owner=felix-cumulus"))
        assert len(names(page)) == int(page.locator(".rows__count").first.inner_text())
        page.goto(f"{base}en/follow-ups/?owner=felix-cumulus")
        expect(page.locator("[name=owner]")).to_have_value("Félix Cumulus")


@pytest.mark.parametrize(
    "viewport", [{"width": 320, "height": 640}, {"width": 1280, "height": 800}]
)
@pytest.mark.parametrize("address", ["suivis/", "reunions/", "en/decisions/", "en/follow-ups/"])
def test_the_filter_leaves_room_for_a_row_and_nothing_moves(
    browser: Browser,
    served: Serve,
    site_of: Callable[[str], Site],
    viewport: dict[str, int],
    address: str,
) -> None:
    base = served(site_of("long-history"))
    with opened(browser, base, viewport=viewport) as (page, _):
        page.goto(base + address)
        expect(page.locator(".rows tbody tr[data-day]").first).to_be_in_viewport()
        if viewport["width"] == 1280:
            fields = page.locator(
                ".filters > label > :is(input, select), .filters > details, .filters output"
            )
            tops = fields.evaluate_all(
                "all => all.map((one) => one.getBoundingClientRect().bottom)"
            )
            assert max(tops) - min(tops) < 24, "They stand on one line."
        page.add_init_script(SHIFTS)
        page.goto(f"{base}{address}?q=es&year=2033")
        page.wait_for_timeout(300)
        assert page.evaluate("window.shift ?? 0") <= 0.02
