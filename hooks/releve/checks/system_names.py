"""Rules on what a computer makes of an id or a time: names of files, and clocks."""

from __future__ import annotations

from datetime import time

from ..language import is_skipped
from ..register import Register
from .common import NAMES, Problems

_OF_WINDOWS = {
    *("con", "prn", "aux", "nul"),
    *(f"{device}{number}" for device in ("com", "lpt") for number in range(10)),
}
"""Names of devices, which no file or folder of Windows can have."""


def ids_can_be_names_of_files(register: Register) -> Problems:
    for thing in register.things.values():
        if thing.kind in ("person", "organization", "topic") and thing.key in _OF_WINDOWS:
            yield thing.file.source.problem(
                thing.location,
                f"on Windows no folder can be called `{thing.key}`, and the page of "
                f"{NAMES[thing.kind]} is a folder named by its id.",
                f"Choose a longer id, such as `{thing.key}-2`, here and wherever it is named; "
                "otherwise the site cannot be built or copied there.",
                warning=True,
            )


def times_are_shown_by_a_clock(register: Register) -> Problems:
    for meeting in register.meetings:
        zone = meeting.data.time_zone or register.settings.time_zone
        for name in type(meeting.data).model_fields:
            moment = getattr(meeting.data, name)
            if not (zone and isinstance(moment, time) and is_skipped(moment, meeting.date, zone)):
                continue
            yield meeting.file.source.problem(
                (name,),
                f"clocks never showed {moment:%H:%M} on this day in {zone}: they were set forward "
                "past it, to summer time.",
                "Look at the time, the day in the file's name, and `time_zone`.",
                warning=True,
            )
