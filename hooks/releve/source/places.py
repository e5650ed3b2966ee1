"""A field in the wrong place: what is typed too far to the right, or to the left.

Comes in: a field that the format does not have where it stands. Goes out: the remedy, if the format
has it a few columns away. Begin at `field_elsewhere`.
"""

from __future__ import annotations

import re
from typing import Any

from .messages import Message, both, tell, tell_number
from .parser import Location
from .problems import short
from .shape import fields_of
from .source_file import Source

Elsewhere = tuple[Location, Message, Message]
"""Where the first field stands that is in the wrong place, what is wrong, and the remedy."""


def field_elsewhere(kind: str, source: Source, location: Location) -> Elsewhere | None:
    """What is said of a field at a location where the format has none of its name.

    Of several that follow each other, the same is said once, at the first. None if the format has
    none of its name around it either. `kind` is the kind of the file.
    """
    name = location[-1]
    if not isinstance(name, str) or name not in _strangers(kind, source, location):
        return None  # such as a field of one kind of map beside the first field of another kind
    for depth in range(len(location) - 2, -1, -1):
        around = location[:depth]
        if name in fields_of(kind, source.value, around):
            return _moved(kind, source, location, around, "right")
    below = location[:-1]
    before = _before(source, below, name)
    while before is not None:
        below = (*below, before)
        if name in fields_of(kind, source.value, below):
            return _moved(kind, source, location, below, "left")
        before = _before(source, below)
    return None


def _strangers(kind: str, source: Source, location: Location) -> list[str]:
    """The fields at a place of which the format knows none there, the first one first."""
    fields = fields_of(kind, source.value, location[:-1])
    codes = "" if fields else "[a-z]{2}(-.*)?"  # a text has languages, and no fields
    return [
        key
        for key in _at(source, location[:-1])
        if key not in fields and not re.fullmatch(codes, key)
    ]


def _moved(kind: str, source: Source, location: Location, target: Location, side: str) -> Elsewhere:
    name, *others = _strangers(kind, source, location)
    location = (*location[:-1], name)
    holder: str = tell("the whole file")
    if len(location) > 1:
        here = location[-2]
        holder = f"`{here}`" if isinstance(here, str) else entry_of(here, location[-3])
    siblings = [key for key in _at(source, target) if (*target, key) != location]
    near = siblings[-1] if siblings else None
    fields = both(f"`{short(each)}`" for each in (name, *others))
    if side == "right":
        message = tell_number(
            "%(fields)s stands too far to the right: here it would belong to %(holder)s.",
            "%(fields)s stand too far to the right: here they would belong to %(holder)s.",
            1 + len(others),
            fields=fields,
            holder=holder,
        )
    else:
        message = tell_number(
            "%(fields)s stands too far to the left: here it would belong to %(holder)s.",
            "%(fields)s stand too far to the left: here they would belong to %(holder)s.",
            1 + len(others),
            fields=fields,
            holder=holder,
        )
    if near is None:
        return location, message, tell("Move it to where that field belongs.")
    line, column = source.place((*target, near))
    return (
        location,
        message,
        tell_number(
            "Begin its line in column %(column)s, as `%(near)s` does on line %(line)s, and move "
            "what belongs there as far.",
            "Begin their lines in column %(column)s, as `%(near)s` does on line %(line)s, and move "
            "what belongs there as far.",
            1 + len(others),
            column=column,
            near=short(str(near)),
            line=line,
        ),
    )


def entry_of(index: int, holder: str | int) -> Message:
    """An entry of a list, by its index, for a sentence."""
    return tell("entry %(number)s of `%(list)s`", number=index + 1, list=holder)


def _at(source: Source, location: Location) -> Any:
    value: Any = source.value
    for step in location:
        value = value[step]
    return value


def _before(source: Source, location: Location, name: str = "") -> str | int | None:
    """The last step into a value, or, with `name`, the one before that; None if there is none."""
    value = _at(source, location)
    if isinstance(value, list):
        return len(value) - 1 if value else None
    if not isinstance(value, dict):
        return None
    keys = list(value)
    keys = keys[: keys.index(name)] if name else keys
    inner = [key for key in keys if isinstance(value[key], dict | list)]
    return inner[-1] if inner else None
