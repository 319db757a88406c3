"""The template of a biståndsbeslut."""

from docx.document import Document
from docx.shared import Mm, Pt
from house import new_document
from letterhead import address_window, following_header, footers, letterhead
from lines import (
    appendix,
    avsnitt,
    avsnitt_if_any,
    code,
    firm_lists,
    heading,
    keep_when,
    line,
    signature,
    stycken,
    when,
)
from tables import code_row, facts, fill, row, table

REGISTRERING = "Registrering i verksamhetssystemet"
NOTE = "Sidan hör till aktexemplaret och lämnas inte till den som beslutet gäller."
BELOW_THE_HEADER = Pt(12)
"""Room that a marking of two lines leaves; with one line the text begins no lower for it."""


def template() -> Document:
    """Return the template."""
    document = new_document()
    letterhead(document)
    following_header(document)
    document.sections[0].header.paragraphs[-1].paragraph_format.space_after = BELOW_THE_HEADER
    footers(document)
    address_window(document)
    heading(document, 1, "dokument.titel")
    facts(document, "uppgifter", "Vem och vad beslutet gäller")
    _beslut(document)
    avsnitt(document, "ansokan")
    _skal(document)
    avsnitt(document, "utredning")
    code(document, "for insats in insatser")
    avsnitt(document, "insats")
    code(document, "endfor")
    avsnitt_if_any(document, "forbehall")
    avsnitt_if_any(document, "uppfoljning")
    avsnitt_if_any(document, "verkstallighet")
    avsnitt_if_any(document, "avvikande_mening")
    signature(document, "underskrift")
    code(document, "for u in deltagare")
    line(document, "Underskrift deltagare", "{{ u.etikett }}: {{ u.varde }}")
    code(document, "endfor")
    firm_lists(document)
    _help(document)
    _recipients(document)
    appendix(document, "overklagande")
    _file_copy(document)
    return document


def _beslut(document: Document) -> None:
    """Add the points of the decision, each on one page with its facts."""
    heading(document, 2, "beslut_rubrik")
    code(document, "for p in beslut")
    code(document, "if p.uppgifter")
    _punkt(document, keep=True)
    facts(document, "p.uppgifter", "Uppgifter om insatsen", indent=Mm(4), whole=True)
    code(document, "else")
    _punkt(document)
    code(document, "endif")
    code(document, "endfor")


def _punkt(document: Document, *, keep: bool = False) -> None:
    code(document, "if p.nummer")
    numbered = line(document, "Beslutspunkt numrerad", "{{ p.nummer }}.\t{{ p.text }}")
    code(document, "else")
    alone = line(document, "Beslutspunkt", "{{ p.text }}")
    code(document, "endif")
    for one in (numbered, alone) if keep else ():
        one.paragraph_format.keep_with_next = True


def _skal(document: Document) -> None:
    code(document, "if skal_rubrik")
    heading(document, 2, "skal_rubrik")
    code(document, "endif")
    code(document, "for k in skal")
    when(document, "k.rubrik", "Heading 3", "{{ k.rubrik }}")
    stycken(document, "k.stycken")
    when(document, "k.bestammelser", "Body Text", "{{ k.bestammelser }}")
    code(document, "endfor")


def _help(document: Document) -> None:
    """Add where to turn; its last paragraph goes with who gets the decision, so that no page has that alone."""
    avsnitt(document, "hjalp", body="Brödtext ihop")
    *_, body, end, _ = document.paragraphs
    keep_when("loop.last", body, end)
    *_, other, _, _, _ = document.paragraphs
    other.paragraph_format.keep_with_next = False


def _recipients(document: Document) -> None:
    """Add who gets the decision, on one page: what follows, if anything, begins a page of its own."""
    avsnitt(document, "expediering")
    *_, item = (one for one in document.paragraphs if one.text == "{{ punkt }}")
    item.paragraph_format.keep_with_next = True


def _file_copy(document: Document) -> None:
    """Add what only the authority's own copy has, on one page."""
    appendix(document, "akt")
    code(document, "if registrering")
    code(document, "if akt")
    line(document, "Heading 2", REGISTRERING)
    code(document, "else")
    line(document, "Heading 1", REGISTRERING).paragraph_format.page_break_before = True
    code(document, "endif")
    made = table(document, "Linjetabell", REGISTRERING, (Mm(78), Mm(77)))
    fill(row(made, header=True), ("Tabellrubrik", "Uppgift"), ("Tabellrubrik", "Registreras som"))
    code_row(made, "for u in registrering")
    fill(row(made), ("Tabelltext", "{{ u.etikett }}"), ("Tabelltext", "{{ u.varde }}"))
    code_row(made, "endfor")
    code(document, "endif")
    when(document, "akt or registrering", "Tabellnot", NOTE)
