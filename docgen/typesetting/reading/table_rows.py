"""How the rows of a table are set, but for what stands in their cells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from docgen.typesetting.formats import NO_BORDERS, Align, Borders
from docgen.typesetting.reading.names import VAL, Element, W, construct, on, points
from docgen.typesetting.reading.resolving import Under
from docgen.typesetting.reading.story import Room, StoryReader
from docgen.typesetting.reading.table_format import Spot, TableFormat, length
from docgen.typesetting.reading.table_parts import Cannot, Named, PlacedCell, PlacedRow, named
from docgen.typesetting.reading.table_widths import is_fixed

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


@dataclass(frozen=True, slots=True)
class PlannedCell:
    """A cell without its blocks; ``room`` is what they stand in."""

    column: int
    columns: int
    rows: int
    margins: Margins
    borders: Borders
    shade: str
    vertical: str
    room: Room


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row without the blocks of its cells, and what of it cannot be set.

    ``hides`` says that it is not there where nothing stands in it, ``shrinks`` that the empty marks of its cells give
    it no height, ``is_torn`` that a merged cell goes through it.
    """

    cells: tuple[PlannedCell, ...]
    height: float
    exact: bool
    may_split: bool
    is_header: bool
    hides: bool
    shrinks: bool
    is_torn: bool
    constructs: tuple[str, ...]


def value(element: Element | None) -> str:
    """Return what ``w:val`` says, "" where there is none."""
    return element.get(VAL, "") if element is not None else ""


def alignment(element: Element | None, cannot: Cannot) -> Align:
    """Return where a w:jc puts a table."""
    if element is None:
        return Align.LEFT
    found = _ALIGNS.get(element.get(VAL, ""))
    if found is None:
        cannot(construct(element, VAL))
    return found or Align.LEFT


def margins(levels: Sequence[Named], cannot: Cannot) -> Margins:
    """Return the margins that the levels say together, the weakest first."""
    top, right, bottom, left = (
        next((length(one[side], cannot) for one in reversed(levels) if side in one), default)
        for side, default in zip(_SIDES, _WORD_MARGINS, strict=True)
    )
    return top, right, bottom, left


@dataclass(frozen=True, slots=True)
class RowPlanner:
    """Plans the rows of one table."""

    story: StoryReader
    said: TableFormat
    rows: Sequence[PlacedRow]
    widths: tuple[float, ...]
    borders: Mapping[PlacedCell, Borders]
    align: Align
    _faults: list[str] = field(default_factory=list)
    _alike: dict[PlannedCell, PlannedCell] = field(default_factory=dict)
    _unders: dict[tuple[tuple[str, ...], str], Under] = field(default_factory=dict)
    _parts_of: dict[PlacedCell, tuple[str, ...]] = field(default_factory=dict)
    _usual_margins: dict[tuple[str, ...], Margins] = field(default_factory=dict)

    def all(self) -> Iterator[PlannedRow]:
        """Yield the rows; those that are alike are one and the same object."""
        known: dict[PlannedRow, PlannedRow] = {}
        for index, row in enumerate(self.rows):
            planned = self._row(row, self.said.row(Spot(index, len(self.rows), 0, len(row.cells)), row.properties))
            yield known.setdefault(planned, planned)

    def _row(self, row: PlacedRow, said: Named) -> PlannedRow:
        self._faults.clear()
        self._refuse(row, said)
        cells = self._cells(row)
        height = said.get("trHeight")
        return PlannedRow(
            cells=cells,
            height=points(height.get(VAL, "0")) if height is not None else 0.0,
            exact=height is not None and height.get(f"{W}hRule") == "exact",
            may_split=not on(said.get("cantSplit")),
            is_header=on(said.get("tblHeader")),
            hides=on(said.get("hidden")),
            shrinks=bool(row.cells) and all("hideMark" in cell.properties for cell in row.cells),
            is_torn=any(cell.below or cell.is_merged for cell in row.cells),
            constructs=tuple(self._faults),
        )

    def _refuse(self, row: PlacedRow, said: Named) -> None:
        """Name what a row may say and cannot be set as."""
        cannot = self._faults.append
        if "jc" in said and alignment(said["jc"], cannot) is not self.align:
            cannot("w:trPr w:jc")
        if length(said.get("tblCellSpacing"), cannot):
            cannot("w:tblCellSpacing")
        for name in sorted(row.exceptions.keys() - _EXCEPTIONS):
            own = self.said.table.get(name)
            if own is None or dict(own.attrib) != dict(row.exceptions[name].attrib):
                cannot(f"w:tblPrEx w:{name}")

    def _cells(self, row: PlacedRow) -> tuple[PlannedCell, ...]:
        """Return the cells of a row. Word gives all of them the largest margin above and below that one has."""
        said = [self._margins(row, cell) for cell in row.cells]
        top, bottom = (max((one[side] for one in said), default=0.0) for side in (0, 2))
        return tuple(
            self._cell(cell, (top, right, bottom, left))
            for cell, (_, right, _, left) in zip(row.cells, said, strict=True)
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
        return margins([self.said.margins, row or {}, *styled, cell or {}], self._faults.append)

    def _parts(self, cell: PlacedCell) -> tuple[str, ...]:
        found = self._parts_of.get(cell)
        if found is None:
            spot = Spot(cell.row, len(self.rows), cell.index, len(self.rows[cell.row].cells))
            found = self._parts_of[cell] = self.said.of_cell(spot)
        return found

    def _cell(self, cell: PlacedCell, margins: Margins) -> PlannedCell:
        said = self._said(cell)
        self._refuse_in_cell(said)
        shade = self._shade(cell)
        width = sum(self.widths[cell.column : cell.column + cell.columns])
        planned = PlannedCell(
            column=cell.column,
            columns=cell.columns,
            rows=1 + len(cell.below),
            margins=margins,
            borders=self.borders.get(cell, NO_BORDERS),
            shade=shade,
            vertical=value(said.get("vAlign")) or "top",
            room=Room(self._under(self._parts(cell), shade), width - margins[1] - margins[3]),
        )
        return self._alike.setdefault(planned, planned)

    def _said(self, cell: PlacedCell) -> Named:
        if not self.said.parts:
            return cell.properties
        found: dict[str, Element] = {}
        for name in self._parts(cell):
            found |= self.said.parts[name].cell
        return found | cell.properties

    def _refuse_in_cell(self, said: Named) -> None:
        cannot = self._faults.append
        if (direction := value(said.get("textDirection")) or "lrTb") != "lrTb":
            cannot(f"w:textDirection w:val={direction}")
        if on(said.get("tcFitText")):
            cannot("w:tcFitText")
        if on(said.get("noWrap")) and not is_fixed(self.said.table):
            cannot("w:noWrap")
        if (vertical := value(said.get("vAlign")) or "top") not in _VERTICALS:
            cannot(f"w:vAlign w:val={vertical}")

    def _shade(self, cell: PlacedCell) -> str:
        """Return the colour of a cell; name a merged one that changes colour on its way down."""
        shades = [self._shade_of(self._said(one).get("shd")) for one in (cell, *cell.below)]
        if any(one != shades[0] for one in shades):
            self._faults.append("w:vMerge w:shd")
        return shades[0]

    def _shade_of(self, said: Element | None) -> str:
        return "" if said is None else self.story.styles.ink.shade(said, self._faults.append)

    def _under(self, parts: tuple[str, ...], shade: str) -> Under:
        """Return what lies beneath the styles in a cell; automatic ink is white on a dark ground."""
        found = self._unders.get((parts, shade))
        if found is None:
            properties = [one for name in parts for one in self.said.parts[name].paragraphs]
            found = self._unders[parts, shade] = self.story.book.ground.under(properties, shade or self.story.fill)
        return found
