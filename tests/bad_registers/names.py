"""People and groups without an entry, and ids that are nearly right."""

from __future__ import annotations

from support.small_register import SUMMER, Cases, meeting_with


def owned_by(owners: str, times: int = 1) -> str:
    """A meeting with follow-ups that these owners owe."""
    return meeting_with(
        *(
            f"follow_up: {number}, text: {{fr: Agir., en: Act.}}, owners: [{owners}]"
            for number in range(1, times + 1)
        )
    )


CASES: Cases = {
    "A name without an entry": (
        {SUMMER: owned_by('"Toutes les équipes", {name: Zoé Ailleurs}')},
        """\
0 errors, 0 warnings
""",
    ),
    "The name of a person who has an entry": (
        {SUMMER: owned_by("Anne Exemple")},
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:62: warning: “Anne Exemple” has an entry: `anne-exemple`.
    Write `anne-exemple`, so that its page shows this. For somebody else of that name, write {name: …, organization: …}.
0 errors, 1 warning
""",
    ),
    "The earlier name of a person who has an entry": (
        {
            "people.yml": (
                "lea-specimen:\n",
                "lea-specimen:\n  names: [{name: Léa Ancienne, to: 2030-12-31}]\n",
            ),
            SUMMER: owned_by("Léa Ancienne"),
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:62: warning: “Léa Ancienne” has an entry: `lea-specimen`.
    Write `lea-specimen`, so that its page shows this. For somebody else of that name, write {name: …, organization: …}.
0 errors, 1 warning
""",
    ),
    "A person of that name in another organization": (
        {SUMMER: owned_by("{name: Anne Exemple, organization: cbf-hc}")},
        """\
0 errors, 0 warnings
""",
    ),
    "A name that is nearly the id of a person": (
        {SUMMER: owned_by("Anne-Exemples")},
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:62: warning: “Anne-Exemples” is no id, so it is taken for a name without an entry.
    Did you mean `anne-exemple`? If it is somebody else, write {name: …, organization: …}.
0 errors, 1 warning
""",
    ),
    "An id that is mistyped": (
        {SUMMER: owned_by("anne-exampel")},
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:62: error: unknown person, organization or office `anne-exampel`.
    Did you mean `anne-exemple`? Expected: an id of data/organizations.yml or data/people.yml.
1 error, 0 warnings
""",
    ),
    "A name that comes often without an entry": (
        {SUMMER: owned_by("Toutes les équipes", times=5)},
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:62: warning: “Toutes les équipes” stands 5 times without an entry.
    Give it one in data/organizations.yml or data/people.yml, and write its id: then it has a page with all that it owes and says.
0 errors, 1 warning
""",
    ),
    "A person without an entry, of an organization that does not exist": (
        {SUMMER: owned_by("{name: Zoé Ailleurs, organization: cbf-ch}")},
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:83: error: unknown organization `cbf-ch`.
    Did you mean `cbf-hc`? Expected: an id of data/organizations.yml.
1 error, 0 warnings
""",
    ),
    "Words for somebody that say nothing": (
        {SUMMER: owned_by("{said: {}}")},
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:63: error: `said` is empty.
    Give at least one.
1 error, 0 warnings
""",
    ),
}
