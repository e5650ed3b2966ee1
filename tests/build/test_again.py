"""Building again: what a build before has left saves time, and changes nothing."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from support.chance import AS_IT_IS, RANDOM, examples
from support.projects import Build as RunBuild
from support.registers_at_random import FIRST, LAST, Files, good, written
from support.trial_build import build_of, files_of, good_register
from support.what_is_later import without_what_is_later

from releve.build.edited_site import EditedSite
from releve.build.load import load
from releve.build.site import SiteBuild
from releve.register import Register
from releve.runtime import cache


def _build(root: Path, site: Path) -> SiteBuild:
    register = good_register(root)
    assert register, load(root)[1]
    return build_of(root, site, register)


def _made(
    root: Path, site: Path, aside: Path | None = None, before: SiteBuild | None = None
) -> SiteBuild:
    """Make the pages and the exports of a register, with what a build before has left."""
    build = _build(root, site)
    if before:
        build.compare(before.as_previous())
        assert before.written_exports.complete
        build.compare_exports(before.written_exports.complete)
        build.old_site = aside
    for _ in build.write_pages():
        pass
    build.write_exports()
    return build


def _texts(value: Any) -> Iterator[dict[str, str]]:
    """Every text, by language, in some YAML; what a correction `says` must stand as it is."""
    if isinstance(value, dict) and "fr" in value and isinstance(value["fr"], str):
        yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _texts(one) if name != "says" else ()
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def _links(value: Any) -> Iterator[tuple[dict[str, Any], str]]:
    """Every field, in some YAML, that joins its record to another one, or moves it in time."""
    if isinstance(value, dict):
        yield from ((value, name) for name in value if name in JOINING)
    for one in value.values() if isinstance(value, dict) else value:
        if isinstance(one, dict | list):
            yield from _links(one)


JOINING = {
    "amends", "supersedes", "rescinds", "arises_from", "approves", "appoints", "topics", "owners",
    "due", "deferred_to", "reports", "speaker", "effective", "expires", "corrections", "documents",
    "continued_by", "cancelled", "postponed_to", "meeting", "outcomes", "narrative",
}  # fmt: skip


def _edited(files: Files, random: Random) -> Files:
    """The register after an edit: other words, one link less, or nothing of what came later."""
    choice = random.random()
    if choice < 0.2:
        days = random.randrange((LAST - FIRST).days)
        return without_what_is_later(files, FIRST + timedelta(days=days))
    edited = copy.deepcopy(files)
    content = edited[random.choice([name for name in edited if "/" in name] or sorted(edited))]
    if choice < 0.4:
        text = random.choice([*_texts(content), {"fr": ""}])
        text["fr"] += " mot"
    elif found := [*_links(content)]:
        record, name = random.choice(found)
        del record[name]
    return edited


@examples(3, **AS_IT_IS)
@given(good(), RANDOM)
def test_after_any_edits_the_site_is_that_of_a_build_from_nothing(
    files: Files, random: Random
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        site, aside = folder / "site", folder / "aside"
        before = _made(written(files, folder / "0"), site)
        for turn in range(1, 6):
            # What is taken away comes back the next time.
            now = files if turn % 2 == 0 else _edited(files, random)
            root = written(now, folder / f"{turn}")
            if not good_register(root):
                continue
            site.rename(aside)
            before = _made(root, site, aside, before)
            _made(root, folder / f"site-{turn}")
            assert files_of(site) == files_of(folder / f"site-{turn}")
            shutil.rmtree(aside)


def _written(build: SiteBuild) -> Iterator[None]:
    """Write a served site, step by step."""
    yield from build.write_pages()
    yield from build.export_steps()


def _texts_of_files(register: Register) -> set[tuple[str, str]]:
    return {(file.path, file.source.text) for file in register.files}


@examples(3, **AS_IT_IS)
@given(good(), RANDOM)
def test_a_served_site_is_that_of_a_build_from_nothing_however_soon_edits_follow_one_another(
    files: Files, random: Random
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        site = folder / "site"
        states = [files, *(_edited(files, random) for _ in range(3))]
        last = written(files, folder / "0")
        build = _build(last, site)
        steps: Iterator[None] = iter(())
        for _ in _written(build):
            pass
        for turn in range(1, 10):
            root = written(random.choice(states), folder / f"{turn}")
            now = good_register(root)
            old = build.register
            if not now or (now.settings, now.as_of) != (old.settings, old.as_of):
                continue
            last = root
            build = EditedSite(build, now)
            build.show({file for file, _ in _texts_of_files(old) ^ _texts_of_files(now)}, old)
            steps = _written(build)
            # The next edit comes before the first step, between two, or after the last.
            for _ in range(random.choice([0, 0, 2, 5, 20, 10_000, 10_000])):
                next(steps, None)
        for _ in steps:
            pass
        _made(last, folder / "clean")
        assert files_of(site) == files_of(folder / "clean")


# --- what is left between two runs --------------------------------------------------------


def _as_built(root: Path, build: RunBuild) -> dict[str, bytes]:
    """The site of a project as it is when nothing is left of a build before."""
    clean = root.parent / "clean"
    shutil.rmtree(clean, ignore_errors=True)
    left = shutil.ignore_patterns("site", cache.FOLDER)
    shutil.copytree(root, clean, ignore=left)
    assert build(clean, CI="1").returncode == 0
    assert not (clean / cache.FOLDER).exists(), "in continuous integration, nothing is left"
    return files_of(clean / "site")


def test_a_site_built_again_is_the_same_and_only_what_changed_is_written(
    project: Callable[[str], Path], build: RunBuild
) -> None:
    root = project("motions")
    meeting = root / "data" / "meetings" / "csq-sqb" / "2032-04-06.yml"
    site = root / "site"
    assert build(root, CI="").returncode == 0
    assert files_of(site) == _as_built(root, build)
    pages = {path: path.stat().st_mtime_ns for path in site.rglob("index.html")}
    meeting.write_text(meeting.read_text("utf-8").replace("pigeons sont", "oiseaux sont"), "utf-8")
    spoilt = site / "csq-sqb" / "2031-05-06" / "index.html"
    spoilt.write_text("spoilt", "utf-8")
    assert build(root, CI="").returncode == 0
    edited = _as_built(root, build)
    assert files_of(site) == edited
    again = {path for path, written_at in pages.items() if path.stat().st_mtime_ns != written_at}
    assert spoilt in again
    assert site / "csq-sqb" / "2032-04-06" / "decision-4" / "index.html" in again
    ours = {path for path in pages if (path.parent.parent / "decision-1").exists()}
    assert 0 < len(again & ours) < len(ours) / 2
    assert not (root / cache.FOLDER / "site").exists()
    for part in ("pages", "exports", "register", "templates"):
        path = root / cache.FOLDER / part
        path.write_bytes(path.read_bytes()[:-1])
    assert build(root, CI="").returncode == 0
    assert files_of(site) == edited
