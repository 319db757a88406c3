"""What LibreOffice leaves undone for PDF/A-2a and PDF/UA-1 is there when the PDF is finished."""

import io
import re
from collections.abc import Iterator
from typing import Any

import papers
import pytest
from docx.enum.style import WD_STYLE_TYPE
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject
from reading import page_texts

from docgen.conformance import check
from docgen.engines.libreoffice import LibreOfficeEngine
from docgen.errors import RecordError, Severity


@pytest.fixture(scope="module")
def engine() -> Iterator[LibreOfficeEngine]:
    with LibreOfficeEngine() as engine:
        yield engine


@pytest.fixture(scope="module")
def everything(engine: LibreOfficeEngine) -> PdfReader:
    document = papers.paper()
    document.add_heading("Skäl", 2)
    papers.add_notes(document, "footnote", ["Första noten.", "Andra noten."])
    papers.add_notes(document, "endnote", ["En slutnot."])
    for text in ("ett", "två"):
        document.add_paragraph(text, style="List Bullet")
    papers.add_link(document.add_paragraph("Läs på "), "vår sida", "https://example.org/")
    papers.add_link(document.sections[0].header.paragraphs[0], "sidhuvudets länk", "https://example.org/sidhuvud")
    papers.add_table(document, 70, header=True)
    papers.add_picture(document, "En röd ruta")
    papers.add_picture(document, "En röd ruta till")
    return PdfReader(io.BytesIO(papers.finished(engine.convert(papers.saved(document)))), strict=True)


def elements(reader: PdfReader) -> Iterator[Any]:
    def below(element: Any) -> Iterator[Any]:  # noqa: ANN401 - whatever a PDF holds
        yield element
        for kid in kids(element):
            if isinstance(kid, DictionaryObject) and "/S" in kid:
                yield from below(kid)

    for kid in kids(reader.root_object["/StructTreeRoot"]):
        yield from below(kid)


def kids(element: Any) -> list[Any]:  # noqa: ANN401 - whatever a PDF holds
    held = element.get("/K", [])
    return [one.get_object() for one in (held if isinstance(held, list) else [held])]


def of_kind(reader: PdfReader, kind: str) -> list[Any]:
    return [one for one in elements(reader) if one["/S"] == kind]


def parents(reader: PdfReader) -> dict[int, Any]:
    numbers = reader.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]  # type: ignore[index]
    return {int(key): value.get_object() for key, value in zip(numbers[::2], numbers[1::2], strict=True)}


def annotations(reader: PdfReader) -> list[Any]:
    return [one.get_object() for page in reader.pages for one in page.get("/Annots", [])]


def test_the_finished_file_breaks_no_standard(everything: PdfReader) -> None:
    everything.stream.seek(0)
    assert [one for one in check(everything.stream.read()) if one.severity is Severity.ERROR] == []


def test_every_link_leads_to_its_place_in_the_structure_and_back(everything: PdfReader) -> None:
    found = annotations(everything)
    assert len(found) == 3 + 3 + 1 + 2  # the page of endnotes has no header
    for annotation in found:
        element = parents(everything)[annotation["/StructParent"]]
        assert element["/S"] == "/Link"
        assert annotation in [kid["/Obj"] for kid in kids(element) if isinstance(kid, DictionaryObject)]
        assert annotation["/Contents"]


def test_every_mark_on_a_page_leads_to_the_element_that_holds_it(everything: PdfReader) -> None:
    by_place = parents(everything)
    seen = 0
    for element in elements(everything):
        page = element.get("/Pg")
        for mark in [kid for kid in kids(element) if isinstance(kid, int)]:
            assert by_place[page["/StructParents"]][mark].get_object() == element
            seen += 1
    assert seen == sum(len(marks) for marks in by_place.values() if isinstance(marks, list))


def test_the_number_of_a_note_is_the_link_back_to_the_text(everything: PdfReader) -> None:
    notes = of_kind(everything, "/Note")
    assert len(notes) == 3
    for note in notes:
        (paragraph,) = kids(note)
        link, *text = kids(paragraph)
        assert link["/S"] == "/Link"
        mark, target = kids(link)
        assert isinstance(mark, int)
        assert target["/Obj"]["/Subtype"] == "/Link"
        assert text


def test_every_note_has_a_name_of_its_own_that_the_file_lists(everything: PdfReader) -> None:
    names = [note["/ID"] for note in of_kind(everything, "/Note")]
    listed = everything.root_object["/StructTreeRoot"]["/IDTree"]["/Names"]  # type: ignore[index]
    assert listed[::2] == names == sorted(set(names))


def test_the_links_follow_the_structure_when_one_steps_from_one_to_the_next(everything: PdfReader) -> None:
    assert {str(page["/Tabs"]) for page in everything.pages} == {"/S"}


def test_a_picture_is_what_its_alternative_text_describes(everything: PdfReader) -> None:
    pictures = of_kind(everything, "/Figure")
    assert [one["/Alt"] for one in pictures] == ["En röd ruta", "En röd ruta till"]
    for picture in pictures:
        (mark,) = kids(picture)
        (page,) = [one for one in everything.pages if one.indirect_reference == picture.raw_get("/Pg")]
        contents = page.get_contents()
        assert contents is not None
        _, drawn = contents.get_data().split(b"/Figure<</MCID %d>>BDC" % mark)
        assert b" Do" in drawn.partition(b"EMC")[0]


def test_a_header_cell_says_that_it_heads_its_column(everything: PdfReader) -> None:
    cells = of_kind(everything, "/TH")
    assert len(cells) == 2
    for cell in cells:
        assert "/Column" in [one.get_object().get("/Scope") for one in cell["/A"]]


def test_a_header_cell_that_does_not_say_what_it_heads_is_made_to(engine: LibreOfficeEngine) -> None:
    document = papers.paper()
    papers.add_table(document, 2, header=True)
    pdf = engine.convert(papers.saved(document))
    assert pdf.count(b"/Scope/Column") == 2
    made = PdfReader(io.BytesIO(papers.finished(pdf.replace(b"/Scope/Column", b"/Skope/Column"))))
    for cell in of_kind(made, "/TH"):
        assert "/Column" in [one.get_object().get("/Scope") for one in cell["/A"]]


@pytest.mark.parametrize(
    ("font", "code", "sign"), [("Symbol", "F0B7", "•"), ("Wingdings", "F0FE", "☑"), ("Wingdings", "F0A8", "◻")]
)
def test_a_sign_of_a_symbol_font_is_read_as_what_is_seen(
    engine: LibreOfficeEngine, font: str, code: str, sign: str
) -> None:
    document = papers.paper()
    papers.add_sign(document.add_paragraph("Sökt: "), font, code)
    assert sign in "".join(page_texts(papers.finished(engine.convert(papers.saved(document)))))


def test_a_style_with_the_name_of_a_standard_kind_makes_no_other_kind(engine: LibreOfficeEngine) -> None:
    document = papers.paper()
    document.add_paragraph("Ett citat", style="Quote")
    papers.add_table(document, 2, header=False)
    document.styles.add_style("Table", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("En bildtext", style="Table")
    made = PdfReader(io.BytesIO(papers.finished(engine.convert(papers.saved(document)))))
    roles = made.root_object["/StructTreeRoot"]["/RoleMap"]  # type: ignore[index]
    assert not {"/Quote", "/Table"} & set(roles)
    assert of_kind(made, "/Quote") == []
    assert [kids(one)[0]["/S"] for one in of_kind(made, "/Table")] == ["/TR"]


def test_a_frame_that_stands_with_a_heading_is_no_part_of_it(engine: LibreOfficeEngine) -> None:
    document = papers.paper()
    papers.add_frame(document.paragraphs[0].insert_paragraph_before("Testvägen 1"))
    made = PdfReader(io.BytesIO(papers.finished(engine.convert(papers.saved(document)))))
    (heading,) = of_kind(made, "/H1")
    assert all(isinstance(kid, int) for kid in kids(heading))
    (whole,) = of_kind(made, "/Document")
    frame, *rest = kids(whole)
    assert frame["/S"] == "/Div"
    assert frame["/P"].get_object() == whole
    assert rest[0] == heading


def test_lines_and_surfaces_are_told_to_be_decoration(engine: LibreOfficeEngine) -> None:
    document = papers.paper()
    papers.add_line(document.add_paragraph("Ovan linjen"))
    pdf = engine.convert(papers.saved(document))
    before, after = (PdfReader(io.BytesIO(one)).pages[0].get_contents() for one in (pdf, papers.finished(pdf)))
    assert before is not None
    assert after is not None
    assert not _undrawn(before.get_data())
    assert _undrawn(after.get_data())


def _undrawn(content: bytes) -> bool:
    """Tell whether nothing is drawn outside the marks of a page."""
    outside = re.sub(rb"(?:BMC|BDC)\b.*?\bEMC\b", b"", content, flags=re.DOTALL)
    return not re.search(rb"\s(?:S|f\*?|B\*?)\s", outside)


def reason_of(pdf: bytes) -> str:
    with pytest.raises(RecordError) as refusal:
        papers.finished(pdf)
    assert refusal.value.code == "P-04"
    return refusal.value.facts["orsak"]


def test_a_picture_without_alternative_text_is_refused(engine: LibreOfficeEngine) -> None:
    document = papers.paper()
    papers.add_picture(document, "")
    assert reason_of(engine.convert(papers.saved(document))) == "bildtext"


def test_a_picture_that_is_drawn_nowhere_is_refused(engine: LibreOfficeEngine) -> None:
    document = papers.paper()
    papers.add_picture(document, "En röd ruta")
    pdf = engine.convert(papers.saved(document))
    assert reason_of(re.sub(rb"(/BBox\[\S+ )\d", rb"\g<1>9", pdf)) == "bild"


def test_a_sign_that_nobody_knows_is_refused(engine: LibreOfficeEngine) -> None:
    document = papers.paper()
    papers.add_sign(document.add_paragraph(), "Wingdings", "F0B6")
    assert reason_of(engine.convert(papers.saved(document))) == "tecken"


def test_a_note_without_a_paragraph_is_refused(engine: LibreOfficeEngine) -> None:
    document = papers.paper()
    papers.add_notes(document, "footnote", ["Första noten."])
    pdf = engine.convert(papers.saved(document))
    assert reason_of(re.sub(rb"(/S/Note\s.*?/K)", lambda found: found[1][:-1] + b"Q", pdf, flags=re.DOTALL)) == "trasig"


@pytest.mark.parametrize("levels", [[3], [2, 4], [2, 3, 2, 4]])
def test_a_heading_level_that_is_left_out_is_refused(engine: LibreOfficeEngine, levels: list[int]) -> None:
    document = papers.paper()
    for level in levels:
        document.add_heading("Rubrik", level)
    assert reason_of(engine.convert(papers.saved(document))) == "rubriker"


def test_a_link_that_does_not_say_where_it_leads_says_its_address(engine: LibreOfficeEngine) -> None:
    document = papers.paper()
    papers.add_link(document.add_paragraph(), "vår sida", "https://example.org/")
    silent = re.sub(rb"/Contents<[^>]*>", b"", engine.convert(papers.saved(document)))
    pdf = moved(silent)
    (link,) = annotations(PdfReader(io.BytesIO(papers.finished(pdf))))
    assert link["/Contents"] == "https://example.org/"


def test_a_link_within_the_document_that_says_nothing_is_refused(engine: LibreOfficeEngine) -> None:
    document = papers.paper()
    papers.add_notes(document, "footnote", ["Första noten."])
    assert reason_of(moved(re.sub(rb"/Contents<[^>]*>", b"", engine.convert(papers.saved(document))))) == "lank"


def moved(pdf: bytes) -> bytes:
    """Return a PDF with its objects where its table says."""
    target = io.BytesIO()
    PdfWriter(clone_from=PdfReader(io.BytesIO(pdf))).write(target)
    return target.getvalue()
