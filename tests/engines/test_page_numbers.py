from collections.abc import Iterator
from itertools import pairwise

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reading import page_texts
from word_files import add_field, frame, protocol, saved

from docgen.engines.libreoffice import LibreOfficeEngine
from docgen.errors import RecordError


@pytest.fixture(scope="module")
def engine() -> Iterator[LibreOfficeEngine]:
    with LibreOfficeEngine() as engine:
        yield engine


def page_numbers(pdf: bytes) -> list[list[str]]:
    """Return, for each page, the words that follow "Sida"."""
    texts = [text.split() for text in page_texts(pdf)]
    return [[after for word, after in pairwise(words) if word == "Sida"] for words in texts]


def test_page_numbers_run_on_from_each_body(engine: LibreOfficeEngine) -> None:
    pdf = engine.convert(saved(protocol()))
    assert page_numbers(pdf) == [["12", "16"], ["13", "17"], ["14", "18"]]


def test_page_numbers_run_on_under_a_title_page_of_its_own(engine: LibreOfficeEngine) -> None:
    document = protocol()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    add_field(section.first_page_header.add_paragraph("Sida "), "= 20 + ", None)
    pdf = engine.convert(saved(document))
    assert page_numbers(pdf) == [["21"], ["13", "17"], ["14", "18"]]


def test_page_numbers_run_on_when_the_document_begins_with_a_table(engine: LibreOfficeEngine) -> None:
    document = protocol()
    table = document.add_table(1, 1)
    table.cell(0, 0).text = "Ärende"
    document.element.body.insert(0, table._tbl)  # noqa: SLF001 - python-docx has no other way
    pdf = engine.convert(saved(document))
    assert page_numbers(pdf) == [["12", "16"], ["13", "17"], ["14", "18"]]


def test_page_numbers_run_on_from_the_number_the_section_starts_with(engine: LibreOfficeEngine) -> None:
    document = protocol(2)
    start = parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="3"/>')
    document.sections[0]._sectPr.append(start)  # noqa: SLF001 - python-docx has no other way
    assert page_numbers(engine.convert(saved(document))) == [["14", "18"], ["15", "19"]]


def test_page_numbers_run_on_across_sections(engine: LibreOfficeEngine) -> None:
    document = protocol(2)
    document.add_section()
    document.add_paragraph("Text i nästa avsnitt.")
    pdf = engine.convert(saved(document))
    assert page_numbers(pdf) == [["12", "16"], ["13", "17"], ["14", "18"]]


def test_plain_counts_are_counted_afresh_and_not_taken_from_the_template(engine: LibreOfficeEngine) -> None:
    document = protocol()
    footer = document.sections[0].footer.paragraphs[0]
    for name in ("PAGE", "SECTIONPAGES", "NUMPAGES"):
        footer.add_run(" Sida ")
        add_field(footer, f" {name} ")
    pdf = engine.convert(saved(document))
    assert [numbers[2:] for numbers in page_numbers(pdf)] == [[str(n), "3", "3"] for n in (1, 2, 3)]


def test_a_formula_that_is_not_understood_refuses_the_document(engine: LibreOfficeEngine) -> None:
    document = protocol()
    add_field(document.sections[0].footer.paragraphs[0], " = ", None, " * 2 ")
    with pytest.raises(RecordError) as refusal:
        engine.convert(saved(document))
    assert refusal.value.code == "P-05"


def test_a_formula_in_a_header_that_no_page_shows_does_no_harm(engine: LibreOfficeEngine) -> None:
    document = protocol()
    add_field(document.sections[0].even_page_header.add_paragraph("Sida "), "= 30 + ", None)
    pdf = engine.convert(saved(document))
    assert page_numbers(pdf) == [["12", "16"], ["13", "17"], ["14", "18"]]


def test_a_formula_in_a_text_box_of_the_header_is_a_page_number_too(engine: LibreOfficeEngine) -> None:
    document = protocol()
    header = document.sections[0].header
    add_field(header.add_paragraph("Sida "), " = ", None, " + 20 ")
    frame(header.paragraphs[-1])
    pdf = engine.convert(saved(document))
    assert sorted(page_numbers(pdf)[1]) == ["13", "17", "22"]
