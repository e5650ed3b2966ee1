"""A typed record as plain values, as JSON has them: maps, lists, text, numbers, true and false.

Begin at `plain`. Fields have the names that they have in the files of the register, so that the
JSON Schema of those files describes them.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, time
from decimal import Decimal
from typing import Any

from ..runtime import LazyList
from ..source import ANY_LANGUAGE, schema

NOT_PUBLISHED = ("accepted",)
"""Fields for those alone who keep the register."""


def plain(value: Any, without: Collection[str] = ()) -> Any:
    """A value of a typed record as plain values; of a record, the fields that its file gives.

    `without` names fields of the record itself, and not of those in it, that are left out.
    """
    match value:
        case schema.Record():
            return {
                field.alias or name: plain(getattr(value, name))
                for name, field in type(value).model_fields.items()
                if name in value.model_fields_set and name not in (*NOT_PUBLISHED, *without)
            }
        case dict():
            if ANY_LANGUAGE in value:
                return value[ANY_LANGUAGE]
            return {key: plain(inner) for key, inner in value.items()}
        case list() | LazyList():
            return [plain(inner) for inner in value]
        case time():
            return f"{value:%H:%M}"
        case date():
            return value.isoformat()
        case Decimal():
            return float(value)
        case str():
            return str(value)
    return value
