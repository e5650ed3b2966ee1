"""Whether a run may be used: its parts must add up, and the machine must have been ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

IN_ALL = "in all"
"""What a build calls the sum of its stages."""
SEARCH = "search"
"""The stage of a build that makes the index of the search."""

OTHERS = 0.10
"""The share of the machine that others may take during a run."""
OUTSIDE = 0.5
"""Seconds that a process may take before its own clock starts and after it stops, in any case."""
OUTSIDE_SHARE = 0.03
"""What it may take beyond that, as a share of the run: much memory is given back slowly."""
_ROUNDED = 0.01
"""Seconds by which each stage may miss, as it is printed in hundredths."""
_NOTHING = 0.05
"""Seconds that the stage of the index takes at the most if no index is made."""
_AT_ONCE = 1.01
"""Processor seconds that a processor can give in a second, as different clocks count."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a run is unusable."""

    why: Literal["others", "processor", "stages", "negative", "clock", "index", "no index"]
    found: float
    """The figure that tells: a share of the machine for `others`, else seconds."""


def fault(
    seconds: float,
    processor: float = 0.0,
    others: float | None = None,
    stages: Mapping[str, float] | None = None,
    index: bool | None = None,
    processors: int = 1,
) -> Fault | None:
    """What makes a run unusable, if anything does.

    `seconds` were on the clock on the wall, `processor` is what all of the run's processes used on
    a machine of so many `processors`, and `others` the share of it that others took, where that is
    known. A build of ours also gives its `stages`, with their sum, and whether it was to make the
    `index`; for any other run, `index` is None.
    """
    if others is not None and others > OTHERS:
        return Fault("others", others)
    if processor > seconds * processors * _AT_ONCE:
        return Fault("processor", processor)
    return None if index is None else _fault_of_stages(seconds, stages or {}, index)


def _fault_of_stages(seconds: float, stages: Mapping[str, float], index: bool) -> Fault | None:
    whole = stages.get(IN_ALL, 0.0)
    parts = {stage: each for stage, each in stages.items() if stage != IN_ALL}
    if (least := min(parts.values(), default=0.0)) < 0:
        return Fault("negative", least)
    if (missed := abs(sum(parts.values()) - whole)) > _ROUNDED * (len(parts) + 1):
        return Fault("stages", missed)
    if not -_ROUNDED <= (outside := seconds - whole) <= OUTSIDE + OUTSIDE_SHARE * seconds:
        return Fault("clock", abs(outside))
    indexing = parts.get(SEARCH, 0.0)
    if index != (indexing > _NOTHING):
        return Fault("no index" if index else "index", indexing)
    return None
