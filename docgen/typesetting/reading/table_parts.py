"""The parts of a table as they are written: properties by name, rows, and cells placed on the grid."""

import copy
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from docgen.typesetting.reading.kept import Kept, Key, key
from docgen.typesetting.reading.names import VAL, Element, W, first, told

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
_TRPR, _TCPR, _TBLPREX, _TC = f"{W}trPr", f"{W}tcPr", f"{W}tblPrEx", f"{W}tc"
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
_TABLE: Final = frozenset(
    {
        *("tblStyle", "tblW", "jc", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption"),
        *("tblDescription", "tblCellSpacing", "bidiVisual", "tblpPr", "tblOverlap", "tblStyleRowBandSize"),
        *("tblStyleColBandSize",),
    }
)
_KNOWN: Final = {"tblPr": _TABLE, "trPr": _ROW, "tcPr": _CELL}


def local(element: Element) -> str:
    """Return the name of an element of WordprocessingML without its prefix."""
    return str(element.tag).removeprefix(W)


def named(parent: Element | None) -> dict[str, Element]:
    """Return the children of an element by name."""
    if parent is None:
        return {}
    return {SIDES.get(name := local(child), name): child for child in parent.iterchildren("*")}


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What a w:tblPr, w:tblPrEx, w:trPr or w:tcPr says, and what in it cannot be set.

    What is the same is one and the same object, and known by it. Its elements are in no document.
    """

    properties: Named = field(default_factory=dict)
    constructs: tuple[str, ...] = ()


_NOTHING_SAID: Final = Said()
_SAID: Final = Kept[Key, Said](2000)


def said(parent: Element | None) -> Said:
    """Return what an element says."""
    if parent is None:
        return _NOTHING_SAID
    own = key(parent)
    known = _SAID.get(own)
    return _SAID.keep(own, _said(copy.deepcopy(parent))) if known is None else known


def _said(parent: Element) -> Said:
    found, name = named(parent), local(parent)
    unknown = sorted(found.keys() - _KNOWN.get(name, found.keys()))
    return Said(found, tuple(told(found[one].tag) for one in unknown))


def said_of(parent: Element | None, cannot: Cannot) -> Said:
    """Return what an element says, and name what of it cannot be set."""
    found = said(parent)
    for construct in found.constructs:
        cannot(construct)
    return found


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
    said: Said
    row: int
    index: int
    column: int
    columns: int
    marks: list[Element]
    below: "list[PlacedCell]" = field(default_factory=list)
    is_merged: bool = False

    @property
    def properties(self) -> Named:
        """Return what the cell says by name."""
        return self.said.properties

    @property
    def last(self) -> "PlacedCell":
        """Return the lowest cell of a merged one, which is often itself."""
        return self.below[-1] if self.below else self


@dataclass(slots=True, eq=False)
class PlacedRow:
    """A row as it is written; ``excepted`` is what w:tblPrEx says."""

    said: Said
    excepted: Said
    cells: list[PlacedCell]

    @property
    def properties(self) -> Named:
        """Return what the row says by name."""
        return self.said.properties

    @property
    def exceptions(self) -> Named:
        """Return in what the row differs from its table."""
        return self.excepted.properties


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


def _unwrapped(children: Iterable[Element], wanted: str, cannot: Cannot) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, out of the content controls around them, and bookmarks."""
    for child in children:
        tag = child.tag
        if tag in (wanted, _MARK):
            yield child
        elif tag in _WRAPPERS or tag == _INSIDE:
            yield from _unwrapped(child, wanted, cannot)
        elif tag not in _SILENT:
            cannot(told(tag))


def _row(element: Element, index: int, marks: list[Element], cannot: Cannot) -> PlacedRow:
    children = list(element)
    own = said_of(first(children, _TRPR), cannot)
    column = number(own.properties.get("gridBefore"))
    cells: list[PlacedCell] = []
    for one in _unwrapped(children, _TC, cannot):
        if one.tag == _MARK:
            marks.append(one)
            continue
        cell = said_of(first(one, _TCPR), cannot)
        columns = max(1, number(cell.properties["gridSpan"])) if "gridSpan" in cell.properties else 1
        if cells and _continues(cell.properties.get("hMerge")):
            _widen(cells[-1], one, columns, cannot)
        else:
            cells.append(PlacedCell(one, cell, index, len(cells), column, columns, marks))
            marks = []
        column += columns
    if not cells:
        cannot("w:tr w:tc")
    return PlacedRow(own, said(first(children, _TBLPREX)), cells)


def _widen(cell: PlacedCell, merged: Element, columns: int, cannot: Cannot) -> None:
    """Let a cell take the place of the one to its right, as Words before 2000 wrote it."""
    _refuse_filled(merged, "hMerge", cannot)
    if merged.find(f"{W}tcPr/{W}tcBorders") is not None:
        cannot("w:hMerge w:tcBorders")
    cell.columns += columns
    # Its width is that of the first alone; and it is like no other cell any more.
    cell.said = Said({name: one for name, one in cell.properties.items() if name != "tcW"})


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
