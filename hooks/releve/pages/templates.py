"""Loads the templates of `overrides/register/`, compiled once. Begin at `environment`."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import jinja2
from jinja2.bccache import Bucket

from ..runtime import cache, switches
from .quick_jinja import TRIED, QuickEnvironment


class _Compiled(jinja2.BytecodeCache):
    """The compiled code of templates, which all languages and all builds share."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}
        self._is_new = False

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self._code.get(_key(bucket)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[_key(bucket)] = bucket.bytecode_to_string()
        self._is_new = True

    def take(self, root: Path) -> None:
        """Load the code that the last run saved, unless this run has compiled some already."""
        if not self._code:
            self._code |= cache.load(root, _PART)

    def leave(self, root: Path) -> None:
        """Save the code for the next run, if any of it is new."""
        if self._is_new:
            cache.save(root, _PART, self._code)
            self._is_new = False


def _key(bucket: Bucket) -> str:
    """The key of a template's code, which depends on the kind of its environment."""
    return f"{type(bucket.environment).__name__} {bucket.key}"


COMPILED = _Compiled()
"""The compiled code of all templates, also of the theme's."""
_PART = "templates"


def environment(folder: Path) -> jinja2.Environment:
    """The environment of the templates in a folder.

    Values are escaped unless they are Markup, and an undefined name is an error.
    """
    quick = switches.is_on("templates") and jinja2.__version__ in TRIED
    options: dict[str, Any] = {
        "loader": jinja2.FileSystemLoader(folder),
        "autoescape": True,
        "undefined": jinja2.StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "auto_reload": False,
        "bytecode_cache": COMPILED,
    }
    return QuickEnvironment(**options) if quick else jinja2.Environment(**options)


def theme_environment(
    get_environment: Callable[[], jinja2.Environment], folders: Sequence[str]
) -> jinja2.Environment:
    """The theme's own environment, whose templates are compiled once for all builds."""
    theme = get_environment()
    theme.loader = _UnhiddenLoader(folders)
    theme.bytecode_cache = COMPILED
    return theme


class _UnhiddenLoader(jinja2.FileSystemLoader):
    """Lists all templates except those in hidden folders, but loads those, too.

    The hidden folders hold the theme's 14,348 icons. mkdocs would look at each of them, only to
    leave it out, which takes 0.28 s of a build.
    """

    def list_templates(self) -> list[str]:
        templates: set[str] = set()
        for folder in self.searchpath:
            for path, folders, names in os.walk(folder):
                folders[:] = [name for name in folders if not name.startswith(".")]
                templates.update(Path(path, name).relative_to(folder).as_posix() for name in names)
        return sorted(templates)
