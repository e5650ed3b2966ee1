"""Pages on paper: what a reader's printer is given, sheet by sheet."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pypdf import PageObject, PdfReader
from support.built_site import SITE_URL

RECORD = "cm-jc/2019-09-25/"
PAPER = {"fr": ("", "A4"), "en": ("en/", "Letter")}
"""In each language, where its pages begin, and what the record is printed on."""
MARGIN = 59
"""How far from the edge of a sheet its text begins, in points."""


@dataclass
class Sheet:
    """One printed page: what stands in its margins, its lines, and those of its two columns."""

    margins: str
    lines: list[str]
    left: list[str]
    right: list[str]
    inks: set[tuple[float, ...]]
    """The colours of text and lines, as red, green and blue from 0 to 1."""

    @property
    def text(self) -> str:
        return " ".join(self.lines)


def plain(text: str) -> str:
    """Text without ligatures, on one line, its no-break spaces as spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def bare(text: str) -> str:
    """The letters and figures of a text: what a reader of PDFs can tell apart for sure."""
    return re.sub(r"\W", "", plain(text))


Piece = tuple[float, float, str]
"""Some words, and how far they begin from the left and from the bottom of a sheet, in points."""


def lines(pieces: list[Piece]) -> list[str]:
    """The words of each line, from top to bottom."""
    found: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece[1]):
        if found and found[-1][0][1] - piece[1] < 2:
            found[-1].append(piece)
        else:
            found.append([piece])
    return [plain(" ".join(text for _, _, text in sorted(line))) for line in found]


def sheet(page: PageObject) -> Sheet:
    height, width = float(page.mediabox.height), float(page.mediabox.width)
    pieces: list[Piece] = []

    def take(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        if text.strip():
            x = cm[0] * tm[4] + cm[2] * tm[5] + cm[4]
            pieces.append((x, cm[1] * tm[4] + cm[3] * tm[5] + cm[5], text))

    page.extract_text(visitor_text=take)
    within = [piece for piece in pieces if MARGIN <= piece[1] <= height - MARGIN]
    around = [piece for piece in pieces if piece not in within]
    contents = page.get_contents()
    assert contents is not None
    drawn = contents.get_data().decode("latin-1")
    return Sheet(
        # The words at the left of a margin are read before those at its right.
        margins=" ".join(
            lines([piece for piece in around if piece[0] < width * 0.4])
            + lines([piece for piece in around if piece[0] >= width * 0.4])
        ),
        lines=lines(within),
        left=lines([piece for piece in within if piece[0] < width * 0.6]),
        right=lines([piece for piece in within if piece[0] >= width * 0.6]),
        inks={
            tuple(map(float, ink.split()))
            for ink in re.findall(r"([\d.]+ [\d.]+ [\d.]+) rg\b", drawn, re.IGNORECASE)
        },
    )


Print = Callable[..., list[Sheet]]
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def opened(browser: Browser, served: Any, site_of: Any) -> Iterator[Open]:
    """Opens a page of a register's site for a reader whose screen is dark, by default without
    scripts.
    """
    contexts: dict[bool, BrowserContext] = {}
    tabs: dict[bool, Page] = {}

    def go(register: str, address: str, scripts: bool = False) -> Page:
        if scripts not in tabs:
            contexts[scripts] = browser.new_context(
                java_script_enabled=scripts, color_scheme="dark"
            )
            tabs[scripts] = contexts[scripts].new_page()
        tab, url = tabs[scripts], served(site_of(register)) + address
        if tab.url != url:
            tab.goto(url)
        return tab

    yield go
    for context in contexts.values():
        context.close()


@pytest.fixture(scope="module")
def printed(opened: Open) -> Print:
    """The sheets on which a page is printed."""

    @cache
    def sheets(register: str, address: str, paper: str, scripts: bool = False) -> list[Sheet]:
        pdf = opened(register, address, scripts).pdf(format=paper, prefer_css_page_size=True)
        return [sheet(page) for page in PdfReader(io.BytesIO(pdf)).pages]

    return sheets


@pytest.fixture(params=PAPER)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def record(language: str, printed: Print) -> list[Sheet]:
    """The record of the Joint Councils on paper."""
    prefix, paper = PAPER[language]
    return printed("joint-councils", f"{prefix}{RECORD}", paper)


@pytest.fixture
def screen(language: str, opened: Open) -> Page:
    """The record of the Joint Councils on a screen."""
    return opened("joint-councils", f"{PAPER[language][0]}{RECORD}")


# --- a record -----------------------------------------------------------------------------


def test_each_sheet_of_a_record_says_what_it_is_and_where_it_stands_and_as_of_which_day(
    language: str, record: list[Sheet]
) -> None:
    title, day = {
        "fr": (
            "Réunion en personne des Conseils mixtes, 25 septembre 2019",
            "État du registre au 25 septembre 2019. Compte rendu provisoire",
        ),
        "en": (
            "In-person meeting of the Joint Councils, September 25, 2019",
            "Register as of September 25, 2019. Draft record",
        ),
    }[language]
    address = f"{SITE_URL}{PAPER[language][0]}{RECORD}"
    for number, page in enumerate(record, 1):
        for said in (address, day, f"{number} / {len(record)}", title if number > 1 else ""):
            assert said in page.margins, number
    assert record[0].lines[0] == title.split(",")[0]


def test_every_word_of_a_record_is_printed(record: list[Sheet], screen: Page) -> None:
    columns = [
        bare(" ".join(line for page in record for line in getattr(page, column)))
        for column in ("lines", "left", "right")
    ]
    parts = "h1, .lead, .facts--wide *, .item > :not(details, .columns), .columns *"
    shown = screen.locator(f"article :is({parts}):is(h1, h2, h3, h4, h5, p, li, dt, dd)")
    said = shown.all_inner_texts()
    assert len(said) > 300
    assert [text for text in said if not any(bare(text) in column for column in columns)] == []


def test_a_record_has_no_blank_sheet_and_no_more_than_it_needs(record: list[Sheet]) -> None:
    assert 10 < len(record) < 30
    assert [page for page in record if len(page.lines) < 8] == []


def test_no_heading_is_the_last_line_of_a_column(record: list[Sheet], screen: Page) -> None:
    headings = screen.locator("h2, h3, h4, h5, h6, .entry__speaker").all_inner_texts()
    lasts = [column[-1] for page in record for column in (page.left, page.right) if column]
    assert [line for line in lasts if any(plain(said).endswith(line) for said in headings)] == []


def test_an_outcome_is_on_one_sheet_and_the_first_of_an_item_is_beside_its_beginning(
    record: list[Sheet], screen: Page
) -> None:
    sheets = [(bare(page.text), bare(" ".join(page.right))) for page in record]
    for outcome in screen.locator(".outcome").all_inner_texts():
        assert any(bare(outcome) in right for _, right in sheets), outcome
    with_outcomes = screen.locator(".item:has(> .columns > .outcomes > .outcome)")
    for item in with_outcomes.all():
        heading = bare(item.locator("h2, h3").first.inner_text())
        outcome = bare(item.locator(".outcome").first.inner_text())
        assert any(heading in page and outcome in right for page, right in sheets), heading


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_summary_of_a_record_is_one_sheet_where_its_address_asks_for_it(
    printed: Print, language: str
) -> None:
    prefix, paper = PAPER[language]
    (page,) = printed("joint-councils", f"{prefix}{RECORD}#summary", paper)
    title, last = {
        "fr": ("Résumé des décisions", "Envisager l’étape suivante de l’étude"),
        "en": ("Summary of decisions", "Consider the next stage of Businesses First"),
    }[language]
    assert title in page.lines
    assert bare(last) in bare(page.text)
    assert bare("Catherine Bennett") in bare(page.text), "The facts stay."
    assert "Ipsos" not in page.text, "The discussion does not."


# --- other pages --------------------------------------------------------------------------


@pytest.mark.parametrize("paper", ["Letter", "A4"])
@pytest.mark.parametrize(
    "address, item",
    [
        ("decision-3/", "#point-7"),
        ("suivi-5b/", "#point-7"),
        ("decision-3/", "#item-7"),
        ("follow-up-5b/", "#item-7"),
    ],
)
def test_a_decision_or_a_follow_up_has_one_sheet(
    printed: Print, address: str, item: str, paper: str
) -> None:
    folder = f"{'en/' if 'item' in item else ''}{RECORD}"
    (page,) = printed("joint-councils", f"{folder}{address}", paper)
    assert bare(f"({SITE_URL}{folder}{item})") in bare(page.text)  # where it comes from
    assert bare(page.text).endswith(bare(f"{SITE_URL}{folder}{address}"))  # how to cite it
    assert f"{SITE_URL}{folder}{address}" in page.margins


def test_what_became_of_a_decision_is_on_its_sheet(printed: Print) -> None:
    (page,) = printed("long-history", "cgp-lkc/2032-05-12/decision-2/", "Letter")
    by = "La décision d’éclairer toute la nuit est annulée Décision 2 du 9 mai 2033 (CGP)"
    assert bare(f"Annulée par : {by}") in bare(page.text)
    assert "Les nuits de tempête, les lampes restent allumées" in page.text


@pytest.mark.parametrize(
    "address, heads",
    [
        ("suivis/", ["Suivi", "Ce qui est attendu", "Responsable", "Échéance", "État"]),
        ("en/follow-ups/", ["Follow-up", "What is owed", "Owner", "Due", "State"]),
        ("decisions/", ["Décision", "Réunion", "Texte", "État"]),
    ],
)
def test_an_index_has_the_heads_of_its_columns_on_every_sheet(
    printed: Print, address: str, heads: list[str]
) -> None:
    pages = printed("long-history", address, "Letter")
    assert len(pages) > 1
    for page in pages:
        assert " ".join(heads) in page.lines[:4]


def test_what_is_folded_on_the_screen_is_printed(printed: Print, opened: Open) -> None:
    address = "en/cgp-lkc/2032-05-12/"
    attendance = opened("long-history", address).locator(".attendance")
    assert "Observers" not in attendance.inner_text()
    assert "Observers Félix Cumulus" in printed("long-history", address, "Letter")[0].lines


def test_a_link_that_leads_out_gives_its_address_and_no_other_does(printed: Print) -> None:
    pages = printed("long-history", "en/cgp-lkc/2032-05-12/", "Letter")
    text = " ".join(page.text for page in pages)
    assert re.findall(r"\((https?:.*?)\)", text) == ["https://documents.example/rouge.png"]


@pytest.mark.parametrize("address", ["cgp-lkc/2032-05-12/decision-2/", "en/follow-ups/"])
def test_paper_is_printed_in_black_where_the_screen_is_dark(
    printed: Print, opened: Open, address: str
) -> None:
    body = opened("long-history", address, scripts=True).locator("html")
    assert body.get_attribute("data-md-color-scheme") == "slate"
    pages = printed("long-history", address, "Letter", scripts=True)
    inks = set.union(*(page.inks for page in pages))
    assert inks
    assert [ink for ink in inks if not ink[0] == ink[1] == ink[2] < 0.5] == []


def test_a_list_that_was_narrowed_says_how(printed: Print) -> None:
    whole = printed("long-history", "en/follow-ups/", "Letter", scripts=True)
    narrowed = printed("long-history", "en/follow-ups/?state=overdue", "Letter", scripts=True)
    assert "of 29" not in " ".join(page.text for page in whole)
    assert narrowed[0].lines[1:3] == ["State", "Overdue 2 of 29"]


def test_no_word_of_a_narrowed_list_is_broken_to_make_room(printed: Print) -> None:
    narrowed = printed("long-history", "suivis/?state=unclosed", "Letter", scripts=True)
    text = " ".join(sheet.text for sheet in narrowed)
    assert text.count("commencé") > 4
    assert "septembre" in text
    assert set(text.split()).isdisjoint(("comme", "ncé", "Décem", "septe", "mbre"))
