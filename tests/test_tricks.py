"""A trick of speed changes nothing but time: without it, every byte is the same."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.built_site import Site
from support.golden import bodies, register_of
from support.paths import REGISTERS, ROOT
from support.projects import Build, copy_project

from releve.runtime.switches import TRICKS, WITHOUT

IN_PAGES = ("lazy", "memo", "templates", "prose")
"""Tricks that what pages say could depend on."""
AROUND_PAGES = ("cache", "incremental", "parallel", "theme", "all")
"""Tricks of reading, writing and keeping files; and all tricks at once."""
KEEPING_NOTHING = {"cache", "all"}
"""Without these, a build leaves nothing to the next: a second would be the first again."""
BUILT_ONCE = {*KEEPING_NOTHING, "parallel"}
"""The last has no part in what is left: without it, a second build is as with every trick."""


def test_each_trick_is_tried() -> None:
    assert {*IN_PAGES, *AROUND_PAGES} - {"all"} == set(TRICKS)


@pytest.mark.parametrize("trick", IN_PAGES)
@pytest.mark.parametrize("register", ["long-history", "hostile"])
def test_pages_say_the_same_without_a_trick(
    trick: str, register: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = REGISTERS / register
    with_all = bodies(register_of(root))
    monkeypatch.setenv(WITHOUT, trick)
    assert bodies(register_of(root)) == with_all


def _files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


REGISTER_OF = {"parallel": "long-history"}
"""Which is large enough to be written by several processes; a smaller one does for the others."""


@pytest.fixture(scope="module")
def with_all_tricks(site_of: Callable[[str], Site]) -> Callable[[str], dict[str, bytes]]:
    """The site of a register, built with every trick."""
    return lambda register: _files(site_of(register).folder)


@pytest.mark.parametrize("trick", AROUND_PAGES)
def test_a_site_is_the_same_without_a_trick_and_built_again(
    trick: str,
    tmp_path: Path,
    build: Build,
    with_all_tricks: Callable[[str], dict[str, bytes]],
) -> None:
    root, register = tmp_path / "project", REGISTER_OF.get(trick, "motions")
    copy_project(register, root)
    for _ in range(1 if trick in BUILT_ONCE else 2):
        done = build(root, CI="", RELEVE_WITHOUT=trick)
        assert done.returncode == 0, done.stderr
        assert _files(root / "site") == with_all_tricks(register)
    shutil.rmtree(root / "site")
    assert (root / ".cache").exists() == (trick not in KEEPING_NOTHING)


def test_a_trick_that_is_not_known_is_named(project: Callable[[str], Path], build: Build) -> None:
    done = build(project("small"), RELEVE_WITHOUT="cache,speed")
    assert done.returncode == 1
    assert "`speed` is no trick" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_trick_is_explained_to_engineers(language: str) -> None:
    page = (ROOT / "docs" / f"internals.{language}.md").read_text("utf-8")
    assert set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)) == set(TRICKS)
