"""The titles of the lists of a register, in no language yet: see `Naming.index_title`."""

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
}
PART_TITLES = {
    "meetings-of-year": message("Meetings of %(year)s"),
    "decisions-of-year": message("Decisions of %(year)s"),
    "follow-ups-of-year": message("Follow-ups closed in %(year)s"),
}

assert set(INDEX_TITLES) == set(INDEXES)


def part_title(language: Language, kind: str, part: Part) -> str:
    """The title of one of `PARTS`, in a language."""
    said = PART_TITLES[kind] if part.year else INDEX_TITLES[PARTS[kind]]
    title = language.words(said, year=part.year)
    if not part.number:
        return title
    return language.words("%(title)s, page %(number)s", title=title, number=part.number)
