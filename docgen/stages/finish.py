"""The last hand on a PDF: is it the right document, whole and accessible; then the same bytes each time.

No engine is believed, only the file that it made. LibreOffice's clock and dice reach the file in four
places (the information dictionary, the XMP packet, the colour profile and the file identifier), and all four are
set from the record's own date and content. What LibreOffice leaves undone for PDF/A-2a and PDF/UA-1
is mended; Typst's files are whole and get the same names.
"""

import re
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from typing import Self

from docgen.errors import Finding, RecordError, Severity
from docgen.stages import xmp
from docgen.stages.convert import Pdf
from docgen.stages.pdf import access, mend, palette, text
from docgen.stages.pdf.file import DEFLATED, PdfFile
from docgen.stages.pdf.refusal import Unmendable, Unreadable
from docgen.stages.pdf.syntax import Value, string
from docgen.stages.xmp import CLAIMS, CREATOR, Origin

LARGE = 2_000_000  # bytes

_AS_SEEN = dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "") | dict.fromkeys("\u2010\u2011", "-")
_TEMPLATE_REST = re.compile(r"\{\{|\}\}|\{%")
_FIELD_FAULT = re.compile(
    r"Expressionisfaulty|Error!(?:Bookmark|Reference|No|Unknown)|Fel!(?:Bokmärk|Hittar|Ingen|Okän)"
)
# What the reader of a file stumbles over when its bytes are damaged.
_UNREADABLE = (Unreadable, LookupError, RecursionError, ValueError, zlib.error)
_ICC_DATE = slice(24, 36)  # ICC.1:2010, 7.2.1: dateTimeNumber in the profile header
_MENDABLE = CLAIMS | {"pdfaid:conformance": "B"}


class Finished(bytes):
    """A finished PDF and its number of ``pages``."""

    pages: int

    @classmethod
    def of(cls, data: bytes, pages: int) -> Self:
        """Return ``data`` as a finished PDF."""
        made = cls(data)
        made.pages = pages
        return made


def pdf(  # noqa: PLR0913 - what the view says of its document
    made: Pdf, *, title: str, lang: str, must_contain: Sequence[str], said: str, created: date, origin: Origin
) -> Finished:
    """Return the PDF checked, mended, named and fixed in time; the same bytes for the same input.

    ``must_contain`` holds what proves that it is this document (its diarienummer); spaces and kinds
    of hyphen do not count. ``said`` is all that the view says: what looks like a fault of a field or a rest
    of the template is none when the record itself says it. ``origin`` goes into the file's XMP. Raises ``RecordError``
    P-04 with a reason and nothing personal.
    """
    with _parsing():
        file = PdfFile.read(made)
        pages = text.page_texts(file)
    _check_text(pages, must_contain, said)
    with _parsing():
        producer = access.producer(file)
        _check_access(file, lang)
        _check_claims(file, producer)
        if not producer.startswith(access.TYPST):
            mend.mend(file)
            _date_profiles(file, created)
        palette.shrink(file)
    packet = xmp.packet(title=title, lang=lang, producer=producer, created=created, origin=origin)
    with _parsing():
        return Finished.of(_named(file, packet, title, producer, created), len(pages))


def remarks(done: Finished, sidor: int = 0) -> Iterator[Finding]:
    """Yield what a person should know of the PDF before it is sent.

    P-12: it is larger than digital post takes with ease. P-13: it has other pages than the record says, when it says.
    """
    if len(done) > LARGE:
        size = f"{len(done) / 1_000_000:.1f}".replace(".", ",")
        yield Finding("P-12", "$", Severity.WARNING, {"storlek": size})
    if sidor and done.pages != sidor:
        yield Finding("P-13", "$.instanser", Severity.WARNING, {"sidor": str(done.pages), "antal": str(sidor)})


@contextmanager
def _parsing() -> Iterator[None]:
    """Turn what a file lacks, or does to its reader, into a refusal; a fault of ours outside stays one."""
    try:
        yield
    except Unmendable as fault:
        raise _refusal(fault.reason) from None
    except _UNREADABLE:
        raise _refusal("trasig") from None


def _refusal(reason: str) -> RecordError:
    return RecordError("P-04", orsak=reason)


def _squeezed(text: str) -> str:
    """Return ``text`` without what differs between a value and its place on a page."""
    squeezed = "".join(unicodedata.normalize("NFC", text).split())
    for character, seen in _AS_SEEN.items():
        squeezed = squeezed.replace(character, seen)
    return squeezed


def _check_text(pages: Sequence[str], must_contain: Sequence[str], said: str) -> None:
    if not pages:
        raise _refusal("inga-sidor")
    text = _squeezed("".join(pages))
    if not all(_squeezed(wanted) in text for wanted in must_contain):
        raise _refusal("fel-dokument")
    for pattern, reason in ((_TEMPLATE_REST, "mallrest"), (_FIELD_FAULT, "faltfel")):
        if set(pattern.findall(text)) - set(pattern.findall(_squeezed(said))):
            raise _refusal(reason)


def _check_access(file: PdfFile, lang: str) -> None:
    if not access.is_tagged(file):
        raise _refusal("otaggad")
    if _language(access.language(file)) != _language(lang):
        raise _refusal("sprak")
    if not access.has_all_fonts(file):
        raise _refusal("typsnitt")


def _language(tag: str) -> str:
    """Return the language of a tag such as ``sv-SE`` without its country."""
    return tag.partition("-")[0].lower()


def _check_claims(file: PdfFile, producer: str) -> None:
    """Refuse a file that claims less than we promise and than can be mended, or says nothing of its colours."""
    enough = [CLAIMS] if producer.startswith(access.TYPST) else [CLAIMS, _MENDABLE]
    if access.claims(file) not in enough or not any(access.colour_profiles(file)):
        raise _refusal("ej-arkiv")


def _date_profiles(file: PdfFile, created: date) -> None:
    """Give the colour profiles the record's date."""
    for profile in access.colour_profiles(file):
        file.store(profile, _dated(file.stored(profile), created), DEFLATED)


@lru_cache(maxsize=16)  # LibreOffice has one profile, and a run has few days
def _dated(profile: bytes, created: date) -> bytes:
    data = bytearray(zlib.decompress(profile))
    data[_ICC_DATE] = b"".join(n.to_bytes(2, "big") for n in (created.year, created.month, created.day, 0, 0, 0))
    return zlib.compress(data)


def _named(file: PdfFile, packet: bytes, title: str, producer: str, created: date) -> bytes:
    """Return the file with its metadata: the packet for archives, and the dictionary that says the same."""
    file.store(file.root[b"Metadata"], packet, b"")
    preferences = file.dictionary(file.root.get(b"ViewerPreferences", {}))
    # "Suspects false" says nothing that its absence does not, and poppler complains of it at each file.
    said: dict[bytes, Value] = {
        b"ViewerPreferences": preferences | {b"DisplayDocTitle": b"true"},
        b"MarkInfo": {b"Marked": b"true"},
    }
    file.put_root(file.root | said)
    moment = b"(D:%b000000Z)" % f"{created:%Y%m%d}".encode()
    return file.written(
        {
            b"Title": string(title),
            b"Creator": string(CREATOR),
            b"Producer": string(producer),
            b"CreationDate": moment,
            b"ModDate": moment,
        }
    )
