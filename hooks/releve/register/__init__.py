"""Typed records -> one linked register, and what follows from it as of a day.

Comes in: the files that `source` has read. Goes out: a `Register` of things (meetings, decisions,
follow-ups, people) that know what they belong to and what refers to them, and functions that work
out what nobody types: what stands, what is overdue, who holds an office.
Begin at `model`, which says what a thing is; then `link`, which joins them.

    references          `[[references]]` in prose
    model               the things of a register
    as_of               what the register held on a day: whatever is later is left out
    link                typed records -> a linked register
    follow_ups          where a follow-up stands: open, overdue, done; who owes it
    decisions           whether a decision stands, and how far it is carried out
    offices             who holds an office, and what its holders owe
    agendas             what stands around a meeting: its binder, its draft agenda
    topics              the story of a topic, items put off, mentions, corrections
    lists               which parts of a long list stand on which page
    series              what the pictures show: counts over time and by owner
    seals               fingerprints of approved records, and what was changed since
    dependencies        what a page is made from, so that it is not made again from the same
    dependency_values   what that comes to in a register: the same, or changed
    tables              what is looked up on many pages, worked out once
"""

from .agendas import binders, draft_agenda, neighbours
from .as_of import as_of
from .decisions import carried_out, figures, life, standing
from .dependencies import Dependency, Memo, PageDependencies, PageRecord, digest, recording
from .dependency_values import DependencyValues, source_digest, source_digests
from .follow_ups import Status, by_owner, heirs, open_and_closed, status
from .link import corrected, find_meeting, heir_of, item_number, link, reported_on
from .lists import LISTS, Listed
from .model import (
    CLOSED,
    DEEDS,
    LINKS,
    Item,
    Kind,
    Meeting,
    Office,
    Outcome,
    Register,
    Thing,
    meeting_of,
)
from .offices import Debts, Tenure, tenures
from .references import REFERENCE, references
from .seals import NAMES, SEALS_FILE, Change, changes, part_of, parts, seal_of, seals_of
from .series import Calendar, Family
from .tables import Tables
from .topics import corrections, mentions, on_topics, put_off, story, taken_up

__all__ = [
    "CLOSED",
    "DEEDS",
    "LINKS",
    "LISTS",
    "NAMES",
    "REFERENCE",
    "SEALS_FILE",
    "Calendar",
    "Change",
    "Debts",
    "Dependency",
    "DependencyValues",
    "Family",
    "Item",
    "Kind",
    "Listed",
    "Meeting",
    "Memo",
    "Office",
    "Outcome",
    "PageDependencies",
    "PageRecord",
    "Register",
    "Status",
    "Tables",
    "Tenure",
    "Thing",
    "as_of",
    "binders",
    "by_owner",
    "carried_out",
    "changes",
    "corrected",
    "corrections",
    "digest",
    "draft_agenda",
    "figures",
    "find_meeting",
    "heir_of",
    "heirs",
    "item_number",
    "life",
    "link",
    "meeting_of",
    "mentions",
    "neighbours",
    "on_topics",
    "open_and_closed",
    "part_of",
    "parts",
    "put_off",
    "recording",
    "references",
    "reported_on",
    "seal_of",
    "seals_of",
    "source_digest",
    "source_digests",
    "standing",
    "status",
    "story",
    "taken_up",
    "tenures",
]
