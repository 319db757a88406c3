"""Encodings of simple fonts: which glyph a code names, and which characters that is (ISO 32000-1, 9.6.6, annex D)."""

from collections.abc import Mapping

from fontTools.agl import AGL2UV, UV2AGL, toUnicode
from fontTools.encodings.StandardEncoding import StandardEncoding

from docgen.conformance.objects import at, integer, items, name

NOTDEF = ".notdef"
_BASES = {"WinAnsiEncoding": "cp1252", "MacRomanEncoding": "mac_roman"}


def glyph_names(encoding: object, own: Mapping[int, str]) -> Mapping[int, str]:
    """Return the glyph's name by code; ``own`` is what the font program says, where the encoding names no base."""
    base = name(encoding) or name(at(encoding, "/BaseEncoding"))
    if base in _BASES:
        return dict.fromkeys(range(256), NOTDEF) | _of_codec(_BASES[base]) | differences(encoding)
    return {**own, **differences(encoding)}


def standard() -> Mapping[int, str]:
    """Return the standard encoding, which a TrueType font has when its own names no base."""
    return {code: glyph for code, glyph in enumerate(StandardEncoding) if glyph != NOTDEF}


def differences(encoding: object) -> dict[int, str]:
    """Return the names that an encoding dictionary gives codes of its own."""
    found: dict[int, str] = {}
    code = 0
    for one in items(at(encoding, "/Differences")):
        number = integer(one)
        if number is not None:
            code = number
        elif name(one):
            found[code] = name(one)
            code += 1
    return found


def characters(glyph: str) -> str | None:
    """Return the characters that a glyph's name stands for, or None when the Adobe Glyph List does not know it."""
    return chr(AGL2UV[glyph]) if glyph in AGL2UV else toUnicode(glyph) or None


def is_listed(glyph: str) -> bool:
    """Return whether the Adobe Glyph List has the name."""
    return glyph in AGL2UV or glyph == NOTDEF


def _of_codec(codec: str) -> dict[int, str]:
    found: dict[int, str] = {}
    for code in range(0x20, 0x100):
        character = bytes([code]).decode(codec, "ignore")
        if character and ord(character) in UV2AGL:
            found[code] = UV2AGL[ord(character)]
    return found | ({0xA0: "space", 0xAD: "hyphen", 0x7F: "bullet"} if codec == "cp1252" else {0xCA: "space"})
