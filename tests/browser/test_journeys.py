"""What readers come with a question for, and how they find the answer, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from support.built_site import SITE_URL, Site
from support.watched_page import opened

Serve = Callable[[Site], str]
RECORD = "cm-jc/2019-09-25/"
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}


@pytest.fixture
def long(site_of: Callable[[str], Site]) -> Site:
    """The site of a register with a long history."""
    return site_of("long-history")


def rows(page: Page) -> Locator:
    """The rows of the lists that can be seen."""
    return page.locator(".rows tbody tr:not(.rows__group):visible")


# --- home ---------------------------------------------------------------------------------


@pytest.mark.parametrize("home", ["", "en/"])
def test_each_figure_of_the_home_page_leads_to_the_list_that_it_counts(
    browser: Browser, served: Serve, long: Site, home: str
) -> None:
    base = served(long)
    with opened(browser, base) as (page, watch):
        page.goto(base + home)
        figures = page.locator(".figures a")
        said = figures.locator("strong").all_inner_texts()
        assert said == ["13", "2", "3", "10"]
        for place, number in enumerate(said):
            page.goto(base + home)
            figures.nth(place).click()
            expect(page.locator(".filters output")).to_have_text(re.compile(rf"\b{number}\b"))
            expect(rows(page)).to_have_count(int(number))
        assert watch.faults == []


@pytest.mark.parametrize(
    ("home", "due", "owner"),
    [("", "4 suivis attendus", "Présidence, CGP"), ("en/", "4 follow-ups due", "Chair, LKC")],
)
def test_home_tells_what_the_last_meeting_decided_and_what_is_due_at_the_next(
    browser: Browser, served: Serve, long: Site, home: str, due: str, owner: str
) -> None:
    base = served(long)
    with opened(browser, base, viewport=DESK) as (page, _):
        page.goto(base + home)
        last = page.locator("section[aria-labelledby=last] > div > div")
        assert last.count() == 3, "The last record of each body."
        assert last.first.locator("li").count() == 3
        following = page.locator("section[aria-labelledby=next] .panel").first
        expect(following).to_contain_text(due)
        expect(following.get_by_role("link", name=owner)).to_be_in_viewport()


# --- a decision, a follow-up --------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "told"),
    [
        (f"{RECORD}decision-2/", [".states .state", ".quoted p"]),
        (f"en/{RECORD}decision-2/", [".states .state", ".quoted p"]),
        (f"{RECORD}suivi-5c/", [".states .state", ".facts dd", ".quoted p"]),
        (f"en/{RECORD}follow-up-5c/", [".states .state", ".facts dd", ".quoted p"]),
    ],
)
def test_on_a_phone_the_state_the_duty_and_the_words_are_seen_at_once(
    browser: Browser, served: Serve, site: Site, address: str, told: list[str]
) -> None:
    base = served(site)
    with opened(browser, base, viewport=PHONE) as (page, _):
        page.goto(base + address)
        for part in told:
            expect(page.locator(part).first).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_on_a_phone_a_decision_tells_at_once_who_owes_what(
    browser: Browser, served: Serve, long: Site, prefix: str
) -> None:
    base = served(long)
    with opened(browser, base, viewport=PHONE) as (page, _):
        page.goto(f"{base}{prefix}cgp-lkc/2032-05-12/decision-2/")
        for part in (".states .state", ".quoted p", ".duties .facts dd"):
            expect(page.locator(part).first).to_be_in_viewport(ratio=1)


# --- a record -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (RECORD, "N\u2019afficher que les décisions et les suivis"),
        (f"en/{RECORD}", "Show decisions and follow-ups only"),
    ],
)
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_record_can_be_read_by_its_outcomes_alone(
    browser: Browser, served: Serve, site: Site, address: str, said: str, scripts: bool
) -> None:
    base = served(site)
    with opened(browser, base, java_script_enabled=scripts) as (page, _):
        page.goto(base + address)
        outcomes = page.locator(":is(.outcome--decision, .outcome--follow_up)")
        discussion = page.locator(".discussion:visible")
        in_order = outcomes.locator("h3, h4, h5").all_inner_texts()
        assert discussion.count() > 5
        page.get_by_label(said).check()
        assert discussion.count() == 0
        assert page.locator(".outcome--note:visible").count() == 0
        shown = page.locator(":is(.outcome--decision, .outcome--follow_up):visible")
        assert shown.locator("h3, h4, h5").all_inner_texts() == in_order
        page.get_by_label(said).uncheck()
        assert discussion.count() > 5


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_outcomes_stay_in_view_while_the_discussion_that_led_to_them_is_read(
    browser: Browser, served: Serve, site: Site, prefix: str
) -> None:
    base = served(site)
    with opened(browser, base, viewport=DESK) as (page, _):
        page.goto(f"{base}{prefix}{RECORD}")
        item = page.locator(".item:has(> .columns > .outcomes > .outcome)")
        tall = item.evaluate_all(
            """items => items.findIndex((one) => {
              const height = (part) => one.querySelector(part).getBoundingClientRect().height;
              return height(".outcomes") < 500 && height(".discussion") > 1200;
            })"""
        )
        assert tall >= 0
        page.mouse.move(600, 500)
        end = item.nth(tall).locator(".discussion").bounding_box()
        assert end is not None
        page.mouse.wheel(0, end["y"] + end["height"] - 800)
        page.wait_for_timeout(100)
        expect(item.nth(tall).locator(".outcome").first).to_be_in_viewport(ratio=1)


# --- citing -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "item", "fold", "buttons", "citation"),
    [
        (
            RECORD,
            "point-5",
            "Citer le point 5",
            ("Copier la référence", "Copier le lien"),
            r"Conseils mixtes, .*, 25 septembre 2019, point 5, .* \(état au 25 septembre 2019 : ",
        ),
        (
            f"en/{RECORD}",
            "item-5",
            "Cite item 5",
            ("Copy the citation", "Copy the link"),
            r"Joint Councils, .*, September 25, 2019, item 5, .* \(state on September 25, 2019: ",
        ),
    ],
)
def test_an_item_has_an_address_and_a_citation_to_copy(
    browser: Browser,
    served: Serve,
    site: Site,
    address: str,
    item: str,
    fold: str,
    buttons: tuple[str, str],
    citation: str,
) -> None:
    base = served(site)
    granted = ["clipboard-read", "clipboard-write"]
    with opened(browser, base, permissions=granted) as (page, _):
        page.goto(base + address)
        whole = page.locator(f"#{item} > .item__head > details")
        expect(whole.get_by_role("button", name=buttons[0])).to_be_hidden()
        whole.get_by_label(fold).click()
        copied = []
        for button in buttons:
            whole.get_by_role("button", name=button).click()
            copied.append(page.evaluate("navigator.clipboard.readText()").replace("\u00a0", " "))
        assert copied[1] == f"{SITE_URL}{address}#{item}"
        assert re.match(citation, copied[0]), copied[0]
        assert copied[0].endswith(copied[1])
        page.keyboard.press("Escape")
        expect(whole.get_by_role("button", name=buttons[0])).to_be_hidden()
        expect(whole.get_by_label(fold)).to_be_focused()


# --- long lists ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "whole_list"),
    [("suivis/", "Afficher toute la liste"), ("en/follow-ups/", "Show the whole list")],
)
def test_a_long_list_begins_with_its_first_rows_and_is_narrowed_and_ordered_whole(
    browser: Browser, served: Serve, long: Site, address: str, whole_list: str
) -> None:
    base = served(long)
    row = re.compile(r'<tr role="row" data-state.*?</tr>', re.DOTALL)
    with opened(browser, base) as (page, watch):
        found = row.sub(lambda one: one[0] * 30, (long.folder / address / "index.html").read_text())
        found = found.replace('data-all="29"', 'data-all="870"')
        page.route(base + address, lambda route: route.fulfill(body=found))
        page.goto(base + address)
        expect(rows(page)).to_have_count(200)
        expect(page.locator(".filters output")).to_have_text(re.compile("870.* 870"))
        page.locator("[name=state]").select_option("overdue")
        expect(rows(page)).to_have_count(60)
        page.locator("[name=state]").select_option("")
        page.get_by_text(re.compile("^(Autres filtres|More filters)$")).click()
        page.locator("[name=order]").select_option("oldest")
        expect(rows(page)).to_have_count(200)
        page.get_by_role("button", name=whole_list).click()
        expect(rows(page)).to_have_count(870)
        days = "rows => rows.map((row) => row.dataset.day)"
        listed = page.locator("tbody[data-part=open] tr[data-day]").evaluate_all(days)
        assert listed == sorted(listed)
        page.locator(".filters [type=reset]").click()
        expect(rows(page)).to_have_count(200)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(rows(page)).to_have_count(870)
        assert watch.faults == []
