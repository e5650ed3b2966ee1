"""The page that has a record in its languages side by side: its name, its address, its columns.

Begin at `SideBySideWords`.
"""

from __future__ import annotations

from ..language import Language
from ..register import Item, Meeting, Outcome, is_compared, meeting_of
from .addresses import SIDE_BY_SIDE, Addresses
from .naming import Naming, initial
from .shell import ROOT


class SideBySideWords:
    """What pages in one language call such a page, and where it is."""

    def __init__(self, language: Language, naming: Naming, addresses: Addresses) -> None:
        self._language = language
        self._naming = naming
        self._addresses = addresses

    def title(self, meeting: Meeting) -> str:
        """Its title: “French and English side by side, September 25, 2019”."""
        languages, day = self.languages(meeting), self._naming.day(meeting)
        title = self._language.words("%(languages)s, %(date)s", languages=languages, date=day)
        return self._naming.of_body(title, meeting)

    def languages(self, meeting: Meeting) -> str:
        """The words of a link to it: “French and English side by side”, the page's own first."""
        names = map(self._language.name_of, in_order(meeting.languages, self._language.code))
        listed = self._language.enumerated(names)
        return initial(self._language.words("%(languages)s side by side", languages=listed))

    def url(self, thing: Meeting | Item | Outcome) -> str:
        """The address, from the site's root, of a thing on such a page; empty if there is none."""
        meeting = meeting_of(thing)
        if meeting is None or not is_compared(meeting):
            return ""
        page = ROOT + self._addresses.page(SIDE_BY_SIDE, meeting)
        return page if isinstance(thing, Meeting) else f"{page}#{self._addresses.anchor(thing)}"


def in_order(codes: list[str], own: str) -> list[str]:
    """Codes of languages, with that of the page first."""
    return sorted(codes, key=lambda code: code != own)
