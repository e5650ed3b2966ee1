"""The format of each file in `data/`: its fields, their types, and what each is for.

The models of pydantic here are the only definition of the format. `../typed.py` checks files by
them, and `../json_schema.py` writes them as JSON Schema, by which an editor completes and explains
each field. The docstring of a model and the `description` of a field are part of that JSON Schema,
in `docs/schema/`. Begin at `files`.

    record        what all records have in common
    accepted      answers to warnings
    actors        who speaks, votes or owes, whether or not they have an entry
    directories   people, organizations, topics and terms
    documents     documents that a record refers to
    withheld      what a record does not publish, and its release
    votes         how a decision was put to the vote
    decisions     decisions and motions, with their votes
    dues          when a follow-up is due
    outcomes      what comes of a meeting: decisions, follow-ups, notes
    reports       reports on follow-ups, and reviews of them at a meeting
    attendance    who was at a meeting, and who was not
    meeting       one meeting: agenda, discussion, corrections
    settings      the register itself, and its seals
    files         each kind of file, and the type of its content
"""

from .accepted import Accepted
from .actors import Guest, Said
from .attendance import Attendance, Attendee, Participant, Presence, Quorum, Visitor
from .decisions import AGENDA, WITHHELD_WITH_DECISION, Appointment, Decision
from .directories import FormerName, OfficeHeld, Organization, OrganizationKind, Person, Term, Topic
from .documents import Document
from .dues import NEXT_MEETING, Due, DueAsSaid, DueAtMeeting, DueBy, DueOnDate, Dues
from .files import FILES
from .meeting import (
    Cancellation,
    Correction,
    Deferral,
    Entry,
    Heading,
    Item,
    LeftOut,
    Meeting,
    Postponement,
    Statement,
)
from .outcomes import FollowUp, Note, Outcome
from .record import ACTORS, NoText, Record, Refers
from .reports import Progress, Report, Reports, Review
from .settings import Body, Contact, ExportForm, Licence, RegisterFile, Seal, Sister
from .votes import Candidate, GroupVote, Round, Side, Sides, Vote, Voter, Votes
from .withheld import Release, Withheld, WithheldItem

__all__ = [
    "ACTORS",
    "AGENDA",
    "FILES",
    "NEXT_MEETING",
    "WITHHELD_WITH_DECISION",
    "Accepted",
    "Appointment",
    "Attendance",
    "Attendee",
    "Body",
    "Cancellation",
    "Candidate",
    "Contact",
    "Correction",
    "Decision",
    "Deferral",
    "Document",
    "Due",
    "DueAsSaid",
    "DueAtMeeting",
    "DueBy",
    "DueOnDate",
    "Dues",
    "Entry",
    "ExportForm",
    "FollowUp",
    "FormerName",
    "GroupVote",
    "Guest",
    "Heading",
    "Item",
    "LeftOut",
    "Licence",
    "Meeting",
    "NoText",
    "Note",
    "OfficeHeld",
    "Organization",
    "OrganizationKind",
    "Outcome",
    "Participant",
    "Person",
    "Postponement",
    "Presence",
    "Progress",
    "Quorum",
    "Record",
    "Refers",
    "RegisterFile",
    "Release",
    "Report",
    "Reports",
    "Review",
    "Round",
    "Said",
    "Seal",
    "Side",
    "Sides",
    "Sister",
    "Statement",
    "Term",
    "Topic",
    "Visitor",
    "Vote",
    "Voter",
    "Votes",
    "Withheld",
    "WithheldItem",
]
