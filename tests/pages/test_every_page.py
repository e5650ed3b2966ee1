"""A register in, a site out: what every page of a built site keeps to, whatever the register."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

import yaml
from support.built_site import EDIT_URI, SITE_URL, Element, Page, Site
from support.judge import PRIVATE_USE, faults_of_page

AS_OF = {"fr": "30 juin 2031", "en": "June 30, 2031", "es": "30 de junio de 2031"}
AS_OF_LONG = {"fr": "30 juin 2034", "en": "June 30, 2034", "es": "30 de junio de 2034"}
AS_OF_JOINT_COUNCILS = {"fr": "25 septembre 2019", "en": "September 25, 2019"}

SiteOf = Callable[[str], Site]


def failing(pages: list[Page], holds: Callable[[Page], bool]) -> list[str]:
    """Addresses of the pages for which something does not hold."""
    return [page.address or "/" for page in pages if not holds(page)]


def test_nothing_of_the_shells_is_left_over(any_site: Site) -> None:
    for name, content in any_site.bytes().items():
        assert "shell-" not in name
        if name.endswith((".html", ".xml", ".txt", ".json")):
            text = content.decode("utf-8")
            assert "shell-" not in text, name
            assert not PRIVATE_USE.search(text), name


def test_each_page_is_without_fault(any_site: Site) -> None:
    """Well nested, with one heading, unique ids, facts for programs, and nothing that runs."""
    found = {
        address: [*faults_of_page(page, own=not page.source.startswith("docs/"))]
        for address, page in any_site.pages.items()
    }
    assert {address: faults for address, faults in found.items() if faults} == {}


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
    if len(parts) > 2 and parts[2].startswith(("suivi-", "follow-up-")):
        number = parts[2].rpartition("suivi-")[2].removeprefix("follow-up-")
        folder = site.project / "data" / "follow-ups" / parts[0]
        files = {path.name.casefold(): path for path in folder.glob("*.yml")}
        path = files.get(f"{parts[1]}-{number}.yml".casefold())
        settings = yaml.safe_load((site.project / "data" / "register.yml").read_text("utf-8"))
        reports = yaml.safe_load(path.read_text("utf-8"))["reports"] if path else []
        if path and any(str(one["date"]) <= str(settings["as_of"]) for one in reports):
            return path.relative_to(site.project).as_posix()
    if len(parts) > 1:
        return f"data/meetings/{parts[0]}/{parts[1]}.yml"
    return "data/register.yml"


def test_each_page_says_as_of_which_day_it_is_true(
    any_site: Site, site: Site, site_of: SiteOf
) -> None:
    own = {
        site: AS_OF_JOINT_COUNCILS,
        site_of("long-history"): AS_OF_LONG,
        site_of("motions"): {"fr": "31 décembre 2032", "en": "December 31, 2032"},
    }
    expected = own.get(any_site, AS_OF)
    for page in any_site.pages.values():
        foot = page.root.one("footer", class_="colophon").text
        assert expected[page.language] in foot, page.address


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
        assert element.attributes[name].startswith(("/", "https://", "mailto:", "#")), url
        if element.attributes[name].startswith("#"):
            assert element.attributes[name][1:] in page.ids
        else:
            assert not url.startswith(SITE_URL) or any_site.leads_somewhere(url), url


def test_the_page_for_wrong_addresses_offers_a_search_and_the_lists_in_every_language(
    any_site: Site,
) -> None:
    page = Page("404.html", any_site.folder / "404.html")
    forms = {form.language: form for form in page.content.all("form")}
    assert [*forms] == any_site.languages
    for language, form in forms.items():
        assert form.one("label").attributes["for"] == form.one("input").attributes["id"]
        assert any_site.leads_somewhere(urljoin(page.url, form.attributes["action"]))
        home = any_site.pages["" if language == any_site.languages[0] else f"{language}/"]
        menu = {urljoin(home.url, link.attributes["href"]) for link in home.root.all("a")}
        ways = [link for one in page.content.all("ul", class_="ways") for link in one.all("a")]
        led = {
            urljoin(page.url, way.attributes["href"]) for way in ways if way.language == language
        }
        assert len(led) >= 4
        assert led <= menu


def test_the_foot_of_every_page_says_whom_to_ask_and_what_may_be_done(any_site: Site) -> None:
    settings = yaml.safe_load((any_site.project / "data" / "register.yml").read_text("utf-8"))
    for page in (*any_site.pages.values(), Page("404.html", any_site.folder / "404.html")):
        foot = page.root.one("footer", class_="foot")
        assert not foot.all("a") or all(link.text for link in foot.all("a"))
        mails = [a for a in foot.all("a") if a.attributes["href"].startswith("mailto:")]
        assert len(mails) == bool(settings.get("contact", {}).get("email")), page.address
        assert len(foot.all("a", rel="license")) == bool(settings.get("licence", {}).get("url"))
        ways = [
            urljoin(page.url, p.one("a").attributes["href"]) for p in foot.all(class_="foot__way")
        ]
        written = {"fr", "en"} & {page.language}
        assert len(ways) == 1 + len(written), page.address
        assert all(map(any_site.leads_somewhere, ways))


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
