"""Runs Pagefind over a folder of pages. Begin at `index_pages`.

Pagefind's command line takes the files of a folder in the order in which the disk has them, so that
an index would differ from one machine to another. Its service takes them as they are sent. The
client that comes with it waits a tenth of a second for each answer, hence the few lines here;
messages are JSON in base64, each followed by a comma.
"""

from __future__ import annotations

import base64
import gzip
import json
import os
import re
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
_CHUNK_SIZE = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "4000"}
"""Words are looked up in chunks of the index, of which the usual ones are five times as large: a
first search of 320 meetings would load 30 kB more for a word.
"""


ENTRY = "pagefind-entry.json"
"""The file of an index that a browser loads first: it lists the languages."""


def index_pages(pages: Path, index: Path) -> list[str]:
    """Add the pages of a folder, all in one language, to an index, in the order of their names;
    return the ids that Pagefind gives them.

    Raises `RuntimeError` if Pagefind fails.
    """
    before = json.loads((index / ENTRY).read_bytes()) if (index / ENTRY).exists() else {}
    _run(pages, index)
    content = json.loads((index / ENTRY).read_bytes())
    ((code, added),) = content["languages"].items()
    meta = gzip.decompress((index / f"pagefind.{added['hash']}.pf_meta").read_bytes())
    content["languages"] |= before.get("languages", {})
    (index / ENTRY).write_text(json.dumps(content, sort_keys=True), encoding="utf-8")
    # In CBOR, of which this much is certain: pages come first, and no number looks like a letter.
    ids = re.findall(rb"%s_[0-9a-f]{7,}" % code.encode(), meta)
    return [found.decode() for found in ids[: added["page_count"]]]


def _run(pages: Path, index: Path) -> None:
    program = get_executable()
    assert program, "Pagefind is installed with its program: see pyproject.toml."
    pipe, environment = subprocess.PIPE, os.environ | _CHUNK_SIZE
    with subprocess.Popen(
        [program, "--service"], stdin=pipe, stdout=pipe, cwd=pages, env=environment
    ) as service:
        assert service.stdin and service.stdout
        # It answers while it is spoken to, and stops without a word when it hears no more.
        sender = Thread(target=_send, args=(service.stdin, pages, index), daemon=True)
        sender.start()
        answers = _answers(service.stdout)
        last = next((one for one in answers if one["type"] in ("Error", "WriteFiles")), {})
        if last.get("type") != "WriteFiles":
            service.kill()
            raise RuntimeError(f"Pagefind made no index: {last.get('message', 'it stopped')}")
        sender.join()
        # It may still be writing, and drops everything when it hears no more. What it does not
        # understand makes it stop listening, and leave once all is written.
        service.stdin.write(b"!,")
        service.stdin.flush()
        while service.stdout.read(_AT_ONCE):
            pass


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
