"""What changed in a register is said in the words of minutes, in both languages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from support.golden import register_of
from support.paths import ROOT
from support.small_register import LATER, REPORTS, SPRING, SUMMER, WINTER, Change, small_register

from releve.changes import as_markdown, changes
from releve.language import said_in

RECORD = """\
title: {fr: Réunion de juin, en: June meeting}
agenda:
  - item: 1
    title: {fr: Peinture, en: Paint}
    outcomes:
      - decision: 1
        text: {fr: Le bleu est adopté., en: Blue is adopted.}
      - follow_up: 1
        text: {fr: Peindre., en: Paint.}
        owners: [paul-modele]
"""
CASES: dict[str, tuple[Mapping[str, Change], list[str], list[str]]] = {
    "nothing but lines broken elsewhere": (
        {SPRING: ("  - item: 2\n", "\n  # The chair.\n  - item: 2\n")},
        ["Nothing that readers see is changed."],
        ["Rien de ce que voient les lecteurs n’est changé."],
    ),
    "a record": (
        {LATER: RECORD},
        ["Adds the record of June 20, 2031: 1 decision, 1 follow-up."],
        ["Ajoute le compte rendu du 20 juin 2031 : 1 décision, 1 suivi."],
    ),
    "a meeting to come": (
        {"meetings/cbf-hc/2031-09-03.yml": "title: {fr: Automne, en: Autumn}\n"},
        ["Announces the meeting of September 3, 2031."],
        ["Annonce la réunion du 3 septembre 2031."],
    ),
    "a meeting that is cancelled": (
        {SUMMER: ("format: teleconference", "format: teleconference\ncancelled: true")},
        [
            "Cancels the meeting of June 4, 2031.",
        ],
        [
            "Annule la réunion du 4 juin 2031.",
        ],
    ),
    "the wording of a draft, in one language": (
        {SPRING: ("en: The record is approved.", "en: The minutes are approved.")},
        ["Changes the record of April 2, 2031: decision 1 (wording, English)."],
        ["Modifie le compte rendu du 2 avril 2031 : décision 1 (libellé, anglais)."],
    ),
    "a follow-up more": (
        {
            SPRING: (
                "      - follow_up: 2A\n",
                "      - follow_up: 2B\n        text: {fr: Agir., en: Act.}\n"
                "        owners: [cbf-hc]\n      - follow_up: 2A\n",
            )
        },
        ["Changes the record of April 2, 2031: follow-up 2B (added)."],
        ["Modifie le compte rendu du 2 avril 2031 : suivi 2B (ajout)."],
    ),
    "a sealed record": (
        {WINTER: ("en: Buy the paint.", "en: Buy some paint.")},
        [
            "Changes the record of February 5, 2031, which is sealed (refused): "
            "follow-up 1A (wording, English)."
        ],
        [
            "Modifie le compte rendu du 5 février 2031, qui est scellé (refusé) : "
            "suivi 1A (libellé, anglais)."
        ],
    ),
    "an approval that is taken back": (
        {SPRING: ("            approves: cbf-hc/2031-02-05\n", "")},
        [
            "Takes back the approval of the record of February 5, 2031.",
            "Changes the record of April 2, 2031: decision 1 (approves).",
        ],
        [
            "Retire l’approbation du compte rendu du 5 février 2031.",
            "Modifie le compte rendu du 2 avril 2031 : décision 1 (approbation).",
        ],
    ),
    "a report, and a due date that moves": (
        {
            "follow-ups/cbf-hc/2031-04-02-2A.yml": "reports:\n  - date: 2031-05-01\n"
            "    status: in-progress\n    due: {date: 2031-07-15}\n"
        },
        [
            "Reports on follow-up 2A of April 2, 2031: in progress.",
            "Moves the due date of follow-up 2A of April 2, 2031 from April 30, 2031 to "
            "July 15, 2031.",
        ],
        [
            "Rend compte du suivi 2A du 2 avril 2031 : en cours.",
            "Modifie l’échéance du suivi 2A du 2 avril 2031 : 30 avril 2031 devient "
            "15 juillet 2031.",
        ],
    ),
    "a report that is gone": (
        {REPORTS: "reports:\n  - {date: 2031-03-01, status: in-progress, due: 2031-04-20}\n"},
        [
            "Reports on follow-up 1A of February 5, 2031: in progress.",
            "Takes out a report on follow-up 1A of February 5, 2031.",
        ],
        [
            "Rend compte du suivi 1A du 5 février 2031 : en cours.",
            "Supprime une mise à jour du suivi 1A du 5 février 2031.",
        ],
    ),
    "a topic, a name and a setting": (
        {
            "topics.yml": (
                "hiver:\n  name: {fr: Hiver, en: Winter}",
                "eau: {name: {fr: Eau, en: Water}}",
            ),
            "register.yml": ("as_of: 2031-06-30", "as_of: 2031-07-31"),
        },
        [
            "Adds a topic: Water.",
            "Takes out a topic: Winter.",
            "Moves the day of the register to July 31, 2031.",
        ],
        [
            "Ajoute un thème : Eau.",
            "Supprime un thème : Hiver.",
            "Fait passer la date du registre au 31 juillet 2031.",
        ],
    ),
}


def _spaced(text: str) -> str:
    """A text with plain spaces for those that keep words on one line."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("case", CASES)
def test_a_change_is_said_in_the_words_of_minutes(case: str, tmp_path: Path) -> None:
    change, english, french = CASES[case]
    before = register_of(small_register(tmp_path / "before"))
    found = changes(before, register_of(small_register(tmp_path / "after", change)))
    assert [_spaced(message) for message in found] == english
    assert [_spaced(said_in(message, "fr")) for message in found] == french


def test_what_is_undone_is_a_change_too(tmp_path: Path) -> None:
    before = register_of(small_register(tmp_path / "before", {LATER: RECORD}))
    found = changes(before, register_of(small_register(tmp_path / "after")))
    assert [_spaced(one) for one in found] == [
        "Takes out the meeting of June 20, 2031, with all of its pages."
    ]


def test_nothing_typed_acts_in_a_comment_on_github(tmp_path: Path) -> None:
    evil = "<script>alert(1)</script> ![x](https://elsewhere.example/x) @someone #1 `code` \\n- one"
    change = {"topics.yml": f'mal:\n  name: {{fr: "{evil}", en: "{evil}"}}\n'}
    found = changes(
        register_of(
            small_register(tmp_path / "before", {"topics.yml": "a: {name: {fr: A, en: A}}\n"})
        ),
        register_of(small_register(tmp_path / "after", change)),
    )
    written = as_markdown(found)
    lines = [line for line in written.split("\n") if line]
    assert [line[:2] for line in lines] == ["##", "- ", "- ", "##", "- ", "- "]
    for sign in "<>[]()@`*_!\\":
        assert sign not in "".join(line[1:] for line in lines if line.startswith("- "))
    assert "&#64;\u200bsomeone" in written


def _git(root: Path, *arguments: str) -> None:
    name = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *name, *arguments], cwd=root, check=True, capture_output=True)


def _said(root: Path, *options: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "releve", "changes", *options, str(root)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, _spaced(done.stdout), done.stderr


def test_the_working_tree_is_compared_with_a_commit(tmp_path: Path) -> None:
    root = small_register(tmp_path)
    _git(root, "init", "-q", "-b", "main")
    _git(root, "add", "data")
    _git(root, "commit", "-q", "-m", "first")
    assert _said(root) == (0, "Nothing that readers see is changed.\n", "")
    (root / "data" / LATER).write_text(RECORD, encoding="utf-8")
    assert _said(root, "--base", "HEAD")[1].startswith("Adds the record of June 20, 2031")
    assert "### Dans le compte rendu" in _said(root, "--github")[1]
    assert _said(root, "--base", "nowhere") == (1, "", "git knows no commit `nowhere`.\n")
    assert _said(root, "--base=--output=x") == (1, "", "git knows no commit `--output=x`.\n")
    (root / "data" / LATER).write_text("title: x\n", encoding="utf-8")
    status, told, wrong = _said(root)
    assert (status, told) == (1, ""), "a record that cannot be read is not said to be taken out"
    assert wrong.startswith(f"data/{LATER}:1:1: error: ")
    _git(root, "add", "data")
    _git(root, "commit", "-q", "-m", "bad")
    (root / "data" / LATER).write_text(RECORD, encoding="utf-8")
    assert _said(root)[2] == "there is no register that can be read at `main`.\n"
    shutil.rmtree(root / ".git")
    assert _said(root)[0] == 1
