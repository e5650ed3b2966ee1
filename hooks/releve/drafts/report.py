"""A file of reports on a follow-up, or one more report for a file that is there."""

from __future__ import annotations

from ..language import said
from ..register import Outcome, Register
from ..source import FOLDER, tell
from .lines import Say, comments, first_words, to_fill

_SCHEMA = "# yaml-language-server: $schema=../../../docs/schema/follow-up.json"


def report_file(follow_up: Outcome) -> str:
    """The path of the file of reports on a follow-up, from the project's folder."""
    return f"{FOLDER}/follow-ups/{follow_up.meeting.key}-{follow_up.number}.yml"


def report_draft(register: Register, follow_up: Outcome, say: Say = said) -> str:
    """The file of the first report on a follow-up, made on the day of the register.

    Its comments are in the language of the terminal, unless `say` speaks another one.
    """
    words = first_words(follow_up.data.text)
    head = [_SCHEMA, *(comments(0, words) if words else [])]
    return "\n".join([*head, "reports:", report_entry(register, say)])


def report_entry(register: Register, say: Say = said) -> str:
    """The lines of one report, made on the day of the register."""
    return "\n".join(
        [
            f"  - date: {register.as_of}",
            *comments(4, tell("One of in-progress, done, dropped, carried-over:"), say=say),
            "    status: in-progress",
            *comments(4, tell("Delete `# ` before a line to keep it:"), say=say),
            f"    # text: {to_fill(register)}",
            "    # due: next-meeting",
            "",
        ]
    )
