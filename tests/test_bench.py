"""The benchmark measures what it says: a good register, the same each time, and every stage."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bench.contestants import Releve
from bench.measure import Run
from bench.register import make
from bench.report import Report, Result
from support.projects import Build

from releve.build.load import load


def files(folder: Path) -> dict[Path, bytes]:
    return {
        path.relative_to(folder): path.read_bytes()
        for path in (folder / "data").rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project around a register of six meetings."""
    folder = tmp_path_factory.mktemp("bench") / "project"
    make(folder, meetings=6, seed=7)
    Releve(folder).fresh()
    return folder


@pytest.fixture(scope="module")
def said(project: Path, build: Build) -> str:
    """What its build said, asked where its time went."""
    done = build(project, RELEVE_PROFILE="1")
    assert done.returncode == 0, done.stderr
    return done.stderr


def test_a_register_made_to_measure_with_has_no_problem(project: Path) -> None:
    found, problems = load(project)
    assert problems == []
    assert found is not None
    assert len(found.meetings) == 6 + 3  # with a meeting to come of each body


def test_the_same_seed_makes_the_same_register(project: Path, tmp_path: Path) -> None:
    make(tmp_path, meetings=6, seed=7)
    assert files(tmp_path) == files(project)
    make(tmp_path, meetings=6, seed=8)
    assert files(tmp_path) != files(project)


def test_a_build_that_is_asked_says_where_its_time_went(said: str) -> None:
    in_all = re.search(r"^in all +([\d.]+) s", said, re.MULTILINE)
    assert in_all, said
    run = Run(float(in_all[1]), said=said)
    result = Result(6, 300, 10**6, 10**6, run, run, run, run, run, run, run)
    assert {"reading YAML", "checks", "pages"} <= result.stages.keys()
    for language in ("fr", "en"):
        report = Report(language, [result], None)
        assert "sitemap" not in report.markdown(), "a stage has no name in this language"
        assert "300" in report.chart()
