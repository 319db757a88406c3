import json
import re
from contextlib import suppress
from pathlib import Path

import pytest
from conftest import SAMPLES

from docgen import messages
from docgen.documents.catalogue import KINDS
from docgen.documents.rule import Setting
from docgen.errors import Finding, RecordError, Severity
from docgen.messages import Lang
from docgen.outcome import Failed, Made, Outcome, Place, Written
from docgen.stages import read, report, validate

SV, EN = messages.of(Lang.SV), messages.of(Lang.EN)
EVERY = sorted(path for slug in KINDS for path in SAMPLES.glob(f"**/{slug}/*.json"))
PERSONAL = {
    *("fornamn", "efternamn", "id_nummer", "namn", "titel", "telefon", "epost", "co", "gata", "postnummer", "ort"),
    *("formedling", "bedomning", "omstandigheter", "text", "synpunkter", "skal", "innehall", "av", "utforare", "mal"),
    *("yrkande", "avslagen_del", "andring", "expedieras_till", "plats", "vardgivare", "vem", "rubrik", "justerare"),
}
CANARY = "Kanariefagel"


def outcome(data: bytes, setting: Setting) -> Outcome:
    raw = read.Raw(Place("export.jsonl", 1), data)
    place = validate.placed(raw)
    try:
        found = validate.record(raw, setting)
    except RecordError as error:
        return Failed(place, error.code, error.findings, error.facts)
    return Written(place, found.kind.slug, (), found.remarks)


def marked(value: object, name: str = "") -> object:
    """Return ``value`` with a canary in every text that could be about a person."""
    if isinstance(value, str) and name in PERSONAL:
        return f"{CANARY} {value}"
    if isinstance(value, dict):
        return {key: marked(one, key) for key, one in value.items()}
    if isinstance(value, list):
        return [marked(one, name) for one in value]
    return value


@pytest.mark.parametrize("path", EVERY, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_nothing_personal_is_told_of_any_record(path: Path, setting: Setting) -> None:
    text = path.read_text(encoding="utf-8")
    records = [text]
    with suppress(ValueError):
        records.append(json.dumps(marked(json.loads(text)), ensure_ascii=False))
    for record in records:
        became = outcome(record.encode(), setting)
        told = "\n".join([*report.lines(became, SV), *report.lines(became, EN), repr(report.as_data(became, SV))])
        assert CANARY not in told
        assert re.search(r"\d{6}[-+]\d{4}", told) is None


def test_a_fault_is_told_with_place_path_reason_and_remedy() -> None:
    finding = Finding("F-01", "$.beslutsdatum", Severity.ERROR, {"falt": "beslutsdatum"})
    told = "\n".join(report.lines(Failed(Place("export.jsonl", 12, "SN 2026/1"), "F-01", [finding]), SV))
    assert "export.jsonl, post 12 (SN 2026/1)" in told
    assert "F-01 $.beslutsdatum" in told
    assert "Varför" in told
    assert "Gör så här" in told


def test_a_record_without_remarks_is_not_talked_about() -> None:
    assert list(report.lines(Written(Place("a.json", 1), "bistandsbeslut", [Made(Path("a.docx"), 1, "")]), SV)) == []


def test_the_summary_counts_records_files_and_codes() -> None:
    tally = report.Tally()
    for one in (
        Written(Place("a.json", 1), "bistandsbeslut", [Made(Path("a.docx"), 1, ""), Made(Path("a.pdf"), 1, "")]),
        Failed(Place("a.json", 2), "R-01"),
        Failed(Place("a.json", 3), "R-01"),
    ):
        tally.add(one)
    first, second = report.summary(tally, 3.0, SV)
    assert first == "1 poster blev 2 filer, 2 misslyckades. 3.0 s, 1000 ms per post."
    assert "R-01 (2)" in second
