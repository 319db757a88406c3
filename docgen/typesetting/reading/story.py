"""Reads the blocks of a story of a Word file: the body, a header, a footer or a note."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from docgen.typesetting.formats import Align, Label, Look
from docgen.typesetting.model import Block, Bookmark, Box, Break, Inline, PageBreak, Paragraph, Picture, Table, Text
from docgen.typesetting.reading.alternatives import chosen
from docgen.typesetting.reading.inlines import InlineReader
from docgen.typesetting.reading.line import capitals
from docgen.typesetting.reading.names import MC, Element, W, construct, first, on
from docgen.typesetting.reading.numbering import label
from docgen.typesetting.reading.parts import Book, PartReader, Progress
from docgen.typesetting.reading.resolving import BARE, Numbered, Setting, Under
from docgen.typesetting.reading.symbols import family_of, is_symbol_font, signs

_TBL, _PPR = f"{W}tbl", f"{W}pPr"
_BLOCKS: Final = (f"{W}p", _TBL)
_PASSED: Final = frozenset(
    f"{W}{name}"
    for name in (
        *("sectPr", "tcPr", "sdtPr", "sdtEndPr", "customXmlPr", "bookmarkEnd", "proofErr", "permStart", "permEnd"),
    )
)
_WRAPS: Final = (f"{W}sdtContent", f"{W}customXml")
_BULLET: Final = "bullet"


@dataclass(frozen=True, slots=True)
class Readers:
    """Who reads what is a world of its own."""

    table: "Callable[[Element, StoryReader], Table]"
    drawing: "Callable[[Element, Look, StoryReader], Picture | Box | None]"


@dataclass(frozen=True, slots=True)
class Room:
    """Where paragraphs stand: on what of a table style, and in a cell or a box of which width."""

    under: Under = BARE
    width: float | None = None


_OUTSIDE: Final = Room()


class StoryReader(PartReader):
    """Reads the blocks of one part."""

    def __init__(
        self, book: Book, part: str, readers: Readers, progress: Progress | None = None, room: Room | None = None
    ) -> None:
        super().__init__(book, part, progress)
        self._readers, self._room = readers, room or _OUTSIDE

    @property
    def compatibility(self) -> int:
        """Return the version of Word whose layout the document asks for: 15 is Word 2013 and later."""
        return self.book.ground.settings.compatibility

    @property
    def width(self) -> float:
        """Return the width that paragraphs and tables have here, in points."""
        return self.progress.width if self._room.width is None else self._room.width

    @property
    def nested(self) -> bool:
        """Tell whether this is inside a cell or a text box."""
        return self._room.width is not None

    @property
    def fill(self) -> str:
        """Return the colour of what paragraphs and tables stand on here, "" where it is none."""
        return self._room.under.fill

    def inside(self, width: float) -> "StoryReader":
        """Return a reader of a text box of this width."""
        return self.within(Room(self._room.under, width))

    def within(self, room: Room) -> "StoryReader":
        """Return a reader of the same story, in a cell or a text box."""
        return StoryReader(self.book, self.part, self._readers, self.progress, room)

    def drawing(self, element: Element, look: Look) -> Picture | Box | None:
        """Return a picture or a text box; what stands in it knows nothing of the table or the field around it."""
        place, fields = self.progress.place, self.progress.fields
        self.progress.fields = []
        drawn = self._readers.drawing(element, look, self.within(Room(width=self._room.width)))
        self.progress.place, self.progress.fields = place, fields
        return drawn

    def bookmark(self, element: Element) -> None:
        """Keep a bookmark that stands between paragraphs for the next paragraph, where something points at it."""
        name = element.get(f"{W}name", "")
        if name in self.book.wanted:
            self.progress.marks.append(Bookmark(name))

    def blocks(self, parent: Element) -> tuple[Block, ...]:
        """Return what a body, a cell, a header or a text box holds."""
        return self.sequence(self.leaves(parent))

    def cell(self, room: Room, element: Element) -> tuple[Block, ...]:
        """Return what a cell holds, which stands in ``room``."""
        outside, self._room = self._room, room
        try:
            return self.blocks(element)
        finally:
            self._room = outside

    def leaves(self, parent: Element) -> Iterator[Element]:
        """Yield the paragraphs and tables in an element, out of what wraps them."""
        for child in parent:
            tag = child.tag
            if tag in _BLOCKS:
                yield child
            elif tag == f"{W}sdt" or tag in _WRAPS:
                yield from self.leaves(child)
            elif tag == f"{MC}AlternateContent":
                yield from self.leaves(chosen(child))
            elif tag == f"{W}bookmarkStart":
                self.bookmark(child)
            elif tag not in _PASSED:
                self.cannot(construct(child))

    def sequence(self, elements: Iterable[Element]) -> tuple[Block, ...]:
        """Return paragraphs and tables; a paragraph whose mark is hidden is joined to the next."""
        blocks: list[Block] = []
        joined: Paragraph | None = None
        for element in elements:
            if element.tag == _TBL:
                if joined is not None and joined.inlines:
                    blocks.append(joined)
                joined = None
                blocks.append(self._readers.table(element, self))
                continue
            paragraph, ends = self.paragraph(element)
            if joined is not None:
                paragraph = replace(paragraph, inlines=joined.inlines + paragraph.inlines)
            joined = None if ends else paragraph
            if ends:
                blocks.append(paragraph)
        if joined is not None:
            blocks.append(joined)
        return tuple(blocks)

    def paragraph(self, element: Element) -> tuple[Paragraph, bool]:
        """Return a paragraph, and whether it ends there: not when its mark is hidden."""
        progress, ground, room, children = self.progress, self.book.ground, self._room, list(element)
        progress.count += 1
        progress.place = place = progress.count
        properties = first(children, _PPR)
        setting = ground.setting(properties, room.under)
        for fault in setting.constructs:
            self.cannot(fault)
        reader = InlineReader(self, setting)
        reader.read(children)
        inlines = tuple(reader.finished() if reader.fields else reader.out)
        ends = not setting.mark.hidden
        if not ends and properties is not None and on(properties.find(f"{W}rPr/{W}specVanish")):
            self.cannot("w:specVanish")
        if setting.autospaced and (self.nested or setting.numbered or place == 1):
            self.cannot("w:spacing w:beforeAutospacing")  # none in cells, between items and before the first
        if ground.settings.watched:
            self._watch(setting, inlines)
        mark = self._label(setting.numbered) if setting.numbered and ends else None
        return (
            Paragraph(inlines, setting.shape, setting.mark.ascii, place, mark, setting.heading, setting.frame),
            ends,
        )

    def _watch(self, setting: Setting, inlines: tuple[Inline, ...]) -> None:
        """Name the settings that have their effect here."""
        watched = self.book.ground.settings.watched
        kinds = {type(one) for one in inlines}
        if Text in kinds and not setting.unhyphenated and "w:autoHyphenation" in watched:
            self.cannot("w:autoHyphenation")
        if Break in kinds and setting.shape.align is Align.BOTH and "w:doNotExpandShiftReturn" in watched:
            self.cannot("w:doNotExpandShiftReturn")
        if PageBreak in kinds and "w:splitPgBreakAndParaMark" in watched:
            self.cannot("w:splitPgBreakAndParaMark")

    def _label(self, numbered: Numbered) -> Label | None:
        counts = self.progress.counters.number(numbered.num_id, numbered.of, numbered.level)
        level, face = numbered.of.levels[numbered.level], numbered.face
        for fault in face.constructs:
            self.cannot(fault)
        text, look = label(numbered.of, numbered.level, counts), face.ascii
        found = None if text is None else signs(look.family, text)
        if found is None:
            self.cannot(f"w:lvlText {look.family}" if text else "w:lvlText")
            return None
        if is_symbol_font(look.family) and found:
            look = replace(look, family=family_of(found))
        if face.hidden or (not found and level.suffix == "nothing"):
            return None
        return Label(
            capitals(found) if face.caps else found,
            look,
            str(numbered.num_id),
            numbered.level,
            level.format != _BULLET,
            level.suffix,
            level.align,
        )
