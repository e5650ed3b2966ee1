"""Text that YAML takes for something else: a colon, a sign at its head, a quotation mark."""

from __future__ import annotations

from support.small_register import SUMMER, Cases

CASES: Cases = {
    "A colon in unquoted text, in block form": (
        {
            SUMMER: """\
title:
  fr: Suivi : x
  en: Summer meeting
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:13: error: a colon followed by a space stands inside unquoted text.
    Write `fr: "Suivi : x"`.
1 error, 0 warnings
""",
    ),
    "A colon in unquoted text, inside braces": (
        {SUMMER: "title: {fr: Suivi : x, en: Summer meeting}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:19: error: these braces cannot be read: a colon or a quote in the text must be quoted, or a comma or the closing `}` is missing.
    Put each text in quotes, as in {fr: "…", en: "…"}.
1 error, 0 warnings
""",
    ),
    "A colon in unquoted text on its second line": (
        {
            SUMMER: """\
title:
  fr: Réunion
    d'été : juin
  en: Summer meeting
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:11: error: a colon followed by a space stands inside unquoted text, or the indentation is off.
    Line it up with the fields above it; if it is text, put it in quotes, or write the text as a block: `fr: |`, then the text on the next line, indented further.
1 error, 0 warnings
""",
    ),
    "A field indented further than the text above it": (
        {
            "topics.yml": """\
hiver:
  name: Hiver
    description: x
"""
        },
        """\
data/topics.yml:3:5: error: this line begins too far to the right: in column 5, where none above does.
    Begin it in column 3, as `name` does on line 2.
1 error, 0 warnings
""",
    ),
    "A text that begins with a dash": (
        {
            SUMMER: """\
title:
  fr: - Réunion
  en: Summer meeting
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:7: error: a text may not begin with `- ` here.
    Write `fr: "- Réunion"`.
1 error, 0 warnings
""",
    ),
    "A text that begins with a question mark": (
        {
            SUMMER: """\
title:
  fr: ? Réunion
  en: Summer meeting
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:7: error: a text may not begin with `? ` here.
    Write `fr: "? Réunion"`.
1 error, 0 warnings
""",
    ),
    "A text that begins with a star of Markdown": (
        {
            SUMMER: """\
title:
  fr: *Réunion* d'été
  en: Summer meeting
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:7: error: a text may not begin with `*`.
    Write `fr: "*Réunion* d'été"`.
1 error, 0 warnings
""",
    ),
    "A text that begins with two stars of Markdown": (
        {
            SUMMER: """\
title:
  fr: **Réunion** d'été
  en: Summer meeting
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:7: error: a text may not begin with `*`.
    Write `fr: "**Réunion** d'été"`.
1 error, 0 warnings
""",
    ),
    "A text that begins with an ampersand": (
        {
            SUMMER: """\
title:
  fr: & d'été
  en: Summer meeting
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:7: error: a text may not begin with `&`.
    Write `fr: "& d'été"`.
1 error, 0 warnings
""",
    ),
    "A text that begins with a percent sign": (
        {
            SUMMER: """\
title:
  fr: Réunion d'été
  en: %
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:7: error: a text may not begin with `%`.
    Write `en: "%"`.
1 error, 0 warnings
""",
    ),
    "A line that begins with a percent sign": (
        {
            SUMMER: """\
%été
title: x
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:1: error: a text may not begin with `%`.
    Put the text in quotes, or write the text as a block: `fr: |`, then the text on the next line, indented further.
1 error, 0 warnings
""",
    ),
    "A text that begins with an exclamation mark": (
        {
            SUMMER: """\
title:
  fr: ! Réunion
  en: Summer meeting
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:7: error: a text may not begin with `!`.
    Write `fr: "! Réunion"`.
1 error, 0 warnings
""",
    ),
    "A tag of Python's": (
        {SUMMER: "title: !!python/object:os.system {fr: Réunion, en: Meeting}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:8: error: a text may not begin with `!`.
    Write `title: "!!python/object:os.system {fr: Réunion, en: Meeting}"`.
1 error, 0 warnings
""",
    ),
    "A text that begins with a tag that is not finished": (
        {
            SUMMER: """\
title:
  fr: !<Réunion
  en: Summer meeting
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:7: error: a text may not begin with `!`.
    Write `fr: "!<Réunion"`.
1 error, 0 warnings
""",
    ),
    "An apostrophe inside single quotes": (
        {
            SUMMER: """\
title:
  fr: 'Réunion d'été'
  en: Summer meeting
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:18: error: something follows a closing quotation mark.
    If the mark belongs to the text, write `fr: "Réunion d'été"`.
1 error, 0 warnings
""",
    ),
    "An apostrophe inside single quotes, inside braces": (
        {SUMMER: "title: {fr: 'Réunion d'été', en: Summer meeting}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:24: error: something follows a closing quotation mark.
    If the mark belongs to the text, write `"Réunion d'été"`.
1 error, 0 warnings
""",
    ),
    "A double quote that is never closed": (
        {
            SUMMER: """\
title:
  fr: "Réunion d'été
  en: Summer meeting
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:7: error: a quotation mark is opened here and never closed.
    Close it where the text ends: `fr: "Réunion d'été"`.
1 error, 0 warnings
""",
    ),
    "A quote that is not closed before the end of the document": (
        {
            SUMMER: """\
title:
  fr: "Réunion d'été
---
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:7: error: the quotation mark that is opened here is not closed before `---` or `...`.
    Close it, or double it if it belongs to the text ('l''eau').
1 error, 0 warnings
""",
    ),
    "A backslash inside double quotes": (
        {SUMMER: 'title:\n  fr: "C:\\dossier"\n  en: Summer meeting\n'},
        "data/meetings/cbf-hc/2031-06-04.yml:2:10: error: a backslash inside double quotes must be doubled.\n    Write `\\\\`, or use single quotes.\n1 error, 0 warnings\n",
    ),
    "A backslash and an x inside double quotes": (
        {SUMMER: 'title:\n  fr: "C:\\xylophone"\n  en: Summer meeting\n'},
        "data/meetings/cbf-hc/2031-06-04.yml:2:12: error: a backslash inside double quotes must be doubled.\n    Write `\\\\`, or use single quotes.\n1 error, 0 warnings\n",
    ),
}
