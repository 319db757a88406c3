"""A table as Typst code: a table for readers when it has header cells, else a grid that only places things."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from docgen.typesetting.formats import Align, Border
from docgen.typesetting.model import Block, Break, Cell, Paragraph, Row, Table
from docgen.typesetting.writing.code import arguments, array, color, points, stroke

Inside = Callable[[Sequence[Block], float], str]

_ALONG = {Align.LEFT: "left", Align.BOTH: "left", Align.CENTER: "center", Align.RIGHT: "right"}
_ALONGSIDE = {"left", "right"}
_DOWN = {"top": "top", "center": "horizon", "bottom": "bottom"}


@dataclass(frozen=True, slots=True)
class Grid:
    """Writes a table; ``inside`` writes what a cell holds, ``cannot`` is told what cannot be set.

    ``height`` knows how high a row is, or says None.
    """

    table: Table
    inside: Inside
    cannot: Callable[[str], None]
    height: Callable[[Table, int], float | None]
    defined: Callable[[str, str], str]

    def code(self, gap: float) -> str:
        """Return the code of the table, ``gap`` below what stands before it."""
        one, heads = self.table, self._heads()
        known = [None if _can_split(row) else self.height(one, index) for index, row in enumerate(one.rows)]
        rows = [
            [self._cell(index, cell, is_known=known[index] is not None) for cell in row.cells]
            for index, row in enumerate(one.rows)
        ]
        values = {
            "columns": array(points(width) for width in one.widths),
            "rows": array(_row(row, height) for row, height in zip(one.rows, known, strict=True)),
            "inset": "0pt",
            "stroke": "none",
            "align": "start + top",
        }
        header = [f"{self._kind}-header({', '.join(code for row in rows[:heads] for code in row)})"] if heads else []
        body = ", ".join([arguments(values), *header, *(code for row in rows[heads:] for code in row)])
        side = _ALONG[one.align]
        place = f"{points(gap)}, {points(one.left if side == 'left' else 0)}, {side}"
        return f"tabled({place}, {self._kind}({body}){self._keeps()})"

    def _keeps(self) -> str:
        """Return what keeps the table whole, and with what follows it: rows that are all kept with the next."""
        kept = [_is_kept(row) for row in self.table.rows]
        is_whole = len(kept) > 1 and all(kept[:-1])
        if any(kept[self._heads() :]) and not (is_whole or all(kept)):
            self.cannot("w:tr w:keepNext")
        return (", whole: true" if is_whole else "") + (", sticky: true" if all(kept) else "")

    @property
    def _kind(self) -> str:
        return "table" if self._heads() else "grid"

    def _heads(self) -> int:
        """Return how many rows at the top are repeated on each page; when all are headers, none is."""
        return next((index for index, row in enumerate(self.table.rows) if not row.is_header), 0)

    def _cell(self, index: int, cell: Cell, *, is_known: bool) -> str:
        row, width = self.table.rows[index], inner_width(self.table, cell)
        values = _look(cell)
        if cell.columns > 1:
            values["colspan"] = str(cell.columns)
        if cell.rows > 1:
            values["rowspan"] = str(cell.rows)
        if not row.may_split and not is_known:
            values["breakable"] = "false"
        sides = zip(("top", "right", "bottom", "left"), insets(self.table, index, cell), strict=True)
        values["inset"] = f"({arguments({side: points(inset) for side, inset in sides})})"
        body = self.inside(cell.blocks, width)
        body = body if is_known else _held(row, cell, width, body)
        said = self.defined("c", f"({arguments(values)})")
        return f"{self._kind}-cell(x: {cell.column}, y: {index}, ..{said}, {body})"


def insets(table: Table, index: int, cell: Cell) -> tuple[float, float, float, float]:
    """Return how far inside a cell its text stands: top, right, bottom, left.

    A line takes room below it, and the table's last one above it too.
    """
    top, right, bottom, left = cell.margins
    over = max(_width(one.borders.top) for one in table.rows[index].cells)
    under = _width(cell.borders.bottom) if index + cell.rows == len(table.rows) else 0.0
    return top + over, right, bottom + under, left


def inner_width(table: Table, cell: Cell) -> float:
    """Return how wide the text of a cell can be."""
    _, right, _, left = cell.margins
    return sum(table.widths[cell.column : cell.column + cell.columns]) - left - right


def inner_height(row: Row, cell: Cell) -> float:
    """Return how high the inside of a cell is in a row of a given height."""
    return row.height - cell.margins[0] - cell.margins[2] - _width(cell.borders.top)


def _look(cell: Cell) -> dict[str, str]:
    """Return how a cell is drawn."""
    borders = cell.borders
    lines = {"top": borders.top, "right": borders.right, "bottom": borders.bottom, "left": borders.left}
    strokes = {side: _stroke(side, line) for side, line in lines.items() if line}
    values = {"stroke": f"({arguments(strokes)})"} if strokes else {}
    if cell.shade:
        values["fill"] = color(cell.shade)
    if cell.vertical != "top":
        values["align"] = f"start + {_DOWN[cell.vertical]}"
    return values


def _stroke(side: str, line: Border) -> str:
    """Return the line of a cell; the typesetter draws a double one as one whose paint is two lines."""
    if line.style != "double":
        return stroke(line)
    return f"double-{'along' if side in _ALONGSIDE else 'across'}({points(line.width)}, {color(line.color)})"


def _is_kept(row: Row) -> bool:
    """Tell whether a row is kept with the next: each of its cells says so in its first paragraph."""
    first = [cell.blocks[0] for cell in row.cells if cell.blocks]
    return bool(first) and all(isinstance(one, Paragraph) and one.shape.keep_next for one in first)


def _can_split(row: Row) -> bool:
    """Tell whether a row can stand on two pages, which one of a given height cannot: it has more than a line."""
    return row.may_split and not all(_is_one_line(cell.blocks) for cell in row.cells)


def _is_one_line(blocks: Sequence[Block]) -> bool:
    """Tell whether a cell whose lines are all broken by hand has no more than one."""
    lines = [one for one in blocks if isinstance(one, Paragraph) and not any(isinstance(x, Break) for x in one.inlines)]
    return len(lines) == len(blocks) <= 1


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
