"""Numbers in a record, and the short names that stand where a record numbers nothing."""

from __future__ import annotations

import re

_SHORT_NAME = re.compile(r"(?![ivxlcdm]+$)[a-z][a-z0-9-]*[a-z]{3}[a-z0-9-]*|[a-z]{3,}")
"""A name that stands where the record has no number. It is in lower case, and has three letters in
a row; a Roman numeral is a number."""


def is_short_name(number: str) -> bool:
    """Whether what stands for the number of a thing is a name that the record does not have."""
    return _SHORT_NAME.fullmatch(number) is not None


def item_number(parent: str, own: str) -> str:
    """The full number of a part of an item, from the item's number and the part's own number.

    1 and B give 1B. 1 and 10 give 1.10, and I and ii give I.ii: without the full stop, 110 and
    Iii would be other numbers. 4 and 4.10, or 1 and 1B, give the part's own number, for it
    already begins with the item's.
    """
    if not parent:
        return own
    suffix = own[len(parent) :] if own.casefold().startswith(parent.casefold()) else ""
    if suffix and (suffix[0] in ".-" or suffix[0].isdigit() != parent[-1].isdigit()):
        return own
    return f"{parent}.{own}" if parent[-1].isdigit() == own[0].isdigit() else parent + own
