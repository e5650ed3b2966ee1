"""Errors of pydantic -> problems in plain words.

Comes in: an error of pydantic, which says where a file does not fit the format of its kind. Goes
out: a `Problem` for the person who wrote the file. Begin at `explain`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from . import values
from .blanks import (
    DAY,
    FOLLOW_UP,
    MEETING,
    MONTH,
    QUARTER,
    YEAR,
    references,
    text_in_each_language,
)
from .finding import (
    CUT_AT_A_COMMA,
    NUMBERED,
    Finding,
    in_quotes,
    joined_by_a_comma,
    line_to_write,
    next_number,
)
from .mending import mended
from .messages import Message, did_you_mean, joined, tell, write
from .other_words import likely
from .parser import Location
from .places import Elsewhere, field_elsewhere
from .problems import Problem, listed, nearest, short
from .shape import is_required, is_text_at, kinds_at
from .slips import WORD_QUOTES, slip_in_line
from .source_file import Source
from .syntax import BLOCK_FORM
from .wrong_forms import wrong_form


def plain_location(value: Any, location: Location) -> Iterator[str | int]:
    """A location of pydantic's without the steps that are not in the file itself.

    Pydantic adds the tags of unions, which we write `<like this>`, and `[key]`. `value` is the
    content of the file.
    """
    for step in location:
        is_key = isinstance(value, dict) and step in value
        if not is_key and isinstance(step, str) and (step == "[key]" or step.startswith("<")):
            continue
        if step == "members" and isinstance(value, list):
            continue  # `[x, y]` is short for `{members: [x, y]}`
        if isinstance(step, int) and isinstance(value, dict):
            continue  # one map is short for a list of it
        if not is_key and step == values.ANY_LANGUAGE:
            continue
        yield step
        if is_key or (isinstance(value, list) and isinstance(step, int)):
            value = value[step]


_DUE = tell(
    "Write a day (%(day)s), a month, a quarter or a year (%(month)s, %(quarter)s, "
    "%(year)s), next-meeting, a meeting (%(meeting)s), or {said: …} for the record's own "
    "words.",
    day=DAY,
    month=MONTH,
    quarter=QUARTER,
    year=YEAR,
    meeting=MEETING,
)


Explanation = tuple[Message, Message]
"""A message and a remedy."""


def explain(kind: str, source: Source, error: Any) -> Problem:
    """The problem that an error of pydantic describes, worded for the person who wrote the file.

    `kind` is the kind of the file, and `error` one of the dictionaries of
    `ValidationError.errors()`.
    """
    location = tuple(plain_location(source.value, error["loc"]))
    finding = Finding(
        kind,
        source,
        error["type"],
        error["loc"],
        location,
        error["input"],
        {"message": error["msg"], **error.get("ctx", {})},
    )
    if finding.error in _ABOUT_STRUCTURE and (slip := _slip_at(finding)):
        return slip
    if elsewhere := _elsewhere(finding):
        return source.problem(*elsewhere)
    explain_finding = _EXPLANATIONS.get(finding.error, wrong_form)
    if finding.is_empty and explain_finding not in (_unknown_field, _missing):
        explain_finding = _empty
    message, remedy = explain_finding(finding)
    return source.problem(location, message, remedy)


def _elsewhere(finding: Finding) -> Elsewhere | None:
    """What is said of a field that stands too far to the right or to the left, if it does."""
    holder = finding.tagged_location[:-1]
    in_text = finding.error == "string_type" and is_text_at(finding.kind, holder)
    if finding.error != "extra_forbidden" and not in_text:
        return None
    name = str(finding.location[-1])
    near = nearest(name, finding.fields(holder))
    if near and near.casefold() == name.casefold():
        return None
    return field_elsewhere(finding.kind, finding.source, finding.location)


def _slip_at(finding: Finding) -> Problem | None:
    """The slip in the line where a value begins, or in the next one, if there is one."""
    source, location = finding.source, finding.location
    line, _ = source.place(location)
    looks = WORD_QUOTES if is_text_at(finding.kind, finding.tagged_location[:-1]) else ()
    rest = source.text_at(location).split("\n")[:1] if finding.error == "list_type" else []
    for at, text in enumerate([source.line_at(location), *rest]):
        if slip := slip_in_line(text) or (looks and slip_in_line(text, looks)):
            column, message, remedy = slip
            if at:
                return source.problem(location, message, remedy, at=text)
            return Problem(source.file, line, column + 1, message, remedy)
    return None


_ABOUT_STRUCTURE = ("extra_forbidden", "list_type", "dict_type", "model_type", "blank")
"""Errors that a space too few can cause, which makes one word of a field and its value."""


def _missing(finding: Finding) -> Explanation:
    if "due" in finding.location[-3:-1]:
        return tell("`due` does not say when."), _DUE
    message = tell("the field %(name)s is missing.", name=finding.name)
    return message, tell("Add a line: %(line)s.", line=line_to_write(finding))


def _empty(finding: Finding) -> Explanation:
    last = finding.location[-1] if finding.location else ""
    in_text = is_text_at(finding.kind, finding.tagged_location[:-1])
    if in_text and last and not re.match("[a-z]{2,3}(-|$)", str(last)):
        message = tell("%(name)s stands here as a language without words.", name=finding.name)
        return message, joined_by_a_comma(finding)
    typed = finding.source.line_at(finding.location)
    if comment := re.search(rf"\b{re.escape(str(last))}:[ \t]+(#\S.*)", typed):
        words = comment[1].strip()
        kinds = kinds_at(finding.kind, finding.tagged_location)
        mending = words.lstrip("#") if not kinds and words[1:2].isdigit() else in_quotes(words)
        message = tell("%(name)s is empty, for what follows `#` is a comment.", name=finding.name)
        return message, write(f"{last}: {mending}")
    message = tell("%(name)s is empty.", name=finding.name)
    if finding.value:
        message = tell("%(name)s holds nothing that can be seen.", name=finding.name)
    if not finding.location:
        return message, tell("Fill it in, or delete the file.")
    if is_required(finding.kind, finding.tagged_location):
        return message, tell("Fill it in, as in %(line)s.", line=line_to_write(finding))
    if isinstance(last, int):
        return message, tell("Fill it in, or remove it from the list.")
    return message, tell("Fill it in, or remove the line.")


def _too_short(finding: Finding) -> Explanation:
    return tell("%(name)s is empty.", name=finding.name), tell("Give at least one.")


def _no_outcome(finding: Finding) -> Explanation:
    names = finding.value if isinstance(finding.value, dict) else {}
    for name in names:
        meant = re.sub("[ -]", "_", name.casefold())
        if meant in NUMBERED:
            message = tell("unknown field `%(name)s`.", name=short(name))
            return message, write(f"{meant}: {short(str(names[name]))}")
    return (
        tell("%(name)s is not a decision, a follow-up or a note.", name=finding.name),
        tell(
            "Begin it with its number: `- decision: %(decision)s`, `- follow_up: %(follow_up)s` "
            "or `- note: %(note)s`.",
            **{name: next_number(finding, name) for name in NUMBERED[1:]},
        ),
    )


def _carried_over_disagrees(finding: Finding) -> Explanation:
    return (
        tell("a follow-up is carried over to another one, and `continued_by` says to which."),
        tell(
            "Give both `status: carried-over` and `continued_by: %(follow_up)s`, or neither.",
            follow_up=FOLLOW_UP,
        ),
    )


def _due_form(finding: Finding) -> Explanation:
    for form in ("date_form", "meeting_id"):
        if meant := mended(form, finding.value):
            return tell("%(value)s does not say when.", value=finding.quoted), write(
                f"due: {meant}"
            )
    return tell("%(value)s does not say when.", value=finding.quoted), _DUE


def _nothing_to_do(finding: Finding) -> Explanation:
    return (
        tell("this follow-up does not say what is to be done."),
        tell(
            "Add `text: %(text)s`, or its parts under `tasks`.",
            text=text_in_each_language(),
        ),
    )


def _nothing_decided(finding: Finding) -> Explanation:
    line = f"`text: {text_in_each_language()}`"
    return (
        tell("the field %(name)s is missing.", name="`text`"),
        tell("Add a line: %(line)s.", line=line),
    )


def _entry(finding: Finding, value: Any) -> str:
    """The line of an entry of a list, for a value that stands where the entry should.

    Empty if there is none for it.
    """
    location = finding.tagged_location
    fields = finding.fields((*location, 0) if finding.error == "list_type" else location)
    if isinstance(value, dict):
        if all(re.fullmatch("[a-z]{2}", str(key)) for key in value) and "text" in fields:
            return f"- text: {_typed(finding)}"
        keys = [key for key in value if str(key).isdigit()]
        value = value[keys[0]] if keys and "item" in fields else None
    if not isinstance(value, str) or not value:
        return ""
    if "url" in fields:
        return f"- url: {short(mended('address', value) or 'https://…')}"
    for field in ("text", "title"):
        if field in fields:
            place = finding.location[-1] if isinstance(finding.location[-1], int) else 0
            free = next_number(finding, "item") + place
            number = f"item: {free}, " if "item" in fields else ""
            text = f"{field}: {text_in_each_language(short(value))}"
            return f"- {{{number}{text}}}" if number else f"- {text}"
    return ""


def _not_a_list(finding: Finding) -> Explanation:
    value, last = finding.value, finding.location[-1]
    if isinstance(value, dict) and (entry := _entry(finding, value)):
        remedy = tell("Write below `%(field)s:` the line `%(line)s`.", field=last, line=entry)
        return tell("%(name)s must be a list.", name=finding.name), remedy
    if isinstance(value, dict):
        (first, *_) = [*value, "…"]
        typed = finding.source.line_at((*finding.location, first)).strip()
        return (
            tell("%(name)s must be a list, and its first entry has no dash.", name=finding.name),
            tell(
                "Write `- %(typed)s`, and indent the lines below it by two more spaces.",
                typed=short(typed),
            ),
        )
    bullet = r"^\s*(?:[0-9]+[.)]|[•*–—-])\s+"
    typed = _typed(finding).partition(f"{last}:")[2] or _typed(finding)
    words = [re.sub(bullet, "", word).strip() for word in re.split(r",\s|\n", typed)]
    words = [word for word in words if word] if isinstance(value, str) else []
    if len(words) == 1 and kinds_at(finding.kind, finding.tagged_location):
        words = words[0].split(" ") if re.fullmatch(r"[a-z0-9-]+( [a-z0-9-]+)*", value) else words
    if words:
        kinds = kinds_at(finding.kind, finding.tagged_location)
        line = f"{last}: [{references(words, kinds)}]"
        remedy = write(line)
        if "\n" in _typed(finding):
            remedy = tell("Write `%(line)s`, and remove the lines below it.", line=line)
        return tell("%(name)s must be a list.", name=finding.name), remedy
    remedy = tell("Write [first, second], or a line `- …` for each.")
    return tell("%(name)s must be a list.", name=finding.name), remedy


def _typed(finding: Finding) -> str:
    return finding.source.text_at(finding.location)


def _not_an_expected_word(finding: Finding) -> Explanation:
    expected = re.findall(r"'([^']+)'", finding.details["expected"])
    near = likely(str(finding.value), expected)
    guess = did_you_mean(near)
    wanted = tell("Expected: %(names)s.", names=listed(expected))
    if expected == ["none"]:
        wanted = tell("Expected: %(names)s, or a list.", names=listed(expected))
    fields = finding.fields(_without_tag(finding.tagged_location))
    if fields:
        wanted = tell(
            "Expected: %(names)s; or fields: %(fields)s.",
            names=listed(expected),
            fields=listed(fields),
        )
        counts = re.findall("[0-9]+", str(finding.value))
        if "for" in fields and 0 < len(counts) <= len(fields):
            sides = [f"{side}: {count}" for side, count in zip(fields, counts, strict=False)]
            line = f"{finding.location[-1]}: {{{', '.join(sides)}}}"
            guess = tell("If these are votes, write `%(line)s`.", line=line)
    message = tell("%(value)s is not one of the words expected here.", value=finding.quoted)
    return message, joined(guess, wanted)


def _without_tag(location: Location) -> Location:
    is_tagged = location and str(location[-1]).startswith("<")
    return location[:-1] if is_tagged else location


def _unknown_field(finding: Finding) -> Explanation:
    name = str(finding.location[-1])
    if (
        finding.kind == "meeting"
        and len(finding.tagged_location) == 1
        and name in ("body", "date", "id")
    ):
        return (
            tell("`%(name)s` is not a field: the folder and the file's name say it.", name=name),
            tell("Remove the line. If it disagrees with the file's name, rename the file."),
        )
    fields = finding.fields(finding.tagged_location[:-1])
    near = likely(name, fields)
    if not near and (inside := _field_inside(finding, name, fields)):
        return inside
    comma = CUT_AT_A_COMMA if finding.value == "" and not near else ""
    remedy = joined(did_you_mean(near), _fields_here(fields), comma)
    return tell("unknown field `%(name)s`.", name=short(name)), remedy


def _fields_here(fields: list[str]) -> Message:
    return tell("Fields here: %(fields)s.", fields=listed(fields, 30))


def _field_inside(finding: Finding, name: str, fields: list[str]) -> Explanation | None:
    """What is said of a field that belongs into one of the fields that may stand beside it."""
    holder = finding.tagged_location[:-1]
    for field in fields:
        if name in finding.fields((*holder, field)):
            return (
                tell(
                    "`%(name)s` is a field of `%(field)s`, and does not stand beside it.",
                    name=short(name),
                    field=field,
                ),
                tell(
                    "Write `%(field)s:` on a line of its own, and `%(name)s` below it, two "
                    "spaces further to the right.",
                    field=field,
                    name=short(name),
                ),
            )
    return None


def _not_text(finding: Finding) -> Explanation:
    name, value = finding.name, finding.value
    if isinstance(value, dict) and finding.location[-1] == "url" and len(value) > 1:
        return (
            tell("%(name)s must be one address.", name=name),
            tell("Keep one of them: `url: %(address)s`.", address=next(iter(value.values()))),
        )
    if isinstance(value, dict) and len(value) == 1:
        (before,) = value
        typed = short(finding.source.text_at(finding.location))
        return (
            tell(
                "%(name)s must be text, but a colon made a field of `%(before)s`.",
                name=name,
                before=short(before),
            ),
            tell(
                "Put the text in quotes, %(text)s, or %(write_a_block)s",
                text=in_quotes(typed),
                write_a_block=BLOCK_FORM,
            ),
        )
    if isinstance(value, list) and _typed(finding).startswith("- "):
        *_, last = finding.location
        remedy = tell("Write `%(last)s: |`, and leave the lines below it as they are.", last=last)
        return tell("%(name)s must be text, not a list.", name=name), remedy
    if isinstance(value, list):
        remedy = tell("Write words, in quotes if they hold brackets.")
        return tell("%(name)s must be text, not a list.", name=name), remedy
    remedy = tell("Write words, in quotes if they hold a colon.")
    return tell("%(name)s must be text, not fields.", name=name), remedy


def _not_a_map(finding: Finding) -> Explanation:
    name, value = finding.name, finding.value
    if name == "`due`":
        return tell("`due` does not say when."), _DUE
    if is_text_at(finding.kind, finding.tagged_location):
        words = value if isinstance(value, str) else "…"
        *_, last = finding.location
        field = f"{last}: " if isinstance(last, str) else "- "
        return (
            tell("%(name)s must give its text by language.", name=name),
            write(f"{field}{text_in_each_language(short(words))}"),
        )
    message = tell("%(name)s must hold fields, not text.", name=name)
    if isinstance(value, list):
        message = tell("%(name)s must hold fields, not a list.", name=name)
    if fields := finding.fields(finding.tagged_location):
        last = finding.location[-1] if finding.location else ""
        if isinstance(last, int) and (entry := _entry(finding, value)):
            return message, write(entry)
        if "reason" in fields and isinstance(value, str):
            words = "…" if mended("true_or_false", value) else short(value)
            line = f"{last}: {{reason: {text_in_each_language(words)}}}"
            if last == "cancelled" and mended("true_or_false", value) == "true":
                return message, tell("Write `cancelled: true`, or why: `%(line)s`.", line=line)
            return message, write(line)
        return message, _fields_here(fields)
    return message, tell("Write `id: …` for each, without a dash.")


_EXPLANATIONS: dict[str, Callable[[Finding], Explanation]] = {
    "extra_forbidden": _unknown_field,
    "missing": _missing,
    "too_short": _too_short,
    "union_tag_not_found": _no_outcome,
    "carried_over": _carried_over_disagrees,
    "nothing_to_do": _nothing_to_do,
    "nothing_decided": _nothing_decided,
    "due_form": _due_form,
    "string_type": _not_text,
    "dict_type": _not_a_map,
    "model_type": _not_a_map,
    "list_type": _not_a_list,
    "literal_error": _not_an_expected_word,
}
"""By pydantic's name of the error: the function that explains it; `wrong_form` for all others."""
