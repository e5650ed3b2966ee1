"""The shape of each file in `data/`: what may stand in it, and what each field is for.

The models here are the one definition of the format. From them come the checks of a file's shape
(`../typed.py`), and the JSON Schema that lets an editor complete and explain each field while it
is typed (`../json_schema.py`).

    record        what all records have in common
    directories   people, organizations, topics and terms
    outcomes      decisions with their votes, follow-ups, notes
    meeting       one meeting: agenda, discussion, attendance, corrections
    reports       reports on follow-ups
    settings      the register itself, and its seals
    files         each kind of file, and what it holds
"""

from .directories import OfficeHeld, Organization, OrganizationKind, Person, Term, Topic
from .files import FILES
from .meeting import (
    Attendance,
    Attendee,
    Cancellation,
    Correction,
    Deferral,
    Document,
    Entry,
    Guest,
    Heading,
    Item,
    Meeting,
    Postponement,
    Statement,
    Withheld,
)
from .outcomes import (
    Appointment,
    Decision,
    Due,
    DueAtMeeting,
    DueOnDate,
    FollowUp,
    Note,
    Outcome,
    Side,
    Vote,
    Votes,
)
from .record import ACTORS, Record, Refers
from .reports import Report, Reports
from .settings import Contact, Licence, RegisterFile, Seal, Sister

__all__ = [
    "ACTORS",
    "FILES",
    "Appointment",
    "Attendance",
    "Attendee",
    "Cancellation",
    "Contact",
    "Correction",
    "Decision",
    "Deferral",
    "Document",
    "Due",
    "DueAtMeeting",
    "DueOnDate",
    "Entry",
    "FollowUp",
    "Guest",
    "Heading",
    "Item",
    "Licence",
    "Meeting",
    "Note",
    "OfficeHeld",
    "Organization",
    "OrganizationKind",
    "Outcome",
    "Person",
    "Postponement",
    "Record",
    "Refers",
    "RegisterFile",
    "Report",
    "Reports",
    "Seal",
    "Side",
    "Sister",
    "Statement",
    "Term",
    "Topic",
    "Vote",
    "Votes",
    "Withheld",
]
