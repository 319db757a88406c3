"""Looks as Typst functions, and how high and wide text in them is: the same in every document."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from math import floor
from typing import Final

from docgen.typesetting.fonts import Face, Faces
from docgen.typesetting.formats import LineRule, Look, Shape
from docgen.typesetting.writing.code import arguments, color, language, points, string
from docgen.typesetting.writing.forms import PLAIN, Form, form, manner
from docgen.typesetting.writing.kept import Kept

RAISED_SIZE, RAISED = 0.58, 0.42
FIXED_SPACE: Final = "\u00a0"
NEVER_LACKING: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\u00a0\u202f\u2066\u2068\u2069")
"""Characters that a font need not have: they show nothing, or another is put in their place."""
SYMBOL_FONTS: Final = frozenset({"MS Gothic", "Segoe UI Symbol"})  # Word's own for the box of a check mark
UNDERLINES: Mapping[str, tuple[Mapping[str, str], ...]] = {
    "": (),
    "single": ({},),
    "thick": ({"offset": "0.11em", "thickness": "0.11em"},),
    "dotted": ({"dash": '"dotted"'},),
    "dash": ({"dash": '"dashed"'},),
    "double": ({"offset": "0.055em", "thickness": "0.036em"}, {"offset": "0.17em", "thickness": "0.036em"}),
}
"""The lines under a text: how far below it they are and what they look like, where that is not the font's own."""
_TWIPS, _FINE = 20, 6
_ON_THE_BASELINE = 0.8  # of the height of an exact line; LibreOffice's, and Word's within a hair
_FIRST_LEFTWARD = "\u0590"
_LEFTWARD = {"R", "AL", "RLE", "RLO", "RLI"}  # text written from the right, which the typesetter does not survive
_MOST: Final = 4096

Edges = tuple[float, float]
"""How far a line reaches over and under its base line."""


@dataclass(frozen=True, slots=True, eq=False)
class Letters:
    """A look and the face that it means here, None where there is none; ``advances`` are in ems.

    ``plain`` are the characters that are written as they are, None where text in it needs more care than that.
    ``is_known``: how wide they are is not the typesetter's alone to know.
    """

    look: Look
    face: Face | None
    advances: Mapping[str, float]
    plain: frozenset[str] | None
    is_known: bool

    def width(self, text: str) -> float:
        """Return how wide ``text`` is, for what must be known before the typesetter measures."""
        if self.face is None:
            return 0.0
        try:
            ems = sum(map(self.advances.__getitem__, text))
        except KeyError:
            ems = sum(map(self.advances.get, text, repeat(0.0)))
        return ems * self.look.size + self.look.tracking * len(text)

    def known_width(self, text: str) -> float | None:
        """Return how wide ``text`` is, None where the look or a letter is such that the typesetter alone knows."""
        if not self.is_known:
            return None
        try:
            return sum(map(self.advances.__getitem__, text)) * self.look.size
        except KeyError:
            return None


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """Letters in the lines of a shape: their ``edges``, how ``high`` a line is, what is added below it as ``leading``.

    ``alone`` is how high a paragraph of one such line is. ``code`` is the function that sets text so, "" for a font
    that is not there. ``is_base``: it says nothing that every other look does not say too. ``is_bare``: the shape adds
    nothing to such text that is no heading.
    """

    letters: Letters
    form: Form
    edges: Edges
    high: float
    leading: float
    alone: float
    code: str
    is_base: bool
    is_bare: bool


class Styles:
    """What is known of looks, and of looks in lines of a shape, with the fonts of this machine."""

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self.letters = Kept(lru_cache(maxsize=_MOST)(self._letters), _MOST).of
        self._setting = lru_cache(maxsize=_MOST)(_setting)
        self._settings: dict[tuple[int, int], tuple[Look, Shape, Setting]] = {}

    def setting(self, look: Look, shape: Shape) -> Setting:
        """Return how text in ``look`` is set in lines of ``shape``; found by the very objects, as all that is kept."""
        known = self._settings.get((id(look), id(shape)))
        return self._found(look, shape) if known is None else known[2]

    def _found(self, look: Look, shape: Shape) -> Setting:
        if len(self._settings) >= _MOST:
            self._settings.clear()
        found = self._setting(self.letters(look), form(shape))
        self._settings[id(look), id(shape)] = (look, shape, found)
        return found

    def _letters(self, look: Look) -> Letters:
        """Return the letters of ``look``; a font of symbols that is not here has another's."""
        style = {"bold": look.bold, "italic": look.italic}
        face = self.faces.face(look.family, **style)
        if not face and look.family in SYMBOL_FONTS:
            face = self.faces.substitute("☐", **style)
        if face is None:
            return Letters(look, None, {}, None, is_known=False)
        is_dressed = look.small_caps or look.vertical or look.raised or look.kerning or look.ligatures
        is_drawn = look.underline in UNDERLINES and not (look.underline and look.strike)
        is_plain = is_drawn and not look.small_caps and look.family not in SYMBOL_FONTS
        plain = _plain(face) if is_plain else None
        return Letters(look, face, _advances(face), plain, is_known=not (is_dressed or look.tracking))


@lru_cache(maxsize=4)
def styles(faces: Faces) -> Styles:
    """Return what is known of looks with these fonts."""
    return Styles(faces)


def _setting(letters: Letters, of: Form) -> Setting:
    look, face, shape = letters.look, letters.face, of.shape
    around = edges(face.measures, look.size, shape.line_rule, shape.line) if face else (0.0, 0.0)
    high = sum(around)
    leading = floor(round(high * shape.line * _TWIPS, 6)) / _TWIPS - high if of.leads else 0.0
    code = function(look, around, face, look.size) if face else ""
    how = manner(of, 0.0, leading, False, False)
    return Setting(
        letters,
        of,
        around,
        high,
        leading,
        alone=high + leading - leading + of.edged,
        code=code,
        is_base=face is not None and code == f"text.with({arguments(_base(face, look.size, around))})",
        is_bare=how.code == PLAIN and how.side == "start",
    )


def edges(measures: tuple[float, float, float], size: float, rule: LineRule, line: float) -> Edges:
    """Return how far a line of such text reaches over and under its base line, as LibreOffice reckons it.

    What a multiple adds lies between this line and the next, and is no part of either: see ``Setting.leading``.
    """
    # It measures in sixths of a twip, and rounds to twips the line, what stands over its base, and the gap each alone.
    up, down, gap = (round(one * size * _TWIPS * _FINE) for one in measures)
    over, under = _twips(up) + _twips(gap), _twips(up + down) - _twips(up)
    if rule is LineRule.EXACT:
        return line * _ON_THE_BASELINE, line * (1 - _ON_THE_BASELINE)
    if rule is LineRule.AT_LEAST:
        return max(over, line - under), under
    return over + min((over + under) * (line - 1), 0.0), under


def _twips(fine: int) -> float:
    return floor(fine / _FINE + 0.5) / _TWIPS


@lru_cache(maxsize=64)
def _advances(face: Face) -> Mapping[str, float]:
    """Return how wide characters are in ems: for a fixed space that is lacking, the typesetter takes a plain one."""
    return face.widths if face.has(FIXED_SPACE) else {**face.widths, FIXED_SPACE: face.widths.get(" ", 0.0)}


@lru_cache(maxsize=64)
def _plain(face: Face) -> frozenset[str]:
    """Return the characters that are written as they are in a face."""
    found = {one for one in face.widths if not unwritable(one)} | NEVER_LACKING
    return frozenset(found if face.has("\u2011") else found - set("\u2010\u2011"))


def unwritable(text: str) -> list[str]:
    """Return the characters of ``text`` that are written from the right, or mean nothing outside a font (PDF/A-2a)."""
    if max(text, default="") < _FIRST_LEFTWARD:
        return []
    return [one for one in text if unicodedata.bidirectional(one) in _LEFTWARD or unicodedata.category(one) == "Co"]


@lru_cache(maxsize=4096)
def function(look: Look, around: Edges, face: Face, size: float) -> str:
    """Return a function of text; what it does not say is as the house has it."""
    raised, shrunk = _raised(look, face)
    values = _base(face, size * shrunk, around)
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


def _base(face: Face, size: float, around: Edges) -> dict[str, str]:
    """Return what every look says."""
    return {
        "font": string(face.file.family),
        "weight": str(face.file.weight),
        "style": string("italic" if face.file.italic else "normal"),
        "size": points(size),
        "top-edge": points(around[0]),
        "bottom-edge": points(-around[1]),
    }


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
    for said in UNDERLINES.get(look.underline, ()):
        line = {"thickness": "auto"} | {name: value for name, value in said.items() if name != "offset"}
        if look.underline_color:
            line["paint"] = color(look.underline_color)
        offset = said.get("offset", "auto")
        body = f"underline(evade: false, offset: {offset}, stroke: ({arguments(line)}), {body})"
    if look.shade:
        edges_ = f"top-edge: {points(around[0])}, bottom-edge: {points(-around[1])}"
        body = f"highlight(fill: {color(look.shade)}, {edges_}, {body})"
    return code if body == f"({code})(it)" else f"it => {body}"
