"""The built site in a real browser, as its readers meet it."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urldefrag, urljoin

import pytest
from playwright.sync_api import Browser, Page, expect
from support.built_site import SITE_URL, Site
from support.watched_page import Watch, opened

Serve = Callable[[Site], str]
RECORD = "cm-jc/2019-09-25/"


def test_a_reader_walks_from_the_home_page_to_a_decision_and_its_twin_and_back(
    browser: Browser, served: Serve, site: Site
) -> None:
    base = served(site)
    with opened(browser, base) as (page, watch):
        page.goto(base)
        page.locator("section[aria-labelledby=last] a").first.click()
        expect(page).to_have_url(f"{base}{RECORD}")
        page.locator("#decision-3").get_by_role("link", name="Décision 3").click()
        expect(page).to_have_url(f"{base}{RECORD}decision-3/")
        expect(page.locator("hgroup")).to_have_text(
            "Décision 3 du 25 septembre 2019 (Conseils mixtes)"
            "Les membres des Conseils mixtes acceptent de charger le Groupe de travail…"
        )
        page.get_by_role("link", name="English", exact=True).click()
        expect(page).to_have_url(f"{base}en/{RECORD}decision-3/")
        expect(page.locator("hgroup .reference")).to_have_text(
            "Decision 3 of September 25, 2019 (Joint Councils)"
        )
        page.get_by_role("link", name="Français", exact=True).click()
        expect(page).to_have_url(f"{base}{RECORD}decision-3/")
        page.locator(".breadcrumbs").get_by_role("link", name="Accueil").click()
        expect(page).to_have_url(base)
        assert watch.faults == []


def another_tab(page: Page, base: str) -> tuple[Page, Watch]:
    """One more page of the same browser profile, watched."""
    opened = page.context.new_page()
    return opened, Watch(opened, base)


LEADS = """[
  ...[...document.querySelectorAll("a[href]")].map((one) => one.href),
  ...[...document.querySelectorAll("form[action]")].map((one) => one.action),
]"""


@pytest.mark.parametrize("register", ["small", "hostile"])
def test_every_page_that_links_lead_to_opens_without_a_fault(
    browser: Browser, served: Serve, site_of: Callable[[str], Site], register: str
) -> None:
    site = site_of(register)
    base = served(site)
    waiting, seen = [base], {base}
    with opened(browser, base) as (first, watch):
        tabs = [(first, watch), *(another_tab(first, base) for _ in range(3))]
        while waiting:
            # A few pages at a time, so that the browser works on one while another arrives.
            at_work = [(*tab, waiting.pop()) for tab in tabs[: len(waiting)]]
            for page, _, url in at_work:
                page.goto(url, wait_until="commit")
            for page, watch, url in at_work:
                page.wait_for_load_state("load")
                found = page.evaluate(LEADS)
                for link in map(str, found):
                    address = urldefrag(link).url
                    if address.startswith(base) and address.endswith("/") and address not in seen:
                        seen.add(address)
                        waiting.append(address)
                assert page.evaluate("window.alerts") == [], url
                # A register may name a sister that is not there, which its search asks for.
                told = [said for said in watch.faults if not re.search("/neighbour/|404", said)]
                assert told == [], url
    assert {address.removeprefix(base) for address in seen} == set(site.pages)


def test_the_copy_button_copies_the_permanent_address(
    browser: Browser, served: Serve, site: Site
) -> None:
    base = served(site)
    allowed = ["clipboard-read", "clipboard-write"]
    with opened(browser, base, permissions=allowed) as (page, watch):
        page.clock.install()
        page.goto(f"{base}en/{RECORD}decision-3/")
        page.get_by_role("button", name="Copy the link").click()
        expect(page.get_by_role("button", name="Copied")).to_be_visible()
        expect(page.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == f"{SITE_URL}en/{RECORD}decision-3/"
        page.clock.run_for(5_000)
        expect(page.get_by_role("button", name="Copy the link")).to_be_visible()
        expect(page.get_by_role("status").filter(has_text="Copied")).to_have_count(0)
        assert watch.faults == []


def test_the_citation_is_copied_as_it_is_read(browser: Browser, served: Serve, site: Site) -> None:
    base = served(site)
    allowed = ["clipboard-read", "clipboard-write"]
    with opened(browser, base, permissions=allowed) as (page, watch):
        page.goto(f"{base}{RECORD}suivi-5c/")
        page.get_by_role("button", name="Copier la référence").click()
        expect(page.get_by_role("button", name="Copié")).to_be_visible()
        copied = page.evaluate("navigator.clipboard.readText()").replace("\u00a0", " ")
        assert copied == (
            "Conseils mixtes, Réunion en personne des Conseils mixtes, 25 septembre 2019, "
            "suivi 5C, Discuter de la recommandation de faire passer le GTRAD et le GTSE aux "
            "Conseils… (état au 25 septembre 2019 : pas commencé, compte rendu provisoire), "
            f"{SITE_URL}{RECORD}suivi-5c/"
        )
        assert watch.faults == []


@pytest.fixture
def long(site_of: Callable[[str], Site]) -> Site:
    """The site of a register with a long history."""
    return site_of("long-history")


def shown(page: Page) -> list[str]:
    """The names of the rows that can be seen."""
    return page.locator(".rows tbody tr:visible th > a").all_text_contents()


@pytest.mark.parametrize(
    ("address", "typed", "state", "expected"),
    [
        ("suivis/", "compter", "Fait", []),
        ("suivis/", "RESPONSABLE nuages", "En retard", ["Suivi 1"]),
        ("suivis/", "mache", "", []),
        ("suivis/", "meches de RECHANGE", "Fait", ["Suivi 1A"]),
        ("en/follow-ups/", "stripes", "Overdue", ["Follow-up 3"]),
        ("en/follow-ups/", "gaston spring", "", ["Follow-up 1"]),
        ("decisions/", "lampes", "Annulée", ["Décision 2"]),
        ("en/decisions/", "lamps", "Superseded", ["Decision 2", "Decision 1"]),
    ],
)
def test_a_list_is_narrowed_as_one_types_and_can_be_sent_as_it_is_seen(
    browser: Browser,
    served: Serve,
    long: Site,
    address: str,
    typed: str,
    state: str,
    expected: list[str],
) -> None:
    base = served(long)
    with opened(browser, base) as (page, watch):
        page.goto(base + address)
        whole = len(shown(page))
        page.locator(".filters [name=q]").fill(typed)
        if state:
            page.locator("[name=state]").select_option(label=state)
        assert shown(page) == expected
        count = page.locator(".filters output").inner_text()
        assert re.findall(r"\d+", count) == [str(len(expected)), str(whole)]
        sent = page.url
        assert "q=" in sent
        page.goto(base)
        page.goto(sent)
        assert shown(page) == expected
        page.locator(".filters [type=reset]").click()
        expect(page.locator(".rows tbody tr[data-state]:visible")).to_have_count(whole)
        assert page.url == base + address
        assert watch.faults == []


def test_a_list_is_put_in_another_order(browser: Browser, served: Serve, long: Site) -> None:
    base = served(long)
    with opened(browser, base) as (page, _):
        page.goto(f"{base}en/decisions/?order=oldest")
        days = page.locator(".rows tbody tr").evaluate_all("rows => rows.map(r => r.dataset.day)")
        assert days == sorted(days)
        page.locator("[name=order]").select_option("")
        days = page.locator(".rows tbody tr").evaluate_all("rows => rows.map(r => r.dataset.day)")
        assert days == sorted(days, reverse=True)


def test_without_scripts_a_list_is_whole_and_offers_no_form(
    browser: Browser, served: Serve, long: Site
) -> None:
    base = served(long)
    with opened(browser, base, java_script_enabled=False) as (page, _):
        page.goto(f"{base}suivis/?state=done")
        assert not page.locator(".filters").is_visible()
        assert len(shown(page)) == page.locator(".rows tbody tr[data-state]").count() > 20


def box(page: Page, selector: str) -> dict[str, float]:
    """Where an element stands on the page."""
    found = page.locator(selector).first.bounding_box()
    assert found is not None, f"{selector} is not shown"
    return {**found, "right": found["x"] + found["width"], "bottom": found["y"] + found["height"]}


@pytest.mark.parametrize("address", [RECORD, f"en/{RECORD}"])
def test_on_a_narrow_screen_the_record_is_one_column(
    browser: Browser, served: Serve, site: Site, address: str
) -> None:
    base = served(site)
    with opened(browser, base, viewport={"width": 390, "height": 844}) as (page, _):
        page.goto(base + address)
        item = ".item:has(> .columns > .outcomes > .outcome)"
        said = box(page, f"{item} > .columns > .discussion")
        outcome = box(page, f"{item} > .columns > .outcomes")
        assert outcome["y"] >= said["bottom"] - 1
        assert abs(outcome["x"] - said["x"]) < 2


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_is_wider_than_its_screen(
    browser: Browser, served: Serve, site: Site, width: int
) -> None:
    base = served(site)
    of_each_kind = ["decision-3/", "suivi-5c/", ""]
    addresses = [f"{RECORD}{page}" for page in of_each_kind]
    addresses += ["", "decisions/", "suivis/", "reunions/", "personnes/", "glossaire/"]
    with opened(browser, base, viewport={"width": width, "height": 844}) as (page, _):
        for address in addresses:
            page.goto(base + address)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address


@pytest.mark.parametrize("address", ["decisions/", "suivis/", "en/people/guy-gordon/"])
def test_on_a_narrow_screen_a_table_is_cards_that_end_on_the_screen(
    browser: Browser, served: Serve, site: Site, address: str
) -> None:
    base = served(site)
    with opened(browser, base, viewport={"width": 390, "height": 844}) as (page, _):
        page.goto(base + address)
        edges = page.eval_on_selector_all(
            ".rows td, .rows tbody th",
            "cells => cells.map(cell => cell.getBoundingClientRect()).map(b => [b.left, b.right])",
        )
        assert edges
        assert all(left < 60 and 200 < right <= 390 for left, right in edges)


def test_a_site_in_one_language_is_no_wider_than_a_phone(
    browser: Browser, served: Serve, site_of: Callable[[str], Site]
) -> None:
    french = site_of("french-only")
    with opened(browser, served(french), viewport={"width": 390, "height": 844}) as (page, _):
        for address in french.pages:
            page.goto(served(french) + address)
            assert page.evaluate("document.documentElement.scrollWidth") <= 390, address


def test_a_link_to_an_item_marks_that_item_in_the_contents(
    browser: Browser, served: Serve, site: Site
) -> None:
    with opened(browser, served(site), viewport={"width": 1280, "height": 900}) as (page, _):
        page.goto(served(site) + RECORD)
        for number in ("3", "8", "2"):
            contents = page.locator("nav.contents")
            contents.get_by_role("link", name=f"{number}. ").click()
            marked = contents.locator("[aria-current]")
            expect(marked).to_have_attribute("href", f"#point-{number}")


def test_on_a_wide_screen_each_outcome_stands_beside_its_own_item(
    browser: Browser, served: Serve, site: Site
) -> None:
    base = served(site)
    with opened(browser, base, viewport={"width": 1280, "height": 900}) as (page, _):
        page.goto(base + RECORD)
        rows = page.locator(".columns:has(> .outcomes > .outcome):has(> .discussion > *)")
        assert rows.count() > 3
        for index in range(rows.count()):
            said = rows.nth(index).locator("> .discussion").bounding_box()
            outcome = rows.nth(index).locator("> .outcomes > .outcome").first.bounding_box()
            item = rows.nth(index).locator("xpath=..").bounding_box()
            assert said and outcome and item
            assert outcome["x"] >= said["x"] + said["width"]
            assert abs(outcome["y"] - said["y"]) < 30
            assert item["y"] <= outcome["y"] < item["y"] + item["height"]


def test_without_scripts_everything_can_still_be_read_and_reached(
    browser: Browser, served: Serve, site: Site
) -> None:
    base = served(site)
    wide = {"width": 1280, "height": 900}
    with opened(browser, base, java_script_enabled=False, viewport=wide) as (page, watch):
        page.goto(base + RECORD)
        expect(page.locator("#decision-3")).to_be_visible()
        expect(page.locator("#decision-3")).to_contain_text(
            site.pages[f"{RECORD}decision-3/"]
            .content.one("div", class_="quoted")
            .one("p")
            .text[:40]
        )
        expect(page.locator("#point-2 .discussion").first).to_be_visible()
        expect(page.get_by_role("button", name="Copier le lien")).to_be_hidden()
        for name in ("Réunions", "Décisions", "Suivis", "Thèmes", "Organisations", "Personnes"):
            menu = page.locator("nav.menu")
            expect(menu.get_by_role("link", name=name, exact=True)).to_be_visible()
        page.locator("nav.menu").get_by_role("link", name="Suivis", exact=True).click()
        expect(page).to_have_url(f"{base}suivis/")
        for address in ("decisions/", "suivis/", "reunions/", "personnes/", "en/decisions/"):
            page.goto(base + address)
            links = page.locator("article a:not(.permalink)")
            assert links.count() > 2
            expect(links.nth(2)).to_be_visible()
        assert watch.faults == []


def test_without_scripts_the_menu_opens_on_a_narrow_screen(
    browser: Browser, served: Serve, site: Site
) -> None:
    base = served(site)
    small = {"width": 390, "height": 844}
    with opened(browser, base, java_script_enabled=False, viewport=small) as (page, _):
        page.goto(base)
        page.get_by_role("button", name="Navigation").click()
        menu = page.locator("nav.menu")
        link = menu.get_by_role("link", name="Décisions", exact=True)
        expect(link).to_be_in_viewport()
        link.click()
        expect(page).to_have_url(f"{base}decisions/")


def test_an_address_that_was_published_with_an_anchor_shows_that_place(
    browser: Browser, served: Serve, site: Site
) -> None:
    base = served(site)
    with opened(browser, base, viewport={"width": 1280, "height": 900}) as (page, _):
        for anchor in ("point-2", "decision-3", "suivi-1a"):
            page.goto(urljoin(base, f"{RECORD}#{anchor}"))
            expect(page.locator(f"[id={anchor}]")).to_be_in_viewport()


@pytest.mark.parametrize("register", ["long-history", "joint-councils"])
def test_the_header_is_one_line_at_320_pixels(
    browser: Browser, served: Serve, site_of: Callable[[str], Site], register: str
) -> None:
    site = site_of(register)
    base = served(site)
    with opened(browser, base, viewport={"width": 320, "height": 640}) as (page, _):
        for language in site.languages:
            page.goto(base + site.of_each_kind(language)[1])
            parts = page.locator(".md-header__inner > :visible")
            boxes = [one.bounding_box() for one in parts.all()]
            middles = [one["y"] + one["height"] / 2 for one in boxes if one]
            assert len(middles) >= 4
            assert max(middles) - min(middles) < 2
            assert max(one["x"] + one["width"] for one in boxes if one) <= 320
            switch = page.locator(".languages a").first
            assert switch.evaluate("one => one.textContent.length") > 2  # it is read in full
