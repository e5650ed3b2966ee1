"""Plain values -> typed records, or problems of shape."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from . import schema
from .explain import explain, plain_location
from .parser import Location
from .problems import Problem, nearest
from .shape import fields_at
from .source_file import Kept, Source


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(schema.FILES[kind])


def typed_content(kind: str, source: Source) -> tuple[Any, Kept, list[Problem]]:
    """The typed content of a file, as far as it can be understood, and its problems of shape."""
    try:
        return _adapter(kind).validate_python(source.value), {}, []
    except ValidationError as error:
        errors = error.errors(include_url=False)
        # A field whose name is mistyped is unknown; it is not missing as well.
        meant = {_meant(kind, found) for found in errors if found["type"] == "extra_forbidden"}
        problems = [
            explain(kind, source, found)
            for found in errors
            if not (found["type"] == "missing" and found["loc"] in meant)
        ]
        return *_what_can_be_kept(kind, source, error), problems


def _meant(kind: str, found: Any) -> Location:
    """Where an unknown field would stand if its name were the nearest known one."""
    *holder, name = found["loc"]
    return (*holder, nearest(str(name), fields_at(kind, tuple(holder))) or name)


def _what_can_be_kept(kind: str, source: Source, error: ValidationError) -> tuple[Any, Kept]:
    """The content without its broken parts, so that one slip does not hide the next.

    Taking a part out may leave its holder without a field that it needs; then that goes too.
    """
    cuts: set[Location] = set()
    rest = source
    for _ in range(8):
        for found in error.errors(include_url=False, include_input=False):
            place = tuple(plain_location(rest.value, found["loc"]))
            cuts.add(rest.in_file(place[:-1] if found["type"] == "missing" else place))
        if () in cuts:
            break
        kept: dict[Location, list[int]] = {}
        rest = replace(source, value=_without(source.value, cuts, (), (), kept), kept=kept)
        try:
            return _adapter(kind).validate_python(rest.value), kept
        except ValidationError as again:
            error = again
    return None, {}


def _without(
    value: Any, cuts: set[Location], here: Location, now: Location, kept: dict[Location, list[int]]
) -> Any:
    """A copy of `value`, which stands at `here`, without what stands at any of the `cuts`.

    The copy will stand at `now`; `kept` learns which entries of its lists are left.
    """
    if isinstance(value, dict):
        return {
            key: _without(inner, cuts, (*here, key), (*now, key), kept)
            for key, inner in value.items()
            if (*here, key) not in cuts
        }
    if isinstance(value, list):
        left = [index for index in range(len(value)) if (*here, index) not in cuts]
        if len(left) < len(value):
            kept[now] = left
        return [
            _without(value[index], cuts, (*here, index), (*now, place), kept)
            for place, index in enumerate(left)
        ]
    return value
