"""A table as Typst code: a table for readers when it has header cells, else a grid that only places things."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from docgen.typesetting.formats import Align, Border, Borders
from docgen.typesetting.model import Block, Cell, Paragraph, Row, Table
from docgen.typesetting.writing.code import arguments, array, color, points, stroke

Inset = tuple[float, float, float, float]
"""Top, right, bottom, left."""
Inside = Callable[[Sequence[Block], float, bool], str]

_ALONG = {Align.LEFT: "left", Align.BOTH: "left", Align.CENTER: "center", Align.RIGHT: "right"}
_ALONGSIDE = {"left", "right"}
_DOWN = {"top": "top", "center": "horizon", "bottom": "bottom"}


_HOUSE = {"inset": "0pt", "stroke": "none", "align": "start + top"}  # where a table says nothing for all its cells


@dataclass(frozen=True)
class Grid:
    """Writes a table; ``inside`` writes what a cell holds, ``cannot`` is told what cannot be set.

    ``height`` knows how high a row is that is not split, or says None.
    """

    table: Table
    inside: Inside
    cannot: Callable[[str], None]
    height: Callable[[Table, int], float | None]
    defined: Callable[[str, str], str]

    def code(self, gap: float) -> str:
        """Return the code of the table, ``gap`` below what stands before it."""
        one, heads = self.table, self._heads()
        known = [self.height(one, index) for index in range(len(one.rows))]
        drawn = [
            [
                _drawn(cell.borders, cell.shade, cell.vertical, inset)
                for cell, inset in zip(row.cells, insets(one, index), strict=True)
            ]
            for index, row in enumerate(one.rows)
        ]
        common = _common([each for row in drawn for each in row])
        rows = [
            [
                self._cell(index, cell, known[index], said - common)
                for cell, said in zip(row.cells, drawn[index], strict=True)
            ]
            for index, row in enumerate(one.rows)
        ]
        values = {"columns": array(map(points, one.widths))} | _HOUSE | dict(sorted(common))
        look = self.defined("g", f"{self._kind}.with({arguments(values)})")
        heights = array(_row(row, height) for row, height in zip(one.rows, known, strict=True))
        header = [f"{self._kind}.header({', '.join(code for row in rows[:heads] for code in row)})"] if heads else []
        body = ", ".join([f"rows: {heights}", *header, *(code for row in rows[heads:] for code in row)])
        side = _ALONG[one.align]
        place = f"{points(gap)}, {points(one.left if side == 'left' else 0)}, {side}"
        return f"tabled({place}, {look}({body}){self._keeps()})"

    def _keeps(self) -> str:
        """Return what keeps the table whole, and with what follows it: rows that are all kept with the next."""
        kept = [_is_kept(row) for row in self.table.rows]
        stays = is_whole(self.table.rows)
        if any(kept[self._heads() :]) and not (stays or all(kept)):
            self.cannot("w:tr w:keepNext")
        return (", whole: true" if stays else "") + (", sticky: true" if all(kept) else "")

    @property
    def _kind(self) -> str:
        return "table" if self._heads() else "grid"

    def _heads(self) -> int:
        """Return how many rows at the top are repeated on each page; when all are headers, none is."""
        return next((index for index, row in enumerate(self.table.rows) if not row.is_header), 0)

    def _cell(self, index: int, cell: Cell, known: float | None, drawn: Iterable[tuple[str, str]]) -> str:
        """Return the code of a cell in a row whose height may be known, ``drawn`` otherwise than the table's others."""
        row = self.table.rows[index]
        # What the last paragraph keeps below itself moves nothing in a row of a known height, where text is at the top.
        body = self.inside(cell.blocks, inner_width(self.table, cell), known is None or cell.vertical != "top")
        body = body if known is not None else _held(row, cell, inner_width(self.table, cell), body)
        values = dict(sorted(drawn))
        if cell.columns > 1:
            values["colspan"] = str(cell.columns)
        if cell.rows > 1:
            values["rowspan"] = str(cell.rows)
        if not row.may_split and known is None:
            values["breakable"] = "false"
        name = f"{self._kind}.cell"
        name = self.defined("c", f"{name}.with({arguments(values)})") if values else name
        if not self._is_even:
            return f"{name}(x: {cell.column}, y: {index}, {body})"
        return f"{name}({body})" if values else body

    @cached_property
    def _is_even(self) -> bool:
        """Tell whether each cell stands where the one before it ends."""
        return all(
            not any(cell.rows > 1 for cell in row.cells)
            and [cell.column for cell in row.cells] == [*accumulate((one.columns for one in row.cells), initial=0)][:-1]
            and sum(cell.columns for cell in row.cells) == len(self.table.widths)
            for row in self.table.rows
        )


def insets(table: Table, index: int) -> list[Inset]:
    """Return how far inside each cell of a row its text stands.

    A line takes room below it, and the table's last one above it too.
    """
    row = table.rows[index]
    over = max([cell.borders.top.width for cell in row.cells if cell.borders.top], default=0.0)
    found = []
    for cell in row.cells:
        top, right, bottom, left = cell.margins
        is_last = index + cell.rows == len(table.rows)
        found.append((top + over, right, bottom + (_width(cell.borders.bottom) if is_last else 0.0), left))
    return found


def inner_width(table: Table, cell: Cell) -> float:
    """Return how wide the text of a cell can be."""
    _, right, _, left = cell.margins
    return sum(table.widths[cell.column : cell.column + cell.columns]) - left - right


def inner_height(row: Row, cell: Cell) -> float:
    """Return how high the inside of a cell is in a row of a given height."""
    return row.height - cell.margins[0] - cell.margins[2] - _width(cell.borders.top)


@lru_cache(maxsize=1024)
def _drawn(borders: Borders, shade: str, vertical: str, inset: Inset) -> frozenset[tuple[str, str]]:
    """Return how a cell is drawn, as arguments."""
    lines = {"top": borders.top, "right": borders.right, "bottom": borders.bottom, "left": borders.left}
    strokes = {side: _stroke(side, line) for side, line in lines.items() if line}
    sides = zip(("top", "right", "bottom", "left"), inset, strict=True)
    values = {"inset": f"({arguments({side: points(length) for side, length in sides})})"}
    if strokes:
        values["stroke"] = f"({arguments(strokes)})"
    if shade:
        values["fill"] = color(shade)
    if vertical != "top":
        values["align"] = f"start + {_DOWN[vertical]}"
    return frozenset(values.items())


def _common(drawn: Sequence[frozenset[tuple[str, str]]]) -> frozenset[tuple[str, str]]:
    """Return what is said once for a whole table: what holds for all of its cells, and the inset of most."""
    insets = Counter(one for each in drawn for one in each if one[0] == "inset")
    return frozenset.intersection(*set(drawn)) | {one for one, _ in insets.most_common(1)}


def _stroke(side: str, line: Border) -> str:
    """Return the line of a cell; the typesetter draws a double one as one whose paint is two lines."""
    if line.style != "double":
        return stroke(line)
    return f"double-{'along' if side in _ALONGSIDE else 'across'}({points(line.width)}, {color(line.color)})"


def is_whole(rows: Sequence[Row]) -> bool:
    """Tell whether a table stands on one page: each row but the last is kept with the next."""
    return len(rows) > 1 and all(map(_is_kept, rows[:-1]))


def _is_kept(row: Row) -> bool:
    """Tell whether a row is kept with the next: each of its cells says so in its first paragraph."""
    first = [cell.blocks[0] for cell in row.cells if cell.blocks]
    return bool(first) and all(isinstance(one, Paragraph) and one.shape.keep_next for one in first)


def _row(row: Row, known: float | None) -> str:
    if row.exact:
        return points(row.height)
    return "auto" if known is None else points(known)


def _held(row: Row, cell: Cell, width: float, body: str) -> str:
    """Return the inside of a cell, held to the height of its row."""
    height = inner_height(row, cell)
    if row.exact:
        return f"exactly({points(height)}, {points(width)}, {body})"
    return f"at-least({points(height)}, {body})" if row.height and height > 0 else body


def _width(edge: Border | None) -> float:
    return edge.width if edge else 0.0
