"""Templates are compiled to quicker code, which says the same; what it cannot say is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from unittest.mock import patch

import jinja2
import pytest
from markupsafe import Markup

from releve.pages import QuickEnvironment, environment, templates


class _Thing:
    """What templates are given: fields, and no items."""

    name = "<b>name</b>"
    html = Markup("<b>html</b>")
    none = None
    number = 3
    words = ("one", "<two>", "three")


def _double(value: object) -> str:
    return f"{value}{value}"


def _marked(value: str) -> Markup:
    return Markup("<i>{}</i>").format(value)


MACROS = """
{%- macro show(thing, level=2, said='') -%}
<h{{ level }}>{{ thing.name }}{{ said }}</h{{ level }}>
{%- endmacro -%}
{%- macro around(words) -%}<p>{{ words }}: {{ caller() }}</p>{%- endmacro -%}
"""

SAID_ALIKE = {
    "a value": "{{ thing.name }} {{ thing.html }} {{ thing.number }} {{ 1.5 }} {{ thing.none }}",
    "a function": "{{ double(thing.name) }} {{ marked(thing.name) }} {{ double(thing.number) }}",
    "a condition": "{{ thing.name if thing.number }}{{ thing.name if thing.none }}|",
    "a condition in a condition": "{{ thing.html if thing.none else (thing.name if thing.none) }}|",
    "a condition in a call": "{{ double(thing.name if thing.none) }}|",
    "a condition that is compared": "{% if (1 if thing.none) == '' %}a{% else %}b{% endif %}",
    "a loop": "{% for word in thing.words %}{{ loop.index }}{{ word }}{{ ', ' if not loop.last }}"
    "{% else %}none{% endfor %}",
    "a macro": "{{ m.show(thing) }}{{ m.show(thing, 3) }}{{ m.show(thing, said='<x>') }}",
    "a call of a macro": "{% call m.around('<a>') %}{{ thing.name }}{% endcall %}",
    "a macro of its own": "{% macro own(a, b='b') %}{{ a }}{{ b }}{% endmacro %}"
    "{{ own('<', b='>') }}",
    "a name that is set": "{% set double = thing.name %}{{ double }}",
    "a name of a loop": "{% for double in thing.words %}{{ double }}{% endfor %}",
    "items by number": "{{ thing.words[1] }}{{ thing.words[-1] }}{{ thing.words[1:] }}",
    "items by a variable": "{% set map = {'a': '<1>'} %}{% set key = 'a' %}{{ map[key] }}",
    "filters": "{{ thing.words|join('&') }}{{ thing.name|upper }}{{ thing.html|upper }}",
    "words put together": "{{ thing.name ~ thing.html }}",
    "a caller that is asked for": "{% macro own() %}{{ caller() if caller is defined else 'none' }}"
    "{% endmacro %}{{ own() }}{% call own() %}<b>{% endcall %}",
}
"""Templates that say the same through Jinja's own compiler."""


def _env(kind: type[jinja2.Environment], said: str) -> jinja2.Environment:
    options: dict[str, Any] = {"trim_blocks": True, "lstrip_blocks": True}
    files = {"page.html": "{% import 'm.html' as m %}" + said, "m.html": MACROS}
    env = kind(
        loader=jinja2.DictLoader(files),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        **options,
    )
    env.globals.update(double=_double, marked=_marked)
    return env


@pytest.mark.parametrize("case", SAID_ALIKE)
def test_a_template_says_what_jinja_would_have_it_say(case: str) -> None:
    quick, stock = (
        _env(kind, SAID_ALIKE[case]).get_template("page.html").render(thing=_Thing())
        for kind in (QuickEnvironment, jinja2.Environment)
    )
    assert quick == stock


REFUSED = {
    "a default of a field": "\n{{ thing.absent|default('x') }}",
    "a field that is asked for": "\n{% if thing.absent is defined %}x{% endif %}",
    "a field as an item": "\n{{ thing['name'] }}",
    "arguments without names": "\n{% macro own() %}{{ varargs }}{% endmacro %}",
    "arguments with any name": "\n{% macro own() %}{{ kwargs }}{% endmacro %}",
    "words that are not escaped": "\n{% autoescape false %}{{ thing.name }}{% endautoescape %}",
    "a macro without its file": "\n{% from 'm.html' import show %}",
    "macros that see the page": "\n{% import 'm.html' as n with context %}",
    "blocks": "\n{% block a %}{% endblock %}",
    "a function that asks for its context": "\n{{ contextual('x') }}",
}
"""Templates that would say something else, or fail, in the quicker code: all on line 2."""


@jinja2.pass_context
def _contextual(context: Any, said: str) -> str:
    return f"{said}{len(context.vars)}"


@pytest.mark.parametrize("case", REFUSED)
def test_what_the_quicker_code_cannot_say_is_refused_where_it_stands(case: str) -> None:
    quick, stock = (_env(kind, REFUSED[case]) for kind in (QuickEnvironment, jinja2.Environment))
    for env in (quick, stock):
        env.globals["contextual"] = _contextual
    stock.get_template("page.html").render(thing=_Thing())
    with pytest.raises(jinja2.TemplateAssertionError) as refused:
        quick.get_template("page.html")
    assert (refused.value.name, refused.value.lineno) == ("page.html", 2)
    assert "Templates of the register may not use" in str(refused.value)


@pytest.mark.parametrize("call", ["m.show(thing, 1, '', 4)", "m.show(thing, other=1)"])
def test_a_macro_takes_no_argument_that_it_does_not_name(call: str) -> None:
    for kind in (QuickEnvironment, jinja2.Environment):
        template = _env(kind, "{{ " + call + " }}").get_template("page.html")
        with pytest.raises(TypeError):
            template.render(thing=_Thing())


@pytest.mark.parametrize("said", ["{{ absent }}", "{{ thing.absent }}", "{{ thing.words[7] }}"])
def test_what_is_not_there_is_an_error(said: str) -> None:
    for kind in (QuickEnvironment, jinja2.Environment):
        template = _env(kind, said).get_template("page.html")
        with pytest.raises((jinja2.UndefinedError, AttributeError, LookupError)):
            template.render(thing=_Thing())


def test_nothing_is_added_to_what_templates_know_once_one_is_loaded() -> None:
    env = _env(QuickEnvironment, "x")
    env.get_template("page.html")
    with pytest.raises(TypeError):
        env.globals["late"] = 1


def test_a_version_of_jinja_that_was_not_tried_compiles_templates_itself(tmp_path: Path) -> None:
    assert type(environment(tmp_path)) is QuickEnvironment
    with patch.object(templates, "TRIED", ()):
        assert type(environment(tmp_path)) is jinja2.Environment
