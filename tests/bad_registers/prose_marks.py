"""Markdown that pages show as it was typed."""

from __future__ import annotations

from support.small_register import SUMMER, Cases

CASES: Cases = {
    "Markdown that pages do not render": (
        {
            SUMMER: """\
title: {fr: Un, en: One}
opening:
  - text:
      fr: |
        # Ouverture

        Voir ![le plan](https://a.example/a.png), <b>gras</b>[^1] et [la page](../page.md).

        [^1]: Note.
      en: |
        Opening
        =======

        See <https://a.example>, `<b>`, [the page](https://a.example) and #1.
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:5:9: warning: a heading stands in this text, and pages show its marks as they are: `# Ouverture`.
    Write a heading of the discussion as an entry of its own, `- heading: {…}`, or set the words in bold: **…**.
data/meetings/cbf-hc/2031-06-04.yml:7:14: warning: an image stands in this text, and pages show its marks as they are: `![le plan](https://a.example/a.png)`.
    Put the file where it has an address, and name it under `documents` of the item or as [what it shows](https://…).
data/meetings/cbf-hc/2031-06-04.yml:7:51: warning: HTML stands in this text, and pages show its marks as they are: `<b>`.
    Take the tags out: **bold**, *italics* and lists need none. If the words are meant as they stand, put them between backticks: `<b>`.
data/meetings/cbf-hc/2031-06-04.yml:7:62: warning: a footnote stands in this text, and pages show its marks as they are: `[^1]`.
    Write what it says in brackets after the word, or as a `note` under `outcomes`.
data/meetings/cbf-hc/2031-06-04.yml:7:70: warning: a link without a whole address stands in this text, and pages show its marks as they are: `[la page](../page.md)`.
    Write the address whole, beginning with https:// or mailto:, or refer to what the register holds by its id: [[cm-jc/2019-09-25#decision-3]].
data/meetings/cbf-hc/2031-06-04.yml:11:9: warning: a heading stands in this text, and pages show its marks as they are: `Opening =======`.
    Write a heading of the discussion as an entry of its own, `- heading: {…}`, or set the words in bold: **…**.
0 errors, 6 warnings
""",
    ),
    "A link whose address no browser can read": (
        {
            SUMMER: "title: {fr: Un, en: One}\nopening:\n"
            "  - text: {fr: 'Voir [x](https://x.example:99999/).', en: 'See [y](https://[y/).'}\n"
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:22: warning: a link that no browser can follow stands in this text, and pages show its marks as they are: `[x](https://x.example:99999/)`.
    Copy the address anew from the browser: its host or its port cannot be read.
data/meetings/cbf-hc/2031-06-04.yml:3:64: warning: a link that no browser can follow stands in this text, and pages show its marks as they are: `[y](https://[y/)`.
    Copy the address anew from the browser: its host or its port cannot be read.
0 errors, 2 warnings
""",
    ),
    "Points of a list that stand on one line": (
        {SUMMER: "title: {fr: Un, en: One}\nopening:\n  - text: {fr: • un • deux, en: • one}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:16: warning: a list on one line stands in this text, and pages show its marks as they are: `• un • deux`.
    Write the text as a block, `fr: |`, then a line `- …` for each point.
0 errors, 1 warning
""",
    ),
    "Markdown in titles and names": (
        {
            SUMMER: "title: {fr: Un **budget**, en: 'A ~~budget~~'}\nopening:\n  - heading: {fr: x, en: '`y`'}\n  - text: {fr: '**x**', en: '`y`'}\n"
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:16: warning: Markdown stands in this text, and pages show its marks as they are: `**budget**`.
    A title or a name is plain words: take the marks out.
data/meetings/cbf-hc/2031-06-04.yml:1:35: warning: Markdown stands in this text, and pages show its marks as they are: `~~budget~~`.
    A title or a name is plain words: take the marks out.
data/meetings/cbf-hc/2031-06-04.yml:3:27: warning: Markdown stands in this text, and pages show its marks as they are: ``y``.
    A title or a name is plain words: take the marks out.
0 errors, 3 warnings
""",
    ),
}
