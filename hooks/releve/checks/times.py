"""Rules on when a meeting was: its days and times follow each other, its languages are known."""

from __future__ import annotations

from datetime import timedelta

from ..register import Register
from ..source import FOLDER, listed, nearest
from .common import Problems, home_is_broken


def meetings_end_after_they_begin(register: Register) -> Problems:
    for meeting in register.meetings:
        data, problem = meeting.data, meeting.file.source.problem
        if data.ends and data.ends <= meeting.date:
            yield problem(
                ("ends",),
                f"this meeting ends on {data.ends}, and the file's name says that it begins on "
                f"{meeting.date}.",
                "Give its last day; leave `ends` out if it is the first.",
            )
        if data.opened and data.opened > meeting.date:
            yield problem(
                ("opened",),
                f"this procedure opens on {data.opened}, and the file's name says that it closes "
                f"on {meeting.date}.",
                "Name the file for the day on which it closes.",
            )
        # What begins before midnight may well end after it: no more than a warning.
        if data.starts and not data.ends:
            for name in ("ends_at", "adjourned"):
                end = getattr(data, name)
                if end and end < data.starts:
                    yield problem(
                        (name,),
                        f"this meeting starts at {data.starts:%H:%M}, and `{name}` is earlier: "
                        f"{end:%H:%M}.",
                        "Look at both again. If it went on to the next day, say so: "
                        f"`ends: {meeting.date + timedelta(days=1)}`.",
                        warning=True,
                    )


def records_are_in_languages_of_the_register(register: Register) -> Problems:
    known = register.settings.languages
    if home_is_broken(register):
        return
    for index, body in enumerate(register.settings.bodies):
        for place, language in enumerate(body.languages):
            if language not in known:
                location = ("bodies", index, "languages", place)
                yield register.file.source.problem(location, *_unknown(language, known))
    for meeting in register.meetings:
        for place, language in enumerate(meeting.data.languages):
            if language not in known:
                yield meeting.file.source.problem(("languages", place), *_unknown(language, known))


def _unknown(language: str, known: list[str]) -> tuple[str, str]:
    near = nearest(language, known)
    guess = f"Did you mean `{near}`? " if near else ""
    return (
        f"`{language}` is not one of the register's languages.",
        f"{guess}Languages of {FOLDER}/register.yml: {listed(known)}.",
    )
