"""Rules on decisions: their numbers, the records they approve, how they act on each other."""

from __future__ import annotations

import re
from itertools import pairwise

from ..register import DEEDS, Meeting, Outcome, Register
from ..source import tell
from .common import NOT_HELD, Problems, Ways, circles, way

_FAR = 20
"""More decisions than these are not left out of a record by mistake."""


def decision_numbers_have_no_gap(register: Register) -> Problems:
    for meeting in register.meetings:
        numbered = sorted(
            (
                (int(outcome.number), outcome)
                for outcome in meeting.outcomes
                # A longer number is made up in another way (20190925001), and may well skip.
                if outcome.kind == "decision" and re.fullmatch("[0-9]{1,6}", outcome.number)
            ),
            key=lambda pair: pair[0],
        )
        for (before, _), (number, outcome) in pairwise(numbered):
            if number > before + 1 and meeting.file.path not in register.broken:
                first, last = before + 1, number - 1
                if number > before + _FAR:
                    yield meeting.file.source.problem(
                        (*outcome.location, "decision"),
                        tell(
                            "decision %(number)s comes after decision %(before)s, and none "
                            "between them.",
                            number=number,
                            before=before,
                        ),
                        tell(
                            "If the number is mistyped, mend it; if the record has it so, "
                            "nothing need change."
                        ),
                        warning=True,
                    )
                    continue
                yield meeting.file.source.problem(
                    (*outcome.location, "decision"),
                    (_SKIP_ONE if first == last else _SKIP).given(first=first, last=last),
                    tell(
                        "If a decision was left out, add it; if the record itself skips, "
                        "nothing need change."
                    ),
                    warning=True,
                )


_SKIP_ONE = tell("the decisions of this meeting skip %(first)s.")
_SKIP = tell("the decisions of this meeting skip %(first)s to %(last)s.")


def records_are_approved_after_the_fact(register: Register) -> Problems:
    approvals = (
        (decision, index, register.find(key))
        for decision in register.decisions
        for index, key in enumerate(decision.data.approves)
    )
    for decision, index, approved in approvals:
        if not isinstance(approved, Meeting):
            continue
        message = None
        if approved is decision.meeting:
            message = tell("this decision of %(date)s approves the record of its own meeting.")
        elif approved.date > decision.meeting.date:
            message = tell("this decision of %(date)s approves the record of `%(meeting)s`, later.")
        elif approved.state in NOT_HELD:
            message = tell(
                "this decision of %(date)s approves the record of `%(meeting)s`, which was "
                "%(state)s.",
                state=NOT_HELD[approved.state],
            )
        if message:
            yield decision.file.source.problem(
                (*decision.location, "approves", index),
                message.given(date=decision.meeting.date, meeting=approved.key),
                tell("Name the meeting whose record was approved: an earlier one."),
            )


def decisions_act_on_earlier_ones(register: Register) -> Problems:
    order = {decision: place for place, decision in enumerate(register.decisions)}
    for decision in register.decisions:
        for deed in DEEDS:
            for index, reference in enumerate(getattr(decision.data, deed)):
                target = register.find(reference, decision.meeting)
                if not isinstance(target, Outcome) or target not in order:
                    continue  # reported by `fields_refer_to_something`
                same_body = bool({*target.meeting.bodies} & {*decision.meeting.bodies})
                is_later = target.meeting.date > decision.meeting.date or (
                    target.meeting.date == decision.meeting.date
                    and same_body
                    and order[target] > order[decision]
                )
                if target is decision or is_later:
                    message = tell(
                        "decision %(number)s of %(date)s %(deed)s `%(other)s`, a later one."
                    )
                    if target is decision:
                        message = tell("decision %(number)s of %(date)s %(deed)s itself.")
                    yield decision.file.source.problem(
                        (*decision.location, deed, index),
                        message.given(
                            number=decision.number,
                            date=decision.meeting.date,
                            deed=deed,
                            other=target.key,
                        ),
                        tell(
                            "Name an earlier decision; what a later one does to this one "
                            "stands there."
                        ),
                    )


def no_decision_acts_on_itself_through_others(register: Register) -> Problems:
    acts_on: Ways[Outcome] = {}
    for earlier in register.decisions:
        for deed in DEEDS:
            for later in earlier.acted_on_by.get(deed, ()):
                acts_on.setdefault(later, []).append(earlier)
    for circle in circles(acts_on):
        yield circle[0].file.source.problem(
            circle[0].location,
            tell("decisions act on each other in a circle: %(way)s.", way=way(circle)),
            tell("Remove the one of these references that the record does not bear out."),
        )


def a_decision_is_superseded_once(register: Register) -> Problems:
    for decision in register.decisions:
        first, *others = decision.acted_on_by.get("supersedes", []) or [decision]
        for other in others:
            yield other.file.source.problem(
                (*other.location, "supersedes"),
                tell(
                    "`%(decision)s` is superseded already, by `%(first)s`.",
                    decision=decision.key,
                    first=first.key,
                ),
                tell(
                    "If this one takes the place of that one, name `%(first)s` instead.",
                    first=first.key,
                ),
            )


def decisions_act_on_what_stands(register: Register) -> Problems:
    for decision in register.decisions:
        acts = decision.acted_on_by
        ending = [*acts.get("supersedes", ()), *acts.get("rescinds", ())]
        for deed in ("amends", "rescinds"):
            for later in acts.get(deed, ()):
                if end := next((act for act in ending if act.begins < later.begins), None):
                    yield later.file.source.problem(
                        (*later.location, deed),
                        tell(
                            "`%(decision)s` stands no longer: `%(end)s` had ended it by then.",
                            decision=decision.key,
                            end=end.key,
                        ),
                        tell("If the record says so all the same, nothing need change."),
                        warning=True,
                    )


def decisions_end_after_they_begin(register: Register) -> Problems:
    for decision in register.decisions:
        if decision.ends and decision.ends < decision.begins:
            yield decision.file.source.problem(
                (*decision.location, "expires"),
                tell(
                    "this decision expires on %(ends)s, before it takes effect on %(begins)s.",
                    ends=decision.ends,
                    begins=decision.begins,
                ),
                tell("Look at the two dates again."),
            )
