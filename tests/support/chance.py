"""What tests leave to chance: the same in each run of `make test`, new in `make fuzz TIMES=50`."""

from __future__ import annotations

import os
from random import Random
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

FUZZ = "RELEVE_FUZZ"
"""Where `make fuzz TIMES=50` says that it wants fifty times as many examples as `make test`."""

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
