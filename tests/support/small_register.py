"""Copies of the small register with a few changes, for the tests of its problems."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from releve.build.load import load
from releve.source import Problem, report

from .paths import SMALL

Change = str | bytes | tuple[str, str] | None
"""A file's new content, or words of it and what to write in their place, or its removal."""

Cases = dict[str, tuple[Mapping[str, Change], str]]
"""Bad registers by what is bad in them: what is changed, and the report of it."""

WINTER = "meetings/cbf-hc/2031-02-05.yml"
SPRING = "meetings/cbf-hc/2031-04-02.yml"
SUMMER = "meetings/cbf-hc/2031-06-04.yml"
REPORTS = "follow-ups/cbf-hc/2031-02-05-1A.yml"
LATER = "meetings/cbf-hc/2031-06-20.yml"  # a meeting that it does not have


def small_register(folder: Path, changes: Mapping[str, Change] | None = None) -> Path:
    """The small register, copied to `folder` and changed; paths are below its `data/`."""
    shutil.copytree(SMALL / "data", folder / "data")
    for name, change in (changes or {}).items():
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if change is None:
            path.unlink()
        elif isinstance(change, tuple):
            before, after = change
            text = path.read_text(encoding="utf-8")
            assert text.count(before) == 1, (
                f"{before!r} stands {text.count(before)} times in {name}"
            )
            path.write_text(text.replace(before, after), encoding="utf-8")
        else:
            path.write_bytes(change.encode() if isinstance(change, str) else change)
    return folder


def meeting_with(*outcomes: str) -> str:
    """A meeting with one item, and what came of it."""
    lines = [f"      - {{{outcome}}}\n" for outcome in outcomes]
    title = "title: {fr: Un, en: One}\n"
    return f"{title}agenda:\n  - item: 1\n    {title}    outcomes:\n{''.join(lines)}"


def problems_of(root: Path) -> list[Problem]:
    """Every problem of the register in `root`."""
    return load(root)[1]


def report_of(root: Path) -> str:
    """What the command line prints of it."""
    return report(problems_of(root))
