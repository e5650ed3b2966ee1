"""Text -> HTML: what `markupsafe` does, with short cuts for the usual cases.

A page inserts hundreds of values, and nearly all of them are HTML already or hold nothing to
escape: `shown` then takes 0.2 to 0.5 µs, where `escape` takes 0.9 to 2.1 µs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from markupsafe import Markup, escape


def shown(value: object) -> str:
    """A value as HTML, with its `& < > " '` escaped unless it is `Markup` already."""
    if type(value) is str:
        return escape(value) if _TO_ESCAPE(value) else value
    if type(value) is Markup:
        return value
    return str(value) if type(value) is int else escape(value)


def isolated(text: str) -> Markup:
    """A name or a title as HTML. One that holds words written from right to left is set apart, so
    that neither a number beside it nor the next name in a list changes its place.
    """
    html = escape(text)
    return html if text.isascii() or not _LEFTWARD(text) else Markup("<bdi>{}</bdi>").format(html)


_LEFTWARD = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
).search
"""Finds a letter of a script that runs from right to left: Hebrew, Arabic, Syriac and others."""
_TO_ESCAPE = re.compile("[&<>\"']").search
as_markup: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Declare that a string is HTML. `Markup(string)` does the same in 1.6 µs instead of 0.6, since it
first looks for a method `__html__`."""
