"""Where on the page an anchor means."""

from dataclasses import dataclass

from docgen.typesetting.formats import Anchor
from docgen.typesetting.writing.code import points
from docgen.typesetting.writing.room import Room


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands on its page; ``in_flow``: its top and bottom are reckoned from its paragraph."""

    left: float
    top: float
    width: float
    height: float
    in_flow: bool

    @property
    def right(self) -> float:
        """Return where it ends."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Return where it ends below."""
        return self.top + self.height

    def code(self, room: Room, shift: float, body: str) -> str:
        """Return the code that puts ``body`` there; its paragraph is reckoned from ``shift`` below here."""
        across = f"dx: {points(self.left - room.page.left - room.inset)}"
        if self.in_flow or room.area is None:
            return f"place({across}, dy: {points(self.top + shift)}, {body})"
        down = points(self.bottom if room.area.is_foot else self.top)
        return f"place({room.area.corner}, {across}, dy: {down} - {room.area.down}, {body})"


def placed(room: Room, anchor: Anchor, width: float, height: float) -> Place | None:
    """Return where something so wide and high is to stand, None where that cannot be told."""
    left, top = _left(room, anchor, width), _top(room, anchor, height)
    in_flow = anchor.down == "paragraph"
    if left is None or top is None or (room.area is None and not in_flow):
        return None
    return Place(left, top, width, height, in_flow)


def _left(room: Room, anchor: Anchor, width: float) -> float | None:
    page = room.page
    if room.in_cell and anchor.across != "column":
        return None
    starts = {"page": 0.0, "margin": page.left, "column": page.left}
    wholes = {"page": page.width, "margin": page.width - page.left - page.right, "column": room.width}
    free = wholes[anchor.across] - width
    inside = {"": anchor.x, "left": 0.0, "center": free / 2, "right": free}.get(anchor.x_align)
    return None if inside is None else starts[anchor.across] + inside


def _top(room: Room, anchor: Anchor, height: float) -> float | None:
    page = room.page
    if anchor.down == "paragraph":
        return None if anchor.y_align else anchor.y
    over, under = abs(page.top), abs(page.bottom)
    start, whole = (0.0, page.height) if anchor.down == "page" else (over, page.height - over - under)
    inside = {"": anchor.y, "top": 0.0, "center": (whole - height) / 2, "bottom": whole - height}.get(anchor.y_align)
    return None if inside is None else start + inside
