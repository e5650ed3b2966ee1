"""Joins the typed records into one linked register, and works out what follows on a given day.

Comes in: the files that `source` has read. Goes out: a `Register` of things (meetings, decisions,
follow-ups, people) with links to each other, and functions that work out what nobody types:
which decisions are in force, which follow-ups are overdue, who holds an office.
Begin at `model`, which defines the kinds of things; then read `link`, which joins them.

    references          finds the `[[references]]` in prose
    numbers             numbers in a record, and the short names that stand for them
    kinds               the kinds of things and the states of a meeting, by name
    model               the things of a register: meetings, decisions, follow-ups, people
    collection          the register that holds all things, and finds them
    names               what somebody or something was called on a day
    as_of               leaves out of the files whatever is dated after a given day
    dues                when a follow-up is due: at which meeting, or by which day
    reports             the reports on each follow-up, from files and from records of meetings
    link                joins the records of all files into one register
    follow_ups          whether a follow-up is open, overdue or closed, and who owes it
    decisions           whether a decision is in force, and how many of its follow-ups are closed
    votes               how each side of a vote came out, and how each voter voted
    offices             who holds an office, and what its holders owe
    agendas             for each meeting: its neighbours, its binder and its draft agenda
    topics              the story of a topic, deferred items, mentions, corrections
    translations        the texts of a record in each of its languages, and which are missing
    lists               splits a long list over several pages
    overview            what matters now, in a register or to a body
    series              the numbers behind the pictures: counts over time and by owner
    seals               fingerprints of approved records, and what was changed since
    dependencies        records what each page is made from, so that only changed pages are remade
    dependency_values   digests that tell whether what a page is made from has changed
    tables              values that many pages look up, worked out once for all of them
"""

from .agendas import binders, draft_agenda, neighbours
from .as_of import as_of, release_day
from .collection import Register
from .decisions import carried_out, days_in_force, figures, life, standing
from .dependencies import LINKS, Dependency, Memo, PageDependencies, PageRecord, digest, recording
from .dependency_values import DependencyValues, source_digest, source_digests
from .dues import find_meeting
from .follow_ups import (
    Owned,
    Owner,
    Status,
    by_owner,
    heirs,
    open_and_closed,
    owners_together,
    status,
)
from .kinds import CLOSED, DEEDS, Kind
from .link import corrected, link
from .lists import LISTS, Listed, Part
from .model import Due, Item, Meeting, Office, Outcome, Report, Thing, meeting_of
from .names import former_name
from .numbers import item_number
from .offices import Debts, Tenure, tenures
from .overview import by_weight, overview
from .references import (
    REFERENCE,
    reference_pattern,
    references,
    with_references,
    without_code,
)
from .reports import reported_on
from .seals import NAMES, SEALS_FILE, Change, changes, part_of, parts, seal_of, seals_of
from .series import Calendar, Family
from .tables import Tables
from .topics import (
    by_role,
    corrections,
    mentions,
    on_topics,
    present,
    put_off,
    siblings,
    story,
    taken_up,
    with_outcomes,
)
from .translations import SideBySide, is_compared, languages_of, side_by_side, spoken
from .votes import SIDES, Ballot, SideOfVote, parts_of, sides

__all__ = [
    "CLOSED",
    "DEEDS",
    "LINKS",
    "LISTS",
    "NAMES",
    "REFERENCE",
    "SEALS_FILE",
    "SIDES",
    "Ballot",
    "Calendar",
    "Change",
    "Debts",
    "Dependency",
    "DependencyValues",
    "Due",
    "Family",
    "Item",
    "Kind",
    "Listed",
    "Meeting",
    "Memo",
    "Office",
    "Outcome",
    "Owned",
    "Owner",
    "PageDependencies",
    "PageRecord",
    "Part",
    "Register",
    "Report",
    "SideBySide",
    "SideOfVote",
    "Status",
    "Tables",
    "Tenure",
    "Thing",
    "as_of",
    "binders",
    "by_owner",
    "by_role",
    "by_weight",
    "carried_out",
    "changes",
    "corrected",
    "corrections",
    "days_in_force",
    "digest",
    "draft_agenda",
    "figures",
    "find_meeting",
    "former_name",
    "heirs",
    "is_compared",
    "item_number",
    "languages_of",
    "life",
    "link",
    "meeting_of",
    "mentions",
    "neighbours",
    "on_topics",
    "open_and_closed",
    "overview",
    "owners_together",
    "part_of",
    "parts",
    "parts_of",
    "present",
    "put_off",
    "recording",
    "reference_pattern",
    "references",
    "release_day",
    "reported_on",
    "seal_of",
    "seals_of",
    "siblings",
    "side_by_side",
    "sides",
    "source_digest",
    "source_digests",
    "spoken",
    "standing",
    "status",
    "story",
    "taken_up",
    "tenures",
    "with_outcomes",
    "with_references",
    "without_code",
]
