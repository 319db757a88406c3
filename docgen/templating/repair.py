"""What docxtpl does to every part of every document, for the parts that have been proved to need it."""

import re
from itertools import count

from docx.opc.oxml import serialize_part_xml
from docx.oxml.ns import nsmap
from docx.oxml.parser import parse_xml
from docxtpl import DocxTemplate
from lxml import etree

from docgen.errors import TemplateError

DOCXTPL = DocxTemplate("")
"""docxtpl's passes over a part; those used here keep nothing between calls."""

GRID, GRID_IF_EMPTY, GRID_END = "<?docgen-grid 1?>", "<?docgen-grid 0?>", "<?docgen-grid-end?>"
"""Marks around a table whose grid may have to change, always or only when it has no rows."""

FIRST_DRAWING = 1001
DRAWING_TEXT = re.compile(r'(<wp:docPr\b[^>]*? id=")[^"]*"')
_DRAWING = re.compile(rb'(<wp:docPr\b[^>]*? id=")[^"]*"')
_MARK, _MARK_END = b"<?docgen-grid ", GRID_END.encode()
_ALWAYS, _REST = b"1", len(b"1?>")
_UNFIXABLE = (AttributeError, KeyError, TypeError, ValueError, ZeroDivisionError)


def refuse_broken(xml: bytes) -> None:
    """Raise TemplateError M-07 when ``xml`` is not whole: docxtpl would mend it by leaving something out."""
    try:
        etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        raise TemplateError("M-07") from None


def listed(xml: bytes) -> bytes:
    """Return a part with every break and tab in its texts as Word writes them."""
    listed: str = DOCXTPL.resolve_listing(xml.decode())
    return listed.encode()


def document(head: bytes, body: bytes, tail: bytes) -> bytes:
    """Return the document with ``body`` as docxtpl leaves it: grids that fit their rows, drawings with new numbers."""
    tree = _gridded(body)
    for number, drawing in zip(count(FIRST_DRAWING), tree.xpath("//wp:docPr", namespaces=nsmap), strict=False):
        drawing.set("id", str(number))
    root = parse_xml(b"%b<w:body/>%b" % (head, tail))
    root.replace(root.body, tree)
    return serialize_part_xml(root)


def marked_tables(xml: bytes, namespaces: bytes) -> bytes:
    """Return a body whose marked tables have grids that fit their rows; the marks are gone."""
    before, *marked = xml.split(_MARK)
    made = [before]
    for one in marked:
        table, _, after = one[_REST:].partition(_MARK_END)
        if one.startswith(_ALWAYS) or b"<w:tr" not in table:
            tree = _gridded(b"<w:body%b>%b</w:body>" % (namespaces, table))
            table = b"".join(_written(inner) for inner in tree)
        made += (table, after)
    return b"".join(made)


def numbered(xml: bytes) -> bytes:
    """Return a body whose drawings have numbers of their own."""
    numbers = count(FIRST_DRAWING)
    return _DRAWING.sub(lambda one: b'%b%d"' % (one.group(1), next(numbers)), xml)


def story(xml: bytes) -> bytes:
    """Return a header or footer as python-docx reads it: without the spaces between its elements."""
    return _written(parse_xml(xml))


def _gridded(xml: bytes) -> etree._Element:
    """Return the tree with ``fix_tables`` done; raises TemplateError M-08 when a table has no usable grid."""
    try:
        return DOCXTPL.fix_tables(xml.decode())
    except _UNFIXABLE:
        raise TemplateError("M-08") from None


def _written(tree: etree._Element) -> bytes:
    written: bytes = etree.tostring(tree, encoding="UTF-8", with_tail=False)
    return written
