"""One shape where another is needed: text, a list, fields."""

from __future__ import annotations

from support.small_register import REPORTS, SUMMER, Cases

CASES: Cases = {
    "A comma in unquoted text, inside braces": (
        {SUMMER: "title: {fr: Bonjour, le monde, en: Hello}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:22: error: `le monde` stands here as a language without words.
    If a comma cut it off, write `fr: "Bonjour, le monde"`.
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
    Fields here: name, organization, role, represents, proxy_for, arrived, left. If a comma cut it off the text before it, put that whole text in quotes.
1 error, 0 warnings
""",
    ),
    "Text where text by language is needed": (
        {SUMMER: "title: Réunion d'été\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:1: error: `title` must give its text by language.
    Write `title: {fr: "Réunion d'été", en: "…"}`.
1 error, 0 warnings
""",
    ),
    "A list where text by language is needed": (
        {SUMMER: "title: [Réunion d'été, Summer meeting]\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:1: error: `title` must give its text by language.
    Write `title: {fr: "…", en: "…"}`.
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
    Write `chairs: [anne-exemple]`.
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
    Fields here: present, regrets, absent, observers, presenters, quorum.
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
    Fields here: present, regrets, absent, observers, presenters, quorum.
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
    "A file that is a space in quotes": (
        {REPORTS: "' '\n"},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:1:1: error: this file holds nothing that can be seen.
    Fill it in, or delete the file.
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
    Begin it with its number: `- decision: 1`, `- follow_up: 1` or `- note: 1`.
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
    Did you mean `none`? Expected: none, or a list.
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
    Write a day (2031-04-02), a month, a quarter or a year (2031-04, 2031-Q2, 2031), next-meeting, a meeting (cbf-hc/2031-04-02), or {said: …} for the record's own words.
1 error, 0 warnings
""",
    ),
    "Carried over to nothing": (
        {REPORTS: ("    continued_by: cbf-hc/2031-04-02#follow-up-2A\n", "")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:6:5: error: a follow-up is carried over to another one, and `continued_by` says to which.
    Give both `status: carried-over` and `continued_by: cbf-hc/2031-04-02#follow-up-2A`, or neither.
1 error, 0 warnings
""",
    ),
}
