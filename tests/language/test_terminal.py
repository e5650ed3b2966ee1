"""The language in which a secretary is told what is wrong, and what was done."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.paths import ROOT
from support.small_register import SUMMER, problems_of, small_register

from releve.__main__ import check, main, seal
from releve.build.frame_problems import refuse_to_build
from releve.build.reader import RegisterReader
from releve.build.site_folder import RefusedError
from releve.language import reported

BAD = {SUMMER: "title: {fr: Un, en: One}\nadjurned: 9:00\n"}
IN_ENGLISH = "data/meetings/cbf-hc/2031-06-04.yml:2:1: error: unknown field `adjurned`.\n"
IN_FRENCH = (
    "data/meetings/cbf-hc/2031-06-04.yml:2:1: erreur\u00a0: champ inconnu\u00a0: `adjurned`.\n"
)

ENVIRONMENTS = [
    ({"LANG": "fr"}, IN_FRENCH),
    ({"LANG": "fr_CA.UTF-8"}, IN_FRENCH),
    ({"LANG": "fr_CH@euro"}, IN_FRENCH),
    ({"LANG": "en_CA.UTF-8", "LC_MESSAGES": "fr_CA.UTF-8"}, IN_FRENCH),
    ({"LANG": "en_CA.UTF-8", "LC_ALL": "fr_CA.UTF-8"}, IN_FRENCH),
    ({"LANG": "en_CA.UTF-8", "LANGUAGE": "eo:fr:en"}, IN_FRENCH),
    ({"LANG": "fr_CA.UTF-8", "LANGUAGE": "en"}, IN_ENGLISH),
    ({"LANG": "fr_CA.UTF-8", "LC_ALL": "C", "LANGUAGE": "fr"}, IN_ENGLISH),
    ({"LANG": "eo"}, IN_ENGLISH),
    ({"LANG": "../locales/fr"}, IN_ENGLISH),
    ({"LANG": ""}, IN_ENGLISH),
]


@pytest.mark.parametrize(("environment", "told"), ENVIRONMENTS)
def test_problems_are_told_in_the_language_of_the_terminal(
    environment: dict[str, str],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert check(small_register(tmp_path, BAD)) == 1
    assert capsys.readouterr().err.startswith(told)


@pytest.fixture
def french(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "fr_CA.UTF-8")


@pytest.mark.usefixtures("french")
def test_the_totals_follow_the_plurals_of_the_language(tmp_path: Path) -> None:
    several = {SUMMER: "title: {fr: Un, en: One}\na: b\nc: d\n"}
    totals = [
        reported(problems_of(small_register(tmp_path / name, changes))).splitlines()[-1]
        for name, changes in {"none": {}, "one": BAD, "two": several}.items()
    ]
    assert totals == [
        "0 erreur, 0 avertissement",
        "1 erreur, 0 avertissement",
        "2 erreurs, 0 avertissement",
    ]


@pytest.mark.usefixtures("french")
def test_a_problem_from_the_cache_is_told_in_french_too(tmp_path: Path) -> None:
    root = small_register(tmp_path, BAD)
    (root / ".cache").mkdir()
    said = []
    for _ in range(2):
        RegisterReader(root).read()
        said.append(reported(problems_of(root)))
    assert said[0] == said[1]
    assert said[0].startswith(IN_FRENCH)


@pytest.mark.usefixtures("french")
def test_what_is_sealed_and_what_is_good_are_told_in_french(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_register(tmp_path, {"seals.yml": None})
    assert [seal(root), seal(root), check(root)] == [0, 0, 0]
    assert capsys.readouterr().out.replace("\u00a0", " ") == (
        "Compte rendu scellé : cbf-hc/2031-02-05.\nIl n’y avait rien à sceller.\nAucun problème.\n"
    )


@pytest.mark.usefixtures("french")
def test_nothing_is_sealed_in_french_while_there_are_errors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert seal(small_register(tmp_path, {**BAD, "seals.yml": None})) == 1
    assert capsys.readouterr().err.endswith("\n1 erreur, 0 avertissement\nRien n’a été scellé.\n")


@pytest.mark.usefixtures("french")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["verifier"], "il n’y a pas de commande `verifier`."),
        (["check", "--tout"], "il n’y a pas d’option `--tout`."),
    ],
)
def test_a_command_that_there_is_not_is_refused_in_french(
    arguments: list[str],
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.argv", ["releve", *arguments])
    assert main() == 2
    refusal, *usage = capsys.readouterr().err.splitlines()
    assert refusal == told
    assert usage[0].startswith("Utilisation\u00a0: releve")


@pytest.mark.usefixtures("french")
def test_a_build_is_refused_in_french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.md").write_text("---\naddress: ../a\n---\n", encoding="utf-8")
    with pytest.raises(RefusedError) as refusal:
        refuse_to_build(tmp_path, docs)
    assert (
        str(refusal.value)
        .replace("\u00a0", " ")
        .startswith(
            "Aucun site ne peut être construit à partir de certains fichiers :\n"
            "docs/a.md:2:1: erreur : une page ne peut pas avoir l’adresse ../a.\n"
        )
    )
    monkeypatch.setenv("RELEVE_WITHOUT", "speed")
    with pytest.raises(RefusedError, match="`speed` ne désigne aucune de nos astuces"):
        refuse_to_build(tmp_path, docs)


def test_a_terminal_that_lacks_a_sign_shows_the_rest(tmp_path: Path) -> None:
    """As that of a Linux of old does, whose French is in ISO 8859-1, without ’."""
    done = subprocess.run(
        [sys.executable, "-m", "releve", "seal", str(small_register(tmp_path))],
        cwd=ROOT / "hooks",
        env={**os.environ, "LANG": "fr", "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout.decode("latin-1"), done.stderr) == (
        0,
        "Il n?y avait rien à sceller.\n",
        b"",
    )


def test_make_passes_the_language_on_whatever_the_shell_says() -> None:
    """`make check LANG=fr`, here with a command that prints its environment."""
    done = subprocess.run(
        ["make", "check", "LANG=fr", "VENV=none", "--old-file=none/site", "RUN=env;:"],
        cwd=ROOT,
        env={**os.environ, "LC_ALL": "C.UTF-8", "LC_MESSAGES": "C", "LANGUAGE": "en_CA:en"},
        capture_output=True,
        text=True,
        check=True,
    )
    passed_on = dict(line.split("=", 1) for line in done.stdout.splitlines() if "=" in line)
    assert passed_on["LANG"] == "fr"
    assert {"LC_ALL", "LC_MESSAGES", "LANGUAGE"} & passed_on.keys() == set()
