"""A build writes a whole site or none, and deletes nothing that is not its own."""

from __future__ import annotations

import errno
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support.built_site import Site
from support.projects import Build, environment
from support.registers_at_random import sealed

from releve.build.frame_problems import refuse_to_build
from releve.build.site_folder import RefusedError, SiteFolder
from releve.runtime import processors

HIDDEN = {".site.new", ".site.old"}


def _left(project: Path) -> set[str]:
    """What builds have left beside the site."""
    return HIDDEN & {path.name for path in project.iterdir()}


def test_a_warning_of_mkdocs_stops_a_strict_build_with_its_place_and_keeps_the_old_site(
    project: Callable[[str], Path], build: Build
) -> None:
    folder = project("empty")
    page = folder / "docs" / "about.en.md"
    assert build(folder).returncode == 0
    before = Site(folder).bytes()
    words = page.read_text("utf-8")
    page.write_text(f"{words}\nSee [it](nowhere.md).\n", "utf-8")
    done = build(folder)  # with --quiet, which would silence mkdocs
    line = words.count("\n") + 2
    assert done.returncode == 1
    assert f"docs/about.en.md:{line}:10: error: mkdocs: " in done.stderr
    assert "'nowhere.md'" in done.stderr
    assert Site(folder).bytes() == before
    assert not _left(folder)


def test_pages_of_docs_may_have_spaces_and_accents_in_their_names(
    project: Callable[[str], Path], build: Build
) -> None:
    folder = project("small")
    pages = folder / "docs" / "à lire"
    pages.mkdir()
    (pages / "Règles & usages.fr.md").write_text("# Règles\n\n[Lien](../about.md)\n", "utf-8")
    (pages / "Règles & usages.en.md").write_text("# Rules\n", "utf-8")
    done = build(folder)
    assert done.returncode == 0, done.stderr
    site = Site(folder)
    assert "Règles" in (site.folder / "à lire" / "Règles & usages" / "index.html").read_text(
        "utf-8"
    )


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        (
            {"index.fr.md": "# Accueil\n", "index.en.md": "# Home\n"},
            "docs/index.fr.md:1:1: error: the address of this page, `/`, belongs to the register.",
        ),
        (
            {"rules.en.md": "---\ntitle: Rules\naddress: decisions/rules\n---\n# Rules\n"},
            "docs/rules.en.md:3:1: error: the address of this page, `/en/decisions/rules/`, "
            "belongs to the register.",
        ),
        (
            {"cbf-hc.fr.md": "# Le comité\n"},  # a body, whose meetings have pages there
            "docs/cbf-hc.fr.md:1:1: error: the address of this page, `/cbf-hc/`, "
            "belongs to the register.",
        ),
        (
            {"one.fr.md": "---\naddress: two\n---\n# Un\n", "two.fr.md": "# Deux\n"},
            "docs/two.fr.md:1:1: error: the address of this page, `/two/`, "
            "belongs to docs/one.fr.md.",
        ),
    ],
    ids=["home", "under an index", "a body", "of two pages"],
)
def test_two_pages_never_have_one_address(
    project: Callable[[str], Path], build: Build, pages: dict[str, str], said: str
) -> None:
    folder = project("small")
    for name, text in pages.items():
        (folder / "docs" / name).write_text(text, "utf-8")
    done = build(folder)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / "site").exists()


def test_an_address_is_reserved_in_a_language_with_a_region_too(
    project: Callable[[str], Path], build: Build
) -> None:
    folder = project("small")
    for path in (folder / "data").rglob("*.yml"):
        path.write_text(re.sub(r"\bfr\b(?=[:,\n\]])", "fr-CA", path.read_text("utf-8")), "utf-8")
    settings = folder / "data" / "register.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("default_language: fr-CA", "default_language: en"),
        "utf-8",
    )
    (folder / "data" / "seals.yml").unlink()
    sealed(folder)
    page = folder / "docs" / "page.fr-CA.md"
    page.write_text("---\naddress: reunions\n---\n# Les règles\n", "utf-8")
    done = build(folder)
    assert done.returncode == 1
    assert "`/fr-ca/reunions/`, belongs to the register." in done.stderr, done.stderr
    page.unlink()
    assert build(folder).returncode == 0


def test_the_file_of_settings_may_be_named_from_another_folder(
    project: Callable[[str], Path],
) -> None:
    folder = project("empty")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-f", "project/mkdocs.yml"],
        cwd=folder.parent,
        env=environment(PYTHONPATH=str(folder / "hooks")),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (folder / "site" / "index.html").is_file()


@pytest.mark.parametrize("name", ["site", ".cache", ".site.new"])
def test_a_folder_behind_a_link_is_neither_emptied_nor_written(
    project: Callable[[str], Path], build: Build, name: str
) -> None:
    folder = project("empty")
    elsewhere = folder.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "index.html").write_text("mine")
    shutil.rmtree(folder / name, ignore_errors=True)
    (folder / name).symlink_to(elsewhere)
    done = build(folder)
    assert done.returncode == 1
    assert f"{name} is a link" in done.stderr
    assert "Delete the link." in done.stderr
    assert [path.name for path in elsewhere.iterdir()] == ["index.html"]


def test_links_out_of_docs_and_pipes_in_it_are_refused_with_their_places(
    project: Callable[[str], Path], build: Build
) -> None:
    folder = project("empty")
    docs = folder / "docs"
    secret = folder.parent / "secret.txt"
    secret.write_text("a password")
    (docs / "more").mkdir()
    (docs / "more" / "out.txt").symlink_to(secret)
    (docs / "round").symlink_to("..")
    os.mkfifo(docs / "pipe.md")
    (docs / "up.en.md").write_text("---\ntitle: Up\naddress: ../../up\n---\n", "utf-8")
    done = build(folder)
    assert done.returncode == 1
    assert "docs/up.en.md:3:1: error: a page cannot have the address ../../up." in done.stderr
    for place in ("more/out.txt:1:1", "round:1:1", "pipe.md:1:1"):
        assert f"docs/{place}: error: this is " in done.stderr
    assert not (folder / "site").exists()


def test_a_second_build_at_the_same_time_is_told_so_and_the_first_one_ends_well(
    project: Callable[[str], Path], build: Build
) -> None:
    folder = project("empty")
    fcntl = pytest.importorskip("fcntl")
    new = folder / ".site.new"
    new.mkdir()
    lock = os.open(new, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)  # what the first build does
    done = build(folder)
    assert done.returncode == 1
    assert "Another build is writing" in done.stderr
    assert not (folder / "site").exists()
    os.close(lock)
    assert build(folder).returncode == 0
    assert not _left(folder)


def test_hidden_files_in_the_site_stay_there(project: Callable[[str], Path], build: Build) -> None:
    folder = project("empty")
    (folder / "site" / ".git").mkdir(parents=True)
    (folder / "site" / "old.html").write_text("old")
    assert build(folder).returncode == 0
    assert (folder / "site" / ".git").is_dir()
    assert not (folder / "site" / "old.html").exists()


def test_a_build_that_is_killed_leaves_the_old_site_whole_and_no_process(
    project: Callable[[str], Path], build: Build
) -> None:
    folder = project("motions")
    writing = folder / "hooks" / "releve" / "build" / "write_pages.py"
    assert "_FEW = 200" in writing.read_text("utf-8")
    writing.write_text(writing.read_text("utf-8").replace("_FEW = 200", "_FEW = 2"), "utf-8")
    assert build(folder).returncode == 0
    before = Site(folder).bytes()
    settings = folder / "data" / "register.yml"
    settings.write_text(f"{settings.read_text('utf-8')}\n# edited\n", "utf-8")
    # A page that cannot be finished: the build is killed while it waits, with its site half made.
    page = folder / "overrides" / "register" / "decision.html"
    page.write_text(f"{{{{ wait_for_ever() }}}}{page.read_text('utf-8')}", "utf-8")
    (folder / "hooks" / "sitecustomize.py").write_text(_WAITING, "utf-8")
    for how in (signal.SIGKILL, signal.SIGTERM, signal.SIGINT):
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"],
            cwd=folder,
            env=environment(CI="1"),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_as_in_a_terminal,
        )
        assert process.stdout
        waiting = min(2, processors())  # so many processes are making pages
        assert [process.stdout.readline() for _ in range(waiting)] == [b"waiting\n"] * waiting
        if how == signal.SIGINT:
            os.killpg(process.pid, how)  # as a terminal does for Ctrl+C
        else:
            process.send_signal(how)
        process.communicate(timeout=120)  # ends once no process holds the other end
        assert Site(folder).bytes() == before


def _as_in_a_terminal() -> None:
    """Heed Ctrl+C, even where the tests run in the background, as in `make test &`."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


_WAITING = """
import jinja2.defaults, os, time
def wait_for_ever():
    os.write(1, b"waiting\\n")
    time.sleep(1e6)
jinja2.defaults.DEFAULT_NAMESPACE["wait_for_ever"] = wait_for_ever
"""


def test_what_the_system_does_not_let_a_build_read_is_told_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs" / "closed").mkdir(parents=True)
    template = tmp_path / "overrides" / "register" / "home.html"
    template.parent.mkdir(parents=True)
    template.touch()
    may = os.access
    closed = (tmp_path / "docs" / "closed", template)
    monkeypatch.setattr(os, "access", lambda path, mode: path not in closed and may(path, mode))
    with pytest.raises(RefusedError) as refusal:
        refuse_to_build(tmp_path, tmp_path / "docs")
    assert (
        str(refusal.value)
        == """\
There are files that no site can be built from:
docs/closed:1:1: error: this folder cannot be read.
    Look at its rights.
overrides/register/home.html:1:1: error: this file cannot be read.
    Look at its rights.
2 errors, 0 warnings"""
    )


def test_a_disk_that_fills_while_a_site_is_written_is_told_and_the_old_site_stays(
    project: Callable[[str], Path],
) -> None:
    resource = pytest.importorskip("resource")
    folder = project("empty")
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("old", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    said = rf"Nothing was built\. {folder}/\.site\.new\S* cannot be written: File too large\. Raise"
    assert re.search(said, done.stderr), done.stderr
    assert [path.read_text("utf-8") for path in (folder / "site").iterdir()] == ["old"]
    assert not _left(folder)


@pytest.mark.parametrize("step", [".git", "site", ".site.new"])
def test_whichever_step_of_putting_a_site_in_place_fails_the_old_one_stays(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    (site / ".git").mkdir(parents=True)
    (site / "index.html").write_text("old", "utf-8")
    folder = SiteFolder(site)
    (folder.new / "index.html").write_text("new", "utf-8")
    rename, failed = Path.rename, []

    def failing(path: Path, to: Path) -> Path:
        if path.name == step and not failed:
            failed.append(path)
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(RefusedError) as refusal:
        folder.finish()
    assert f"{site} cannot be replaced by the new site: " in str(refusal.value)
    assert (site / "index.html").read_text("utf-8") == "old"
    assert (site / ".git").is_dir()
    folder.finish()
    assert (site / "index.html").read_text("utf-8") == "new"
    assert (site / ".git").is_dir()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(RefusedError) as refusal:
        SiteFolder(tmp_path / "file" / "site")
    assert (
        str(refusal.value) == f"{tmp_path}/file/.site.new cannot be written: Not a directory. "
        f"Look at its rights, and at those of {tmp_path}/file."
    )
