"""A document and its attachments joined: a divider before each, a bookmark to each, and no claim that is not kept."""

from collections.abc import Sequence

from pypdf import PdfReader, PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject

from docgen.binding import claims, pages, sheet
from docgen.binding.attachments import Attached
from docgen.binding.opened import Unusable, opened, parsing
from docgen.binding.words import words
from docgen.documents.kind import View
from docgen.errors import Finding, RecordError, Severity
from docgen.stages.files import Copied
from docgen.stages.finish import Finished
from docgen.values import text
from docgen.values.datum import iso

_FROM_TOP = 180.0  # points: a divider is found when the leaves are let run through the fingers


def joined(document: Finished, attached: Sequence[Attached], view: View) -> tuple[Copied, list[Finding]]:
    """Return the file and what is to be remarked of it (B-05); raise RecordError B-03."""
    remarks: list[Finding] = []
    readers = _opened(attached)
    reader = opened(document)
    writer = PdfWriter()
    writer.clone_reader_document_root(reader)
    writer.pdf_header = pages.VERSION
    if not reader.outline:
        writer.add_outline_item(title=view.titel, page_number=0)
    for one, bound in zip(attached, readers, strict=True):
        said, count = one.bilaga.sidor, len(bound.pages)
        if said is not None and said != count:
            facts = {"nummer": str(one.bilaga.nr), "sidor": str(count), "antal": str(said)}
            remarks.append(Finding("B-05", f"{one.path[:-4]}.sidor", Severity.WARNING, facts))
        _add(one, bound, view, writer)
    _claim_nothing(writer)
    return Copied(pages.written(writer, pages.about(reader))), remarks


def _opened(attached: Sequence[Attached]) -> Sequence[PdfReader]:
    found: list[PdfReader] = []
    faults: list[Finding] = []
    for one in attached:
        try:
            found.append(opened(one.data))
        except Unusable as fault:
            faults.append(_fault(one, fault))
    if faults:
        raise RecordError.of(faults)
    return found


def _fault(one: Attached, fault: Unusable) -> Finding:
    return Finding("B-03", one.path, facts={"nummer": str(one.bilaga.nr), "orsak": fault.reason})


def _add(one: Attached, bound: PdfReader, view: View, writer: PdfWriter) -> None:
    """Lay a divider, the pages of an attachment and a bookmark to them into ``writer``."""
    heading = text.typeset(words()("bilaga.rubrik", nummer=str(one.bilaga.nr), titel=one.bilaga.titel))
    divider = sheet.page(_divider(one, heading, len(bound.pages), view), writer)
    writer.add_outline_item(title=heading, page_number=divider)
    try:
        with parsing():
            for page in bound.pages:
                pages.take(page, writer)
    except Unusable as fault:
        raise RecordError.of([_fault(one, fault)]) from None
    pages.forget(bound, writer)


def _divider(one: Attached, heading: str, count: int, view: View) -> sheet.Sheet:
    head, sender = view.data["dokument"], view.data["avsandare"]
    number = words()("bilaga.en_sida") if count == 1 else words()("bilaga.sidor", antal=str(count))
    return sheet.Sheet(
        huvud=(f"{sender['kommun']}, {sender['namnd']}", head["beteckning"]),
        rubrik=heading,
        rader=[*([iso(one.bilaga.datum)] if one.bilaga.datum else []), number],
        lang=view.sprak,
        markningar=head["markningar"],
        ovanfor=_FROM_TOP,
    )


def _claim_nothing(writer: PdfWriter) -> None:
    """Take the claims of the document back, and say that there are pages without tags."""
    claims.withdraw(writer, claims.ARCHIVAL, claims.ACCESSIBLE)
    marked = {NameObject("/Marked"): BooleanObject(True), NameObject("/Suspects"): BooleanObject(True)}
    writer.root_object[NameObject("/MarkInfo")] = DictionaryObject(marked)
