"""Where a site is published and where its files are edited, if mkdocs.yml does not say it.

Comes in: the two addresses of mkdocs.yml, and the variables of the environment. Goes out: the two
addresses to use. Begin at `published_at`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..language import reported
from ..source import Problem, tell

STAND_INS = ("https://releve.example/", "https://github.com/releve-example/releve/edit/main/")
"""What mkdocs.yml says of the site and of its files, until a committee writes its own addresses."""


def published_at(settings: Path, site_url: str | None, edit_uri: str | None) -> tuple[str, str]:
    """The addresses of a site and of its files: as given, else those of the repository in whose
    continuous integration it is built. Where nobody knows one, a warning is printed, with its line
    in the file of settings.
    """
    of_repository = _on_github(os.environ) or _on_gitlab(os.environ) or STAND_INS
    site, files = (
        own if given in (None, "", stand_in) else str(given)
        for given, own, stand_in in zip((site_url, edit_uri), of_repository, STAND_INS, strict=True)
    )
    if unknown := [*_unknown(settings, (site, files))]:
        print(reported(unknown), file=sys.stderr, flush=True)
    return site, files


def _on_github(environment: Mapping[str, str]) -> tuple[str, str] | None:
    """The addresses of GitHub Pages, and of GitHub's editor, from the variables of GitHub Actions
    (https://docs.github.com/actions/reference/workflows-and-actions/variables).
    """
    owner, _, name = environment.get("GITHUB_REPOSITORY", "").partition("/")
    if not name:
        return None
    host = f"{owner.lower()}.github.io"
    site = f"https://{host}/" if name.lower() == host else f"https://{host}/{name}/"
    branch = environment.get("GITHUB_BASE_REF") or environment.get("GITHUB_REF_NAME") or "main"
    server = environment.get("GITHUB_SERVER_URL", "https://github.com")
    return site, f"{server}/{owner}/{name}/edit/{branch}/"


def _on_gitlab(environment: Mapping[str, str]) -> tuple[str, str] | None:
    """The addresses of GitLab Pages, and of GitLab's editor, from the variables of GitLab CI
    (https://docs.gitlab.com/ci/variables/predefined_variables/).
    """
    project, site = environment.get("CI_PROJECT_URL"), environment.get("CI_PAGES_URL")
    if not project or not site:
        return None
    branch = environment.get("CI_DEFAULT_BRANCH", "main")
    return f"{site.rstrip('/')}/", f"{project}/-/edit/{branch}/"


def _unknown(settings: Path, addresses: tuple[str, str]) -> Iterator[Problem]:
    """A warning for each address that stands in for one, at its line in the file of settings."""
    lines = settings.read_text(encoding="utf-8").splitlines()
    for name, address, stand_in in zip(_NOWHERE, addresses, STAND_INS, strict=True):
        if address == stand_in:
            line = next((n for n, line in enumerate(lines, 1) if line.startswith(name)), 1)
            remedy = tell(
                "Write its address after `%(name)s:`, or give it to the build as %(variable)s.",
                name=name,
                variable=name.upper(),
            )
            yield Problem(settings.name, line, 1, _NOWHERE[name], remedy, "warning")


_NOWHERE = {
    "site_url": tell("nobody has said yet where this site is published."),
    "edit_uri": tell("nobody has said yet where the files of this site are edited."),
}
