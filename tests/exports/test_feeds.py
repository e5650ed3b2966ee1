"""Feeds tell programs what is new, by the register's own dates, and each thing once."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator
from support.built_site import Site
from support.exported import SITE_URL, TRIAL, exported, exports_of, trial
from support.small_register import small_register

from releve.build.load import load

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})T12:00:00Z")


def feeds(register: str, name: str) -> dict[str, bytes]:
    files = exported(register).items()
    return {address: content for address, content in files if address.endswith(name)}


def atom(content: bytes) -> ElementTree.Element:
    """A feed, once it is seen to have what RFC 4287 asks for."""
    feed = ElementTree.fromstring(content)
    assert feed.tag == f"{ATOM}feed"
    ids = [one.text for one in feed.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids), "an id stands once"
    for one in (feed, *feed.findall(f"{ATOM}entry")):
        for field in ("id", "title", "updated"):
            (element,) = one.findall(f"{ATOM}{field}")
            assert (element.text or "").strip(), field
        assert urlsplit(one.findtext(f"{ATOM}id")).scheme == "tag"
        assert MOMENT.fullmatch(one.findtext(f"{ATOM}updated", ""))
        for link in one.findall(f"{ATOM}link"):
            assert link.attrib["href"].startswith(SITE_URL)
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    return feed


def ids(feed: ElementTree.Element) -> list[str]:
    return [entry.findtext(f"{ATOM}id", "") for entry in feed.findall(f"{ATOM}entry")]


@pytest.mark.parametrize("register", TRIAL)
def test_each_feed_is_atom_of_nothing_later_than_the_day_of_the_register(register: str) -> None:
    assert feeds(register, "feed.xml")
    for address, content in feeds(register, "feed.xml").items():
        feed = atom(content)
        days = [entry.findtext(f"{ATOM}updated", "") for entry in feed.findall(f"{ATOM}entry")]
        assert days == sorted(days, reverse=True)
        assert feed.findtext(f"{ATOM}updated") == (days[0] if days else "1970-01-01T12:00:00Z")
        assert all(day[:10] <= trial(register).as_of.isoformat() for day in days), address
        ours = [link.attrib for link in feed.findall(f"{ATOM}link") if "hreflang" in link.attrib]
        assert len(ours) == len(trial(register).languages)
        (itself,) = [link["href"] for link in ours if link["rel"] == "self"]
        assert itself == SITE_URL + address
        for link in ours:
            assert link["href"].removeprefix(SITE_URL) in exported(register)


JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items", "feed_url", "home_page_url"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "url", "title", "content_text", "date_published"],
                "properties": {
                    "id": {"type": "string", "pattern": "^tag:"},
                    "url": {"type": "string", "pattern": f"^{SITE_URL}"},
                    "date_published": {"pattern": f"^{MOMENT.pattern}$"},
                    "content_text": {"type": "string", "minLength": 1},
                    "authors": {"type": "array", "items": {"required": ["name"]}},
                    "tags": {"type": "array", "items": {"type": "string"}},
                },
            },
        },
    },
}


@pytest.mark.parametrize("register", TRIAL)
def test_each_json_feed_has_the_entries_of_the_atom_feed_beside_it(register: str) -> None:
    validator = Draft202012Validator(JSON_FEED)
    for address, content in feeds(register, "feed.json").items():
        feed: Any = json.loads(content)
        assert [*validator.iter_errors(feed)] == [], address
        beside = exported(register)[address.removesuffix("json") + "xml"]
        assert [item["id"] for item in feed["items"]] == ids(atom(beside))


def test_an_entry_stays_as_it_is_from_one_day_to_the_next() -> None:
    """Whoever follows the register for years sees each entry once, and old ones never change."""
    seen: dict[str, str] = {}
    for day in ("2031-06-30", "2032-06-15", "2033-02-01", "2034-06-30"):
        feed = atom(exported("long-history", day)["en/feed.xml"])
        for entry in feed.findall(f"{ATOM}entry"):
            key, updated = entry.findtext(f"{ATOM}id", ""), entry.findtext(f"{ATOM}updated", "")
            if not re.search("announced|cancelled|postponed", key):  # of no known date
                assert seen.setdefault(key, updated) == updated
    kinds = {re.search(r"%21([a-z]+)", key)[1] for key in seen}  # type: ignore[index]
    assert kinds >= {"record", "approved", "made", "report", "correction"}


def test_a_report_that_is_put_before_others_leaves_their_ids_alone() -> None:
    for content in feeds("long-history", "feed.xml").values():
        for key in ids(atom(content)):
            if "report" in key:
                assert re.search(r"%21report-\d{4}-\d\d-\d\d-\d+:", key)


def test_a_meeting_is_announced_and_called_off(tmp_path: Any) -> None:
    found = []
    for name, fields in {"a": "", "b": "cancelled: {date: 2031-06-01}\n"}.items():
        title = f"title: {{fr: Un, en: One}}\n{fields}"
        coming = {"meetings/cbf-hc/2031-09-20.yml": title}
        register = load(small_register(tmp_path / name, coming))[0]
        assert register
        feed = atom(exports_of(register)["en/feed.xml"])
        found.append([key for key in ids(feed) if "2031-09-20" in key])
    assert [key.partition("%21")[2] for (key,) in found] == ["announced:en", "cancelled:en"]


def test_a_feed_about_something_tells_of_that_alone() -> None:
    for follow_up in trial("long-history").follow_ups:
        meeting, _, number = follow_up.key.partition("#")
        feed = atom(exported("long-history")[f"en/{meeting}/{number.lower()}/feed.xml"])
        assert ids(feed)
        assert all(key.split(":")[2].startswith(f"{meeting}%23{number}") for key in ids(feed))


def test_pages_lead_to_their_feeds(site: Site) -> None:
    for address in ("en/", "en/organizations/cm-jc/", "en/cm-jc/2019-09-25/follow-up-1a/"):
        page = site.pages[address]
        names = [link.text for link in page.content.all("a", type="application/atom+xml")]
        assert names == ["Atom"], address
        heads = page.root.all("link", type="application/atom+xml")
        for link in heads:
            path = link.attributes["href"].removeprefix(SITE_URL)
            assert (site.folder / path).is_file(), address
        assert heads
