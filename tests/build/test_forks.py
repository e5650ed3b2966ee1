"""Whoever goes on with a fork of mkdocs keeps their site: each builds the same one, to the byte."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from itertools import cycle
from pathlib import Path

import pytest
from support.built_site import Site
from support.paths import REGISTERS
from support.projects import Build, BuiltOnce, copy_project

FORKS = Path(sys.prefix) / "forks"
"""Where the Makefile puts them, so that nothing else in this environment finds them."""
PROGRAMS = {"mkdocs-ng": "mkdocs", "ProperDocs": "properdocs"}

BUILT = sorted({path.name for path in REGISTERS.iterdir()} - {"by-example", "long-history"})
"""Every register but two, of which only the bodies of pages are new: no fork draws those."""
PAIRS = [
    *zip(BUILT, cycle(PROGRAMS), strict=False),
    ("hostile", "ProperDocs"),
    ("small", "mkdocs-ng"),
]
"""Each register is built by one of the forks, by turns; two of them by both."""


@pytest.mark.parametrize("fork", PROGRAMS)
def test_it_is_the_fork_that_builds(fork: str) -> None:
    asked = [sys.executable, "-m", PROGRAMS[fork], "--version"]
    path = {"PYTHONPATH": str(FORKS)}
    done = subprocess.run(asked, env=path, capture_output=True, text=True, check=True)
    assert str(FORKS) in done.stdout


@pytest.mark.parametrize(("register", "fork"), PAIRS)
def test_a_fork_of_mkdocs_builds_the_same_site(
    register: str,
    fork: str,
    built_once: BuiltOnce,
    project: Callable[[str], Path],
    build: Build,
) -> None:
    root = project(register)
    done = build(root, program=PROGRAMS[fork], PYTHONPATH=f"hooks:{FORKS}")
    site, said = built_once(register, partial(copy_project, register))
    assert (done.returncode, done.stderr) == (0, said)
    ours, theirs = site.bytes(), Site(root).bytes()
    assert [
        name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name)
    ] == []
