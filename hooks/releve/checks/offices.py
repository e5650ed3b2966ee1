"""Rules on offices, and on organizations that belong to others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..register import Register
from ..source import File, Location, did_you_mean, joined, listed, nearest, schema, tell
from .common import HOMES, Problems, circles, way, ways_by


def offices_belong_to_their_organization(register: Register) -> Problems:
    for file in register.files:
        for location, held in _offices(file):
            organization = register.find(held.of) if held.of else None
            if held.office and organization and organization.kind == "organization":
                if register.find(f"{held.of}#{held.office}"):
                    continue
                if organization.file.path in register.broken:
                    continue
                offices = list(organization.data.offices)
                near = nearest(held.office, offices)
                yield file.source.problem(
                    (*location, "office"),
                    tell(
                        "`%(organization)s` has no office `%(office)s`.",
                        organization=held.of,
                        office=held.office,
                    ),
                    joined(
                        did_you_mean(near),
                        tell(
                            "Its offices in %(file)s: %(offices)s.",
                            file=HOMES["office"],
                            offices=listed(offices) or tell("none yet"),
                        ),
                    ),
                )
            elif held.office and not held.of:
                yield file.source.problem(
                    (*location, "office"),
                    tell("an office is named, but not its organization."),
                    tell("Add `of:` with the id of the organization, or write a `title` instead."),
                )


def offices_not_named_are_offices(register: Register) -> Problems:
    for organization in register.of_kind("organization"):
        offices = list(organization.data.offices)
        for index, office in enumerate(organization.data.not_named):
            if office not in offices:
                near = nearest(office, offices)
                yield organization.file.source.problem(
                    (organization.key, "not_named", index),
                    tell(
                        "`%(organization)s` has no office `%(office)s`.",
                        organization=organization.key,
                        office=office,
                    ),
                    joined(
                        did_you_mean(near),
                        tell(
                            "Its offices: %(offices)s.", offices=listed(offices) or tell("none yet")
                        ),
                    ),
                )


def offices_end_after_they_begin(register: Register) -> Problems:
    for file in register.files:
        for location, held in _offices(file):
            if not held.from_ or not held.to:
                continue
            if held.to < held.from_:
                yield file.source.problem(
                    (*location, "to"),
                    tell(
                        "this office ends on %(to)s, before it begins on %(start)s.",
                        to=held.to,
                        start=held.from_,
                    ),
                    tell("Look at the two dates again."),
                )


def no_organization_belongs_to_itself(register: Register) -> Problems:
    for circle in circles(ways_by(register, "organization", lambda one: one.parent)):
        yield circle[0].file.source.problem(
            (*circle[0].location, "parent"),
            tell("`%(circle)s` belongs to itself: %(way)s.", circle=circle[0].key, way=way(circle)),
            tell("Name the organization above it, or remove the line."),
        )


def no_organization_succeeds_itself(register: Register) -> Problems:
    for circle in circles(ways_by(register, "organization", lambda one: one.successor)):
        yield circle[0].file.source.problem(
            (*circle[0].location, "successor"),
            tell("`%(circle)s` succeeds itself: %(way)s.", circle=circle[0].key, way=way(circle)),
            tell("Name the organization that took its place, or remove the line."),
        )


_Held = tuple[Location, schema.OfficeHeld | schema.Appointment]


def _offices(file: File) -> list[_Held]:
    """The entries of a file that give an office to a person, with their locations; kept with it."""
    return file.remember("offices", lambda: list(_find_offices(file)))


def _find_offices(file: File) -> Iterator[_Held]:
    if file.kind == "people":
        for key, person in file.content.items():
            for index, held in enumerate(person.offices):
                yield (key, "offices", index), held
    elif file.kind == "meeting":
        holders: list[tuple[Location, Any]] = [((), file.content)]
        for location, holder in holders + list(_items(file.content.agenda, ("agenda",))):
            for position, outcome in enumerate(
                holder.outcomes if holder.outcomes != "none" else ()
            ):
                for index, appointment in enumerate(getattr(outcome, "appoints", ())):
                    yield (*location, "outcomes", position, "appoints", index), appointment


def _items(items: list[schema.Item], location: Location) -> Iterator[tuple[Location, schema.Item]]:
    """All items and parts of items, with their locations; `location` is that of the list."""
    for index, item in enumerate(items):
        yield (*location, index), item
        yield from _items(item.items, (*location, index, "items"))
