"""Corrections of a record."""

from __future__ import annotations

from support.small_register import WINTER, Cases

WRONG = """\
  - where: item 2
    kind: typographical
    says: {fr: Déneigement}
    should_say: {fr: Déneigement et sel}
"""


def _correction(where: str, how: str) -> tuple[str, str]:
    return WRONG, f"  - where: {where}\n    kind: typographical\n    {how}\n"


CASES: Cases = {
    "Words added after words that stand twice": (
        {WINTER: _correction("decision 1", "inserts: {fr: vif}\n    after: {fr: rouge}")},
        """\
data/meetings/cbf-hc/2031-02-05.yml:77:13: error: decision 1 says “rouge” 2 times, and it is not known which one is meant.
    Copy more of the words around them, so that they stand there once only.
1 error, 0 warnings
""",
    ),
    "Words added after words that are not there": (
        {WINTER: _correction("decision 1", "inserts: {fr: vif}\n    after: {fr: en vert}")},
        """\
data/meetings/cbf-hc/2031-02-05.yml:77:13: error: decision 1 does not say “en vert”.
    Copy the words to correct exactly as they stand in the record.
1 error, 0 warnings
""",
    ),
    "Words added in another language than the words before them": (
        {WINTER: _correction("decision 1", "inserts: {fr: vif}\n    after: {en: painted}")},
        """\
data/meetings/cbf-hc/2031-02-05.yml:74:5: error: `inserts` and `after` are not in the same languages: `en`.
    Give both in each language in which words are missing.
data/meetings/cbf-hc/2031-02-05.yml:74:5: error: `inserts` and `after` are not in the same languages: `fr`.
    Give both in each language in which words are missing.
2 errors, 0 warnings
""",
    ),
    "Words deleted that stand twice": (
        {WINTER: _correction("decision 1", "deletes: {en: hydrants, fr: rouge}")},
        """\
data/meetings/cbf-hc/2031-02-05.yml:76:29: error: decision 1 says “rouge” 2 times, and it is not known which one is meant.
    Copy more of the words around them, so that they stand there once only.
1 error, 0 warnings
""",
    ),
    "A correction in two ways at once": (
        {WINTER: _correction("decision 1", "says: {fr: rouge}\n    deletes: {fr: rouge}")},
        """\
data/meetings/cbf-hc/2031-02-05.yml:74:5: error: this correction does not say in one way what to change.
    Write `says` and `should_say`; or `inserts` and `after`; or `deletes`; or `field` and `should_say`, for what the record left out.
1 error, 0 warnings
""",
    ),
    "A field left out that is there": (
        {WINTER: _correction("meeting", "field: adjourned\n    should_say: {fr: 12 h}")},
        """\
data/meetings/cbf-hc/2031-02-05.yml:76:5: error: the record does not leave out `adjourned`.
    Quote what it says under `says`, in place of `field`.
1 error, 0 warnings
""",
    ),
    "A field left out of a part that cannot have it": (
        {WINTER: _correction("follow-up 1A", "field: vote\n    should_say: {fr: Unanime}")},
        """\
data/meetings/cbf-hc/2031-02-05.yml:76:5: error: such a part of a record has no field `vote`.
    Write one of: title, documents, owners, due.
1 error, 0 warnings
""",
    ),
    "A correction of what is not there": (
        {WINTER: ("where: item 2", "where: item 9")},
        """\
data/meetings/cbf-hc/2031-02-05.yml:74:5: error: nothing in this record is called `item 9`.
    Write one of: `meeting`, `item 1`, `item 2`, `item 3`, `decision 1`, `follow-up 1A`, `note 1`.
1 error, 0 warnings
""",
    ),
    "A correction of words that are not there": (
        {WINTER: ("says: {fr: Déneigement}", "says: {fr: Dénaigement}")},
        """\
data/meetings/cbf-hc/2031-02-05.yml:76:12: error: item 2 does not say “Dénaigement”.
    Copy the words to correct exactly as they stand in the record.
1 error, 0 warnings
""",
    ),
    "A substantive correction without its decision": (
        {WINTER: ("kind: typographical", "kind: substantive")},
        """\
data/meetings/cbf-hc/2031-02-05.yml:75:5: error: a substantive correction needs a decision that allows it.
    Add `decision: cbf-hc/2031-04-02#decision-2`, with the decision's own meeting and number.
1 error, 0 warnings
""",
    ),
}
