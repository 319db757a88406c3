"""The template of a Danish follow-up after treatment."""

from dansk import contact, danish_document, introduction
from docx.document import Document
from docx.shared import Mm
from lines import avsnitt, avsnitt_if_any, code, heading, line
from tables import facts, listing


def template() -> Document:
    """Return the template."""
    document = danish_document()
    heading(document, 1, "dokument.titel")
    facts(document, "oplysninger", "Hvem og hvad opfølgningen handler om")
    avsnitt(document, "grundlag")
    avsnitt_if_any(document, "frabedt")
    introduction(document, "forsoeg")
    listing(
        document,
        "forsoeg_liste",
        "Sådan har vi prøvet at kontakte dig",
        ("Dato", Mm(30), "dato"),
        ("Sådan gjorde vi", Mm(125), "maade"),
    )
    introduction(document, "status")
    facts(document, "status_liste", "Sådan har du det nu")
    avsnitt_if_any(document, "vurdering")
    avsnitt_if_any(document, "forbrug")
    code(document, "if behov_liste")
    introduction(document, "behov")
    code(document, "else")
    avsnitt_if_any(document, "behov")
    code(document, "endif")
    listing(
        document,
        "behov_liste",
        "Hjælp til andet end stofmisbruget",
        ("Område", Mm(32), "omraade"),
        ("Hjælp", Mm(57), "hjaelp"),
        ("Hvem", Mm(36), "ansvarlig"),
        ("Hvornår", Mm(30), "hvornaar"),
    )
    _aftaler(document)
    avsnitt(document, "fornyet")
    avsnitt(document, "naeste", body="Brödtext ihop")  # whom to turn to is never alone on the last page
    contact(document)
    return document


def _aftaler(document: Document) -> None:
    code(document, "if aftaler_rubrik")
    line(document, "Heading 2", "{{ aftaler_rubrik }}")
    code(document, "endif")
    listing(
        document,
        "aftaler",
        "Det har vi aftalt",
        ("Hvad", Mm(82), "hvad"),
        ("Hvem", Mm(38), "hvem"),
        ("Hvornår", Mm(35), "hvornaar"),
    )
