"""A folder -> a register that is whole, or every problem that keeps it from being so."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from .checks import check
from .problems import Problem
from .reading import read_folder
from .register import Register, link


def load(root: Path) -> tuple[Register | None, list[Problem]]:
    """Read, link and check `root/data`.

    Without errors among the problems, the register is fit to be published. It is None only
    where there is no readable `data/register.yml`; then the problems are those of shape alone,
    for languages and bodies are not known.
    """
    files, problems = read_folder(root)
    broken = {problem.file for problem in problems if problem.severity == "error"}
    home = next((file.content for file in files if file.kind == "register"), None)
    register = link(files, _today(home.time_zone if home else None), broken)
    if register:
        problems = problems + check(register)
    return register, sorted(set(problems))


def _today(zone: str | None) -> date:
    """Today where the register is kept; `SOURCE_DATE_EPOCH` (reproducible-builds.org) moves it."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.astimezone(ZoneInfo(zone or "UTC")).date()
