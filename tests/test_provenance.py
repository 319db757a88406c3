"""What a finished file tells of how it was made: the template, the program and the data, and nothing personal."""

import hashlib
import hmac
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import pytest
from conftest import SAMPLES, TODAY
from lxml import etree
from pypdf import PdfReader

import docgen
from docgen.documents import organisation
from docgen.documents.catalogue import KINDS
from docgen.documents.fingerprint import fingerprint
from docgen.documents.rule import Setting
from docgen.errors import SettingsError
from docgen.order import Format, Order
from docgen.outcome import Place, Written
from docgen.resources import shipped_file
from docgen.run import run
from docgen.stages import validate
from docgen.stages.read import Raw
from docgen.templating.layout import Layout
from docgen.templating.word import WordTemplate

SAMPLE = SAMPLES / "bistandsbeslut" / "delvis-bifall-boendestod.json"
VALID = sorted(path for slug in KINDS for path in (SAMPLES / slug).glob("*.json"))
TEMPLATE = shipped_file("bistandsbeslut/template.docx")
KEY, OTHER_KEY = bytes(range(32)), bytes(range(1, 33))
CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"


@dataclass(frozen=True)
class Office:
    """An organisation of its own in a folder, with a key or without."""

    folder: Path

    def settings(self, key: bytes | None) -> Path:
        text = (SAMPLES / "organisation.toml").read_text(encoding="utf-8").replace('logotyp = "logotyp.png"\n', "")
        if key is not None:
            text += '\n[sparbarhet]\nnyckelfil = "nyckel"\n'
            file = self.folder / "nyckel"
            file.write_bytes(key)
            file.chmod(0o600)
        written = self.folder / "organisation.toml"
        written.write_text(text, encoding="utf-8")
        return written

    def made(self, data: Any, key: bytes | None, format_: Format = Format.DOCX) -> list[Path]:  # noqa: ANN401 (any JSON)
        export = self.folder / "export.json"
        export.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        order = Order(
            sources=(str(export),),
            out=self.folder / "ut",
            organisation=self.settings(key),
            today=TODAY,
            format=format_,
            overwrite=True,
        )
        (outcome,) = run(order)
        assert isinstance(outcome, Written), outcome
        return list(outcome.files)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def sample() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(SAMPLE.read_text(encoding="utf-8"))
    return found


def told(path: Path) -> dict[str, str]:
    """Return what a finished file tells of itself, by the names of the Word file."""
    return dict(_word(path) if path.suffix == ".docx" else _pdf(path))


def _word(path: Path) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(path) as package:
        properties = etree.fromstring(package.read("docProps/custom.xml"))
    for one in properties.iter(CUSTOM):
        yield one.get("name"), "".join(one.itertext())


def _pdf(path: Path) -> Iterator[tuple[str, str]]:
    metadata = PdfReader(io.BytesIO(path.read_bytes()), strict=True).xmp_metadata
    assert metadata is not None
    for node in metadata.get_nodes_in_namespace("", "urn:docgen:ursprung:1#"):
        yield f"docgen.{node.localName}", node.firstChild.data


def mark(text: str | bytes, setting: Setting, key: bytes = KEY) -> str:
    data = text if isinstance(text, bytes) else text.encode()
    return fingerprint(validate.record(Raw(Place("prov.json", 1), data), setting).record, key)


def turned(value: Any) -> Any:  # noqa: ANN401 (any JSON)
    """Return the same data with the names of each object in the opposite order."""
    if isinstance(value, dict):
        return {name: turned(value[name]) for name in reversed(value)}
    return [turned(one) for one in value] if isinstance(value, list) else value


def test_every_file_of_a_record_tells_the_same_of_template_program_and_data(office: Office, setting: Setting) -> None:
    files = office.made(sample(), KEY, Format.BOTH)
    assert sorted({path.suffix for path in files}) == [".docx", ".pdf"]
    for path in files:
        assert told(path) == {
            "docgen.mall": hashlib.sha256(TEMPLATE.read_bytes()).hexdigest(),
            "docgen.version": docgen.__version__,
            "docgen.uppgifter": mark(SAMPLE.read_bytes(), setting),
        }


def test_without_a_key_no_file_tells_anything_of_the_data(office: Office) -> None:
    for path in office.made(sample(), None, Format.BOTH):
        assert set(told(path)) == {"docgen.mall", "docgen.version"}


def test_another_key_gives_another_mark_and_nothing_else_is_changed(office: Office) -> None:
    (first, *_) = office.made(sample(), KEY)
    before, parts = told(first), word_parts(first)
    (second, *_) = office.made(sample(), OTHER_KEY)
    assert before["docgen.uppgifter"] != told(second)["docgen.uppgifter"]
    assert parts == word_parts(second)


def word_parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist() if name != "docProps/custom.xml"}


def test_the_order_of_the_names_in_the_export_does_not_reach_the_file(office: Office) -> None:
    (first, *_) = office.made(sample(), KEY)
    before = first.read_bytes()
    (second, *_) = office.made(turned(sample()), KEY)
    assert before == second.read_bytes()


@pytest.mark.parametrize(
    "same",
    [
        lambda data: json.dumps(turned(data)),
        lambda data: json.dumps(data, indent=4, ensure_ascii=False),
        lambda data: json.dumps(data | {"$schema": "../bistandsbeslut.schema.json"}),
        lambda data: json.dumps(data | {"dokument": data["dokument"] | {"titel": None}}),
    ],
    ids=["order", "spaces", "schema", "null"],
)
def test_the_same_data_written_in_another_way_have_the_same_mark(same: Any, setting: Setting) -> None:  # noqa: ANN401
    assert mark(same(sample()), setting) == mark(SAMPLE.read_bytes(), setting)


@pytest.mark.parametrize(
    ("group", "name", "value"),
    [
        ("dokument", "version", 2),
        ("dokument", "status", "expedierad"),
        ("arende", "diarienummer", "SN 2026/0999"),
        ("person", "efternamn", "Annansson"),
    ],
)
def test_one_changed_value_gives_another_mark(group: str, name: str, value: object, setting: Setting) -> None:
    data = sample()
    data[group][name] = value
    assert mark(json.dumps(data), setting) != mark(SAMPLE.read_bytes(), setting)


@pytest.mark.parametrize("path", VALID, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_who_has_the_export_and_the_key_can_count_the_mark_again(path: Path, setting: Setting) -> None:
    """By the description alone, without docgen."""
    data = json.loads(path.read_text(encoding="utf-8"))
    data.pop("$schema", None)
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert mark(path.read_bytes(), setting) == hmac.new(KEY, text.encode(), "sha256").hexdigest()


def test_no_two_samples_have_the_same_mark(setting: Setting) -> None:
    assert len({mark(path.read_bytes(), setting) for path in VALID}) == len(VALID)


def test_a_template_made_of_a_finished_document_does_not_pass_on_its_origin(tmp_path: Path) -> None:
    template, made = tmp_path / "mall.docx", tmp_path / "brev.docx"
    docx.Document().save(str(template))
    made.write_bytes(WordTemplate.load(template, Layout()).fill({}, "f" * 64))
    assert list(_word(made))[-1] == ("docgen.uppgifter", "f" * 64)
    again = tmp_path / "igen.docx"
    again.write_bytes(WordTemplate.load(made, Layout()).fill({}))
    sha256 = hashlib.sha256(made.read_bytes()).hexdigest()
    assert list(_word(again)) == [("docgen.mall", sha256), ("docgen.version", docgen.__version__)]


def test_what_a_file_tells_of_itself_holds_nothing_of_the_person(office: Office) -> None:
    person = sample()["person"]
    for path in office.made(sample(), KEY):
        said = json.dumps(told(path), ensure_ascii=False).casefold()
        for value in (person["fornamn"], person["efternamn"], person["id_nummer"]):
            assert value.casefold() not in said
            assert hashlib.sha256(value.encode()).hexdigest() not in said


def test_a_key_that_is_not_there_stops_the_run_before_the_first_record(office: Office) -> None:
    office.settings(KEY)
    (office.folder / "nyckel").unlink()
    order = Order(
        sources=(str(SAMPLE),), out=office.folder / "ut", organisation=office.folder / "organisation.toml", today=TODAY
    )
    with pytest.raises(SettingsError) as refused:
        list(run(order))
    assert (refused.value.code, Path(refused.value.facts["fil"]).name) == ("I-12", "nyckel")
    assert not (office.folder / "ut").exists()


def test_the_key_is_never_shown(office: Office, setting: Setting) -> None:
    found = organisation.load(office.settings(b"hemlig nyckel " * 3))
    assert found.nyckel == b"hemlig nyckel " * 3
    for shown in (repr(found), str(found), found.model_dump_json()):
        assert "hemlig nyckel" not in shown
    assert setting.organisation.nyckel is None
