"""Where Chromium is on this machine, and how the tests start it."""

from __future__ import annotations

import shutil

from playwright.sync_api import Browser, Playwright

# The first is Chromium without a window, which takes half of the processor's time.
_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def launch(playwright: Playwright) -> Browser:
    """Chromium as the system's packages install it: see tests/browser/install."""
    executable = next(filter(None, map(shutil.which, _NAMES)), None)
    assert executable, "Chromium is missing: tests/browser/install installs it."
    return playwright.chromium.launch(executable_path=executable, args=_FLAGS)
