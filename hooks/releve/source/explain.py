"""What pydantic finds wrong with the shape of a file, in plain words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from . import values
from .folder import FOLDER
from .parser import Location
from .problems import Problem, listed, nearest, short
from .shape import fields_at, is_text_at
from .source_file import Source
from .syntax import BLOCK_FORM


def plain_location(value: Any, location: Location) -> Iterator[str | int]:
    """A location of pydantic's without what it adds: tags of unions, `<like this>`, and `[key]`."""
    for step in location:
        found = isinstance(value, dict) and step in value
        if not found and isinstance(step, str) and (step == "[key]" or step.startswith("<")):
            continue
        yield step
        if found or (isinstance(value, list) and isinstance(step, int)):
            value = value[step]


_FORMS = {
    "date_form": ("is not a date.", "Write the day as 2019-09-25: year, month, day."),
    "date_impossible": ("is a day that does not exist.", "Look at the month and the day again."),
    "time_form": ("is not a time.", "Write the time as 16:35: hours from 0 to 23, then minutes."),
    "time_zone": (
        "is not a known time zone.",
        "Use a name of the IANA list, such as America/Toronto or America/Winnipeg.",
    ),
    "language_code": ("is not a language code.", "Write fr, en, or a code such as fr-CA."),
    "country": ("is not the code of a country.", "Write two capital letters, such as CA."),
    "number": (
        "cannot be a number in the record.",
        "Write letters and digits, as in 3, 5C or 2019-04.",
    ),
    "id": ("is not an id.", "Write lower-case letters and digits joined by hyphens, as in cm-jc."),
    "meeting_id": ("is not a meeting's id.", "Write its body and its date: cm-jc/2019-09-25."),
    "reference": (
        "does not refer to a decision or a follow-up.",
        'Write "#decision-3" for this meeting, or cm-jc/2019-09-25#decision-3 for another.',
    ),
    "owner": (
        "is not the id of a person, an organization or an office.",
        "Write an id such as isac-iccs, or an office as isac-iccs#chair.",
    ),
    "address": (
        "is not an address of the web.",
        "Write it whole, beginning with https:// (or mailto: for mail).",
    ),
    "path": (
        "is not the way to another site of the same host.",
        "Write it from the root of this one, as in ../comite-b/.",
    ),
    "mail": ("is not an address for mail.", "Write it as name@example.org."),
    "true_or_false": ("is neither true nor false.", "Write true or false."),
    "count": ("is not a count.", "Write digits only."),
    "fingerprint": (
        "is not a fingerprint.",
        "Remove this entry, and `make seal` writes it anew.",
    ),
}
_GUEST = "For somebody who is not in people.yml, write {{name: {}}}."
_DUE = "Write {date: 2019-10-24}, or {meeting: cm-jc/2019-11-20}."
_CUT_AT_A_COMMA = "If a comma cut it off the text before it, put that whole text in quotes."


def explain(kind: str, source: Source, found: Any) -> Problem:
    """A problem of shape, worded for the person who wrote the file."""
    location = tuple(plain_location(source.value, found["loc"]))
    message, remedy = _worded(kind, source, found, location)
    return source.problem(location, message, remedy)


def _worded(kind: str, source: Source, found: Any, location: Location) -> tuple[str, str]:
    what, value = found["type"], found["input"]
    name = _name(location)
    shown = f"`{short(value)}`" if isinstance(value, str) and value else name
    if what == "extra_forbidden":
        return _unknown_field(kind, found, str(location[-1]))
    if what == "missing":
        if location[-2:-1] == ("due",):
            return "`due` does not say when.", _DUE
        fields = fields_at(kind, found["loc"][:-1])
        return f"the field {name} is missing.", f"Add it. Fields here: {listed(fields, 30)}."
    if value == "" and found["loc"][-1:] != ("[key]",):
        if is_text_at(kind, found["loc"][:-1]) and not re.match("[a-z]{2}(-|$)", str(location[-1])):
            return f"{name} stands here as a language without words.", _CUT_AT_A_COMMA
        return f"{name} is empty.", "Fill it in, or remove it if it may be left out."
    if what == "too_short":
        return f"{name} is empty.", "Give at least one."
    if what == "union_tag_not_found":
        return (
            f"{name} is not a decision, a follow-up or a note.",
            "Begin it with its number: `decision: 3`, `follow_up: 5C` or `note: 1`.",
        )
    if what == "carried_over":
        return (
            "a follow-up is carried over to another one, and `continued_by` says to which.",
            "Give both `status: carried-over` and `continued_by: cm-jc/2019-11-20#follow-up-2`, "
            "or neither.",
        )
    if what == "string_type":
        return _not_text(source, location, name, value)
    if what in ("dict_type", "model_type"):
        return _not_a_map(kind, found, name, value)
    if what == "list_type":
        return f"{name} must be a list.", "Write [first, second], or a line `- …` for each."
    if what == "literal_error":
        expected = re.findall(r"'([^']+)'", found["ctx"]["expected"])
        near = nearest(str(value), expected)
        guess = f"Did you mean `{near}`? " if near else ""
        others = ", or a list" if expected == ["none"] else ""
        return (
            f"{shown} is not one of the words expected here.",
            f"{guess}Expected: {listed(expected)}{others}.",
        )
    said, remedy = _FORMS.get(what, (f"cannot be used here: {found['msg']}.", "See the schema."))
    if what == "time_zone" and (near := nearest(value, values.time_zones())):
        remedy = f"Did you mean {near}?"
    if what == "id" and "<person>" in found["loc"]:
        remedy = f"{remedy} {_GUEST.format(short(value))}"
    return f"{shown} {said}", remedy


def _name(location: Location) -> str:
    """What stands at a location, for a sentence."""
    if not location:
        return "this file"
    if isinstance(location[-1], str):
        return f"`{short(location[-1])}`"
    return f"entry {location[-1] + 1} of `{location[-2]}`"


def _unknown_field(kind: str, found: Any, name: str) -> tuple[str, str]:
    fields = fields_at(kind, found["loc"][:-1])
    if kind == "meeting" and len(found["loc"]) == 1 and name in ("body", "date", "id"):
        return (
            f"`{name}` is not a field: the folder and the file's name say it.",
            "Remove the line. If it disagrees with the file's name, rename the file.",
        )
    near = nearest(name, fields)
    guess = f"Did you mean `{near}`? " if near else ""
    comma = f" {_CUT_AT_A_COMMA}" if found["input"] == "" and not near else ""
    return f"unknown field `{short(name)}`.", f"{guess}Fields here: {listed(fields, 30)}.{comma}"


def _not_text(source: Source, location: Location, name: str, value: Any) -> tuple[str, str]:
    if isinstance(value, dict) and len(value) == 1:
        (before,) = value
        typed = short(source.typed(location))
        return (
            f"{name} must be text, but a colon made a field of `{short(before)}`.",
            f"Put the text in quotes, {_quoted(typed)}, or {BLOCK_FORM}",
        )
    if isinstance(value, list):
        return f"{name} must be text, not a list.", "Write words, in quotes if they hold brackets."
    return f"{name} must be text, not fields.", "Write words, in quotes if they hold a colon."


def _not_a_map(kind: str, found: Any, name: str, value: Any) -> tuple[str, str]:
    fields = fields_at(kind, found["loc"])
    if name == "`due`":
        return "`due` does not say when.", _DUE
    if is_text_at(kind, found["loc"]):
        words = value if isinstance(value, str) else "…"
        return (
            f"{name} must give its text by language.",
            f'Write {{fr: {_quoted(short(words))}, en: "…"}}, with the languages of '
            f"{FOLDER}/register.yml.",
        )
    kinds = "a list" if isinstance(value, list) else "text"
    if fields:
        return f"{name} must hold fields, not {kinds}.", f"Fields here: {listed(fields, 30)}."
    return f"{name} must hold fields, not {kinds}.", "Write `id: …` for each, without a dash."


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
