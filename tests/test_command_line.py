"""The command that checks a register: what it prints, where, and whether it fails."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.paths import ROOT
from support.small_register import SUMMER, report_of, small_register

from releve.__main__ import seal


def _check(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "releve", "check", *options, str(root)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_command_line_prints_errors_and_fails(tmp_path: Path) -> None:
    root = small_register(tmp_path, {SUMMER: "title: x\n", "topics.yml": "a: b: c\n"})
    done = _check(root)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == report_of(root) + "\n"
    assert re.match(r"data/meetings/cbf-hc/2031-06-04\.yml:1:1: error: ", done.stderr)


def test_the_command_line_prints_warnings_and_succeeds(tmp_path: Path) -> None:
    done = _check(small_register(tmp_path, {SUMMER: "title: {fr: x}\n"}))
    assert done.returncode == 0
    assert done.stderr.endswith("\n0 errors, 1 warning\n")


def test_github_shows_each_problem_at_its_line_and_runs_nothing_that_was_typed(
    tmp_path: Path,
) -> None:
    hostile = (
        'title: x\nplace: {fr: "%0A::add-mask::a\\n::error::b ##[group]"}\n: ::stop-commands::c\n'
    )
    names = {
        SUMMER: hostile,
        "people.yml": '"::error,a:b::c": {}\n',
        "a,b%0A::error::.yml": "x: y\n",
    }
    root = small_register(tmp_path, names)
    done = _check(root, "--github")
    assert (done.returncode, done.stderr) == (1, "")
    lines = done.stdout.splitlines()
    assert len(lines) > 3
    for line in lines:
        assert re.match(r"::(error|warning) file=data/[^,:]+,line=\d+,col=\d+::[^:\s%]", line), line
        assert not re.search("%(?!0A|25|3A|2C)", line)
    assert any("file=data/a%2Cb%250A%3A%3Aerror%3A%3A.yml,line=1" in line for line in lines)
    kinds = [line[2:7] for line in lines]
    assert kinds == sorted(kinds)


def test_the_command_line_tells_each_missing_translation_if_asked(tmp_path: Path) -> None:
    root = small_register(tmp_path, {SUMMER: "title: {fr: x}\nplace: {fr: x}\n"})
    assert _check(root).stderr.endswith("\n0 errors, 1 warning\n")
    assert _check(root, "--all").stderr.endswith("\n0 errors, 2 warnings\n")


def test_the_command_line_says_that_a_good_register_is_good(tmp_path: Path) -> None:
    done = _check(small_register(tmp_path))
    assert (done.returncode, done.stdout, done.stderr) == (0, "No problem found.\n", "")


def test_the_command_line_shows_no_traceback_for_a_name_that_is_not_text(tmp_path: Path) -> None:
    root = small_register(tmp_path)
    shutil.copy(root / "data" / SUMMER, os.fsencode(root / "data" / "meetings") + b"/\xff.yml")
    done = _check(root)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_nothing_is_sealed_as_of_a_day_that_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_register(tmp_path, {"seals.yml": None})
    monkeypatch.setenv("AS_OF", "0001-01-01")
    assert seal(root) == 1
    said = capsys.readouterr().err
    assert said.startswith("AS_OF:1:1: error: `0001-01-01` is not a day")
    assert said.endswith("\nNothing was sealed.\n")
    assert not (root / "data" / "seals.yml").exists()


def test_a_file_of_seals_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_register(tmp_path, {"seals.yml": None})
    (root / "data" / "seals.yml").mkdir()
    assert seal(root) == 1
    assert (
        capsys.readouterr().err
        == """\
data/seals.yml:1:1: error: this file cannot be written: Is a directory.
    Look at its rights.
1 error, 0 warnings
Nothing was sealed.
"""
    )
