"""A file says what it said when it was read, though what it says at length was put aside."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from unittest.mock import patch

import pytest
from bad_registers import BAD_REGISTERS
from support.golden import VIEWS, bodies, register_of, site
from support.paths import REGISTERS
from support.small_register import report_of, small_register

from releve import ahead, cache
from releve.aside import Passage
from releve.load import AS_OF, load, load_again
from releve.problems import report
from releve.reading import Known, Place, places
from releve.register import Register


def _put_aside(root: Path) -> Known:
    """What was made of each file of a register, as another process sends it."""
    there = (place for place in places(root) if isinstance(place, Place))
    return cache.unpack({place.file: ahead.packed(place.read()) for place in there})


@pytest.mark.parametrize("case", BAD_REGISTERS)
def test_of_a_register_that_was_put_aside_the_same_problems_are_told(
    case: str, tmp_path: Path
) -> None:
    changes, expected = BAD_REGISTERS[case]
    root = small_register(tmp_path, changes)
    _, problems = load(root, _put_aside(root))
    assert report(problems) + "\n" == expected


@pytest.mark.parametrize(("name", "day"), sorted({(name, day) for name, day, _ in VIEWS}))
def test_a_register_that_was_put_aside_has_the_same_pages(name: str, day: str) -> None:
    root = REGISTERS / name
    with patch.dict(os.environ, {AS_OF: day}):
        register, _ = load(root, _put_aside(root))
    assert register
    assert bodies(register) == bodies(register_of(root, day))


@pytest.fixture
def several(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even a small register is read by several processes."""
    monkeypatch.setattr(ahead, "_FEW", 2)
    monkeypatch.setattr(ahead, "_AT_A_TIME", 2)
    monkeypatch.setattr(ahead, "processors", lambda: 2)


AT_ITS_HEAD = [case for case, (changes, _) in BAD_REGISTERS.items() if "register.yml" in changes]
"""Registers that are bad in the file that is read first."""


@pytest.mark.usefixtures("several")
@pytest.mark.parametrize("case", AT_ITS_HEAD)
def test_templates_can_be_compiled_while_several_processes_read_a_bad_register(
    case: str, tmp_path: Path
) -> None:
    def compile_all(register: Register) -> None:
        site(register).compile()

    changes, expected = BAD_REGISTERS[case]
    _, problems = load_again(small_register(tmp_path, changes), {}, compile_all)
    assert report(problems) + "\n" == expected


@pytest.mark.usefixtures("several")
def test_a_register_that_several_processes_read_is_the_same(tmp_path: Path) -> None:
    shutil.copytree(REGISTERS / "long-history" / "data", tmp_path / "data")
    register, problems = load_again(tmp_path, {})
    assert register
    assert report(problems) == report_of(tmp_path)
    assert any(isinstance(item.data.narrative, Passage) for item in register.of_kind("item"))
    assert bodies(register) == bodies(register_of(tmp_path))
