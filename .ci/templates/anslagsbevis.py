"""The template of an anslagsbevis: one page for the anslagstavla."""

from docx.document import Document
from house import new_document
from letterhead import following_header, footers, form_head
from lines import avsnitt, code, heading, line, signature
from matters import DASHES
from tables import facts


def template() -> Document:
    """Return the template."""
    document = new_document()
    form_head(document)
    following_header(document)
    footers(document)
    heading(document, 1, "dokument.titel")
    line(document, "Body Text", "{{ ingress }}")
    facts(document, "uppgifter", "Anslaget")
    code(document, "for o in overklagande")
    avsnitt(document, "o", DASHES)
    code(document, "endfor")
    avsnitt(document, "kontakt", DASHES)
    signature(document, "underskrift")
    return document
