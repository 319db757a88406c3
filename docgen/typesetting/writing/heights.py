"""How high blocks are, where that can be known before they are set: where it is certain how many lines there are.

The typesetter would measure the same, but must set a block to measure it, a row of a table thrice. What is said here
is exact, or not said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from docgen.typesetting.formats import Shape
from docgen.typesetting.model import (
    Block,
    Break,
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
from docgen.typesetting.writing.forms import form
from docgen.typesetting.writing.inlines import split
from docgen.typesetting.writing.looks import Setting
from docgen.typesetting.writing.sheet import Sheet, lone
from docgen.typesetting.writing.spacing import distance
from docgen.typesetting.writing.tables import inner_height
from docgen.typesetting.writing.tabs import Stops

_SLACK = full.SLACK
_HAIR = 0.005  # points that a tab may be reckoned beyond the edge at which it stands
_TEXT = {Text}


@dataclass(slots=True, eq=False)  # not frozen, which would make it dearer: there is one for each cell
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
            if one is None or (above is not None and _joined(above, block)):
                return None
            total += one + (_before(block) if above is None else distance(self.sheet, above, block))
            above = block
        return total + (self.sheet.below(above) if isinstance(above, Paragraph) else 0.0)

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
        row, plan = table.rows[index], self.sheet.plans.of(table)
        if row.exact or plan.has_merged:
            return None
        highest = 0.0
        for cell, (top, _, bottom, _), width in plan.rows[index]:
            inside = self._cell(cell.blocks, width)
            if inside is None:
                return None
            highest = max(highest, max(inside, inner_height(row, cell)) + top + bottom)
        return highest or None

    def _cell(self, blocks: Sequence[Block], width: float) -> float | None:
        """Return how high the inside of a cell is; most hold a text of their own, and that is soon told."""
        one = blocks[0] if len(blocks) == 1 else None
        if not isinstance(one, Paragraph) or _is_placed(one) or (text := lone(one)) is None:
            return Heights(self.sheet, width, self.step, self.wraps).blocks(blocks)
        shape, setting = one.shape, self.sheet.styles.setting(text.look, one.shape)
        high = self._lone(text.text, setting, width)
        return None if high is None else high + shape.before + (shape.after + setting.leading)

    def _block(self, block: Block) -> float | None:
        if isinstance(block, Paragraph):
            return self._paragraph(block)
        rows = [self.row(block, index) for index in range(len(block.rows))]
        return sum(one for one in rows if one is not None) if None not in rows and not block.begins_page else None

    def _paragraph(self, one: Paragraph) -> float | None:
        shape = one.shape
        if _is_placed(one):
            return None
        if (text := lone(one)) is not None:
            return self._lone(text.text, self.sheet.styles.setting(text.look, shape), self.width)
        total, leading = 0.0, self.sheet.leading(one)
        start = shape.left + shape.first
        for line in split(one.inlines, Break):
            height = self._line(one, line, start, leading)
            if height is None:
                return None
            total += height + leading
            start = shape.left
        return total - leading + form(shape).edged

    def _lone(self, text: str, setting: Setting, width: float) -> float | None:
        """Return how high a paragraph of one text is."""
        letters, shape = setting.letters, setting.form.shape
        wide, start, limit = letters.known_width(text), shape.left + shape.first, width - shape.right
        if wide is None:
            return None
        if start + wide <= limit - _SLACK:
            return setting.alone
        count = self._count([Text(text, letters.look)], full.Measure(start, shape.left, limit))
        if count is None:
            return None
        high = setting.high * count + setting.leading * (count - 1)
        return high + setting.leading - setting.leading + setting.form.edged

    def _line(self, one: Paragraph, line: Sequence[Inline], start: float, leading: float) -> float | None:
        """Return how high a line is, or the lines that it is broken into; None for one that is not all known."""
        if set(map(type, line)) == _TEXT:
            return self._text(cast("Sequence[Text]", line), one.shape, start, leading)
        end, limit = self._end(one, line, start), self.width - one.shape.right
        if end is None or end > limit + (_HAIR if _is_tabbed(line) else -_SLACK):
            return None
        setting = self.sheet.styles.setting
        edges = {
            (inline.height, 0.0) if isinstance(inline, Picture) else setting(inline.look, one.shape).edges
            for inline in line
            if isinstance(inline, Text | PageCount | Picture)
        } or {setting(one.mark, one.shape).edges}
        return max(over for over, _ in edges) + max(under for _, under in edges)

    def _text(self, texts: Sequence[Text], shape: Shape, start: float, leading: float) -> float | None:
        """Return how high a line of nothing but text is, or the lines that it is broken into."""
        width, limit = self.sheet.known_width(texts), self.width - shape.right
        if width is None:
            return None
        edges = {self.sheet.styles.setting(text.look, shape).edges for text in texts}
        high = max([over for over, _ in edges]) + max([under for _, under in edges])
        if start + width <= limit - _SLACK:
            return high
        count = self._count(texts, full.Measure(start, shape.left, limit)) if len(edges) == 1 else None
        return None if count is None else high * count + leading * (count - 1)

    def _count(self, texts: Sequence[Text], measure: full.Measure) -> int | None:
        return full.lines(texts, self.sheet.styles.letters, measure) if self.wraps else None

    def _end(self, one: Paragraph, line: Sequence[Inline], start: float) -> float | None:
        """Return where the text of a line ends."""
        x, stops = start, Stops(one.shape, self.step, self.width - one.shape.right)
        for index, part in enumerate(split(line, Tab)):
            width = self.sheet.widest(part)
            if width is None:
                return None
            if index:
                stop = stops.after(x)
                if stop.leader or stop.kind == "decimal":
                    return None
                needed = {"right": width, "center": width / 2}.get(stop.kind, 0.0)
                x = max(x, stop.position - needed)
            x += width
        return x


def _is_placed(one: Paragraph) -> bool:
    """Tell whether a paragraph has a mark or a place of its own."""
    return one.label is not None or one.frame is not None or one.shape.page_break_before


def _before(block: Block) -> float:
    return block.shape.before if isinstance(block, Paragraph) else 0.0


def _joined(above: Block, below: Block) -> bool:
    return isinstance(above, Paragraph) and isinstance(below, Paragraph) and paragraphs.joins(above, below)


def _is_one_line(blocks: Sequence[Block]) -> bool:
    """Tell whether a cell whose lines are all broken by hand has no more than one."""
    lines = [one for one in blocks if isinstance(one, Paragraph) and Break not in map(type, one.inlines)]
    return len(lines) == len(blocks) <= 1


def _is_tabbed(line: Sequence[Inline]) -> bool:
    return any(isinstance(one, Tab) for one in line)
