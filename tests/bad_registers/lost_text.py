"""Words that were lost or spoilt on their way into a file, or stand in the wrong language."""

from __future__ import annotations

from support.small_register import SUMMER, Cases

CASES: Cases = {
    "A text that is cut off by a number sign and a space": (
        {
            SUMMER: """\
title:
  fr: Résolution # 12 de 2031
  en: Resolution number 12 of 2031
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:18: error: the text stops here: what follows `#` is not published.
    If it is text, put it in quotes, or write the text as a block: `fr: |`, then the text on the next line, indented further. If it is a comment, put it on a line of its own.
1 error, 0 warnings
""",
    ),
    "A letter that a conversion has lost": (
        {SUMMER: "title: {fr: R\ufffdunion du 4, en: Meeting of the 5th}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:14: error: a letter was lost here: `�` (U+FFFD) stands in its place.
    Type the letter again, and save the file as UTF-8.
1 error, 0 warnings
""",
    ),
    "A text in the wrong encoding": (
        {SUMMER: "title: {fr: La TÃ©lÃ©confÃ©rence, en: The councilâ€™s meeting}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:17: error: this text was read in the wrong encoding: `TÃ©lÃ©confÃ©rence` stands for `Téléconférence`. 1 more in this file.
    Type it again (`Ã©` is `é`), or copy it anew from a file saved as UTF-8.
1 error, 0 warnings
""",
    ),
    "A text that a Macintosh has read in the wrong encoding": (
        {SUMMER: "title: {fr: R√©union, en: Meeting}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:14: error: this text was read in the wrong encoding: `R√©union` stands for `Réunion`.
    Type it again (`√©` is `é`), or copy it anew from a file saved as UTF-8.
1 error, 0 warnings
""",
    ),
    "A name in the wrong encoding": (
        {"topics.yml": ("fr: Hiver", "fr: NoÃ«l")},
        """\
data/topics.yml:7:16: error: this text was read in the wrong encoding: `NoÃ«l` stands for `Noël`.
    Type it again (`Ã«` is `ë`), or copy it anew from a file saved as UTF-8.
1 error, 0 warnings
""",
    ),
    "Texts that are only dots": (
        {SUMMER: "title: {fr: …, en: '[...]'}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:9: error: this text is only `…`, as in an example.
    Write the words in its place. If they are not known, leave the text out.
data/meetings/cbf-hc/2031-06-04.yml:1:16: error: this text is only `[...]`, as in an example.
    Write the words in its place. If they are not known, leave the text out.
2 errors, 0 warnings
""",
    ),
    "Texts that are only marks of a list or a heading": (
        {SUMMER: "title: {fr: '- ', en: '#'}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:9: error: this text has no words, only `-`.
    Write the words in its place. If they are not known, leave the text out.
data/meetings/cbf-hc/2031-06-04.yml:1:19: error: this text has no words, only `#`.
    Write the words in its place. If they are not known, leave the text out.
2 errors, 0 warnings
""",
    ),
    "References of which one end is missing": (
        {SUMMER: "title: {fr: 'Voir [[cbf-hc] et cbf-hc]]', en: 'See [[cbf-hc|the council 5'}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:19: error: the reference `[[cbf-hc` is not closed by `]]`, so it is no link.
    Write [[cbf-hc]], or [[cbf-hc|words]].
data/meetings/cbf-hc/2031-06-04.yml:1:32: error: the reference `cbf-hc]]` is not opened by `[[`, so it is no link.
    Write [[cbf-hc]], or [[cbf-hc|words]].
data/meetings/cbf-hc/2031-06-04.yml:1:52: error: the reference `[[cbf-hc` is not closed by `]]`, so it is no link.
    Write [[cbf-hc]], or [[cbf-hc|words]].
3 errors, 0 warnings
""",
    ),
    "Texts of two languages that are exchanged": (
        {
            SUMMER: """\
title:
  fr: The 5 members of the council are present
  en: Les membres du conseil sont dans la salle
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:1: warning: the texts in `fr` and `en` seem to be exchanged.
    Put each after its own language: {fr: …, en: …}.
0 errors, 1 warning
""",
    ),
}
