"""The kinds of things, the states of a meeting, and the fields that link decisions to each other.

Names that the model of the register is written in; they refer to nothing else. Begin at `Kind`.
"""

from __future__ import annotations

from typing import Literal

from ..source import Location

Kind = Literal[
    "person",
    "organization",
    "office",
    "topic",
    "term",
    "meeting",
    "item",
    "decision",
    "follow_up",
    "note",
]
MeetingState = Literal[
    "cancelled", "postponed", "planned", "approved", "published", "draft", "held"
]
CLOSED = frozenset(("done", "dropped", "carried-over"))
"""A report with one of these closes its follow-up."""
Deed = Literal["amends", "supersedes", "rescinds"]
DEEDS: tuple[Deed, ...] = ("amends", "supersedes", "rescinds")
"""What a decision can do to an earlier one; also the names of the fields that say so."""
TEXT = "text"
"""Used instead of a field's name for a `[[reference]]` in prose: see `Mention` and `Named`."""
Named = tuple[Location, str, str, tuple[str, ...]]
"""A reference in a file: its location, its field or `TEXT`, the reference as written, and the
kinds of things that it may name (empty if it may name any)."""
