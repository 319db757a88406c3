"""Reads a table: its style, widths, rows, cells and lines, resolved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from docgen.typesetting.formats import NO_BORDERS, Align, Borders
from docgen.typesetting.model import Block, Cell, Paragraph, Row, Table
from docgen.typesetting.reading.names import VAL, Element, W, construct, on, points
from docgen.typesetting.reading.story import StoryReader
from docgen.typesetting.reading.table_borders import drawn_borders
from docgen.typesetting.reading.table_edges import SaidEdges
from docgen.typesetting.reading.table_format import Spot, TableFormat, length
from docgen.typesetting.reading.table_parts import (
    Named,
    PlacedCell,
    PlacedRow,
    is_filled,
    named,
    placed_rows,
)
from docgen.typesetting.reading.table_widths import column_widths, is_fixed

Margins = tuple[float, float, float, float]
"""Top, right, bottom and left."""

_SIDES: Final = ("top", "right", "bottom", "left")
_WORD_MARGINS: Final[Margins] = (0.0, 5.4, 0.0, 5.4)  # where not even a style says anything
_ALIGNS: Final = {
    "left": Align.LEFT,
    "start": Align.LEFT,
    "center": Align.CENTER,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
}
_VERTICALS: Final = frozenset({"top", "center", "bottom"})
_EXCEPTIONS: Final = frozenset({"tblCellMar", "tblBorders"})
_EDGE_FIRST: Final = 15  # the compatibility mode from which a table begins with its edge, not with its text


def table(element: Element, story: StoryReader) -> Table:
    """Return a w:tbl; what it says that cannot be set is named."""
    place = story.place + 1
    try:
        return _table(element, story, place)
    except ValueError:  # a number that is none
        story.cannot(construct(element))
        return Table((), (), place)


def _table(element: Element, story: StoryReader, place: int) -> Table:
    properties = element.find(f"{W}tblPr")
    style = properties.find(f"{W}tblStyle") if properties is not None else None
    styles = story.styles.table(style.get(VAL) if style is not None else None)
    said = TableFormat.of(styles, properties, story.cannot)
    _refuse(said.table, story)
    rows = placed_rows(element, story.cannot)
    widths = column_widths(element, said.table, rows, story.width, story.cannot)
    borders = drawn_borders(SaidEdges(rows, said, story.styles.ink, story.cannot))
    align = _align(said.table.get("jc"), story)
    return Table(
        widths=widths,
        rows=_Rows(story, said, rows, widths, borders, align).all(),
        place=place,
        left=_left(said, rows, borders, story) if align is Align.LEFT else 0.0,
        align=align,
        has_row_heads="firstColumn" in said.switches,
        title=_value(said.table.get("tblCaption")),
        summary=_value(said.table.get("tblDescription")),
    )


def _refuse(said: Named, story: StoryReader) -> None:
    """Name what a whole table may be and cannot be set as."""
    if "tblpPr" in said:
        story.cannot("w:tblpPr")
    if on(said.get("bidiVisual")):
        story.cannot("w:bidiVisual")
    if length(said.get("tblCellSpacing"), story.cannot):
        story.cannot("w:tblCellSpacing")
    if _is_old(story) and (width := said.get("tblW")) is not None and width.get(f"{W}type") == "pct":
        story.cannot(construct(width, f"{W}type"))  # of the text and the cells' margins, LibreOffice: of the text
    shade = said.get("shd")
    if shade is not None and story.styles.ink.shade(shade, story.cannot):
        story.cannot("w:tblPr w:shd")


def _value(element: Element | None) -> str:
    return element.get(VAL, "") if element is not None else ""


def _align(element: Element | None, story: StoryReader) -> Align:
    if element is None:
        return Align.LEFT
    found = _ALIGNS.get(element.get(VAL, ""))
    if found is None:
        story.cannot(construct(element, VAL))
    return found or Align.LEFT


def _left(
    said: TableFormat, rows: Sequence[PlacedRow], borders: Mapping[PlacedCell, Borders], story: StoryReader
) -> float:
    """Return where the first column begins.

    Since Word 2013 the outside of the first line lies at the indent; before, the text did, unless the table stood in
    another one.
    """
    indent = length(said.table.get("tblInd"), story.cannot)
    if _is_old(story):
        return indent - _margins([said.margins], story)[3]
    first = borders.get(rows[0].cells[0], NO_BORDERS).left if rows and rows[0].cells else None
    return indent + (first.width / 2 if first else 0.0)


def _is_old(story: StoryReader) -> bool:
    """Tell whether a table's text, not its edge, is put at the margins of the page."""
    return story.compatibility < _EDGE_FIRST and not story.nested


def _margins(levels: Sequence[Named], story: StoryReader) -> Margins:
    """Return the margins that the levels say together, the weakest first."""
    top, right, bottom, left = (
        next((length(one[side], story.cannot) for one in reversed(levels) if side in one), default)
        for side, default in zip(_SIDES, _WORD_MARGINS, strict=True)
    )
    return top, right, bottom, left


@dataclass(frozen=True, slots=True)
class _Rows:
    """Reads the rows of one table."""

    story: StoryReader
    said: TableFormat
    rows: Sequence[PlacedRow]
    widths: tuple[float, ...]
    borders: Mapping[PlacedCell, Borders]
    align: Align
    _readers: dict[tuple[tuple[str, ...], str], StoryReader] = field(default_factory=dict)
    _parts_of: dict[PlacedCell, tuple[str, ...]] = field(default_factory=dict)
    _usual_margins: dict[tuple[str, ...], Margins] = field(default_factory=dict)

    def all(self) -> tuple[Row, ...]:
        """Return the rows that are printed; only those at the top are header rows."""
        found: list[Row] = []
        leads = True
        for index, row in enumerate(self.rows):
            said = self.said.row(Spot(index, len(self.rows), 0, len(row.cells)), row.properties)
            self._refuse(row, said)
            cells = self._cells(row)
            if on(said.get("hidden")) and not any(_says_anything(cell.blocks) for cell in cells):
                self._refuse_torn(row)
                continue
            leads = leads and on(said.get("tblHeader"))
            found.append(self._row(cells, said, leads=leads))
        return tuple(found)

    def _row(self, cells: tuple[Cell, ...], said: Named, *, leads: bool) -> Row:
        height = said.get("trHeight")
        return Row(
            cells=cells,
            height=points(height.get(VAL, "0")) if height is not None else 0.0,
            exact=height is not None and height.get(f"{W}hRule") == "exact",
            may_split=not on(said.get("cantSplit")),
            is_header=leads,
        )

    def _refuse(self, row: PlacedRow, said: Named) -> None:
        """Name what a row may say and cannot be set as."""
        story = self.story
        if "jc" in said and _align(said["jc"], story) is not self.align:
            story.cannot("w:trPr w:jc")
        if length(said.get("tblCellSpacing"), story.cannot):
            story.cannot("w:tblCellSpacing")
        for name in sorted(row.exceptions.keys() - _EXCEPTIONS):
            own = self.said.table.get(name)
            if own is None or dict(own.attrib) != dict(row.exceptions[name].attrib):
                story.cannot(f"w:tblPrEx w:{name}")
        marks = ["hideMark" in cell.properties and not is_filled(cell.element) for cell in row.cells]
        if marks and all(marks):
            story.cannot("w:hideMark")

    def _refuse_torn(self, row: PlacedRow) -> None:
        if any(cell.below or cell.is_merged for cell in row.cells):
            self.story.cannot("w:hidden w:vMerge")

    def _cells(self, row: PlacedRow) -> tuple[Cell, ...]:
        """Return the cells of a row. Word gives all of them the largest margin above and below that one has."""
        margins = [self._margins(row, cell) for cell in row.cells]
        top, bottom = (max((one[side] for one in margins), default=0.0) for side in (0, 2))
        return tuple(
            self._cell(cell, (top, right, bottom, left))
            for cell, (_, right, _, left) in zip(row.cells, margins, strict=True)
            if not cell.is_merged
        )

    def _margins(self, row: PlacedRow, cell: PlacedCell) -> Margins:
        parts = self._parts(cell)
        if "tcMar" not in cell.properties and "tblCellMar" not in row.exceptions:
            if parts not in self._usual_margins:
                self._usual_margins[parts] = self._margins_of(parts)
            return self._usual_margins[parts]
        return self._margins_of(parts, named(row.exceptions.get("tblCellMar")), named(cell.properties.get("tcMar")))

    def _margins_of(self, parts: tuple[str, ...], row: Named | None = None, cell: Named | None = None) -> Margins:
        styled = [self.said.parts[name].margins for name in parts]
        return _margins([self.said.margins, row or {}, *styled, cell or {}], self.story)

    def _parts(self, cell: PlacedCell) -> tuple[str, ...]:
        found = self._parts_of.get(cell)
        if found is None:
            spot = Spot(cell.row, len(self.rows), cell.index, len(self.rows[cell.row].cells))
            found = self._parts_of[cell] = self.said.of_cell(spot)
        return found

    def _cell(self, cell: PlacedCell, margins: Margins) -> Cell:
        said = self._said(cell)
        self._refuse_in_cell(said)
        for mark in cell.marks:
            self.story.bookmark(mark)
        shade = self._shade(cell)
        width = sum(self.widths[cell.column : cell.column + cell.columns]) - margins[1] - margins[3]
        return Cell(
            column=cell.column,
            blocks=self._reader(self._parts(cell), shade).inside(width).blocks(cell.element),
            columns=cell.columns,
            rows=1 + len(cell.below),
            margins=margins,
            borders=self.borders.get(cell, NO_BORDERS),
            shade=shade,
            vertical=_value(said.get("vAlign")) or "top",
        )

    def _said(self, cell: PlacedCell) -> Named:
        if not self.said.parts:
            return cell.properties
        found: dict[str, Element] = {}
        for name in self._parts(cell):
            found |= self.said.parts[name].cell
        return found | cell.properties

    def _refuse_in_cell(self, said: Named) -> None:
        cannot = self.story.cannot
        if (direction := _value(said.get("textDirection")) or "lrTb") != "lrTb":
            cannot(f"w:textDirection w:val={direction}")
        if on(said.get("tcFitText")):
            cannot("w:tcFitText")
        if on(said.get("noWrap")) and not is_fixed(self.said.table):
            cannot("w:noWrap")
        if (vertical := _value(said.get("vAlign")) or "top") not in _VERTICALS:
            cannot(f"w:vAlign w:val={vertical}")

    def _shade(self, cell: PlacedCell) -> str:
        """Return the colour of a cell; name a merged one that changes colour on its way down."""
        shades = [self._shade_of(self._said(one).get("shd")) for one in (cell, *cell.below)]
        if any(one != shades[0] for one in shades):
            self.story.cannot("w:vMerge w:shd")
        return shades[0]

    def _shade_of(self, said: Element | None) -> str:
        return "" if said is None else self.story.styles.ink.shade(said, self.story.cannot)

    def _reader(self, parts: tuple[str, ...], shade: str) -> StoryReader:
        found = self._readers.get((parts, shade))
        if found is None:
            properties = [one for name in parts for one in self.said.parts[name].paragraphs]
            found = self._readers[parts, shade] = self.story.under(properties, shade)
        return found


def _says_anything(blocks: tuple[Block, ...]) -> bool:
    return any(not isinstance(one, Paragraph) or one.inlines or one.label for one in blocks)
