"""Doubts about who was at a meeting: named twice, present and absent, gone before coming."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..register import Meeting, Register
from ..source import Location, schema, tell
from .doubts import Doubt, Doubts

_LISTS = ("present", "observers", "presenters", "regrets", "absent")
_AWAY = ("regrets", "absent")
_TOGETHER = {frozenset(("present", "presenters")), frozenset(("observers", "presenters"))}
"""Lists that somebody may be in both of: a member presents an item, too."""


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody in a list of a meeting."""

    who: str
    """The key of the thing; of somebody without an entry, the name."""
    list: str
    """`chairs`, or a field of the attendance."""
    location: Location
    entry: schema.Presence | None
    """What more the record says, if it says more than the name."""


def attendance_agrees_with_itself(register: Register) -> Doubts:
    """What the record says of who was there contradicts itself."""
    keys = {
        _plain(name): person.key
        for person in register.of_kind("person")
        for name in person.data.name.values()
    }
    for meeting in register.meetings:
        if everybody := list(_in_lists(keys, meeting)):
            yield from _in_two_places(meeting, everybody)
            for named in everybody:
                yield from _times(meeting, named)
                yield from _proxies(meeting, named, everybody, keys)
            yield from _quorum(meeting, everybody)


def _in_two_places(meeting: Meeting, everybody: list[_Named]) -> Doubts:
    """Somebody stands twice in a list, or in two lists that exclude each other."""
    seen: dict[str, list[_Named]] = {}
    for named in everybody:
        before = seen.setdefault(named.who, [])
        doubts = (_twice(meeting, other, named) for other in before)
        if doubt := next(filter(None, doubts), None):
            yield doubt
        before.append(named)


def _twice(meeting: Meeting, before: _Named, now: _Named) -> Doubt | None:
    """The doubt about somebody who is in two places; None where that is no contradiction."""
    if before.list == now.list:
        name = "named-twice"
        message = tell("`%(who)s` stands twice in `%(list)s`.", who=now.who, list=now.list)
        remedy = tell("Keep one of the two; if they are two people, give each an entry of its own.")
    elif "chairs" in (before.list, now.list):
        if now.list not in _AWAY:
            return None
        name = "present-and-absent"
        message = tell("`%(who)s` chaired, and is in `%(list)s` too.", who=now.who, list=now.list)
        remedy = tell("Take the name out of the list that is wrong.")
    elif frozenset((before.list, now.list)) in _TOGETHER:
        return None
    elif (before.list in _AWAY) != (now.list in _AWAY):
        name = "present-and-absent"
        message = _IN_TWO_LISTS.given(who=now.who, list=before.list, other=now.list)
        remedy = tell("Take the name out of the list that is wrong.")
    else:
        name = "named-twice"
        message = _IN_TWO_LISTS.given(who=now.who, list=before.list, other=now.list)
        remedy = tell("Keep the one that is right.")
    return Doubt(meeting, name, now.who, now.location, message, remedy)


_IN_TWO_LISTS = tell("`%(who)s` is in `%(list)s` and in `%(other)s`.")


def _times(meeting: Meeting, named: _Named) -> Doubts:
    """Somebody left before arriving, came when all was over, or came and is said to be away."""
    end = meeting.data.adjourned
    arrived = named.entry.arrived if named.entry else None
    left = named.entry.left if named.entry else None
    message = None
    if arrived and left and left < arrived:
        message = tell(
            "`%(who)s` left at %(left)s, before arriving at %(arrived)s.",
            who=named.who,
            left=f"{left:%H:%M}",
            arrived=f"{arrived:%H:%M}",
        )
    elif arrived and end and arrived > end:
        message = tell(
            "`%(who)s` arrived at %(arrived)s, after the end at %(end)s.",
            who=named.who,
            arrived=f"{arrived:%H:%M}",
            end=f"{end:%H:%M}",
        )
    elif (arrived or left) and named.list in _AWAY:
        message = tell(
            "`%(who)s` is in `%(list)s`, but arrived or left at some time.",
            who=named.who,
            list=named.list,
        )
    if message:
        remedy = tell("Look at the times again.")
        yield Doubt(meeting, "times", named.who, named.location, message, remedy)


def _proxies(
    meeting: Meeting, named: _Named, everybody: list[_Named], keys: dict[str, str]
) -> Doubts:
    """Somebody gave a vote to another to hold, and is present."""
    for giver in named.entry.proxy_for if named.entry else ():
        who = _identity(keys, giver)
        if any(other.who == who and other.list == "present" for other in everybody):
            yield Doubt(
                meeting,
                "proxy",
                who,
                (*named.location, "proxy_for"),
                tell(
                    "`%(who)s` holds the proxy of `%(giver)s`, who is in `present`.",
                    who=named.who,
                    giver=who,
                ),
                tell("Take it out, or move the one who was away to `absent`."),
            )


def _quorum(meeting: Meeting, everybody: list[_Named]) -> Doubts:
    """The quorum is said to be reached with too few, or missed with enough."""
    quorum = meeting.data.attendance.quorum if meeting.data.attendance else None
    there = [named for named in everybody if named.list == "present"]
    if quorum is None or quorum.met is None or quorum.needed is None or not there:
        return
    members = len({named.who for named in there})
    with_proxies = members + sum(len(named.entry.proxy_for) for named in there if named.entry)
    # Where proxies do not count, there may be too few with as many as are needed.
    if with_proxies < quorum.needed if quorum.met else members >= quorum.needed:
        yield Doubt(
            meeting,
            "quorum",
            "quorum",
            ("attendance", "quorum"),
            (_QUORUM_MET if quorum.met else _QUORUM_MISSED).given(
                members=members, needed=quorum.needed
            ),
            tell("Complete `present`, or look at `needed` and `met` again."),
        )


_QUORUM_MET = tell(
    "%(members)s in `present`, %(needed)s needed, and the quorum is said to be reached."
)
_QUORUM_MISSED = tell(
    "%(members)s in `present`, %(needed)s needed, and the quorum is said not to be reached."
)


# --- who is meant -------------------------------------------------------------------------


def _in_lists(keys: dict[str, str], meeting: Meeting) -> Iterator[_Named]:
    """Everybody named as chair or in the attendance of a meeting, in the order of the record.

    `keys` are those of people by their names.
    """
    for index, chair in enumerate(meeting.data.chairs):
        yield _Named(_identity(keys, chair), "chairs", ("chairs", index), None)
    for name in _LISTS if meeting.data.attendance else ():
        for index, one in enumerate(getattr(meeting.data.attendance, name)):
            entry = one if isinstance(one, schema.Presence) else None
            yield _Named(_identity(keys, one), name, ("attendance", name, index), entry)


def _identity(keys: dict[str, str], one: Any) -> str:
    """What tells somebody from others: the key, or else the name.

    A guest who has the name of a person of people.yml is taken for that person.
    """
    if isinstance(one, schema.Participant):
        one = one.who
    if isinstance(one, str):
        return one
    if isinstance(one, schema.Said):
        return str(next(iter(one.said.values())))
    found = (keys[_plain(name)] for name in one.name.values() if _plain(name) in keys)
    return next(found, next(iter(one.name.values())))


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
