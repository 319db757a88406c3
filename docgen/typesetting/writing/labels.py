"""Where the mark of a list item and the text after it stand, as Word reckons it."""

from dataclasses import dataclass
from math import floor

from docgen.typesetting.formats import Align, Label, Shape
from docgen.typesetting.writing.code import joined, points
from docgen.typesetting.writing.room import Room
from docgen.typesetting.writing.sheet import Sheet

_HAIR = 0.05


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark ``at`` a distance from the left margin, ``width`` wide, its text beginning at ``start``."""

    label: Label
    at: float
    width: float
    start: float


def mark(sheet: Sheet, room: Room, label: Label, shape: Shape) -> Mark:
    """Return where the mark of a paragraph stands."""
    width = sheet.width(label.text, label.look)
    at = shape.left + shape.first - {Align.RIGHT: width, Align.CENTER: width / 2}.get(label.align, 0.0)
    return Mark(label, at, width, _start(sheet, room, label, shape, at + width))


def _start(sheet: Sheet, room: Room, label: Label, shape: Shape, end: float) -> float:
    """Return where the text begins after a mark that ends at ``end``."""
    if label.suffix == "nothing":
        return end
    if label.suffix == "space":
        return end + sheet.width(" ", label.look)
    stops = [stop.position for stop in shape.tabs if stop.kind == "left"]
    stops += [shape.left] if shape.first < 0 else []
    following = (floor((end + _HAIR) / room.step) + 1) * room.step
    return min((stop for stop in stops if stop > end - _HAIR), default=following)


def words(sheet: Sheet, found: Mark, shape: Shape, place: tuple[str, int]) -> str:
    """Return the code of a mark as words before the text, for a heading: it is heard with it."""
    codes = sheet.text(found.label.text, found.label.look, shape, place)
    space = sheet.width(" ", found.label.look)
    way = found.start - found.at - found.width
    if found.label.suffix != "nothing":
        codes.append(f"h({points(way - space)})")
        codes += sheet.text(" ", found.label.look, shape, place)
    return joined(codes)
