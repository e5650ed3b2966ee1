"""Links to GitHub's editor, with a new file begun in it, for those who have no terminal.

Comes in: the address below which files are edited, and a page. Goes out: an address, or none where
the files are edited elsewhere. Begin at `begin_link`.
"""

from __future__ import annotations

import re
from functools import partial
from urllib.parse import urlencode

from ..drafts import meeting_stub, report_draft, report_file
from ..language import said_in
from ..register import Outcome, Register, status
from ..source import FOLDER
from .addresses import Page

_ON_GITHUB = re.compile(r"(https://[^/]+/[^/]+/[^/]+)/edit/([^/]+)/")
"""The address of the editor: that of the repository, and the branch. GitLab's has `/-/edit/`."""
_A_DAY = "YYYY-MM-DD"
"""In the name of a file for a meeting whose day nobody knows yet. The check asks for the day."""


def begin_link(register: Register, edit: str, page: Page) -> str:
    """The address at which the next file about the thing of a page can be written: a report on an
    open follow-up that has no file of reports yet, or a meeting of a body. Empty if there is none.

    GitHub takes the name and the text of a new file from the address
    (https://docs.github.com/repositories/working-with-files/managing-files/creating-new-files).
    """
    found = _ON_GITHUB.fullmatch(edit)
    thing = page.thing
    if not found or thing is None:
        return ""
    if isinstance(thing, Outcome) and thing.kind == "follow_up":
        between = any(report.item is None for report in thing.reports)
        if between or status(register, thing, register.as_of).is_closed:
            return ""
        file = report_file(thing)
        text = report_draft(register, thing, partial(said_in, code=page.language))
    elif thing.kind == "organization" and thing.key in register.bodies:
        file = f"{FOLDER}/meetings/{thing.key}/{_A_DAY}.yml"
        text = meeting_stub(register, thing.key)
    else:
        return ""
    repository, branch = found.groups()
    return f"{repository}/new/{branch}?{urlencode({'filename': file, 'value': text})}"
