"""A sealed record: its meaning cannot be changed, and its file can be written otherwise."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from support.chance import RANDOM, examples
from support.paths import SMALL
from support.small_register import SPRING, WINTER, problems_of, report_of, small_register

from releve.__main__ import seal

SEALED = yaml.load(
    SMALL.joinpath("data", WINTER).read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,
)
"""A sealed record of the small register, as plain values."""


def _leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, dict | list):
        inner = value.items() if isinstance(value, dict) else enumerate(value)
        for key, one in inner:
            yield from _leaves(one, (*path, key))
    else:
        yield path


def _changed(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = _changed(copy[path[0]], path[1:], new)
    return copy


def _without(value: Any, path: tuple[Any, ...]) -> Any:
    copy = dict(value) if isinstance(value, dict) else list(value)
    if len(path) == 1:
        del copy[path[0]]
    else:
        copy[path[0]] = _without(copy[path[0]], path[1:])
    return copy


RECORDED = [path for path in _leaves(SEALED) if path[0] != "corrections" and "topics" not in path]
"""Where each word of the record stands, but for what may be changed."""


def _refused(folder: Path, record: Any) -> bool:
    root = small_register(folder, {WINTER: yaml.safe_dump(record, allow_unicode=True)})
    return any(problem.severity == "error" for problem in problems_of(root))


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: ".".join(map(str, path)))
def test_whatever_is_changed_in_a_sealed_record_is_refused(
    path: tuple[Any, ...], tmp_path: Path
) -> None:
    value: Any = SEALED
    for step in path:
        value = value[step]
    other = {"2": "3", "0": "1", "1": "4"}.get(value, f"{value}x")
    assert _refused(tmp_path / "changed", _changed(SEALED, path, other))
    assert _refused(tmp_path / "removed", _without(SEALED, path))


@pytest.mark.parametrize("path", [("opening",), ("agenda",), ("agenda", 0, "outcomes")])
def test_whatever_is_put_in_another_order_or_said_twice_is_refused(
    path: tuple[Any, ...], tmp_path: Path
) -> None:
    value: Any = SEALED
    for step in path:
        value = value[step]
    assert _refused(tmp_path / "twice", _changed(SEALED, path, [*value, value[-1]]))
    if len(value) > 1:
        assert _refused(tmp_path / "turned", _changed(SEALED, path, value[::-1]))


def _rewritten(value: Any, random: Random) -> Any:
    """The same record: fields in another order, lines broken elsewhere, other spaces."""
    if isinstance(value, dict):
        keys = list(value)
        random.shuffle(keys)
        return {key: _rewritten(value[key], random) for key in keys}
    if isinstance(value, list):
        return [_rewritten(one, random) for one in value]
    if " " in value and random.random() < 0.7:
        filled = textwrap.fill(value, random.randint(5, 40), break_long_words=False)
        return filled if random.random() < 0.5 else filled.replace("'", "\u2019") + "\n"
    return value


@examples(25)
@given(random=RANDOM, flow=st.sampled_from([None, True, False]))
def test_the_same_record_written_otherwise_keeps_its_seal(
    random: Random, flow: bool | None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    record = _rewritten({**SEALED, "corrections": []}, random)
    text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False, default_flow_style=flow)
    root = small_register(
        tmp_path_factory.mktemp("rewritten"), {WINTER: f"# A comment.\n{text}# Another.\n"}
    )
    assert report_of(root) == "0 errors, 0 warnings"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Un\\n- deux", "Un - deux"),
        ("- un\\n- deux", "- un\\n  - deux"),
        ("Un\\n\\ndeux", "Un deux"),
        ("1. un\\n2. deux", "1. un 2. deux"),
        ("Solde :\\n  - 500 dollars", "Solde : - 500 dollars"),
    ],
)
def test_a_list_or_a_paragraph_is_not_the_same_as_a_line(
    one: str, other: str, tmp_path: Path
) -> None:
    words = "text: {fr: La présidente ouvre la réunion., en: The chair opened the meeting.}"
    first, second = (f'text: {{fr: "{said}", en: "{said}"}}' for said in (one, other))
    root = small_register(tmp_path, {WINTER: (words, first), "seals.yml": None})
    assert seal(root) == 0
    assert report_of(root) == "0 errors, 0 warnings"
    path = root / "data" / WINTER
    path.write_text(path.read_text("utf-8").replace(first, second), "utf-8")
    assert "it was changed: meeting: opening, English; opening, French." in report_of(root)


def test_a_year_at_the_head_of_a_line_is_not_the_mark_of_a_list(tmp_path: Path) -> None:
    words = "text: {fr: La présidente ouvre la réunion., en: The chair opened the meeting.}"
    first, second = (
        f'text: {{fr: "Fin{gap}2019. Bien.", en: "End{gap}2019. Good."}}' for gap in (" ", "\\n")
    )
    root = small_register(tmp_path, {WINTER: (words, first), "seals.yml": None})
    assert seal(root) == 0
    path = root / "data" / WINTER
    path.write_text(path.read_text("utf-8").replace(first, second), "utf-8")
    assert problems_of(root) == []


def test_a_seal_whose_parts_were_touched_still_refuses_a_change(tmp_path: Path) -> None:
    seals = small_register(tmp_path / "first") / "data" / "seals.yml"
    (part,) = re.findall(
        r"text\.en \w+, (?=text\.fr \w+, title\.en \w+, title\.fr \w+, vote)",
        seals.read_text("utf-8"),
    )
    root = small_register(
        tmp_path / "second",
        {"seals.yml": (part, ""), WINTER: ("painted red before", "painted blue before")},
    )
    assert "this record is sealed, but it was changed: record: changed." in report_of(root)
    assert seal(root) == 1


def test_a_link_that_is_moved_to_another_document_is_noticed(tmp_path: Path) -> None:
    link = "        url: https://example.org/ral\n"
    root = small_register(tmp_path, {WINTER: (link, "")})
    path = root / "data" / WINTER
    path.write_text(path.read_text("utf-8").replace("- tab: 1B\n", f"- tab: 1B\n{link}"), "utf-8")
    assert "what this sealed record shows was changed: item 1: links." in report_of(root)


# --- make seal ----------------------------------------------------------------------------


def test_sealing_seals_what_was_approved_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_register(tmp_path, {"seals.yml": None})
    assert seal(root) == 0
    assert capsys.readouterr().out == "Sealed: the record of cbf-hc/2031-02-05.\n"
    first = (root / "data" / "seals.yml").read_bytes()
    assert problems_of(root) == []
    assert seal(root) == 0
    assert capsys.readouterr().out == "Nothing was to be sealed.\n"
    assert (root / "data" / "seals.yml").read_bytes() == first


def test_sealing_does_not_mend_a_broken_seal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_register(tmp_path, {WINTER: ("painted red before", "painted blue before")})
    before = (root / "data" / "seals.yml").read_bytes()
    assert seal(root) == 1
    said = capsys.readouterr().err
    assert "this record is sealed, but it was changed: decision 1: wording, English." in said
    assert said.endswith("Nothing was sealed.\n")
    assert (root / "data" / "seals.yml").read_bytes() == before


def test_sealing_leaves_a_register_with_errors_alone(tmp_path: Path) -> None:
    root = small_register(tmp_path, {"seals.yml": None, SPRING: ("outcome: adopted", "outcome: x")})
    assert seal(root) == 1
    assert not (root / "data" / "seals.yml").exists()


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("people.yml", ("name: Paul Modèle", "name: Paul M. Modèle"), "names: paul-modele"),
        ("organizations.yml", ("fr: Comité des bornes", "fr: Conseil des bornes"), "names: cbf-hc"),
        (WINTER, ("https://example.org/ral", "https://example.org/new"), "item 1: links"),
    ],
)
def test_what_a_record_shows_but_does_not_say_is_sealed_anew_on_request(
    name: str, change: tuple[str, str], said: str, tmp_path: Path
) -> None:
    root = small_register(tmp_path, {name: change})
    assert f"what this sealed record shows was changed: {said}." in report_of(root)
    assert seal(root) == 0
    assert problems_of(root) == []


def test_a_translation_that_is_added_is_sealed_on_request(tmp_path: Path) -> None:
    note = "text: {fr: La peinture est arrivée depuis., en: The paint has arrived since.}"
    languages = "languages: [fr, en]"
    root = small_register(
        tmp_path,
        {
            WINTER: (note, "text: {fr: La peinture est arrivée depuis.}"),
            "register.yml": (languages, f"{languages}\none_language_suffices: true"),
            "seals.yml": None,
        },
    )
    assert seal(root) == 0
    path = root / "data" / WINTER
    text = path.read_text("utf-8")
    path.write_text(text.replace("text: {fr: La peinture est arrivée depuis.}", note), "utf-8")
    assert "what this sealed record shows was changed: note 1: wording, English." in report_of(root)
    assert seal(root) == 0
    assert problems_of(root) == []


def test_a_seal_may_be_given_by_its_fingerprint_alone(tmp_path: Path) -> None:
    """Whoever writes on the web copies the line that the problem shows."""
    root = small_register(tmp_path, {"seals.yml": None})
    (problem,) = problems_of(root)
    line = problem.remedy.split("`")[3]
    (root / "data" / "seals.yml").write_text(f"{line}\n", "utf-8")
    assert problems_of(root) == []
