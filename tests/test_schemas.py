import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, SAMPLES
from jsonschema import Draft202012Validator

from docgen.documents.catalogue import KINDS

Schema = dict[str, Any]
VALID = sorted(path for slug in KINDS for path in (SAMPLES / slug).glob("*.json"))
TOLD_BY_DOCGEN_ALONE = {
    "F-04",
    "F-06",
    "F-07",
}  # that a date exists, that a text is not blank, that a rule is named once
SHAPE = sorted(
    path
    for slug in KINDS
    for path in (SAMPLES / "invalid" / slug).glob("F-0[1-8].json")
    if path.stem not in TOLD_BY_DOCGEN_ALONE
)


def schema(slug: str) -> Schema:
    found: Schema = json.loads((ROOT / "schemas" / f"{slug}.schema.json").read_text(encoding="utf-8"))
    return found


def fields(part: object, path: str = "") -> Iterator[tuple[str, Schema]]:
    if isinstance(part, dict):
        for name, field in part.get("properties", {}).items():
            yield f"{path}.{name}", field
        for name, inner in part.items():
            yield from fields(inner, f"{path}.{name}")


@pytest.mark.parametrize("slug", KINDS)
def test_a_schema_is_valid_2020_12_and_names_itself(slug: str) -> None:
    found = schema(slug)
    Draft202012Validator.check_schema(found)
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert found["$id"].endswith(f"/{slug}.schema.json")


@pytest.mark.parametrize("slug", KINDS)
def test_every_field_has_a_title_and_a_description_for_people(slug: str) -> None:
    bare = [path for path, field in fields(schema(slug)) if not field.get("title") or not field.get("description")]
    assert bare == []


@pytest.mark.parametrize("slug", KINDS)
def test_nothing_for_programmers_is_published(slug: str) -> None:
    found = schema(slug)
    assert [name for name, part in found["$defs"].items() if "description" in part or "title" in part] == []


@pytest.mark.parametrize("path", VALID, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_valid_sample_fits_its_schema(path: Path) -> None:
    Draft202012Validator(schema(path.parent.name)).validate(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", SHAPE, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_sample_of_the_wrong_shape_does_not(path: Path) -> None:
    if path.stem in {
        "F-04",
        "F-06",
        "F-07",
    }:  # the format of dates, blank texts and uniqueness are told by docgen alone
        return
    validator = Draft202012Validator(schema(path.parent.name))
    assert not validator.is_valid(json.loads(path.read_text(encoding="utf-8")))
