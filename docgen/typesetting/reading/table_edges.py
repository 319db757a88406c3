"""What each side of a cell is said to have: by the cell, by its table's style for that part, or by the table."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from docgen.typesetting.formats import Border
from docgen.typesetting.reading.ink import Ink
from docgen.typesetting.reading.names import Element
from docgen.typesetting.reading.table_format import WHOLE, Spot, TableFormat
from docgen.typesetting.reading.table_parts import Cannot, PlacedCell, PlacedRow, named

_INSIDE: Final = {"top": "insideH", "bottom": "insideH", "left": "insideV", "right": "insideV"}
_DIAGONALS: Final = ("tl2br", "tr2bl")


@dataclass(frozen=True, slots=True)
class Edge:
    """A line on one side of a cell, or none; ``by_cell`` when the cell says so and not its table."""

    border: Border | None = None
    by_cell: bool = False


@dataclass(frozen=True, slots=True)
class SaidEdges:
    """The edges that the cells of one table are said to have."""

    rows: Sequence[PlacedRow]
    format: TableFormat
    ink: Ink
    cannot: Cannot
    _edges: dict[tuple[PlacedCell, str], Edge] = field(default_factory=dict)
    _borders: dict[Element, Border | None] = field(default_factory=dict)

    def any(self) -> bool:
        """Tell whether a line is spoken of at all."""
        return bool(
            self.format.borders
            or any(part.borders for part in self.format.parts.values())
            or any("tblBorders" in row.exceptions for row in self.rows)
            or any("tcBorders" in cell.properties for row in self.rows for cell in row.cells)
        )

    def of(self, cell: PlacedCell, side: str) -> Edge:
        """Return what is said of a side of a cell."""
        found = self._edges.get((cell, side))
        if found is None:
            found = self._edges[cell, side] = self._said(cell, side)
        return found

    def refuse_diagonals(self) -> None:
        """Name every line across a cell."""
        said = [cell.properties.get("tcBorders") for row in self.rows for cell in row.cells]
        levels = [*map(named, said), *(part.borders for part in self.format.parts.values())]
        for level in levels:
            for name in _DIAGONALS:
                if name in level and self._border(level[name]):
                    self.cannot(f"w:{name}")

    def _said(self, cell: PlacedCell, side: str) -> Edge:
        direct = named(cell.properties.get("tcBorders"))
        if side in direct:
            return Edge(self._border(direct[side]), by_cell=True)
        row = self.rows[cell.row]
        spot = Spot(cell.row, len(self.rows), cell.index, len(row.cells))
        exceptions = named(row.exceptions.get("tblBorders"))
        by_table = self._key(WHOLE, side, spot)
        for name in reversed(self.format.of_cell(spot)):
            styled = self.format.parts[name].borders.get(self._key(name, side, spot))
            if styled is not None:
                self._refuse_quarrel(styled, (self.format.own_borders | exceptions).get(by_table))
                return Edge(self._border(styled), by_cell=True)
        return Edge(self._border((self.format.borders | exceptions).get(by_table)))

    def _key(self, part: str, side: str, spot: Spot) -> str:
        return side if self.format.is_outer(part, side, spot) else _INSIDE[side]

    def _refuse_quarrel(self, styled: Element, own: Element | None) -> None:
        """Name an edge that the table itself and its style's part say differently: no source tells which Word draws."""
        if own is not None and self._border(styled) != self._border(own):
            self.cannot("w:tblBorders w:tblStylePr")

    def _border(self, element: Element | None) -> Border | None:
        if element is None:
            return None
        if element not in self._borders:
            self._borders[element] = self.ink.border(element, self.cannot)
        return self._borders[element]
