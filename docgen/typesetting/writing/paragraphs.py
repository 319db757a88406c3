"""A paragraph as Typst code: its indents, its alignment, and what keeps it together."""

from collections.abc import Mapping
from dataclasses import replace

from docgen.typesetting.formats import NO_BORDERS, Border, Shape
from docgen.typesetting.model import NoteRef, Paragraph, Text
from docgen.typesetting.writing import labels
from docgen.typesetting.writing.code import arguments, color, points, stroke
from docgen.typesetting.writing.forms import form, manner, varied
from docgen.typesetting.writing.inlines import Line
from docgen.typesetting.writing.room import Room
from docgen.typesetting.writing.sheet import Sheet

_UNSEEN = 2.0  # points that a paragraph may be higher than Word sets it


def paragraph(sheet: Sheet, room: Room, one: Paragraph, gap: float) -> str:
    """Return the code of a paragraph ``gap`` below what stands before it; a label is words before its text."""
    shape = one.shape
    if one.label is None:
        return unlabelled(sheet, room, one, shape, gap)
    found = labels.mark(sheet, room, one.label, shape)
    lead = labels.words(sheet, found, shape, (room.part, one.place))
    line = Line(sheet, room, one, shape, lead, found.start)
    return _written(line, varied(shape, first=found.at - shape.left), gap)


def unlabelled(sheet: Sheet, room: Room, one: Paragraph, shape: Shape, gap: float) -> str:
    """Return the code of a paragraph in ``shape`` without its label."""
    return _written(Line(sheet, room, one, shape, "", shape.left + shape.first), shape, gap)


def alone(sheet: Sheet, room: Room, one: Paragraph, text: Text, shape: Shape) -> str:
    """Return the code of a paragraph in ``shape`` that is all there is: its text, where the shape adds nothing."""
    line = Line(sheet, room, one, shape, "", shape.left + shape.first)
    is_bare = sheet.styles.setting(text.look, shape).is_bare and not (room.inset or _is_heading(one, room))
    return line.alone(text) if is_bare else _written(line, shape, 0.0)


def _is_heading(one: Paragraph, room: Room) -> bool:
    return one.heading > 0 and not room.is_artifact


def _written(line: Line, shape: Shape, gap: float) -> str:
    sheet, room, one = line.sheet, line.room, line.paragraph
    body = line.body()
    if not body:
        keeps = ", sticky: true" if shape.keep_next else ""
        return f"blank({points(gap)}, {points(line.height())}{keeps})"
    if len(one.inlines) > 1 and sheet.unevenness(one, room.width - shape.left - shape.right) > _UNSEEN:
        sheet.refuse((room.part, one.place), "w:spacing + w:sz")
    is_heading = _is_heading(one, room)
    has_notes = not room.in_cell and NoteRef in map(type, one.inlines)
    of = form(shape)
    how = manner(of, room.inset, sheet.leading(one) if of.leads else 0.0, has_notes, is_heading)
    above = f"{points(gap)}, " if how.is_block else ""
    code = f"{sheet.defined('p', how.code)}({above}{body})"
    if not (shape.widow_control or room.in_cell):  # in a table that is said for all of it
        code = f"loose({code})"
    if is_heading:
        return f"heading(level: {sheet.heading(one.heading)}, {code})"
    if how.is_block:
        return code
    code = code if how.side == "start" else f"align({how.side}, {code})"
    return f"{{v({points(gap)}, weak: true); {code}}}" if gap else code


def is_framed(one: Paragraph) -> bool:
    """Tell whether a paragraph has borders or shading."""
    return form(one.shape).is_framed


def joins(above: Paragraph, below: Paragraph) -> bool:
    """Tell whether two paragraphs stand in one box: the same borders, shading and edges."""
    upper, lower = form(above.shape), form(below.shape)
    return upper.is_framed and upper.box == lower.box


def bare(one: Paragraph, **changes: float) -> Paragraph:
    """Return a paragraph as it stands in its box, whose lines, shading and right indent are the box's."""
    return replace(one, shape=varied(one.shape, borders=NO_BORDERS, shade="", right=0.0, **changes))


def framed(sheet: Sheet, shape: Shape, gap: float, body: str) -> str:
    """Return the code of paragraphs in one box, which looks and is kept as ``shape`` says.

    Lines and shading stand outside the text sideways, and take room of their own above and below it.
    """
    borders = shape.borders
    sides = {"top": borders.top, "right": borders.right, "bottom": borders.bottom, "left": borders.left}
    lines = {side: edge for side, edge in sides.items() if edge}
    inner = {side: edge for side, edge in lines.items() if edge.style == "double"}
    values = {
        "left": points(shape.left + min(shape.first, 0)),
        "right": points(shape.right),
        "over": points(_room(borders.top)),
        "under": points(_room(borders.bottom)),
        "out": _outset(lines, 1),
        "stroke": _strokes(lines),
    }
    values |= {name: "true" for name, is_on in (("sticky", shape.keep_next), ("whole", shape.keep_lines)) if is_on}
    values |= {"fill": color(shape.shade)} if shape.shade else {}
    values |= {"inner": f"({_outset(inner, -1)}, {_strokes(inner)})"} if inner else {}
    return f"{sheet.defined('b', f'framed.with({arguments(values)})')}({points(gap)}, {body})"


def _strokes(lines: Mapping[str, Border]) -> str:
    return f"({arguments({side: stroke(edge) for side, edge in lines.items()})})" if lines else "none"


def _outset(lines: Mapping[str, Border], side_of_double: int) -> str:
    """Return how far outside the box, which is as wide as the text, the middle of each line lies.

    The box has room for its lines above and below the text, and none beside it. Of a double line it is the outer
    (1) or the inner one (-1).
    """
    reaches = {
        side: (edge.space if side in {"left", "right"} else -edge.width)
        + edge.width / 2
        + (side_of_double * edge.width / 3 if edge.style == "double" else 0)
        for side, edge in lines.items()
    }
    return f"({arguments({side: points(reach) for side, reach in reaches.items()})})" if reaches else "(:)"


def _room(edge: Border | None) -> float:
    """Return what a line over or under the text takes: its distance and its width."""
    return edge.space + edge.width if edge else 0.0
