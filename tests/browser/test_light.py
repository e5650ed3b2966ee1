"""Pages are light, still, and ask nothing of anybody else."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Request, Route, expect
from support.built_site import SITE_URL, Page, Site
from support.watched_page import opened

Serve = Callable[[Site], str]
DECISION = "ctb-cfc/2032-05-12/decision-1/"
LIMIT = 60_000
"""Bytes, compressed, of a first visit beyond the theme's own files."""


@pytest.fixture(scope="module")
def long(site_of: Callable[[str], Site]) -> Site:
    """The site that has every kind of page."""
    return site_of("long-history")


# --- the policy ---------------------------------------------------------------------------


def test_every_page_says_first_that_it_takes_nothing_from_elsewhere(long: Site) -> None:
    for page in (*long.pages.values(), Page("404.html", long.folder / "404.html")):
        head = page.root.one("head").all()
        assert head[0].attributes == {"charset": "utf-8"}
        policy = head[1].attributes["content"]
        assert head[1].attributes["http-equiv"] == "Content-Security-Policy"
        assert policy.startswith("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';")
        assert "'unsafe-inline'" not in policy and "http" not in policy and "*" not in policy


FOREIGN = """
<script>window.ran = "a script in the page";</script>
<script src="https://elsewhere.example/x.js"></script>
<style>body { background: red }</style>
<link rel="stylesheet" href="https://elsewhere.example/x.css">
<img src="https://elsewhere.example/x.png" onerror="window.ran = 'a handler'">
<iframe src="https://elsewhere.example/"></iframe>
<p style="color: red" id="styled">x</p>
<base href="https://elsewhere.example/">
<form action="https://elsewhere.example/"><button id="send">x</button></form>
"""


@pytest.mark.parametrize("address", ["", "en/about/", f"en/{DECISION}", "404.html"])
def test_what_is_slipped_into_a_page_neither_runs_nor_loads(
    browser: Browser, served: Serve, long: Site, address: str
) -> None:
    base = served(long)
    asked: list[str] = []

    def slip(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</article>", FOREIGN))

    def note(request: Request) -> None:
        # The browser tells of a request that it refuses to make, too.
        if not request.url.startswith(base) and request.failure != "csp":
            asked.append(request.url)

    with opened(browser, base) as (page, _):
        page.add_init_script(
            """window.refused = [];
            const note = ({ effectiveDirective }) => refused.push(effectiveDirective);
            addEventListener("securitypolicyviolation", note);"""
        )
        page.route(base + address, slip)
        page.on("requestfinished", note)
        page.on("requestfailed", note)
        page.goto(base + address)
        page.evaluate(
            """new Promise(done => {
              addEventListener("securitypolicyviolation", done);
              document.querySelector("#send").click();
            })"""
        )
        refused = set(page.evaluate("refused"))
        assert page.evaluate("window.ran") is None
        assert (
            page.evaluate("getComputedStyle(document.querySelector('#styled')).color")
            != "rgb(255, 0, 0)"
        )
        assert page.url == base + address
    assert refused == {
        "script-src-elem",
        "script-src-attr",
        "style-src-elem",
        "style-src-attr",
        "img-src",
        "frame-src",
        "base-uri",
        "form-action",
    }
    assert asked == []


# --- weight, and things that stay where they are ------------------------------------------


def test_a_decision_is_light_on_a_first_visit(long: Site) -> None:
    page = long.pages[DECISION]
    ours = [page.html.encode()]
    for element in page.root.all():
        name = {"link": "href", "script": "src"}.get(element.tag, "")
        url = urljoin(page.url, element.attributes.get(name, ""))
        path = long.folder / url.removeprefix(SITE_URL)
        if name and path.is_file() and "assets/stylesheets/" not in url:
            ours.append(path.read_bytes())
    assert len(ours) > 3
    assert sum(len(gzip.compress(one)) for one in ours) < LIMIT


def test_no_script_of_the_theme_is_published(long: Site) -> None:
    assert [name for name in long.bytes() if "javascripts" in name or "lunr" in name] == []


SHIFTS = """
window.shifts = [];
new PerformanceObserver(found => {
  for (const { value, sources } of found.getEntries())
    shifts.push([value, sources.map(({ node }) => node?.outerHTML)]);
}).observe({ type: "layout-shift", buffered: true });
"""

PAINTED = """new Promise(done => {
  new PerformanceObserver(done).observe({ type: "paint", buffered: true });
})"""


@pytest.mark.parametrize("width", [1280, 320])
def test_nothing_shifts_while_a_page_loads(
    browser: Browser, served: Serve, long: Site, width: int
) -> None:
    base = served(long)
    with opened(browser, base, viewport={"width": width, "height": 844}) as (page, watch):
        page.add_init_script(SHIFTS)

        def late(route: Route) -> None:
            page.evaluate(PAINTED)
            route.continue_()

        page.route("**/register.js", late)
        for address in (*long.by_turns("fr", "en"), "cgp-lkc/2032-05-12/?only=outcomes"):
            page.goto(base + address)
            page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
            assert page.evaluate("shifts") == [], address
        assert watch.faults == []


AS_SENT = [
    "recherche/?q=lampes",
    "en/search/?q=lamps&state=superseded",
    "en/search/?q=nothingofthekind",
    "suivis/?state=overdue",
    "suivis/?q=nothingofthekind",
    "en/follow-ups/?state=unclosed&order=oldest",
    "en/decisions/?q=lamps",
    "decisions/?state=gibtesnicht",
]
"""Searches and lists as they are sent to somebody: what is asked stands in the address."""
MOST_SHIFT = 0.02
"""The most that a page may shift as it loads; Web Vitals call 0.1 good."""


@pytest.mark.parametrize("width", [1280, 390])
def test_what_is_asked_in_an_address_is_answered_without_a_shift(
    browser: Browser, served: Serve, long: Site, width: int
) -> None:
    base = served(long)
    shifted = {}
    with opened(browser, base, viewport={"width": width, "height": 844}) as (page, watch):
        page.add_init_script(SHIFTS)

        def late(route: Route) -> None:
            page.evaluate(PAINTED)
            route.continue_()

        page.route("**/register.js", late)
        page.route("**/assets/search.js", late)
        for address in AS_SENT:
            page.goto(base + address)
            expect(page.locator("form:not(.md-header form) output")).not_to_be_empty()
            page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
            shifted[address] = page.evaluate("shifts.reduce((sum, [value]) => sum + value, 0)")
            assert not page.evaluate("document.documentElement.matches('.asked')"), address
        assert watch.faults == []
    assert {address: sum for address, sum in shifted.items() if sum > MOST_SHIFT} == {}


# --- without scripts ----------------------------------------------------------------------

READ = """() => {
  const ours = ".filters, .copy, .colours, .summary__paper, .search, .search-key, .without-scripts";
  for (const one of document.querySelectorAll(ours)) one.remove();
  return document.body.innerText.replace(/\\s+/g, " ");
}"""


def test_a_page_says_the_same_without_scripts(browser: Browser, served: Serve, long: Site) -> None:
    base = served(long)
    with (
        opened(browser, base) as (scripted, _),
        opened(browser, base, java_script_enabled=False) as (plain, _),
    ):
        for address in long.by_turns("fr", "en"):
            scripted.goto(base + address)
            plain.goto(base + address)
            useless = ".filters, .copy, .colours, .summary__paper, .search--page, .search-key"
            assert plain.locator(f":is({useless}):visible").count() == 0
            said = plain.evaluate(READ)
            assert len(said) > 100
            assert said == scripted.evaluate(READ), address
