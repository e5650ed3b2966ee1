"""The server that a secretariat leaves running while it writes."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

REGISTER = Path("data") / "register.yml"
PATIENCE = 60
"""Seconds after which a server that does not answer is taken for dead: no measure of speed."""


@contextmanager
def _serving(project: Path) -> Iterator[tuple[str, Path]]:
    """A server on a free port: its address, and the file that holds what it printed."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    printed = project / "printed.txt"
    with printed.open("w") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "--quiet", "serve", "-a", f"127.0.0.1:{port}"],
            cwd=project,
            env={**os.environ, "PYTHONPATH": "hooks", "NO_MKDOCS_2_WARNING": "1"},
            stdout=output,
            stderr=output,
        )
        try:
            yield f"http://127.0.0.1:{port}/", printed
        finally:
            server.terminate()
            server.wait()


def _until(condition: Callable[[], bool], what: str) -> None:
    patience = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < patience, f"in vain: {what}"
        time.sleep(0.1)


def _page(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError as error:
        error.close()
        return ""
    except (urllib.error.URLError, ConnectionError):
        return ""


def test_a_server_keeps_the_site_while_the_register_is_bad_and_shows_it_once_mended(
    project: Callable[[str], Path],
) -> None:
    folder = project("small")
    good = (folder / REGISTER).read_text(encoding="utf-8")
    with _serving(folder) as (home, printed):
        _until(lambda: "<h1>" in _page(home), "the first page")
        # What shows each change at once is a script in the page, which a published page forbids.
        assert "livereload(" in _page(home)
        assert "script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline';" in _page(home)
        (folder / REGISTER).write_text(f"{good}colour: blue\n", encoding="utf-8")
        _until(lambda: "unknown field `colour`" in printed.read_text(), "the message")
        assert "<h1>" in _page(home)
        assert "Traceback" not in printed.read_text()
        mended = good.replace("un comité imaginaire", "un comité raccommodé")
        assert mended != good
        (folder / REGISTER).write_text(mended, encoding="utf-8")
        _until(lambda: "un comité raccommodé" in _page(home), "the mended page")
        _until(lambda: "search" in _page(f"{home}assets/search/pagefind.js"), "the index")
        assert "Traceback" not in printed.read_text()


def test_a_server_that_starts_on_a_bad_register_waits_until_it_is_mended(
    project: Callable[[str], Path],
) -> None:
    folder = project("small")
    good = (folder / REGISTER).read_text(encoding="utf-8")
    (folder / REGISTER).write_text("title: [\n", encoding="utf-8")
    with _serving(folder) as (home, printed):
        _until(lambda: "Waiting until they are mended" in printed.read_text(), "the message")
        (folder / REGISTER).write_text(good, encoding="utf-8")
        _until(lambda: "<h1>" in _page(home), "the first page")
        assert "Traceback" not in printed.read_text()
