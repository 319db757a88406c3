"""The last hand on a PDF: is it the right document, whole and accessible; then the same bytes each time.

LibreOffice reports success whatever it has made, so nothing but the file itself is believed. Its
clock and its dice reach the file in four places (the information dictionary, the XMP packet, the
colour profile and the file identifier), and all four are set from the record's own date and content.
"""

import hashlib
import io
import re
import struct
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import NewType

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from docgen.errors import RecordError
from docgen.stages import xmp
from docgen.stages.convert import Pdf
from docgen.stages.xmp import CREATOR, Origin

Finished = NewType("Finished", bytes)

_INVISIBLE = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff]+")
_HYPHENS = str.maketrans("\u2010\u2011", "--")
_TEMPLATE_REST = re.compile(r"\{\{|\}\}|\{%")
_FIELD_FAULT = re.compile(
    r"Expressionisfaulty|Error!(?:Bookmark|Reference|No|Unknown)|Fel!(?:Bokmärk|Hittar|Ingen|Okän)"
)
_SIMPLE_FONTS = {"/TrueType", "/Type1", "/MMType1", "/CIDFontType0", "/CIDFontType2"}
_FONT_FILES = {"/FontFile", "/FontFile2", "/FontFile3"}
# All that a parser of damaged bytes stumbles over, found by damaging some.
_UNREADABLE = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
_ICC_DATE = slice(24, 36)  # ICC.1:2010, 7.2.1: dateTimeNumber in the profile header
_IDENTIFICATION = re.compile(rb"<(pdfaid:part|pdfaid:conformance|pdfuaid:part)>(\w+)<")
_PROMISED = {b"pdfaid:part", b"pdfuaid:part"}
_KERNING = re.compile(rb">-?\d+<")


def pdf(  # noqa: PLR0913 - what the view says of its document
    made: Pdf, *, title: str, lang: str, must_contain: Sequence[str], said: str, created: date, origin: Origin
) -> Finished:
    """Return the PDF checked, named and fixed in time; the same bytes for the same input.

    ``must_contain`` holds what proves that it is this document (its diarienummer); spaces and kinds
    of hyphen do not count. ``said`` is all that the view says: what looks like a fault of a field or a rest
    of the template is none when the record itself says it. ``origin`` goes into the file's XMP. Raises ``RecordError``
    P-04 with a reason and nothing personal.
    """
    with _parsing():
        reader = PdfReader(io.BytesIO(made), strict=True)
        pages = [_text(page) for page in reader.pages]
    _check_text(pages, must_contain, said)
    with _parsing():
        _check_access(reader, lang)
        claims = _claims(reader)
        writer = _copy(reader)
    producer = (writer.metadata and writer.metadata.producer) or CREATOR
    packet = xmp.packet(claims, title=title, lang=lang, producer=producer, created=created, origin=origin)
    return Finished(_written(writer, packet, title, producer, created))


@contextmanager
def _parsing() -> Iterator[None]:
    """Turn what damaged bytes do to a parser into a refusal; a fault of ours outside stays one."""
    try:
        yield
    except _UNREADABLE:
        raise _refusal("trasig") from None


def _refusal(reason: str) -> RecordError:
    return RecordError("P-04", orsak=reason)


def _text(page: PageObject) -> str:
    """Return the text of a page.

    LibreOffice kerns between almost all letters; without that pypdf reads the same text in half the time.
    """
    content = page.get_contents()
    if content is None:
        return ""
    unkerned = DecodedStreamObject()
    unkerned.set_data(_KERNING.sub(b"", content.get_data()))
    copy = PageObject(page.pdf)
    copy.update(page)
    copy[NameObject("/Contents")] = unkerned
    return copy.extract_text()


def _squeezed(text: str) -> str:
    """Return ``text`` without what differs between a value and its place on a page."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).translate(_HYPHENS)


def _check_text(pages: Sequence[str], must_contain: Sequence[str], said: str) -> None:
    if not pages:
        raise _refusal("inga-sidor")
    text = _squeezed("".join(pages))
    if not all(_squeezed(wanted) in text for wanted in must_contain):
        raise _refusal("fel-dokument")
    for pattern, reason in ((_TEMPLATE_REST, "mallrest"), (_FIELD_FAULT, "faltfel")):
        if set(pattern.findall(text)) - set(pattern.findall(_squeezed(said))):
            raise _refusal(reason)


def _check_access(reader: PdfReader, lang: str) -> None:
    root = _dictionary(reader.trailer["/Root"])
    if not _dictionary(root.get("/MarkInfo", DictionaryObject())).get("/Marked"):
        raise _refusal("otaggad")
    if "/StructTreeRoot" not in root:
        raise _refusal("otaggad")
    if _language(str(root.get("/Lang", ""))) != _language(lang):
        raise _refusal("sprak")
    if not all(_is_embedded(font) for font in _fonts(reader)):
        raise _refusal("typsnitt")


def _language(tag: str) -> str:
    """Return the language of a tag such as ``sv-SE`` without its country."""
    return tag.partition("-")[0].lower()


def _fonts(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Yield every font program user in the file, wherever it hides."""
    for number in range(1, _number(reader.trailer["/Size"])):
        found = reader.get_object(number)
        if isinstance(found, DictionaryObject) and found.get("/Subtype") in _SIMPLE_FONTS:
            yield found


def _is_embedded(font: DictionaryObject) -> bool:
    return not _FONT_FILES.isdisjoint(_dictionary(font.get("/FontDescriptor", DictionaryObject())))


def _claims(reader: PdfReader) -> dict[bytes, bytes]:
    """Return what the engine says that the file conforms to; refuse a file that claims less than we promise."""
    root = _dictionary(reader.trailer["/Root"])
    xmp = _stream(root["/Metadata"]).get_data() if "/Metadata" in root else b""
    claims = dict(_IDENTIFICATION.findall(xmp))
    if not claims.keys() >= _PROMISED:
        raise _refusal("ej-arkiv")
    return claims


def _copy(reader: PdfReader) -> PdfWriter:
    """Return the file as a writer, with everything that is to be changed already parsed."""
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    for profile in _profiles(writer):
        profile.get_data()
    return writer


def _written(writer: PdfWriter, packet: bytes, title: str, producer: str, created: date) -> bytes:
    moment = f"D:{created:%Y%m%d}000000Z"
    writer.metadata = {
        "/Title": title,
        "/Creator": CREATOR,
        "/Producer": producer,
        "/CreationDate": moment,
        "/ModDate": moment,
    }
    writer.xmp_metadata = packet
    writer.root_object[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True)}
    )
    for page in writer.pages:
        page[NameObject("/Tabs")] = NameObject("/S")  # ISO 14289-1, 7.18.3
    _fix_profiles(writer, created)
    return _identified(writer)


def _profiles(writer: PdfWriter) -> Iterator[StreamObject]:
    """Yield the colour profiles of the output intents."""
    for intent in writer.root_object.get("/OutputIntents", ArrayObject()):
        yield _stream(_dictionary(intent)["/DestOutputProfile"])


def _fix_profiles(writer: PdfWriter, created: date) -> None:
    """Give the colour profiles the record's date."""
    stamp = b"".join(n.to_bytes(2, "big") for n in (created.year, created.month, created.day, 0, 0, 0))
    for profile in _profiles(writer):
        data = bytearray(profile.get_data())
        data[_ICC_DATE] = stamp
        profile.set_data(bytes(data))


def _identified(writer: PdfWriter) -> bytes:
    """Return the file with an identifier that follows from its content (ISO 32000-1, 14.4)."""
    writer.generate_file_identifiers()
    target = io.BytesIO()
    writer.write(target)
    body, keyword, trailer = target.getvalue().rpartition(b"trailer\n")
    digest = hashlib.sha256(body).hexdigest()[:32].encode()
    identifier = b"/ID [ <%b> <%b> ]" % (digest, digest)
    return body + keyword + re.sub(rb"/ID \[[^\]]*\]", identifier, trailer)


def _number(value: PdfObject) -> int:
    if not isinstance(value, NumberObject):
        raise TypeError
    return int(value)


def _dictionary(value: PdfObject | None) -> DictionaryObject:
    found = value.get_object() if value is not None else None
    if not isinstance(found, DictionaryObject):
        raise TypeError
    return found


def _stream(value: PdfObject) -> StreamObject:
    found = value.get_object()
    if not isinstance(found, StreamObject):
        raise TypeError
    return found
