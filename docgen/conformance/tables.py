"""Tables: which tags they hold, whether their rows are equally long, and what says which cells are headers."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.conformance import rules
from docgen.conformance.finding import Finding
from docgen.conformance.objects import at, integer, items, name, octets
from docgen.conformance.structure import Node, Tree, attribute

MAX_CELLS = 1_000_000
_GROUPS = frozenset({"THead", "TBody", "TFoot"})
_CELLS = frozenset({"TH", "TD"})


@dataclass(slots=True, eq=False)
class Cell:
    """One cell: its kind, its spans, its scope, what it is called and which headers it names."""

    kind: str
    columns: int
    rows: int
    scope: str
    identifier: bytes
    headers: list[bytes]
    row: int = 0
    column: int = 0


class Irregular(Exception):
    """The rows of the table do not make a rectangle; ``reason`` is a key of the messages' reasons."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(slots=True)
class Grid:
    """The cells of a table by their places; Irregular when they do not fill it."""

    height: int
    width: int
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)

    def put(self, cell: Cell, row: int, column: int) -> int:
        """Put a cell in the first free place of a row from ``column`` on, and return the place after it."""
        while column < self.width and (row, column) in self.cells:
            column += 1
        if column + cell.columns > self.width:
            raise Irregular("pdf_for_bred_rad")
        if row + cell.rows > self.height:
            raise Irregular("pdf_for_hog_cell")
        cell.row, cell.column = row, column
        for place in ((row + down, column + right) for down in range(cell.rows) for right in range(cell.columns)):
            if place in self.cells:
                raise Irregular("pdf_celler_over_varandra")
            self.cells[place] = cell
        return column + cell.columns


def findings(table: Node, tree: Tree) -> Iterator[Finding]:
    """Yield what is wrong with one table (ISO 14289-1, 7.2 and 7.5)."""
    kinds = table.kinds()
    many = [kind for kind in ("THead", "TFoot", "Caption") if kinds.count(kind) > 1]
    headless = "TBody" not in kinds and not {"THead", "TFoot"}.isdisjoint(kinds)
    if many or headless or "Caption" in kinds[1:-1]:
        kind = many[0] if many else "TBody" if headless else "Caption"
        yield rules.TABLE_NESTING.at("pdf_tabell", table.page, typ=kind)
    rows = [[_cell(node, tree) for node in row.significant() if node.standard in _CELLS] for row in _rows(table)]
    try:
        grid = _grid(rows)
    except Irregular as error:
        yield rules.TABLE_IRREGULAR.at("pdf_tabell", table.page, orsak=error.reason)
        return
    if not _has_headers(grid):
        yield rules.TABLE_HEADER.at("pdf_tabell", table.page)


def _rows(table: Node) -> Iterator[Node]:
    for node in table.significant():
        if node.standard == "TR":
            yield node
        elif node.standard in _GROUPS:
            yield from (row for row in node.significant() if row.standard == "TR")


def _cell(node: Node, tree: Tree) -> Cell:
    def of_table(key: str) -> object:
        return attribute(tree, node.entries, "Table", key)

    return Cell(
        node.standard,
        max(integer(of_table("/ColSpan")) or 1, 1),
        max(integer(of_table("/RowSpan")) or 1, 1),
        name(of_table("/Scope")),
        octets(at(node.entries, "/ID")),
        [octets(one) for one in items(of_table("/Headers"))],
    )


def _grid(rows: list[list[Cell]]) -> Grid:
    """Return the cells in their places; the first row says how many columns there are."""
    height = _height(rows)
    width = sum(cell.columns for cell in rows[0]) if rows else 0
    if height * width > MAX_CELLS:
        raise Irregular("pdf_for_bred_rad")
    grid = Grid(height, width)
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            column = grid.put(cell, row, column)
    if len(grid.cells) < height * width:
        raise Irregular("pdf_for_kort_rad")
    return grid


def _height(rows: list[list[Cell]]) -> int:
    """Return the number of rows by the first cell of each; the rows that it reaches into are counted with it."""
    height = at_row = 0
    while at_row < len(rows):
        reach = rows[at_row][0].rows if rows[at_row] else 0
        height += reach
        at_row += max(reach, 1)
    return height


def _has_headers(grid: Grid) -> bool:
    """Return whether all headers tell their scope, or all other cells name theirs or have one above or before."""
    headers = [cell for cell in grid.cells.values() if cell.kind == "TH"]
    if all(cell.scope for cell in headers):
        return True
    known = {cell.identifier for cell in headers if cell.identifier}
    return all(
        _names_headers(cell, known) or _is_under_header(grid, cell) for cell in grid.cells.values() if cell.kind == "TD"
    )


def _names_headers(cell: Cell, known: set[bytes]) -> bool:
    return bool(cell.headers) and known.issuperset(cell.headers)


def _is_under_header(grid: Grid, cell: Cell) -> bool:
    """Return whether a header that says so stands above the cell or before it, with no data cell beyond a header."""
    above = (
        _reaches([grid.cells[row, column] for row in range(cell.row - 1, -1, -1)], "Column")
        for column in range(cell.column, cell.column + cell.columns)
    )
    before = (
        _reaches([grid.cells[row, column] for column in range(cell.column - 1, -1, -1)], "Row")
        for row in range(cell.row, cell.row + cell.rows)
    )
    return any(above) or any(before)


def _reaches(cells: list[Cell], direction: str) -> bool:
    seen_header = False
    for cell in cells:
        if cell.kind == "TH":
            if cell.scope in {direction, "Both"}:
                return True
            seen_header = True
        elif seen_header:
            return False
    return False
