"""How each side of a vote came out, and how each voter voted.

Comes in: decisions of a linked `Register`. Begin at `sides`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ..source import schema
from .collection import Register
from .model import Outcome

SideName = Literal["for", "against", "abstained", "not_voting", "recused", "absent", "invalid"]
SIDES: tuple[SideName, ...] = (
    "for",
    "against",
    "abstained",
    "not_voting",
    "recused",
    "absent",
    "invalid",
)
"""The sides of a vote, in the order in which they are shown; also the names of their fields."""


@dataclass(frozen=True, slots=True)
class SideOfVote:
    """One side of a vote."""

    name: SideName
    total: int | Decimal | None
    """How many votes: as the record counts them, or else from its names; None if it has neither."""
    voters: list[schema.Voter]
    """Who, as far as the record says."""

    @property
    def named(self) -> int | Decimal:
        """How many votes those have together whom the record names."""
        return sum(1 if voter.weight is None else voter.weight for voter in self.voters)


def parts_of(vote: schema.Vote) -> list[schema.Sides]:
    """A vote as a whole, then that of each group, then each round of an election."""
    return [vote, *vote.by_group, *vote.rounds]


def sides(vote: schema.Sides) -> list[SideOfVote]:
    """The sides that a vote has, in the order of `SIDES`."""
    found = []
    for name in SIDES:
        votes: schema.Votes | None = getattr(vote, "for_" if name == "for" else name)
        if votes is not None:
            voters = [
                member if isinstance(member, schema.Voter) else schema.Voter(who=member)
                for member in votes.members
            ]
            side = SideOfVote(name, votes.count, voters)
            if votes.count is None and voters:
                side = SideOfVote(name, side.named, voters)
            found.append(side)
    return found


@dataclass(frozen=True, slots=True)
class Ballot:
    """How one voter voted on one decision."""

    decision: Outcome
    side: SideName
    voter: schema.Voter


def ballots(register: Register) -> Iterator[tuple[str, Ballot]]:
    """How every voter voted who has an entry, with the key of the voter, the oldest first."""
    for decision in register.decisions:
        vote = decision.data.vote
        if isinstance(vote, schema.Vote):
            for part in parts_of(vote):
                for side in sides(part):
                    for voter in side.voters:
                        who = register.find(voter.who) if isinstance(voter.who, str) else None
                        if who is not None:
                            yield who.key, Ballot(decision, side.name, voter)
