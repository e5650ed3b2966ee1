"""Rules on people: those of one name are told apart."""

from __future__ import annotations

from ..register import Register, Thing
from ..source import listed, short, tell
from .common import Problems


def people_of_one_name_are_told_apart(register: Register) -> Problems:
    namesakes: dict[tuple[str, ...], list[Thing]] = {}
    for person in sorted(register.of_kind("person"), key=lambda person: person.key):
        names = sorted({name.casefold() for name in person.data.name.values()})
        namesakes.setdefault(tuple(names), []).append(person)
    for people in namesakes.values():
        seen = {""}
        alike = []
        for person in people:
            place = _place(person)
            if place in seen:
                alike.append(person)
            seen.add(place)
        if len(people) == 1 or not alike:
            continue
        name = short(next(iter(people[0].data.name.values())))
        yield alike[-1].file.source.problem(
            alike[-1].location,
            tell(
                "several people are called %(name)s, and readers cannot tell them apart: "
                "%(names)s.",
                name=name,
                names=listed(person.key for person in people),
            ),
            tell(
                "Say where this one is from: `offices: [{of: …}]` with an id of "
                "organizations.yml, or `offices: [{title: {…}}]`; pages then show it beside "
                "the name. If two are one person, keep one entry."
            ),
            warning=True,
        )


def _place(person: Thing) -> str:
    """What pages show beside the name of a person who has a namesake."""
    if not person.data.offices:
        return ""
    last = person.data.offices[-1]
    return " ".join(str(part) for part in (last.of, last.office, last.title) if part)
