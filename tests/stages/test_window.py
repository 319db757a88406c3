"""The window that slides over an array: where it is cut must never be seen in what it gives."""

import io
import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.errors import BadInput
from docgen.stages import window
from docgen.stages.window import Broken, Window, elements

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
CHUNKS = st.integers(1, 40)


def found(data: bytes, chunk: int) -> Iterator[tuple[int, bytes]]:
    """Yield the elements of an array, read ``chunk`` bytes at a time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(window, "CHUNK", chunk)
        one = Window("e.json", io.BytesIO(data))
        assert one.next() == "["
        one.take(one.at + 1)
        yield from elements(one)
        assert one.next() == ""


@settings(deadline=None)
@given(values=st.lists(JSON, max_size=6), chunk=CHUNKS, indent=st.sampled_from((None, 1)), plain=st.booleans())
def test_where_the_window_is_cut_is_not_seen(values: list[object], chunk: int, indent: int | None, plain: bool) -> None:  # noqa: FBT001
    data = json.dumps(values, indent=indent, ensure_ascii=plain).encode("utf-8", "surrogatepass")
    got = list(found(data, chunk))
    assert [json.loads(one) for _, one in got] == values
    assert [data[at : at + len(one)] for at, one in got] == [one for _, one in got]


@settings(deadline=None)
@given(values=st.lists(JSON, min_size=1, max_size=5), chunk=CHUNKS, cut=st.integers(1, 10_000))
def test_an_array_that_is_cut_gives_its_whole_elements_and_breaks(values: list[object], chunk: int, cut: int) -> None:
    data = json.dumps(values).encode()
    got: list[object] = []
    with pytest.raises(Broken):
        got.extend(json.loads(one) for _, one in found(data[: 1 + cut % (len(data) - 1)], chunk))
    assert got == values[: len(got)]


@settings(deadline=None)
@given(odd=st.sampled_from(('{"a" 1}', "{a}", '{"a": nul}', "'x'", "+1")), chunk=CHUNKS)
def test_an_element_that_is_no_json_is_bounded_by_its_commas(odd: str, chunk: int) -> None:
    assert [one for _, one in found(f'[{{"b": 1}}, {odd} , 2]'.encode(), chunk)] == [b'{"b": 1}', odd.encode(), b"2"]


@pytest.mark.parametrize("chunk", [1, 2, 3, 7])
def test_a_sign_of_several_bytes_may_be_cut(chunk: int) -> None:
    data = '["å", "–", "🧿"]'.encode()
    assert [(at, json.loads(one)) for at, one in found(data, chunk)] == [(1, "å"), (7, "–"), (14, "🧿")]


@settings(deadline=None)
@given(before=st.text(alphabet="aå–🧿", max_size=30), chunk=CHUNKS)
def test_a_byte_that_is_not_utf_8_is_told_by_its_place(before: str, chunk: int) -> None:
    data = f'["{before}'.encode() + b'\xe5"]'
    with pytest.raises(BadInput) as told:
        list(found(data, chunk))
    assert (told.value.code, told.value.facts["byte"]) == ("J-03", str(data.index(b'\xe5"')))


@pytest.mark.parametrize("chunk", [4, 5, 50])
def test_a_byte_order_mark_counts_as_bytes_and_not_as_text(chunk: int) -> None:
    assert list(found(b'\xef\xbb\xbf["a"]', chunk)) == [(4, b'"a"')]


@settings(deadline=None)
@given(chunk=CHUNKS)
def test_the_line_and_column_of_a_break_are_told(chunk: int) -> None:
    with pytest.raises(Broken) as broken:
        list(found(b'[1,\n 22,\n  {"a": 1', chunk))
    assert (broken.value.line, broken.value.column) == (2, 5)


def test_what_does_not_end_is_not_read_into_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window, "LARGEST", 1000)
    stream = io.BytesIO(b'["' + b"x" * 100_000)
    with pytest.raises(BadInput) as told:
        list(elements_of(stream))
    assert told.value.code == "J-15"
    assert stream.tell() < 1200


def elements_of(stream: io.BytesIO) -> Iterator[tuple[int, bytes]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(window, "CHUNK", 100)
        one = Window("e.json", stream)
        one.take(1)
        yield from elements(one)
