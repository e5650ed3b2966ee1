"""Titles of lists and of fields, and names of outcomes, in no language yet: see `Naming`."""

from __future__ import annotations

from ..language import Language, message
from ..register import Part
from .addresses import INDEXES, PARTS

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
    "data": message("Data"),
}
PART_TITLES = {
    "meetings-of-year": message("Meetings of %(year)s"),
    "decisions-of-year": message("Decisions of %(year)s"),
    "follow-ups-of-year": message("Follow-ups closed in %(year)s"),
}
KIND_TITLES = {
    "decision": message("Decision"),
    "follow_up": message("Follow-up"),
    "note": message("Note"),
}
SHORT_NAMES = {
    "decision": message("decision %(number)s"),
    "follow_up": message("follow-up %(number)s"),
    "note": message("note %(number)s"),
}
NAMES_BY_SUBJECT = {
    "decision": message("decision “%(subject)s”"),
    "follow_up": message("follow-up “%(subject)s”"),
    "note": message("note “%(subject)s”"),
}
WHOLE_NAMES = {
    "decision": message("decision %(number)s of %(date)s"),
    "follow_up": message("follow-up %(number)s of %(date)s"),
    "note": message("note %(number)s of %(date)s"),
}
FIELD_TITLES = {
    "amends_document": message("Document amended"),
    "attendance": message("Attendance"),
    "cancelled": message("Cancelled"),
    "chairs": message("Chaired by"),
    "deferred_to": message("Why it was deferred"),
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


def part_title(language: Language, kind: str, part: Part, index: str) -> str:
    """The title of one of `PARTS`, in a language; `index` is that of the whole list, which a
    register may call by a name of its own.
    """
    title = index
    if part.year and index == language.words(INDEX_TITLES[PARTS[kind]]):
        title = language.words(PART_TITLES[kind], year=part.year)
    elif part.year:
        title = f"{index}, {part.year}"
    if not part.number:
        return title
    return language.words("%(title)s, page %(number)s", title=title, number=part.number)
