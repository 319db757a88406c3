"""Fonts as their dictionaries tell of them: embedded, consistent, with encodings that lead to glyphs (6.2.11, 7.21)."""

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from pypdf.generic import DictionaryObject

from docgen.conformance import character_maps, rules
from docgen.conformance.character_maps import PREDEFINED, CharacterMap
from docgen.conformance.encodings import differences, is_listed
from docgen.conformance.finding import Finding, Rule
from docgen.conformance.objects import at, data, dictionary, integer, items, name, number, stream, text
from docgen.conformance.painted import Use
from docgen.conformance.programs import Program, program

_SUBSET = re.compile(r"[A-Z]{6}\+")
_SAFE = re.compile(r"[^A-Za-z0-9+,_.-]")
_NAME_LENGTH = 60
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_SYMBOLIC = 4
_UNICODE_TABLE = (3, 1)
_SYMBOL_TABLE = (3, 0)
STANDARD_14 = frozenset(
    {"Courier", "Courier-Bold", "Courier-BoldOblique", "Courier-Oblique", "Helvetica", "Helvetica-Bold"}
    | {"Helvetica-BoldOblique", "Helvetica-Oblique", "Symbol", "Times-Bold", "Times-BoldItalic", "Times-Italic"}
    | {"Times-Roman", "ZapfDingbats"}
)
_KINDS = frozenset({"Type1", "MMType1", "TrueType", "Type3", "Type0", "CIDFontType0", "CIDFontType2"})


@dataclass(frozen=True, slots=True)
class Font:
    """A font in use: its dictionary, that of its glyphs (its own but for type 0), its program and its encoding."""

    use: Use
    kind: str
    entries: DictionaryObject
    glyphs: DictionaryObject
    descriptor: DictionaryObject
    program: Program | None
    encoding: CharacterMap | None

    @property
    def name(self) -> str:
        """Return the name as it may be shown."""
        return _SAFE.sub("", name(at(self.entries, "/BaseFont")))[:_NAME_LENGTH]

    @property
    def symbolic(self) -> bool:
        """Return whether the font says that its glyphs are no letters."""
        return bool((integer(at(self.descriptor, "/Flags")) or 0) & _SYMBOLIC)

    @property
    def embedded(self) -> bool:
        """Return whether a font program is in the file."""
        return any(stream(at(self.descriptor, key)) is not None for key in _FILES)

    def fault(self, rule: Rule, **facts: str) -> Finding:
        """Return that the font breaks a rule."""
        return rule.at("pdf_typsnitt", self.use.page, name=self.name, **facts)


def font(use: Use) -> Font:
    """Return the font of a use with its program and encoding read."""
    kind = name(at(use.font, "/Subtype"))
    glyphs = dictionary(next(iter(items(at(use.font, "/DescendantFonts"))), None)) if kind == "Type0" else use.font
    descriptor = dictionary(at(glyphs, "/FontDescriptor"))
    encoding = _encoding(at(use.font, "/Encoding")) if kind == "Type0" else None
    return Font(use, kind, use.font, glyphs, descriptor, program(descriptor), encoding)


def _encoding(value: object) -> CharacterMap | None:
    """Return the map from codes to glyphs of a font of type 0, or None for one that is not in the file."""
    if stream(value) is not None:
        return character_maps.read(data(value))
    return character_maps.two_bytes() if name(value).startswith("Identity-") else None


def findings(font: Font) -> Iterator[Finding]:
    """Yield what is wrong with the dictionaries of a font."""
    for test in _TESTS:
        yield from test(font)


def _entries(font: Font) -> Iterator[Finding]:
    """Yield entries that any font must have (ISO 19005-2, 6.2.11.2)."""
    for one in {id(font.entries): font.entries, id(font.glyphs): font.glyphs}.values():
        kind = name(at(one, "/Subtype"))
        if name(at(one, "/Type")) != "Font" or kind not in _KINDS:
            yield font.fault(rules.FONT_ENTRIES, orsak="pdf_typsnitt_typ")
        elif kind != "Type3" and not name(at(one, "/BaseFont")):
            yield font.fault(rules.FONT_ENTRIES, orsak="pdf_typsnitt_namn")
    program_kind = name(at(font.descriptor, "/FontFile3", "/Subtype"))
    if program_kind not in {"", "Type1C", "CIDFontType0C", "OpenType"}:
        yield font.fault(rules.FONT_ENTRIES, orsak="pdf_typsnitt_typ")


def _widths(font: Font) -> Iterator[Finding]:
    if font.kind == "Type0" or (name(at(font.entries, "/BaseFont")) in STANDARD_14 and font.kind == "Type1"):
        return
    first, last = number(at(font.entries, "/FirstChar")), number(at(font.entries, "/LastChar"))
    widths = items(at(font.entries, "/Widths"))
    if first is None or last is None or len(widths) != last - first + 1:
        yield font.fault(rules.FONT_ENTRIES, orsak="pdf_typsnitt_bredder")


def _embedding(font: Font) -> Iterator[Finding]:
    visible = any(how[0] for how in font.use.strings)
    if font.kind != "Type3" and visible and not font.embedded:
        yield font.fault(rules.NOT_EMBEDDED)


def _composite(font: Font) -> Iterator[Finding]:
    """Yield what does not agree between a font of type 0, its map and its glyphs."""
    if font.kind != "Type0":
        return
    mapping = at(font.glyphs, "/CIDToGIDMap")
    if name(at(font.glyphs, "/Subtype")) == "CIDFontType2" and font.embedded:
        if mapping is None:
            yield font.fault(rules.CID_MAP_ABSENT, orsak="pdf_glyfkarta")
        elif stream(mapping) is None and name(mapping) != "Identity":
            yield font.fault(rules.CID_MAP_WRONG, orsak="pdf_glyfkarta")
    encoding = at(font.entries, "/Encoding")
    if stream(encoding) is None and name(encoding) not in PREDEFINED:
        yield font.fault(rules.CHARACTER_MAP, orsak="pdf_teckenkarta")
    elif stream(encoding) is not None:
        yield from _own_map(font, dictionary(encoding))


def _own_map(font: Font, encoding: DictionaryObject) -> Iterator[Finding]:
    """Yield what is wrong with a character map that is in the file (6.2.11.3.3)."""
    inside = font.encoding.entries if font.encoding else {}
    mode = inside.get("WMode", 0.0)
    if (number(at(encoding, "/WMode")) or 0.0) != mode:
        yield font.fault(rules.CHARACTER_MAP_MODE, orsak="pdf_teckenkarta")
    used = at(encoding, "/UseCMap")
    if used is not None and name(used) not in PREDEFINED:
        yield font.fault(rules.CHARACTER_MAP_USED, orsak="pdf_teckenkarta")
    own, glyphs = at(encoding, "/CIDSystemInfo"), at(font.glyphs, "/CIDSystemInfo")
    for key, rule in (("/Registry", rules.CID_SYSTEM_REGISTRY), ("/Ordering", rules.CID_SYSTEM_ORDERING)):
        if text(at(own, key)) != text(at(glyphs, key)):
            yield font.fault(rule, orsak="pdf_teckensystem")
            return
    if (integer(at(glyphs, "/Supplement")) or 0) > (integer(at(own, "/Supplement")) or 0):
        yield font.fault(rules.CID_SYSTEM_SUPPLEMENT, orsak="pdf_teckensystem")


def _subset_lists(font: Font) -> Iterator[Finding]:
    """Yield lists of the glyphs of a subset that are not those of its program (6.2.11.4.2)."""
    if font.program is None or not _SUBSET.match(name(at(font.glyphs, "/BaseFont"))):
        return
    charset = text(at(font.descriptor, "/CharSet"))
    if font.kind in {"Type1", "MMType1"} and charset is not None:
        told, held = set(charset.split("/")[1:]), set(font.program.names) - {".notdef"}
        yield from _differing(font, told - {".notdef"}, held, rules.CHARSET_ABSENT, rules.CHARSET_TOO_MUCH)
    listed = stream(at(font.descriptor, "/CIDSet"))
    if font.kind == "Type0" and listed is not None:
        bits = data(listed)
        told_cids = {8 * byte + bit for byte, eight in enumerate(bits) for bit in range(8) if eight & (128 >> bit)}
        yield from _cid_set(font, told_cids - {0})


def _cid_set(font: Font, told: set[int]) -> Iterator[Finding]:
    if font.program is None:
        return
    if font.program.cids is not None:
        held = set(font.program.cids) - {0}
        yield from _differing(font, told, held, rules.CIDSET_ABSENT, rules.CIDSET_TOO_MUCH)
    elif name(at(font.glyphs, "/CIDToGIDMap")) == "Identity":
        yield from _differing(font, told, set(range(1, font.program.metrics)), rules.CIDSET_ABSENT, None)
        if max(told, default=0) >= font.program.glyphs:
            yield font.fault(rules.CIDSET_TOO_MUCH, orsak="pdf_glyflista")


def _differing(
    font: Font, told: AbstractSet[object], held: AbstractSet[object], absent: Rule, too_much: Rule | None
) -> Iterator[Finding]:
    if held - told:
        yield font.fault(absent, orsak="pdf_glyflista")
    if too_much and told - held:
        yield font.fault(too_much, orsak="pdf_glyflista")


def _truetype(font: Font) -> Iterator[Finding]:
    """Yield encodings of a simple TrueType font that do not lead to its glyphs (6.2.11.6)."""
    if font.kind != "TrueType":
        return
    tables = font.program.tables if font.program else None
    encoding = at(font.entries, "/Encoding")
    if font.symbolic:
        if encoding is not None:
            yield font.fault(rules.SYMBOLIC_ENCODING, orsak="pdf_symbolkodning")
        if tables is not None and len(tables) != 1 and _SYMBOL_TABLE not in tables:
            yield font.fault(rules.SYMBOLIC_TABLES, orsak="pdf_teckentabell")
        return
    if tables is not None and len(tables) < (2 if _SYMBOL_TABLE in tables else 1):
        yield font.fault(rules.NO_CHARACTER_TABLE, orsak="pdf_teckentabell")
    yield from _letters(font, encoding)


def _letters(font: Font, encoding: object) -> Iterator[Finding]:
    base = name(encoding) or name(at(encoding, "/BaseEncoding"))
    if encoding is None:
        yield font.fault(rules.NO_ENCODING, orsak="pdf_teckenkodning")
    elif not base:
        yield font.fault(rules.NO_BASE_ENCODING, orsak="pdf_teckenkodning")
    elif base not in {"MacRomanEncoding", "WinAnsiEncoding"}:
        yield font.fault(rules.ODD_ENCODING, orsak="pdf_teckenkodning")
    elif at(encoding, "/Differences") is not None:
        if font.program and _UNICODE_TABLE not in font.program.tables:
            yield font.fault(rules.NO_UNICODE_TABLE, orsak="pdf_teckentabell")
        elif not all(map(is_listed, differences(encoding).values())):
            yield font.fault(rules.ODD_GLYPH_NAME, orsak="pdf_teckenkodning")


_TESTS: Sequence[Callable[[Font], Iterator[Finding]]] = (
    _entries,
    _widths,
    _embedding,
    _composite,
    _subset_lists,
    _truetype,
)
