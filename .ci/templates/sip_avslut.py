"""The template of the end of a SIP, or of the cooperation after samverkansmöten."""

from docx.document import Document
from docx.shared import Mm
from lines import avsnitt, code, heading, line, stycken, when
from samverkan import facts_under_heading, form, goals_reached
from tables import listing


def template() -> Document:
    """Return the template."""
    document = form("Vem avslutet gäller")
    avsnitt(document, "skal")
    avsnitt(document, "sammanfattning")
    goals_reached(document)
    _responsible(document)
    _evaluation(document)
    code(document, "if nasta_mote")
    facts_under_heading(document, "nasta_mote", "Möte efter avslutet")
    code(document, "endif")
    avsnitt(document, "samtycke", body="Brödtext ihop")
    code(document, "if efter")
    avsnitt(document, "efter", body="Brödtext ihop")
    code(document, "endif")
    avsnitt(document, "dokumentation", body="Brödtext ihop")
    return document


def _responsible(document: Document) -> None:
    """Add who is responsible from now on."""
    heading(document, 2, "ansvar.rubrik")
    when(document, "ansvar.text", "Body Text", "{{ ansvar.text }}")
    columns = (("Vad", Mm(52), "vad"), ("Ansvarig", Mm(50), "ansvarig"), ("Kontakt", Mm(53), "kontakt"))
    listing(document, "ansvar.rader", "Vem som ansvarar", *columns)


def _evaluation(document: Document) -> None:
    """Add the person's own evaluation, when there is one."""
    code(document, "if utvardering")
    heading(document, 2, "utvardering.rubrik")
    stycken(document, "utvardering.kommentar")
    line(document, "Brödtext före lista", "{{ utvardering.text }}")
    columns = (("Fråga", Mm(125), "fraga"), ("Svar", Mm(30), "svar"))
    listing(document, "utvardering.rader", "Den enskildes svar", *columns)
    code(document, "endif")
