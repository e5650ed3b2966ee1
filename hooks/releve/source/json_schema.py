"""The JSON Schema (draft-07) of each kind of file, for editors and for whoever reuses the data."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core.core_schema import DictSchema

from . import schema


class _Draft7(GenerateJsonSchema):
    """Pydantic writes draft 2020-12; what it uses of it differs from draft-07 in names only."""

    schema_dialect = "http://json-schema.org/draft-07/schema#"

    def dict_schema(self, schema: DictSchema) -> dict[str, Any]:
        """Of a directory, refuse what is not an id: pydantic leaves it to the checks."""
        found = super().dict_schema(schema)
        return {**found, "additionalProperties": False} if "patternProperties" in found else found


def json_schemas() -> dict[str, str]:
    """A JSON Schema (draft-07) for each kind of file, as text, by the name of the kind."""
    return {kind: _json_schema(kind, model) for kind, model in schema.FILES.items()}


def _json_schema(kind: str, model: Any) -> str:
    found = TypeAdapter(model).json_schema(
        by_alias=True, ref_template="#/definitions/{model}", schema_generator=_Draft7
    )
    if "$defs" in found:
        found["definitions"] = found.pop("$defs")
    named = {"$schema": _Draft7.schema_dialect, "title": f"Relevé: {kind}", **found}
    return json.dumps(named, ensure_ascii=False, indent=1) + "\n"
