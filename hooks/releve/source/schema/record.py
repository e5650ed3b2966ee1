"""What all records of the format have in common."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict

ACTORS = ("person", "organization", "office")
"""The kinds of things that can speak, own a follow-up or move a decision."""


class Refers:
    """Marks a field that refers to other things of the register, and gives their kinds.

    `besides` are words that the field may have in place of a reference.
    """

    __slots__ = ("besides", "kinds")

    def __init__(self, *kinds: str, besides: tuple[str, ...] = ()) -> None:
        self.kinds = kinds
        self.besides = besides


class NoText:
    """Marks a field that is a map from language to something else than words, such as addresses."""


class Record(BaseModel):
    """The base of every model: it refuses unknown fields, and cannot be changed."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, hide_input_in_errors=True, defer_build=True
    )

    def __reduce__(self) -> Any:
        """The record as its values, in the order of the model's fields, and which were given.

        Pydantic's own way restores each record with a table of names and a set of its own: 117 MB
        for a register of 320 meetings once it is read, where this takes 97 MB.
        """
        values = map(self.__dict__.__getitem__, type(self).model_fields)
        return _restored, (type(self), tuple(sorted(self.model_fields_set)), *values)


def _restored(model: type[Record], given: tuple[str, ...], *values: Any) -> Record:
    """The record as it was. Setting attributes one by one lets Python share the table of names."""
    record = model.__new__(model)
    for name, value in zip(model.model_fields, values, strict=True):
        object.__setattr__(record, name, value)
    object.__setattr__(record, "__pydantic_fields_set__", _names(given))
    object.__setattr__(record, "__pydantic_extra__", None)
    object.__setattr__(record, "__pydantic_private__", None)
    return record


@cache
def _names(given: tuple[str, ...]) -> set[str]:
    """One set for all records with the same fields given: no record ever changes its own."""
    return set(given)
