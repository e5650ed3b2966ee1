"""The kinds of files in `data/`, and the type of the content of each."""

from __future__ import annotations

from typing import Any

from ..values import Id, MeetingId
from .directories import Organization, Person, Term, Topic
from .meeting import Meeting
from .reports import Reports
from .settings import RegisterFile, Seal

FILES: dict[str, Any] = {
    "register": RegisterFile,
    "people": dict[Id, Person],
    "organizations": dict[Id, Organization],
    "topics": dict[Id, Topic],
    "glossary": dict[Id, Term],
    "meeting": Meeting,
    "follow-up": Reports,
    "seals": dict[MeetingId, Seal],
}
"""By kind of file: the type of its content."""
