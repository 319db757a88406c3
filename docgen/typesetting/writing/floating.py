"""Pictures and text boxes that stand at a place of their own, as Typst code.

Text flows below one that takes the whole width, and beside none: where lines would have to, it is refused.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from docgen.typesetting.formats import Align, Anchor
from docgen.typesetting.model import Block, Box, Paragraph, Picture, Text
from docgen.typesetting.writing.code import arguments, color, joined, points, stroke
from docgen.typesetting.writing.places import Place, placed
from docgen.typesetting.writing.room import Room
from docgen.typesetting.writing.sheet import Sheet

Inside = Callable[[Box], str]

_CAN_FLOAT = {Picture, Box}
_BESIDE = 9.0  # points that Word keeps between text and what it flows around


def floats(one: Paragraph) -> list[Picture | Box]:
    """Return what is anchored in a paragraph."""
    if _CAN_FLOAT.isdisjoint(map(type, one.inlines)):
        return []
    return [inline for inline in one.inlines if isinstance(inline, Picture | Box) and inline.anchor is not None]


def without_floats(one: Paragraph) -> Paragraph:
    """Return a paragraph without what is anchored in it."""
    anchored = floats(one)
    return replace(one, inlines=tuple(inline for inline in one.inlines if inline not in anchored)) if anchored else one


@dataclass(frozen=True, slots=True)
class Stand:
    """How an anchoring paragraph stands: ``gap`` below what is above it.

    From ``lead`` below that, places are reckoned: its own space above does not count. ``is_first``: it is the first on
    its page.
    """

    gap: float
    lead: float
    is_first: bool


@dataclass(frozen=True, slots=True)
class Floating:
    """Writes what is anchored in a paragraph; ``inside`` writes what a text box holds."""

    sheet: Sheet
    room: Room
    inside: Inside

    def codes(self, one: Paragraph, stand: Stand) -> list[str]:
        """Return the code of what is anchored in a paragraph, which is then to follow without a distance."""
        anchored = [self._placed(one, inline, inline.anchor, stand) for inline in floats(one) if inline.anchor]
        # It goes to the next page with the paragraph, of which it is no part.
        return [f"hook({points(stand.gap)})", *(code for code in anchored if code)]

    def _placed(self, one: Paragraph, inline: Picture | Box, anchor: Anchor, stand: Stand) -> str:
        place = placed(self.room, anchor, inline.width, inline.height)
        below = self._below(one, anchor, place, stand) if place else None
        if place is None or below is None or not self._can_be_placed(inline, place):
            name = "wp:anchor" if isinstance(inline, Picture) else "wps:wsp"
            self.sheet.refuse((self.room.part, one.place), f"{name} {anchor.wrap} {anchor.across} {anchor.down}")
            return ""
        body = self.sheet.picture(inline) if isinstance(inline, Picture) else _box(inline, self.inside)
        return joined([place.code(self.room, stand.lead - stand.gap, body), *([below] if below else [])])

    def _can_be_placed(self, inline: Picture | Box, place: Place) -> bool:
        """Tell whether something is as high as it says, where its place hangs on that."""
        is_foot = not place.in_flow and self.room.area is not None and self.room.area.is_foot
        return not (isinstance(inline, Box) and inline.grows and is_foot)

    def _below(self, one: Paragraph, anchor: Anchor, place: Place, stand: Stand) -> str | None:
        """Return the code of the room that text leaves for what it flows around; None where it cannot be told."""
        if anchor.wrap == "none" or self._is_clear(anchor, place):
            return ""
        if anchor.wrap != "topAndBottom" or self.room.is_artifact or self.room.in_cell:
            return None
        over, under = anchor.gap
        line = self.sheet.styles.setting(one.mark, one.shape).high
        reach = points(place.bottom + under + self.sheet.leading(one))
        if place.in_flow:
            # Whether a distance to what is above is kept above or below it, Word and LibreOffice do not agree upon.
            fits = place.top - over < line and (stand.is_first or (place.top >= over and not stand.gap))
            return f"v({reach})" if fits else None
        area = self.room.area
        if area is None or not area.text or not stand.is_first or place.top - over > self.room.page.top + line:
            return None
        return f"v(calc.max(0pt, {reach} - {area.text}))"

    def _is_clear(self, anchor: Anchor, place: Place) -> bool:
        """Tell whether no text can be beside something: it is over all text, or beside all lines of a header."""
        page, room = self.room.page, self.room
        upper = page.header if room.is_artifact and not (room.area and room.area.is_foot) else abs(page.top)
        if not place.in_flow and not room.in_cell and place.bottom + anchor.gap[1] <= upper:
            return True
        left, right = place.left - page.left - _BESIDE, place.right - page.left + _BESIDE
        if anchor.wrap == "topAndBottom":
            return False
        if right <= 0 or left >= page.width - page.left - page.right:
            return True
        is_inside = room.is_artifact and not room.in_cell and self._is_at_edge(place)
        return is_inside and all(self._is_beside(block, left, right) for block in room.blocks)

    def _is_at_edge(self, place: Place) -> bool:
        """Tell whether something in a header or a footer does not reach into the text of the page."""
        page, area = self.room.page, self.room.area
        if place.in_flow or area is None:
            return False
        return place.top >= page.height - abs(page.bottom) if area.is_foot else place.bottom <= abs(page.top)

    def _is_beside(self, block: Block, left: float, right: float) -> bool:
        """Tell whether a block leaves what is between ``left`` and ``right`` of the left margin free."""
        if not isinstance(block, Paragraph) or block.label or block.shape.shade:
            return False
        texts = [one for one in without_floats(block).inlines if isinstance(one, Text)]
        if len(texts) < len(without_floats(block).inlines):
            return False
        start, end = block.shape.left + min(block.shape.first, 0), self.room.width - block.shape.right
        width = sum(self.sheet.width(one.text, one.look) for one in texts)
        if width < end - block.shape.left - max(block.shape.first, 0):
            free = end - start - max(block.shape.first, 0) - width
            start += free * {Align.RIGHT: 1.0, Align.CENTER: 0.5}.get(block.shape.align, 0.0)
            end = start + width + max(block.shape.first, 0)
        return not width or end <= left or start >= right


def _box(box: Box, inside: Inside) -> str:
    top, right, bottom, left = box.insets
    values = {
        "width": points(box.width),
        "height": "none" if box.grows else points(box.height),
        "inset": f"(top: {points(top)}, right: {points(right)}, bottom: {points(bottom)}, left: {points(left)})",
        "fill": color(box.fill) if box.fill else "none",
        "stroke": stroke(box.line),
    }
    return f"text-box({arguments(values)}, {inside(box)})"
