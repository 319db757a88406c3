"""Embedded font programs, asked for their glyphs and widths."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from fontTools.cffLib import CFFFontSet, TopDict
from fontTools.encodings.StandardEncoding import StandardEncoding
from fontTools.misc.psCharStrings import T2WidthExtractor
from fontTools.ttLib import TTFont, TTLibError

from docgen.conformance.objects import STUMBLES, Unreadable, at, data, name, stream

_CID = "cid"


@dataclass(frozen=True, slots=True)
class Program:
    """A font program: how many glyphs it has, how wide each is in thousandths, and what leads to them.

    ``metrics`` is how many glyphs have widths of their own in a TrueType program; ``tables`` are its character tables
    by platform and encoding, each from code to glyph. ``names`` are the glyphs by name, ``cids`` by character
    identifier in a program that has such; ``encoding`` is the program's own.
    """

    glyphs: int
    width: Callable[[int], float]
    metrics: int = 0
    tables: Mapping[tuple[int, int], Mapping[int, int]] = field(default_factory=dict)
    names: Mapping[str, int] = field(default_factory=dict)
    cids: Mapping[int, int] | None = None
    encoding: Mapping[int, str] = field(default_factory=dict)


def program(descriptor: object) -> Program | None:
    """Return the program embedded for a font, or None when there is none that can be read."""
    try:
        truetype = stream(at(descriptor, "/FontFile2"))
        if truetype is not None:
            return _truetype(data(truetype))
        other = stream(at(descriptor, "/FontFile3"))
        if other is None:
            return None
        return _opentype(data(other)) if name(at(other, "/Subtype")) == "OpenType" else _compact(data(other))
    except (*STUMBLES, TTLibError, Unreadable):
        return None


def _opentype(raw: bytes) -> Program:
    font = TTFont(io.BytesIO(raw), lazy=True)
    return _outlines(font["CFF "].cff) if "CFF " in font else _truetype(raw)


def _compact(raw: bytes) -> Program:
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(raw), None)
    return _outlines(fonts)


def _outlines(fonts: CFFFontSet) -> Program:
    top = fonts[0]
    order = list(top.charset)
    cids = {int(one[3:]) if one.startswith(_CID) else 0: glyph for glyph, one in enumerate(order)}
    return Program(
        glyphs=len(order),
        width=partial(_outline_width, top, order),
        names={one: glyph for glyph, one in enumerate(order)},
        cids=cids if hasattr(top, "ROS") else None,
        encoding=_own_encoding(top),
    )


def _own_encoding(top: TopDict) -> dict[int, str]:
    told = StandardEncoding if getattr(top, "Encoding", None) == "StandardEncoding" else getattr(top, "Encoding", None)
    return {code: one for code, one in enumerate(told) if one != ".notdef"} if isinstance(told, list) else {}


def _outline_width(top: TopDict, order: list[str], glyph: int) -> float:
    if glyph >= len(order):
        return 0.0
    outline = top.CharStrings[order[glyph]]
    private = outline.private
    extractor = T2WidthExtractor(
        getattr(private, "Subrs", []), outline.globalSubrs, private.nominalWidthX, private.defaultWidthX, private
    )
    extractor.execute(outline)
    return float(extractor.width) * float(top.FontMatrix[0]) * 1000


def _truetype(raw: bytes) -> Program:
    font = TTFont(io.BytesIO(raw), lazy=True)
    count = font["maxp"].numGlyphs
    font.setGlyphOrder([str(glyph) for glyph in range(count)])
    scale = 1000 / font["head"].unitsPerEm
    return Program(
        glyphs=count,
        width=partial(_advance, [scale * font["hmtx"][str(glyph)][0] for glyph in range(count)]),
        metrics=font["hhea"].numberOfHMetrics,
        tables=dict(_tables(font)) if "cmap" in font else {},
        names=_names(font) if "post" in font else {},
    )


def _advance(widths: list[float], glyph: int) -> float:
    return widths[glyph] if glyph < len(widths) else widths[0] if widths else 0.0


def _tables(font: TTFont) -> dict[tuple[int, int], dict[int, int]]:
    return {
        (table.platformID, table.platEncID): {code: int(glyph) for code, glyph in getattr(table, "cmap", {}).items()}
        for table in font["cmap"].tables
    }


def _names(font: TTFont) -> dict[str, int]:
    order = getattr(font["post"], "glyphOrder", None) or []
    return {one: glyph for glyph, one in enumerate(order)}
