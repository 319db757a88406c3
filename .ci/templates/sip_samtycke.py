"""The template of a consent to share information."""

from docx.document import Document
from docx.shared import Mm
from house import new_document
from letterhead import following_header, footers, form_head
from lines import avsnitt, avsnitt_if_any, heading, line, signature
from tables import facts, listing


def template() -> Document:
    """Return the template."""
    document = new_document()
    form_head(document)
    following_header(document)
    footers(document)
    heading(document, 1, "dokument.titel")
    facts(document, "uppgifter", "Vem samtycket gäller")
    avsnitt_if_any(document, "aterkallat")
    avsnitt(document, "andamal")
    heading(document, 2, "parter.rubrik")
    line(document, "Brödtext före lista", "{{ parter.text }}")
    listing(
        document,
        "parter.rader",
        "Vilka som får dela uppgifter",
        ("Verksamhet", Mm(45), "verksamhet"),
        ("Får lämna", Mm(55), "lamna"),
        ("Får ta emot", Mm(55), "ta_emot"),
    )
    for name in ("uppgiftstyper", "undantag", "anhoriga", "handlingar", "tid", "information"):
        avsnitt(document, name)
    signature(document, "underskrift")
    return document
