"""The eight places of a Word file where a payload can hide, in the smallest file that has them all."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree

from docgen.errors import TemplateError
from docgen.templating.verdict import Refused

SPLIT = "‖"  # in a payload: here Word has begun a new run
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": RELATIONSHIPS,
    "wp": f"{DRAWING}/wordprocessingDrawing",
    "a": f"{DRAWING}/main",
    "dc": "http://purl.org/dc/elements/1.1/",
}
NAMES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
FIELD_CODE = " = "  # the only code that may hold a tag
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CELL = '<w:tc><w:tcPr><w:tcW w:w="9000" w:type="dxa"/></w:tcPr><w:p>{body}</w:p></w:tc>'
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{KIND}document.main+xml"/>'
        f'<Override PartName="/word/header1.xml" ContentType="{KIND}header+xml"/>'
        f'<Override PartName="/word/footnotes.xml" ContentType="{KIND}footnotes+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{KIND}styles+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONSHIPS}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        "</Relationships>"
    ),
    "word/_rels/document.xml.rels": (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONSHIPS}/styles" Target="styles.xml"/>'
        f'<Relationship Id="header1" Type="{RELATIONSHIPS}/header" Target="header1.xml"/>'
        f'<Relationship Id="rId3" Type="{RELATIONSHIPS}/footnotes" Target="footnotes.xml"/></Relationships>'
    ),
    "word/styles.xml": f"<w:styles {NAMES}/>",
    "docProps/core.xml": (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></cp:coreProperties>'
    ),
    "word/header1.xml": f"<w:hdr {NAMES}><w:p>{{header}}</w:p></w:hdr>",
    "word/footnotes.xml": (
        f'<w:footnotes {NAMES}><w:footnote w:id="2"><w:p>{{footnote}}</w:p></w:footnote></w:footnotes>'
    ),
    "word/document.xml": (
        f"<w:document {NAMES}><w:body>"
        f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr>{CELL}</w:tr></w:tbl>'
        "<w:p>{alt}</w:p><w:p>{hidden}</w:p><w:p>{deleted}</w:p><w:p>{field}</w:p>"
        '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr></w:body></w:document>'
    ),
}
LISTS = ("[Content_Types].xml", "word/_rels/document.xml.rels")
PICTURE = (
    "<w:r><w:drawing><wp:inline><wp:extent cx='9' cy='9'/><wp:docPr id='1' name='Bild' descr={}/>"
    f"<a:graphic><a:graphicData uri='{DRAWING}/picture'/></a:graphic></wp:inline></w:drawing></w:r>"
)


def _runs(tag: str, properties: str = "") -> Callable[[str], str]:
    """Return what writes a text as runs, one for each piece."""

    def written(text: str) -> str:
        run = f'<w:r>{properties}<w:{tag} xml:space="preserve">{{}}</w:{tag}></w:r>'
        return "".join(run.format(piece) for piece in text.split(SPLIT))

    return written


def _whole(text: str) -> str:
    return text.replace(SPLIT, "")


def _alternative(text: str) -> str:
    return PICTURE.format('"' + _whole(text).replace('"', "&quot;") + '"')


def _deleted(text: str) -> str:
    return f'<w:del w:id="7" w:author="A" w:date="2026-01-01T00:00:00Z">{_runs("delText")(text)}</w:del>'


def _field(text: str) -> str:
    return FIELD.format("begin") + _runs("instrText")(FIELD_CODE + text) + FIELD.format("end")


@dataclass(frozen=True, slots=True)
class Place:
    """A hiding place: how a text is written there, the part it is in, and the XPath of what was written."""

    part: str
    written: Callable[[str], str]
    found: str


PLACES = {
    "body": Place("word/document.xml", _runs("t"), "//w:tbl//w:t"),
    "header": Place("word/header1.xml", _runs("t"), "//w:t"),
    "footnote": Place("word/footnotes.xml", _runs("t"), "//w:t"),
    "title": Place("docProps/core.xml", _whole, "//dc:title"),
    "alt": Place("word/document.xml", _alternative, "//wp:docPr/@descr"),
    "hidden": Place("word/document.xml", _runs("t", "<w:rPr><w:vanish/></w:rPr>"), "//w:body/w:p[2]//w:t"),
    "deleted": Place("word/document.xml", _deleted, "//w:delText"),
    "field": Place("word/document.xml", _field, "//w:instrText"),
}


def template(path: Path, place: str, source: str, *, raw: bool = False, headers: int = 1) -> Path:
    """Write a template with this source in one place and ``{{ namn }}`` in the others; return the path.

    ``raw``: the source is XML already. ``headers``: the file has so many that say the same.
    """
    texts = dict.fromkeys(PLACES, "{{ namn }}") | {place: source if raw else escape(source)}
    written = {name: one.written(texts[name]) for name, one in PLACES.items()}
    parts = {name: re.sub(r"\{(\w+)\}", lambda slot: written[slot[1]], part) for name, part in PARTS.items()}
    with zipfile.ZipFile(path, "w") as package:
        for name, part in _with_headers(parts, headers).items():
            package.writestr(name, HEAD + part)
    return path


def _with_headers(parts: dict[str, str], headers: int) -> dict[str, str]:
    """Return the parts with the header as many times as told, each with its type and its relationship."""

    def repeated(text: str) -> str:
        return "".join(text.replace("header1", f"header{number}") for number in range(1, headers + 1))

    listed = {name: re.sub("<[^<]*header1[^>]*/>", lambda one: repeated(one[0]), parts[name]) for name in LISTS}
    copies = {f"word/header{number}.xml": parts["word/header1.xml"] for number in range(1, headers + 1)}
    return parts | listed | copies


def words(content: bytes, place: str) -> str:
    """Return what stands in the place of a finished document, all of whose parts are whole XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: etree.fromstring(package.read(name)) for name in package.namelist() if name in PARTS}
    root = parts[PLACES[place].part]
    found = root.xpath(PLACES[place].found, namespaces=NAMESPACES)
    text = "".join(one if isinstance(one, str) else "".join(one.itertext()) for one in found)
    return text.removeprefix(FIELD_CODE)


def code(error: TemplateError) -> str:
    """Return what a template was refused with: one code, or those of all that the guard saw."""
    seen = {fault.code for fault in error.verdict.faults} if isinstance(error, Refused) else {error.code}
    return " ".join(sorted(seen))
