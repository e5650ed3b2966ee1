"""References to what is not there, or is not what is needed."""

from __future__ import annotations

from support.small_register import REPORTS, SUMMER, Cases

CASES: Cases = {
    "An id that is a person's and an organization's, wherever it is used": (
        {
            "people.yml": ("paul-modele:", "atelier-workshop: {name: Atelier}\npaul-modele:"),
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
attendance: {present: [atelier-workshop]}
""",
        },
        """\
data/people.yml:7:1: error: `atelier-workshop` is used twice.
    It stands already at data/organizations.yml:10. Give one of the two another id.
1 error, 0 warnings
""",
    ),
    "An unknown person": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
attendance:
  present: [ane-exemple]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:13: error: unknown person, organization or office `ane-exemple`.
    Did you mean `anne-exemple`? Expected: an id of data/organizations.yml or data/people.yml.
1 error, 0 warnings
""",
    ),
    "An unknown chair": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
chairs: [bob]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:10: error: unknown person, organization or office `bob`.
    Expected: an id of data/organizations.yml or data/people.yml. To add it to data/people.yml: `bob: {name: "…"}`.
1 error, 0 warnings
""",
    ),
    "A topic where a person is needed": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
attendance:
  present: [peinture]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:13: error: `peinture` is a topic; expected here: person, organization or office.
    Did you mean `atelier-workshop`? Expected: an id of data/organizations.yml or data/people.yml.
1 error, 0 warnings
""",
    ),
    "An unknown organization": (
        {"people.yml": ("of: atelier-workshop", "of: atelier-workshp")},
        """\
data/people.yml:10:7: error: unknown organization `atelier-workshp`.
    Did you mean `atelier-workshop`? Expected: an id of data/organizations.yml.
1 error, 0 warnings
""",
    ),
    "An unknown topic": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    topics: [peintures]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:5:14: error: unknown topic `peintures`.
    Did you mean `peinture`? Expected: an id of data/topics.yml.
1 error, 0 warnings
""",
    ),
    "An unknown meeting": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    deferred_to: {meeting: cbf-hc/2031-04-03}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:5:19: error: unknown meeting `cbf-hc/2031-04-03`.
    Did you mean `cbf-hc/2031-04-02`? Expected: a meeting under data/meetings/; add its file if it is not there.
1 error, 0 warnings
""",
    ),
    "An unknown decision of this meeting": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
        amends: ['#decision-2']
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:18: error: unknown decision `#decision-2`.
    This meeting has "#decision-1". Expected: a decision of a meeting under data/meetings/.
1 error, 0 warnings
""",
    ),
    "An unknown decision of another meeting": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
        amends: [cbf-hc/2031-04-02#decision-7]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:18: error: unknown decision `cbf-hc/2031-04-02#decision-7`.
    `cbf-hc/2031-04-02` has cbf-hc/2031-04-02#decision-1, cbf-hc/2031-04-02#decision-2. Expected: a decision of a meeting under data/meetings/.
1 error, 0 warnings
""",
    ),
    "A follow-up where a decision is needed": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - follow_up: 1
        text: {fr: Oui., en: 'Yes.'}
        arises_from: ['#follow-up-1']
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:23: error: `#follow-up-1` is a follow-up; expected here: decision.
    This meeting has no decision. Expected: a decision of a meeting under data/meetings/.
1 error, 0 warnings
""",
    ),
    "An unknown follow-up": (
        {REPORTS: ("#follow-up-2A", "#follow-up-2B")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:9:5: error: unknown follow-up `cbf-hc/2031-04-02#follow-up-2B`.
    `cbf-hc/2031-04-02` has cbf-hc/2031-04-02#follow-up-2A. Expected: a follow-up of a meeting under data/meetings/.
1 error, 0 warnings
""",
    ),
    "References to nothing in a text": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    narrative:
      - text:
          fr: |
            Voir
            [[ral]] et
            puis [[rall]], [[#1A]],
            [[cbf-hc/2031-02-05#decision-9|la décision]] et [[rall]].
          en: See the rest.
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:10:18: error: [[rall]] refers to nothing.
    Did you mean [[ral]]?
data/meetings/cbf-hc/2031-06-04.yml:10:28: error: [[#1A]] refers to nothing.
    This meeting has no decision or follow-up. Write what is meant, or take the brackets away.
data/meetings/cbf-hc/2031-06-04.yml:11:13: error: [[cbf-hc/2031-02-05#decision-9]] refers to nothing.
    `cbf-hc/2031-02-05` has cbf-hc/2031-02-05#decision-1, cbf-hc/2031-02-05#follow-up-1A. Write what is meant, or take the brackets away.
data/meetings/cbf-hc/2031-06-04.yml:11:61: error: [[rall]] refers to nothing.
    Did you mean [[ral]]?
4 errors, 0 warnings
""",
    ),
}
