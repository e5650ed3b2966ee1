"""Rules on follow-ups and on the files of reports on them."""

from __future__ import annotations

from collections.abc import Iterator

from ..register import CLOSED, Outcome, Register, Report, reported_on
from ..source import FOLDER, File, Problem, nearest
from .common import MOVE_AS_OF, NOT_HELD, Problems, Ways, circles, way


def follow_ups_arise_from_earlier_decisions(register: Register) -> Problems:
    for follow_up in register.follow_ups:
        for index, reference in enumerate(follow_up.data.arises_from):
            cause = register.find(reference, follow_up.meeting)
            if isinstance(cause, Outcome) and cause.meeting.date > follow_up.meeting.date:
                yield follow_up.file.source.problem(
                    (*follow_up.location, "arises_from", index),
                    f"this follow-up of {follow_up.meeting.date} arises from `{cause.key}`, "
                    "a later decision.",
                    "Name a decision of this meeting or of an earlier one.",
                )


def follow_ups_are_due_after_they_are_agreed(register: Register) -> Problems:
    for follow_up in register.follow_ups:
        agreed = follow_up.meeting.date
        for index, due in enumerate(follow_up.agreed_due):
            day = due.named.date if due.named else due.day
            if day and day < agreed:
                several = isinstance(follow_up.data.due, list)
                yield follow_up.file.source.problem(
                    (*follow_up.location, "due", *([index] if several else [])),
                    f"this follow-up of {agreed} was due on {day}, before it was agreed.",
                    "Look at the date again. If the record says so, correct it under "
                    "`corrections`.",
                    warning=True,
                )


def reports_are_on_a_follow_up(register: Register) -> Problems:
    files: dict[str, File] = {}
    names_of_files = {file.path for file in register.files}
    for file in register.files:
        if file.kind != "follow-up":
            continue
        body, stem = file.name[1], file.name[2]
        if follow_up := reported_on(register, file):
            other = files.setdefault(follow_up.key, file)
            if other is not file:
                yield file.source.problem(
                    (),
                    f"`{follow_up.key}` has its reports in {other.path} already.",
                    "Put them all in one file, and delete the other.",
                )
        elif body in register.bodies and not any(
            f"{FOLDER}/meetings/{body}/{stem}".startswith(broken.removesuffix(".yml"))
            for broken in register.broken
        ):
            names = [
                thing.key.replace("#follow-up-", "-") for thing in register.of_kind("follow_up")
            ]
            near = nearest(f"{body}/{stem}", names)
            guess = ""
            if near and f"{FOLDER}/follow-ups/{near}.yml" not in names_of_files:
                guess = f" If it is on follow-up {near}, rename it {FOLDER}/follow-ups/{near}.yml."
            yield file.source.problem(
                (),
                "this file's name is not that of a follow-up.",
                f"Name it {FOLDER}/follow-ups/{body}/<date>-<number>.yml.{guess}",
            )


def reports_stand_in_order_of_time(register: Register) -> Problems:
    for follow_up in register.follow_ups:
        agreed = follow_up.meeting.date
        before: Report | None = None
        for report in follow_up.reports:
            if report.date < agreed and report.item is None:
                yield _problem(
                    report,
                    f"this report of {report.date} is on a follow-up that was agreed on {agreed}.",
                    "Look at the date again, and at the name of the file.",
                )
            elif report.date < agreed:
                yield _problem(
                    report,
                    f"this meeting of {report.date} reviews `{follow_up.key}`, which was agreed "
                    "later.",
                    "Name a follow-up of an earlier meeting.",
                )
            if before and before.file is report.file and report.date < before.date:
                yield _problem(
                    report,
                    f"this report of {report.date} stands after one of {before.date}.",
                    "Put the oldest first: the last one says where the follow-up stands.",
                )
            before = report


def nothing_is_reported_on_what_is_closed(register: Register) -> Problems:
    for follow_up in register.follow_ups:
        closed: Report | None = None
        for report in follow_up.reports:
            if report.status == "reopened":
                if closed is None:
                    yield _problem(
                        report,
                        "this report reopens a follow-up that is open.",
                        "Write `status: in-progress`, or remove the report.",
                    )
                closed = None
                continue
            if closed and _is_in_sequence(closed, report):
                where = "" if closed.file is report.file else f" in {closed.file.path}"
                name = "report" if report.item is None else f"review of `{follow_up.key}`"
                remedy = (
                    "Remove it. If there is more to do, it is a new follow-up: let the earlier "
                    "report say `carried-over`, and name that one in `continued_by`. If it was "
                    "closed by mistake, report `reopened` first."
                )
                if report.item and closed.continued_by:
                    remedy = f"Name `{closed.continued_by.key}`, which continues it."
                yield _problem(
                    report,
                    f"this {name} stands after the one of {closed.date}{where}, which closed the "
                    f"follow-up (`status: {closed.status}`).",
                    remedy,
                )
            if report.status in CLOSED:
                closed = closed or report


def what_a_meeting_heard_stands_once(register: Register) -> Problems:
    for follow_up in register.follow_ups:
        reviews = {report.meeting: report.item for report in follow_up.reports if report.item}
        for report in follow_up.reports if reviews else ():
            item = reviews.get(report.meeting)
            if report.item is None and item:
                yield _problem(
                    report,
                    f"the record of `{item.meeting.key}` says under item {item.number} what was "
                    "reported there.",
                    "Keep it in the record of the meeting, and remove it here. These files are "
                    "for what is reported between meetings.",
                )


def _is_in_sequence(report: Report, other: Report) -> bool:
    """Whether two reports are parts of one history: not of two files, nor said twice."""
    one_history = report.file is other.file or report.item or other.item
    return bool(one_history) and not _is_said_twice(report, other)


def _is_said_twice(report: Report, other: Report) -> bool:
    """Whether a file of reports and the record of a meeting both tell what was reported there."""
    same_meeting = report.meeting is not None and report.meeting is other.meeting
    return same_meeting and (report.item is None) != (other.item is None)


def _problem(report: Report, message: str, remedy: str, *, warning: bool = False) -> Problem:
    """A problem with a report, shown at its date; in the record of a meeting, at its follow-up."""
    field = "date" if report.item is None else "follow_up"
    return report.file.source.problem((*report.location, field), message, remedy, warning=warning)


def reports_are_not_of_the_future(register: Register) -> Problems:
    day = register.settings.as_of
    if register.file.path in register.broken:
        return  # `as_of` may be what is wrong in register.yml
    for report in _reports_in_files(register):
        if report.date > register.as_of:
            if day:
                message = f"this report is later than `as_of` ({day}), so it is not shown."
                yield _problem(report, message, MOVE_AS_OF, warning=True)
            else:
                message = f"this report is dated {report.date}, a day still to come."
                yield _problem(report, message, "Look at the date again.")


def reports_are_made_at_meetings_that_were_held(register: Register) -> Problems:
    for report in _reports_in_files(register):
        meeting = report.meeting
        if meeting is None:
            continue
        location = (*report.location, "meeting")
        if meeting.state in NOT_HELD:
            yield report.file.source.problem(
                location,
                f"nothing was reported at `{meeting.key}`, for it was {meeting.state}.",
                "Name the meeting where it was reported, or remove the line.",
            )
        elif meeting.date != report.date:
            yield report.file.source.problem(
                location,
                f"this report of {report.date} cannot be made at a meeting of {meeting.date}.",
                "Let `date` be the day of the meeting, or remove the line.",
                warning=report.date > meeting.date,  # a meeting may last for several days
            )


def _reports_in_files(register: Register) -> Iterator[Report]:
    """The reports of data/follow-ups/, without those in the records of meetings."""
    for follow_up in register.follow_ups:
        yield from (report for report in follow_up.reports if report.item is None)


def follow_ups_are_carried_over_into_others(register: Register) -> Problems:
    for follow_up in register.follow_ups:
        for report in follow_up.reports:
            heir = report.continued_by
            if heir is None:
                continue
            location = (*report.location, "continued_by")
            if heir is follow_up:
                yield report.file.source.problem(
                    location,
                    "this follow-up is carried over into itself.",
                    "Name the follow-up that continues it. If it goes on under its own number, "
                    "write `status: in-progress`, and `due` if the date moves.",
                )
            elif heir.meeting.date > report.date:
                name = "report" if report.item is None else "review"
                yield report.file.source.problem(
                    location,
                    f"this {name} of {report.date} names `{heir.key}`, which was agreed later.",
                    "Date the report on the day when the other follow-up was agreed, or after."
                    if report.item is None
                    else "Name a follow-up that was agreed at this meeting or before.",
                )
    yield from _circles_of_follow_ups(register)


def _circles_of_follow_ups(register: Register) -> Problems:
    """A problem for each circle of follow-ups that are carried over into each other."""
    continued_by: Ways[Outcome] = {}
    for heir in register.follow_ups:
        for follow_up in heir.continues:
            if follow_up is not heir:
                continued_by.setdefault(follow_up, []).append(heir)
    for circle in circles(continued_by):
        yield circle[0].file.source.problem(
            circle[0].location,
            f"follow-ups are carried over in a circle: {way(circle)}.",
            "Mend the `continued_by` that is wrong.",
        )
