"""Files that a secretariat begins with: what the register knows stands in them.

Comes in: a linked register, and a meeting or a follow-up of it. Goes out: the text of a YAML file,
which passes the check as it is. What nobody knows yet stands in it as a comment, never as a fact.
Begin at `meeting_draft`.

    lines      pieces of YAML, and comments
    meeting    a meeting to announce, or whose record is to be written
    report     a report on a follow-up
"""

from .meeting import meeting_draft, meeting_stub
from .report import report_draft, report_entry, report_file

__all__ = ["meeting_draft", "meeting_stub", "report_draft", "report_entry", "report_file"]
