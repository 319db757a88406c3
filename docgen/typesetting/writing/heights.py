"""How high blocks are, where that can be known before they are set: where every line is as it was broken by hand.

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
from docgen.typesetting.writing.inlines import split
from docgen.typesetting.writing.sheet import Sheet
from docgen.typesetting.writing.spacing import distance
from docgen.typesetting.writing.tables import inner_height, inner_width, insets

_SLACK = 1.0  # points that must be left of a line, so that no rounding can break it
_DIGITS = "0000"  # no page number is wider
_STOPS = {"left", "right", "center"}


@dataclass(frozen=True, slots=True)
class Heights:
    """Tells heights in lines of a ``width``; ``step`` is the distance of default tab stops."""

    sheet: Sheet
    width: float
    step: float

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

    def row(self, table: Table, index: int) -> float | None:
        """Return how high a row is, or None."""
        row = table.rows[index]
        if row.exact or any(cell.rows > 1 for one in table.rows for cell in one.cells):
            return None
        found = [self._cell(table, index, cell) for cell in row.cells]
        return max((one for one in found if one is not None), default=None) if None not in found else None

    def _cell(self, table: Table, index: int, cell: Cell) -> float | None:
        inside = Heights(self.sheet, inner_width(table, cell), self.step).blocks(cell.blocks)
        if inside is None:
            return None
        top, _, bottom, _ = insets(table, index, cell)
        return max(inside, inner_height(table.rows[index], cell)) + top + bottom

    def _block(self, block: Block) -> float | None:
        if isinstance(block, Paragraph):
            return self._paragraph(block)
        rows = [self.row(block, index) for index in range(len(block.rows))]
        return sum(one for one in rows if one is not None) if None not in rows and not block.begins_page else None

    def _paragraph(self, one: Paragraph) -> float | None:
        if one.label or one.frame or one.shape.page_break_before:
            return None
        lines = list(split(one.inlines, Break))
        heights = [self._line(one, line, is_first=not index) for index, line in enumerate(lines)]
        if None in heights:
            return None
        leading = self.sheet.leading(one) * (len(lines) - 1)
        sides = (one.shape.borders.top, one.shape.borders.bottom)
        box = sum(edge.space + edge.width for edge in sides if edge)
        return sum(height for height in heights if height is not None) + leading + box

    def _line(self, one: Paragraph, line: Sequence[Inline], *, is_first: bool) -> float | None:
        """Return how high a line is that fits its width; None for one that may be broken or is not all known."""
        end = self._end(one, line, one.shape.left + (one.shape.first if is_first else 0.0))
        if end is None or end > self.width - one.shape.right - (0 if _is_tabbed(line) else _SLACK):
            return None
        edges = [
            (inline.height, 0.0) if isinstance(inline, Picture) else self.sheet.edges(inline.look, one.shape)
            for inline in line
            if isinstance(inline, Text | PageCount | Picture)
        ] or [self.sheet.edges(one.mark, one.shape)]
        return max(over for over, _ in edges) + max(under for _, under in edges)

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
                case Text(text, look) if self._is_plain(one):
                    total += self.sheet.width(text, look)
                case PageCount(look=look):
                    total += self.sheet.width(_DIGITS, look)
                case Picture(anchor=None, width=width):
                    total += width
                case Bookmark():
                    pass
                case _:
                    return None
        return total

    def _is_plain(self, one: Text) -> bool:
        look, face = one.look, self.sheet.face(one.look)
        is_dressed = look.small_caps or look.vertical or look.raised or look.tracking or look.kerning or look.ligatures
        return face is not None and not is_dressed and all(character in face.widths for character in one.text)


def _before(block: Block) -> float:
    return block.shape.before if isinstance(block, Paragraph) else 0.0


def _joined(above: Block | None, below: Block) -> bool:
    return isinstance(above, Paragraph) and isinstance(below, Paragraph) and paragraphs.joins(above, below)


def _is_tabbed(line: Sequence[Inline]) -> bool:
    return any(isinstance(one, Tab) for one in line)
