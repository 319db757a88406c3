"""Small Word files with what the engines must get right."""

import base64
import io

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Cm
from docx.text.paragraph import Paragraph

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


def saved(document: Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def letter(text: str = "Du får hemtjänst från och med den 3 mars 2026.") -> bytes:
    document = docx.Document()
    document.add_heading("Beslut om hemtjänst", 1)
    document.add_paragraph(text)
    return saved(document)


def linking_to(address: str) -> bytes:
    document = docx.Document()
    document.add_picture(io.BytesIO(PIXEL))
    (picture,) = document.element.body.xpath(".//a:blip")
    del picture.attrib[qn("r:embed")]
    picture.set(qn("r:link"), document.part.relate_to(address, RELATIONSHIP_TYPE.IMAGE, is_external=True))
    return saved(document)


def add_field(paragraph: Paragraph, *instruction: str | None) -> None:
    """Add a field whose cached result is 99; None stands for a nested PAGE whose own is 98."""

    def mark(kind: str) -> str:
        return f'<w:fldChar w:fldCharType="{kind}"/>'

    def code(text: str) -> str:
        return f'<w:instrText xml:space="preserve">{text}</w:instrText>'

    page = [mark("begin"), code(" PAGE "), mark("separate"), "<w:t>98</w:t>", mark("end")]
    pieces = [mark("begin")]
    for text in instruction:
        pieces += page if text is None else [code(text)]
    for piece in [*pieces, mark("separate"), "<w:t>99</w:t>", mark("end")]:
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{piece}</w:r>"))  # noqa: SLF001 - python-docx has no other way


def frame(paragraph: Paragraph) -> None:
    """Move what a paragraph says into a text box anchored in it."""
    said = list(paragraph._p)  # noqa: SLF001 - python-docx has no other way
    box = parse_xml(f"""<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>
        <v:shape style="position:absolute;margin-left:300pt;margin-top:0;width:90pt;height:30pt" type="#_x0000_t202">
        <v:textbox><w:txbxContent><w:p/></w:txbxContent></v:textbox></v:shape></w:pict></w:r>""")
    (inside,) = box.xpath(".//w:p")
    inside.extend(said)
    paragraph._p.append(box)  # noqa: SLF001 - python-docx has no other way


def fill_header(section: Section, bodies: dict[str, int]) -> None:
    table = section.header.add_table(0, 2, Cm(16))
    for body, offset in bodies.items():
        name, number = table.add_row().cells  # type: ignore[no-untyped-call]  # python-docx
        name.text, number.text = body, "Sida "
        add_field(number.paragraphs[0], " = ", None, f" + {offset} ")


def protocol(pages: int = 3) -> Document:
    document = docx.Document()
    fill_header(document.sections[0], {"Arbetsutskottet": 11, "Socialnämnden": 15})
    for page in range(pages):
        document.add_paragraph(f"Text på blad {page + 1}.")
        if page < pages - 1:
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    return document
