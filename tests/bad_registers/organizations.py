"""Bodies, organizations and offices."""

from __future__ import annotations

from support.small_register import SPRING, WINTER, Cases

CASES: Cases = {
    "A body that stands twice": (
        {"register.yml": ("[cbf-hc]", "[cbf-hc, cbf-hc]")},
        """\
data/register.yml:9:18: error: `cbf-hc` stands twice here.
    Keep one of them.
1 error, 0 warnings
""",
    ),
    "A body without meetings": (
        {"register.yml": ("[cbf-hc]", "[cbf-hc, atelier-workshop]")},
        """\
data/register.yml:9:18: warning: `atelier-workshop` has no meeting yet.
    Add its first one as data/meetings/atelier-workshop/<date>.yml.
0 errors, 1 warning
""",
    ),
    "A body that is no organization": (
        {"register.yml": ("[cbf-hc]", "[cbf-ch]")},
        """\
data/register.yml:9:10: error: unknown organization `cbf-ch`.
    Did you mean `cbf-hc`? Expected: an id of data/organizations.yml.
1 error, 0 warnings
""",
    ),
    "A body that is a person": (
        {"register.yml": ("[cbf-hc]", "[cbf-hc, anne-exemple]")},
        """\
data/register.yml:9:18: error: `anne-exemple` is a person; expected here: organization.
    Expected: an id of data/organizations.yml.
1 error, 0 warnings
""",
    ),
    "An unknown office of an organization": (
        {"people.yml": ("office: chair", "office: chairs")},
        """\
data/people.yml:5:7: error: `cbf-hc` has no office `chairs`.
    Did you mean `chair`? Its offices in data/organizations.yml: chair.
1 error, 0 warnings
""",
    ),
    "An office without its organization": (
        {
            "people.yml": (
                """\
    - of: cbf-hc
      office: chair
""",
                "    - office: chair\n",
            )
        },
        """\
data/people.yml:4:7: error: an office is named, but not its organization.
    Add `of:` with the id of the organization, or write a `title` instead.
1 error, 0 warnings
""",
    ),
    "An office of an organization that has none": (
        {
            "organizations.yml": (
                """\
  offices:
    lead: {fr: Responsable, en: Lead}
""",
                "",
            ),
            "people.yml": (
                "    - of: atelier-workshop\n",
                """\
    - of: atelier-workshop
      office: lead
""",
            ),
            WINTER: ("atelier-workshop#lead, ", ""),
        },
        """\
data/meetings/cbf-hc/2031-02-05.yml:1:1: error: what this sealed record shows was changed: names: atelier-workshop#lead.
    If that is right, `make seal` takes it in; the record itself stays sealed.
data/meetings/cbf-hc/2031-02-05.yml:55:9: error: this record is sealed, but it was changed: follow-up 1A: owner.
    Put it back as it was. To correct it, add under `corrections`: `{where: follow-up 1A, kind: typographical, says: {…}, should_say: {…}, reason: {…}}`; a change of what it means is `substantive`, and names the decision that allows it.
data/people.yml:11:7: error: `atelier-workshop` has no office `lead`.
    Its offices in data/organizations.yml: none yet.
3 errors, 0 warnings
""",
    ),
    "An appointment to an unknown office": (
        {SPRING: ("            office: chair\n", "            office: president\n")},
        """\
data/meetings/cbf-hc/2031-04-02.yml:28:13: error: `cbf-hc` has no office `president`.
    Its offices in data/organizations.yml: chair.
1 error, 0 warnings
""",
    ),
    "An office that ends before it begins": (
        {
            "people.yml": (
                "from: 2030-01-01",
                """\
from: 2030-01-01
      to: 2029-12-31""",
            )
        },
        """\
data/people.yml:7:7: error: this office ends on 2029-12-31, before it begins on 2030-01-01.
    Look at the two dates again.
1 error, 0 warnings
""",
    ),
    "Organizations that belong to each other": (
        {
            "organizations.yml": (
                "  kind: committee\n",
                """\
  kind: committee
  parent: atelier-workshop
""",
            )
        },
        """\
data/organizations.yml:16:3: error: `atelier-workshop` belongs to itself: `atelier-workshop` → `cbf-hc` → `atelier-workshop`.
    Name the organization above it, or remove the line.
1 error, 0 warnings
""",
    ),
    "An organization that belongs to itself": (
        {
            "organizations.yml": (
                "  kind: committee\n",
                """\
  kind: committee
  parent: cbf-hc
""",
            )
        },
        """\
data/organizations.yml:5:3: error: `cbf-hc` belongs to itself: `cbf-hc` → `cbf-hc`.
    Name the organization above it, or remove the line.
1 error, 0 warnings
""",
    ),
}
