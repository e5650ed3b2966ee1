"""The workflows for GitHub do what they say, and give nobody a right that they do not need."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.paths import ROOT
from support.projects import copy_project

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
ZIZMOR = Path(sys.prefix) / "bin" / "zizmor"  # a program of its own, and no module
MEETING = "data/meetings/cbf-hc/2031-06-04.yml"
Steps = Callable[..., subprocess.CompletedProcess[str]]


def _workflow(name: str) -> Any:
    return yaml.safe_load((ROOT / ".github" / "workflows" / f"{name}.yml").read_text("utf-8"))


def _scripts(name: str, job: str) -> Iterator[tuple[str, str]]:
    """The steps of a job that run something: their names, and what they run."""
    for step in _workflow(name)["jobs"][job]["steps"]:
        if "run" in step:
            yield step.get("name", step["run"]), step["run"]


def _tool(*command: str | Path) -> str:
    """What a program of this environment finds; nothing if all is well."""
    done = subprocess.run([*command, *WORKFLOWS], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_workflows_are_what_github_reads() -> None:
    assert len(WORKFLOWS) == 2
    assert (
        _tool(
            sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"
        )
        == ""
    )


def test_zizmor_finds_no_weakness() -> None:
    assert _tool(ZIZMOR, "--offline", "--no-progress", "--persona=pedantic") == ""


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_example_for_gitlab_is_what_gitlab_reads(language: str, tmp_path: Path) -> None:
    page = (ROOT / "docs" / f"publishing.{language}.md").read_text("utf-8")
    (example,) = re.findall("```yaml\n(.*?)```", page, re.DOTALL)
    path = tmp_path / ".gitlab-ci.yml"
    path.write_text(example, "utf-8")
    read = ["check_jsonschema", "--builtin-schema", "vendor.gitlab-ci", path]
    subprocess.run([sys.executable, "-m", *read], check=True)
    jobs = yaml.safe_load(example)
    commands = [line for job in ("check", "pages") for line in jobs[job]["script"]]
    assert commands == ["make check", "make site", "mv site public"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_nothing_that_somebody_typed_stands_in_a_script(path: Path) -> None:
    for job in yaml.safe_load(path.read_text("utf-8"))["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A clone of a repository that holds a register, on a branch of a pull request."""
    origin, clone = tmp_path / "origin", tmp_path / "clone"
    copy_project("small", origin)
    for name in ("Makefile", "requirements.txt"):
        (origin / name).write_bytes((ROOT / name).read_bytes())
        os.utime(origin / name, (0, 0))  # older than the environment, which is not set up again
    _git(origin, "init", "--quiet", "--initial-branch=main")
    _git(origin, "add", ".")
    _git(origin, "commit", "--quiet", "-m", "The record")
    _git(tmp_path, "clone", "--quiet", str(origin), str(clone))
    os.utime(clone / "requirements.txt", (0, 0))
    return clone


def _git(folder: Path, *command: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *who, *command], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def run(repository: Path, tmp_path: Path) -> Steps:
    """Runs a script of a workflow as GitHub does."""

    def running(script: str, **environment: str) -> subprocess.CompletedProcess[str]:
        given = {
            **os.environ,
            "VENV": sys.prefix,
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
            "GITHUB_OUTPUT": str(tmp_path / "output.txt"),
            "GITHUB_REPOSITORY": "hydrants/record",
            "GITHUB_REF_NAME": "7/merge",
            "GITHUB_BASE_REF": "main",
            **environment,
        }
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=repository,
            env=given,
            capture_output=True,
            text=True,
            check=False,
        )

    return running


def test_a_pull_request_is_told_what_it_does_and_gets_its_site(
    repository: Path, run: Steps, tmp_path: Path
) -> None:
    people = repository / "data" / "people.yml"
    people.write_text(f"{people.read_text('utf-8')}\nzoe:\n  name: Zoé @everyone <b>\n", "utf-8")
    scripts = dict(_scripts("record", "check"))
    problems = run(scripts["Show each problem at its line"], LANG="fr")
    assert problems.returncode == 0, problems.stderr
    done = run(scripts["Say what changes in the record"], BASE="main")
    assert done.returncode == 0, done.stderr
    summary = (tmp_path / "summary.md").read_text("utf-8")
    assert "### In the record" in summary
    assert "### Dans le compte rendu" in summary
    assert "Zoé" in summary
    assert "<b>" not in summary
    assert "@everyone" not in summary
    (output,) = re.findall(
        r"\Achanges<<(\w{32})\n(.*)\n\1\n\Z", (tmp_path / "output.txt").read_text("utf-8"), re.S
    )
    assert output[1] == summary.rstrip("\n")
    built = run(scripts["Build the site"], SITE_URL="")
    assert built.returncode == 0, built.stderr
    assert "https://hydrants.github.io/record/" in (repository / "site" / "sitemap.xml").read_text()
    first, *_, last = built.stdout.splitlines()
    assert first == f"::stop-commands::{last.strip(':')}"


def test_a_register_with_errors_fails_at_their_lines_and_says_so(
    repository: Path, run: Steps, tmp_path: Path
) -> None:
    (repository / MEETING).write_text("title: x\n", "utf-8")
    scripts = dict(_scripts("record", "check"))
    problems = run(scripts["Show each problem at its line"], LANG="en")
    assert problems.returncode != 0
    assert f"::error file={MEETING},line=1,col=" in problems.stdout
    done = run(scripts["Say what changes in the record"], BASE="main")
    assert done.returncode == 0, done.stderr
    assert "Some files cannot be read yet" in (tmp_path / "summary.md").read_text("utf-8")


def test_one_comment_says_it_with_nothing_that_a_shell_would_read(
    run: Steps, tmp_path: Path
) -> None:
    (_, script), *others = _scripts("record", "comment")
    assert others == []
    program = tmp_path / "bin" / "gh"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\nprintf "%s|" "$@"; cat\n', "utf-8")
    program.chmod(0o755)
    words = "$(touch bad) `touch bad` \\ \" ' %s é" + "a" * 70_000
    done = run(
        script,
        PATH=f"{program.parent}:{os.environ['PATH']}",
        CHANGES=words,
        NUMBER="7",
        REPOSITORY="hydrants/record",
        LC_ALL="C.UTF-8",
    )
    asked, _, body = done.stdout.rpartition("|")
    assert body == words[:60_000]
    assert asked == "pr|comment|7|--repo|hydrants/record|--edit-last|--create-if-none|--body-file|-"
