"""What somebody or something was called on a day. Begin at `former_name`."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..source import schema


def former_name(record: Any, day: date | None) -> schema.FormerName | None:
    """The earlier name that a person or an organization had on a day; None if it is the present
    one, or if `day` is None.
    """
    names = getattr(record, "names", ()) if day else ()
    still = [name for name in names if day and day <= name.to]
    return min(still, key=lambda name: name.to, default=None)
