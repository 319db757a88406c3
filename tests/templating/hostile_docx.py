"""Word files that mean harm, built by hand: what they hold, and the code that each is refused with."""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp15="http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN = f"{WORD}document.main+xml"
TYPES, RELS, DOCUMENT, LINKS = (
    "[Content_Types].xml",
    "_rels/.rels",
    "word/document.xml",
    "word/_rels/document.xml.rels",
)
PNG = b"\x89PNG\r\n\x1a\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
Members = Mapping[str, bytes | str]


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file, made when it is wanted, and how it is refused; ``why`` is the word that the refusal gives, if any."""

    name: str
    code: str
    content: Callable[[], bytes]
    why: str = ""


def types(main: str = MAIN, *more: str) -> str:
    """Return content types: of the main part, and of ``more`` as ``ending=type`` or ``/part=type``."""
    known = ("rels=application/vnd.openxmlformats-package.relationships+xml", "xml=application/xml", "png=image/png")
    said = (one.split("=", 1) for one in (*known, f"/{DOCUMENT}={main}", *more))
    rows = (
        f'<Override PartName="{name}" ContentType="{kind}"/>'
        if name.startswith("/")
        else f'<Default Extension="{name}" ContentType="{kind}"/>'
        for name, kind in said
    )
    return f'<Types xmlns="{PACKAGE}/content-types">{"".join(rows)}</Types>'


def link(kind: str, target: str, mode: str = "") -> str:
    """Return one relation; ``kind`` is a whole address or the last word of Office's own."""
    kind = kind if ":" in kind else f"{OFFICE}/{kind}"
    return f'<Relationship Id="rId1" Type="{kind}" Target="{target}"{mode and f" TargetMode={mode!r}"}/>'


def links(*rows: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(rows)}</Relationships>'


def body(inside: str) -> str:
    return f"<w:document {NAMES}><w:body>{inside}<w:sectPr/></w:body></w:document>"


def paragraph(inside: str) -> str:
    return f"<w:p><w:r><w:t>Första stycket</w:t></w:r></w:p><w:p><w:r><w:t>Hej </w:t></w:r>{inside}</w:p>"


def package(members: Members | None = None) -> dict[str, bytes]:
    """Return the members of the smallest Word file, with ``members`` in it or in place of its own."""
    plain: Members = {
        TYPES: types(),
        RELS: links(link("officeDocument", DOCUMENT)),
        DOCUMENT: body(paragraph("")),
        **(members or {}),
    }
    return {name: one.encode() if isinstance(one, str) else one for name, one in plain.items()}


def zipped(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return target.getvalue()


def docx(members: Members | None = None) -> bytes:
    return zipped(package(members))


def hostile(name: str, code: str, members: Members, why: str = "") -> Hostile:
    return Hostile(name, code, lambda: docx(members), why)


def outside(name: str, kind: str, target: str, code: str = "M-14", mode: str = "External") -> Hostile:
    return hostile(name, code, {LINKS: links(link(kind, target, mode))})


def part(name: str, kind: str, content: bytes | str, why: str, holds: str = "") -> Hostile:
    """Return a file with a part of its own, which the document is related to."""
    target = name.removeprefix("word/") if name.startswith("word/") else f"/{name}"
    said = types(MAIN, f"/{name}={holds}") if holds else types()
    return hostile(f"{why}: {name}", "M-15", {TYPES: said, LINKS: links(link(kind, target)), name: content}, why)


def element(xml: str, code: str, why: str = "") -> Hostile:
    return hostile(f"element {xml[:40]}", code, {DOCUMENT: body(paragraph(xml))}, why)


def svg(inside: str, attributes: str = "", name: str = "word/media/bild.svg") -> Hostile:
    content = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" {attributes}>{inside}</svg>'
    )
    return replace(part(name, "image", content, "bild_med_kod", "image/svg+xml"), name=f"SVG: {inside}{attributes}")


def xml(name: str, content: bytes | str, why: str, at: str = "customXml/item1.xml") -> Hostile:
    return hostile(f"XML: {name}", "M-13", {at: content}, why)


DOCTYPE = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
LAUGHS = (
    "<!DOCTYPE a [<!ENTITY l0 'ha'>"
    + "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
    + "]><a x='&l9;'>&l9;</a>"
)
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORKBOOK = {TYPES: "<Types/>", RELS: "<Relationships/>", "xl/workbook.xml": "<workbook/>"}


def chart(inside: Members) -> Members:
    """Return what makes a chart with a workbook that holds ``inside``."""
    book = {name: one.encode() if isinstance(one, str) else one for name, one in {**WORKBOOK, **inside}.items()}
    return {
        TYPES: types(
            MAIN,
            "/word/charts/chart1.xml=application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
            f"xlsx={WORKBOOK_TYPE}",
        ),
        LINKS: links(link("chart", "charts/chart1.xml")),
        "word/charts/chart1.xml": "<c:chartSpace xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'/>",
        "word/charts/_rels/chart1.xml.rels": links(link("package", "../embeddings/bok.xlsx")),
        "word/embeddings/bok.xlsx": zipped(book),
    }


OTHER_PROGRAMS = [
    Hostile("empty", "M-02", lambda: b""),
    Hostile("only PK", "M-02", lambda: b"PK"),
    Hostile("HTML", "M-02", lambda: b"<!DOCTYPE html><html><img src='http://ond.example/a.png'></html>"),
    Hostile("RTF", "M-02", lambda: b"{\\rtf1 {\\field{\\*\\fldinst INCLUDEPICTURE a}}}"),
    Hostile("flat ODF", "M-02", lambda: b"<?xml version='1.0'?><office:document xmlns:office='o'/>"),
    Hostile(
        "ODT", "M-02", lambda: zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b""})
    ),
    Hostile("old Word or with a password", "M-02", lambda: OLE),
    Hostile("a program with a Word file in it", "M-02", lambda: b"MZ" + docx()),
    Hostile("cut off", "M-02", lambda: docx()[:-30]),
    Hostile("no relations", "M-02", lambda: zipped({TYPES: types().encode()})),
    hostile("a template", "M-12", {TYPES: types(f"{WORD}template.main+xml")}, "dotx"),
    hostile("macros", "M-12", {TYPES: types("application/vnd.ms-word.document.macroEnabled.main+xml")}, "docm"),
    hostile(
        "template, macros", "M-12", {TYPES: types("application/vnd.ms-word.template.macroEnabledTemplate.main+xml")}
    ),
    hostile(
        "a workbook",
        "M-12",
        {TYPES: types("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")},
    ),
    hostile(
        "strict relation",
        "M-12",
        {RELS: links(link(f"{STRICT}/officeDocument/relationships/officeDocument", DOCUMENT))},
    ),
    hostile("strict words", "M-12", {DOCUMENT: body("").replace(W, f"{STRICT}/wordprocessingml/main")}),
    hostile("another root", "M-12", {DOCUMENT: "<a/>"}, "annan_fil"),
    hostile("no main part", "M-12", {RELS: links()}, "annan_fil"),
    hostile("two main parts", "M-12", {RELS: links(link("officeDocument", DOCUMENT) * 2)}, "annan_fil"),
    hostile(
        "the main part elsewhere", "M-12", {RELS: links(link("officeDocument", "http://ond.example/", "External"))}
    ),
]
XML = [
    xml("DOCTYPE", DOCTYPE, "xml_doctype"),
    xml("DOCTYPE in UTF-16", f"<?xml version='1.0' encoding='UTF-16'?>{DOCTYPE}".encode("utf-16"), "xml_doctype"),
    xml("DOCTYPE in UTF-16, the other way", DOCTYPE.encode("utf-16-be"), "xml_doctype"),
    xml("DOCTYPE after a comment", f"<!-- <a> -->{DOCTYPE}", "xml_doctype"),
    xml("DOCTYPE in the document", DOCTYPE, "xml_doctype", DOCUMENT),
    xml("DOCTYPE in relations", DOCTYPE, "xml_doctype", LINKS),
    xml("DOCTYPE in the types", DOCTYPE, "xml_doctype", TYPES),
    xml("DOCTYPE in a picture", "<!DOCTYPE svg SYSTEM 'http://ond.example/'><svg/>", "xml_doctype", "word/media/a.png"),
    xml("laughs", LAUGHS, "xml_doctype"),
    xml("an entity from the disk", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "xml_doctype"),
    xml("a DTD from the net", "<!DOCTYPE a SYSTEM 'http://ond.example/a.dtd'><a/>", "xml_doctype"),
    xml("not whole", "<a>", "xml_trasig"),
    xml("nothing", "", "xml_trasig"),
    xml("bytes", OLE, "xml_trasig"),
    xml("too deep", "<a>" * 5_000 + "</a>" * 5_000, "xml_trasig"),
    xml("UTF-7", "<?xml version='1.0' encoding='UTF-7'?><a/>", "xml_kodning"),
    xml("EBCDIC", "<?xml version='1.0'?><a/>".encode("cp037"), "xml_trasig"),
    xml("a long declaration", f"<?xml version='1.0'{' ' * 900} encoding='UTF-7'?><a/>", "xml_kodning"),
    hostile("related to nothing", "M-13", {LINKS: links(link("image", "NULL"))}, "mal_saknas"),
    hostile("related to the disk", "M-13", {LINKS: links(link("image", "../../../etc/passwd"))}, "mal_saknas"),
    hostile("related to an address", "M-13", {LINKS: links(link("image", "file:///etc/passwd"))}, "mal_saknas"),
    hostile("of no type", "M-13", {LINKS: links(link("media", "film.mp4")), "word/film.mp4": b"x"}, "typ_saknas"),
]
FETCHED = [
    outside("attached template", "attachedTemplate", "http://ond.example/mall.dotm"),
    outside("attached template on the disk", "attachedTemplate", "file:///C:\\Mallar\\brev.dotx"),
    outside("picture from the net", "image", "http://ond.example/bild.png"),
    outside("picture from the disk", "image", "file:///etc/passwd"),
    outside("picture from a server", "image", "\\\\ond.example\\dela\\bild.png"),
    outside("linked object", "oleObject", "mhtml:http://ond.example/a.html!x-usc:http://ond.example/a.html"),
    outside("subdocument", "subDocument", "annan.docx"),
    outside("frame", "frame", "http://ond.example/"),
    outside("merged data", "mailMergeSource", "file:///C:\\register.xlsx"),
    outside("video", "video", "http://ond.example/film"),
    outside("a kind nobody knows", "http://ond.example/nytt", "http://ond.example/"),
    outside("mode in small letters", "image", "http://ond.example/", mode="external"),
    outside("strict", f"{STRICT}/officeDocument/relationships/image", "http://ond.example/"),
    hostile(
        "behind other relations",
        "M-14",
        {LINKS: links(link("image", "http://ond.example/", "External")), "word/document.xml.rels": links()},
    ),
    hostile(
        "from a header", "M-14", {"word/_rels/h.xml.rels": links(link("image", "http://ond.example/", "External"))}
    ),
    hostile(
        "a picture that poses as a link",
        "M-14",
        {
            LINKS: links(link("hyperlink", "http://ond.example/bild.png", "External")),
            DOCUMENT: body(paragraph('<w:r><w:drawing><a:blip r:link="rId1"/></w:drawing></w:r>')),
        },
    ),
    element('<w:r><w:pict><v:imagedata src="http://ond.example/a.png"/></w:pict></w:r>', "M-14"),
    element('<w:r><w:pict><v:imagedata o:href="file:///etc/passwd"/></w:pict></w:r>', "M-14"),
    element('<w:r><w:pict><v:fill r:href="rId9"/></w:pict></w:r>', "M-14"),
    outside("link to a program", "hyperlink", "file:///C:\\Windows\\calc.exe", "M-19"),
    outside("link to a script", "hyperlink", " javascript:alert(1)", "M-19"),
    outside("link to a protocol", "hyperlink", "ms-word:ofe|u|http://ond.example/", "M-19"),
    outside("link to a server", "hyperlink", "\\\\ond.example\\dela", "M-19"),
    element('<w:r><w:pict><v:shape href="file:///C:/a.exe"/></w:pict></w:r>', "M-19"),
]
ACTIVE = [
    part("word/vbaProject.bin", f"{MICROSOFT}/2006/relationships/vbaProject", OLE, "makro"),
    part("word/vbaData.xml", "styles", "<a/>", "makro", "application/vnd.ms-word.vbaData+xml"),
    part("word/customizations.xml", f"{MICROSOFT}/2006/relationships/keyMapCustomizations", "<a/>", "egna_menyer"),
    part("customUI/customUI.xml", f"{MICROSOFT}/2006/relationships/ui/extensibility", "<customUI/>", "egna_menyer"),
    part("word/attachedToolbars.bin", f"{MICROSOFT}/2006/relationships/attachedToolbars", b"x", "egna_menyer", "a/b"),
    part("word/activeX/activeX1.xml", "control", "<ocx/>", "kontroll"),
    part("word/a.xml", "styles", "<ocx/>", "kontroll", "application/vnd.ms-office.activeX+xml"),
    part("word/embeddings/oleObject1.bin", "oleObject", OLE, "objekt"),
    part("word/embeddings/dold.png", "image", OLE, "objekt"),
    part("word/embeddings/a.xlsx", "package", zipped({"xl/workbook.xml": b"<a/>"}), "objekt", WORKBOOK_TYPE),
    part("word/embeddings/a.docx", "package", docx(), "objekt", MAIN),
    part("word/embeddings/a.rtf", "styles", "{\\rtf1 }", "objekt", "text/plain"),
    part("word/a.html", "aFChunk", "<html/>", "frammande_text", "text/html"),
    part("word/del.xml", "subDocument", "<a/>", "frammande_text"),
    part("word/webextensions/a.xml", f"{MICROSOFT}/2011/relationships/webextensiontaskpanes", "<a/>", "tillagg"),
    part("word/media/bild.png", "image", "%!PS-Adobe-3.0 EPSF-3.0", "okand_bild"),
    part("word/media/bild.bin", "image", "%!PS-Adobe-3.0 EPSF-3.0", "okand_bild", "application/octet-stream"),
    hostile("a picture that is not shown", "M-15", {"word/media/b.png": "%!PS-Adobe-3.0 EPSF-3.0"}, "okand_bild"),
    part("word/media/bild.emz", "image", b"\x1f\x8b\x08", "okand_bild", "image/x-emz"),
    hostile("macros in a chart", "M-15", chart({"xl/vbaProject.bin": OLE}), "objekt"),
    hostile("no workbook in a chart", "M-15", chart({"xl/workbook.xml": b"", "xl/externalLinks/a.xml": b""}), "objekt"),
    svg("<script>alert(1)</script>"),
    svg("<image x:href='file:///etc/passwd'/>"),
    svg("<image href='http://ond.example/a.png'/>", name="word/media/utan_namn.png"),
    svg("<use href='data:image/svg+xml;base64,AAAA'/>"),
    svg("<style>@import 'http://ond.example/a.css';</style>"),
    svg("<rect fill='url(http://ond.example/a.svg#b)'/>"),
    svg("<rect style='fill:u\\72l(http://ond.example/)'/>"),
    svg("<rect/>", "onload='alert(1)'"),
    svg("<rect/>", "xml:base='http://ond.example/'"),
    svg("<foreignObject/>"),
    svg("<?xml-stylesheet href='http://ond.example/'?>"),
    element('<w:r><w:object><o:OLEObject Type="Embed"/></w:object></w:r>', "M-15", "objekt"),
    element("<w:r><w:object><w:control/></w:object></w:r>", "M-15", "kontroll"),
    element('<w:subDoc r:id="rId1"/>', "M-15", "frammande_text"),
    element('<w:altChunk r:id="rId1"/>', "M-15", "frammande_text"),
    element(
        "<w:r><w:fldChar w:fldCharType='end'><w:ffData><w:exitMacro w:val='A'/></w:ffData></w:fldChar></w:r>", "M-15"
    ),
    element('<w:r><wp15:webVideoPr embeddedHtml="&lt;iframe>"/></w:r>', "M-15", "tillagg"),
    hostile(
        "mail merge",
        "M-15",
        {"word/settings.xml": f"<w:settings {NAMES}><w:mailMerge><w:connectString/></w:mailMerge></w:settings>"},
        "koppling",
    ),
]
PARTS = [*OTHER_PROGRAMS, *XML, *FETCHED, *ACTIVE]
