"""What leaves the site of a trial register, without the site."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from releve.build.site import SiteBuild
from releve.register import Register

from .golden import register_of
from .paths import REGISTERS, ROOT
from .projects import said_in

SITE_URL = "https://register.example/base/"
TRIAL = sorted(path.name for path in REGISTERS.iterdir())
"""The names of all trial registers."""


@cache
def trial(name: str, day: str = "") -> Register:
    """A trial register, as of a day; the hostile one says what somebody might write to do harm."""
    if name != "hostile":
        return register_of(REGISTERS / name, day)
    with TemporaryDirectory() as folder:
        for path in sorted((REGISTERS / name / "data").rglob("*.yml")):
            copy = Path(folder, path.relative_to(REGISTERS / name))
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(said_in(path, name), encoding="utf-8")
        return register_of(Path(folder), day)


@cache
def exported(name: str, day: str = "") -> dict[str, bytes]:
    """By their addresses, all files in which a trial register leaves its site."""
    return exports_of(trial(name, day))


def exports_of(register: Register) -> dict[str, bytes]:
    """By their addresses, all files in which a register leaves its site."""
    exports = SiteBuild(ROOT, register, ROOT / "site", SITE_URL, "").exports
    return {
        address: content
        for export in exports.everything()
        for content in [exports.context.content(export)]
        for address in export.addresses
    }
