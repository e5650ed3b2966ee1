"""Whoever does what a report says, word for word, has mended the register."""

from __future__ import annotations

from pathlib import Path

import pytest
from bad_registers import (
    indentation,
    keyboard,
    meant,
    mended,
    names_of_files,
    other_words,
    quotes_and_marks,
    signs_in_text,
)
from support.obedience import obey
from support.small_register import Cases, problems_of, small_register

_SUBJECTS = (
    indentation,
    keyboard,
    meant,
    mended,
    names_of_files,
    other_words,
    quotes_and_marks,
    signs_in_text,
)
_ALL: Cases = {name: case for subject in _SUBJECTS for name, case in subject.CASES.items()}
_ASKS_FOR_A_CHOICE = {
    "A discussion that is a text by language": "nothing: it adds a line",
    "A document that is only an address": "nothing: it is inside brackets",
    "A numbered list": "nothing: it removes lines",
    "A text between two kinds of quotation marks": "where the text ends",
    "An agenda of numbers and titles": "nothing: it adds lines",
    "An item withheld without a reason": "why",
    "Items that are only titles": "the titles in the other language",
    "One voter on each side of a vote, without brackets": "whether it is a number",
    "Who was present, beside the fields of the meeting": "nothing: it adds a line",
    "A decision where a follow-up is needed": "which follow-up it was",
    "A decision without its words": "the words",
    "A decision with two digits typed into its number": "whether the record has it so",
    "A double quote that another one closes, so that fields become text": "words of a second text",
    "A link of Markdown whose words stand in two pairs of brackets": "nothing: it is no YAML",
    "A list of outcomes whose only entry has no dash": "nothing: it moves lines",
    "A list whose only entry has no dash": "nothing: it moves lines",
    "An address in each language, where one may stand": "which of the two",
    "Another word for what became of a decision": "what became of it",
    "Decisions by number, by meeting and by title": "which of several decisions",
    "Ids on lines of their own without dashes": "nothing: it removes lines",
    "One mark of git that was left behind": "what the lines around it should say",
    "References in a text by acronym, by another word and by a number that is not there": "which",
    "The same language twice, where the second should be another one": "which language",
    "Two versions of the same decisions, with the marks of git": "which version",
    "Two versions of the same text, with the marks of git": "which version",
    "Who was present by name, known and unknown": "whether to add the person",
}
"""By case, what only the person who wrote the file can say, or what this test cannot do."""


@pytest.mark.parametrize("case", sorted(_ALL.keys() - _ASKS_FOR_A_CHOICE.keys()))
def test_doing_word_for_word_what_is_said_mends_the_register(case: str, tmp_path: Path) -> None:
    changes, _ = _ALL[case]
    root = small_register(tmp_path, changes)
    for _ in range(5):
        if not (problems := problems_of(root)):
            break
        obey(root, min(problems, key=lambda problem: problem.severity))  # errors before warnings
    assert [str(problem) for problem in problems_of(root)] == []


def test_what_asks_for_a_choice_is_among_the_cases() -> None:
    assert _ASKS_FOR_A_CHOICE.keys() <= _ALL.keys()
