"""Pages in a browser, and what goes wrong while they are looked at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request, Response


class Watch:
    """What goes wrong in a browser while pages are looked at."""

    def __init__(self, page: Page, base: str) -> None:
        self.faults: list[str] = []
        page.on("console", lambda said: self._console(said.type, said.text))
        page.on("pageerror", lambda error: self._note("error", str(error)))
        page.on("requestfailed", self._failed)
        page.on("response", self._answered)
        page.on("request", lambda request: self._asked(request.url, base))
        page.on("dialog", self._dialog)

    def _note(self, what: str, which: str) -> None:
        self.faults.append(f"{what}: {which}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the browser left the page meanwhile
            self._note(request.failure or "failed", request.url)

    def _answered(self, answer: Response) -> None:
        if answer.status >= 400:
            self._note(str(answer.status), answer.url)

    def _console(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self._note(kind, text)

    def _asked(self, url: str, base: str) -> None:
        if not url.startswith((base, "data:")):
            self._note("asked elsewhere", url)

    def _dialog(self, dialog: Dialog) -> None:
        self._note("dialog", dialog.message)
        dialog.dismiss()


@contextmanager
def opened(browser: Browser, base: str, **how: object) -> Iterator[tuple[Page, Watch]]:
    """A page of a fresh browser profile, watched."""
    context: BrowserContext = browser.new_context(**how)  # type: ignore[arg-type]
    context.set_default_timeout(15_000)
    context.add_init_script("window.alerts = []; window.alert = words => alerts.push(words);")
    try:
        page = context.new_page()
        yield page, Watch(page, base)
    finally:
        context.close()
