"""Registers that hold very much of one kind: the work grows as they do, and no faster."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from support.small_register import SUMMER, small_register
from support.small_site import pages_of

from releve.build.load import load
from releve.register import Register

TITLE = "title: {fr: Un, en: One}\n"


def _circle(folder: Path, length: int) -> int:
    """How many references are followed in a register whose meetings are put off in a circle."""
    days = [date(2032, 1, 1) + timedelta(days=place) for place in range(length)]
    changes = {
        f"meetings/cbf-hc/{day}.yml": f"{TITLE}postponed_to: cbf-hc/{later}\n"
        for day, later in zip(days, [*days[1:], days[0]], strict=True)
    }
    root = small_register(folder, changes)
    with patch.object(Register, "find", autospec=True, side_effect=Register.find) as find:
        load(root)
    return find.call_count


def test_a_circle_of_postponements_takes_as_much_longer_as_it_is_longer(tmp_path: Path) -> None:
    none, some, more = (_circle(tmp_path / str(length), length) for length in (1, 40, 80))
    assert more - some <= 1.1 * (some - none)


@pytest.mark.parametrize(("number", "near"), [(1, [2, 21]), (30, [20, 40]), (60, [40, 59])])
def test_beside_an_outcome_stand_the_nearest_of_many_and_the_way_to_all(
    tmp_path: Path, number: int, near: list[int]
) -> None:
    outcomes = "".join(
        f"      - {{decision: {place}, text: {{fr: Un {place}., en: One {place}.}}}}\n"
        for place in range(1, 61)
    )
    record = f"{TITLE}agenda:\n  - item: 1\n    {TITLE}    outcomes:\n{outcomes}"
    page = pages_of(tmp_path, {SUMMER: record})[f"en/cbf-hc/2031-06-04/decision-{number}/"]
    related = page.one("section", **{"aria-labelledby": "related"})
    named = [one.text for one in related.all("a")]
    assert len(named) == 21
    assert {f"One {place}" for place in near} <= {*named}
    assert named[-1] == "All of them"
