"""How text, paragraphs and their places look: what a style, a list or a setting of Word decides.

Lengths are points, colours six hexadecimal digits.
"""

from dataclasses import dataclass
from enum import StrEnum


class Align(StrEnum):
    """Where the lines of a paragraph, a table or a label stand."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    BOTH = "both"


class LineRule(StrEnum):
    """How the height of a line is reckoned: as a multiple of the font's own, at least so many points, or exactly."""

    AUTO = "auto"
    AT_LEAST = "atLeast"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Look:
    """How characters look. ``size`` is the size as named in Word, also for raised and lowered text."""

    family: str
    size: float
    bold: bool = False
    italic: bool = False
    color: str = "000000"
    underline: str = ""  # "", "single", "double", "dotted", "dash", "wave", "thick"
    underline_color: str = ""
    strike: bool = False
    shade: str = ""  # background: highlight or shading
    small_caps: bool = False  # capitals proper are already made of the text by the reader
    vertical: str = ""  # "", "super", "sub"
    raised: float = 0.0
    tracking: float = 0.0
    kerning: bool = False
    lang: str = ""  # BCP 47, "" for the document's own
    ligatures: bool = False  # Word has none unless asked for


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a floating picture or frame lies; ``x``/``y`` from the named edge, or an alignment in its stead.

    ``across`` is "page", "margin", "column"; ``down`` is "page", "margin", "paragraph". ``x_align`` is "", "left",
    "center", "right"; ``y_align`` "", "top", "center", "bottom". ``wrap`` is "none" (over or under the text),
    "topAndBottom" or "around"; ``gap`` the distance kept to the text above and below.
    """

    across: str
    down: str
    x: float = 0.0
    y: float = 0.0
    x_align: str = ""
    y_align: str = ""
    wrap: str = "none"
    behind: bool = False
    gap: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Border:
    """One edge: ``width`` of the line (of all lines, for a double one), ``space`` to the text."""

    width: float
    color: str = "000000"
    style: str = "single"  # "single", "double", "dotted", "dashed"
    space: float = 0.0


@dataclass(frozen=True, slots=True)
class Borders:
    """The edges of a paragraph or a cell; ``between`` stands between paragraphs alike."""

    top: Border | None = None
    right: Border | None = None
    bottom: Border | None = None
    left: Border | None = None
    between: Border | None = None


NO_BORDERS = Borders()


@dataclass(frozen=True, slots=True)
class TabStop:
    """A tab stop, measured from the left margin; ``kind`` is left, center, right, decimal, or bar, which is refused."""

    position: float
    kind: str = "left"
    leader: str = ""  # "", ".", "-", "_", "·"


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph is set. ``first`` is the first line's extra indent, negative when it hangs.

    ``style`` is the style's id, for contextual spacing. ``before`` and ``after`` are as written; what comes of them
    between neighbours is the writer's. ``line`` is a multiple for ``AUTO``, else points.
    """

    style: str = ""
    align: Align = Align.LEFT
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    line_rule: LineRule = LineRule.AUTO
    contextual: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    widow_control: bool = True
    page_break_before: bool = False
    tabs: tuple[TabStop, ...] = ()
    borders: Borders = NO_BORDERS
    shade: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """The mark of a list item. ``series`` tells lists apart, ``level`` counts from 0.

    ``suffix`` is what stands between the mark and the text: "tab", "space" or "nothing".
    """

    text: str
    look: Look
    series: str
    level: int
    numbered: bool
    suffix: str = "tab"
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Frame:
    """A text frame (framePr) that holds paragraphs at a place of the page."""

    width: float
    height: float
    exact: bool
    anchor: Anchor
