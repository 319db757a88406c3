"""Tables: widths, borders, merged cells, heights."""

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table, _Cell

from .prose import a4, element, fill, saved, sentences

_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="D9E2F3"/>'


def plain_table() -> bytes:
    """A table without borders as python-docx makes it."""
    document = a4()
    fill(document, 2)
    _filled(document.add_table(4, 3))
    fill(document, 2)
    return saved(document)


def grid_table() -> bytes:
    """A table in a table style with borders."""
    document = a4("Calibri")
    fill(document, 2)
    _filled(document.add_table(5, 3, "Table Grid"))
    fill(document, 2)
    return saved(document)


def styled_table() -> bytes:
    """A table style with another look of the first row, the first column and every other row."""
    document = a4()
    _filled(document.add_table(6, 3, "Light Grid Accent 1"))
    document.add_paragraph()
    _filled(document.add_table(5, 3, "Medium Shading 1 Accent 1"))
    return saved(document)


def fixed_widths() -> bytes:
    """Columns of three widths that content does not change."""
    document = a4()
    table = _filled(document.add_table(3, 3, "Table Grid"))
    table.autofit = False
    for column, width in zip(table.columns, (25, 90, 45), strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    return saved(document)


def relative_width() -> bytes:
    """A table as wide as half the text, and one as wide as the text."""
    document = a4()
    for percent in ("2500", "5000"):
        table = _filled(document.add_table(3, 2, "Table Grid"))
        width = _tblpr(table).find(qn("w:tblW"))
        width.set(qn("w:type"), "pct")
        width.set(qn("w:w"), percent)
        document.add_paragraph(sentences(1))
    return saved(document)


def merged_cells() -> bytes:
    """Cells merged across and down."""
    document = a4()
    table = _filled(document.add_table(6, 4, "Table Grid"))
    table.cell(0, 0).merge(table.cell(0, 3))
    table.cell(1, 0).merge(table.cell(3, 0))
    table.cell(2, 2).merge(table.cell(3, 3))
    table.cell(5, 1).merge(table.cell(5, 2))
    return saved(document)


def cell_margins() -> bytes:
    """Margins of the whole table, and of single cells."""
    document = a4()
    table = _filled(document.add_table(4, 2, "Table Grid"))
    sides = (("top", 60), ("left", 180), ("bottom", 120), ("right", 180))
    _tblpr(table).append(element(f"<w:tblCellMar>{_widths(sides)}</w:tblCellMar>"))
    own = (("top", 200), ("left", 400))
    _tcpr(table.cell(1, 1)).append(element(f"<w:tcMar>{_widths(own)}</w:tcMar>"))
    return saved(document)


def border_conflicts() -> bytes:
    """Cells whose borders are not those of the table or of the next cell."""
    document = a4()
    table = _filled(document.add_table(5, 3, "Table Grid"))
    _borders(table.cell(0, 0), 'bottom w:val="single" w:sz="24" w:color="FF0000"')
    _borders(table.cell(1, 1), 'left w:val="nil"', 'right w:val="double" w:sz="4" w:color="000000"')
    _borders(table.cell(2, 1), 'top w:val="dotted" w:sz="8" w:color="0000FF"', 'bottom w:val="nil"')
    _borders(table.cell(3, 2), 'right w:val="nil"', 'bottom w:val="single" w:sz="12" w:color="00AA00"')
    return saved(document)


def rules_only() -> bytes:
    """Tables with rules under the rows only, thin and thick."""
    document = a4()
    for width in (4, 18):
        table = _filled(document.add_table(4, 2))
        for row in table.rows:
            for cell in row.cells:
                _borders(cell, f'bottom w:val="single" w:sz="{width}" w:color="000000"')
        document.add_paragraph(sentences(1))
    return saved(document)


def shaded_cells() -> bytes:
    """Shaded header cells and every other row shaded."""
    document = a4()
    table = _filled(document.add_table(6, 3, "Table Grid"))
    for row in (0, 2, 4):
        for cell in table.rows[row].cells:
            _tcpr(cell).append(element(_SHADE))
    return saved(document)


def vertical_alignment() -> bytes:
    """Content at the top, in the middle and at the bottom of tall rows."""
    document = a4()
    table = _filled(document.add_table(4, 3, "Table Grid"))
    sides = WD_CELL_VERTICAL_ALIGNMENT.TOP, WD_CELL_VERTICAL_ALIGNMENT.CENTER, WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
    for row in table.rows:
        row.height = Mm(30)
        for cell, side in zip(row.cells, sides, strict=True):
            cell.vertical_alignment = side
    return saved(document)


def row_heights() -> bytes:
    """Rows of at least and of exactly a height, also less than they hold."""
    document = a4()
    table = _filled(document.add_table(6, 2, "Table Grid"))
    for place, row in enumerate(table.rows):
        row.height = Mm((5, 12, 40)[place % 3])
        row.height_rule = (WD_ROW_HEIGHT_RULE.AT_LEAST, WD_ROW_HEIGHT_RULE.EXACTLY)[place // 3]
    document.add_paragraph(sentences(2))
    return saved(document)


def alignment_and_indent() -> bytes:
    """Tables in the middle, to the right and indented."""
    document = a4()
    for alignment in (WD_TABLE_ALIGNMENT.CENTER, WD_TABLE_ALIGNMENT.RIGHT, None):
        table = _filled(document.add_table(2, 2, "Table Grid"))
        table.alignment = alignment
        table.autofit = False
        for column in table.columns:
            column.width = Mm(45)
            for cell in column.cells:
                cell.width = Mm(45)
        if alignment is None:
            _tblpr(table).append(element('<w:tblInd w:w="567" w:type="dxa"/>'))
        document.add_paragraph(sentences(1))
    return saved(document)


def _filled(table: Table) -> Table:
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells.cells):
            cell.text = f"Cell {row + 1}" if column == 0 else sentences(1 + (row + column) % 2, row * 3 + column)
    return table


def _tblpr(table: Table):  # type: ignore[no-untyped-def]  # noqa: ANN202 - python-docx's own element
    return table._tbl.tblPr  # noqa: SLF001 - python-docx has no other way


def _tcpr(cell: _Cell):  # type: ignore[no-untyped-def]  # noqa: ANN202 - python-docx's own element
    return cell._tc.get_or_add_tcPr()  # noqa: SLF001 - python-docx has no other way


def _widths(sides: tuple[tuple[str, int], ...]) -> str:
    return "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)


def _borders(cell: _Cell, *sides: str) -> None:
    drawn = "".join(f"<w:{side}/>" for side in sides)
    _tcpr(cell).append(element(f"<w:tcBorders>{drawn}</w:tcBorders>"))


BUILDERS = (
    plain_table,
    grid_table,
    styled_table,
    fixed_widths,
    relative_width,
    merged_cells,
    cell_margins,
    border_conflicts,
    rules_only,
    shaded_cells,
    vertical_alignment,
    row_heights,
    alignment_and_indent,
)
