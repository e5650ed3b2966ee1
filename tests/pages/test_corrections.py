"""Corrections of a record, as its pages show them."""

from __future__ import annotations

from pathlib import Path

from support.golden import register_of
from support.small_register import WINTER, problems_of
from support.small_site import pages_of, search_entries

WRONG = """\
  - where: item 2
    kind: typographical
    says: {fr: Déneigement}
    should_say: {fr: Déneigement et sel}
    reason: {fr: Un mot manquait., en: A word was missing.}
    date: 2031-02-20
"""
MENDED = """\
  - where: decision 1
    kind: typographical
    inserts: {fr: vif, en: bright}
    after: {fr: peintes en rouge, en: will be painted}
    date: 2031-02-20
  - where: follow-up 1A
    kind: typographical
    inserts: {en: ", and brushes"}
    after: {en: Buy the paint}
    date: 2031-02-20
  - where: decision 1
    kind: typographical
    deletes: {en: before 1 June 2031}
    reason: {fr: Une date de trop., en: A date too many.}
    date: 2031-03-20
  - where: decision 1
    kind: typographical
    field: reason
    should_say: {fr: Pour être vues., en: To be seen.}
    date: 2031-02-20
"""
DECISION = "en/cbf-hc/2031-02-05/decision-1/"


def test_words_that_are_added_or_deleted_are_marked_beside_those_that_stay(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, {WINTER: (WRONG, MENDED)})
    assert problems_of(tmp_path) == []
    assert "The 12 hydrants will be painted red before 1 June" in pages[DECISION].text
    added, deleted, left_out = pages[DECISION].all("aside", class_="correction")[:3]
    assert added.text == (
        "Typographical correction The record says: will be painted. "
        "It should say: will be painted bright. Corrected on February 20, 2031"
    )
    assert [one.text for one in added.all("ins")] == ["bright"]
    assert "A date too many. Corrected on March 20, 2031" in deleted.text
    assert [one.text for one in deleted.all("del")] == ["before 1 June 2031"]
    assert "The record leaves out: Reason. It should say: To be seen." in left_out.text
    french = pages["cbf-hc/2031-02-05/decision-1/"].text
    assert "Il faudrait lire : peintes en rouge vif" in french.replace("\u00a0", " ")
    follow_up = pages["en/cbf-hc/2031-02-05/follow-up-1a/"].text
    assert "It should say: Buy the paint, and brushes." in follow_up


def test_words_that_a_correction_adds_are_found(tmp_path: Path) -> None:
    pages_of(tmp_path, {WINTER: (WRONG, MENDED)})
    assert "bright" in search_entries(tmp_path)[DECISION].words


def test_a_correction_is_not_there_as_of_a_day_before_it(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, {WINTER: (WRONG, MENDED)}, day="2031-03-01")
    assert "A date too many" not in pages[DECISION].text
    assert "bright" in pages[DECISION].text
    (meeting,) = (one for one in register_of(tmp_path, "2031-03-01").meetings if one.held)
    assert len(meeting.data.corrections) == 3


def _told(tmp_path: Path, correction: str) -> list[str]:
    """What the note of a correction of decision 1 says, in English and in French."""
    entry = f"  - where: decision 1\n    kind: typographical\n    {correction}\n"
    pages = pages_of(tmp_path, {WINTER: (WRONG, entry)})
    assert problems_of(tmp_path) == []
    french = DECISION.removeprefix("en/")
    notes = (pages[page].all("aside", class_="correction")[0] for page in (DECISION, french))
    return [note.all("p")[1].text.replace("\u00a0", " ") for note in notes]


def test_a_quotation_that_ends_with_a_full_stop_ends_the_sentence_too(tmp_path: Path) -> None:
    told = _told(tmp_path, 'says: {en: red}\n    should_say: {en: "blue."}')
    assert told[0] == "The record says: red. It should say: blue."


def test_a_single_word_that_is_deleted_is_not_called_words(tmp_path: Path) -> None:
    english, french = _told(tmp_path, "deletes: {en: painted, fr: peintes}")
    assert english == "The record says: painted. This should not be there."
    assert french == "Le compte rendu dit : peintes. Ce passage est de trop."
