"""Items held in closed session: what of them is published, and when the rest may be."""

from __future__ import annotations

from pathlib import Path

from support.small_register import SUMMER, problems_of, small_register
from support.small_site import pages_of

ITEM = """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Contrat, en: Contract}
    withheld: {reason: {fr: Le prix est secret., en: The price is secret.}%s}
    outcomes: [{decision: 1, text: {fr: Le contrat est signé., en: The contract is signed.}}]
"""


def test_a_closed_session_may_let_its_decisions_through(tmp_path: Path) -> None:
    record = ITEM % ", outcomes_public: true"
    pages = pages_of(tmp_path, {SUMMER: record})
    item = pages["en/cbf-hc/2031-06-04/"].one(id="item-1").text
    assert "Not published The price is secret." in item
    assert "The contract is signed." in item
    assert "en/cbf-hc/2031-06-04/decision-1/" in pages


def test_without_that_it_may_hold_none(tmp_path: Path) -> None:
    (problem,) = problems_of(small_register(tmp_path, {SUMMER: ITEM % ""}))
    assert problem.message == "item 1 is withheld, so it may not have `outcomes`."


def test_the_day_from_which_it_may_be_published_is_recalled(tmp_path: Path) -> None:
    record = ITEM % ", outcomes_public: true, until: 2031-06-15"
    (problem,) = problems_of(small_register(tmp_path, {SUMMER: record}))
    assert problem.severity == "warning"
    assert problem.message == "item 1 may be published since 2031-06-15, and is still withheld."
