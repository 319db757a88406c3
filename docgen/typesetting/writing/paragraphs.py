"""A paragraph as Typst code: its indents, its alignment, and what keeps it together."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from docgen.typesetting.formats import NO_BORDERS, Align, Border, Shape
from docgen.typesetting.model import NoteRef, Paragraph
from docgen.typesetting.writing import labels
from docgen.typesetting.writing.code import arguments, color, joined, points, stroke
from docgen.typesetting.writing.inlines import Line
from docgen.typesetting.writing.room import Room
from docgen.typesetting.writing.sheet import SIDES, Sheet

_NOTHING = 0.0005  # points
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
    has_notes = not room.in_cell and NoteRef in map(type, one.inlines)
    needs_block = _needs_block(shape, room.inset, has_notes=has_notes) or is_heading
    look = (shape, room.inset, sheet.leading(one))
    if needs_block:
        code = f"{sheet.defined('p', _block(*look, is_heading=is_heading))}({points(gap)}, {body})"
    else:
        code = f"{sheet.defined('p', _par(*look))}({body})"
    if not (shape.widow_control or room.in_cell):  # in a table that is said for all of it
        code = f"loose({code})"
    if is_heading:
        return f"heading(level: {sheet.heading(one.heading)}, {code})"
    if needs_block:
        return code
    side = SIDES[shape.align]
    code = code if side == "start" else f"align({side}, {code})"
    return joined([f"v({points(gap)}, weak: true)", code]) if gap else code


def _led(sheet: Sheet, room: Room, one: Paragraph) -> tuple[str, Shape, float]:
    """Return the code of the label before a text, the shape that has it at its place, and where the text begins."""
    shape = one.shape
    if one.label is None:
        return "", shape, shape.left + shape.first
    found = labels.mark(sheet, room, one.label, shape)
    lead = labels.words(sheet, found, shape, (room.part, one.place))
    return lead, replace(shape, first=found.at - shape.left), found.start


@lru_cache(maxsize=1024)
def _needs_block(shape: Shape, inset: float, *, has_notes: bool) -> bool:
    """Tell whether a paragraph is what only a block can be, or has what a paragraph in a list or a cell forgets."""
    if abs(shape.right) > _NOTHING or shape.keep_next or shape.keep_lines:
        return True
    return not has_notes and (abs(_left(shape, inset)) > _NOTHING or shape.first > _NOTHING)


def _left(shape: Shape, inset: float) -> float:
    return shape.left + min(shape.first, 0) - inset


@lru_cache(maxsize=1024)
def _block(shape: Shape, inset: float, leading: float, *, is_heading: bool) -> str:
    """Return a function of the distance above and the body: a paragraph in a block of its own."""
    lengths = {
        "left": _left(shape, inset),
        "right": shape.right,
        "hang": max(-shape.first, 0),
        "first": max(shape.first, 0),
        "leading": leading,
    }
    flags = {
        "justify": shape.align is Align.BOTH,
        "sticky": shape.keep_next,
        "whole": shape.keep_lines,
        "bare": is_heading,
    }
    side = SIDES[shape.align]
    said = _lengths(lengths) | {name: "true" for name, is_on in flags.items() if is_on}
    return _with("para", said | ({"side": side} if side != "start" else {}))


@lru_cache(maxsize=1024)
def _par(shape: Shape, inset: float, leading: float) -> str:
    """Return a function of the body: a paragraph of Typst's own."""
    left = _left(shape, inset)
    said = _lengths({"leading": leading, "hanging-indent": left + max(-shape.first, 0)})
    if first := _lengths({"amount": left + max(shape.first, 0)}):
        said["first-line-indent"] = f"({arguments(first)}, all: true)"
    return _with("par", said | ({"justify": "true"} if shape.align is Align.BOTH else {}))


def _lengths(values: Mapping[str, float]) -> dict[str, str]:
    return {name: points(length) for name, length in values.items() if abs(length) > _NOTHING}


def _with(function: str, said: Mapping[str, str]) -> str:
    return f"{function}.with({arguments(said)})" if said else function


def is_framed(one: Paragraph) -> bool:
    """Tell whether a paragraph has borders or shading."""
    borders = one.shape.borders
    return bool(one.shape.shade) or (borders is not NO_BORDERS and borders != NO_BORDERS)


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
