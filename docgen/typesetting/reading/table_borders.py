"""Which of two neighbouring cells has its way about the line between them.

ECMA-376 17.4.66: a side without a line gives way; what a cell says beats what its table says; then the heavier kind of
line, then the darker colour, then the cell read first. The standard does not weigh the thickness of two lines of the
same kind: the thicker is drawn, as LibreOffice draws it. Where kind and thickness point at different cells, the edge
is named.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from docgen.typesetting.formats import Border, Borders
from docgen.typesetting.reading.table_edges import SaidEdges
from docgen.typesetting.reading.table_parts import PlacedCell

_FACING: Final = {"top": "bottom", "right": "left", "bottom": "top", "left": "right"}
# Number of lines times the number of the kind (17.4.66).
_WEIGHTS: Final = {"single": 1, "dotted": 4, "dashed": 5, "double": 6}

_Meeting = tuple[PlacedCell, PlacedCell | None]
"""A piece of a cell's side: the cell as it is written in that row, and what stands beyond."""
_Sides = Mapping[str, list[Border | None]]
"""What is drawn along each side of a cell, piece by piece."""


def drawn_borders(said: SaidEdges) -> Mapping[PlacedCell, Borders]:
    """Return what is drawn around the cells; a cell without edges or merged into another may be left out."""
    if not said.any():
        return {}
    said.refuse_diagonals()
    return _Conflicts.of(said).settled()


@dataclass(frozen=True, slots=True)
class _Conflicts:
    """The cells of one table, which of them meet, and what is said of their sides."""

    said: SaidEdges
    starts: Mapping[PlacedCell, PlacedCell]
    fields: Mapping[tuple[int, int], PlacedCell]
    drawn: dict[PlacedCell, _Sides] = field(default_factory=dict)

    @classmethod
    def of(cls, said: SaidEdges) -> "_Conflicts":
        cells = [cell for row in said.rows for cell in row.cells]
        starts = {part: cell for cell in cells if not cell.is_merged for part in (cell, *cell.below)}
        fields = {(one.row, one.column + more): one for one in cells for more in range(one.columns)}
        return cls(said, starts, fields)

    def settled(self) -> Mapping[PlacedCell, Borders]:
        cells = [cell for cell in self.starts if not cell.is_merged]
        for cell in cells:
            self.drawn[cell] = {
                side: [self._winner(one, other, side) for one, other in self._meetings(cell, side)] for side in _FACING
            }
        return {cell: Borders(**{side: self._edge(cell, side) for side in _FACING}) for cell in cells}

    def _meetings(self, cell: PlacedCell, side: str) -> Iterator[_Meeting]:
        """Yield the pieces of a side: row by row along a merged cell, column by column along a wide one."""
        if side in {"left", "right"}:
            beyond = cell.column - 1 if side == "left" else cell.column + cell.columns
            for one in (cell, *cell.below):
                yield one, self.fields.get((one.row, beyond))
            return
        one, step = (cell, -1) if side == "top" else (cell.last, 1)
        for column in range(cell.column, cell.column + cell.columns):
            yield one, self.fields.get((one.row + step, column))

    def _edge(self, cell: PlacedCell, side: str) -> Border | None:
        """Return the edge of a whole side; None where it changes along it, for then the neighbours have it."""
        pieces = self.drawn[cell][side]
        if _is_even(pieces):
            return pieces[0]
        for _, other in self._meetings(cell, side):
            if other is None or not _is_even(self.drawn[self.starts[other]][_FACING[side]]):
                self.said.cannot("w:tcBorders changing along an edge")
        return None

    def _winner(self, one: PlacedCell, other: PlacedCell | None, side: str) -> Border | None:
        here = self.said.of(one, side)
        if other is None:
            return here.border
        there = self.said.of(other, _FACING[side])
        if here.border is None or there.border is None:
            return here.border or there.border
        if here.by_cell != there.by_cell:
            return here.border if here.by_cell else there.border
        first_is_there = side in {"top", "left"}
        return self._heavier(*((there.border, here.border) if first_is_there else (here.border, there.border)))

    def _heavier(self, first: Border, second: Border) -> Border:
        if first == second:
            return first
        if first.style == second.style:
            return max(first, second, key=_strength)
        heavy, light = sorted((first, second), key=lambda one: _WEIGHTS[one.style], reverse=True)
        if heavy.width < light.width:
            self.said.cannot("w:tcBorders of two kinds")
        return heavy


def _is_even(pieces: list[Border | None]) -> bool:
    return all(one == pieces[0] for one in pieces)


def _strength(border: Border) -> tuple[float, int, int, int]:
    """Return what the stronger of two lines of one kind has more of: thickness, then darkness (17.4.66)."""
    red, green, blue = bytes.fromhex(border.color)
    return border.width, -(red + blue + 2 * green), -(blue + 2 * green), -green
