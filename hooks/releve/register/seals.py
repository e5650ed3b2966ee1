"""Seals: a fingerprint of every approved record, kept in `data/seals.yml`.

A seal tells whether an approved record was changed. Its fingerprint is a SHA-256 (FIPS 180-4) of
a list of the record's parts. The list has a short fingerprint of every field in every language, so
that a message can name the part and the field that were changed. Fingerprints are taken of the
meaning of a record, not of the way its file is written: line breaks and repeated spaces in a text
do not count, nor does a field that has its default value.

Everything in the file of a meeting is sealed, except corrections, which are the proper way to
change an approved record, topics, which only file it, and answers to the check's warnings.

Some changes may be taken into the seal afterwards, by `make seal`, for the record itself stays the
same: the names of people and organizations, which the record gives only by id; the addresses of
documents; translations that were added; and, once, what was withheld and is released.

Begin at `seal_of`, which makes a seal, and `changes`, which compares a record with its seal.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

from ..runtime import LazyList
from ..source import ANY_LANGUAGE, FOLDER, leaves, schema
from .collection import Register
from .link import named_in
from .model import Item, Meeting, Outcome, Thing
from .names import former_name

SEALS_FILE = f"{FOLDER}/seals.yml"
HEAD = (
    "# yaml-language-server: $schema=../docs/schema/seals.json\n"
    "# Written by `make seal`: the fingerprint of each approved record, and of its parts.\n"
)
Parts = dict[str, dict[str, str]]
"""For each part of a record (`meeting`, `item 2A`, `decision 3`), the short fingerprints of its
fields by name; the text of a field in one language is under `field.language`."""
NAMES, _LINKS = "names", "links"
"""Two entries of `Parts` that are not fields of a record: the part with the names of the people
and organizations of the record, and the field with the addresses of its documents."""
_NUMBERS = {"item", "decision", "follow_up", "note"}
_ONCE_SINGLE = {"approves", "seconded_by"}
"""Fields that took one value before they took a list: a list of one has the fingerprint of its
value alone, so that seals made before stay valid."""
_APART = _NUMBERS | {"items", "outcomes", "agenda", "url", "corrections", "topics"}
_APART |= {"accepted", "languages", "released"}
"""Fields that `_fields` leaves out: numbers are in the names of parts; items, outcomes, addresses
and releases have entries of their own; corrections and topics are not sealed, nor are answers to
warnings and the languages in which the record is to be."""
_RELEASED = "released"
"""The entry of a part that was withheld at first, once it is released. A seal without that entry
takes in what has come with the release; from then on that is sealed like everything else."""
_APART_WITHIN = _APART - _NUMBERS
"""The same within a field: there a number is not that of a part, but says what is reviewed."""


def seal_of(register: Register, meeting: Meeting) -> schema.Seal:
    """The seal of a meeting's record in its present state."""
    return _seal(parts(register, meeting))


def _seal(fingerprints: Parts) -> schema.Seal:
    lines = "".join(
        f"{part}: {', '.join(f'{field} {value}' for field, value in sorted(fields.items()))}\n"
        for part, fields in fingerprints.items()
    )
    return schema.Seal(fingerprint=hashlib.sha256(lines.encode()).hexdigest(), parts=lines)


def parts(register: Register, meeting: Meeting) -> Parts:
    """Short fingerprints of every part of a record, in the order of the record.

    They include what the record shows from other files: its time zone, if it gives a time of day,
    and the names of people and organizations.
    """
    data: schema.Meeting = meeting.data
    zone = register.time_zone_of(meeting) if _has_times(data) else None
    all_parts = dict(own_parts(meeting))
    if zone:
        all_parts["meeting"] = {**all_parts["meeting"], "time_zone": _short(zone)}
    if names := _names(register, meeting):
        all_parts[NAMES] = names
    return all_parts


def _has_times(data: schema.Meeting) -> bool:
    """Whether a record gives a time of day together with its time zone."""
    return any((data.starts, data.starts_before, data.ends_at, data.adjourned))


def own_parts(meeting: Meeting) -> Parts:
    """Short fingerprints of what is in the file of the meeting itself."""
    return meeting.file.remember_packed("seal", lambda: dict(_make_own_parts(meeting)))


def _make_own_parts(meeting: Meeting) -> Iterator[tuple[str, dict[str, str]]]:
    data: schema.Meeting = meeting.data
    agenda = {"agenda": _short([item.item for item in data.agenda])}
    apart = [outcome for outcome in meeting.outcomes if outcome.item is None]
    if apart:
        agenda["outcomes"] = _short([part_of(outcome) for outcome in apart])
    yield "meeting", _fields(data) | agenda | _links(data)
    for item in meeting.items:
        yield part_of(item), _fields(item.data) | _item_fields(item) | _release(item)
        for outcome in item.outcomes:
            yield part_of(outcome), _outcome_fields(outcome)
    for outcome in apart:
        yield part_of(outcome), _outcome_fields(outcome)


def part_of(thing: Item | Outcome) -> str:
    """The name of a part of a record, as corrections write it: `item 2A`, `follow-up 5C`."""
    return f"{thing.kind.replace('_', '-')} {thing.number}"


def _item_fields(item: Item) -> dict[str, str]:
    """Fingerprints of the order of an item's parts and outcomes, and of its `_links`."""
    values = {
        "items": [part.item for part in item.data.items],
        "outcomes": "none"
        if item.data.outcomes == "none"
        else [part_of(outcome) for outcome in item.outcomes],
    }
    fingerprints = {name: _short(value) for name, value in values.items() if value}
    return fingerprints | _links(item.data)


def _outcome_fields(outcome: Outcome) -> dict[str, str]:
    return _fields(outcome.data) | _links(outcome.data) | _release(outcome)


def _release(thing: Item | Outcome) -> dict[str, str]:
    """The fingerprint of the release of a part: its own, or that of the item it stands in; {} if
    it was published from the beginning.
    """
    around = thing.parent if isinstance(thing, Item) else thing.item
    while True:
        withheld = getattr(thing.data, "withheld", None)
        if withheld and withheld.released:
            return {_RELEASED: _short(_meaning(withheld.released, None))}
        if around is None:
            return {}
        public = isinstance(thing, Outcome) and around.data.withheld
        if public and around.data.withheld.outcomes_public:
            return {}
        thing, around = around, around.parent


def _links(record: Any) -> dict[str, str]:
    """The fingerprint of where the documents of a record can be read, and those that a decision
    rests on or changes; {} if none has an address.
    """
    documents = enumerate(getattr(record, "documents", ()))
    addresses: list[Any] = [(index, document.url) for index, document in documents if document.url]
    addresses += [
        (name, index, source.url)
        for name in ("grounds", "amends_document")
        for index, source in enumerate(getattr(record, name, ()))
        if source.url
    ]
    return {_LINKS: _short(addresses)} if addresses else {}


def _fields(record: schema.Record) -> dict[str, str]:
    """Fingerprints of each field of a record, and of its text in each language."""
    fingerprints = {}
    for name, value in _set_fields(record):
        if name in _APART:
            continue
        if name in _ONCE_SINGLE and len(value) == 1:
            (value,) = value
        if not isinstance(value, dict):
            fingerprints[name] = _short(_meaning(value, None))
        for language in sorted({code for text in _texts(value) for code in text}):
            code = "*" if language == ANY_LANGUAGE else language
            fingerprints[f"{name}.{code}"] = _short(_meaning(value, language))
    return fingerprints


def _set_fields(record: schema.Record) -> Iterator[tuple[str, Any]]:
    """The fields of a record that differ from their default, by their names in a file."""
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if value != field.default:
            yield field.alias or name, value


def _texts(value: Any) -> Iterator[Mapping[str, str]]:
    return (text for _, text, refers in leaves(value) if not refers)


def _meaning(value: Any, language: str | None) -> Any:
    """The content of a value as plain data: with its texts in one language, or without any text
    if `language` is None.
    """
    if isinstance(value, schema.Record):
        fields = _set_fields(value)
        return {
            name: _meaning(inner, language) for name, inner in fields if name not in _APART_WITHIN
        }
    if isinstance(value, list | LazyList):
        return [_meaning(element, language) for element in value]
    if isinstance(value, dict):
        return _normalized(value.get(language, "")) if language else ""
    if isinstance(value, Decimal):
        return str(value.normalize())
    return value.isoformat() if isinstance(value, date | time) else value


_BREAK = re.compile(r"\n(?!\s*(?:[-*+>]|1[.)])\s)\s*")
"""A line break within a paragraph, which means no more than a space. A break before a list marker
begins an element of a list, so it is not matched."""
_BREAK_IN_LIST = re.compile(r"\n(?!\s*(?:[-*+>]|\d+[.)])\s)\s*")
"""The same for a text with a numbered list, where any number may be a list marker. In other texts
only 1 is one, for no other number may interrupt a paragraph (CommonMark 0.31, 5.3)."""
_NUMBERED = re.compile(r"(?m)^[^\S\n]*+1[.)]\s")
"""The beginning of a numbered list."""


def _normalized(text: str) -> str:
    """A text without differences that mean nothing: line breaks within paragraphs, repeated and
    unusual spaces, curly apostrophes, and composed or decomposed letters (Unicode NFC).
    """
    text = unicodedata.normalize("NFC", text).replace("\u2019", "'").strip()
    if "\n" not in text:
        return " ".join(text.split())
    line_break = _BREAK_IN_LIST if _NUMBERED.search(text) else _BREAK
    blocks = re.split(r"\n\s*\n", text)
    return "\n\n".join(line_break.sub(" ", _single_spaced(block)) for block in blocks)


def _single_spaced(block: str) -> str:
    """A block with one space between words. Indentation is kept: it tells how deep a list is."""
    lines = block.split("\n")
    return "\n".join(line[: -len(line.lstrip())] + " ".join(line.split()) for line in lines)


def _names(register: Register, meeting: Meeting) -> dict[str, str]:
    """By key, fingerprints of the names of people, organizations, offices, topics and terms that
    a record refers to.
    """
    referenced = [meeting.body]
    for location, _, reference, _ in named_in(meeting.file):
        if location[0] != "corrections" and "topics" not in location:
            referenced.append(reference)
    for outcome in meeting.outcomes:
        appointments = getattr(outcome.data, "appoints", ())
        referenced += [f"{named.of}#{named.office}" for named in appointments if named.office]
    things: dict[str, Thing] = {}
    for reference in dict.fromkeys(referenced):
        thing = register.find(reference, meeting)
        if thing and thing.kind in ("person", "organization", "office", "topic", "term"):
            things[thing.key] = thing
    return {key: _name(thing, meeting.date) for key, thing in sorted(things.items())}


def _name(thing: Thing, day: date) -> str:
    """The fingerprint of a thing's name on a day; kept with its file, for many records need it."""
    then = former_name(thing.data, day)
    by_key = thing.file.remember("names", dict[tuple[str, date | None], str])
    key = thing.key, then.to if then else None
    if key not in by_key:
        by_key[key] = _short(_normalized_names(thing, then or thing.data))
    return by_key[key]


def _normalized_names(thing: Thing, data: Any) -> Any:
    """The names of a thing that `data` gives: its own record, or a name that it had."""
    names = (
        [data]
        if thing.kind == "office"
        else [getattr(data, field, None) or {} for field in ("name", "term", "acronym")]
    )
    return [{code: _normalized(words) for code, words in name.items()} for name in names]


def _short(value: Any) -> str:
    """A short fingerprint of plain data: the first 8 hex digits of a SHA-256 of its JSON."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:8]


# --- changes since a record was sealed ----------------------------------------------------


@dataclass(frozen=True, slots=True)
class Change:
    """A difference between a part of a record and its seal."""

    part: str
    """A key of `Parts`, or `record` if the part is not known."""
    fields: tuple[str, ...]
    """The fields that differ; empty if the whole part was added or removed, or is not known."""
    kind: str
    """`changed`, `added` or `removed`."""
    renewable: bool
    """Whether `make seal` may renew the seal, for the record itself stays the same."""


def changes(seal: schema.Seal, now: Parts) -> list[Change]:
    """The changes of a record since it was sealed; [] if there are none.

    `now` are the parts of the record in its present state. If the seal has no list of parts, or
    one that does not match its fingerprint, a single change of the part `record` is returned.
    """
    if _seal(now).fingerprint == seal.fingerprint:
        return []
    lines = seal.parts or ""
    if hashlib.sha256(lines.encode()).hexdigest() != seal.fingerprint:
        return [Change("record", (), "changed", False)]
    before = _parse(lines)
    differences: list[Change] = []
    for part in dict.fromkeys([*before, *now]):
        if part == NAMES:
            old, new = before.get(part, {}), now.get(part, {})
            if names := _differing(old, new):
                differences.append(Change(part, names, "changed", True))
        elif part not in now:
            differences.append(Change(part, (), "removed", False))
        elif part not in before:
            differences.append(Change(part, (), "added", _RELEASED in now[part]))
        elif fields := _differing(before[part], now[part]):
            is_new = _RELEASED in now[part] and _RELEASED not in before[part]
            renewable = all(
                _is_renewable(field, before[part]) or (is_new and field not in before[part])
                for field in fields
            )
            differences.append(Change(part, fields, "changed", renewable))
    return differences or [Change("record", (), "changed", False)]


def _parse(lines: str) -> Parts:
    """The parts of a seal from the lines that `_seal` writes."""
    fingerprints: Parts = {}
    for line in lines.splitlines():
        part, _, fields = line.partition(": ")
        pairs = (field.rpartition(" ") for field in fields.split(", "))
        fingerprints[part] = {name: value for name, _, value in pairs}
    return fingerprints


def _differing(before: dict[str, str], now: dict[str, str]) -> tuple[str, ...]:
    """The names of fields that were added, removed or changed."""
    names = dict.fromkeys([*before, *now])
    return tuple(name for name in names if before.get(name) != now.get(name))


def _is_renewable(field: str, before: dict[str, str]) -> bool:
    """Whether a changed field holds addresses of documents, or is an added translation: a text in
    a language that was not sealed, of a field that was sealed in another language.
    """
    name, dot, _ = field.partition(".")
    was_sealed = any(other.startswith(f"{name}.") for other in before)
    return field == _LINKS or bool(dot and field not in before and was_sealed)


def seals_of(register: Register) -> dict[str, schema.Seal]:
    """The seals in `data/seals.yml`, by the key of the meeting; {} without that file."""
    files = (file.content for file in register.files if file.kind == "seals")
    return next(files, {})


def renewed(register: Register, seals: dict[str, schema.Seal]) -> dict[str, schema.Seal]:
    """The seals as `make seal` writes them: `seals`, with new ones for newly approved records, and
    renewed ones where all changes are renewable.

    A record with any other change keeps its old seal, so that `checks` goes on reporting it.
    """
    updated = dict(seals)
    for meeting in register.meetings:
        if meeting.state != "approved" or not meeting.has_record:
            continue
        now = parts(register, meeting)
        seal = seals.get(meeting.key)
        if seal is None or all(change.renewable for change in changes(seal, now)):
            updated[meeting.key] = _seal(now)
    return updated


def as_text(seals: dict[str, schema.Seal]) -> str:
    """The text of `data/seals.yml`, in the order of the meetings' keys."""
    lines = [HEAD]
    for key, seal in sorted(seals.items()):
        lines.append(f"{key}:\n  fingerprint: {seal.fingerprint}\n")
        if seal.parts:
            lines.append("  parts: |\n")
            lines += [f"    {line}\n" for line in seal.parts.splitlines()]
    return "".join(lines)
