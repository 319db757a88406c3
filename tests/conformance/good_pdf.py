"""Conforming PDFs made by Typst on the spot, and the ways to change one thing in them."""

import io
import struct
import zlib
from collections.abc import Callable, Iterator
from functools import cache

import typst
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, PdfObject, StreamObject

Change = Callable[[PdfWriter], None]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PICTURE = b"".join(
    (
        b"\x89PNG\r\n\x1a\n",
        _chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 4, 8, 2, 0, 0, 0)),
        _chunk(b"IDAT", zlib.compress((b"\0" + b"\xc0\x20\x20" * 4) * 4)),
        _chunk(b"IEND", b""),
    )
)


BYTES = ", ".join(map(str, PICTURE))
HEAD = """
#set document(title: "Beslut om bistånd", date: datetime(year: 2026, month: 11, day: 22))
#set text(lang: "sv", font: "Liberation Sans", size: 11pt)
"""
LETTER = (
    HEAD
    + """
= Beslut
Du får *hemtjänst*. Läs mer hos #link("https://example.org")[kommunen].
== Insatser
- Städning
- Inköp
#table(columns: 2, table.header([Insats], [Timmar]), [Städning], [2], [Inköp], [1])
#image(bytes((PICTURE)), alt: "Kommunens vapen", width: 1cm)
Beloppet räknas om#footnote[Varje år.] och det andra också#footnote[Vartannat år.].
#math.equation(alt: "x i kvadrat", block: true, $x^2$)
"""
)
LONG = (
    HEAD
    + """
#set page(footer: context [Sida #counter(page).display() av #counter(page).final().at(0)])
#outline(title: [Innehåll])
= Beslut
#lorem(700)
== Skäl
#lorem(700)
=== Lagrum
+ Ett
  + Ett a
+ Två
#table(columns: 3, table.header([A], [B], [C]), table.cell(rowspan: 2)[1], table.cell(colspan: 2)[2], [3], [4])
#quote(block: true)[Citat]
#figure(table(columns: 1, [x]), caption: [Bildtext])
"""
)
SERIF = (
    HEAD
    + """
#set text(font: "Liberation Serif", lang: "da")
Kære borger. #strong[Fed], #emph[kursiv] og #underline[understreget]. – ”Citat” … § 4 kap. 1 ½ €
#box(fill: rgb("#cce"), inset: 4pt)[Ramme] #line(length: 3cm) #text(fill: luma(40%))[Farve]
"""
)


@cache
def made(program: str) -> bytes:
    """Return the PDF of a Typst program, as PDF/A-2a and PDF/UA-1."""
    source = program.replace("PICTURE", BYTES).encode()
    made = typst.compile(source, pdf_standards=["a-2a", "ua-1"], format="pdf")
    assert isinstance(made, bytes)
    return made


def changed(change: Change, pdf: bytes | None = None) -> bytes:
    """Return the letter, written anew by pypdf, after one change."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf or made(LETTER))))
    change(writer)
    if not writer._ID:  # noqa: SLF001 - pypdf has no public way to ask
        writer.generate_file_identifiers()
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def objects(writer: PdfWriter) -> Iterator[DictionaryObject]:
    for one in writer._objects:  # noqa: SLF001 - nor to walk the objects
        if isinstance(one, DictionaryObject):
            yield one


def tags(writer: PdfWriter, kind: str) -> list[DictionaryObject]:
    """Return the tags of a type, in the order of the file."""
    return [one for one in objects(writer) if one.get("/S") == f"/{kind}" and "/P" in one]


def fonts(writer: PdfWriter, kind: str = "/CIDFontType2") -> list[DictionaryObject]:
    return [one for one in objects(writer) if one.get("/Type") == "/Font" and one.get("/Subtype") == kind]


def inside(owner: PdfObject, *path: str) -> DictionaryObject:
    """Return the dictionary at the end of a path of keys."""
    found = owner.get_object()
    for key in path:
        assert isinstance(found, DictionaryObject)
        found = found[key].get_object()
    assert isinstance(found, DictionaryObject)
    return found


def new_stream(data: bytes, **entries: PdfObject) -> StreamObject:
    stream = DecodedStreamObject()
    stream.set_data(data)
    stream.update({NameObject(f"/{key}"): value for key, value in entries.items()})
    return stream


def rewritten(writer: PdfWriter, edit: Callable[[bytes], bytes]) -> None:
    """Put another content on the first page."""
    page = writer.pages[0]
    contents = page.get_contents()
    assert contents is not None
    page[NameObject("/Contents")] = writer._add_object(new_stream(edit(contents.get_data())))  # noqa: SLF001
