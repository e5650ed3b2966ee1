"""Everything that a change of a register does to what its readers see."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..language import said_in
from ..register import Register
from ..source import Message, tell
from .directories import of_directories, of_settings
from .follow_ups import of_follow_ups
from .meetings import of_meetings


def changes(before: Register, after: Register) -> list[Message]:
    """A sentence for each thing that readers see changed, or one that says that there is none."""
    parts = (of_meetings, of_follow_ups, of_directories, of_settings)
    found = [message for part in parts for message in part(before, after)]
    return found or [tell("Nothing that readers see is changed.")]


def as_markdown(found: Iterable[Message]) -> str:
    """Changes for a comment on GitHub, in both languages of the project.

    What a register holds was typed by whoever opened the pull request: no sign of it may act as
    Markdown, as HTML, or as a mention of somebody.
    """
    parts = []
    for code, title in (("en", "In the record"), ("fr", "Dans le compte rendu")):
        lines = [f"- {_as_typed(said_in(message, code))}" for message in found]
        parts.append("\n".join([f"### {title}", "", *lines]))
    return "\n\n".join(parts)


def _as_typed(text: str) -> str:
    """A text on one line as Markdown that shows it as it is."""
    line = " ".join(text.split())
    escaped = re.sub(r"[!-/:-@\[-`{-~]", lambda sign: f"&#{ord(sign[0])};", line)
    return _CALLS.sub("\\g<0>\u200b", escaped)


_CALLS = re.compile("&#(?:35|64);")
"""`#` and `@`, by which GitHub finds issues and people: not if a sign without width comes next."""
