"""A file of reports on a follow-up, or one more report for a file that is there."""

from __future__ import annotations

from ..register import Outcome, Register
from ..source import tell
from .lines import comments, first_words, to_fill

_SCHEMA = "# yaml-language-server: $schema=../../../docs/schema/follow-up.json"


def report_draft(register: Register, follow_up: Outcome) -> str:
    """The file of the first report on a follow-up, made on the day of the register."""
    words = first_words(follow_up.data.text)
    head = [_SCHEMA, *(comments(0, words) if words else [])]
    return "\n".join([*head, "reports:", report_entry(register)])


def report_entry(register: Register) -> str:
    """The lines of one report, made on the day of the register."""
    return "\n".join(
        [
            f"  - date: {register.as_of}",
            *comments(4, tell("One of in-progress, done, dropped, carried-over:")),
            "    status: in-progress",
            *comments(4, tell("Delete `# ` before a line to keep it:")),
            f"    # text: {to_fill(register)}",
            "    # due: next-meeting",
            "",
        ]
    )
