"""What all records of the format have in common."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict

ACTORS = ("person", "organization", "office")
"""Kinds of things that can speak, own a follow-up or move a decision."""


class Refers:
    """Marks a field whose text names other things of the register, and of which kinds."""

    __slots__ = ("kinds",)

    def __init__(self, *kinds: str) -> None:
        self.kinds = kinds


class Record(BaseModel):
    """What every model has in common: no field that is not in the format, and no change."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, hide_input_in_errors=True, defer_build=True
    )

    def __reduce__(self) -> Any:
        model = type(self)
        return _unpickled, (model, *map(self.__dict__.__getitem__, model.model_fields))


def _unpickled(model: type[Record], *values: Any) -> Record:
    """A record as it was, in half the memory: Python shares the names of attributes that are set
    one by one, all records share what is empty, and which fields were given is not asked any more.
    """
    record = model.__new__(model)
    for name, value in zip(model.model_fields, values, strict=True):
        _set(record, name, _EMPTY if value == _EMPTY else value)
    _set(record, "__pydantic_fields_set__", _NOT_TOLD)
    _set(record, "__pydantic_extra__", None)
    _set(record, "__pydantic_private__", None)
    return record


_set = object.__setattr__
_NOT_TOLD: set[str] = set()
_EMPTY: list[Any] = []
