"""Where a story is set."""

from dataclasses import dataclass

from docgen.typesetting.model import Block, Page


@dataclass(frozen=True, slots=True)
class Area:
    """The corner of a story from which places on the page are reckoned, and how far down the page it lies (code).

    ``text`` is where its text begins (code), "" where nothing can be reserved above the text.
    """

    corner: str
    down: str
    text: str = ""

    @property
    def is_foot(self) -> bool:
        """Tell whether places are reckoned from the foot of the story."""
        return self.corner.startswith("bottom")


@dataclass(frozen=True, slots=True)
class Room:
    """Where a story is set: its part, the width of its lines and the distance of its default tab stops.

    ``area`` is from where places on the page are reckoned, None where that is not known; ``blocks`` are all of a header
    or footer, which is an artifact. ``origin`` is the code of the section whose page numbers began anew last, and of
    its first number. ``inset`` is how much of the indents is already taken by a box around the story. ``cell`` is what
    the cell around it belongs to: a "table", which readers are told of, or a "grid", which only places things; ``look``
    is the name of the look that is said for all of it, "" where none is.
    """

    part: str
    page: Page
    width: float
    step: float
    section: int = 0
    blocks: tuple[Block, ...] = ()
    is_artifact: bool = False
    cell: str = ""
    look: str = ""
    area: Area | None = None
    numbering: str = "decimal"
    origin: str = "none"
    inset: float = 0.0

    @property
    def in_cell(self) -> bool:
        """Tell whether this is inside a cell."""
        return bool(self.cell)

    @property
    def is_told(self) -> bool:
        """Tell whether readers are told what stands here by itself: as a cell of a table, or never, as an artifact.

        Text that is all there is needs no paragraph then, which costs the typesetter a fifth of a table of such cells.
        """
        return self.is_artifact or self.cell == "table"
