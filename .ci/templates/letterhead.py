"""The letterhead, the headers of the following pages and the footers."""

import struct
import zlib
from copy import deepcopy
from io import BytesIO

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm
from docx.table import _Row
from house import TEXT_WIDTH
from lines import PAGE_OF_PAGES, Story, code, line, markningar
from tables import element, emptied, row, table

from docgen.templating.layout import LOGO_BOX

LEFT_WIDTH = Mm(92)  # the tab grid of SS 03 43 21: 9.2 cm
COLUMNS = (LEFT_WIDTH, Length(TEXT_WIDTH - LEFT_WIDTH))
BODY_FROM = Mm(88)
CONTACT_COLUMNS = (Mm(52), Mm(63), Mm(40))
CONTACT = (
    (("Postadress", "postadress"), ("Besöksadress", "besoksadress")),
    (("Telefon", "telefon"), ("E-post", "epost")),
    (("Webbplats", "webb"), ("Organisationsnummer", "organisationsnummer")),
)


def letterhead(document: Document) -> None:
    """Add the head of a letter: as that of a form, with room for the address window below."""
    section = document.sections[0]
    height = OxmlElement("w:trHeight", {qn("w:hRule"): "atLeast"})
    height.set(qn("w:val"), str(Length(BODY_FROM - (section.header_distance or 0)).twips))
    element(_head(document, "Avstånd")).trPr.append(height)


def form_head(document: Document) -> None:
    """Add the head of a form: who sends at the left, which document at the right, and air before its title."""
    _head(document, "Sidhuvudslut")


def _head(document: Document, end: str) -> _Row:
    """Add the head of the first page, which a line of the style ``end`` closes, and return its row."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    header = emptied(section.first_page_header)
    markningar(header)
    made = table(header, "Uppgiftstabell", "Brevhuvud", COLUMNS)
    head = row(made)
    left, right = (emptied(cell) for cell in head.cells)
    logotype(left)
    line(left, "Avsändare kommun", "{{ avsandare.kommun }}")
    for name in ("namnd", "forvaltning", "enhet"):
        line(left, "Avsändare", "{{ avsandare." + name + " }}")
    line(right, "Dokumenttitel", "{{ dokument.titel }}")
    line(right, "Dokumentuppgift", "Datum\t{{ dokument.datum }}")
    line(right, "Dokumentuppgift", "Beteckning\t{{ dokument.beteckning }}")
    line(right, "Dokumentuppgift", *PAGE_OF_PAGES)
    line(header, end)
    return head


def following_header(document: Document) -> None:
    """Add the head of the second page and those after it."""
    header = emptied(document.sections[0].header)
    markningar(header)
    line(header, "header", "{{ dokument.datum }}\t{{ dokument.beteckning }}\t", *PAGE_OF_PAGES)


def address_window(document: Document) -> None:
    """Add the rows of the address, in the frame of the style Adressfönster."""
    code(document, "for rad in mottagare.rader")
    paragraph = element(line(document, "Adressfönster", "{{ rad }}"))
    (frame,) = document.styles["Adressfönster"].element.xpath("./w:pPr/w:framePr")
    # Word takes the frame from the style; LibreOffice sees it only on the paragraph itself.
    paragraph.get_or_add_pPr().insert_element_before(deepcopy(frame), "w:widowControl", "w:rPr")
    code(document, "endfor")


def footers(document: Document) -> None:
    """Add the contact details under the first page and a line under the others."""
    first = emptied(document.sections[0].first_page_footer)
    line(first, "Sidfotslinje")
    contact = row(table(first, "Uppgiftstabell", "Kontaktuppgifter", CONTACT_COLUMNS))
    for cell, facts in zip(contact.cells, CONTACT, strict=True):
        story = emptied(cell)
        for label, name in facts:
            line(story, "Sidfotsetikett", label)
            line(story, "Sidfotsuppgift", "{{ kontaktfot." + name + " }}")
    line(first, "Avstånd")
    line(emptied(document.sections[0].footer), "footer", "{{ avsandare.kommun }}, {{ avsandare.namnd }}")


def logotype(story: Story) -> None:
    """Add the grey field that each municipality's own logo replaces."""
    run = line(story, "Logotyp").add_run()
    run.add_picture(BytesIO(_grey_png(100, 30)), *LOGO_BOX)
    (inline,) = run.element.xpath(".//wp:inline")
    for side in ("distT", "distB", "distL", "distR"):  # LibreOffice takes 3 mm for granted, Word none
        inline.set(side, "0")
    (properties,) = inline.xpath("./wp:docPr")
    properties.set("name", "logotyp")
    properties.set("descr", "Kommunens logotyp")


def _grey_png(width: int, height: int) -> bytes:
    """Return a light grey picture, the same bytes each time."""
    rows = (b"\0" + b"\xe6" * width) * height
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
