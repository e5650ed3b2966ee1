"""Quotes that nobody closed, spaces and commas that are missing, and what git leaves."""

from __future__ import annotations

from support.small_register import SUMMER, Cases

CASES: Cases = {
    "A double quote that another one closes, lines below": (
        {
            SUMMER: """\
title:
  fr: "Réunion
  en: Summer
agenda:
  - item: 1
    title: {fr: Un, en: One}
  - item: 2
    title:
      fr: "Deux"
      en: Two
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:7: error: the quotation mark that is opened here is not closed on its line: the next one, on line 9, closes it.
    Close it where the text ends: `fr: "Réunion"`.
1 error, 0 warnings
""",
    ),
    "A single quote that an apostrophe closes, lines below": (
        {
            SUMMER: """\
title:
  fr: 'Réunion
  en: Summer
agenda:
  - item: 1
    title:
      fr: L'un
      en: One
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:7: error: the quotation mark that is opened here is not closed on its line: the next one, on line 7, closes it.
    Close it where the text ends: `fr: 'Réunion'`.
1 error, 0 warnings
""",
    ),
    "A double quote that another one closes, so that fields become text": (
        {
            SUMMER: """\
title:
  fr: "Réunion
  en: Summer
place: Ville
agenda:
  - item: 1
    title:
      fr: Un
      en: "
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:7: error: this text in quotes holds what looks like a field, on line 3: the quotation mark that should close it may be missing.
    Close it where the text ends: `fr: "Réunion"`. If all of it is text, write the text as a block: `fr: |`, then the text on the next line, indented further.
data/meetings/cbf-hc/2031-06-04.yml:1:1: warning: the translation is missing: en.
    Add `en: …`; until then the page shows another language, and says so.
1 error, 1 warning
""",
    ),
    "A text that begins with a quoted word": (
        {
            SUMMER: """\
title:
  fr: "Oui" dit-il
  en: Summer
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:13: error: something follows a closing quotation mark.
    If the mark belongs to the text, write `fr: '"Oui" dit-il'`.
1 error, 0 warnings
""",
    ),
    "No space after the colon of an item's number": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item:2
    title: {fr: Un, en: One}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:10: error: a space is missing after the colon.
    Write `- item: 2`.
1 error, 0 warnings
""",
    ),
    "No space after the colon of a field": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
format:hybrid
place: Ville
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:8: error: a space is missing after the colon.
    Write `format: hybrid`.
1 error, 0 warnings
""",
    ),
    "No space between a colon and a brace": (
        {
            SUMMER: """\
title:{fr: Un, en: One}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:7: error: a space is missing after the colon.
    Write `title: {fr: Un, en: One}`.
1 error, 0 warnings
""",
    ),
    "No space after the colons inside braces": (
        {
            SUMMER: """\
title: {fr:Réunion, en:Summer}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:12: error: a space is missing after the colon.
    Write `title: {fr: Réunion, en: Summer}`.
1 error, 0 warnings
""",
    ),
    "No space after the colon of a language": (
        {
            SUMMER: """\
title:
  fr:Réunion
  en: Summer
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:6: error: a space is missing after the colon.
    Write `fr: Réunion`.
1 error, 0 warnings
""",
    ),
    "No space after a dash": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  -item: 1
    title: {fr: Un, en: One}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:4: error: a space is missing after the dash.
    Write `- item: 1`.
1 error, 0 warnings
""",
    ),
    "No comma between two languages": (
        {
            SUMMER: """\
title: {fr: Un en: One}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:15: error: a comma is missing.
    Write `title: {fr: Un, en: One}`.
1 error, 0 warnings
""",
    ),
    "A semicolon between two languages": (
        {
            SUMMER: """\
title: {fr: Un; en: One}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:15: error: `;` stands where a comma is needed.
    Write `title: {fr: Un, en: One}`.
1 error, 0 warnings
""",
    ),
    "An equals sign in place of a colon": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
format = hybrid
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:8: error: `=` stands where a field needs a colon.
    Write `format: hybrid`.
1 error, 0 warnings
""",
    ),
    "A wide colon in place of a colon": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
format： hybrid
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:7: error: `：` stands where a field needs a colon.
    Write `format: hybrid`.
1 error, 0 warnings
""",
    ),
    "A number after a number sign": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: #3
        text: {fr: Oui., en: 'Yes.'}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:9: error: `decision` is empty, for what follows `#` is a comment.
    Write `decision: 3`.
1 error, 0 warnings
""",
    ),
    "The same language twice, where the second should be another one": (
        {
            SUMMER: """\
title: {en: a, en: b}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:16: error: `en` stands twice here, so one of the two would be lost.
    If one of them is in another language, write its code before it; otherwise keep one of them. The other stands on line 1.
data/meetings/cbf-hc/2031-06-04.yml:1:1: warning: the translation is missing: fr.
    Add `fr: …`; until then the page shows another language, and says so.
1 error, 1 warning
""",
    ),
    "Two versions of the same decisions, with the marks of git": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
<<<<<<< HEAD
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
=======
      - decision: 1
        text: {fr: Non., en: 'No.'}
>>>>>>> branche
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:1: error: git found two versions of these lines, and nobody has chosen between them.
    Keep lines 7 to 8, or lines 10 to 11, or what is right of both; then delete the marks on lines 6, 9, 12.
1 error, 0 warnings
""",
    ),
    "Two versions of the same text, with the marks of git": (
        {
            SUMMER: """\
title:
  fr: |
    Un
<<<<<<< HEAD
    deux
=======
    trois
>>>>>>> x
  en: One
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:4:1: error: git found two versions of these lines, and nobody has chosen between them.
    Keep line 5, or line 7, or what is right of both; then delete the marks on lines 4, 6, 8.
1 error, 0 warnings
""",
    ),
    "One mark of git that was left behind": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
=======
place: Ville
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: git left this mark of two versions (`=======`).
    Delete this line, and look whether those around it say what they should.
1 error, 0 warnings
""",
    ),
    "A link of Markdown whose words stand in two pairs of brackets": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    narrative:
      - text: {fr: 'Voir [[1]](https://example.org) et [[Un site]](https://example.org).', en: See.}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:26: error: [[1]](…) is a link whose words stand in two pairs of brackets, and these make a reference to a thing of the register.
    Write [1](https://example.org), with one pair.
data/meetings/cbf-hc/2031-06-04.yml:6:56: error: [[Un site]](…) is a link whose words stand in two pairs of brackets, and these make a reference to a thing of the register.
    Write [Un site](https://example.org), with one pair.
2 errors, 0 warnings
""",
    ),
}
