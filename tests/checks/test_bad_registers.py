"""What is said of a bad register: everything, in one go."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bad_registers import BAD_REGISTERS
from support.golden import bodies, register_of
from support.other_language import left_in_english
from support.small_register import (
    REPORTS,
    SPRING,
    SUMMER,
    WINTER,
    problems_of,
    report_of,
    small_register,
)

from releve.build.load import load
from releve.source import report


@pytest.mark.parametrize("case", BAD_REGISTERS)
def test_a_bad_register_is_told_what_is_wrong_with_it_and_in_french_too(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes, expected = BAD_REGISTERS[case]
    problems = problems_of(small_register(tmp_path, changes))
    assert report(problems) + "\n" == expected
    monkeypatch.setenv("LANG", "fr_CA.UTF-8")
    assert [left for problem in problems for left in left_in_english(problem)] == []


def test_the_small_register_is_good(tmp_path: Path) -> None:
    assert problems_of(small_register(tmp_path)) == []


# --- all at once --------------------------------------------------------------------------


def test_problems_of_several_files_are_reported_at_once_and_in_order(tmp_path: Path) -> None:
    root = small_register(
        tmp_path,
        {
            SUMMER: "title: {fr: Suivi : x}\n",
            WINTER: ("chairs: [anne-exemple]", "chairs: [bob]"),
            SPRING: ("chair\n            of: cbf-hc", "chair\n            of: cbf-ch"),
            REPORTS: ("2031-03-01", "2031-02-29"),
            "topics.yml": ("name: {fr: Hiver, en: Winter}", "nam: Hiver"),
            "notes.txt": "",
        },
    )
    assert [line for line in report_of(root).splitlines() if not line.startswith(" ")] == [
        "data/follow-ups/cbf-hc/2031-02-05-1A.yml:2:5: error: "
        "`2031-02-29` is a day that does not exist.",
        "data/meetings/cbf-hc/2031-02-05.yml:6:1: error: "
        "this record is sealed, but it was changed: meeting: chair.",
        "data/meetings/cbf-hc/2031-02-05.yml:6:10: error: "
        "unknown person, organization or office `bob`.",
        "data/meetings/cbf-hc/2031-04-02.yml:29:13: error: unknown organization `cbf-ch`.",
        "data/meetings/cbf-hc/2031-06-04.yml:1:19: error: these braces cannot be read: "
        "a colon or a quote in the text must be quoted, or a comma or the closing `}` is missing.",
        "data/notes.txt:1:1: error: nothing reads a file of this name.",
        "data/topics.yml:7:3: error: unknown field `nam`.",
        "7 errors, 0 warnings",
    ]


@pytest.mark.parametrize("name", ["people", "organizations", "topics", "glossary"])
def test_nothing_is_unknown_because_its_file_cannot_be_read(name: str, tmp_path: Path) -> None:
    root = small_register(tmp_path, {f"{name}.yml": "a: b: c\n"})
    assert [problem.file for problem in problems_of(root)] == [f"data/{name}.yml"]


def test_nothing_is_unknown_because_the_record_that_holds_it_cannot_be_read(tmp_path: Path) -> None:
    root = small_register(tmp_path, {WINTER: "a: b: c\n", SPRING: "a: b: c\n"})
    assert {problem.file for problem in problems_of(root)} == {f"data/{WINTER}", f"data/{SPRING}"}


def test_no_text_is_in_an_unknown_language_because_the_languages_cannot_be_read(
    tmp_path: Path,
) -> None:
    root = small_register(tmp_path, {"register.yml": ("[fr, en]", "[fr, EN]")})
    assert len(problems_of(root)) == 1


def test_what_stands_after_a_broken_entry_of_a_list_keeps_its_place(tmp_path: Path) -> None:
    """Broken entries are left out to check the rest; the rest does not move up."""
    root = small_register(
        tmp_path,
        {
            SUMMER: """\
title: {fr: Réunion d'été, en: Summer meeting}
agenda:
  - title: {fr: Un, en: One}
  - item: 2
    title: {fr: Deux, en: Two}
    items:
      - title: {fr: Sans numéro, en: Without a number}
      - item: sans titre
      - item: A
        title: {fr: Un, en: One}
        topics: [Peinture, hivers]
"""
        },
    )
    places = [(problem.line, problem.column) for problem in problems_of(root)]
    assert places == [(3, 5), (7, 9), (8, 9), (11, 18), (11, 28)]


# --- what is in two languages ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("Deux réunions de trois heures", "2 meetings of 3 hours"),
        ("La 2e réunion, à midi", "The second meeting, at 12 p.m."),
        ("Les 12 membres", "The twelve members"),
        ("Une année, la première", "Twelve months"),
        ("Un neuf", "A new one"),
        ("Le 3 sept. 2031, sept", "Sept. 3, 2031, 7"),
        ("Quatre-vingts personnes", "Eighty people, new ones"),
        ("De 13 h 30 à 16 h", "From 1:30 to 4pm"),
        ("Voir <https://a.example/12>", "See <https://a.example/13>"),
        ("La réunion en personne du comité", "The in-person meeting of the committee"),
        ("Le quai [[cbf-hc]] « CHÂ »", "The quay [[cbf-hc]] [sic] a[n]"),
    ],
)
def test_a_faithful_translation_is_told_nothing(french: str, english: str, tmp_path: Path) -> None:
    """However either language writes numbers, times and addresses."""
    text = f"title:\n  fr: {json.dumps(french)}\n  en: {json.dumps(english)}\n"
    assert report_of(small_register(tmp_path, {SUMMER: text})) == "0 errors, 0 warnings"


@pytest.mark.parametrize(
    "title",
    [
        'fr: Réunion #12\n  en: "Meeting #12"',
        "fr: Réunion du 1\n  en: Meeting of \ufffd2",
        "fr: TÃ©lÃ© 5\n  en: Tele",
        "fr: …\n  en: Meeting 3",
        'fr: "Voir [[cbf-hc/2031-02-05"\n  en: "See [[cbf-hc/2031-02-05]]"',
        "fr: The 5 members of the council\n  en: Les membres du conseil",
    ],
)
def test_numbers_that_differ_for_another_reason_are_not_told_beside_it(
    title: str, tmp_path: Path
) -> None:
    assert len(problems_of(small_register(tmp_path, {SUMMER: f"title:\n  {title}\n"}))) == 1


def test_letters_in_the_wrong_encoding_are_told_once_a_file(tmp_path: Path) -> None:
    text = "title: {fr: ÃtÃ©, en: x}\nplace: {fr: QuÃ©bec, en: QuÃ©bec}\n"
    (problem,) = problems_of(small_register(tmp_path, {SUMMER: text}))
    assert problem.message.endswith(" 2 more in this file.")


def test_each_missing_translation_is_told_when_it_is_asked_for(tmp_path: Path) -> None:
    root = small_register(tmp_path, {SUMMER: "title: {fr: x}\nplace: {fr: x}\n"})
    assert [problem.line for problem in load(root)[1]] == [1]
    assert [problem.line for problem in load(root, at_length=True)[1]] == [1, 2]


# --- a day from elsewhere -----------------------------------------------------------------


@pytest.mark.parametrize(
    "day", ["0001-01-01", "9001-01-01", "20320615", "2032-W24-2", "2032-02-30"]
)
def test_a_day_to_show_that_the_calendar_does_not_have_is_told(
    day: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AS_OF", day)
    assert (
        report_of(small_register(tmp_path))
        == f"""\
AS_OF:1:1: error: `{day}` is not a day in the years 1000 to 9000.
    Write it as year, month and day: AS_OF=2019-11-20.
1 error, 0 warnings"""
    )


@pytest.mark.parametrize("seconds", ["abc", "", "1.5", f"{10**20}", f"-{10**14}", f"{10**12}"])
def test_a_clock_that_the_calendar_does_not_have_is_told(
    seconds: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    assert (
        report_of(small_register(tmp_path))
        == f"""\
SOURCE_DATE_EPOCH:1:1: error: `{seconds}` is not a time in the years 1000 to 9000.
    Write it in seconds since 1970, SOURCE_DATE_EPOCH=1574208000, or leave it out.
1 error, 0 warnings"""
    )


@pytest.mark.parametrize("day", ["1000-01-01", "9000-12-31"])
def test_the_first_day_and_the_last_can_be_shown(
    day: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AS_OF", day)
    root = small_register(tmp_path)
    assert problems_of(root) == []
    assert bodies(register_of(root, day))


# --- what a correction may say ------------------------------------------------------------


def test_an_owner_a_day_and_a_time_can_be_corrected_too(tmp_path: Path) -> None:
    record = """\
title: {fr: Réunion d'été, en: Summer meeting}
adjourned: 16:35
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - {follow_up: 1, text: {fr: Agir., en: Act.}, owners: [paul-modele], due: {date: 2031-07-01}}
corrections:
"""
    for where, says in (
        ("follow-up 1", "Paul Modèle"),
        ("follow-up 1", "2031-07-01"),
        ("meeting", "16:35"),
    ):
        record += (
            f"  - {{where: {where}, kind: typographical, says: {{fr: '{says}', en: '{says}'}}, "
            "should_say: {fr: x, en: x}}\n"
        )
    assert report_of(small_register(tmp_path / "right", {SUMMER: record})) == "0 errors, 0 warnings"
    wrong = record.replace("'16:35'", "'16:53'")
    assert "meeting does not say “16:53”." in report_of(
        small_register(tmp_path / "wrong", {SUMMER: wrong})
    )
