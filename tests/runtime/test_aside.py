"""A file says what it said when it was read, though what it says at length was put aside."""

from __future__ import annotations

import os
from pathlib import Path
from unittest.mock import patch

import pytest
from bad_registers import BAD_REGISTERS
from support.golden import VIEWS, bodies, register_of
from support.paths import REGISTERS
from support.small_register import small_register

from releve import ahead, cache
from releve.load import AS_OF, load
from releve.problems import report
from releve.reading import Known, Place, places


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
