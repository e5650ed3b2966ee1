"""A secretariat begins with what the register knows, and nothing written for it is untrue."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.paths import REGISTERS, ROOT
from support.small_register import REPORTS, problems_of, small_register

from releve.build.load import load

NEW = "meetings/cbf-hc/2031-09-03.yml"


def _run(root: Path, *arguments: str, language: str = "C.UTF-8") -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "releve", *arguments, str(root)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "LANG": language},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def _meeting(root: Path, body: str, day: str) -> str:
    status, told, wrong = _run(root, "meeting", "--body", body, "--date", day)
    assert (status, wrong) == (0, "")
    assert told == f"Begun: data/meetings/{body}/{day}.yml. Fill it in, then check it.\n"
    return (root / "data" / "meetings" / body / f"{day}.yml").read_text("utf-8")


def _uncommented(text: str) -> str:
    """A draft of which all lines are kept that would be YAML."""
    kept = re.sub(r"^( *)# (?=( *- |[a-z_]+:))", r"\1", text, flags=re.MULTILINE)
    return kept.replace(" …", " mot").replace('"…"', "mot")


def test_a_meeting_begins_with_what_the_register_knows_and_passes_the_check(tmp_path: Path) -> None:
    root = small_register(tmp_path)
    before = problems_of(root)
    text = _meeting(root, "cbf-hc", "2031-09-03")
    assert problems_of(root) == before
    assert "# yaml-language-server: $schema=../../../docs/schema/meeting.json\ntitle: {" in text
    assert "Summer" not in text, "what one meeting was called is no custom"
    assert "fr: Approbation du compte rendu du 2 avril 2031" in text
    assert "Approval of the record of April 2, 2031" in text
    assert "    #     approves: cbf-hc/2031-04-02\n" in text
    assert text.count("- {follow_up: ") == len(set(re.findall(r"- \{follow_up: \S+,", text)))


@pytest.mark.parametrize(
    ("register", "body", "day"),
    [
        ("small", "cbf-hc", "2031-09-03"),
        ("long-history", "cgp-lkc", "2034-01-10"),
        ("motions", "csq-sqb", "2032-09-03"),
        ("french-only", "", "2033-01-10"),
        ("three-languages", "", "2033-01-10"),
        ("joint-councils", "cm-jc", "2020-04-01"),
        ("hostile", "", "2033-01-10"),
    ],
)
def test_every_register_can_begin_its_next_record(
    register: str, body: str, day: str, tmp_path: Path
) -> None:
    shutil.copytree(REGISTERS / register / "data", tmp_path / "data")
    found, before = load(tmp_path)
    assert found
    status, told, wrong = _run(
        tmp_path, "meeting", "--body", body or found.bodies[0], "--date", day
    )
    assert (status, wrong) == (0, ""), told
    (path,) = re.findall(r"Begun: (\S+)\.yml", told)
    new = [one for one in load(tmp_path)[1] if one not in before and one.severity == "error"]
    assert new == []
    assert f"{path}.yml".startswith("data/meetings/")


def test_the_lines_that_are_kept_of_a_draft_are_right(tmp_path: Path) -> None:
    shutil.copytree(REGISTERS / "long-history" / "data", tmp_path / "data")
    _, before = load(tmp_path)
    text = _meeting(tmp_path, "cgp-lkc", "2034-01-10")
    draft, _, ways = text.partition("\n# Under an item")
    assert "reviewed:" in draft
    assert "documents:" in ways
    path = tmp_path / "data" / "meetings" / "cgp-lkc" / "2034-01-10.yml"
    path.write_text(_uncommented(draft), "utf-8")
    assert "\n    reviewed:\n    #   # " in path.read_text("utf-8")
    assert "\n      - {follow_up: cgp-lkc/" in path.read_text("utf-8")
    new = [one for one in load(tmp_path)[1] if one not in before and one.severity == "error"]
    # A record to come says nothing yet of what came of it: that alone is refused.
    assert {re.sub("`.*?`", "`…`", str(one.message)) for one in new} <= _OF_MEETINGS_TO_COME, new


_OF_MEETINGS_TO_COME: set[str] = set()


def test_a_file_that_exists_stays_and_what_it_could_hold_is_printed(tmp_path: Path) -> None:
    root = small_register(tmp_path)
    path = root / "data" / "meetings" / "cbf-hc" / "2031-06-04.yml"
    before = path.read_bytes()
    status, told, wrong = _run(root, "meeting", "--body=cbf-hc", "--date=2031-06-04", language="fr")
    assert status == 1
    assert wrong.startswith("data/meetings/cbf-hc/2031-06-04.yml existe déjà et reste tel quel.")
    assert "Pour garder une ligne, effacez" in told
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["meeting", "--body=cbf-hx", "--date=2031-09-03"], "did you mean BODY=cbf-hc?"),
        (["meeting", "--date=soon"], "`soon` is not a day: write it as in DATE=2020-02-26."),
        (["meeting", "--date=../../x"], "`../../x` is not a day"),
        (["meeting", "--body=../x", "--date=2031-09-03"], "`../x` is no body here; "),
        (["report"], "Say which follow-up, as in FOLLOW_UP=cbf-hc/2031-"),
        (
            ["report", "--follow-up=cbf-hc/2031-02-05#9Z"],
            "did you mean FOLLOW_UP=cbf-hc/2031-02-05#1",
        ),
    ],
    ids=["body", "day", "place", "folder", "no follow-up", "follow-up"],
)
def test_what_is_missing_is_asked_for(asked: list[str], said: str, tmp_path: Path) -> None:
    root = small_register(tmp_path)
    files = sorted(root.rglob("*"))
    status, told, wrong = _run(root, *asked)
    assert (status, told) == (1, "")
    assert said in wrong
    assert sorted(root.rglob("*")) == files


def test_a_report_begins_with_the_words_of_its_follow_up(tmp_path: Path) -> None:
    root = small_register(tmp_path, {REPORTS: None})
    before = problems_of(root)
    asked = ["report", "--follow-up=cbf-hc/2031-02-05#1A"]
    assert _run(root, *asked)[0] == 0
    text = (root / "data" / REPORTS).read_text("utf-8")
    assert problems_of(root) == before
    assert re.match(
        r"# yaml-language-server: .*\n# \w.*\nreports:\n  - date: 2031-\d\d-\d\d\n", text
    )
    status, told, wrong = _run(root, *asked)
    assert status == 1
    assert wrong.startswith(f"data/{REPORTS} is there already")
    assert told in text


def test_nothing_is_begun_in_a_register_with_errors(tmp_path: Path) -> None:
    root = small_register(tmp_path, {"topics.yml": "a: b: c\n"})
    status, told, wrong = _run(root, "meeting", "--date=2031-09-03")
    assert (status, told) == (1, "")
    assert wrong.startswith("data/topics.yml:1:")
    assert wrong.endswith("Mend the register first.\n")
    assert not (root / "data" / NEW).exists()
