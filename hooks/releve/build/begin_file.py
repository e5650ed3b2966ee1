"""Begins a file of a register: it is tried beside the register before it is written.

Comes in: the project's folder, and what was asked for. Goes out: a new file, or why there is none.
Nothing that exists is changed. Begin at `begin_meeting`.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from ..drafts import meeting_draft, meeting_stub, report_draft, report_entry, report_file
from ..register import Meeting, Outcome, Register
from ..source import FOLDER, Message, Problem, listed, nearest, tell, values
from .load import load


class NotBegunError(Exception):
    """No file was written. `message` says why; `problems` those of the register that are in the
    way; `text` what could be written by hand.
    """

    def __init__(
        self, message: Message, *, problems: list[Problem] | None = None, text: str = ""
    ) -> None:
        super().__init__(message)
        self.message, self.problems, self.text = message, problems or [], text


def begin_meeting(root: Path, body: str, day: str) -> Path:
    """Write the file of a meeting of a body on a day, YYYY-MM-DD; return its path from `root`.

    NotBegunError if there is one already, or if body or day are none. The only body of a register
    need not be named.
    """
    register = _register(root)
    body = body or (register.bodies[0] if len(register.bodies) == 1 else "")
    if body not in register.bodies:
        raise NotBegunError(_no_body(register, body))
    try:
        values.day_of(day)
    except ValueError:
        known = tell("`%(text)s` is not a day: write it as in DATE=2020-02-26.", text=day)
        raise NotBegunError(known) from None
    path = Path(FOLDER, "meetings", body, f"{day}.yml")
    is_new = not (root / path).exists()
    stub = meeting_stub(register, body) if is_new else None
    return _written(root, path, stub, lambda now: _meeting(now, f"{body}/{day}"))


def _meeting(register: Register, key: str) -> str:
    meeting = register.find(key)
    assert isinstance(meeting, Meeting), "its file was read"
    return meeting_draft(register, meeting)


def begin_report(root: Path, reference: str) -> Path:
    """Write a file with a report on a follow-up, named as in cm-jc/2019-09-25#5C; return its path
    from `root`. NotBegunError if there is no such follow-up, or if it has a file.
    """
    register = _register(root)
    follow_up = register.find(reference)
    if not isinstance(follow_up, Outcome) or follow_up.kind != "follow_up":
        raise NotBegunError(_no_follow_up(register, reference))
    path = Path(report_file(follow_up))
    if (root / path).exists():
        raise NotBegunError(_exists(path), text=report_entry(register))
    text = report_draft(register, follow_up)
    return _written(root, path, text, lambda _: text)


def _register(root: Path) -> Register:
    register, problems = load(root)
    if register is None or register.broken:
        errors = [problem for problem in problems if problem.severity == "error"]
        raise NotBegunError(tell("Mend the register first."), problems=errors)
    return register


def _written(root: Path, path: Path, stub: str | None, draft: Callable[[Register], str]) -> Path:
    """Write what `draft` makes of the register, in which the file first is `stub`."""
    with TemporaryDirectory() as name:
        tried = Path(name)
        shutil.copytree(root / FOLDER, tried / FOLDER)
        if stub is not None:
            (tried / path).parent.mkdir(parents=True, exist_ok=True)
            (tried / path).write_text(stub, encoding="utf-8")
        text = draft(_register(tried))
        if stub is None:
            raise NotBegunError(_exists(path), text=text)
        (tried / path).write_text(text, encoding="utf-8")
        _register(tried)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    with (root / path).open("x", encoding="utf-8") as file:
        file.write(text)
    return path


def _exists(path: Path) -> Message:
    return tell(
        "%(file)s is there already, and stays as it is. What it could hold is printed.",
        file=path.as_posix(),
    )


def _no_body(register: Register, body: str) -> Message:
    if not body:
        return tell("Say which body met, as in BODY=%(body)s.", body=register.bodies[0])
    if near := nearest(body, register.bodies):
        return tell("`%(name)s` is no body here; did you mean BODY=%(near)s?", name=body, near=near)
    return tell(
        "`%(name)s` is no body here; these are: %(names)s.",
        name=body,
        names=listed(register.bodies),
    )


def _no_follow_up(register: Register, reference: str) -> Message:
    known = [f"{one.meeting.key}#{one.number}" for one in register.follow_ups]
    if not known:
        return tell("The register has no follow-up yet.")
    if not reference:
        return tell("Say which follow-up, as in FOLLOW_UP=%(one)s.", one=known[-1])
    near = nearest(reference, known) or known[-1]
    return tell(
        "`%(name)s` is no follow-up here; did you mean FOLLOW_UP=%(near)s?",
        name=reference,
        near=near,
    )
