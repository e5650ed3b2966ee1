"""What tests leave to chance: the same in each run of `make test`, new in `make fuzz TIMES=50`."""

from __future__ import annotations

import os
from collections.abc import Iterable
from random import Random
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

FUZZ = "RELEVE_FUZZ"
"""Where `make fuzz TIMES=50` says that it wants fifty times as many examples as `make test`."""

_Case = TypeVar("_Case")
_TIMES = int(os.environ.get(FUZZ, "0"))

PROFILE = "releve"
settings.register_profile(
    PROFILE,
    max_examples=100 * max(_TIMES, 1),
    derandomize=not _TIMES,
    print_blob=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

RANDOM = st.integers(0, 2**64 - 1).map(Random)
"""Chance by its seed: a register takes thousands of draws, and asks Hypothesis for none."""

AS_IT_IS: dict[str, Any] = {"phases": [Phase.explicit, Phase.generate]}
"""For whole registers: one that fails is told as it is. Made of chance, it grows no simpler."""


def examples(number: int, **more: Any) -> settings:
    """As many examples in `make test`, and many more in `make fuzz TIMES=50`."""
    return settings(max_examples=number * max(_TIMES, 1), **more)


_ONE_IN = 10


def thinned(cases: Iterable[_Case]) -> list[_Case]:
    """One case in ten in `make test`, and every one in `make fuzz TIMES=1`.

    For what holds of all cases alike, so that a tenth of them shows it, in a tenth of the time.
    """
    return [*cases][:: 1 if _TIMES else _ONE_IN]
