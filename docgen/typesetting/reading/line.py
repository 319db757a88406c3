"""The content of a paragraph as it is gathered: text, links, and what fields come to."""

import re
from dataclasses import replace
from typing import Final

from docgen.typesetting.formats import Look
from docgen.typesetting.model import Counted, Inline, Link, PageCount, PageOf, Text
from docgen.typesetting.reading.characters import Face
from docgen.typesetting.reading.fields import (
    OTHER_MARK,
    PAGE_MARK,
    Counts,
    Field,
    Leads,
    Meaning,
    PageRef,
    Plain,
    Refused,
    meaning,
)
from docgen.typesetting.reading.parts import PartReader
from docgen.typesetting.reading.resolving import Setting
from docgen.typesetting.reading.symbols import family_of, signs

_SCRIPTS: Final = {
    "cs": "\u0590-\u109f\u1780-\u18af\ufb1d-\ufdff\ufe70-\ufefe\u200f\u202a-\u202e\u2066-\u2069",
    "eastAsia": "\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff",
    "private": "\ue000-\uf8ff",
    "control": "\t\x7f-\x9f\u2028\u2029",
}
_FOREIGN: Final = re.compile(f"[{''.join(_SCRIPTS.values())}]")
_NAMED: Final = {name: re.compile(f"[{signs}]") for name, signs in _SCRIPTS.items()}
_NOT_ASCII: Final = re.compile("([^\0-\x7f]+)")
_CHECKED, _UNCHECKED = "☒", "☐"


def capitals(text: str) -> str:
    """Return a text as Word prints it in capitals: a letter whose capitals are two (ß) stays as it is."""
    upper = text.upper()
    if len(upper) == len(text):
        return upper
    return "".join(one.upper() if len(one.upper()) == 1 else one for one in text)


class Line:
    """What a paragraph holds, gathered in ``out``."""

    def __init__(self, part: PartReader, setting: Setting) -> None:
        progress = part.progress
        self.part, self.setting, self.ground = part, setting, part.book.ground
        self.fields = progress.fields
        self.out: list[Inline] = [*progress.marks]
        progress.marks.clear()
        self.in_link = False
        for one in self.fields:
            self.open_link(one)

    def finished(self) -> list[Inline]:
        """Return what was read, with links that go on in the next paragraph closed in this one."""
        for one in reversed(self.fields):
            self.close_link(one)
        return self.out

    def is_silent(self, face: Face) -> bool:
        """Tell whether nothing is printed here, and remember the look of a field's result."""
        for one in self.fields:
            if one.means is not None and not one.has_result:
                one.face, one.has_result = face, True
        return face.hidden or any(one.is_silent for one in self.fields)

    def put(self, inline: Inline, face: Face) -> None:
        """Add what is printed at this place."""
        if not self.is_silent(face):
            self.out.append(inline)

    def say(self, text: str, face: Face) -> None:
        """Add text; a symbol font's codes become the signs they show."""
        if not text or (self.is_silent(face) if self.fields else face.hidden):
            return
        if face.has_signs:
            self.sign(signs(face.ascii.family, text), face, f"w:rFonts w:ascii={face.ascii.family}")
            return
        foreign = _FOREIGN.search(text)
        if foreign:
            self.part.cannot(f"w:t {next(name for name, script in _NAMED.items() if script.match(foreign[0]))}")
            return
        if face.caps:
            text = capitals(text)
        if face.ascii is face.other:
            self.append(text, face.ascii)
            return
        for place, piece in enumerate(_NOT_ASCII.split(text)):
            self.append(piece, face.other if place % 2 else face.ascii)

    def append(self, text: str, look: Look) -> None:
        """Add text in a look to the text before it."""
        last = self.out[-1] if self.out else None
        if isinstance(last, Text) and (last.look is look or last.look == look):
            self.out[-1] = Text(last.text + text, last.look)
        elif text:
            self.out.append(Text(text, look))

    def sign(self, text: str | None, face: Face, name: str) -> None:
        """Add signs in a family that has them; without any, ``name`` is what cannot be set."""
        if text is None:
            self.part.cannot(name)
        elif not self.is_silent(face):
            self.append(text, replace(face.ascii, family=family_of(text)))

    def open_link(self, field: Field) -> None:
        """Begin a link, where it leads somewhere and stands in no other."""
        if isinstance(field.means, Leads) and not self.in_link and self._leads_somewhere(field.means.target):
            field.outer, self.out, self.in_link = self.out, [], True

    def _leads_somewhere(self, target: str) -> bool:
        return bool(target) and (not target.startswith("#") or target[1:] in self.part.book.wanted)

    def close_link(self, field: Field) -> None:
        """End a link, if it was begun."""
        if field.outer is None or not isinstance(field.means, Leads):
            return
        inner, self.out = tuple(self.out), field.outer
        field.outer, self.in_link = None, False
        if inner:
            self.out.append(Link(field.means.target, inner))

    def separate(self) -> None:
        """Begin the result of the innermost field."""
        field = self.fields[-1]
        field.is_separated, field.means = True, self._meaning(field)
        self.open_link(field)

    def _meaning(self, field: Field) -> Meaning:
        means = meaning(field.instruction)
        if field.is_locked and isinstance(means, Counts | PageRef):
            return Plain.FROZEN
        if isinstance(means, Refused):
            self.part.cannot(means.construct)
        elif means is Plain.FROZEN_IN_BODY and self.part.progress.is_repeated:
            self.part.cannot(f"field {field.instruction.split()[0].upper()}")
        elif means is Plain.FROZEN and "w:updateFields" in self.part.book.ground.settings.switches:
            self.part.cannot("w:updateFields")
        return means

    def end(self) -> None:
        """End the innermost field."""
        field = self.fields.pop()
        field.means = field.means or self._meaning(field)
        self.close_link(field)
        if self.fields and self.fields[-1].means is None:
            is_page = field.means == Counts(Counted.PAGE) and not field.is_locked
            self.fields[-1].instruction += PAGE_MARK if is_page else OTHER_MARK
        else:
            self._print(field, field.face or self.setting.mark)

    def _print(self, field: Field, face: Face) -> None:
        """Print what a field comes to; a result that was saved has been printed already."""
        means, look = field.means, face.ascii
        match means:
            case Counts(offset=offset) if offset and self.part.progress.numbering != "decimal":
                self.part.cannot("field =")
            case Counts(counted, offset, numbering):
                self.put(PageCount(counted, look, offset, numbering or self.part.progress.numbering), face)
            case PageRef(bookmark) if bookmark not in self.part.book.wanted:
                self.part.cannot("field PAGEREF")
            case PageRef(bookmark, is_link):
                page = PageOf(bookmark, look)
                self.put(Link(f"#{bookmark}", (page,)) if is_link and not self.in_link else page, face)
            case Plain.CHECKBOX if field.is_checked is not None:
                self.sign(_CHECKED if field.is_checked else _UNCHECKED, face, "")
            case Plain.NOTHING | Refused():
                pass
            case _ if not field.is_separated:
                self.part.cannot(f"field {field.instruction.split()[0].upper()}")
