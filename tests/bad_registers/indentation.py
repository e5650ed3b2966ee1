"""What begins too far to the right or to the left, and dashes that are missing."""

from __future__ import annotations

from support.small_register import SUMMER, Cases

CASES: Cases = {
    "Outcomes inside an entry of the discussion": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    narrative:
      - text: {fr: a, en: b}
        outcomes:
          - decision: 1
            text: {fr: a, en: b}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:7:9: error: `outcomes` stands too far to the right: here it would belong to entry 1 of `narrative`.
    Begin its line in column 5, as `narrative` does on line 5, and move what belongs there as far.
1 error, 0 warnings
""",
    ),
    "Outcomes four columns too far to the right": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
        outcomes:
          - decision: 1
            text: {fr: a, en: b}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:5:9: error: this line begins too far to the right: in column 9, where none above does.
    Begin it in column 5, as `item` does on line 3.
1 error, 0 warnings
""",
    ),
    "Outcomes inside a title": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title:
      fr: Un
      en: One
      outcomes:
        - decision: 1
          text: {fr: a, en: b}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:7:7: error: `outcomes` stands too far to the right: here it would belong to `title`.
    Begin its line in column 5, as `title` does on line 4, and move what belongs there as far.
1 error, 0 warnings
""",
    ),
    "A word for no outcomes inside a title": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title:
      fr: Un
      en: One
      outcomes: none
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:7:7: error: `outcomes` stands too far to the right: here it would belong to `title`.
    Begin its line in column 5, as `title` does on line 4, and move what belongs there as far.
1 error, 0 warnings
""",
    ),
    "Outcomes two columns further than the languages of a title": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title:
      fr: Un
      en: One
        outcomes:
        - decision: 1
          text: {fr: a, en: b}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:7:9: error: this line begins too far to the right: in column 9, where none above does.
    Begin it in column 5, as `item` does on line 3.
1 error, 0 warnings
""",
    ),
    "A vote where the fields of the item stand": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
    vote: unanimous
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:5: error: `vote` stands too far to the left: here it would belong to entry 1 of `agenda`.
    Begin its line in column 9, as `text` does on line 7, and move what belongs there as far.
1 error, 0 warnings
""",
    ),
    "A vote at the beginning of a line": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
vote: unanimous
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:1: error: `vote` stands too far to the left: here it would belong to the whole file.
    Begin its line in column 9, as `text` does on line 7, and move what belongs there as far.
1 error, 0 warnings
""",
    ),
    "Three fields of a decision inside its vote": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
        vote:
          for: 3
          moved_by: anne-exemple
          seconded_by: paul-modele
          effective: 2031-07-01
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:10:11: error: `moved_by` and `seconded_by` and `effective` stand too far to the right: here they would belong to `vote`.
    Begin their lines in column 9, as `vote` does on line 8, and move what belongs there as far.
1 error, 0 warnings
""",
    ),
    "An item without its dash": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    item: 2
    title: {fr: Deux, en: Two}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:5:5: error: a dash is missing before `item`: without it, this would be the same entry of the list as the one that begins on line 3.
    Write `  - item: 2`, with the dash below the one on line 3.
1 error, 0 warnings
""",
    ),
    "An item without its dash, in the column of the dashes": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
  item: 2
    title: {fr: Deux, en: Two}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:5:3: error: a dash is missing before `item`, which begins an entry of the list.
    Write `  - item: 2`, with the dash below the one on line 3.
1 error, 0 warnings
""",
    ),
    "A decision without its dash": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
        decision: 2
        text: {fr: Non., en: 'No.'}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:9: error: a dash is missing before `decision`: without it, this would be the same entry of the list as the one that begins on line 6.
    Write `      - decision: 2`, with the dash below the one on line 6.
1 error, 0 warnings
""",
    ),
    "A list whose only entry has no dash": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
    item: 1
    title: {fr: Un, en: One}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `agenda` must be a list, and its first entry has no dash.
    Write `- item: 1`, and indent the lines below it by two more spaces.
1 error, 0 warnings
""",
    ),
    "A list of outcomes whose only entry has no dash": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      decision: 1
      text: {fr: Oui., en: 'Yes.'}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:5:5: error: `outcomes` must be a list, and its first entry has no dash.
    Write `- decision: 1`, and indent the lines below it by two more spaces.
1 error, 0 warnings
""",
    ),
    "Ids on lines of their own without dashes": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
attendance:
  present:
    anne-exemple
    paul-modele
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:3: error: `present` must be a list.
    Write `present: [anne-exemple, paul-modele]`, and remove the lines below it.
1 error, 0 warnings
""",
    ),
    "A dash with one space too few": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
attendance:
  present:
    - anne-exemple
   - paul-modele
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:5:4: error: this line begins too far to the left: in column 4, where none above does.
    Begin it in column 5, as the dash does on line 4.
1 error, 0 warnings
""",
    ),
}
