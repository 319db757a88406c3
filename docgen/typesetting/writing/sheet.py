"""What a document's Typst program defines before its text: one function for each look and each shape it uses."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from math import floor

from docgen.typesetting.fonts import Face, Faces
from docgen.typesetting.formats import Align, LineRule, Look, Shape
from docgen.typesetting.model import Paragraph, Picture, Table, Text
from docgen.typesetting.refusal import Construct
from docgen.typesetting.writing.code import arguments, color, language, points, string

SMALL_CAPS = 0.8
RAISED_SIZE, RAISED = 0.58, 0.42
_TWIPS, _FINE = 20, 6
_ON_THE_BASELINE = 0.8  # of the height of an exact line; LibreOffice's, and Word's within a hair
SIDES = {Align.LEFT: "start", Align.BOTH: "start", Align.CENTER: "center", Align.RIGHT: "end"}
_UNDERLINES: Mapping[str, tuple[Mapping[str, str], ...]] = {
    "": (),
    "single": ({},),
    "thick": ({"offset": "0.11em", "thickness": "0.11em"},),
    "dotted": ({"dash": '"dotted"'},),
    "dash": ({"dash": '"dashed"'},),
    "double": ({"offset": "0.055em", "thickness": "0.036em"}, {"offset": "0.17em", "thickness": "0.036em"}),
}
"""The lines under a text: how far below it they are and what they look like, where that is not the font's own."""
# Characters that a font need not have: they show nothing, or another is put in their place.
_NEVER_LACKING = frozenset("\u00ad\u200b\u200c\u200d\u2060\u00a0\u202f\u2066\u2068\u2069")
FIXED_SPACE = "\u00a0"
_FIRST_LEFTWARD = "\u0590"
_LEFTWARD = {"R", "AL", "RLE", "RLO", "RLI"}  # text written from the right, which the typesetter does not survive
_SYMBOL_FONTS = {"MS Gothic", "Segoe UI Symbol"}  # Word's own for the box of a check mark
_HYPHENS = str.maketrans("\u2010\u2011", "--")

Edges = tuple[float, float]


def _twips(fine: int) -> float:
    return floor(fine / _FINE + 0.5) / _TWIPS


@lru_cache(maxsize=1024)
def edges(measures: tuple[float, float, float], size: float, rule: LineRule, line: float) -> Edges:
    """Return how far a line of such text reaches over and under its base line, as LibreOffice reckons it.

    What a multiple adds lies between this line and the next, and is no part of either: see ``Sheet.leading``.
    """
    # It measures in sixths of a twip, and rounds to twips the line, what stands over its base, and the gap each alone.
    up, down, gap = (round(one * size * _TWIPS * _FINE) for one in measures)
    over, under = _twips(up) + _twips(gap), _twips(up + down) - _twips(up)
    if rule is LineRule.EXACT:
        return line * _ON_THE_BASELINE, line * (1 - _ON_THE_BASELINE)
    if rule is LineRule.AT_LEAST:
        return max(over, line - under), under
    return over + min((over + under) * (line - 1), 0.0), under


@dataclass
class Sheet:
    """The definitions of one document, named in the order in which they are first asked for.

    ``pictures`` gives the name of each picture file in the program.
    """

    faces: Faces
    pictures: Mapping[str, str]
    constructs: list[Construct] = field(default_factory=list)
    _headings: list[int] = field(default_factory=list)
    _names: dict[str, str] = field(default_factory=dict)
    # By what they belong to, which is held fast: another may have its place in memory when it is gone. The heights of
    # rows (by table, place and whether lines that wrap are counted) are asked for again when a header is written.
    rows: dict[tuple[int, int, bool], tuple[Table, float | None]] = field(default_factory=dict)
    _faces: dict[int, tuple[Look, Face | None]] = field(default_factory=dict)
    _edges: dict[tuple[int, int], tuple[Look, Shape, Edges]] = field(default_factory=dict)

    def defined(self, prefix: str, code: str) -> str:
        """Return the name under which ``code`` is defined."""
        name = self._names.get(code)
        if name is None:
            name = self._names[code] = f"{prefix}{len(self._names)}"
        return name

    def definitions(self) -> str:
        """Return every definition asked for."""
        return "".join(f"let {name} = {code}\n" for code, name in self._names.items())

    def heading(self, level: int) -> int:
        """Return the level at which a heading is told: the first is 1, none is skipped (Matterhorn 14-002, -003)."""
        self._headings = [*(above for above in self._headings if above < level), level]
        return len(self._headings)

    def face(self, look: Look) -> Face | None:
        """Return the face of ``look``; a font of symbols that is not here has another's."""
        known = self._faces.get(id(look))
        if known is None:
            style = {"bold": look.bold, "italic": look.italic}
            found = self.faces.face(look.family, **style)
            symbols = self.faces.substitute("☐", **style) if not found and look.family in _SYMBOL_FONTS else None
            known = self._faces[id(look)] = (look, found or symbols)
        return known[1]

    def edges(self, look: Look, shape: Shape) -> Edges:
        """Return how high and deep a line in ``look`` is; nothing for a font that is not there (and refused)."""
        known = self._edges.get((id(look), id(shape)))
        if known is None:
            face = self.face(look)
            found = edges(face.measures, look.size, shape.line_rule, shape.line) if face else (0.0, 0.0)
            known = self._edges[id(look), id(shape)] = (look, shape, found)
        return known[2]

    def leading(self, paragraph: Paragraph) -> float:
        """Return what the line rule adds below each line; at the foot of a page it needs no room."""
        shape = paragraph.shape
        if shape.line_rule is not LineRule.AUTO or shape.line <= 1:
            return 0.0
        return max(self._leadings(paragraph))

    def unevenness(self, paragraph: Paragraph, width: float) -> float:
        """Return how much higher a paragraph of several sizes may become than in Word, where each line has its own."""
        shape = paragraph.shape
        if shape.line_rule is not LineRule.AUTO or shape.line <= 1 or len(paragraph.inlines) <= 1:
            return 0.0
        leadings = self._leadings(paragraph)
        texts = [one for one in paragraph.inlines if isinstance(one, Text)]
        lines = sum(self.width(one.text, one.look) for one in texts) // max(width, 1)
        return lines * (max(leadings) - min(leadings))

    def _leadings(self, paragraph: Paragraph) -> set[float]:
        shape = paragraph.shape
        found = {id(one.look): one.look for one in paragraph.inlines if type(one) is Text}
        singles = {sum(self.edges(look, shape)) for look in found.values() or [paragraph.mark]}
        return {floor(round(single * shape.line * _TWIPS, 6)) / _TWIPS - single for single in singles}

    def space(self, look: Look) -> float:
        """Return the width of a space."""
        return self.width(" ", look)

    def width(self, text: str, look: Look) -> float:
        """Return how wide ``text`` is, for what must be known before the typesetter measures."""
        face = self.face(look)
        if face is None:
            return 0.0
        if FIXED_SPACE in text and not face.has(FIXED_SPACE):
            text = text.replace(FIXED_SPACE, " ")  # as the typesetter does
        return face.width(text) * look.size + look.tracking * len(text)

    def known_width(self, texts: Iterable[Text]) -> float | None:
        """Return how wide texts are, None where their looks or letters are such that the typesetter alone knows."""
        total = 0.0
        for one in texts:
            look, face = one.look, self.face(one.look)
            is_dressed = look.small_caps or look.vertical or look.raised or look.kerning or look.ligatures
            if face is None or is_dressed or look.tracking or not face.widths.keys() >= set(one.text) - {FIXED_SPACE}:
                return None
            total += self.width(one.text, look)
        return total

    def picture(self, one: Picture) -> str:
        """Return the code of a picture's image."""
        left, top, right, bottom = one.crop
        width, height = one.width / (1 - left - right), one.height / (1 - top - bottom)
        size = f"width: {points(width)}, height: {points(height)}"
        code = f"picture({self.pictures[one.file]}, {size}, alt: {string(one.alt)})"
        if not any(one.crop):
            return code
        part = (left * width, top * height, one.width, one.height)
        return f"cropped({', '.join(points(length) for length in part)}, {code})"

    def look(self, look: Look, shape: Shape, face: Face, *, size: float) -> str:
        """Return the name of the function that sets text in ``look`` and ``face``."""
        return self.defined("t", _look(look, self.edges(look, shape), face, size))

    def text(self, text: str, look: Look, shape: Shape, place: tuple[str, int]) -> list[str]:
        """Return code that sets ``text``; a font or a character that is lacking is noted as not settable."""
        face = self.worn(look, place)
        if face is None:
            return []
        if not look.small_caps and look.family not in _SYMBOL_FONTS and _plain(face).issuperset(text):
            return [f"{self.look(look, shape, face, size=look.size)}({string(text)})"]
        # What keeps or lets a line break at such a hyphen is settled where words are kept whole.
        if look.family in _SYMBOL_FONTS and text.isalnum():
            self.refuse(place, f"typsnitt {look.family}")
        if unwritable := _unwritable(text):
            for character in unwritable:
                self.refuse(place, f"tecken U+{ord(character):04X}")
            return []
        text = text if face.has("\u2011") else text.translate(_HYPHENS)
        return [
            f"{self.look(look, shape, one, size=size)}({string(piece)})"
            for part, size in _sized(text, look)
            for one, piece in self._covered(part, look, face, place)
        ]

    def worn(self, look: Look, place: tuple[str, int]) -> Face | None:
        """Return the face of ``look``; a font that is lacking and a line that cannot be drawn are noted."""
        if look.underline not in _UNDERLINES:
            self.refuse(place, f"w:u {look.underline}")
        if look.underline and look.strike:  # PDF/UA-1 by Typst: one of the two
            self.refuse(place, "w:u + w:strike")
        face = self.face(look)
        if face is None:
            self.refuse(place, f"typsnitt {look.family}")
        return face

    def refuse(self, place: tuple[str, int], construct: str) -> None:
        """Note that something cannot be set."""
        self.constructs.append(Construct(place[0], place[1], construct))

    def _covered(self, text: str, look: Look, face: Face, place: tuple[str, int]) -> list[tuple[Face, str]]:
        """Return ``text`` in stretches, each with a face that has all its characters."""
        if (set(text) - _NEVER_LACKING) <= face.widths.keys():
            return [(face, text)]
        chosen = [self._chosen(character, look, face, place) for character in text]
        pairs = groupby(zip(chosen, text, strict=True), key=lambda pair: pair[0])
        return [(one, "".join(character for _, character in pair)) for one, pair in pairs]

    def _chosen(self, character: str, look: Look, face: Face, place: tuple[str, int]) -> Face:
        if character in _NEVER_LACKING or face.has(character):
            return face
        found = self.faces.substitute(character, bold=look.bold, italic=look.italic)
        if found is None:
            self.refuse(place, f"tecken U+{ord(character):04X}")
        return found or face


@lru_cache(maxsize=64)
def _plain(face: Face) -> frozenset[str]:
    """Return the characters that are written as they are in a face."""
    found = {one for one in face.widths if not _unwritable(one)} | _NEVER_LACKING
    return frozenset(found if face.has("\u2011") else found - set("\u2010\u2011"))


def _unwritable(text: str) -> list[str]:
    """Return the characters of ``text`` that are written from the right, or mean nothing outside a font (PDF/A-2a)."""
    if max(text, default="") < _FIRST_LEFTWARD:
        return []
    return [one for one in text if unicodedata.bidirectional(one) in _LEFTWARD or unicodedata.category(one) == "Co"]


def _sized(text: str, look: Look) -> list[tuple[str, float]]:
    """Return ``text`` in stretches of one size: small capitals are capitals, smaller where they were small letters."""
    if not look.small_caps:
        return [(text, look.size)]
    stretches = ((small, "".join(letters)) for small, letters in groupby(text, key=str.islower))
    return [(part.upper(), look.size * SMALL_CAPS if small else look.size) for small, part in stretches]


@lru_cache(maxsize=4096)
def _look(look: Look, around: Edges, face: Face, size: float) -> str:
    """Return a function of text; what it does not say is as the house has it."""
    raised, shrunk = _raised(look, face)
    values = {
        "font": string(face.file.family),
        "weight": str(face.file.weight),
        "style": string("italic" if face.file.italic else "normal"),
        "size": points(size * shrunk),
        "top-edge": points(around[0]),
        "bottom-edge": points(-around[1]),
    }
    optional = {
        "stretch": f"{face.file.stretch:.1%}" if face.file.stretch != 1 else "",
        "fill": color(look.color) if look.color != "000000" else "",
        "baseline": points(-raised) if raised else "",
        "tracking": points(look.tracking) if look.tracking else "",
        "kerning": "true" if look.kerning else "",
        "ligatures": "true" if look.ligatures else "",
    }
    values |= {name: value for name, value in optional.items() if value} | language(look.lang)
    return _decorated(f"text.with({arguments(values)})", look, around)


def _raised(look: Look, face: Face) -> tuple[float, float]:
    """Return how much the text stands over the base line, and by how much it is smaller; as LibreOffice."""
    up, down, gap = face.measures
    match look.vertical:
        case "super":
            return look.size * RAISED * (up + gap) + look.raised, RAISED_SIZE
        case "sub":
            return look.raised - look.size * RAISED * down, RAISED_SIZE
    return look.raised, 1.0


def _decorated(code: str, look: Look, around: Edges) -> str:
    """Return the function with its lines and its background around the text."""
    body = f"({code})(it)"
    if look.strike:
        body = f"strike({body})"
    for said in _UNDERLINES.get(look.underline, ()):
        line = {"thickness": "auto"} | {name: value for name, value in said.items() if name != "offset"}
        if look.underline_color:
            line["paint"] = color(look.underline_color)
        offset = said.get("offset", "auto")
        body = f"underline(evade: false, offset: {offset}, stroke: ({arguments(line)}), {body})"
    if look.shade:
        edges_ = f"top-edge: {points(around[0])}, bottom-edge: {points(-around[1])}"
        body = f"highlight(fill: {color(look.shade)}, {edges_}, {body})"
    return code if body == f"({code})(it)" else f"it => {body}"
