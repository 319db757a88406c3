"""The parts of a Word file that are filled: body, headers, footers and footnotes, in docxtpl's order."""

import re
from collections.abc import Iterator

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.part import Part as OpcPart
from docx.oxml.parser import parse_xml
from jinja2.exceptions import TemplateSyntaxError
from lxml import etree

from docgen.errors import TemplateError
from docgen.templating.part import Part, Room
from docgen.templating.program import ESCAPING
from docgen.templating.repair import DOCXTPL, refuse_broken

_DECLARATION = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_BODY_END, _EMPTY_BODY = b"</w:body>", b"<w:body/>"
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def compiled(document: Document) -> Iterator[Part]:
    """Yield each part that is filled, compiled.

    Raises TemplateError M-03 (without the file) for an error in the template language, and as ``Part.compiled``.
    """
    if document.element.body is None:
        raise TemplateError("M-02")
    source = etree.tostring(document.element.body, encoding="unicode")
    yield _part(document.part, Room.BODY, source, *_around(serialize_part_xml(document.element)))
    for kind in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER):
        for part in _related(document, kind):
            yield _part(part, Room.STORY, etree.tostring(parse_xml(part.blob), encoding="unicode"), _DECLARATION)
    for part in document.part.package.iter_parts():
        if part.content_type == _FOOTNOTES:
            yield _part(part, Room.NOTES, _decoded(part.blob))


def _around(document: bytes) -> tuple[bytes, bytes]:
    """Return what stands before and after the body; lxml would take minutes to exchange a large one."""
    start, end = document.find(b"<w:body"), document.rfind(_BODY_END)
    if end < 0:
        start, end = document.find(_EMPTY_BODY), document.find(_EMPTY_BODY) + len(_EMPTY_BODY)
    else:
        end += len(_BODY_END)
    head, tail = document[:start], document[end:]
    refuse_broken(b"%b<w:body/>%b" % (head, tail))
    return head, tail


def _decoded(blob: bytes) -> str:
    try:
        return blob.decode()
    except UnicodeDecodeError:
        raise TemplateError("M-02") from None


def _related(document: Document, kind: str) -> list[OpcPart]:
    """Return the headers or footers, each once, however many relationships lead to it."""
    found = {rel.target_part.partname: rel.target_part for rel in document.part.rels.values() if rel.reltype == kind}
    return [part for part in found.values() if part.blob]


def _part(part: OpcPart, room: Room, xml: str, head: bytes = b"", tail: bytes = b"") -> Part:
    name = part.partname.membername
    try:
        return Part.compiled(name, room, xml, head, tail)
    except TemplateSyntaxError as error:
        facts = {"dokumentdel": name, "orsak": error.message or "", "text": _said_at_fault(xml)}
        raise TemplateError("M-03", **facts) from None


def _said_at_fault(xml: str) -> str:
    """Return what the paragraph says where the language goes wrong: read again with each paragraph on its own line."""
    lines = re.sub(r"<w:p([ >])", r"\n<w:p\1", DOCXTPL.patch_xml(xml))
    try:
        ESCAPING.compile(lines)
    except TemplateSyntaxError as error:
        return re.sub(r"<[^>]+>", "", lines.splitlines()[error.lineno - 1]).strip()
    return ""
