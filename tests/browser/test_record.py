"""The record of a meeting in a browser: each link lands, and what was chosen can be sent."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect
from support.built_site import Site
from support.watched_page import opened

Serve = Callable[[Site], str]
RECORD = "cm-jc/2019-09-25/"
DESK = {"width": 1280, "height": 900}
LOW = {"width": 1440, "height": 600}
OUTCOMES = ".outcome[id]"


# --- links land --------------------------------------------------------------------------------


LANDED = """async (places) => {
  const next = () => new Promise(requestAnimationFrame);
  const frame = () => next().then(next);
  const missed = [];
  for (const place of places)
    for (const from of [0, document.documentElement.scrollHeight]) {
      history.replaceState(null, "", "#");
      scrollTo(0, from);
      await frame();
      location.hash = place;
      await frame();
      const { top } = document.getElementById(place).getBoundingClientRect();
      if (top < -1 || top > innerHeight - 60) missed.push([place, from, top]);
    }
  return missed;
}"""


@pytest.mark.parametrize("size", [DESK, LOW], ids=["desk", "low"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_link_to_any_outcome_lands_on_it(
    browser: Browser, served: Serve, site: Site, size: dict[str, int], scripts: bool
) -> None:
    base = served(site)
    with opened(browser, base, viewport=size, java_script_enabled=scripts) as (page, _):
        page.goto(base + RECORD)
        places = [one.get_attribute("id") for one in page.locator(OUTCOMES).all()]
        heights = page.locator(".columns > .outcomes").evaluate_all(
            "all => all.map((one) => one.offsetHeight)"
        )
        assert max(heights) > size["height"], "One column is taller than the window."
        if scripts:
            assert page.evaluate(LANDED, places) == []
        for place in ("suivi-1c", "suivi-1e", "suivi-5c", "remarque-2"):
            page.goto("about:blank")
            page.goto(f"{base}{RECORD}#{place}")
            expect(page.locator(f"#{place} > h3, #{place} > h4")).to_be_in_viewport(ratio=1)


def test_a_line_of_the_summary_leads_to_its_place(
    browser: Browser, served: Serve, site: Site
) -> None:
    base = served(site)
    with opened(browser, base, viewport=DESK) as (page, watch):
        page.goto(base + RECORD)
        expect(page.locator("#summary li")).to_have_count(19)
        page.locator("#summary a[href='#suivi-5c']").click()
        expect(page.locator("#suivi-5c h3, #suivi-5c h4")).to_be_in_viewport(ratio=1)
        assert watch.faults == []


def test_what_was_decided_is_on_the_first_screen_of_a_record(
    browser: Browser, served: Serve, site: Site
) -> None:
    base = served(site)
    with opened(browser, base, viewport=DESK) as (page, _):
        for prefix in ("", "en/"):
            page.goto(f"{base}{prefix}{RECORD}")
            for line in page.locator("#summary .summary__decision li").all():
                expect(line).to_be_in_viewport(ratio=1)
                box = line.bounding_box()
                assert box is not None
                assert box["height"] < 40, "one line"


# --- a choice that is kept ---------------------------------------------------------------------


CHOICE = "input[type=checkbox]"


def contents(page: Page) -> list[str]:
    return page.locator(".contents a:visible").all_inner_texts()


def test_outcomes_alone_are_kept_in_the_address_and_in_that_of_the_translation(
    browser: Browser, served: Serve, site: Site
) -> None:
    base = served(site)
    with opened(browser, base, viewport=DESK) as (page, watch):
        page.goto(f"{base}{RECORD}#decision-3")
        choice = page.locator(f".only-outcomes {CHOICE}")
        choice.check()
        expect(page).to_have_url(f"{base}{RECORD}?only=outcomes#decision-3")
        page.reload()
        expect(choice).to_be_checked()
        expect(page.locator(".discussion:visible")).to_have_count(0)
        page.locator(".languages").get_by_text("English").click()
        expect(page).to_have_url(f"{base}en/{RECORD}?only=outcomes")
        expect(choice).to_be_checked()
        expect(page.locator(".discussion:visible")).to_have_count(0)
        choice.uncheck()
        expect(page).to_have_url(f"{base}en/{RECORD}")
        expect(page.locator(".discussion:visible")).not_to_have_count(0)
        assert watch.faults == []


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_contents_hide_what_outcomes_alone_hide(
    browser: Browser, served: Serve, site: Site, scripts: bool
) -> None:
    base = served(site)
    with opened(browser, base, viewport=DESK, java_script_enabled=scripts) as (page, _):
        page.goto(f"{base}en/{RECORD}")
        whole = contents(page)
        page.locator(f".only-outcomes {CHOICE}").check()
        left = contents(page)
        shown = page.locator("article > .item:visible > .item__head h2").all_inner_texts()
        assert left == shown
        assert "3. Digital identity for businesses" in whole
        assert "3. Digital identity for businesses" not in left
        assert len(left) == 8


# --- what to print -----------------------------------------------------------------------------


def test_the_summary_is_printed_from_its_button_and_its_address(
    browser: Browser, served: Serve, site: Site
) -> None:
    base = served(site)
    with opened(browser, base, viewport=DESK) as (page, watch):
        page.add_init_script("window.prints = []; window.print = () => prints.push(location.hash)")
        page.goto(f"{base}en/{RECORD}")
        page.get_by_role("link", name="Print this summary").click()
        assert page.evaluate("prints") == ["#summary"]
        expect(page).to_have_url(f"{base}en/{RECORD}#summary")
        page.get_by_role("link", name="Print the whole record").click()
        assert page.evaluate("prints") == ["#summary", ""]
        expect(page.get_by_role("link", name="Print this summary")).to_be_visible()
        assert watch.faults == []


# --- room --------------------------------------------------------------------------------------


def test_what_has_nothing_beside_it_takes_the_whole_width(
    browser: Browser, served: Serve, site_of: Callable[[str], Site]
) -> None:
    base = served(site_of("long-history"))
    with opened(browser, base, viewport=DESK) as (page, _):
        page.goto(f"{base}cgp-lkc/2034-05-08/")
        widths = {
            part: page.locator(part).evaluate("one => one.offsetWidth")
            for part in ("#point-1", "#point-1 .outcome", "#point-2 .discussion")
        }
        assert widths["#point-1 .outcome"] > 0.95 * widths["#point-1"]
        assert widths["#point-2 .discussion"] < 0.7 * widths["#point-1"]
