"""Word files written by hand: the body as WordprocessingML, and no more around it than there must be."""

import io
import zipfile
from collections.abc import Mapping, Sequence

from docgen.typesetting.model import Document, Paragraph, Text
from docgen.typesetting.reading.document import read
from docgen.typesetting.refusal import CannotSet

_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wp14": "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml'
    '.document.main+xml"/><Default Extension="png" ContentType="image/png"/></Types>'
)
_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/>'
    '<w:lang w:val="sv-SE"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
)
# 400 points between the margins.
_SECTION = (
    '<w:sectPr><w:pgSz w:w="12000" w:h="16000"/><w:pgMar w:top="2000" w:right="2000" w:bottom="2000" w:left="2000"'
    ' w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
)
_COMPATIBILITY = (
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    ' w:val="{mode}"/></w:compat>'
)


def word_file(
    body: str, *, styles: str = "", mode: int = 15, pictures: Mapping[str, bytes | str] | None = None
) -> bytes:
    """Return a Word file; ``pictures`` are files, or addresses of files outside, by relationship id."""
    pictures = pictures or {}
    related = {"rId1": ("styles", "styles.xml", ""), "rId2": ("settings", "settings.xml", "")}
    for name, content in pictures.items():
        outside = isinstance(content, str)
        related[name] = ("image", content if isinstance(content, str) else f"{name}.png", _external(outside=outside))
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml", "")}),
        "word/_rels/document.xml.rels": _relations(related),
        "word/styles.xml": f"<w:styles {_DECLARED}>{_STYLES}{styles}</w:styles>",
        "word/settings.xml": f"<w:settings {_DECLARED}>{_COMPATIBILITY.format(mode=mode)}</w:settings>",
        "word/document.xml": f"<w:document {_DECLARED}><w:body>{body}{_SECTION}</w:body></w:document>",
        **{f"word/{name}.png": content for name, content in pictures.items() if isinstance(content, bytes)},
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in members.items():
            package.writestr(name, content)
    return target.getvalue()


def _external(*, outside: bool) -> str:
    return ' TargetMode="External"' if outside else ""


def _relations(related: Mapping[str, Sequence[str]]) -> str:
    lines = (
        f'<Relationship Id="{name}" Type="{_RELATED}/{kind}" Target="{target}"{mode}/>'
        for name, (kind, target, mode) in related.items()
    )
    return f'<Relationships xmlns="{_RELATIONS}">{"".join(lines)}</Relationships>'


def refused(docx: bytes) -> list[str]:
    """Return the constructs by which a Word file is refused."""
    try:
        read(docx)
    except CannotSet as refusal:
        return [one.construct for one in refusal.constructs]
    return []


def first(document: Document) -> object:
    """Return the first block of a document."""
    return document.sections[0].blocks[0]


def text_of(blocks: Sequence[object]) -> str:
    """Return the plain text of paragraphs."""
    inlines = (inline for one in blocks if isinstance(one, Paragraph) for inline in one.inlines)
    return "".join(one.text for one in inlines if isinstance(one, Text))
