"""What all records of the format have in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

ACTORS = ("person", "organization", "office")
"""The kinds of things that can speak, own a follow-up or move a decision."""


class Refers:
    """Marks a field that refers to other things of the register, and gives their kinds."""

    __slots__ = ("kinds",)

    def __init__(self, *kinds: str) -> None:
        self.kinds = kinds


class Record(BaseModel):
    """The base of every model: it refuses unknown fields, and cannot be changed."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, hide_input_in_errors=True, defer_build=True
    )
