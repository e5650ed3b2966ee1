"""Rules on when a meeting was: its days and times follow each other, its languages are known."""

from __future__ import annotations

from datetime import timedelta

from ..register import Register
from ..source import FOLDER, Message, did_you_mean, joined, listed, nearest, tell
from .common import Problems, home_is_broken


def meetings_end_after_they_begin(register: Register) -> Problems:
    for meeting in register.meetings:
        data, problem = meeting.data, meeting.file.source.problem
        if data.ends and data.ends <= meeting.date:
            yield problem(
                ("ends",),
                tell(
                    "this meeting ends on %(ends)s, and the file's name says that it begins on "
                    "%(date)s.",
                    ends=data.ends,
                    date=meeting.date,
                ),
                tell("Give its last day; leave `ends` out if it is the first."),
            )
        if data.opened and data.opened > meeting.date:
            yield problem(
                ("opened",),
                tell(
                    "this procedure opens on %(opened)s, and the file's name says that it "
                    "closes on %(date)s.",
                    opened=data.opened,
                    date=meeting.date,
                ),
                tell("Name the file for the day on which it closes."),
            )
        # What begins before midnight may well end after it: no more than a warning.
        if data.starts and not data.ends:
            for name in ("ends_at", "adjourned"):
                end = getattr(data, name)
                if end and end < data.starts:
                    yield problem(
                        (name,),
                        tell(
                            "this meeting starts at %(starts)s, and `%(name)s` is earlier: "
                            "%(end)s.",
                            starts=f"{data.starts:%H:%M}",
                            name=name,
                            end=f"{end:%H:%M}",
                        ),
                        tell(
                            "Look at both again. If it went on to the next day, say so: `ends: "
                            "%(day)s`.",
                            day=meeting.date + timedelta(days=1),
                        ),
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


def _unknown(language: str, known: list[str]) -> tuple[Message, Message]:
    near = nearest(language, known)
    return (
        tell("`%(language)s` is not one of the register's languages.", language=language),
        joined(
            did_you_mean(near),
            tell(
                "Languages of %(file)s: %(languages)s.",
                file=f"{FOLDER}/register.yml",
                languages=listed(known),
            ),
        ),
    )
