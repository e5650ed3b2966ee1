"""Records that are sealed, and what was changed in them since."""

from __future__ import annotations

from support.small_register import REPORTS, SPRING, SUMMER, WINTER, Cases

CASES: Cases = {
    "The zone of all times, changed after a record was sealed": (
        {"register.yml": ("time_zone: America/Toronto", "time_zone: America/Halifax")},
        """\
data/register.yml:10:1: error: the sealed record of `cbf-hc/2031-02-05` gives its times in another zone than this one.
    Put `time_zone` back as it was; a later meeting in another zone may have its own.
1 error, 0 warnings
""",
    ),
    "A sealed record in which words were changed": (
        {
            WINTER: (
                "en: The 12 hydrants will be painted red",
                "en: The 12 hydrants will be painted blue",
            )
        },
        """\
data/meetings/cbf-hc/2031-02-05.yml:42:11: error: this record is sealed, but it was changed: decision 1: wording, English.
    Put it back as it was. To correct it, add under `corrections`: `{where: decision 1, kind: typographical, says: {…}, should_say: {…}, reason: {…}}`; a change of what it means is `substantive`, and names the decision that allows it.
1 error, 0 warnings
""",
    ),
    "A sealed record in which an owner was changed": (
        {
            WINTER: (
                "owners: [atelier-workshop#lead, paul-modele]",
                "owners: [atelier-workshop#lead, anne-exemple]",
            )
        },
        """\
data/meetings/cbf-hc/2031-02-05.yml:55:9: error: this record is sealed, but it was changed: follow-up 1A: owner.
    Put it back as it was. To correct it, add under `corrections`: `{where: follow-up 1A, kind: typographical, says: {…}, should_say: {…}, reason: {…}}`; a change of what it means is `substantive`, and names the decision that allows it.
1 error, 0 warnings
""",
    ),
    "A sealed record to which a note was added": (
        {
            WINTER: (
                """  - item: 2\n""",
                """      - note: 2\n        text: {fr: Bis., en: Again.}\n  - item: 2\n""",
            )
        },
        """\
data/meetings/cbf-hc/2031-02-05.yml:37:5: error: this record is sealed, but it was changed: item 1: list of outcomes.
    Put it back as it was. To correct it, add under `corrections`: `{where: item 1, kind: typographical, says: {…}, should_say: {…}, reason: {…}}`; a change of what it means is `substantive`, and names the decision that allows it.
data/meetings/cbf-hc/2031-02-05.yml:60:9: error: this record is sealed, but it was changed: note 2: added.
    Put it back as it was. To correct it, add under `corrections`: `{where: …, kind: typographical, says: {…}, should_say: {…}, reason: {…}}`; a change of what it means is `substantive`, and names the decision that allows it.
2 errors, 0 warnings
""",
    ),
    "A sealed record from which a note was removed": (
        {
            WINTER: (
                """      - note: 1\n        text: {fr: La peinture est arrivée depuis., en: The paint has arrived since.}\n""",
                "",
            )
        },
        """\
data/meetings/cbf-hc/2031-02-05.yml:1:1: error: this record is sealed, but it was changed: note 1: removed.
    Put it back as it was. To correct it, add under `corrections`: `{where: …, kind: typographical, says: {…}, should_say: {…}, reason: {…}}`; a change of what it means is `substantive`, and names the decision that allows it.
data/meetings/cbf-hc/2031-02-05.yml:37:5: error: this record is sealed, but it was changed: item 1: list of outcomes.
    Put it back as it was. To correct it, add under `corrections`: `{where: item 1, kind: typographical, says: {…}, should_say: {…}, reason: {…}}`; a change of what it means is `substantive`, and names the decision that allows it.
2 errors, 0 warnings
""",
    ),
    "A sealed record that is gone": (
        {WINTER: None, SPRING: None, REPORTS: None, SUMMER: "title: {fr: x, en: x}\n"},
        """\
data/seals.yml:3:1: error: the sealed record of `cbf-hc/2031-02-05` is gone.
    Put data/meetings/cbf-hc/2031-02-05.yml back as it was: a sealed record stays.
1 error, 0 warnings
""",
    ),
    "A name that a sealed record shows, changed since": (
        {"people.yml": ("name: Paul Modèle", "name: Paul Modèle-Dessin")},
        """\
data/meetings/cbf-hc/2031-02-05.yml:1:1: error: what this sealed record shows was changed: names: paul-modele.
    If that is right, `make seal` takes it in; the record itself stays sealed.
1 error, 0 warnings
""",
    ),
    "A document of a sealed record that is elsewhere now": (
        {WINTER: ("https://example.org/ral", "https://example.org/nuancier")},
        """\
data/meetings/cbf-hc/2031-02-05.yml:16:5: error: what this sealed record shows was changed: item 1: links.
    If that is right, `make seal` takes it in; the record itself stays sealed.
1 error, 0 warnings
""",
    ),
    "An approved record that is not sealed": (
        {"seals.yml": None},
        """\
data/meetings/cbf-hc/2031-04-02.yml:14:13: error: this decision approves the record of `cbf-hc/2031-02-05`, which is not sealed.
    Run `make seal`, or add to data/seals.yml: `cbf-hc/2031-02-05: {fingerprint: b18addb66b0c5fc59b48fa07c3bb62e5ebcaaecac073b4879894f9f04fb5c367}`.
1 error, 0 warnings
""",
    ),
    "A seal of a record that no decision approves": (
        {SPRING: ("            approves: cbf-hc/2031-02-05\n", "")},
        """\
data/seals.yml:3:1: error: the record of `cbf-hc/2031-02-05` is sealed, but no decision approves it.
    Add `approves` to the decision that approved it, or remove this entry.
1 error, 0 warnings
""",
    ),
    "A seal of a meeting without a record": (
        {
            SUMMER: "title: {fr: x, en: x}\n",
            "seals.yml": (
                "cbf-hc/2031-02-05:",
                "cbf-hc/2031-06-04: {fingerprint: " + 64 * "0" + "}\ncbf-hc/2031-02-05:",
            ),
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:1: error: this record is sealed, but it was changed: record: changed.
    Put it back as it was. To correct it, add under `corrections`: `{where: …, kind: typographical, says: {…}, should_say: {…}, reason: {…}}`; a change of what it means is `substantive`, and names the decision that allows it.
data/seals.yml:3:1: error: the register does not hold the record of `cbf-hc/2031-06-04`, so there is nothing to seal.
    Remove this entry.
2 errors, 0 warnings
""",
    ),
    "A seal without its parts, of a record that was changed": (
        {"seals.yml": "cbf-hc/2031-02-05: {fingerprint: " + 64 * "0" + "}\n"},
        """\
data/meetings/cbf-hc/2031-02-05.yml:1:1: error: this record is sealed, but it was changed: record: changed.
    Put it back as it was. To correct it, add under `corrections`: `{where: …, kind: typographical, says: {…}, should_say: {…}, reason: {…}}`; a change of what it means is `substantive`, and names the decision that allows it.
1 error, 0 warnings
""",
    ),
    "A fingerprint that is not one": (
        {"seals.yml": "cbf-hc/2031-02-05: {fingerprint: abc}\n"},
        """\
data/seals.yml:1:21: error: `abc` is not a fingerprint.
    Remove this entry, and `make seal` writes it anew.
1 error, 0 warnings
""",
    ),
}
