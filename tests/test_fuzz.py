"""What `make fuzz` does thousands of times is done a few times here; and it finds what is wrong."""

from __future__ import annotations

import gc
import time
from pathlib import Path
from random import Random
from typing import Any

import pytest
from support import fuzz_trial
from support.damage import damaged
from support.damage_of_structure import parsed
from support.fuzz import Finds, results
from support.fuzz_trial import Result, Trial, tried
from support.judge import faults_of_pages, faults_of_problem

from releve.build.site import SiteBuild
from releve.pages import Addresses, Renderer, prose
from releve.source import Problem

SEED = 2031
PAGE = "<html><title>T</title><main><article><h1>T</h1>{}</article></main></html>"


def kinds(result: Result) -> set[str]:
    return {kind for kind, _ in result.finds}


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    """Instead of any register, the hostile one as it is."""
    files = fuzz_trial._of_trial("hostile")
    trial = Trial("hostile", files, files, [], False, "")
    monkeypatch.setattr(Trial, "of", lambda seed, number: trial)


# --- damage -------------------------------------------------------------------------------


def test_a_seed_and_a_number_make_the_same_register_again() -> None:
    one, again, other = Trial.of(SEED, 1), Trial.of(SEED, 1), Trial.of(SEED, 2)
    assert one == again
    assert one.files != other.files


def test_every_way_to_damage_a_register_damages_it() -> None:
    """Text, structure and files; where nothing could be done, nothing is said of it."""
    before = fuzz_trial._of_trial("small")
    done = set()
    for seed in range(300):
        files, said = damaged(before, Random(seed))
        assert said or files == before
        done |= {one.partition(": ")[2].split(" ")[0] for one in said}
    assert {"drop", "repeat", "swap", "rename", "copy", "remove", "delete", "nest", "add"} <= done
    assert [name for name, text in before.items() if not parsed(text)] == []


# --- the judge ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<p><b></p></b>", "not well nested"),
        ("<h1>U</h1>", "not one <h1>"),
        ("<h2> \u200b </h2>", "a <h2> without words"),
        ("<p id=a></p><p id=a></p>", "an id that stands twice"),
        ("\ue002", "a sign that must not reach a reader"),
        ("\u202e", "a sign that must not reach a reader"),
        ("<script></script>", "<script> in the words of a page"),
        ("<p onclick=a>", "an attribute that runs a script"),
        ("<a href='javascript:a'>a</a>", "an address of a kind that no page has"),
        ("<script type='application/ld+json'>{</script>", "JSON-LD that cannot be read"),
        ("<script type='application/ld+json'>{}</script>", "JSON-LD without a name or a type"),
        ("<a href='../b/'>b</a>", "a link that leads nowhere"),
        ("<a href='#b'>b</a>", "a link that leads nowhere"),
    ],
)
def test_a_fault_of_a_page_is_found(html: str, kind: str) -> None:
    assert [*faults_of_pages([("a/", PAGE.format("<a href='../a/'>a</a>"))], lambda _: False)] == []
    assert kind in {
        kind for kind, _ in faults_of_pages([("a/", PAGE.format(html))], lambda _: False)
    }


@pytest.mark.parametrize("addresses", [("a/", "a/"), ("a/", "A/"), ("é" * 128 + "/",)])
def test_addresses_that_cannot_be_files_are_found(addresses: tuple[str, ...]) -> None:
    pages = [(address, PAGE.format("")) for address in addresses]
    assert [*faults_of_pages(pages, lambda _: False)] != []


@pytest.mark.parametrize(
    "problem",
    [
        Problem("data/a.yml", 1, 1, " ", "Remedy."),
        Problem("data/a.yml", 1, 1, "Message.", "Remedy\nin two lines."),
        Problem("data/a.yml", 0, 1, "Message.", "Remedy."),
        Problem("data/a.yml", 4, 1, "Message.", "Remedy."),
        Problem("data/b.yml", 1, 1, "Message.", "Remedy."),
        Problem("data/a.yml", 1, 1, "Message. " * 1_000, "Remedy."),
        Problem("data/a.yml", 1, 1, "Traceback (most recent call last):", "Remedy."),
    ],
    ids=str,
)
def test_a_fault_of_a_problem_is_found(problem: Problem) -> None:
    files = {"a.yml": b"a: 1\nb: 2\n"}
    assert [*faults_of_problem(Problem("data/a.yml", 2, 1, "Message.", "Remedy."), files)] == []
    assert [*faults_of_problem(problem, files)] != []


# --- the whole ----------------------------------------------------------------------------


def test_damaged_registers_are_refused_with_reasons_or_rendered_without_fault() -> None:
    made = [tried(SEED, number) for number in range(16)]
    assert [(result.number, result.finds) for result in made if result.finds] == []
    assert 2 < sum(result.accepted for result in made) < 14


@pytest.mark.usefixtures("hostile")
def test_words_of_a_register_that_become_markup_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert tried(SEED, 1).finds == []
    monkeypatch.setattr(prose, "shown", lambda text: text)
    assert "<script> in the words of a page" in kinds(tried(SEED, 1))


@pytest.mark.usefixtures("hostile")
def test_a_link_to_an_anchor_that_no_page_has_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    of = Addresses.of
    monkeypatch.setattr(Addresses, "of", lambda self, thing: of(self, thing) + "x#y")
    assert "a link that leads nowhere" in kinds(tried(SEED, 1))


@pytest.mark.usefixtures("hostile")
def test_an_error_is_found_by_its_name_and_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*arguments: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Renderer, "slots", failing)
    assert len(found := kinds(tried(SEED, 1))) == 1
    assert found.pop().startswith("ZeroDivisionError in ")


@pytest.mark.usefixtures("hostile")
def test_what_takes_too_long_is_ended_and_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*arguments: Any) -> None:
        while True:
            pass

    monkeypatch.setattr(SiteBuild, "pages", endless)
    monkeypatch.setattr(fuzz_trial, "SECONDS", 0.1)
    assert len(found := kinds(tried(SEED, 1))) == 1
    assert found.pop().startswith("more than five seconds in ")


@pytest.mark.usefixtures("hostile")
def test_it_is_ended_too_where_the_garbage_collector_calls_somebody_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An exception there would be lost, and what is endless would go on."""

    until = 0.0

    def slow(*_: Any) -> None:
        while time.process_time() < until:
            pass

    def collecting(*_: Any) -> None:
        nonlocal until
        until = time.process_time() + 0.15
        gc.collect()
        while True:
            pass

    monkeypatch.setattr(SiteBuild, "pages", collecting)
    monkeypatch.setattr(fuzz_trial, "SECONDS", 0.1)
    gc.callbacks.append(slow)
    try:
        found = kinds(tried(SEED, 1))
    finally:
        gc.callbacks.remove(slow)
    assert len(found) == 1
    assert found.pop().startswith("more than five seconds in ")


def test_a_process_that_ends_over_a_register_is_found_and_another_goes_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def ending(seed: int, number: int, whole: bool) -> Result:
        return exit(3) if number == 1 else Result(number)  # type: ignore[return-value]

    monkeypatch.setattr("support.fuzz.tried", ending)
    monkeypatch.setattr("support.fuzz.FOLDER", tmp_path)
    found = Finds(SEED)
    for result in results(SEED, [(number, False) for number in range(4)], 1):
        found.add(result)
    assert found.numbers == {"the process ended": [1]}
    assert "make fuzz SEED=2031 ONLY=1" in (tmp_path / "1" / "report.txt").read_text("utf-8")
    assert list((tmp_path / "1" / "data").rglob("*.yml"))
