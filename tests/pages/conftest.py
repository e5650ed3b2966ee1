"""Sites of the trial registers, for the tests of what their pages hold."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.built_site import Site

SiteOf = Callable[[str], Site]
TRIAL_REGISTERS = [
    "joint-councils",
    "french-only",
    "three-languages",
    "several-bodies",
    "long-history",
    "motions",
    "without-a-country",
    "empty",
    "hostile",
]


@pytest.fixture(params=TRIAL_REGISTERS)
def any_site(request: pytest.FixtureRequest, site_of: SiteOf) -> Site:
    """The site of each register in turn."""
    return site_of(request.param)


@pytest.fixture
def several(site_of: SiteOf) -> Site:
    """The site of the register that says everything the format can say."""
    return site_of("several-bodies")
