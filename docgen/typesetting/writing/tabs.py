"""How far tabs lead, as far as that is known before the text is set; ``word.typ`` reckons the same for the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from typing import Final

from docgen.typesetting.formats import Shape, TabStop

KINDS: Final = frozenset({"left", "center", "right", "decimal"})
_NEAR = 0.05  # points: a stop that near has been reached
_HAIR = 0.01  # points less, or what ends at the edge of the line would be rounded out of it


@dataclass(frozen=True, slots=True)
class Part:
    """How wide the text up to the next tab is, and how wide what of it stands before a comma."""

    width: float
    head: float


@dataclass(frozen=True, slots=True)
class Stops:
    """The stops of lines of a ``shape`` up to the ``edge``; ``step`` is the distance of those after its own."""

    shape: Shape
    step: float
    edge: float

    def ways(self, start: float, parts: Sequence[Part | None]) -> list[float | None] | None:
        """Return how far each tab leads, None for one that leads to the edge; the first part begins at ``start``.

        A part may be None: one of an unknown width. Return None where not all is known, or where there is no room.
        """
        first, *others = parts
        if first is None:
            return None
        x, found = start + first.width, list[float | None]()
        for part in others:
            stop = self._after(x)
            if stop.leader or stop.kind not in KINDS:
                return None
            if part is None:
                ends_there = stop.kind == "right" and abs(stop.position - self.edge) < _NEAR
                return [*found, None] if ends_there and len(found) + 1 == len(others) else None
            back = {"right": part.width, "center": part.width / 2, "decimal": part.head}.get(stop.kind, 0.0)
            way = max(stop.position - x - back - _HAIR, 0.0)
            found.append(way)
            x += way + part.width
        return found if x <= self.edge else None

    def _after(self, x: float) -> TabStop:
        """Return the first stop after ``x``; a hanging indent is one too."""
        shape, near = self.shape, x + _NEAR
        found = next((stop for stop in shape.tabs if stop.position > near), None)
        if shape.first < 0 and shape.left > near and (found is None or shape.left < found.position):
            return TabStop(shape.left)
        return found or TabStop((floor(near / self.step) + 1) * self.step)
