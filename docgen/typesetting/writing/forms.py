"""Shapes of paragraphs as Typst functions, and what hangs on a shape alone: the same in every document."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final

from docgen.typesetting.formats import NO_BORDERS, Align, LineRule, Shape
from docgen.typesetting.writing.code import arguments, points
from docgen.typesetting.writing.kept import Kept

SIDES: Final = {Align.LEFT: "start", Align.BOTH: "start", Align.CENTER: "center", Align.RIGHT: "end"}
PLAIN: Final = "par"  # a paragraph whose shape adds nothing to its text
_NOTHING = 0.0005  # points
_MOST: Final = 4096


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A shape and what hangs on it alone.

    ``leads``: its line rule adds something below each line. ``is_framed``: it has borders or shading; ``box`` is what
    paragraphs in one box have in common, ``edged`` the height of the borders over and under them.
    """

    shape: Shape
    leads: bool
    is_framed: bool
    box: tuple[object, ...]
    edged: float


@dataclass(frozen=True, slots=True, eq=False)
class Manner:
    """How a paragraph is written: ``code`` is a function, of the distance above it too where it ``is_block``.

    ``side`` is where its lines stand when it is no block.
    """

    is_block: bool
    code: str
    side: str


def _form(shape: Shape) -> Form:
    borders = shape.borders
    return Form(
        shape,
        leads=shape.line_rule is LineRule.AUTO and shape.line > 1,
        is_framed=bool(shape.shade) or borders != NO_BORDERS,
        box=(borders, shape.shade, shape.left + min(shape.first, 0), shape.right),
        edged=sum(edge.space + edge.width for edge in (borders.top, borders.bottom) if edge),
    )


form: Final = Kept(lru_cache(maxsize=_MOST)(_form), _MOST).of
"""Return what hangs on a shape alone."""


def varied(shape: Shape, **changes: Any) -> Shape:  # noqa: ANN401 - whatever a shape has
    """Return a shape that is otherwise only in ``changes``: the same object for the same, as all that is kept asks."""
    return _varied(form(shape), **changes)


@lru_cache(maxsize=_MOST)
def _varied(one: Form, **changes: Any) -> Shape:  # noqa: ANN401 - whatever a shape has
    return replace(one.shape, **changes)


@lru_cache(maxsize=_MOST)
def manner(one: Form, inset: float, leading: float, has_notes: bool, is_heading: bool) -> Manner:  # noqa: FBT001 - keys
    """Return how a paragraph of a shape is written; ``inset`` of its indent is already taken."""
    shape = one.shape
    if is_heading or _needs_block(shape, inset, has_notes=has_notes):
        return Manner(is_block=True, code=_block(shape, inset, leading, is_heading=is_heading), side="start")
    return Manner(is_block=False, code=_par(shape, inset, leading), side=SIDES[shape.align])


def _needs_block(shape: Shape, inset: float, *, has_notes: bool) -> bool:
    """Tell whether a paragraph is what only a block can be, or has what a paragraph in a list or a cell forgets."""
    if abs(shape.right) > _NOTHING or shape.keep_next or shape.keep_lines:
        return True
    return not has_notes and (abs(_left(shape, inset)) > _NOTHING or shape.first > _NOTHING)


def _left(shape: Shape, inset: float) -> float:
    return shape.left + min(shape.first, 0) - inset


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


def _par(shape: Shape, inset: float, leading: float) -> str:
    """Return a function of the body: a paragraph of Typst's own."""
    left = _left(shape, inset)
    said = _lengths({"leading": leading, "hanging-indent": left + max(-shape.first, 0)})
    if first := _lengths({"amount": left + max(shape.first, 0)}):
        said["first-line-indent"] = f"({arguments(first)}, all: true)"
    return _with(PLAIN, said | ({"justify": "true"} if shape.align is Align.BOTH else {}))


def _lengths(values: Mapping[str, float]) -> dict[str, str]:
    return {name: points(length) for name, length in values.items() if abs(length) > _NOTHING}


def _with(function: str, said: Mapping[str, str]) -> str:
    return f"{function}.with({arguments(said)})" if said else function
