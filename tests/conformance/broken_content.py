"""Files broken in one way each: in what their pages paint, their fonts and their colours."""

import re
from collections.abc import Mapping

from good_pdf import Change, fonts, inside, new_stream, objects, rewritten
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
)

MARK = rb"/Span<</MCID 0>>BDC\n"
SQUARE = b"0 0 9 9 re f\n"


def before(content: bytes) -> Change:
    """Return the change that paints more, as an artifact, before what is there."""
    return lambda writer: rewritten(writer, lambda old: b"/Artifact BMC\nq\n" + content + b"\nQ\nEMC\n" + old)


def bare(writer: PdfWriter) -> None:
    rewritten(writer, lambda old: b"0 0 m 9 9 l S\n" + old)


def artifact_within(writer: PdfWriter) -> None:
    rewritten(writer, lambda old: re.sub(MARK, lambda found: found[0] + b"/Artifact BMC EMC\n", old, count=1))


def tagged_within(writer: PdfWriter) -> None:
    def edit(old: bytes) -> bytes:
        start = old.index(b"/Span<</MCID 0>>BDC")
        end = old.index(b"EMC", start) + 3
        return old[:start] + b"/Artifact BMC\n" + old[start:end] + b" EMC\n" + old[end:]

    rewritten(writer, edit)


def with_state(**entries: PdfObject) -> Change:
    """Return the change that uses graphics parameters."""

    def change(writer: PdfWriter) -> None:
        state = DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})
        resources = inside(writer.pages[0], "/Resources")
        resources[NameObject("/ExtGState")] = DictionaryObject({NameObject("/docgen"): state})
        before(b"/docgen gs")(writer)

    return change


def with_form(content: bytes, *, times: int = 1, **entries: PdfObject) -> Change:
    """Return the change that calls a form."""

    def change(writer: PdfWriter) -> None:
        box = ArrayObject([NumberObject(side) for side in (0, 0, 30, 30)])
        held = new_stream(content, Type=NameObject("/XObject"), Subtype=NameObject("/Form"), BBox=box, **entries)
        form = writer._add_object(held)  # noqa: SLF001 - pypdf has no public way
        inside(writer.pages[0], "/Resources", "/XObject")[NameObject("/docgen")] = form
        before(b"/docgen Do\n" * times)(writer)

    return change


def borrowed(writer: PdfWriter) -> None:
    page = writer.pages[0]
    branch = inside(page, "/Parent")
    branch[NameObject("/Resources")] = page["/Resources"].get_object()
    del page["/Resources"]


def image(key: str, value: PdfObject) -> Change:
    def change(writer: PdfWriter) -> None:
        next(one for one in objects(writer) if one.get("/Subtype") == "/Image")[NameObject(key)] = value

    return change


def device_colour(writer: PdfWriter) -> None:
    del writer.root_object["/OutputIntents"]
    before(b"1 0 0 rg " + SQUARE)(writer)


def odd_profile(writer: PdfWriter) -> None:
    space = next(iter(inside(writer.pages[0], "/Resources", "/ColorSpace").values())).get_object()
    assert isinstance(space, ArrayObject)
    inside(space[1])[NameObject("/N")] = NumberObject(4)


def of_glyphs(key: str, value: PdfObject | None, *path: str) -> Change:
    """Return the change of one thing in the dictionary of the first font's glyphs."""

    def change(writer: PdfWriter) -> None:
        owner = inside(fonts(writer)[0], *path)
        owner.pop(key, None)
        if value is not None:
            owner[NameObject(key)] = value

    return change


def of_font(key: str, value: PdfObject | None) -> Change:
    def change(writer: PdfWriter) -> None:
        font = fonts(writer, "/Type0")[0]
        font.pop(key, None)
        if value is not None:
            font[NameObject(key)] = value

    return change


def reads_as(character: bytes) -> Change:
    """Return the change by which the first glyph of a font reads as another character, in UTF-16."""

    def change(writer: PdfWriter) -> None:
        old = inside(fonts(writer, "/Type0")[0], "/ToUnicode")
        data: bytes = old.get_data()  # type: ignore[attr-defined]
        new = re.sub(rb"<0001>\s*<[0-9A-Fa-f]+>", b"<0001> <" + character + b">", data)
        assert new != data
        fonts(writer, "/Type0")[0][NameObject("/ToUnicode")] = writer._add_object(new_stream(new))  # noqa: SLF001

    return change


def no_glyph(code: bytes) -> Change:
    """Return the change that shows a code without a glyph, though it has a meaning and the right width."""

    def change(writer: PdfWriter) -> None:
        glyphs = fonts(writer)[0]
        number, widths = NumberObject(int(code, 16)), glyphs["/W"]
        assert isinstance(widths, ArrayObject)
        assert [widths[0], widths[1]] == [0, 0]  # the width of the glyph for none, which a missing one has too
        widths.extend([number, ArrayObject([widths[2]])])
        reading = inside(fonts(writer, "/Type0")[0], "/ToUnicode")
        more = b"\n1 beginbfchar\n<" + code + b"> <0041>\nendbfchar\n"
        data: bytes = reading.get_data()  # type: ignore[attr-defined]
        fonts(writer, "/Type0")[0][NameObject("/ToUnicode")] = writer._add_object(new_stream(data + more))  # noqa: SLF001
        before(b"BT /f0 9 Tf <" + code + b"> Tj ET")(writer)

    return change


BROKEN: Mapping[str, tuple[Change, str]] = {
    "a line without a mark": (bare, "01-005"),
    "an artifact in a tag": (artifact_within, "01-003"),
    "a tag in an artifact": (tagged_within, "01-004"),
    "a tag whose content is gone": (
        lambda writer: rewritten(writer, lambda old: old.replace(b"/MCID 3>>", b"/MCID 2>>")),
        "7.1",
    ),
    "a command that nobody knows": (before(b"docgen"), "6.2.2"),
    "resources of another": (borrowed, "6.2.2"),
    "half a byte in a page": (before(b"BT /f1 9 Tf <001> Tj ET"), "6.1.6"),
    "saved too often": (before(b"q " * 30 + b"Q " * 30), "6.1.13"),
    "a rendering of its own": (before(b"/Annan ri"), "6.2.6"),
    "a picture packed with LZW": (before(b"BI /W 1 /H 1 /IM true /F /LZW ID x EI"), "6.1.10"),
    "colours for a printer": (with_state(TR=NameObject("/Identity")), "6.2.5"),
    "a blend of its own": (with_state(BM=NameObject("/Annan")), "6.2.10"),
    "a form in PostScript": (with_form(b"", Subtype2=NameObject("/PS")), "6.2.9"),
    "a form from another file": (with_form(b"", Ref=DictionaryObject()), "30-001"),
    "tagged content twice": (with_form(b"", times=2, StructParents=NumberObject(901)), "30-002"),
    "a smoothed picture": (image("/Interpolate", BooleanObject(True)), "6.2.8"),
    "a picture in versions": (image("/Alternates", ArrayObject()), "6.2.8"),
    "a colour of the device": (device_colour, "6.2.4.3"),
    "a profile of three for four": (odd_profile, "6.2.4.2"),
    "no font program": (of_glyphs("/FontFile2", None, "/FontDescriptor"), "31-009"),
    "wrong widths": (of_glyphs("/W", ArrayObject()), "31-016"),
    "no map to glyphs": (of_glyphs("/CIDToGIDMap", None), "31-005"),
    "an odd map to glyphs": (of_glyphs("/CIDToGIDMap", NameObject("/Annan")), "31-004"),
    "a list without its glyphs": (of_glyphs("/CIDSet", new_stream(b"\x80"), "/FontDescriptor"), "31-014"),
    "a font without a name": (of_font("/BaseFont", None), "6.2.11.2"),
    "no characters": (of_font("/ToUnicode", None), "31-027"),
    "a character that is zero": (reads_as(b"0000"), "31-028"),
    "a character that is a mark": (reads_as(b"FEFF"), "31-029"),
    "a character of its own": (reads_as(b"F0B7"), "6.2.11.7.3"),
    "the glyph for none": (no_glyph(b"0000"), "31-030"),
    "a glyph that is not there": (no_glyph(b"7FFF"), "31-011"),
}
