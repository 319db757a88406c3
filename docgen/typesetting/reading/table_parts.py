"""The parts of a table as they are written: properties by name, rows, and cells placed on the grid."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from docgen.typesetting.reading.names import VAL, Element, W, told

Cannot = Callable[[str], None]
Named = dict[str, Element]
"""Properties by their name without prefix, ``start`` and ``end`` called ``left`` and ``right``."""

SIDES: Final = {"start": "left", "end": "right"}
_MOST_COLUMNS: Final = 63  # Word's own limit
_MARK: Final = f"{W}bookmarkStart"
_WRAPPERS: Final = frozenset({f"{W}sdt", f"{W}customXml", f"{W}smartTag"})
_INSIDE: Final = f"{W}sdtContent"
# Marks of places and of the one who wrote: nothing of them is printed.
_SILENT: Final = frozenset(
    f"{W}{name}"
    for name in (
        *("bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd", "proofErr"),
        *("customXmlPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tblPrEx", "tcPr"),
    )
)
_TEXT: Final = f"{W}t"
_NOTHING: Final = frozenset({f"{W}rPr", f"{W}lastRenderedPageBreak"})
# What Word may write in a w:trPr or w:tcPr without a line of print changing.
_NO_PRINT: Final = frozenset({"cnfStyle", "divId", "headers"})
_ROW: Final = _NO_PRINT | {
    *("gridBefore", "gridAfter", "wBefore", "wAfter", "cantSplit", "trHeight", "tblHeader", "tblCellSpacing"),
    *("jc", "hidden"),
}
_CELL: Final = _NO_PRINT | {
    *("tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection", "tcFitText"),
    *("vAlign", "hideMark"),
}


def local(element: Element) -> str:
    """Return the name of an element of WordprocessingML without its prefix."""
    return str(element.tag).removeprefix(W)


def named(parent: Element | None) -> dict[str, Element]:
    """Return the children of an element by name."""
    if parent is None:
        return {}
    return {SIDES.get(name := local(child), name): child for child in parent.iterchildren("*")}


def known(parent: Element | None, names: frozenset[str], cannot: Cannot) -> dict[str, Element]:
    """Return the children of an element by name, and name those that are not among ``names``."""
    found = named(parent)
    for name in sorted(found.keys() - names):
        cannot(told(found[name].tag))
    return found


def row_properties(parent: Element | None, cannot: Cannot) -> dict[str, Element]:
    """Return what a w:trPr says."""
    return known(parent, _ROW, cannot)


def cell_properties(parent: Element | None, cannot: Cannot) -> dict[str, Element]:
    """Return what a w:tcPr says."""
    return known(parent, _CELL, cannot)


def number(element: Element | None, default: int = 0) -> int:
    """Return the whole number in ``w:val``. Raises ValueError for anything else, and for more than a table can have."""
    found = int(element.get(VAL, default)) if element is not None else default
    if not 0 <= found <= _MOST_COLUMNS:
        raise ValueError
    return found


@dataclass(slots=True, eq=False)
class PlacedCell:
    """A cell on the grid: ``row`` counts rows, ``index`` the cells of its row, ``column`` grid columns, all from 0.

    ``marks`` are the bookmarks that stand before it, ``below`` the cells merged into it, row by row.
    """

    element: Element
    properties: Named
    row: int
    index: int
    column: int
    columns: int
    marks: list[Element]
    below: "list[PlacedCell]" = field(default_factory=list)
    is_merged: bool = False

    @property
    def last(self) -> "PlacedCell":
        """Return the lowest cell of a merged one, which is often itself."""
        return self.below[-1] if self.below else self


@dataclass(slots=True, eq=False)
class PlacedRow:
    """A row as it is written; ``exceptions`` are what w:tblPrEx says."""

    properties: Named
    exceptions: Named
    cells: list[PlacedCell]


def placed_rows(table: Element, cannot: Cannot) -> list[PlacedRow]:
    """Return the rows of a w:tbl with their cells on the grid, merged ones known."""
    rows: list[PlacedRow] = []
    marks: list[Element] = []
    for one in _unwrapped(table, f"{W}tr", cannot):
        if one.tag == _MARK:
            marks.append(one)
        else:
            rows.append(_row(one, len(rows), marks, cannot))
            marks = []
    _merge(rows, cannot)
    return rows


def _unwrapped(parent: Element, wanted: str, cannot: Cannot) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, out of the content controls around them, and bookmarks."""
    for child in parent.iterchildren("*"):
        if child.tag in {wanted, _MARK}:
            yield child
        elif child.tag in _WRAPPERS or child.tag == _INSIDE:
            yield from _unwrapped(child, wanted, cannot)
        elif child.tag not in _SILENT:
            cannot(told(child.tag))


def _row(element: Element, index: int, marks: list[Element], cannot: Cannot) -> PlacedRow:
    properties = row_properties(element.find(f"{W}trPr"), cannot)
    column = number(properties.get("gridBefore"))
    cells: list[PlacedCell] = []
    for one in _unwrapped(element, f"{W}tc", cannot):
        if one.tag == _MARK:
            marks.append(one)
            continue
        said = cell_properties(one.find(f"{W}tcPr"), cannot)
        columns = max(1, number(said.get("gridSpan"), 1))
        if _continues(said.get("hMerge")) and cells:
            _widen(cells[-1], one, columns, cannot)
        else:
            cells.append(PlacedCell(one, said, index, len(cells), column, columns, marks))
            marks = []
        column += columns
    if not cells:
        cannot("w:tr w:tc")
    return PlacedRow(properties, named(element.find(f"{W}tblPrEx")), cells)


def _widen(cell: PlacedCell, merged: Element, columns: int, cannot: Cannot) -> None:
    """Let a cell take the place of the one to its right, as Words before 2000 wrote it."""
    _refuse_filled(merged, "hMerge", cannot)
    if merged.find(f"{W}tcPr/{W}tcBorders") is not None:
        cannot("w:hMerge w:tcBorders")
    cell.columns += columns
    cell.properties.pop("tcW", None)  # that of the first alone


def _continues(merge: Element | None) -> bool:
    return merge is not None and merge.get(VAL, "continue") == "continue"


def _merge(rows: list[PlacedRow], cannot: Cannot) -> None:
    """Put every cell that goes on with the one above into that one."""
    above: dict[int, PlacedCell] = {}
    for row in rows:
        here = {}
        for cell in row.cells:
            merge = cell.properties.get("vMerge")
            start = above.get(cell.column) if _continues(merge) else None
            if start is not None:
                _join(start, cell, cannot)
            if merge is not None:
                here[cell.column] = start or cell
        above = here


def _join(start: PlacedCell, cell: PlacedCell, cannot: Cannot) -> None:
    if cell.columns != start.columns:
        cannot("w:vMerge w:gridSpan")
    _refuse_filled(cell.element, "vMerge", cannot)
    cell.is_merged = True
    start.marks += cell.marks
    start.below.append(cell)


def _refuse_filled(cell: Element, merge: str, cannot: Cannot) -> None:
    """Name a merged cell that says something of its own: Word hides it, others do not."""
    if is_filled(cell):
        cannot(f"w:{merge} w:r")


def is_filled(cell: Element) -> bool:
    """Tell whether there is anything in a cell but empty paragraphs."""
    if cell.find(f".//{W}tbl") is not None:
        return True
    content = (child for run in cell.iter(f"{W}r") for child in run.iterchildren("*"))
    return any(child.text if child.tag == _TEXT else child.tag not in _NOTHING for child in content)
