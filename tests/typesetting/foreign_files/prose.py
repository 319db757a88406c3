"""Swedish text of the kind these documents hold, and the ways to put it into a Word file by python-docx."""

import io
from collections.abc import Iterator
from itertools import cycle, islice

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from lxml import etree

SENTENCES = (
    "Socialnämnden beslutar att bevilja ansökan om hemtjänst i form av personlig omvårdnad.",
    "Utredningen har gjorts tillsammans med den enskilde och hens anhöriga under våren.",
    "Av läkarintyget framgår att rörelseförmågan är nedsatt sedan flera år tillbaka.",
    "Behovet kan inte tillgodoses på annat sätt enligt 4 kap. 1 § socialtjänstlagen (2001:453).",
    "Insatsen omfattar högst 32,5 timmar i månaden, fördelade på vardagar och helger efter överenskommelse.",
    "Beslutet gäller från och med den 1 mars 2026 och följs upp senast den 31 augusti samma år.",
    "Den som är missnöjd med beslutet kan överklaga det hos förvaltningsrätten inom tre veckor.",
    "Handläggaren har talat med distriktssköterskan om medicineringen, maten och den fysiska träningen.",
    "Hjälpmedel finns i bostaden: rollator, duschpall, handtag – och en trygghetslarmknapp.",
    "Vid mötet deltog även arbetsterapeut, sjukgymnast och en representant för hyresvärden.",
)
FONTS = ("Arial", "Times New Roman", "Calibri")
WORD = "w", "r", "wp", "a", "pic"


def sentences(number: int, first: int = 0) -> str:
    """Return so many sentences in a row."""
    return " ".join(islice(cycle(SENTENCES), first, first + number))


def paragraphs(number: int) -> Iterator[str]:
    """Yield paragraphs of two to seven sentences."""
    return (sentences(2 + (place * 3) % 6, place) for place in range(number))


def a4(font: str = "Arial", size: float = 11) -> Document:
    """Return an empty document on A4 as a Swedish office makes it."""
    document = docx.Document()
    document.core_properties.title = "Beslut om hemtjänst"
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(30), Mm(25)
    document.styles["Normal"].font.name = font
    document.styles["Normal"].font.size = Pt(size)
    return document


def fill(document: Document, number: int) -> list[Paragraph]:
    """Add paragraphs of prose and return them."""
    return [document.add_paragraph(text) for text in paragraphs(number)]


def saved(document: Document) -> bytes:
    """Return the file."""
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def element(xml: str) -> etree._Element:
    """Return the WordprocessingML ``xml``; the usual prefixes are known."""
    head, gap, rest = xml.partition(">")
    closed = "/" if head.endswith("/") else ""
    made: etree._Element = parse_xml(f"{head.removesuffix('/')} {nsdecls(*WORD)}{closed}{gap}{rest}")
    return made


def add(document: Document, xml: str) -> None:
    """Add ``xml``, one block, at the end of the body."""
    document.element.body.sectPr.addprevious(element(xml))


def set_format(paragraph: Paragraph, *properties: str) -> Paragraph:
    """Give a paragraph properties, in the order of the schema."""
    own = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no other way
    for xml in properties:
        own.append(element(xml))
    return paragraph


def set_run_format(paragraph: Paragraph, *properties: str) -> Paragraph:
    """Give the runs of a paragraph properties, in the order of the schema."""
    for run in paragraph.runs:
        own = run._r.get_or_add_rPr()  # noqa: SLF001 - python-docx has no other way
        for xml in properties:
            own.append(element(xml))
    return paragraph


def set_setting(document: Document, xml: str) -> None:
    """Add a setting of the whole document."""
    document.settings.element.insert(0, element(xml))


def field(instruction: str, result: str = "99") -> str:
    """Return the runs of a field."""
    return "".join(
        f"<w:r>{piece}</w:r>"
        for piece in (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            f"<w:t>{result}</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )


def run(text: str, *properties: str) -> str:
    """Return a run of text."""
    return f'<w:r><w:rPr>{"".join(properties)}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """Return a paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def append_runs(target: Paragraph, xml: str) -> None:
    """Add runs to a paragraph."""
    for child in element(f"<w:p>{xml}</w:p>"):
        target._p.append(child)  # noqa: SLF001 - python-docx has no other way
