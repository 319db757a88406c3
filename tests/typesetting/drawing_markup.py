"""Pictures, text boxes and old drawings as WordprocessingML, and what is read of them."""

import struct
import zlib

from raw_word import first, word_file

from docgen.typesetting.model import Box, Document, Inline, Paragraph, Picture
from docgen.typesetting.reading.document import read


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


PNG = png()
EXTENT = '<wp:extent cx="1270000" cy="635000"/>'  # 100 by 50 points
NAMED = '<wp:docPr id="1" name="Bild 1" descr="Kommunens vapen"/>'
PAGE = '<wp:positionH relativeFrom="page"><wp:posOffset>127000</wp:posOffset></wp:positionH>'
PARAGRAPH = '<wp:positionV relativeFrom="paragraph"><wp:posOffset>-63500</wp:posOffset></wp:positionV>'
PLACE = PAGE + PARAGRAPH


def graphic(content: str, uri: str = "x") -> str:
    return f'<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic>'


def pic(blip: str = '<a:blip r:embed="rId9"/>', crop: str = "", shape: str = "", fill: str = "") -> str:
    filling = f"<pic:blipFill>{blip}{crop}<a:stretch><a:fillRect{fill}/></a:stretch></pic:blipFill>"
    return f'<pic:pic>{filling}<pic:spPr><a:prstGeom prst="rect"/>{shape}</pic:spPr></pic:pic>'


def inline(content: str, more: str = NAMED, size: str = EXTENT) -> str:
    return f'<w:drawing><wp:inline distT="127000">{size}{more}{graphic(content)}</wp:inline></w:drawing>'


def anchored(content: str, place: str = PLACE, wrap: str = "<wp:wrapNone/>", said: str = "", about: str = NAMED) -> str:
    return f"<w:drawing><wp:anchor {said}>{place}{EXTENT}{wrap}{about}{graphic(content)}</wp:anchor></w:drawing>"


def file_with(drawn: str, picture: bytes | str = PNG) -> bytes:
    return word_file(f"<w:p><w:r>{drawn}</w:r></w:p>", pictures={"rId9": picture})


def inlines(document: Document) -> tuple[Inline, ...]:
    paragraph = first(document)
    assert isinstance(paragraph, Paragraph)
    return paragraph.inlines


def picture_in(drawn: str) -> Picture:
    (found,) = inlines(read(file_with(drawn)))
    assert isinstance(found, Picture)
    return found


def box_in(drawn: str) -> Box:
    (found,) = inlines(read(file_with(drawn)))
    assert isinstance(found, Box)
    return found


def across(relative: str, said: str) -> str:
    return f'<wp:positionH relativeFrom="{relative}">{said}</wp:positionH>'


def down(relative: str, said: str) -> str:
    return f'<wp:positionV relativeFrom="{relative}">{said}</wp:positionV>'


OFFSET = "<wp:posOffset>127000</wp:posOffset>"

WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
LINE = '<a:ln w="12700"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln>'
TEXT = "<wps:txbx><w:txbxContent><w:p><w:r><w:t>Fönster</w:t></w:r></w:p></w:txbxContent></wps:txbx>"
BODY = '<wps:bodyPr rot="0" vert="horz" wrap="square" lIns="0" tIns="12700" anchor="t"><a:spAutoFit/></wps:bodyPr>'


def wsp(look: str = WHITE + LINE, body: str = BODY, text: str = TEXT, style: str = "") -> str:
    return f'<wps:wsp><wps:spPr><a:prstGeom prst="rect"/>{look}</wps:spPr>{style}{text}{body}</wps:wsp>'
