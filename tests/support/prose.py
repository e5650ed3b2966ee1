"""Prose in English and in French whose references lead to a few things, for the tests of prose."""

from __future__ import annotations

from typing import Any

from releve.language import Language
from releve.pages import Link, Prose

from .built_site import Element, read_html

TAGS = frozenset(
    [
        *("p", "ul", "ol", "li", "em", "strong", "a", "abbr", "code", "blockquote", "hr", "br"),
        *("table", "thead", "tbody", "tr", "th", "td", "s", "pre"),
    ]
)
ATTRIBUTES = frozenset(("href", "title", "class", "start"))

TARGETS = {
    "council": Link("people/council/", "Example Council"),
    "#decision-3": Link("m/decision-3/", "decision 3"),
    "no-page": Link(None, "someone & co"),
    "wild": Link("m/?a=1&b=2", '<b>"wild"</b>'),
}


def resolve(target: str, meeting: Any) -> Link | None:
    if target == "#5C":
        return Link(f"{meeting}/follow-up-5c/", "follow-up 5C") if meeting else None
    return TARGETS.get(target)


EXPLAIN = {
    "EXC": Link("organizations/council/", "Example Council"),
    "EXC-2": Link("organizations/second/", "Second <Council>"),
    "QPL": Link("glossary/#qpl", 'Quay "plan"'),
}
PROSE = Prose(resolve, EXPLAIN, Language("en", "CA").typeset)
FRENCH = Prose(resolve, EXPLAIN, Language("fr", "CA").typeset)


def root(text: str, meeting: Any = None) -> Element:
    """The HTML of a text, read again."""
    tree, faults = read_html(str(PROSE.html(text, meeting)))
    assert faults == []
    return tree
