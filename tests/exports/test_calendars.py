"""Calendars are taken by a strict parser, and say of each meeting and due date what pages say."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from icalendar import Calendar, Event
from support.built_site import Site
from support.exported import TRIAL, exported, exports_of, trial
from support.small_register import LATER, small_register

from releve.build.load import load
from releve.register import status


def calendars(register: str, day: str = "") -> dict[str, bytes]:
    files = exported(register, day).items()
    return {address: content for address, content in files if address.endswith(".ics")}


def events(content: bytes) -> dict[str, Event]:
    """The events of a calendar by the keys of their things."""
    found = Calendar.from_ical(content).walk("VEVENT")
    by_key = {str(event["uid"]).rpartition("@")[0]: event for event in found}
    assert len(by_key) == len(found), "a UID stands once"
    return by_key


@pytest.mark.parametrize("register", TRIAL)
def test_each_line_of_a_calendar_is_ended_and_folded_as_it_must_be(register: str) -> None:
    """Read by hand: parsers put up with much. Each line is a field that we mean to write."""
    assert calendars(register)
    for address, content in calendars(register).items():
        assert content.endswith(b"\r\n")
        lines = content.split(b"\r\n")[:-1]
        assert max(map(len, lines)) <= 75, address
        # All that some program takes for the end of a line, but for those that end one.
        text = content.decode().replace("\r\n", "")
        assert re.search("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", text) is None
        unfolded = content.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]
        names = {re.split("[:;]", line)[0] for line in unfolded}
        assert names <= FIELDS, address
        assert content.count(b"BEGIN:VCALENDAR") == 1


FIELDS = {
    *("BEGIN", "END", "PRODID", "VERSION", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "COMMENT"),
    *("UID", "DTSTAMP", "SEQUENCE", "STATUS", "SUMMARY", "DESCRIPTION", "LOCATION", "URL"),
    *("DTSTART", "DTEND", "TRANSP", "TZID", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO", "RDATE"),
}


@pytest.mark.parametrize("register", TRIAL)
def test_the_calendar_of_all_has_each_meeting_and_what_is_open_and_due(register: str) -> None:
    known, found = trial(register), events(exported(register)["calendar.ics"])
    for meeting in known.meetings:
        event = found.pop(meeting.key)
        off = meeting.state in ("cancelled", "postponed")
        assert event["status"] == ("CANCELLED" if off else "CONFIRMED")
        assert not off or event["sequence"] > 0
        assert event["dtstamp"].dt <= datetime.combine(known.as_of, datetime.max.time(), UTC)
        zone = meeting.data.time_zone or known.settings.time_zone
        if meeting.data.starts and not meeting.data.opened:
            start = datetime.combine(meeting.date, meeting.data.starts)
            assert event.start == (start.replace(tzinfo=ZoneInfo(zone)) if zone else start)
        else:
            assert event.start == (meeting.data.opened or meeting.date)
        if "DTEND" in event:
            assert event.end > event.start
    for follow_up in known.follow_ups:
        state = status(known, follow_up, known.as_of)
        if state.due_day and not state.is_closed:
            event = found.pop(follow_up.key)
            assert (event.start, event.end) == (state.due_day, state.due_day + timedelta(days=1))
            assert event["transp"] == "TRANSPARENT"
    assert found == {}


@pytest.mark.parametrize("zone", ["America/Winnipeg", "America/St_Johns", "Europe/Dublin"])
def test_a_time_zone_is_told_so_that_any_program_finds_the_same_moment(
    zone: str, tmp_path: Path
) -> None:
    for month in ("02", "07"):
        title = f"title: {{fr: Un, en: One}}\ntime_zone: {zone}\nstarts: 09:30\nends_at: 11:00\n"
        root = small_register(tmp_path / month, {f"meetings/cbf-hc/2031-{month}-20.yml": title})
        register = load(root)[0]
        assert register
        text = exports_of(register)[f"cbf-hc/2031-{month}-20/calendar.ics"].decode()
        assert f"DTSTART;TZID={zone}:2031{month}20T093000" in text
        told = tzical(StringIO(text.replace("\r\n ", ""))).get(zone)
        for day in (date(2031, 1, 5), date(2031, 7, 5), date(2031, int(month), 20)):
            moment = datetime.combine(day, datetime.min.time())
            theirs = moment.replace(tzinfo=told).utcoffset()
            assert theirs == moment.replace(tzinfo=ZoneInfo(zone)).utcoffset()


def test_an_event_keeps_its_uid_when_its_time_is_moved_and_when_it_is_called_off(
    tmp_path: Path,
) -> None:
    states = {
        "announced": "starts: 09:00\n",
        "moved": "starts: 10:00\nstarts_before: 09:00\n",
        "off": "starts: 10:00\nstarts_before: 09:00\ncancelled: {date: 2031-06-10}\n",
    }
    found = []
    for name, fields in states.items():
        title = f"title: {{fr: Un, en: One}}\n{fields}"
        register = load(small_register(tmp_path / name, {LATER: title}))[0]
        assert register
        (event,) = events(exports_of(register)["cbf-hc/2031-06-20/calendar.ics"]).values()
        found.append(event)
    assert len({event["uid"] for event in found}) == 1
    assert [event["sequence"] for event in found] == [0, 1, 2]
    assert [event["status"] for event in found] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert found[-1]["summary"].startswith("Annulée")


def test_what_an_owner_owes_is_in_its_own_calendar_alone() -> None:
    of_owner = {}
    for address in calendars("joint-councils"):
        if address.startswith("en/organizations/"):
            keys = events(exported("joint-councils")[address]).keys()
            of_owner[address.split("/")[2]] = {key for key in keys if "follow-up" in key}
    assert any(of_owner.values())
    assert of_owner["priorite-identite-numerique"] != of_owner["cm-jc"]


def test_pages_lead_to_their_calendars(site: Site) -> None:
    for address in ("en/", "en/meetings/", "en/cm-jc/2019-09-25/", "en/organizations/cm-jc/"):
        links = site.pages[address].content.all("a", type="text/calendar")
        assert [link.text for link in links] == ["iCalendar"], address
        (subscribe,) = [
            link.attributes["href"]
            for link in site.pages[address].content.all("a")
            if link.attributes.get("href", "").startswith("webcal:")
        ]
        path = subscribe.removeprefix("webcal://register.example/base/")
        assert (site.folder / path).is_file(), address
