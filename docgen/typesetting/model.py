"""What a finished Word file says, with every style, number and theme resolved: the room between reading and writing.

Lengths are points, colours six hexadecimal digits. Nothing here knows WordprocessingML or Typst. A value that the
reader cannot give without guessing is not given: the reader refuses the construct by name instead.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from docgen.typesetting.formats import NO_BORDERS, Align, Anchor, Border, Borders, Frame, Label, Look, Shape


class Counted(StrEnum):
    """What a page field counts."""

    PAGE = "page"
    PAGES = "pages"
    SECTION_PAGES = "section_pages"


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text in one look; no tab, break or control character is in it. Soft hyphens are."""

    text: str
    look: Look


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab character."""

    look: Look


@dataclass(frozen=True, slots=True)
class Break:
    """A new line inside the paragraph."""

    look: Look


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page inside the paragraph: what follows stands on the next page."""


@dataclass(frozen=True, slots=True)
class PageCount:
    """A number known only when the pages are made: PAGE + offset, NUMPAGES, SECTIONPAGES.

    ``numbering`` is Word's: "decimal", "lowerRoman", "upperRoman", "lowerLetter", "upperLetter".
    """

    counted: Counted
    look: Look
    offset: int = 0
    numbering: str = "decimal"


@dataclass(frozen=True, slots=True)
class PageOf:
    """The page number of a bookmark (PAGEREF)."""

    bookmark: str
    look: Look


@dataclass(frozen=True, slots=True)
class Bookmark:
    """The place of a bookmark that something in the document points at."""

    name: str


@dataclass(frozen=True, slots=True)
class NoteRef:
    """The reference to a footnote; ``number`` is what is printed, ``look`` how."""

    note: str
    number: str
    look: Look


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: ``file`` names its bytes in ``Document.files``; ``alt`` is "" for decoration."""

    file: str
    width: float
    height: float
    alt: str
    look: Look
    anchor: Anchor | None = None
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)  # left, top, right, bottom as fractions


@dataclass(frozen=True, slots=True)
class Link:
    """Inline content that leads somewhere: a web address, or "#" and a bookmark."""

    target: str
    inlines: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Box:
    """A simple text box: blocks of its own at an anchor."""

    width: float
    height: float
    blocks: "tuple[Block, ...]"
    anchor: Anchor
    insets: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)  # top, right, bottom, left
    fill: str = ""
    line: "Border | None" = None
    grows: bool = False


Inline: TypeAlias = Text | Tab | Break | PageBreak | PageCount | PageOf | Bookmark | NoteRef | Picture | Link | Box


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. ``mark`` is the look of its end mark, which gives an empty paragraph its height.

    ``heading`` is 1 to 9, or 0. ``place`` is its number in its part, counted from 1, for a named refusal.
    """

    inlines: tuple[Inline, ...]
    shape: Shape
    mark: Look
    place: int
    label: Label | None = None
    heading: int = 0
    frame: Frame | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; ``column`` counts grid columns from 0. A cell merged away by one above is not in its row.

    ``margins`` are top, right, bottom, left. ``borders`` are what is to be drawn, conflicts with neighbours resolved:
    a shared edge is given alike to both. Where it changes along a wide or merged cell, that cell has None there and its
    neighbours have it. A double line's ``width`` is all of it: two lines and the gap.
    """

    column: int
    blocks: "tuple[Block, ...]"
    columns: int = 1
    rows: int = 1
    margins: tuple[float, float, float, float] = (0.0, 5.4, 0.0, 5.4)
    borders: Borders = NO_BORDERS
    shade: str = ""
    vertical: str = "top"  # "top", "center", "bottom"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; ``height`` 0 says that the content decides."""

    cells: tuple[Cell, ...]
    height: float = 0.0
    exact: bool = False
    may_split: bool = True
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table. ``left`` is the place of its first column's left edge, from the left margin.

    ``has_row_heads``: the first column names the rows (tblLook firstColumn). ``title`` and ``summary`` are what Word
    calls the alternative text of the table.
    """

    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    place: int
    left: float = 0.0
    align: Align = Align.LEFT
    has_row_heads: bool = False
    title: str = ""
    summary: str = ""
    begins_page: bool = False


Block: TypeAlias = Paragraph | Table


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Story:
    """A header, a footer or a note: blocks in a part of their own."""

    part: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The page of a section: size, margins (top and bottom negative when Word must not let them grow)."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    header: float
    footer: float


@dataclass(frozen=True, slots=True)
class Section:
    """A section. ``headers`` and ``footers`` have the keys "default", "first" and "even", inheritance resolved.

    ``starts`` is "nextPage", "continuous", "oddPage" or "evenPage"; ``first_number`` restarts the page numbers.
    """

    page: Page
    blocks: tuple[Block, ...]
    headers: Mapping[str, Story]
    footers: Mapping[str, Story]
    title_page: bool = False
    even_and_odd: bool = False
    starts: str = "nextPage"
    first_number: int | None = None
    numbering: str = "decimal"
    columns: int = 1
    column_gap: float = 0.0


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. ``lang`` is a BCP 47 tag, ``files`` the bytes of the pictures by name."""

    title: str
    lang: str
    sections: Sequence[Section]
    default_tab: float
    notes: Mapping[str, Story] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    compatibility: int = 15
