"""The parts and fields of a record in the words of a message that tells which of them changed."""

from __future__ import annotations

from ..language import name_of
from ..register import NAMES, Change
from ..source import joined, tell

FIELD_WORDS = {
    "title": tell("title"),
    "format": tell("format"),
    "place": tell("place"),
    "time_zone": tell("time zone"),
    "starts": tell("starts"),
    "starts_before": tell("starts before"),
    "ends_at": tell("ends at"),
    "ends": tell("ends"),
    "adjourned": tell("adjourned"),
    "opened": tell("opened"),
    "chairs": tell("chair"),
    "attendance": tell("attendance"),
    "documents": tell("documents"),
    "links": tell("links"),
    "opening": tell("opening"),
    "closing": tell("closing"),
    "agenda": tell("list of items"),
    "cancelled": tell("cancelled"),
    "postponed_to": tell("postponed to"),
    "with": tell("with"),
    "items": tell("list of parts"),
    "outcomes": tell("list of outcomes"),
    "continues": tell("continues"),
    "presenters": tell("presenters"),
    "narrative": tell("discussion"),
    "reviewed": tell("follow-ups reviewed"),
    "deferred_to": tell("deferred to"),
    "withheld": tell("withheld"),
    "released": tell("release of what was withheld"),
    "shown_as": tell("shown as"),
    "text": tell("wording"),
    "outcome": tell("outcome"),
    "moved_by": tell("moved by"),
    "seconded_by": tell("seconded by"),
    "vote": tell("vote"),
    "approves": tell("approves"),
    "appoints": tell("appoints"),
    "effective": tell("effective"),
    "expires": tell("expires"),
    "amends": tell("amends"),
    "supersedes": tell("supersedes"),
    "rescinds": tell("rescinds"),
    "lasting": tell("lasting"),
    "reason": tell("reason"),
    "grounds": tell("grounds"),
    "amends_document": tell("amends document"),
    "amendment_to": tell("amendment to"),
    "adopted_with": tell("adopted with"),
    "referred_to": tell("referred to"),
    "subject_to": tell("subject to"),
    "ratifies": tell("ratifies"),
    "tasks": tell("tasks"),
    "owners": tell("owner"),
    "due": tell("due date"),
    "arises_from": tell("arises from"),
}
"""By the name of a field in the file. A field that is not here is named as in the file."""

_PARTS = {
    "meeting": tell("meeting"),
    "record": tell("record"),
    "names": tell("names"),
    "item": tell("item %(number)s"),
    "decision": tell("decision %(number)s"),
    "follow-up": tell("follow-up %(number)s"),
    "note": tell("note %(number)s"),
}
_KINDS = {"changed": tell("changed"), "added": tell("added"), "removed": tell("removed")}


def part_words(name: str) -> str:
    """A part of a record in a message: for `decision 3`, these words."""
    kind, _, number = name.partition(" ")
    return _PARTS[kind].given(number=number)


def changed_words(change: Change) -> str:
    """The words for what was changed of a part: its fields; or, of the names, whose they are."""
    words = change.fields if change.part == NAMES else map(_field_words, change.fields)
    return joined(*words, between="; ") if change.fields else _KINDS[change.kind]


def _field_words(field: str) -> str:
    """The words for a sealed field in a message: for `text.fr`, `wording, French`."""
    name, _, code = field.partition(".")
    words = FIELD_WORDS.get(name, f"`{name}`")
    return joined(words, name_of(code), between=", ") if code not in ("", "*") else words
