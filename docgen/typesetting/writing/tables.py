"""A table as Typst code: a table for readers when it has header cells, else a grid that only places things."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from docgen.typesetting.formats import Align, Border, Borders
from docgen.typesetting.model import Block, Cell, Paragraph, Row, Table
from docgen.typesetting.writing.code import arguments, array, color, points, stroke
from docgen.typesetting.writing.kept import Kept

Inset = tuple[float, float, float, float]
"""Top, right, bottom, left."""
Inside = Callable[[Sequence[Block], float, str, bool], str]

_ALONG = {Align.LEFT: "left", Align.BOTH: "left", Align.CENTER: "center", Align.RIGHT: "right"}
_ALONGSIDE = {"left", "right"}
_DOWN = {"top": "top", "center": "horizon", "bottom": "bottom"}


_HOUSE = {"inset": "0pt", "stroke": "none", "align": "start + top"}  # where a table says nothing for all its cells

Drawn = frozenset[tuple[str, str]]
"""How a cell is drawn, as arguments."""
Seat = tuple[Cell, Inset, float]
"""A cell, how far inside it its text stands, and how wide its text can be."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the text of a table's cells stands, row by row; ``has_merged``: one reaches over several rows.

    ``is_even``: each cell stands where the one before it ends.
    """

    rows: Sequence[Sequence[Seat]]
    has_merged: bool
    is_even: bool


@dataclass(frozen=True)
class Grid:
    """Writes a table; ``inside`` writes what a cell holds, ``cannot`` is told what cannot be set.

    ``height`` knows how high a row is that is not split, or says None. ``around`` is the name of the look that is said
    for all of the table, "" where none is.
    """

    table: Table
    plan: Plan
    inside: Inside
    cannot: Callable[[str], None]
    height: Callable[[Table, int], float | None]
    defined: Callable[[str, str], str]
    around: str

    def code(self, gap: float) -> str:
        """Return the code of the table, ``gap`` below what stands before it."""
        one, heads = self.table, self._heads
        known = [self.height(one, index) for index in range(len(one.rows))]
        drawn = [
            [_drawn(_strokes(one.borders), one.shade, one.vertical, _inset(one, inset, high)) for one, inset, _ in row]
            for row, high in zip(self.plan.rows, known, strict=True)
        ]
        common, own = _common(tuple([each for row in drawn for each in row]))
        rows = [self._row(index, known[index], [own[each] for each in row]) for index, row in enumerate(drawn)]
        look = self.defined("g", _look(self._kind, one.widths, common))
        heights = array(_height(row, height) for row, height in zip(one.rows, known, strict=True))
        header = [f"{self._kind}.header({', '.join(code for row in rows[:heads] for code in row)})"] if heads else []
        body = ", ".join([f"rows: {heights}", *header, *(code for row in rows[heads:] for code in row)])
        side = _ALONG[one.align]
        place = f"{points(gap)}, {points(one.left if side == 'left' else 0)}, {side}"
        code = f"{self.around}({look}({body}))" if self.around else f"{look}({body})"
        return f"tabled({place}, {code}{self._keeps()})"

    def _keeps(self) -> str:
        """Return what keeps the table whole, and with what follows it: rows that are all kept with the next."""
        kept = [_is_kept(row) for row in self.table.rows]
        stays = is_whole(self.table.rows)
        if any(kept[self._heads :]) and not (stays or all(kept)):
            self.cannot("w:tr w:keepNext")
        return (", whole: true" if stays else "") + (", sticky: true" if all(kept) else "")

    @property
    def _kind(self) -> str:
        return "table" if self._heads else "grid"

    @cached_property
    def _heads(self) -> int:
        """Return how many rows at the top are repeated on each page; when all are headers, none is."""
        return next((index for index, row in enumerate(self.table.rows) if not row.is_header), 0)

    def _row(self, index: int, known: float | None, drawn: Iterable[Sequence[tuple[str, str]]]) -> list[str]:
        """Return the code of the cells of a row whose height may be known, each ``drawn`` otherwise than the others."""
        row, kind, codes = self.table.rows[index], self._kind, []
        for (cell, _, width), own in zip(self.plan.rows[index], drawn, strict=True):
            # What the last paragraph keeps below itself moves nothing in a row of a known height, where text is at the
            # top.
            body = self.inside(cell.blocks, width, kind, known is None or cell.vertical != "top")
            body = body if known is not None else _held(row, cell, width, body)
            values = _values(row, cell, known) if known is None or cell.columns > 1 or cell.rows > 1 else {}
            values = dict(own) | values if own else values
            name = self.defined("c", f"{kind}.cell.with({arguments(values)})") if values else f"{kind}.cell"
            if not self.plan.is_even:
                codes.append(f"{name}(x: {cell.column}, y: {index}, {body})")
            else:
                codes.append(f"{name}({body})" if values else body)
        return codes


def plan(table: Table) -> Plan:
    """Return where the text of a table's cells stands."""
    last, columns = len(table.rows), len(table.widths)
    rows, has_merged, is_even = [], False, True
    for index, row in enumerate(table.rows):
        # A line takes room below it, and the table's last one above it too.
        over = max([cell.borders.top.width for cell in row.cells if cell.borders.top], default=0.0)
        seats, column = [], 0
        for cell in row.cells:
            top, right, bottom, left = cell.margins
            under = _width(cell.borders.bottom) if index + cell.rows == last else 0.0
            width = sum(table.widths[cell.column : cell.column + cell.columns]) - left - right
            seats.append((cell, (top + over, right, bottom + under, left), width))
            is_even = is_even and cell.column == column
            has_merged = has_merged or cell.rows > 1
            column += cell.columns
        is_even = is_even and column == columns
        rows.append(seats)
    return Plan(rows, has_merged, is_even and not has_merged)


def _inset(cell: Cell, inset: Inset, known: float | None) -> Inset:
    """Return how far inside a cell its text is set: in a row of a known height the line below it moves nothing."""
    if known is None or cell.vertical != "top":
        return inset
    top, right, _, left = inset
    return top, right, cell.margins[2], left


def inner_height(row: Row, cell: Cell) -> float:
    """Return how high the inside of a cell is in a row of a given height."""
    return row.height - cell.margins[0] - cell.margins[2] - _width(cell.borders.top)


def _values(row: Row, cell: Cell, known: float | None) -> dict[str, str]:
    """Return what a cell is otherwise than one of a single column and row, in a row that may split."""
    values = {}
    if cell.columns > 1:
        values["colspan"] = str(cell.columns)
    if cell.rows > 1:
        values["rowspan"] = str(cell.rows)
    if not row.may_split and known is None:
        values["breakable"] = "false"
    return values


@lru_cache(maxsize=1024)
def _drawn(strokes: str, shade: str, vertical: str, inset: Inset) -> Drawn:
    """Return how a cell is drawn."""
    sides = zip(("top", "right", "bottom", "left"), inset, strict=True)
    values = {"inset": f"({arguments({side: points(length) for side, length in sides})})"}
    if strokes:
        values["stroke"] = strokes
    if shade:
        values["fill"] = color(shade)
    if vertical != "top":
        values["align"] = f"start + {_DOWN[vertical]}"
    return frozenset(values.items())


def _lines(borders: Borders) -> str:
    lines = {"top": borders.top, "right": borders.right, "bottom": borders.bottom, "left": borders.left}
    strokes = {side: _stroke(side, line) for side, line in lines.items() if line}
    return f"({arguments(strokes)})" if strokes else ""


_strokes = Kept(lru_cache(maxsize=1024)(_lines), 4096).of
"""Return the lines of a cell."""


@lru_cache(maxsize=256)
def _common(drawn: Sequence[Drawn]) -> tuple[Drawn, Mapping[Drawn, Sequence[tuple[str, str]]]]:
    """Return what is said once for a whole table, and what is left to say for cells drawn in each way.

    Said once is what holds for all of its cells, and the inset of most.
    """
    counted, insets = Counter(drawn), Counter[tuple[str, str]]()
    for each, count in counted.items():
        insets.update({one: count for one in each if one[0] == "inset"})
    common = frozenset.intersection(*counted) | {one for one, _ in insets.most_common(1)}
    return common, {each: sorted(each - common) for each in counted}


@lru_cache(maxsize=1024)
def _look(kind: str, widths: Sequence[float], common: Drawn) -> str:
    """Return a function of rows and cells."""
    return f"{kind}.with({arguments({'columns': array(map(points, widths))} | _HOUSE | dict(sorted(common)))})"


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


def _height(row: Row, known: float | None) -> str:
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
