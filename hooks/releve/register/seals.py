"""Seals: the fingerprint of every approved record, in `data/seals.yml`.

A fingerprint is over what a record means, not over how its file is written: texts are compared
word for word, whatever their line breaks, and fields that say nothing count for nothing. It is
a SHA-256 (FIPS 180-4) of a list of the record's parts, each with a short fingerprint of every
field in every language, so that a change can be told in words.

Sealed is all that the file of a meeting holds but its corrections, which are how a record is
put right, and its topics, which are how it is filed. Beside it are sealed, and may be renewed
by `make seal`, what the record shows but does not say: the names of those whom it names by
their ids, where its documents are, and translations that were added to it.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from ..runtime import LazyList
from ..source import ANY_LANGUAGE, FOLDER, leaves, schema
from .link import named_in
from .model import Item, Meeting, Outcome, Register, Thing

SEALS_FILE = f"{FOLDER}/seals.yml"
HEAD = (
    "# yaml-language-server: $schema=../docs/schema/seals.json\n"
    "# Written by `make seal`: the fingerprint of each approved record, and of its parts.\n"
)
Parts = dict[str, dict[str, str]]
"""By part of a record (`meeting`, `item 2A`, `decision 3`), the short fingerprint of each of its
fields; what a field says in a language stands under `field.language`."""
NAMES, _LINKS = "names", "links"
_NUMBERS = {"item", "decision", "follow_up", "note"}
_APART = _NUMBERS | {"items", "outcomes", "agenda", "url", "corrections", "topics"}
"""Fields that are sealed by the name of their part, by other parts, or not at all."""


def seal_of(register: Register, meeting: Meeting) -> schema.Seal:
    """The seal of a record as it stands."""
    return _seal(parts(register, meeting))


def _seal(found: Parts) -> schema.Seal:
    lines = "".join(
        f"{part}: {', '.join(f'{field} {value}' for field, value in sorted(fields.items()))}\n"
        for part, fields in found.items()
    )
    return schema.Seal(fingerprint=hashlib.sha256(lines.encode()).hexdigest(), parts=lines)


def parts(register: Register, meeting: Meeting) -> Parts:
    """Short fingerprints of every part of a record, in its order."""
    data: schema.Meeting = meeting.data
    zone = data.time_zone or register.settings.time_zone if data.starts or data.adjourned else None
    own = own_parts(meeting)
    found = {**own, "meeting": {**own["meeting"], **({"time_zone": _short(zone)} if zone else {})}}
    if names := _names(register, meeting):
        found[NAMES] = names
    return found


def own_parts(meeting: Meeting) -> Parts:
    """Fingerprints of what a record's own file says."""
    return meeting.file.remember_packed("seal", lambda: dict(_parts_of_its_own(meeting)))


def _parts_of_its_own(meeting: Meeting) -> Iterator[tuple[str, dict[str, str]]]:
    data: schema.Meeting = meeting.data
    yield "meeting", {**_fields(data), "agenda": _short([item.item for item in data.agenda])}
    for item in meeting.items:
        yield part_of(item), _fields(item.data) | _item_fields(item)
        for outcome in item.outcomes:
            yield part_of(outcome), _fields(outcome.data)


def part_of(thing: Item | Outcome) -> str:
    """What a part of a record is called: as `corrections` call it."""
    return f"{thing.kind.replace('_', '-')} {thing.number}"


def _item_fields(item: Item) -> dict[str, str]:
    order = [part_of(one) for one in item.outcomes]
    said = {
        "items": [part.item for part in item.data.items],
        "outcomes": "none" if item.data.outcomes == "none" else order,
        _LINKS: [(place, one.url) for place, one in enumerate(item.data.documents) if one.url],
    }
    return {name: _short(value) for name, value in said.items() if value}


def _fields(record: schema.Record) -> dict[str, str]:
    """The fingerprint of each field of a record, and of what it says in each language."""
    found = {}
    for name, value in _said(record):
        if name in _APART:
            continue
        if not isinstance(value, dict):
            found[name] = _short(_meaning(value, None))
        for language in sorted({code for text in _texts(value) for code in text}):
            said = "*" if language == ANY_LANGUAGE else language
            found[f"{name}.{said}"] = _short(_meaning(value, language))
    return found


def _said(record: schema.Record) -> Iterator[tuple[str, Any]]:
    """The fields of a record that say something, as they are written in a file."""
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if value != field.default:
            yield field.alias or name, value


def _texts(value: Any) -> Iterator[Mapping[str, str]]:
    return (text for _, text, refers in leaves(value) if not refers)


def _meaning(value: Any, language: str | None) -> Any:
    """A value without its texts, or with what they say in a language."""
    if isinstance(value, schema.Record):
        said = _said(value)
        return {name: _meaning(one, language) for name, one in said if name not in _APART}
    if isinstance(value, list | LazyList):
        return [_meaning(one, language) for one in value]
    if isinstance(value, dict):
        return _flowed(value.get(language, "")) if language else ""
    return value.isoformat() if isinstance(value, date | time) else value


_BREAK = re.compile(r"\n(?!\s*(?:[-*+>]|1[.)])\s)\s*")
"""The end of a line within a paragraph; before the mark of a list, it is more than that."""
_BREAK_IN_LIST = re.compile(r"\n(?!\s*(?:[-*+>]|\d+[.)])\s)\s*")
"""The same in a numbered list. Elsewhere only 1 begins one (CommonMark 0.31, 5.3)."""
_NUMBERED = re.compile(r"(?m)^\s*1[.)]\s")


def _flowed(words: str) -> str:
    """A text without what does not change its meaning: where its lines break, kinds of space."""
    text = unicodedata.normalize("NFC", words).replace("\u2019", "'").strip()
    if "\n" not in text:
        return " ".join(text.split())
    ends = _BREAK_IN_LIST if _NUMBERED.search(text) else _BREAK
    blocks = re.split(r"\n\s*\n", text)
    return "\n\n".join(ends.sub(" ", _spaced(block)) for block in blocks)


def _spaced(block: str) -> str:
    """A block with one space between words; those before a line say how deep a list is."""
    lines = block.split("\n")
    return "\n".join(line[: -len(line.lstrip())] + " ".join(line.split()) for line in lines)


def _names(register: Register, meeting: Meeting) -> dict[str, str]:
    """The names of the people, organizations, offices and terms that a record names by id."""
    named = [meeting.body]
    for location, _, reference, _ in named_in(meeting.file):
        if location[0] != "corrections" and "topics" not in location:
            named.append(reference)
    for outcome in meeting.outcomes:
        named += [f"{one.of}#{one.office}" for one in getattr(outcome.data, "appoints", ())]
    found: dict[str, Thing] = {}
    for reference in dict.fromkeys(named):
        thing = register.find(reference, meeting)
        if thing and thing.kind in ("person", "organization", "office", "topic", "term"):
            found[thing.key] = thing
    return {key: _name(thing) for key, thing in sorted(found.items())}


def _name(thing: Thing) -> str:
    """The fingerprint of what a thing is called, which many records ask for."""
    known = thing.file.remember("names", dict[str, str])
    if thing.key not in known:
        known[thing.key] = _short(_meaning_of_name(thing))
    return known[thing.key]


def _meaning_of_name(thing: Thing) -> Any:
    data = thing.data
    names = (
        [data]
        if thing.kind == "office"
        else [getattr(data, field, None) or {} for field in ("name", "term", "acronym")]
    )
    return [{code: _flowed(words) for code, words in name.items()} for name in names]


def _short(value: Any) -> str:
    said = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:8]


# --- what was changed ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Change:
    """What differs between a part of a record and its seal."""

    part: str
    fields: tuple[str, ...]
    """Empty where the whole part was added or removed."""
    kind: str
    """`changed`, `added` or `removed`."""
    renewable: bool
    """Whether `make seal` may take it in, for it is not of the record itself."""


def changes(seal: schema.Seal, now: Parts) -> list[Change]:
    """What was changed in a record since it was sealed; [] if nothing was.

    A seal that gives no parts, or not its own, can only tell that something was.
    """
    if _seal(now).fingerprint == seal.fingerprint:
        return []
    lines = seal.parts or ""
    if hashlib.sha256(lines.encode()).hexdigest() != seal.fingerprint:
        return [Change("record", (), "changed", False)]
    before = _read(lines)
    found: list[Change] = []
    for part in dict.fromkeys([*before, *now]):
        if part == NAMES:
            old, new = before.get(part, {}), now.get(part, {})
            if names := _differing(old, new):
                found.append(Change(part, names, "changed", True))
        elif part not in now:
            found.append(Change(part, (), "removed", False))
        elif part not in before:
            found.append(Change(part, (), "added", False))
        elif fields := _differing(before[part], now[part]):
            renewable = all(_is_renewable(field, before[part]) for field in fields)
            found.append(Change(part, fields, "changed", renewable))
    return found or [Change("record", (), "changed", False)]


def _read(lines: str) -> Parts:
    found: Parts = {}
    for line in lines.splitlines():
        part, _, fields = line.partition(": ")
        pairs = (field.rpartition(" ") for field in fields.split(", "))
        found[part] = {name: value for name, _, value in pairs}
    return found


def _differing(before: dict[str, str], now: dict[str, str]) -> tuple[str, ...]:
    names = dict.fromkeys([*before, *now])
    return tuple(name for name in names if before.get(name) != now.get(name))


def _is_renewable(field: str, before: dict[str, str]) -> bool:
    """Whether a field is where documents are, or a translation of what was sealed without one."""
    name, dot, _ = field.partition(".")
    translated = any(other.startswith(f"{name}.") for other in before)
    return field == _LINKS or bool(dot and field not in before and translated)


def seals_of(register: Register) -> dict[str, schema.Seal]:
    """The seals of a register, by the key of the meeting."""
    files = (file.content for file in register.files if file.kind == "seals")
    return next(files, {})


def renewed(register: Register, seals: dict[str, schema.Seal]) -> dict[str, schema.Seal]:
    """The seals, with those of records newly approved, and those that may be renewed.

    A record that was changed keeps the seal that it breaks.
    """
    found = dict(seals)
    for meeting in register.meetings:
        if meeting.state != "approved" or not meeting.has_record:
            continue
        now = parts(register, meeting)
        seal = seals.get(meeting.key)
        if seal is None or all(change.renewable for change in changes(seal, now)):
            found[meeting.key] = _seal(now)
    return found


def as_text(seals: dict[str, schema.Seal]) -> str:
    """The file of the seals, in the order of the meetings' ids."""
    lines = [HEAD]
    for key, seal in sorted(seals.items()):
        lines.append(f"{key}:\n  fingerprint: {seal.fingerprint}\n")
        if seal.parts:
            lines.append("  parts: |\n")
            lines += [f"    {line}\n" for line in seal.parts.splitlines()]
    return "".join(lines)
