"""Rules on meetings: postponed and cancelled ones, and deferred items."""

from __future__ import annotations

from ..register import Item, Meeting, Register
from ..source import tell
from .common import MOVE_AS_OF, NOT_HELD, Problems, circles, way, ways_by


def what_is_later_than_the_register_is_not_shown(register: Register) -> Problems:
    day = register.settings.as_of
    if day is None:
        return
    for meeting in register.meetings:
        if meeting.state == "planned" and meeting.holds_words:
            yield meeting.file.source.problem(
                (),
                tell(
                    "this meeting is later than `as_of` (%(day)s), so only its agenda is shown.",
                    day=day,
                ),
                MOVE_AS_OF,
                warning=True,
            )


def meetings_that_were_not_held_have_no_record(register: Register) -> Problems:
    for meeting in register.meetings:
        if meeting.state not in NOT_HELD:
            continue
        if meeting.data.outcomes:
            yield meeting.file.source.problem(
                ("outcomes",),
                tell(
                    "this meeting was %(state)s, so it may not have `outcomes`.",
                    state=NOT_HELD[meeting.state],
                ),
                tell(
                    "Move them to the meeting where they came about, or remove `cancelled` or "
                    "`postponed_to`."
                ),
            )
        for item in meeting.items:
            for name in ("narrative", "outcomes", "reviewed"):
                if getattr(item.data, name):
                    yield meeting.file.source.problem(
                        (*item.location, name),
                        tell(
                            "this meeting was %(state)s, so item %(number)s may not have "
                            "`%(name)s`.",
                            state=NOT_HELD[meeting.state],
                            number=item.number,
                            name=name,
                        ),
                        tell(
                            "Move it to the meeting where it happened, or remove `cancelled` "
                            "or `postponed_to`."
                        ),
                    )
        if meeting.data.cancelled and meeting.data.postponed_to:
            yield meeting.file.source.problem(
                ("cancelled",),
                tell(
                    "this meeting was cancelled and postponed, but it can only be one of the two."
                ),
                tell(
                    "Keep `postponed_to` if another was held in its place, and `cancelled` if not."
                ),
            )


def items_are_deferred_to_later_meetings(register: Register) -> Problems:
    for item in register.of_kind("item"):
        if item.data.deferred_to is None or item.data.deferred_to.meeting is None:
            continue
        later = register.find(item.data.deferred_to.meeting)
        if isinstance(later, Meeting) and (later is item.meeting or later.date < item.meeting.date):
            message = tell(
                "item %(number)s of %(date)s is deferred to `%(meeting)s`, an earlier one."
            )
            if later is item.meeting:
                message = tell("item %(number)s of %(date)s is deferred to its own meeting.")
            yield item.file.source.problem(
                (*item.location, "deferred_to"),
                message.given(number=item.number, date=item.meeting.date, meeting=later.key),
                tell("Name the later meeting that it was put off to."),
            )


def matters_go_on_from_earlier_items(register: Register) -> Problems:
    for item in register.of_kind("item"):
        for index, reference in enumerate(item.data.continues):
            earlier = register.find(reference, item.meeting)
            if isinstance(earlier, Item) and earlier.meeting.date >= item.meeting.date:
                same = earlier.meeting is item.meeting
                message = tell(
                    "item %(number)s of %(date)s goes on from an item of `%(meeting)s`, not "
                    "earlier."
                )
                if same:
                    message = tell(
                        "item %(number)s of %(date)s goes on from an item of its own meeting."
                    )
                yield item.file.source.problem(
                    (*item.location, "continues", index),
                    message.given(
                        number=item.number, date=item.meeting.date, meeting=earlier.meeting.key
                    ),
                    tell("Name the item of the earlier meeting; it is the later one that says so."),
                )


def bodies_meet_with_others(register: Register) -> Problems:
    for meeting in register.meetings:
        for index, body in enumerate(meeting.data.with_):
            if body == meeting.body:
                yield meeting.file.source.problem(
                    ("with", index),
                    tell("`%(body)s` met together with itself.", body=body),
                    tell(
                        "Name the other bodies only: the folder of this file says which one is "
                        "here."
                    ),
                )


def no_meeting_is_held_in_place_of_itself(register: Register) -> Problems:
    replaced_by = ways_by(
        register, "meeting", lambda one: one.postponed_to and one.postponed_to.meeting
    )
    for circle in circles(replaced_by):
        yield circle[0].file.source.problem(
            ("postponed_to",),
            tell("this meeting is held in place of itself: %(way)s.", way=way(circle)),
            tell("Name the meeting that was held in the end, or remove the line."),
        )
