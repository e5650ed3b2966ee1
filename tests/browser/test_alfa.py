"""A second opinion on access: Alfa, beside axe, by WCAG at levels A and AA."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Browser
from support import alfa
from support.built_site import Site
from support.watched_page import opened


def test_alfa_finds_nothing_on_any_kind_of_page(
    browser: Browser, served: Callable[[Site], str], site_of: Callable[[str], Site]
) -> None:
    long = site_of("long-history")
    base = served(long)
    with opened(browser, base) as (page, _), alfa.judge() as wrong:
        page.add_init_script(alfa.readers())
        for address in long.by_turns("fr", "en"):
            page.goto(base + address)
            page.evaluate("document.querySelectorAll('details').forEach(one => (one.open = true))")
            assert wrong(page) == [], address
