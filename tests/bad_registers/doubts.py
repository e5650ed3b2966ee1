"""What looks like a mistake and may be none: warned of, and answered in the record itself."""

from __future__ import annotations

from support.small_register import SUMMER, Cases

CASES: Cases = {
    "An answer to a warning that nothing gives": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
accepted: [{warning: present-twice, about: anne-exemple, reason: Two people of one name.}]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:12: warning: nothing is in doubt here: no warning `present-twice` about `anne-exemple`.
    Remove this entry, or write both names as the warning gives them.
0 errors, 1 warning
""",
    ),
}
