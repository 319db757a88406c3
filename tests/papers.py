"""Word files and Typst files with what makes PDFs go wrong: notes, links, lists, tables, pictures, signs."""

import io
import struct
import zlib
from collections.abc import Sequence
from datetime import date
from typing import Any

import docx
import typst
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from docgen.stages import finish
from docgen.stages.convert import Pdf
from docgen.stages.finish import Finished
from docgen.stages.xmp import Origin

TITLE = "Beslut om hemtjänst – SN 2026/12"
CREATED = date(2026, 3, 3)
ORIGIN = Origin(template="a1" * 32, data="b2" * 32)
_NS = nsdecls("w", "r")
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def finished(pdf: bytes, *must_contain: str, lang: str = "sv-SE", said: str = "", title: str = TITLE) -> Finished:
    """Return ``pdf`` finished."""
    return finish.pdf(
        Pdf(pdf), title=title, lang=lang, must_contain=must_contain, said=said, created=CREATED, origin=ORIGIN
    )


def paper(language: str = "sv-SE") -> Document:
    """Return a new Word file in a language, with a heading."""
    document = docx.Document()
    (default,) = document.styles.element.xpath("w:docDefaults//w:lang")
    default.set(qn("w:val"), language)
    document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    document.add_heading("Beslut om hemtjänst", 1)
    return document


def saved(document: Document) -> bytes:
    """Return the bytes of a Word file."""
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def add_notes(document: Document, kind: str, texts: Sequence[str]) -> None:
    """Add a part of notes, ``footnote`` or ``endnote``, and a paragraph for each that refers to it."""
    lines = [f"<w:{kind} {_line(number, kind)}" for number in (-1, 0)]
    for number, text in enumerate(texts, 1):
        mark = f"<w:r><w:{kind}Ref/></w:r>"
        lines.append(f'<w:{kind} w:id="{number}"><w:p>{mark}<w:r><w:t>{text}</w:t></w:r></w:p></w:{kind}>')
        run = parse_xml(f'<w:r {_NS}><w:{kind}Reference w:id="{number}"/></w:r>')
        document.add_paragraph(f"Se {kind}")._p.append(run)  # noqa: SLF001 - python-docx knows no notes
    xml = f"<w:{kind}s {_NS}>{''.join(lines)}</w:{kind}s>"
    part = Part(PackURI(f"/word/{kind}s.xml"), f"{_WORD}.{kind}s+xml", xml.encode(), document.part.package)
    document.part.relate_to(part, f"{_OFFICE}/{kind}s")


def _line(number: int, kind: str) -> str:
    name = "separator" if number else "continuationSeparator"
    return f'w:type="{name}" w:id="{number}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'


def add_link(paragraph: Any, text: str, address: str) -> None:  # noqa: ANN401 - python-docx has no types
    """Add a link to a place outside the document."""
    at = paragraph.part.relate_to(address, f"{_OFFICE}/hyperlink", is_external=True)
    style = '<w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>'
    xml = f'<w:hyperlink {_NS} r:id="{at}"><w:r>{style}<w:t>{text}</w:t></w:r></w:hyperlink>'
    paragraph._p.append(parse_xml(xml))  # noqa: SLF001 - nor links


def add_sign(paragraph: Any, font: str, code: str) -> None:  # noqa: ANN401 - python-docx has no types
    """Add a sign of a symbol font."""
    xml = f'<w:r {_NS}><w:sym w:font="{font}" w:char="{code}"/></w:r>'
    paragraph._p.append(parse_xml(xml))  # noqa: SLF001 - nor signs


def add_frame(paragraph: Any) -> None:  # noqa: ANN401 - python-docx has no types
    """Put a paragraph in a frame of its own place on the page, as addresses are."""
    place = 'w:w="4000" w:hSpace="0" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="6000" w:y="1500"'
    paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:framePr {_NS} {place}/>"))  # noqa: SLF001 - nor frames


def add_line(paragraph: Any) -> None:  # noqa: ANN401 - python-docx has no types
    """Draw a line under a paragraph."""
    line = f'<w:pBdr {_NS}><w:bottom w:val="single" w:sz="8" w:space="4" w:color="4F81BD"/></w:pBdr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(line))  # noqa: SLF001 - nor lines


def add_picture(document: Document, alternative: str) -> None:
    """Add a red square with an alternative text, "" for none."""
    shape = document.add_picture(io.BytesIO(_png()))
    if alternative:
        shape._inline.docPr.set("descr", alternative)  # noqa: SLF001 - nor alternative texts


def add_table(document: Document, rows: int, *, header: bool) -> Any:  # noqa: ANN401 - python-docx has no types
    """Add and return a table of two columns, with a header row or without."""
    table = document.add_table(rows, 2, style="Table Grid")
    for number, row in enumerate(table.rows):
        for cell in row.cells:
            cell.text = f"rad {number}"
    if header:
        table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {_NS}/>"))  # noqa: SLF001 - nor headers
    return table


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress((b"\0" + bytes([200, 30, 30]) * 40) * 20)
    head = struct.pack(">IIBBBBB", 40, 20, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def typeset(
    body: str, *, lang: str = "sv", font: str = "Liberation Sans", standards: Sequence[Any] = ("a-2a", "ua-1")
) -> bytes:
    """Return the PDF that Typst makes of ``body``."""
    head = (
        '#set document(title: "Ett utkast", date: datetime(year: 2020, month: 1, day: 2))\n'
        f'#set text(lang: "{lang}", font: "{font}")\n'
    )
    fonts = typst.Fonts(include_system_fonts=True, include_embedded_fonts=False)
    compiler = typst.Compiler(font_paths=fonts, ignore_system_fonts=True)
    made = compiler.compile(input=(head + body).encode(), pdf_standards=list(standards), timestamp=0)
    assert isinstance(made, bytes)
    return made
