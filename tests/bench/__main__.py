"""The benchmark: `make bench`, or `make bench SIZES="20 80" RUNS=1` for a quick one.

For each size of register, what is compared is run in turns, so that whatever else the machine does
falls on all alike: full builds by Relevé without the index of the search, by Hugo, the writing of
the same files, and full builds with the index; then builds after an edit likewise, the check
alone, and a served record in Chromium. Nothing is computed by subtracting one run from another.

A run whose parts do not add up, or during which others used the machine, is made again: see
`judge.py`. Figures are medians, with the lowest and the highest; the largest registers are
measured once. They go to the terminal, and with `--publish` to docs/.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from .browser import Reading, read
from .contestants import Hugo, Releve, Writing
from .measure import Runs, turns
from .register import FOLLOW_UPS_EACH, make
from .report import Report, publish
from .results import LARGE, Result, machine

ROWS = 3000
"""Rows of the index in which keys are typed."""


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _measured(meetings: int, runs: int, work: Path, browser: bool) -> Result:
    _say(f"{meetings} meetings")
    plain = Releve(work / "without-index", index=False)
    releve = Releve(work / "with-index")
    hugo = Hugo(work / "hugo", plain)
    writing = Writing(work / "writing", plain)
    for ours in (plain, releve):
        make(ours.folder, meetings)
    full, by_hugo, alone, indexed = turns(
        runs,
        "full builds",
        plain.from_nothing,
        hugo.from_nothing,
        writing.build,
        releve.from_nothing,
    )
    pages = list(plain.site.rglob("index.html"))
    theirs = list(hugo.site.rglob("index.html"))
    size, hugo_size = (sum(page.stat().st_size for page in found) for found in (pages, theirs))
    for ours in (plain, releve):
        ours.again()  # leaves something for the next
    again, hugo_again, again_indexed = turns(
        runs, "builds after an edit", plain.after_an_edit, hugo.after_an_edit, releve.after_an_edit
    )
    (check,) = turns(runs, "check", releve.check)
    shown: Runs = []
    if browser and meetings <= LARGE:
        with releve.served() as edit:
            (shown,) = turns(runs, "edit while serving", edit)
    return Result(
        meetings=meetings,
        pages=len(pages),
        size=size,
        hugo_size=hugo_size,
        full=full,
        hugo=by_hugo,
        writing=alone,
        indexed=indexed,
        again=again,
        hugo_again=hugo_again,
        again_indexed=again_indexed,
        check=check,
        shown=shown,
    )


def _in_a_browser(work: Path) -> Reading:
    _say("in a browser")
    releve = Releve(work / "browser")
    make(releve.folder, ROWS // FOLLOW_UPS_EACH)
    releve.from_nothing()
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
    results = []
    for size in asked.sizes:
        with tempfile.TemporaryDirectory(prefix="releve-bench-") as work:
            runs = asked.runs if size <= LARGE else 1
            results.append(_measured(size, runs, Path(work), asked.browser))
    reading = None
    if asked.browser:
        with tempfile.TemporaryDirectory(prefix="releve-bench-") as work:
            reading = _in_a_browser(Path(work))
    command = f'make bench SIZES="{" ".join(map(str, asked.sizes))}" RUNS={asked.runs}'
    print("\n".join(english for _, english in machine(command)))
    print(f"\n{Report('en', results, reading).markdown()}")
    if asked.publish:
        publish(results, reading, command)


if __name__ == "__main__":
    main()
