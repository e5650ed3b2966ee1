"""Values in another form than the register's: the value to write is told."""

from __future__ import annotations

from support.small_register import SUMMER, Cases

CASES: Cases = {
    "A decision without a number": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision:
        text: {fr: Oui., en: 'Yes.'}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:9: error: `decision` is empty.
    Fill it in, as in `decision: 1`.
1 error, 0 warnings
""",
    ),
    "A second decision without a number": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
      - decision:
        text: {fr: Oui., en: 'Yes.'}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:9: error: `decision` is empty.
    Fill it in, as in `decision: 2`.
1 error, 0 warnings
""",
    ),
    "An address in each language, where one may stand": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
        grounds: {title: Loi, url: {fr: 'https://a.ca/fr', en: 'https://a.ca/en'}}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:31: error: `url` must be one address.
    Keep one of them: `url: https://a.ca/fr`.
1 error, 0 warnings
""",
    ),
    "A decision with two digits typed into its number": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: 3
        text: {fr: Oui., en: 'Yes.'}
      - decision: 4
        text: {fr: Oui., en: 'Yes.'}
      - decision: 18630
        text: {fr: Oui., en: 'Yes.'}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:10:9: warning: decision 18630 comes after decision 4, and none between them.
    If the number is mistyped, mend it; if the record has it so, nothing need change.
0 errors, 1 warning
""",
    ),
    "A day in words": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - follow_up: 1
        text: {fr: Oui., en: 'Yes.'}
        due: {date: 2 juillet 2031}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:15: error: `2 juillet 2031` is not a date.
    Write `2031-07-02`.
1 error, 0 warnings
""",
    ),
    "A day with slashes": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - follow_up: 1
        text: {fr: Oui., en: 'Yes.'}
        due: {date: 2031/7/2}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:15: error: `2031/7/2` is not a date.
    Write `2031-07-02`.
1 error, 0 warnings
""",
    ),
    "A day without its zeros": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - follow_up: 1
        text: {fr: Oui., en: 'Yes.'}
        due: {date: 2031-7-2}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:15: error: `2031-7-2` is not a date.
    Write `2031-07-02`.
1 error, 0 warnings
""",
    ),
    "A day with its year last": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - follow_up: 1
        text: {fr: Oui., en: 'Yes.'}
        due: {date: 25/07/2031}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:15: error: `25/07/2031` is not a date.
    Write `2031-07-25`.
1 error, 0 warnings
""",
    ),
    "Times as they are written in French and in English": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
starts: 9 h 30
adjourned: 2:30 PM
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `9 h 30` is not a time.
    Write `9:30`.
data/meetings/cbf-hc/2031-06-04.yml:3:1: error: `2:30 PM` is not a time.
    Write `14:30`.
2 errors, 0 warnings
""",
    ),
    "Times without minutes, and with a full stop": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
starts: 9h
adjourned: 16.35
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `9h` is not a time.
    Write `9:00`.
data/meetings/cbf-hc/2031-06-04.yml:3:1: error: `16.35` is not a time.
    Write `16:35`.
2 errors, 0 warnings
""",
    ),
    "A number with a space": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 5 C
    title: {fr: Un, en: One}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:5: error: `5 C` cannot be a number in the record.
    Write `5C`.
1 error, 0 warnings
""",
    ),
    "A number with a full stop": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1.
    title: {fr: Un, en: One}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:5: error: `1.` cannot be a number in the record.
    Write `1`.
1 error, 0 warnings
""",
    ),
    "A count with its unit": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
        vote: {for: 9 voix}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:16: error: `9 voix` is not a count.
    Write `9`.
1 error, 0 warnings
""",
    ),
    "A vote as two numbers": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
        vote: 9-0
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:9: error: `9-0` is not one of the words expected here.
    If these are votes, write `vote: {for: 9, against: 0}`. Expected: consensus, unanimous; or fields: for, against, abstained, not_voting, recused, absent, invalid, required, casting, by_group, candidates, rounds.
1 error, 0 warnings
""",
    ),
    "Another word for what became of a decision": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
        outcome: carried
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:9: error: `carried` is not one of the words expected here.
    Did you mean `adopted`? Expected: adopted, adopted-in-principle, rejected, withdrawn, lapsed, tabled, referred, deferred, noted.
1 error, 0 warnings
""",
    ),
    "A hyphen in the name of a field": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - follow-up: 1
        text: {fr: Oui., en: 'Yes.'}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:9: error: unknown field `follow-up`.
    Write `follow_up: 1`.
1 error, 0 warnings
""",
    ),
    "A decision without its words": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: 1
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:9: error: the field `text` is missing.
    Add a line: `text: {fr: "…", en: "…"}`.
1 error, 0 warnings
""",
    ),
    "Languages by name": (
        {
            SUMMER: """\
title: {français: a, anglais: b}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:9: error: unknown language `français`.
    Did you mean `fr`? Languages of this register: fr, en.
data/meetings/cbf-hc/2031-06-04.yml:1:22: error: unknown language `anglais`.
    Did you mean `en`? Languages of this register: fr, en.
2 errors, 0 warnings
""",
    ),
}
