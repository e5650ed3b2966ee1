"""How a decision was put to the vote: its sides, in all and by group, and the candidates of an
election.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from ..values import Actor, Count, Name, Text, TrueOrFalse
from .actors import Anyone, Guest, Said, map_of_name
from .record import ACTORS, Record, Refers


def _map_of_votes(value: Any) -> Any:
    """`{count: 9}` for `9`, and `{members: [x, y]}` for `[x, y]`, which are short for them."""
    if isinstance(value, str) and value:
        return {"count": value}
    return {"members": value} if isinstance(value, list) else value


class WhoOrName(Record):
    """Somebody, by the id of an entry or, without one, by a name."""

    who: Annotated[Anyone | None, Refers(*ACTORS)] = Field(
        None,
        description="The id of a person, of an organization or of an office; or the name of one "
        "who has no entry.",
    )
    name: Name | None = Field(
        None, description="The name of one who has no entry, or of a choice that was voted on."
    )

    @model_validator(mode="after")
    def _check_who(self) -> Self:
        if (self.who is None) == (self.name is None):
            is_group = type(self).model_fields["who"].alias == "group"
            raise PydanticCustomError("vote_group" if is_group else "voter", "not who, once")
        return self


class Voter(WhoOrName):
    """One who voted, or did not, where more is to be said than the id."""

    weight: Count | None = Field(
        None, description="How many votes this voter has, where they do not all count the same."
    )
    reason: Text | None = Field(
        None, description="Why, if the record says so: the interest for which one is recused."
    )


def _tag_of_member(value: Any) -> str:
    """The tag of the member of `Member` that a value belongs to."""
    if isinstance(value, str):
        return "<voter>"
    if isinstance(value, Said) or (isinstance(value, dict) and "said" in value):
        return "<said>"
    in_full = isinstance(value, dict) and {"who", "weight", "reason"} & {*value}
    if isinstance(value, Guest) or (
        isinstance(value, dict) and not in_full and {"name", "organization"} & {*value}
    ):
        return "<guest>"
    return "<voter in full>"


Member = Annotated[
    Annotated[
        Annotated[Actor, Tag("<voter>")]
        | Annotated[Guest, Tag("<guest>")]
        | Annotated[Said, Tag("<said>")]
        | Annotated[Voter, Tag("<voter in full>")],
        Discriminator(_tag_of_member),
    ],
    BeforeValidator(map_of_name, json_schema_input_type=str | Guest | Said | Voter),
]
"""One who voted: anyone, or a map that says more of them than who they are."""


class Votes(Record):
    """One side of a vote: how many, or who, or both."""

    count: Count | None = Field(None, description="How many.")
    members: Annotated[list[Member], Refers(*ACTORS)] = Field(
        [],
        description="Who, where the vote is by member: ids, or the names of those without "
        "an entry; `{who: …, reason: …}` where more is to be said.",
    )


Side = Annotated[
    Votes,
    BeforeValidator(_map_of_votes, json_schema_input_type=float | list[Member] | Votes),
]


class Sides(Record):
    """The sides of a vote, each of which may be left out."""

    for_: Side | None = Field(None, alias="for", description="In favour.")
    against: Side | None = Field(None, description="Against.")
    abstained: Side | None = Field(None, description="Abstained.")
    not_voting: Side | None = Field(None, description="Present, but took no part in the vote.")
    recused: Side | None = Field(
        None,
        description="Left the vote to the others for an interest of their own: how many, or who, "
        "as `{who: …, reason: …}`.",
    )
    absent: Side | None = Field(None, description="Entitled to vote, but not there.")
    invalid: Side | None = Field(None, description="Votes that did not count, as spoiled ballots.")


class GroupVote(Sides, WhoOrName):
    """How one group voted, where each has a vote of its own: a class, a college, a delegation."""

    who: Annotated[Actor | None, Refers("organization")] = Field(
        None, alias="group", description="The group: the id of an organization."
    )
    name: Name | None = Field(None, description="What the group is called, if it has no entry.")


class Candidate(WhoOrName):
    """Someone who stood in an election, or a choice that was voted on."""

    votes: Count | None = Field(None, description="How many votes the candidate had.")
    elected: TrueOrFalse = Field(False, description="`true` for whoever was elected.")


class Round(Sides):
    """One round of an election: its candidates, and the ballots that named none of them."""

    candidates: list[Candidate] = Field(
        [], description="Those who stood in this round, and the votes that they had in it."
    )


Required = Literal[
    "majority", "absolute-majority", "three-fifths", "two-thirds", "three-quarters", "unanimity"
]


class Vote(Sides):
    """How a decision was put to the vote. Each side may be left out."""

    required: Required | None = Field(
        None, description="What it took to carry the motion, where that is not a plain majority."
    )
    casting: Annotated[Actor | None, Refers(*ACTORS)] = Field(
        None,
        description="Who broke a tie with a casting vote: a person, or an office as `cm-jc#chair`.",
    )
    by_group: list[GroupVote] = Field(
        [], description="The vote of each group, where groups vote apart."
    )
    candidates: list[Candidate] = Field(
        [], description="Those who stood, where the vote was an election."
    )
    rounds: list[Round] = Field(
        [],
        description="The rounds of an election that took several, in order, each with `candidates` "
        "of its own.",
    )

    @model_validator(mode="after")
    def _check_rounds(self) -> Vote:
        if self.rounds and self.candidates:
            raise PydanticCustomError("vote_rounds", "candidates of no round")
        return self
