"""Fonts as LibreOffice and Word embed them: one byte a character, an encoding, a TrueType program."""

import io
from collections.abc import Mapping
from functools import cache

import pytest
import typst
from broken_content import before
from fontTools.ttLib import TTFont
from good_pdf import Change, changed, inside, new_stream
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject, PdfObject

from docgen.conformance import check

LETTERS, SYMBOLS = 32, 4
UNICODE, ROMAN = (3, 1), (1, 0)
Tables = tuple[tuple[int, int], ...]


@cache
def program(tables: Tables) -> bytes:
    """Return Liberation Sans with these character tables alone."""
    wanted = ("Liberation Sans", "normal", 400, 1.0)
    faces = typst.Fonts(include_system_fonts=True).fonts()
    path = next(one.path for one in faces if (one.family, one.style, one.weight, one.stretch) == wanted)
    font = TTFont(path)
    kept = [one for one in font["cmap"].tables if (one.platformID, one.platEncID) in tables]
    font["cmap"].tables = kept
    target = io.BytesIO()
    font.save(target)
    return target.getvalue()


def width_of_none() -> float:
    """Return the width of the glyph for none, in thousandths."""
    font = TTFont(io.BytesIO(program((UNICODE,))))
    return float(font["hmtx"][".notdef"][0] * 1000 / font["head"].unitsPerEm)


def encoding(base: str | None, *differences: PdfObject) -> DictionaryObject:
    found = DictionaryObject({NameObject("/Type"): NameObject("/Encoding")})
    if base:
        found[NameObject("/BaseEncoding")] = NameObject(f"/{base}")
    if differences:
        found[NameObject("/Differences")] = ArrayObject(differences)
    return found


def written(  # noqa: PLR0913 - what a simple font is made of
    told: PdfObject | None,
    *,
    text: bytes = b"AB",
    flags: int = LETTERS,
    tables: Tables = (UNICODE, ROMAN),
    width: float = 667.0,
    embedded: bool = True,
    reads: bytes = b"1 beginbfrange <00> <FF> <0041> endbfrange",
) -> Change:
    """Return the change that writes a text in a simple TrueType font."""

    def change(writer: PdfWriter) -> None:
        descriptor = DictionaryObject({NameObject("/Type"): NameObject("/FontDescriptor")})
        descriptor[NameObject("/Flags")] = NumberObject(flags)
        if embedded:
            descriptor[NameObject("/FontFile2")] = writer._add_object(new_stream(program(tables)))  # noqa: SLF001 - as in pypdf
        font = DictionaryObject(
            {NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/TrueType")}
        )
        font[NameObject("/BaseFont")] = NameObject("/LiberationSans")
        font[NameObject("/FirstChar")], font[NameObject("/LastChar")] = NumberObject(65), NumberObject(66)
        font[NameObject("/Widths")] = ArrayObject([FloatObject(width)] * 2)
        font[NameObject("/FontDescriptor")] = descriptor
        if reads:
            font[NameObject("/ToUnicode")] = writer._add_object(new_stream(reads))  # noqa: SLF001 - as above
        if told is not None:
            font[NameObject("/Encoding")] = told
        inside(writer.pages[0], "/Resources", "/Font")[NameObject("/docgen")] = font
        before(b"BT /docgen 9 Tf (" + text + b") Tj ET")(writer)

    return change


ANSI = NameObject("/WinAnsiEncoding")
GOOD: Mapping[str, Change] = {
    "letters": written(ANSI),
    "letters in the Macintosh's encoding": written(NameObject("/MacRomanEncoding")),
    "letters without a map, known by their names": written(ANSI, reads=b""),
    "another name for a code": written(encoding("WinAnsiEncoding", NumberObject(66), NameObject("/A"))),
    "symbols": written(None, flags=SYMBOLS, tables=(ROMAN,)),
}
BROKEN: Mapping[str, tuple[Change, str]] = {
    "not embedded": (written(ANSI, embedded=False), "31-009"),
    "letters of another width": (written(ANSI, width=600), "31-016"),
    "no encoding": (written(None), "31-019"),
    "an encoding on nothing": (written(encoding(None)), "31-020"),
    "an encoding of experts": (written(NameObject("/StandardEncoding")), "31-021"),
    "a glyph by another name": (
        written(encoding("WinAnsiEncoding", NumberObject(200), NameObject("/glyf200"))),
        "31-022",
    ),
    "names without a table for them": (
        written(encoding("WinAnsiEncoding", NumberObject(66), NameObject("/A")), tables=(ROMAN,)),
        "31-023",
    ),
    "symbols encoded as letters": (written(ANSI, flags=SYMBOLS, tables=(ROMAN,)), "31-024"),
    "symbols in two tables": (written(None, flags=SYMBOLS), "31-026"),
    "symbols that read as nothing": (written(None, flags=SYMBOLS, tables=(ROMAN,), reads=b""), "31-027"),
    "the glyph for none": (
        written(
            encoding("WinAnsiEncoding", NumberObject(66), NameObject("/.notdef")), text=b"B", width=width_of_none()
        ),
        "31-030",
    ),
}


@pytest.mark.parametrize("change", GOOD.values(), ids=list(GOOD))
def test_a_simple_font_that_is_right_passes(change: Change) -> None:
    assert check(changed(change)) == ()


@pytest.mark.parametrize("name", BROKEN)
def test_a_simple_font_broken_in_one_way_has_that_finding_and_no_other(name: str) -> None:
    change, number = BROKEN[name]
    assert {one.matterhorn for one in check(changed(change))} == {number}
