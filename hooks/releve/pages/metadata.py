"""Previews and linked data, by which other sites and programs understand a page.

A preview follows the Open Graph protocol (https://ogp.me/); the facts are JSON-LD in the terms of
https://schema.org/: a meeting is an Event, a decision a CreativeWork that it issued, a follow-up
an Action whose agents are its owners.
"""

from __future__ import annotations

import json
from typing import Any

from ..register import Meeting, Outcome, Register, Status, Thing, by_owner, standing
from ..source import schema
from .naming import Naming

LONGEST = 300
"""The most characters in a description; programs that show previews cut longer ones."""


def description(naming: Naming, thing: Thing | None) -> str:
    """The description for a preview, on one line: the text of an outcome, or that of another thing.

    Empty if the thing has no description. Longer texts end with an ellipsis.
    """
    if isinstance(thing, Outcome):
        text = _words(naming, thing)
    else:
        text = naming.summary(getattr(thing.data, "description", None)) if thing else ""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def _words(naming: Naming, outcome: Outcome) -> str:
    """The words of an outcome; of a follow-up that has none as a whole, its parts."""
    data = outcome.data
    texts = [data.text] if data.text else getattr(data, "tasks", [])
    return "; ".join(naming.summary(text) for text in texts)


_EVENT_STATES = {"cancelled": "EventCancelled", "postponed": "EventPostponed"}
_ACTION_STATES = {
    "open": "PotentialActionStatus",
    "in-progress": "ActiveActionStatus",
    "done": "CompletedActionStatus",
    "dropped": "FailedActionStatus",
    "carried-over": "FailedActionStatus",
}
_ATTENDANCE = {
    "in-person": "OfflineEventAttendanceMode",
    "hybrid": "MixedEventAttendanceMode",
    "teleconference": "OnlineEventAttendanceMode",
    "written": "OnlineEventAttendanceMode",
}


class LinkedData:
    """Makes the JSON-LD of pages, in the language of `naming`, whose code is `language`."""

    def __init__(self, register: Register, naming: Naming, language: str) -> None:
        self._register = register
        self._naming = naming
        self._language = language

    def of(self, thing: Thing, address: str, status: Status | None) -> dict[str, Any]:
        """The JSON-LD of a meeting, a decision or a follow-up.

        `address` is the full address of its page; `status` is that of a follow-up, else None.
        """
        if isinstance(thing, Meeting):
            facts = self._meeting(thing)
        elif isinstance(thing, Outcome) and status:
            facts = self._follow_up(thing, status)
        else:
            assert isinstance(thing, Outcome)
            facts = self._decision(thing)
        names = {"name": self._naming.heading(thing)}
        if isinstance(thing, Outcome) and (cited := self._naming.reference(thing)):
            names["alternateName"] = cited
        described = {"@context": "https://schema.org", **facts, "url": address}
        return {**described, "inLanguage": self._language, **names}

    def _meeting(self, meeting: Meeting) -> dict[str, Any]:
        data: schema.Meeting = meeting.data
        facts: dict[str, Any] = {
            "@type": "Event",
            "startDate": f"{meeting.date}T{data.starts}" if data.starts else f"{meeting.date}",
            "eventStatus": _schema(_EVENT_STATES.get(meeting.state, "EventScheduled")),
            "organizer": self._bodies(meeting),
        }
        if data.ends:
            facts["endDate"] = f"{data.ends}"
        if data.format:
            facts["eventAttendanceMode"] = _schema(_ATTENDANCE[data.format])
        if data.place:
            facts["location"] = {"@type": "Place", "name": self._naming.plain(data.place)}
        return facts

    def _decision(self, decision: Outcome) -> dict[str, Any]:
        return {
            "@type": "CreativeWork",
            "text": self._naming.summary(decision.data.text, decision.meeting),
            "creativeWorkStatus": standing(decision, self._register.as_of),
            "dateCreated": f"{decision.meeting.date}",
            "publisher": self._bodies(decision.meeting),
            "recordedAt": self._short(decision.meeting),
        }

    def _follow_up(self, follow_up: Outcome, status: Status) -> dict[str, Any]:
        facts: dict[str, Any] = {
            "@type": "Action",
            "description": _words(self._naming, follow_up),
            "startTime": f"{follow_up.meeting.date}",
            "actionStatus": _schema(_ACTION_STATES[status.progress]),
            "agent": [
                self._agent(owner)
                for owner, _ in by_owner(self._register, [follow_up])
                if owner is not None
            ],
        }
        if status.closed:
            facts["endTime"] = f"{status.closed}"
        return facts

    def _short(self, meeting: Meeting) -> dict[str, Any]:
        name = self._naming.name(meeting)
        return {"@type": "Event", "name": name, "startDate": f"{meeting.date}"}

    def _bodies(self, meeting: Meeting) -> Any:
        """Whoever met: an organization, or a list where several met together."""
        several = [self._organization(body) for body in meeting.bodies]
        return several if len(several) > 1 else several[0]

    def _organization(self, key: str) -> dict[str, Any]:
        body = self._register.find(key)
        return {"@type": "Organization", "name": self._naming.name(body, True) if body else key}

    def _agent(self, owner: Thing | schema.Guest | schema.Said) -> dict[str, Any]:
        if isinstance(owner, schema.Said):
            return {"name": self._naming.plain(owner.said)}
        if isinstance(owner, schema.Guest):  # of which nobody has said whether it is a person
            return {"name": self._naming.plain(owner.name)}
        kind = "Person" if owner.kind == "person" else "Organization"
        return {"@type": kind, "name": self._naming.name(owner, True)}


def _schema(name: str) -> str:
    return f"https://schema.org/{name}"


def script(facts: dict[str, Any]) -> str:
    """The facts as JSON for a `script` element, escaped so that nothing in it ends the element."""
    text = json.dumps(facts, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
