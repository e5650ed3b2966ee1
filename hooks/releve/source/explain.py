"""Errors of pydantic -> problems in plain words.

Comes in: an error of pydantic, which says where a file does not fit the format of its kind. Goes
out: a `Problem` for the person who wrote the file. Begin at `explain`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from . import values
from .folder import FOLDER
from .parser import Location
from .problems import A_SIGN_UNSEEN, Problem, listed, nearest, short
from .shape import fields_at, is_text_at
from .source_file import Source
from .syntax import BLOCK_FORM


def plain_location(value: Any, location: Location) -> Iterator[str | int]:
    """A location of pydantic's without the steps that are not in the file itself.

    Pydantic adds the tags of unions, which we write `<like this>`, and `[key]`. `value` is the
    content of the file.
    """
    for step in location:
        is_key = isinstance(value, dict) and step in value
        if not is_key and isinstance(step, str) and (step == "[key]" or step.startswith("<")):
            continue
        if not is_key and step == values.ANY_LANGUAGE:
            continue
        yield step
        if is_key or (isinstance(value, list) and isinstance(step, int)):
            value = value[step]


_FORMS = {
    "date_form": ("is not a date.", "Write the day as 2019-09-25: year, month, day."),
    "date_impossible": ("is a day that does not exist.", "Look at the month and the day again."),
    "date_year": (f"is not a day in {values.YEARS}.", "Look at the year again."),
    "name_too_long": (
        f"is longer than {values.LONGEST_NAME} characters.",
        "Shorten it: it becomes a part of the addresses of pages.",
    ),
    "string_too_long": (
        f"is longer than {values.LONGEST_TEXT:,} characters.",
        "Divide it into several texts, or publish it as a document and give its `url`.",
    ),
    "time_form": ("is not a time.", "Write the time as 16:35: hours from 0 to 23, then minutes."),
    "time_zone": (
        "is not a known time zone.",
        "Use a name of the IANA list, such as America/Toronto or America/Winnipeg.",
    ),
    "language_code": (
        "is not a language code.",
        "Write fr, en, iku, or a code such as fr-CA or es-419.",
    ),
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
"""By pydantic's name of the error, for values of a wrong form: a message, which follows the value,
and a remedy."""
_OF_TEXTS = ("string_too_long", "string_pattern_mismatch")
"""Errors of texts, which are not quoted: there is too much of them, or nothing."""
_GUEST = "For somebody who is not in people.yml, write {{name: {}}}."
_DUE = "Write {date: 2019-10-24}, or {meeting: cm-jc/2019-11-20}."
_CUT_AT_A_COMMA = "If a comma cut it off the text before it, put that whole text in quotes."


@dataclass(frozen=True, slots=True)
class _Finding:
    """An error of pydantic, with the file it is about."""

    kind: str
    """The kind of the file."""
    source: Source
    error: str
    """Pydantic's name of the error: `missing`, `string_type`; or one that `values.py` gives."""
    tagged_location: Location
    """Pydantic's location, with the tags of unions."""
    location: Location
    """The same location in the file, without tags."""
    value: Any
    details: dict[str, Any]
    """Pydantic's `message`, and the parameters of the error."""

    @property
    def name(self) -> str:
        """What the error is about, for a sentence: a field, or an entry of a list."""
        if not self.location:
            return "this file"
        *_, last = self.location
        if isinstance(last, str):
            return f"`{short(last)}`"
        return f"entry {last + 1} of `{self.location[-2]}`"

    @property
    def quoted(self) -> str:
        """The value for a sentence, if it is a text; otherwise `name`."""
        is_text = isinstance(self.value, str) and self.value
        return f"`{short(self.value)}`" if is_text else self.name

    @property
    def is_empty(self) -> bool:
        """Whether the error is about a field without a value, or with one that nobody sees."""
        is_text = isinstance(self.value, str) and self.tagged_location[-1:] != ("[key]",)
        return is_text and values.is_blank(self.value)

    def fields(self, tagged_location: Location) -> list[str]:
        """The fields that the format has at a location."""
        return fields_at(self.kind, tagged_location)


Explanation = tuple[str, str]
"""A message and a remedy."""


def explain(kind: str, source: Source, error: Any) -> Problem:
    """The problem that an error of pydantic describes, worded for the person who wrote the file.

    `kind` is the kind of the file, and `error` one of the dictionaries of
    `ValidationError.errors()`.
    """
    location = tuple(plain_location(source.value, error["loc"]))
    finding = _Finding(
        kind,
        source,
        error["type"],
        error["loc"],
        location,
        error["input"],
        {"message": error["msg"], **error.get("ctx", {})},
    )
    explain_finding = _EXPLANATIONS.get(finding.error, _wrong_form)
    if finding.is_empty and explain_finding not in (_unknown_field, _missing):
        explain_finding = _empty
    message, remedy = explain_finding(finding)
    return source.problem(location, message, remedy)


def _wrong_form(finding: _Finding) -> Explanation:
    """A value that does not have the form it needs, as a date or an id has."""
    typed = "" if finding.error in _OF_TEXTS else str(finding.value)
    if sign := A_SIGN_UNSEEN.search(typed):
        message = f"holds a sign that cannot be seen (U+{ord(sign[0]):04X})."
        return f"{finding.quoted} {message}", "Delete it, and type again what should stand there."
    other = f"cannot be used here: {finding.details['message']}.", "See the schema."
    message, remedy = _FORMS.get(finding.error, other)
    if finding.error == "time_zone" and (near := nearest(finding.value, values.time_zones())):
        remedy = f"Did you mean {near}?"
    if finding.error == "owner" and "<person>" in finding.tagged_location:
        remedy = f"{remedy} {_GUEST.format(short(finding.value))}"
    said = finding.name if finding.error in _OF_TEXTS else finding.quoted
    return f"{said} {message}", remedy


def _missing(finding: _Finding) -> Explanation:
    if finding.location[-2:-1] == ("due",):
        return "`due` does not say when.", _DUE
    fields = listed(finding.fields(finding.tagged_location[:-1]), 30)
    return f"the field {finding.name} is missing.", f"Add it. Fields here: {fields}."


def _empty(finding: _Finding) -> Explanation:
    in_text = is_text_at(finding.kind, finding.tagged_location[:-1])
    if in_text and finding.location and not re.match("[a-z]{2,3}(-|$)", str(finding.location[-1])):
        return f"{finding.name} stands here as a language without words.", _CUT_AT_A_COMMA
    empty = "holds nothing that can be seen" if finding.value else "is empty"
    return f"{finding.name} {empty}.", "Fill it in, or remove it if it may be left out."


def _too_short(finding: _Finding) -> Explanation:
    return f"{finding.name} is empty.", "Give at least one."


def _no_outcome(finding: _Finding) -> Explanation:
    return (
        f"{finding.name} is not a decision, a follow-up or a note.",
        "Begin it with its number: `decision: 3`, `follow_up: 5C` or `note: 1`.",
    )


def _carried_over_disagrees(finding: _Finding) -> Explanation:
    return (
        "a follow-up is carried over to another one, and `continued_by` says to which.",
        "Give both `status: carried-over` and `continued_by: cm-jc/2019-11-20#follow-up-2`, "
        "or neither.",
    )


def _not_a_list(finding: _Finding) -> Explanation:
    return f"{finding.name} must be a list.", "Write [first, second], or a line `- …` for each."


def _not_an_expected_word(finding: _Finding) -> Explanation:
    expected = re.findall(r"'([^']+)'", finding.details["expected"])
    near = nearest(str(finding.value), expected)
    guess = f"Did you mean `{near}`? " if near else ""
    others = ", or a list" if expected == ["none"] else ""
    return (
        f"{finding.quoted} is not one of the words expected here.",
        f"{guess}Expected: {listed(expected)}{others}.",
    )


def _unknown_field(finding: _Finding) -> Explanation:
    name = str(finding.location[-1])
    if (
        finding.kind == "meeting"
        and len(finding.tagged_location) == 1
        and name in ("body", "date", "id")
    ):
        return (
            f"`{name}` is not a field: the folder and the file's name say it.",
            "Remove the line. If it disagrees with the file's name, rename the file.",
        )
    fields = finding.fields(finding.tagged_location[:-1])
    near = nearest(name, fields)
    guess = f"Did you mean `{near}`? " if near else ""
    comma = f" {_CUT_AT_A_COMMA}" if finding.value == "" and not near else ""
    return f"unknown field `{short(name)}`.", f"{guess}Fields here: {listed(fields, 30)}.{comma}"


def _not_text(finding: _Finding) -> Explanation:
    name, value = finding.name, finding.value
    if isinstance(value, dict) and len(value) == 1:
        (before,) = value
        typed = short(finding.source.text_at(finding.location))
        return (
            f"{name} must be text, but a colon made a field of `{short(before)}`.",
            f"Put the text in quotes, {_in_quotes(typed)}, or {BLOCK_FORM}",
        )
    if isinstance(value, list):
        return f"{name} must be text, not a list.", "Write words, in quotes if they hold brackets."
    return f"{name} must be text, not fields.", "Write words, in quotes if they hold a colon."


def _not_a_map(finding: _Finding) -> Explanation:
    name, value = finding.name, finding.value
    if name == "`due`":
        return "`due` does not say when.", _DUE
    if is_text_at(finding.kind, finding.tagged_location):
        words = value if isinstance(value, str) else "…"
        return (
            f"{name} must give its text by language.",
            f'Write {{fr: {_in_quotes(short(words))}, en: "…"}}, with the languages of '
            f"{FOLDER}/register.yml.",
        )
    kind = "a list" if isinstance(value, list) else "text"
    if fields := finding.fields(finding.tagged_location):
        return f"{name} must hold fields, not {kind}.", f"Fields here: {listed(fields, 30)}."
    return f"{name} must hold fields, not {kind}.", "Write `id: …` for each, without a dash."


_EXPLANATIONS: dict[str, Callable[[_Finding], Explanation]] = {
    "extra_forbidden": _unknown_field,
    "missing": _missing,
    "too_short": _too_short,
    "union_tag_not_found": _no_outcome,
    "carried_over": _carried_over_disagrees,
    "string_type": _not_text,
    "dict_type": _not_a_map,
    "model_type": _not_a_map,
    "list_type": _not_a_list,
    "literal_error": _not_an_expected_word,
}
"""By pydantic's name of the error: the function that explains it; `_wrong_form` for all others."""


def _in_quotes(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
