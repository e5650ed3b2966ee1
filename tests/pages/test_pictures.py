"""Pictures: whether they show what the lists hold, and where they stand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import permutations, product
from pathlib import Path
from urllib.parse import urljoin

import pytest
from support.built_site import Element, Page, Site
from support.busy_register import BODIES, CHAINS, HOMES, LISTS, TOPICS, write_busy_register
from support.small_register import small_register

from releve.build.load import load
from releve.pages import pictures
from releve.register import series

SiteOf = Callable[[str], Site]


@pytest.fixture(params=["busy", "long-history"])
def drawn(request: pytest.FixtureRequest, site_of: SiteOf) -> Site:
    """Sites with pictures."""
    if request.param == "busy":
        return request.getfixturevalue("busy")  # type: ignore[no-any-return]
    return site_of(request.param)


def figures(page: Page) -> list[Element]:
    return page.content.all("figure", class_="picture")


def picture(page: Page, name: str) -> Element:
    """The picture of a page whose caption has this name."""
    caption = page.content.one("figcaption", id=f"picture-{name}")
    assert caption.parent is not None
    return caption.parent


def cells(row: Element) -> list[str]:
    return [cell.text for cell in row.all() if cell.tag in ("th", "td")]


def table(figure: Element, part: str) -> list[list[str]]:
    """The rows of a part of the picture's tables."""
    return [cells(row) for body in figure.all(part) for row in body.all("tr")]


def rows(page: Page) -> list[Element]:
    """The rows of the lists of a page."""
    return [row for row in page.content.all("tr") if "data-state" in row.attributes]


def is_open(row: Element) -> bool:
    return row.attributes["data-state"].split()[0] in ("open", "in-progress")


# --- where they stand ---------------------------------------------------------------------


@pytest.mark.parametrize("register", ["joint-councils", "three-languages"])
def test_a_register_of_one_meeting_has_no_picture(site_of: SiteOf, register: str) -> None:
    assert [page.address for page in site_of(register).pages.values() if figures(page)] == []


def test_a_decision_has_a_family_only_where_one_line_would_not_say_it(busy: Site) -> None:
    with_family = {
        page.address
        for page in busy.of_register
        if page.content.all("figcaption", id="picture-family")
    }
    chain = {f"first-body/{day}/decision-1/" for day in ("2029-08-20", "2030-02-20", "2030-08-20")}
    chain.add("first-body/2031-02-20/decision-1/")
    # That of 2030-08-20 amends one, and nothing else is said of it; the others have two or more.
    expected = chain - {"first-body/2030-08-20/decision-1/"}
    assert with_family == expected | {f"en/{address}" for address in expected}


def test_a_topic_that_came_up_once_has_no_line_of_time(busy: Site) -> None:
    assert figures(busy.pages["en/topics/rare/"]) == []


def test_bars_that_are_all_alike_are_not_drawn(site_of: SiteOf) -> None:
    page = site_of("long-history").pages["en/"]
    assert len(figures(page)) == 1, "Twelve owners owe one each."


def test_each_body_has_its_own_course_of_follow_ups(busy: Site) -> None:
    totals = [
        int(table(picture(busy.pages[f"en/organizations/{body}/"], "trend"), "tfoot")[0][1])
        for body in BODIES
    ]
    assert totals == [18, 18]


# --- what they say ------------------------------------------------------------------------


def test_each_picture_has_a_caption_its_marks_and_its_data_as_a_table(drawn: Site) -> None:
    found = [figure for page in drawn.pages.values() for figure in figures(page)]
    assert len(found) >= 9
    for figure in found:
        caption = figure.one("figcaption")
        named = [one for one in figure.all() if "aria-labelledby" in one.attributes]
        assert caption.text
        assert {one.attributes["aria-labelledby"] for one in named} == {caption.attributes["id"]}
        assert figure.all("rect")
        assert all(len(row) >= 3 for row in table(figure, "tbody"))
        assert not [one for one in figure.all() if "style" in one.attributes]


def test_captions_are_in_the_language_of_the_page(drawn: Site) -> None:
    said: dict[str, set[str]] = {"fr": set(), "en": set()}
    for page in drawn.pages.values():
        if page.language in said:
            said[page.language] |= {figure.one("figcaption").text for figure in figures(page)}
    assert said["fr"] and said["en"]
    assert said["fr"] & said["en"] == set()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_course_of_follow_ups_agrees_with_the_lists(drawn: Site, language: str) -> None:
    page = drawn.pages[HOMES[language]]
    trend, listed = picture(page, "trend"), rows(drawn.pages[LISTS[language]])
    open_ones = sum(map(is_open, listed))
    total = [int(cell) for cell in table(trend, "tfoot")[0][1:]]
    assert total == [len(listed), len(listed) - open_ones, open_ones]
    periods = [[int(cell) for cell in row[1:]] for row in table(trend, "tbody")]
    assert [sum(column) for column in zip(*periods, strict=True)][:2] == total[:2]
    running = 0
    for opened, closed, still_open in periods:
        running += opened - closed
        assert running == still_open
    bars = [len(strip.all("rect")) for strip in trend.all("svg", class_="picture__strip")]
    opened, closed, still_open = zip(*periods, strict=True)
    assert bars == [sum(map(bool, column)) for column in (still_open, opened, closed)]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_owners_bar_agrees_with_the_lists_and_leads_to_the_owner(
    busy: Site, language: str
) -> None:
    page = busy.pages[HOMES[language]]
    figure = picture(page, "loads")
    listed = [row for row in rows(busy.pages[LISTS[language]]) if is_open(row)]
    seen = 0
    for body in figure.all("tbody"):
        for row in body.all("tr"):
            name, *numbers = row.all("th") + row.all("td")
            link = name.all("a")
            owned = [one for one in listed if _owns(page, link, one)]
            late = [one for one in owned if "overdue" in one.attributes["data-state"].split()]
            assert [int(cell.text) for cell in numbers] == [len(owned), len(late)], name.text
            widths = [float(bar.attributes["width"][:-1]) for bar in row.all("rect")]
            share = len(late) / len(owned)
            assert widths[1:] == ([pytest.approx(widths[0] * share, abs=0.01)] if late else [])
            seen += len(owned)
    assert seen == sum(max(1, len(row.attributes["data-owner"].split())) for row in listed)
    assert seen > len(listed), "One is owed by two, which the caption says."
    assert {"fr": "à plusieurs", "en": "several owe together"}[language] in figure.text


def _owns(page: Page, link: list[Element], row: Element) -> bool:
    """Whether a row of the list is owed by whom a link of the picture leads to."""
    owners = row.attributes["data-owner"].split()
    if not link:
        return not owners
    last = urljoin(page.url, link[0].attributes["href"]).rstrip("/").rpartition("/")[2]
    return last in [owner.partition("#")[0] for owner in owners]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_topics_line_of_time_agrees_with_its_story(busy: Site, language: str) -> None:
    page = busy.pages[TOPICS[language]]
    line = picture(page, "line")
    total = [int(cell) for cell in table(line, "tfoot")[0][1:]]
    story = page.content.one("ol", class_="timeline")
    decisions = story.all("div", class_="story__outcome--decision")
    follow_ups = story.all("div", class_="story__outcome--follow_up")
    outcomes = story.all("div", class_="story__outcome")
    assert total == [
        12,
        len(decisions),
        len(follow_ups),
        len(outcomes) - len(decisions) - len(follow_ups),
    ]
    periods = [[int(cell) for cell in row[1:]] for row in table(line, "tbody")]
    assert [sum(column) for column in zip(*periods, strict=True)] == total


DRAFT = {"fr": " Compte rendu provisoire", "en": " Draft record"}


@pytest.mark.parametrize(
    ("language", "deeds"),
    [
        ("fr", ["Modifie", "Remplace", "Découle de"]),
        ("en", ["Amends", "Supersedes", "Arises from"]),
    ],
)
def test_each_relative_of_a_decision_leads_to_its_page_and_tells_its_state(
    busy: Site, language: str, deeds: list[str]
) -> None:
    page = busy.pages[CHAINS[language]]
    body = picture(page, "family").one("tbody")
    members = body.all("tr")
    assert len(members) == 7, "Itself, three follow-ups, and three later decisions."
    for row in members:
        name, state, relation = (one for one in row.children if isinstance(one, Element))
        links = name.all("a")
        if not links:
            assert row.attributes["class"] == "picture__self"
            continue
        other = busy.pages[urljoin(page.url, links[0].attributes["href"]).partition("/base/")[2]]
        number, subject = other.content.one("hgroup").one("p"), other.content.one("h1")
        assert name.text == f"{subject.text} {number.text}"
        shown = other.content.all("div", class_="states")[0].text
        if other.address.rsplit("/", 2)[0] == page.address.rsplit("/", 2)[0]:
            shown = shown.removesuffix(DRAFT[language])  # its own head says so of the record
        assert state.text == shown
        assert relation.text.startswith(tuple(deeds))
    assert all(deed in body.text for deed in deeds)


def test_the_lines_of_a_family_join_those_that_are_related_and_no_others() -> None:
    related = {(0, 1), (0, 4), (1, 4), (2, 3), (3, 6), (5, 6), (0, 6)}
    joined = set()
    for line in _lines(pictures.rails(7, related)):
        pairs = {(min(hub, row), max(hub, row)) for hub, row in permutations(line, 2)}
        hubs = [hub for hub in line if {pair for pair in pairs if hub in pair} <= related]
        assert hubs, "A line goes from one row to those that are related to it."
        joined |= {pair for pair in pairs if hubs[0] in pair}
    assert joined == related


def _lines(rails: list[pictures.Rail]) -> list[set[int]]:
    """The rows that each upright line joins, by the strokes that lead from it to their marks."""
    lanes = {stroke.x1 for rail in rails for stroke in rail.strokes if stroke.x1 == stroke.x2}
    lines: list[set[int]] = []
    for lane, (row, rail) in product(sorted(lanes), enumerate(rails)):
        here = [stroke for stroke in rail.strokes if stroke.x1 == lane]
        upright = [stroke for stroke in here if stroke.x2 == lane]
        if any(stroke.y1 == "0%" for stroke in upright) and len(upright) < len(here):
            lines[-1].add(row)
        if any(stroke.y1 == rail.y for stroke in upright):
            lines.append({row})
    return lines


def test_hostile_names_stay_words_in_a_picture(busy: Site) -> None:
    for language, address in HOMES.items():
        figure = picture(busy.pages[address], "loads")
        assert "<script>alert(1)</script>" in figure.text, language
        known = {"figcaption", "span", "table", "thead", "tbody", "tr", "th", "td", "a", "svg"}
        known |= {"rect", "details", "summary", "div"}
        assert {one.tag for one in figure.all()} <= known
        assert not [one for one in figure.all() if any(name[:2] == "on" for name in one.attributes)]


# --- as of a day, and over a long time ----------------------------------------------------


def test_what_had_not_happened_by_the_day_is_not_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_busy_register(small_register(tmp_path, {"seals.yml": None}) / "data")
    monkeypatch.setenv("AS_OF", "2030-06-30")
    register, _ = load(tmp_path)
    assert register is not None
    trend = series.trend(register, register.follow_ups)
    assert trend is not None
    assert (sum(trend.opened), sum(trend.closed), trend.open[-1]) == (18, 4, 14)
    assert (trend.opened_lately, trend.closed_lately) == (12, 4)


@pytest.mark.parametrize(
    ("first", "last", "unit"),
    [
        (2029, 2031, "quarter"),
        (2020, 2031, "quarter"),
        (2019, 2031, "year"),
        (1982, 2031, "year"),
        (1867, 2031, "decade"),
    ],
)
def test_a_long_time_is_shown_in_long_periods_that_hold_every_day_once(
    first: int, last: int, unit: str
) -> None:
    calendar = series.calendar(date(first, 3, 1), date(last, 2, 28), "quarter")
    assert calendar.unit == unit
    assert calendar.size <= series.MOST_PERIODS
    begins = [calendar.first_day(place) for place in range(calendar.size)]
    assert begins[0] <= date(first, 3, 1)
    assert [calendar.place(day) for day in begins] == list(range(calendar.size))
    named = [year for _, year in pictures.years(calendar) if year]
    assert 1 < len(named) <= 7


@pytest.mark.parametrize(("first", "last"), [(1401, 2031), (1031, 2031), (1000, 9000)])
def test_however_long_the_time_a_few_round_years_are_named(first: int, last: int) -> None:
    calendar = series.calendar(date(first, 3, 1), date(last, 2, 28), "quarter")
    named = [year for _, year in pictures.years(calendar) if year]
    assert 1 < len(named) <= 7
    assert [year for year in named[1:] if year % 100] == []


@pytest.mark.parametrize(
    ("most", "lines"), [(0, [1]), (1, [1]), (3, [1, 2, 3]), (12, [5, 10, 15]), (700, [500, 1000])]
)
def test_lines_are_drawn_at_round_numbers_up_to_the_highest_bar(
    most: int, lines: list[int]
) -> None:
    assert pictures.rules(most) == lines
