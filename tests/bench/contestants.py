"""Who is measured: Relevé, Hugo with the same pages, and the writing of the same files alone."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

from releve.pages import search_index

from . import hugo
from .browser import opened, seconds_until_said
from .measure import Run, run

PROJECT = hugo.PROJECT
PARTS = ("mkdocs.yml", "docs", "hooks", "overrides")
"""What a project is made of, beside its data."""

_WORDS = "Questions diverses"
"""Words of the last meeting, in French, that an edit adds to."""
_ENVIRONMENT = {
    "PYTHONPATH": "hooks",
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONDONTWRITEBYTECODE": "",  # the second run finds what Python compiled in the first
}
_PATIENCE = 600.0
"""Seconds after which a server that has no index, or does not show an edit, is given up."""


class Releve:
    """This project, around a register of its own."""

    name = "Relevé"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.site = folder / "site"

    def fresh(self) -> None:
        """Leave nothing in the folder but the code and the data."""
        for path in self.folder.iterdir():
            if path.name != "data":
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        for part in PARTS:
            source, ignored = PROJECT / part, shutil.ignore_patterns("__pycache__")
            if source.is_dir():
                shutil.copytree(source, self.folder / part, ignore=ignored)
            else:
                shutil.copy(source, self.folder)

    def build(self, leaving: bool = False) -> Run:
        """Build the site; `leaving` something for the next build, as elsewhere than in CI."""
        command = [sys.executable, "-m", "mkdocs", "--quiet", "build", "--strict"]
        ci = "" if leaving else "1"
        return run(command, self.folder, RELEVE_PROFILE="1", **_ENVIRONMENT, CI=ci)

    def check(self) -> Run:
        return run([sys.executable, "-m", "releve", "check"], self.folder, **_ENVIRONMENT, CI="")

    def edit(self, words: str) -> None:
        """Add words to the last record."""
        _add(self.last_record(), words)

    def last_record(self) -> Path:
        """The file of the last meeting that holds what an edit adds to."""
        records = (self.folder / "data" / "meetings").rglob("*.yml")
        held = [path for path in records if _WORDS in path.read_text(encoding="utf-8")]
        return max(held, key=lambda path: path.stem)

    def server(self, port: int) -> subprocess.Popen[bytes]:
        address = f"127.0.0.1:{port}"
        command = [sys.executable, "-m", "mkdocs", "--quiet", "serve", "--dev-addr", address]
        return _started(command, self.folder)


class Hugo:
    """Hugo, with the facts of the same register."""

    name = "Hugo"

    def __init__(self, folder: Path, releve: Releve) -> None:
        self.folder = folder
        self.site = folder / "public"
        self._releve = releve

    def fresh(self) -> None:
        """Make its data and layouts from a site that Relevé has built."""
        hugo.make(self._releve.folder, self.folder)

    def build(self) -> Run:
        return run([str(hugo.executable()), "--quiet", *self._apart()], self.folder)

    def edit(self, words: str) -> None:
        """Add words to the last record."""
        _add(self.folder / "data" / "fr" / "meetings.json", words)

    def _apart(self) -> list[str]:
        return ["--noBuildLock", "--cacheDir", str(self.folder / "cache")]


class Writing:
    """Writes what Relevé wrote: what no way of making the pages can do without."""

    name = "writing"

    def __init__(self, folder: Path, releve: Releve) -> None:
        self.folder = folder
        self._releve = releve

    def build(self) -> Run:
        site = self._releve.site
        files = {
            path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()
        }
        shutil.rmtree(self.folder, ignore_errors=True)
        os.sync()
        start, before = time.perf_counter(), time.process_time()
        for name, content in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return Run(time.perf_counter() - start, time.process_time() - before)


def _add(path: Path, words: str) -> None:
    """Add words after the last `_WORDS` of a file."""
    before, found, after = path.read_text(encoding="utf-8").rpartition(_WORDS)
    assert found, path
    path.write_text(f"{before}{found} {words}{after}", encoding="utf-8")


def seconds_until_shown(releve: Releve, edits: list[str]) -> list[Run]:
    """How long after each edit was saved a browser shows it, that was left open at the record.

    Its server has settled, and has made its index, before the first.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = releve.server(port)
    root = f"http://127.0.0.1:{port}"
    try:
        found = []
        _wait_for(f"{root}/{search_index.INDEX_FOLDER}/pagefind-entry.json")
        record = releve.last_record()
        with opened() as page:
            page.goto(f"{root}/{record.parent.name}/{record.stem}/")
            for words in edits:
                time.sleep(2)  # longer than a server takes to see that files are quiet
                _add(record, words)
                found.append(Run(seconds_until_said(page, words, _PATIENCE)))
        return found
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def _started(command: list[str], folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **_ENVIRONMENT, "SITE_URL": "http://127.0.0.1/"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _wait_for(url: str) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        with suppress(OSError), urllib.request.urlopen(url):
            return
        time.sleep(0.02)
    raise RuntimeError(f"{url} never came")
