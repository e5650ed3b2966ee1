"""Rules on corrections: they quote the record as it is, and name the decision they need."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..register import Meeting, Register, Thing, corrected, meeting_of, part_of
from ..source import ANY_LANGUAGE, leaves, listed, short, tell
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
            for language, words in correction.says.items():
                if language in register.settings.languages and not _says(
                    register, target, language, words
                ):
                    yield meeting.file.source.problem(
                        (*location, "says", language),
                        tell(
                            "%(where)s does not say “%(words)s”.",
                            where=short(correction.where),
                            words=short(words),
                        ),
                        tell("Copy the words to correct exactly as they stand in the record."),
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


def _says(register: Register, target: Thing, language: str, words: str) -> bool:
    """Whether words are in a text of the record, in a name that it shows, or in another field.

    Spaces and line breaks do not count.
    """
    wanted = " ".join(words.split())
    return any(
        wanted in " ".join(text.split()) for text in _shown_texts(register, target, language)
    )


def _shown_texts(register: Register, target: Thing, language: str) -> Iterator[str]:
    """Everything that the page shows of a part of a record in one language: its texts, the names
    of things that it refers to, and its dates and times.
    """
    data = target.data
    if isinstance(target, Meeting):  # items are corrected under their own `where`
        yield str(target.date)
        data = data.model_copy(update={"agenda": [], "outcomes": [], "corrections": []})
    for _, value, refers in leaves(data):
        if not refers:
            yield value.get(language, value.get(ANY_LANGUAGE, ""))
        elif thing := register.find(value, meeting_of(target)):
            for field in ("name", "acronym", "title"):
                name = getattr(thing.data, field, None) or {}
                yield name.get(language, name.get(ANY_LANGUAGE, ""))
            for former in getattr(thing.data, "names", ()):
                yield former.name.get(language, former.name.get(ANY_LANGUAGE, ""))
            yield str(getattr(thing, "date", ""))
    yield from re.findall(r"[0-9]+[-:0-9]+", data.model_dump_json())


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
