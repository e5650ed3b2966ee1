"""Registers made at random hold everything that the format has, so that tests of them do too."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any, get_args

from pydantic import TypeAdapter
from support.registers_at_random import make

from releve.source import schema

Field = tuple[str, str]
"""A field of the format: the name of its record, and its own."""

ENOUGH = 200
"""Registers among which each field stands in several."""


def _records(type_: Any, seen: set[type]) -> Iterator[type[schema.Record]]:
    """Every record of the format that a type is made of."""
    if isinstance(type_, type) and issubclass(type_, schema.Record) and type_ not in seen:
        seen.add(type_)
        yield type_
        for field in type_.model_fields.values():
            yield from _records(field.annotation, seen)
    for part in get_args(type_):
        yield from _records(part, seen)


def _filled(value: Any) -> Iterator[Field]:
    """Every field that is given in a file."""
    if isinstance(value, schema.Record):
        for name in value.model_fields_set:
            yield type(value).__name__, name
            yield from _filled(getattr(value, name))
    elif isinstance(value, dict):
        for one in value.values():
            yield from _filled(one)
    elif hasattr(value, "__iter__") and not isinstance(value, str):
        for one in value:
            yield from _filled(one)


def _kind(name: str) -> str:
    folder = name.partition("/")[0]
    return {"meetings": "meeting", "follow-ups": "follow-up"}.get(folder) or folder[: -len(".yml")]


def test_every_field_of_the_format_is_in_some_register_made_at_random() -> None:
    kinds = {kind: TypeAdapter(type_) for kind, type_ in schema.FILES.items()}
    filled: set[Field] = set()
    for seed in range(ENOUGH):
        for name, content in make(Random(seed)).items():
            filled.update(_filled(kinds[_kind(name)].validate_python(content)))
    seen: set[type] = {schema.Seal}  # which `make seal` writes
    records = [one for type_ in schema.FILES.values() for one in _records(type_, seen)]
    fields = {(record.__name__, name) for record in records for name in record.model_fields}
    assert len(fields) > 200
    assert fields - filled == set()
