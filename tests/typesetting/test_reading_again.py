"""What was read for one document holds for the next only where the next says the same."""

import gc
import io
import zipfile

import pytest
from snippets import OFFICE, PAGE, Word, p, r, section, text_of
from table_markup import FIXED, cell, row, written

from docgen.errors import RecordError
from docgen.typesetting.model import Document, Link, Paragraph, Story, Table, Text
from docgen.typesetting.reading import read
from docgen.typesetting.reading.kept import Kept
from docgen.typesetting.refusal import CannotSet

TIMES = 3  # a header is kept from when it is met again
HEADED = '<w:headerReference w:type="default" r:id="header0"/>'
DOT = b"\x89PNG\r\n\x1a\n"
PICTURE = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="127000" cy="127000"/><a:graphic><a:graphicData>'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>'
    '<a:blip r:embed="rId1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
)
SHARE = '<w:tblW w:w="5000" w:type="pct"/>'
MODERN = {"settings": '<w:compat><w:compatSetting w:name="compatibilityMode" w:val="15"/></w:compat>'}
DARK = '<w:shd w:val="clear" w:fill="000000"/>'


def headed(header: str, body: str = "", page: str = PAGE) -> bytes:
    return Word(body or p(), {"header0": header, **MODERN}, section=section(HEADED, page)).docx


def header(document: Document) -> Story:
    return document.sections[0].headers["default"]


def words(story: Story) -> str:
    return "".join(text_of(one) for one in story.blocks if isinstance(one, Paragraph))


def tables(document: Document) -> list[Table]:
    return [one for one in document.sections[0].blocks if isinstance(one, Table)]


def repacked(docx: bytes, *, without: str = "", more: dict[str, bytes] | None = None) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as whole, zipfile.ZipFile(target, "w") as file:
        for name in whole.namelist():
            if name != without:
                file.writestr(name, whole.read(name))
        for name, content in (more or {}).items():
            file.writestr(name, content)
    return target.getvalue()


def pictured(picture: bytes) -> bytes:
    """Return a file whose header shows a picture."""
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    related = f'<Relationships xmlns="{space}"><Relationship Id="rId1" Type="{OFFICE}/image" Target="a.png"/>'
    more = {"word/_rels/header0.xml.rels": f"{related}</Relationships>".encode(), "word/a.png": picture}
    return repacked(headed(p(PICTURE)), more=more)


def test_each_document_has_its_own_header() -> None:
    said = [words(header(read(headed(p(r(text)))))) for text in ("Ett", "Ett", "Ett", "Två", "Ett", "Två", "Två")]
    assert said == ["Ett", "Ett", "Ett", "Två", "Ett", "Två", "Två"]


def test_what_one_document_alone_says_in_its_header_is_not_remembered() -> None:
    assert words(header(read(headed(p(r("Bara Alva Provsson")))))) == "Bara Alva Provsson"
    gc.collect()
    assert [one for one in gc.get_objects() if isinstance(one, Text) and "Alva Provsson" in one.text] == []


def test_a_header_is_as_wide_as_the_page_of_its_document() -> None:
    table = written([row(cell("a", 0))], SHARE, [100])
    wide = PAGE.replace('w:w="11906"', 'w:w="13906"')
    for _ in range(TIMES):
        first, second = (header(read(headed(table, page=page))).blocks[0] for page in (PAGE, wide))
        assert isinstance(first, Table)
        assert isinstance(second, Table)
        assert sum(second.widths) - sum(first.widths) == pytest.approx(100)


def test_the_pictures_of_a_header_come_with_each_document() -> None:
    found = [read(pictured(picture)).files for picture in (DOT + b"1", DOT + b"1", DOT + b"1", DOT + b"2")]
    assert [list(files.values()) for files in found] == [[DOT + b"1"]] * 3 + [[DOT + b"2"]]


def test_the_page_number_of_a_header_is_counted_as_its_document_counts() -> None:
    number = p('<w:fldSimple w:instr="PAGE"/>')
    roman = HEADED + '<w:pgNumType w:fmt="lowerRoman"/>'
    for _ in range(TIMES):
        made = [Word(p(), {"header0": number}, section=section(more)).read for more in (HEADED, roman)]
        assert [header(one).blocks[0].inlines[0].numbering for one in made] == ["decimal", "lowerRoman"]  # type: ignore[union-attr]


def test_a_header_leads_where_its_own_document_has_the_place() -> None:
    link = f'<w:hyperlink w:anchor="Plats">{r("dit")}</w:hyperlink>'
    there = p(f'<w:bookmarkStart w:name="Plats"/>{link}')
    for _ in range(TIMES):
        kinds = [type(header(read(headed(p(link), body))).blocks[0].inlines[0]) for body in (there, p())]  # type: ignore[union-attr]
        assert kinds == [Link, Text]


def test_a_fault_in_a_header_is_named_in_each_document() -> None:
    for _ in range(TIMES):
        with pytest.raises(CannotSet) as caught:
            read(headed(p("<w:ins/>")))
        assert [one.construct for one in caught.value.constructs] == ["w:ins"]


def test_styles_that_are_missing_are_not_those_of_a_document_without_any() -> None:
    assert read(Word(p()).docx).sections
    with pytest.raises(RecordError) as caught:
        read(repacked(Word(p(), {"styles": ""}).docx, without="word/styles.xml"))
    assert caught.value.code == "P-06"


def test_a_table_is_as_wide_as_what_it_stands_in() -> None:
    inner = written([row(cell("a", 0))], SHARE, [100])
    outer = written([row(cell("", 2000).replace("<w:p>", f"{inner}<w:p>", 1))], FIXED, [2000])
    first, second = tables(Word(inner + outer, MODERN).read)
    within = second.rows[0].cells[0].blocks[0]
    assert isinstance(within, Table)
    assert sum(first.widths) == pytest.approx(453.55)
    assert sum(within.widths) == pytest.approx(100 - 10.8)


def test_a_table_has_light_ink_in_a_dark_cell_and_dark_ink_elsewhere() -> None:
    inner = written([row(cell("a"))])
    outer = "".join(written([row(cell("", 2000, dark).replace("<w:p>", f"{inner}<w:p>", 1))]) for dark in (DARK, ""))
    inks = []
    for table in tables(read(Word(outer).docx)):
        within = table.rows[0].cells[0].blocks[0]
        assert isinstance(within, Table)
        inks.append(within.rows[0].cells[0].blocks[0].inlines[0].look.color)  # type: ignore[union-attr]
    assert inks == ["FFFFFF", "000000"]


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ([row(cell("a", 2000, '<w:textDirection w:val="btLr"/>'))], "w:textDirection w:val=btLr"),
        ([row(cell("a"), more="<w:ins/>")], "w:ins"),
        ([row(cell("", 2000, "<w:hideMark/>"))], "w:hideMark"),
    ],
    ids=["cell", "row", "mark"],
)
def test_what_cannot_be_set_of_a_table_is_named_in_each_document(rows: list[str], named: str) -> None:
    for _ in range(TIMES):
        assert Word(written(rows)).refused == [named]


def test_what_stands_in_a_table_decides_anew_what_is_printed_of_it() -> None:
    hidden = [[row(cell("a")), row(cell(text), more="<w:hidden/>")] for text in ("", "b", "")]
    assert [len(tables(Word(written(rows)).read)[0].rows) for rows in hidden] == [1, 2, 1]
    marked = [row(cell("a", 2000, "<w:hideMark/>"))]
    assert tables(Word(written(marked)).read)
    assert Word(written([row(cell("", 2000, "<w:hideMark/>"))])).refused == ["w:hideMark"]


def test_cells_of_old_words_that_are_one_have_the_width_of_both() -> None:
    one = [row(cell("a", 2000, '<w:hMerge w:val="restart"/>'), cell("", 3000, "<w:hMerge/>"))]
    two = [row(cell("a", 2000, '<w:hMerge w:val="restart"/>'), cell("", 3000))]
    columns = [[made.columns for made in tables(Word(written(rows)).read)[0].rows[0].cells] for rows in (one, two, one)]
    assert columns == [[2], [1, 1], [2]]


def test_when_there_is_too_much_all_is_forgotten() -> None:
    kept = Kept[str, int](2)
    assert [kept.keep(name, place) for place, name in enumerate("abc")] == [0, 1, 2]
    assert kept == {"c": 2}
