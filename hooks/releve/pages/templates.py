"""Jinja, without what our templates have no use for.

A page calls macros and functions some hundreds of times. Jinja asks before each call whether what
is called wants to know where it is called from; looks each function up by its name, in each macro
and each turn of a loop; tries, for each attribute, whether it is an item as well; and makes a new
string of each that is safe already. None of ours needs that. What is left out here is most of what
Jinja costs beside our own work; what the templates say is the same.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from keyword import iskeyword
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup

from ..language import as_markup, shown
from ..runtime import cache


class _Compiled(jinja2.BytecodeCache):
    """Templates as Python runs them, kept for every language and every build."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}
        self._is_new = False

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.bytecode_to_string()
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


COMPILED = _Compiled()
_PART = "templates"


class QuickMacro(Macro):
    """A macro that takes no more than the arguments it names, and the lines of a `call` block."""

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        if kwargs or self.caller:
            args += tuple(kwargs.pop(name, missing) for name in self.arguments[len(args) :])
            if self.caller:
                args += (kwargs.pop("caller", None) or self._environment.undefined(name="caller"),)
            if kwargs:
                raise TypeError(f"macro {self.name!r} takes no argument {next(iter(kwargs))!r}")
        elif absent := self._argument_count - len(args):
            args += (missing,) * absent
        return as_markup(self._func(*args))


class _Code(CodeGenerator):
    """Writes the code of a template: see the head of this file."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        self._macros = {macro.name for macro in node.find_all(nodes.Macro)} | {"caller"}
        self._imported = {one.target for one in node.find_all(nodes.Import)}
        names = list(node.find_all(nodes.Name))
        own = {name.name for name in names if name.ctx != "load"} | self._macros | self._imported
        used = {name.name for name in names} - own
        self._of_all = sorted(used & self.environment.globals.keys())
        """What this template knows as all others do. It is looked up at its head, once."""
        self.writeline("from releve.language.markup import shown")
        self.writeline("from releve.pages.templates import QuickMacro")
        super().visit_Template(node, frame)

    def enter_frame(self, frame: Frame) -> None:
        loads = frame.symbols.loads
        known = {target for target, load in loads.items() if load[1] in self._of_all}
        frame.symbols.loads = {target: loads[target] for target in loads.keys() - known}
        if frame.rootlevel:
            for name in self._of_all:
                self.writeline(f"{_AT_HEAD}{name} = {self.get_resolve_func()}({name!r})")
        super().enter_frame(frame)

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:  # noqa: N802
        if node.name in self._of_all:
            self.write(f"{_AT_HEAD}{node.name}")
        else:
            super().visit_Name(node, frame)

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

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> None:  # noqa: N802
        node.expr2 = node.expr2 or nodes.Const("")
        super().visit_CondExpr(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("(" if self._is_html(node) else "shown(")

    def _is_html(self, node: nodes.Expr | None) -> bool:
        """Whether a value is known to be HTML, by what is called or written there."""
        match node:
            case nodes.Call(node=nodes.Name(name=name)):
                function = self.environment.globals.get(name) if name in self._of_all else None
                says = getattr(function, "__annotations__", {}).get("return")
                return name in self._macros or says in (Markup, "Markup")
            case nodes.Call(node=nodes.Getattr(node=nodes.Name(name=name))):
                return name in self._imported
            case nodes.CondExpr(expr1=one, expr2=other):
                return self._is_html(one) and (other is None or self._is_html(other))
            case nodes.Const(value=str(said)):
                return shown(said) is said
        return False

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write("Quick")
        super().macro_def(macro_ref, frame)


_AT_HEAD = "known_"
"""Begins the names of variables at the head of a template's code."""


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
        self._at_hand: dict[Any, jinja2.Template] = {}

    def get_template(
        self, name: Any, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> jinja2.Template:
        """A template: there is one of each name, and all know the same."""
        if (found := self._at_hand.get(name)) is None:
            found = self._at_hand[name] = super().get_template(name, parent, globals)
        return found

    def make_globals(self, d: MutableMapping[str, Any] | None) -> dict[str, Any]:
        """What every template knows, as a dictionary that is quick to copy: each is told all of
        it when it is rendered. So it must be complete before the first template is loaded.
        """
        return {**self.globals, **(d or {})}
