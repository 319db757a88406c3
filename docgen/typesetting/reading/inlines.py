"""Reads what stands in a paragraph: runs, links, bookmarks and fields."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from docgen.typesetting.model import Bookmark, Break, Counted, NoteRef, PageBreak, PageCount, Tab
from docgen.typesetting.reading.alternatives import chosen, is_drawn
from docgen.typesetting.reading.characters import Face
from docgen.typesetting.reading.fields import (
    Field,
    Leads,
)
from docgen.typesetting.reading.line import Line
from docgen.typesetting.reading.names import MC, Element, R, W, construct, first, on, said_on
from docgen.typesetting.reading.symbols import sign

_LINE_END: Final = re.compile("[\r\n]")
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_RPR: Final = f"{W}rPr"
_PASSED: Final = frozenset(
    f"{W}{name}"
    for name in (
        *("pPr", "rPr", "proofErr", "permStart", "permEnd", "bookmarkEnd", "lastRenderedPageBreak", "fldData"),
        *("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr"),
    )
)


class InlineReader(Line):
    """Reads the content of one paragraph into ``out``."""

    def read(self, children: Iterable[Element]) -> None:
        """Read the children of a paragraph or of what wraps a part of it."""
        for child in children:
            reads = _INLINES.get(child.tag)
            if reads is not None:
                reads(self, child)
            elif child.tag not in _PASSED:
                self.part.cannot(construct(child))

    def _run(self, run: Element) -> None:
        children = list(run)  # each child is made but once
        face = self.ground.face(first(children, _RPR), self.setting)
        for fault in face.constructs:
            self.part.cannot(fault)
        self._run_children(children, face)

    def _run_children(self, children: Iterable[Element], face: Face) -> None:
        for child in children:
            reads = _RUN_CHILDREN.get(child.tag)
            if reads is not None:
                reads(self, child, face)
            elif child.tag not in _PASSED:
                self.part.cannot(construct(child))

    # text

    def _text(self, child: Element, face: Face) -> None:
        text = child.text or ""
        if child.get(_SPACE) != "preserve":
            text = text.strip(" \t\r\n")
        self.say(_LINE_END.sub(" ", text) if "\n" in text or "\r" in text else text, face)

    def _symbol(self, child: Element, face: Face) -> None:
        font, code = child.get(f"{W}font", ""), child.get(f"{W}char", "")
        found = sign(font, int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{1,5}", code) else None
        self.sign(found, face, f"w:sym {font} {code}")

    def _tab(self, _child: Element, face: Face) -> None:
        self.put(Tab(face.ascii), face)

    def _break(self, child: Element, face: Face) -> None:
        kind = child.get(f"{W}type", "textWrapping")
        if kind == "textWrapping":
            self.put(Break(face.ascii), face)
        elif kind == "page" or (kind == "column" and self.part.progress.columns == 1):
            self.put(PageBreak(), face)
        else:
            self.part.cannot(construct(child, f"{W}type"))

    def _no_break_hyphen(self, _child: Element, face: Face) -> None:
        self.say("\u2011", face)

    def _soft_hyphen(self, _child: Element, face: Face) -> None:
        self.say("\u00ad", face)

    def _page_number(self, _child: Element, face: Face) -> None:
        self.put(PageCount(Counted.PAGE, face.ascii, 0, self.part.progress.numbering), face)

    def _note(self, child: Element, face: Face) -> None:
        notes, note = self.part.book.notes, child.get(f"{W}id", "")
        if said_on(child.get(f"{W}customMarkFollows")) or note in notes:
            self.part.cannot(construct(child))
        elif not self.is_silent(face):
            notes.append(note)
            self.out.append(NoteRef(note, str(len(notes)), face.ascii))

    def _note_number(self, child: Element, face: Face) -> None:
        if self.part.progress.note:
            self.say(self.part.progress.note, face)
        else:
            self.part.cannot(construct(child))

    def _drawing(self, child: Element, face: Face) -> None:
        drawn = None if self.is_silent(face) else self.part.drawing(child, face.ascii)
        if drawn is not None:
            self.out.append(drawn)

    def _alternatives(self, child: Element, face: Face) -> None:
        if is_drawn(child):
            self._drawing(child, face)
        else:
            self._run_children(chosen(child), face)

    # what wraps and marks

    def _content(self, child: Element) -> None:
        for content in child.iterchildren(f"{W}sdtContent"):
            self.read(content)

    def _wrapped_alternatives(self, child: Element) -> None:
        self.read(chosen(child))

    def _bookmark(self, child: Element) -> None:
        name = child.get(f"{W}name", "")
        if name in self.part.book.wanted:
            self.out.append(Bookmark(name))

    def _hyperlink(self, child: Element) -> None:
        related, anchor = child.get(f"{R}id"), child.get(f"{W}anchor")
        target = self.part.target(related) if related else ""
        if isinstance(target, bytes):
            self.part.cannot(construct(child))
            return
        link = Field(means=Leads(f"{target}#{anchor}" if anchor else target), has_result=True)
        self.open_link(link)
        self.read(child)
        self.close_link(link)

    # fields

    def _simple_field(self, child: Element) -> None:
        self.fields.append(Field(said_on(child.get(f"{W}fldLock")), instruction=child.get(f"{W}instr", "")))
        self.separate()
        self.read(child)
        self.end()

    def _field_char(self, child: Element, _face: Face) -> None:
        kind = child.get(f"{W}fldCharType")
        if kind == "begin":
            self.fields.append(Field(said_on(child.get(f"{W}fldLock")), _is_checked(child)))
        elif not self.fields:
            self.part.cannot(construct(child, f"{W}fldCharType"))
        elif kind == "separate":
            self.separate()
        else:
            self.end()

    def _instruction(self, child: Element, face: Face) -> None:
        if self.fields and self.fields[-1].means is None:
            self.fields[-1].instruction += child.text or ""
            self.fields[-1].face = self.fields[-1].face or face


def _is_checked(begin: Element) -> bool | None:
    """Return whether the box of an old form field is checked, None for another field."""
    box = begin.find(f"{W}ffData/{W}checkBox")
    if box is None:
        return None
    checked = box.find(f"{W}checked")
    return on(box.find(f"{W}default")) if checked is None else on(checked)


_INLINES: Final[dict[str, Callable[[InlineReader, Element], None]]] = {
    f"{W}r": InlineReader._run,  # noqa: SLF001 (the table of this class)
    f"{W}hyperlink": InlineReader._hyperlink,  # noqa: SLF001
    f"{W}fldSimple": InlineReader._simple_field,  # noqa: SLF001
    f"{W}sdt": InlineReader._content,  # noqa: SLF001
    f"{W}smartTag": InlineReader.read,
    f"{W}customXml": InlineReader.read,
    f"{W}bookmarkStart": InlineReader._bookmark,  # noqa: SLF001
    f"{MC}AlternateContent": InlineReader._wrapped_alternatives,  # noqa: SLF001
}
_RUN_CHILDREN: Final[dict[str, Callable[[InlineReader, Element, Face], None]]] = {
    f"{W}t": InlineReader._text,  # noqa: SLF001
    f"{W}tab": InlineReader._tab,  # noqa: SLF001
    f"{W}br": InlineReader._break,  # noqa: SLF001
    f"{W}cr": InlineReader._break,  # noqa: SLF001
    f"{W}noBreakHyphen": InlineReader._no_break_hyphen,  # noqa: SLF001
    f"{W}softHyphen": InlineReader._soft_hyphen,  # noqa: SLF001
    f"{W}sym": InlineReader._symbol,  # noqa: SLF001
    f"{W}pgNum": InlineReader._page_number,  # noqa: SLF001
    f"{W}fldChar": InlineReader._field_char,  # noqa: SLF001
    f"{W}instrText": InlineReader._instruction,  # noqa: SLF001
    f"{W}footnoteReference": InlineReader._note,  # noqa: SLF001
    f"{W}footnoteRef": InlineReader._note_number,  # noqa: SLF001
    f"{W}drawing": InlineReader._drawing,  # noqa: SLF001
    f"{W}pict": InlineReader._drawing,  # noqa: SLF001
    f"{MC}AlternateContent": InlineReader._alternatives,  # noqa: SLF001
}
