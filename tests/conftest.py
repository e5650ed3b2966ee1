"""Sites built from registers, a server for them, and a browser to look at them."""

from __future__ import annotations

import compileall
import os
import threading
from collections.abc import Callable, Iterator
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright
from support import chance, chromium, projects
from support.built_site import SITE_URL, Site
from support.busy_register import write_busy_register
from support.paths import ROOT
from support.projects import Build, BuiltOnce, copy_project

from releve.runtime import processors

settings.load_profile(chance.PROFILE)  # before any test is read


def pytest_configure(config: pytest.Config) -> None:
    """Let all programs speak English, whoever runs the tests. Compile the code once: each project
    of the tests has a copy, and would compile it anew.
    """
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        os.environ.pop(name, None)
    os.environ["LANG"] = "C.UTF-8"
    if not hasattr(config, "workerinput"):  # before there are processes that copy it
        compileall.compile_dir(ROOT / "hooks", quiet=1)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One process more than processors: some wait for a browser, or for a build, at any time."""
    return processors() + 1


@pytest.fixture(scope="session")
def build() -> Build:
    """Builds the site of a project, and says how that went."""
    return projects.build


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder of all processes of the tests, for the sites that are built once."""
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "built"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture
def project(tmp_path: Path, shared: Path) -> Callable[[str], Path]:
    """Makes a project from a register of tests/registers/, whose templates are compiled."""

    def make(register: str) -> Path:
        copy_project(register, tmp_path / "project")
        projects.add_compiled_templates(shared, tmp_path / "project")
        return tmp_path / "project"

    return make


@pytest.fixture(scope="session")
def built_once(shared: Path) -> BuiltOnce:
    """Builds the site of a project once for all tests, in whichever process they are."""
    return partial(projects.built_once, shared)


@pytest.fixture(scope="session")
def site_of(built_once: BuiltOnce) -> Callable[[str], Site]:
    """The site of a register."""

    @cache
    def built(register: str) -> Site:
        return built_once(register, partial(copy_project, register))[0]

    return built


@pytest.fixture(scope="session")
def site(site_of: Callable[[str], Site]) -> Site:
    """The site of the Joint Councils' register, as it was when it was copied for the tests."""
    return site_of("joint-councils")


@pytest.fixture(scope="session")
def busy(built_once: BuiltOnce) -> Site:
    """The site of the register that has every kind of picture."""

    def prepare(project: Path) -> None:
        copy_project("empty", project)
        for path in (project / "data").rglob("*.yml"):
            path.unlink()
        write_busy_register(project / "data")

    return built_once("busy", prepare)[0]


@pytest.fixture(scope="session")
def split(built_once: BuiltOnce) -> Site:
    """The site of a register whose lists have a few rows on each of their pages."""

    def prepare(project: Path) -> None:
        copy_project("long-history", project)
        code = project / "hooks" / "releve" / "register" / "lists.py"
        text = code.read_text()
        assert "ROOM = 60_000" in text
        code.write_text(text.replace("ROOM = 60_000", "ROOM = 4_000"))

    return built_once("split", prepare)[0]


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
    """Chromium."""
    with sync_playwright() as playwright:
        launched = chromium.launch(playwright)
        yield launched
        launched.close()
