"""The fonts of the machine: which file a name in Word means, and how high and wide its characters are.

Word names fonts that a Linux machine seldom has. Their metric twins (same widths, same line height) stand in, so that
every line breaks where Word breaks it.
"""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TypeAlias

from fontTools.ttLib import TTFont

Stretch: TypeAlias = float
Named: TypeAlias = tuple[str, Stretch]

TWINS: Mapping[str, Named] = {
    "arial": ("Liberation Sans", 1.0),
    "helvetica": ("Liberation Sans", 1.0),
    "arial narrow": ("Liberation Sans", 0.75),
    "liberation sans narrow": ("Liberation Sans", 0.75),
    "times new roman": ("Liberation Serif", 1.0),
    "times": ("Liberation Serif", 1.0),
    "courier new": ("Liberation Mono", 1.0),
    "courier": ("Liberation Mono", 1.0),
    "calibri": ("Carlito", 1.0),
    "calibri light": ("Carlito", 1.0),  # as wide within a hundredth; LibreOffice takes it too
    "cambria": ("Caladea", 1.0),
}
SYMBOLS: tuple[Named, ...] = (("DejaVu Sans", 1.0), ("OpenSymbol", 1.0))
"""Where a character is looked for that a font lacks, in this order: the same on every machine."""

# It remarks on the dates in a font's header, which are nobody's business here.
logging.getLogger("fontTools").setLevel(logging.ERROR)

_BOLD = 700
_REGULAR = 400
_USE_TYPO_METRICS = 1 << 7
_RESTRICTED, _PREVIEW, _EDITABLE = 0x2, 0x4, 0x8


class Embedding(Enum):
    """Whether a document may carry a font within it."""

    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class FontFile:
    """One face of a family as the engine lists it; ``weight`` 400 is regular, ``stretch`` 1.0 is normal."""

    family: str
    italic: bool
    weight: int
    stretch: Stretch
    path: str
    index: int


@dataclass(frozen=True, eq=False, slots=True)
class Face:
    """One font file, read; all lengths are in ems.

    ``measures`` are ascent, descent and line gap; ``widths`` how wide the glyph of each character is.
    """

    file: FontFile
    measures: tuple[float, float, float]
    widths: Mapping[str, float]
    embedding: Embedding

    def has(self, character: str) -> bool:
        """Tell whether the font has a glyph for ``character``."""
        return character in self.widths


def _read(file: FontFile) -> Face:
    with TTFont(file.path, fontNumber=file.index, lazy=True) as font:
        em, advances = font["head"].unitsPerEm, font["hmtx"].metrics
        widths = {chr(code): advances[glyph][0] / em for code, glyph in (font.getBestCmap() or {}).items()}
        bits = font["OS/2"].fsType
        forbidden = bits & _RESTRICTED and not bits & (_PREVIEW | _EDITABLE)
        return Face(file, _measures(font), widths, Embedding.FORBIDDEN if forbidden else Embedding.ALLOWED)


def _measures(font: TTFont) -> tuple[float, float, float]:
    """Return ascent, descent and line gap, as Word and LibreOffice take them (hhea, or typo when the font asks)."""
    hhea, os2, em = font["hhea"], font["OS/2"], font["head"].unitsPerEm
    if os2.fsSelection & _USE_TYPO_METRICS and (os2.sTypoAscender or os2.sTypoDescender):
        return os2.sTypoAscender / em, -os2.sTypoDescender / em, os2.sTypoLineGap / em
    if not (hhea.ascent or hhea.descent):
        return os2.usWinAscent / em, os2.usWinDescent / em, 0.0
    return hhea.ascent / em, -hhea.descent / em, hhea.lineGap / em


class Faces:
    """All fonts that may be used; shared by every document of a run."""

    def __init__(self, files: Iterable[FontFile]) -> None:
        self._files: dict[Named, list[FontFile]] = {}
        for file in files:
            self._files.setdefault((file.family.casefold(), file.stretch), []).append(file)
        self.face = lru_cache(maxsize=256)(self._face)

    def named(self, family: str) -> Named | None:
        """Return the family and stretch that ``family`` means here: itself when it is here, else its twin."""
        asked = (family.casefold(), 1.0)
        if asked in self._files:
            return self._files[asked][0].family, 1.0
        twin = TWINS.get(asked[0])
        return twin if twin and (twin[0].casefold(), twin[1]) in self._files else None

    def _face(self, family: str, *, bold: bool, italic: bool) -> Face | None:
        """Return the face of ``family`` with just that weight and slant; None when there is none."""
        named = self.named(family)
        if named is None:
            return None
        wanted = (_BOLD if bold else _REGULAR, italic)
        fitting = [one for one in self._files[named[0].casefold(), named[1]] if (one.weight, one.italic) == wanted]
        return _read(min(fitting, key=lambda one: (one.path, one.index))) if fitting else None

    def embedding(self, family: str) -> Embedding:
        """Return whether what ``family`` means here may be embedded."""
        face = self.face(family, bold=False, italic=False)
        return face.embedding if face else Embedding.MISSING

    def substitute(self, character: str, *, bold: bool, italic: bool) -> Face | None:
        """Return a face that has ``character``, for a font that lacks it; None when no font has it."""
        named = ((name, *style) for name, _ in SYMBOLS for style in ((bold, italic), (False, False)))
        faces = (self.face(name, bold=is_bold, italic=is_italic) for name, is_bold, is_italic in named)
        return next((face for face in faces if face and face.has(character)), None)
