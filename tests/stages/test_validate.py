import json
from collections.abc import Callable
from typing import Any

import pytest
from conftest import SAMPLES
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.documents.catalogue import KINDS
from docgen.documents.rule import Setting
from docgen.errors import RecordError, Severity
from docgen.outcome import Place
from docgen.stages import shape, validate
from docgen.stages.parse import shown
from docgen.stages.read import Raw

Record = dict[str, Any]
Sample = Callable[[str], Record]
S4 = "protokollsutdrag/s4-slutrapport"
S4_RECORD = (SAMPLES / f"{S4}.json").read_text(encoding="utf-8")


def raw(record: object) -> Raw:
    data = record.encode() if isinstance(record, str) else json.dumps(record).encode()
    return Raw(Place("test.json", 1), data)


def refused(record: object, setting: Setting) -> list[tuple[str, str]]:
    with pytest.raises(RecordError) as error:
        validate.record(raw(record), setting)
    return [(one.code, one.path) for one in error.value.findings]


def test_every_fault_of_the_shape_is_told_at_once(sample: Sample, setting: Setting) -> None:
    record = sample(S4)
    del record["rubrik"]
    record["rubrikk"] = "Slutrapport"
    record["sammantradesdatum"] = "2010-02-30"
    record["organ"] = 7
    assert set(refused(record, setting)) == {
        ("F-01", "$.rubrik"),
        ("F-02", "$.rubrikk"),
        ("F-04", "$.sammantradesdatum"),
        ("F-05", "$.organ"),
    }


def test_an_unknown_field_is_told_with_the_nearest_known_one(sample: Sample, setting: Setting) -> None:
    record = sample(S4) | {"rubrikk": "x"}
    with pytest.raises(RecordError) as error:
        validate.record(raw(record), setting)
    assert error.value.findings[0].facts["narmast"] == "rubrik"


def test_a_path_inside_a_block_of_text_names_the_data_and_not_the_model(sample: Sample, setting: Setting) -> None:
    record = sample(S4)
    record["arendebeskrivning"][0] = {"typ": "stycke", "text": ""}
    assert refused(record, setting) == [("F-06", "$.arendebeskrivning[0].text")]


def test_a_list_with_a_faulty_element_is_not_called_too_short(sample: Sample, setting: Setting) -> None:
    record = sample("bistandsbeslut/s0-behandling-och-uppfoljningskontakt")
    record["ansokan"]["yrkande"] = [7]
    assert refused(record, setting) == [("F-05", "$.ansokan.yrkande[0]")]
    record["ansokan"]["yrkande"] = []
    assert refused(record, setting) == [("F-06", "$.ansokan.yrkande")]


def test_no_value_and_no_odd_field_name_is_told(sample: Sample, setting: Setting) -> None:
    canary = "Hemlig Hemligsson 19121212-1212"
    record = sample(S4) | {canary: 1, "sammantradesdatum": canary, "organ": [canary]}
    with pytest.raises(RecordError) as error:
        validate.record(raw(record), setting)
    told = repr(error.value.findings) + str(error.value) + repr(error.value.__cause__)
    assert "Hemlig" not in told
    assert "1212" not in told


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "J-01"),
        ('{"a": 1', "J-01"),
        ("{'a': 1}", "J-01"),
        ('{"a": 1, "a": 2}', "J-02"),
        ('{"a": "\\u0007"}', "J-04"),
        ('{"a": "\\ud800"}', "J-04"),
        ('{"a": "\\ufffe"}', "J-04"),
        ('{"a": NaN}', "J-05"),
        ('{"a": -Infinity}', "J-05"),
        ('{"a": ' + "9" * 5000 + "}", "J-05"),
        ('{"a": ' + "[" * 60 + "]" * 60 + "}", "J-06"),
        ("[" * 100_000, "J-06"),
        ("[1]", "J-07"),
        ("null", "J-07"),
        ('{"dokument": {"typ": "bistandsbeslutt"}}', "J-08"),
        ('{"dokument": {}}', "J-09"),
        ('{"dokument": []}', "J-09"),
    ],
)
def test_text_that_is_no_record_has_a_code(text: str, code: str, setting: Setting) -> None:
    assert next(found for found, _ in refused(text, setting)) == code


def test_a_duplicate_key_is_told_with_its_path(setting: Setting) -> None:
    assert refused('{"x": [{"y": {"z": 1, "z": 2}}]}', setting) == [("J-02", "$.x[0].y")]


@pytest.mark.parametrize(
    ("number", "told"), [("SN 2026/0187", "SN 2026/0187"), ("19121212-1212", ""), ("211062-5629", ""), ("<b>", "")]
)
def test_a_record_is_called_by_its_number_when_that_is_nobodys_own(number: str, told: str) -> None:
    assert (validate.placed(raw({"arende": {"diarienummer": number}})).key or "") == told


def test_a_warning_that_the_record_accepts_stays_and_is_marked(sample: Sample, setting: Setting) -> None:
    validated = validate.record(raw(sample(S4)), setting)
    assert [(one.code, one.severity, one.accepted) for one in validated.remarks] == [("R-88", Severity.WARNING, True)]


def test_an_acceptance_of_nothing_is_a_note(sample: Sample, setting: Setting) -> None:
    record = sample(S4)
    record["anmarkning_godkand"].append({"regel": "R-04", "skal": "Gammalt."})
    validated = validate.record(raw(record), setting)
    assert ("F-12", Severity.NOTE) in [(one.code, one.severity) for one in validated.remarks]


def test_an_error_cannot_be_accepted(sample: Sample, setting: Setting) -> None:
    record = sample(S4)
    record["utdragsbestyrkande"] = None
    record["anmarkning_godkand"].append({"regel": "R-92", "skal": "Brådskar."})
    assert ("R-92", "$.utdragsbestyrkande") in refused(record, setting)


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(value=json_values, where=st.sampled_from(["organ", "instanser", "arendebeskrivning", "beslut", "publik"]))
@settings(max_examples=150, deadline=None)
def test_no_value_anywhere_gives_a_traceback(value: object, where: str, setting: Setting) -> None:
    record = {"dokument": {"typ": "protokollsutdrag", "datum": "2010-01-01"}, where: value}
    with pytest.raises(RecordError) as error:
        validate.record(raw(record), setting)
    assert all(one.code and one.path.startswith("$") for one in error.value.findings)


@given(st.binary(max_size=200))
@settings(max_examples=200, deadline=None)
def test_no_bytes_give_a_traceback(setting: Setting, data: bytes) -> None:
    with pytest.raises(RecordError):
        validate.record(Raw(Place("test.json", 1), data), setting)


def test_every_field_of_ours_is_named_in_messages() -> None:
    names = {name for kind in KINDS.values() for name in shape.names_in(kind.model)}
    assert len(names) > 300
    assert {name for name in names if shown(name) == "?"} == set()


@pytest.mark.parametrize("name", ["Andersson", "Anna Andersson", "Ann_Lind", "åsa", "198001012389", "x" * 41, "7"])
def test_a_name_that_may_be_somebodys_is_not(name: str, setting: Setting) -> None:
    assert ("F-02", "$.?") in refused(json.loads(S4_RECORD) | {name: 1}, setting)
