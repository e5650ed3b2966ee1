"""Reports on follow-ups, and due dates that were moved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..language import day_of
from ..register import Outcome, Register, Report
from ..source import Message, tell
from .names import outcome_words

_STATUSES = {
    "open": tell("not started"),
    "in-progress": tell("in progress"),
    "done": tell("done"),
    "dropped": tell("dropped"),
    "carried-over": tell("carried over"),
    "reopened": tell("reopened"),
}


def of_follow_ups(before: Register, after: Register) -> Iterator[Message]:
    """What becomes of follow-ups that were there before."""
    old = {follow_up.key: follow_up for follow_up in before.follow_ups}
    for follow_up in after.follow_ups:
        if was := old.get(follow_up.key):
            yield from _reports(after, was, follow_up)
            yield from _due(before, was, after, follow_up)


def _reports(after: Register, was: Outcome, follow_up: Outcome) -> Iterator[Message]:
    known = {_facts(report) for report in was.reports}
    for report in follow_up.reports:
        if _facts(report) not in known:
            yield tell(
                "Reports on %(follow_up)s: %(status)s.",
                follow_up=outcome_words(after, follow_up),
                status=_STATUSES[report.status],
            )
    gone = known - {_facts(report) for report in follow_up.reports}
    if gone and len(was.reports) > len(follow_up.reports):
        yield tell(
            "Takes out a report on %(follow_up)s.", follow_up=outcome_words(after, follow_up)
        )


def _facts(report: Report) -> tuple[date, str, tuple[tuple[str, str], ...]]:
    return report.date, report.status, tuple((report.text or {}).items())


def _due(before: Register, was: Outcome, after: Register, now: Outcome) -> Iterator[Message]:
    old, new = _day(before, was), _day(after, now)
    if old == new or new is None:
        return
    words = outcome_words(after, now)
    if old is None:
        yield tell("Sets the due date of %(follow_up)s: %(day)s.", follow_up=words, day=day_of(new))
    else:
        yield tell(
            "Moves the due date of %(follow_up)s from %(old)s to %(new)s.",
            follow_up=words,
            old=day_of(old),
            new=day_of(new),
        )


def _day(register: Register, follow_up: Outcome) -> date | None:
    """The first day by which a follow-up is due; None if none is known."""
    days = (due.day for due in follow_up.due(register.as_of))
    return min((day for day in days if day), default=None)
