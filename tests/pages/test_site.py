"""A register in, a site out: what the pages of a built site hold, whatever the register."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from support.built_site import EDIT_URI, SITE_URL, Element, Page, Site
from support.projects import HOSTILE_WORDS, Build

REGISTERS = [
    "shipped",
    "french-only",
    "three-languages",
    "several-bodies",
    "long-history",
    "without-a-country",
    "empty",
    "hostile",
]
AS_OF = {"fr": "30 juin 2031", "en": "June 30, 2031", "es": "30 de junio de 2031"}
AS_OF_LONG = {"fr": "30 juin 2034", "en": "June 30, 2034", "es": "30 de junio de 2034"}
AS_OF_SHIPPED = {"fr": "25 septembre 2019", "en": "September 25, 2019"}
PYTHON_PATH = {**os.environ, "PYTHONPATH": "hooks"}
PRIVATE_USE = re.compile("[\ue000-\uf8ff]")

SiteOf = Callable[[str], Site]


@pytest.fixture(params=REGISTERS)
def any_site(request: pytest.FixtureRequest, site_of: SiteOf) -> Site:
    """The site of each register in turn."""
    return site_of(request.param)


@pytest.fixture
def several(site_of: SiteOf) -> Site:
    """The site of the register that says everything the format can say."""
    return site_of("several-bodies")


def failing(pages: list[Page], holds: Callable[[Page], bool]) -> list[str]:
    """Addresses of the pages for which something does not hold."""
    return [page.address or "/" for page in pages if not holds(page)]


# --- the shipped register -----------------------------------------------------------------


def test_the_shipped_register_has_every_page_that_was_promised(site: Site) -> None:
    record = "cm-jc/2019-09-25/"
    decisions = [f"{record}decision-{number}/" for number in range(1, 7)]
    follow_ups = ["1a", "1b", "1c", "1d", "1e", "2", "3", "4", "5a", "5b", "5c", "6", "7"]
    french = ["", "reunions/", "decisions/", "suivis/", "themes/", "organisations/", "personnes/"]
    french += ["glossaire/", record, *decisions]
    french += [f"{record}suivi-{number}/" for number in follow_ups]
    english = ["", "meetings/", "decisions/", "follow-ups/", "topics/", "organizations/", "people/"]
    english += ["glossary/", record, *decisions]
    english += [f"{record}follow-up-{number}/" for number in follow_ups]
    promised = [*french, *(f"en/{address}" for address in english)]
    assert [address for address in promised if address not in site.pages] == []


def test_the_record_says_what_was_decided_in_both_languages(site: Site) -> None:
    decisions = [f"decision-{number}" for number in range(1, 7)]
    for address in ("cm-jc/2019-09-25/", "en/cm-jc/2019-09-25/"):
        ids = site.pages[address].ids
        assert [found for found in ids if found in decisions] == decisions
    assert "16 h 35" in site.pages["cm-jc/2019-09-25/"].text
    assert "4:35 p.m." in site.pages["en/cm-jc/2019-09-25/"].text


# --- what every page of every site keeps to -----------------------------------------------


def test_nothing_of_the_shells_is_left_over(any_site: Site) -> None:
    for name, content in any_site.bytes().items():
        assert "shell-" not in name
        if name.endswith((".html", ".xml", ".txt", ".json")):
            text = content.decode("utf-8")
            assert "shell-" not in text, name
            assert not PRIVATE_USE.search(text), name


def test_each_page_is_well_nested_and_has_one_heading_and_unique_ids(any_site: Site) -> None:
    pages = list(any_site.pages.values())
    assert {page.address: page.faults[:3] for page in pages if page.faults} == {}
    assert failing(pages, lambda page: len(page.root.all("h1")) == 1) == []
    assert failing(pages, lambda page: bool(page.root.one("h1").text)) == []
    assert failing(pages, lambda page: len(page.root.all("main")) == 1) == []
    doubled = {
        page.address: [name for name, times in Counter(page.ids).items() if times > 1]
        for page in pages
    }
    assert {address: ids for address, ids in doubled.items() if ids} == {}


def test_each_page_says_which_language_it_is_in(any_site: Site) -> None:
    for address, page in any_site.pages.items():
        first = address.split("/")[0]
        expected = first if first in any_site.languages[1:] else any_site.languages[0]
        assert page.language == expected, address


def test_each_page_has_a_title_of_its_own_name_and_the_registers(any_site: Site) -> None:
    for address, page in any_site.pages.items():
        home = any_site.pages["" if page.language == any_site.languages[0] else page.language + "/"]
        title = page.root.one("title").text
        assert title.endswith(f"– {home.root.one('h1').text}"), address
        assert title != f"– {home.root.one('h1').text}", address


def test_no_page_shows_the_name_of_the_file_that_its_frame_was_drawn_from(any_site: Site) -> None:
    drawn = re.compile(r"\w+\.(?:fr|en|es)(?:\.md)?\b")
    for address, page in any_site.pages.items():
        shown = [element.text for element in page.root.all("span")]
        assert [words for words in shown if drawn.fullmatch(words.casefold())] == [], address


def test_each_page_names_itself_and_its_twins_in_its_head(any_site: Site) -> None:
    default = any_site.languages[0]
    for address, page in any_site.pages.items():
        canonical = page.root.one("link", rel="canonical").attributes["href"]
        assert canonical == SITE_URL + address
        twins = page.alternates
        assert twins[page.language] == canonical
        assert twins.get("x-default") == twins.get(default), address
        if page in any_site.of_register:
            assert set(twins) == {*any_site.languages, "x-default"}, address
        for language, twin in twins.items():
            other = any_site.pages[twin.removeprefix(SITE_URL)]
            assert other.alternates == twins, address
            assert language in (other.language, "x-default")


def test_each_page_of_the_record_tells_machines_what_it_is(any_site: Site) -> None:
    kinds = {"decision": "CreativeWork", "follow_up": "Action", "meeting": "Event"}
    told = 0
    for page in any_site.of_register:
        for script in page.root.all("script", type="application/ld+json"):
            facts = json.loads("".join(map(str, script.children)))
            assert facts["@context"] == "https://schema.org"
            assert facts["@type"] in kinds.values()
            assert (facts["url"], facts["inLanguage"]) == (page.url, page.language)
            assert facts["name"].split()[0] in page.root.one("h1").text
            told += 1
    records = [page for page in any_site.pages.values() if page.content.all(class_="citation")]
    assert told == len(records)


def test_a_preview_shows_the_words_of_a_decision(several: Site) -> None:
    page = several.pages[f"{RECORD}decision-1/"]
    shown = {
        meta.attributes["property"]: meta.attributes["content"].replace("\u00a0", " ")
        for meta in page.root.all("meta")
        if "property" in meta.attributes
    }
    assert shown == {
        "og:type": "article",
        "og:site_name": "Register of three bodies",
        "og:title": "Decision 1 of March 4, 2031 (EXC)",
        "og:description": "The north bridge is rebuilt.",
        "og:url": page.url,
    }


def test_a_link_to_a_passage_stays_when_another_is_added_above(
    site_of: SiteOf, project: Callable[[str], Path], build: Build
) -> None:
    before = site_of("several-bodies").pages[RECORD].root
    (spoken,) = (one for one in before.all(class_="entry") if "Three bridges" in one.text[:60])
    root = project("several-bodies")
    path = root / "data/meetings/conseil-exemple/2031-03-04.yml"
    above = "narrative:\n      - {text: {fr: Ajout., en: Added.}}\n"
    path.write_text(path.read_text("utf-8").replace("narrative:\n", above, 1), "utf-8")
    (root / "data/seals.yml").unlink()
    subprocess.run([sys.executable, "-m", "releve", "seal"], cwd=root, env=PYTHON_PATH, check=True)
    assert build(root).returncode == 0
    after = Site(root).pages[RECORD].root.one(id=spoken.attributes["id"])
    assert "Three bridges" in after.text


def test_the_language_switch_leads_to_the_very_same_page(any_site: Site) -> None:
    for address, page in any_site.pages.items():
        switches = page.root.all("nav", class_="languages")
        twins = {
            language: twin
            for language, twin in page.alternates.items()
            if language not in (page.language, "x-default")
        }
        assert len(switches) == bool(twins), address
        links = switches[0].all("a") if switches else []
        offered = {
            link.attributes["hreflang"]: urljoin(page.url, link.attributes["href"])
            for link in links
        }
        assert offered == twins, address
        assert all(link.attributes["lang"] == link.attributes["hreflang"] for link in links)


def test_each_page_leads_to_the_file_it_comes_from(any_site: Site) -> None:
    for page in any_site.pages.values():
        href = page.root.one("a", rel="edit").attributes["href"]
        assert href == EDIT_URI + page.source
        assert (any_site.project / page.source).is_file(), page.source
        assert page.source.startswith(("data/", "docs/"))
    for page in any_site.of_register:
        assert page.source == expected_source(any_site, page)


def expected_source(site: Site, page: Page) -> str:
    """The file of data/ from which a page must say that it comes."""
    here = page.alternates["x-default"].removeprefix(SITE_URL)
    parts = here.strip("/").split("/")
    words = {
        "themes": "topics",
        "topics": "topics",
        "organisations": "organizations",
        "organizations": "organizations",
        "personnes": "people",
        "people": "people",
        "glossaire": "glossary",
        "glossary": "glossary",
    }
    if parts[0] in words and (site.project / "data" / f"{words[parts[0]]}.yml").is_file():
        return f"data/{words[parts[0]]}.yml"
    if len(parts) > 1:
        return f"data/meetings/{parts[0]}/{parts[1]}.yml"
    return "data/register.yml"


def test_each_page_says_as_of_which_day_it_is_true(
    any_site: Site, site: Site, site_of: SiteOf
) -> None:
    own = {site: AS_OF_SHIPPED, site_of("long-history"): AS_OF_LONG}
    expected = own.get(any_site, AS_OF)
    for page in any_site.pages.values():
        foot = page.root.one("footer", class_="colophon").text
        assert expected[page.language] in foot, page.address


def test_the_site_can_be_built_as_it_stood_on_a_day(
    project: Callable[[str], Path], build: Build
) -> None:
    root = project("long-history")
    done = build(root, AS_OF="2032-06-15")
    assert done.returncode == 0, done.stderr
    then = Site(root)
    for page in then.pages.values():
        day = {"fr": "15 juin 2032", "en": "June 15, 2032", "es": "15 de junio de 2032"}
        assert day[page.language] in page.root.one("aside", class_="md-banner").text
    decision = then.pages["en/cgp-lkc/2031-02-03/decision-1/"]
    assert "In force, amended" in decision.content.one("div", class_="states").text
    assert "en/cgp-lkc/2032-11-08/decision-1/" not in then.pages, "decided later"
    assert "To come" in then.pages["en/cgp-lkc/2032-11-08/"].text


def test_a_day_that_is_none_is_told_and_nothing_is_built(
    project: Callable[[str], Path], build: Build
) -> None:
    root = project("empty")
    done = build(root, AS_OF="June 2032")
    assert done.returncode == 1
    assert "AS_OF:1:1: error: `June 2032` is not a day." in done.stderr
    assert "AS_OF=2019-11-20" in done.stderr
    assert not (root / "site").exists()


def test_every_link_of_the_site_leads_somewhere(any_site: Site) -> None:
    broken = {
        (page.address, url)
        for page in any_site.pages.values()
        for _, url in page.links()
        if url.startswith(SITE_URL) and not any_site.leads_somewhere(url.partition("?")[0])
    }
    assert broken == set()


def test_the_page_for_wrong_addresses_speaks_every_language_and_leads_back(any_site: Site) -> None:
    page = Page("404.html", any_site.folder / "404.html")
    assert page.faults == []
    assert page.language == any_site.languages[0]
    homes = {language: f"{SITE_URL}{language}/" for language in any_site.languages[1:]}
    homes[page.language] = SITE_URL
    led = {link.language: urljoin(page.url, link.attributes["href"]) for link in back_links(page)}
    assert led == homes
    for element, url in page.links():
        # It is shown in place of any address, however deep: nothing on it may be relative to one.
        name = next(name for name in ("href", "src", "action") if name in element.attributes)
        assert element.attributes[name].startswith(("/", "https://", "#")), url
        if element.attributes[name].startswith("#"):
            assert element.attributes[name][1:] in page.ids
        else:
            assert not url.startswith(SITE_URL) or any_site.leads_somewhere(url), url


def back_links(page: Page) -> list[Element]:
    """The links in the words of the page for wrong addresses."""
    return [link for link in page.content.all("a") if link.parent and link.parent.tag == "p"]


def test_a_page_asks_nothing_of_another_site(any_site: Site) -> None:
    own = urlsplit(SITE_URL).netloc
    paths = [*any_site.pages.values(), Page("404.html", any_site.folder / "404.html")]
    for page in paths:
        for element, url in page.links():
            if urlsplit(url).netloc != own:
                assert element.tag == "a", (page.address, url)
    for path in any_site.folder.rglob("*.css"):
        assert not re.search(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//", path.read_text("utf-8"))


def test_the_sitemap_lists_every_page_with_its_twins(any_site: Site) -> None:
    names = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "x": "http://www.w3.org/1999/xhtml",
    }
    root = ElementTree.fromstring((any_site.folder / "sitemap.xml").read_bytes())
    listed = {}
    for entry in root.findall("s:url", names):
        address = entry.findtext("s:loc", None, names)
        assert address not in listed
        links = entry.findall("x:link", names)
        assert {link.get("rel") for link in links} == {"alternate"}
        listed[address] = {link.get("hreflang"): link.get("href") for link in links}
    assert listed == {page.url: page.alternates for page in any_site.pages.values()}


# --- building -----------------------------------------------------------------------------


def test_two_builds_of_one_register_are_the_same_bytes(
    project: Callable[[str], Path], build: Build
) -> None:
    folder, made = project("several-bodies"), []
    for seed in ("1", "4242"):
        done = build(folder, PYTHONHASHSEED=seed)
        assert done.returncode == 0, done.stderr
        made.append(Site(folder).bytes())
    assert sorted(made[0]) == sorted(made[1])
    assert [name for name in made[0] if made[0][name] != made[1][name]] == []


def test_a_register_with_an_error_leaves_the_built_site_as_it_was(
    project: Callable[[str], Path], build: Build
) -> None:
    folder = project("french-only")
    assert build(folder).returncode == 0
    before = Site(folder).bytes()
    meeting = folder / "data" / "meetings" / "comite-d-essai" / "2031-04-01.yml"
    meeting.write_text(meeting.read_text("utf-8").replace("[alix-exemple]", "[alix]"), "utf-8")
    done = build(folder)
    assert refused(done)
    assert "data/meetings/comite-d-essai/2031-04-01.yml:4:" in done.stderr
    assert Site(folder).bytes() == before


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("register.yml", None),
        ("register.yml", "- a list\n"),
        ("people.yml", "\tx: y\n"),
        ("meetings/comite-a-venir/2031-02-30.yml", "title: {fr: x, en: y}\n"),
        ("meetings/comite-a-venir/2031-01-01.yml", 'title: {fr: "\\uE000body\\uE001", en: y}\n'),
    ],
)
def test_what_is_wrong_is_said_without_a_traceback(
    project: Callable[[str], Path], build: Build, file: str, content: str | None
) -> None:
    folder = project("empty")
    path = folder / "data" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    if content is None:
        path.unlink()
    else:
        path.write_text(content, encoding="utf-8")
    done = build(folder)
    assert refused(done)
    assert f"data/{file}:" in done.stderr
    assert not (folder / "site").exists()


def refused(done: subprocess.CompletedProcess[str]) -> bool:
    """Whether a build stopped as it should, at an error that was explained."""
    said = done.stdout + done.stderr
    assert "Traceback" not in said, said
    assert re.search(r"^data/\S+:\d+:\d+: error: ", done.stderr, re.MULTILINE), said
    return done.returncode == 1


# --- languages ----------------------------------------------------------------------------


def test_a_register_in_one_language_has_no_switch(site_of: SiteOf) -> None:
    site = site_of("french-only")
    assert site.languages == ["fr"]
    for address, page in site.pages.items():
        assert not address.startswith("en/")
        assert page.root.all("nav", class_="languages") == []
        assert set(page.alternates) == {"fr", "x-default"}


def test_a_register_in_three_languages_offers_the_two_others(site_of: SiteOf) -> None:
    site = site_of("three-languages")
    assert site.languages == ["en", "fr", "es"]
    names = {"en": "English", "fr": "Français", "es": "Español"}
    for page in site.of_register:
        links = page.root.one("nav", class_="languages").all("a")
        offered = {link.attributes["lang"]: link.text for link in links}
        assert offered == {code: name for code, name in names.items() if code != page.language}


@pytest.mark.parametrize(
    ("address", "words", "language", "said"),
    [
        ("table-imaginaire/2031-05-02/", "Décision prise en français.", "fr", "In French only"),
        ("table-imaginaire/2031-05-02/", "Traducir el acta.", "es", "In Spanish only"),
        ("fr/table-imaginaire/2031-05-02/", "Decided in English.", "en", "En anglais seulement"),
        ("fr/table-imaginaire/2031-05-02/", "Second task.", "en", "En anglais seulement"),
        (
            "fr/table-imaginaire/2031-05-02/suivi-1a/",
            "Traducir el acta.",
            "es",
            "En espagnol seulement",
        ),
        ("fr/glossaire/", "A list that is kept.", "en", "En anglais seulement"),
    ],
)
def test_a_text_that_is_not_translated_is_marked_and_the_reader_is_told(
    site_of: SiteOf, address: str, words: str, language: str, said: str
) -> None:
    page = site_of("three-languages").pages[address]
    found = [element for element in page.content.all("p") if element.text == words]
    assert found
    for element in found:
        assert element.language == language
        block = element.parent
        assert block is not None and block.parent is not None
        beside = [one for one in block.parent.children if isinstance(one, Element)]
        told = beside[beside.index(block) - 1]
        assert told.text == said
        assert told.language == page.language


def test_every_word_in_another_language_is_marked_wherever_it_stands(site_of: SiteOf) -> None:
    only = {
        "Réunion sans traduction": "fr",
        "Ministère inventé": "fr",
        "Un intertitre en français": "fr",
        "Décision prise en français.": "fr",
        "Première tâche.": "fr",
        "This was said in English.": "en",
        "Second task.": "en",
        "A list that is kept.": "en",
        "Apertura de la sesión": "es",
        "Agua potable": "es",
        "Un registro inventado.": "es",
        "Traducir el acta.": "es",
    }
    unmarked = set()
    for page in site_of("three-languages").pages.values():
        for element in page.root.one("body").all():
            own = "".join(child for child in element.children if isinstance(child, str))
            for words, language in only.items():
                if words in " ".join(own.split()) and element.language != language:
                    unmarked.add((page.address, element.tag, words))
    assert unmarked == set()


def test_a_text_in_the_pages_own_language_is_not_marked(site_of: SiteOf) -> None:
    page = site_of("three-languages").pages["es/table-imaginaire/2031-05-02/decision-2/"]
    words = page.content.one("div", class_="quoted").one("p")
    assert (words.text, words.language) == ("Decidido en español.", "es")
    assert words.parent is not None
    assert "lang" not in words.parent.attributes


def test_dates_follow_the_language_where_no_country_is_given(site_of: SiteOf) -> None:
    site = site_of("without-a-country")
    assert "June 1, 2031" in site.pages["example-committee/2031-06-01/"].text
    assert "1er juin 2031" in site.pages["fr/example-committee/2031-06-01/"].text
    assert "14 h 05" in site.pages["fr/example-committee/2031-06-01/"].text


def test_an_empty_register_says_that_there_is_nothing_yet(site_of: SiteOf) -> None:
    site = site_of("empty")
    assert "No record yet." in site.pages["en/"].text
    assert "No decision yet." in site.pages["en/decisions/"].text
    assert "No follow-up yet." in site.pages["en/follow-ups/"].text
    assert "No meeting yet." in site.pages["en/meetings/"].text
    assert "Comité à venir" in site.pages["organisations/"].text
    assert len(site.of_register) == 2 * (9 + 1)


# --- what the format can say, on the pages ------------------------------------------------

RECORD = "en/conseil-exemple/2031-03-04/"


@pytest.mark.parametrize(
    ("number", "state"),
    [
        (1, "In force"),
        (3, "Not yet in force"),
        (4, "Expired"),
        (5, "Superseded"),
        (6, "In force, amended"),
        (7, "Rescinded"),
        (8, "Rejected"),
        (9, "Deferred"),
        (10, "Noted"),
        (11, "In force In principle"),
    ],
)
def test_a_decision_tells_its_state_on_each_page_that_shows_it(
    several: Site, number: int, state: str
) -> None:
    page = several.pages[f"{RECORD}decision-{number}/"]
    shown = page.content.all("div", class_="states")[0].all("span", class_="state")
    assert " ".join(chip.text for chip in shown) == state
    record = several.pages[RECORD].root.one(id=f"decision-{number}")
    assert record.one("p", class_="states").text == state
    listed = several.pages["en/decisions/"].content.all("tr")
    rows = [row.text for row in listed if row.all("a")[:1] and links_to(row, page)]
    assert len(rows) == 1
    assert rows[0].endswith(state)


def links_to(element: Element, page: Page) -> bool:
    """Whether an element's first link ends as the address of a page does."""
    end = page.address.removeprefix("en/")
    return element.all("a")[0].attributes["href"].endswith(end)


@pytest.mark.parametrize(
    ("page", "facts"),
    [
        (
            "decision-1",
            {
                "Moved by": "Ada Exemple",
                "Seconded by": "Secretary, EXC",
                "For": "7",
                "Against": "2",
                "Abstained": "0",
            },
        ),
        (
            "decision-2",
            {
                "For": "Ada Exemple, Ben Modèle",
                "Against": "Cléo Spécimen",
                "Abstained": "Fictitious Committee",
            },
        ),
        ("decision-3", {"Vote": "By consensus", "Takes effect": "September 1, 2031"}),
        ("decision-4", {"Vote": "Unanimous", "Expires": "May 31, 2031"}),
        (
            "follow-up-1",
            {
                "Owner": "Ada Exemple, Invented Department, Secretary, Example Council (EXC)",
                "Due": "May meeting, May 6, 2031",
                "Arises from": "Decision 1 of March 4, 2031 (EXC)",
            },
        ),
        (
            "follow-up-2",
            {
                "Owner": "Fictitious Committee",
                "Due": "January 15, 2032 moved from December 1, 2031",
                "Age": "3 months",
            },
        ),
        ("follow-up-5", {"Owner": "Not named in the record", "Due": "April 15, 2031"}),
        (
            "",
            {
                "Body": "Example Council (EXC)",
                "Format": "In person and online",
                "Place": "Invented City",
                "Starts": "9:00 a.m., Central Standard Time",
                "Adjourned": "4:35 p.m., Central Standard Time",
                "Chaired by": "Ada Exemple",
                "Record approved by": "Decision 1 of May 6, 2031 (EXC)",
                "Present": "Ada Exemple, Ben Modèle",
                "Regrets": "Cléo Spécimen",
                "Observers": "Eve Invitée (Invented Department)",
                "Presenters": "Fay Passante",
            },
        ),
    ],
)
def test_a_page_of_the_record_states_the_facts(
    several: Site, page: str, facts: dict[str, str]
) -> None:
    content = several.pages[f"{RECORD}{page}/" if page else RECORD].content
    stated: dict[str, str] = {}
    for listed in content.all("dl", class_="facts"):
        for pair in listed.all("div"):
            stated.setdefault(pair.one("dt").text, pair.one("dd").text)
    assert {name: stated.get(name) for name in facts} == facts


@pytest.mark.parametrize(
    ("page", "facts"),
    [
        ("2031-05-06/decision-1", "Approves the record of March meeting, March 4, 2031"),
        (
            "2031-05-06/decision-3",
            "Supersedes Decision 5 of March 4, 2031 (EXC) The east bridge closes.",
        ),
        (
            "2031-05-06/decision-4",
            "Amends Decision 6 of March 4, 2031 (EXC) The west bridge closes.",
        ),
        ("2031-05-06/decision-5", "Rescinds Decision 7 of March 4, 2031 (EXC) The ferries stop."),
        (
            "2031-05-06/decision-6",
            "Appoints Dan Échantillon, Secretary, Example Council (EXC) replaces Ben Modèle",
        ),
    ],
)
def test_a_decision_says_what_it_does_to_others(several: Site, page: str, facts: str) -> None:
    assert facts in several.pages[f"en/conseil-exemple/{page}/"].text


def test_a_decision_says_at_once_who_owes_what_because_of_it(several: Site) -> None:
    content = several.pages[f"{RECORD}decision-1/"].content
    assert content.one("div", class_="states").text == "In force 1 of 1 follow-up closed"
    assert content.one("section", class_="duties").text == (
        "Follow-ups of this decision Follow-up 1 Done Obtain an estimate. "
        "Write to the companies. Compare the prices. "
        "Owner Ada Exemple, Invented Department, Secretary, Example Council (EXC) "
        "Due May meeting, May 6, 2031"
    )
    none = several.pages[f"{RECORD}decision-2/"].content
    assert "The record ties no follow-up to this decision." in none.text


@pytest.mark.parametrize(
    ("number", "states", "reports"),
    [
        (
            1,
            "Done",
            "Due: May meeting, May 6, 2031 "
            "April 2, 2031 In progress Two estimates were received. "
            "May 6, 2031 Done May meeting, May 6, 2031 The estimate was chosen.",
        ),
        (
            2,
            "In progress",
            "Due: December 1, 2031 May 6, 2031 In progress The paint is drying. "
            "Due date moved to: January 15, 2032",
        ),
        (3, "Dropped", "May 6, 2031 Dropped The ferries sank."),
        (
            4,
            "Carried over",
            "May 6, 2031 Carried over Continued by: Follow-up 1 of May 6, 2031 (EXC) Open",
        ),
        (5, "Open Overdue by 2 months", "Due: April 15, 2031 Nothing has been reported on it yet."),
    ],
)
def test_a_follow_up_tells_where_it_stands_and_what_was_reported(
    several: Site, number: int, states: str, reports: str
) -> None:
    page = several.pages[f"{RECORD}follow-up-{number}/"]
    assert page.content.all("div", class_="states")[0].text == states
    (section,) = (
        element
        for element in page.content.all("section")
        if element.attributes.get("aria-labelledby") == "life"
    )
    agreed = "What became of it March 4, 2031 Agreed, March meeting, March 4, 2031"
    assert section.text.startswith(agreed)
    assert section.text.endswith(f" {reports}")
    outcome = several.pages[RECORD].root.one(id=f"follow-up-{number}")
    assert outcome.one("p", class_="states").text == states


def test_a_follow_up_is_found_with_each_of_its_owners(several: Site) -> None:
    for address in (
        "en/people/ada-exemple/",
        "en/organizations/ministere-invente/",
        "en/organizations/conseil-exemple/",
        "en/people/dan-echantillon/",
    ):
        assert "Obtain an estimate." in several.pages[address].text, address
    assert "Obtain an estimate." not in several.pages["en/people/ben-modele/"].text


def test_the_record_shows_what_was_said_and_who_presented(several: Site) -> None:
    item = several.pages[RECORD].root.one(id="item-1")
    presented = item.one("p", class_="presenters").text
    assert presented.endswith("Ben Modèle, Chair, Example Council (EXC)")
    assert "Discussion Ben Modèle Three bridges were to be rebuilt:" in item.text
    assert len(item.one("div", class_="discussion").all("ol")[0].all("li")) == 2
    replies = item.one("div", class_="entry__replies")
    assert replies.text.startswith("Example Council (EXC) The QPL provides for it")
    whole = several.pages[RECORD].text
    assert "The meeting came to order." in whole
    assert "The meeting was closed." in whole
    assert "Note 1 Added after the meeting." in whole
    assert "Obtain an estimate. Write to the companies. Compare the prices." in whole


def test_a_document_without_an_address_is_said_not_to_be_published(several: Site) -> None:
    documents = several.pages[RECORD].root.one(id="item-1").one("p", class_="documents")
    (link,) = documents.all("a")
    assert link.attributes["href"] == "https://documents.example/plan.pdf"
    assert link.attributes["hreflang"] == "fr"
    assert link.text == "Tab 1A, Plan of the bridges"
    assert documents.text.endswith("Note never published (not published here)")


def test_withheld_and_deferred_items_say_why(several: Site) -> None:
    root = several.pages[RECORD].root
    assert root.one(id="item-2").text.startswith(
        "2. Withheld business Not published Information of a third party. "
        "May be published from January 1, 2041 Cite this item"
    )
    assert root.one(id="item-3").text.startswith(
        "3. Deferred business Put off to: May meeting, May 6, 2031 For want of time. Cite this item"
    )


def test_an_item_without_an_outcome_says_so_where_the_record_does(several: Site) -> None:
    item = several.pages[RECORD].root.one(id="item-4a")
    assert item.one("p", class_="no-outcome").text
    assert several.pages[RECORD].root.all("p", class_="no-outcome") == item.all(
        "p", class_="no-outcome"
    )


def test_a_correction_stands_beside_the_words_that_stay(several: Site) -> None:
    for address in (f"{RECORD}decision-2/", RECORD):
        root = several.pages[address].root
        note = next(
            one for one in root.all("aside", class_="correction") if "Substantive" in one.text
        )
        assert note.text == (
            "Substantive correction The record says: south bridge. "
            "It should say: southeast bridge. The bridge was misnamed. "
            "Corrected on May 6, 2031 Allowed by: Decision 2 of May 6, 2031 (EXC)"
        )
        assert "The south bridge is rebuilt." in root.text
    note = several.pages[RECORD].root.one(id="item-4a").one("aside", class_="correction")
    assert "Typographical correction The record says: Nothing to say." in note.text


def test_a_meeting_to_come_shows_its_agenda_and_nothing_that_has_not_happened(
    several: Site,
) -> None:
    page = several.pages["en/conseil-exemple/2031-09-10/"]
    assert "To come" in page.text
    assert "1. Draft budget" in page.text
    assert "10:00 a.m., Eastern Daylight" in page.text
    assert "Measure the tunnel again." in page.text, "a follow-up due there"
    not_yet = [
        "Secret opening",
        "Secret closing",
        "secrète",
        "not yet spoken",
        "pas encore tenus",
        "not yet made",
        "pas encore prise",
        "not yet agreed",
        "pas encore convenu",
        "pas encore faite",
        "Report still to come",
        "Rapport encore à venir",
        "12:45",
        "12 h 45",
    ]
    told = {
        (address, words)
        for address, content in several.bytes().items()
        for words in not_yet
        if words.encode() in content
    }
    assert told == set()
    assert not any(
        "2031-09-10/" in address[:-1] for address in several.pages if "decision" in address
    )
    lit = several.pages["en/conseil-exemple/2031-05-06-2/decision-1/"]
    assert lit.content.all("div", class_="states")[0].text.startswith("In force")


def test_cancelled_and_postponed_meetings_say_so(several: Site) -> None:
    cancelled = several.pages["en/groupe-imagine/2031-05-06/"].text
    assert "This meeting was cancelled. May 5, 2031 Snow storm." in cancelled
    postponed = several.pages["en/groupe-imagine/2031-06-03/"]
    words = "This meeting was postponed to: Replacement meeting, September 9, 2031"
    assert words in postponed.text
    listed = several.pages["en/meetings/"].text
    assert "May 6, 2031, Called-off meeting Cancelled" in listed
    assert "June 3, 2031, Moved meeting Postponed" in listed


def test_a_meeting_that_was_not_held_is_not_said_to_lack_a_record(several: Site) -> None:
    for address in ("en/groupe-imagine/2031-05-06/", "en/groupe-imagine/2031-06-03/"):
        assert "does not hold the record" not in several.pages[address].text


def test_meetings_of_several_bodies_on_one_day_each_have_their_own_pages(several: Site) -> None:
    words = {
        "en/conseil-exemple/2031-05-06/decision-1/": "The record is approved.",
        "en/conseil-exemple/2031-05-06-2/decision-1/": "The lighthouse is lit.",
        "en/comite-fictif/2031-05-06/decision-1/": "The lighthouses are counted.",
    }
    for address, said in words.items():
        assert several.pages[address].content.one("div", class_="quoted").text == said
    assert "en/groupe-imagine/2031-05-06/" in several.pages


def test_a_reference_leads_to_its_target_and_the_target_leads_back(several: Site) -> None:
    source = several.pages["en/comite-fictif/2031-05-06/"]
    target = several.pages["en/conseil-exemple/2031-05-06-2/decision-1/"]
    links = {urljoin(source.url, link.attributes["href"]) for link in source.content.all("a")}
    assert target.url in links
    assert "Mentioned in Item 1, Lighthouses" in target.text
    back = {urljoin(target.url, link.attributes["href"]) for link in target.content.all("a")}
    assert f"{source.url}#item-1" in back


def test_an_acronym_is_explained_once_in_each_text(several: Site) -> None:
    replies = several.pages[RECORD].root.one(id="item-1").one("div", class_="entry__replies")
    assert replies.text.count("QPL") == 2
    (explained,) = replies.all("abbr")
    assert (explained.text, explained.attributes["title"]) == ("QPL", "Quay plan")


def test_an_appointment_ends_the_office_of_whoever_is_replaced(several: Site) -> None:
    people = several.pages["en/people/"].text
    assert "Dan Échantillon Secretary, Example Council (EXC)" in people
    assert people.count("Secretary") == 1
    organization = several.pages["en/organizations/conseil-exemple/"].text
    assert (
        "Secretary Dan Échantillon since May 6, 2031 (decision 6) "
        "Before: Ben Modèle from January 1, 2029 to December 31, 2030" in organization
    )


# --- a register that wishes its readers ill -----------------------------------------------


def shape(root: Element) -> list[tuple[str, list[str]]]:
    """The elements of a page and the names of their attributes, in order."""
    return [(element.tag, sorted(element.attributes)) for element in root.all()]


def test_hostile_words_bring_no_element_and_no_attribute_into_a_page(site_of: SiteOf) -> None:
    hostile, tame = site_of("hostile"), site_of("tame")
    assert set(hostile.pages) == set(tame.pages)
    changed = [
        address
        for address, page in hostile.pages.items()
        if shape(page.root) != shape(tame.pages[address].root)
    ]
    assert changed == []
    wrong, right = (Page("404.html", site.folder / "404.html").root for site in (hostile, tame))
    assert shape(wrong) == shape(right)


CHARTED = ("rapidite/", "speed/")
"""The page of docs/ that has an image, in each language: no record is there."""


def test_hostile_words_bring_no_script_no_handler_no_image_into_a_record(site_of: SiteOf) -> None:
    for page in site_of("hostile").pages.values():
        for element in page.content.all():
            if element.tag != "img" or not page.address.endswith(CHARTED):
                assert element.tag not in (
                    "script",
                    "img",
                    "style",
                    "iframe",
                    "object",
                    "u",
                    "base",
                )
            assert not [name for name in element.attributes if name.startswith("on")]
        for element, url in page.links():
            assert urlsplit(url).scheme in ("https", "mailto"), (page.address, element.tag, url)


def test_hostile_words_come_out_as_the_words_they_are(site_of: SiteOf) -> None:
    site = site_of("hostile")
    shown = [
        words.replace("\u202e", "[U+202E]").replace("\u2066", "[U+2066]").replace("'", "\u2019")
        for words in HOSTILE_WORDS
    ]
    record = site.pages["en/corps-hostile/2031-05-06/"]
    for text in (
        record.content.one("h1").text,
        site.pages["en/people/une-personne/"].content.one("h1").text,
        site.pages["en/topics/un-theme/"].content.one("h1").text,
        site.pages["en/organizations/corps-hostile/"].content.one("h1").text,
        site.pages["en/"].content.one("h1").text,
        site.pages["en/"].root.one("title").text,
        record.root.one("title").text,
    ):
        for words in shown:
            assert words in text.replace("'", "\u2019"), text
    prose = site.pages["en/corps-hostile/2031-05-06/decision-1/"].content.one(class_="quoted").text
    # In prose `&lt;` is a sign like any other, and an image becomes a link to it.
    for words in shown:
        if "&lt;" not in words and "![x]" not in words:
            assert words in prose.replace("'", "\u2019"), prose


def test_signs_that_turn_the_direction_of_text_never_reach_a_reader(site_of: SiteOf) -> None:
    turning = re.compile("[\u202a-\u202e\u2066-\u2069]")
    named = re.compile(r"&(?:#x20(?:2[a-e]|6[6-9])|#82(?:3[4-8]|9[4-7]));", re.IGNORECASE)
    for address, page in site_of("hostile").pages.items():
        assert not turning.search(page.html), address
        assert not named.search(page.html), address
