"""Calendars (RFC 5545): meetings, and days on which follow-ups are due. Begin at `Calendars`.

A meeting is an event for as long as its file exists: one that was cancelled or postponed says so by
its `STATUS`, and the one held in its place is another event. A follow-up is an all-day event while
it is open. What changes an event raises its `SEQUENCE`, by which programs know the later version.
Its `DTSTAMP` is the day of the last thing that the register knows of it: no clock is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, partial
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone
from icalendar.parser import Contentlines

from ..register import Meeting, Memo, Office, Outcome, Thing
from ..source import schema
from .export import Context, Export, Tongue, bodies, last_known, one_line, whole_name

FILE = "calendar.ics"
"""The name of the file beside a page; at the root of the site, that of the calendar of all."""
MEDIA_TYPE = "text/calendar"
_A_DAY = timedelta(days=1)


class Calendars:
    """Makes the calendars of the register and of its things."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._makers = {code: _Maker(context, one) for code, one in context.tongues.items()}

    def __iter__(self) -> Iterator[Export]:
        for code in self._makers:
            yield self.of_register(code)
            for kind in ("meeting", "organization", "office", "person"):
                for thing in self._context.register.of_kind(kind):
                    yield self.of_thing(code, thing)

    def of_register(self, code: str) -> Export:
        """The calendar of all meetings and all that is due, in the language `code`."""
        home = self._context.tongues[code].addresses.index("home")
        return Export((f"{home}{FILE}",), partial(self._of_register, code), code)

    def of_thing(self, code: str, thing: Thing) -> Export:
        """The calendar of a meeting alone; of a body, with what it owes; or of an owner."""
        page, file = self._context.tongues[code].addresses.of(thing), FILE
        if isinstance(thing, Office):  # on the page of its organization
            file = f"{thing.key.partition('#')[2]}.ics"
        return Export((f"{page}{file}",), partial(self._of_thing, code, thing), code)

    def _of_register(self, code: str) -> bytes:
        register = self._context.register
        title = self._context.tongues[code].naming.plain(register.settings.title)
        return self._makers[code].calendar(title, register.meetings, register.follow_ups)

    def _of_thing(self, code: str, thing: Thing) -> bytes:
        meetings, owed = [thing] if isinstance(thing, Meeting) else [], list[Outcome]()
        if thing.kind == "organization":
            meetings = self._context.tables["meetings_of"](thing)
        if thing.kind != "meeting":
            owed = self._context.owed(thing)
        name = self._context.tongues[code].naming.name(thing, whole=True)
        return self._makers[code].calendar(name, meetings, owed)


class _Event(Event):
    """An event whose lines are made once, for it stands in several calendars."""

    _lines: Contentlines | None = None

    def content_lines(self, sorted: bool = True) -> Contentlines:
        """The lines of the event, as they are before they are folded."""
        if self._lines is None:
            self._lines = super().content_lines(sorted)
        return self._lines


class _Maker:
    """Makes calendars in one language."""

    def __init__(self, context: Context, tongue: Tongue) -> None:
        self._context = context
        self._register = context.register
        self._naming, self._addresses = tongue.naming, tongue.addresses
        self._language = tongue.language
        self._events: Memo[Thing, _Event] = Memo()

    def calendar(
        self, name: str, meetings: Iterable[Meeting], follow_ups: Iterable[Outcome]
    ) -> bytes:
        """A calendar with these meetings, and with those of the follow-ups that are open."""
        calendar = Calendar()
        calendar.add("prodid", f"-//Relevé//{self._language.code.upper()}")
        calendar.add("version", "2.0")
        for field in ("name", "x-wr-calname"):
            calendar.add(field, one_line(name))
        calendar.add("refresh-interval", _A_DAY, parameters={"VALUE": "DURATION"})
        events = [self._events(one, self._meeting, one) for one in meetings]
        for follow_up in sorted(follow_ups, key=lambda one: (one.meeting.order, one.key)):
            state = self._context.status(follow_up)
            if state.due_day and not state.is_closed:
                events.append(self._events(follow_up, self._due, follow_up, state.due_day))
        for zone in sorted(_zones(events)):
            years = [event.start.year for event in events]
            calendar.add_component(_time_zone(zone, min(years), max(years)))
        for event in events:
            calendar.add_component(event)
        content: bytes = calendar.to_ical()
        return content

    def _event(self, thing: Thing, day: date, sequence: int) -> _Event:
        url = self._context.url(self._addresses.of(thing))
        event = _Event()
        event.add("uid", f"{thing.key}@{self._context.host}")
        event.add("dtstamp", datetime.combine(day, time(), UTC))
        event.add("sequence", sequence)
        event.add("url", url)
        return event

    def _meeting(self, meeting: Meeting) -> _Event:
        data, say = meeting.data, self._language.words
        notice = meeting.notice
        changes = (notice, data.starts_before, data.adjourned)
        event = self._event(meeting, last_known(self._register, meeting), sum(map(bool, changes)))
        title = self._naming.plain(data.title)
        said = [bodies(self._context, self._naming, meeting)]
        if data.cancelled:
            title = say("Cancelled: %(title)s", title=title)
        elif data.postponed_to:
            title = say("Postponed: %(title)s", title=title)
            if later := self._register.find(data.postponed_to.meeting):
                said.append(self._naming.heading(later))
        if notice and notice.reason:
            said.append(self._naming.summary(notice.reason))
        event.add("summary", one_line(title))
        event.add("status", "CANCELLED" if notice else "CONFIRMED")
        event.add("description", "\n".join(map(one_line, said)))
        if data.place:
            event.add("location", one_line(self._naming.plain(data.place)))
        first, after = self._times(meeting)
        event.add("dtstart", first)
        if after:
            event.add("dtend", after)
        return event

    def _times(self, meeting: Meeting) -> tuple[date, date | None]:
        """When a meeting begins and ends: moments, or days of which the second is the next one."""
        data: schema.Meeting = meeting.data
        if data.starts is None or data.opened:
            return data.opened or meeting.date, meeting.last_date + _A_DAY
        name = self._register.time_zone_of(meeting)
        zone = ZoneInfo(name) if name else None
        start = datetime.combine(meeting.date, data.starts, zone)
        if meeting.end_time is None:
            return start, None
        end = datetime.combine(meeting.last_date, meeting.end_time, zone)
        return start, end if end > start else end + _A_DAY

    def _due(self, follow_up: Outcome, day: date) -> _Event:
        say = self._language.words
        moves = [report for report in follow_up.reports if report.due]
        event = self._event(follow_up, self._last_told(follow_up), len(moves))
        title = say("Due: %(what)s", what=self._naming.heading(follow_up))
        event.add("summary", one_line(title))
        event.add("description", one_line(whole_name(self._naming, follow_up)))
        event.add("status", "CONFIRMED")
        event.add("transp", "TRANSPARENT")
        event.add("dtstart", day)
        event.add("dtend", day + _A_DAY)
        return event

    def _last_told(self, follow_up: Outcome) -> date:
        days = [report.date for report in follow_up.reports]
        return max([follow_up.meeting.date, *days])


def _zones(events: Iterable[Event]) -> set[str]:
    """The time zones of events, by name."""
    starts = (event.start for event in events)
    return {
        start.tzinfo.key
        for start in starts
        if isinstance(start, datetime) and isinstance(start.tzinfo, ZoneInfo)
    }


@cache
def _time_zone(name: str, first: int, last: int) -> Timezone:
    """What a calendar says of a time zone, for meetings of the years `first` to `last`."""
    return Timezone.from_tzid(
        name, first_date=date(first - 1, 1, 1), last_date=date(last + 2, 1, 1)
    )
