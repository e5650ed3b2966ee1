"""What the register holds is found, in the page's language, however it is typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from support.built_site import Site
from support.watched_page import Watch, opened

Serve = Callable[[Site], str]
PAGES = {"fr": "recherche/", "en": "en/search/"}
NARROW = {"width": 320, "height": 640}
RECORD = "cm-jc/2019-09-25/"


@pytest.fixture
def long(site_of: Callable[[str], Site]) -> Site:
    """The site of three bodies and a long history."""
    return site_of("long-history")


@contextmanager
def searching(
    browser: Browser, base: str, language: str, query: str = "", **how: object
) -> Iterator[tuple[Page, Watch]]:
    """The page that searches, in a language."""
    with opened(browser, base, **how) as (page, watch):
        page.goto(f"{base}{PAGES[language]}{query}")
        yield page, watch
        assert watch.faults == []


def box(page: Page) -> Locator:
    return page.locator(".search input[type=search]")


def count(page: Page) -> Locator:
    """What the page says of how many results there are."""
    return page.locator(".filters output")


def asked(page: Page, words: str) -> Locator:
    """The results, once words have been typed and answered."""
    count(page).evaluate("one => one.textContent = ''")
    box(page).fill(words)
    expect(count(page)).not_to_be_empty()
    return page.locator(".results li")


def leads(result: Locator, base: str) -> str:
    """Where a result leads, from the root of the site."""
    return str(result.locator("a").evaluate("one => one.href")).removeprefix(base)


# --- however it is typed ------------------------------------------------------------------


FIRST = {
    "fr": {
        "décision 3": f"{RECORD}decision-3/",
        "DECISION 3 du 25 septembre 2019": f"{RECORD}decision-3/",
        "5C": f"{RECORD}suivi-5c/",
        "suivi 5c": f"{RECORD}suivi-5c/",
        "2019-09-25/5C": f"{RECORD}suivi-5c/",
        "cm-jc/2019-09-25#decision-3": f"{RECORD}decision-3/",
        "point 6B": f"{RECORD}#point-6b",
        "ISAC": "organisations/isac-iccs/",
        "Catherine Bennett": "personnes/catherine-bennett/",
        "bennet": "personnes/catherine-bennett/",
    },
    "en": {
        "decision 3": f"en/{RECORD}decision-3/",
        "follow-up 5C": f"en/{RECORD}follow-up-5c/",
        "2019-09-25/5C": f"en/{RECORD}follow-up-5c/",
        f"en/{RECORD}follow-up-5c/": f"en/{RECORD}follow-up-5c/",
        "ICCS": "en/organizations/isac-iccs/",
        "Bennett": "en/people/catherine-bennett/",
    },
}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_number_an_acronym_an_id_or_a_name_comes_first(
    browser: Browser, served: Serve, site: Site, language: str
) -> None:
    base = served(site)
    with searching(browser, base, language) as (page, _):
        for typed, first in FIRST[language].items():
            assert leads(asked(page, typed).first, base) == first, typed


def test_accents_apostrophes_and_case_are_forgiven(
    browser: Browser, served: Serve, site: Site
) -> None:
    with searching(browser, served(site), "fr") as (page, _):
        found = {
            typed: asked(page, typed).locator("a").all_inner_texts()
            for typed in ("l’identité numérique", "l'identité numérique", "IDENTITE NUMERIQUE")
        }
        assert len(set(map(frozenset, found.values()))) == 1
        assert "Identité numérique" in found["l’identité numérique"]
        results = asked(page, "60 000 $").locator(".results__words").all_inner_texts()
        assert ["60\u00a0000\u00a0$" in words for words in results].count(True) == 1
        assert "60\u00a0000\u00a0$" in results[0]
        assert "l’" in asked(page, "identité").locator(".results__words").all_inner_texts()[0]


@pytest.mark.parametrize(
    ("language", "typed", "marked", "state", "day", "kind"),
    [
        ("fr", "nommé vigie", ["nommé", "vigie"], "Annulée", "12 mai 2032", "Décision"),
        (
            "en",
            "appointed lookout",
            ["appointed", "lookout"],
            "Rescinded",
            "May 12, 2032",
            "Decision",
        ),
    ],
)
def test_a_result_shows_its_number_date_state_kind_and_the_words_that_match(
    browser: Browser,
    served: Serve,
    long: Site,
    language: str,
    typed: str,
    marked: list[str],
    state: str,
    day: str,
    kind: str,
) -> None:
    with searching(browser, served(long), language) as (page, _):
        results = asked(page, typed)
        gone = results.filter(has=page.get_by_text(state, exact=True)).first
        assert gone.locator("mark").all_inner_texts() == marked
        assert "3" not in gone.locator("h2").inner_text(), "It is called by its subject."
        facts = gone.locator(".results__facts")
        expect(facts).to_contain_text(f"{kind} 3")
        expect(facts).to_contain_text(day)
        expect(facts.locator(".state")).to_have_text(state)


# --- which are found ----------------------------------------------------------------------


NARROWED = {
    "?state=in-force": (10, "En vigueur"),  # those amended among them
    "?state=amended": (1, "En vigueur, modifiée"),
    "?state=overdue": (2, "En retard"),
    "?state=unclosed": (13, "Suivi"),
    "?kind=decision&year=2031": (7, "2031"),
    "?kind=person&q=cumulus": (1, "Personne"),
    "?body=gtn-cwg&kind=meeting": (4, "GTN"),
    "?topic=signaux&kind=topic": (1, "Thème"),
    "?organization=gtn-cwg&q=cumulus&kind=follow_up": (1, "Suivi"),
}


def test_results_are_narrowed_by_an_address_that_can_be_sent(
    browser: Browser, served: Serve, long: Site
) -> None:
    base = served(long)
    with searching(browser, base, "fr") as (page, _):
        for query, (number, holds) in NARROWED.items():
            page.goto(f"{base}recherche/{query}")
            expect(count(page)).to_have_text(f"Résultats\u00a0: {number}")
            expect(page.locator(".results li")).to_have_count(min(number, 10))
            for facts in page.locator(".results__facts").all_inner_texts():
                assert holds in facts, query


def test_what_is_asked_stands_in_the_address_and_back_brings_it_again(
    browser: Browser, served: Serve, long: Site
) -> None:
    base = served(long)
    with searching(browser, base, "fr") as (page, _):
        asked(page, "phares")
        page.get_by_label("Type").select_option("decision")
        address = f"{base}recherche/?q=phares&kind=decision"
        expect(page).to_have_url(address)
        expect(page.locator(".results li").first).to_contain_text("Décision")
        said = page.locator(".results a").all_inner_texts()
        page.locator(".results a").first.click()
        expect(page.locator("hgroup .reference")).to_contain_text("Décision")
        page.go_back()
        expect(page).to_have_url(address)
        expect(box(page)).to_have_value("phares")
        expect(page.locator(".results a")).to_have_text(said)
        page.locator(".languages").get_by_text("English").click()
        expect(page).to_have_url(f"{base}en/search/?q=phares&kind=decision")
        page.get_by_role("button", name="Clear").click()
        expect(page).to_have_url(f"{base}en/search/")
        expect(page.locator(".results li")).to_have_count(0)


@pytest.mark.parametrize(
    ("language", "typed", "other", "said"),
    [
        ("fr", "noon horn", "en/search/", "The same search in English"),
        ("en", "échantillons secs", "recherche/", "La même recherche en français"),
    ],
)
def test_what_is_not_found_is_offered_in_the_other_language(
    browser: Browser,
    served: Serve,
    long: Site,
    language: str,
    typed: str,
    other: str,
    said: str,
) -> None:
    base = served(long)
    with searching(browser, base, language) as (page, _):
        assert asked(page, typed).count() == 0
        page.get_by_text(said).click()
        expect(page).to_have_url(f"{base}{other}?q={quote_plus(typed)}")
        expect(page.locator(".results li").first).to_be_visible()


# --- from any page ------------------------------------------------------------------------


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_box_on_every_page_leads_to_the_page_that_searches(
    browser: Browser, served: Serve, long: Site, scripts: bool
) -> None:
    base = served(long)
    with opened(browser, base, java_script_enabled=scripts) as (page, _):
        for address, found in {"": "recherche/", "en/about/": "en/search/"}.items():
            page.goto(base + address)
            box(page).fill("phare")
            box(page).press("Enter")
            expect(page).to_have_url(f"{base}{found}?q=phare")


def test_on_the_narrowest_screen_a_button_leads_there(
    browser: Browser, served: Serve, long: Site
) -> None:
    base = served(long)
    with opened(browser, base, viewport=NARROW) as (page, _):
        page.goto(f"{base}en/decisions/")
        page.get_by_role("button", name="Search").click()
        expect(page.locator("h1")).to_have_text("Search")


def test_the_key_slash_leads_to_the_box_unless_one_writes_or_has_turned_it_off(
    browser: Browser, served: Serve, long: Site
) -> None:
    base = served(long)
    with opened(browser, base) as (page, watch):
        for address in ("", "suivis/", "en/search/"):
            page.goto(base + address)
            page.keyboard.press("/")
            expect(box(page)).to_be_focused()
            page.keyboard.press("/")
            expect(box(page)).to_have_value("/")
        page.get_by_label("The key /").uncheck()
        page.goto(f"{base}suivis/")
        page.keyboard.press("/")
        expect(box(page)).not_to_be_focused()
        page.goto(f"{base}recherche/")
        page.get_by_label("La touche /").check()
        page.goto(f"{base}suivis/")
        page.keyboard.press("/")
        expect(box(page)).to_be_focused()
        assert watch.faults == []


@pytest.mark.parametrize(
    ("language", "said"),
    [("fr", "La recherche a besoin de scripts"), ("en", "Search needs scripts")],
)
def test_without_scripts_the_page_says_so_and_where_the_lists_are(
    browser: Browser, served: Serve, long: Site, language: str, said: str
) -> None:
    with searching(browser, served(long), language, java_script_enabled=False) as (page, _):
        expect(page.locator(".without-scripts")).to_contain_text(said)
        expect(box(page)).to_be_hidden()
        lists = page.locator("section[aria-labelledby=lists] a")
        expect(lists).to_have_count(7)
        for one in lists.all():
            assert page.request.get(str(one.evaluate("one => one.href"))).ok


# --- what it costs, and what it never does ------------------------------------------------


def test_no_other_page_loads_what_searches(browser: Browser, served: Serve, long: Site) -> None:
    base = served(long)
    with opened(browser, base) as (page, _):
        loaded: list[str] = []
        page.on("request", lambda request: loaded.append(request.url))
        page.goto(f"{base}cgp-lkc/2032-05-12/decision-1/")
        page.goto(base)
        assert loaded
        assert [url for url in loaded if "search" in url] == []


def test_hostile_words_are_found_as_the_words_they_are(
    browser: Browser, served: Serve, site_of: Callable[[str], Site]
) -> None:
    base = served(site_of("hostile"))
    with opened(browser, base) as (page, watch):
        page.goto(f"{base}{PAGES['en']}")
        shown = asked(page, "script alert onerror")
        assert shown.count() > 2
        expect(shown.first).to_contain_text("<script>alert(1)</script>")
        expect(shown.first.locator("mark").first).to_be_visible()
        tags = page.locator(".results *").evaluate_all("all => all.map((one) => one.localName)")
        assert set(tags) <= {"li", "h2", "a", "p", "span", "mark"}
        assert page.evaluate("alerts") == []
        # The register names a sister that is not there.
        assert [said for said in watch.faults if not re.search("/neighbour/|404", said)] == []


def test_the_frame_and_the_copies_of_follow_ups_are_not_found(
    browser: Browser, served: Serve, long: Site
) -> None:
    base = served(long)
    with searching(browser, base, "en") as (page, _):
        for frame in ("You are here", "Skip to content"):
            # A page may hold these words apart from each other, but not the frame's own.
            results = [result.inner_text() for result in asked(page, frame).all()]
            assert [text for text in results if frame.casefold() in text.casefold()] == []
            assert len(results) < 3, "the frame is on every page"
        shown = asked(page, "Paint the stripes")
        assert [leads(one, base) for one in shown.all()].count(
            "en/cgp-lkc/2032-05-12/follow-up-3/"
        ) == 1
        assert not [one for one in shown.all() if re.search("follow-ups/$", leads(one, base))]


def test_more_results_follow_on_demand_and_every_one_leads_somewhere(
    browser: Browser, served: Serve, long: Site
) -> None:
    base = served(long)
    with searching(browser, base, "en", "?kind=item") as (page, _):
        shown, more = page.locator(".results li"), page.locator(".more button")
        expect(shown).to_have_count(10)
        while more.is_visible():
            before = shown.count()
            more.click()
            expect(shown.nth(before).locator("a")).to_be_focused()
        expect(count(page)).to_have_text(f"Results: {shown.count()}")
        for one in shown.all():
            address, _, anchor = leads(one, base).partition("#")
            assert anchor in long.pages[address].ids
