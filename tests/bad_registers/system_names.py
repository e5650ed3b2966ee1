"""Ids, names and times that a computer or a reader takes for something else."""

from __future__ import annotations

from support.small_register import SUMMER, Cases

CASES: Cases = {
    "Ids that Windows cannot have as names of folders": (
        {
            "topics.yml": (
                "hiver:",
                "con: {name: {fr: Un, en: One}}\nlpt1: {name: {fr: Un, en: One}}\ncon-1: {name: {fr: Un, en: One}}\nhiver:",
            )
        },
        """\
data/topics.yml:6:1: warning: on Windows no folder can be called `con`, and the page of a topic is a folder named by its id.
    Choose a longer id, such as `con-2`, here and wherever it is named; otherwise the site cannot be built or copied there.
data/topics.yml:7:1: warning: on Windows no folder can be called `lpt1`, and the page of a topic is a folder named by its id.
    Choose a longer id, such as `lpt1-2`, here and wherever it is named; otherwise the site cannot be built or copied there.
0 errors, 2 warnings
""",
    ),
    "Times that summer time skips": (
        {
            "meetings/cbf-hc/2031-03-09.yml": "title: {fr: Un, en: One}\ntime_zone: America/Toronto\nstarts: 02:15\nadjourned: 03:15\n"
        },
        """\
data/meetings/cbf-hc/2031-03-09.yml:3:1: warning: clocks never showed 02:15 on this day in America/Toronto: they were set forward past it, to summer time.
    Look at the time, the day in the file's name, and `time_zone`.
0 errors, 1 warning
""",
    ),
    "A time zone that is another on each computer": (
        {SUMMER: "title: {fr: Un, en: One}\ntime_zone: localtime\nstarts: 10:00\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `localtime` is not a known time zone.
    Use a name of the IANA list, such as America/Toronto or America/Winnipeg.
1 error, 0 warnings
""",
    ),
    "Two people of one name, who are told apart by nothing": (
        {
            "people.yml": (
                "paul-modele:",
                "paul-2: {name: Paul modèle}\npaul-3: {name: Paul Modèle, offices: [{of: cbf-hc}]}\npaul-modele:",
            )
        },
        """\
data/people.yml:7:1: warning: several people are called Paul modèle, and readers cannot tell them apart: paul-2, paul-3, paul-modele.
    Say where this one is from: `offices: [{of: …}]` with an id of organizations.yml, or `offices: [{title: {…}}]`; pages then show it beside the name. If two are one person, keep one entry.
0 errors, 1 warning
""",
    ),
    "Files that an office program and a Macintosh have put beside the record": (
        {
            "desktop.ini": "x",
            "Thumbs.db": "x",
            "meetings/Desktop.ini": "x",
            "meetings/cbf-hc/~$31-02-05.yml": "x",
            ".DS_Store": "x",
        },
        """\
0 errors, 0 warnings
""",
    ),
}
