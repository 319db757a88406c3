"""What must stand on one page, and is let go where no page is high enough: as Word does, where nothing may be lost.

The typesetter would let it run out of the page. Heights are reckoned as the greatest that can be, never too low.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import inf

from docgen.typesetting.formats import LineRule
from docgen.typesetting.model import Block, Break, Inline, Link, Paragraph, Picture, Row, Table, Text
from docgen.typesetting.writing.forms import form, varied
from docgen.typesetting.writing.heights import Heights
from docgen.typesetting.writing.inlines import split
from docgen.typesetting.writing.lists import are_whole
from docgen.typesetting.writing.sheet import Sheet
from docgen.typesetting.writing.tables import is_whole
from docgen.typesetting.writing.wraps import SLACK

_HIGHEST = 2.0  # of the size: no font's own lines are higher


@dataclass(frozen=True, slots=True)
class Limits:
    """Lets go what is higher than ``tall``, which is the height of the area for text on every page.

    ``step`` is the distance of default tab stops.
    """

    sheet: Sheet
    tall: float
    step: float

    def released(self, blocks: Sequence[Block], width: float) -> tuple[Block, ...]:
        """Return ``blocks``, set in lines of ``width``, with nothing kept on one page that no page holds."""
        each = [self._block(one, width) for one in blocks]
        groups = [(chained, [*group]) for chained, group in groupby(each, _is_chained)]
        following: list[Block | None] = [*(group[0] for _, group in groups[1:]), None]
        return tuple(
            one
            for (chained, group), after in zip(groups, following[: len(groups)], strict=True)
            for one in self._chain(chained, group, after, width)
        )

    def height(self, blocks: Iterable[Block], width: float) -> float:
        """Return how high blocks are at most, with what they keep above and below."""
        return self._height(blocks, width, self._filled)

    def _fits(self, blocks: Sequence[Block], width: float, tall: float) -> bool:
        return self._height(blocks, width, _rough) <= tall or self.height(blocks, width) <= tall

    def _chain(
        self,
        chained: bool,  # noqa: FBT001 - a key
        group: Sequence[Block],
        after: Block | None,
        width: float,
    ) -> Iterator[Block]:
        """Yield paragraphs kept with the next, let go where all of them do not stand on one page."""
        whole = [*group, after] if chained and after is not None and _are_whole(group[-1], after) else group
        is_long = chained and len(whole) > 1 and not self._fits(whole, width, self.tall)
        yield from map(_alone, group) if is_long else group

    def _block(self, block: Block, width: float) -> Block:
        if isinstance(block, Table):
            return self._table(block)
        if block.shape.keep_lines and not self._fits([block], width, self.tall):
            return replace(block, shape=varied(block.shape, keep_lines=False))
        return block

    def _table(self, table: Table) -> Table:
        """Return a table whose rows split where they must, and which is not kept whole where it cannot be."""
        heights = Heights(self.sheet, inf, self.step)  # what is written asks for them too, and they are remembered
        known = [heights.unsplit(table, index) for index in range(len(table.rows))]
        roughly = [self._row(table, index, _rough) if one is None else one for index, one in enumerate(known)]
        if sum(roughly) <= self.tall:
            return table
        heads = sum(self._row(table, index, self._filled) for index, row in enumerate(table.rows) if row.is_header)
        rows = tuple(
            row if high + heads <= self.tall else self._split(table, index, self.tall - heads)
            for index, (row, high) in enumerate(zip(table.rows, roughly, strict=True))
        )
        if is_whole(rows) and self._height([table], inf, self._filled) > self.tall:
            rows = tuple(map(_freed, rows))
        is_same = all(new is old for new, old in zip(rows, table.rows, strict=True))
        return table if is_same else replace(table, rows=rows)

    def _split(self, table: Table, index: int, tall: float) -> Row:
        """Return a row that may split where it is higher than ``tall``, with its cells let go too."""
        row = table.rows[index]
        if row.exact or (not row.may_split and self._row(table, index, self._filled) <= tall):
            return row
        inside = Limits(self.sheet, tall, self.step)
        cells = tuple(
            replace(cell, blocks=inside.released(cell.blocks, width))
            for cell, _, width in self.sheet.plans.of(table).rows[index]
        )
        return replace(row, cells=cells, may_split=True)

    def _row(self, table: Table, index: int, lines: "Lines") -> float:
        highest = table.rows[index].height
        for cell, (top, _, low, _), width in self.sheet.plans.of(table).rows[index]:
            highest = max(highest, self._height(cell.blocks, width, lines) + top + low)
        return highest

    def _height(self, blocks: Iterable[Block], width: float, lines: "Lines") -> float:
        total = 0.0
        for one in blocks:
            if isinstance(one, Table):
                total += sum(self._row(one, index, lines) for index in range(len(one.rows)))
                continue
            shape = one.shape
            total += lines(one, width - shape.left - max(shape.first, 0.0) - shape.right)
            total += shape.before + shape.after + form(shape).edged
        return total

    def _filled(self, one: Paragraph, width: float) -> float:
        """Return how high a paragraph's lines are when nothing breaks but between words."""
        texts = list(_texts(one.inlines))
        looks = [text.look for text in texts] or [one.mark]
        high = max(self.sheet.styles.setting(look, one.shape).high for look in looks) + self.sheet.leading(one)
        lines = sum(self._lines(line, max(width - SLACK, 1.0)) for line in split(one.inlines, Break))
        return lines * high + _pictures(one.inlines)

    def _lines(self, inlines: Iterable[Inline], width: float) -> float:
        count, x = 1.0, 0.0
        for one in _texts(inlines):
            space = self.sheet.width(" ", one.look)
            for word in one.text.split(" "):
                wide = self.sheet.width(word, one.look)
                if x and x + wide > width:
                    count, x = count + 1, 0.0
                count += wide // width
                x += wide % width + space
        return count


Lines = Callable[[Paragraph, float], float]
"""How high the lines of a paragraph are, in a width."""


def _rough(one: Paragraph, width: float) -> float:
    """Return a height that the lines of a paragraph are far below: two lines after each other hold more than one."""
    inlines, shape = one.inlines, one.shape
    if len(inlines) == 1 and isinstance(text := inlines[0], Text):
        size, long, pictures = text.look.size, len(text.text), 0.0
    else:
        texts = list(_texts(inlines))
        size = max([text.look.size for text in texts], default=one.mark.size)
        long, pictures = sum([len(text.text) for text in texts]), _pictures(inlines)
    lines = 2 * long * size // max(width, 1.0) + len(inlines) + 1
    high = _HIGHEST * size * max(shape.line, 1.0) if shape.line_rule is LineRule.AUTO else shape.line + _HIGHEST * size
    return lines * high + pictures


def _texts(inlines: Iterable[Inline]) -> Iterator[Text]:
    for one in inlines:
        if isinstance(one, Text):
            yield one
        elif isinstance(one, Link):
            yield from _texts(one.inlines)


def _pictures(inlines: Iterable[Inline]) -> float:
    return sum(one.height for one in inlines if isinstance(one, Picture) and one.anchor is None)


def _are_whole(above: Block, below: Block) -> bool:
    return isinstance(above, Paragraph) and isinstance(below, Paragraph) and are_whole(above, below)


def _is_chained(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.shape.keep_next and not block.frame


def _freed(row: Row) -> Row:
    """Return a row that is not kept with the next."""
    return replace(row, cells=tuple(replace(cell, blocks=tuple(map(_alone, cell.blocks))) for cell in row.cells))


def _alone(block: Block) -> Block:
    if isinstance(block, Table) or not block.shape.keep_next:
        return block
    return replace(block, shape=varied(block.shape, keep_next=False))
