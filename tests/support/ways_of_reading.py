"""The ways in which a register comes to be read, all of which must give the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any
from unittest.mock import patch

from pydantic import BaseModel

from releve.build import parallel_reading
from releve.build.load import load, load_quickly
from releve.build.parallel_reading import pack_entry
from releve.register import Due, Register, Report, Status, Thing
from releve.runtime import LazyList, cache
from releve.source import File, Place, Problem, places

Read = tuple[Register | None, list[Problem]]


def from_yaml(root: Path) -> Read:
    """From its files alone."""
    return load(root)


def from_the_cache(root: Path) -> Read:
    """As a second run reads it, from what the first has left."""
    there = (place for place in places(root) if isinstance(place, Place))
    left = {place.file: pack_entry(place.read()) for place in there}
    return load(root, cache.unpack(left))


def by_several_processes(root: Path, meanwhile: Callable[[Register], object] | None = None) -> Read:
    """As a large one is read, though it is small; `meanwhile` as in `load_quickly`."""
    with (
        patch.object(parallel_reading, "_FEW", 2),
        patch.object(parallel_reading, "_AT_A_TIME", 2),
        patch.object(parallel_reading, "processors", lambda: 2),
        patch.object(cache, "is_kept", lambda root: False),
        patch.object(cache, "load", lambda root, part: {}),
    ):
        return load_quickly(root, {}, meanwhile)


OTHER_WAYS: dict[str, Callable[[Path], Read]] = {
    "from the cache": from_the_cache,
    "by several processes": by_several_processes,
}
"""How a register is read beside `from_yaml`."""


def same(one: Any, other: Any) -> bool:
    """Whether two values are equal, and of the same types all the way down.

    Things and files that stand in a value are compared by their names: each leads to all others.
    """
    if type(one) is not type(other):
        return False
    if isinstance(one, Thing):
        return one.key == other.key
    if isinstance(one, File):
        return one.path == other.path
    if isinstance(one, Status | Report | Due):
        return all(same(getattr(one, each.name), getattr(other, each.name)) for each in fields(one))
    if isinstance(one, BaseModel):
        return one.model_fields_set == other.model_fields_set and all(
            same(getattr(one, name), getattr(other, name)) for name in type(one).model_fields
        )
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple | LazyList):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)
