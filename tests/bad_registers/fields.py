"""Fields that are unknown, missing or empty."""

from __future__ import annotations

from support.small_register import REPORTS, SUMMER, Cases

CASES: Cases = {
    "An unknown field, almost right": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
adjurned: 16:35
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: unknown field `adjurned`.
    Did you mean `adjourned`? Fields here: title, format, place, time_zone, starts, adjourned, ends_at, starts_before, ends, opened, chairs, attendance, documents, opening, agenda, outcomes, closing, corrections, cancelled, postponed_to, with, languages, accepted.
1 error, 0 warnings
""",
    ),
    "An unknown field, unlike any other": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
météo: neige
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: unknown field `météo`.
    Fields here: title, format, place, time_zone, starts, adjourned, ends_at, starts_before, ends, opened, chairs, attendance, documents, opening, agenda, outcomes, closing, corrections, cancelled, postponed_to, with, languages, accepted.
1 error, 0 warnings
""",
    ),
    "Unknown fields of a map that stands for a list of one": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
outcomes:
  - decision: 1
    text: {fr: Adopté., en: Adopted.}
    grounds: {title: {fr: Loi, en: Act}, urll: "https://x.example"}
    seconded_by: {name: Zoé Exemple, 0: 5}
    appoints:
      person: anne-exemple
      of: cbf-hc
      lasting: true
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:5:42: error: unknown field `urll`.
    Did you mean `url`? Fields here: title, url.
data/meetings/cbf-hc/2031-06-04.yml:6:38: error: unknown field `0`.
    Fields here: name, organization.
data/meetings/cbf-hc/2031-06-04.yml:10:7: error: `lasting` stands too far to the right: here it would belong to `appoints`.
    Begin its line in column 5, as `appoints` does on line 7, and move what belongs there as far.
3 errors, 0 warnings
""",
    ),
    "A field of another place, in a directory": (
        {
            "people.yml": (
                "  name: Anne Exemple\n",
                """\
  name: Anne Exemple
  courriel: x
""",
            )
        },
        """\
data/people.yml:3:3: error: unknown field `courriel`.
    Fields here: name, offices, names.
1 error, 0 warnings
""",
    ),
    "A merge key": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
<<: x
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: unknown field `<<`.
    Fields here: title, format, place, time_zone, starts, adjourned, ends_at, starts_before, ends, opened, chairs, attendance, documents, opening, agenda, outcomes, closing, corrections, cancelled, postponed_to, with, languages, accepted.
1 error, 0 warnings
""",
    ),
    "The body and the date given again": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
body: cbf-hc
date: 2031-06-05
id: x
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `body` is not a field: the folder and the file's name say it.
    Remove the line. If it disagrees with the file's name, rename the file.
data/meetings/cbf-hc/2031-06-04.yml:3:1: error: `date` is not a field: the folder and the file's name say it.
    Remove the line. If it disagrees with the file's name, rename the file.
data/meetings/cbf-hc/2031-06-04.yml:4:1: error: `id` is not a field: the folder and the file's name say it.
    Remove the line. If it disagrees with the file's name, rename the file.
3 errors, 0 warnings
""",
    ),
    "A missing field, of a meeting": (
        {SUMMER: "format: hybrid\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:1: error: the field `title` is missing.
    Add a line: `title: {fr: "…", en: "…"}`.
1 error, 0 warnings
""",
    ),
    "A missing field, of an item": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - title: {fr: Un, en: One}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:5: error: the field `item` is missing.
    Add a line: `item: 1`.
1 error, 0 warnings
""",
    ),
    "An empty text": (
        {
            SUMMER: """\
title:
  fr: Réunion d'été
  en:
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:3: error: `en` is empty.
    Fill it in, or remove the line.
1 error, 0 warnings
""",
    ),
    "Texts of which nothing is seen": (
        {
            SUMMER: """\
title: {fr: "\u00a0", en: "\\u200b"}
place: "\\u3164"
chairs: [" "]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:9: error: `fr` holds nothing that can be seen.
    Fill it in, or remove the line.
data/meetings/cbf-hc/2031-06-04.yml:1:18: error: `en` holds nothing that can be seen.
    Fill it in, or remove the line.
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `place` holds nothing that can be seen.
    Fill it in, or remove the line.
data/meetings/cbf-hc/2031-06-04.yml:3:10: error: entry 1 of `chairs` holds nothing that can be seen.
    Fill it in, or remove it from the list.
4 errors, 0 warnings
""",
    ),
    "A file of which nothing is seen": (
        {"glossary.yml": '" "\n'},
        """\
data/glossary.yml:1:1: error: this file holds nothing that can be seen.
    Fill it in, or delete the file.
1 error, 0 warnings
""",
    ),
    "An empty field": (
        {SUMMER: "title:\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:1: error: `title` is empty.
    Fill it in, as in `title: {fr: "…", en: "…"}`.
1 error, 0 warnings
""",
    ),
    "An empty entry of a list": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
chairs:
  -
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:4: error: entry 1 of `chairs` is empty.
    Fill it in, or remove it from the list.
1 error, 0 warnings
""",
    ),
    "An empty list where one is needed": (
        {REPORTS: "reports: []\n"},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:1:1: error: `reports` is empty.
    Give at least one.
1 error, 0 warnings
""",
    ),
    "No bodies": (
        {"register.yml": ("[cbf-hc]", "[]")},
        """\
data/register.yml:9:1: error: `bodies` is empty.
    Give at least one.
1 error, 0 warnings
""",
    ),
}
