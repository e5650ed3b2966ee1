"""Builds of registers without mkdocs: the words of each page, and nothing around them."""

from __future__ import annotations

from pathlib import Path

from releve.build.load import load
from releve.build.site import SiteBuild
from releve.pages import PAGE_KINDS, SLOTS, Shell, marker
from releve.register import Register

from .paths import ROOT

EDITED = "https://github.com/a/record/edit/main/"


def good_register(root: Path) -> Register | None:
    """The register in a folder, if it has no errors."""
    register, problems = load(root)
    return None if any(one.severity == "error" for one in problems) else register


def build_of(root: Path, site: Path, register: Register | None = None) -> SiteBuild:
    """A build of a register, be it bad, into a folder; what its pages depend on is recorded."""
    register = register or load(root)[0]
    assert register
    build = SiteBuild(ROOT, register, site, "https://a.example/", EDITED)
    build.recording = True
    shell = Shell("".join(map(marker, SLOTS)))
    build.frame.shells = {(code, kind): shell for code in register.languages for kind in PAGE_KINDS}
    return build


def files_of(site: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }
