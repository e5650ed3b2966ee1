"""What can be parsed and still cannot be read."""

from __future__ import annotations

from support.small_register import SUMMER, Cases

BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
"""Ten words in ten lists in ten lists, and so on: a hundred million words."""

CASES: Cases = {
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
    If one of them is in another language, write its code before it; otherwise keep one of them. The other stands on line 2.
1 error, 0 warnings
""",
    ),
    "A no-break space before a colon": (
        {SUMMER: "title: {fr: Réunion d'été, en: Summer meeting}\nformat\xa0: hybrid\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: a no-break space stands between `format` and its colon.
    Delete it: `format: …`.
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
    Write `fr: "&Réunion d'été"`.
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
    Divide it into several files, of no more than 200,000 values each. If it uses `*name`, write the text out only where it is needed.
1 error, 0 warnings
""",
    ),
    "Lists within lists without end": (
        {SUMMER: "[" * 10_000},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:61: error: this is nested too deeply to be read.
    Simplify it: a file may have 60 levels of lists and fields in one another.
1 error, 0 warnings
""",
    ),
}
