"""Signs in a text that YAML takes for its own, and what was meant as text."""

from __future__ import annotations

from support.small_register import SUMMER, Cases

CASES: Cases = {
    "A text that begins with a reference": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    narrative:
      - text:
          fr: [[ral]] est rouge.
          en: See.
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:7:23: error: a text may not begin with `[`.
    Write `fr: "[[ral]] est rouge."`.
1 error, 0 warnings
""",
    ),
    "A text that begins with a quoted word and a comma": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    narrative:
      - text:
          fr: "Bonjour", dit-elle.
          en: See.
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:7:24: error: something follows a closing quotation mark.
    If the mark belongs to the text, write `fr: '"Bonjour", dit-elle.'`.
1 error, 0 warnings
""",
    ),
    "A text that begins with a sign of comparison": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    narrative:
      - text:
          fr: > 50 %
          en: '> 50 %'
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:7:17: error: nothing may follow `|` or `>` on its line.
    Begin the text on the next line, indented further; or, if the sign belongs to the text, write `fr: "> 50 %"`.
1 error, 0 warnings
""",
    ),
    "A text that begins with an at sign": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    narrative:
      - text:
          fr: @anne
          en: See.
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:7:15: error: a text may not begin with `@`.
    Write `fr: "@anne"`.
1 error, 0 warnings
""",
    ),
    "A number sign inside braces": (
        {
            SUMMER: """\
title: {fr: Réunion #3, en: Meeting 3}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:21: error: the text stops here: what follows `#` is not published.
    Write `title: {fr: "Réunion #3", en: Meeting 3}`.
1 error, 0 warnings
""",
    ),
    "A reference to a decision of this meeting without quotes": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
      - decision: 2
        text: {fr: a, en: b}
        amends: #decision-1
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:10:9: error: `amends` is empty, for what follows `#` is a comment.
    Write `amends: "#decision-1"`.
1 error, 0 warnings
""",
    ),
    "A reference to a decision of this meeting without quotes, inside brackets": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
      - decision: 2
        text: {fr: a, en: b}
        amends: [#decision-1]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:10:18: error: `#` begins a comment here, so that the rest of the line does not count.
    Write `amends: ["#decision-1"]`.
1 error, 0 warnings
""",
    ),
    "A comma after a closing brace": (
        {
            SUMMER: """\
title: {fr: Un, en: One},
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:25: error: `,` stands here, after what is closed already.
    Delete it: `title: {fr: Un, en: One}`.
1 error, 0 warnings
""",
    ),
    "A comment of another kind": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
// une remarque
format: hybrid
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: a comment begins with `#`.
    Write `# une remarque`.
1 error, 0 warnings
""",
    ),
    "A comment of HTML": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
<!-- une remarque -->
format: hybrid
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: a comment begins with `#`.
    Write `# une remarque`.
1 error, 0 warnings
""",
    ),
    "A text that ends with a colon": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    narrative:
      - text:
          fr: Voici :
          en: Here it is
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:7:21: error: a colon followed by a space stands inside unquoted text.
    Write `fr: "Voici :"`.
1 error, 0 warnings
""",
    ),
    "A block whose text is not indented": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    narrative:
      - text:
          fr: |
          Un
          en: |
          One
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:11: error: the text of `fr` must begin further to the right than `fr` itself.
    Write `            Un`, and the rest of the text below it.
1 error, 0 warnings
""",
    ),
    "A list of Markdown without a block": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    narrative:
      - text:
          fr:
            - Un
            - Deux
          en: |
            - One
            - Two
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:7:11: error: `fr` must be text, not a list.
    Write `fr: |`, and leave the lines below it as they are.
1 error, 0 warnings
""",
    ),
    "A text between two kinds of quotation marks": (
        {
            SUMMER: """\
title: {fr: "Un', en: 'One'}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:13: error: a quotation mark is opened here and never closed.
    Close it with the same mark, `"`, where its text ends.
1 error, 0 warnings
""",
    ),
}
