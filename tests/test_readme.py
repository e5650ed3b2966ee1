"""Whoever types what the README shows has a register without a problem, and its site."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from support.built_site import Site
from support.paths import ROOT
from support.projects import Build
from support.registers_at_random import sealed
from support.small_register import problems_of, report_of

from releve.language import reported

READMES = ("README.md", "README.fr.md")
BLOCK = re.compile(
    r"^(?P<indent> *)```(?:yaml)?\n(?P<content>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL
)
NAME = re.compile(r"`(data/[\w./-]+\.yml)`")
FIRST_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")
MESSAGE = re.compile(r"(?P<file>data/\S+):(?P<line>\d+):\d+: .*`(?P<wrong>[^`]+)`\.\n")
MEANT = re.compile("(?:Did you mean|Vouliez-vous dire) `([^`]+)`")
OWN_REGISTER = "data/register.yml"
"""With this file begins what is shown to whoever has another committee."""


def blocks(readme: str) -> list[tuple[str, str]]:
    """Each block of a README that is set apart, after the last file that is named before it."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    return [
        (["", *NAME.findall(text, 0, block.start())][-1], textwrap.dedent(block["content"]))
        for block in BLOCK.finditer(text)
    ]


def shown(readme: str) -> tuple[dict[str, str], dict[str, str]]:
    """The files that a README shows whole, from their first line: those that are typed into the
    register of the Joint Councils, and those that make another committee's.
    """
    files = {name: content for name, content in blocks(readme) if FIRST_LINE.match(content)}
    begin = list(files).index(OWN_REGISTER)
    return dict([*files.items()][:begin]), dict([*files.items()][begin:])


def typed(project: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return project


def with_first_meeting(root: Path, readme: str) -> Path:
    """The Joint Councils' project with what is typed into it, and what that approves sealed."""
    sealed(typed(root, shown(readme)[0]))
    return root


@pytest.fixture
def joint_councils(project: Callable[[str], Path]) -> Path:
    """A project around the register of the Joint Councils, its day moved as the README says."""
    root = project("joint-councils")
    settings = root / OWN_REGISTER
    text, times = re.subn("as_of: .*", "as_of: 2020-01-31", settings.read_text(encoding="utf-8"))
    assert times == 1
    settings.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def another(project: Callable[[str], Path]) -> Path:
    """A project that is emptied for another committee, and has a first meeting of it."""
    root = project("empty")
    for path in (root / "data").rglob("*.yml"):
        path.unlink()
    (body,) = yaml.safe_load(shown(READMES[0])[1][OWN_REGISTER])["bodies"]
    first = {f"data/meetings/{body}/2031-04-02.yml": "title: {fr: Première, en: First}\n"}
    return typed(root, first)


def test_the_readmes_show_the_same_files_in_both_languages() -> None:
    english, french = (
        {name: yaml.safe_load(content) for part in shown(readme) for name, content in part.items()}
        for readme in READMES
    )
    assert english == french
    assert {OWN_REGISTER, "data/organizations.yml"} < english.keys()


@pytest.mark.parametrize("readme", READMES)
def test_the_first_meeting_has_no_problem(readme: str, joint_councils: Path) -> None:
    assert report_of(with_first_meeting(joint_councils, readme)) == "0 errors, 0 warnings"


def test_the_first_meeting_is_published(joint_councils: Path, build: Build) -> None:
    files = shown(READMES[0])[0]
    done = build(with_first_meeting(joint_councils, READMES[0]))
    assert done.returncode == 0, done.stderr
    meetings = [name for name in files if name.startswith("data/meetings/")]
    assert meetings
    for name in meetings:
        address = name.removeprefix("data/meetings/").removesuffix(".yml")
        page = Site(joint_councils).pages[f"en/{address}/"]
        assert yaml.safe_load(files[name])["title"]["en"] in page.content.one("h1").text
        assert "decision-1" in page.ids


@pytest.mark.parametrize("readme", READMES)
def test_a_mistyped_word_is_told_as_the_readme_says(
    readme: str, joint_councils: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (message,) = (content for _, content in blocks(readme) if MESSAGE.match(content))
    told = MESSAGE.match(message)
    meant = MEANT.search(message)
    assert told and meant
    path = with_first_meeting(joint_councils, readme) / told["file"]
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    at = int(told["line"]) - 1
    assert meant[1] in lines[at]
    lines[at] = lines[at].replace(meant[1], told["wrong"])
    path.write_text("".join(lines), encoding="utf-8")
    monkeypatch.setenv("LANG", "fr" if readme == "README.fr.md" else "en")
    *told_of, totals = reported(problems_of(joint_councils)).splitlines(keepends=True)
    # A README has an ordinary space before a colon: what shows it does not break the line there.
    assert "".join(told_of).replace("\u00a0", " ") == message
    assert totals.startswith("1 ")


@pytest.mark.parametrize("readme", READMES)
def test_another_committees_register_has_no_problem(readme: str, another: Path) -> None:
    assert report_of(typed(another, shown(readme)[1])) == "0 errors, 0 warnings"


def test_another_committees_register_is_published(another: Path, build: Build) -> None:
    files = shown(READMES[0])[1]
    done = build(typed(another, files))
    assert done.returncode == 0, done.stderr
    title = yaml.safe_load(files[OWN_REGISTER])["title"]
    pages = Site(another).pages
    assert [pages[home].content.one("h1").text for home in ("", "en/")] == [*title.values()]


@pytest.mark.parametrize("readme", READMES)
def test_the_first_line_of_a_file_leads_an_editor_to_its_schema(
    readme: str, joint_councils: Path
) -> None:
    for part in shown(readme):
        for name, content in part.items():
            parts = Path(name).parts
            kind = {"meetings": "meeting", "follow-ups": "follow-up"}.get(parts[1], Path(name).stem)
            named = FIRST_LINE.match(content)
            assert named
            schema = (joint_councils / name).parent / named[1]
            assert schema.resolve() == joint_councils / "docs" / "schema" / f"{kind}.json"
            assert (joint_councils / "docs" / "schema" / f"{kind}.json").is_file()
