"""Files that several processes read at once make the same register, or the same problems."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from bad_registers import BAD_REGISTERS
from support.golden import bodies, register_of, site
from support.paths import REGISTERS
from support.small_register import report_of, small_register

from releve import ahead
from releve.aside import Passage
from releve.load import load_again
from releve.problems import report
from releve.register import Register
from releve.runtime import Passage, cache
from releve.source import Known, Place, places, report


@pytest.fixture
def several(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even a small register is read by several processes."""
    monkeypatch.setattr(parallel_reading, "_FEW", 2)
    monkeypatch.setattr(parallel_reading, "_AT_A_TIME", 2)
    monkeypatch.setattr(parallel_reading, "processors", lambda: 2)


AT_ITS_HEAD = [case for case, (changes, _) in BAD_REGISTERS.items() if "register.yml" in changes]
"""Registers that are bad in the file that is read first."""


@pytest.mark.usefixtures("several")
@pytest.mark.parametrize("case", AT_ITS_HEAD)
def test_templates_can_be_compiled_while_several_processes_read_a_bad_register(
    case: str, tmp_path: Path
) -> None:
    def compile_all(register: Register) -> None:
        site(register).compile_templates()

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
