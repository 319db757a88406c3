"""The template of an uppföljningsplan."""

from docx.document import Document
from docx.shared import Mm
from docx.table import Table
from house import new_document
from letterhead import address_window, following_header, footers, letterhead
from lines import avsnitt, avsnitt_if_any, firm_lists, heading, when
from tables import facts, listing

MOTEN = (
    ("Möte", Mm(20), "mote"),
    ("Dag", Mm(43), "dag"),
    ("Tid", Mm(21.5), "tid"),
    ("Hur och var", Mm(55.5), "plats"),
    ("Läge", Mm(15), "lage"),
)
HJALP = (("Vem", Mm(75), "namn"), ("Telefon", Mm(35), "telefon"), ("När", Mm(45), "nar"))


def template() -> Document:
    """Return the template."""
    document = new_document()
    letterhead(document)
    following_header(document)
    footers(document)
    address_window(document)
    heading(document, 1, "dokument.titel")
    facts(document, "uppgifter", "Vem och vilken behandling planen gäller")
    avsnitt(document, "syfte")
    avsnitt_if_any(document, "onskemal")
    avsnitt(document, "frivilligt")
    avsnitt(document, "motesserie", body="Brödtext före lista")
    listing(document, "moten", "Möten i ordning", *MOTEN)
    _together(document.tables[-1])
    avsnitt(document, "om_moten")
    avsnitt(document, "aterfall")
    when(document, "hjalpkontakter_inledning", "Brödtext före lista", "{{ hjalpkontakter_inledning }}")
    listing(document, "hjalpkontakter", "Andra att ringa vid återfall", *HJALP)
    avsnitt(document, "efter_kontakten")
    avsnitt(document, "hjalp", body="Brödtext ihop")
    firm_lists(document)
    return document


def _together(made: Table) -> None:
    """Keep the series on one page, with the words on it that follow."""
    for paragraph in (one for row in made.rows for cell in row.cells for one in cell.paragraphs):
        paragraph.paragraph_format.keep_with_next = True
