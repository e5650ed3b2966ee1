"""The format of each kind of file as JSON Schema (draft-07), for editors and for reuse of the data.

Begin at `json_schemas`.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core.core_schema import DictSchema

from . import schema


class _Draft7(GenerateJsonSchema):
    """Pydantic's generator, which writes draft 2020-12, made to write draft-07.

    For the keywords that it uses, the drafts differ in names only.
    """

    schema_dialect = "http://json-schema.org/draft-07/schema#"

    def dict_schema(self, schema: DictSchema) -> dict[str, Any]:
        """The schema of a map. If its keys must be ids, it refuses any others.

        Pydantic only gives the pattern of such keys, which lets others pass.
        """
        result = super().dict_schema(schema)
        if "patternProperties" in result:
            return {**result, "additionalProperties": False}
        return result


def json_schemas() -> dict[str, str]:
    """By each kind of file, a key of `schema.FILES`: the text of its JSON Schema."""
    return {kind: _json_schema(kind, model) for kind, model in schema.FILES.items()}


def _json_schema(kind: str, model: Any) -> str:
    generated = TypeAdapter(model).json_schema(
        by_alias=True, ref_template="#/definitions/{model}", schema_generator=_Draft7
    )
    if "$defs" in generated:
        generated["definitions"] = generated.pop("$defs")
    titled = {"$schema": _Draft7.schema_dialect, "title": f"Relevé: {kind}", **generated}
    return json.dumps(titled, ensure_ascii=False, indent=1) + "\n"
