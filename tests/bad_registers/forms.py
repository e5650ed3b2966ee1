"""The form of a value: dates, times, ids, addresses, counts."""

from __future__ import annotations

from support.small_register import REPORTS, SUMMER, WINTER, Cases, meeting_with

CASES: Cases = {
    "Numbers that cannot be part of an address": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
outcomes:
  - {decision: CM24 0123, text: {fr: Adopté., en: Adopted.}}
  - {decision: 2024/15, text: {fr: Adopté., en: Adopted.}}
  - {follow_up: 12 bis, text: {fr: Agir., en: Act.}}
  - {decision: 5(a), text: {fr: Adopté., en: Adopted.}}
  - {decision: R-2024_03, text: {fr: Adopté., en: Adopted.}}
  - {decision: 112é, text: {fr: Adopté., en: Adopted.}}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:6: error: `CM24 0123` cannot be a number in the record.
    Write `decision: CM24-0123`, and below it, for the number as the record writes it, `shown_as: "CM24 0123"`.
data/meetings/cbf-hc/2031-06-04.yml:4:6: error: `2024/15` cannot be a number in the record.
    Write `decision: 2024-15`, and below it, for the number as the record writes it, `shown_as: "2024/15"`.
data/meetings/cbf-hc/2031-06-04.yml:5:6: error: `12 bis` cannot be a number in the record.
    Write `follow_up: 12-bis`, and below it, for the number as the record writes it, `shown_as: "12 bis"`.
data/meetings/cbf-hc/2031-06-04.yml:6:6: error: `5(a)` cannot be a number in the record.
    Write `decision: 5-a`, and below it, for the number as the record writes it, `shown_as: "5(a)"`.
data/meetings/cbf-hc/2031-06-04.yml:7:6: error: `R-2024_03` cannot be a number in the record.
    Write `decision: R-2024-03`, and below it, for the number as the record writes it, `shown_as: "R-2024_03"`.
data/meetings/cbf-hc/2031-06-04.yml:8:6: error: `112é` cannot be a number in the record.
    Write `decision: 112e`, and below it, for the number as the record writes it, `shown_as: "112é"`.
6 errors, 0 warnings
""",
    ),
    "A number that is a whole text": (
        {SUMMER: meeting_with(f"decision: {'1. ' * 40}, text: {{fr: Adopté., en: Adopted.}}")},
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:10: error: `1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1.…` cannot be a number in the record.
    Write letters and digits, as in 3, 5C or 2019-04.
1 error, 0 warnings
""",
    ),
    "A plain name among those present": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
attendance: {present: [Marc Témoin], regrets: [lea specimen]}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:24: error: `Marc Témoin` is not the id of a person, an organization or an office.
    Expected: an id of data/organizations.yml or data/people.yml. To add it to data/people.yml: `marc-temoin: {name: "Marc Témoin"}`. For somebody who is not in people.yml, write {name: Marc Témoin}.
data/meetings/cbf-hc/2031-06-04.yml:2:48: error: `lea specimen` is not the id of a person, an organization or an office.
    Did you mean `lea-specimen`? Expected: an id of data/organizations.yml or data/people.yml. For somebody who is not in people.yml, write {name: lea specimen}.
2 errors, 0 warnings
""",
    ),
    "A date in another order": (
        {REPORTS: ("2031-03-01", "01-03-2031")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:2:5: error: `01-03-2031` is not a date.
    Write the day as 2031-06-04: year, month, day.
1 error, 0 warnings
""",
    ),
    "A date in digits of another script": (
        {REPORTS: ("2031-03-01", "٢٠٣١-٠٣-٠١")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:2:5: error: `٢٠٣١-٠٣-٠١` is not a date.
    Write the day as 2031-06-04: year, month, day.
1 error, 0 warnings
""",
    ),
    "A list in place of a date": (
        {"register.yml": ("2031-06-30", "[2031-06-30]")},
        """\
data/register.yml:17:1: error: `as_of` is not a date.
    Write the day as 2031-06-04: year, month, day.
1 error, 0 warnings
""",
    ),
    "An impossible date": (
        {REPORTS: ("2031-03-01", "2031-02-29")},
        """\
data/follow-ups/cbf-hc/2031-02-05-1A.yml:2:5: error: `2031-02-29` is a day that does not exist.
    Look at the month and the day again.
1 error, 0 warnings
""",
    ),
    "A time that is not one": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
starts: 9 h
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `9 h` is not a time.
    Write `9:00`.
1 error, 0 warnings
""",
    ),
    "An impossible time": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
starts: 24:00
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `24:00` is not a time.
    Write the time as 16:35: hours from 0 to 23, then minutes.
1 error, 0 warnings
""",
    ),
    "A time zone that is almost one": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
time_zone: america/toronto
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `america/toronto` is not a known time zone.
    Did you mean America/Toronto?
1 error, 0 warnings
""",
    ),
    "A time zone that is none": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
time_zone: heure de l'Est
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:2:1: error: `heure de l'Est` is not a known time zone.
    Use a name of the IANA list, such as America/Toronto or America/Winnipeg.
1 error, 0 warnings
""",
    ),
    "A language and its region, joined as programs do": (
        {"register.yml": ("[fr, en]", "[fr, en, es_419]")},
        """\
data/register.yml:6:21: error: `es_419` is not a language code.
    Write `es-419`.
1 error, 0 warnings
""",
    ),
    "A language that is not a code": (
        {"register.yml": ("[fr, en]", "[fr, en, Anglais]")},
        """\
data/register.yml:6:21: error: `Anglais` is not a language code.
    Write `en`.
1 error, 0 warnings
""",
    ),
    "A country that is not a code": (
        {"register.yml": ("country: CA", "country: Canada")},
        """\
data/register.yml:8:1: error: `Canada` is not the code of a country.
    Write `CA`.
1 error, 0 warnings
""",
    ),
    "A number that is not one": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: un et deux
    title: {fr: Un, en: One}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:5: error: `un et deux` cannot be a number in the record.
    Write letters and digits, as in 3, 5C or 2019-04.
1 error, 0 warnings
""",
    ),
    "An id with capitals": (
        {"topics.yml": ("hiver:", "Grand Hiver:")},
        """\
data/topics.yml:6:1: error: `Grand Hiver` is not an id.
    Write `grand-hiver`.
1 error, 0 warnings
""",
    ),
    "An empty id": (
        {"topics.yml": ("hiver:", "'':")},
        """\
data/topics.yml:6:1: error: `` is not an id.
    Write lower-case letters and digits joined by hyphens, as in cbf-hc.
1 error, 0 warnings
""",
    ),
    "A person by name where an id is needed": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
attendance:
  present: [Jean Martin]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:3:13: error: `Jean Martin` is not the id of a person, an organization or an office.
    Expected: an id of data/organizations.yml or data/people.yml. To add it to data/people.yml: `jean-martin: {name: "Jean Martin"}`. For somebody who is not in people.yml, write {name: Jean Martin}.
1 error, 0 warnings
""",
    ),
    "A meeting that is not an id": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    deferred_to: {meeting: prochaine réunion}
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:5:19: error: `prochaine réunion` is not a meeting's id.
    Expected: a meeting under data/meetings/; add its file if it is not there. Where the record does not say which, write `deferred_to: later`.
1 error, 0 warnings
""",
    ),
    "A reference without its number": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - decision: 1
        text: {fr: Oui., en: 'Yes.'}
        amends: [cbf-hc/2031-02-05]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:18: error: `cbf-hc/2031-02-05` does not refer to a decision or a follow-up.
    `cbf-hc/2031-02-05` has cbf-hc/2031-02-05#decision-1. Expected: a decision of a meeting under data/meetings/.
1 error, 0 warnings
""",
    ),
    "An owner that is not an id": (
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - follow_up: 1
        text: {fr: Oui., en: 'Yes.'}
        owners: [l'atelier]
"""
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:8:18: error: `l'atelier` is not the id of a person, an organization or an office.
    Did you mean `atelier-workshop`? Expected: an id of data/organizations.yml or data/people.yml.
1 error, 0 warnings
""",
    ),
    "An address without https": (
        {"organizations.yml": ("https://example.org/atelier", "www.example.org")},
        """\
data/organizations.yml:17:3: error: `www.example.org` is not an address of the web.
    Write `https://www.example.org`.
1 error, 0 warnings
""",
    ),
    "An address with brackets where the name of the site stands": (
        {"organizations.yml": ("https://example.org/atelier", "https://exa[1]mple.org/atelier")},
        """\
data/organizations.yml:17:3: error: `https://exa[1]mple.org/atelier` is not an address of the web.
    Copy it whole from the browser, as in https://example.org/page; or write mailto:name@example.org for mail.
1 error, 0 warnings
""",
    ),
    "An address for mail that is not one": (
        {"register.yml": ("secretariat@example.org", "secretariat")},
        """\
data/register.yml:13:3: error: `secretariat` is not an address for mail.
    Write it as name@example.org.
1 error, 0 warnings
""",
    ),
    "The way to a sister that leads to another host": (
        {
            "register.yml": (
                "country: CA",
                "country: CA\nsisters:\n  - title: {fr: B, en: B}\n    path: https://elsewhere.example/b/",
            )
        },
        """\
data/register.yml:11:5: error: `https://elsewhere.example/b/` is not the way to another site of the same host.
    Write it from the root of this one, as in ../comite-b/.
1 error, 0 warnings
""",
    ),
    "Neither true nor false": (
        {
            "register.yml": (
                "country: CA",
                """\
country: CA
one_language_suffices: oui""",
            )
        },
        """\
data/register.yml:9:1: error: `oui` is neither true nor false.
    Write `true`.
1 error, 0 warnings
""",
    ),
    "A count that is not one": (
        {WINTER: ("against: {count: 0}", "against: {count: aucun}")},
        """\
data/meetings/cbf-hc/2031-02-05.yml:47:21: error: `aucun` is not a count.
    Write how many, in digits, as in 12 or 12.5; or, if these are ids, put brackets: `against: [aucun]`.
1 error, 0 warnings
""",
    ),
    "A count that is less than nothing": (
        {WINTER: ("against: {count: 0}", "against: {count: -1}")},
        """\
data/meetings/cbf-hc/2031-02-05.yml:47:21: error: `-1` is not a count.
    Write digits, with a full stop before decimals, as in 12 or 12.5.
1 error, 0 warnings
""",
    ),
    "A count that is far too long": (
        {WINTER: ("against: {count: 0}", "against: {count: " + "9" * 5000 + "}")},
        """\
data/meetings/cbf-hc/2031-02-05.yml:47:21: error: `99999999999999999999999999999999999999999999999999999999999…` is not a count.
    Write digits, with a full stop before decimals, as in 12 or 12.5.
1 error, 0 warnings
""",
    ),
    "A text of several lines and with signs that do not print where an id is needed": (
        {
            SUMMER: 'title: {fr: Réunion d\'été, en: Summer meeting}\nchairs:\n  - |\n    Anne\n    Exemple\n  - "\\e[31m"\n'
        },
        """\
data/meetings/cbf-hc/2031-06-04.yml:6:5: error: `[U+001B][31m` is not the id of a person, an organization or an office.
    Expected: an id of data/organizations.yml or data/people.yml.
data/meetings/cbf-hc/2031-06-04.yml:6:5: error: this text holds a character that cannot be printed (U+001B).
    Remove the backslash and what belongs to it.
data/meetings/cbf-hc/2031-06-04.yml:3:5: warning: “Anne Exemple” has an entry: `anne-exemple`.
    Write `anne-exemple`, so that its page shows this. For somebody else of that name, write {name: …, organization: …}.
2 errors, 1 warning
""",
    ),
}
