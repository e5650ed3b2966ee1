"""Rules on motions and votes, by sets and sums.

A record may well say what looks wrong. So all but one of these are doubts, which the record may
answer: see `doubts.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from ..register import Outcome, Register, part_of, sides
from ..source import Location, Message, joined, schema, tell, tell_number
from .common import Problems
from .doubts import Doubt, Doubts

_SHARES = {
    "three-fifths": Fraction(3, 5),
    "two-thirds": Fraction(2, 3),
    "three-quarters": Fraction(3, 4),
    "unanimity": Fraction(1),
}
"""The share of the votes for and against that it takes to carry a motion, where one is needed."""
_SAID = {
    "for": tell("for"),
    "against": tell("against"),
    "abstained": tell("abstaining"),
    "not_voting": tell("not voting"),
    "recused": tell("recused"),
    "absent": tell("absent"),
    "invalid": tell("with an invalid vote"),
}
"""The sides of a vote, in the words of a message."""
_CAST = ("for", "against", "abstained")
"""The sides of those who took part in the vote, and so were there."""


def _doubt(
    decision: Outcome, location: Location, warning: str, message: Message, remedy: Message
) -> Doubt:
    """A doubt about a decision, or about a place within it."""
    return Doubt(
        decision.meeting,
        warning,
        part_of(decision),
        (*decision.location, *location),
        message,
        remedy,
    )


def _votes(register: Register) -> Iterator[tuple[Outcome, schema.Vote]]:
    for decision in register.decisions:
        if isinstance(decision.data.vote, schema.Vote):
            yield decision, decision.data.vote


def _parts(vote: schema.Vote) -> Iterator[tuple[schema.Sides, Location]]:
    """A vote as a whole, that of each group and each round, with their locations."""
    yield vote, ("vote",)
    for index, group in enumerate(vote.by_group):
        yield group, ("vote", "by_group", index)
    for index, one in enumerate(vote.rounds):
        yield one, ("vote", "rounds", index)


def nobody_votes_on_two_sides(register: Register) -> Doubts:
    for decision, vote in _votes(register):
        for part, location in _parts(vote):
            first: dict[str, str] = {}
            for side in sides(part):
                for index, voter in enumerate(side.voters):
                    name = _name_of(voter)
                    if name is None:
                        continue  # such as “a member”, who may be anyone
                    if name not in first:
                        first[name] = side.name
                        continue
                    other = _SAID[first[name]]
                    message = tell(
                        "`%(name)s` is listed both %(side)s and %(other)s.",
                        name=name,
                        side=other,
                        other=_SAID[side.name],
                    )
                    if first[name] == side.name:
                        message = tell(
                            "`%(name)s` is listed twice %(side)s.", name=name, side=other
                        )
                    yield _doubt(
                        decision,
                        (*location, side.name, "members", index),
                        "two-sides",
                        message,
                        tell("Take the name out where it does not belong."),
                    )


def _name_of(voter: schema.Voter) -> str | None:
    """The id of a voter, or else the name; None if the record does not name the voter."""
    if isinstance(voter.who, schema.Said):
        return None
    if isinstance(voter.who, str):
        return voter.who
    return next(iter((voter.who.name if voter.who else voter.name or {}).values()))


def counts_agree_with_names(register: Register) -> Doubts:
    for decision, vote in _votes(register):
        for part, location in _parts(vote):
            for side in sides(part):
                if side.voters and side.total != side.named:
                    names = len(side.voters)
                    named = tell_number("%(n)s name", "%(n)s names", names)
                    if side.named != names:
                        named = tell(
                            "%(names)s with a weight of %(weight)s", names=named, weight=side.named
                        )
                    yield _doubt(
                        decision,
                        (*location, side.name, "count"),
                        "count",
                        tell(
                            "the count %(side)s is %(total)s, but beside it stand %(named)s.",
                            side=_SAID[side.name],
                            total=side.total,
                            named=named,
                        ),
                        tell(
                            "Correct the one or the other; a `count` may be left out where all "
                            "are named."
                        ),
                    )


def outcomes_agree_with_their_vote(register: Register) -> Doubts:
    for decision, vote in _votes(register):
        totals = {side.name: side.total for side in sides(vote)}
        for_, against = totals.get("for"), totals.get("against", 0)
        if for_ is None or against is None or for_ == against == 0:
            continue
        share = _SHARES.get(vote.required or "")
        ayes, noes = Fraction(for_), Fraction(against)
        carried = ayes >= share * (ayes + noes) if share else ayes > noes
        outcome = decision.data.outcome
        votes = tell("%(ayes)s for and %(noes)s against", ayes=for_, noes=against)
        # A casting vote breaks a tie; some records count it among the others.
        may_be_cast = vote.casting is not None and abs(ayes - noes) <= 1
        if decision.is_adopted and not carried and not may_be_cast:
            message = tell("this decision is adopted, with %(votes)s.")
            if share:
                message = tell(
                    "this decision is adopted, with %(votes)s, where it took %(required)s."
                )
            casting = tell("`casting` names whoever broke a tie.") if ayes == noes else ""
            yield _doubt(
                decision,
                ("vote",),
                "outcome",
                message.given(votes=votes, required=vote.required),
                joined(tell("Look at the counts, or write `outcome: rejected`."), casting),
            )
        elif outcome == "rejected" and carried and vote.required is None and not may_be_cast:
            yield _doubt(
                decision,
                ("vote",),
                "outcome",
                tell("this motion is rejected, with %(votes)s.", votes=votes),
                tell(
                    "Look at the counts; if it took more to carry it, write `required: two-thirds`."
                ),
            )
        elif outcome == "rejected" and share and carried and not may_be_cast:
            yield _doubt(
                decision,
                ("vote",),
                "outcome",
                tell(
                    "this motion is rejected, with %(votes)s, where it took %(required)s.",
                    votes=votes,
                    required=vote.required,
                ),
                tell("Look at the counts, and at `required`."),
            )


def nobody_seconds_their_own_motion(register: Register) -> Doubts:
    for decision in register.decisions:
        for index, seconder in enumerate(decision.data.seconded_by):
            if seconder == decision.data.moved_by:
                name = _name_of(schema.Voter(who=seconder))
                if name is None:
                    continue  # as where “a member” moved it and “a member” seconded it
                yield _doubt(
                    decision,
                    ("seconded_by", index),
                    "own-seconder",
                    tell("`%(name)s` moves this motion and seconds it.", name=name),
                    tell("Name somebody else, or leave `seconded_by` out."),
                )


def voters_were_there(register: Register) -> Doubts:
    for decision, vote in _votes(register):
        meeting = decision.meeting.data
        if meeting.attendance is None:
            continue
        regrets = _people(meeting.attendance.regrets)
        absent = _people(meeting.attendance.absent)
        present = meeting.attendance.present
        there = _people(present) | _people(meeting.chairs)
        # Whoever gave a proxy is away, and votes through the one who holds it.
        there |= {giver for one in present for giver in _people(getattr(one, "proxy_for", []))}
        for part, location in _parts(vote):
            for side in sides(part):
                for index, voter in enumerate(side.voters if side.name in _CAST else ()):
                    person = register.find(voter.who) if isinstance(voter.who, str) else None
                    if person is None or person.kind != "person":
                        continue
                    if voter.who in regrets - there:
                        message = tell("`%(who)s` voted, but sent regrets.", who=voter.who)
                    elif voter.who in absent - there:
                        message = tell("`%(who)s` voted, but was absent.", who=voter.who)
                    elif present and voter.who not in there:
                        message = tell(
                            "`%(who)s` voted, but is not among those present.", who=voter.who
                        )
                    else:
                        continue
                    yield _doubt(
                        decision,
                        (*location, side.name, "members", index),
                        "absent-voter",
                        message,
                        tell("Look at `attendance` and at the vote."),
                    )


def _people(attendees: list[Any]) -> set[str]:
    """The ids among the entries of a list of attendance."""
    return {one if isinstance(one, str) else getattr(one, "who", None) or "" for one in attendees}


def what_is_adopted_together_is_adopted(register: Register) -> Doubts:
    for carrier in register.decisions:
        for decision in carrier.adopted_together:
            if decision.is_adopted and not carrier.is_adopted:
                yield _doubt(
                    decision,
                    ("adopted_with",),
                    "outcome",
                    tell(
                        "this decision is adopted with `%(carrier)s`, which is %(outcome)s.",
                        carrier=carrier.key,
                        outcome=carrier.data.outcome,
                    ),
                    tell(
                        "Write `outcome: %(outcome)s` here too, or correct that one.",
                        outcome=carrier.data.outcome,
                    ),
                )


def motions_do_not_amend_themselves(register: Register) -> Problems:
    for decision in register.decisions:
        for field, message in (
            ("amendment_to", tell("decision %(number)s of %(date)s is to amend itself.")),
            ("adopted_with", tell("decision %(number)s of %(date)s is adopted with itself.")),
        ):
            reference = getattr(decision.data, field)
            if reference and register.find(reference, decision.meeting) is decision:
                yield decision.file.source.problem(
                    (*decision.location, field),
                    message.given(number=decision.number, date=decision.meeting.date),
                    tell("Name another motion, or remove the line."),
                )
