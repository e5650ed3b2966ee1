"""Whoever writes with the site open sees there what is wrong, and when it is mended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, expect
from support.server import PATIENCE, page_of, serving, until
from support.watched_page import opened

SOON = PATIENCE * 1000
"""Milliseconds after which nothing more is expected: no measure of speed."""


def test_an_error_shows_over_the_last_good_page_and_goes_once_it_is_mended(
    project: Callable[[str], Path], browser: Browser
) -> None:
    folder = project("small")
    register = folder / "data" / "register.yml"
    good = register.read_text("utf-8")
    with serving(folder) as (home, _):
        until(lambda: "<h1>" in page_of(home), "the first page")
        with opened(browser, home, viewport={"width": 320, "height": 640}) as (page, watch):
            page.goto(f"{home}cbf-hc/2031-02-05/decision-1/")
            bar, words = page.get_by_role("alert"), page.locator("article h1")
            before = words.inner_text()
            expect(bar).to_have_count(0)
            register.write_text(f"{good}colour: <b onclick=alert(1)>blue</b>\n", "utf-8")
            expect(bar).to_contain_text(
                f"data/register.yml:{good.count(chr(10)) + 1}:1: error:", timeout=SOON
            )
            expect(bar).to_contain_text("unknown field `colour`")
            expect(bar.locator("b")).to_have_count(0)
            assert words.inner_text() == before
            assert page.evaluate("document.documentElement.scrollWidth") <= 320
            register.write_text(good, "utf-8")
            expect(bar).to_have_count(0, timeout=SOON)
            assert words.inner_text() == before
            assert watch.faults == []
