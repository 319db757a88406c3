import struct
import zlib
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from docgen import resources
from docgen.errors import SettingsError
from docgen.templating.layout import LOGO_BOX, Layout, Window

LETTER = resources.shipped_file("bistandsbeslut/template.docx")


BAD_LOGOS = {
    "empty": b"",
    "text": b"not a picture",
    "gif": b"GIF89a\x01\x00\x01\x00\x00\x00\x00",
    "cut png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "cut jpeg": b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\1\0\x48\0\x48\0\0",
}


def png(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\x80" * width) * height)
    chunks = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


def laid_out(layout: Layout, template: Path = LETTER) -> Document:
    document = docx.Document(str(template))
    layout.apply(document)
    return document


def pictures(document: Document) -> list[bytes]:
    return [part.blob for part in document.part.package.iter_parts() if "/media/" in part.partname]


@pytest.mark.parametrize("size", [(300, 84), (100, 100), (20, 400)])
def test_the_logo_keeps_its_proportions_within_its_box(size: tuple[int, int]) -> None:
    logo = png(*size)
    document = laid_out(Layout(logo, "Norrstads kommun"))
    (extent,) = document.sections[0].first_page_header.part.element.xpath("//wp:extent")
    width, height = int(extent.get("cx")), int(extent.get("cy"))
    assert width <= LOGO_BOX[0]
    assert height <= LOGO_BOX[1]
    assert width == LOGO_BOX[0] or height == LOGO_BOX[1]
    assert width / height == pytest.approx(size[0] / size[1], rel=1e-4)
    assert pictures(document) == [logo]


def test_the_logo_is_named_for_those_who_do_not_see_it() -> None:
    document = laid_out(Layout(png(30, 10), "Norrstads kommun"))
    head = document.sections[0].first_page_header.part.element
    assert head.xpath("//wp:docPr/@descr") == ["Norrstads kommun"]


def test_without_a_logo_neither_picture_nor_gap_is_left() -> None:
    document = laid_out(Layout())
    assert pictures(document) == []
    head = document.sections[0].first_page_header.part.element
    assert not head.xpath("//w:drawing")
    assert not head.xpath("//w:p[w:pPr/w:pStyle/@w:val='Logotyp']")


@pytest.mark.parametrize("logo", [*BAD_LOGOS.values(), png(0, 9)], ids=[*BAD_LOGOS, "no width"])
def test_a_logo_that_is_neither_png_nor_jpeg_is_refused(logo: bytes) -> None:
    with pytest.raises(SettingsError) as caught:
        laid_out(Layout(logo, "x"))
    assert caught.value.code == "M-06"


def test_the_address_stands_where_the_envelope_has_its_window() -> None:
    document = laid_out(Layout(window=Window(20, 47.5, 90, 30)))
    frames = document.element.xpath("//w:framePr") + document.styles.element.xpath("//w:framePr")
    assert len(frames) == 2
    for frame in frames:
        places = [int(frame.get(qn(f"w:{name}"))) for name in ("x", "y", "w", "h")]
        assert places == [Mm(value).twips for value in (20, 47.5, 90, 30)]


def test_a_template_without_letterhead_or_window_is_left_as_it_is() -> None:
    excerpt = resources.shipped_file("protokollsutdrag/template.docx")
    document = laid_out(Layout(), excerpt)
    names = {part.partname for part in document.part.package.iter_parts()}
    before = {part.partname for part in docx.Document(str(excerpt)).part.package.iter_parts()}
    assert before - names == {"/word/media/image1.png"}
    assert names <= before


def test_the_text_starts_clear_of_the_window() -> None:
    document = laid_out(Layout(window=Window(y=60, height=45)))
    head = document.sections[0].first_page_header.part.element
    (height,) = head.xpath("//w:trHeight/@w:val")
    assert Mm(9).twips + int(height) >= Mm(60 + 45 + 5).twips
