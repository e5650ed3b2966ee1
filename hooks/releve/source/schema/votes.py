"""How a decision was put to the vote: its sides, in all and by group, and the candidates of an
election.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from ..values import Actor, Count, Name, Text, TrueOrFalse
from .record import ACTORS, Record, Refers


def _map_of_votes(value: Any) -> Any:
    """`{count: 9}` for `9`, and `{members: [x, y]}` for `[x, y]`, which are short for them."""
    if isinstance(value, str) and value:
        return {"count": value}
    return {"members": value} if isinstance(value, list) else value


class Voter(Record):
    """One who voted, or did not, where more is to be said than the id."""

    who: Annotated[Actor | None, Refers(*ACTORS)] = Field(
        None, description="The id of a person, of an organization or of an office."
    )
    name: Name | None = Field(None, description="The name of one who has no entry in people.yml.")
    weight: Count | None = Field(
        None, description="How many votes this voter has, where they do not all count the same."
    )
    reason: Text | None = Field(
        None, description="Why, if the record says so: the interest for which one is recused."
    )

    @model_validator(mode="after")
    def _check_who(self) -> Voter:
        if (self.who is None) == (self.name is None):
            raise PydanticCustomError("voter", "who and name, or neither")
        return self


Member = Annotated[
    Annotated[Actor, Tag("<voter>")] | Annotated[Voter, Tag("<voter in full>")],
    Discriminator(lambda value: "<voter>" if isinstance(value, str) else "<voter in full>"),
]


class Votes(Record):
    """One side of a vote: how many, or who, or both."""

    count: Count | None = Field(None, description="How many.")
    members: Annotated[list[Member], Refers(*ACTORS)] = Field(
        [],
        description="Who, where the vote is by member: ids; or `{who: …, reason: …}`, and "
        "`{name: …}` for one without an entry.",
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


class GroupVote(Sides):
    """How one group voted, where each has a vote of its own: a class, a college, a delegation."""

    group: Annotated[Actor | None, Refers("organization")] = Field(
        None, description="The group: the id of an organization."
    )
    name: Name | None = Field(None, description="What the group is called, if it has no entry.")

    @model_validator(mode="after")
    def _check_group(self) -> GroupVote:
        if (self.group is None) == (self.name is None):
            raise PydanticCustomError("vote_group", "group and name, or neither")
        return self


class Candidate(Record):
    """Someone who stood in an election."""

    who: Annotated[Actor | None, Refers(*ACTORS)] = Field(
        None, description="The id of the candidate."
    )
    name: Name | None = Field(None, description="The name of one who has no entry, or of a choice.")
    votes: Count | None = Field(None, description="How many votes the candidate had.")
    elected: TrueOrFalse = Field(False, description="`true` for whoever was elected.")

    @model_validator(mode="after")
    def _check_who(self) -> Candidate:
        if (self.who is None) == (self.name is None):
            raise PydanticCustomError("voter", "who and name, or neither")
        return self


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
