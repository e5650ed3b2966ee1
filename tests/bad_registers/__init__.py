"""Bad registers, one for each thing that can be said of one: what to change, and what is said.

Each is the small register of tests/registers/ with a few files changed. The report is whole.
Every file of this folder is a subject, and names its cases `CASES`.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from support.small_register import Cases


def _joined(subjects: list[str]) -> Cases:
    """The cases of all subjects; of two that have one name, one would not be tested."""
    joined: Cases = {}
    for subject in subjects:
        cases: Cases = import_module(f"{__name__}.{subject}").CASES
        twice = sorted(joined.keys() & cases.keys())
        assert not twice, f"{subject}.py uses names of cases that another file has: {twice}"
        joined |= cases
    return joined


BAD_REGISTERS = _joined([module.name for module in iter_modules(__path__)])
