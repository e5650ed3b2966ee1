"""What a site costs its readers: bytes of a page, of a first search, and the answer to a key."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from playwright.sync_api import Page, Response, sync_playwright
from support import chromium

from .measure import Run, turns
from .others import Others

_TYPED = "working group budget survey"
"""What is typed into the filter, a key at a time, and taken out again likewise."""
_FOUND = "budget"
"""What is searched for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was measured in a browser."""

    page: int
    """Bytes of a decision's page."""
    packed: int
    """The same, compressed with gzip as servers send it."""
    whole: int
    """Bytes, compressed, of a first visit: the page and all that it asks for."""
    search: int
    """Bytes that a first search asks for beyond those, compressed: its page, what reads the index
    and the parts of the index that it takes."""
    rows: int
    """Rows of the list in which keys were typed."""
    key: float
    """Milliseconds from a key to the frame that shows its answer, median."""
    slow: float
    """The same, 95th percentile."""
    typing: Run
    """While the keys were typed."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing of each request."""


@contextmanager
def opened() -> Iterator[Page]:
    """A page of Chromium."""
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        yield browser.new_page(viewport={"width": 1280, "height": 800})
        browser.close()


def seconds_until_said(page: Page, words: str, patience: float) -> float:
    """How long from now until a page says some words by itself, within `patience` seconds."""
    start = time.perf_counter()
    said = "(words) => document.body?.textContent.includes(words)"
    page.wait_for_function(said, arg=words, polling="raf", timeout=1000 * patience)
    return time.perf_counter() - start


def read(site: Path, decision: str, finder: str, index: str) -> Reading:
    """Measure a site by the addresses of a decision, of the page that searches, and of the index of
    follow-ups.
    """
    handler = partial(_Quiet, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with opened() as page:
            root = f"http://127.0.0.1:{server.server_port}/"
            asked: dict[str, int] = {}

            def note(answer: Response) -> None:
                asked.setdefault(answer.url, _packed(site, answer.url, root))

            page.on("response", note)
            page.goto(f"{root}{decision}", wait_until="networkidle")
            html = (site / decision / "index.html").read_bytes()
            whole = sum(asked.values())
            page.goto(f"{root}{finder}?q={_FOUND}", wait_until="networkidle")
            page.locator(".results li").first.wait_for()
            search = sum(asked.values()) - whole
            rows, keys = 0, [0.0]

            def typing() -> Run:
                nonlocal rows, keys
                page.goto(f"{root}{index}", wait_until="networkidle")
                others, start = Others(), time.perf_counter()
                rows, keys = _type(page)
                return Run(time.perf_counter() - start, others=others.share())

            ((typed,),) = turns(1, "typing", typing)
    finally:
        server.shutdown()
        server.server_close()
    return Reading(
        len(html),
        len(gzip.compress(html)),
        whole,
        search,
        rows,
        median(keys),
        quantiles(keys, n=20)[-1],
        typed,
    )


def _packed(site: Path, url: str, root: str) -> int:
    path = site / url.removeprefix(root).partition("?")[0]
    path = path / "index.html" if path.is_dir() else path
    return len(gzip.compress(path.read_bytes())) if path.is_file() else 0


# A message that is posted in the callback of a frame arrives once that frame is painted.
_LISTEN = """() => {
  window.answers = [];
  document.querySelector(".filters [name=q]").addEventListener("input", (event) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.answers.push(performance.now() - event.timeStamp);
      port2.postMessage(null);
    });
  }, { capture: true });
}"""


def _type(page: Page) -> tuple[int, list[float]]:
    """How many rows the list has on all its pages, and milliseconds to answer each key."""
    rows = int(page.locator(".filters output").get_attribute("data-all") or 0)
    page.evaluate(_LISTEN)
    page.locator(".filters [name=q]").focus()
    for key in [*_TYPED, *(["Backspace"] * len(_TYPED))]:
        before = page.evaluate("window.answers.length")
        page.keyboard.press("Space" if key == " " else key)
        page.wait_for_function("(before) => window.answers.length > before", arg=before)
    return rows, page.evaluate("window.answers")
