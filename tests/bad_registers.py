"""Bad registers, one for each thing that can be said of one: what to change, and what is said.

Each is the small register of tests/registers/ with a few files changed. The report is whole.
"""
# ruff: noqa: E501 - a report is shown as it is printed, however long its lines are

from __future__ import annotations

from collections.abc import Mapping

from support.small_register import Change

Cases = dict[str, tuple[Mapping[str, Change], str]]

WINTER = "meetings/cbf-hc/2031-02-05.yml"
SPRING = "meetings/cbf-hc/2031-04-02.yml"
SUMMER = "meetings/cbf-hc/2031-06-04.yml"
REPORTS = "follow-ups/cbf-hc/2031-02-05-1A.yml"

BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
"""Ten words in ten lists in ten lists, and so on: a hundred million words."""

# --- what the parser refuses -------------------------------------------------------------------

SYNTAX: Cases = {
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
    Put the text in quotes, or write the text as a block: `fr: |`, then the text on the next line, indented further.
1 error, 0 warnings
""",
    ),
    "A colon in unquoted text, inside braces": (
        {SUMMER: "title: {fr: Suivi : x, en: Summer meeting}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:19: error: these braces cannot be read: a colon or a quote in the text must be quoted, or a comma or the closing `}` is missing.
    Put each text in quotes, as in {fr: "Suivi : x", en: "Follow-up: x"}.
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
data/topics.yml:3:16: error: a colon followed by a space stands inside unquoted text, or the indentation is off.
    Line it up with the fields above it; if it is text, put it in quotes, or write the text as a block: `fr: |`, then the text on the next line, indented further.
1 error, 0 warnings
""",
    ),
    "A tab before a field": (
        {SUMMER: "title:\n\tfr: Réunion d'été\n\ten: Summer meeting\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: a tab stands in the indentation of this line.
    Use spaces: two for each level.
1 error, 0 warnings
""",
    ),
    "A tab before the text of a block": (
        {SUMMER: "title:\n  fr: |\n\tRéunion d'été\n  en: Summer meeting\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:1: error: a tab stands in the indentation of this line.
    Use spaces: two for each level.
1 error, 0 warnings
""",
    ),
    "A tab before a field, below a field without quotes": (
        {SUMMER: "title:\n  fr: Réunion d'été\n\ten: Summer meeting\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:1: error: a tab stands in the indentation of this line.
    Use spaces: two for each level.
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
    Put the text in quotes, or write the text as a block: `fr: |`, then the text on the next line, indented further.
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
    Put the text in quotes, or write the text as a block: `fr: |`, then the text on the next line, indented further.
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
    Put the text in quotes, or write the text as a block: `fr: |`, then the text on the next line, indented further.
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
    Put the text in quotes, or write the text as a block: `fr: |`, then the text on the next line, indented further.
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
    Put the text in quotes, or write the text as a block: `fr: |`, then the text on the next line, indented further.
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
    Put the text in quotes, or write the text as a block: `fr: |`, then the text on the next line, indented further.
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
    Put the text in quotes, or write the text as a block: `fr: |`, then the text on the next line, indented further.
1 error, 0 warnings
""",
    ),
    "A tag of Python's": (
        {SUMMER: "title: !!python/object:os.system {fr: Réunion, en: Meeting}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:8: error: a text may not begin with `!`.
    Put the text in quotes, or write the text as a block: `fr: |`, then the text on the next line, indented further.
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
    Put the text in quotes, or write the text as a block: `fr: |`, then the text on the next line, indented further.
1 error, 0 warnings
""",
    ),
    "Braces that are never closed": (
        {SUMMER: "title: {fr: Réunion d'été, en: Summer meeting\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:8: error: these braces cannot be read: a colon or a quote in the text must be quoted, or a comma or the closing `}` is missing.
    Put each text in quotes, as in {fr: "Suivi : x", en: "Follow-up: x"}.
1 error, 0 warnings
""",
    ),
    "Braces that are not closed before the next field": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting
format: hybrid
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:7: error: these braces cannot be read: a colon or a quote in the text must be quoted, or a comma or the closing `}` is missing; the opening one stands on line 1.
    Put each text in quotes, as in {fr: "Suivi : x", en: "Follow-up: x"}.
1 error, 0 warnings
""",
    ),
    "Brackets that are not closed before the next field": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
chairs: [anne-exemple
format: hybrid
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:7: error: this list in brackets cannot be read: a comma or the closing `]` is missing; the opening one stands on line 2.
    Write [first, second], with quotes around a text that holds a comma.
1 error, 0 warnings
""",
    ),
    "A brace that closes what was never opened": (
        {SUMMER: "title: {fr: Réunion d'été, en: Summer meeting}}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:47: error: this line is not a field of the map that began above: its indentation is off, or it closes what was never opened.
    Line it up with the fields above it; if it is text, write the text as a block: `fr: |`, then the text on the next line, indented further.
1 error, 0 warnings
""",
    ),
    "Two commas in a list": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
chairs: [anne-exemple,, paul-modele]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:23: error: inside brackets or braces, a text is missing here or begins with a sign of YAML's own.
    Remove the comma that is too many, or put the text in quotes.
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
    A quotation mark that belongs to the text is doubled ('l''eau'); between two texts in braces stands a comma.
1 error, 0 warnings
""",
    ),
    "An apostrophe inside single quotes, inside braces": (
        {SUMMER: "title: {fr: 'Réunion d'été', en: Summer meeting}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:24: error: something follows a closing quotation mark.
    A quotation mark that belongs to the text is doubled ('l''eau'); between two texts in braces stands a comma.
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
    Close it, or double it if it belongs to the text ('l''eau').
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
    "Text beside the bar that begins a block": (
        {
            SUMMER: """\
title:
  fr: | Réunion d'été
  en: Summer meeting
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:9: error: nothing may follow `|` or `>` on its line.
    Begin the text on the next line, indented further.
1 error, 0 warnings
""",
    ),
    "A field at the indentation of a list": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
  closing: []
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:5:3: error: this line is not an entry of the list that began above.
    Begin it with `- `, or set it back to the indentation of its own field.
1 error, 0 warnings
""",
    ),
    "A field with one space too few": (
        {
            SUMMER: """\
title:
  fr: Réunion d'été
 en: Summer meeting
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:2: error: this line is not a field of the map that began above: its indentation is off, or it closes what was never opened.
    Line it up with the fields above it; if it is text, write the text as a block: `fr: |`, then the text on the next line, indented further.
1 error, 0 warnings
""",
    ),
    "A list at the root after a map": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
- item: 1
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: this line is not a field of the map that began above: its indentation is off, or it closes what was never opened.
    Line it up with the fields above it; if it is text, write the text as a block: `fr: |`, then the text on the next line, indented further.
1 error, 0 warnings
""",
    ),
    "A line without a colon": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
format
place: Exempleville
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: this line is neither a field nor the rest of a text.
    Write `name: text`, or indent it so that it continues the text above.
1 error, 0 warnings
""",
    ),
    "A no-break space in place of the space after a colon": (
        {
            SUMMER: "title: {fr: Réunion d'été, en: Summer meeting}\nformat:\xa0hybrid\nplace: Exempleville\n"
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:8: error: a no-break space follows the colon.
    Delete it, and type an ordinary space.
1 error, 0 warnings
""",
    ),
    "A second document": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
---
title: {fr: Réunion d'été, en: Summer meeting}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `---` starts a second document in this file.
    Keep one document in each file: remove the line.
1 error, 0 warnings
""",
    ),
    "Text after the end of the document": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
...
title: {fr: Réunion d'été, en: Summer meeting}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:1: error: something follows `...`, which ends the file.
    Remove the line `...`.
1 error, 0 warnings
""",
    ),
    "A directive for another version of YAML": (
        {
            SUMMER: """\
%YAML 3.0
---
title: {fr: Réunion d'été, en: Summer meeting}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:1: error: this line asks for another version of YAML.
    Remove it: a register needs no line that begins with `%`.
1 error, 0 warnings
""",
    ),
    "What the parser says is none of the above": (
        {
            SUMMER: """\
%YAML 1.1
%YAML 1.1
---
title: {fr: Réunion d'été, en: Summer meeting}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: this is not valid YAML: found duplicate %YAML directive.
    Look at the indentation and the quotes.
1 error, 0 warnings
""",
    ),
    "A field whose name is a map": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
{format: hybrid}: x
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: a field's name must be plain words.
    If it is text, put it in quotes, or write the text as a block: `fr: |`, then the text on the next line, indented further.
1 error, 0 warnings
""",
    ),
    "A field whose name is a list, through an alias": (
        {
            SUMMER: """\
title: &t {fr: Réunion, en: Meeting}
*t : x
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: a field's name must be plain words.
    If it is text, put it in quotes, or write the text as a block: `fr: |`, then the text on the next line, indented further.
1 error, 0 warnings
""",
    ),
    "An alias of nothing": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
place: *ville
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:8: error: `*ville` refers to nothing that stands before it.
    If it is text, put it in quotes, or write the text as a block: `fr: |`, then the text on the next line, indented further.
1 error, 0 warnings
""",
    ),
}

# --- what can be parsed and still cannot be read -----------------------------------------------

READING: Cases = {
    "A key that stands twice": (
        {
            SUMMER: """\
title:
  fr: Réunion d'été
  en: Summer meeting
  fr: Réunion de juin
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:4:3: error: `fr` stands twice here, so one of the two would be lost.
    Keep one of them; the other stands on line 2.
1 error, 0 warnings
""",
    ),
    "A no-break space before a colon": (
        {SUMMER: "title: {fr: Réunion d'été, en: Summer meeting}\nformat\xa0: hybrid\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: a no-break space stands beside `format`.
    Delete it, and type an ordinary space if need be.
1 error, 0 warnings
""",
    ),
    "A comment that swallows words of a text": (
        {
            SUMMER: """\
title:
  fr: Réunion #3
  en: "Meeting #3"
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:15: warning: the text stops here: what follows `#` is not published.
    If it is text, put it in quotes, or write the text as a block: `fr: |`, then the text on the next line, indented further. If it is a comment, put a space after `#`.
data/meetings/cbf-hc/2031-06-04.yml:3:3: warning: `fr` and `en` do not hold the same numbers or dates: 3 only in `en`.
    Both languages must say the same; mend the one that is wrong.
0 errors, 2 warnings
""",
    ),
    "A text whose first word is an anchor": (
        {SUMMER: "title: {fr: &cie Réunion, en: Summer meeting}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:13: warning: `&cie` is not shown: it only marks what follows for `*cie`.
    If it is text, put it in quotes, or write the text as a block: `fr: |`, then the text on the next line, indented further.
0 errors, 1 warning
""",
    ),
    "A text that begins with an ampersand and an accent": (
        {
            SUMMER: """\
title:
  fr: &Réunion d'été
  en: Summer meeting
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:7: error: a text may not begin with `&`.
    Put the text in quotes, or write the text as a block: `fr: |`, then the text on the next line, indented further.
1 error, 0 warnings
""",
    ),
    "An empty file": (
        {"glossary.yml": ""},
        """\
data/glossary.yml:1:1: error: this file is empty.
    Fill it in, or delete the file.
1 error, 0 warnings
""",
    ),
    "A file of comments only": (
        {"glossary.yml": "# Rien encore.\n"},
        """\
data/glossary.yml:1:1: error: this file is empty.
    Fill it in, or delete the file.
1 error, 0 warnings
""",
    ),
    "A file that is Latin-1": (
        {SUMMER: b"title:\n  fr: R\xe9union \xe9t\xe9\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:8: error: this file is not UTF-8: byte 0xe9 stands here.
    Save the file again as UTF-8.
1 error, 0 warnings
""",
    ),
    "A file that is UTF-16": (
        {
            SUMMER: b"\xff\xfet\x00i\x00t\x00l\x00e\x00:\x00 \x00{\x00f\x00r\x00:\x00 \x00R\x00\xe9\x00u\x00n\x00i\x00o\x00n\x00 \x00d\x00'\x00\xe9\x00t\x00\xe9\x00,\x00 \x00e\x00n\x00:\x00 \x00S\x00u\x00m\x00m\x00e\x00r\x00 \x00m\x00e\x00e\x00t\x00i\x00n\x00g\x00}\x00\n\x00"
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:1: error: this file is not UTF-8: byte 0xff stands here.
    Save the file again as UTF-8.
1 error, 0 warnings
""",
    ),
    "A byte that is not UTF-8, after accents and a byte order mark": (
        {SUMMER: b"\xef\xbb\xbffr: \xc3\xa9t\xc3\xa9 \xff\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:9: error: this file is not UTF-8: byte 0xff stands here.
    Save the file again as UTF-8.
1 error, 0 warnings
""",
    ),
    "Characters that cannot be printed": (
        {SUMMER: "title:\n  fr: Réunion\u2028d'été\x07\n  en: Summer\u2028meeting\ue000\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:14: error: a character that cannot be printed (U+2028) stands here.
    Delete it, and type again what should stand there.
data/meetings/cbf-hc/2031-06-04.yml:2:20: error: a character that cannot be printed (U+0007) stands here.
    Delete it, and type again what should stand there.
data/meetings/cbf-hc/2031-06-04.yml:3:21: error: a character that cannot be printed (U+E000) stands here.
    Delete it, and type again what should stand there.
3 errors, 0 warnings
""",
    ),
    "A character that cannot be printed, written as an escape": (
        {SUMMER: 'title:\n  fr: "Réunion \\0 d\'été"\n  en: Summer meeting\n'},
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:7: error: this text holds a character that cannot be printed (U+0000).
    Remove the backslash and what belongs to it.
1 error, 0 warnings
""",
    ),
    "Aliases that grow without bound": (
        {SUMMER: BOMB},
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:12: error: this file is too large to be read.
    Divide it into several files. If it uses `*name`, write the text out only where it is needed.
1 error, 0 warnings
""",
    ),
    "Lists within lists without end": (
        {SUMMER: "[" * 10_000},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:61: error: this is nested too deeply to be read.
    Simplify it.
1 error, 0 warnings
""",
    ),
}

# --- files and folders -------------------------------------------------------------------------

FILES: Cases = {
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
    Did you mean data/glossary.yml?
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
    Let its name end in .yml.
1 error, 0 warnings
""",
    ),
    "A meeting whose file's name is not a date": (
        {"meetings/cbf-hc/juin.yml": "title: {fr: Réunion d'été, en: Summer meeting}\n"},
        """\
data/meetings/cbf-hc/juin.yml:1:1: error: this file's name says neither whose meeting it is nor when.
    Name it data/meetings/<body>/<date>.yml, as in cm-jc/2019-09-25.yml.
1 error, 0 warnings
""",
    ),
    "A meeting outside the folder of a body": (
        {"meetings/2031-06-05.yml": "title: {fr: Réunion d'été, en: Summer meeting}\n"},
        """\
data/meetings/2031-06-05.yml:1:1: error: this file's name says neither whose meeting it is nor when.
    Name it data/meetings/<body>/<date>.yml, as in cm-jc/2019-09-25.yml.
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
    Name it data/follow-ups/<body>/<date>-<number>.yml, as in cm-jc/2019-09-25-5C.yml.
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
    Name it data/follow-ups/<body>/<date>-<number>.yml. Did you mean cbf-hc/2031-02-05-1A.yml?
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
    Name it data/follow-ups/<body>/<date>-<number>.yml. Did you mean cbf-hc/2031-04-02-2A.yml?
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
data/meetings/cbf-ch/2031-06-05.yml:1:1: error: this file's folder is named `cbf-ch`, which is not a body.
    Did you mean cbf-hc? Bodies in data/register.yml: cbf-hc.
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

# --- the shape of a file -----------------------------------------------------------------------

SHAPE: Cases = {
    "An unknown field, almost right": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
adjurned: 16:35
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: unknown field `adjurned`.
    Did you mean `adjourned`? Fields here: title, format, place, time_zone, starts, adjourned, chairs, attendance, opening, agenda, closing, corrections, cancelled, postponed_to.
1 error, 0 warnings
""",
    ),
    "An unknown field, unlike any other": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
météo: neige
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: unknown field `météo`.
    Fields here: title, format, place, time_zone, starts, adjourned, chairs, attendance, opening, agenda, closing, corrections, cancelled, postponed_to.
1 error, 0 warnings
""",
    ),
    "A field of another place, in a directory": (
        {
            "people.yml": (
                "  name: Anne Exemple\n",
                """\
  name: Anne Exemple
  courriel: x
""",
            )
        },
        """\
data/people.yml:3:3: error: unknown field `courriel`.
    Fields here: name, offices.
1 error, 0 warnings
""",
    ),
    "A merge key": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
<<: x
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: unknown field `<<`.
    Fields here: title, format, place, time_zone, starts, adjourned, chairs, attendance, opening, agenda, closing, corrections, cancelled, postponed_to.
1 error, 0 warnings
""",
    ),
    "The body and the date given again": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
body: cbf-hc
date: 2031-06-05
id: x
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `body` is not a field: the folder and the file's name say it.
    Remove the line. If it disagrees with the file's name, rename the file.
data/meetings/cbf-hc/2031-06-04.yml:3:1: error: `date` is not a field: the folder and the file's name say it.
    Remove the line. If it disagrees with the file's name, rename the file.
data/meetings/cbf-hc/2031-06-04.yml:4:1: error: `id` is not a field: the folder and the file's name say it.
    Remove the line. If it disagrees with the file's name, rename the file.
3 errors, 0 warnings
""",
    ),
    "A missing field, of a meeting": (
        {SUMMER: "format: hybrid\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:1: error: the field `title` is missing.
    Add it. Fields here: title, format, place, time_zone, starts, adjourned, chairs, attendance, opening, agenda, closing, corrections, cancelled, postponed_to.
1 error, 0 warnings
""",
    ),
    "A missing field, of an item": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:5: error: the field `title` is missing.
    Add it. Fields here: item, title, items, documents, topics, presenters, narrative, outcomes, deferred_to, withheld.
1 error, 0 warnings
""",
    ),
    "An empty text": (
        {
            SUMMER: """\
title:
  fr: Réunion d'été
  en:
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:3: error: `en` is empty.
    Fill it in, or remove it if it may be left out.
1 error, 0 warnings
""",
    ),
    "An empty field": (
        {SUMMER: "title:\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:1: error: `title` is empty.
    Fill it in, or remove it if it may be left out.
1 error, 0 warnings
""",
    ),
    "An empty entry of a list": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
chairs:
  -
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:4: error: entry 1 of `chairs` is empty.
    Fill it in, or remove it if it may be left out.
1 error, 0 warnings
""",
    ),
    "An empty list where one is needed": (
        {REPORTS: "reports: []\n"},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:1:1: error: `reports` is empty.
    Give at least one.
1 error, 0 warnings
""",
    ),
    "No bodies": (
        {"register.yml": ("[cbf-hc]", "[]")},
        """\
data/register.yml:9:1: error: `bodies` is empty.
    Give at least one.
1 error, 0 warnings
""",
    ),
    "A comma in unquoted text, inside braces": (
        {SUMMER: "title: {fr: Bonjour, le monde, en: Hello}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:22: error: `le monde` stands here as a language without words.
    If a comma cut it off the text before it, put that whole text in quotes.
1 error, 0 warnings
""",
    ),
    "A comma in an unquoted name, inside braces": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
attendance:
  present:
    - {name: Martin, Jean}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:4:22: error: unknown field `Jean`.
    Fields here: name, organization. If a comma cut it off the text before it, put that whole text in quotes.
1 error, 0 warnings
""",
    ),
    "Text where text by language is needed": (
        {SUMMER: "title: Réunion d'été\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:1: error: `title` must give its text by language.
    Write {fr: "Réunion d'été", en: "…"}, with the languages of data/register.yml.
1 error, 0 warnings
""",
    ),
    "A list where text by language is needed": (
        {SUMMER: "title: [Réunion d'été, Summer meeting]\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:1: error: `title` must give its text by language.
    Write {fr: "…", en: "…"}, with the languages of data/register.yml.
1 error, 0 warnings
""",
    ),
    "A list where one text is needed": (
        {SUMMER: "title: {fr: [Réunion d'été], en: Summer meeting}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:9: error: `fr` must be text, not a list.
    Write words, in quotes if they hold brackets.
1 error, 0 warnings
""",
    ),
    "Fields where one text is needed": (
        {SUMMER: "title: {fr: {un: a, deux: b}, en: Summer meeting}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:9: error: `fr` must be text, not fields.
    Write words, in quotes if they hold a colon.
1 error, 0 warnings
""",
    ),
    "A colon that makes a field of a text on the next line": (
        {
            SUMMER: """\
title:
  fr:
    Suivi : x
  en: Summer meeting
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:3: error: `fr` must be text, but a colon made a field of `Suivi`.
    Put the text in quotes, "Suivi : x", or write the text as a block: `fr: |`, then the text on the next line, indented further.
1 error, 0 warnings
""",
    ),
    "A colon that makes a map of an entry of a list": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
chairs:
  - Anne : exemple
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:5: error: entry 1 of `chairs` must be text, but a colon made a field of `Anne`.
    Put the text in quotes, "Anne : exemple", or write the text as a block: `fr: |`, then the text on the next line, indented further.
1 error, 0 warnings
""",
    ),
    "A colon that makes a language of the first words of a task": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - follow_up: 1
        text: {fr: Oui., en: 'Yes.'}
        tasks:
          - Suivi : x
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:9:13: error: unknown language `Suivi`.
    Languages of this register: fr, en. If a colon or a comma made it one, put the text in quotes.
1 error, 0 warnings
""",
    ),
    "Text where a list is needed": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
chairs: anne-exemple
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `chairs` must be a list.
    Write [first, second], or a line `- …` for each.
1 error, 0 warnings
""",
    ),
    "Text where fields are needed": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
attendance: tout le monde
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `attendance` must hold fields, not text.
    Fields here: present, regrets, observers, presenters.
1 error, 0 warnings
""",
    ),
    "A list where fields are needed": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
attendance: [anne-exemple]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `attendance` must hold fields, not a list.
    Fields here: present, regrets, observers, presenters.
1 error, 0 warnings
""",
    ),
    "A directory that is a list": (
        {"people.yml": "- name: Anne Exemple\n"},
        """\
data/people.yml:1:1: error: this file must hold fields, not a list.
    Write `id: …` for each, without a dash.
1 error, 0 warnings
""",
    ),
    "A directory that is text": (
        {"topics.yml": "Aucun.\n"},
        """\
data/topics.yml:1:1: error: this file must hold fields, not text.
    Write `id: …` for each, without a dash.
1 error, 0 warnings
""",
    ),
    "An outcome without a number": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - text: {fr: Oui., en: 'Yes.'}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:9: error: entry 1 of `outcomes` is not a decision, a follow-up or a note.
    Begin it with its number: `decision: 3`, `follow_up: 5C` or `note: 1`.
1 error, 0 warnings
""",
    ),
    "A word that is almost one of those expected": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
format: hibrid
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `hibrid` is not one of the words expected here.
    Did you mean `hybrid`? Expected: in-person, teleconference, hybrid, written.
1 error, 0 warnings
""",
    ),
    "A word that is none of those expected": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
format: sous la pluie
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `sous la pluie` is not one of the words expected here.
    Expected: in-person, teleconference, hybrid, written.
1 error, 0 warnings
""",
    ),
    "A word where outcomes are expected": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes: aucune
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:5:5: error: `aucune` is not one of the words expected here.
    Expected: none, or a list.
1 error, 0 warnings
""",
    ),
    "A due date without its field": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - follow_up: 1
        text: {fr: Oui., en: 'Yes.'}
        due: 2031-07-01
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:9: error: `due` does not say when.
    Write {date: 2019-10-24}, or {meeting: cm-jc/2019-11-20}.
1 error, 0 warnings
""",
    ),
    "A due date that says nothing": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - follow_up: 1
        text: {fr: Oui., en: 'Yes.'}
        due: {}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:9: error: `due` does not say when.
    Write {date: 2019-10-24}, or {meeting: cm-jc/2019-11-20}.
1 error, 0 warnings
""",
    ),
    "Carried over to nothing": (
        {REPORTS: ("    continued_by: cbf-hc/2031-04-02#follow-up-2A\n", "")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:6:5: error: a follow-up is carried over to another one, and `continued_by` says to which.
    Give both `status: carried-over` and `continued_by: cm-jc/2019-11-20#follow-up-2`, or neither.
1 error, 0 warnings
""",
    ),
}

# --- the form of a value -----------------------------------------------------------------------

FORMS: Cases = {
    "A date in another order": (
        {REPORTS: ("2031-03-01", "01-03-2031")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:2:5: error: `01-03-2031` is not a date.
    Write the day as 2019-09-25: year, month, day.
1 error, 0 warnings
""",
    ),
    "A date in digits of another script": (
        {REPORTS: ("2031-03-01", "٢٠٣١-٠٣-٠١")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:2:5: error: `٢٠٣١-٠٣-٠١` is not a date.
    Write the day as 2019-09-25: year, month, day.
1 error, 0 warnings
""",
    ),
    "A list in place of a date": (
        {"register.yml": ("2031-06-30", "[2031-06-30]")},
        """\
data/register.yml:17:1: error: `as_of` is not a date.
    Write the day as 2019-09-25: year, month, day.
1 error, 0 warnings
""",
    ),
    "An impossible date": (
        {REPORTS: ("2031-03-01", "2031-02-29")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:2:5: error: `2031-02-29` is a day that does not exist.
    Look at the month and the day again.
1 error, 0 warnings
""",
    ),
    "A time that is not one": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
starts: 9 h
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `9 h` is not a time.
    Write the time as 16:35: hours from 0 to 23, then minutes.
1 error, 0 warnings
""",
    ),
    "An impossible time": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
starts: 24:00
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `24:00` is not a time.
    Write the time as 16:35: hours from 0 to 23, then minutes.
1 error, 0 warnings
""",
    ),
    "A time zone that is almost one": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
time_zone: america/toronto
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `america/toronto` is not a known time zone.
    Did you mean America/Toronto?
1 error, 0 warnings
""",
    ),
    "A time zone that is none": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
time_zone: heure de l'Est
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `heure de l'Est` is not a known time zone.
    Use a name of the IANA list, such as America/Toronto or America/Winnipeg.
1 error, 0 warnings
""",
    ),
    "A language that is not a code": (
        {"register.yml": ("[fr, en]", "[fr, en, Anglais]")},
        """\
data/register.yml:6:21: error: `Anglais` is not a language code.
    Write fr, en, or a code such as fr-CA.
1 error, 0 warnings
""",
    ),
    "A country that is not a code": (
        {"register.yml": ("country: CA", "country: Canada")},
        """\
data/register.yml:8:1: error: `Canada` is not the code of a country.
    Write two capital letters, such as CA.
1 error, 0 warnings
""",
    ),
    "A number that is not one": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: un et deux
    title: {fr: Un, en: One}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:5: error: `un et deux` cannot be a number in the record.
    Write letters and digits, as in 3, 5C or 2019-04.
1 error, 0 warnings
""",
    ),
    "An id with capitals": (
        {"topics.yml": ("hiver:", "Grand Hiver:")},
        """\
data/topics.yml:6:1: error: `Grand Hiver` is not an id.
    Write lower-case letters and digits joined by hyphens, as in cm-jc.
1 error, 0 warnings
""",
    ),
    "An empty id": (
        {"topics.yml": ("hiver:", "'':")},
        """\
data/topics.yml:6:1: error: `` is not an id.
    Write lower-case letters and digits joined by hyphens, as in cm-jc.
1 error, 0 warnings
""",
    ),
    "A person by name where an id is needed": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
attendance:
  present: [Jean Martin]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:13: error: `Jean Martin` is not an id.
    Write lower-case letters and digits joined by hyphens, as in cm-jc. For somebody who is not in people.yml, write {name: Jean Martin}.
1 error, 0 warnings
""",
    ),
    "A meeting that is not an id": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    deferred_to: {meeting: prochaine réunion}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:5:19: error: `prochaine réunion` is not a meeting's id.
    Write its body and its date: cm-jc/2019-09-25.
1 error, 0 warnings
""",
    ),
    "A reference without its number": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
        amends: [cbf-hc/2031-02-05]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:18: error: `cbf-hc/2031-02-05` does not refer to a decision or a follow-up.
    Write "#decision-3" for this meeting, or cm-jc/2019-09-25#decision-3 for another.
1 error, 0 warnings
""",
    ),
    "An owner that is not an id": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - follow_up: 1
        text: {fr: Oui., en: 'Yes.'}
        owners: [L'Atelier]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:18: error: `L'Atelier` is not the id of a person, an organization or an office.
    Write an id such as isac-iccs, or an office as isac-iccs#chair.
1 error, 0 warnings
""",
    ),
    "An address without https": (
        {"organizations.yml": ("https://example.org/atelier", "www.example.org")},
        """\
data/organizations.yml:17:3: error: `www.example.org` is not an address of the web.
    Write it whole, beginning with https:// (or mailto: for mail).
1 error, 0 warnings
""",
    ),
    "An address for mail that is not one": (
        {"register.yml": ("secretariat@example.org", "secretariat")},
        """\
data/register.yml:13:3: error: `secretariat` is not an address for mail.
    Write it as name@example.org.
1 error, 0 warnings
""",
    ),
    "The way to a sister that leads to another host": (
        {
            "register.yml": (
                "country: CA",
                "country: CA\nsisters:\n  - title: {fr: B, en: B}\n    path: https://elsewhere.example/b/",
            )
        },
        """\
data/register.yml:11:5: error: `https://elsewhere.example/b/` is not the way to another site of the same host.
    Write it from the root of this one, as in ../comite-b/.
1 error, 0 warnings
""",
    ),
    "Neither true nor false": (
        {
            "register.yml": (
                "country: CA",
                """\
country: CA
one_language_suffices: oui""",
            )
        },
        """\
data/register.yml:9:1: error: `oui` is neither true nor false.
    Write true or false.
1 error, 0 warnings
""",
    ),
    "A count that is not one": (
        {WINTER: ("against: {count: 0}", "against: {count: aucun}")},
        """\
data/meetings/cbf-hc/2031-02-05.yml:47:21: error: `aucun` is not a count.
    Write digits only.
1 error, 0 warnings
""",
    ),
    "A count that is less than nothing": (
        {WINTER: ("against: {count: 0}", "against: {count: -1}")},
        """\
data/meetings/cbf-hc/2031-02-05.yml:47:21: error: `-1` is not a count.
    Write digits only.
1 error, 0 warnings
""",
    ),
    "A count that is far too long": (
        {WINTER: ("against: {count: 0}", "against: {count: " + "9" * 5000 + "}")},
        """\
data/meetings/cbf-hc/2031-02-05.yml:47:21: error: `99999999999999999999999999999999999999999999999999999999999…` is not a count.
    Write digits only.
1 error, 0 warnings
""",
    ),
    "A text of several lines and with signs that do not print where an id is needed": (
        {
            SUMMER: 'title: {fr: Réunion d\'été, en: Summer meeting}\nchairs:\n  - |\n    Anne\n    Exemple\n  - "\\e[31m"\n'
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:5: error: `Anne Exemple` is not the id of a person, an organization or an office.
    Write an id such as isac-iccs, or an office as isac-iccs#chair.
data/meetings/cbf-hc/2031-06-04.yml:6:5: error: `[U+001B][31m` is not the id of a person, an organization or an office.
    Write an id such as isac-iccs, or an office as isac-iccs#chair.
data/meetings/cbf-hc/2031-06-04.yml:6:5: error: this text holds a character that cannot be printed (U+001B).
    Remove the backslash and what belongs to it.
3 errors, 0 warnings
""",
    ),
}

# --- the rules across files --------------------------------------------------------------------

RULES: Cases = {
    "A default language that is none of the languages": (
        {"register.yml": ("default_language: fr", "default_language: es")},
        """\
data/register.yml:7:1: error: `es` is not one of the register's languages.
    Expected: fr, en.
1 error, 0 warnings
""",
    ),
    "A language that stands twice, in the place of another": (
        {"register.yml": ("languages: [fr, en]", "languages: [fr, fr]")},
        """\
data/register.yml:6:17: error: `fr` stands twice here.
    Keep one of them.
1 error, 0 warnings
""",
    ),
    "A body that stands twice": (
        {"register.yml": ("[cbf-hc]", "[cbf-hc, cbf-hc]")},
        """\
data/register.yml:9:18: error: `cbf-hc` stands twice here.
    Keep one of them.
1 error, 0 warnings
""",
    ),
    "A language in which the interface has no words": (
        {
            "register.yml": (
                """\
[fr, en]
default_language: fr""",
                """\
[fr, en, eo]
one_language_suffices: true""",
            )
        },
        """\
data/register.yml:6:21: warning: the interface has no words in `eo`, so its pages show English ones.
    Translate messages.pot in hooks/releve/locales/ as eo.po.
0 errors, 1 warning
""",
    ),
    "A body without meetings": (
        {"register.yml": ("[cbf-hc]", "[cbf-hc, atelier-workshop]")},
        """\
data/register.yml:9:18: warning: `atelier-workshop` has no meeting yet.
    Add its first one as data/meetings/atelier-workshop/<date>.yml.
0 errors, 1 warning
""",
    ),
    "A body that is no organization": (
        {"register.yml": ("[cbf-hc]", "[cbf-ch]")},
        """\
data/register.yml:9:10: error: unknown organization `cbf-ch`.
    Did you mean `cbf-hc`? Expected: an id of data/organizations.yml.
1 error, 0 warnings
""",
    ),
    "A body that is a person": (
        {"register.yml": ("[cbf-hc]", "[cbf-hc, anne-exemple]")},
        """\
data/register.yml:9:18: error: `anne-exemple` is a person; expected here: organization.
    Expected: an id of data/organizations.yml.
1 error, 0 warnings
""",
    ),
    "A number of a decision that is used twice": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:9: error: `cbf-hc/2031-06-04#decision-1` is used twice.
    It stands already at data/meetings/cbf-hc/2031-06-04.yml:6. Give one of the two another number.
1 error, 0 warnings
""",
    ),
    "A number of an item that is used twice": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
  - item: 1
    title: {fr: Deux, en: Two}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:5:5: error: `cbf-hc/2031-06-04#item-1` is used twice.
    It stands already at data/meetings/cbf-hc/2031-06-04.yml:3. Give one of the two another number.
1 error, 0 warnings
""",
    ),
    "An id that is a person's and an organization's, wherever it is used": (
        {
            "people.yml": ("paul-modele:", "atelier-workshop: {name: Atelier}\npaul-modele:"),
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
attendance: {present: [atelier-workshop]}
""",
        },
        """\
data/people.yml:7:1: error: `atelier-workshop` is used twice.
    It stands already at data/organizations.yml:10. Give one of the two another id.
1 error, 0 warnings
""",
    ),
    "An unknown person": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
attendance:
  present: [ane-exemple]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:13: error: unknown person `ane-exemple`.
    Did you mean `anne-exemple`? Expected: an id of data/people.yml.
1 error, 0 warnings
""",
    ),
    "An unknown chair": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
chairs: [bob]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:10: error: unknown person, organization or office `bob`.
    Expected: an id of data/organizations.yml or data/people.yml.
1 error, 0 warnings
""",
    ),
    "An organization where a person is needed": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
attendance:
  present: [cbf-hc]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:13: error: `cbf-hc` is an organization; expected here: person.
    Expected: an id of data/people.yml.
1 error, 0 warnings
""",
    ),
    "An unknown organization": (
        {"people.yml": ("of: atelier-workshop", "of: atelier-workshp")},
        """\
data/people.yml:10:7: error: unknown organization `atelier-workshp`.
    Did you mean `atelier-workshop`? Expected: an id of data/organizations.yml.
1 error, 0 warnings
""",
    ),
    "An unknown topic": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    topics: [peintures]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:5:14: error: unknown topic `peintures`.
    Did you mean `peinture`? Expected: an id of data/topics.yml.
1 error, 0 warnings
""",
    ),
    "An unknown meeting": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    deferred_to: {meeting: cbf-hc/2031-04-03}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:5:19: error: unknown meeting `cbf-hc/2031-04-03`.
    Did you mean `cbf-hc/2031-04-02`? Expected: a meeting under data/meetings/; add its file if it is not there.
1 error, 0 warnings
""",
    ),
    "An unknown decision of this meeting": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
        amends: ['#decision-2']
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:18: error: unknown decision `#decision-2`.
    Did you mean `#decision-1`? Expected: a decision of a meeting under data/meetings/.
1 error, 0 warnings
""",
    ),
    "An unknown decision of another meeting": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
        amends: [cbf-hc/2031-04-02#decision-7]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:18: error: unknown decision `cbf-hc/2031-04-02#decision-7`.
    Did you mean `cbf-hc/2031-04-02#decision-2`? Expected: a decision of a meeting under data/meetings/.
1 error, 0 warnings
""",
    ),
    "A follow-up where a decision is needed": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - follow_up: 1
        text: {fr: Oui., en: 'Yes.'}
        arises_from: ['#follow-up-1']
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:23: error: `#follow-up-1` is a follow-up; expected here: decision.
    Expected: a decision of a meeting under data/meetings/.
1 error, 0 warnings
""",
    ),
    "An unknown follow-up": (
        {REPORTS: ("#follow-up-2A", "#follow-up-2B")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:9:5: error: unknown follow-up `cbf-hc/2031-04-02#follow-up-2B`.
    Did you mean `cbf-hc/2031-04-02#follow-up-2A`? Expected: a follow-up of a meeting under data/meetings/.
1 error, 0 warnings
""",
    ),
    "An unknown office of an organization": (
        {"people.yml": ("office: chair", "office: chairs")},
        """\
data/people.yml:5:7: error: `cbf-hc` has no office `chairs`.
    Did you mean `chair`? Its offices in data/organizations.yml: chair.
1 error, 0 warnings
""",
    ),
    "An office without its organization": (
        {
            "people.yml": (
                """\
    - of: cbf-hc
      office: chair
""",
                "    - office: chair\n",
            )
        },
        """\
data/people.yml:4:7: error: an office is named, but not its organization.
    Add `of:` with the id of the organization, or write a `title` instead.
1 error, 0 warnings
""",
    ),
    "An office of an organization that has none": (
        {
            "organizations.yml": (
                """\
  offices:
    lead: {fr: Responsable, en: Lead}
""",
                "",
            ),
            "people.yml": (
                "    - of: atelier-workshop\n",
                """\
    - of: atelier-workshop
      office: lead
""",
            ),
            WINTER: ("atelier-workshop#lead, ", ""),
        },
        """\
data/meetings/cbf-hc/2031-02-05.yml:1:1: error: what this sealed record shows was changed: names: atelier-workshop#lead.
    If that is right, `make seal` takes it in; the record itself stays sealed.
data/meetings/cbf-hc/2031-02-05.yml:55:9: error: this record is sealed, but it was changed: follow-up 1A: owner.
    Put it back as it was. To correct it, add under `corrections`: `{where: follow-up 1A, kind: typographical, says: {…}, should_say: {…}, reason: {…}}`; a change of what it means is `substantive`, and names the decision that allows it.
data/people.yml:11:7: error: `atelier-workshop` has no office `lead`.
    Its offices in data/organizations.yml: none yet.
3 errors, 0 warnings
""",
    ),
    "An appointment to an unknown office": (
        {SPRING: ("            office: chair\n", "            office: president\n")},
        """\
data/meetings/cbf-hc/2031-04-02.yml:28:13: error: `cbf-hc` has no office `president`.
    Its offices in data/organizations.yml: chair.
1 error, 0 warnings
""",
    ),
    "An office that ends before it begins": (
        {
            "people.yml": (
                "from: 2030-01-01",
                """\
from: 2030-01-01
      to: 2029-12-31""",
            )
        },
        """\
data/people.yml:7:7: error: this office ends on 2029-12-31, before it begins on 2030-01-01.
    Look at the two dates again.
1 error, 0 warnings
""",
    ),
    "Organizations that belong to each other": (
        {
            "organizations.yml": (
                "  kind: committee\n",
                """\
  kind: committee
  parent: atelier-workshop
""",
            )
        },
        """\
data/organizations.yml:5:3: error: `cbf-hc` belongs to itself: cbf-hc → atelier-workshop → cbf-hc.
    Name the organization above it, or remove the line.
data/organizations.yml:16:3: error: `atelier-workshop` belongs to itself: atelier-workshop → cbf-hc → atelier-workshop.
    Name the organization above it, or remove the line.
2 errors, 0 warnings
""",
    ),
    "An organization that belongs to itself": (
        {
            "organizations.yml": (
                "  kind: committee\n",
                """\
  kind: committee
  parent: cbf-hc
""",
            )
        },
        """\
data/organizations.yml:5:3: error: `cbf-hc` belongs to itself: cbf-hc → cbf-hc.
    Name the organization above it, or remove the line.
1 error, 0 warnings
""",
    ),
    "References to nothing in a text": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    narrative:
      - text:
          fr: |
            Voir
            [[ral]] et
            puis [[rall]], [[#1A]],
            [[cbf-hc/2031-02-05#decision-9|la décision]] et [[rall]].
          en: See the rest.
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:10:18: error: [[rall]] refers to nothing.
    Did you mean [[ral]]? Write an id, a meeting such as cm-jc/2019-09-25, or #decision-3 and #5C for this meeting.
data/meetings/cbf-hc/2031-06-04.yml:10:28: error: [[#1A]] refers to nothing.
    Write an id, a meeting such as cm-jc/2019-09-25, or #decision-3 and #5C for this meeting.
data/meetings/cbf-hc/2031-06-04.yml:11:13: error: [[cbf-hc/2031-02-05#decision-9]] refers to nothing.
    Did you mean [[cbf-hc/2031-02-05#decision-1]]? Write an id, a meeting such as cm-jc/2019-09-25, or #decision-3 and #5C for this meeting.
data/meetings/cbf-hc/2031-06-04.yml:11:61: error: [[rall]] refers to nothing.
    Did you mean [[ral]]? Write an id, a meeting such as cm-jc/2019-09-25, or #decision-3 and #5C for this meeting.
4 errors, 0 warnings
""",
    ),
    "A gap in the numbers of the decisions": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
      - decision: 3
        text: {fr: Oui., en: 'Yes.'}
      - decision: 7
        text: {fr: Oui., en: 'Yes.'}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:9: warning: the decisions of this meeting skip 2.
    If a decision was left out, add it; if the record itself skips, nothing need change.
data/meetings/cbf-hc/2031-06-04.yml:10:9: warning: the decisions of this meeting skip 4 to 6.
    If a decision was left out, add it; if the record itself skips, nothing need change.
0 errors, 2 warnings
""",
    ),
    "A decision that approves the record of a later meeting": (
        {WINTER: ("expires: 2032-02-05", "approves: cbf-hc/2031-04-02")},
        """\
data/meetings/cbf-hc/2031-02-05.yml:38:9: error: this record is sealed, but it was changed: decision 1: expires; approves.
    Put it back as it was. To correct it, add under `corrections`: `{where: decision 1, kind: typographical, says: {…}, should_say: {…}, reason: {…}}`; a change of what it means is `substantive`, and names the decision that allows it.
data/meetings/cbf-hc/2031-02-05.yml:48:9: error: this decision of 2031-02-05 approves the record of `cbf-hc/2031-04-02`, later.
    Name the meeting whose record was approved: an earlier one.
2 errors, 0 warnings
""",
    ),
    "A decision that approves the record of its own meeting": (
        {SPRING: ("approves: cbf-hc/2031-02-05", "approves: cbf-hc/2031-04-02")},
        """\
data/meetings/cbf-hc/2031-04-02.yml:14:13: error: this decision of 2031-04-02 approves the record of its own meeting.
    Name the meeting whose record was approved: an earlier one.
data/seals.yml:3:1: error: the record of `cbf-hc/2031-02-05` is sealed, but no decision approves it.
    Add `approves` to the decision that approved it, or remove this entry.
2 errors, 0 warnings
""",
    ),
    "A correction of what is not there": (
        {WINTER: ("where: item 2", "where: item 9")},
        """\
data/meetings/cbf-hc/2031-02-05.yml:74:5: error: nothing in this record is called `item 9`.
    Write `item 1B`, `decision 3`, `follow-up 5C` or `note 1`.
1 error, 0 warnings
""",
    ),
    "A correction of words that are not there": (
        {WINTER: ("says: {fr: Déneigement}", "says: {fr: Dénaigement}")},
        """\
data/meetings/cbf-hc/2031-02-05.yml:76:12: error: item 2 does not say “Dénaigement”.
    Copy the words to correct exactly as they stand in the record.
1 error, 0 warnings
""",
    ),
    "A substantive correction without its decision": (
        {WINTER: ("kind: typographical", "kind: substantive")},
        """\
data/meetings/cbf-hc/2031-02-05.yml:75:5: error: a substantive correction needs a decision that allows it.
    Add `decision: cm-jc/2019-11-20#decision-1`, with the decision's own address.
1 error, 0 warnings
""",
    ),
    "A record and a report that are later than the day of the register": (
        {"register.yml": ("as_of: 2031-06-30", "as_of: 2031-03-01")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:6:5: warning: this report is later than `as_of` (2031-03-01), so it is not shown.
    To publish it, move `as_of` in data/register.yml to a later day, or take it out.
data/meetings/cbf-hc/2031-04-02.yml:1:1: warning: this meeting is later than `as_of` (2031-03-01), so only its agenda is shown.
    To publish it, move `as_of` in data/register.yml to a later day, or take it out.
0 errors, 2 warnings
""",
    ),
    "A cancelled meeting that has a record": (
        {SPRING: ("format: hybrid", "cancelled: true")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:7:5: error: nothing was reported at `cbf-hc/2031-04-02`, for it was cancelled.
    Name the meeting where it was reported, or remove the line.
data/meetings/cbf-hc/2031-04-02.yml:10:9: error: this meeting was cancelled, so item 1A may not have `outcomes`.
    Move it to the meeting where it happened, or remove `cancelled` or `postponed_to`.
data/meetings/cbf-hc/2031-04-02.yml:17:9: error: this meeting was cancelled, so item 1B may not have `outcomes`.
    Move it to the meeting where it happened, or remove `cancelled` or `postponed_to`.
data/meetings/cbf-hc/2031-04-02.yml:20:5: error: this meeting was cancelled, so item 2 may not have `outcomes`.
    Move it to the meeting where it happened, or remove `cancelled` or `postponed_to`.
4 errors, 0 warnings
""",
    ),
    "A withheld item that holds something": (
        {
            WINTER: (
                "      until: 2032-01-01\n",
                """\
      until: 2032-01-01
    documents: [{tab: 3}]
    outcomes: none
""",
            )
        },
        """\
data/meetings/cbf-hc/2031-02-05.yml:71:5: error: item 3 is withheld, so it may not have `documents`.
    Keep its number, title and reason only, and remove the rest from the file: what is committed stays in the history.
data/meetings/cbf-hc/2031-02-05.yml:71:5: error: this record is sealed, but it was changed: item 3: documents; list of outcomes.
    Put it back as it was. To correct it, add under `corrections`: `{where: item 3, kind: typographical, says: {…}, should_say: {…}, reason: {…}}`; a change of what it means is `substantive`, and names the decision that allows it.
data/meetings/cbf-hc/2031-02-05.yml:72:5: error: item 3 is withheld, so it may not have `outcomes`.
    Keep its number, title and reason only, and remove the rest from the file: what is committed stays in the history.
3 errors, 0 warnings
""",
    ),
    "Reports that stand newest first": (
        {REPORTS: ("2031-03-01", "2031-04-03")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:6:5: error: this report of 2031-04-02 stands after one of 2031-04-03.
    Put the oldest first: the last one says where the follow-up stands.
1 error, 0 warnings
""",
    ),
    "An unknown language, almost right": (
        {SUMMER: "title: {fr: Réunion d'été, eng: Summer meeting}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:28: error: unknown language `eng`.
    Did you mean `en`? Languages of this register: fr, en.
1 error, 0 warnings
""",
    ),
    "An unknown language": (
        {SUMMER: "title: {fr: Réunion d'été, es: Reunión de verano, en: Summer meeting}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:28: error: unknown language `es`.
    Languages of this register: fr, en.
1 error, 0 warnings
""",
    ),
    "A comma and a colon that make a language of some words": (
        {SUMMER: "title: {fr: Bonjour, cher : monde, en: Hello}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:22: error: unknown language `cher`.
    Languages of this register: fr, en. If a colon or a comma made it one, put the text in quotes.
1 error, 0 warnings
""",
    ),
    "A missing translation, before approval": (
        {SUMMER: "title: {fr: Réunion d'été}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:1: warning: the translation is missing: en.
    Add `en: …`; until then the page shows another language, and says so.
0 errors, 1 warning
""",
    ),
    "A missing translation, after approval": (
        {
            WINTER: (
                "title: {fr: Réunion d'hiver, en: Winter meeting}",
                "title: {fr: Réunion d'hiver}",
            )
        },
        """\
data/meetings/cbf-hc/2031-02-05.yml:1:1: error: the translation is missing: en.
    The record is approved, so it must stand in every language: add it.
data/meetings/cbf-hc/2031-02-05.yml:1:1: error: this record is sealed, but it was changed: meeting: title, English.
    Put it back as it was. To correct it, add under `corrections`: `{where: meeting, kind: typographical, says: {…}, should_say: {…}, reason: {…}}`; a change of what it means is `substantive`, and names the decision that allows it.
2 errors, 0 warnings
""",
    ),
    "Numbers that differ between the languages": (
        {SUMMER: "title: {fr: Réunion des 12 et 13 juin, en: Meeting of 12 and 14 June}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:40: warning: `fr` and `en` do not hold the same numbers or dates: 13 only in `fr`; 14 only in `en`.
    Both languages must say the same; mend the one that is wrong.
0 errors, 1 warning
""",
    ),
    "A number that one language lacks": (
        {SUMMER: "title: {fr: Les 12 bornes, en: Hydrants}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:28: warning: `fr` and `en` do not hold the same numbers or dates: 12 only in `fr`.
    Both languages must say the same; mend the one that is wrong.
0 errors, 1 warning
""",
    ),
    "Dates that differ between the languages": (
        {SUMMER: "title: {fr: Réunion du 4 juin 2031, en: Meeting of 4 July 2031}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:37: warning: `fr` and `en` do not hold the same numbers or dates: month 6 only in `fr`; month 7 only in `en`.
    Both languages must say the same; mend the one that is wrong.
0 errors, 1 warning
""",
    ),
    "A sign that turns the direction of the text": (
        {SUMMER: "title: {fr: Réunion \u202ed'été, en: Summer meeting}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:21: warning: an invisible sign that turns the direction of text stands here (U+202E).
    Delete it; until then the page shows it by its number.
0 errors, 1 warning
""",
    ),
}

# --- what goes on over time --------------------------------------------------------------------

LATER = "meetings/cbf-hc/2031-06-20.yml"


def _meeting(*outcomes: str) -> str:
    """A meeting with one item, and what came of it."""
    lines = [f"      - {{{outcome}}}\n" for outcome in outcomes]
    title = "title: {fr: Un, en: One}\n"
    return f"{title}agenda:\n  - item: 1\n    {title}    outcomes:\n{''.join(lines)}"


OVER_TIME: Cases = {
    "A decision that acts on itself and on later ones": (
        {
            SUMMER: _meeting(
                'decision: 1, text: {fr: Oui., en: Yes.}, amends: "#decision-1"',
                'decision: 2, text: {fr: Oui., en: Yes.}, supersedes: "#decision-3"',
                "decision: 3, text: {fr: Oui., en: Yes.}",
                "decision: 4, text: {fr: Oui., en: Yes.}, rescinds: cbf-hc/2031-06-20#decision-1",
            ),
            LATER: _meeting("decision: 1, text: {fr: Oui., en: Yes.}"),
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:51: error: decision 1 of 2031-06-04 amends itself.
    Name an earlier decision; what a later one does to this one stands there.
data/meetings/cbf-hc/2031-06-04.yml:7:51: error: decision 2 of 2031-06-04 supersedes `cbf-hc/2031-06-04#decision-3`, a later one.
    Name an earlier decision; what a later one does to this one stands there.
data/meetings/cbf-hc/2031-06-04.yml:9:51: error: decision 4 of 2031-06-04 rescinds `cbf-hc/2031-06-20#decision-1`, a later one.
    Name an earlier decision; what a later one does to this one stands there.
3 errors, 0 warnings
""",
    ),
    "Decisions that act on each other in a circle": (
        {
            SUMMER: _meeting(
                'decision: 1, text: {fr: Oui., en: Yes.}, amends: "#decision-3"',
                'decision: 2, text: {fr: Oui., en: Yes.}, amends: "#decision-1"',
                'decision: 3, text: {fr: Oui., en: Yes.}, supersedes: "#decision-2"',
            )
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:51: error: decision 1 of 2031-06-04 amends `cbf-hc/2031-06-04#decision-3`, a later one.
    Name an earlier decision; what a later one does to this one stands there.
data/meetings/cbf-hc/2031-06-04.yml:7:9: error: decisions act on each other in a circle: `cbf-hc/2031-06-04#decision-2` → `cbf-hc/2031-06-04#decision-1` → `cbf-hc/2031-06-04#decision-3` → `cbf-hc/2031-06-04#decision-2`.
    Remove the one of these references that the record does not bear out.
2 errors, 0 warnings
""",
    ),
    "A decision that is superseded twice": (
        {
            SUMMER: _meeting(
                "decision: 1, text: {fr: Oui., en: Yes.}",
                'decision: 2, text: {fr: Oui., en: Yes.}, supersedes: "#decision-1"',
                'decision: 3, text: {fr: Oui., en: Yes.}, supersedes: "#decision-1"',
            )
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:51: error: `cbf-hc/2031-06-04#decision-1` is superseded already, by `cbf-hc/2031-06-04#decision-2`.
    If this one takes the place of that one, name `cbf-hc/2031-06-04#decision-2` instead.
1 error, 0 warnings
""",
    ),
    "A decision that acts on one that has ended": (
        {
            SUMMER: _meeting(
                "decision: 1, text: {fr: Oui., en: Yes.}",
                'decision: 2, text: {fr: Oui., en: Yes.}, rescinds: "#decision-1"',
            ),
            LATER: _meeting(
                "decision: 1, text: {fr: Oui., en: Yes.}, amends: cbf-hc/2031-06-04#decision-1"
            ),
        },
        """\
data/meetings/cbf-hc/2031-06-20.yml:6:51: warning: `cbf-hc/2031-06-04#decision-1` stands no longer: `cbf-hc/2031-06-04#decision-2` had ended it by then.
    If the record says so all the same, nothing need change.
0 errors, 1 warning
""",
    ),
    "A decision that expires before it takes effect": (
        {
            SUMMER: _meeting(
                "decision: 1, text: {fr: Oui., en: Yes.}, effective: 2031-07-01, expires: 2031-06-30",
            )
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:74: error: this decision expires on 2031-06-30, before it takes effect on 2031-07-01.
    Look at the two dates again.
1 error, 0 warnings
""",
    ),
    "A follow-up that arises from a later decision": (
        {
            SUMMER: _meeting(
                "follow_up: 1, text: {fr: Agir., en: Act.}, arises_from: cbf-hc/2031-06-20#decision-1",
            ),
            LATER: _meeting("decision: 1, text: {fr: Oui., en: Yes.}"),
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:53: error: this follow-up of 2031-06-04 arises from `cbf-hc/2031-06-20#decision-1`, a later decision.
    Name a decision of this meeting or of an earlier one.
1 error, 0 warnings
""",
    ),
    "A follow-up that is due before it is agreed": (
        {
            SUMMER: _meeting(
                "follow_up: 1, text: {fr: Agir., en: Act.}, due: {date: 2031-06-03}",
                "follow_up: 2, text: {fr: Agir., en: Act.}, due: {meeting: cbf-hc/2031-04-02}",
            )
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:53: warning: this follow-up of 2031-06-04 was due on 2031-06-03, before it was agreed.
    Look at the date again. If the record says so, correct it under `corrections`.
data/meetings/cbf-hc/2031-06-04.yml:7:53: warning: this follow-up of 2031-06-04 was due on 2031-04-02, before it was agreed.
    Look at the date again. If the record says so, correct it under `corrections`.
0 errors, 2 warnings
""",
    ),
    "An item that is deferred to an earlier meeting": (
        {
            SUMMER: "title: {fr: x, en: x}\nagenda:\n  - {item: 1, title: {fr: Un, en: One}, deferred_to: cbf-hc/2031-04-02}\n"
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:41: error: item 1 of 2031-06-04 is deferred to `cbf-hc/2031-04-02`, an earlier one.
    Name the later meeting that it was put off to.
1 error, 0 warnings
""",
    ),
    "An item that is deferred to its own meeting": (
        {
            SUMMER: "title: {fr: x, en: x}\nagenda:\n  - {item: 1, title: {fr: Un, en: One}, deferred_to: cbf-hc/2031-06-04}\n"
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:41: error: item 1 of 2031-06-04 is deferred to its own meeting.
    Name the later meeting that it was put off to.
1 error, 0 warnings
""",
    ),
    "Meetings that are held in place of each other": (
        {
            SUMMER: "title: {fr: x, en: x}\npostponed_to: cbf-hc/2031-06-20\n",
            LATER: "title: {fr: x, en: x}\npostponed_to: {meeting: cbf-hc/2031-06-04, date: 2031-06-01}\n",
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: this meeting is held in place of itself: cbf-hc/2031-06-04 → cbf-hc/2031-06-20 → cbf-hc/2031-06-04.
    Name the meeting that was held in the end, or remove the line.
data/meetings/cbf-hc/2031-06-20.yml:2:1: error: this meeting is held in place of itself: cbf-hc/2031-06-20 → cbf-hc/2031-06-04 → cbf-hc/2031-06-20.
    Name the meeting that was held in the end, or remove the line.
2 errors, 0 warnings
""",
    ),
    "A meeting that is both cancelled and postponed": (
        {
            SUMMER: "title: {fr: x, en: x}\ncancelled: true\npostponed_to: cbf-hc/2031-06-20\n",
            LATER: "title: {fr: x, en: x}\n",
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: this meeting was cancelled and postponed, but it can only be one of the two.
    Keep `postponed_to` if another was held in its place, and `cancelled` if not.
1 error, 0 warnings
""",
    ),
    "A decision that approves the record of a cancelled meeting": (
        {
            SUMMER: "title: {fr: x, en: x}\ncancelled: true\n",
            LATER: _meeting("decision: 1, text: {fr: Oui., en: Yes.}, approves: cbf-hc/2031-06-04"),
        },
        """\
data/meetings/cbf-hc/2031-06-20.yml:6:51: error: this decision of 2031-06-20 approves the record of `cbf-hc/2031-06-04`, which was cancelled.
    Name the meeting whose record was approved: an earlier one.
1 error, 0 warnings
""",
    ),
    "A report before the follow-up was agreed": (
        {REPORTS: ("2031-03-01", "2031-02-04")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:2:5: error: this report of 2031-02-04 is on a follow-up that was agreed on 2031-02-05.
    Look at the date again, and at the name of the file.
1 error, 0 warnings
""",
    ),
    "A report after the one that closed the follow-up": (
        {REPORTS: ("in-progress", "done")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:6:5: error: this report stands after the one of 2031-03-01, which closed the follow-up (`status: done`).
    Remove it. If there is more to do, it is a new follow-up: let the earlier report say `carried-over`, and name that one in `continued_by`.
1 error, 0 warnings
""",
    ),
    "A report that is dated in the future": (
        {"register.yml": ("as_of: 2031-06-30\n", "")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:2:5: error: this report is dated 2031-03-01, a day still to come.
    Look at the date again.
data/follow-ups/cbf-hc/2031-02-05-1A.yml:6:5: error: this report is dated 2031-04-02, a day still to come.
    Look at the date again.
2 errors, 0 warnings
""",
    ),
    "A report at a meeting of another day": (
        {
            SUMMER: _meeting(
                "follow_up: 1, text: {fr: Agir., en: Act.}",
            ),
            "follow-ups/cbf-hc/2031-06-04-1.yml": "reports:\n  - {date: 2031-06-19, status: in-progress, meeting: cbf-hc/2031-06-20}\n  - {date: 2031-06-21, status: done, meeting: cbf-hc/2031-06-20}\n",
            LATER: "title: {fr: x, en: x}\n",
        },
        """\
data/follow-ups/cbf-hc/2031-06-04-1.yml:2:45: error: this report of 2031-06-19 cannot be made at a meeting of 2031-06-20.
    Let `date` be the day of the meeting, or remove the line.
data/follow-ups/cbf-hc/2031-06-04-1.yml:3:38: warning: this report of 2031-06-21 cannot be made at a meeting of 2031-06-20.
    Let `date` be the day of the meeting, or remove the line.
1 error, 1 warning
""",
    ),
    "A report at a postponed meeting": (
        {
            SUMMER: _meeting(
                "follow_up: 1, text: {fr: Agir., en: Act.}",
            ),
            "follow-ups/cbf-hc/2031-06-04-1.yml": "reports: [{date: 2031-06-20, status: done, meeting: cbf-hc/2031-06-20}]\n",
            LATER: "title: {fr: x, en: x}\npostponed_to: cbf-hc/2031-06-04\n",
        },
        """\
data/follow-ups/cbf-hc/2031-06-04-1.yml:1:44: error: nothing was reported at `cbf-hc/2031-06-20`, for it was postponed.
    Name the meeting where it was reported, or remove the line.
1 error, 0 warnings
""",
    ),
    "A follow-up that is carried over into itself": (
        {
            REPORTS: (
                "continued_by: cbf-hc/2031-04-02#follow-up-2A",
                'continued_by: "#follow-up-1A"',
            )
        },
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:9:5: error: this follow-up is carried over into itself.
    Name the follow-up that continues it. If it goes on under its own number, write `status: in-progress`, and `due` if the date moves.
1 error, 0 warnings
""",
    ),
    "A follow-up that is carried over into one of a later meeting": (
        {
            REPORTS: (
                "continued_by: cbf-hc/2031-04-02#follow-up-2A",
                "continued_by: cbf-hc/2031-06-04#follow-up-1",
            ),
            SUMMER: _meeting(
                "follow_up: 1, text: {fr: Agir., en: Act.}",
            ),
        },
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:9:5: error: this report of 2031-04-02 names `cbf-hc/2031-06-04#follow-up-1`, which was agreed later.
    Date the report on the day when the other follow-up was agreed, or after.
1 error, 0 warnings
""",
    ),
    "Follow-ups that are carried over into each other": (
        {
            SUMMER: _meeting(
                "follow_up: 1, text: {fr: Agir., en: Act.}",
                "follow_up: 2, text: {fr: Agir., en: Act.}",
            ),
            "follow-ups/cbf-hc/2031-06-04-1.yml": "reports: [{date: 2031-06-05, status: carried-over, continued_by: '#follow-up-2'}]\n",
            "follow-ups/cbf-hc/2031-06-04-2.yml": "reports: [{date: 2031-06-06, status: carried-over, continued_by: '#follow-up-1'}]\n",
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:7:9: error: follow-ups are carried over in a circle: `cbf-hc/2031-06-04#follow-up-2` → `cbf-hc/2031-06-04#follow-up-1` → `cbf-hc/2031-06-04#follow-up-2`.
    Mend the `continued_by` that is wrong.
1 error, 0 warnings
""",
    ),
    "A sealed record in which words were changed": (
        {
            WINTER: (
                "en: The 12 hydrants will be painted red",
                "en: The 12 hydrants will be painted blue",
            )
        },
        """\
data/meetings/cbf-hc/2031-02-05.yml:42:11: error: this record is sealed, but it was changed: decision 1: wording, English.
    Put it back as it was. To correct it, add under `corrections`: `{where: decision 1, kind: typographical, says: {…}, should_say: {…}, reason: {…}}`; a change of what it means is `substantive`, and names the decision that allows it.
1 error, 0 warnings
""",
    ),
    "A sealed record in which an owner was changed": (
        {
            WINTER: (
                "owners: [atelier-workshop#lead, paul-modele]",
                "owners: [atelier-workshop#lead, anne-exemple]",
            )
        },
        """\
data/meetings/cbf-hc/2031-02-05.yml:55:9: error: this record is sealed, but it was changed: follow-up 1A: owner.
    Put it back as it was. To correct it, add under `corrections`: `{where: follow-up 1A, kind: typographical, says: {…}, should_say: {…}, reason: {…}}`; a change of what it means is `substantive`, and names the decision that allows it.
1 error, 0 warnings
""",
    ),
    "A sealed record to which a note was added": (
        {
            WINTER: (
                """  - item: 2\n""",
                """      - note: 2\n        text: {fr: Bis., en: Again.}\n  - item: 2\n""",
            )
        },
        """\
data/meetings/cbf-hc/2031-02-05.yml:37:5: error: this record is sealed, but it was changed: item 1: list of outcomes.
    Put it back as it was. To correct it, add under `corrections`: `{where: item 1, kind: typographical, says: {…}, should_say: {…}, reason: {…}}`; a change of what it means is `substantive`, and names the decision that allows it.
data/meetings/cbf-hc/2031-02-05.yml:60:9: error: this record is sealed, but it was changed: note 2: added.
    Put it back as it was. To correct it, add under `corrections`: `{where: …, kind: typographical, says: {…}, should_say: {…}, reason: {…}}`; a change of what it means is `substantive`, and names the decision that allows it.
2 errors, 0 warnings
""",
    ),
    "A sealed record from which a note was removed": (
        {
            WINTER: (
                """      - note: 1\n        text: {fr: La peinture est arrivée depuis., en: The paint has arrived since.}\n""",
                "",
            )
        },
        """\
data/meetings/cbf-hc/2031-02-05.yml:1:1: error: this record is sealed, but it was changed: note 1: removed.
    Put it back as it was. To correct it, add under `corrections`: `{where: …, kind: typographical, says: {…}, should_say: {…}, reason: {…}}`; a change of what it means is `substantive`, and names the decision that allows it.
data/meetings/cbf-hc/2031-02-05.yml:37:5: error: this record is sealed, but it was changed: item 1: list of outcomes.
    Put it back as it was. To correct it, add under `corrections`: `{where: item 1, kind: typographical, says: {…}, should_say: {…}, reason: {…}}`; a change of what it means is `substantive`, and names the decision that allows it.
2 errors, 0 warnings
""",
    ),
    "A sealed record that is gone": (
        {WINTER: None, SPRING: None, REPORTS: None, SUMMER: "title: {fr: x, en: x}\n"},
        """\
data/seals.yml:3:1: error: the sealed record of `cbf-hc/2031-02-05` is gone.
    Put data/meetings/cbf-hc/2031-02-05.yml back as it was: a sealed record stays.
1 error, 0 warnings
""",
    ),
    "A name that a sealed record shows, changed since": (
        {"people.yml": ("name: Paul Modèle", "name: Paul Modèle-Dessin")},
        """\
data/meetings/cbf-hc/2031-02-05.yml:1:1: error: what this sealed record shows was changed: names: paul-modele.
    If that is right, `make seal` takes it in; the record itself stays sealed.
1 error, 0 warnings
""",
    ),
    "A document of a sealed record that is elsewhere now": (
        {WINTER: ("https://example.org/ral", "https://example.org/nuancier")},
        """\
data/meetings/cbf-hc/2031-02-05.yml:16:5: error: what this sealed record shows was changed: item 1: links.
    If that is right, `make seal` takes it in; the record itself stays sealed.
1 error, 0 warnings
""",
    ),
    "An approved record that is not sealed": (
        {"seals.yml": None},
        """\
data/meetings/cbf-hc/2031-04-02.yml:14:13: error: this decision approves the record of `cbf-hc/2031-02-05`, which is not sealed.
    Run `make seal`, or add to data/seals.yml: `cbf-hc/2031-02-05: {fingerprint: b18addb66b0c5fc59b48fa07c3bb62e5ebcaaecac073b4879894f9f04fb5c367}`.
1 error, 0 warnings
""",
    ),
    "A seal of a record that no decision approves": (
        {SPRING: ("            approves: cbf-hc/2031-02-05\n", "")},
        """\
data/seals.yml:3:1: error: the record of `cbf-hc/2031-02-05` is sealed, but no decision approves it.
    Add `approves` to the decision that approved it, or remove this entry.
1 error, 0 warnings
""",
    ),
    "A seal of a meeting without a record": (
        {
            SUMMER: "title: {fr: x, en: x}\n",
            "seals.yml": (
                "cbf-hc/2031-02-05:",
                "cbf-hc/2031-06-04: {fingerprint: " + 64 * "0" + "}\ncbf-hc/2031-02-05:",
            ),
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:1: error: this record is sealed, but it was changed: record: changed.
    Put it back as it was. To correct it, add under `corrections`: `{where: …, kind: typographical, says: {…}, should_say: {…}, reason: {…}}`; a change of what it means is `substantive`, and names the decision that allows it.
data/seals.yml:3:1: error: the register does not hold the record of `cbf-hc/2031-06-04`, so there is nothing to seal.
    Remove this entry.
2 errors, 0 warnings
""",
    ),
    "A seal without its parts, of a record that was changed": (
        {"seals.yml": "cbf-hc/2031-02-05: {fingerprint: " + 64 * "0" + "}\n"},
        """\
data/meetings/cbf-hc/2031-02-05.yml:1:1: error: this record is sealed, but it was changed: record: changed.
    Put it back as it was. To correct it, add under `corrections`: `{where: …, kind: typographical, says: {…}, should_say: {…}, reason: {…}}`; a change of what it means is `substantive`, and names the decision that allows it.
1 error, 0 warnings
""",
    ),
    "A fingerprint that is not one": (
        {"seals.yml": "cbf-hc/2031-02-05: {fingerprint: abc}\n"},
        """\
data/seals.yml:1:21: error: `abc` is not a fingerprint.
    Remove this entry, and `make seal` writes it anew.
1 error, 0 warnings
""",
    ),
    "A withheld item with a topic": (
        {
            SUMMER: "title: {fr: x, en: x}\nagenda:\n  - {item: 1, title: {fr: Un, en: One}, topics: [hiver], withheld: {reason: {fr: Secret., en: Secret.}}}\n"
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:41: error: item 1 is withheld, so it may not have `topics`.
    Keep its number, title and reason only, and remove the rest from the file: what is committed stays in the history.
1 error, 0 warnings
""",
    ),
}

BAD_REGISTERS: Cases = SYNTAX | READING | FILES | SHAPE | FORMS | RULES | OVER_TIME
