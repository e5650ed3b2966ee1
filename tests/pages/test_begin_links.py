"""Where there is no terminal, a page leads to GitHub's editor with the next file begun in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from support.built_site import read_html
from support.paths import ROOT
from support.small_register import REPORTS, problems_of, small_register
from support.trial_build import EDITED, build_of, good_register

from releve.build.site import SiteBuild
from releve.pages import Page

FOLLOW_UP = {"fr": "suivi-1a", "en": "follow-up-1a"}


def _links(build: SiteBuild, page: Page) -> Iterator[str]:
    body, _ = read_html(build.renderers[page.language].slots(page)["body"])
    addresses = (link.attributes.get("href", "") for link in body.all("a"))
    yield from (address for address in addresses if "/new/" in address)


def _link(build: SiteBuild, language: str, name: str) -> list[str]:
    (page,) = (one for one in build.pages(language) if one.address.endswith(f"{name}/"))
    return [*_links(build, page)]


def _begun(link: str) -> tuple[str, str]:
    """The name of the file that a link begins, and its text."""
    address = urlsplit(link)
    given = parse_qs(address.query)
    assert address._replace(query="").geturl() == EDITED.replace("/edit/main/", "/new/main")
    assert set(given) == {"filename", "value"}
    return given["filename"][0], given["value"][0]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_follow_up_without_reports_leads_to_its_first_one(tmp_path: Path, language: str) -> None:
    root = small_register(tmp_path, {REPORTS: None})
    register = good_register(root)
    (link,) = _link(build_of(root, tmp_path / "site", register), language, FOLLOW_UP[language])
    name, text = _begun(link)
    assert name == f"data/{REPORTS}"
    assert ("Delete `# ` before" if language == "en" else "Pour garder une ligne") in text
    before = problems_of(root)
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, "utf-8")
    assert problems_of(root) == before


def test_one_that_has_reports_leads_to_them_alone(tmp_path: Path) -> None:
    root = small_register(tmp_path)
    build = build_of(root, tmp_path / "site", good_register(root))
    assert _link(build, "en", FOLLOW_UP["en"]) == []


def test_a_body_leads_to_its_next_meeting_whose_day_is_asked_for(tmp_path: Path) -> None:
    root = small_register(tmp_path)
    build = build_of(root, tmp_path / "site", good_register(root))
    (link,) = _link(build, "en", "cbf-hc")[:1]
    name, text = _begun(link)
    assert name == "data/meetings/cbf-hc/YYYY-MM-DD.yml"
    before = problems_of(root)
    (root / name).write_text(text, "utf-8")
    (problem,) = (one for one in problems_of(root) if one not in before)
    assert "does not say on which day the meeting is" in problem.message
    (root / name).rename(root / name.replace("YYYY-MM-DD", "2031-09-03"))
    assert [one for one in problems_of(root) if one.severity == "error"] == []


@pytest.mark.parametrize(
    "edit",
    ["", "https://edit.example/files/", "https://git.example/a/record/-/edit/main/"],
)
def test_elsewhere_than_on_github_there_is_no_such_link(tmp_path: Path, edit: str) -> None:
    root = small_register(tmp_path, {REPORTS: None})
    register = good_register(root)
    assert register
    build = SiteBuild(ROOT, register, tmp_path / "site", "https://a.example/", edit)
    assert [link for page in build.pages("en") for link in _links(build, page)] == []
