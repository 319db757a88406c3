"""Tables as WordprocessingML, and what is read of them."""

from collections.abc import Sequence

from raw_word import first, refused, word_file

from docgen.typesetting.formats import Border, Look
from docgen.typesetting.model import Cell, Paragraph, Table, Text
from docgen.typesetting.reading.document import read

FIXED = '<w:tblLayout w:type="fixed"/>'
THIN = Border(0.5)
RED, BLUE = "FF0000", "0000FF"
TALL = '<w:trHeight w:val="400"/>'


def line(side: str, kind: str = "single", eighths: int = 4, color: str = "000000") -> str:
    return f'<w:{side} w:val="{kind}" w:sz="{eighths}" w:space="0" w:color="{color}"/>'


def cell(text: str = "", width: int | str = 2000, more: str = "", kind: str = "dxa") -> str:
    content = f"<w:r><w:t>{text}</w:t></w:r>" if text else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="{kind}"/>{more}</w:tcPr><w:p>{content}</w:p></w:tc>'


def bordered(lines: str, text: str = "x", width: int = 2000, more: str = "") -> str:
    return cell(text, width, f"{more}<w:tcBorders>{lines}</w:tcBorders>")


def row(*cells: str, more: str = "", exceptions: str = "") -> str:
    return f"<w:tr>{exceptions}<w:trPr>{more}</w:trPr>{''.join(cells)}</w:tr>"


def written(rows: Sequence[str], said: str = FIXED, grid: Sequence[int] = (2000, 3000)) -> str:
    columns = "".join(f'<w:gridCol w:w="{one}"/>' for one in grid)
    return f"<w:tbl><w:tblPr>{said}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl><w:p/>"


def set_table(
    rows: Sequence[str], said: str = FIXED, grid: Sequence[int] = (2000, 3000), *, styles: str = "", mode: int = 15
) -> Table:
    found = first(read(word_file(written(rows, said, grid), styles=styles, mode=mode)))
    assert isinstance(found, Table)
    return found


def constructs(
    rows: Sequence[str], said: str = FIXED, grid: Sequence[int] = (2000, 3000), *, styles: str = "", mode: int = 15
) -> list[str]:
    return refused(word_file(written(rows, said, grid), styles=styles, mode=mode))


def at(table: Table, row_number: int, column: int) -> Cell:
    return next(one for one in table.rows[row_number].cells if one.column == column)


def look(one: Cell) -> Look:
    paragraph = one.blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert isinstance(paragraph.inlines[0], Text)
    return paragraph.inlines[0].look


def margins(name: str, **sides: int) -> str:
    said = "".join(f'<w:{side} w:w="{twips}" w:type="dxa"/>' for side, twips in sides.items())
    return f"<w:{name}>{said}</w:{name}>"


def part(kind: str, fill: str = "", lines: str = "", more: str = "") -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return (
        f'<w:tblStylePr w:type="{kind}">{more}<w:tblPr/>'
        f"<w:tcPr><w:tcBorders>{lines}</w:tcBorders>{shade}</w:tcPr></w:tblStylePr>"
    )


TWO = [row(cell("a", 2000), cell("b", 3000))]
STYLE = '<w:style w:type="table" w:styleId="S"><w:name w:val="S"/>{}</w:style>'
IN_STYLE = FIXED + '<w:tblStyle w:val="S"/>'
ALL = "".join(line(side) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
RULED = f"<w:tblBorders>{ALL}</w:tblBorders>{FIXED}"
FILLS = {
    "firstRow": "110000",
    "lastRow": "220000",
    "firstCol": "330000",
    "lastCol": "440000",
    "band1Horz": "550000",
    "band2Horz": "660000",
    "nwCell": "770000",
}
COLORED = STYLE.format("".join(part(kind, fill) for kind, fill in FILLS.items()))
