"""The format of each file in `data/`: its fields, their types, and what each is for.

The models of pydantic here are the only definition of the format. `../typed.py` checks files by
them, and `../json_schema.py` writes them as JSON Schema, by which an editor completes and explains
each field. The docstring of a model and the `description` of a field are part of that JSON Schema,
in `docs/schema/`. Begin at `files`.

    record        what all records have in common
    directories   people, organizations, topics and terms
    votes         how a decision was put to the vote
    decisions     decisions and motions, with their votes
    outcomes      what comes of a meeting: decisions, follow-ups, notes
    meeting       one meeting: agenda, discussion, attendance, corrections
    reports       reports on follow-ups
    settings      the register itself, and its seals
    files         each kind of file, and the type of its content
"""

from .decisions import AGENDA, Appointment, Decision
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
from .outcomes import Due, DueAtMeeting, DueOnDate, FollowUp, Note, Outcome
from .record import ACTORS, Record, Refers
from .reports import Report, Reports
from .settings import Contact, Licence, RegisterFile, Seal, Sister
from .votes import Candidate, GroupVote, Side, Sides, Vote, Voter, Votes

__all__ = [
    "ACTORS",
    "AGENDA",
    "FILES",
    "Appointment",
    "Attendance",
    "Attendee",
    "Cancellation",
    "Candidate",
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
    "GroupVote",
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
    "Sides",
    "Sister",
    "Statement",
    "Term",
    "Topic",
    "Vote",
    "Voter",
    "Votes",
    "Withheld",
]
