"""The template of a Danish plan for support and relapse."""

from dansk import contact, danish_document, introduction, signature_line
from docx.document import Document
from docx.shared import Mm
from lines import avsnitt, avsnitt_if_any, code, heading, stycken
from tables import facts, listing


def template() -> Document:
    """Return the template."""
    document = danish_document()
    heading(document, 1, "dokument.titel")
    facts(document, "oplysninger", "Hvem og hvad planen handler om")
    avsnitt(document, "grundlag")
    avsnitt_if_any(document, "maal")
    avsnitt(document, "stoette")
    avsnitt_if_any(document, "saerlig_stoette")
    _slip(document)
    avsnitt(document, "udeblivelse")
    _netvaerk(document)
    avsnitt_if_any(document, "viso")
    avsnitt_if_any(document, "handleplan")
    avsnitt(document, "garanti")
    avsnitt(document, "opfoelgning")
    contact(document, "Brödtext ihop")  # on the page of the signatures
    code(document, "for u in underskrifter")
    signature_line(document, "u")
    code(document, "endfor")
    return document


def _slip(document: Document) -> None:
    heading(document, 2, "slip_rubrik")
    heading(document, 3, "advarselstegn.rubrik")
    stycken(document, "advarselstegn.stycken")
    heading(document, 3, "trin_rubrik")
    facts(document, "trin", "Det gør du og vi, trin for trin")
    heading(document, 3, "hjaelpere_rubrik")
    listing(
        document,
        "hjaelpere",
        "Dem kan du ringe til",
        ("Navn", Mm(65), "navn"),
        ("Telefon", Mm(35), "telefon"),
        ("Hvornår", Mm(55), "hvornaar"),
    )


def _netvaerk(document: Document) -> None:
    introduction(document, "netvaerk")
    listing(
        document,
        "netvaerk_liste",
        "Dit netværk",
        ("Navn", Mm(50), "navn"),
        ("Støtte", Mm(70), "stoette"),
        ("Må vi kontakte dem?", Mm(35), "maa_kontaktes"),
    )
