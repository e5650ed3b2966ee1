"""What a record says outside items or without a title, and where its documents are."""

from __future__ import annotations

from pathlib import Path

from support.built_site import Site
from support.small_register import SUMMER, problems_of, report_of, small_register
from support.small_site import pages_of, search_entries

from releve.__main__ import seal

RECORD = "en/groupe-imagine/2031-04-08/"


def test_outcomes_of_no_item_stand_at_the_end_of_the_record(several: Site) -> None:
    record = several.pages[RECORD].root
    (section,) = record.all("section", **{"aria-labelledby": "outcomes"})
    assert "Decision 2 The group goes on. In force" in section.text
    assert "Follow-up 1 Send the guide. Documents: Tab 4 (not published here)" in section.text
    assert "Note 1 Note of no item." in section.text


def test_an_outcome_of_no_item_has_a_page_and_names_no_item(several: Site) -> None:
    said = {"decision-2": "The group goes on.", "follow-up-1": "Send the guide."}
    for name, words in said.items():
        page = several.pages[f"{RECORD}{name}/"]
        assert words in page.text
        assert "Agenda item" not in page.text
    assert "decision 2 The group goes on" not in several.pages["en/meetings/"].text
    topic = several.pages["en/topics/ponts/"].text
    assert "The group goes on Decision 2 of April 8, 2031 (Imagined Group, Fable" in topic


def test_an_item_without_a_title_goes_by_its_number(several: Site) -> None:
    root = several.pages[RECORD].root
    assert root.one(id="item-1").all("h2")[0].text == "Item 1"
    assert "Item 1 2. Tools" in several.pages[RECORD].text
    french = several.pages["groupe-imagine/2031-04-08/"].root
    assert french.one(id="point-1").all("h2")[0].text == "Point 1"


def test_an_item_with_neither_number_nor_title_goes_by_its_short_name(tmp_path: Path) -> None:
    words = "narrative: [{text: {fr: Oui., en: 'Yes.'}}]"
    summer = (
        f"title: {{fr: Été, en: Summer}}\nagenda:\n  - {{item: new-premises, {words}}}\n"
        f"  - {{item: old-premises, title: {{fr: Quais, en: Wharves}}, {words}}}\n"
        "outcomes: [{decision: late-start, text: {fr: Plus tard., en: Later.}}]\n"
    )
    pages = pages_of(tmp_path, {SUMMER: summer}, day="2031-06-20")
    root = pages["en/cbf-hc/2031-06-04/"]
    assert root.one(id="item-new-premises").all("h2")[0].text == "Item new-premises"
    assert root.one(id="item-old-premises").all("h2")[0].text == "Wharves"
    assert "Agenda item" not in pages["en/cbf-hc/2031-06-04/decision-late-start/"].text


def test_the_language_of_a_document_is_named_where_it_is_not_that_of_the_page(
    several: Site,
) -> None:
    english, french = (several.pages[one].root for one in (RECORD, RECORD.removeprefix("en/")))
    guide, own = (root.all("p", class_="documents") for root in (english, french))
    assert guide[0].text == "Documents: Guide (French)"
    assert own[0].text == "Documents : Guide (anglais)"
    links = [link.attributes["href"] for link in guide[0].all("a")]
    assert links == ["https://documents.example/guide-en", "https://documents.example/guide"]
    assert guide[1].text == "Documents: The guide (French)"
    assert own[1].text == "Documents : Le guide"
    decision = several.pages[f"{RECORD}decision-1/"].root
    assert decision.one("p", class_="documents").text == "Documents: The guide (French)"


OUTSIDE = """\
title: {fr: Réunion d'été, en: Summer meeting}
documents: [{title: {fr: Rapport, en: Report}, url: {fr: "https://a.example/1", en: "https://a.example/2"}}]
outcomes:
  - decision: 1
    text: {fr: Léa préside., en: Lea presides.}
    approves: cbf-hc/2031-04-02
    appoints: {person: lea-specimen, office: chairman, of: cbf-hc}
    documents: [{title: {fr: Lettre, en: Letter}, url: "https://a.example/3"}]
"""


def test_the_addresses_of_a_document_stand_in_one_order_however_they_are_typed(
    tmp_path: Path,
) -> None:
    addresses = [f"{code}: https://x.example/{code}" for code in ("es", "de", "fr")]
    said = []
    for number, typed in enumerate((addresses, addresses[::-1])):
        title = "title: {fr: Carte, en: Map}"
        document = f"documents: [{{{title}, url: {{{', '.join(typed)}}}}}]"
        record = f"title: {{fr: x, en: x}}\n{document}\n"
        pages = pages_of(tmp_path / f"{number}", {SUMMER: record})
        links = pages["en/cbf-hc/2031-06-04/"].all("a")
        said.append([one.attributes["href"] for one in links if "x.ex" in one.attributes["href"]])
    assert len(said[0]) == 3
    assert said[0] == said[1]


def test_outcomes_and_documents_outside_items_are_checked_found_and_dated(tmp_path: Path) -> None:
    assert "`cbf-hc` has no office `chairman`" in report_of(
        small_register(tmp_path / "wrong", {SUMMER: OUTSIDE})
    )
    right = {SUMMER: OUTSIDE.replace("chairman", "chair")}
    root = small_register(tmp_path / "right", right)
    seal(root)
    assert problems_of(root) == []
    entries = search_entries(root)
    assert "Report" in entries["en/cbf-hc/2031-06-04/"].words
    assert "Letter" in entries["en/cbf-hc/2031-06-04/decision-1/"].words
    before = pages_of(tmp_path / "before", right, day="2031-05-01")
    assert "Report" in before["en/cbf-hc/2031-06-04/"].text, "announced"
    assert not any(address.endswith("2031-06-04/decision-1/") for address in before)


def test_outcomes_and_documents_outside_items_are_sealed(tmp_path: Path) -> None:
    later = "meetings/cbf-hc/2031-06-20.yml"
    approval = """\
title: {fr: Suite, en: Sequel}
outcomes:
  - {decision: 1, text: {fr: Approuvé., en: Approved.}, approves: cbf-hc/2031-06-04}
"""
    summer = OUTSIDE.replace("chairman", "chair")
    root = small_register(tmp_path, {SUMMER: summer, later: approval})
    seal(root)
    assert problems_of(root) == []
    path = root / "data" / SUMMER

    def told(before: str, after: str) -> list[str]:
        path.write_text(summer.replace(before, after), "utf-8")
        return [problem.message for problem in problems_of(root)]

    assert told("Léa préside.", "Léa préside tout.") == [
        "this record is sealed, but it was changed: decision 1: wording, French."
    ]
    assert told("a.example/1", "a.example/9") == [
        "what this sealed record shows was changed: meeting: links."
    ]
    assert told("a.example/3", "a.example/9") == [
        "what this sealed record shows was changed: decision 1: links."
    ]
    assert told("fr: Lettre", "fr: Billet") == [
        "this record is sealed, but it was changed: decision 1: documents, French."
    ]


def test_a_meeting_that_was_not_held_has_no_outcomes_either(tmp_path: Path) -> None:
    assert "this meeting was cancelled, so it may not have `outcomes`." in report_of(
        small_register(tmp_path, {SUMMER: "cancelled: true\n" + OUTSIDE})
    )
