"""What the forms of a follow-up share: the head, the title and whom it is about, and those who took part."""

from docx.document import Document
from docx.shared import Mm
from house import new_document
from letterhead import following_header, footers, form_head
from lines import heading
from tables import facts, listing

DELTAGARE = (("Namn", Mm(75), "namn"), ("Roll", Mm(80), "roll"))


def form(caption: str) -> Document:
    """Return a document with the head of a form, its title and whom it is about."""
    document = new_document()
    form_head(document)
    following_header(document)
    footers(document)
    heading(document, 1, "dokument.titel")
    facts(document, "uppgifter", caption)
    return document


def deltagare(document: Document) -> None:
    """Add those who took part, under a heading."""
    heading(document, 2, "deltagare_rubrik")
    listing(document, "deltagare", "De som deltog", *DELTAGARE)
