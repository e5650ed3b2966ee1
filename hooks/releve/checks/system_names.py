"""Rules on what a computer makes of an id or a time: names of files, and clocks."""

from __future__ import annotations

from datetime import time

from ..language import is_skipped
from ..register import Register
from ..source import tell
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
                tell(
                    "on Windows no folder can be called `%(thing)s`, and the page of %(names)s "
                    "is a folder named by its id.",
                    thing=thing.key,
                    names=NAMES[thing.kind],
                ),
                tell(
                    "Choose a longer id, such as `%(thing)s-2`, here and wherever it is named; "
                    "otherwise the site cannot be built or copied there.",
                    thing=thing.key,
                ),
                warning=True,
            )


def times_are_shown_by_a_clock(register: Register) -> Problems:
    for meeting in register.meetings:
        zone = register.time_zone_of(meeting)
        for name in type(meeting.data).model_fields:
            moment = getattr(meeting.data, name)
            if not (zone and isinstance(moment, time) and is_skipped(moment, meeting.date, zone)):
                continue
            yield meeting.file.source.problem(
                (name,),
                tell(
                    "clocks never showed %(moment)s on this day in %(zone)s: they were set "
                    "forward past it, to summer time.",
                    moment=f"{moment:%H:%M}",
                    zone=zone,
                ),
                tell("Look at the time, the day in the file's name, and `time_zone`."),
                warning=True,
            )
