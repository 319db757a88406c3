"""What the walk through a part keeps of its elements: tables with grids, paragraphs and runs with formatting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from jinja2 import nodes

Spot = tuple[nodes.TemplateData, int]
"""A place in the template's own XML: the piece, and how far into it."""

_SPAN = re.compile(r'w:val="(\d+)"')


@dataclass(slots=True, eq=False)
class Row:
    """A row of a table: how many cells it has, and how many columns they cover."""

    blocks: tuple[int, ...]
    cells: int = 0
    span: int = 0


@dataclass(slots=True, eq=False)
class Table:
    """A table, and whether docxtpl's ``fix_tables`` could change its grid.

    It cannot when no row (those of tables inside counted) is wider than the grid and some row that is always there
    covers it; when every row covers it but all of them come and go, it can only if none is left. ``tagged``: the
    program has a say in the table; a table that it has not keeps its grid.
    """

    blocks: tuple[int, ...]
    start: Spot
    end: Spot
    outer: "Table | None"
    columns: int = 0
    gridless: bool = True
    tagged: bool = False
    unstable: bool = False
    covered: bool = False
    short_rows: bool = False
    row: Row | None = None

    def close_row(self) -> None:
        """Note the row that has ended, here and in the tables around this one."""
        row = self.row
        if row is None:
            return
        self.short_rows |= row.span < self.columns
        for table in (self, *self.around()):
            table.unstable |= row.cells > table.columns
            table.covered |= row.blocks == table.blocks and row.span >= table.columns

    def around(self) -> Iterator["Table"]:
        """Yield the tables that this one stands in, from the inside out."""
        table = self.outer
        while table is not None:
            yield table
            table = table.outer

    @property
    def may_change(self) -> bool:
        """Tell whether the grid may have to be changed."""
        return self.tagged and (self.unstable or not self.covered)

    @property
    def may_change_with_rows(self) -> bool:
        """Tell whether it may have to be changed also when the table has rows."""
        return self.tagged and (self.unstable or (not self.covered and self.short_rows))


@dataclass(slots=True, eq=False)
class Run:
    """A run of text; ``properties`` is its formatting as XML, None when that is not known before the data are."""

    blocks: tuple[int, ...]
    properties: str | None = ""
    read: bool = False

    def read_properties(self, start: Spot, end: Spot, blocks: tuple[int, ...]) -> None:
        """Take the formatting, when it is always there and no tag stands in it; only a run's first plain one."""
        whole = start[0] is end[0] and start[1] >= 0 and blocks == self.blocks
        text = start[0].data[start[1] : end[1]] if whole else "\n"
        if self.read or (whole and not text.startswith("<w:rPr>")):
            return
        self.read = True
        self.properties = None if "\n" in text or "w:rPrChange" in text else text

    @property
    def tab(self) -> str:
        """Return the XML of a tab in this run, as docxtpl writes it."""
        look = self.properties
        return f'</w:t></w:r><w:r>{look}<w:tab/></w:r><w:r>{look}<w:t xml:space="preserve">'


@dataclass(slots=True, eq=False)
class Paragraph:
    """A paragraph and the values in its runs; ``plain`` when it holds no other paragraph and no run in a run."""

    plain: bool = True
    values: list[tuple[nodes.Expr, Run]] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Element:
    """An open element: where it began, and the table, paragraph and run that it is or stands in."""

    name: str
    start: Spot
    table: Table | None = None
    paragraph: Paragraph | None = None
    run: Run | None = None
    ambiguous: bool = False


def span_of(tag: str) -> int | None:
    """Return the columns that a ``w:gridSpan`` says, None when the data say it."""
    found = _SPAN.search(tag)
    return int(found.group(1)) if found else None
