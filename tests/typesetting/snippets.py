"""Small Word files made of WordprocessingML, and what the reader makes of them."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from docgen.typesetting.formats import Label, Look, Shape
from docgen.typesetting.model import Document, Inline, Paragraph, Text
from docgen.typesetting.reading import read
from docgen.typesetting.refusal import CannotSet

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}/relationships" xmlns:m="{OFFICE}/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1134" w:bottom="1134" w:left="1701" '
    'w:header="709" w:footer="567" w:gutter="0"/>'
)
NUMBERED = "0123456789"


def section(more: str = "", page: str = PAGE) -> str:
    """Return the properties of a section."""
    return f"<w:sectPr>{more}{page}</w:sectPr>"


_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "footnotes": "footnotes",
    "header": "hdr",
    "footer": "ftr",
}


@dataclass(frozen=True)
class Word:
    """A Word file: its body, its other parts by name (``styles``, ``header1``), and links to the outside by id."""

    body: str
    parts: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    section: str = section()
    core: str = ""

    @property
    def docx(self) -> bytes:
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as file:
            file.writestr("_rels/.rels", _relations({"rId1": ("officeDocument", "word/document.xml"), **self._core()}))
            file.writestr("docProps/core.xml", self.core)
            file.writestr(
                "word/document.xml", f"<w:document {SPACES}><w:body>{self.body}{self.section}</w:body></w:document>"
            )
            named = {name: (name.rstrip(NUMBERED), f"{name}.xml") for name in self.parts}
            file.writestr("word/_rels/document.xml.rels", _relations(named, self.links))
            for name, content in self.parts.items():
                root = f"w:{_ROOTS[kind]}" if (kind := name.rstrip(NUMBERED)) in _ROOTS else ""
                file.writestr(f"word/{name}.xml", f"<{root} {SPACES}>{content}</{root}>" if root else content)
        return target.getvalue()

    def _core(self) -> dict[str, tuple[str, str]]:
        return {"rId2": ("metadata/core-properties", "docProps/core.xml")} if self.core else {}

    @property
    def read(self) -> Document:
        return read(self.docx)

    @property
    def paragraphs(self) -> list[Paragraph]:
        return [one for section in self.read.sections for one in section.blocks if isinstance(one, Paragraph)]

    @property
    def refused(self) -> list[str]:
        """Return the names of what cannot be set."""
        with pytest.raises(CannotSet) as caught:
            read(self.docx)
        return [one.construct for one in caught.value.constructs]


def _relations(parts: Mapping[str, tuple[str, str]], links: Mapping[str, str] | None = None) -> str:
    inside = (f'<Relationship Id="{id_}" Type="{OFFICE}/{kind}" Target="{to}"/>' for id_, (kind, to) in parts.items())
    outside = (
        f'<Relationship Id="{id_}" Type="{OFFICE}/hyperlink" Target="{to}" TargetMode="External"/>'
        for id_, to in (links or {}).items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{"".join((*inside, *outside))}</Relationships>'


def p(content: str = "", properties: str = "") -> str:
    """Return a paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def style(style_id: str, content: str, based_on: str = "", kind: str = "paragraph", *, default: bool = False) -> str:
    """Return a style."""
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    mark = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"{mark}>{based}{content}</w:style>'


def styled(name: str) -> str:
    """Return the choice of a paragraph style."""
    return f'<w:pStyle w:val="{name}"/>'


def look_of(word: Word) -> Look:
    """Return the look of the first text of the first paragraph."""
    return next(one.look for one in word.paragraphs[0].inlines if isinstance(one, Text))


def shape_of(word: Word) -> Shape:
    """Return the shape of the first paragraph."""
    return word.paragraphs[0].shape


def inlines_of(word: Word) -> tuple[Inline, ...]:
    """Return what stands in the first paragraph."""
    return word.paragraphs[0].inlines


def text_of(paragraph: Paragraph) -> str:
    """Return the plain text of a paragraph."""
    return "".join(one.text for one in paragraph.inlines if isinstance(one, Text))


def labels_of(word: Word) -> list[str]:
    """Return the marks of the paragraphs that are items of lists."""
    return [one.label.text for one in word.paragraphs if isinstance(one.label, Label)]


def table(paragraph: str, properties: str = "") -> str:
    """Return a table of one cell with one paragraph."""
    cell = f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{paragraph}</w:tc>'
    grid = '<w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>'
    return f'<w:tbl><w:tblPr>{properties}<w:tblLayout w:type="fixed"/></w:tblPr>{grid}<w:tr>{cell}</w:tr></w:tbl>'
