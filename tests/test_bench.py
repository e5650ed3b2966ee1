"""The benchmark measures what it says, pairs what it compares, and refuses what cannot be."""

from __future__ import annotations

import os
import re
import resource
from dataclasses import fields
from pathlib import Path
from types import SimpleNamespace
from typing import Any, get_args, get_type_hints

import pytest
from bench import measure, others
from bench.contestants import Releve
from bench.hugo_facts import Teller
from bench.judge import IN_ALL, SEARCH, Fault, fault
from bench.measure import SPARE, Run, counted, turns
from bench.others import Others
from bench.register import make
from bench.report import Report
from bench.results import LANGUAGES, Result
from support.golden import register_of
from support.paths import REGISTERS

from releve.build.load import load
from releve.language import Language
from releve.pages import Addresses


def files(folder: Path) -> dict[Path, bytes]:
    return {
        path.relative_to(folder): path.read_bytes()
        for path in (folder / "data").rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project around a register of six meetings."""
    folder = tmp_path_factory.mktemp("bench") / "project"
    make(folder, meetings=6, seed=7)
    return folder


@pytest.fixture(scope="module")
def built(project: Path) -> dict[bool, Run]:
    """Its builds with and without the index, and whether each left one."""
    found = {}
    for index in (False, True):
        contestant = Releve(project, index)
        found[index] = contestant.from_nothing()
        assert (contestant.site / "assets" / "search").exists() is index
    return found


def result(**runs: list[Run]) -> Result:
    """What was measured of 6 meetings: a second for each run, but for these."""
    second = Run(1.0, 1.0, 10**8, others=0.0, stages={"pages": 1.0, IN_ALL: 1.0})
    most = max(map(len, runs.values()), default=1)
    kinds = [each.name for each in fields(Result) if each.type == "Runs"]
    return Result(6, 300, 10**6, 10**6, **{kind: [second] * most for kind in kinds} | runs)


def report(language: str, **runs: list[Run]) -> str:
    """Its report; a no-break space is a space."""
    said = Report(language, [result(**runs)], None).markdown()
    return said.replace("\N{NO-BREAK SPACE}", " ")


# --- the register, and the parts of a build -------------------------------------------------


def test_a_register_made_to_measure_with_has_no_problem(project: Path) -> None:
    found, problems = load(project)
    assert problems == []
    assert found is not None
    assert len(found.meetings) == 6 + 3  # with a meeting to come of each body


def test_the_same_seed_makes_the_same_register(project: Path, tmp_path: Path) -> None:
    make(tmp_path, meetings=6, seed=7)
    assert files(tmp_path) == files(project)
    make(tmp_path, meetings=6, seed=8)
    assert files(tmp_path) != files(project)


def test_a_build_that_is_asked_says_where_its_time_went(built: dict[bool, Run]) -> None:
    for run in built.values():
        whole = sum(run.stages.values()) - run.stages[IN_ALL]
        assert whole == pytest.approx(run.stages[IN_ALL], abs=0.01 * len(run.stages))
        assert {"reading YAML", "checks", "pages"} <= run.stages.keys()


def test_each_stage_of_a_build_has_a_name_in_both_languages(built: dict[bool, Run]) -> None:
    for language in LANGUAGES:
        rows = report(language, indexed=[built[True]]).splitlines()
        for stage in built[True].stages:
            assert not any(row.startswith(f"| {stage} |") for row in rows), stage
    assert "300" in Report("fr", [result()], None).chart()


# --- what makes a run unusable --------------------------------------------------------------

SOUND: dict[str, Any] = {
    "seconds": 9.4,
    "processor": 12.0,
    "others": 0.03,
    "stages": {"start": 0.5, "pages": 8.52, SEARCH: 0.0, IN_ALL: 9.01},
    "index": False,
    "processors": 2,
}
"""A build without the index; its stages miss its total by a hundredth, as rounding may have it."""


def stages(**changed: float) -> dict[str, dict[str, float]]:
    return {"stages": SOUND["stages"] | changed}


def test_a_run_whose_parts_add_up_on_a_machine_of_its_own_is_usable() -> None:
    assert fault(**SOUND) is None


@pytest.mark.parametrize(
    ("why", "changed"),
    [
        ("others", {"others": 0.11}),
        ("processor", {"seconds": 1.24}),
        ("stages", stages(pages=7.0)),
        ("negative", stages(pages=9.52, start=-0.5)),
        ("clock", {"seconds": 10.2}),
        ("clock", {"seconds": 8.0}),
        ("clock", {"stages": {}}),
        ("index", stages(pages=5.52, search=3.0)),
        ("no index", {"index": True}),
    ],
)
def test_a_run_is_unusable(why: str, changed: dict[str, Any]) -> None:
    found = fault(**SOUND | changed)
    assert found is not None
    assert found.why == why


def test_a_run_of_no_build_of_ours_has_no_stages_to_add_up() -> None:
    assert fault(9.4, 12.0, 0.03, processors=2) is None


def test_where_the_system_does_not_tell_what_others_take_the_parts_are_judged_alone() -> None:
    assert fault(**SOUND | {"others": None}) is None
    assert fault(**SOUND | {"others": None, "seconds": 10.2}) is not None


def test_others_take_what_of_the_machine_was_neither_unused_nor_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tell(idle: int, waiting: int, spent: dict[int, tuple[int, int]]) -> None:
        text = f"cpu  9 9 9 {idle} {waiting} 0 0 0 0 0\ncpu0 9\ncpu1 9\nintr 9\n"
        (tmp_path / "stat").write_text(text)
        for process, (parent, ticks) in spent.items():
            (tmp_path / f"{process}").mkdir(exist_ok=True)
            after = ["S", str(parent), *["0"] * 9, str(ticks), "0", "0", "0"]
            text = f"{process} (a ) b) {' '.join(after)}"
            (tmp_path / f"{process}" / "stat").write_text(text)

    nothing = SimpleNamespace(ru_utime=0.0, ru_stime=0.0)
    monkeypatch.setattr(others, "PROC", tmp_path)
    monkeypatch.setattr(others, "_TICKS", 100)
    monkeypatch.setattr(resource, "getrusage", lambda who: nothing)
    monkeypatch.setattr(others, "time", SimpleNamespace(perf_counter=iter([0.0, 10.0]).__next__))
    started, by_it, foreign = 10**8, 10**8 + 1, 10**8 + 2
    tell(500, 100, {started: (os.getpid(), 0), by_it: (started, 50), foreign: (1, 70)})
    watch = Others()
    # In 10 seconds, two processors: 6 + 2 seconds unused, 7 of a descendant; 5 of 20 are others'.
    tell(1100, 300, {started: (os.getpid(), 0), by_it: (started, 750), foreign: (1, 570)})
    assert watch.share() == pytest.approx(0.25)


def test_without_proc_nobody_knows_what_others_take(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(others, "PROC", tmp_path)
    assert Others().share() is None


def test_an_unusable_run_is_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measure, "_PAUSE", 0.0)
    attempts = iter([Run(3.0, others=0.5), Run(2.0, others=0.0), Run(1.0, others=0.0)])
    assert turns(1, "builds", attempts.__next__) == [[Run(2.0, others=0.0)]]


def test_only_so_many_runs_of_a_kind_are_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measure, "_PAUSE", 0.0)
    attempts = iter([Run(1.0, others=0.5)] * (3 + SPARE))
    (found,) = turns(3, "builds", attempts.__next__)
    assert [run.fault for run in found] == [Fault("others", 0.5)] * 3
    assert next(attempts, None) is None


def test_what_is_compared_is_run_in_turns() -> None:
    clock = iter(range(1, 7))

    def attempt() -> Run:
        return Run(next(clock))

    ours, theirs = turns(3, "builds", attempt, attempt)
    assert [run.seconds for run in ours] == [1, 3, 5]
    assert [run.seconds for run in theirs] == [2, 4, 6]


# --- what is said of the runs ---------------------------------------------------------------


def test_a_build_without_the_index_is_shown_as_it_was_measured() -> None:
    """Not as a build with the index, less the time of some index: that could say 1.24 s."""
    indexed = Run(10.3, stages={"pages": 1.0, SEARCH: 9.06, IN_ALL: 10.06})
    said = report("en", full=[Run(9.15)], indexed=[indexed])
    assert "| Relevé, without the index | 9.15 s |" in said
    assert "| Relevé, with the index | 10.3 s |" in said
    assert "1.24" not in said


def test_a_quotient_is_of_runs_of_the_same_turn_and_stands_with_its_spread() -> None:
    ours, theirs = ([Run(seconds) for seconds in of] for of in ([1, 10, 4], [2, 30, 4]))
    compared = {"full": ours, "hugo": theirs, "again": ours, "hugo_again": theirs}
    for language, row in {
        "en": "| Hugo ÷ Relevé, without the index | 2.00 × (1.00–3.00) |",
        "fr": "| Hugo ÷ Relevé, sans l’index | 2,00 × (1,00–3,00) |",
    }.items():
        assert report(language, **compared).count(row) == 2


def test_each_figure_stands_with_the_lowest_and_the_highest() -> None:
    runs = [Run(seconds, 2 * seconds, 1e8 * seconds) for seconds in (9.0, 9.15, 9.6)]
    english, french = (report(language, hugo=runs, full=runs) for language in ("en", "fr"))
    for row in (
        "| Hugo | 9.15 s (9.00–9.60) |",
        "| Pages a second, without the index | 33 (31–33) |",
        "| Processor, Hugo | 18.3 s (18.0–19.2) |",
        "| Memory, Hugo | 915 MB (900–960) |",
    ):
        assert row in english
    for row in ("| Hugo | 9,15 s (9,00–9,60) |", "| Mémoire, Hugo | 915 Mo (900–960) |"):
        assert row in french
    assert "| Hugo | 1.00 s |" in report("en")  # of a single run


def test_an_unusable_run_counts_only_where_there_is_no_other() -> None:
    good, bad = Run(2.0), Run(50.0, fault=Fault("others", 0.34))
    assert counted([good, bad], [good, good]) == [(good, good)]
    assert counted([bad, bad]) == [(bad,), (bad,)]


def test_a_figure_that_rests_on_unusable_runs_is_marked_and_says_why() -> None:
    bad = [
        Run(50.0, others=share, fault=Fault("others", share)) if share else Run(2.0, others=0.0)
        for share in (0.34, 0.0, 0.52)
    ]
    english, french = (report(language, hugo_again=bad) for language in ("en", "fr"))
    assert "| Hugo again | 2.00 s † |" in english
    assert (
        "- After one edit, 6 meetings, Hugo again: 2 of 3, "
        "something else took 34% to 52% of the machine." in english
    )
    assert (
        "- Après une retouche, 6 réunions, Hugo de nouveau : 2 sur 3, "
        "autre chose a pris 34 % à 52 % de la machine." in french
    )
    assert english.count("†") == french.count("†") == 2 + 2  # with the quotient; in the note
    assert "Every run is usable" not in english


def test_every_fault_has_words_in_both_languages() -> None:
    for why in get_args(get_type_hints(Fault)["why"]):
        bad = [Run(1.0, others=0.0, fault=Fault(why, 0.25))]
        for language in LANGUAGES:
            listed = [row for row in report(language, indexed=bad).splitlines() if "- " in row[:2]]
            assert len(listed) == 1
            assert re.search(r"25|0[.,]25", listed[0]), why


def test_where_every_run_is_usable_the_report_says_so() -> None:
    for language, words in {"en": "Every run is usable.", "fr": "sont utilisables."}.items():
        said = report(language)
        assert words in said
        assert said.count("†") == 1  # what the sign would mean
        assert "does not tell" not in said
        assert "ne dit pas" not in said


def test_where_the_system_does_not_tell_what_others_took_the_report_says_so() -> None:
    assert "does not tell what other programs take" in report("en", check=[Run(1.0)])
    assert "ne dit pas ce que les autres programmes" in report("fr", check=[Run(1.0)])


def test_hugo_is_told_of_outcomes_without_an_item_and_of_owners_without_an_entry() -> None:
    for name in ("several-bodies", "hostile"):
        register = register_of(REGISTERS / name)
        language = Language("en")
        addresses = {"en": Addresses(register, language)}
        told = Teller(register, language, addresses).everything()
        assert len(told["decisions"]) == len(register.decisions)
