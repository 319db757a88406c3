"""Every document type can be imported: a map of a record onto itself gives the same record."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import SAMPLES, TODAY

from docgen.documents.catalogue import KINDS
from docgen.importing import mapping, translation
from docgen.outcome import Place
from docgen.stages.read import Raw

VALID = sorted(path for slug in KINDS for path in (SAMPLES / slug).glob("*.json"))
READ = {str: "text", int: "heltal", bool: "ja_nej"}


def fields(value: object, path: str = "") -> Iterator[tuple[str, type]]:
    """Yield the path of every value, as a map writes it, and its type."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from fields(one, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        yield from [] if value else [(path, list)]
        for one in value:
            yield from fields(one, f"{path}[]")
    else:
        yield path, type(value)


@pytest.mark.parametrize("sample", VALID, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_record_that_is_mapped_onto_itself_stays_the_same(sample: Path, tmp_path: Path) -> None:
    record = json.loads(sample.read_text(encoding="utf-8"))
    record.pop("$schema")
    names = dict(fields(record))
    names.pop("dokument.typ")
    rows = [f'"{name}" = {row(name, typ)}' for name, typ in names.items()]
    karta = tmp_path / "karta.toml"
    karta.write_text("\n".join([f'typ = "{sample.parent.name}"', "[falt]", *rows]), encoding="utf-8")
    raw = Raw(Place("export.json", 1), json.dumps(record).encode())
    assert json.loads(translation.record(raw, mapping.load(karta), TODAY)) == filled(record)


def row(name: str, typ: type) -> str:
    return "{ konstant = [] }" if typ is list else f'{{ fran = "{name}", som = "{READ[typ]}" }}'


def filled(record: dict[str, object]) -> dict[str, object]:
    """Return the record without the parts that hold nothing."""
    return {name: value for name, value in record.items() if value != {}}
