"""Sites built from registers, a server for them, and a browser to look at them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from built import EDIT_URI, SITE_URL, Site
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
REGISTERS = ROOT / "tests" / "registers"

Build = Callable[..., "subprocess.CompletedProcess[str]"]


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


def _folder(register: str) -> Path:
    names = {"shipped": ROOT, "tame": REGISTERS / "hostile"}
    return names.get(register, REGISTERS / register)


def copy_project(register: str, project: Path) -> None:
    """A project of its own: this one's code and frame, around the data of a register."""
    project.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", project)
    for folder in ("docs", "hooks", "overrides"):
        shutil.copytree(
            ROOT / folder, project / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copytree(_folder(register) / "data", project / "data")
    if register in _WORDS:
        for path in (project / "data").rglob("*.yml"):
            path.write_text(_said(path.read_text(encoding="utf-8"), _WORDS[register]), "utf-8")


def _said(text: str, words: dict[str, str]) -> str:
    """Some YAML with these words: in quotes as JSON writes them, in a block as they are."""

    def replaced(part: str, quoted: bool) -> str:
        for word, meant in words.items():
            said = json.dumps(meant)[1:-1] if quoted else meant
            part = part.replace(word, said)
        return part

    return "".join(replaced(part, part.startswith('"')) for part in re.split(r'("[^"\n]*")', text))


def _build(project: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run mkdocs in a project as the Makefile does."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=project,
        env={
            **os.environ,
            "PYTHONPATH": "hooks",
            "PYTHONDONTWRITEBYTECODE": "1",
            "NO_MKDOCS_2_WARNING": "1",
            "SITE_URL": SITE_URL,
            "EDIT_URI": EDIT_URI,
            **environment,
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="session")
def build() -> Build:
    """Builds the site of a project, and says how that went."""
    return _build


@pytest.fixture
def project(tmp_path: Path) -> Callable[[str], Path]:
    """Makes a project from a register of tests/registers/, or from the shipped one."""

    def make(register: str) -> Path:
        copy_project(register, tmp_path / "project")
        return tmp_path / "project"

    return make


@pytest.fixture(scope="session")
def site_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Site]:
    """The site of a register, built once for all tests."""

    @cache
    def built(register: str) -> Site:
        project = tmp_path_factory.mktemp(register) / "project"
        copy_project(register, project)
        done = _build(project)
        assert done.returncode == 0, f"{register} was not built:\n{done.stderr}"
        return Site(project)

    return built


@pytest.fixture(scope="session")
def site(site_of: Callable[[str], Site]) -> Site:
    """The site of the shipped register."""
    return site_of("shipped")


class _UnderBase(SimpleHTTPRequestHandler):
    """Serves a site below the path at which it is published."""

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        # Pages are looked at once; what they share need not be asked for again.
        self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def translate_path(self, path: str) -> str:
        base = urlsplit(SITE_URL).path
        if not path.startswith(base):
            return "/nothing-is-served-here"
        return super().translate_path(path[len(base) - 1 :])

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: what failed is for the tests to say."""


@pytest.fixture(scope="session")
def served() -> Iterator[Callable[[Site], str]]:
    """Serves a site on this machine alone, and says at which address."""
    servers: list[ThreadingHTTPServer] = []

    @cache
    def serve(site: Site) -> str:
        handler = partial(_UnderBase, directory=str(site.folder))
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}{urlsplit(SITE_URL).path}"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, as the system's packages install it: see tests/browser/install."""
    names = ("chromium", "chromium-browser", "google-chrome")
    executable = next(filter(None, map(shutil.which, names)), None)
    assert executable, "Chromium is missing: tests/browser/install installs it."
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=executable,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        )
        yield launched
        launched.close()
