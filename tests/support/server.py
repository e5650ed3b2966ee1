"""The server that a secretariat leaves running while it writes, and what it shows."""

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

from .built_site import EDIT_URI

PATIENCE = 60
"""Seconds after which a server that does not answer is taken for dead: no measure of speed."""


@contextmanager
def serving(project: Path) -> Iterator[tuple[str, Path]]:
    """A server on a free port: its address, and the file that holds what it printed."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    printed = project / "printed.txt"
    with printed.open("w") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "--quiet", "serve", "-a", f"127.0.0.1:{port}"],
            cwd=project,
            env={
                **os.environ,
                "PYTHONPATH": "hooks",
                "NO_MKDOCS_2_WARNING": "1",
                "EDIT_URI": EDIT_URI,
            },
            stdout=output,
            stderr=output,
        )
        try:
            yield f"http://127.0.0.1:{port}/", printed
        finally:
            server.terminate()
            server.wait()


def until(condition: Callable[[], bool], what: str) -> None:
    patience = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < patience, f"in vain: {what}"
        time.sleep(0.1)


def page_of(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError as error:
        error.close()
        return ""
    except (urllib.error.URLError, ConnectionError):
        return ""
