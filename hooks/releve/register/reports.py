"""Gathers the reports on each follow-up: from files of reports, and from records of meetings.

A meeting that reviews follow-ups says so in its own record, under an item; what is reported between
meetings has files of its own. Either way it is one history. Begin at `link_reports`.
"""

from __future__ import annotations

import re

from ..source import File, Location, schema
from .collection import Register
from .dues import dues
from .model import Item, Meeting, Outcome, Report


def link_reports(register: Register) -> None:
    """Give each follow-up its reports, the oldest first."""
    for file in register.files:
        if file.kind == "follow-up" and (follow_up := _follow_up_in_name(register, file)):
            register._by_place[file.path] = {(): follow_up}
            for index, report in enumerate(file.content.reports):
                follow_up.reports.append(
                    _report_in_file(register, follow_up, report, file, ("reports", index))
                )
    for meeting in register.meetings:
        for item in meeting.items:
            for index, review in enumerate(item.data.reviewed):
                reviewed = register.find(review.follow_up, meeting)
                if isinstance(reviewed, Outcome) and reviewed.kind == "follow_up":
                    report = _report_in_record(register, reviewed, review, item, index)
                    item.reviewed.append(report)
                    _put_in_order(reviewed.reports, report)


def _report_in_file(
    register: Register, follow_up: Outcome, data: schema.Report, file: File, location: Location
) -> Report:
    meeting = register.find(data.meeting) if data.meeting else None
    return Report(
        follow_up=follow_up,
        date=data.date,
        meeting=meeting if isinstance(meeting, Meeting) else None,
        item=None,
        status=data.status,
        text=data.text,
        due=dues(register, data.due, follow_up.meeting.body, data.date),
        continued_by=_heir(register, data.continued_by, follow_up.meeting),
        file=file,
        location=location,
    )


def _report_in_record(
    register: Register, follow_up: Outcome, data: schema.Review, item: Item, index: int
) -> Report:
    return Report(
        follow_up=follow_up,
        date=item.meeting.date,
        meeting=item.meeting,
        item=item,
        status=data.status,
        text=data.text,
        due=dues(register, data.due, item.meeting.body, item.meeting),
        continued_by=_heir(register, data.continued_by, item.meeting),
        file=item.file,
        location=(*item.location, "reviewed", index),
    )


def _put_in_order(reports: list[Report], report: Report) -> None:
    """Put a report before those of later days; the others keep the order of their file."""
    index = len(reports)
    while index and reports[index - 1].date > report.date:
        index -= 1
    reports.insert(index, report)


def _heir(register: Register, reference: str | None, meeting: Meeting) -> Outcome | None:
    """The follow-up that continues another; None if there is none of that name."""
    heir = register.find(reference, meeting) if reference else None
    return heir if isinstance(heir, Outcome) and heir.kind == "follow_up" else None


def reported_on(register: Register, file: File) -> Outcome | None:
    """The follow-up that a file of reports is about; None if its name is not that of one."""
    thing = register.located(file, ())
    return thing if isinstance(thing, Outcome) else None


def _follow_up_in_name(register: Register, file: File) -> Outcome | None:
    """The follow-up that the name of a file of reports stands for.

    The name is the date of the meeting and the follow-up's number, joined by a hyphen. Both may
    hold hyphens themselves, so each hyphen after the ten characters of the date is tried.
    """
    body, stem = file.name[1], file.name[2]
    for hyphen in re.finditer("-", stem[10:]):
        cut = 10 + hyphen.start()
        follow_up = register.find(f"{body}/{stem[:cut]}#follow-up-{stem[cut + 1 :]}")
        if isinstance(follow_up, Outcome):
            return follow_up
    return None
