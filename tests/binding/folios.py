"""PDFs for the tests of what is bound: protocols of other programs, and files that hold more than they show."""

import io
import zlib
from collections.abc import Sequence
from typing import Any

from papers import typeset
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

HEAD = "#set page(header: context [Exempelkommun, Socialnämnden #h(1fr) Sida #counter(page).display()])\n"
FRONT = "Sammanträdesprotokoll\n\nNärvarande: Test Ordförandesson\n#pagebreak()\n"


def protocol(*parts: str, headings: bool = True, front: str = FRONT) -> PdfReader:
    """Return a protocol; a line of ``parts`` that begins with § is a heading, and a bookmark with ``headings``."""
    mark = "= " if headings else ""
    lines = [f"{mark}{line}\n" if line.startswith("§") else f"{line}\n" for part in parts for line in part.splitlines()]
    return opened(typeset(HEAD + front + "\n".join(lines)))


def opened(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def at(reader: PdfReader, *path: str) -> Any:  # noqa: ANN401 - what a file holds is of any kind
    """Return what stands at a place in a file, from its trailer."""
    found: Any = reader.trailer
    for key in path:
        found = found[key]
    return found


def everything(data: bytes) -> bytes:
    """Return the bytes of a file and of all that is packed in it."""
    reader, found = opened(data), [data]
    for number in range(1, int(str(reader.trailer["/Size"]))):
        value: Any = reader.get_object(number)
        found.append(str(value).encode())
        if hasattr(value, "get_data"):
            found.append(value.get_data())
    return b"\n".join(found)


def squeezed(page: PageObject) -> str:
    """Return the text of a page with plain spaces."""
    return " ".join(page.extract_text().split())


def with_shared_resources(texts: Sequence[str]) -> PdfReader:
    """Return pages that each show one form, of resources that all of them share, and link to the next page."""
    writer = PdfWriter()
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    fonts = DictionaryObject({NameObject("/F"): DictionaryObject(_names(font))})
    forms = DictionaryObject()
    shared = DictionaryObject({NameObject("/XObject"): forms, NameObject("/Font"): fonts})
    for number, text in enumerate(texts):
        form = DecodedStreamObject()
        form.set_data(b"BT /F 12 Tf 72 700 Td <%s> Tj ET" % text.encode("latin-1").hex().encode())
        form.update(_names({"/Type": "/XObject", "/Subtype": "/Form"}))
        form[NameObject("/BBox")] = ArrayObject([FloatObject(each) for each in (0, 0, 595, 842)])
        form[NameObject("/Resources")] = shared
        forms[NameObject(f"/Form{number}")] = writer._add_object(form)  # noqa: SLF001 - no other way to add one
    for number in range(len(texts)):
        page = writer.add_blank_page(595, 842)
        content = DecodedStreamObject()
        content.set_data(f"/Form{number} Do".encode())
        page[NameObject("/Contents")] = writer._add_object(content)  # noqa: SLF001
        page[NameObject("/Resources")] = shared
    for number in range(len(texts) - 1):
        writer.add_annotation(number, Link(rect=(0, 0, 99, 99), target_page_index=number + 1))
    for number, text in enumerate(texts):
        if text.startswith("§"):
            writer.add_outline_item(title=text, page_number=number)
    target = io.BytesIO()
    writer.write(target)
    return opened(target.getvalue())


def form_with_answer(answer: str) -> bytes:
    """Return a form with a filled-in field, a script and a note to the reader; the answer is seen on the page."""
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    seen = DecodedStreamObject()
    seen.set_data(b"BT /F 12 Tf 2 5 Td <%s> Tj ET" % answer.encode("latin-1").hex().encode())
    seen.update(_names({"/Type": "/XObject", "/Subtype": "/Form"}))
    seen[NameObject("/BBox")] = ArrayObject([FloatObject(each) for each in (0, 0, 100, 20)])
    font = _names({"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"})
    fonts = DictionaryObject({NameObject("/F"): DictionaryObject(font)})
    seen[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    action = DictionaryObject(
        {**_names({"/S": "/JavaScript"}), NameObject("/JS"): TextStringObject("app.alert('hej')")}
    )
    field = DictionaryObject(_names({"/Type": "/Annot", "/Subtype": "/Widget", "/FT": "/Tx"}))
    field[NameObject("/Rect")] = ArrayObject([FloatObject(each) for each in (100, 600, 300, 640)])
    field[NameObject("/F")] = NumberObject(4)
    field[NameObject("/A")] = action
    field[NameObject("/AP")] = DictionaryObject({NameObject("/N"): writer._add_object(seen)})  # noqa: SLF001
    page[NameObject("/Annots")] = ArrayObject([field])
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def locked(data: bytes) -> bytes:
    """Return the file encrypted."""
    writer = PdfWriter(clone_from=opened(data))
    writer.encrypt("hemligt", algorithm="AES-256")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def picture() -> bytes:
    """Return the beginning of a PNG."""
    return b"\x89PNG\r\n\x1a\n" + zlib.compress(b"bild")


def _names(values: dict[str, str]) -> dict[NameObject, NameObject]:
    return {NameObject(key): NameObject(value) for key, value in values.items()}
