import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from sample_beslut import bistandsbeslut, small_bistandsbeslut
from sample_utdrag import protokollsutdrag

from docgen import resources
from docgen.templating.layout import Layout
from docgen.templating.word import WordTemplate

ROOT = Path(__file__).parents[2]
SLUGS = ("bistandsbeslut", "protokollsutdrag")
VIEWS = (
    ("bistandsbeslut", bistandsbeslut),
    ("bistandsbeslut", small_bistandsbeslut),
    ("protokollsutdrag", protokollsutdrag),
)


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def filled(slug: str, view: dict[str, Any]) -> Document:
    template = WordTemplate.load(resources.shipped_file(f"{slug}/template.docx"), Layout())
    return docx.Document(io.BytesIO(template.fill(view)))


def styled(document: Document, *styles: str) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style and paragraph.style.name in styles]


def test_the_shipped_files_are_what_the_programs_build(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(ROOT / ".ci/templates"), str(tmp_path)], check=True)
    for slug in SLUGS:
        shipped = resources.shipped_file(f"{slug}/template.docx").read_bytes()
        assert parts((tmp_path / slug / "template.docx").read_bytes()) == parts(shipped), slug


@pytest.mark.parametrize("slug", SLUGS)
def test_a_shipped_template_is_slim(slug: str) -> None:
    names = set(parts(resources.shipped_file(f"{slug}/template.docx").read_bytes()))
    fixed = {"[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels"}
    fixed |= {f"word/{name}.xml" for name in ("document", "styles", "numbering", "settings")}
    rest = names - fixed
    assert all(name.startswith(("word/header", "word/footer", "word/_rels/header", "word/media/")) for name in rest), (
        rest
    )


@pytest.mark.parametrize(("slug", "view"), VIEWS)
def test_the_finished_document_has_only_styles_for_readers(slug: str, view: Callable[[], dict[str, Any]]) -> None:
    document = filled(slug, view())
    used = {str(style) for style in document.element.xpath("//w:pStyle/@w:val")}
    assert "Mallkod" not in used
    assert not document.element.xpath("//w:p[not(w:pPr/w:pStyle)]")


@pytest.mark.parametrize(("slug", "view"), VIEWS)
def test_no_paragraph_of_the_body_is_empty(slug: str, view: Callable[[], dict[str, Any]]) -> None:
    assert all(paragraph.text.strip() for paragraph in filled(slug, view()).paragraphs)


def test_the_points_of_a_decision_are_numbered_when_there_are_several() -> None:
    points = styled(filled("bistandsbeslut", bistandsbeslut()), "Beslutspunkt numrerad")
    assert [point.split("\t")[0] for point in points] == ["1.", "2.", "3."]


def test_a_single_point_has_no_number() -> None:
    document = filled("bistandsbeslut", small_bistandsbeslut())
    assert styled(document, "Beslutspunkt numrerad") == []
    assert len(styled(document, "Beslutspunkt")) == 1


def test_the_headings_of_a_decision_come_in_order() -> None:
    assert styled(filled("bistandsbeslut", small_bistandsbeslut()), "Heading 1", "Heading 2", "Heading 3") == [
        "Beslut om bistånd",
        "Beslut",
        "Din ansökan",
        "Utredningen",
        "Har du frågor?",
        "Beslutet skickas till",
    ]


def test_appendices_start_on_their_own_page() -> None:
    document = filled("bistandsbeslut", bistandsbeslut())
    breaks = [p.text for p in document.paragraphs if p.paragraph_format.page_break_before]
    assert breaks == ["Hur du överklagar beslutet", "Uppgifter i aktexemplaret"]


def test_the_registration_starts_on_its_own_page_when_the_file_copy_says_nothing_else() -> None:
    document = filled("bistandsbeslut", bistandsbeslut() | {"akt": None})
    breaks = [p.text for p in document.paragraphs if p.paragraph_format.page_break_before]
    assert breaks[-1] == "Registrering i verksamhetssystemet"


def test_a_paper_signature_has_a_line_and_an_electronic_one_has_not() -> None:
    assert styled(filled("bistandsbeslut", bistandsbeslut()), "Underskriftslinje") == []
    assert styled(filled("bistandsbeslut", small_bistandsbeslut()), "Underskriftslinje") == ["Underskrift"]


@pytest.mark.parametrize(("slug", "view"), VIEWS)
def test_a_signature_stays_together_but_holds_on_to_nothing_after_it(
    slug: str, view: Callable[[], dict[str, Any]]
) -> None:
    block = [p for p in filled(slug, view()).paragraphs if p.style and p.style.name and "nderskrift" in p.style.name]
    signature = [p for p in block if p.style and p.style.name != "Underskrift deltagare"]
    kept = [p.style is not None and not p.style.element.xpath("./w:pPr/w:keepNext[@w:val='0']") for p in signature]
    assert all(kept[:-1])
    assert signature[-1].style
    assert signature[-1].style.name in {"Underskrift slut", "Underskrift sätt"}


def test_the_excerpt_breaks_its_pages_where_the_protocol_does() -> None:
    document = filled("protokollsutdrag", protokollsutdrag())
    breaks = [p.text[:20] for p in document.paragraphs if p.paragraph_format.page_break_before]
    assert breaks == ["Rubricerade projekt ", "Förvaltningens försl"]


def test_a_list_can_go_on_after_a_page_break() -> None:
    view = protokollsutdrag()
    del view["avsnitt"][1]["stycken"][:2]
    document = filled("protokollsutdrag", view)
    breaks = [p.text for p in document.paragraphs if p.paragraph_format.page_break_before]
    assert breaks[0] == "att skapa en nykter och drogfri mötesplats,"


def test_each_body_that_has_a_page_counts_on_from_its_own_protocol() -> None:
    document = filled("protokollsutdrag", protokollsutdrag())
    head = document.sections[0].header.part.element
    rows = head.xpath("//w:tbl[last()]/w:tr")
    instructions = ["".join(row.xpath(".//w:instrText/text()")).split() for row in rows]
    assert instructions == [[], [], ["=", "PAGE", "+", "11"], ["=", "PAGE", "+", "15"]]
    shown = [row.xpath("string(./w:tc[4])") for row in rows]
    assert shown[:2] == ["Sida", ""]
    assert [row.xpath("(./w:tc[4]//w:t[text()])[last()]/text()") for row in rows[2:]] == [["12"], ["16"]]
    marks = rows[2].xpath(".//w:fldChar/@w:fldCharType")
    assert marks == ["begin", "begin", "separate", "end", "separate", "end"]


@pytest.mark.parametrize(("slug", "view"), VIEWS)
def test_every_page_tells_its_number_and_the_number_of_pages(slug: str, view: Callable[[], dict[str, Any]]) -> None:
    section = filled(slug, view()).sections[0]
    stories = [section.footer] if slug == "protokollsutdrag" else [section.header, section.first_page_header]
    for story in stories:
        assert "Sida\u00a01\u00a0(1)" in story.part.element.xpath("string(.)").replace(" PAGE ", "").replace(
            " NUMPAGES ", ""
        )


@pytest.mark.parametrize(("slug", "view"), VIEWS)
def test_no_table_is_without_rows(slug: str, view: Callable[[], dict[str, Any]]) -> None:
    assert all(len(table.rows) for table in filled(slug, view()).tables)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_style_that_a_template_names_is_there_and_no_other_is_left(slug: str) -> None:
    document = docx.Document(str(resources.shipped_file(f"{slug}/template.docx")))
    names = {style.style_id for style in document.styles}
    for part in document.part.package.iter_parts():
        if hasattr(part, "element"):
            named = part.element.xpath("//w:pStyle/@w:val | //w:tblStyle/@w:val | //w:basedOn/@w:val | //w:next/@w:val")
            assert set(named) <= names, part.partname
