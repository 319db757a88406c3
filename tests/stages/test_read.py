import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import BadInput, NoInput, RunError
from docgen.stages import read

THREE = [{"a": 1}, {"b": "å, ]}"}, {"c": [1, 2]}]


def values(source: Path) -> list[object]:
    return [json.loads(raw.data) for raw in read.records([str(source)])]


def test_an_array_gives_its_elements_with_numbers_from_one(tmp_path: Path) -> None:
    export = tmp_path / "export.json"
    export.write_text(json.dumps(THREE, indent=2, ensure_ascii=False), encoding="utf-8")
    assert values(export) == THREE
    assert [raw.place.number for raw in read.records([str(export)])] == [1, 2, 3]


def test_json_lines_give_a_record_a_line_and_blank_lines_do_not_count(tmp_path: Path) -> None:
    export = tmp_path / "export.jsonl"
    export.write_text("\n\n".join(json.dumps(one) for one in THREE) + "\n", encoding="utf-8")
    assert values(export) == THREE


def test_lines_in_a_json_file_are_records(tmp_path: Path) -> None:
    export = tmp_path / "export.json"
    export.write_text("\n".join(json.dumps(one) for one in THREE), encoding="utf-8")
    assert values(export) == THREE


def test_a_file_in_a_folder_that_cannot_be_read_costs_the_others_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes('{"a": "å"}'.encode("latin-1"))
    (tmp_path / "b.json").write_text('{"b": 2}')
    odd, good = read.records([str(tmp_path)])
    assert odd.fault is not None
    assert (odd.fault.code, good.data) == ("J-03", b'{"b": 2}')


def test_a_folder_gives_its_files_in_order_and_passes_over_others(tmp_path: Path) -> None:
    (tmp_path / "b.JSON").write_text('{"b": 2}')
    (tmp_path / "a.json").write_text('[{"a": 1}]')
    (tmp_path / "organisation.toml").write_text("")
    assert values(tmp_path) == [{"a": 1}, {"b": 2}]
    assert [Path(raw.place.source).name for raw in read.records([str(tmp_path)])] == ["a.json", "b.JSON"]


@pytest.mark.parametrize("text", [json.dumps(THREE), "\n".join(json.dumps(one) for one in THREE)])
def test_standard_input_may_be_an_array_or_lines(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert [json.loads(raw.data) for raw in read.records(["-"])] == THREE


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    for name in ("a.json", "b.jsonl"):
        (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + b'{"a": 1}')
    assert values(tmp_path) == [{"a": 1}, {"a": 1}]


def test_an_array_that_breaks_off_gives_the_whole_records_before_it_and_says_where(tmp_path: Path) -> None:
    export = tmp_path / "export.json"
    export.write_text('[{"a": 1},\n {"b": 2},\n {"c": ')
    found = list(read.records([str(export)]))
    assert [json.loads(raw.data) for raw in found[:2]] == [{"a": 1}, {"b": 2}]
    assert found[2].fault is not None
    assert (found[2].fault.code, found[2].fault.facts["rad"]) == ("J-13", "2")


@pytest.mark.parametrize(
    "text",
    ['[{"a": 1}] x', "[", '[{"a": 1}', '[{"a": 1},]', "[,]", '[{"a": 1},,{"b": 2}]', '[{"a": "1}]', '[{"a": 1}}]'],
)
def test_an_array_with_something_wrong_between_its_elements_carries_a_fault(tmp_path: Path, text: str) -> None:
    export = tmp_path / "export.json"
    export.write_text(text)
    assert [raw.fault.code for raw in read.records([str(export)]) if raw.fault] == ["J-13"]


@pytest.mark.parametrize(
    "odd", ['{"a" 1}', '{"a": ' + "9" * 5000 + "}", '{"a": ' + "[" * 5000 + "]" * 5000 + "}", "{a}"]
)
def test_an_element_that_is_no_json_costs_no_other_record(tmp_path: Path, odd: str) -> None:
    export = tmp_path / "export.json"
    export.write_text(f'[{{"a": 1}}, {odd}, {{"b": 2}}]')
    found = list(read.records([str(export)]))
    assert [raw.data for raw in found] == [b'{"a": 1}', odd.encode(), b'{"b": 2}']
    assert [raw.fault for raw in found] == [None, None, None]


def test_an_empty_array_holds_nothing(tmp_path: Path) -> None:
    export = tmp_path / "export.json"
    export.write_text(" [ ] ")
    assert list(read.records([str(export)])) == []


def test_a_broken_object_on_standard_input_is_one_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{\n "a": 1,\n "b": \n}')))
    assert len(list(read.records(["-"]))) == 1


def test_one_record_is_wanted_and_one_must_be_there(tmp_path: Path) -> None:
    export = tmp_path / "export.json"
    for text, refusal in (("[]", "J-14"), ('[{"a": 1}, {"b": 2}]', "U-02")):
        export.write_text(text)
        with pytest.raises(RunError) as refused:
            list(read.only(read.records([str(export)])))
        assert refused.value.code == refusal
    export.write_text('[{"a": 1}]')
    assert len(list(read.only(read.records([str(export)])))) == 1


@pytest.mark.parametrize(
    ("data", "orsak"), [('{"a": "å"}'.encode("utf-16"), "utf16"), ('{"a": "å"}'.encode("latin-1"), "inte_utf8")]
)
def test_another_encoding_is_refused_by_name(tmp_path: Path, data: bytes, orsak: str) -> None:
    export = tmp_path / "export.json"
    export.write_bytes(data)
    with pytest.raises(BadInput) as refused:
        list(read.records([str(export)]))
    assert refused.value.code == "J-03"
    assert refused.value.facts["orsak"] == orsak


def test_a_file_that_is_not_there_and_an_empty_folder_are_no_input(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    odd = [tmp_path / "none.json", tmp_path / "file" / "x.json", tmp_path / ("x" * 300)]
    for source, code in [*((one, "J-10") for one in odd), (tmp_path, "J-11")]:
        with pytest.raises(NoInput) as refused:
            list(read.records([str(source)]))
        assert refused.value.code == code


@given(st.lists(st.dictionaries(st.text(), st.text() | st.integers() | st.lists(st.text())), max_size=8))
def test_any_array_gives_back_its_elements(tmp_path_factory: pytest.TempPathFactory, elements: list[object]) -> None:
    export = tmp_path_factory.mktemp("any") / "export.json"
    export.write_text(json.dumps(elements), encoding="utf-8")
    assert values(export) == elements
