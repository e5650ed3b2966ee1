"""A site knows where it is published: as its committee says, or as the repository does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support.built_site import Site
from support.projects import Build

GITHUB = {"GITHUB_REPOSITORY": "Hydrants/record", "GITHUB_REF_NAME": "main"}
GITLAB = {
    "CI_PROJECT_URL": "https://git.example/town/record",
    "CI_PAGES_URL": "https://town.example/r",
}
STAND_IN = "https://releve.example/"
FILES = "https://github.com/releve-example/releve/edit/main/"


def _addresses(folder: Path) -> tuple[str, str]:
    """Those of the home page, and of the file in which its organizations are edited."""
    home = Site(folder).pages["en/about/"].root
    return (
        home.one("link", rel="canonical").attributes["href"].removesuffix("en/about/"),
        home.one("a", rel="edit").attributes["href"].removesuffix("docs/about.en.md"),
    )


@pytest.mark.parametrize(
    ("environment", "site", "files"),
    [
        (
            GITHUB,
            "https://hydrants.github.io/record/",
            "https://github.com/Hydrants/record/edit/main/",
        ),
        (
            # a pull request, whose own branch is nothing that lasts
            {
                "GITHUB_REPOSITORY": "hydrants/Hydrants.github.io",
                "GITHUB_REF_NAME": "7/merge",
                "GITHUB_BASE_REF": "trunk",
                "GITHUB_SERVER_URL": "https://git.example",
            },
            "https://hydrants.github.io/",
            "https://git.example/hydrants/Hydrants.github.io/edit/trunk/",
        ),
        (GITLAB, "https://town.example/r/", "https://git.example/town/record/-/edit/main/"),
        (
            {**GITHUB, "SITE_URL": "https://record.hydrants.example/"},
            "https://record.hydrants.example/",
            "https://github.com/Hydrants/record/edit/main/",
        ),
    ],
    ids=["github", "pull request", "gitlab", "set by the committee"],
)
def test_addresses_come_from_the_repository_unless_they_are_set(
    project: Callable[[str], Path],
    build: Build,
    environment: dict[str, str],
    site: str,
    files: str,
) -> None:
    folder = project("empty")
    done = build(folder, **{"SITE_URL": "", "EDIT_URI": "", **environment})
    assert done.returncode == 0, done.stderr
    assert "mkdocs.yml" not in done.stderr
    assert _addresses(folder) == (site, files)


def test_a_site_that_does_not_know_where_it_is_published_says_so(
    project: Callable[[str], Path], build: Build
) -> None:
    folder = project("empty")
    lines = (folder / "mkdocs.yml").read_text("utf-8").splitlines()
    places = [
        1 + next(number for number, line in enumerate(lines) if line.startswith(name))
        for name in ("site_url:", "edit_uri:")
    ]
    done = build(folder, SITE_URL=STAND_IN, EDIT_URI=FILES, GITHUB_REPOSITORY="", CI_PROJECT_URL="")
    assert done.returncode == 0
    assert done.stderr.startswith(
        f"""\
mkdocs.yml:{places[0]}:1: warning: nobody has said yet where this site is published.
    Write its address after `site_url:`, or give it to the build as SITE_URL.
mkdocs.yml:{places[1]}:1: warning: nobody has said yet where the files of this site are edited.
    Write its address after `edit_uri:`, or give it to the build as EDIT_URI.
0 errors, 2 warnings
"""
    )
