"""However many mistakes there are, and however long what they are about: all is said, and soon."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from support.paths import ROOT
from support.small_register import SUMMER, Change, meeting_with, report_of, small_register

from releve.source import Problem, report

MANY = 3_000
PATIENCE = 40
"""Seconds of processor for any of these registers, which need a few. What takes the square of their
size would need more, and is stopped."""


def _quickly(root: Path) -> list[str]:
    """The lines of the report of a register, which is stopped if it takes long."""
    done = subprocess.run(
        [sys.executable, "-m", "releve", "check", str(root)],
        env={"PYTHONPATH": str(ROOT / "hooks"), "RELEVE_WITHOUT": "cache"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr[-2000:]
    return (done.stderr or done.stdout).splitlines()


def _organizations(parent_of: Callable[[int], int]) -> dict[str, Change]:
    lines = [
        f"o{number}: {{name: O, kind: other, parent: o{parent_of(number)}}}\n"
        for number in range(MANY)
    ]
    lines += [f"o{MANY}: {{name: O, kind: other}}\n", "atelier-workshop:\n"]
    return {"organizations.yml": ("atelier-workshop:\n", "".join(lines))}


def _decisions(acts_on: Callable[[int], int]) -> dict[str, Change]:
    text = "text: {fr: x, en: x}"
    return {
        SUMMER: meeting_with(
            f"decision: 0, {text}",
            *(
                f"decision: {number}, {text}, supersedes: '#decision-{acts_on(number)}'"
                for number in range(1, MANY)
            ),
        )
    }


def _follow_ups() -> dict[str, Change]:
    text = "text: {fr: x, en: x}"
    changes: dict[str, Change] = {
        f"follow-ups/cbf-hc/2031-06-04-{number}.yml": "reports: [{date: 2031-06-04, "
        f"status: carried-over, continued_by: 'cbf-hc/2031-06-04#follow-up-{number + 1}'}}]\n"
        for number in range(300)
    }
    outcomes = (f"follow_up: {number}, {text}" for number in range(301))
    return changes | {SUMMER: meeting_with(*outcomes)}


def _references(words: Callable[[int], str], times: int) -> dict[str, Change]:
    text = " ".join(f"[[{words(number)}]]" for number in range(times))
    record = {"title": {"fr": "x", "en": "x"}, "opening": [{"text": {"fr": text, "en": "x"}}]}
    people = "".join(f"anne-exemple-{number}: {{name: A}}\n" for number in range(MANY))
    return {
        SUMMER: yaml.dump(record, Dumper=yaml.CSafeDumper),
        "people.yml": ("anne-exemple:\n", f"{people}anne-exemple:\n"),
    }


LONG_CHAINS = {
    "organizations that belong to one another": _organizations(lambda number: number + 1),
    "decisions that replace one another": _decisions(lambda number: number - 1),
    "follow-ups that continue one another": _follow_ups(),
}


@pytest.mark.parametrize("chain", LONG_CHAINS)
def test_a_long_chain_is_no_mistake_and_takes_no_longer_than_what_is_in_it(
    chain: str, tmp_path: Path
) -> None:
    assert _quickly(small_register(tmp_path, LONG_CHAINS[chain])) == ["No problem found."]


def test_a_long_circle_is_told_once_and_in_short(tmp_path: Path) -> None:
    root = small_register(tmp_path, _organizations(lambda number: (number + 1) % MANY))
    assert _quickly(root) == [
        "data/organizations.yml:10:28: error: `o0` belongs to itself: `o0` → `o1` → `o2` → `o3` → "
        "`o4` → `o5` → `o6` → `o7` → `o8` → `o9` → … → `o2999` → `o0`.",
        "    Name the organization above it, or remove the line.",
        "1 error, 0 warnings",
    ]


@pytest.mark.parametrize(
    "words",
    [lambda number: f"anne-exem-{number}", lambda _: "nobody"],
    ids=["each another", "all the same"],
)
def test_thousands_of_references_to_nothing_are_told_in_time(
    words: Callable[[int], str], tmp_path: Path
) -> None:
    lines = _quickly(small_register(tmp_path, _references(words, 5_000)))
    assert lines[0].startswith(f"data/{SUMMER}:4:10: error: [[{words(0)}]] refers to nothing.")
    assert lines[-3:] == [
        f"data/{SUMMER}: 4900 more problems in this file.",
        "    Mend those above, and check again.",
        "5000 errors, 0 warnings",
    ]
    assert len(lines) == 100 * 2 + 3


def test_a_reference_to_nothing_is_compared_with_all_that_there_is(tmp_path: Path) -> None:
    said = report_of(small_register(tmp_path, _references(lambda _: "anne-exempel-2719", 1)))
    assert "Did you mean [[anne-exemple-2719]]?" in said


def test_no_error_is_hidden_by_warnings_of_the_same_file() -> None:
    warnings = [Problem("a", line, 1, "so.", "Do.", "warning") for line in range(1, 500)]
    lines = report([*warnings, Problem("a", 900, 1, "wrong.", "Do."), *warnings]).splitlines()
    assert "a:900:1: error: wrong." in lines
    assert lines[-1] == "1 error, 499 warnings"
