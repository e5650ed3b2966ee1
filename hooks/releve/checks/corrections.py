"""Rules on corrections: they quote the record as it is, and name the decision they need."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from ..register import Meeting, Register, Thing, corrected, meeting_of, part_of
from ..source import ANY_LANGUAGE, leaves, listed, schema, short, tell
from .common import Problems


def corrections_name_what_they_correct(register: Register) -> Problems:
    for meeting in register.meetings:
        for index, correction in enumerate(meeting.data.corrections):
            location = ("corrections", index)
            target = corrected(register, meeting, correction)
            if target is None:
                if meeting.file.path not in register.broken:
                    yield meeting.file.source.problem(
                        (*location, "where"),
                        tell(
                            "nothing in this record is called `%(where)s`.",
                            where=short(correction.where),
                        ),
                        tell("Write one of: %(parts)s.", parts=_parts(meeting)),
                    )
                continue
            yield from _about_words(register, meeting, index, target)
            yield from _about_field(meeting, index, target)


def _about_words(register: Register, meeting: Meeting, index: int, target: Thing) -> Problems:
    """Words that a correction quotes stand in the record; where it adds or deletes some, once."""
    correction: schema.Correction = meeting.data.corrections[index]
    where = short(correction.where)
    for field in ("says", "after", "deletes"):
        for language, words in (getattr(correction, field) or {}).items():
            if language not in register.settings.languages:
                continue  # reported by `texts_are_in_known_languages`
            times = _times(register, target, language, words)
            location = ("corrections", index, field, language)
            if not times:
                yield meeting.file.source.problem(
                    location,
                    tell("%(where)s does not say “%(words)s”.", where=where, words=short(words)),
                    tell("Copy the words to correct exactly as they stand in the record."),
                )
            elif times > 1 and field != "says":
                yield meeting.file.source.problem(
                    location,
                    tell(
                        "%(where)s says “%(words)s” %(times)s times, and it is not known which "
                        "one is meant.",
                        where=where,
                        words=short(words),
                        times=times,
                    ),
                    tell("Copy more of the words around them, so that they stand there once only."),
                )
    for language in (correction.inserts or {}).keys() ^ (correction.after or {}).keys():
        yield meeting.file.source.problem(
            ("corrections", index),
            tell(
                "`inserts` and `after` are not in the same languages: `%(language)s`.",
                language=short(language),
            ),
            tell("Give both in each language in which words are missing."),
        )


def _about_field(meeting: Meeting, index: int, target: Thing) -> Problems:
    """A field that was left out is one that the part may have, and has not."""
    field = meeting.data.corrections[index].field
    if field is None:
        return
    if field not in type(target.data).model_fields:
        known = [name for name in get_args(schema.LeftOut) if hasattr(target.data, name)]
        yield meeting.file.source.problem(
            ("corrections", index, "field"),
            tell("such a part of a record has no field `%(field)s`.", field=field),
            tell("Write one of: %(parts)s.", parts=listed(known))
            if known
            else tell("Write `says` and `should_say`."),
        )
    elif getattr(target.data, field):
        yield meeting.file.source.problem(
            ("corrections", index, "field"),
            tell("the record does not leave out `%(field)s`.", field=field),
            tell("Quote what it says under `says`, in place of `field`."),
        )


def _parts(meeting: Meeting) -> str:
    """The parts of a record that a correction may name, for a sentence."""
    parts = ["meeting", *map(part_of, meeting.items), *map(part_of, meeting.outcomes)]
    return listed([f"`{part}`" for part in parts], 20)


def _example(register: Register, meeting: Meeting) -> str:
    """The id of a decision that may allow a correction: the last one of the body."""
    later = [
        decision.key for decision in register.decisions if decision.meeting.body == meeting.body
    ]
    return later[-1] if later else f"{meeting.key}#decision-1"


def _times(register: Register, target: Thing, language: str, words: str) -> int:
    """How often words stand in the texts of the record, in names that it shows and in other
    fields. Spaces and line breaks do not count.
    """
    wanted = " ".join(words.split())
    times = sum(
        max(" ".join(text.split()).count(wanted) for text in texts)
        for texts in _shown_texts(register, target, language)
    )
    return times or any(wanted in figure for figure in _figures(target))


def _shown_texts(register: Register, target: Thing, language: str) -> Iterator[list[str]]:
    """Everything that the page shows of a part of a record in one language: its texts, and the
    names of things that it refers to, of which any may be shown.
    """
    for _, value, refers in leaves(_own(target)):
        if not refers:
            yield [value.get(language, value.get(ANY_LANGUAGE, ""))]
        elif thing := register.find(value, meeting_of(target)):
            names = [getattr(thing.data, field, None) for field in ("name", "acronym", "title")]
            names += [former.name for former in getattr(thing.data, "names", ())]
            said = [name.get(language, name.get(ANY_LANGUAGE, "")) for name in names if name]
            yield [*said, str(getattr(thing, "date", ""))]


def _figures(target: Thing) -> list[str]:
    """The dates and times of a part of a record, as they are typed there."""
    day = [str(target.date)] if isinstance(target, Meeting) else []
    return day + re.findall(r"[0-9]+[-:0-9]+", _own(target).model_dump_json())


def _own(target: Thing) -> schema.Record:
    """What is corrected under the name of a part: of a meeting, what stands outside its items."""
    data: schema.Record = target.data
    if isinstance(target, Meeting):
        return data.model_copy(update={"agenda": [], "outcomes": [], "corrections": []})
    return data


def substantive_corrections_name_their_decision(register: Register) -> Problems:
    for meeting in register.meetings:
        for index, correction in enumerate(meeting.data.corrections):
            if correction.kind == "substantive" and not correction.decision:
                yield meeting.file.source.problem(
                    ("corrections", index, "kind"),
                    tell("a substantive correction needs a decision that allows it."),
                    tell(
                        "Add `decision: %(example)s`, with the decision's own meeting and number.",
                        example=_example(register, meeting),
                    ),
                )
