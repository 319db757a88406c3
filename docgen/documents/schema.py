"""The published contract of each document type: JSON Schema 2020-12, generated from the model."""

import json

from docgen.documents.kind import Kind

BASE = "https://docgen.example/schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(kind: Kind) -> str:
    """Return the schema as the text of ``schemas/<slug>.schema.json``."""
    body = kind.model.model_json_schema(by_alias=True, mode="validation")
    head = {"$schema": DIALECT, "$id": f"{BASE}/{kind.slug}.schema.json", "title": kind.titel}
    return (
        json.dumps(head | {key: value for key, value in body.items() if key != "title"}, ensure_ascii=False, indent=2)
        + "\n"
    )
