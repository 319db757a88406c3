"""The template of the sheet of booked times."""

from docx.document import Document
from docx.shared import Mm
from house import new_document
from letterhead import following_header, footers, form_head
from lines import avsnitt, avsnitt_if_any, code, each, heading, line, stycken
from tables import code_row, facts, fill, listing, row, table


def template() -> Document:
    """Return the template."""
    document = new_document()
    form_head(document)
    following_header(document)
    footers(document)
    heading(document, 1, "dokument.titel")
    line(document, "Body Text", "{{ inledning }}")
    facts(document, "uppgifter", "Vem underlaget gäller")
    heading(document, 2, "direkt_rubrik")
    code(document, "for d in direkt")
    heading(document, 3, "d.rubrik")
    stycken(document, "d.stycken")
    code(document, "endfor")
    heading(document, 2, "tider.rubrik")
    _times(document)
    each(document, "Tabellnot", "text", "tider.saknas")
    avsnitt_if_any(document, "nasta")
    heading(document, 2, "kontakter.rubrik")
    listing(
        document,
        "kontakter.rader",
        "Kontaktpersoner",
        ("Verksamhet", Mm(45), "part"),
        ("Kontaktperson", Mm(56), "namn"),
        ("Telefon eller e-post", Mm(54), "nas"),
    )
    avsnitt(document, "andra", body="Brödtext ihop")
    avsnitt(document, "hjalp")
    return document


def _times(document: Document) -> None:
    """Add the booked times; where and with whom share a column that is wide enough for the link of a meeting."""
    code(document, "if tider.rader")
    made = table(document, "Linjetabell", "Bokade tider", (Mm(44), Mm(44), Mm(67)))
    fill(row(made, header=True), *(("Tabellrubrik", title) for title in ("När", "Vad", "Var och hos vem")))
    code_row(made, "for r in tider.rader")
    new = row(made)
    fill(new, *(("Tabelltext", "{{ r." + name + " }}") for name in ("nar", "vad", "var")))
    line(new.cells[2], "Tabelltext", "{{ r.hos }}")
    code_row(made, "endfor")
    code(document, "endif")
