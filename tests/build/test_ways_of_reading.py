"""A register is the same however it was read: from YAML, from the cache, by several processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from bad_registers import BAD_REGISTERS
from support.chance import thinned
from support.golden import VIEWS, bodies, site
from support.paths import REGISTERS
from support.small_register import small_register
from support.ways_of_reading import OTHER_WAYS, Read, by_several_processes, from_yaml, same

from releve.build.load import AS_OF
from releve.register import (
    Register,
    carried_out,
    life,
    overview,
    seals,
    standing,
    status,
    tenures,
)
from releve.runtime import LazyList
from releve.source import report

Way = Callable[[Path], Read]


@pytest.fixture(params=OTHER_WAYS)
def way(request: pytest.FixtureRequest) -> Way:
    return OTHER_WAYS[request.param]


# --- problems -----------------------------------------------------------------------------


@pytest.mark.thinned
@pytest.mark.parametrize("case", thinned(BAD_REGISTERS))
def test_the_same_is_said_of_a_bad_register_however_it_is_read(
    case: str, way: Way, tmp_path: Path
) -> None:
    changes, expected = BAD_REGISTERS[case]
    assert report(way(small_register(tmp_path, changes))[1]) + "\n" == expected


AT_ITS_HEAD = [case for case, (changes, _) in BAD_REGISTERS.items() if "register.yml" in changes]
"""Registers that are bad in the file that is read first."""


@pytest.mark.thinned
@pytest.mark.parametrize("case", thinned(AT_ITS_HEAD))
def test_templates_can_be_compiled_while_several_processes_read_a_bad_register(
    case: str, tmp_path: Path
) -> None:
    def compile_all(register: Register) -> None:
        site(register).compile_templates()

    changes, expected = BAD_REGISTERS[case]
    _, problems = by_several_processes(small_register(tmp_path, changes), compile_all)
    assert report(problems) + "\n" == expected


# --- records, what follows from them, and pages ---------------------------------------------

TRIALS = sorted({*((name, day) for name, day, _ in VIEWS), ("hostile", ""), ("small", "")})
"""Registers, and the days as of which they are read; their own where none is given."""


def _facts(register: Register) -> Iterator[tuple[str, Any]]:
    """What is worked out from a register."""
    for body in ("", *register.bodies):
        now = overview(register, body)
        yield (
            f"overview {body}",
            (
                now.figures,
                [(str(owner), [one.key for one in owed]) for owner, owed in now.overdue],
                [(coming.meeting.key, [one.key for one in coming.due]) for coming in now.coming],
                [(meeting.key, [one.key for one in decisions]) for meeting, decisions in now.last],
            ),
        )
    for decision in register.decisions:
        events = [(event.day, event.kind) for event in life(decision)]
        yield (
            decision.key,
            (
                standing(decision, register.as_of),
                carried_out(register, decision),
                events,
            ),
        )
    for follow_up in register.follow_ups:
        yield follow_up.key, status(register, follow_up, register.as_of)
    for tenure in tenures(register):
        yield tenure.person.key, (tenure.start, tenure.end, tenure.title)
    for meeting in register.meetings:
        yield meeting.key, (meeting.state, seals.parts(register, meeting))
    for thing in register.things.values():
        yield thing.key, [(field, other.key) for field, other in thing.mentioned_in]


@pytest.fixture(params=TRIALS, ids=" ".join)
def trial(request: pytest.FixtureRequest, way: Way) -> Iterator[tuple[Register, Register]]:
    """A register read from YAML, and the same one read in another way."""
    name, day = request.param
    with patch.dict(os.environ, {AS_OF: day}):
        (one, problems), (other, same_problems) = (
            read(REGISTERS / name) for read in (from_yaml, way)
        )
    assert one, problems
    assert other
    assert problems == same_problems
    yield one, other


def test_every_record_is_the_same_in_type_and_value(trial: tuple[Register, Register]) -> None:
    one, other = trial
    assert list(one.things) == list(other.things)
    assert [
        key for key in one.things if not same(one.things[key].data, other.things[key].data)
    ] == []
    for mine, theirs in zip(one.files, other.files, strict=True):
        assert same(mine.content, theirs.content), mine.path
        assert same(mine.source, theirs.source), mine.path


def test_what_is_worked_out_is_the_same(trial: tuple[Register, Register]) -> None:
    one, other = trial
    differing = [
        (mine, theirs)
        for mine, theirs in zip(_facts(one), _facts(other), strict=True)
        if not same(mine, theirs)
    ]
    assert differing == []


def test_every_page_is_the_same(trial: tuple[Register, Register]) -> None:
    one, other = trial
    assert bodies(one) == bodies(other)


def test_a_register_is_read_in_other_ways_indeed(way: Way) -> None:
    """Else nothing above would be compared: lists that come as bytes stay packed."""
    register, _ = way(REGISTERS / "long-history")
    assert register
    lists = [item.data.narrative for item in register.of_kind("item") if item.data.narrative]
    assert lists
    assert all(isinstance(one, LazyList) and one._lazy._packed for one in lists)
