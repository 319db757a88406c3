import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pytest
from conftest import SAMPLES, TODAY
from docx.document import Document
from sample_beslut import bistandsbeslut, small_bistandsbeslut
from sample_utdrag import protokollsutdrag

from docgen import preflight, rehearsal, resources
from docgen.documents import organisation
from docgen.documents.catalogue import KINDS
from docgen.documents.rule import Setting
from docgen.law import lagrum
from docgen.templating.layout import Layout
from docgen.templating.word import WordTemplate

ROOT = Path(__file__).parents[2]
BY_HAND = {"bistandsbeslut": (bistandsbeslut, small_bistandsbeslut), "protokollsutdrag": (protokollsutdrag,)}
"""Views with more in them than any sample has."""


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def filled(slug: str, view: Mapping[str, Any]) -> Document:
    template = WordTemplate.load(resources.shipped_file(f"{slug}/template.docx"), Layout())
    return docx.Document(io.BytesIO(template.fill(view)))


@cache
def documents(slug: str) -> Sequence[Document]:
    """Return what the template makes of every sample of its type, in all copies, and of the views made by hand."""
    law = lagrum.load(resources.shipped_file("_common/lagrum.toml"))
    setting = Setting(organisation.load(SAMPLES / "organisation.toml"), law, TODAY)
    kind = KINDS[slug]
    views = [view.data for _, view in rehearsal.views(kind, setting, preflight.wording(kind, setting, None))]
    return [filled(slug, view) for view in (*views, *(make() for make in BY_HAND.get(slug, ())))]


def styled(document: Document, *styles: str) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style and paragraph.style.name in styles]


def test_the_shipped_files_are_what_the_programs_build(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(ROOT / ".ci/templates"), str(tmp_path)], check=True)
    for slug in KINDS:
        shipped = resources.shipped_file(f"{slug}/template.docx").read_bytes()
        assert parts((tmp_path / slug / "template.docx").read_bytes()) == parts(shipped), slug


@pytest.mark.parametrize("slug", KINDS)
def test_a_shipped_template_is_slim(slug: str) -> None:
    names = set(parts(resources.shipped_file(f"{slug}/template.docx").read_bytes()))
    fixed = {"[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels"}
    fixed |= {f"word/{name}.xml" for name in ("document", "styles", "numbering", "settings")}
    rest = names - fixed
    assert all(name.startswith(("word/header", "word/footer", "word/_rels/header", "word/media/")) for name in rest), (
        rest
    )


@pytest.mark.parametrize("slug", KINDS)
def test_a_finished_document_has_only_styles_for_readers(slug: str) -> None:
    for document in documents(slug):
        used = {str(style) for style in document.element.xpath("//w:pStyle/@w:val")}
        assert "Mallkod" not in used
        assert not document.element.xpath("//w:p[not(w:pPr/w:pStyle)]")


@pytest.mark.parametrize("slug", KINDS)
def test_no_paragraph_of_the_body_is_empty(slug: str) -> None:
    for document in documents(slug):
        texts = document.element.body.xpath("./w:p[not(w:pPr/w:sectPr)]")
        assert all(paragraph.text.strip() for paragraph in texts)


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


@pytest.mark.parametrize("slug", KINDS)
def test_a_signature_stays_together_but_holds_on_to_nothing_after_it(slug: str) -> None:
    for document in documents(slug):
        for block in signatures(document):
            kept = [not style.element.xpath("./w:pPr/w:keepNext[@w:val='0']") for style in block]
            assert all(kept[:-1])
            assert block[-1].name in ENDS


ENDS = {"Underskrift slut", "Underskrift sätt"}


def signatures(document: Document) -> list[list[Any]]:
    """Return the styles of the lines of each signature in the body, those who took part left out."""
    blocks: list[list[Any]] = [[]]
    for paragraph in document.paragraphs:
        name = str(paragraph.style and paragraph.style.name)
        of_it = "nderskrift" in name and name != "Underskrift deltagare"
        if of_it:
            blocks[-1].append(paragraph.style)
        if not of_it or name in ENDS:
            blocks.append([])
    return [block for block in blocks if block]


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


@pytest.mark.parametrize("slug", KINDS)
def test_every_page_tells_its_number_and_the_number_of_pages(slug: str) -> None:
    for document in documents(slug):
        section = document.sections[0]
        pages = [(section.header, section.footer)]
        if section.different_first_page_header_footer:
            pages.append((section.first_page_header, section.first_page_footer))
        for stories in pages:
            said = "".join(story.part.element.xpath("string(.)") for story in stories)
            assert re.findall(
                r"Sid[ae]\xa01\xa0(?:\(1\)|af\xa01)", said.replace(" PAGE ", "").replace(" NUMPAGES ", "")
            ), slug


@pytest.mark.parametrize("slug", KINDS)
def test_no_table_is_without_rows(slug: str) -> None:
    assert all(len(table.rows) for document in documents(slug) for table in document.tables)


@pytest.mark.parametrize("slug", KINDS)
def test_every_style_that_a_template_names_is_there_and_no_other_is_left(slug: str) -> None:
    document = docx.Document(str(resources.shipped_file(f"{slug}/template.docx")))
    names = {style.style_id for style in document.styles}
    for part in document.part.package.iter_parts():
        if hasattr(part, "element"):
            named = part.element.xpath("//w:pStyle/@w:val | //w:tblStyle/@w:val | //w:basedOn/@w:val | //w:next/@w:val")
            assert set(named) <= names, part.partname
