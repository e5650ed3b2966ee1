"""The benchmark measures what it says: a good register, the same each time, and every stage."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from bench.measure import Run
from bench.register import make
from bench.report import Report, Result
from conftest import Build

from releve.load import load


def files(folder: Path) -> dict[Path, bytes]:
    return {
        path.relative_to(folder): path.read_bytes()
        for path in (folder / "data").rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bench")
    make(folder, meetings=4, seed=7)
    return folder


def test_a_register_made_to_measure_with_has_no_problem(register: Path) -> None:
    found, problems = load(register)
    assert problems == []
    assert found is not None
    assert len(found.meetings) == 4 + 3  # with a meeting to come of each body


def test_the_same_seed_makes_the_same_register(register: Path, tmp_path: Path) -> None:
    make(tmp_path, meetings=4, seed=7)
    assert files(tmp_path) == files(register)
    make(tmp_path, meetings=4, seed=8)
    assert files(tmp_path) != files(register)


def test_a_build_that_is_asked_says_where_its_time_went(
    register: Path, project: Callable[[str], Path], build: Build
) -> None:
    folder = project("small")
    shutil.rmtree(folder / "data")
    shutil.copytree(register / "data", folder / "data")
    silent, asked = build(folder), build(folder, RELEVE_PROFILE="1")
    assert (silent.returncode, silent.stderr) == (0, "")
    run = Run(1.0, said=asked.stderr)
    result = Result(4, 200, 10**6, 10**6, run, run, run, run, run, run, run)
    assert {"reading YAML", "checks", "pages", "writing"} <= result.stages.keys()
    for language in ("fr", "en"):
        report = Report(language, [result], None)
        assert "sitemap" not in report.markdown(), "a stage has no name in this language"
        assert "200" in report.chart()
