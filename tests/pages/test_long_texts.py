"""A text of any shape is checked, and set on its pages, in time that goes with its length."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import yaml
from support.paths import ROOT
from support.small_register import SUMMER, small_register

LENGTH = 20_000
PATIENCE = 60
"""Seconds of processor for all these texts, which need about five. Even one that took the square of
its length would need more, and is stopped."""

SHAPES = [
    ("[[", " ", ""),  # a reference of spaces
    ("[[ral|", " ", ""),
    ("", "[[a ", ""),  # references that are never closed
    ("", "[[ral]] ", ""),
    ("", "*a* [[ral]] ", ""),
    ("", "*a* ", ""),
    ("", "[a](https://example.org) ", ""),
    ("", "[", ""),
    ("", "'a ", ""),
    ("«", " ", "b »"),
    ("a", " ", "b:"),
    ("a", " ", "b ?!x"),
    ("a", "\n", "b"),
    ("a", " \n", "b"),
    ("", "- a\n", ""),
    ("", "1 234,", ""),
]
"""What stands before, again and again, and after."""
SHOW = """
import sys
from pathlib import Path
from support.golden import bodies, register_of
bodies(register_of(Path(sys.argv[1])))
"""


def no_more_patience() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))


def test_no_text_takes_more_than_its_length(tmp_path: Path) -> None:
    texts = [before + unit * (LENGTH // len(unit)) + after for before, unit, after in SHAPES]
    statements = [{"text": {"fr": text, "en": text}} for text in texts]
    record = {"title": {"fr": "Un", "en": "One"}, "opening": statements}
    root = small_register(tmp_path, {SUMMER: yaml.dump(record, Dumper=yaml.CSafeDumper)})
    done = subprocess.run(
        [sys.executable, "-c", SHOW, str(root)],
        env={"PYTHONPATH": f"{ROOT / 'hooks'}:{ROOT / 'tests'}"},
        preexec_fn=no_more_patience,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
