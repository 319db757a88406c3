"""The file as bytes: header, end, objects, streams and strings as archives must be written (ISO 19005-2, 6.1)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from docgen.conformance import rules
from docgen.conformance.finding import Finding
from docgen.conformance.objects import Unreadable, at, integer, items, name, octets, stream
from docgen.conformance.reading import Document
from docgen.conformance.tokens import Scanner

_HEADER = re.compile(rb"%PDF-1\.[0-7](?:\r\n|\r|\n)%([^\r\n]*)")
_VERSION = re.compile(rb"%PDF-1\.[0-7](?=[\r\n])")
_END = re.compile(rb"%%EOF(?:\r\n|\r|\n)?\Z")
_OBJECT = re.compile(rb"(?:(?<=[\r\n])|[\x00\t\n\f\r ]*[\r\n])\d+[\x00\t\n\f\r ]\d+[\x00\t\n\f\r ]obj[\r\n]")
_CLOSED = re.compile(rb"[\r\n][\x00\t\f ]*endobj(?=[\r\n])")
_ENDED = re.compile(rb"[\r\n]endobj[\r\n]")
_STREAM = re.compile(rb">>[\x00\t\n\f\r ]*stream(\r\n|\n)?")
_STREAM_END = re.compile(rb"(\r\n|\n|\r)?endstream")
_KEYWORD = re.compile(rb"\s*xref")
_TABLE = re.compile(rb"\s*xref(?:\r\n|\r|\n)\d")
_START = re.compile(rb"startxref\s+(\d+)")
_PREVIOUS = re.compile(rb"/Prev\s+(\d+)")
_FILTERS = frozenset(
    {"ASCIIHexDecode", "ASCII85Decode", "FlateDecode", "RunLengthDecode", "CCITTFaxDecode", "JBIG2Decode"}
    | {"DCTDecode", "JPXDecode"}
)
_MARKS = 4
_TAIL = 2048
_MAX_HISTORY = 1000
_LENGTH = re.compile(rb"/Length[\x00\t\n\f\r ]+(\d{1,10})(?:[\x00\t\n\f\r ]+\d+[\x00\t\n\f\r ]+(R))?")


def findings(document: Document) -> Iterator[Finding]:
    """Yield what is wrong with how the file is written."""
    yield from _ends(document.data)
    if not all(octets(one) for one in (items(at(document.trailer, "/ID")) or [None])):
        yield rules.IDENTIFIER.at("pdf_fil", orsak="pdf_utan_id")
    yield from _tables(document.data)
    bounds = sorted({*document.offsets.values(), len(document.data)})
    following = dict(pairwise(bounds))
    for number, value in document.objects.items():
        start = document.offsets.get(number)
        if start is not None:
            yield from _written(document, start, following[start], value)
        yield from _filters(value)


def _ends(data: bytes) -> Iterator[Finding]:
    """Yield a file that does not begin and end as one."""
    first = _HEADER.match(data)
    if not _VERSION.match(data):
        yield rules.HEADER.at("pdf_fil", orsak="pdf_huvud")
    elif first is None or len(first[1]) < _MARKS or min(first[1][:_MARKS]) < 128:  # noqa: PLR2004 - beyond ASCII
        yield rules.BINARY_COMMENT.at("pdf_fil", orsak="pdf_binart_huvud")
    if not _END.search(data):
        yield rules.AFTER_END.at("pdf_fil", orsak="pdf_efter_slutet")


def _tables(data: bytes) -> Iterator[Finding]:
    """Yield cross-reference tables whose keyword does not stand alone on its line (6.1.4)."""
    places = [int(one) for one in _START.findall(data[-_TAIL:])[-1:]]
    while places and len(places) < _MAX_HISTORY and _KEYWORD.match(data, places[-1]):
        place = places[-1]
        if not _TABLE.match(data, place):
            yield rules.CROSS_REFERENCE.at("pdf_fil", orsak="pdf_referenstabell")
        trailer = data.find(b"trailer", place)
        previous = _PREVIOUS.search(data, max(trailer, 0), max(data.find(b"startxref", place), 0))
        if previous is None or int(previous[1]) in places:
            return
        places.append(int(previous[1]))


def _written(document: Document, start: int, end: int, value: object) -> Iterator[Finding]:
    """Yield what is wrong with how one object stands in the file."""
    part = document.data[start:end]
    if not _OBJECT.match(document.data, start) or not _ENDED.search(document.data[start : end + 1]):
        yield rules.OBJECT_SPACING.at("pdf_fil", orsak="pdf_objekt_mellanrum")
    found = stream(value)
    opened = _STREAM.search(part)
    yield from _strings(part[: opened.start()] if found is not None and opened else part)
    if found is not None and opened is not None:
        yield from _stream(part, opened, _length(document, part[: opened.start()]))
        if not {"/F", "/FFilter", "/FDecodeParms"}.isdisjoint(found):
            yield rules.STREAM_OUTSIDE.at("pdf_fil", orsak="pdf_strom_utanfor")


def _length(document: Document, head: bytes) -> int | None:
    """Return the length that a stream says it has; pypdf does not keep it."""
    found = _LENGTH.search(head)
    if found is None:
        return None
    return integer(document.objects.get(int(found[1]))) if found[2] else int(found[1])


def _strings(part: bytes) -> Iterator[Finding]:
    scanner = Scanner(part)
    try:
        for _ in scanner.operations():
            pass
    except Unreadable:
        return
    if scanner.odd:
        yield rules.HEXADECIMAL.at("pdf_fil", orsak="pdf_hexadecimal")


def _stream(part: bytes, opened: re.Match[bytes], length: int | None) -> Iterator[Finding]:
    """Yield a stream that is longer or shorter than it says, or not set off by line ends (6.1.7)."""
    place = opened.end() + (length or 0)
    ended = _STREAM_END.match(part, place)
    if length is None or ended is None:
        yield rules.STREAM_LENGTH.at("pdf_fil", orsak="pdf_stromlangd")
    elif opened[1] is None or (ended[1] is None and part[place - 1 : place] not in {b"\r", b"\n"}):
        yield rules.STREAM_LENGTH.at("pdf_fil", orsak="pdf_strom_mellanrum")


def _filters(value: object) -> Iterator[Finding]:
    found = stream(value)
    if found is None:
        return
    filters = items(at(found, "/Filter")) or [at(found, "/Filter")]
    wrong = [one for one in map(name, filters) if one and one not in _FILTERS]
    if wrong and not (wrong == ["Crypt"] and name(at(found, "/DecodeParms", "/Name")) in {"", "Identity"}):
        yield rules.FILTER.at("pdf_fil", orsak="pdf_filter")
