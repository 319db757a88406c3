"""The mixed export that one tries docgen with: every type, every valid sample, and no two documents of one name."""

import json

from conftest import SAMPLES

from docgen.documents.catalogue import KINDS
from docgen.documents.rule import Setting
from docgen.errors import Finding
from docgen.stages import read, validate, write

EXPORT = SAMPLES / "export.jsonl"
LINES = [json.loads(line) for line in EXPORT.read_text(encoding="utf-8").splitlines()]


def test_it_has_a_hundred_records_or_one_for_each_sample() -> None:
    samples = [path for slug in KINDS for path in (SAMPLES / slug).glob("*.json")]
    assert len(LINES) == max(100, len(samples))


def test_every_valid_sample_of_every_type_is_in_it() -> None:
    for slug in KINDS:
        samples = len(list((SAMPLES / slug).glob("*.json")))
        assert sum(line["dokument"]["typ"] == slug for line in LINES) >= samples > 0, slug


def test_no_record_is_refused_or_remarked_on_and_every_document_has_a_name_of_its_own(setting: Setting) -> None:
    names: list[str] = []
    said: list[Finding] = []
    for raw in read.records([str(EXPORT)]):
        made = validate.record(raw, setting)
        names += [write.stem(one.record) for one in (made, *made.foljande)]
        said += [remark for remark in made.remarks if not remark.accepted]
    assert said == []
    assert len(names) == len(set(names))


def test_a_record_that_comes_again_is_another_matter_about_another_person() -> None:
    people = [one["person"]["efternamn"] for one in LINES if "person" in one]
    assert len(set(people)) < len(people)
    assert {"Provdal", "Testlund", "Exempelmark", "Övning"} & set(people)
