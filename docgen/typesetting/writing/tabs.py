"""How far tabs lead, as far as that is known before the text is set; ``word.typ`` reckons the same for the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from docgen.typesetting.formats import Shape, TabStop
from docgen.typesetting.writing.forms import SIDES

_NEAR = 0.05  # points: a stop that near has been reached
_HAIR = 0.01  # points less, or what ends at the edge of the line would be rounded out of it


@dataclass(frozen=True, slots=True)
class Part:
    """How wide the text up to the next tab is, and how wide what of it stands before a comma.

    ``is_sure``: it is just so wide, not at most.
    """

    width: float
    head: float
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Way:
    """How far a tab leads; None for one that leads as far as the text after it leaves, and ``rest`` to the edge."""

    length: float | None
    rest: float = 0.0


@dataclass(frozen=True, slots=True)
class Stops:
    """The stops of lines of a ``shape`` up to the ``edge``; ``step`` is the distance of those after its own."""

    shape: Shape
    step: float
    edge: float

    def ways(self, start: float, parts: Sequence[Part | None]) -> list[Way] | None:
        """Return the way of each tab; the first part begins at ``start``. None where not all of it is known, or room.

        The last part can be put to the left of its stop without its width being known, where there is room for it.
        """
        known = [part for part in parts if part is not None]
        if len(known) < len(parts) or not all(part.is_sure for part in known[:-1]):
            return None
        x, found = start + known[0].width, list[Way]()
        for part in known[1:]:
            stop = self.after(x)
            if stop.leader:
                return None
            if not part.is_sure:
                has_room = x + part.width < stop.position < self.edge + _NEAR
                rest = max(self.edge - stop.position, 0.0)
                is_led = has_room and stop.kind == "right" and SIDES[self.shape.align] == "start"
                return [*found, Way(None, rest)] if is_led else None
            back = {"right": part.width, "center": part.width / 2, "decimal": part.head}.get(stop.kind, 0.0)
            way = max(stop.position - x - back - _HAIR, 0.0)
            found.append(Way(way))
            x += way + part.width
        return found if x <= self.edge - _HAIR / 2 else None

    def after(self, x: float) -> TabStop:
        """Return the first stop after ``x``; a hanging indent is one too."""
        shape, near = self.shape, x + _NEAR
        found = next((stop for stop in shape.tabs if stop.position > near), None)
        if shape.first < 0 and shape.left > near and (found is None or shape.left < found.position):
            return TabStop(shape.left)
        return found or TabStop((floor(near / self.step) + 1) * self.step)
