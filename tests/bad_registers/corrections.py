"""Corrections of a record."""

from __future__ import annotations

from support.small_register import WINTER, Cases

CASES: Cases = {
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
