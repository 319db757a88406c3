"""How wide the columns of a table are.

The file says it thrice: the grid, the preferred widths of the cells, the preferred width of the table. Where they
agree there is nothing to choose. A fixed table follows its cells (ECMA-376 17.18.87); an automatic one whose cells
want other widths than the grid has was laid out by its content, which is not done here, and is named.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from docgen.typesetting.reading.names import Element, W, construct, points
from docgen.typesetting.reading.table_parts import Cannot, Named, PlacedRow, number

_NEAR: Final = 1.0  # points: what rounding makes of a column that is meant to be the same
_FIFTIETHS: Final = 5000  # a whole, in fiftieths of a percent
_UNUSABLE: Final = "w:tblLayout autofit without widths"


def column_widths(
    written: Sequence[str], table: Named, rows: Sequence[PlacedRow], available: float, cannot: Cannot
) -> tuple[float, ...]:
    """Return the widths of the columns in points.

    ``written`` is the grid as the table has it; ``available`` is what a percentage is taken of. Names widths that
    contradict each other.
    """
    fixed = is_fixed(table)
    wanted = _wanted(table.get("tblW"), available, cannot)
    grid = _grid(written, rows)
    edges = list(_edges(rows, grid, sum(grid) or wanted or available, cannot))
    if 0.0 in grid or not _agree(edges, grid):
        grid = _by_cells(edges, grid, fixed=fixed, cannot=cannot)
    if wanted and abs(sum(grid) - wanted) > _NEAR:
        if fixed:
            cannot("w:tblW w:tblGrid")
        whole = sum(grid) or 1.0
        grid = [one * wanted / whole for one in grid]
    return tuple(grid)


def is_fixed(table: Named) -> bool:
    """Tell whether the content of a table has no say in its widths."""
    layout = table.get("tblLayout")
    return layout is not None and layout.get(f"{W}type") == "fixed"


def _grid(written: Sequence[str], rows: Sequence[PlacedRow]) -> list[float]:
    """Return the widths of w:tblGrid, as many as the rows need."""
    grid = [points(one) for one in written]
    needed = max((cell.column + cell.columns for row in rows for cell in row.cells), default=0)
    return grid[:needed] + [0.0] * (needed - len(grid))


def _wanted(width: Element | None, whole: float, cannot: Cannot) -> float:
    """Return a preferred width in points, 0 where the content or the grid decides."""
    if width is None:
        return 0.0
    kind, value = width.get(f"{W}type", "dxa"), width.get(f"{W}w", "0")
    if kind in {"auto", "nil"}:
        return 0.0
    if kind == "dxa":
        return points(value)
    if kind != "pct" or not whole:
        cannot(construct(width, f"{W}type"))
        return 0.0
    share = value.removesuffix("%")
    return whole * float(share) / (_FIFTIETHS if share == value else 100)


def _edges(
    rows: Sequence[PlacedRow], grid: Sequence[float], whole: float, cannot: Cannot
) -> Iterator[tuple[int, int, float]]:
    """Yield what each cell that wants a width says: its first column, the one after its last, and the width."""
    for row in rows:
        before = number(row.properties.get("gridBefore"))
        skipped = _wanted(row.properties.get("wBefore"), whole, cannot)
        if before and skipped:
            yield 0, min(before, len(grid)), skipped
        for cell in row.cells:
            width = _wanted(cell.properties.get("tcW"), whole, cannot)
            if width:
                yield cell.column, cell.column + cell.columns, width


def _agree(edges: Sequence[tuple[int, int, float]], grid: Sequence[float]) -> bool:
    """Tell whether the cells want what the grid has."""
    return all(abs(sum(grid[first:end]) - width) <= _NEAR for first, end, width in edges)


def _by_cells(
    edges: Sequence[tuple[int, int, float]], grid: list[float], *, fixed: bool, cannot: Cannot
) -> list[float]:
    """Return the columns as the cells want them; where they do not settle a column, the grid does."""
    if not edges:
        cannot(_UNUSABLE)
        return [one or 1.0 for one in grid]
    if not fixed and 0.0 not in grid:
        cannot("w:tcW w:tblGrid")
        return grid
    places = _places(edges, len(grid))
    if None in places or not _agree(edges, widths := [b - a for a, b in pairwise(p or 0.0 for p in places)]):
        cannot("w:tcW w:tblGrid")
        return [one or 1.0 for one in grid]
    return widths


def _places(edges: Sequence[tuple[int, int, float]], columns: int) -> list[float | None]:
    """Return where each grid line lies by the widths of the cells, None for one that no cell settles."""
    places: list[float | None] = [0.0, *[None] * columns]
    for _ in range(columns):
        for first, end, width in edges:
            start, stop = places[first], places[end]
            if start is not None and stop is None:
                places[end] = start + width
            elif start is None and stop is not None:
                places[first] = stop - width
    return places
