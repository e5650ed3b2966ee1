"""Runs Pagefind over a folder of pages. Begin at `index_pages`.

Pagefind's command line takes the files of a folder in the order in which the disk has them, so that
an index would differ from one machine to another. Its service takes them as they are sent. The
client that comes with it waits a tenth of a second for each answer, hence the few lines here;
messages are JSON in base64, each followed by a comma.
"""

from __future__ import annotations

import base64
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import IO, Any

from pagefind.service import get_executable

_UNREAD = [".only-language"]
"""What is not to be found in a page: selectors of CSS."""
_AT_ONCE = 1 << 16
"""Bytes that are read at once."""


def index_pages(pages: Path, index: Path) -> None:
    """Add the pages of a folder to an index, in the order of their names.

    Raises `RuntimeError` if Pagefind fails.
    """
    program = get_executable()
    assert program, "Pagefind is installed with its program: see pyproject.toml."
    pipe = subprocess.PIPE
    with subprocess.Popen([program, "--service"], stdin=pipe, stdout=pipe, cwd=pages) as service:
        assert service.stdin and service.stdout
        # It answers while it is spoken to, and stops without a word when it hears no more.
        sender = Thread(target=_send, args=(service.stdin, pages, index), daemon=True)
        sender.start()
        last = {}
        for last in _answers(service.stdout):
            if last["type"] in ("Error", "WriteFiles"):
                break
        if last.get("type") != "WriteFiles":
            service.kill()
            raise RuntimeError(f"Pagefind made no index: {last.get('message', 'it stopped')}")
        sender.join()


def _send(stdin: IO[bytes], pages: Path, index: Path) -> None:
    try:
        for number, payload in enumerate(_requests(pages, index)):
            message = json.dumps({"message_id": number, "payload": payload}).encode()
            stdin.write(base64.b64encode(message) + b",")
        stdin.flush()
    except BrokenPipeError:
        pass  # it has stopped, which `index_pages` notices


def _requests(pages: Path, index: Path) -> Iterator[dict[str, Any]]:
    yield {"type": "NewIndex", "config": {"exclude_selectors": _UNREAD}}
    for path in sorted(pages.iterdir()):
        page = {"file_path": path.name, "file_contents": path.read_text(encoding="utf-8")}
        yield {"type": "AddFile", "index_id": 0, **page}
    yield {"type": "WriteFiles", "index_id": 0, "output_path": str(index)}


def _answers(stdout: IO[bytes]) -> Iterator[dict[str, Any]]:
    rest = b""
    while piece := stdout.read1(_AT_ONCE):  # type: ignore[attr-defined]
        *whole, rest = (rest + piece).split(b",")
        for message in whole:
            yield json.loads(base64.b64decode(message))["payload"]
