"""Projects of their own, each around the data of a register, and how they are built."""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from releve.runtime import cache

from .built_site import EDIT_URI, SITE_URL, Site
from .paths import REGISTERS, ROOT

Build = Callable[..., "subprocess.CompletedProcess[str]"]
BuiltOnce = Callable[..., tuple[Site, str]]

HOSTILE_WORDS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "[x](javascript:alert(1))",
    "</title><script>alert(1)</script>",
    "</script></style></textarea>",
    "{{ 7*7 }}",
    "{% raw %}",
    "{# no #}",
    "${x}",
    "%(n)s %s",
    "<!--",
    "]]>",
    "&lt;b&gt;",
    "![x](https://elsewhere.example/x.png)",
    "\u202eturned\u2066",
)
"""What somebody might write into a register to do its readers harm."""

_WORDS = {
    "hostile": {
        "HOSTILE": " ".join(HOSTILE_WORDS),
        "EVIL": '<script>alert(1)</script>"><img src=x onerror=alert(1)> {{ 7*7 }}',
        "ADDRESS": "\"><script>alert(1)</script><a/onmouseover='alert(1)'/href='",
    },
    # The same register in good faith, to compare with. An image becomes a link: see prose.py.
    "tame": {
        "HOSTILE": "tame ![x](https://elsewhere.example/x.png)",
        "EVIL": "tame",
        "ADDRESS": "tame",
    },
}


def copy_project(register: str, project: Path) -> None:
    """A project of its own: this one's code and frame, around the data of a register."""
    project.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", project)
    for folder in ("docs", "hooks", "overrides"):
        shutil.copytree(ROOT / folder, project / folder)
    folder = {"tame": "hostile"}.get(register, register)
    shutil.copytree(REGISTERS / folder / "data", project / "data")
    if register in _WORDS:
        for path in (project / "data").rglob("*.yml"):
            path.write_text(said_in(path, register), "utf-8")


def said_in(path: Path, register: str) -> str:
    """What a file of a trial register says, its stand-ins replaced by the words they stand for."""
    return _said(path.read_text(encoding="utf-8"), _WORDS.get(register, {}))


def _said(text: str, words: dict[str, str]) -> str:
    """Some YAML with these words: in quotes as JSON writes them, in a block as they are."""

    def replaced(part: str, quoted: bool) -> str:
        for word, meant in words.items():
            said = json.dumps(meant)[1:-1] if quoted else meant
            part = part.replace(word, said)
        return part

    return "".join(replaced(part, part.startswith('"')) for part in re.split(r'("[^"\n]*")', text))


def environment(**variables: str) -> dict[str, str]:
    """The environment of a build, with these variables too."""
    return {
        **os.environ,
        "PYTHONPATH": "hooks",
        "PYTHONDONTWRITEBYTECODE": "1",
        "NO_MKDOCS_2_WARNING": "1",
        "SITE_URL": SITE_URL,
        "EDIT_URI": EDIT_URI,
        **variables,
    }


def build(
    project: Path, program: str = "mkdocs", **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run mkdocs, or a fork of it, in a project as the Makefile does."""
    return subprocess.run(
        [sys.executable, "-m", program, "build", "--strict", "--quiet"],
        cwd=project,
        env=environment(**variables),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def built_once(
    shared: Path, name: str, prepare: Callable[[Path], object], **environment: str
) -> tuple[Site, str]:
    """The site of a project, and what its build said: by the first process of the tests that asks
    for it; others wait until it is there.
    """
    project = shared / name / "project"
    said = shared / name / "said.txt"
    project.parent.mkdir(exist_ok=True)
    with (shared / name / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # until the file is closed
        if not said.exists():
            shutil.rmtree(project, ignore_errors=True)
            prepare(project)
            if name != _FIRST:
                add_compiled_templates(shared, project)
            done = build(project, **environment)
            assert done.returncode == 0, f"{name} was not built:\n{done.stderr}"
            said.write_text(done.stderr, encoding="utf-8")
    return Site(project), said.read_text(encoding="utf-8")


_FIRST = "empty"
"""The register whose build compiles the templates for the builds of all tests."""


def add_compiled_templates(shared: Path, project: Path) -> None:
    """Spare a project the compiling of its templates, which is half of the time of a small build.

    What is taken is what a build has left, so that it counts only if the templates are the same.
    """
    first, _ = built_once(shared, _FIRST, partial(copy_project, _FIRST), CI="")
    compiled = first.folder.parent / cache.FOLDER / "templates"
    (project / cache.FOLDER).mkdir()
    shutil.copy(compiled, project / cache.FOLDER)
