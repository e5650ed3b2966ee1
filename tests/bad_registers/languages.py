"""Languages of the register, and what its texts lack in one of them."""

from __future__ import annotations

from support.small_register import SUMMER, WINTER, Cases

CASES: Cases = {
    "A default language that is none of the languages": (
        {"register.yml": ("default_language: fr", "default_language: es")},
        """\
data/register.yml:7:1: error: `es` is not one of the register's languages.
    Expected: fr, en.
1 error, 0 warnings
""",
    ),
    "A language that stands twice, in the place of another": (
        {"register.yml": ("languages: [fr, en]", "languages: [fr, fr]")},
        """\
data/register.yml:6:17: error: `fr` stands twice here.
    Keep one of them.
1 error, 0 warnings
""",
    ),
    "A language in which the interface has no words": (
        {
            "register.yml": (
                """\
[fr, en]
default_language: fr""",
                """\
[fr, en, eo]
one_language_suffices: true""",
            )
        },
        """\
data/register.yml:6:21: warning: the interface has no words in `eo`, so its pages show English ones.
    Translate messages.pot in hooks/releve/language/locales/ as eo.po.
0 errors, 1 warning
""",
    ),
    "An unknown language, almost right": (
        {SUMMER: "title: {fr: Réunion d'été, eng: Summer meeting}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:28: error: unknown language `eng`.
    Did you mean `en`? Languages of this register: fr, en.
1 error, 0 warnings
""",
    ),
    "An unknown language": (
        {SUMMER: "title: {fr: Réunion d'été, es: Reunión de verano, en: Summer meeting}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:28: error: unknown language `es`.
    Languages of this register: fr, en. If it is to be in `es` too, add that to `languages` in data/register.yml; if not, remove this text.
1 error, 0 warnings
""",
    ),
    "A comma and a colon that make a language of some words": (
        {SUMMER: "title: {fr: Bonjour, cher : monde, en: Hello}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:22: error: unknown language `cher`.
    Languages of this register: fr, en. If a colon or a comma made it one, put the text in quotes.
1 error, 0 warnings
""",
    ),
    "A missing translation, before approval": (
        {SUMMER: "title: {fr: Réunion d'été}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:1: warning: the translation is missing: en.
    Add `en: …`; until then the page shows another language, and says so.
0 errors, 1 warning
""",
    ),
    "A missing translation, after approval": (
        {
            WINTER: (
                "title: {fr: Réunion d'hiver, en: Winter meeting}",
                "title: {fr: Réunion d'hiver}",
            )
        },
        """\
data/meetings/cbf-hc/2031-02-05.yml:1:1: error: the translation is missing: en.
    The record is approved, so it must stand in every language: add `en: …`.
data/meetings/cbf-hc/2031-02-05.yml:1:1: error: this record is sealed, but it was changed: meeting: title, English.
    Put it back as it was. To correct it, add under `corrections`: `{where: meeting, kind: typographical, says: {…}, should_say: {…}, reason: {…}}`; a change of what it means is `substantive`, and names the decision that allows it.
2 errors, 0 warnings
""",
    ),
    "Numbers that differ between the languages": (
        {SUMMER: "title: {fr: Réunion des 12 et 13 juin, en: Meeting of 12 and 14 June}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:40: warning: `fr` and `en` do not hold the same numbers or dates: 13 only in `fr`; 14 only in `en`.
    Both languages must say the same; mend the one that is wrong.
0 errors, 1 warning
""",
    ),
    "A number that one language lacks": (
        {SUMMER: "title: {fr: Les 12 bornes, en: Hydrants}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:28: warning: `fr` and `en` do not hold the same numbers or dates: 12 only in `fr`.
    Both languages must say the same; mend the one that is wrong.
0 errors, 1 warning
""",
    ),
    "Dates that differ between the languages": (
        {SUMMER: "title: {fr: Réunion du 4 juin 2031, en: Meeting of 4 July 2031}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:37: warning: `fr` and `en` do not hold the same numbers or dates: month 6 only in `fr`; month 7 only in `en`.
    Both languages must say the same; mend the one that is wrong.
0 errors, 1 warning
""",
    ),
    "A sign that turns the direction of the text": (
        {SUMMER: "title: {fr: Réunion \u202ed'été, en: Summer meeting}\n"},
        """\
data/meetings/cbf-hc/2031-06-04.yml:1:21: warning: an invisible sign that turns the direction of text stands here (U+202E).
    Delete it; until then the page shows it by its number.
0 errors, 1 warning
""",
    ),
}
