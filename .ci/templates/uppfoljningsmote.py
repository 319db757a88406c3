"""The template of an uppföljningsmöte."""

from docx.document import Document
from docx.shared import Mm
from lines import avsnitt, avsnitt_if_any, code, heading, signature
from tables import facts, listing
from uppfoljning import deltagare, form

OVERENSKOMMET = (("Vad", Mm(75), "vad"), ("Vem", Mm(40), "vem"), ("När", Mm(40), "nar"))


def template() -> Document:
    """Return the template."""
    document = form("Vem och vilken behandling anteckningen gäller")
    heading(document, 2, "motet_rubrik")
    facts(document, "motet", "När, hur och var mötet hölls")
    deltagare(document)
    for name in ("franvaro", "drogfrihet", "signaler"):
        avsnitt_if_any(document, name)
    code(document, "if vardag_rubrik")
    heading(document, 2, "vardag_rubrik")
    code(document, "endif")
    facts(document, "vardag", "Vardagen", whole=True)
    code(document, "for a in om_stodet")
    avsnitt(document, "a")
    code(document, "endfor")
    heading(document, 2, "overenskommet_rubrik")
    listing(document, "overenskommet", "Vad som är överenskommet", *OVERENSKOMMET)
    avsnitt(document, "fortsattning", body="Brödtext ihop")
    signature(document, "underskrift")
    avsnitt_if_any(document, "delges")
    return document
