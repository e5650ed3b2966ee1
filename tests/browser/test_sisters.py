"""Registers that are built apart and published on one host are searched together."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from support.built_site import SITE_URL
from support.projects import BuiltOnce, copy_project
from support.watched_page import opened

SISTERS = {
    "small": "{title: {fr: Phares et nuages, en: Lighthouses and clouds}, path: ../long-history/}",
    "long-history": "{title: {fr: Bornes-fontaines, en: Hydrants, es: Bocas}, path: ../small/}",
}


@dataclass(frozen=True)
class Host:
    """What a host of several sites serves."""

    folder: Path


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory, built_once: BuiltOnce) -> Host:
    """A host with two registers, each built with no knowledge of the other but where it is."""
    whole = tmp_path_factory.mktemp("host")

    def prepare(project: Path, register: str) -> None:
        copy_project(register, project)
        with (project / "data" / "register.yml").open("a", encoding="utf-8") as file:
            file.write(f"sisters:\n  - {SISTERS[register]}\n")

    for register in SISTERS:
        of_register = partial(prepare, register=register)
        site, _ = built_once(
            f"{register}-with-sister", of_register, SITE_URL=f"{SITE_URL}{register}/"
        )
        shutil.copytree(site.folder, whole / "site" / register)
    return Host(whole / "site")


@pytest.mark.parametrize(
    ("page", "typed", "told", "leads"),
    [
        ("small/recherche/", "lampes", "Phares et nuages", "long-history/cgp-lkc/"),
        ("small/en/search/", "lamps", "Lighthouses and clouds", "long-history/en/cgp-lkc/"),
        ("long-history/recherche/", "bornes", "Bornes-fontaines", "small/cbf-hc/"),
        ("long-history/en/search/", "hydrants", "Hydrants", "small/en/cbf-hc/"),
    ],
)
def test_a_decision_of_one_register_is_found_from_the_other_and_leads_there(
    browser: Browser,
    served: Callable[[Host], str],
    host: Host,
    page: str,
    typed: str,
    told: str,
    leads: str,
) -> None:
    base = served(host)
    with opened(browser, base) as (tab, watch):
        tab.goto(f"{base}{page}?kind=decision")
        tab.locator(".search--page [name=q]").fill(typed)
        found = tab.locator(".results li").filter(has_text=told).first
        expect(found).to_be_visible()
        found.get_by_role("link").click()
        expect(tab.locator("h1")).to_be_visible()
        assert tab.url.startswith(base + leads), tab.url
        assert tab.locator(".states .state").first.is_visible()
        assert watch.faults == []


def test_a_register_without_its_sister_is_searched_alone_and_says_so(
    browser: Browser, served: Callable[[Host], str], host: Host
) -> None:
    base = served(host)
    with opened(browser, base) as (tab, _):
        tab.route(f"{base}long-history/**", lambda route: route.fulfill(status=404))
        tab.goto(f"{base}small/en/search/?q=hydrants")
        expect(tab.locator(".results li").first).to_be_visible()
        expect(tab.locator(".sister strong")).to_be_visible()
        expect(tab.locator(".sister")).to_contain_text("Lighthouses and clouds")


def test_without_scripts_the_search_leads_to_the_sister(
    browser: Browser, served: Callable[[Host], str], host: Host
) -> None:
    base = served(host)
    with opened(browser, base, java_script_enabled=False) as (tab, watch):
        tab.goto(f"{base}small/recherche/")
        tab.get_by_role("link", name="Phares et nuages").click()
        assert tab.url == f"{base}long-history/"
        assert watch.faults == []
