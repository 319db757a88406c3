"""What a PDF says of itself: tagged, in which language, with which fonts, after which standards."""

import re
from collections.abc import Iterator

from docgen.stages.pdf.file import PdfFile, is_stream
from docgen.stages.pdf.syntax import Ref, text

TYPST = "Typst "

_FONT = re.compile(rb"/Subtype\s*/(?:TrueType|Type1|MMType1|CIDFontType[02])\b")
_DESCRIPTOR = re.compile(rb"/FontDescriptor\s+(\d+) 0 R\b")
_FONT_FILE = re.compile(rb"/FontFile[23]?\s+\d+ 0 R\b")
_CLAIM = re.compile(rb"<(pdfaid:part|pdfaid:conformance|pdfuaid:part)>(\w+)<")


def producer(file: PdfFile) -> str:
    """Return the program that made the file, by its own word: Typst calls itself creator, LibreOffice producer."""
    creator = text(file.info.get(b"Creator", b"()"))
    return creator if creator.startswith(TYPST) else text(file.info.get(b"Producer", b"()"))


def is_tagged(file: PdfFile) -> bool:
    """Tell whether the file has a structure and says that its pages follow it."""
    marks = file.dictionary(file.root.get(b"MarkInfo", {}))
    return marks.get(b"Marked") == b"true" and b"StructTreeRoot" in file.root


def language(file: PdfFile) -> str:
    """Return the language that the file says it is in, "" for none."""
    return text(file.root.get(b"Lang", b"()"))


def has_all_fonts(file: PdfFile) -> bool:
    """Tell whether every font that the file names is in it."""
    found = [raw for raw in file.raw.values() if b"/Subtype" in raw and not is_stream(raw)]
    return all(_is_embedded(file, raw) for raw in found if _FONT.search(raw))


def claims(file: PdfFile) -> dict[str, str]:
    """Return which standards the file says that it keeps, by their names in XMP."""
    found = file.stream(file.root[b"Metadata"]) if b"Metadata" in file.root else b""
    return {name.decode(): value.decode() for name, value in _CLAIM.findall(found)}


def colour_profiles(file: PdfFile) -> Iterator[Ref]:
    """Yield the streams that say what the colours of the file are."""
    for intent in file.array(file.root.get(b"OutputIntents", [])):
        found = file.dictionary(intent)[b"DestOutputProfile"]
        if isinstance(found, Ref):
            yield found


def _is_embedded(file: PdfFile, font: bytes) -> bool:
    descriptor = _DESCRIPTOR.search(font)
    return descriptor is not None and _FONT_FILE.search(file.raw[int(descriptor[1])]) is not None
