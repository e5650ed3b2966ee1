"""The titles of the lists of a register, in no language yet: see `Naming.index_title`."""

from __future__ import annotations

from ..language import message
from .addresses import INDEXES

INDEX_TITLES = {
    "home": message("Home"),
    "meetings": message("Meetings"),
    "decisions": message("Decisions"),
    "follow-ups": message("Follow-ups"),
    "topics": message("Topics"),
    "organizations": message("Organizations"),
    "people": message("People"),
    "glossary": message("Glossary"),
    "search": message("Search"),
}
YEAR_TITLES = {
    "decisions-of-year": message("Decisions of %(year)s"),
    "follow-ups-of-year": message("Follow-ups closed in %(year)s"),
}

assert set(INDEX_TITLES) == set(INDEXES)
