"""What a Word file can hold that runs, is opened by another program, or is fetched when the file is read."""

import re
from collections.abc import Collection, Iterator, Mapping

from lxml import etree

from docgen.errors import Facts, TemplateError
from docgen.templating.fault import Fault, Place
from docgen.templating.guard.active_fields import is_link
from docgen.templating.unzip import listed, told
from docgen.templating.xml_part import XmlPart, names

MACRO: Facts = {"orsak": "makro"}
OBJECT: Facts = {"orsak": "objekt"}
CONTROL: Facts = {"orsak": "kontroll"}
FOREIGN: Facts = {"orsak": "frammande_text"}
MERGE: Facts = {"orsak": "koppling"}
ADD_IN: Facts = {"orsak": "tillagg"}
PICTURE: Facts = {"orsak": "okand_bild"}
SCRIPT: Facts = {"orsak": "bild_med_kod"}

_ELEMENTS: Mapping[str, Facts] = {
    **dict.fromkeys(names("entryMacro", "exitMacro"), MACRO),
    **dict.fromkeys(names("objectEmbed", "objectLink", "movie"), OBJECT),
    "{urn:schemas-microsoft-com:office:office}OLEObject": OBJECT,
    **dict.fromkeys(names("control"), CONTROL),
    **dict.fromkeys(names("altChunk", "subDoc"), FOREIGN),
    **dict.fromkeys(names("mailMerge"), MERGE),
    "{http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing}webVideoPr": ADD_IN,
}
_RELATION_SPACES = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
    "{urn:schemas-microsoft-com:office:office}",
)
_RELATED = etree.XPath("|".join(f"//@*[namespace-uri()='{space.strip('{}')}']" for space in _RELATION_SPACES))
_CLICKED = {"hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver"}
_VML = "{urn:schemas-microsoft-com:vml}"
_FETCHED = {"src", *(f"{space}{name}" for space in _RELATION_SPACES for name in ("href", "althref"))}

_PICTURES = re.compile(
    rb"\x89PNG|\xff\xd8\xff|GIF8|BM|II\*\x00|MM\x00\*|II\xbc|RIFF....WEBP|\x00\x00\x01\x00"
    rb"|\x01\x00\x00\x00.{36} EMF|\xd7\xcd\xc6\x9a|[\x01\x02]\x00\x09\x00",
    re.DOTALL,
)
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rt"
ARCHIVE = b"PK\3\4"
"""How a file of the Office programs begins, or any other archive."""
_NOT_IN_WORKBOOKS = ("vba", "external", "activex", "embeddings", "ctrlprop", "connections", "querytable", "customui")
_ACTIVE_SVG = {"script", "foreignObject", "iframe", "embed", "object", "handler", "listener", "set", "animate"}
_SAFE_REFERENCE = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif);|$)", re.IGNORECASE)
_ACTIVE_CSS = re.compile(r"\\|@import|url\(\s*[\"']?\s*[^#\"'\s)]", re.IGNORECASE)
_LINK_SPACES = {None, "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"}


def users(part: XmlPart) -> dict[str, etree._Element]:
    """Return the first element that uses each relation of a part, by the id of the relation."""
    return {str(value): value.getparent() for value in reversed(_RELATED(part.root))}


def in_elements(part: XmlPart, hyperlinks: Collection[str]) -> Iterator[Fault]:
    """Yield what the elements of a part run or fetch; ``hyperlinks`` are the ids of its links to other places."""
    for one in part.root.iter(*_ELEMENTS):
        yield Fault("M-15", part.place(one), facts=_ELEMENTS[one.tag])
    for one in part.root.iter(f"{_VML}*"):
        for name, value in one.items():
            if name in _FETCHED and not value.startswith("cid:"):  # a picture in a letter, which is here too
                yield Fault("M-14", part.place(one), facts={"mal": told(value)})
            elif name == "href" and not is_link(value):
                yield Fault("M-19", part.place(one), facts={"mal": told(value)})
    if hyperlinks:
        yield from _fetched(part, hyperlinks)
    if etree.QName(part.root).localname == "svg":
        yield from _in_svg(part)


def in_binary(name: str, content: bytes, *, is_picture: bool) -> Iterator[Fault]:
    """Yield what is wrong with a member that is not XML."""
    if content.startswith((_COMPOUND, _RTF)):
        yield Fault("M-15", Place(name), facts=OBJECT)
    elif is_picture and not _PICTURES.match(content):
        yield Fault("M-15", Place(name), facts=PICTURE)


def is_plain_workbook(content: bytes) -> bool:
    """Tell whether a member is a workbook as a chart has it: no macros, no objects, nothing from outside."""
    try:
        inside = {info.orig_filename.lower() for info, _ in listed(content)}
    except TemplateError:
        return False
    return "xl/workbook.xml" in inside and not any(word in name for name in inside for word in _NOT_IN_WORKBOOKS)


def _fetched(part: XmlPart, hyperlinks: Collection[str]) -> Iterator[Fault]:
    """Yield the elements that take in what a link leads to, instead of leading there."""
    for value in _RELATED(part.root):
        element = value.getparent()
        if value in hyperlinks and etree.QName(element).localname not in _CLICKED:
            yield Fault("M-14", part.place(element), facts={"mal": told(value)})


def _in_svg(part: XmlPart) -> Iterator[Fault]:
    if any(_is_active(one) for one in part.root.getroottree().iter()):
        yield Fault("M-15", Place(part.name), facts=SCRIPT)


def _is_active(one: etree._Element) -> bool:
    """Tell whether an element of a picture runs, or fetches something from outside the picture."""
    if not isinstance(one.tag, str):
        return one.tag is etree.ProcessingInstruction
    local = etree.QName(one).localname
    if local in _ACTIVE_SVG or (local == "style" and _ACTIVE_CSS.search("".join(one.itertext()))):
        return True
    return any(_is_active_attribute(etree.QName(name), value) for name, value in one.items())


def _is_active_attribute(name: etree.QName, value: str) -> bool:
    if name.namespace not in _LINK_SPACES:  # a drawing program's own notes
        return False
    if name.localname in {"href", "src", "base"}:
        return not _SAFE_REFERENCE.match(value)
    return name.localname.lower().startswith("on") or bool(_ACTIVE_CSS.search(value))
