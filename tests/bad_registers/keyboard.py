"""Signs that a word processor puts in place of plain ones: each is told at its own place."""

from __future__ import annotations

from support.small_register import REPORTS, SUMMER, Cases

CASES: Cases = {
    "A no-break space after a colon, above the line where YAML gives up": (
        {
            SUMMER: """\
title:
  fr:\xa0Réunion
  en: Summer
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:6: error: a no-break space stands after the colon, which YAML does not take for a space.
    Delete it, and type an ordinary space: `fr: Réunion`.
1 error, 0 warnings
""",
    ),
    "A no-break space after a colon, inside braces": (
        {
            SUMMER: """\
title: {fr:\xa0Réunion, en: Summer}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:12: error: a no-break space stands after the colon, which YAML does not take for a space.
    Delete it, and type an ordinary space: `title: {fr: Réunion, en: Summer}`.
1 error, 0 warnings
""",
    ),
    "A no-break space inside brackets, after a comma": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
chairs: [anne-exemple,\xa0paul-modele]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:23: error: a no-break space (U+00A0) stands beside `paul-modele`.
    Delete it: only a plain space may stand here.
1 error, 0 warnings
""",
    ),
    "A no-break space after the dash of a list of ids": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
chairs:
  -\xa0anne-exemple
  - paul-modele
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:3: error: a no-break space stands here, which YAML does not take for a space.
    Delete it, and type an ordinary space: `- anne-exemple`.
1 error, 0 warnings
""",
    ),
    "A no-break space after the dash of an item": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  -\xa0item: 1
    title: {fr: Un, en: One}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:4: error: a no-break space stands here, which YAML does not take for a space.
    Delete it, and type an ordinary space: `- item: 1`.
1 error, 0 warnings
""",
    ),
    "No-break spaces in the indentation of each line": (
        {
            SUMMER: """\
title:
\xa0 fr: Réunion
\xa0 en: Summer
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: a no-break space stands in the indentation of this line.
    Delete it, and type an ordinary space: `  fr: Réunion`.
1 error, 0 warnings
""",
    ),
    "No-break spaces in the indentation of one line": (
        {
            SUMMER: """\
title:
  fr: Réunion
\xa0\xa0en: Summer
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:1: error: a no-break space stands in the indentation of this line.
    Delete it, and type an ordinary space: `  en: Summer`.
1 error, 0 warnings
""",
    ),
    "A no-break space after a date": (
        {REPORTS: ("2031-03-01", "2031-03-01\xa0")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:2:5: error: a no-break space (U+00A0) stands beside `2031-03-01`.
    Delete it: only a plain space may stand here.
1 error, 0 warnings
""",
    ),
    "A no-break hyphen in an id": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
chairs: [anne\u2011exemple]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:10: error: `anne\u2011exemple` holds a no-break hyphen (U+2011), which does not belong here.
    Did you mean `anne-exemple`? Expected: an id of data/organizations.yml or data/people.yml.
1 error, 0 warnings
""",
    ),
    "An en dash in an id": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
chairs: [anne–exemple]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:10: error: `anne–exemple` holds an en dash (U+2013), which does not belong here.
    Did you mean `anne-exemple`? Expected: an id of data/organizations.yml or data/people.yml.
1 error, 0 warnings
""",
    ),
    "En dashes in a date": (
        {REPORTS: ("2031-03-01", "2031–03–01")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:2:5: error: `2031–03–01` holds an en dash (U+2013), which does not belong here.
    Write `2031-03-01`.
1 error, 0 warnings
""",
    ),
    "An en dash in a meeting's id": (
        {REPORTS: ("meeting: cbf-hc/2031-04-02", "meeting: cbf–hc/2031-04-02")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:7:5: error: `cbf–hc/2031-04-02` holds an en dash (U+2013), which does not belong here.
    Did you mean `cbf-hc/2031-04-02`? Expected: a meeting under data/meetings/; add its file if it is not there.
1 error, 0 warnings
""",
    ),
    "En dashes that begin the entries of a list": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
chairs:
  – anne-exemple
  – paul-modele
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:3: error: an en dash begins this line, where a list needs a plain hyphen.
    Write `- anne-exemple`.
1 error, 0 warnings
""",
    ),
    "An en dash that begins an item": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  – item: 1
    title: {fr: Un, en: One}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:3: error: an en dash begins this line, where a list needs a plain hyphen.
    Write `- item: 1`.
1 error, 0 warnings
""",
    ),
    "An invisible space in an id": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
chairs: [anne-exemple\u200b]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:10: error: `anne-exemple[U+200B]` holds an invisible space (U+200B), which does not belong here.
    Did you mean `anne-exemple`? Expected: an id of data/organizations.yml or data/people.yml.
1 error, 0 warnings
""",
    ),
    "An underline in an id": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
chairs: [anne_exemple]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:10: error: `anne_exemple` is not the id of a person, an organization or an office.
    Did you mean `anne-exemple`? Expected: an id of data/organizations.yml or data/people.yml.
1 error, 0 warnings
""",
    ),
    "Curly quotation marks around an id": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
chairs: [“anne-exemple”]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:10: error: `“anne-exemple”` holds a curly quotation mark (U+201C), which does not belong here.
    Did you mean `anne-exemple`? Expected: an id of data/organizations.yml or data/people.yml.
1 error, 0 warnings
""",
    ),
    "Curly quotation marks around a text with a colon": (
        {
            SUMMER: """\
title:
  fr: “Suivi : x”
  en: Summer
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:7: error: `“` is not a quotation mark of YAML, so what follows is not held together.
    Write `fr: "Suivi : x"`, with plain quotation marks.
1 error, 0 warnings
""",
    ),
    "Curly quotation marks around a text with a colon, inside braces": (
        {
            SUMMER: """\
title: {fr: “Suivi : x”, en: Summer}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:13: error: `“` is not a quotation mark of YAML, so what follows is not held together.
    Write `title: {fr: "Suivi : x", en: Summer}`, with plain quotation marks.
1 error, 0 warnings
""",
    ),
    "Curly quotation marks around a text with a comma, inside braces": (
        {
            SUMMER: """\
title: {fr: “Un, deux”, en: Summer}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:13: error: `“` is not a quotation mark of YAML, so what follows is not held together.
    Write `title: {fr: "Un, deux", en: Summer}`, with plain quotation marks.
1 error, 0 warnings
""",
    ),
    "French quotation marks around a text with a colon": (
        {
            SUMMER: """\
title:
  fr: « Suivi : x »
  en: Summer
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:7: error: `«` is not a quotation mark of YAML, so what follows is not held together.
    Write `fr: "« Suivi : x »"`, with plain quotation marks.
1 error, 0 warnings
""",
    ),
}
