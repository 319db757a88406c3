"""Word files written by hand: each element as it stands in the part, so that a test shows what it is about."""

import base64
import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": f"{OFFICE}/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
CORE = {"title": "Beslut", "creator": "Karin Exempelsson"}
CORE_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
CORE_OF_LIBREOFFICE = "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT = f"{WORD_TYPE}.document.main+xml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'


@dataclass(frozen=True, slots=True)
class Story:
    """A part beside the body: ``header``, ``footer``, ``footnotes``, ``endnotes`` or ``comments``."""

    kind: str
    content: str
    when: str = "default"


# --- elements -----------------------------------------------------------------------------------------------------


def t(text: str) -> str:
    return f'<w:t xml:space="preserve">{text}</w:t>'


def r(text: str, props: str = "") -> str:
    """A run: of text, or of elements when it begins with one."""
    inner = text if text.startswith("<") else t(text)
    return f"<w:r>{f'<w:rPr>{props}</w:rPr>' if props else ''}{inner}</w:r>"


def p(*content: str, props: str = "") -> str:
    """A paragraph of runs; plain text becomes a run."""
    inner = "".join(one if one.startswith("<") else r(one) for one in content if one)
    return f"<w:p>{f'<w:pPr>{props}</w:pPr>' if props else ''}{inner}</w:p>"


def ps(*texts: str) -> str:
    return "".join(p(text) for text in texts)


def tc(*content: str, props: str = "") -> str:
    """A cell of paragraphs; plain text becomes a paragraph."""
    inner = "".join(one if one.startswith("<") else p(one) for one in content)
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{props}</w:tcPr>{inner}</w:tc>'


def tr(*cells: str, before: str = "") -> str:
    """A row; plain text becomes a cell."""
    return f"<w:tr>{before}{''.join(one if one.startswith('<') else tc(one) for one in cells)}</w:tr>"


def tbl(*rows: str, grid: tuple[int | str, ...] = (2000, 3000)) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def picture(number: int = 1, descr: str = "", name: str = "bild") -> str:
    """A run with an inline picture, whose part needs the relationship ``rIdPic``."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="{number}" name="{name}" '
        f'descr="{descr}"/><a:graphic><a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="bild.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        '<a:blip r:embed="rIdPic"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def box(content: str) -> str:
    """A text box as old Word writes it: inside a run."""
    shape = f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>"
    return f'<w:pict><v:shape style="width:90pt">{shape}</v:shape></w:pict>'


def modern_box(content: str, number: int = 7) -> str:
    """A text box as new Word writes it: the same text twice, for new and for old programs."""
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="{number}" name="ruta"/>'
        f'<a:graphic><a:graphicData uri="{NAMESPACES["wps"]}"><wps:wsp><wps:txbx><w:txbxContent>{content}'
        "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback>{box(content)}</mc:Fallback></mc:AlternateContent>"
    )


def sdt(content: str) -> str:
    return f'<w:sdt><w:sdtPr><w:alias w:val="fält"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


# --- parts and packages -------------------------------------------------------------------------------------------


def document(body: str, section: str = "") -> str:
    return f"<w:document {DECLARED}><w:body>{body}<w:sectPr>{section}</w:sectPr></w:body></w:document>"


def word(body: str, *stories: Story, core: Mapping[str, str] = CORE) -> bytes:
    """Return a Word file; its last section refers to every header and footer as ``rIdStory0``, ``rIdStory1``..."""
    references = "".join(
        f'<w:{story.kind}Reference w:type="{story.when}" r:id="rIdStory{place}"/>'
        for place, story in enumerate(stories)
        if story.kind in {"header", "footer"}
    )
    parts = {"word/document.xml": document(body, references), "word/styles.xml": _rooted("styles", STYLES)}
    parts["docProps/core.xml"] = core_part(core)
    links = [("rIdStyles", f"{OFFICE}/relationships/styles", "styles.xml")]
    for place, story in enumerate(stories):
        name = f"{story.kind}{place}.xml"
        parts[f"word/{name}"] = _rooted({"header": "hdr", "footer": "ftr"}.get(story.kind, story.kind), story.content)
        links.append((f"rIdStory{place}", f"{OFFICE}/relationships/{story.kind}", name))
        if "rIdPic" in story.content:
            parts[f"word/_rels/{name}.rels"] = relationships(_PICTURE)
    if "rIdPic" in body:
        links.append(_PICTURE)
    parts["word/_rels/document.xml.rels"] = relationships(*links)
    parts["_rels/.rels"] = relationships(
        ("rId1", f"{OFFICE}/relationships/officeDocument", "word/document.xml"),
        ("rId2", CORE_RELATIONSHIP, "docProps/core.xml"),
    )
    return archive({name: content.encode() for name, content in parts.items()})


_PICTURE = ("rIdPic", f"{OFFICE}/relationships/image", "media/image1.png")


def _rooted(root: str, content: str) -> str:
    return f"<w:{root} {DECLARED}>{content}</w:{root}>"


def core_part(values: Mapping[str, str]) -> str:
    names = "".join(f"<dc:{name}>{value}</dc:{name}>" for name, value in values.items())
    return (
        f'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{names}</cp:coreProperties>'
    )


def relationships(*links: tuple[str, ...]) -> str:
    """Relationships of (id, type, target); a fourth value is the target mode."""
    names = ("Id", "Type", "Target", "TargetMode")
    rows = (" ".join(f'{name}="{value}"' for name, value in zip(names, link, strict=False)) for link in links)
    return f'<Relationships xmlns="{RELATIONSHIPS}">{"".join(f"<Relationship {row}/>" for row in rows)}</Relationships>'


def archive(parts: Mapping[str, bytes]) -> bytes:
    """Return the zip, the content types made from the names when they are not among the parts."""
    made = {"[Content_Types].xml": content_types(_usual_types(parts))} | dict(parts)
    if any("media/image1.png" in name or b"media/image1.png" in content for name, content in parts.items()):
        made["word/media/image1.png"] = PIXEL
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in made.items():
            package.writestr(name, content)
    return target.getvalue()


def changed(content: bytes, parts: Mapping[str, bytes | None]) -> bytes:
    """Return the Word file with these parts exchanged or added, and those that are None left out."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        kept = {name: package.read(name) for name in package.namelist() if name != "[Content_Types].xml"}
    return archive({name: part for name, part in (kept | dict(parts)).items() if part is not None})


def content_types(overrides: Mapping[str, str]) -> bytes:
    rows = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f"{rows}</Types>"
    ).encode()


def _usual_types(names: Iterable[str]) -> dict[str, str]:
    return {name: kind for name in names if (kind := _content_type(name))}


def _content_type(name: str) -> str:
    folder, _, file = name.rpartition("/")
    kind = file.removesuffix(".xml").rstrip("0123456789")
    if name == "docProps/core.xml":
        return CORE_TYPE
    if folder == "docProps":
        return f"application/vnd.openxmlformats-officedocument.{kind}-properties+xml"
    if folder != "word" or not file.endswith(".xml"):
        return ""
    return DOCUMENT if kind == "document" else f"{WORD_TYPE}.{kind}+xml"
