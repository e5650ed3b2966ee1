"""References by name, acronym, title, number or day: the id that was meant is found."""

from __future__ import annotations

from support.small_register import REPORTS, SUMMER, Cases

CASES: Cases = {
    "An owner by name": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - follow_up: 1
        text: {fr: Oui., en: 'Yes.'}
        owners: [Anne Exemple]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:18: warning: “Anne Exemple” has an entry: `anne-exemple`.
    Write `anne-exemple`, so that its page shows this. For somebody else of that name, write {name: …, organization: …}.
0 errors, 1 warning
""",
    ),
    "An owner by id with capitals": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - follow_up: 1
        text: {fr: Oui., en: 'Yes.'}
        owners: [Anne-Exemple, ANNE-EXEMPLE]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:18: warning: “Anne-Exemple” has an entry: `anne-exemple`.
    Write `anne-exemple`, so that its page shows this. For somebody else of that name, write {name: …, organization: …}.
data/meetings/cbf-hc/2031-06-04.yml:8:32: warning: “ANNE-EXEMPLE” has an entry: `anne-exemple`.
    Write `anne-exemple`, so that its page shows this. For somebody else of that name, write {name: …, organization: …}.
0 errors, 2 warnings
""",
    ),
    "An owner by acronym, in each language, and by a part of the id": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - follow_up: 1
        text: {fr: Oui., en: 'Yes.'}
        owners: [CBF, HC, atelier]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:27: error: unknown person, organization or office `atelier`.
    Did you mean `atelier-workshop`? Expected: an id of data/organizations.yml or data/people.yml.
data/meetings/cbf-hc/2031-06-04.yml:8:18: warning: “CBF” has an entry: `cbf-hc`.
    Write `cbf-hc`, so that its page shows this. For somebody else of that name, write {name: …, organization: …}.
data/meetings/cbf-hc/2031-06-04.yml:8:23: warning: “HC” has an entry: `cbf-hc`.
    Write `cbf-hc`, so that its page shows this. For somebody else of that name, write {name: …, organization: …}.
1 error, 2 warnings
""",
    ),
    "An owner by a part of the name, and by a name without capitals": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - follow_up: 1
        text: {fr: Oui., en: 'Yes.'}
        owners: [Modèle, léa spécimen]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:18: warning: “Modèle” is no id, so it is taken for a name without an entry.
    Did you mean `paul-modele`? If it is somebody else, write {name: …, organization: …}.
data/meetings/cbf-hc/2031-06-04.yml:8:26: warning: “léa spécimen” has an entry: `lea-specimen`.
    Write `lea-specimen`, so that its page shows this. For somebody else of that name, write {name: …, organization: …}.
0 errors, 2 warnings
""",
    ),
    "An owner by the name of an office, and by an office's id alone": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - follow_up: 1
        text: {fr: Oui., en: 'Yes.'}
        owners: [Présidence, cbf-hc#Chair, chair]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:30: error: `cbf-hc#Chair` is not the id of a person, an organization or an office.
    Did you mean `cbf-hc#chair`? Expected: an id of data/organizations.yml or data/people.yml.
data/meetings/cbf-hc/2031-06-04.yml:8:44: error: unknown person, organization or office `chair`.
    Did you mean `cbf-hc#chair`? Expected: an id of data/organizations.yml or data/people.yml.
data/meetings/cbf-hc/2031-06-04.yml:8:18: warning: “Présidence” is no id, so it is taken for a name without an entry.
    Did you mean `cbf-hc#chair`? If it is somebody else, write {name: …, organization: …}.
2 errors, 1 warning
""",
    ),
    "A topic by name, and by id with accents": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    topics: [Peinture, été-hiver, peînture]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:5:14: error: `Peinture` is not an id.
    Did you mean `peinture`? Expected: an id of data/topics.yml.
data/meetings/cbf-hc/2031-06-04.yml:5:24: error: `été-hiver` is not an id.
    Did you mean `hiver`? Expected: an id of data/topics.yml.
data/meetings/cbf-hc/2031-06-04.yml:5:35: error: `peînture` is not an id.
    Did you mean `peinture`? Expected: an id of data/topics.yml.
3 errors, 0 warnings
""",
    ),
    "Who was present by name, known and unknown": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
attendance: {present: [Paul Modèle, Jean Martin]}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:24: error: `Paul Modèle` is not the id of a person, an organization or an office.
    Did you mean `paul-modele`? Expected: an id of data/organizations.yml or data/people.yml. For somebody who is not in people.yml, write {name: Paul Modèle}.
data/meetings/cbf-hc/2031-06-04.yml:2:37: error: `Jean Martin` is not the id of a person, an organization or an office.
    Expected: an id of data/organizations.yml or data/people.yml. To add it to data/people.yml: `jean-martin: {name: "Jean Martin"}`. For somebody who is not in people.yml, write {name: Jean Martin}.
2 errors, 0 warnings
""",
    ),
    "A name where a list of ids is needed": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
chairs: Anne Exemple
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `chairs` must be a list.
    Write `chairs: [anne-exemple]`.
1 error, 0 warnings
""",
    ),
    "Ids and commas without brackets": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
chairs: anne-exemple, paul-modele
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `chairs` must be a list.
    Write `chairs: [anne-exemple, paul-modele]`.
1 error, 0 warnings
""",
    ),
    "References in a text by day and number, and by name": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    narrative:
      - text: {fr: 'Voir [[2031-02-05#1A]] et [[cbf-hc/2031-04-02#1A]] et [[2031-02-05]] et [[Anne Exemple]].', en: See.}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:26: error: [[2031-02-05#1A]] refers to nothing.
    Did you mean [[cbf-hc/2031-02-05#follow-up-1A]]?
data/meetings/cbf-hc/2031-06-04.yml:6:47: error: [[cbf-hc/2031-04-02#1A]] refers to nothing.
    Did you mean [[cbf-hc/2031-04-02#item-1A]]?
data/meetings/cbf-hc/2031-06-04.yml:6:75: error: [[2031-02-05]] refers to nothing.
    Did you mean [[cbf-hc/2031-02-05]]?
data/meetings/cbf-hc/2031-06-04.yml:6:93: error: [[Anne Exemple]] refers to nothing.
    Did you mean [[anne-exemple]]?
4 errors, 0 warnings
""",
    ),
    "References in a text by acronym, by another word and by a number that is not there": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    narrative:
      - text: {fr: 'Voir [[CBF]] [[cbf-hc/2031-02-05#2]] [[#1]] [[#9Z]] [[decision-1]] [[#décision-1]].', en: See.}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:26: error: [[CBF]] refers to nothing.
    Did you mean [[cbf-hc]]?
data/meetings/cbf-hc/2031-06-04.yml:6:34: error: [[cbf-hc/2031-02-05#2]] refers to nothing.
    Did you mean [[cbf-hc/2031-02-05#item-2]]?
data/meetings/cbf-hc/2031-06-04.yml:6:58: error: [[#1]] refers to nothing.
    Did you mean [[#item-1]]?
data/meetings/cbf-hc/2031-06-04.yml:6:65: error: [[#9Z]] refers to nothing.
    This meeting has no decision or follow-up. Write what is meant, or take the brackets away.
data/meetings/cbf-hc/2031-06-04.yml:6:73: error: [[decision-1]] refers to nothing.
    Did you mean [[cbf-hc/2031-02-05#decision-1]] or [[cbf-hc/2031-04-02#decision-1]]?
data/meetings/cbf-hc/2031-06-04.yml:6:88: error: [[#décision-1]] refers to nothing.
    This meeting has no decision or follow-up. Write what is meant, or take the brackets away.
6 errors, 0 warnings
""",
    ),
    "A follow-up by its number alone": (
        {REPORTS: ("#follow-up-2A", "#2A")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:9:5: error: `cbf-hc/2031-04-02#2A` does not refer to a decision or a follow-up.
    Did you mean `cbf-hc/2031-04-02#follow-up-2A`? Expected: a follow-up of a meeting under data/meetings/.
1 error, 0 warnings
""",
    ),
    "A follow-up by a number without its meeting": (
        {REPORTS: ("cbf-hc/2031-04-02#follow-up-2A", "2A")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:9:5: error: `2A` does not refer to a decision or a follow-up.
    Did you mean `cbf-hc/2031-04-02#follow-up-2A`? Expected: a follow-up of a meeting under data/meetings/.
1 error, 0 warnings
""",
    ),
    "A decision where a follow-up is needed": (
        {REPORTS: ("#follow-up-2A", "#decision-2")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:9:5: error: `cbf-hc/2031-04-02#decision-2` is a decision; expected here: follow-up.
    `cbf-hc/2031-04-02` has cbf-hc/2031-04-02#follow-up-2A. Expected: a follow-up of a meeting under data/meetings/.
1 error, 0 warnings
""",
    ),
    "Decisions by number, by meeting and by title": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
        amends: [2, cbf-hc/2031-04-02#2, cbf-hc/2031-02-05, Le rouge]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:18: error: `2` does not refer to a decision or a follow-up.
    Did you mean `cbf-hc/2031-04-02#decision-2`? Expected: a decision of a meeting under data/meetings/.
data/meetings/cbf-hc/2031-06-04.yml:8:21: error: `cbf-hc/2031-04-02#2` does not refer to a decision or a follow-up.
    Did you mean `cbf-hc/2031-04-02#decision-2`? Expected: a decision of a meeting under data/meetings/.
data/meetings/cbf-hc/2031-06-04.yml:8:42: error: `cbf-hc/2031-02-05` does not refer to a decision or a follow-up.
    `cbf-hc/2031-02-05` has cbf-hc/2031-02-05#decision-1. Expected: a decision of a meeting under data/meetings/.
data/meetings/cbf-hc/2031-06-04.yml:8:61: error: `Le rouge` does not refer to a decision or a follow-up.
    Did you mean `cbf-hc/2031-02-05#decision-1`? Expected: a decision of a meeting under data/meetings/.
4 errors, 0 warnings
""",
    ),
    "A person by an earlier name": (
        {
            "people.yml": (
                "lea-specimen:\n",
                "lea-specimen:\n  names: [{name: Léa Ancienne, to: 2030-12-31}]\n",
            ),
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
attendance: {present: [Léa Ancienne]}
""",
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:24: error: `Léa Ancienne` is not the id of a person, an organization or an office.
    Did you mean `lea-specimen`? Expected: an id of data/organizations.yml or data/people.yml. For somebody who is not in people.yml, write {name: Léa Ancienne}.
1 error, 0 warnings
""",
    ),
    "A meeting by its day alone": (
        {REPORTS: ("meeting: cbf-hc/2031-04-02", "meeting: 2031-04-02")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:7:5: error: `2031-04-02` is not a meeting's id.
    Did you mean `cbf-hc/2031-04-02`? Expected: a meeting under data/meetings/; add its file if it is not there.
1 error, 0 warnings
""",
    ),
}
