"""The JSON Schemas: those that are committed, what they accept, and what they explain."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from pydantic import BaseModel
from support.paths import REGISTERS, ROOT, SMALL

from releve.exports import json_schema
from releve.source import json_schemas, schema

SCHEMAS = ROOT / "docs" / "schema"
DATA = [
    pytest.param(path, id=path.relative_to(REGISTERS).as_posix())
    for folder in (REGISTERS / "joint-councils", SMALL)
    for path in sorted((folder / "data").rglob("*.yml"))
]


def test_the_committed_schemas_are_those_of_the_code() -> None:
    committed = {path.stem: path.read_text(encoding="utf-8") for path in SCHEMAS.glob("*.json")}
    assert committed == {**json_schemas(), "export": json_schema()}, (
        "docs/schema/ is out of date: run `make schemas`."
    )


@pytest.mark.parametrize("kind", schema.FILES)
def test_a_schema_is_valid_draft_7(kind: str) -> None:
    Draft7Validator.check_schema(json.loads(json_schemas()[kind]))


class _Reader12(yaml.SafeLoader):
    """Reads as an editor that knows YAML 1.2: numbers, true and false, and otherwise text."""

    yaml_implicit_resolvers: dict[Any, Any] = {}  # noqa: RUF012 - it is PyYAML's own


_Reader12.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))
_Reader12.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile("^[-+]?[0-9]+$"), list("-+0123456789")
)
_Reader12.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789")
)


def _kind(path: Path) -> str:
    return {"meetings": "meeting", "follow-ups": "follow-up"}.get(path.parts[-3], path.stem)


@pytest.mark.parametrize("path", DATA)
def test_an_editor_accepts_what_the_register_holds(path: Path) -> None:
    value = yaml.load(path.read_text(encoding="utf-8"), _Reader12)
    validator = Draft7Validator(json.loads(json_schemas()[_kind(path)]))
    assert [error.message for error in validator.iter_errors(value)] == []


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("meeting", {}),
        ("meeting", {"title": {"fr": "x"}, "plce": "x"}),
        ("meeting", {"title": {"fr": "x"}, "starts": "25:00"}),
        ("meeting", {"title": {"fr": "x"}, "format": "hibrid"}),
        ("topics", {"Hiver": {"name": {"fr": "x"}}}),
        ("follow-up", {"reports": []}),
        ("register", {"title": {"fr": "x"}, "languages": ["Anglais"], "bodies": ["a"]}),
    ],
)
def test_an_editor_refuses_what_the_register_refuses(kind: str, value: Any) -> None:
    validator = Draft7Validator(json.loads(json_schemas()[kind]))
    assert list(validator.iter_errors(value))


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for inner in model.__subclasses__():
        yield inner
        yield from _models(inner)


@pytest.mark.parametrize("model", list(_models(schema.Record)), ids=lambda model: model.__name__)
def test_every_field_is_explained(model: type[BaseModel]) -> None:
    assert model.__doc__
    unexplained = [name for name, field in model.model_fields.items() if not field.description]
    assert unexplained == []
