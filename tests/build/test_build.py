"""A build: the same bytes each time, as of a day, and nothing where the register is bad."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from support.built_site import Site
from support.projects import Build


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
    assert "Upcoming" in then.pages["en/cgp-lkc/2032-11-08/"].text


def test_a_site_is_in_languages_of_any_code(project: Callable[[str], Path], build: Build) -> None:
    root, codes = project("empty"), ["es-419", "iku", "sr-Latn"]
    settings = root / "data" / "register.yml"
    words = settings.read_text("utf-8").replace("[fr, en]", f"[fr, en, {', '.join(codes)}]")
    settings.write_text(words, "utf-8")
    done = build(root)
    assert done.returncode == 0, done.stderr
    site = Site(root)
    for code in codes:
        assert site.pages[f"{code}/"].language == code
    switch = site.pages[""].root.one("a", hreflang="iku")
    assert switch.text == "ᐃᓄᒃᑎᑐᑦ", "its name, which CLDR has under iu"


def test_a_day_that_is_none_is_told_and_nothing_is_built(
    project: Callable[[str], Path], build: Build
) -> None:
    root = project("empty")
    done = build(root, AS_OF="June 2032")
    assert done.returncode == 1
    assert "AS_OF:1:1: error: `June 2032` is not a day in the years 1000 to 9000." in done.stderr
    assert "AS_OF=2019-11-20" in done.stderr
    assert not (root / "site").exists()


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
