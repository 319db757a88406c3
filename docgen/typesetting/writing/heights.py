"""How high blocks are, where that can be known before they are set: where it is certain how many lines there are.

The typesetter would measure the same, but must set a block to measure it, a row of a table thrice. What is said here
is exact, or not said.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from docgen.typesetting.model import (
    Block,
    Bookmark,
    Break,
    Cell,
    Inline,
    PageCount,
    Paragraph,
    Picture,
    Tab,
    Table,
    Text,
)
from docgen.typesetting.writing import paragraphs
from docgen.typesetting.writing import wraps as full
from docgen.typesetting.writing.inlines import split
from docgen.typesetting.writing.sheet import Sheet
from docgen.typesetting.writing.spacing import distance
from docgen.typesetting.writing.tables import Inset, inner_height, inner_width, insets

_SLACK = full.SLACK
_HAIR = 0.005  # points that a tab may be reckoned beyond the edge at which it stands
_DIGITS = "0000"  # no page number is wider
_STOPS = {"left", "right", "center"}


@dataclass(frozen=True, slots=True)
class Heights:
    """Tells heights in lines of a ``width``; ``step`` is the distance of default tab stops.

    Lines that are broken where they are full are counted too, unless not ``wraps``.
    """

    sheet: Sheet
    width: float
    step: float
    wraps: bool = True

    def blocks(self, blocks: Sequence[Block]) -> float | None:
        """Return how high a story, a cell or a frame is with what it keeps above and below; None where unknown."""
        total = 0.0
        above: Block | None = None
        for block in blocks:
            one = self._block(block)
            if one is None or _joined(above, block):
                return None
            total += one + (_before(block) if above is None else distance(self.sheet, above, block))
            above = block
        below = above.shape.after + self.sheet.leading(above) if isinstance(above, Paragraph) else 0.0
        return total + below

    def unsplit(self, table: Table, index: int) -> float | None:
        """Return how high a row is that stands on one page, or None: for one that may split, it is of one line."""
        row = table.rows[index]
        if row.may_split and not all(_is_one_line(cell.blocks) for cell in row.cells):
            return None
        return Heights(self.sheet, self.width, self.step, wraps=not row.may_split).row(table, index)

    def row(self, table: Table, index: int) -> float | None:
        """Return how high a row is, or None."""
        key = (id(table), index, self.wraps)
        if key not in self.sheet.rows:
            self.sheet.rows[key] = (table, self._row(table, index))
        return self.sheet.rows[key][1]

    def _row(self, table: Table, index: int) -> float | None:
        row = table.rows[index]
        if row.exact or any(cell.rows > 1 for one in table.rows for cell in one.cells):
            return None
        highest = 0.0
        for cell, inset in zip(row.cells, insets(table, index), strict=True):
            height = self._cell(table, index, cell, inset)
            if height is None:
                return None
            highest = max(highest, height)
        return highest or None

    def _cell(self, table: Table, index: int, cell: Cell, inset: Inset) -> float | None:
        inside = Heights(self.sheet, inner_width(table, cell), self.step, self.wraps).blocks(cell.blocks)
        if inside is None:
            return None
        top, _, bottom, _ = inset
        return max(inside, inner_height(table.rows[index], cell)) + top + bottom

    def _block(self, block: Block) -> float | None:
        if isinstance(block, Paragraph):
            return self._paragraph(block)
        rows = [self.row(block, index) for index in range(len(block.rows))]
        return sum(one for one in rows if one is not None) if None not in rows and not block.begins_page else None

    def _paragraph(self, one: Paragraph) -> float | None:
        if one.label or one.frame or one.shape.page_break_before:
            return None
        total, leading = 0.0, self.sheet.leading(one)
        start = one.shape.left + one.shape.first
        for line in split(one.inlines, Break):
            height = self._line(one, line, start, leading)
            if height is None:
                return None
            total += height + leading
            start = one.shape.left
        sides = (one.shape.borders.top, one.shape.borders.bottom)
        return total - leading + sum(edge.space + edge.width for edge in sides if edge)

    def _line(self, one: Paragraph, line: Sequence[Inline], start: float, leading: float) -> float | None:
        """Return how high a line is, or the lines that it is broken into; None for one that is not all known."""
        end, limit = self._end(one, line, start), self.width - one.shape.right
        if end is None:
            return None
        edges = {
            (inline.height, 0.0) if isinstance(inline, Picture) else self.sheet.edges(inline.look, one.shape)
            for inline in line
            if isinstance(inline, Text | PageCount | Picture)
        } or {self.sheet.edges(one.mark, one.shape)}
        height = max(over for over, _ in edges) + max(under for _, under in edges)
        if end <= limit + (_HAIR if _is_tabbed(line) else -_SLACK):
            return height
        texts = [inline for inline in line if isinstance(inline, Text)]
        if not self.wraps or len(edges) > 1 or len(texts) < len(line):
            return None
        count = full.lines(texts, self.sheet.width, full.Measure(start, one.shape.left, limit))
        return None if count is None else height * count + leading * (count - 1)

    def _end(self, one: Paragraph, line: Sequence[Inline], start: float) -> float | None:
        """Return where the text of a line ends."""
        x = start
        for index, part in enumerate(split(line, Tab)):
            width = self._width(part)
            if width is None:
                return None
            if index:
                stop = min((tab for tab in self._stops(one) if tab[0] > x), default=None)
                if stop is None or not stop[1]:
                    return None
                needed = {"right": width, "center": width / 2}.get(stop[1], 0.0)
                x = max(x, stop[0] - needed)
            x += width
        return x

    def _stops(self, one: Paragraph) -> Iterator[tuple[float, str]]:
        for stop in one.shape.tabs:
            yield (stop.position, stop.kind) if stop.kind in _STOPS and not stop.leader else (stop.position, "")
        if one.shape.first < 0:
            yield one.shape.left, "left"

    def _width(self, inlines: Iterable[Inline]) -> float | None:
        """Return how wide inlines are, None for what is not plain text, page numbers or pictures in the line."""
        total = 0.0
        for one in inlines:
            match one:
                case Text() if (width := self.sheet.known_width([one])) is not None:
                    total += width
                case PageCount(look=look):
                    total += self.sheet.width(_DIGITS, look)
                case Picture(anchor=None):
                    total += one.width
                case Bookmark():
                    pass
                case _:
                    return None
        return total


def _before(block: Block) -> float:
    return block.shape.before if isinstance(block, Paragraph) else 0.0


def _joined(above: Block | None, below: Block) -> bool:
    return isinstance(above, Paragraph) and isinstance(below, Paragraph) and paragraphs.joins(above, below)


def _is_one_line(blocks: Sequence[Block]) -> bool:
    """Tell whether a cell whose lines are all broken by hand has no more than one."""
    lines = [one for one in blocks if isinstance(one, Paragraph) and Break not in map(type, one.inlines)]
    return len(lines) == len(blocks) <= 1


def _is_tabbed(line: Sequence[Inline]) -> bool:
    return any(isinstance(one, Tab) for one in line)
