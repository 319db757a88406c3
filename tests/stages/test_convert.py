"""What becomes of a document that the first engine cannot set as Word would."""

import io
from collections.abc import Iterator

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reading import page_texts

from docgen.engines.engine import Engines
from docgen.engines.libreoffice import LibreOfficeEngine
from docgen.engines.typst import TypstEngine
from docgen.errors import Severity
from docgen.stages import convert
from docgen.stages.render import Docx
from docgen.typesetting.refusal import CannotSet


def letter(properties: str = "") -> Docx:
    """Return a Word file with one line of text that has these properties."""
    target, document = io.BytesIO(), docx.Document()
    run = f"<w:r {nsdecls('w')}><w:rPr>{properties}</w:rPr><w:t>Rad i brevet</w:t></w:r>"
    document.add_paragraph()._p.append(parse_xml(run))  # noqa: SLF001 - python-docx has no other way
    document.save(target)
    return Docx(target.getvalue())


PLAIN, SCALED = letter(), letter('<w:w w:val="150"/>')


@pytest.fixture(scope="module")
def office() -> Iterator[LibreOfficeEngine]:
    with LibreOfficeEngine() as engine:
        yield engine


def test_what_can_be_set_is_set_by_the_first_engine_and_nothing_is_remarked(office: LibreOfficeEngine) -> None:
    pdf, remarks = convert.pdf(PLAIN, Engines(TypstEngine(), office), bytes)
    assert b"Typst" in pdf
    assert remarks == ()


def test_what_cannot_be_set_goes_to_the_second_engine_and_is_told_by_name(office: LibreOfficeEngine) -> None:
    pdf, (remark,) = convert.pdf(SCALED, Engines(TypstEngine(), office), bytes)
    assert "Rad i brevet" in page_texts(pdf)[0]
    assert (remark.code, remark.severity, remark.facts["element"]) == ("P-15", Severity.NOTE, "w:w w:val=150")


def test_without_a_second_engine_it_is_refused_with_part_paragraph_and_name() -> None:
    with pytest.raises(CannotSet) as refused:
        convert.pdf(SCALED, Engines(TypstEngine()), bytes)
    assert refused.value.code == "P-11"
    assert dict(refused.value.facts) == {
        "dokumentdel": "word/document.xml", "stycke": "1", "element": "w:w w:val=150", "fler": "0"
    }  # fmt: skip
