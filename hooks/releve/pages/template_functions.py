"""The functions that templates call, by name: for words and links, and for facts of a register.

Begin at `words_and_links` and `facts`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from ..language import Language, small_words
from ..register import (
    Register,
    Tables,
    by_owner,
    by_role,
    carried_out,
    corrections,
    draft_agenda,
    find_meeting,
    heirs,
    languages_of,
    life,
    meeting_of,
    mentions,
    open_and_closed,
    owners_together,
    present,
    put_off,
    release_day,
    series,
    siblings,
    side_by_side,
    sides,
    spoken,
    standing,
    taken_up,
    with_outcomes,
)
from ..source import schema
from . import pictures
from .addresses import Addresses
from .documents import addresses_of
from .naming import Naming, initial
from .shell import ROOT
from .side_by_side import SideBySideWords
from .sitemap import absolute
from .subjects import subject_of

Functions = dict[str, Any]
"""By the name that templates use."""


def _enumerated(markup: str) -> str:
    """The texts of HTML elements, without markup, separated by commas."""
    words = (html.unescape(piece).strip() for piece in re.split("<[^>]*>", markup))
    return ", ".join(filter(None, words))


TESTS: dict[str, Callable[..., bool]] = {
    "said_in_words": lambda due: isinstance(due.said, schema.DueAsSaid),
    "of_meeting": lambda approved: approved != schema.AGENDA,
    "heading": lambda entry: isinstance(entry, schema.Heading),
    "named": lambda outcome: subject_of(outcome) is not None,
    "containing": lambda several, one: one in several,
    "participant": lambda attendee: isinstance(attendee, schema.Participant),
}
"""Tests that templates can use, as in `entry is heading`."""
FILTERS: dict[str, Callable[..., Any]] = {
    "initial": initial,
    "next": next,
    "enumerated": _enumerated,
}
"""Filters that templates can use, as in `name|initial`."""


def words_and_links(
    language: Language, naming: Naming, addresses: Addresses, site: str
) -> Functions:
    """Functions that make words, names, links and addresses in the language of a page.

    `site` is the address at which the site is published; it ends with a slash.
    """
    beside = SideBySideWords(language, naming, addresses)
    return {
        "_": language.label,
        "ngettext": language.plural,
        "date": language.date,
        "clock": lambda moment: language.time(moment, date.min, None),
        "period": language.period,
        "day_words": naming.day_words,
        "day_or_period": naming.day_or_period,
        "duration": language.duration,
        "number": language.number,
        "file_size": language.file_size,
        "words": naming.words,
        "prose": naming.prose,
        "statement": naming.statement,
        "name": naming.name,
        "numbered": naming.numbered,
        "shown_number": naming.shown_number,
        "heading": naming.heading,
        "by_heading": naming.by_heading,
        "cited": naming.cited,
        "in_full": naming.in_full,
        "marked": naming.marked,
        "reference": naming.reference,
        "says_all": naming.says_all,
        "day_of": naming.day,
        "annex_title": naming.annex,
        "index_title": naming.index_title,
        "decision_word": naming.decision_word,
        "other_language": naming.other_language,
        "link": naming.link,
        "who": naming.who,
        "owner_keys": lambda owners: " ".join(dict.fromkeys(map(naming.owner_key, owners))),
        "index_link": naming.index_link,
        "url": naming.url,
        "index_url": naming.index_url,
        "part_url": lambda kind, part: ROOT + addresses.page(kind, part=part.name),
        "annex_url": naming.annex_url,
        "side_by_side_url": beside.url,
        "languages_of_record": beside.languages,
        "addresses_of": lambda document: addresses_of(document, language.code),
        "language": language.code,
        "direction": language.direction,
        "small_words": sorted(small_words(language.code)),
        "language_name": language.name_of,
        "anchor": addresses.anchor,
        "permanent": lambda thing: absolute(site, addresses.of(thing)),
        "root": ROOT,
    }


def facts(register: Register, tables: Tables) -> Functions:
    """Functions that look things up in the register, or derive facts from it, as of its day."""
    binder, owed = tables["binder"], tables["owed"]
    return {
        "register": register,
        "find": register.find,
        # what is later than the day of the register is not there
        "find_all": lambda references, meeting: [
            thing for one in references if (thing := register.find(one, meeting))
        ],
        "find_meeting": partial(find_meeting, register),
        "meeting_of": meeting_of,
        # decisions
        "standing": lambda decision: standing(decision, register.as_of),
        "life": life,
        "carried_out": partial(carried_out, register),
        "family": tables["family"],
        "sides": sides,
        "ballots_of": tables["ballots_of"],
        # follow-ups
        "open_and_closed": partial(open_and_closed, register),
        "heirs": heirs,
        "by_owner": partial(by_owner, register),
        "owners_together": partial(owners_together, register),
        "owed": owed,
        "still_owed": lambda owned: [
            (owner, still_open)
            for owner, follow_ups in owned
            if (still_open := open_and_closed(register, follow_ups)[0])
        ],
        # meetings and items
        "binder": binder,
        "draft_agenda": lambda meeting: draft_agenda(register, meeting, binder(meeting)),
        "release_day": release_day,
        "siblings": siblings,
        "with_outcomes": with_outcomes,
        "taken_up": partial(taken_up, register),
        "put_off": put_off,
        "corrections": partial(corrections, register),
        "side_by_side": side_by_side,
        "spoken": spoken,
        "languages_said": languages_of,
        "meetings_of": tables["meetings_of"],
        # people, organizations, topics
        "groups_of": tables["groups_of"],
        "tenures_of": tables["tenures_of"],
        "tenures_in": tables["tenures_in"],
        "story": tables["story"],
        "standing_on": lambda topic: present(register, tables["story"](topic)),
        "mentions": mentions,
        "by_role": by_role,
        # lists, figures and pictures
        "listed": tables["listed"].under,
        "part_of": lambda name, part: tables["part"].under(f"{name} {part}"),
        "overview": lambda body="": tables["overview"].under(body),
        "trend": partial(series.trend, register),
        "loads": partial(series.loads, register),
        "line_of_time": partial(series.line, register),
        "pictures": pictures,
    }
