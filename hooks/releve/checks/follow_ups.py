"""Rules on follow-ups and on the files of reports on them."""

from __future__ import annotations

from collections.abc import Iterator

from ..register import CLOSED, Outcome, Register, Report, reported_on
from ..source import FOLDER, File, Message, Problem, joined, nearest, tell
from .common import MOVE_AS_OF, NOT_HELD, Problems, Ways, circles, way


def follow_ups_arise_from_earlier_decisions(register: Register) -> Problems:
    for follow_up in register.follow_ups:
        for index, reference in enumerate(follow_up.data.arises_from):
            cause = register.find(reference, follow_up.meeting)
            if isinstance(cause, Outcome) and cause.meeting.date > follow_up.meeting.date:
                yield follow_up.file.source.problem(
                    (*follow_up.location, "arises_from", index),
                    tell(
                        "this follow-up of %(date)s arises from `%(cause)s`, a later decision.",
                        date=follow_up.meeting.date,
                        cause=cause.key,
                    ),
                    tell("Name a decision of this meeting or of an earlier one."),
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
                    tell(
                        "this follow-up of %(agreed)s was due on %(day)s, before it was agreed.",
                        agreed=agreed,
                        day=day,
                    ),
                    tell(
                        "Look at the date again. If the record says so, correct it under "
                        "`corrections`."
                    ),
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
                    tell(
                        "`%(follow_up)s` has its reports in %(other)s already.",
                        follow_up=follow_up.key,
                        other=other.path,
                    ),
                    tell("Put them all in one file, and delete the other."),
                )
        elif body in register.bodies and not any(
            f"{FOLDER}/meetings/{body}/{stem}".startswith(broken.removesuffix(".yml"))
            for broken in register.broken
        ):
            names = [
                thing.key.replace("#follow-up-", "-") for thing in register.of_kind("follow_up")
            ]
            near = nearest(f"{body}/{stem}", names)
            guess = None
            if near and f"{FOLDER}/follow-ups/{near}.yml" not in names_of_files:
                guess = tell(
                    "If it is on follow-up %(name)s, rename it %(path)s.",
                    name=near,
                    path=f"{FOLDER}/follow-ups/{near}.yml",
                )
            yield file.source.problem(
                (),
                tell("this file's name is not that of a follow-up."),
                joined(
                    tell(
                        "Name it %(folder)s/<date>-<number>.yml.",
                        folder=f"{FOLDER}/follow-ups/{body}",
                    ),
                    guess or "",
                ),
            )


def reports_stand_in_order_of_time(register: Register) -> Problems:
    for follow_up in register.follow_ups:
        agreed = follow_up.meeting.date
        before: Report | None = None
        for report in follow_up.reports:
            if report.date < agreed and report.item is None:
                yield _problem(
                    report,
                    tell(
                        "this report of %(date)s is on a follow-up that was agreed on %(agreed)s.",
                        date=report.date,
                        agreed=agreed,
                    ),
                    tell("Look at the date again, and at the name of the file."),
                )
            elif report.date < agreed:
                yield _problem(
                    report,
                    tell(
                        "this meeting of %(date)s reviews `%(follow_up)s`, which was agreed later.",
                        date=report.date,
                        follow_up=follow_up.key,
                    ),
                    tell("Name a follow-up of an earlier meeting."),
                )
            if before and before.file is report.file and report.date < before.date:
                yield _problem(
                    report,
                    tell(
                        "this report of %(date)s stands after one of %(before_date)s.",
                        date=report.date,
                        before_date=before.date,
                    ),
                    tell("Put the oldest first: the last one says where the follow-up stands."),
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
                        tell("this report reopens a follow-up that is open."),
                        tell("Write `status: in-progress`, or remove the report."),
                    )
                closed = None
                continue
            if closed and _is_in_sequence(closed, report):
                earlier = tell("the one of %(date)s", date=closed.date)
                if closed.file is not report.file:
                    earlier = tell(
                        "the one of %(date)s in %(file)s", date=closed.date, file=closed.file.path
                    )
                this_one = tell("this report")
                if report.item:
                    this_one = tell("this review of `%(follow_up)s`", follow_up=follow_up.key)
                remedy = tell(
                    "Remove it. If there is more to do, it is a new follow-up: let the "
                    "earlier report say `carried-over`, and name that one in "
                    "`continued_by`. If it was closed by mistake, report `reopened` first."
                )
                if report.item and closed.continued_by:
                    remedy = tell(
                        "Name `%(heir)s`, which continues it.",
                        heir=closed.continued_by.key,
                    )
                yield _problem(
                    report,
                    tell(
                        "%(this_one)s stands after %(earlier)s, which closed the follow-up "
                        "(`status: %(status)s`).",
                        this_one=this_one,
                        earlier=earlier,
                        status=closed.status,
                    ),
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
                    tell(
                        "the record of `%(meeting)s` says under item %(number)s what was "
                        "reported there.",
                        meeting=item.meeting.key,
                        number=item.number,
                    ),
                    tell(
                        "Keep it in the record of the meeting, and remove it here. These files "
                        "are for what is reported between meetings."
                    ),
                )


def _is_in_sequence(report: Report, other: Report) -> bool:
    """Whether two reports are parts of one history: not of two files, nor said twice."""
    one_history = report.file is other.file or report.item or other.item
    return bool(one_history) and not _is_said_twice(report, other)


def _is_said_twice(report: Report, other: Report) -> bool:
    """Whether a file of reports and the record of a meeting both tell what was reported there."""
    same_meeting = report.meeting is not None and report.meeting is other.meeting
    return same_meeting and (report.item is None) != (other.item is None)


def _problem(
    report: Report, message: Message, remedy: Message, *, warning: bool = False
) -> Problem:
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
                message = tell(
                    "this report is later than `as_of` (%(day)s), so it is not shown.", day=day
                )
                yield _problem(report, message, MOVE_AS_OF, warning=True)
            else:
                message = tell(
                    "this report is dated %(date)s, a day still to come.", date=report.date
                )
                yield _problem(report, message, tell("Look at the date again."))


def reports_are_made_at_meetings_that_were_held(register: Register) -> Problems:
    for report in _reports_in_files(register):
        meeting = report.meeting
        if meeting is None:
            continue
        location = (*report.location, "meeting")
        if meeting.state in NOT_HELD:
            yield report.file.source.problem(
                location,
                tell(
                    "nothing was reported at `%(meeting)s`, for it was %(state)s.",
                    meeting=meeting.key,
                    state=NOT_HELD[meeting.state],
                ),
                tell("Name the meeting where it was reported, or remove the line."),
            )
        elif meeting.date != report.date:
            yield report.file.source.problem(
                location,
                tell(
                    "this report of %(date)s cannot be made at a meeting of %(meeting_date)s.",
                    date=report.date,
                    meeting_date=meeting.date,
                ),
                tell("Let `date` be the day of the meeting, or remove the line."),
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
                    tell("this follow-up is carried over into itself."),
                    tell(
                        "Name the follow-up that continues it. If it goes on under its own "
                        "number, write `status: in-progress`, and `due` if the date moves."
                    ),
                )
            elif heir.meeting.date > report.date:
                message = tell("this report of %(date)s names `%(heir)s`, which was agreed later.")
                remedy = tell(
                    "Date the report on the day when the other follow-up was agreed, or after."
                )
                if report.item:
                    message = tell(
                        "this review of %(date)s names `%(heir)s`, which was agreed later."
                    )
                    remedy = tell("Name a follow-up that was agreed at this meeting or before.")
                yield report.file.source.problem(
                    location, message.given(date=report.date, heir=heir.key), remedy
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
            tell("follow-ups are carried over in a circle: %(way)s.", way=way(circle)),
            tell("Mend the `continued_by` that is wrong."),
        )
