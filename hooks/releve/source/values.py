"""The types of values that a field may have: texts, names, dates, times, numbers, ids.

Every scalar comes from `parser.py` as text. These types for pydantic check it, and convert it to a
date, a time, an integer or a boolean where the field has one: so `no` stays a word, `4.10` stays a
number of two parts, and 16:35 becomes a time. An error names its kind, which `explain.py` turns
into a message. Each type also has the JSON Schema by which an editor checks the value.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from functools import cache
from typing import Annotated, Any
from zoneinfo import available_timezones

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from .addresses import leads_out
from .messages import tell
from .problems import INVISIBLE

ANY_LANGUAGE = "\ue003"
"""The key, in place of a language, of a name that is the same in every language. It is a character
that no file of a register can hold, since `parser.py` refuses it as unprintable."""


LONGEST_NAME = 100
"""The most characters of an id or a number. Both become names of folders, of which no system takes
more than 255."""
LONGEST_TEXT = 100_000
"""The most characters of one text: about forty pages."""
DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
"""The form of a date (ISO 8601)."""
FIRST_YEAR, LAST_YEAR = 1000, 9000
YEARS = tell("the years %(first)s to %(last)s", first=FIRST_YEAR, last=LAST_YEAR)


class YearError(ValueError):
    """A day whose year is not between `FIRST_YEAR` and `LAST_YEAR`."""


def day_of(text: str) -> date:
    """The day that a text says, as 2019-09-25 (ISO 8601).

    Raises ValueError if there is no such day, or if its year is beyond the calendar.
    """
    if not re.fullmatch(DAY, text):
        raise ValueError(text)
    # The day before and the day a year later are computed, and must be dates of Python's too.
    if not FIRST_YEAR <= int(text[:4]) <= LAST_YEAR:
        raise YearError(text)
    return date.fromisoformat(text)


def _date(value: Any) -> date:
    if not isinstance(value, str) or not re.fullmatch(DAY, value):
        raise PydanticCustomError("date_form", "not a date")
    return existing_day(value)


def existing_day(value: str) -> date:
    """The day that a text in the form of a date says; an error of pydantic if there is none."""
    try:
        return day_of(value)
    except YearError:
        raise PydanticCustomError("date_year", "no such year") from None
    except ValueError:
        raise PydanticCustomError("date_impossible", "no such day") from None


def _time(value: Any) -> time:
    if not isinstance(value, str) or not re.fullmatch(_TIME, value):
        raise PydanticCustomError("time_form", "not a time")
    hours, minutes = value.split(":")
    return time(int(hours), int(minutes))


def _count(value: Any) -> int | Decimal:
    if not isinstance(value, str) or not re.fullmatch(_COUNT, value):
        raise PydanticCustomError("count", "not a count")
    return Decimal(value) if "." in value else int(value)


def _true(value: Any) -> bool:
    if value not in ("true", "false"):
        raise PydanticCustomError("true_or_false", "neither true nor false")
    return bool(value == "true")


_SEEN = re.compile(r"[!-~]|[^\W\u115f\u1160\u3164\uffa0]").search
"""Finds what is surely seen; the four letters are those of Hangul that stand for nothing."""


def is_blank(text: str) -> bool:
    """Whether nothing of a text is seen on a page: it is empty, or holds only spaces, signs without
    a width, and accents of no letter.
    """
    return not _SEEN(text) and all(
        unicodedata.category(sign)[0] in "ZM"
        or unicodedata.category(sign) in ("Cc", "Cf")
        or sign in "\u115f\u1160\u2800\u3164\uffa0"
        for sign in text
    )


def _seen(value: str) -> str:
    if is_blank(value):
        raise PydanticCustomError("blank", "nothing to be seen")
    return value


def _same_in_each_language(value: Any) -> Any:
    return {ANY_LANGUAGE: value} if isinstance(value, str) and not is_blank(value) else value


_NO_PLACES = {"localtime", "posixrules", "Factory"}
"""Names beside those of places: what they mean depends on the machine, or is nothing."""


@cache
def time_zones() -> set[str]:
    """The names of the IANA time zone database."""
    return available_timezones() - _NO_PLACES


def as_list(value: Any) -> Any:
    """A list of one entry for a single entry, a map or a text, written without a list."""
    return [value] if isinstance(value, dict) or (isinstance(value, str) and value) else value


def _known_zone(value: str) -> str:
    if value not in time_zones():
        raise PydanticCustomError("time_zone", "no such time zone")
    return value


FORMS: dict[str, Callable[[str], bool]] = {
    "date_form": lambda value: _fits(_date, value),
    "time_form": lambda value: _fits(_time, value),
    "count": lambda value: _fits(_count, value),
    "true_or_false": lambda value: _fits(_true, value),
}
"""By the name of an error: whether a value is of the form that the error says it has not."""


def _fits(convert: Callable[[Any], Any], value: str) -> bool:
    try:
        convert(value)
    except PydanticCustomError:
        return False
    return True


def _pattern(kind: str, pattern: str, longest: int = LONGEST_TEXT) -> AfterValidator:
    """A check that a whole text matches a regular expression; `kind` names the error if not.

    Another error says that the text is too long.
    """
    compiled = re.compile(pattern)
    return _form(kind, lambda value: bool(compiled.fullmatch(value)), longest)


def _form(kind: str, fits: Callable[[str], bool], longest: int = LONGEST_TEXT) -> AfterValidator:
    """A check that a text has a form; the rest is as for `_pattern`."""
    FORMS[kind] = fits

    def check(value: str) -> str:
        if not fits(value):
            raise PydanticCustomError(kind, "not of this form")
        if len(value) > longest:
            raise PydanticCustomError("name_too_long", "too long")
        return value

    return AfterValidator(check)


_LANGUAGE = r"[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Z]{2}|[0-9]{3}))?"
"""A language, as fr or iku; its script, as zh-Hant; its country or region, as fr-CA or es-419."""
_ID = r"[a-z0-9]+(-[a-z0-9]+)*"
_NUMBER = r"[0-9A-Za-z]+([.-][0-9A-Za-z]+)*"
_MEETING = rf"{_ID}/[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(-[0-9]{{1,3}})?"
_TIME = r"([01]?[0-9]|2[0-3]):[0-5][0-9]"
_COUNT = r"[0-9]{1,9}(\.[0-9]{1,4})?"
Fingerprint = Annotated[
    str,
    _pattern("fingerprint", r"[0-9a-f]{64}"),
    WithJsonSchema({"type": "string", "pattern": "^[0-9a-f]{64}$"}),
]
Language = Annotated[
    str,
    _pattern("language_code", _LANGUAGE),
    WithJsonSchema({"type": "string", "pattern": f"^{_LANGUAGE}$"}),
]
Words = Annotated[
    str,
    Field(max_length=LONGEST_TEXT),
    AfterValidator(_seen),
    # An editor reads a lone number as a number; here it is words like any other.
    WithJsonSchema({"type": ["string", "number", "boolean"]}),
]
Text = Annotated[
    dict[Annotated[str, Field(min_length=1)], Words],
    Field(min_length=1),
    WithJsonSchema(
        {
            "type": "object",
            "description": "The same words in each language: a map from language to text.",
            "minProperties": 1,
            "additionalProperties": {"type": ["string", "number", "boolean"]},
        }
    ),
]
Name = Annotated[
    Text,
    BeforeValidator(_same_in_each_language),
    WithJsonSchema(
        {
            "description": "A name: plain text where it is the same in every language, "
            "otherwise a map from language to text.",
            "anyOf": [
                {"type": "string", "minLength": 1},
                {
                    "type": "object",
                    "minProperties": 1,
                    "additionalProperties": {"type": "string"},
                },
            ],
        }
    ),
]
Number = Annotated[
    str,
    _pattern("number", _NUMBER, LONGEST_NAME),
    WithJsonSchema(
        {"type": ["string", "number"], "maxLength": LONGEST_NAME, "pattern": rf"^{_NUMBER}$"}
    ),
]
Date = Annotated[date, BeforeValidator(_date), WithJsonSchema({"type": "string", "format": "date"})]
Time = Annotated[
    time,
    BeforeValidator(_time),
    WithJsonSchema({"type": "string", "pattern": f"^{_TIME}$"}),
]
Count = Annotated[
    int | Decimal, BeforeValidator(_count), WithJsonSchema({"type": "number", "minimum": 0})
]
TrueOrFalse = Annotated[bool, BeforeValidator(_true), WithJsonSchema({"type": "boolean"})]
Zone = Annotated[str, AfterValidator(_known_zone)]
Id = Annotated[
    str,
    _pattern("id", _ID, LONGEST_NAME),
    WithJsonSchema({"type": "string", "maxLength": LONGEST_NAME, "pattern": f"^{_ID}$"}),
]
MeetingId = Annotated[
    str,
    _pattern("meeting_id", _MEETING),
    WithJsonSchema({"type": "string", "pattern": f"^{_MEETING}$"}),
]
Reference = Annotated[
    str,
    _pattern("reference", rf"({_MEETING})?#[a-z]+(-[0-9A-Za-z.-]+)?"),
    WithJsonSchema({"type": "string", "pattern": rf"^({_MEETING})?#[a-z]+(-.+)?$"}),
]
FollowUpReference = Annotated[
    str,
    _pattern("follow_up_reference", rf"({_MEETING})?#(follow-up-)?{_NUMBER}"),
    WithJsonSchema({"type": "string", "pattern": rf"^({_MEETING})?#.+$"}),
]
References = Annotated[
    list[Reference], BeforeValidator(as_list, json_schema_input_type=Reference | list[Reference])
]
Actor = Annotated[
    str,
    _pattern("owner", rf"{_ID}(#{_ID})?"),
    WithJsonSchema({"type": "string", "pattern": f"^{_ID}(#{_ID})?$"}),
]
Address = Annotated[
    str,
    # Spreadsheets make no link of HTTPS://, though browsers do.
    _form("address", lambda value: leads_out(value) and value.startswith(("http", "mailto:"))),
    WithJsonSchema({"type": "string", "format": "uri"}),
]
_MAIL = rf"[^@\s<>\"'?&%#{INVISIBLE}]+@[^@\s<>\"'?&%#{INVISIBLE}]+"
Mail = Annotated[
    str, _pattern("mail", _MAIL), WithJsonSchema({"type": "string", "format": "email"})
]
_SISTER = r"(\.\./)+([A-Za-z0-9_-][A-Za-z0-9._-]*/)+"
Path = Annotated[
    str, _pattern("path", _SISTER), WithJsonSchema({"type": "string", "pattern": f"^{_SISTER}$"})
]
Country = Annotated[
    str,
    _pattern("country", r"[A-Z]{2}"),
    WithJsonSchema({"type": "string", "pattern": "^[A-Z]{2}$"}),
]
