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
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import count
from pathlib import Path

from releve.pages import search_index

from . import hugo
from .browser import opened, seconds_until_said
from .judge import SEARCH
from .measure import Run, run
from .others import Others

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
    """This project, around a register of its own, with or without the index of the search."""

    def __init__(self, folder: Path, index: bool = True) -> None:
        self.folder = folder
        self.site = folder / "site"
        self._index = index
        self._words = _new_words()

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

    def from_nothing(self) -> Run:
        """Build the site in a new folder, and leave nothing for the next build, as in CI."""
        self.fresh()
        return self._build(CI="1")

    def again(self) -> Run:
        """Build the site, with what is left from the build before and for the next one."""
        return self._build(CI="")

    def after_an_edit(self) -> Run:
        """Add words to the last record, and build the site again."""
        _add(self.last_record(), next(self._words))
        return self.again()

    def _build(self, **environment: str) -> Run:
        command = [sys.executable, "-m", "mkdocs", "--quiet", "build", "--strict"]
        environment |= {"RELEVE_PROFILE": "1", "RELEVE_LEAVE_OUT": "" if self._index else SEARCH}
        made = run(command, self.folder, **_ENVIRONMENT, **environment)
        return replace(made, index=self._index)

    def check(self) -> Run:
        return run([sys.executable, "-m", "releve", "check"], self.folder, **_ENVIRONMENT, CI="")

    def last_record(self) -> Path:
        """The file of the last meeting that holds what an edit adds to."""
        records = (self.folder / "data" / "meetings").rglob("*.yml")
        held = [path for path in records if _WORDS in path.read_text(encoding="utf-8")]
        return max(held, key=lambda path: path.stem)

    @contextmanager
    def served(self) -> Iterator[Callable[[], Run]]:
        """Serve the site; what is given edits a record, and waits for a browser to show that.

        The browser was left open at the record. The server has settled, and has made its index,
        before the first edit.
        """
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = self._server(port)
        root = f"http://127.0.0.1:{port}"
        try:
            _wait_for(f"{root}/{search_index.INDEX_FOLDER}/pagefind-entry.json")
            record = self.last_record()
            with opened() as page:
                page.goto(f"{root}/{record.parent.name}/{record.stem}/")

                def edit() -> Run:
                    time.sleep(2)  # longer than a server takes to see that files are quiet
                    words, others = next(self._words), Others()
                    _add(record, words)
                    seconds = seconds_until_said(page, words, _PATIENCE)
                    return Run(seconds, others=others.share())

                yield edit
        finally:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()

    def _server(self, port: int) -> subprocess.Popen[bytes]:
        address = f"127.0.0.1:{port}"
        return subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "--quiet", "serve", "--dev-addr", address],
            cwd=self.folder,
            env={**os.environ, **_ENVIRONMENT, "SITE_URL": "http://127.0.0.1/"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )


class Hugo:
    """Hugo, with the facts of the same register."""

    def __init__(self, folder: Path, releve: Releve) -> None:
        self.folder = folder
        self.site = folder / "public"
        self._releve = releve
        self._words = _new_words()

    def from_nothing(self) -> Run:
        """Make its data and layouts from a site that Relevé has built; then, timed, its site."""
        hugo.make(self._releve.folder, self.folder)
        return self._build()

    def after_an_edit(self) -> Run:
        """Add words to the last record, and build the site again."""
        _add(self.folder / "data" / "fr" / "meetings.json", next(self._words))
        return self._build()

    def _build(self) -> Run:
        apart = ["--noBuildLock", "--cacheDir", str(self.folder / "cache")]
        return run([str(hugo.executable()), "--quiet", *apart], self.folder)


class Writing:
    """Writes what Relevé wrote: what no way of making the pages can do without."""

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
        others, start, before = Others(), time.perf_counter(), time.process_time()
        for name, content in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        seconds, processor = time.perf_counter() - start, time.process_time() - before
        return Run(seconds, processor, others=others.share())


def _new_words() -> Iterator[str]:
    """What each edit adds: words that no edit before it has added."""
    return (f"bis{number}" for number in count(1))


def _add(path: Path, words: str) -> None:
    """Add words after the last `_WORDS` of a file."""
    before, found, after = path.read_text(encoding="utf-8").rpartition(_WORDS)
    assert found, path
    path.write_text(f"{before}{found} {words}{after}", encoding="utf-8")


def _wait_for(url: str) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        with suppress(OSError), urllib.request.urlopen(url):
            return
        time.sleep(0.02)
    raise RuntimeError(f"{url} never came")
