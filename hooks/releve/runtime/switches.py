"""The tricks that save time or memory, each of which can be switched off.

A trick may change nothing but time and memory: `tests/test_tricks.py` makes pages and sites of
trial registers with each of them off, and compares the bytes. To measure a trick, or to see whether
it causes a fault, build without it: `RELEVE_WITHOUT=cache,parallel make site`. `RELEVE_WITHOUT=all`
switches off all of them.
"""

from __future__ import annotations

import os

WITHOUT = "RELEVE_WITHOUT"
"""The environment variable that names the tricks to switch off, separated by commas."""

TRICKS = {
    "cache": "what a run leaves in .cache/ for the next one: runtime/cache.py",
    "incremental": "pages of the build before that need not be made again: build/previous_build.py",
    "parallel": "several processes that read files and write pages: runtime/processes.py",
    "lazy": "long texts that are kept out of memory: runtime/lazy.py",
    "memo": "texts and rows that stand on several pages, made once: register/dependencies.py",
    "templates": "templates compiled to do less than Jinja's own: pages/templates.py",
    "prose": "plain paragraphs set without the Markdown parser: pages/prose.py",
    "theme": "the theme's templates, compiled once, and its icons, not listed: ../mkdocs_hook.py",
}
"""Each trick by name: how it saves time or memory, and the file that holds it."""


def is_on(trick: str) -> bool:
    """Whether a trick, a key of `TRICKS`, may be used."""
    assert trick in TRICKS, trick
    without = os.environ.get(WITHOUT, "")
    return not without or (without != "all" and trick not in without.split(","))


def unknown() -> str:
    """The first name in `RELEVE_WITHOUT` that is no trick; empty if all are."""
    names = filter(None, os.environ.get(WITHOUT, "").split(","))
    return next((name for name in names if name not in TRICKS and name != "all"), "")
