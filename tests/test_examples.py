"""Whoever copies from the page of examples copies what is read, and sees what the page says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.messages.pofile import read_po
from pydantic import BaseModel
from support.examples import BY_EXAMPLE, ON_PAGE, PAGES, examples, up_to_date
from support.golden import bodies, outline, register_of
from support.small_register import report_of

from releve.language import CATALOGUES
from releve.source import json_schemas, schema

TYPED = {kind: json.loads(text) for kind, text in json_schemas().items() if kind != "seals"}
"""The schema of each kind of file that somebody types; seals are written by `make seal`."""
PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def language(page: Path) -> str:
    return page.suffixes[0][1:]


def test_the_register_of_the_examples_has_no_problem() -> None:
    assert report_of(BY_EXAMPLE) == "0 errors, 0 warnings"


@PAGE
def test_a_page_shows_each_example_once_as_it_stands_in_the_register(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text == up_to_date(text), "Run `make examples`."
    assert sorted(match["name"] for match in ON_PAGE.finditer(text)) == sorted(examples())
    assert text.count("```yaml") == len(examples())


def test_the_pages_show_them_in_the_same_order() -> None:
    assert len(PAGES) == 2
    texts = [page.read_text(encoding="utf-8") for page in PAGES]
    assert len({tuple(match["name"] for match in ON_PAGE.finditer(text)) for text in texts}) == 1


# --- every field ----------------------------------------------------------------------------------


def kind(file: str) -> str:
    name = Path(file)
    return {"meetings": "meeting", "follow-ups": "follow-up"}.get(name.parts[1], name.stem)


def models(model: type[BaseModel] = schema.Record) -> Iterator[type[BaseModel]]:
    for inner in model.__subclasses__():
        yield inner
        yield from models(inner)


def where_it_is_declared(title: str, key: str) -> str:
    """The name of the model that has a field of its own, not from another: once is enough there."""
    (model,) = {one for one in models() if one.__name__ == title}
    return next(
        f"{base.__name__}.{key}"
        for base in reversed(model.__mro__)
        if issubclass(base, schema.Record) and key in keys(base)
    )


def keys(model: type[BaseModel]) -> set[str]:
    """The fields of a model as they are typed, such as `from`, which Python calls `from_`."""
    return {field.alias or name for name, field in model.model_fields.items()}


def maps(whole: Any) -> Iterator[dict[str, Any]]:
    """Every map with fields that a schema describes."""
    for node in (whole, *whole.get("definitions", {}).values()):
        if "properties" in node:
            yield node


def alternatives(node: dict[str, Any], whole: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What a value may be, references and choices followed."""
    if "$ref" in node:
        yield from alternatives(whole["definitions"][node["$ref"].rpartition("/")[2]], whole)
    choices = [*node.get("anyOf", []), *node.get("oneOf", []), *node.get("allOf", [])]
    for choice in choices:
        yield from alternatives(choice, whole)
    if not choices and "$ref" not in node:
        yield node


def shown(value: Any, node: Any, whole: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each field that stands in a value, after the title of the map it belongs to."""
    options = list(alternatives(node, whole))
    if isinstance(value, list):
        for option in options:
            for entry in value if "items" in option else ():
                yield from shown(entry, option["items"], whole)
    elif isinstance(value, dict):
        fitting = [one for one in options if value.keys() <= one.get("properties", {}).keys()]
        if fitting:  # the one that says least beside what is given, as the format itself chooses
            chosen = min(fitting, key=lambda one: len(one["properties"]))
            for key, entry in value.items():
                yield chosen["title"], key
                yield from shown(entry, chosen["properties"][key], whole)
        for option in options if not fitting else ():
            below = [*option.get("patternProperties", {}).values()]
            for entry in value.values() if below else ():
                yield from shown(entry, below[0], whole)


def test_every_field_of_the_format_stands_in_an_example() -> None:
    """A new field needs an example in tests/registers/by-example, and a word on both pages."""
    every = {
        where_it_is_declared(node["title"], key)
        for whole in TYPED.values()
        for node in maps(whole)
        for key in node["properties"]
    }
    found = {
        where_it_is_declared(title, key)
        for example in examples().values()
        for whole in [TYPED[kind(example.file)]]
        for title, key in shown(yaml.safe_load(example.lines), whole, whole)
    }
    assert sorted(every - found) == []


def words(node: Any) -> Iterator[str]:
    """The words that a schema lets a field choose from."""
    if isinstance(node, dict):
        choices = [*node.get("enum", []), node.get("const")]
        yield from (word for word in choices if isinstance(word, str))
        for entry in node.values():
            yield from words(entry)
    elif isinstance(node, list):
        for entry in node:
            yield from words(entry)


@PAGE
def test_every_word_that_a_field_may_have_is_named(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"```yaml.*?```|`[^`\n]+`", text, re.DOTALL))
    every = {word for whole in TYPED.values() for word in words(whole)}
    assert every
    assert [word for word in every if not re.search(rf"(?<![\w-]){word}(?![\w-])", code)] == []


# --- what readers see -----------------------------------------------------------------------------


@cache
def pages() -> dict[str, dict[str, str]]:
    """The words on each page of the register of the examples, by language and address."""
    return {
        code: {address: plain(outline(html)) for address, html in by_address.items()}
        for code, by_address in bodies(register_of(BY_EXAMPLE)).items()
    }


def plain(text: str) -> str:
    """Words on one line, without what only the page, or only a comparison, has around them."""
    return re.sub(r"\s*:\s*", ": ", " ".join(text.split()))


def told(page: Path) -> Iterator[tuple[str, str]]:
    """Of each example of a page: its file, and the text from there to the next one."""
    text = page.read_text(encoding="utf-8")
    found = list(ON_PAGE.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)]
    for match, end in zip(found, ends, strict=True):
        after = re.split(r"^#", text[match.end() : end], maxsplit=1, flags=re.MULTILINE)[0]
        yield examples()[match["name"]].file, after


@PAGE
def test_what_is_told_in_bold_stands_on_the_pages_of_that_file(page: Path) -> None:
    count = 0
    for file, text in told(page):
        date = re.match(r"data/[\w-]+/([\w-]+/\d{4}-\d\d-\d\d)", file)
        about = [
            words
            for address, words in pages()[language(page)].items()
            if not date or f"{date[1]}/" in f"/{address}"
        ]
        for said in re.findall(r"\*\*(.+?)\*\*", text, re.DOTALL):
            count += 1
            assert any(plain(said) in words for words in about), f"{file}: {said}"
    assert count > len(examples())


@PAGE
def test_what_is_told_in_quotation_marks_is_something_that_pages_say(page: Path) -> None:
    with (CATALOGUES / "fr.po").open("rb") as catalogue:
        interface = {
            plain(str(words))
            for message in read_po(catalogue, locale="fr")
            if isinstance(message.id, str) and message.id
            for words in [message.id if language(page) == "en" else message.string]
        }
    of_register = " ".join(pages()[language(page)].values())
    text = "".join(re.sub(r"\*\*.+?\*\*", "", text, flags=re.DOTALL) for _, text in told(page))
    quoted = re.findall(r"“(.+?)”|«\s(.+?)\s»", text, re.DOTALL)
    assert quoted
    for said in map(plain, ("".join(pair) for pair in quoted)):
        assert said in interface or said in of_register, said
