"""A PDF is read only as its table of objects says, and written so that others read it."""

import io

import papers
import pytest
from pypdf import PdfReader

from docgen.stages.pdf.file import PdfFile
from docgen.stages.pdf.refusal import Unreadable
from docgen.stages.pdf.syntax import Ref, octets, parsed, string, text, written


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return papers.typeset("= Rubrik\nHej")


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (b"<</A 1/B[1 0 R 2]/C<</D(e)>>>>", {b"A": b"1", b"B": [Ref(1), b"2"], b"C": {b"D": b"(e)"}}),
        (b" [ /Name true null -1.5 <0aF> ]", [b"/Name", b"true", b"null", b"-1.5", b"<0aF>"]),
        (b"(en (parentes) \\( och (en (till)))", b"(en (parentes) \\( och (en (till)))"),
        (b"[1 0 2 0 R]", [b"1", b"0", Ref(2)]),
        (b"[1 0 R/A]", [Ref(1), b"/A"]),
        (b"12 0 R", Ref(12)),
    ],
)
def test_an_object_is_read_and_written_again(data: bytes, value: object) -> None:
    assert parsed(data) == value
    assert parsed(written(parsed(data))) == value


@pytest.mark.parametrize("data", [b"", b"<</A 1", b"[1 2", b"[1>>", b"<<1 2]", b"<</A>>", b"<<1 2>>", b"(a"])
def test_what_is_no_object_is_refused(data: bytes) -> None:
    with pytest.raises((Unreadable, IndexError)):
        parsed(data)


@pytest.mark.parametrize("words", ["Beslut", "a(b", "a)b", "a\\b", "(a)", "Åtgärd", "€ – ”", "\n", ""])
def test_a_text_comes_back_from_the_file(words: str) -> None:
    token = string(words)
    assert parsed(token) == token
    assert text(token) == words


@pytest.mark.parametrize(
    ("literal", "meant"),
    [
        (rb"(\000\001\b\t\n\f\r)", b"\0\x01\b\t\n\f\r"),
        (rb"(\\\(\)\\)", rb"\()" + b"\\"),
        (rb"(a\134n)", rb"a\n"),
        (b"<00ff>", b"\0\xff"),
    ],
)
def test_the_bytes_of_a_string_are_those_it_stands_for(literal: bytes, meant: bytes) -> None:
    assert octets(literal) == meant


def test_what_is_written_is_read_by_others_as_it_was_put(pdf: bytes) -> None:
    file = PdfFile.read(pdf)
    new = file.add({b"Type": b"/Prov", b"Plats": b"12"})
    file.put_root(file.root | {b"Prov": new})
    reader = PdfReader(io.BytesIO(file.written({b"Title": string("Å")})), strict=True)
    assert str(reader.root_object["/Prov"]) == "{'/Type': '/Prov', '/Plats': 12}"
    assert reader.metadata == {"/Title": "Å"}


def test_a_stream_gets_other_data(pdf: bytes) -> None:
    file = PdfFile.read(pdf)
    file.put_stream(file.root[b"Metadata"], b"<x/>" * 100)
    assert b"<x/><x/>" not in file.written({})
    file.store(file.root[b"Metadata"], file.stream(file.root[b"Metadata"]), b"")
    assert b"<x/><x/>" in file.written({})
    again = PdfFile.read(file.written({}))
    assert again.stream(again.root[b"Metadata"]) == b"<x/>" * 100


def test_a_file_written_twice_is_the_same(pdf: bytes) -> None:
    once = PdfFile.read(pdf).written({b"Title": b"(a)"})
    assert PdfFile.read(once).written({b"Title": b"(a)"}) == once
