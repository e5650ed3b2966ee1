"""The tables in which the register can be taken away: their columns, and what each means.

The same tables are in each form: CSV, workbook, database. Begin at `TABLES`. What is not in them is
said in `LEFT_OUT`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..language import message

Type = Literal["string", "date", "integer", "number", "boolean"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column; a text has one in each language of the register, such as `text_fr`."""

    name: str
    means: str
    """What it holds, as a message of the catalogues."""
    type: Type = "string"
    to: str = ""
    """The table whose `key` it holds."""
    is_text: bool = False

    def names(self, codes: list[str]) -> list[str]:
        """The names that it has in a register of these languages."""
        if not self.is_text:
            return [self.name]
        return [f"{self.name}_{code.replace('-', '_').lower()}" for code in codes]


@dataclass(frozen=True, slots=True)
class Table:
    """One table."""

    name: str
    means: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("key",)
    """The columns that tell its rows apart."""


def _text(name: str, means: str) -> Column:
    return Column(name, means, is_text=True)


_KEY = Column("key", message("Its key, which never changes"))
_URL = _text("url", message("The address of its page"))
_TITLE = _text("title", message("Its title, if the record gives one"))
_TEXT = _text("text", message("Its words, without marks of emphasis or lists"))
_NAME = _text("name", message("The name"))
_NUMBER = Column("number", message("Its number in the record, or a short name"))
_POSITION = Column("position", message("Its place in the order of the record"), "integer")
_MEETING = Column("meeting", message("The meeting"), to="meetings")
_ITEM = Column("item", message("The item of the agenda, if it is under one"), to="items")
_DATE = Column("date", message("The day"), "date")
_DECISION = Column("decision", message("The decision"), to="decisions")
_FOLLOW_UP = Column("follow_up", message("The follow-up"), to="follow_ups")
_WHO = Column("who", message("Who: a person, an organization or an office"), to="actors")
_WHO_NAME = _text("name", message("The name as it is now, or as the record writes it"))
_REASON = _text("reason", message("Why, if the record says so"))
_ORGANIZATION = Column("organization", message("The organization"), to="organizations")
_THING = Column("thing", message("The key of a meeting, an item, a decision or a follow-up"))

TABLES = (
    Table(
        "actors",
        message("Whoever can act: people, organizations, and offices of organizations"),
        (_KEY, Column("kind", message("person, organization or office")), _NAME),
    ),
    Table("people", message("People whom the records name"), (_KEY, _NAME, _URL)),
    Table(
        "organizations",
        message("Organizations that the records name, and those that meet"),
        (
            _KEY,
            _NAME,
            _text("acronym", message("Its short form")),
            Column("kind", message("What kind of organization it is")),
            Column("is_body", message("Whether it meets and keeps a record here"), "boolean"),
            Column("parent", message("The organization it belongs to"), to="organizations"),
            Column("ended", message("The last day on which it existed"), "date"),
            Column("successor", message("The organization in its place"), to="organizations"),
            _text("description", message("What it is about")),
            Column("website", message("Its own site")),
            _URL,
        ),
    ),
    Table("offices", message("Offices of organizations"), (_KEY, _ORGANIZATION, _NAME)),
    Table(
        "topics",
        message("Subjects that come back from meeting to meeting"),
        (_KEY, _NAME, _text("description", message("What it is about")), _URL),
    ),
    Table(
        "terms",
        message("Terms of the glossary"),
        (
            _KEY,
            _NAME,
            _text("acronym", message("Its short form")),
            _text("definition", message("What it means")),
        ),
    ),
    Table(
        "meetings",
        message("Meetings, held and to come"),
        (
            _KEY,
            Column("body", message("The body that met"), to="organizations"),
            _DATE,
            Column("last_date", message("The last day"), "date"),
            Column("starts", message("When it starts, as 09:00")),
            Column("ends", message("When it ended or, before that, is to end, as 16:35")),
            Column("time_zone", message("The time zone, of the IANA database")),
            Column("format", message("in-person, teleconference, hybrid or written")),
            Column(
                "state",
                message("planned, held, draft, approved, published, cancelled or postponed"),
            ),
            Column("approved_by", message("The decision that approved the record"), to="decisions"),
            Column("postponed_to", message("The meeting held in its place"), to="meetings"),
            _TITLE,
            _text("place", message("Where it met")),
            _REASON,
            _URL,
        ),
    ),
    Table(
        "meeting_bodies",
        message("The bodies that met, where several met together"),
        (_MEETING, Column("body", message("The body that met"), to="organizations")),
        ("meeting", "body"),
    ),
    Table(
        "attendance",
        message("Who was at a meeting, and who was not"),
        (
            _MEETING,
            _POSITION,
            Column("list", message("chairs, present, regrets, absent, observers or presenters")),
            _WHO,
            _WHO_NAME,
            _text("role", message("The role at this meeting")),
            _text("represents", message("On whose behalf")),
            Column("arrived", message("Time of arrival, where it was late")),
            Column("left", message("Time of departure, where it was early")),
        ),
        ("meeting", "position"),
    ),
    Table(
        "items",
        message("Items of the agendas, and their parts"),
        (
            _KEY,
            _MEETING,
            _NUMBER,
            Column("parent", message("The item that it is a part of"), to="items"),
            Column("deferred_to", message("The meeting it was put off to"), to="meetings"),
            _TITLE,
            _URL,
        ),
    ),
    Table(
        "statements",
        message("What was said, in order"),
        (
            _MEETING,
            _POSITION,
            _ITEM,
            Column("reply_to", message("The position of what it answers"), "integer"),
            Column("kind", message("statement or heading")),
            _WHO,
            _text("name", message("Who said it")),
            _TEXT,
        ),
        ("meeting", "position"),
    ),
    Table(
        "decisions",
        message("Decisions, and motions that came to nothing"),
        (
            _KEY,
            _MEETING,
            _ITEM,
            _NUMBER,
            _DATE,
            Column("outcome", message("What became of the proposal at the meeting")),
            Column("state", message("Where it stands on the day of the register")),
            Column("in_force_from", message("Its first day in force"), "date"),
            Column("in_force_until", message("Its last day in force, if one is set"), "date"),
            Column("vote", message("consensus or unanimous; else see votes")),
            _TITLE,
            _TEXT,
            _REASON,
            _text("moved_by", message("Who moved it")),
            _text("seconded_by", message("Who seconded it")),
            _text("withheld", message("Why its words are not published, or were not at first")),
            _URL,
        ),
    ),
    Table(
        "decision_links",
        message("What decisions do to others"),
        (
            _DECISION,
            Column(
                "does",
                message("amends, supersedes, rescinds, ratifies, amendment_to or adopted_with"),
            ),
            Column("other", message("The other decision"), to="decisions"),
        ),
        ("decision", "does", "other"),
    ),
    Table(
        "votes",
        message("How each side of a vote came out"),
        (
            _DECISION,
            _POSITION,
            Column("part", message("whole, group or round")),
            _text("group", message("The group that voted apart")),
            Column(
                "side",
                message("for, against, abstained, not_voting, recused, absent or invalid"),
            ),
            Column("total", message("How many votes"), "number"),
        ),
        ("decision", "position"),
    ),
    Table(
        "voters",
        message("How each voter voted, where the record says it"),
        (
            _DECISION,
            _POSITION,
            Column("side", message("The side")),
            _WHO,
            _WHO_NAME,
            Column("weight", message("How many votes this voter has, if not one"), "number"),
            _REASON,
        ),
        ("decision", "position"),
    ),
    Table(
        "follow_ups",
        message("What somebody undertook to do"),
        (
            _KEY,
            _MEETING,
            _ITEM,
            _NUMBER,
            _DATE,
            Column("state", message("open, in-progress, done, dropped or carried-over")),
            Column("due", message("The day by whose end it is due"), "date"),
            Column("due_at", message("The meeting at which it is due"), to="meetings"),
            Column("days_overdue", message("0 unless it is open after that day"), "integer"),
            Column("closed", message("The day on which a report closed it"), "date"),
            Column("continued_by", message("The one that continues it"), to="follow_ups"),
            _TITLE,
            _TEXT,
            _text("due_said", message("When it is due, in the words of the record")),
            _URL,
        ),
    ),
    Table(
        "owners",
        message("Who owes each follow-up"),
        (_FOLLOW_UP, _POSITION, _WHO, _WHO_NAME),
        ("follow_up", "position"),
    ),
    Table(
        "follow_up_decisions",
        message("The decisions that follow-ups carry out"),
        (_FOLLOW_UP, _DECISION),
        ("follow_up", "decision"),
    ),
    Table(
        "reports",
        message("What was reported on follow-ups"),
        (
            _FOLLOW_UP,
            _POSITION,
            _DATE,
            _MEETING,
            _ITEM,
            Column("status", message("Where the follow-up stands after it")),
            Column("due", message("A new due date, if it sets one"), "date"),
            _TEXT,
        ),
        ("follow_up", "position"),
    ),
    Table(
        "notes",
        message("Notes that the record sets apart"),
        (_KEY, _MEETING, _ITEM, _NUMBER, _TEXT, _URL),
    ),
    Table(
        "appointments",
        message("Who held an office, or belonged to an organization, and when"),
        (
            Column("person", message("The person"), to="people"),
            _POSITION,
            _ORGANIZATION,
            Column("office", message("The office; none for a plain member"), to="offices"),
            _text("title", message("The title, where it is not an office")),
            Column("start", message("The first day"), "date"),
            Column("end", message("The last day"), "date"),
            Column("by", message("The decision that appointed the person"), to="decisions"),
        ),
        ("person", "position"),
    ),
    Table(
        "topic_links",
        message("The topics of items, decisions and follow-ups"),
        (_THING, Column("topic", message("The topic"), to="topics")),
        ("thing", "topic"),
    ),
    Table(
        "documents",
        message("Documents that the records refer to"),
        (
            _THING,
            _POSITION,
            Column("tab", message("Its tab in the binder")),
            _TITLE,
            _text("address", message("Where it can be read")),
        ),
        ("thing", "position"),
    ),
    Table(
        "corrections",
        message("Mistakes in records, with what they should say"),
        (
            _MEETING,
            _POSITION,
            Column("where", message("Where it stands, as “item 1B”")),
            Column("kind", message("typographical or substantive")),
            _text("says", message("The words of the record")),
            _text("should_say", message("The words as they should be")),
            _text("inserts", message("Words that were missing")),
            _text("after", message("The words after which they belong")),
            _text("deletes", message("Words that were too many")),
            Column("field", message("The field that the record left out")),
            _REASON,
            _DATE,
            Column("by", message("The decision that allows it"), to="decisions"),
        ),
        ("meeting", "position"),
    ),
)
LEFT_OUT = (
    message("The settings of the register: they are in register.json."),
    message(
        "Former and other names, jurisdictions, and the words of a body for its decisions: they "
        "are in the JSON of each page."
    ),
    message(
        "Grounds, documents amended, referrals, candidates and rounds of elections, quorums, "
        "proxies, presenters of items: there too."
    ),
    message("Why an item was put off or not published: there too."),
    message("Emphasis, lists and links within texts: they are in the YAML of each record."),
)
"""What is not in the tables, and where it is."""
