import io
import re
import zipfile

import pytest

from docgen.engines import page_formulas
from docgen.errors import RecordError

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY = f"<w:document {W}><w:body><w:p/><w:sectPr/></w:body></w:document>"
BEGIN, SEPARATE, END = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end"))
PAGE = f"{BEGIN}<w:instrText> PAGE </w:instrText>{SEPARATE}<w:t>7</w:t>{END}"


def package(header: str, body: str = BODY) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        file.writestr("word/document.xml", body)
        file.writestr("word/header1.xml", f"<w:hdr {W}><w:p>{header}</w:p></w:hdr>")
        file.writestr("word/media/image1.png", b"\x89PNG")
    return target.getvalue()


def body_of(docx: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        return file.read("word/document.xml").decode()


def header_of(docx: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        return file.read("word/header1.xml").decode()


def run(inner: str) -> str:
    return f"<w:r><w:rPr><w:b/></w:rPr>{inner}</w:r>"


def formula(before: str, after: str, page: str = PAGE) -> str:
    return run(
        f"{BEGIN}<w:instrText>{before}</w:instrText>{page}<w:instrText>{after}</w:instrText>"
        f"{SEPARATE}<w:t>99</w:t>{END}"
    )


def test_a_file_without_formulas_passes_untouched() -> None:
    docx = package(run(PAGE))
    assert page_formulas.prepare(docx) is docx


@pytest.mark.parametrize("wrapped", [False, True])
def test_a_document_that_begins_with_a_table_has_a_paragraph_to_number_its_pages_from(*, wrapped: bool) -> None:
    table = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    table = f"<w:sdt><w:sdtContent>{table}</w:sdtContent></w:sdt>" if wrapped else table
    body = BODY.replace("<w:p/>", f"{table}<w:p/>")
    prepared = body_of(page_formulas.prepare(package(formula("= ", " + 11 "), body)))
    first, rest = prepared.split("</w:p>", 1)
    assert "<w:body><w:p><w:pPr><w:spacing " in first
    assert rest == body.partition("<w:body>")[2]


def test_a_document_that_begins_with_text_keeps_its_body() -> None:
    assert body_of(page_formulas.prepare(package(formula("= ", " + 11 ")))) == BODY


@pytest.mark.parametrize(
    ("before", "after", "offset"),
    [
        (" = ", " + 11 ", 11),
        ("=", "+11", 11),
        (" = 11 + ", "", 11),
        ("= ", " + 15 \\* MERGEFORMAT ", 15),
        ("= ", " + 15 \\# &quot;0&quot;", 15),
        ("= ", "", 0),
    ],
)
def test_a_page_number_that_runs_on_becomes_a_mark_with_its_offset(before: str, after: str, offset: int) -> None:
    prepared = page_formulas.prepare(package(formula(before, after)))
    mark = f"<w:r><w:rPr><w:b/></w:rPr><w:t>{{{{docgen+{offset}}}}}</w:t></w:r>"
    assert f"<w:p>{mark}</w:p>" in header_of(prepared)


def test_a_formula_split_over_runs_as_word_saves_it_is_understood() -> None:
    pieces = [BEGIN, "<w:instrText> </w:instrText>", "<w:instrText>=</w:instrText>", BEGIN]
    pieces += ["<w:instrText>PA</w:instrText>", "<w:instrText>GE</w:instrText>", END]
    pieces += ["<w:instrText>+1</w:instrText>", "<w:instrText>1</w:instrText>", SEPARATE, "<w:t>9</w:t>", END]
    prepared = page_formulas.prepare(package("".join(run(piece) for piece in pieces)))
    assert "{{docgen+11}}" in header_of(prepared)
    assert "fldChar" not in header_of(prepared)


def test_two_bodies_in_one_header_keep_their_own_offsets() -> None:
    prepared = page_formulas.prepare(package(formula("= ", "+ 11") + formula("= ", "+ 15")))
    assert re.findall(r"\{\{docgen\+(\d+)\}\}", header_of(prepared)) == ["11", "15"]


def test_the_rest_of_the_file_is_kept() -> None:
    prepared = page_formulas.prepare(package(formula("= ", "+ 11")))
    with zipfile.ZipFile(io.BytesIO(prepared)) as file:
        assert file.read("word/media/image1.png") == b"\x89PNG"
        assert file.read("word/document.xml").decode() == BODY


@pytest.mark.parametrize(
    "header",
    [
        formula("= ", " * 2"),
        formula("= ", " - 1"),
        formula("= ", "+ sida"),
        formula("= 3 ", "+ 11"),
        formula("= ", "+ 11", PAGE.replace("PAGE", "NUMPAGES")),
        formula("= ", "+ 11", PAGE.replace("PAGE", "PAGE \\* roman")),
        run(f"{BEGIN}<w:instrText> = page + 11 </w:instrText>{SEPARATE}<w:t>12</w:t>{END}"),
        '<w:fldSimple w:instr=" = page + 11 "><w:r><w:t>12</w:t></w:r></w:fldSimple>',
        run(f"{BEGIN}<w:instrText>IF </w:instrText>") + formula("= ", "+ 11") + run(END),
        run(f"{BEGIN}<w:instrText>= </w:instrText>{PAGE}"),
        f"<w:hyperlink>{run(BEGIN + '<w:instrText>= </w:instrText>' + PAGE)}</w:hyperlink>{run(END)}",
    ],
)
def test_a_formula_that_is_not_understood_is_refused_rather_than_printed_wrong(header: str) -> None:
    with pytest.raises(RecordError) as refusal:
        page_formulas.prepare(package(header))
    assert (refusal.value.code, refusal.value.facts) == ("P-05", {"dokumentdel": "word/header1.xml"})


@pytest.mark.parametrize(
    "field",
    [
        run(f"{BEGIN}<w:instrText> SECTIONPAGES </w:instrText>{SEPARATE}<w:t>7</w:t>{END}"),
        '<w:fldSimple w:instr="SECTIONPAGES"><w:r><w:t>7</w:t></w:r></w:fldSimple>',
    ],
)
def test_the_pages_of_the_only_section_are_the_pages_of_the_document(field: str) -> None:
    prepared = page_formulas.prepare(package(field))
    assert header_of(prepared) == header_of(package(field.replace("SECTIONPAGES", "NUMPAGES")))


def test_the_pages_of_one_section_among_two_are_refused() -> None:
    field = run(f"{BEGIN}<w:instrText> SECTIONPAGES </w:instrText>{SEPARATE}<w:t>7</w:t>{END}")
    two = BODY.replace("<w:p/>", "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>")
    with pytest.raises(RecordError) as refusal:
        page_formulas.prepare(package(field, two))
    assert refusal.value.code == "P-05"


@pytest.mark.parametrize("rubbish", [b"", b"PK\x03\x04 truncated", b"<html>not Word</html>", b"{\\rtf1}"])
def test_what_is_no_word_file_is_refused_by_name(rubbish: bytes) -> None:
    with pytest.raises(RecordError) as refusal:
        page_formulas.prepare(rubbish)
    assert refusal.value.code == "P-06"
