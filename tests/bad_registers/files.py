"""Files and folders: their names, and those that are missing."""

from __future__ import annotations

from support.small_register import Cases

CASES: Cases = {
    "No file says what the register is": (
        {"register.yml": None},
        """\
data/register.yml:1:1: error: this file is missing.
    Create it; README.md shows what it holds.
1 error, 0 warnings
""",
    ),
    "No file of organizations": (
        {"organizations.yml": None},
        """\
data/organizations.yml:1:1: error: this file is missing.
    Create it; README.md shows what it holds.
1 error, 0 warnings
""",
    ),
    "A file that nothing reads, whose name is almost right": (
        {"glosary.yml": "x: y\n"},
        """\
data/glosary.yml:1:1: error: nothing reads a file of this name.
    Rename it data/glossary.yml.
1 error, 0 warnings
""",
    ),
    "A file that nothing reads": (
        {"notes/liste.txt": "x\n"},
        """\
data/notes/liste.txt:1:1: error: nothing reads a file of this name.
    A register holds register.yml, people.yml, organizations.yml, topics.yml, glossary.yml, seals.yml, and .yml files under meetings/ and follow-ups/. Rename the file or move it elsewhere.
1 error, 0 warnings
""",
    ),
    "A file that ends in .yaml": (
        {"meetings/cbf-hc/2031-07-02.yaml": "title: {fr: Réunion d'été, en: Summer meeting}\n"},
        """\
data/meetings/cbf-hc/2031-07-02.yaml:1:1: error: nothing reads a file of this name.
    Rename it data/meetings/cbf-hc/2031-07-02.yml.
1 error, 0 warnings
""",
    ),
    "A meeting whose file's name is not a date": (
        {"meetings/cbf-hc/juin.yml": "title: {fr: Réunion d'été, en: Summer meeting}\n"},
        """\
data/meetings/cbf-hc/juin.yml:1:1: error: this file's name does not say on which day the meeting is.
    Rename it data/meetings/cbf-hc/<year-month-day>.yml.
1 error, 0 warnings
""",
    ),
    "A meeting outside the folder of a body": (
        {"meetings/2031-06-05.yml": "title: {fr: Réunion d'été, en: Summer meeting}\n"},
        """\
data/meetings/2031-06-05.yml:1:1: error: this file's name says neither whose meeting it is nor when.
    Move it to data/meetings/cbf-hc/2031-06-05.yml.
1 error, 0 warnings
""",
    ),
    "A meeting on a day that does not exist": (
        {"meetings/cbf-hc/2031-02-30.yml": "title: {fr: Réunion d'été, en: Summer meeting}\n"},
        """\
data/meetings/cbf-hc/2031-02-30.yml:1:1: error: this file's name holds a day that does not exist: 2031-02-30.
    Rename the file with the day of the meeting.
1 error, 0 warnings
""",
    ),
    "A follow-up's file without a number": (
        {"follow-ups/cbf-hc/2031-02-05.yml": "reports: []\n"},
        """\
data/follow-ups/cbf-hc/2031-02-05.yml:1:1: error: this file's name does not say which follow-up it reports on.
    Rename it data/follow-ups/cbf-hc/2031-02-05-<number>.yml.
1 error, 0 warnings
""",
    ),
    "A follow-up's file on a day that does not exist": (
        {
            "follow-ups/cbf-hc/2031-02-30-1A.yml": """\
reports:
  - {date: 2031-04-03, status: done}
"""
        },
        """\
data/follow-ups/cbf-hc/2031-02-30-1A.yml:1:1: error: this file's name is not that of a follow-up.
    Name it data/follow-ups/cbf-hc/<date>-<number>.yml.
1 error, 0 warnings
""",
    ),
    "A follow-up's file whose number is no follow-up's": (
        {
            "follow-ups/cbf-hc/2031-04-02-2B.yml": """\
reports:
  - {date: 2031-04-03, status: done}
"""
        },
        """\
data/follow-ups/cbf-hc/2031-04-02-2B.yml:1:1: error: this file's name is not that of a follow-up.
    Name it data/follow-ups/cbf-hc/<date>-<number>.yml. If it is on follow-up cbf-hc/2031-04-02-2A, rename it data/follow-ups/cbf-hc/2031-04-02-2A.yml.
1 error, 0 warnings
""",
    ),
    "A second file for the same follow-up": (
        {
            "follow-ups/cbf-hc/2031-02-05-1a.yml": """\
reports:
  - {date: 2031-04-03, status: done}
"""
        },
        """\
data/follow-ups/cbf-hc/2031-02-05-1a.yml:1:1: error: `cbf-hc/2031-02-05#follow-up-1A` has its reports in data/follow-ups/cbf-hc/2031-02-05-1A.yml already.
    Put them all in one file, and delete the other.
1 error, 0 warnings
""",
    ),
    "A folder that is not named for a body": (
        {"meetings/cbf-ch/2031-06-05.yml": "title: {fr: Réunion d'été, en: Summer meeting}\n"},
        """\
data/meetings/cbf-ch:1:1: error: this folder is named `cbf-ch`, which is not a body of this register.
    Rename it data/meetings/cbf-hc, or move its files there.
1 error, 0 warnings
""",
    ),
    "A file that nobody expects, beside the meetings": (
        {"meetings/cbf-hc/ordre-du-jour.pdf": b"%PDF \xff"},
        """\
data/meetings/cbf-hc/ordre-du-jour.pdf:1:1: error: nothing reads a file of this name.
    A register holds register.yml, people.yml, organizations.yml, topics.yml, glossary.yml, seals.yml, and .yml files under meetings/ and follow-ups/. Rename the file or move it elsewhere.
1 error, 0 warnings
""",
    ),
    "A folder named like a file": (
        {"themes.yml/x.yml": "title: {fr: Réunion d'été, en: Summer meeting}\n"},
        """\
data/themes.yml:1:1: error: this is a folder, though its name is that of a file.
    Rename it, or put its files where they belong.
1 error, 0 warnings
""",
    ),
}
