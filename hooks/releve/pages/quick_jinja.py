"""Jinja's compiler, made to write quicker code for templates that need no more.

A page calls macros and functions some hundreds of times. Jinja asks before each call whether what
is called wants to know where it is called from; looks each function up by its name, in each macro
and each turn of a loop; tries, for each attribute, whether it is an item as well; and makes a new
string of each that is safe already. The code that is written here does none of that. QUICK_FIGURE

What a template says stays the same, because one that needs what is left out is refused when it is
compiled (`_refuse`), or fails when it is rendered, where Jinja would have gone on. Another version
of Jinja than those in `TRIED` compiles templates itself, and so does any with
`RELEVE_WITHOUT=templates`: `templates.environment` chooses.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from keyword import iskeyword
from types import MappingProxyType
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup

from ..language import as_markup, shown

TRIED = ("3.1.6",)
"""The versions of Jinja whose compiler this was tried with, all trial registers compared."""

_AT_HEAD = "known_"
"""Begins the names of variables at the head of a template's code."""


class QuickMacro(Macro):
    """A macro that takes no more than the arguments it names, and the lines of a `call` block."""

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        absent = self._argument_count - len(args)
        if absent < 0:
            raise TypeError(f"macro {self.name!r} takes {self._argument_count} arguments")
        if kwargs or self.caller:
            args += tuple(kwargs.pop(name, missing) for name in self.arguments[len(args) :])
            if self.caller:
                args += (kwargs.pop("caller", None) or self._environment.undefined(name="caller"),)
            if kwargs:
                raise TypeError(f"macro {self.name!r} takes no argument {next(iter(kwargs))!r}")
        elif absent:
            args += (missing,) * absent
        return as_markup(self._func(*args))


# --- what is refused ----------------------------------------------------------------------


def _refused(node: nodes.Template, known: MutableMapping[str, Any]) -> Iterator[tuple[int, str]]:
    """What a template may not use, for its code would mean something else here: line and words."""
    for one in node.find_all(nodes.Node):
        match one:
            case nodes.Filter(name="default" | "d") | nodes.Test(name="defined" | "undefined"):
                if not isinstance(one.node, nodes.Name):
                    yield one.lineno, f"`{one.name}` of a field: one that is missing is an error"
            case nodes.Name(name="varargs" | "kwargs"):
                yield one.lineno, f"`{one.name}`: macros take the arguments that they name"
            case nodes.Getitem(arg=nodes.Const(value=str(key))):
                yield one.lineno, f"`[{key!r}]`: write `.{key}` for a field"
            case nodes.EvalContextModifier():
                yield one.lineno, "`autoescape`: every value is escaped here"
            case nodes.FromImport():
                yield one.lineno, "`from … import`: import the file whole, as a name"
            case nodes.Import(with_context=True):
                yield one.lineno, "`with context`: give macros what they need as arguments"
            case nodes.Block() | nodes.Extends():
                yield one.lineno, "blocks: use macros"
            case nodes.Call(node=nodes.Name(name=name)) if hasattr(
                known.get(name), "jinja_pass_arg"
            ):
                yield one.lineno, f"`{name}` asks for its context, which is not passed here"


class _Code(CodeGenerator):
    """Writes the code of a template: see the head of this file."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        for line, why in _refused(node, self.environment.globals):
            self.fail(f"Templates of the register may not use {why}.", line)
        self._macros = {macro.name for macro in node.find_all(nodes.Macro)} | {"caller"}
        self._imported = {one.target for one in node.find_all(nodes.Import)}
        names = list(node.find_all(nodes.Name))
        own = {name.name for name in names if name.ctx != "load"} | self._macros | self._imported
        used = {name.name for name in names} - own
        self._of_all = sorted(used & self.environment.globals.keys())
        """What this template knows as all others do. It is looked up at its head, once."""
        self.writeline("from releve.language.markup import shown")
        self.writeline("from releve.pages.quick_jinja import QuickMacro")
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

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        _show_nothing_else(node)
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


def _show_nothing_else(node: nodes.Expr | None) -> None:
    """Of what is shown under a condition only, show nothing otherwise, as Jinja does; it makes an
    undefined value for that, which anywhere else than here could be told from words.
    """
    if isinstance(node, nodes.CondExpr):
        _show_nothing_else(node.expr1)
        _show_nothing_else(node.expr2)
        node.expr2 = node.expr2 or nodes.Const("")


class QuickEnvironment(jinja2.Environment):
    """An environment whose templates are compiled by `_Code`.

    All that templates know must be in `globals` before the first of them is loaded: then it is
    closed, as each is told all of it when it is rendered.
    """

    code_generator_class = _Code

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._at_hand: dict[str, jinja2.Template] = {}

    def get_template(
        self, name: Any, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> jinja2.Template:
        """A template: there is one of each name, and all know the same."""
        if (template := self._at_hand.get(name)) is None:
            self.globals = MappingProxyType(self.globals)  # type: ignore[assignment]
            template = self._at_hand[name] = super().get_template(name, parent, globals)
        return template

    def make_globals(self, d: MutableMapping[str, Any] | None) -> dict[str, Any]:
        """What every template knows, as a dictionary that is quick to copy."""
        return {**self.globals, **(d or {})}
