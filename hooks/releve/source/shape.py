"""What the models of `schema` say of themselves.

The fields that may stand at a place, for a message that names the nearest one; and the texts and
references that a record holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, Tag

from ..runtime import LazyList
from . import schema


def fields_at(kind: str, location: tuple[str | int, ...]) -> list[str]:
    """Names of the fields that may stand at a `location` of pydantic's in a file of this kind.

    Such a location holds the tags of the unions that were chosen, written `<like this>`.
    Empty where the value is not a map with known fields.
    """
    return [
        field.alias or name
        for model in _types_at(kind, location)
        if isinstance(model, type) and issubclass(model, BaseModel)
        for name, field in model.model_fields.items()
    ]


def is_text_at(kind: str, location: tuple[str | int, ...]) -> bool:
    """Whether a map from language to words stands at a `location` of pydantic's."""
    return any(
        get_origin(found) is dict and _bare(get_args(found)[-1]) is str
        for found in _types_at(kind, location)
    )


def _types_at(kind: str, location: tuple[str | int, ...]) -> list[Any]:
    found = [schema.FILES[kind]]
    for step in location:
        found = [inner for outer in found for inner in _inner(outer, step)]
    return [member for one in found for member in _members(_bare(one))]


def _members(kind: Any) -> list[Any]:
    """The types that a union joins; the type itself where it is none."""
    if get_origin(kind) in (Union, UnionType):
        return [inner for member in get_args(kind) for inner in _members(_bare(member))]
    return [kind]


def _bare(kind: Any) -> Any:
    while get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    return kind


def _inner(kind: Any, step: str | int) -> list[Any]:
    """The types that one step of a location leads to."""
    if get_origin(kind) is Annotated and any(
        isinstance(mark, Tag) and mark.tag == step for mark in get_args(kind)[1:]
    ):
        return [_bare(kind)]
    kind = _bare(kind)
    if get_origin(kind) in (Union, UnionType):
        return [inner for member in get_args(kind) for inner in _inner(member, step)]
    if get_origin(kind) in (list, dict, LazyList):
        return [get_args(kind)[-1]]
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return [
            field.annotation if not field.metadata else Annotated[field.annotation, *field.metadata]
            for name, field in kind.model_fields.items()
            if step in (name, field.alias)
        ]
    return []


DIRECTORIES = {kind for kind, model in schema.FILES.items() if get_origin(model) is dict}
"""Kinds of files that map ids to records."""


@cache
def _fields(model: type[schema.Record]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Of each field: its name, how it is written in a file, and the kinds it refers to."""
    return tuple(
        (
            name,
            field.alias or name,
            next((mark.kinds for mark in field.metadata if isinstance(mark, schema.Refers)), ()),
        )
        for name, field in model.model_fields.items()
    )


Leaf = tuple[tuple[str | int, ...], Any, tuple[str, ...]]
"""Where it stands; a text (a map from language to words) or a reference; kinds it refers to."""


def leaves(value: Any, location: tuple[str | int, ...] = ()) -> Iterator[Leaf]:
    """Every text and every reference in a record, in the order of its fields."""
    if isinstance(value, schema.Record):
        for name, written, refers in _fields(type(value)):
            inner = getattr(value, name)
            if not inner:
                continue
            if not refers:
                yield from leaves(inner, (*location, written))
            elif isinstance(inner, list):
                for index, one in enumerate(inner):
                    if isinstance(one, str):
                        yield (*location, written, index), one, refers
                    else:
                        yield from leaves(one, (*location, written, index))
            else:
                yield (*location, written), inner, refers
    elif isinstance(value, list | LazyList):
        for index, one in enumerate(value):
            yield from leaves(one, (*location, index))
    elif isinstance(value, dict) and value:
        if isinstance(next(iter(value.values())), str):
            yield location, value, ()
        else:  # the order in which a directory lists its ids means nothing
            for key, one in sorted(value.items()):
                yield from leaves(one, (*location, key))
