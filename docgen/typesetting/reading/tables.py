"""Reads a table: how it is set, which tables that are written alike share, and what stands in its cells."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from docgen.typesetting.formats import NO_BORDERS, Align, Borders
from docgen.typesetting.model import Block, Cell, Paragraph, Row, Table
from docgen.typesetting.reading.kept import Kept
from docgen.typesetting.reading.names import VAL, Element, W, construct, first, on
from docgen.typesetting.reading.resolving import Ground
from docgen.typesetting.reading.story import StoryReader
from docgen.typesetting.reading.table_borders import drawn_borders
from docgen.typesetting.reading.table_edges import SaidEdges
from docgen.typesetting.reading.table_format import TableFormat, length
from docgen.typesetting.reading.table_parts import (
    Cannot,
    Named,
    PlacedCell,
    PlacedRow,
    Said,
    is_filled,
    placed_rows,
    said,
)
from docgen.typesetting.reading.table_rows import PlannedRow, RowPlanner, alignment, margins, value
from docgen.typesetting.reading.table_widths import column_widths

_TBLPR, _TBLGRID, _GRIDCOL, _W = f"{W}tblPr", f"{W}tblGrid", f"{W}gridCol", f"{W}w"
_EDGE_FIRST: Final = 15  # the compatibility mode from which a table begins with its edge, not with its text
_MOST: Final = 100  # plans of a template


@dataclass(frozen=True, slots=True)
class _Plan:
    """A table without what stands in its cells, and what of it as a whole cannot be set."""

    widths: tuple[float, ...]
    rows: tuple[PlannedRow, ...]
    left: float
    align: Align
    has_row_heads: bool
    title: str
    summary: str
    constructs: tuple[str, ...]


def table(element: Element, story: StoryReader) -> Table:
    """Return a w:tbl; what it says that cannot be set is named."""
    place = story.place + 1
    try:
        return _table(element, story, place)
    except ValueError:  # a number that is none
        story.cannot(construct(element))
        return Table((), (), place)


def _table(element: Element, story: StoryReader, place: int) -> Table:
    rows = placed_rows(element, story.cannot)
    plan = _plan(element, rows, story)
    for fault in plan.constructs:
        story.cannot(fault)
    return Table(
        widths=plan.widths,
        rows=_rows(rows, plan.rows, story),
        place=place,
        left=plan.left,
        align=plan.align,
        has_row_heads=plan.has_row_heads,
        title=plan.title,
        summary=plan.summary,
    )


@lru_cache(maxsize=16)
def _plans(_ground: Ground) -> Kept[Hashable, _Plan]:
    """Return the plans of the tables of one template."""
    return Kept(_MOST)


def _plan(element: Element, rows: Sequence[PlacedRow], story: StoryReader) -> _Plan:
    """Return the plan of a table; it hangs on its properties and on where it stands, not on what stands in it."""
    own, plans = said(first(element, _TBLPR)), _plans(story.book.ground)
    grid = tuple(one.get(_W, "0") for grid in element.iterchildren(_TBLGRID) for one in grid.iterchildren(_GRIDCOL))
    lines = tuple((row.said, row.excepted, *(cell.said for cell in row.cells)) for row in rows)
    key = own, grid, story.width, story.nested, story.fill, lines
    known = plans.get(key)
    return plans.keep(key, _planned(own, grid, rows, story)) if known is None else known


def _planned(own: Said, grid: Sequence[str], rows: Sequence[PlacedRow], story: StoryReader) -> _Plan:
    faults: list[str] = []
    cannot = faults.append
    style = own.properties.get("tblStyle")
    styles = story.styles.table(style.get(VAL) if style is not None else None)
    form = TableFormat.of(styles, own, cannot)
    _refuse(form.table, story, cannot)
    widths = column_widths(grid, form.table, rows, story.width, cannot)
    borders = drawn_borders(SaidEdges(rows, form, story.styles.ink, cannot))
    align = alignment(form.table.get("jc"), cannot)
    return _Plan(
        widths=widths,
        rows=tuple(RowPlanner(story, form, rows, widths, borders, align).all()),
        left=_left(form, rows, borders, story, cannot) if align is Align.LEFT else 0.0,
        align=align,
        has_row_heads="firstColumn" in form.switches,
        title=value(form.table.get("tblCaption")),
        summary=value(form.table.get("tblDescription")),
        constructs=tuple(faults),
    )


def _refuse(said: Named, story: StoryReader, cannot: Cannot) -> None:
    """Name what a whole table may be and cannot be set as."""
    if "tblpPr" in said:
        cannot("w:tblpPr")
    if on(said.get("bidiVisual")):
        cannot("w:bidiVisual")
    if length(said.get("tblCellSpacing"), cannot):
        cannot("w:tblCellSpacing")
    if _is_old(story) and (width := said.get("tblW")) is not None and width.get(f"{W}type") == "pct":
        cannot(construct(width, f"{W}type"))  # of the text and the cells' margins, LibreOffice: of the text
    shade = said.get("shd")
    if shade is not None and story.styles.ink.shade(shade, cannot):
        cannot("w:tblPr w:shd")


def _left(
    said: TableFormat,
    rows: Sequence[PlacedRow],
    borders: Mapping[PlacedCell, Borders],
    story: StoryReader,
    cannot: Cannot,
) -> float:
    """Return where the first column begins.

    Since Word 2013 the outside of the first line lies at the indent; before, the text did, unless the table stood in
    another one.
    """
    indent = length(said.table.get("tblInd"), cannot)
    if _is_old(story):
        return indent - margins([said.margins], cannot)[3]
    first = borders.get(rows[0].cells[0], NO_BORDERS).left if rows and rows[0].cells else None
    return indent + (first.width / 2 if first else 0.0)


def _is_old(story: StoryReader) -> bool:
    """Tell whether a table's text, not its edge, is put at the margins of the page."""
    return story.compatibility < _EDGE_FIRST and not story.nested


def _rows(rows: Sequence[PlacedRow], plans: Sequence[PlannedRow], story: StoryReader) -> tuple[Row, ...]:
    """Return the rows that are printed; only those at the top are header rows."""
    found: list[Row] = []
    leads = True
    for row, plan in zip(rows, plans, strict=True):
        for fault in plan.constructs:
            story.cannot(fault)
        if plan.shrinks and not any(is_filled(cell.element) for cell in row.cells):
            story.cannot("w:hideMark")
        cells = _cells(row, plan, story)
        if plan.hides and not any(_says_anything(cell.blocks) for cell in cells):
            if plan.is_torn:
                story.cannot("w:hidden w:vMerge")
            continue
        leads = leads and plan.is_header
        found.append(Row(cells, plan.height, plan.exact, plan.may_split, leads))
    return tuple(found)


def _cells(row: PlacedRow, plan: PlannedRow, story: StoryReader) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    written = (cell for cell in row.cells if not cell.is_merged)
    for cell, planned in zip(written, plan.cells, strict=True):
        for mark in cell.marks:
            story.bookmark(mark)
        cells.append(
            Cell(
                planned.column,
                story.cell(planned.room, cell.element),
                planned.columns,
                planned.rows,
                planned.margins,
                planned.borders,
                planned.shade,
                planned.vertical,
            )
        )
    return tuple(cells)


def _says_anything(blocks: tuple[Block, ...]) -> bool:
    return any(not isinstance(one, Paragraph) or one.inlines or one.label for one in blocks)
