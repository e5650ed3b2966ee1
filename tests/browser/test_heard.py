"""What pages are to those who hear them: regions and links, as the browser tells screen readers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, CDPSession, Page
from support.built_site import Site
from support.watched_page import opened

Serve = Callable[[Site], str]


def heard(client: CDPSession, role: str) -> Iterator[tuple[str, str]]:
    """The names of whatever has a role on a page, and where it leads if it is a link."""
    page = client.send("Runtime.evaluate", {"expression": "document"})["result"]["objectId"]
    found = client.send("Accessibility.queryAXTree", {"objectId": page, "role": role})
    for node in found["nodes"]:
        if not node["ignored"]:
            facts = {one["name"]: one["value"].get("value") for one in node["properties"]}
            yield node["name"]["value"], facts.get("url", "")


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(one => (one.open = true))")


@pytest.mark.parametrize("register", ["long-history", "several-bodies", "joint-councils"])
def test_links_of_one_name_on_a_page_lead_to_one_address(
    browser: Browser, served: Serve, site_of: Callable[[str], Site], register: str
) -> None:
    site = site_of(register)
    base = served(site)
    with opened(browser, base) as (page, _):
        client = page.context.new_cdp_session(page)
        for address in site.by_turns("fr", "en"):
            page.goto(base + address)
            unfold(page)
            led: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
            here = f"{base}{address}#"
            for name, url in heard(client, "link"):
                # A page in several languages names a person alike in each of them; and what a
                # thing is called leads to its place on the page, or to the page it has itself.
                there = site.pages.get(url.removeprefix(base).partition("#")[0])
                part = "here" if url.startswith(here) else there.language if there else ""
                led[name, part].add(url)
            assert len(led) > 10
            assert {name: urls for name, urls in led.items() if len(urls) > 1} == {}, address
            assert ("", "") not in led


def test_a_page_has_few_regions(
    browser: Browser, served: Serve, site_of: Callable[[str], Site]
) -> None:
    site = site_of("joint-councils")
    longest = "cm-jc/2019-09-25/"
    base = served(site)
    with opened(browser, base) as (page, _):
        client = page.context.new_cdp_session(page)
        for address in site.of_each_kind("fr"):
            page.goto(base + address)
            unfold(page)
            regions = [name for name, _ in heard(client, "region")]
            assert len(regions) <= (4 if address == longest else 10), address
            assert "" not in regions, address
