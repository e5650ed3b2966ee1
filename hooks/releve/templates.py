"""Jinja, without what our templates have no use for.

A page calls macros and functions some hundreds of times. Jinja asks before each call whether what
is called wants to know where it is called from; tries, for each attribute, whether it is an item as
well; and makes a new string of each that is safe already. None of ours needs that. What is left
out here is most of what Jinja costs beside our own work; what the templates say is the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from functools import partial
from keyword import iskeyword
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape


def shown(value: object) -> str:
    """A value as HTML: `escape`, at no cost for what is HTML already or holds nothing to escape."""
    if type(value) is Markup or (type(value) is str and not _TO_ESCAPE(value)):
        return value
    return escape(value)


_TO_ESCAPE = re.compile("[&<>\"']").search
_as_markup: Callable[[str], Markup] = partial(str.__new__, Markup)


class QuickMacro(Macro):
    """A macro that is mostly called with arguments by place."""

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        absent = self._argument_count - len(args)
        if kwargs or absent < 0 or self.caller or self.catch_kwargs or self.catch_varargs:
            return super().__call__(*args, **kwargs)
        return _as_markup(self._func(*args, *[missing] * absent))


class _Code(CodeGenerator):
    """Writes the code of a template: see the head of this file."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        self.writeline("from releve.templates import QuickMacro, shown")
        super().visit_Template(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        named = [keyword.key for keyword in node.kwargs]
        if node.dyn_args or node.dyn_kwargs or any(map(iskeyword, named)):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("shown(")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write("Quick")
        super().macro_def(macro_ref, frame)


class Environment(jinja2.Environment):
    """The environment of the templates in a folder, whose HTML is escaped unless it is Markup."""

    code_generator_class = _Code

    def __init__(self, folder: Path, **options: Any) -> None:
        super().__init__(
            loader=jinja2.FileSystemLoader(folder),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            **options,
        )

    def make_globals(self, d: MutableMapping[str, Any] | None) -> dict[str, Any]:
        """What every template knows, as a dictionary that is quick to copy: each is told all of
        it when it is rendered. So it must be complete before the first template is loaded.
        """
        return {**self.globals, **(d or {})}
