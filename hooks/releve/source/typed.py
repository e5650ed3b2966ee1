"""Plain values -> typed records, or problems where the values do not fit the format.

Begin at `typed_content`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from . import schema
from .explain import explain, plain_location
from .other_words import likely
from .parser import Location
from .problems import Problem
from .shape import fields_at
from .source_file import KeptIndexes, Source

_ROUNDS = 8


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(schema.FILES[kind])


def typed_content(kind: str, source: Source) -> tuple[Any, KeptIndexes, list[Problem]]:
    """The typed content of a file, without what does not fit the format of its `kind`.

    With it come the indexes of the entries that are left in lists, and the problems of what does
    not fit. The content is None if nothing of the file can be used.
    """
    try:
        return _adapter(kind).validate_python(source.value), {}, []
    except ValidationError as error:
        errors = error.errors(include_url=False)
        # A mistyped name of a field is one problem, not two: an unknown field and a missing one.
        intended = {
            _intended_location(kind, detail)
            for detail in errors
            if detail["type"] == "extra_forbidden"
        }
        problems = [
            explain(kind, source, detail)
            for detail in errors
            if not (detail["type"] == "missing" and detail["loc"] in intended)
        ]
        return *_content_that_fits(kind, source, error), problems


def _intended_location(kind: str, unknown_field: Any) -> Location:
    """The location of the known field whose name is nearest to that of an unknown one."""
    *holder, name = unknown_field["loc"]
    return (*holder, likely(str(name), fields_at(kind, tuple(holder))) or name)


def _content_that_fits(
    kind: str, source: Source, error: ValidationError
) -> tuple[Any, KeptIndexes]:
    """The content without its broken parts, so that the rest of the file can still be checked.

    A map that lacks a field it needs is taken out as a whole. As a cut may cause that, the content
    is checked again after each round of cuts, for at most `_ROUNDS` rounds.
    """
    cuts: set[Location] = set()
    remaining = source
    for _ in range(_ROUNDS):
        for detail in error.errors(include_url=False, include_input=False):
            location = tuple(plain_location(remaining.value, detail["loc"]))
            is_missing = detail["type"] == "missing"
            cuts.add(remaining.in_file(location[:-1] if is_missing else location))
        if () in cuts:
            break
        kept_indexes: dict[Location, list[int]] = {}
        value = _without(source.value, cuts, (), (), kept_indexes)
        remaining = replace(source, value=value, kept_indexes=kept_indexes)
        try:
            return _adapter(kind).validate_python(remaining.value), kept_indexes
        except ValidationError as again:
            error = again
    return None, {}


def _without(
    value: Any, cuts: set[Location], old: Location, new: Location, kept: dict[Location, list[int]]
) -> Any:
    """A copy of `value` without the values at the locations `cuts`.

    `old` is the location of `value` in the file, as the `cuts` are; `new` is that of the copy in
    the content. For each list that it shortens, the function adds the indexes of the entries that
    are left to `kept`.
    """
    if isinstance(value, dict):
        return {
            key: _without(inner, cuts, (*old, key), (*new, key), kept)
            for key, inner in value.items()
            if (*old, key) not in cuts
        }
    if isinstance(value, list):
        indexes = [index for index in range(len(value)) if (*old, index) not in cuts]
        if len(indexes) < len(value):
            kept[new] = indexes
        return [
            _without(value[old_index], cuts, (*old, old_index), (*new, new_index), kept)
            for new_index, old_index in enumerate(indexes)
        ]
    return value
