"""Addresses that ask a list or the search for what it does not have."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect
from support.built_site import Site
from support.projects import HOSTILE_WORDS
from support.watched_page import opened

Serve = Callable[[Site], str]
WANTED = ["gone", *HOSTILE_WORDS[:3], "__proto__", "constructor"]


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        ("en/follow-ups/", ["state", "due", "closed", "year", "order"]),
        ("en/decisions/", ["state", "year", "order"]),
        ("en/search/", ["kind", "state", "year", "topic", "organization"]),
    ],
)
def test_a_choice_that_does_not_exist_is_left_out_and_the_page_says_so(
    browser: Browser,
    served: Serve,
    site_of: Callable[[str], Site],
    address: str,
    fields: list[str],
) -> None:
    base = served(site_of("long-history"))
    with opened(browser, base) as (page, watch):
        page.goto(base + address)
        said = page.locator(".filters__unknown")
        expect(said).to_be_hidden()
        whole = page.locator(".rows tbody tr:visible").count()
        for field in fields:
            for value in WANTED:
                page.goto(f"{base}{address}?{field}={quote(value)}")
                expect(said).to_be_visible()
                expect(page).to_have_url(base + address)
                assert page.locator(".rows tbody tr:visible").count() == whole
        page.locator("[type=reset]").click()
        expect(said).to_be_hidden()
        assert page.evaluate("window.alerts") == []
        assert watch.faults == []


@pytest.mark.parametrize("address", ["en/follow-ups/", "en/decisions/", "en/search/"])
def test_hostile_words_in_an_address_do_no_harm_and_can_be_cleared(
    browser: Browser, served: Serve, site_of: Callable[[str], Site], address: str
) -> None:
    base = served(site_of("long-history"))
    with opened(browser, base) as (page, watch):
        for words in HOSTILE_WORDS[:3]:
            page.goto(f"{base}{address}?q={quote(words)}&gone=1&state=")
            expect(page.locator(".filters__unknown")).to_be_hidden()
            expect(page.locator("output")).to_have_text(re.compile(r"0 of|Results|Nothing"))
            page.locator("[type=reset]").click()
            expect(page).to_have_url(base + address)
        assert page.evaluate("window.alerts") == []
        assert watch.faults == []
