"""Blocks after each other as Typst code: the distance between them, boxes around them, lists, page breaks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from docgen.typesetting.formats import Frame
from docgen.typesetting.model import Block, Box, PageBreak, Paragraph, Table, Text
from docgen.typesetting.writing import lists, paragraphs
from docgen.typesetting.writing.code import joined, points
from docgen.typesetting.writing.floating import Floating, Stand, floats, without_floats
from docgen.typesetting.writing.forms import varied
from docgen.typesetting.writing.heights import Heights
from docgen.typesetting.writing.inlines import split
from docgen.typesetting.writing.room import Room
from docgen.typesetting.writing.sheet import Sheet, lone
from docgen.typesetting.writing.spacing import distance
from docgen.typesetting.writing.tables import Grid


@dataclass(frozen=True, slots=True)
class Flow:
    """Writes the blocks of a story, a cell or a section."""

    sheet: Sheet
    room: Room
    _cells: "dict[tuple[float, str, str], Flow]" = field(default_factory=dict)

    def codes(self, blocks: Sequence[Block], *, at_top: bool = True, at_end: bool = True) -> list[str]:
        """Return the code of ``blocks``.

        ``at_top``: nothing stands above, and what the first paragraph keeps above itself is kept. ``at_end``: what
        the last one keeps below itself is kept too (cells, headers and footers; the end of a page needs none).
        """
        if len(blocks) == 1 and isinstance(one := blocks[0], Paragraph) and (text := _only(one)) is not None:
            return self._simple(one, text, at_top=at_top, at_end=at_end)
        codes: list[str] = []
        above: Block | None = None
        for group in _grouped(_broken(blocks)):
            if isinstance(group[0], Paragraph) and group[0].frame:
                codes.append(self._frame(group[0].frame, group, is_first=above is None))
                continue
            codes += self._opened(group[0], above, is_first=at_top and above is None)
            codes.append(self._group(group, above))
            above = group[-1]
        if at_end and isinstance(above, Paragraph) and (left := self.sheet.below(above)):
            codes.append(f"v({points(left)})")
        return codes

    def _simple(self, one: Paragraph, text: Text, *, at_top: bool, at_end: bool) -> list[str]:
        """Return the code of a paragraph of a ``text`` that is all there is, as in most cells."""
        sheet, room, shape = self.sheet, self.room, one.shape
        before = shape.before if at_top else 0.0
        after = sheet.below(one) if at_end else 0.0
        if room.in_cell and shape.keep_next:
            shape = varied(shape, keep_next=False)  # there is no next; rows are kept together by their table
        if room.is_told and not (before or after):
            return [paragraphs.alone(sheet, room, one, text, shape)]
        codes = [paragraphs.unlabelled(sheet, room, one, shape, 0.0)]
        if before:
            codes.insert(0, f"v({points(before)})")
        if after:
            codes.append(f"v({points(after)})")
        return codes

    def _opened(self, block: Block, above: Block | None, *, is_first: bool) -> list[str]:
        """Return what stands before a block at the top of a page or a cell, where its space above is never lost."""
        if not isinstance(block, Paragraph):
            return ["pagebreak(weak: true)"] if block.begins_page else []
        breaks = above is not None and block.shape.page_break_before
        before = [f"v({points(block.shape.before)})"] if block.shape.before and (breaks or is_first) else []
        return (["pagebreak(weak: true)"] if breaks else []) + before

    def _gap(self, above: Block | None, below: Block) -> float:
        if above is None or (isinstance(below, Paragraph) and below.shape.page_break_before):
            return 0.0
        return distance(self.sheet, above, below)

    def _group(self, group: Sequence[Block], above: Block | None) -> str:
        first, gap = group[0], self._gap(above, group[0])
        if isinstance(first, Table):
            cannot = partial(self.sheet.refuse, (self.room.part, first.place))
            height = self._heights(self.room.width).unsplit
            plan, look = self.sheet.plans.of(first), self._look(first)
            inside = partial(self._inside, look)
            return Grid(first, plan, inside, cannot, height, self.sheet.defined, look).code(gap)
        if paragraphs.is_framed(first):
            return self._framed([one for one in group if isinstance(one, Paragraph)], gap)
        if lists.is_item(first):
            return lists.items(self.sheet, self.room, [one for one in group if isinstance(one, Paragraph)], gap)
        return self._anchoring(first, gap, above) if floats(first) else self._plain(first, gap)

    def _plain(self, one: Paragraph, gap: float) -> str:
        return paragraphs.paragraph(self.sheet, self.room, one, gap)

    def _anchoring(self, one: Paragraph, gap: float, above: Block | None) -> str:
        """Return a paragraph with what is anchored in it."""
        is_first = above is None or one.shape.page_break_before
        lead = self._gap(above, replace(one, shape=varied(one.shape, before=0.0)))
        stand = Stand(gap, -one.shape.before if is_first else lead, is_first=is_first)
        codes = Floating(self.sheet, self.room, self._box).codes(one, stand)
        return joined([*codes, self._plain(without_floats(one), 0.0)])

    def _framed(self, items: Sequence[Paragraph], gap: float) -> str:
        if len(items) > 1 and items[0].shape.borders.between:
            self.sheet.refuse((self.room.part, items[0].place), "w:between")
        first, last = items[0].shape, items[-1].shape
        inset = first.left + min(first.first, 0)
        inside = Flow(self.sheet, replace(self.room, inset=inset, width=self.room.width - first.right))
        bare = [paragraphs.bare(items[0], before=0.0), *map(paragraphs.bare, items[1:])]
        is_whole = all(one.shape.keep_lines for one in items) and all(one.shape.keep_next for one in items[:-1])
        body = joined(inside.codes(bare, at_top=False, at_end=False))
        shape = varied(first, keep_next=last.keep_next, keep_lines=is_whole)
        return paragraphs.framed(self.sheet, shape, gap, body)

    def _frame(self, frame: Frame, group: Sequence[Block], *, is_first: bool) -> str:
        """Return a text frame at its place of the page; only where nothing of the text can be in its way."""
        anchor = frame.anchor
        is_on_page = (anchor.across, anchor.down, anchor.x_align, anchor.y_align) == ("page", "page", "", "")
        if not is_first or self.room.is_artifact or not is_on_page:
            self.sheet.refuse((self.room.part, group[0].place), "w:framePr")
        bare = [replace(one, frame=None) for one in group if isinstance(one, Paragraph)]
        inside = joined(Flow(self.sheet, replace(self.room, width=frame.width, area=None, inset=0)).codes(bare))
        place = ", ".join(points(one) for one in (anchor.x, anchor.y, frame.width, frame.height))
        tall = self._heights(frame.width).blocks(bare)
        return f"frame(area, {place}, {'none' if tall is None else points(tall)}, {inside})"

    def _box(self, box: Box) -> str:
        """Return the inside of a text box; what its last paragraph keeps below itself may be cut off."""
        width = box.width - box.insets[1] - box.insets[3]
        inside = Flow(self.sheet, replace(self.room, width=width, area=None, inset=0))
        return joined(inside.codes(box.blocks, at_end=box.grows))

    def _heights(self, width: float) -> Heights:
        return Heights(self.sheet, width, self.room.step)

    def _look(self, table: Table) -> str:
        """Return the name of the look that is said once for a table that readers are told of, "" for none.

        It is that of the first cell of its last row, where any other look replaces all that it says.
        """
        last = table.rows[-1:] if any(row.is_header for row in table.rows[:1]) else ()
        one = next((block for row in last for cell in row.cells[:1] for block in cell.blocks), None)
        if not isinstance(one, Paragraph) or (text := lone(one)) is None:
            return ""
        setting = self.sheet.styles.setting(text.look, one.shape)
        return self.sheet.defined("t", setting.code) if setting.is_base else ""

    def _inside(self, look: str, blocks: Sequence[Block], width: float, kind: str, at_end: bool) -> str:  # noqa: FBT001 - one of four
        """Return the inside of the cell of a table or a grid, with a ``look`` said for all of it."""
        key = (width, kind, look)
        flow = self._cells.get(key)
        if flow is None:
            flow = self._cells[key] = Flow(self.sheet, replace(self.room, width=width, cell=kind, look=look))
        return joined(flow.codes(blocks, at_end=at_end))


def _only(one: Paragraph) -> Text | None:
    """Return the text of a paragraph that is nothing but it: in no list, box or frame, with nothing anchored."""
    return None if one.label or one.frame or paragraphs.is_framed(one) else lone(one)


def _broken(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks with each paragraph cut at its page breaks: what follows one begins a page.

    What stands before a break keeps its place even when it is empty; nothing after one leaves nothing behind: the
    next block begins the page.
    """
    if not any(map(_has_break, blocks)):
        return blocks
    begins, found = False, []
    for block in blocks:
        for part, is_cut in _cut(block):
            if part is not None:
                found.append(_opening(part) if begins else part)
                begins = False
            begins = begins or is_cut
    return found


def _has_break(block: Block) -> bool:
    return isinstance(block, Paragraph) and PageBreak in map(type, block.inlines)


def _cut(block: Block) -> Iterator[tuple[Block | None, bool]]:
    """Yield the parts of a block, None for one with nothing in it, each with whether a page break follows."""
    if not isinstance(block, Paragraph) or not _has_break(block):
        yield block, False
        return
    parts = split(block.inlines, PageBreak)
    for index, part in enumerate(parts):
        is_last = index + 1 == len(parts)
        alone = not index and not any(parts[1:])
        yield (replace(block, inlines=tuple(part)) if part or alone else None), not is_last


def _opening(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, shape=varied(block.shape, page_break_before=True))
    return replace(block, begins_page=True)


def _grouped(blocks: Sequence[Block]) -> list[list[Block]]:
    """Return the blocks in groups that are written as one: a box, a list, a frame, or a block of its own."""
    groups: list[list[Block]] = []
    for block in blocks:
        if groups and _belongs(groups[-1][-1], block):
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _belongs(above: Block, below: Block) -> bool:
    if not (isinstance(above, Paragraph) and isinstance(below, Paragraph)) or below.shape.page_break_before:
        return False
    if above.frame or below.frame:
        return above.frame == below.frame
    if paragraphs.is_framed(above) or paragraphs.is_framed(below):
        return paragraphs.joins(above, below)
    return lists.continues(above, below)
