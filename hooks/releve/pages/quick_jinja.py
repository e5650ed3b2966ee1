"""A variant of Jinja's compiler that writes faster code for the templates of the register.

A page calls macros and functions some hundreds of times. The code that Jinja writes checks before
each call whether the function takes the context of the call; looks up each function by its name, in
each macro and in each turn of a loop; tries each attribute as an item, too; and makes a new string
of each value that is HTML already. The code that is written here does none of that: a
build of 80 meetings without the index of the search takes 14.9 s, and 27.0 s with Jinja's own code
(medians of three on two cores).

The output of a template is the same. A template that needs what is left out here is an error when
it is compiled (`_refused`), or an error when it is rendered, where Jinja would have gone on.

Begin at `QuickEnvironment`. It is used only with the versions of Jinja in `TRIED`, and not with
`RELEVE_WITHOUT=templates`; otherwise Jinja compiles the templates itself: see
`templates.environment`.
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
"""The versions of Jinja with which the pages of all trial registers were compared."""

_AT_HEAD = "known_"
"""The prefix of variables at the head of a template's code, which hold functions and globals."""


class QuickMacro(Macro):
    """A macro that takes only the arguments that it names, and `caller`, of a `call` block."""

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
    """Each use of something that would not work here as in Jinja: its line, and what it is."""
    for part in node.find_all(nodes.Node):
        match part:
            case nodes.Filter(name="default" | "d") | nodes.Test(name="defined" | "undefined"):
                if not isinstance(part.node, nodes.Name):
                    yield part.lineno, f"`{part.name}` of a field: one that is missing is an error"
            case nodes.Name(name="varargs" | "kwargs"):
                yield part.lineno, f"`{part.name}`: macros take the arguments that they name"
            case nodes.Getitem(arg=nodes.Const(value=str(key))):
                yield part.lineno, f"`[{key!r}]`: write `.{key}` for a field"
            case nodes.EvalContextModifier():
                yield part.lineno, "`autoescape`: every value is escaped here"
            case nodes.FromImport():
                yield part.lineno, "`from … import`: import the file whole, as a name"
            case nodes.Import(with_context=True):
                yield part.lineno, "`with context`: give macros what they need as arguments"
            case nodes.Block() | nodes.Extends():
                yield part.lineno, "blocks: use macros"
            case nodes.Call(node=nodes.Name(name=name)) if hasattr(
                known.get(name), "jinja_pass_arg"
            ):
                yield part.lineno, f"`{name}` asks for its context, which is not passed here"


class _Code(CodeGenerator):
    """Writes the Python code of a template: see the docstring of this module."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        for line, use in _refused(node, self.environment.globals):
            self.fail(f"Templates of the register may not use {use}.", line)
        self._macros = {macro.name for macro in node.find_all(nodes.Macro)} | {"caller"}
        self._imported = {imported.target for imported in node.find_all(nodes.Import)}
        names = list(node.find_all(nodes.Name))
        assigned = {name.name for name in names if name.ctx != "load"}
        used = {name.name for name in names} - assigned - self._macros - self._imported
        self._globals = sorted(used & self.environment.globals.keys())
        """Names of the environment that this template uses. Each is looked up once, at its head."""
        self.writeline("from releve.language.markup import shown")
        self.writeline("from releve.pages.quick_jinja import QuickMacro")
        super().visit_Template(node, frame)

    def enter_frame(self, frame: Frame) -> None:
        loads = frame.symbols.loads
        known = {target for target, load in loads.items() if load[1] in self._globals}
        frame.symbols.loads = {target: loads[target] for target in loads.keys() - known}
        if frame.rootlevel:
            for name in self._globals:
                self.writeline(f"{_AT_HEAD}{name} = {self.get_resolve_func()}({name!r})")
        super().enter_frame(frame)

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:  # noqa: N802
        if node.name in self._globals:
            self.write(f"{_AT_HEAD}{node.name}")
        else:
            super().visit_Name(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        keywords = [keyword.key for keyword in node.kwargs]
        if node.dyn_args or node.dyn_kwargs or any(map(iskeyword, keywords)):
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
        _add_empty_else(node)
        self.write("(" if self._is_html(node) else "shown(")

    def _is_html(self, node: nodes.Expr | None) -> bool:
        """Whether the value of an expression is certainly HTML, judged by its function or text."""
        match node:
            case nodes.Call(node=nodes.Name(name=name)):
                function = self.environment.globals.get(name) if name in self._globals else None
                result = getattr(function, "__annotations__", {}).get("return")
                return name in self._macros or result in (Markup, "Markup")
            case nodes.Call(node=nodes.Getattr(node=nodes.Name(name=name))):
                return name in self._imported
            case nodes.CondExpr(expr1=value, expr2=other):
                return self._is_html(value) and (other is None or self._is_html(other))
            case nodes.Const(value=str(text)):
                return shown(text) is text
        return False

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        # At each import, Jinja compares the globals of both templates. Here they are the same.
        self.write("environment.module(")
        self.visit(node.template, frame)
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write("Quick")
        super().macro_def(macro_ref, frame)


def _add_empty_else(node: nodes.Expr | None) -> None:
    """Give `{{ a if b }}` an `else` that is the empty string, which shows nothing, as in Jinja.

    Jinja uses an undefined value there. Only in an expression that is shown are the two the same.
    """
    if isinstance(node, nodes.CondExpr):
        _add_empty_else(node.expr1)
        _add_empty_else(node.expr2)
        node.expr2 = node.expr2 or nodes.Const("")


class QuickEnvironment(jinja2.Environment):
    """An environment whose templates are compiled by `_Code`.

    Everything that templates use must be in `globals` before the first of them is loaded. After
    that, `globals` is read-only.
    """

    code_generator_class = _Code

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._loaded: dict[str, jinja2.Template] = {}
        self._modules: dict[str, Any] = {}

    def get_template(
        self, name: Any, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> jinja2.Template:
        """The template of a name, compiled once. `parent` and `globals` are those of Jinja."""
        if (template := self._loaded.get(name)) is None:
            self.globals = MappingProxyType(self.globals)  # type: ignore[assignment]
            template = self._loaded[name] = super().get_template(name, parent, globals)
        return template

    def module(self, name: str) -> Any:
        """The macros and constants of a template, made once."""
        if (module := self._modules.get(name)) is None:
            module = self._modules[name] = self.get_template(name).module
        return module

    def make_globals(self, d: MutableMapping[str, Any] | None) -> dict[str, Any]:
        """The globals of a template, as a plain dictionary, which is fast to copy."""
        return {**self.globals, **(d or {})}
