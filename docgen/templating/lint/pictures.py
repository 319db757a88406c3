"""Pictures that one who does not see them is told nothing about."""

import re
from collections.abc import Iterator

from lxml import etree

from docgen.errors import Severity
from docgen.templating.lint.ledger import Ledger
from docgen.templating.lint.paper import Paper
from docgen.templating.lint.story import place_of
from docgen.templating.lint.tag import shown
from docgen.templating.xml_part import W

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_DRAWN = (f"{_WP}inline", f"{_WP}anchor")
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_GRAPHIC = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_BOX = f"{W}txbxContent"
_ON = {"1", "true"}

_FILE = re.compile(r".+\.(?:png|jpe?g|jfif|gif|bmp|tiff?|emf|wmf|svg|webp|heic)", re.IGNORECASE)
_NAME_BY_WORD = re.compile(
    r"(?:bildobjekt|bild|picture|image|img|grafik|graphic|diagram|chart|figur|figure|form|shape|foto|photo)[ _-]?\d*",
    re.IGNORECASE,
)
_GUESSED_BY_WORD = re.compile(
    r"automatiskt genererad|description automatically generated|generated with (?:very )?high confidence"
    r"|ai-genererat inneh[åa]ll|ai-generated content",
    re.IGNORECASE,
)


def judge(paper: Paper, ledger: Ledger) -> None:
    """Tell of each picture without an alternative text, and of each whose text says nothing of it."""
    for element, name, text in (*_drawings(paper), *_old_pictures(paper)):
        place = place_of(paper.xml, next(element.iterancestors(f"{W}p"), element))
        if text is None:
            severity = Severity.ERROR if _is_picture(element) else Severity.WARNING
            ledger.tell_at("M-60", place, severity, namn=name or "?")
        elif reason := _emptiness(text):
            ledger.tell_at("M-61", place, Severity.NOTE, text=shown(text), orsak=reason)


def _drawings(paper: Paper) -> Iterator[tuple[etree._Element, str, str | None]]:
    """Yield each drawing that is to be described, its name and its description; text boxes speak for themselves."""
    for element in paper.elements(*_DRAWN):
        properties = element.find(f"{_WP}docPr")
        is_box = not _is_picture(element) and _own(element, _BOX)
        if _own(element, _GRAPHIC) and not is_box and not _is_decoration(properties):
            said = {} if properties is None else properties.attrib
            yield element, said.get("name", ""), said.get("descr", "").strip() or said.get("title", "").strip() or None


def _old_pictures(paper: Paper) -> Iterator[tuple[etree._Element, str, str | None]]:
    """Yield each picture of the kind that older programs write; the guard tells of objects."""
    for element in paper.elements(f"{_V}imagedata"):
        shape = element.getparent()
        if shape is not None and not any(True for _ in element.iterancestors(f"{W}object")):
            yield element, shape.get("id", ""), shape.get("alt", "").strip() or None


def _is_picture(element: etree._Element) -> bool:
    return element.tag == f"{_V}imagedata" or _own(element, _PICTURE)


def _own(drawing: etree._Element, name: str) -> bool:
    """Tell whether a drawing has something of its own, not in a drawing in a text box in it."""
    return any(next(one.iterancestors(*_DRAWN), None) is drawing for one in drawing.iter(name))


def _is_decoration(properties: etree._Element | None) -> bool:
    return properties is not None and any(one.get("val") in _ON for one in properties.iter(_DECORATIVE))


def _emptiness(text: str) -> str:
    """Return why a text says nothing of its picture, as the key of the words for it; empty when it may."""
    if _GUESSED_BY_WORD.search(text):
        return "mall_alt_gissad"
    if _FILE.fullmatch(text):
        return "mall_alt_filnamn"
    return "mall_alt_namn" if _NAME_BY_WORD.fullmatch(text) else ""
