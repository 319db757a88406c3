import gzip
import io
import json
import os
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import BadInput, NoInput, RunError
from docgen.stages import read

THREE = [{"a": 1}, {"b": "å, ]}"}, {"c": [1, 2]}]


def page(*records: object, total: int | None = 3, indent: int | None = None) -> str:
    """Return a page of a paged export."""
    said = {} if total is None else {"TotalNumberOfRecords": total}
    return json.dumps({**said, "Page": 1, "Result": records, "Next": None}, indent=indent, ensure_ascii=False)


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


def faults(source: Path) -> list[str]:
    return [raw.fault.code for raw in read.records([str(source)]) if raw.fault]


PAGES = {
    "one page": ("e.json", page(*THREE)),
    "one page in a file of lines": ("e.jsonl", page(*THREE)),
    "one page over many lines": ("e.json", page(*THREE, indent=2)),
    "a page a line": ("e.jsonl", f"{page(*THREE[:2])}\n{page(*THREE[2:])}\n"),
    "a page a line in a file of JSON": ("e.json", f"{page(*THREE[:2])}\n{page(*THREE[2:])}\n"),
    "pages over many lines": ("e.json", f"{page(*THREE[:1], indent=1)}\n{page(*THREE[1:], indent=1)}"),
    "pages that do not say how many": ("e.json", page(*THREE[:2], total=None) + page(*THREE[2:], total=None)),
    "an empty last page": ("e.json", page(*THREE) + page()),
    "the number last": ("e.json", json.dumps({"Result": THREE, "TotalNumberOfRecords": 3})),
}


@pytest.mark.parametrize("what", PAGES)
@pytest.mark.parametrize("packed", [False, True])
def test_pages_give_their_records_numbered_through(what: str, packed: bool, tmp_path: Path) -> None:  # noqa: FBT001
    name, text = PAGES[what]
    export = tmp_path / (f"{name}.gz" if packed else name)
    export.write_bytes(gzip.compress(text.encode()) if packed else text.encode())
    assert values(export) == THREE
    assert [raw.place.number for raw in read.records([str(export)])] == [1, 2, 3]


def test_pages_in_a_folder_are_counted_together(tmp_path: Path) -> None:
    for at, one in enumerate(THREE):
        (tmp_path / f"{at}.json").write_text(page(one), encoding="utf-8")
    assert values(tmp_path) == THREE
    (tmp_path / "2.json").unlink()
    with pytest.raises(BadInput) as refused:
        values(tmp_path)
    assert (refused.value.code, refused.value.facts) == ("J-16", {"antal": "2", "sagt": "3"})


@pytest.mark.parametrize("total", [0, 2, 4])
@pytest.mark.parametrize("name", ["e.json", "e.jsonl"])
def test_pages_that_hold_other_than_they_say_are_refused(total: int, name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(page(*THREE, total=total), encoding="utf-8")
    with pytest.raises(BadInput) as refused:
        values(tmp_path / name)
    assert refused.value.code == "J-16"


@pytest.mark.parametrize(
    "text",
    [
        page(*THREE)[:-1],
        page(*THREE)[:-1] + ", }",
        page(*THREE) + " x",
        page(*THREE) + "[]",
        page(*THREE, total=None)[:-1] + ', "Result": [{"d": 4}]}',
        page(*THREE, total=None) + '{"Results": [{"d": 4}]}',
    ],
)
@pytest.mark.parametrize("name", ["e.json", "e.jsonl"])
def test_what_a_page_has_besides_its_records_is_never_passed_over(text: str, name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert faults(tmp_path / name) == ["J-13"]


def test_a_record_with_a_result_of_its_own_is_no_page(tmp_path: Path) -> None:
    (tmp_path / "e.json").write_text('{"a": {"Result": []}}')
    assert values(tmp_path / "e.json") == [{"a": {"Result": []}}]


@pytest.mark.parametrize("name", ["e.json.gz", "e.JSONL.GZ", "e.ndjson.gz"])
def test_a_packed_file_is_read_as_what_is_in_it(name: str, tmp_path: Path) -> None:
    text = "\n".join(json.dumps(one) for one in THREE)
    (tmp_path / name).write_bytes(gzip.compress(text.encode()))
    assert values(tmp_path / name) == THREE
    assert [raw.place.source for raw in read.records([str(tmp_path)])] == [str(tmp_path / name)] * 3


@pytest.mark.parametrize("data", [b"", gzip.compress(b"{}", mtime=0)[:-4], b"\x1f\x8b", b"{}"])
def test_a_file_that_is_packed_wrongly_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "e.json.gz").write_bytes(data)
    if data:
        with pytest.raises(BadInput) as refused:
            values(tmp_path / "e.json.gz")
        assert refused.value.code == "J-17"
    else:
        assert [raw.data for raw in read.records([str(tmp_path / "e.json.gz")])] == [b""]


@pytest.mark.parametrize("packed", [False, True])
def test_a_pipe_is_read_once_and_whole(packed: bool, tmp_path: Path) -> None:  # noqa: FBT001
    pipe = tmp_path / ("e.json.gz" if packed else "e.json")
    os.mkfifo(pipe)
    data = json.dumps(THREE, ensure_ascii=False).encode()
    writer = threading.Thread(target=pipe.write_bytes, args=(gzip.compress(data) if packed else data,))
    writer.start()
    assert values(pipe) == THREE
    writer.join()


def test_a_line_without_end_is_refused_with_its_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "LARGEST", 100)
    (tmp_path / "e.jsonl").write_text('{"a": 1}\n{"b": "' + "x" * 100 + '"}\n')
    with pytest.raises(BadInput) as refused:
        values(tmp_path / "e.jsonl")
    assert (refused.value.code, refused.value.facts["rad"]) == ("J-15", "2")


@pytest.mark.parametrize("name", ["e.json", "e.jsonl", "p.json"])
def test_each_record_can_be_read_again_from_its_place(name: str, tmp_path: Path) -> None:
    lines = "\n".join(json.dumps(one, ensure_ascii=False) for one in THREE)
    text = {"e.json": f" [\n{lines.replace(chr(10), ' ,')}]", "e.jsonl": f"\n{lines}", "p.json": page(*THREE)}[name]
    (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + text.encode())
    for raw in read.records([str(tmp_path / name)]):
        assert read.Exports().again(raw.place, raw.file, raw.offset, len(raw.data)) == raw
