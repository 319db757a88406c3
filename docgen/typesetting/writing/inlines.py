"""The inside of a paragraph as Typst code: lines, tabs, text, pictures, links and page numbers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import groupby
from typing import cast

from docgen.typesetting.formats import Look, Shape
from docgen.typesetting.model import (
    Bookmark,
    Box,
    Break,
    Counted,
    Inline,
    Link,
    NoteRef,
    PageBreak,
    PageCount,
    PageOf,
    Paragraph,
    Picture,
    Tab,
    Text,
)
from docgen.typesetting.writing import breaks
from docgen.typesetting.writing.code import array, joined, points, string
from docgen.typesetting.writing.room import Room
from docgen.typesetting.writing.sheet import Sheet
from docgen.typesetting.writing.tabs import Part, Stops
from docgen.typesetting.writing.wraps import SLACK

_NUMBERINGS = {"decimal": "1", "lowerRoman": "i", "upperRoman": "I", "lowerLetter": "a", "upperLetter": "A"}
_LEADERS = {".": "leaders.dot", "-": "leaders.dash", "_": "leaders.line", "·": "leaders.middle"}
_NAMES = {
    PageOf: "PAGEREF",
    Picture: "wp:anchor",
    Box: "wps:wsp",
    Tab: "w:hyperlink w:tab",
    Break: "w:hyperlink w:br",
    PageBreak: "w:hyperlink w:br",
}
"""What Word calls what cannot stand where it was found."""
_TEXT = {Text}


@dataclass(slots=True, eq=False)  # not frozen, which would make it dearer: there is one for each paragraph
class Line:
    """Writes what stands in a paragraph of ``shape``; ``lead`` is the code before its text, beginning at ``start``."""

    sheet: Sheet
    room: Room
    paragraph: Paragraph
    shape: Shape
    lead: str
    start: float

    @property
    def place(self) -> tuple[str, int]:
        """Return where the paragraph stands, for a refusal."""
        return self.room.part, self.paragraph.place

    def body(self) -> str:
        """Return the code of all lines; "" when there is nothing to see."""
        lead, inlines = [self.lead] if self.lead else [], self.paragraph.inlines
        if set(map(type, inlines)) == _TEXT:
            code = joined(self._texts(cast("Sequence[Text]", inlines), self.start))
            return joined([*lead, code]) if lead else code
        if not any(map(_shows, inlines)):
            return joined([*lead, *self.codes(inlines)]) if lead or inlines else ""
        lines = split(inlines, Break)
        codes = [self._line(line, self.shape.left if index else self.start) for index, line in enumerate(lines)]
        return joined([*lead, codes[0], *(piece for code in codes[1:] for piece in ("linebreak()", code))])

    def alone(self, text: Text) -> str:
        """Return the code of a text that is all there is; what is said of its look around it is not said again."""
        codes, name = self._texts([text], self.start), f"{self.room.look}("
        is_said = self.room.look and len(codes) == 1 and codes[0].startswith(name)
        return codes[0][len(name) : -1] if is_said else joined(codes)

    def _strut(self) -> str:
        """Return what holds a line open that has no text."""
        over, under = self.sheet.styles.setting(self.paragraph.mark, self.shape).edges
        return f"box(width: 0pt, height: {points(over + under)}, baseline: {points(under)})"

    def height(self) -> float:
        """Return the height of the paragraph when it is empty."""
        return self.sheet.styles.setting(self.paragraph.mark, self.shape).high

    def _line(self, inlines: Sequence[Inline], start: float) -> str:
        texts = [one for one in inlines if isinstance(one, Text)]
        if texts and len(texts) == len(inlines):
            return joined(self._texts(texts, start))
        if not any(_shows(one) for one in inlines):
            return joined([*self.codes(inlines), self._strut()])
        if any(isinstance(one, Tab) for one in inlines):
            return self._tabbed(inlines, start)
        return joined(self.codes(inlines))

    def _tabbed(self, inlines: Sequence[Inline], start: float) -> str:
        """Return a line with tabs: each part begins at the stop after what stands before it."""
        known = self._led(inlines, start)
        if known is not None:
            return joined(known)
        tabs = ["none, 0pt", *(self._tab(one) for one in inlines if isinstance(one, Tab))]
        has_comma = any(stop.kind == "decimal" for stop in self.shape.tabs)
        parts = [
            f"({tab}, {joined(self.codes(part))}, {joined(self.codes(_before_comma(part))) if has_comma else 'none'})"
            for tab, part in zip(tabs, split(inlines, Tab), strict=True)
        ]
        stops = self.sheet.defined("s", array(self._stops()))
        hang = points(self.shape.left) if self.shape.first < 0 else "none"
        limit = points(self.room.width - self.shape.right + 1)
        return f"tabbed({points(start)}, {stops}, {points(self.room.step)}, {hang}, {limit}, {array(parts)})"

    def _led(self, inlines: Sequence[Inline], start: float) -> list[str] | None:
        """Return the code of a line with tabs where it is known how far they lead, else None."""
        parts, spaces = split(inlines, Tab), [Text(" ", one.look) for one in inlines if isinstance(one, Tab)]
        stops = Stops(self.shape, self.room.step, self.room.width - self.shape.right)
        ways, wide = stops.ways(start, [self._part(part) for part in parts]), self.sheet.known_width(spaces)
        if ways is None or wide is None:
            return None
        codes: list[str] = []
        plain = _only_texts(parts[0])  # what stands after each other is one text, here too
        for way, space, part in zip(ways, spaces, parts[1:], strict=True):
            codes += self._all(plain)
            if way.length is None:
                return [*codes, "h(1fr)", *self._text(space), *self.codes(part), f"h({points(way.rest)})"]
            rest = way.length - self.sheet.width(space.text, space.look)
            codes.append(f"h({points(rest if rest > 0 else way.length)})")
            plain = reduce(breaks.joined, _only_texts(part), [space] if rest > 0 else [])
        return [*codes, *self._all(plain)]

    def _part(self, inlines: Sequence[Inline]) -> Part | None:
        """Return how wide a part of a line is, None for what is not all text of a known width and page numbers."""
        texts = _only_texts(inlines)
        width, head = self.sheet.widest(inlines), self.sheet.known_width(_only_texts(_before_comma(texts)))
        return None if width is None or head is None else Part(width, head, is_sure=len(texts) == len(inlines))

    def _tab(self, tab: Tab) -> str:
        """Return a tab's look and the width of a space in it."""
        setting = self.sheet.styles.setting(tab.look, self.shape)
        if not setting.code:
            return "text, 0pt"  # the font is refused where its text stands
        return f"{self.sheet.defined('t', setting.code)}, {points(setting.letters.width(' '))}"

    def _stops(self) -> Iterator[str]:
        for stop in self.shape.tabs:
            yield array([points(stop.position), string(stop.kind), _LEADERS.get(stop.leader, "none")])

    def codes(self, inlines: Iterable[Inline]) -> list[str]:
        """Return the code of each of ``inlines``."""
        codes: list[str] = []
        for is_text, group in groupby(inlines, key=lambda one: isinstance(one, Text)):
            if is_text:
                codes += self._texts([one for one in group if isinstance(one, Text)])
            else:
                codes += [code for one in group for code in self._code(one)]
        return codes

    def _texts(self, texts: Sequence[Text], start: float | None = None) -> list[str]:
        """Return the code of texts after each other, with what must not and what may break made plain.

        ``start`` is where they begin when they are a whole line.
        """
        lone = texts[0] if len(texts) == 1 else None
        size = lone.look.size if lone else max([one.look.size for one in texts])
        longest = self.room.width - max(self.start, self.shape.left) - self.shape.right
        long = max(int(longest / size), 1)
        if not (
            breaks.are_plain(texts, long)
            or (start is not None and self._fits(texts, start))
            or (lone and breaks.needs_nothing(lone, self.sheet.styles.letters(lone.look).width, longest))
        ):
            return self._broken(texts, long, longest)
        return self._text(lone) if lone else self._all(texts)

    def _fits(self, texts: Sequence[Text], start: float) -> bool:
        """Tell whether a line cannot be broken: there is room for all of it."""
        width = self.sheet.known_width(texts)
        return width is not None and start + width <= self.room.width - self.shape.right - SLACK

    def _broken(self, texts: Sequence[Text], long: int, longest: float) -> list[str]:
        """Return the code of texts with words of ``long`` characters, or wider than ``longest``, any line's width."""
        codes: list[str] = []
        plain: list[Text] = []  # what stands after each other is one text, which is set sooner than its words
        for piece in breaks.pieces(texts, long):
            if isinstance(piece, Text):
                plain = breaks.joined(plain, piece)
                continue
            if isinstance(piece, breaks.Solid) and not piece.must_hold(self.sheet.width, longest):
                for one in piece.texts:
                    plain = breaks.joined(plain, one)
                continue
            codes += self._all(plain)
            plain = []
            if isinstance(piece, breaks.Open):
                codes.append("open")
                continue
            parts = breaks.fitted(piece, self.sheet.width, longest)
            codes += [f"box({joined(self._all(part.texts))})" for part in parts]
        return codes + self._all(plain)

    def _all(self, texts: Iterable[Text]) -> list[str]:
        return [code for one in texts for code in self._text(one)]

    def _text(self, one: Text) -> list[str]:
        return self.sheet.text(one.text, one.look, self.shape, self.place)

    def _code(self, inline: Inline) -> Iterator[str]:
        match inline:
            case PageCount():
                yield self._dressed(_counted(inline, self.room), inline.look)
            case PageOf(bookmark, look) if self.room.origin == "none":
                yield self._dressed(f"page-of({string(bookmark)})", look)
            case Bookmark(name):
                yield f"bookmark({string(name)})"
            case NoteRef(note, number, look):
                marked = joined(self.sheet.text(number, look, self.shape, self.place))
                yield f"footnote(numbering: (..n) => {marked}, note-{note})"
            case Picture() if inline.anchor is None:
                yield f"box({self.sheet.picture(inline)})"
            case Link(target, inlines):
                yield f"leads({string(target)}, {joined(self.codes(inlines))})"
            case _:
                self.sheet.refuse(self.place, _NAMES[type(inline)])

    def _dressed(self, code: str, look: Look) -> str:
        """Return content that is not text of ours in ``look``."""
        name = self.sheet.look(look, self.shape, self.place)
        return "none" if name is None else f"{name}({code})"


def _counted(count: PageCount, room: Room) -> str:
    is_plain = count.counted is Counted.PAGE and count.numbering == "decimal"
    style = string(_NUMBERINGS[room.numbering if is_plain else count.numbering])
    match count.counted:
        case Counted.PAGE:
            return f"page-number(now, {room.origin}, {count.offset}, {style})"
        case Counted.PAGES:
            return f"page-count(now, {style})"
        case Counted.SECTION_PAGES:
            return f"section-count(now, {room.section}, {style})"


def _shows(inline: Inline) -> bool:
    """Tell whether something holds a line open."""
    if isinstance(inline, Text):
        return True
    return not isinstance(inline, Bookmark) and not (isinstance(inline, Picture | Box) and inline.anchor is not None)


def _only_texts(inlines: Iterable[Inline]) -> list[Text]:
    return [one for one in inlines if isinstance(one, Text)]


def split(inlines: Sequence[Inline], kind: type[Tab | Break | PageBreak]) -> list[Sequence[Inline]]:
    """Return what stands between the tabs or breaks."""
    if kind not in map(type, inlines):
        return [inlines]
    part: list[Inline] = []
    parts: list[Sequence[Inline]] = [part]
    for one in inlines:
        if isinstance(one, kind):
            part = []
            parts.append(part)
        else:
            part.append(one)
    return parts


def _before_comma(inlines: Sequence[Inline]) -> list[Inline]:
    """Return what of ``inlines`` stands before the first comma, for a decimal tab stop."""
    head: list[Inline] = []
    for one in inlines:
        if isinstance(one, Text) and "," in one.text:
            return [*head, Text(one.text.partition(",")[0], one.look)]
        head.append(one)
    return head
