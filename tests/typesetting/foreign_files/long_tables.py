"""Tables over several pages, and tables in tables."""

from docx.document import Document
from docx.shared import Mm
from docx.table import Table, _Row

from .prose import a4, element, fill, saved, sentences


def repeated_header() -> bytes:
    """A header row on every page."""
    document = a4()
    fill(document, 3)
    table = _rows(document, 40)
    _row_property(table.rows[0], "<w:tblHeader/>")
    fill(document, 1)
    return saved(document)


def divided_rows() -> bytes:
    """Rows that go on upon the next page."""
    document = a4("Times New Roman", 12)
    fill(document, 5)
    table = document.add_table(0, 2, "Table Grid")
    for place in range(6):
        left, right = table.add_row().cells
        left.text, right.text = sentences(6, place), sentences(3, place)
    return saved(document)


def whole_rows() -> bytes:
    """Rows that may not be divided."""
    document = a4()
    fill(document, 4)
    table = document.add_table(0, 2, "Table Grid")
    for place in range(7):
        row = table.add_row()
        row.cells[0].text, row.cells[1].text = sentences(6, place), sentences(2, place)
        _row_property(row, "<w:cantSplit/>")
    return saved(document)


def kept_rows() -> bytes:
    """A table that is kept in one piece by its paragraphs, after its heading."""
    document = a4()
    for place in range(4):
        fill(document, 4)
        document.add_heading(f"Tabell {place + 1}", 1)
        for row in _rows(document, 7).rows:
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True
    document.add_paragraph(sentences(1))
    return saved(document)


def nested_table() -> bytes:
    """A table in a cell of another, with text before and after it."""
    document = a4()
    outer = document.add_table(2, 2, "Table Grid")
    outer.cell(0, 0).text = sentences(2)
    inner = outer.cell(0, 1).add_table(3, 2)
    inner.style = "Table Grid"
    for place, cell in enumerate(cell for row in inner.rows for cell in row.cells):
        cell.text = f"Inre {place + 1}"
    outer.cell(1, 0).paragraphs[0].text = "Före den inre tabellen"
    second = outer.cell(1, 0).add_table(2, 2)
    for place, cell in enumerate(cell for row in second.rows for cell in row.cells):
        cell.text = sentences(1, place)
    outer.cell(1, 0).add_paragraph("Efter den inre tabellen")
    return saved(document)


def adjoining_tables() -> bytes:
    """Two tables with nothing but an empty paragraph between, and lists in cells."""
    document = a4("Calibri")
    for _ in range(2):
        table = document.add_table(2, 2, "Table Grid")
        for row in table.rows:
            row.cells[0].text = sentences(1)
            for text in ("Första", "Andra", sentences(2)):
                row.cells[1].add_paragraph(text, "List Bullet")
        document.add_paragraph()
    return saved(document)


def signature_lines() -> bytes:
    """A form's last page: a table of rules to sign on."""
    document = a4()
    fill(document, 3)
    table = document.add_table(2, 2)
    for row in table.rows:
        row.height = Mm(18)
        for cell in row.cells:
            cell.text = "Namnteckning och namnförtydligande"
            border = '<w:top w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
            properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - python-docx has no other way
            properties.append(element(f"<w:tcBorders>{border}</w:tcBorders>"))
    return saved(document)


def _rows(document: Document, number: int) -> Table:
    table: Table = document.add_table(0, 3, "Table Grid")
    for place in range(number):
        name, text, day = table.add_row().cells  # type: ignore[no-untyped-call]  # python-docx
        name.text, text.text, day.text = f"Rad {place}", sentences(1 + place % 2, place), "2026-03-01"
    return table


def _row_property(row: _Row, xml: str) -> None:
    row._tr.get_or_add_trPr().append(element(xml))  # noqa: SLF001 - python-docx has no other way


BUILDERS = (
    repeated_header,
    divided_rows,
    whole_rows,
    kept_rows,
    nested_table,
    adjoining_tables,
    signature_lines,
)
