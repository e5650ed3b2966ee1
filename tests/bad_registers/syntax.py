"""What is not YAML: indentation, braces and lists, and what a document may not hold."""

from __future__ import annotations

from support.small_register import SUMMER, Cases

CASES: Cases = {
    "A tab before a field": (
        {SUMMER: "title:\n\tfr: Réunion d'été\n\ten: Summer meeting\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: a tab stands in the indentation of this line.
    Use spaces, two for each level: `  fr: Réunion d'été`.
1 error, 0 warnings
""",
    ),
    "A tab before the text of a block": (
        {SUMMER: "title:\n  fr: |\n\tRéunion d'été\n  en: Summer meeting\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:1: error: a tab stands in the indentation of this line.
    Use spaces, two for each level: `  Réunion d'été`.
1 error, 0 warnings
""",
    ),
    "A tab before a field, below a field without quotes": (
        {SUMMER: "title:\n  fr: Réunion d'été\n\ten: Summer meeting\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:1: error: a tab stands in the indentation of this line.
    Use spaces, two for each level: `  en: Summer meeting`.
1 error, 0 warnings
""",
    ),
    "Braces that are never closed": (
        {SUMMER: "title: {fr: Réunion d'été, en: Summer meeting\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:8: error: these braces cannot be read: a colon or a quote in the text must be quoted, or a comma or the closing `}` is missing.
    Put each text in quotes, as in {fr: "…", en: "…"}.
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
    Put each text in quotes, as in {fr: "…", en: "…"}.
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
data/meetings/cbf-hc/2031-06-04.yml:1:47: error: `}` stands here, after what is closed already.
    Delete it: `title: {fr: Réunion d'été, en: Summer meeting}`.
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
    Begin the text on the next line, indented further; or, if the sign belongs to the text, write `fr: "| Réunion d'été"`.
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
data/meetings/cbf-hc/2031-06-04.yml:5:3: error: this line begins too far to the right: in column 3, where none above does.
    Begin it in column 1, as `agenda` does on line 2.
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
data/meetings/cbf-hc/2031-06-04.yml:3:2: error: this line begins too far to the left: in column 2, where none above does.
    Begin it in column 3, as `fr` does on line 2.
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
data/meetings/cbf-hc/2031-06-04.yml:2:8: error: a no-break space stands after the colon, which YAML does not take for a space.
    Delete it, and type an ordinary space: `format: hybrid`.
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
