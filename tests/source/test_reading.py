"""What is read is what was typed, and no text whatever keeps the reader from answering."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from support.chance import RANDOM, examples
from support.paths import SMALL
from support.small_register import SUMMER, problems_of, small_register

from releve.build.load import load
from releve.source import ANY_LANGUAGE, LARGEST, Problem, Source, read

FILES = sorted(path.relative_to(SMALL / "data").as_posix() for path in SMALL.rglob("*.yml"))


def _read(data: str | bytes) -> tuple[Source | None, list[Problem]]:
    with TemporaryDirectory() as folder:
        path = Path(folder, "x.yml")
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return read(path, "x.yml")


def _value(text: str) -> Any:
    source, problems = _read(text)
    assert source is not None, problems
    assert problems == []
    return source.value


# --- what YAML 1.1 would make of it -------------------------------------------------------


_MISREAD = """
16:35 190:20:30 no yes on off y n NO Oui true null ~ 4.10 010 0o10 0x1F 1_000 1e3 .5 .inf .NaN
+1 -0 = << 2019-09-25 2019-09-25T16:35:00Z
"""


@pytest.mark.parametrize("typed", _MISREAD.split())
def test_a_word_is_read_as_it_was_typed(typed: str) -> None:
    assert _value(f"a: {typed}\n{typed}: [{typed}]\n") == {"a": typed, typed: [typed]}


def test_such_words_are_understood_where_a_register_expects_them(tmp_path: Path) -> None:
    """A time is a time, 4.10 is item 10 of 4, and `no` is a word in either language."""
    text = """\
title: {fr: no, en: yes}
starts: 16:35
place: ~
agenda:
  - item: 4.10
    title: {fr: 010, en: 010}
  - item: 4.1
    title: {fr: null, en: 1_000}
  - item: 010
    title: {fr: 1e3, en: 1e3}
"""
    changes = {SUMMER: text, "register.yml": ("as_of", "one_language_suffices: false\nas_of")}
    register, problems = load(small_register(tmp_path, changes))
    assert register is not None
    assert [problem.severity for problem in problems] == ["warning"], "1 000 is in English only"
    meeting = register.meetings[-1]
    assert meeting.data.title == {"fr": "no", "en": "yes"}
    assert meeting.data.starts.isoformat() == "16:35:00"
    assert meeting.data.place == {ANY_LANGUAGE: "~"}
    assert [item.number for item in meeting.items] == ["4.10", "4.1", "010"]
    assert meeting.data.agenda[1].title["fr"] == "null"
    assert register.find("cbf-hc/2031-06-04#item-4.10") is meeting.items[0]
    assert register.settings.one_language_suffices is False


def test_an_alias_repeats_what_its_anchor_marks() -> None:
    assert _value("a: &x {fr: b}\nc: *x\nd: [&y e, *y]\n") == {
        "a": {"fr": "b"},
        "c": {"fr": "b"},
        "d": ["e", "e"],
    }


def test_a_name_may_be_marked_again_and_the_later_mark_counts() -> None:
    assert _value("a: &x b\nc: *x\nd: &x e\nf: *x\n") == {"a": "b", "c": "b", "d": "e", "f": "e"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no-BOM", "BOM"])
def test_ends_of_lines_and_a_byte_order_mark_change_nothing(mark: str, end: str) -> None:
    text = "a: |\n  b\n  c\nd: >-\n  e\n  f\ng: h\n"
    assert _value(mark + text.replace("\n", end)) == {"a": "b\nc\n", "d": "e f", "g": "h"}


def test_a_file_of_long_texts_is_read_however_large_it_is() -> None:
    text = "word " * LARGEST
    found = _value("".join(f"- {text}\n" for _ in range(4)))
    assert [len(one) for one in found] == [len(text) - 1] * 4


def test_the_largest_file_is_read_and_a_larger_one_is_refused() -> None:
    assert len(_value("- a\n" * (LARGEST - 1))) == LARGEST - 1
    source, problems = _read("- a\n" * LARGEST)
    assert source is None
    assert [problem.message for problem in problems] == ["this file is too large to be read."]


# --- properties ---------------------------------------------------------------------------

_SIGNS = [*"-?:,[]{}#&*!|>'\"%@`\\ \n\t\r~=.<é\u00a0\ufeff"]
_PIECES = [
    "\n  ",
    "\n- ",
    ": ",
    " #",
    "---\n",
    "...\n",
    "<<: ",
    "*a",
    "&a ",
    "!!str ",
    "fr",
    "title",
]
_YAML = st.lists(st.sampled_from(_SIGNS + _PIECES), max_size=40).map("".join)
_ANY = st.text(max_size=60) | _YAML | st.binary(max_size=40)


def _encoded(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")


@examples(60)
@given(_ANY)
@example("a: &a [*a]")
@example("%YAML 1.1\n%YAML 1.1\n---\n")
def test_whatever_a_file_holds_reading_it_gives_a_value_or_a_reason(text: str | bytes) -> None:
    source, problems = _read(_encoded(text))
    assert source is not None or problems
    for problem in problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert len(str(problem).splitlines()) == 2, "a message and its remedy, one line each"


@examples(40)
@given(st.sampled_from(FILES), _ANY)
@example("register.yml", "languages: [fr, fr]\nbodies: [a]\ntitle: x")
@example("topics.yml", "'[key]': x\n<<: {name: y}\n'<statement>': {}")
def test_whatever_a_file_of_a_register_holds_loading_it_raises_nothing(
    name: str, text: str | bytes
) -> None:
    with TemporaryDirectory() as folder:
        problems_of(small_register(Path(folder), {name: _encoded(text)}))


# What a file may hold: all that is printed; a lone surrogate or a control is refused.
_words = st.text(
    st.characters(
        exclude_categories=("Cc", "Cs", "Co", "Cn"),
        include_characters="\n\t",
        exclude_characters="\u2028\u2029\ufeff",
    ),
    max_size=30,
)
_keys = _words.map(lambda words: " ".join(words.split()))
_plain: Any = st.recursive(
    _words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_keys, inner, max_size=4),
    max_leaves=12,
)


@examples(60)
@given(_plain.filter(bool), st.booleans(), st.sampled_from([None, True, False]))
def test_what_is_written_with_every_scalar_quoted_is_read_back_the_same(
    value: Any, every_language: bool, flow: bool | None
) -> None:
    text = yaml.safe_dump(
        value, default_style='"', allow_unicode=every_language, default_flow_style=flow
    )
    assert _value(text.replace("!!str ", "")) == _composed(value)


def _composed(value: Any) -> Any:
    """The value with its letters composed, as they are when they are read."""
    if isinstance(value, dict):
        return {_composed(key): _composed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_composed(inner) for inner in value]
    return unicodedata.normalize("NFC", value)


def _lines_in_another_order(path: Path, shuffled: Callable[[list[Any]], list[Any]]) -> None:
    """Write a file anew, with the fields of each map in another order."""

    def turned(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: turned(value[key]) for key in shuffled(list(value))}
        return [turned(one) for one in value] if isinstance(value, list) else value

    source, _ = read(path, path.name)
    assert source is not None
    text = yaml.dump(
        turned(source.value), Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True
    )
    path.write_text(text, encoding="utf-8")


@examples(10)
@given(RANDOM)
def test_the_order_of_the_fields_changes_nothing_in_what_is_said(random: Any) -> None:
    def shuffled(keys: list[Any]) -> list[Any]:
        return random.sample(keys, len(keys))

    changes = {
        SUMMER: "title: {fr: Un, es: Uno}\nplce: x\nchairs: [bob]\nstarts: 25:00\n",
        "topics.yml": ("hiver:", "anne-exemple:"),
    }
    said = []
    for reorder in (list, shuffled):
        with TemporaryDirectory() as folder:
            root = small_register(Path(folder), changes)
            for path in root.rglob("*.yml"):
                _lines_in_another_order(path, reorder)
            # Which of two ids is the second depends on nothing but the kinds of their files.
            said.append(
                {
                    (problem.file, problem.message, re.sub(r"\.yml:\d+", ".yml", problem.remedy))
                    for problem in problems_of(root)
                }
            )
    assert said[0] == said[1]
    assert len(said[0]) > 4


_DAMAGE = st.tuples(
    st.sampled_from(FILES),
    st.sampled_from(["delete", "repeat", "swap", *"\t'\"::{}[]-#&*!|, é\u00a0"]),
    st.integers(0, 10_000),
)


def _damaged(text: str, deed: str, place: int) -> str:
    lines = text.splitlines(keepends=True)
    line = place % len(lines)
    if deed == "delete":
        del lines[line]
    elif deed == "repeat":
        lines.insert(line, lines[line])
    elif deed == "swap":
        lines[line - 1], lines[line] = lines[line], lines[line - 1]
    else:
        index = place % len(text)
        return text[:index] + deed + text[index:]
    return "".join(lines)


@examples(60)
@given(st.lists(_DAMAGE, min_size=1, max_size=3))
def test_a_damaged_register_is_reported_or_still_whole(damage: list[tuple[str, str, int]]) -> None:
    with TemporaryDirectory() as folder:
        root = small_register(Path(folder))
        for name, deed, place in damage:
            path = root / "data" / name
            text = path.read_text(encoding="utf-8")
            if text:
                path.write_text(_damaged(text, deed, place), encoding="utf-8")
        register, problems = load(root)
        if any(problem.severity == "error" for problem in problems):
            return
        assert register is not None
        assert register.clashes == []
        assert len(register.files) == len(FILES), "nothing is lost without a word"


def test_letters_are_composed_when_they_are_read(tmp_path: Path) -> None:
    """A Macintosh and a PDF may give a letter and its accent apart."""
    text = """\
title: {fr: Réunion du 12 août et du 3 décembre, en: "Meeting of August 12 and December 3"}
place: {fr: "la for\\u0065\\u0302t", en: x}
agenda:
  - item: 1
    title: {fr: Un, en: One}
    outcomes:
      - {decision: 1, text: {fr: Le règlement., en: The rule.}}
corrections:
  - where: decision 1
    kind: typographical
    says: {fr: règlement}
    should_say: {fr: règlements}
"""
    apart = unicodedata.normalize("NFD", text).replace("says: {fr: re\u0300gl", "says: {fr: règl")
    root = small_register(tmp_path, {SUMMER: apart})
    register, problems = load(root)
    assert problems == []
    assert register
    (meeting,) = [one for one in register.meetings if one.key == "cbf-hc/2031-06-04"]
    assert meeting.data.title["fr"].startswith("Réunion du 12 août")
    assert meeting.data.place["fr"] == "la forêt"
