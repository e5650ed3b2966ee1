"""The benchmark: `make bench`, or `make bench SIZES="20 80" RUNS=1` for a quick one.

For each size of register, full builds by Relevé and by Hugo and the writing of the same files
take turns, so that whatever else the machine does falls on all alike; then builds after an
edit, the check alone, and a served record in Chromium. Figures are medians, but those of the
largest registers, which are run once. They go to the terminal, and with `--publish` to docs/.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from .browser import Reading, read
from .contestants import Hugo, Releve, Writing, seconds_until_shown
from .measure import Run, middle
from .register import FOLLOW_UPS_EACH, make
from .report import LARGE, Report, Result, machine, publish

ROWS = 3000
"""Rows of the index in which keys are typed."""
WORDS = ("en bref", "en vrac", "en somme", "en clair", "en marge", "en détail", "en fin", "en sus")
"""What each edit adds."""


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _full(runs: int, releve: Releve, hugo: Hugo, writing: Writing) -> list[Run]:
    found: list[list[Run]] = [[], [], []]
    for turn in range(runs):
        _say(f"  full build {turn + 1} of {runs}")
        releve.fresh()
        found[0].append(releve.build())
        hugo.fresh()
        found[1].append(hugo.build())
        found[2].append(writing.build())
    return [middle(runs) for runs in found]


def _again(runs: int, releve: Releve, hugo: Hugo) -> list[Run]:
    found: list[list[Run]] = [[], []]
    releve.build(leaving=True)
    for turn in range(runs):
        _say(f"  build after an edit {turn + 1} of {runs}")
        words = WORDS[turn % len(WORDS)]
        releve.edit(words)
        found[0].append(releve.build(leaving=True))
        hugo.edit(words)
        found[1].append(hugo.build())
    return [middle(runs) for runs in found]


def _measured(meetings: int, runs: int, work: Path, browser: bool) -> Result:
    _say(f"{meetings} meetings")
    releve = Releve(work / f"releve-{meetings}")
    hugo = Hugo(work / f"hugo-{meetings}", releve)
    writing = Writing(work / f"writing-{meetings}", releve)
    make(releve.folder, meetings)
    full, by_hugo, alone = _full(runs, releve, hugo, writing)
    pages = list(releve.site.rglob("index.html"))
    theirs = list(hugo.site.rglob("index.html"))
    again, hugo_again = _again(runs, releve, hugo)
    check = middle([releve.check() for _ in range(runs)])
    shown = Run(0)
    if browser and meetings <= LARGE:
        shown = middle(seconds_until_shown(releve, list(WORDS[-runs:])))
    return Result(
        meetings=meetings,
        pages=len(pages),
        size=sum(page.stat().st_size for page in pages),
        hugo_size=sum(page.stat().st_size for page in theirs),
        full=full,
        hugo=by_hugo,
        writing=alone,
        again=again,
        hugo_again=hugo_again,
        check=check,
        shown=shown,
    )


def _in_a_browser(work: Path) -> Reading:
    _say("in a browser")
    releve = Releve(work / "browser")
    make(releve.folder, ROWS // FOLLOW_UPS_EACH)
    releve.fresh()
    releve.build()
    decision = max((releve.site / "en").rglob("decision-3")).relative_to(releve.site)
    return read(releve.site, f"{decision.as_posix()}/", "en/search/", "en/follow-ups/")


def main() -> None:
    """Measure, print, and publish if asked."""
    options = argparse.ArgumentParser(prog="bench", description=__doc__)
    options.add_argument("--sizes", nargs="+", type=int, default=[20, 80, 320, 1280])
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--publish", action="store_true", help="write docs/speed.*.md too")
    options.add_argument("--no-browser", dest="browser", action="store_false")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="releve-bench-") as work:
        results = [
            _measured(size, asked.runs if size <= LARGE else 1, Path(work), asked.browser)
            for size in asked.sizes
        ]
        reading = _in_a_browser(Path(work)) if asked.browser else None
    command = f'make bench SIZES="{" ".join(map(str, asked.sizes))}" RUNS={asked.runs}'
    print("\n".join(english for _, english in machine(command)))
    print(f"\n{Report('en', results, reading).markdown()}")
    if asked.publish:
        publish(results, reading, command)


if __name__ == "__main__":
    main()
