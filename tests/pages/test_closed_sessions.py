"""Items held in closed session: what of them is published, and when the rest may be."""

from __future__ import annotations

import re
from pathlib import Path

from support.built_site import Element, read_html
from support.golden import bodies, register_of
from support.small_register import SUMMER, problems_of, small_register
from support.small_site import pages_of, search_entries

from releve.__main__ import seal

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


def test_its_number_may_be_shown_as_the_agenda_writes_it(tmp_path: Path) -> None:
    shown = ITEM.replace("item: 1\n", "item: 1\n    shown_as: HC/31/1\n")
    pages = pages_of(tmp_path, {SUMMER: shown % ", outcomes_public: true"})
    assert problems_of(tmp_path) == []
    assert "HC/31/1. Contract" in pages["en/cbf-hc/2031-06-04/"].one(id="item-1").text


def test_without_that_it_may_hold_none(tmp_path: Path) -> None:
    (problem,) = problems_of(small_register(tmp_path, {SUMMER: ITEM % ""}))
    assert problem.message == "item 1 is withheld, so it may not have `outcomes`."


def test_the_day_from_which_it_may_be_published_is_recalled(tmp_path: Path) -> None:
    record = ITEM % ", outcomes_public: true, until: 2031-06-15"
    (problem,) = problems_of(small_register(tmp_path, {SUMMER: record}))
    assert problem.severity == "warning"
    assert problem.message == "item 1 may be published since 2031-06-15, and is still withheld."


# --- decisions, and what is released ----------------------------------------------------------

SEQUEL = "meetings/cbf-hc/2031-06-20.yml"
APPROVED = """\
title: {fr: Suite, en: Sequel}
outcomes:
  - {decision: 1, text: {fr: Approuvé., en: Approved.}, approves: cbf-hc/2031-06-04}
  - {decision: 2, text: {fr: Le prix est public., en: The price is public.}}
"""
CLOSED = """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - item: 1
    title: {fr: Contrat, en: Contract}
    withheld:
      reason: {fr: Le prix est secret., en: The price is secret.}
      until: 2031-07-15
  - item: 2
    title: {fr: Personnel, en: Staff}
    outcomes:
      - decision: 2
        withheld:
          reason: {fr: Une personne., en: A person.}
"""
OPENED = (
    CLOSED.replace(
        "until: 2031-07-15\n",
        """until: 2031-07-15
      released: {by: cbf-hc/2031-06-20#decision-2}
    narrative: [{text: {fr: On a parlé du prix., en: The price was discussed.}}]
    outcomes: [{decision: 1, text: {fr: Le prix est de 9 $., en: The price is $9.}}]
""",
    )
    + """\
          released: {date: 2031-06-25, by: cbf-hc/2031-06-20#decision-2}
        text: {fr: Ada est nommée., en: Ada is appointed.}
"""
)
MEETING = "en/cbf-hc/2031-06-04/"


def _sealed(folder: Path) -> Path:
    """A register whose record of a closed session is approved and sealed."""
    root = small_register(folder, {SUMMER: CLOSED, SEQUEL: APPROVED})
    seal(root)
    assert problems_of(root) == []
    return root


def test_a_decision_may_be_withheld(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, {SUMMER: CLOSED})
    assert problems_of(tmp_path) == []
    for page in (pages[MEETING], pages[f"{MEETING}decision-2/"]):
        assert "Not published A person." in page.text
    assert "Not published" in pages["en/decisions/"].text
    assert "Non publié Une personne." in pages["cbf-hc/2031-06-04/decision-2/"].text
    assert "A person" in search_entries(tmp_path)[f"{MEETING}decision-2/"].words


DECISION = f"{MEETING}decision-2/"


def _states(element: Element) -> str:
    return element.one(class_="states").text.removesuffix(" Draft record")


def test_a_withheld_decision_is_adopted_and_not_published_wherever_it_is_named(
    tmp_path: Path,
) -> None:
    pages = pages_of(tmp_path, {SUMMER: CLOSED})
    assert _states(pages[DECISION]) == "Adopted Text not published"
    cited = pages[DECISION].one(class_="citation").text
    assert "(state on June 30, 2031: adopted, text not published, draft record)" in cited
    record = pages[MEETING].one(id="decision-2")
    assert record.one("p", class_="states").text == "Adopted Text not published"
    (row,) = (
        row
        for row in pages["en/decisions/"].all("tr")
        if row.attributes.get("data-state") == "adopted withheld"
    )
    assert row.one("td", class_="rows__state").text == "Adopted Text not published"
    assert "Text not published" in pages["en/"].one(id="last").parent.text
    for page in ("en/decisions/", "en/search/"):
        assert pages[page].one("option", value="withheld").text == "Text not published"
    assert search_entries(tmp_path)[DECISION].states == ("adopted", "withheld")


def test_a_withheld_decision_is_in_force_where_the_record_lets_that_be_known(
    tmp_path: Path,
) -> None:
    lasting = CLOSED.replace("decision: 2\n", "decision: 2\n        lasting: true\n")
    pages = pages_of(tmp_path, {SUMMER: lasting})
    assert _states(pages[DECISION]) == "In force Text not published"


def test_what_is_released_is_in_force_and_no_longer_not_published(tmp_path: Path) -> None:
    root = _sealed(tmp_path)
    (root / "data" / SUMMER).write_text(OPENED, "utf-8")
    seal(root)
    assert _states(_page(root, DECISION)) == "In force"
    assert _states(_page(root, DECISION, "2031-06-22")) == "Adopted Text not published"


def test_what_is_released_comes_into_a_sealed_record_once(tmp_path: Path) -> None:
    root = _sealed(tmp_path)
    (root / "data" / SUMMER).write_text(OPENED, "utf-8")
    told = {re.sub(":.*", "", one.message) for one in problems_of(root)}
    assert told == {"what this sealed record shows was changed"}
    assert seal(root) == 0
    assert problems_of(root) == []
    for before, after in (
        ("was discussed", "was debated"),
        ("price is $9", "price is $8"),
        ("Ada is appointed", "Eve is appointed"),
        ("    narrative:", "    presenters: [anne-exemple]\n    narrative:"),
        ("    outcomes: [{", "    outcomes: [{note: 1, text: {fr: x, en: x}}, {"),
    ):
        (root / "data" / SUMMER).write_text(OPENED.replace(before, after), "utf-8")
        told = {re.sub(":.*", "", one.message) for one in problems_of(root)}
        assert "this record is sealed, but it was changed" in told, before


def _page(root: Path, address: str, day: str = "") -> Element:
    return read_html(bodies(register_of(root, day))["en"][address])[0]


def test_pages_say_since_when_and_by_what_it_is_published(tmp_path: Path) -> None:
    root = _sealed(tmp_path)
    (root / "data" / SUMMER).write_text(OPENED, "utf-8")
    seal(root)
    item = _page(root, MEETING).one(id="item-1").text
    assert (
        "Not published at first The price is secret. "
        "Published since June 20, 2031. "
        "Released by: The price is public Decision 2 of June 20, 2031" in item
    )
    assert "The price was discussed." in item
    decision = _page(root, f"{MEETING}decision-2/").text
    assert "Published since June 25, 2031. Released by:" in decision
    assert "Ada is appointed." in decision
    releasing = _page(root, "en/cbf-hc/2031-06-20/decision-2/").text
    assert "Ada is appointed Decision 2 of June 4, 2031 (released by it)" in releasing


def test_it_is_withheld_as_of_a_day_before_its_release(tmp_path: Path) -> None:
    root = _sealed(tmp_path)
    (root / "data" / SUMMER).write_text(OPENED, "utf-8")
    seal(root)
    assert "The price was discussed." in _page(root, MEETING, "2031-06-22").text
    decision = _page(root, f"{MEETING}decision-2/", "2031-06-22").text
    assert "Not published A person." in decision
    assert "Ada is appointed." not in decision
    before = _page(root, MEETING, "2031-06-19").text
    assert "Not published The price is secret." in before
    assert "The price was discussed." not in before


def test_a_correction_of_what_was_withheld_does_not_tell_it_before_its_release(
    tmp_path: Path,
) -> None:
    corrections = """\
corrections:
  - {where: decision 2, kind: typographical, says: {en: Ada}, should_say: {en: Eve}}
  - {where: Item 1, kind: typographical, says: {en: discussed}, should_say: {en: argued}}
"""
    root = _sealed(tmp_path)
    (root / "data" / SUMMER).write_text(OPENED + corrections, "utf-8")
    seal(root)
    assert problems_of(root) == []
    for page in (MEETING, DECISION):
        assert "It should say: Eve" in _page(root, page).text
        assert "Eve" not in _page(root, page, "2031-06-22").text
    assert "argued" in _page(root, MEETING, "2031-06-22").text
    assert "argued" not in _page(root, MEETING, "2031-06-19").text
