"""What pages tell other sites and machines of themselves."""

from __future__ import annotations

import json
from xml.etree import ElementTree

from support.built_site import SITE_URL, Site

RECORD = "en/conseil-exemple/2031-03-04/"


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
            for cited in page.root.all("hgroup"):
                assert cited.text.startswith(" ".join(facts["alternateName"].split()))
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
        "og:title": "North bridge – Decision 1 of March 4, 2031 (EXC)",
        "og:description": "The north bridge is rebuilt.",
        "og:url": page.url,
    }


def test_the_sitemap_lists_every_page_that_is_to_be_found_with_its_twins(any_site: Site) -> None:
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
    unlisted = [page for page in any_site.pages.values() if page.root.all("meta", name="robots")]
    assert all(page.content.all(class_="tongues") for page in unlisted)
    assert listed == {
        page.url: page.alternates for page in any_site.pages.values() if page not in unlisted
    }
