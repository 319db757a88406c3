"""A paragraph as Typst code: its indents, its alignment, and what keeps it together."""

from collections.abc import Mapping
from dataclasses import replace

from docgen.typesetting.formats import NO_BORDERS, Align, Border, Shape
from docgen.typesetting.model import NoteRef, Paragraph
from docgen.typesetting.writing import labels
from docgen.typesetting.writing.code import arguments, color, points, stroke
from docgen.typesetting.writing.inlines import Line
from docgen.typesetting.writing.room import Room
from docgen.typesetting.writing.sheet import SIDES, Sheet

_NOTHING = 0.0005  # points
_OF_BLOCKS = {"right", "sticky", "whole", "bare"}  # what only a block can be
_INDENTS = {"left", "first"}  # what the typesetter forgets of a paragraph in a list or a cell
_UNSEEN = 2.0  # points that a paragraph may be higher than Word sets it


def paragraph(sheet: Sheet, room: Room, one: Paragraph, gap: float) -> str:
    """Return the code of a paragraph ``gap`` below what stands before it; a label is words before its text."""
    lead, shape, start = _led(sheet, room, one)
    line = Line(sheet, room, one, lead, start)
    body = line.body()
    if not body:
        keeps = ", sticky: true" if shape.keep_next else ""
        return f"blank({points(gap)}, {points(line.height())}{keeps})"
    if sheet.unevenness(one, room.width - shape.left - shape.right) > _UNSEEN:
        sheet.refuse((room.part, one.place), "w:spacing + w:sz")
    is_heading = bool(one.heading) and not room.is_artifact
    values = _shape(shape, room, is_heading=is_heading) | _leading(sheet, one)
    has_notes = any(isinstance(inline, NoteRef) for inline in one.inlines) and not room.in_cell
    needs_block = values.keys() & (_OF_BLOCKS if has_notes else _OF_BLOCKS | _INDENTS)
    kind = "para" if needs_block else "flat"
    code = f"{sheet.defined('p', f'{kind}.with({arguments(values)})')}({points(gap)}, {body})"
    return f"heading(level: {sheet.heading(one.heading)}, {code})" if is_heading else code


def _led(sheet: Sheet, room: Room, one: Paragraph) -> tuple[str, Shape, float]:
    """Return the code of the label before a text, the shape that has it at its place, and where the text begins."""
    shape = one.shape
    if one.label is None:
        return "", shape, shape.left + shape.first
    found = labels.mark(sheet, room, one.label, shape)
    lead = labels.words(sheet, found, shape, (room.part, one.place))
    return lead, replace(shape, first=found.at - shape.left), found.start


def _shape(shape: Shape, room: Room, *, is_heading: bool) -> dict[str, str]:
    lengths = {
        "left": shape.left + min(shape.first, 0) - room.inset,
        "right": shape.right,
        "hang": max(-shape.first, 0),
        "first": max(shape.first, 0),
    }
    flags = {
        "justify": shape.align is Align.BOTH,
        "sticky": shape.keep_next,
        "whole": shape.keep_lines,
        "bare": is_heading,
        "loose": not shape.widow_control or room.in_cell,
    }
    side = SIDES[shape.align]
    return (
        {name: points(length) for name, length in lengths.items() if abs(length) > _NOTHING}
        | {name: "true" for name, is_on in flags.items() if is_on}
        | ({"side": side} if side != "start" else {})
    )


def _leading(sheet: Sheet, one: Paragraph) -> dict[str, str]:
    leading = sheet.leading(one)
    return {"leading": points(leading)} if leading else {}


def is_framed(one: Paragraph) -> bool:
    """Tell whether a paragraph has borders or shading."""
    return bool(one.shape.shade) or one.shape.borders != NO_BORDERS


def joins(above: Paragraph, below: Paragraph) -> bool:
    """Tell whether two paragraphs stand in one box: the same borders, shading and edges."""
    return is_framed(above) and _box(above.shape) == _box(below.shape)


def _box(shape: Shape) -> tuple[object, ...]:
    return shape.borders, shape.shade, shape.left + min(shape.first, 0), shape.right


def bare(one: Paragraph) -> Paragraph:
    """Return a paragraph as it stands in its box, whose lines, shading and right indent are the box's."""
    return replace(one, shape=replace(one.shape, borders=NO_BORDERS, shade="", right=0.0))


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
