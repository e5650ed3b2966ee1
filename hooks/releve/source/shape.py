"""Questions about the format, answered from the models of `schema`.

`fields_at` and `is_text_at` tell what a file may have at a location, for the messages of
`explain`; `leaves` gives all texts and references of a record, and `dates` all dates, for the
checks.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, Tag

from ..runtime import LazyList
from . import schema


def fields_at(kind: str, location: tuple[str | int, ...]) -> list[str]:
    """Names of the fields that a map at a `location` may have, in a file of this kind.

    The location is one of pydantic's: it includes the tags of the unions that were chosen, written
    `<like this>`. Empty if the format has no map with known fields there.
    """
    return [
        field.alias or name
        for model in _types_at(kind, location)
        if isinstance(model, type) and issubclass(model, BaseModel)
        for name, field in model.model_fields.items()
    ]


def fields_of(kind: str, value: Any, location: tuple[str | int, ...]) -> list[str]:
    """Names of the fields that the map at a `location` of a file may have.

    `value` is the content of the file, and the location one in it, without tags. Where the format
    has several kinds of maps, as for what came of an item, the map's first field tells which.
    """
    place: tuple[str | int, ...] = ()
    for step in (*location, None):
        if isinstance(value, dict) and any(
            get_origin(type_) is list for type_ in _types_at(kind, place)
        ):
            place = (*place, 0)  # one map is short for a list of it
        if step is not None:
            place, value = (*place, step), value[step]
    models = [
        [field.alias or name for name, field in model.model_fields.items()]
        for model in _types_at(kind, place)
        if isinstance(model, type) and issubclass(model, BaseModel)
    ]
    told = [fields for fields in models if isinstance(value, dict) and fields[0] in value]
    return [name for fields in (told or models) for name in fields]


def kinds_at(kind: str, location: tuple[str | int, ...]) -> tuple[str, ...]:
    """The kinds of things that a value at a `location` of pydantic's may refer to; () if none."""
    while location and (isinstance(location[-1], int) or str(location[-1]).startswith("<")):
        location = location[:-1]
    if not location:
        return ()
    types = [schema.FILES[kind]]
    for step in location[:-1]:
        types = [inner for outer in types for inner in _types_below(outer, step)]
    return next(
        (
            mark.kinds
            for type_ in types
            for member in _union_members(_without_annotation(type_))
            if isinstance(member, type) and issubclass(member, BaseModel)
            for name, field in member.model_fields.items()
            if location[-1] in (name, field.alias)
            for mark in field.metadata
            if isinstance(mark, schema.Refers)
        ),
        (),
    )


def is_required(kind: str, location: tuple[str | int, ...]) -> bool:
    """Whether the field at a `location` of pydantic's may not be left out."""
    return any(
        field.is_required()
        for type_ in _types_at(kind, location[:-1])
        if isinstance(type_, type) and issubclass(type_, BaseModel)
        for name, field in type_.model_fields.items()
        if location[-1] in (name, field.alias)
    )


def words_at(kind: str, location: tuple[str | int, ...]) -> list[str]:
    """The words of which a value at a `location` of pydantic's may be one; [] if any other."""
    return [
        word
        for type_ in _types_at(kind, location)
        if get_origin(type_) is Literal
        for word in get_args(type_)
    ]


def is_text_at(kind: str, location: tuple[str | int, ...]) -> bool:
    """Whether a `location` of pydantic's may have a text, which is a map from language to words."""
    return any(
        get_origin(type_) is dict and _without_annotation(get_args(type_)[-1]) is str
        for type_ in _types_at(kind, location)
    )


def _types_at(kind: str, location: tuple[str | int, ...]) -> list[Any]:
    """The types that a value at a `location` may have; each member of a union is one."""
    return _types_of(kind, tuple(0 if isinstance(step, int) else step for step in location))


@lru_cache(maxsize=2_000)
def _types_of(kind: str, location: tuple[str | int, ...]) -> list[Any]:
    """As `_types_at`, for a location that names no entry of a list but the first."""
    types = [schema.FILES[kind]]
    for step in location:
        types = [inner for outer in types for inner in _types_below(outer, step)]
    return [member for type_ in types for member in _union_members(_without_annotation(type_))]


def _union_members(type_: Any) -> list[Any]:
    """The types that a union joins; a list of the type itself if it is no union."""
    if get_origin(type_) in (Union, UnionType):
        return [
            inner
            for member in get_args(type_)
            for inner in _union_members(_without_annotation(member))
        ]
    return [type_]


def _without_annotation(type_: Any) -> Any:
    """`X` for `Annotated[X, …]`."""
    while get_origin(type_) is Annotated:
        type_ = get_args(type_)[0]
    return type_


def _types_below(type_: Any, step: str | int) -> list[Any]:
    """The types that one step of a location, from a value of a type, leads to."""
    if get_origin(type_) is Annotated and any(
        isinstance(mark, Tag) and mark.tag == step for mark in get_args(type_)[1:]
    ):
        return [_without_annotation(type_)]
    type_ = _without_annotation(type_)
    if get_origin(type_) in (Union, UnionType):
        return [inner for member in get_args(type_) for inner in _types_below(member, step)]
    if get_origin(type_) in (list, dict, LazyList):
        return [get_args(type_)[-1]]
    if isinstance(type_, type) and issubclass(type_, BaseModel):
        return [
            field.annotation if not field.metadata else Annotated[field.annotation, *field.metadata]
            for name, field in type_.model_fields.items()
            if step in (name, field.alias)
        ]
    return []


DIRECTORIES = {kind for kind, model in schema.FILES.items() if get_origin(model) is dict}
"""Kinds of files whose content is a map from ids to records, such as people.yml."""


@cache
def _fields(
    model: type[schema.Record],
) -> tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...]:
    """For each field of a model that may hold texts or references: its name, its name in a file,
    the kinds it refers to, and the words that it may have instead of a reference.
    """
    nothing = schema.Refers()
    marks = {
        name: next((mark for mark in field.metadata if isinstance(mark, schema.Refers)), nothing)
        for name, field in model.model_fields.items()
    }
    return tuple(
        (name, field.alias or name, marks[name].kinds, marks[name].besides)
        for name, field in model.model_fields.items()
        if not any(isinstance(mark, schema.NoText) for mark in field.metadata)
    )


Leaf = tuple[tuple[str | int, ...], Any, tuple[str, ...]]
"""A text or a reference: its location; its value, for a text a map from language to words; and the
kinds of things that a reference may name, which are none for a text."""


def leaves(value: Any, location: tuple[str | int, ...] = ()) -> Iterator[Leaf]:
    """Every text and every reference in a record, in the order of its fields.

    `value` is a typed record, or a list or a map of records; `location` is where it is.
    """
    if isinstance(value, schema.Record):
        for name, name_in_file, refers, besides in _fields(type(value)):
            inner = getattr(value, name)
            if not inner:
                continue
            if not refers:
                yield from leaves(inner, (*location, name_in_file))
            elif isinstance(inner, list):
                for index, entry in enumerate(inner):
                    if entry in besides:
                        continue
                    if isinstance(entry, str):
                        yield (*location, name_in_file, index), entry, refers
                    else:
                        yield from leaves(entry, (*location, name_in_file, index))
            elif isinstance(inner, str):
                yield (*location, name_in_file), inner, refers
            else:
                yield from leaves(inner, (*location, name_in_file))
    elif isinstance(value, list | LazyList):
        for index, entry in enumerate(value):
            yield from leaves(entry, (*location, index))
    elif isinstance(value, dict) and value:
        if isinstance(next(iter(value.values())), str):
            yield location, value, ()
        else:  # the order in which a directory lists its ids means nothing
            for key, entry in sorted(value.items()):
                yield from leaves(entry, (*location, key))


def guests(
    value: Any, location: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], schema.Guest]]:
    """Everyone in a record who is named but has no entry, with the locations."""
    if isinstance(value, schema.Guest):
        yield location, value
    elif isinstance(value, schema.Record):
        for name, name_in_file, *_ in _fields(type(value)):
            if isinstance(inner := getattr(value, name), schema.Record | list | LazyList):
                yield from guests(inner, (*location, name_in_file))
    elif isinstance(value, list | LazyList):
        for index, entry in enumerate(value):
            yield from guests(entry, (*location, index))


def dates(value: Any, location: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, date]]:
    """Every date in a record, with its location. What was said, a `LazyList`, has none."""
    if isinstance(value, schema.Record):
        for name, name_in_file, *_ in _fields(type(value)):
            yield from dates(getattr(value, name), (*location, name_in_file))
    elif isinstance(value, date):
        yield location, value
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from dates(entry, (*location, index))
    elif isinstance(value, dict):
        for key, entry in value.items():
            if not isinstance(entry, str):  # otherwise it is a text
                yield from dates(entry, (*location, key))
