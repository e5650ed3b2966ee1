"""The titles of lists and of fields, in no language yet: see `Naming.index_title`."""

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
FIELD_TITLES = {
    "amends_document": message("Document amended"),
    "attendance": message("Attendance"),
    "cancelled": message("Cancelled"),
    "chairs": message("Chaired by"),
    "deferred_to": message("Why it was put off"),
    "documents": message("Documents"),
    "grounds": message("Grounds"),
    "moved_by": message("Moved by"),
    "place": message("Place"),
    "postponed_to": message("Postponed"),
    "presenters": message("Presenters"),
    "reason": message("Reason"),
    "referred_to": message("Referred to"),
    "seconded_by": message("Seconded by"),
    "vote": message("Vote"),
    "withheld": message("Not published"),
}
"""What stands before the text of a field where the languages of a record stand side by side."""

assert set(INDEX_TITLES) == set(INDEXES)
