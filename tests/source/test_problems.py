"""Problems of any file: each is told at its very place, whatever the file is."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.chance import thinned
from support.paths import REGISTERS
from support.small_register import SUMMER, problems_of, report_of, small_register

from releve.source import reading

# --- the very place -----------------------------------------------------------------------

_PLACES = {
    "after accents": ('title: {fr: "Été à [[rien]]", en: x}\n', (1, 20)),
    "after signs of two code units": ('title: {fr: "🎉🎉 [[rien]]", en: x}\n', (1, 17)),
    "in a block, on its third line": (
        "title:\n  fr: |\n    Un\n    deux\n    et [[rien]].\n  en: x\n",
        (5, 8),
    ),
    "in a folded text": ("title:\n  fr: >-\n    Un\n    et [[rien]]\n    deux\n  en: x\n", (4, 8)),
    "in a folded text, across its lines": (
        "title:\n  fr: >-\n    Un [[rien|deux\n    trois]]\n  en: x\n",
        (3, 8),
    ),
    "in a text without quotes, on its second line": (
        "title:\n  fr: Un\n    et [[rien]]\n  en: x\n",
        (3, 8),
    ),
    "in single quotes, after a doubled one": ("title: {fr: 'L''eau [[rien]]', en: x}\n", (1, 21)),
    "in double quotes, over two lines": (
        'title:\n  fr: "Un \\"deux\\"\n    [[rien]]"\n  en: x\n',
        (3, 5),
    ),
    "in an entry of a list": (
        "title: {fr: x, en: x}\nopening:\n"
        "  - text: {fr: x, en: x}\n  - text: {fr: '[[rien]]', en: x}\n",
        (4, 17),
    ),
}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no-BOM", "BOM"])
@pytest.mark.parametrize("case", _PLACES)
def test_a_reference_to_nothing_is_shown_where_it_stands(
    case: str, mark: str, end: str, tmp_path: Path
) -> None:
    """Whatever stands before it, and however the lines end."""
    text, place = _PLACES[case]
    root = small_register(tmp_path, {SUMMER: (mark + text.replace("\n", end)).encode()})
    (problem,) = problems_of(root)
    assert problem.message == "[[rien]] refers to nothing."
    assert (problem.line, problem.column) == place


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no-BOM", "BOM"])
def test_a_syntax_error_is_shown_where_it_stands(mark: str, end: str, tmp_path: Path) -> None:
    text = f"{mark}title: {{fr: 'Été', en: x}}{end}place: Éé : x{end}"
    (problem,) = problems_of(small_register(tmp_path, {SUMMER: text.encode()}))
    assert (problem.line, problem.column) == (2, 11)


def test_every_wrong_reference_is_reported_though_two_are_alike(tmp_path: Path) -> None:
    text = "title: {fr: '[[rien]] et [[rien]]', en: x}\n"
    problems = problems_of(small_register(tmp_path, {SUMMER: text}))
    assert [problem.column for problem in problems] == [14, 26]


# --- what a stranger may leave in a register ----------------------------------------------


def test_links_pipes_and_odd_names_are_reported_and_not_followed(tmp_path: Path) -> None:
    root = small_register(tmp_path)
    data = root / "data"
    (data / "circle.yml").symlink_to("circle.yml")
    (data / "meetings" / "round").symlink_to(".")
    (data / "zero.yml").symlink_to("/dev/zero")
    (tmp_path.parent / "secret.yml").write_text("password: x\n", "utf-8")
    (data / "people.yml").unlink(missing_ok=True)
    (data / "people.yml").symlink_to(tmp_path.parent / "secret.yml")
    os.mkfifo(data / "pipe.yml")
    (data / "a\nb.yml").touch()
    Path(os.fsdecode(os.fsencode(data) + b"/\xff.yml")).touch()
    (data / ".hidden").touch()
    lines = report_of(root).splitlines()
    assert [line.partition(": ")[::2] for line in lines if not line.startswith(" ")] == [
        ("data/a[U+000A]b.yml:1:1", "error: nothing reads a file of this name."),
        ("data/circle.yml:1:1", "error: this is not a file that can be read."),
        ("data/meetings/round:1:1", "error: links to folders are not followed."),
        ("data/people.yml:1:1", "error: this is a link that leads out of the project."),
        ("data/pipe.yml:1:1", "error: this is not a file that can be read."),
        ("data/zero.yml:1:1", "error: this is a link that leads out of the project."),
        ("data/\ufffd.yml:1:1", "error: nothing reads a file of this name."),
        ("7 errors, 0 warnings", ""),
    ]


def test_what_the_system_does_not_let_us_read_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = small_register(tmp_path)
    closed = (root / "data" / "topics.yml", root / "data" / "follow-ups")

    def unless_closed(function: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Any) -> Any:
            if Path(path) in closed:
                raise PermissionError(13, "Permission denied", str(path))
            return function(path)

        return call

    monkeypatch.setattr(Path, "read_bytes", unless_closed(Path.read_bytes))
    monkeypatch.setattr(os, "scandir", unless_closed(os.scandir))
    assert (
        report_of(root)
        == """\
data/follow-ups:1:1: error: this folder cannot be read: Permission denied.
    Look at its rights.
data/topics.yml:1:1: error: this file cannot be read: Permission denied.
    Look at its rights, or put it there again.
2 errors, 0 warnings"""
    )


def test_a_link_that_cannot_be_followed_is_reported(tmp_path: Path) -> None:
    """As into a folder that cannot be entered; here the name that it leads to is too long."""
    root = small_register(tmp_path)
    (root / "data" / "far.yml").symlink_to("/".join(["x" * 300, "y.yml"]))
    assert (
        report_of(root)
        == """\
data/far.yml:1:1: error: this is not a file that can be read.
    Remove it, or move it out of the register.
1 error, 0 warnings"""
    )


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    root = small_register(tmp_path)
    with (root / "data" / "topics.yml").open("ab") as file:
        file.truncate(20_000_001)
    assert (
        report_of(root)
        == """\
data/topics.yml:1:1: error: this file is larger than 20 MB.
    Divide it into several files.
1 error, 0 warnings"""
    )


def test_a_register_of_too_many_files_is_told_to_be_divided(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_FILES", 8)
    assert report_of(small_register(tmp_path)).splitlines()[:2] == [
        "data:1:1: error: this register has more than 8 files.",
        "    Divide it into several registers, which can be searched together: `sisters`.",
    ]


_NO_FOLDER = """\
data:1:1: error: there is no folder of this name here.
    Create it, with data/register.yml in it; README.md shows how.
1 error, 0 warnings"""


def test_no_data_at_all_is_one_problem(tmp_path: Path) -> None:
    assert report_of(tmp_path) == _NO_FOLDER


def test_data_that_is_a_file_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    assert report_of(tmp_path) == _NO_FOLDER


@pytest.mark.parametrize("kind", ["link", "folder"])
def test_a_file_that_cannot_be_one_is_one_problem(kind: str, tmp_path: Path) -> None:
    path = small_register(tmp_path) / "data" / "register.yml"
    path.unlink()
    if kind == "link":
        path.symlink_to("nowhere")
    else:
        path.mkdir()
    assert [problem.file for problem in problems_of(tmp_path)] == ["data/register.yml"]


@pytest.mark.parametrize("sign", "[{-&*!a\t\n:?#'\"|")
def test_a_file_of_ten_million_equal_signs_is_read_to_the_end_or_refused(
    sign: str, tmp_path: Path
) -> None:
    problems = problems_of(small_register(tmp_path, {SUMMER: sign * 10_000_000}))
    assert [problem.file for problem in problems] == [f"data/{SUMMER}"]


def test_a_long_text_that_is_repeated_without_bound_is_refused(tmp_path: Path) -> None:
    text = f"title: {{fr: &a {'x' * 100_000}, en: x}}\nopening:\n"
    text += "  - text: {fr: *a, en: *a}\n" * 1000
    (problem,) = problems_of(small_register(tmp_path, {SUMMER: text}))
    assert problem.message == "this file is too large to be read."


def test_long_numbers_are_numbers_like_others(tmp_path: Path) -> None:
    outcome = "      - decision: {}\n        text: {{fr: a, en: b}}\n"
    text = "title: {fr: x, en: x}\nagenda:\n  - item: 1\n    title: {fr: x, en: x}\n    outcomes:\n"
    numbers = ("9" * 100, "001", "2", "99999999999999", "2031-04")
    changes = {SUMMER: text + "".join(map(outcome.format, numbers))}
    assert problems_of(small_register(tmp_path, changes)) == []


def test_empty_lists_and_maps_are_as_good_as_none(tmp_path: Path) -> None:
    text = "title: {fr: x, en: x}\nchairs: []\nagenda: []\nattendance: {}\ncancelled: {}\n"
    assert problems_of(small_register(tmp_path, {SUMMER: text})) == []


# --- a field that does not belong there ---------------------------------------------------

_FILES = {place.file: place for place in reading.places(REGISTERS / "by-example")}  # type: ignore[union-attr]


def _maps(value: Any, location: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The location of every map in some YAML."""
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    if isinstance(value, dict):
        yield location
    for step, inner in steps:
        if isinstance(inner, dict | list):
            yield from _maps(inner, (*location, step))


_MAPS = [
    (file, location)
    for file, place in _FILES.items()
    for location in _maps(yaml.load(place.path.read_text("utf-8"), yaml.CBaseLoader))
]


@pytest.mark.thinned
@pytest.mark.parametrize(("file", "location"), thinned(_MAPS))
def test_an_unknown_field_anywhere_is_told_and_the_rest_is_read(
    file: str, location: tuple[str | int, ...], tmp_path: Path
) -> None:
    place = _FILES[file]
    content = yaml.load(place.path.read_text("utf-8"), yaml.CBaseLoader)
    reduce(getitem, location, content)["0"] = ["unknown"]
    path = tmp_path / "file.yml"
    path.write_text(yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True), "utf-8")
    _, read, problems = replace(place, path=path).read()
    assert read is not None
    assert [problem for problem in problems if "`0`" in problem.message] != []
