"""The characters that are shown: each has its glyph, its width and what it reads as (6.2.11.4 to 8, 7.21.4 to 8)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from docgen.conformance import character_maps, rules
from docgen.conformance.character_maps import CharacterMap
from docgen.conformance.encodings import NOTDEF, characters, glyph_names, standard
from docgen.conformance.finding import Finding, Rule
from docgen.conformance.fonts import Font
from docgen.conformance.objects import at, data, entries, integer, items, name, number, numbers, stream, text
from docgen.conformance.tokens import Scanner

MAX_WIDTHS = 200_000
_DEFAULT_WIDTH = 1000.0
_TOLERANCE = 1.0
_LARGE_ORDERINGS = frozenset({"Japan1", "Korea1", "KR", "GB1", "CNS1"})
_MASKS = (0x0000, 0xF000, 0xF100, 0xF200)
_PRIVATE = ((0xE000, 0xF8FF), (0xF0000, 0xFFFFD), (0x100000, 0x10FFFD))
_UNKNOWN = " "


@dataclass(slots=True)
class Shown:
    """One code as it is shown: visibly or not, and whether an ActualText stands for it everywhere."""

    visible: bool = False
    spoken: bool = True


@dataclass(slots=True)
class Lookup:
    """What a font answers for a code: its glyph, its widths, its characters."""

    font: Font
    names: Mapping[int, str] = field(default_factory=dict)
    unicode: CharacterMap | None = None
    identity: bool = False
    widths: Mapping[int, float] = field(default_factory=dict)


def findings(font: Font) -> Iterator[Finding]:
    """Yield what is wrong with the characters shown in a font; each kind of fault once."""
    lookup = _lookup(font)
    rules_broken: dict[Rule, None] = {}
    for code, shown in _codes(font).items():
        for rule in _faults(lookup, code, shown):
            rules_broken.setdefault(rule)
    yield from (font.fault(rule) for rule in rules_broken)


def _codes(font: Font) -> dict[int, Shown]:
    codes: dict[int, Shown] = {}
    for (visible, spoken), strings in font.use.strings.items():
        for string in strings:
            if font.kind == "Type0":
                found = font.encoding.codes(string) if font.encoding else iter(())
            else:
                found = iter(string)
            for code in found:
                shown = codes.setdefault(code, Shown())
                shown.visible |= visible
                shown.spoken &= spoken
    return codes


def _lookup(font: Font) -> Lookup:
    unicode = at(font.entries, "/ToUnicode")
    lookup = Lookup(font, identity=name(unicode).startswith("Identity"))
    if stream(unicode) is not None:
        lookup.unicode = character_maps.read(data(unicode))
    if font.kind == "Type0":
        lookup.widths = _cid_widths(font)
    else:
        encoding = at(font.entries, "/Encoding")
        lookup.names = glyph_names(encoding, _own_names(font))
        first = integer(at(font.entries, "/FirstChar")) or 0
        lookup.widths = dict(enumerate(numbers(at(font.entries, "/Widths")), first))
    return lookup


def _own_names(font: Font) -> Mapping[int, str]:
    """Return the names that hold where the encoding names no base."""
    if font.kind == "TrueType":
        return {} if font.symbolic or at(font.entries, "/Encoding") is None else standard()
    return font.program.encoding if font.program else {}


def _cid_widths(font: Font) -> dict[int, float]:
    """Return the widths of a font of type 0 by character identifier (ISO 32000-1, 9.7.4.3)."""
    found: dict[int, float] = {}
    waiting = items(at(font.glyphs, "/W"))
    place = 0
    room = MAX_WIDTHS
    while place + 1 < len(waiting) and room > 0:
        first, second = integer(waiting[place]) or 0, items(waiting[place + 1])
        if second or number(waiting[place + 1]) is None:
            more = dict(enumerate((number(one) or 0.0 for one in second), first))
            place += 2
        else:
            last = integer(waiting[place + 1]) or 0
            width = number(waiting[place + 2]) if place + 2 < len(waiting) else None
            more = dict.fromkeys(range(first, min(last, first + room) + 1), width or 0.0)
            place += 3
        room -= len(more)
        found |= more
    return found


def _faults(lookup: Lookup, code: int, shown: Shown) -> Iterator[Rule]:
    yield from _glyph_faults(lookup, code, visible=shown.visible)
    read = _read(lookup, code)
    if read is None:
        yield rules.NO_UNICODE
    elif "\0" in read:
        yield rules.UNICODE_ZERO
    elif "\ufeff" in read or "\ufffe" in read:
        yield rules.UNICODE_MARK
    elif not shown.spoken and any(low <= ord(one) <= high for one in read for low, high in _PRIVATE):
        yield rules.UNICODE_PRIVATE


def _glyph_faults(lookup: Lookup, code: int, *, visible: bool) -> Iterator[Rule]:
    font = lookup.font
    if font.kind == "Type3":
        yield from _drawn_faults(lookup, code, visible=visible)
        return
    glyph = _glyph(lookup, code)
    if _is_undefined(lookup, code, glyph):
        yield rules.GLYPH_UNDEFINED
    elif visible and glyph == 0 and code:
        yield rules.GLYPH_ABSENT
    width = font.program.width(glyph) if visible and glyph is not None and font.program is not None else None
    if width is not None and abs(width - _told_width(lookup, code)) > _TOLERANCE:
        yield rules.GLYPH_WIDTH


def _is_undefined(lookup: Lookup, code: int, glyph: int | None) -> bool:
    """Return whether a code leads to the glyph that stands for none."""
    if lookup.font.kind == "Type0":
        return glyph == 0 and not code
    return lookup.names.get(code) == NOTDEF or (
        not code and code not in lookup.names and lookup.font.kind == "TrueType"
    )


def _drawn_faults(lookup: Lookup, code: int, *, visible: bool) -> Iterator[Rule]:
    """Yield what is wrong with a glyph that is a drawing of its own."""
    drawing = stream(entries(at(lookup.font.entries, "/CharProcs")).get(lookup.names.get(code, "")))
    if drawing is None:
        if visible:
            yield rules.GLYPH_ABSENT
        return
    operator, operands = next(Scanner(data(drawing)).operations(), ("", []))
    width = operands[0] if operator in {"d0", "d1"} and operands else None
    if visible and isinstance(width, float) and abs(width - _told_width(lookup, code)) > _TOLERANCE:
        yield rules.GLYPH_WIDTH


def _told_width(lookup: Lookup, code: int) -> float:
    """Return the width that the dictionary tells for a code."""
    font = lookup.font
    if font.kind == "Type0":
        default = number(at(font.glyphs, "/DW"))
        return lookup.widths.get(_cid(font, code), _DEFAULT_WIDTH if default is None else default)
    return lookup.widths.get(code, number(at(font.descriptor, "/MissingWidth")) or 0.0)


def _cid(font: Font, code: int) -> int:
    mapped = font.encoding.glyphs if font.encoding else {}
    return mapped.get(code, 0) if mapped else code


def _glyph(lookup: Lookup, code: int) -> int | None:
    """Return the number of the glyph for a code: 0 for none, None where nothing can be said."""
    font = lookup.font
    if font.program is None:
        return None
    if font.kind == "Type0":
        return _glyph_of_cid(font, _cid(font, code))
    if font.kind == "TrueType":
        return _truetype_glyph(lookup, code)
    if code not in lookup.names:
        return None
    return font.program.names.get(lookup.names[code], 0)


def _glyph_of_cid(font: Font, cid: int) -> int:
    if font.program is None:
        return 0
    if font.program.cids is not None:
        return font.program.cids.get(cid, 0)
    mapping = stream(at(font.glyphs, "/CIDToGIDMap"))
    glyph = int.from_bytes(data(mapping)[2 * cid : 2 * cid + 2], "big") if mapping is not None else cid
    return glyph if glyph < font.program.glyphs else 0


def _truetype_glyph(lookup: Lookup, code: int) -> int | None:
    font = lookup.font
    tables = font.program.tables if font.program else {}
    if font.symbolic or at(font.entries, "/Encoding") is None:
        if (3, 0) in tables:
            symbols = tables[3, 0]
            mask = min(symbols, default=0) & 0xFF00
            return symbols.get(mask + code, 0) if mask in _MASKS else 0
        return tables[1, 0].get(code, 0) if (1, 0) in tables else 0
    glyph_name = lookup.names.get(code, NOTDEF)
    read = characters(glyph_name)
    found = tables.get((3, 1), {}).get(ord(read), 0) if read and len(read) == 1 else 0
    if not found and read and (1, 0) in tables:
        roman = read.encode("mac_roman", "ignore")
        found = tables[1, 0].get(roman[0], 0) if len(roman) == 1 else 0
    return found or (font.program.names.get(glyph_name, 0) if font.program else 0)


def _read(lookup: Lookup, code: int) -> str | None:
    """Return the characters that a code reads as, or None when nothing tells."""
    if lookup.identity:
        return chr(code)
    if lookup.unicode is not None and code in lookup.unicode.unicode:
        return lookup.unicode.unicode[code]
    font = lookup.font
    if font.kind == "Type0":
        large = text(at(font.glyphs, "/CIDSystemInfo", "/Ordering")) in _LARGE_ORDERINGS
        return _UNKNOWN if large or font.encoding is None else None
    if code in lookup.names:
        return characters(lookup.names[code])
    return _UNKNOWN if font.kind == "Type1" and font.program is None else None
