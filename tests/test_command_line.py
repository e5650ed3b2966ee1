"""The command that checks a register: what it prints, where, and whether it fails."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from support.paths import ROOT
from support.small_register import SUMMER, report_of, small_register


def _check(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "releve", "check", str(root), *options],
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
