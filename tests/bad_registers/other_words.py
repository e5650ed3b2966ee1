"""Words and shapes of another form than the format's: what to write is told."""

from __future__ import annotations

from support.small_register import REPORTS, SUMMER, Cases

CASES: Cases = {
    "A field for those who were absent, in French": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
attendance:
  absents: [anne-exemple]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:3: error: unknown field `absents`.
    Did you mean `absent`? Fields here: present, regrets, absent, observers, presenters, quorum.
1 error, 0 warnings
""",
    ),
    "The sides of a vote in French": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
        vote: {pour: 3, contre: 0}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:16: error: unknown field `pour`.
    Did you mean `for`? Fields here: for, against, abstained, not_voting, recused, absent, invalid, required, casting, by_group, candidates, rounds.
data/meetings/cbf-hc/2031-06-04.yml:8:25: error: unknown field `contre`.
    Did you mean `against`? Fields here: for, against, abstained, not_voting, recused, absent, invalid, required, casting, by_group, candidates, rounds.
2 errors, 0 warnings
""",
    ),
    "One voter on each side of a vote, without brackets": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
        vote: {for: anne-exemple, against: paul-modele}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:16: error: `anne-exemple` is not a count.
    Write how many, in digits, as in 12 or 12.5; or, if these are ids, put brackets: `for: [anne-exemple]`.
data/meetings/cbf-hc/2031-06-04.yml:8:35: error: `paul-modele` is not a count.
    Write how many, in digits, as in 12 or 12.5; or, if these are ids, put brackets: `against: [paul-modele]`.
2 errors, 0 warnings
""",
    ),
    "A status in French": (
        {REPORTS: ("status: in-progress", "status: en cours")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:3:5: error: `en cours` is not one of the words expected here.
    Did you mean `in-progress`? Expected: in-progress, done, dropped, carried-over, reopened.
1 error, 0 warnings
""",
    ),
    "A status in other words": (
        {REPORTS: ("status: in-progress", "status: ongoing")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:3:5: error: `ongoing` is not one of the words expected here.
    Did you mean `in-progress`? Expected: in-progress, done, dropped, carried-over, reopened.
1 error, 0 warnings
""",
    ),
    "A name under its French field": (
        {
            "people.yml": (
                """\
  name: Anne Exemple
""",
                """\
  nom: Anne Exemple
""",
            )
        },
        """\
data/people.yml:2:3: error: unknown field `nom`.
    Did you mean `name`? Fields here: name, offices, names.
1 error, 0 warnings
""",
    ),
    "A kind of organization in French": (
        {"organizations.yml": ("kind: working-group", "kind: groupe de travail")},
        """\
data/organizations.yml:14:3: error: `groupe de travail` is not one of the words expected here.
    Did you mean `working-group`? Expected: council, committee, working-group, secretariat, government, department, agency, institute, association, company, other.
1 error, 0 warnings
""",
    ),
    "Who was present, beside the fields of the meeting": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
present: [anne-exemple]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `present` is a field of `attendance`, and does not stand beside it.
    Write `attendance:` on a line of its own, and `present` below it, two spaces further to the right.
1 error, 0 warnings
""",
    ),
    "Items that are only titles": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - Ouverture
  - Clôture
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:5: error: entry 1 of `agenda` must hold fields, not text.
    Write `- {item: 1, title: {fr: "Ouverture", en: "…"}}`.
data/meetings/cbf-hc/2031-06-04.yml:4:5: error: entry 2 of `agenda` must hold fields, not text.
    Write `- {item: 2, title: {fr: "Clôture", en: "…"}}`.
2 errors, 0 warnings
""",
    ),
    "A paragraph of the discussion that is only text": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    narrative:
      - Un texte.
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:9: error: entry 1 of `narrative` must hold fields, not text.
    Write `- text: {fr: "Un texte.", en: "…"}`.
1 error, 0 warnings
""",
    ),
    "A discussion that is a text by language": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    narrative: {fr: a, en: b}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:5:5: error: `narrative` must be a list.
    Write below `narrative:` the line `- text: {fr: a, en: b}`.
1 error, 0 warnings
""",
    ),
    "A document that is only an address": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    documents: [https://example.org/a.pdf]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:5:17: error: entry 1 of `documents` must hold fields, not text.
    Write `- url: https://example.org/a.pdf`.
1 error, 0 warnings
""",
    ),
    "A cancelled meeting with a reason as text": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
cancelled: Faute de quorum
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `cancelled` must hold fields, not text.
    Write `cancelled: {reason: {fr: "Faute de quorum", en: "…"}}`.
1 error, 0 warnings
""",
    ),
    "A cancelled meeting, in French": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
cancelled: oui
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `cancelled` must hold fields, not text.
    Write `cancelled: true`, or why: `cancelled: {reason: {fr: "…", en: "…"}}`.
1 error, 0 warnings
""",
    ),
    "An item withheld without a reason": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    withheld: true
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:5:5: error: `withheld` must hold fields, not text.
    Write `withheld: {reason: {fr: "…", en: "…"}}`.
1 error, 0 warnings
""",
    ),
    "An agenda of numbers and titles": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  1: Ouverture
  2: Clôture
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `agenda` must be a list.
    Write below `agenda:` the line `- {item: 1, title: {fr: "Ouverture", en: "…"}}`.
1 error, 0 warnings
""",
    ),
    "A numbered list": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
chairs:
  1. anne-exemple
  2. paul-modele
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `chairs` must be a list.
    Write `chairs: [anne-exemple, paul-modele]`, and remove the lines below it.
1 error, 0 warnings
""",
    ),
}
