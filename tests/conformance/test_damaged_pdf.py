"""Whatever a file holds, the test answers with findings; it never stumbles and never runs on."""

import pytest
from good_pdf import LETTER, changed, fonts, inside, made, new_stream, rewritten, tags
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject

from docgen.conformance import check

PDF = made(LETTER)
PLACES = st.integers(0, len(PDF) - 1)


def codes(pdf: bytes) -> set[str]:
    return {one.code for one in check(pdf)}


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(PLACES, st.integers(0, 255)), min_size=1, max_size=30))
def test_flipped_bytes_give_findings_or_none_but_no_traceback(flips: list[tuple[int, int]]) -> None:
    damaged = bytearray(PDF)
    for place, value in flips:
        damaged[place] = value
    assert all(code.startswith("K-") for code in codes(bytes(damaged)))


@settings(deadline=None, max_examples=15)
@given(PLACES)
def test_a_file_cut_short_never_passes(length: int) -> None:
    assert codes(PDF[:length])


@settings(deadline=None, max_examples=15)
@given(PLACES, st.binary(min_size=1, max_size=40))
def test_bytes_put_in_give_findings_or_none_but_no_traceback(place: int, more: bytes) -> None:
    assert all(code.startswith("K-") for code in codes(PDF[:place] + more + PDF[place:]))


@settings(deadline=None, max_examples=15)
@given(st.binary(max_size=300))
def test_a_page_of_any_bytes_gives_findings_and_no_traceback(content: bytes) -> None:
    assert codes(changed(lambda writer: rewritten(writer, lambda _: b"1 0 0 1 0 0 cm f " + content), PDF))


@pytest.mark.parametrize("data", [b"", b"text", b"PK\x03\x04", b"%PDF-1.7", b"%PDF-1.7\n%%EOF\n"])
def test_what_is_no_pdf_is_told_as_that(data: bytes) -> None:
    assert codes(data) == {"K-01"}


def listed(owner: DictionaryObject, key: str) -> ArrayObject:
    found = owner[key]
    assert isinstance(found, ArrayObject)
    return found


def test_tags_in_a_circle_come_to_an_end() -> None:
    def circle(writer: PdfWriter) -> None:
        (document,) = tags(writer, "Document")
        assert document.indirect_reference
        listed(document, "/K").append(document.indirect_reference)
        document[NameObject("/P")] = document.indirect_reference

    assert "K-25" in codes(changed(circle))


def test_pages_in_a_circle_come_to_an_end() -> None:
    def circle(writer: PdfWriter) -> None:
        pages = inside(writer.root_object, "/Pages")
        assert pages.indirect_reference
        listed(pages, "/Kids").append(pages.indirect_reference)
        pages[NameObject("/Parent")] = pages.indirect_reference

    assert codes(changed(circle)) == set()


def test_a_form_that_calls_itself_comes_to_an_end() -> None:
    def circle(writer: PdfWriter) -> None:
        box = ArrayObject([NumberObject(side) for side in (0, 0, 30, 30)])
        form = new_stream(b"/docgen Do", Type=NameObject("/XObject"), Subtype=NameObject("/Form"), BBox=box)
        reference = writer._add_object(form)  # noqa: SLF001 - pypdf has no public way
        named = DictionaryObject({NameObject("/docgen"): reference})
        form[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): named})
        inside(writer.pages[0], "/Resources", "/XObject")[NameObject("/docgen")] = reference
        rewritten(writer, lambda content: content + b"/docgen Do")

    assert codes(changed(circle)) == set()


def test_widths_and_characters_without_end_are_read_to_a_bound() -> None:
    def endless(writer: PdfWriter) -> None:
        wide = [NumberObject(0), NumberObject(2_000_000_000), NumberObject(500)]
        for one in fonts(writer):
            one[NameObject("/W")] = ArrayObject(wide * 1000)

    assert "K-19" in codes(changed(endless))


def test_brackets_without_end_are_a_damaged_file() -> None:
    assert "K-01" in codes(changed(lambda writer: rewritten(writer, lambda _: b"[" * 10_000)))
