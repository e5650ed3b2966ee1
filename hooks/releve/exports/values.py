"""What stands in the cells of the tables: texts, names and keys, each on one line.

Begin at `Values`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any

from ..register import Item, Meeting, Outcome, Thing
from ..source import ANY_LANGUAGE, schema
from .export import Context, one_line

Value = str | int | float | bool | date | None
"""What a cell holds."""
Wanted = dict[str, Any]
"""The values of a row by column, where a text in each language is one value still."""


class Values:
    """Makes the values of cells."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._register = context.register
        self.codes = [*context.tongues]

    def _text(self, text: Mapping[str, str] | None) -> dict[str, str]:
        """A text in each language in which it is given, on one line and without markup."""
        found = {}
        for code, tongue in self._context.tongues.items():
            words = (text or {}).get(code) or (text or {}).get(ANY_LANGUAGE)
            if words:
                found[code] = one_line(tongue.naming.summary({code: words}))
        return found

    def _name(self, thing: Thing) -> dict[str, str]:
        tongues = self._context.tongues.items()
        return {code: one_line(one.naming.name(thing, True)) for code, one in tongues}

    def _find_thing(self, key: str | None, meeting: Meeting | None = None) -> Thing | None:
        return self._register.find(key, meeting) if key else None

    def _key(self, key: str | None, meeting: Meeting | None = None) -> str | None:
        thing = self._find_thing(key, meeting)
        return thing.key if thing else None

    def _who(self, named: Any) -> Wanted:
        """The columns for somebody: by a key, or by a name alone."""
        who, name = named, None
        if isinstance(named, schema.Participant):
            who = named.who
        elif isinstance(named, schema.Voter | schema.GroupVote):
            who, name = named.who, named.name
        if isinstance(who, schema.Guest | schema.Said):
            name, who = who.said if isinstance(who, schema.Said) else who.name, None
        thing = self._find_thing(who) if isinstance(who, str) else None
        if thing:
            return {"who": thing.key, "name": self._name(thing)}
        return {"name": self._text(name) if name else dict.fromkeys(self.codes, who)}

    def _whose_names(self, several: Iterable[Any]) -> dict[str, str]:
        """The names of several, in a row."""
        names = [self._who(one)["name"] for one in several]
        return {
            code: "; ".join(filter(None, (name.get(code) for name in names))) for code in self.codes
        }

    def _of(self, thing: Item | Outcome) -> Wanted:
        data = thing.data
        return {
            "key": thing.key,
            "meeting": thing.meeting.key,
            "number": thing.number,
            "date": thing.meeting.date,
            "title": self._text(getattr(data, "title", None)),
            "text": self._text(getattr(data, "text", None)),
            "url": self._context.urls(thing),
            **(
                {"item": thing.item.key if thing.item else None}
                if isinstance(thing, Outcome)
                else {}
            ),
        }


def as_value(value: Any) -> Value:
    """A value of a record as one of a cell."""
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, str):
        return one_line(value)
    return value  # type: ignore[no-any-return]
