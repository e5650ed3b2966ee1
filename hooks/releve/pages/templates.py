"""The templates of `overrides/register/`, compiled once and kept."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import jinja2
from jinja2.bccache import Bucket

from ..runtime import cache, switches
from .quick_jinja import TRIED, QuickEnvironment


class _Compiled(jinja2.BytecodeCache):
    """Templates as Python runs them, kept for every language and every build."""

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
        """Take what the last run has left, where nothing is known yet."""
        if not self._code:
            self._code |= cache.load(root, _PART)

    def leave(self, root: Path) -> None:
        """Leave what is known to the next run."""
        if self._is_new:
            cache.save(root, _PART, self._code)
            self._is_new = False


def _key(bucket: Bucket) -> str:
    """The name of a template's code: each kind of environment compiles it in its own way."""
    return f"{type(bucket.environment).__name__} {bucket.key}"


COMPILED = _Compiled()
_PART = "templates"


def environment(folder: Path) -> jinja2.Environment:
    """The environment of the templates in a folder.

    Values are escaped unless they are Markup, and names that stand for nothing are errors.
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


class UnhiddenLoader(jinja2.FileSystemLoader):
    """Lists templates but for those in hidden folders: the theme's 14,348 icons, which mkdocs would
    look at one by one and leave out (0.28 s of a build). A template that names one finds it.
    """

    def list_templates(self) -> list[str]:
        templates: set[str] = set()
        for folder in self.searchpath:
            for path, folders, names in os.walk(folder):
                folders[:] = [name for name in folders if not name.startswith(".")]
                templates.update(Path(path, name).relative_to(folder).as_posix() for name in names)
        return sorted(templates)
