"""Pictures in the text and beside it, and text boxes."""

import io
import struct
import zlib

from docx.document import Document
from docx.shared import Emu, Mm
from docx.text.paragraph import Paragraph

from .prose import a4, append_runs, element, fill, paragraph, run, saved, sentences


def png(width: int = 60, height: int = 40) -> bytes:
    """Return a picture in two colours."""
    rows = b"".join(
        b"\0" + (b"\x1f\x4e\x79" if row < height // 2 else b"\xc0\xd0\xe0") * width for row in range(height)
    )

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def inline_pictures() -> bytes:
    """Pictures in paragraphs of their own, within a line and in a cell."""
    document = a4()
    fill(document, 2)
    document.add_picture(io.BytesIO(png()), Mm(60))
    one = document.add_paragraph("Mitt i raden ")
    one.add_run().add_picture(io.BytesIO(png()), Mm(12))
    one.add_run(f" står en bild. {sentences(3)}")
    cell = document.add_table(1, 2, "Table Grid").cell(0, 0)
    cell.paragraphs[0].add_run().add_picture(io.BytesIO(png()), Mm(30))
    fill(document, 2)
    _describe(document)
    return saved(document)


def picture_in_header() -> bytes:
    """A logotype in the header beside the name."""
    document = a4()
    head = document.sections[0].header.paragraphs[0]
    head.add_run().add_picture(io.BytesIO(png()), Mm(20))
    head.add_run("\tExempelkommun")
    fill(document, 12)
    return saved(document)


def anchored_on_page() -> bytes:
    """A picture at a place of the page, before the text and behind it."""
    document = a4()
    for place, one in enumerate(fill(document, 6)):
        if place % 3 == 0:
            wrap = "<wp:wrapNone/>"
            _anchor(one, _position("page", 130 + place * 5, "page", 150 + place * 10), wrap, behind=place == 0)
    return saved(document)


def anchored_to_margin() -> bytes:
    """A picture to the right of the margin by alignment, text above and below it."""
    document = a4()
    first = fill(document, 5)[1]
    across = '<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>'
    down = '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    _anchor(first, across + down, "<wp:wrapTopAndBottom/>")
    return saved(document)


def square_wrap() -> bytes:
    """A picture that text runs beside."""
    document = a4()
    first = fill(document, 5)[1]
    _anchor(first, _position("column", 0, "paragraph", 0), '<wp:wrapSquare wrapText="bothSides"/>')
    return saved(document)


def text_box() -> bytes:
    """A simple text box at a place of the page, as letters have for the address."""
    document = a4()
    one = document.add_paragraph()
    append_runs(one, _shape("margin-left:270pt;margin-top:10pt;width:180pt;height:70pt"))
    for _ in range(6):
        document.add_paragraph()
    fill(document, 4)
    return saved(document)


def _shape(place: str) -> str:
    said = "".join(paragraph(run(text)) for text in ("Anna Provsson", "Exempelgatan 5", "987 65 Exempelstad"))
    return f"""<w:r xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><w:pict>
        <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>
        <v:shape type="#_x0000_t202" style="position:absolute;{place};mso-position-horizontal-relative:margin"
        stroked="f"><v:textbox inset="1.5mm,1.5mm,1.5mm,1.5mm"><w:txbxContent>{said}</w:txbxContent></v:textbox>
        </v:shape></w:pict></w:r>"""


def _describe(document: Document) -> None:
    for place, one in enumerate(document.element.body.xpath(".//wp:docPr")):
        one.set("descr", f"Kommunens vapen nummer {place + 1}")
    for one in document.element.body.xpath(".//wp:inline"):
        for side in "TBLR":
            one.set(f"dist{side}", "0")  # LibreOffice puts 9 points where Word has none


def _position(across: str, x: float, down: str, y: float) -> str:
    return "".join(
        f'<wp:position{axis} relativeFrom="{edge}"><wp:posOffset>{Mm(at)}</wp:posOffset></wp:position{axis}>'
        for axis, edge, at in (("H", across, x), ("V", down, y))
    )


def _anchor(one: Paragraph, position: str, wrap: str, *, behind: bool = False) -> None:
    """Add a picture of 40 mm to a paragraph and let it float."""
    drawing = one.add_run().add_picture(io.BytesIO(png()), Mm(40))._inline  # noqa: SLF001 - python-docx has no other way
    size, name, graphic = drawing.extent, drawing.docPr, drawing.graphic
    name.set("descr", "Kommunens vapen")
    distance = "".join(f'dist{side}="{Emu(114300)}" ' for side in "TBLR")
    floating = element(
        f'<wp:anchor {distance}simplePos="0" relativeHeight="1" behindDoc="{int(behind)}" locked="0" layoutInCell="1" '
        f'allowOverlap="1"><wp:simplePos x="0" y="0"/>{position}<wp:extent cx="{size.cx}" cy="{size.cy}"/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/>{wrap}</wp:anchor>'
    )
    floating.append(name)
    floating.append(graphic)
    drawing.getparent().replace(drawing, floating)


BUILDERS = (inline_pictures, picture_in_header, anchored_on_page, anchored_to_margin, square_wrap, text_box)
