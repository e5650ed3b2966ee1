"""What all records of the format have in common."""

from __future__ import annotations

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
