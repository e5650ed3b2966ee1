"""Where things stand in this project."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
"""The folder of the project."""

REGISTERS = ROOT / "tests" / "registers"
"""Its trial registers: a folder for each, with its `data/`."""

SMALL = REGISTERS / "small"
"""The one that tests of problems change."""
