"""The published contract of each document type: JSON Schema 2020-12, generated from the model."""

import json
from collections.abc import Iterator
from typing import Any

from docgen.documents.kind import Kind

BASE = "https://docgen.example/schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(kind: Kind) -> str:
    """Return the schema as the text of ``schemas/<slug>.schema.json``."""
    body = kind.model.model_json_schema(by_alias=True, mode="validation")
    parts = body["$defs"]
    for field in _fields(body):
        if "$ref" in field:  # pydantic leaves out a title that the part itself has
            field.setdefault("title", parts[field["$ref"].rsplit("/", 1)[-1]].get("title"))
    for part in (body, *parts.values()):
        # The fields say in Swedish what they are; the classes behind them are named and described for programmers.
        part.pop("title", None)
        part.pop("description", None)
    head = {"$schema": DIALECT, "$id": f"{BASE}/{kind.slug}.schema.json", "title": kind.titel}
    return json.dumps(head | body, ensure_ascii=False, indent=2) + "\n"


def _fields(part: object) -> Iterator[dict[str, Any]]:
    """Yield the schema of every field, at any depth."""
    if isinstance(part, dict):
        yield from part.get("properties", {}).values()
        for inner in part.values():
            yield from _fields(inner)
