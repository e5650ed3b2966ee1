"""Rules on follow-ups and on the files of reports on them."""

from __future__ import annotations

from ..register import CLOSED, Meeting, Outcome, Register, heir_of, reported_on
from ..source import FOLDER, File, nearest, schema
from .common import MOVE_AS_OF, NOT_HELD, Problems, Ways, circles, reports_on_follow_ups, way


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
        due = follow_up.data.due
        agreed = follow_up.meeting.date
        meeting = register.find(due.meeting) if isinstance(due, schema.DueAtMeeting) else None
        day = meeting.date if isinstance(meeting, Meeting) else getattr(due, "date", None)
        if day and day < agreed:
            yield follow_up.file.source.problem(
                (*follow_up.location, "due"),
                f"this follow-up of {agreed} was due on {day}, before it was agreed.",
                "Look at the date again. If the record says so, correct it under `corrections`.",
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
    for follow_up, file, reports in reports_on_follow_ups(register):
        agreed = follow_up.meeting.date
        closed: schema.Report | None = None
        for index, report in enumerate(reports):
            location = ("reports", index, "date")
            if report.date < agreed:
                yield file.source.problem(
                    location,
                    f"this report of {report.date} is on a follow-up that was agreed on {agreed}.",
                    "Look at the date again, and at the name of the file.",
                )
            if index and report.date < reports[index - 1].date:
                yield file.source.problem(
                    location,
                    f"this report of {report.date} stands after one of {reports[index - 1].date}.",
                    "Put the oldest first: the last one says where the follow-up stands.",
                )
            if closed:
                yield file.source.problem(
                    location,
                    f"this report stands after the one of {closed.date}, which closed the "
                    f"follow-up (`status: {closed.status}`).",
                    "Remove it. If there is more to do, it is a new follow-up: let the earlier "
                    "report say `carried-over`, and name that one in `continued_by`.",
                )
            if report.status in CLOSED:
                closed = closed or report


def reports_are_not_of_the_future(register: Register) -> Problems:
    day = register.settings.as_of
    if register.file.path in register.broken:
        return  # `as_of` may be what is wrong in register.yml
    for _, file, reports in reports_on_follow_ups(register):
        for index, report in enumerate(reports):
            if report.date > register.as_of:
                location = ("reports", index, "date")
                if day:
                    message = f"this report is later than `as_of` ({day}), so it is not shown."
                    yield file.source.problem(location, message, MOVE_AS_OF, warning=True)
                else:
                    message = f"this report is dated {report.date}, a day still to come."
                    yield file.source.problem(location, message, "Look at the date again.")


def reports_are_made_at_meetings_that_were_held(register: Register) -> Problems:
    for _, file, reports in reports_on_follow_ups(register):
        for index, report in enumerate(reports):
            meeting = register.find(report.meeting) if report.meeting else None
            if not isinstance(meeting, Meeting):
                continue
            location = ("reports", index, "meeting")
            if meeting.state in NOT_HELD:
                yield file.source.problem(
                    location,
                    f"nothing was reported at `{meeting.key}`, for it was {meeting.state}.",
                    "Name the meeting where it was reported, or remove the line.",
                )
            elif meeting.date != report.date:
                yield file.source.problem(
                    location,
                    f"this report of {report.date} cannot be made at a meeting of {meeting.date}.",
                    "Let `date` be the day of the meeting, or remove the line.",
                    warning=report.date > meeting.date,  # a meeting may last for several days
                )


def follow_ups_are_carried_over_into_others(register: Register) -> Problems:
    for follow_up, file, reports in reports_on_follow_ups(register):
        for index, report in enumerate(reports):
            heir = heir_of(register, follow_up, report)
            if heir is None:
                continue
            location = ("reports", index, "continued_by")
            if heir is follow_up:
                yield file.source.problem(
                    location,
                    "this follow-up is carried over into itself.",
                    "Name the follow-up that continues it. If it goes on under its own number, "
                    "write `status: in-progress`, and `due` if the date moves.",
                )
            elif heir.meeting.date > report.date:
                yield file.source.problem(
                    location,
                    f"this report of {report.date} names `{heir.key}`, which was agreed later.",
                    "Date the report on the day when the other follow-up was agreed, or after.",
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
