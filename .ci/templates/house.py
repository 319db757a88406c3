"""The page that all shipped Word templates share: paper, styles, lists, settings and properties.

The styles, lists and settings are the XML files beside this one.
"""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Mm

from docgen.order import Packing
from docgen.templating.package import Block, unpacked

HERE = Path(__file__).parent
SAVED = datetime(2026, 1, 1)  # noqa: DTZ001 (python-docx writes a naive time as UTC)
TEXT_WIDTH = Mm(155)
UNUSED = ("customXml", "stylesWithEffects", "webSettings", "theme", "fontTable", "thumbnail", "extended-properties")


def new_document(language: str = "sv-SE") -> Document:
    """Return an empty A4 document in ``language``, with the house's styles and nothing else."""
    document = docx.Document()
    for part in (document.part, document.part.package):
        for key, relation in list(part.rels.items()):
            if relation.reltype.endswith(UNUSED):
                del part.rels[key]
    _exchange(document.styles.element, "styles.xml")
    _exchange(document.part.numbering_part.element, "numbering.xml")
    _exchange(document.settings.element, "settings.xml")
    _set_page(document)
    _set_properties(document, language)
    return document


def save(document: Document, path: Path) -> None:
    """Write the template, the same bytes each time."""
    stream = BytesIO()
    document.save(stream)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(Block.of(unpacked(stream.getvalue())).with_members((), Packing.LITEN))


def _exchange(element: Any, name: str) -> None:  # noqa: ANN401 (an lxml element)
    """Put what the file ``name`` holds in the place of what the element holds."""
    for child in list(element):
        element.remove(child)
    element.extend(list(parse_xml((HERE / name).read_bytes())))


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(25), Mm(30)
    section.top_margin, section.bottom_margin = Mm(23), Mm(20)
    section.header_distance, section.footer_distance = Mm(9), Mm(10)


def _set_properties(document: Document, language: str) -> None:
    for one in document.styles.element.xpath(".//w:lang"):
        one.set(qn("w:val"), language)
    properties = document.core_properties
    properties.title, properties.language = "{{ dokument.titel }}", language
    properties.author = "{{ avsandare.namnd }}, {{ avsandare.kommun }}"
    properties.comments = properties.last_modified_by = ""
    properties.created = properties.modified = SAVED
