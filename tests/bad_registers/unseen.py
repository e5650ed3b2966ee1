"""Signs that cannot be seen, where they mislead; names that do not say what they name."""

from __future__ import annotations

from support.small_register import SUMMER, Cases

_TITLE = "title: {fr: Réunion d'été, en: Summer meeting}\n"

CASES: Cases = {
    "Titles that show nothing": (
        {SUMMER: "title: {fr: '\u200b\u202e', en: '\u00a0 \u3164'}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:9: error: `fr` holds nothing that can be seen.
    Fill it in, or remove the line.
data/meetings/cbf-hc/2031-06-04.yml:1:19: error: `en` holds nothing that can be seen.
    Fill it in, or remove the line.
2 errors, 0 warnings
""",
    ),
    "A name on two lines, which a message quotes on one": (
        {
            SUMMER: f"""\
{_TITLE}chairs: [{{name: "Zoé\\nTremblay"}}]
attendance: {{absent: [{{name: "Zoé\\nTremblay"}}]}}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:23: warning: `Zoé Tremblay` chaired, and is in `absent` too.
    Take the name out of the list that is wrong. If the record is right, say so at the end of this file: `accepted: [{warning: present-and-absent, about: Zoé Tremblay, reason: "…"}]`.
0 errors, 1 warning
""",
    ),
    "A name in any language that shows nothing": (
        {"people.yml": ("name: Paul Modèle", "name: '\u2060'")},
        """\
data/people.yml:8:3: error: `name` holds nothing that can be seen.
    Fill it in, as in `name: {fr: "…", en: "…"}`.
1 error, 0 warnings
""",
    ),
    "An id and a number with signs that cannot be seen": (
        {
            "topics.yml": ("hiver:", "hi\u200dver:"),
            SUMMER: f"{_TITLE}agenda: [{{item: 1\u200f, title: {{fr: Un, en: One}}}}]\n",
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:11: error: `1[U+200F]` holds a sign that cannot be seen (U+200F).
    Delete it, and type again what should stand there.
data/topics.yml:6:1: error: `hi[U+200D]ver` holds an invisible sign (U+200D), which does not belong here.
    Write `hiver`.
2 errors, 0 warnings
""",
    ),
    "Addresses with signs that cannot be seen": (
        {
            "register.yml": ("secretariat@example", "secretariat@exa\u034fmple"),
            SUMMER: f"{_TITLE}opening:\n"
            "  - text: {fr: 'Voir [là](https://exa\u200bmple.org).', en: 'S\u200bee <https://a.org>.'}\n"
            "agenda:\n  - item: 1\n    title: {fr: Un, en: One}\n"
            "    documents: [{title: {fr: a, en: a}, url: 'https://example.org/\u2066a'}]\n",
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:27: error: a sign that cannot be seen (U+200B) stands in this address.
    Delete it: the link would lead elsewhere than it seems to.
data/meetings/cbf-hc/2031-06-04.yml:7:41: error: `https://example.org/[U+2066]a` holds a sign that cannot be seen (U+2066).
    Delete it, and type again what should stand there.
data/register.yml:13:3: error: `secretariat@exa[U+034F]mple.org` holds a sign that cannot be seen (U+034F).
    Delete it, and type again what should stand there.
3 errors, 0 warnings
""",
    ),
    "A title that stands in itself": (
        {SUMMER: "title: {fr: 'Suite de [[cbf-hc/2031-06-04]]', en: Summer meeting}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:23: error: the name of `cbf-hc/2031-06-04`, which would stand here, holds [[…]] itself.
    Write the words that are to stand here: [[cbf-hc/2031-06-04|words]].
1 error, 0 warnings
""",
    ),
    "Names that stand in each other": (
        {
            "topics.yml": ("{fr: Hiver, en: Winter}", "{fr: Hiver, en: '[[anne-exemple]]'}"),
            "people.yml": (
                "name: Paul Modèle",
                "name: Le peintre de [[atelier-workshop#painter]]",
            ),
            "organizations.yml": (
                "lead: {fr: Resp",
                "painter: {fr: Peintre, en: '[[paul-modele]]'}\n    lead: {fr: Resp",
            ),
        },
        """\
data/meetings/cbf-hc/2031-02-05.yml:1:1: error: what this sealed record shows was changed: names: paul-modele.
    If that is right, `make seal` takes it in; the record itself stays sealed.
data/organizations.yml:19:33: error: the name of `paul-modele`, which would stand here, holds [[…]] itself.
    Write the words that are to stand here: [[paul-modele|words]].
data/people.yml:8:23: error: the name of `atelier-workshop#painter`, which would stand here, holds [[…]] itself.
    Write the words that are to stand here: [[atelier-workshop#painter|words]].
3 errors, 0 warnings
""",
    ),
    "A body that is named by its own decision": (
        {
            "organizations.yml": (
                "{fr: Comité des bornes-fontaines, en: Hydrant Committee}",
                "{fr: '[[cbf-hc/2031-02-05#decision-1]]', en: Hydrant Committee}",
            ),
            "seals.yml": None,
            "meetings/cbf-hc/2031-04-02.yml": ("            approves: cbf-hc/2031-02-05\n", ""),
        },
        """\
data/organizations.yml:2:15: error: the name of `cbf-hc/2031-02-05#decision-1`, which would stand here, holds [[…]] itself.
    Write the words that are to stand here: [[cbf-hc/2031-02-05#decision-1|words]].
1 error, 0 warnings
""",
    ),
}
