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
from docgen.templating.package import DECLARATION
from docgen.templating.part import Part, Room, Story
from docgen.templating.program import ESCAPING
from docgen.templating.repair import DOCXTPL, refuse_broken
from docgen.templating.size import refuse_large

_BODY_END, _EMPTY_BODY = b"</w:body>", b"<w:body/>"
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def compiled(document: Document) -> Iterator[Part]:
    """Yield each part that is filled, compiled.

    Raises TemplateError M-02 for a package that is put together as no program does it and M-03 for an error in the
    template language (both without the file), and as ``Part.compiled``.
    """
    stories = list(_stories(document))
    if len({story.name for story in stories}) < len(stories):  # one part in two roles
        raise TemplateError("M-02")
    refuse_large(*(story.xml for story in stories))
    yield from map(_part, stories)


def _stories(document: Document) -> Iterator[Story]:
    root = document.element
    if root.body is None:
        raise TemplateError("M-02")
    declared = frozenset((prefix or "", uri) for prefix, uri in root.nsmap.items())
    body = etree.tostring(root.body, encoding="unicode")
    yield Story(_name(document.part), Room.BODY, body, *_around(serialize_part_xml(root)), declared)
    for kind in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER):
        for part in _related(document, kind):
            yield Story(_name(part), Room.STORY, _read(part.blob), DECLARATION)
    for part in document.part.package.iter_parts():
        if part.content_type == _FOOTNOTES:
            yield Story(_name(part), Room.NOTES, _read(part.blob) if b"<![CDATA[" in part.blob else _decoded(part.blob))


def _name(part: OpcPart) -> str:
    name: str = part.partname.membername
    return name


def _read(blob: bytes) -> str:
    read: str = etree.tostring(parse_xml(blob), encoding="unicode")
    return read


def _around(document: bytes) -> tuple[bytes, bytes]:
    """Return what stands before and after the body; lxml would take minutes to exchange a large one."""
    start, end = document.find(b"<w:body"), document.rfind(_BODY_END)
    if end < 0:
        start, end = document.find(_EMPTY_BODY), document.find(_EMPTY_BODY) + len(_EMPTY_BODY)
    else:
        end += len(_BODY_END)
    head, tail = document[:start], document[end:]
    around = b"%b<w:body/>%b" % (head, tail)
    refuse_broken(around)
    if parse_xml(around).body is None:  # the cut was made in a comment
        raise TemplateError("M-02")
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


def _part(story: Story) -> Part:
    try:
        return Part.compiled(story)
    except TemplateSyntaxError as error:
        facts = {"dokumentdel": story.name, "orsak": error.message or "", "text": _said_at_fault(story.xml)}
        raise TemplateError("M-03", **facts) from None


def _said_at_fault(xml: str) -> str:
    """Return what the paragraph says where the language goes wrong: read again with each paragraph on its own line."""
    lines = re.sub(r"<w:p([ >])", r"\n<w:p\1", DOCXTPL.patch_xml(xml))
    try:
        ESCAPING.compile(lines)
    except TemplateSyntaxError as error:
        return re.sub(r"<[^>]+>", "", lines.splitlines()[error.lineno - 1]).strip()
    return ""
