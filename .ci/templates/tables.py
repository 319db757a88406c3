"""Tables of a template; each has fixed widths, so that no value changes the page."""

from collections.abc import Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.parser import parse_xml
from docx.shared import Length, Mm
from docx.table import Table, _Row
from house import TEXT_WIDTH
from lines import Piece, Story, code, line

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TABLE = """
<w:tbl xmlns:w="{word}">
  <w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{total}" w:type="dxa"/><w:tblInd w:w="{indent}" w:type="dxa"/>
    <w:tblLayout w:type="fixed"/>
    <w:tblLook w:val="{look}"/>
    <w:tblCaption w:val="{caption}"/></w:tblPr>
  <w:tblGrid>{columns}</w:tblGrid>
</w:tbl>"""
# What the style says of the first column (80), the first row (20) and of no bands (600).
LOOKS = {"Uppgiftstabell": "0680", "Linjetabell": "06A0"}
LABEL_WIDTH = Mm(47)


def table(story: Story, style: str, caption: str, widths: Sequence[Length], indent: Length | None = None) -> Table:
    """Return a new table without rows; ``caption`` is its name to those who do not see it."""
    text = TABLE.format(
        word=WORD,
        style=style,
        total=sum(width.twips for width in widths),
        indent=indent.twips if indent else 0,
        look=LOOKS[style],
        caption=caption,
        columns="".join(f'<w:gridCol w:w="{width.twips}"/>' for width in widths),
    )
    place = element(story.add_paragraph())
    made = parse_xml(text)
    place.getparent().replace(place, made)
    return Table(made, story)  # type: ignore[arg-type] # python-docx asks for its own classes


def facts(story: Story, values: str, caption: str, indent: Length | None = None, *, whole: bool = False) -> None:
    """Add a table without lines: what, and its value; nothing when there are no values.

    One that is ``whole`` stands on one page: each row but the last is kept with the next.
    """
    code(story, f"if {values}")
    value_width = Length(TEXT_WIDTH - LABEL_WIDTH - (indent or 0))
    made = table(story, "Uppgiftstabell", caption, (LABEL_WIDTH, value_width), indent=indent)
    code_row(made, f"for u in {values}")
    if whole:
        code_row(made, "if not loop.last")
        _fact(made, keep=True)
        code_row(made, "else")
    _fact(made)
    if whole:
        code_row(made, "endif")
    code_row(made, "endfor")
    code(story, "endif")


def _fact(made: Table, *, keep: bool = False) -> None:
    new = row(made)
    fill(new, ("Uppgiftsetikett", "{{ u.etikett }}"), ("Uppgift", "{{ u.varde }}"))
    for cell in new.cells if keep else ():
        cell.paragraphs[0].paragraph_format.keep_with_next = True


def listing(story: Story, values: str, caption: str, *columns: tuple[str, Length, str]) -> None:
    """Add a table with lines: a row for each of ``values``, named ``r``; a column is its title, its width and its name.

    Nothing is added when there are no values. The title stands in the template, where its editor can change it.
    """
    code(story, f"if {values}")
    made = table(story, "Linjetabell", caption, [width for _, width, _ in columns])
    fill(row(made, header=True), *(("Tabellrubrik", title) for title, _, _ in columns))
    code_row(made, f"for r in {values}")
    fill(row(made), *(("Tabelltext", "{{ r." + name + " }}") for _, _, name in columns))
    code_row(made, "endfor")
    code(story, "endif")


def row(made: Table, *, header: bool = False) -> _Row:
    """Return a new row that stays on one page; a header row is repeated on each."""
    new = _added(made)
    properties = element(new).get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if header:
        properties.append(OxmlElement("w:tblHeader"))
    return new


def _added(made: Any) -> _Row:  # noqa: ANN401 (python-docx has no type for add_row)
    new: _Row = made.add_row()
    return new


def code_row(made: Table, tag: str) -> None:
    """Add a row that holds one tag of the template language."""
    new = _added(made)
    cells = new.cells
    fill(new, ("Mallkod", "{%tr " + tag + " %}"), *(("Mallkod",) for _ in cells[1:]))


def fill(new: _Row, *cells: tuple[str | Piece, ...]) -> None:
    """Write one paragraph in each cell of the row: its style, then its pieces."""
    for cell, (style, *pieces) in zip(new.cells, cells, strict=True):
        line(emptied(cell), str(style), *pieces)


def emptied(story: Any) -> Any:  # noqa: ANN401 (a cell, a header or a footer)
    """Return the story without the empty paragraph that it came with."""
    for paragraph in story.paragraphs:
        place = element(paragraph)
        place.getparent().remove(place)
    return story


def element(thing: Any) -> Any:  # noqa: ANN401 (python-docx's proxies and lxml's elements)
    """Return the XML behind a paragraph, a row or a table."""
    return thing._element  # noqa: SLF001 (python-docx has no public name for it)
