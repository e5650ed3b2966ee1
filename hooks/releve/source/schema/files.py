"""Each kind of file in `data/`, and the type of what it holds."""

from __future__ import annotations

from typing import Any

from ..schema.directories import Organization, Person, Term, Topic
from ..schema.meeting import Meeting
from ..schema.reports import Reports
from ..schema.settings import RegisterFile, Seal
from ..values import Id, MeetingId

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
"""Each kind of file in `data/`, and the type of what it holds."""
